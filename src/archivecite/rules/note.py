"""Rules on the notes, and on the places in the text that refer to them."""

from collections.abc import Iterable

from ..model.diagnostic import Severity
from ..model.note import Footnote, ReferenceNote
from .rule import Finding, Rule
from .subject import Subject


class NoteRefWithoutNote(Rule):
    """The text refers to a note that is not there.

    ``[1]`` stands in a paragraph and no note has that number. The notes were lost in conversion, or were numbered anew.

    Example, body:

        We met Petrov[1] in May.

    Instead:

        We met Petrov[1] in May.

        He was well.

        [1] The consul.
    """

    code = "AC503"
    severity = Severity.WARNING
    message = "there is no note of this number"
    hint = "add the note, or remove the reference"

    def find(self, subject: Subject) -> Iterable[Finding]:
        markers: set[str] | None = None
        for pointer, block in subject.blocks:
            for mark in block.marks:
                if mark.kind == "note_ref" and mark.value is not None:
                    if markers is None:
                        markers = {
                            note.marker for note in subject.record.notes if isinstance(note, Footnote) and note.marker
                        }
                    if mark.value not in markers:
                        yield Finding(subject.within(pointer, mark.start, mark.end), pointer)


class UnusedNote(Rule):
    """No place in the text refers to this note.

    Its reference was lost in conversion, as raised figures often are, or the note belongs to another document.

    Example, body:

        We met Petrov[1] in May.

        He was well.

        [1] The consul.

        [2] The ministry.

    Instead:

        We met Petrov[1] in May.

        He was well.

        [1] The consul.
    """

    code = "AC504"
    severity = Severity.INFO
    message = "the text does not refer to this note"
    hint = "put its number in brackets where it belongs"

    def find(self, subject: Subject) -> Iterable[Finding]:
        notes = [(n, note) for n, note in enumerate(subject.record.notes) if isinstance(note, Footnote) and note.marker]
        if not notes:
            return
        used = {mark.value for _, block in subject.blocks for mark in block.marks if mark.kind == "note_ref"}
        for index, note in notes:
            if note.marker not in used:
                yield Finding(subject.span(f"/notes/{index}/marker"), f"/notes/{index}")


class RepeatedNoteNumber(Rule):
    """Two notes have the same number.

    A reference in the text leads to both.

    Example, body:

        We met Petrov[1] in May.

        He was well.

        [1] The consul.

        [1] The ministry.

    Instead:

        We met Petrov[1] in May.

        He was well.

        [1] The consul.
    """

    code = "AC505"
    severity = Severity.WARNING
    message = "another note has this number"
    hint = "number the notes anew"

    def find(self, subject: Subject) -> Iterable[Finding]:
        seen = set()
        for index, note in enumerate(subject.record.notes):
            if isinstance(note, Footnote) and note.marker:
                if note.marker in seen:
                    yield Finding(subject.span(f"/notes/{index}/marker"), f"/notes/{index}")
                seen.add(note.marker)


class ReferenceWithoutNumber(Rule):
    """A reference note does not say which message it is about.

    ``Reference:`` is followed by the number of the message that the document answers or cites. Without the number the
    note explains nothing.

    Example, body:

        All is well here. We answer your # 1710.

        2 November 1962 Petrov

        Reference: entry # 50273 from 1 November 1962.

    Instead:

        All is well here. We answer your # 1710.

        2 November 1962 Petrov

        Reference: # 1710 (entry # 50273) from 1 November 1962.
    """

    code = "AC506"
    severity = Severity.INFO
    message = "this reference has no number"
    hint = 'begin it with the number of the message: "Reference: # 1710"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        for index, note in enumerate(subject.record.notes):
            if isinstance(note, ReferenceNote) and note.number is None:
                yield Finding(subject.span(f"/notes/{index}"), f"/notes/{index}")
