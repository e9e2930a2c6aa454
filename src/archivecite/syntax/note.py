"""The notes after a body: references to other messages, the source, footnotes, remarks of translators and editors."""

from collections.abc import Callable, Sequence
from typing import Any

from ..model.date import Date
from ..model.mark import AnyMark
from ..model.note import (
    EditorNote,
    Footnote,
    Note,
    OtherNote,
    PublicationNote,
    ReferenceNote,
    SourceNote,
    TranslatorNote,
)
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .citation import read_tail
from .date import read_date
from .found import Found, spanning
from .found import unread as unread_places
from .grammar import Pattern
from .mark import read_marks
from .note_opening import note_start as note_start
from .tail import NO_TAIL, Tail

MARKER = Pattern("note", "FOOTNOTE", "NUMBERED_NOTE", groups="marker number")
REFERENCE_OPENING = Pattern("note", "REFERENCE_NUMBER", "REFERENCE_WORD", groups="number")
REFERENCE_ENTRY = Pattern("note", "REFERENCE_ENTRY", groups="entry")
REFERENCE_FROM = Pattern("note", "REFERENCE_FROM")
DATE = Pattern("date", "DATE", groups="full")
REFERENCE_STOP = Pattern("note", "REFERENCE_STOP")
SOURCE_NOTE = Pattern("note", "SOURCE_NOTE", groups="inside")

new_reference_note = unchecked(ReferenceNote)
new_source_note = unchecked(SourceNote)
new_footnote = unchecked(Footnote)


def note_marker(text: str) -> str:
    """The marker of a text that begins as a footnote: ``1`` of ``[1] A member of the Politburo.``"""
    match = MARKER.match(text)
    return (match.group("marker") or match.group("number")) if match else ""


def read_note(start: str, flat: Flat, tail: Tail = NO_TAIL) -> Found[Note]:
    """The note in a flat stretch of text that begins as ``start`` says; ``tail`` is that of its record's citation."""
    return read_source(flat, tail) if start == "SOURCE_NOTE" else READERS.get(start, read_other)(flat)


def read_reference(flat: Flat) -> Found[Note]:
    """A reference note, labelled or not; its explanation may stand in a paragraph of its own."""
    text = flat.text
    parts: dict[str, Any] = {}
    number = REFERENCE_OPENING.match(text)
    assert number is not None  # the text begins as a reference note
    position = past(text, number.end(), " ")
    if number.group("number"):
        parts["number"] = Found(number.group("number"), *number.span("number"))
    if entry := REFERENCE_ENTRY.match(text, position):
        parts["entry"] = Found(entry.group("entry"), *entry.span("entry"))
        position = past(text, entry.end(), " ")
    since = REFERENCE_FROM.match(text, position)
    if since and (date := DATE.match(text, since.end())):
        parts["date"] = Found(read_date(date.group()) or Date(date.group()), *date.span())
        position = date.end()
    stop = REFERENCE_STOP.match(text, position)
    assert stop is not None  # it may be empty
    position = stop.end()
    if position < len(text):
        parts["explanation"] = Found(text[position:], position, len(text))
    values = {name: part.value for name, part in parts.items()}
    return spanning(new_reference_note(**values, text=text, marks=read_marks(text, position)), flat, parts)


def past(text: str, position: int, blank: str) -> int:
    """The place in ``text`` at or after ``position``, past one ``blank``."""
    return position + text.startswith(blank, position)


def read_source(flat: Flat, tail: Tail) -> Found[Note]:
    """A source note: the tail of a citation in a bracket."""
    text = flat.text
    match = SOURCE_NOTE.fullmatch(text)
    if match is None:
        return read_other(flat)
    start, end = match.span("inside")
    end += text.startswith(".", end)  # "Washington, D.C.]"
    statements = read_tail(text[start:end], start, tail)
    said = (*statements.sources, *statements.provenance)
    parts: dict[str, Sequence[Found[Any]]] = {"sources": statements.sources, "provenance": statements.provenance}
    marks = inner_marks(text, references=False) if text.find("[", 1) > 0 else ()
    odd = statements.unread
    missed = [*odd, *(place for found in said for place in unread_places(found))] if marks else []
    note = new_source_note(
        tuple([found.value for found in statements.sources]),
        tuple([found.value for found in statements.provenance]),
        text=text,
        # What no statement took is unread, a bracket in it too.
        marks=tuple(mark for mark in marks if not any(low < mark.end and mark.start < high for low, high in missed)),
    )
    return spanning(note, flat, parts, odd)


def inner_marks(text: str, references: bool = True) -> tuple[AnyMark, ...]:
    """The marks of a note that begins with a bracket of its own, which is none."""
    return tuple(mark for mark in read_marks(text, references=references) if mark.start)


def read_footnote(flat: Flat) -> Found[Note]:
    """A numbered note: ``[1] A member of the Politburo.``"""
    text = flat.text
    marker = note_marker(text)
    start = text.find(marker)
    note = new_footnote(text, marker or None, marks=inner_marks(text))
    parts = {"marker": Found(marker, start, start + len(marker))} if marker else None
    return spanning(note, flat, parts)


def whole(kind: Callable[..., Note]) -> Callable[[Flat], Found[Note]]:
    """A reader for notes of a ``kind`` that has nothing but its text."""
    return lambda flat: spanning(kind(flat.text, marks=read_marks(flat.text)), flat)


read_other = whole(OtherNote)

READERS: dict[str, Callable[[Flat], Found[Note]]] = {
    "REFERENCE_NOTE": read_reference,
    "REFERENCE_LABEL": read_reference,
    "FOOTNOTE": read_footnote,
    "NUMBERED_NOTE": read_footnote,
    "TRANSLATOR_NOTE": whole(TranslatorNote),
    "EDITOR_NOTE": whole(EditorNote),
    "PUBLICATION_NOTE": whole(PublicationNote),
}
