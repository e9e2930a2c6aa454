"""Rules on the notes, and on the places in the text that refer to them."""

from collections.abc import Iterable, Iterator
from functools import cache

from ..model.diagnostic import Edit, Fix, Severity
from ..model.note import Footnote, ReferenceNote
from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary
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


#: A shorter number has too many that are like it.
LEAST = 3

#: The longest words that say what a note is: "Translator's note".
LONGEST = 26


class CitedNumberMismatch(Rule):
    """The text cites a number, and the note at the end is on one with the same figures in another order.

    Figures were swapped in one of the two: nobody finds the message, or the note on it.

    Example, body:

        I wrote about that already (see #773).

        2 November 1962 Petrov

        Reference: # 377 (entry # 50273) from 1 November 1962.

    Instead:

        I wrote about that already (see #377).

        2 November 1962 Petrov

        Reference: # 377 (entry # 50273) from 1 November 1962.
    """

    code = "AC517"
    severity = Severity.WARNING
    message = "the note is on another number than the text cites"
    hint = "look both up, and correct the one that is wrong"

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        notes = [(f"/notes/{index}", note) for index, note in enumerate(record.notes)]
        numbers = {pointer: note.number for pointer, note in notes if isinstance(note, ReferenceNote) and note.number}
        if not numbers:
            return
        links = record.links()
        lone = [number for pointer, number in numbers.items() if pointer in links.lone_notes]
        for pointer, block in subject.blocks if lone else ():
            for index, mark in enumerate(block.marks):
                if mark.kind != "reference" or f"{pointer}/marks/{index}" not in links.lone_marks:
                    continue
                cited = mark.value or ""
                if number := next((number for number in lone if is_near(cited, number)), None):
                    message = f"the text cites {cited}, and the note at the end is on {number}"
                    yield Finding(subject.within(pointer, mark.start, mark.end), pointer, message)


def is_near(one: str, other: str) -> bool:
    """Whether two numbers differ in the order of their figures; in one figure the messages of one day differ.

    >>> is_near("773", "377"), is_near("1701", "1702"), is_near("17", "71")
    (True, False, False)
    """
    return len(one) >= LEAST and one != other and sorted(one) == sorted(other)


class MisspeltNote(Rule):
    """A word that tells what a note is has a slip in it.

    ``Reference:``, ``(entry # 50273)`` and ``[Source: …]`` are known by their words. With a slip, what follows is read
    as a part of the text.

    Example, body:

        I wrote about that already (see #377).

        2 November 1962 Petrov

        Reference: # 377 (enrty # 50273) from 1 November 1962.

    Instead:

        I wrote about that already (see #377).

        2 November 1962 Petrov

        Reference: # 377 (entry # 50273) from 1 November 1962.
    """

    code = "AC518"
    severity = Severity.WARNING
    fixes = "safe"
    message = "this word is misspelt, and the note is not read as one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text, start, end in words_of_notes(subject):
            meant = misspelt(text[start:end], "entry" if text[start - 1 : start] == "(" else "label")
            if meant:
                span = subject.within(pointer, start, end)
                fix = None
                if span.of(subject.text) == text[start:end]:  # no stars are in it
                    fix = Fix(f'write "{meant}"', (Edit(span, meant),))
                yield Finding(span, pointer, hint=f'write "{meant}"', fix=fix)


def words_of_notes(subject: Subject) -> Iterator[tuple[str, str, int, int]]:
    """The words that may say what a note is: a pointer, the text of its block, and where in it they begin and end."""
    for pointer, block in subject.blocks:
        text = block.text
        if isinstance(block, ReferenceNote):
            start, sign = text.find("(") + 1 if block.entry is None else 0, "#"
        elif block.kind in ("paragraph", "other"):
            start, sign = int(text[:1] == "["), ":"
        else:
            continue
        words, found, _ = text[start : start + LONGEST].partition(sign)
        if words and found and (sign == ":" or start):
            yield pointer, text, start, start + len(words.rstrip())


@cache
def forms(kind: str) -> tuple[str, ...]:
    """The words for an ``entry``, or those that notes begin with (``label``)."""
    known = vocabulary().data["note_openings"]
    names = ("entry",) if kind == "entry" else ("source", "reference", "translator_note", "editor_note")
    return tuple(form for name in names for form in known[name] if len(form) >= len("entry") and form[-1] != ".")


def misspelt(words: str, kind: str) -> str | None:
    """The words of that ``kind`` that ``words`` are with one slip, as they are to be written.

    >>> misspelt("enrty", "entry"), misspelt("Refrence", "label"), misspelt("Course", "label")
    ('entry', 'Reference', None)
    """
    bare = words.lower().replace("’", "'")
    if bare in forms(kind) or not words[:1].isalpha() or (kind == "label" and words[0].islower()):
        return None
    near = (form for form in forms(kind) if form[0] == bare[0] and abs(len(form) - len(bare)) <= 1)
    alike = (form for form in near if len(set(form) ^ set(bare)) <= 2)  # a letter for another
    meant = next((form for form in alike if distance(bare, form) == 1), "")
    return f"{words[0]}{meant[1:]}" if meant else None
