"""Marks for what refers to a note only because there is one: ``given (1).``, ``the plan*``, ``China[i]``."""

from collections.abc import Collection
from typing import Any

from attrs import evolve

from ..model.mark import AnyMark
from .found import Found
from .mark import new_mark
from .note_ref import note_refs


def mark_note_refs(blocks: list[Found[Any]], keys: Collection[str]) -> list[Found[Any]]:
    """The ``blocks`` with marks for what refers to one of the notes that have these ``keys``.

    A number that touches a word, in brackets or raised, is marked without a note, too.
    """
    proved = {key for key in keys if not key.isdecimal()}
    numbers = sorted({int(key) for key in keys if key.isdecimal()})
    if numbers and parenthesized(blocks) == [f"({number}" for number in numbers]:
        proved |= {f"({number}" for number in numbers}  # "(1)", "(2)" in the text, "1. …", "2. …" below it
    return [with_note_refs(found, proved) for found in blocks] if proved else blocks


def parenthesized(blocks: list[Found[Any]]) -> list[str]:
    """The keys of the numbers in parentheses before a stop that the ``blocks`` have, in order."""
    return [key for found in blocks for *_, key in note_refs(getattr(found.value, "text", "")) if key[0] == "("]


def with_note_refs(found: Found[Any], keys: set[str]) -> Found[Any]:
    """What was found of a block, with a mark for each sign whose note is one of ``keys``."""
    text = found.value.text
    refs = [ref for ref in note_refs(text) if ref[3] in keys]
    marks: dict[tuple[int, int], AnyMark] = {(mark.start, mark.end): mark for mark in found.value.marks}
    for start, end, sign, _ in refs:
        marks[start, end] = new_mark("note_ref", start, end, sign.strip("[]()"))
    if not refs:
        return found
    value = evolve(found.value, marks=sorted(marks.values(), key=place))
    return Found(value, found.start, found.end, found.parts, found.at, found.unread)


def place(mark: AnyMark) -> tuple[int, int]:
    """Where a mark stands: by its start, the longest first."""
    return mark.start, -mark.end
