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
from .cited_number import citing
from .date import read_date
from .found import Found, spanning
from .found import unread as unread_places
from .lines import is_bracketed
from .mark import read_marks
from .note_opening import note_start as note_start
from .tail import NO_TAIL, Tail
from .words import Words

#: What a footnote's marker is made of besides digits, in brackets too, and the longest one.
SIGNS = "*†‡¹²³⁰⁴⁵⁶⁷⁸⁹"
ROMAN = SIGNS + "ivxl"
LONGEST_MARKER = 4

#: How much of a text is looked at for the number, the entry and the date of a reference, and the atoms of a date.
OPENING = 90
DATE_ATOMS = 9

new_reference_note = unchecked(ReferenceNote)
new_source_note = unchecked(SourceNote)
new_footnote = unchecked(Footnote)


def note_marker(text: str) -> str:
    """The marker of a text that begins as a footnote: ``1`` of ``[1] A member of the Politburo.``

    >>> [note_marker(text) for text in ("[1] Petrov", "2. Petrov", "(3) Petrov", "** Petrov", "⁴ Petrov", "[iv] No")]
    ['1', '2', '3', '**', '⁴', 'iv']
    """
    start = end = int(text[:1] in "[(")
    signs = ROMAN if text[:1] == "[" else SIGNS
    while end < len(text) and end - start < LONGEST_MARKER and (text[end].isdecimal() or text[end] in signs):
        end += 1
    return text[start:end]


def read_note(start: str, flat: Flat, tail: Tail = NO_TAIL) -> Found[Note]:
    """The note in a flat stretch of text that begins as ``start`` says; ``tail`` is that of its record's citation."""
    return read_source(flat, tail) if start == "SOURCE_NOTE" else READERS.get(start, read_other)(flat)


def read_reference(flat: Flat) -> Found[Note]:
    """A reference note, labelled or not; its explanation may stand in a paragraph of its own."""
    text = flat.text
    parts, position = reference_parts(text)
    if position < len(text):
        parts["explanation"] = Found(text[position:], position, len(text))
    values = {name: part.value for name, part in parts.items()}
    return spanning(new_reference_note(**values, text=text, marks=read_marks(text, position)), flat, parts)


def reference_parts(text: str) -> tuple[dict[str, Found[Any]], int]:
    """The number, the entry and the date with which a reference note begins, and where its explanation begins.

    >>> parts, position = reference_parts("Reference: # 1710 (entry # 50273) from 1 November 1962. On ships.")
    >>> {name: part.value for name, part in parts.items() if name != "date"}, position
    ({'number': '1710', 'entry': '50273'}, 56)
    """
    words = Words(text, 0, min(len(text), OPENING))
    known = citing()
    parts: dict[str, Found[Any]] = {}
    at = 0
    if words.lower[0] in known.labels:
        at = 2 if words.kinds[1:2] == [":"] else 1
    signed = known.signs.find(words, at, len(words))
    if signed and is_number(words, signed[0]):
        parts["number"], at = number_found(words, signed[0])
    if words.kinds[at : at + 1] == ["("] and at in words.close and words.lower[at + 1] in known.entry:
        sign = known.signs.find(words, at + 2, len(words))
        number = sign[0] if sign else at + 2
        if is_number(words, number) and words.close[at] == number + 1:
            parts["entry"] = number_found(words, number)[0]
            at = words.close[at] + 1
            at += words.kinds[at : at + 1] == [","]
    if words.lower[at : at + 1] and words.lower[at] in known.since and (date := date_at(words, at + 1)):
        parts["date"] = date
        at = words_after(words, date.end)
    start = words.stop(at - 1) if at else 0
    while start < len(text) and (text[start].isspace() or text[start] in ".,:"):
        start += 1
    return parts, start


def is_number(words: Words, at: int) -> bool:
    """Whether atom ``at`` is a message's number."""
    return at < len(words) and words.kinds[at] == "NUMBER" and "." not in words.word(at)


def number_found(words: Words, at: int) -> tuple[Found[str], int]:
    """The number that atom ``at`` is, and the atom after it, past a comma."""
    number = words.word(at).rstrip("-–/'’")
    start = words.starts[at]
    return Found(number, start, start + len(number)), at + 1 + (words.kinds[at + 1 : at + 2] == [","])


def date_at(words: Words, first: int) -> Found[Date] | None:
    """The longest date that begins with atom ``first``."""
    for last in range(min(len(words), first + DATE_ATOMS), first, -1):
        # Nearly all dates end in a figure, and most atoms in none.
        ends = words.word(last - 1)[-1].isdecimal() or last == first + 1
        if ends and (date := read_date(words.text_of(first, last))):
            return Found(date, words.starts[first], words.ends[last - 1])
    return None


def words_after(words: Words, end: int) -> int:
    """The index of the first atom that starts at ``end`` or after it."""
    return next((at for at, start in enumerate(words.starts) if start >= end), len(words))


def read_source(flat: Flat, tail: Tail) -> Found[Note]:
    """A source note: the tail of a citation in a bracket."""
    text = flat.text
    inside = source_place(text)
    if inside is None:
        return read_other(flat)
    start, end = inside
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


def source_place(text: str) -> tuple[int, int] | None:
    """Where the tail of a citation stands in the bracket of a source note.

    >>> text = "[Source: RGASPI, f. 558.]"
    >>> text[slice(*source_place(text))], source_place("[Source: ]"), source_place("[Source: a] b")
    ('RGASPI, f. 558', None, None)
    """
    start = text.find(":") + 1
    start += text.startswith(" ", start)
    end = len(text) - text.endswith(".")
    if not text.endswith("]", 0, end):
        return None
    end -= 1
    end -= end > start and text[end - 1].isspace()
    end -= end > start and text[end - 1] == "."
    if end <= start or text[start].isspace() or text[end - 1].isspace() or text[end - 1] in "].":
        return None
    return start, end


def inner_marks(text: str, references: bool = True) -> tuple[AnyMark, ...]:
    """The marks of a note that begins with a bracket of its own, which is none."""
    return read_marks(f" {text[1:]}" if text[0] == "[" else text, references=references)


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

    def read(flat: Flat) -> Found[Note]:
        text = flat.text
        return spanning(kind(text, marks=inner_marks(text) if is_bracketed(text) else read_marks(text)), flat)

    return read


read_other = whole(OtherNote)

READERS: dict[str, Callable[[Flat], Found[Note]]] = {
    "REFERENCE_NOTE": read_reference,
    "REFERENCE_LABEL": read_reference,
    "FOOTNOTE": read_footnote,
    "NUMBERED_NOTE": read_footnote,
    "TRANSLATOR_NOTE": whole(TranslatorNote),
    "TRANSLATION_NOTE": whole(TranslatorNote),
    "EDITOR_NOTE": whole(EditorNote),
    "PUBLICATION_NOTE": whole(PublicationNote),
}
