"""The notes after a body: references to other messages, the source, footnotes, and remarks of translators and editors."""

from collections.abc import Sequence
from typing import Any

from ..model.body import EditorNote, Footnote, Note, PublicationNote, ReferenceNote, SourceNote, TranslatorNote
from ..model.date import Date
from ..surface.flat import Flat
from .citation import read_statements
from .date import read_date
from .found import Found, composed
from .grammar import terminals
from .mark import read_marks

STARTS = ["SOURCE_NOTE", "REFERENCE_START", "FOOTNOTE", "TRANSLATOR_NOTE", "EDITOR_NOTE", "PUBLICATION_NOTE"]


def note_start(text: str) -> str | None:
    """The kind of note that a flat ``text`` begins as, or None."""
    match = terminals("note", *STARTS).match(text)
    return match.lastgroup if match else None


def read_note(kind: str, flat: Flat) -> Found[Note]:
    """The note of ``kind`` in a flat stretch of text."""
    return READERS[kind](flat)


def read_reference(flat: Flat) -> Found[ReferenceNote]:
    """A reference note, labelled or not; its explanation may stand in a paragraph of its own."""
    text = flat.text
    parts: dict[str, Any] = {}
    position = 0
    pattern = terminals(
        "note",
        "REFERENCE_LABEL",
        "REFERENCE_NUMBER",
        "REFERENCE_ENTRY",
        "REFERENCE_FROM",
        "DATE",
        groups="number entry",
    )
    while match := pattern.match(text, position):
        if match.group("number") and "number" not in parts:
            parts["number"] = Found(match.group("number"), *match.span("number"))
        elif match.group("entry") and "entry" not in parts:
            parts["entry"] = Found(match.group("entry"), *match.span("entry"))
        elif match.group("DATE") and "date" not in parts:
            parts["date"] = Found(read_date(match.group()) or Date(match.group()), match.start(), match.end())
        elif not (match.group("REFERENCE_LABEL") or match.group("REFERENCE_FROM")):
            break
        position = match.end()
        while position < len(text) and text[position] == " ":
            position += 1
    while position < len(text) and text[position] in ".,: \n":
        position += 1
    if position < len(text):
        parts["explanation"] = Found(text[position:], position, len(text))
    values = {name: part.value for name, part in parts.items()}
    marks = read_marks(text, position)
    return Found(ReferenceNote(**values, text=text, marks=marks), 0, len(text), parts, flat.at)


def read_source(flat: Flat) -> Found[SourceNote]:
    """A source note: the tail of a citation in a bracket."""
    text = flat.text
    match = terminals("note", "SOURCE_NOTE", groups="inside").match(text)
    assert match is not None
    start, end = match.span("inside")
    statements = read_statements(text[start:end])
    for found in (*statements.sources, *statements.provenance):
        found.at = composed(found.at, start.__add__)
    parts: dict[str, Sequence[Found[Any]]] = {"sources": statements.sources, "provenance": statements.provenance}
    unread = [(start + first, start + last) for first, last in statements.unread]
    note = SourceNote(
        tuple(found.value for found in statements.sources),
        tuple(found.value for found in statements.provenance),
        text=text,
        marks=tuple(mark for mark in read_marks(text, references=False) if mark.start),
    )
    return Found(note, 0, len(text), parts, flat.at, unread)


def read_footnote(flat: Flat) -> Found[Footnote]:
    """A numbered note."""
    match = terminals("note", "FOOTNOTE", groups="marker").match(flat.text)
    assert match is not None
    start, end = match.start("marker") + 1, match.end("marker") - 1
    marker = flat.text[start:end]
    note = Footnote(flat.text, marker, marks=tuple(m for m in read_marks(flat.text) if m.start))
    return Found(note, 0, len(flat.text), {"marker": Found(marker, start, end)}, flat.at)


def read_translator(flat: Flat) -> Found[TranslatorNote]:
    return Found(TranslatorNote(flat.text, marks=read_marks(flat.text)), 0, len(flat.text), None, flat.at)


def read_editor(flat: Flat) -> Found[EditorNote]:
    return Found(EditorNote(flat.text, marks=read_marks(flat.text)), 0, len(flat.text), None, flat.at)


def read_publication(flat: Flat) -> Found[PublicationNote]:
    return Found(PublicationNote(flat.text, marks=read_marks(flat.text)), 0, len(flat.text), None, flat.at)


READERS: dict[str, Any] = {
    "REFERENCE_START": read_reference,
    "SOURCE_NOTE": read_source,
    "FOOTNOTE": read_footnote,
    "TRANSLATOR_NOTE": read_translator,
    "EDITOR_NOTE": read_editor,
    "PUBLICATION_NOTE": read_publication,
}
