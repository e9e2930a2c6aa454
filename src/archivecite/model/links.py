"""The links inside a record: which mark of the body speaks of which note, computed and never stored."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from .body import Block
from .header import ReplyTo
from .note import Footnote, Note, ReferenceNote
from .value import Value


@frozen(eq=False, repr=False)
class Link(Value):
    """A place that speaks of a note, and the note: both by JSON Pointer in the record.

    ``mark`` is a reference or a footnote's number in a text (``/body/3/marks/0``), or the number of the message that
    the document answers (``/body/5/numbers/0``).
    """

    mark: str
    note: str


@frozen(eq=False, repr=False)
class Links(Value):
    """The links of a record, the marks that no note explains, and the notes that no mark speaks of."""

    links: tuple[Link, ...]
    lone_marks: tuple[str, ...]
    lone_notes: tuple[str, ...]


def find_links(body: Sequence[Block], notes: Sequence[Note]) -> Links:
    """The links between the marks of ``body`` and ``notes`` and the notes that have a number or a marker.

    >>> from archivecite import Footnote, Mark, Paragraph
    >>> marks = [Mark("note_ref", 9, 12, "1"), Mark("reference", 18, 23, "1701")]
    >>> body = [Paragraph("As agreed[1] (see #1701).", marks=marks)]
    >>> found = find_links(body, [Footnote("[1] In May.", "1"), Footnote("[2] In June.", "2")])
    >>> found.links, found.lone_marks, found.lone_notes
    ((Link(mark='/body/0/marks/0', note='/notes/0'),), ('/body/0/marks/1',), ('/notes/1',))
    """
    footnotes: dict[str, str] = {}
    references: dict[str, str] = {}
    for index, note in enumerate(notes):
        if isinstance(note, Footnote) and note.marker:
            footnotes.setdefault(note_key(note.marker), f"/notes/{index}")
        elif isinstance(note, ReferenceNote) and note.number:
            for number in each(note.number):
                references.setdefault(number, f"/notes/{index}")
    links: list[Link] = []
    lone_marks: list[str] = []
    for pointer, kind, value in citing(body, notes):
        if kind == "note_ref":
            found = footnotes.get(note_key(value))
        else:
            found = next((references[number] for number in each(value) if number in references), None)
        if found is None:
            lone_marks.append(pointer)
        else:
            links.append(Link(pointer, found))
    spoken = {link.note for link in links}
    lone_notes = [
        f"/notes/{index}"
        for index, note in enumerate(notes)
        if isinstance(note, Footnote | ReferenceNote) and f"/notes/{index}" not in spoken
    ]
    return Links(tuple(links), tuple(lone_marks), tuple(lone_notes))


def citing(body: Sequence[Block], notes: Sequence[Note]) -> Iterator[tuple[str, str, str]]:
    """Every place that speaks of a note: its pointer, the kind of mark, and the number or marker."""
    for where, values in (("body", body), ("notes", notes)):
        for index, value in enumerate(values):
            if isinstance(value, ReplyTo):
                for place, number in enumerate(value.numbers):
                    yield f"/{where}/{index}/numbers/{place}", "reference", number
            for place, mark in enumerate(value.marks):
                if mark.kind in ("reference", "note_ref") and mark.value:
                    yield f"/{where}/{index}/marks/{place}", mark.kind, mark.value


#: Raised figures, and the same on the line.
RAISED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")


def note_key(marker: str) -> str:
    """What a note's marker and a mark that speaks of it have in common: ``²``, ``2`` and ``fn. 2`` are one note's.

    >>> note_key("²"), note_key("fn. 2"), note_key("*")
    ('2', '2', '*')
    """
    return marker.rpartition(" ")[2].translate(RAISED)


#: The longest range of telegrams whose numbers are told one by one.
LONGEST_RANGE = 100


def each(number: str) -> list[str]:
    """The number itself, and where it is a range, each number in it.

    >>> each("812-814"), each("0100")
    (['812-814', '812', '813', '814'], ['0100'])
    """
    first, _, last = number.replace("–", "-").partition("-")
    if not (first.isdecimal() and last.isdecimal() and len(first) == len(last)):
        return [number]
    numbers = range(int(first), int(last) + 1)[:LONGEST_RANGE]
    return [number, *(str(item).zfill(len(first)) for item in numbers)]
