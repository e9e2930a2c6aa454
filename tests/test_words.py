"""The words of messages, help, docstrings and pages: those that a historian or a programmer would type."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import made
import pytest

ROOT = Path(__file__).parents[1]

#: What is not to be written, and what is.
INSTEAD = {
    r"mend(s|ed|ing|able)?": "fix",
    r"noughts?": "leading zero",
    r"short forms?": "abbreviation",
    r"wider steps?": "higher level",
    r"archival signatures?|signatures? of an? archive|archive and its signature": "locator: a signature is who signed",
    r"leaf": "folio",
    r"stands? there": "is, occurs",
    r"and (is|are) none": "but is not one",
    r"words that a layout can't carry": "text that cannot be written in this layout",
}


def texts() -> Iterator[tuple[str, str]]:
    """Every page, the help of every command, and every string of the code, messages and docstrings among them."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        yield page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8")
    yield "--help", made.PARTS["commands"]()
    for path in sorted((ROOT / "src").rglob("*.py")):
        if path.name != "generated.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", node.value


@pytest.mark.parametrize(("word", "instead"), INSTEAD.items())
def test_a_word_that_nobody_would_type_is_not_used(word: str, instead: str) -> None:
    """Each place is named; write what is on the right in its stead."""
    found = re.compile(rf"\b({word})\b", re.IGNORECASE)
    assert [place for place, text in texts() if found.search(" ".join(text.split()))] == [], f"write: {instead}"
