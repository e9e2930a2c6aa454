"""Where the grammars and the word files are, and how their comments become prose."""

import re
from pathlib import Path

from archivecite.syntax.words import grammar_folder

GRAMMARS = Path(str(grammar_folder()))


def prose(lines: list[str]) -> str:
    """Lines of comments as Markdown in which no sign means anything."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", "\n".join(line.strip() for line in lines)).strip()


def code(text: str) -> str:
    """A text between backticks, whatever is in it.

    >>> code("a`b"), code("?")
    ('`` a`b ``', '`?`')
    """
    return f"`` {text} ``" if "`" in text else f"`{text}`"
