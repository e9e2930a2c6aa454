"""Marks, cross references, running heads and notes by tables, ``marks/*.txt``: a text, and below it what is read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from archivecite.model.mark import AnyMark
from archivecite.syntax.body import read_body
from archivecite.syntax.mark import place_in_mark, read_marks

FOLDER = Path(__file__).parent / "marks"

#: What stands in the tables for white space that a line cannot hold.
SIGNS = {"¶": "\n\n", "⏎": "\n", "␌": "\n\f\n"}


def rows(name: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of a table: the text, and what is expected of it."""
    text = ""
    expected: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            expected.append(line.strip())
        elif not line.startswith("#"):
            if text:
                yield text, expected
            text, expected = line, []
    yield text, expected


def shown(text: str, mark: AnyMark) -> str:
    """A mark as the tables show it: its kind, its characters, and each other field that is not null."""
    fields = [
        f"{field.name}={getattr(mark, field.name)!r}"
        for field in attrs.fields(type(mark))
        if field.name not in ("kind", "start", "end") and getattr(mark, field.name) is not None
    ]
    return " ".join([mark.kind, text[mark.start : mark.end], *fields])


def shown_body(text: str) -> Iterator[str]:
    """Every block and note of a body with its marks, and what is unread."""
    for sign, space in SIGNS.items():
        text = text.replace(sign, space)
    blocks, notes, unread = read_body(text, 0, len(text))
    values: list[Any] = [found.value for found in (*blocks, *notes)]
    for value in values:
        yield f"{value.kind}: {value.text}".rstrip()
        for name in ("number", "entry", "date", "explanation", "marker", "sources", "provenance"):
            if getattr(value, name, None):
                held = getattr(value, name)
                printed = [getattr(one, "text", one) for one in (held if isinstance(held, tuple) else (held,))]
                yield f"- {name}: {' | '.join(map(str, printed))}"
        yield from (f"- {shown(value.text, mark)}" for mark in value.marks)
    yield from (f"unread: {text[start:end]}" for start, end in unread)


def table(name: str) -> list[Any]:
    """The rows of a table as parameters, with short names."""
    return [pytest.param(*row, id=f"{name}-{index}") for index, row in enumerate(rows(name), 1)]


MARKS = [row for path in sorted(FOLDER.glob("*.txt")) if path.stem != "blocks" for row in table(path.stem)]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_the_marks_of_a_text(text: str, expected: list[str]) -> None:
    """Each mark with its characters and all its fields."""
    assert [shown(text, mark) for mark in read_marks(text)] == expected


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_a_field_stands_where_it_is_printed(text: str, expected: list[str]) -> None:
    """The place of each printed field has its characters; a reason is behind or before its extent, never in it."""
    for mark in read_marks(text):
        printed = text[mark.start : mark.end]
        places = {
            name: place_in_mark(printed, mark, name)
            for name in ("value", "extent", "reason", "correction")
            if getattr(mark, name, None) is not None
        }
        assert {name: printed[low:high] for name, (low, high) in places.items()} == {
            name: getattr(mark, name) for name in places
        }
        if {"extent", "reason"} <= places.keys():
            (low, high), (start, end) = places["extent"], places["reason"]
            assert high <= start or end <= low


@pytest.mark.parametrize(("text", "expected"), table("blocks"))
def test_the_blocks_of_a_body(text: str, expected: list[str]) -> None:
    """Each block and note with its marks, and what is unread."""
    assert list(shown_body(text)) == expected
