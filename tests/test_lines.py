"""Lines of letters: a table of what each of them is by itself, prose that is none, and the laws over single lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import fields

from archivecite.syntax.close import read_close, read_signature
from archivecite.syntax.header import read_header_line
from archivecite.syntax.lines import Line
from archivecite.syntax.note import note_start

FOLDER = Path(__file__).parent / "lines"
CLOSES = ("signature", "valediction", "enclosure")


def rows() -> Iterator[Any]:
    """Each row of the tables: a line, what it is, and its fields."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if row and not row.startswith("# A line"):
                text, _, told = row.partition(" => ")
                yield pytest.param(path.stem, text, told.strip(), id=f"{path.stem}-{number + 1}")


ROWS = list(rows())


def shown(value: Any) -> str:
    """A field as the tables show it."""
    if isinstance(value, tuple):
        return "; ".join(map(shown, value))
    return str(getattr(value, "text", value))


def told_of(line: Line, closing: bool) -> str:
    """What a line is: its kind and the fields that are not null or empty."""
    found: Any = (read_signature(line) or read_close(line)) if closing else read_header_line(line)
    if found is None:
        places = None if closing else line.row
        return "row " + " | ".join(line.text[start:end] for start, end in places) if places else "-"
    value = found.value
    names = [field.name for field in fields(type(value)) if field.name not in ("kind", "text", "marks")]
    told = [f"{name}={shown(getattr(value, name))}" for name in names if getattr(value, name)]
    return f"{value.kind} {'; '.join(told)}".strip()


@pytest.mark.parametrize(("topic", "text", "told"), ROWS)
def test_a_line_is_what_the_table_says(topic: str, text: str, told: str) -> None:
    """Each row, alone on a line."""
    line = Line(text, 0, len(text))
    assert (note_start(text) or "-" if topic == "notes" else told_of(line, topic == "closes")) == told
