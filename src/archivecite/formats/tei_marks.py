"""A text with marks as the content of an element of TEI: marks, dates, places and names are elements in it."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from attrs import frozen

from ..model.body import Block
from ..model.close import Signature
from ..model.date import Date
from ..model.header import Dateline
from ..model.mark import AnyMark, Gap, Remark, Sic
from ..model.note import Note
from .entry import CALENDAR

#: The elements of the marks that need no more than a name.
SIMPLE = {"supplied": "supplied", "expansion": "ex", "unclear": "unclear"}

#: A date that is a day, a month or a year, alone or from and to; TEI has no year 0.
WHEN = re.compile(rf"(?!0000)({CALENDAR})(?:/(?!0000)({CALENDAR}))?", re.ASCII)


@frozen
class Piece:
    """A stretch of a text that becomes an element: from ``start`` to ``end``, with what is in it from ``inner_start``
    to ``inner_end``, without the brackets that the element says in their place.
    """

    start: int
    end: int
    name: str
    attributes: dict[str, str]
    inner_start: int
    inner_end: int
    wrap: str | None = None


def filled(
    element: Element, block: Block | Note, pointer: str, targets: dict[str, str], start: int = 0, end: int | None = None
) -> None:
    """Put the text of ``block`` from ``start`` to ``end`` into ``element``; ``targets`` says what its references are
    to, by pointer.
    """
    marks = [
        piece_of(mark, block.text, targets.get(f"{pointer}/marks/{index}")) for index, mark in enumerate(block.marks)
    ]
    pieces = [*marks, *corrections(block), *values(block, marks)]
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    stop = len(block.text) if end is None else end
    put(element, block.text, [one for one in pieces if start <= one.start and one.end <= stop], start, stop)


#: How deep elements are nested in a text; readers of XML give up at some depth.
DEEPEST = 50


def put(element: Element, text: str, pieces: list[Piece], start: int, end: int) -> None:
    """Put ``text`` from ``start`` to ``end`` into ``element``; ``pieces``, sorted and nested, are elements in it."""
    #: The elements that are open, each with where its text ends, and where it does with its bracket.
    left: list[tuple[Element, int, int]] = [(element, end, end)]
    place = start

    def close(until: int) -> None:
        nonlocal place
        while len(left) > 1 and left[-1][2] <= until:
            held, inner_end, stop = left.pop()
            append(held, text[place:inner_end])
            place = max(place, stop)

    for piece in pieces:
        close(piece.start)
        held, inner_end, _ = left[-1]
        # One that begins or ends in a bracket that is left out stays text, and so does one in an expansion, which
        # holds text alone in TEI: "A[a[0]]".
        if piece.start < place or piece.end > inner_end or len(left) > DEEPEST or held.tag == "ex":
            continue
        append(held, text[place : piece.start])
        made = SubElement(held, piece.name, piece.attributes)
        left.append((SubElement(made, piece.wrap) if piece.wrap else made, piece.inner_end, piece.end))
        place = piece.inner_start
    close(end)
    append(element, text[place:end])


def append(element: Element, text: str) -> None:
    """Put ``text`` after what is in ``element``; between its paragraphs come line breaks."""
    first, *others = text.split("\n\n")
    for index, part in enumerate([first, *others]):
        if index:
            SubElement(element, "lb")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + part
        else:
            element.text = (element.text or "") + part


def piece_of(mark: AnyMark, text: str, target: str | None) -> Piece:
    """The element of a mark."""
    inner = bare(text, mark.start, mark.end)
    if isinstance(mark, Gap):
        wrap = "desc" if any(map(str.isalnum, text[mark.start : mark.end])) else None
        attributes = {"reason": reason(mark.reason), "extent": mark.extent}
        kept = {name: value for name, value in attributes.items() if value}
        return Piece(mark.start, mark.end, "gap", kept, *(inner if wrap else (mark.end, mark.end)), wrap=wrap)
    if isinstance(mark, Sic):
        # No <sic>: nothing says whether the one word before "[sic]" is meant or several.
        return Piece(mark.start, mark.end, "note", {"type": "sic"}, *inner)
    if isinstance(mark, Remark):
        return Piece(mark.start, mark.end, "note", {"type": mark.type}, *inner)
    if mark.kind in SIMPLE:
        return Piece(mark.start, mark.end, SIMPLE[mark.kind], {}, *inner)
    kind = {"type": "note" if mark.kind == "note_ref" else "message"}
    if mark.kind == "reference":
        inner = (mark.start, mark.end)
    return Piece(mark.start, mark.end, "ref", kind | ({"target": target} if target else {}), *inner)


def corrections(block: Block | Note) -> Iterator[Piece]:
    """What would be right, where brackets say so: ``<note type="sic">sic, should be <corr>1949</corr></note>``."""
    for mark in block.marks:
        if not isinstance(mark, Sic) or not mark.correction:
            continue
        start = block.text.rfind(mark.correction, mark.start, mark.end)
        if start >= 0:
            end = start + len(mark.correction)
            yield Piece(start, end, "corr", {}, start, end)


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a mark goes without its brackets."""
    if end - start > 1 and (text[start], text[end - 1]) in (("[", "]"), ("(", ")"), ("<", ">")):
        return start + 1, end - 1
    return start, end


def reason(printed: str | None) -> str | None:
    """A reason as TEI takes it: words, without signs."""
    return " ".join(re.findall(r"\w+", printed)) if printed else None


def values(block: Block | Note, marks: list[Piece]) -> Iterator[Piece]:
    """The dates, places, names and corrections that are printed in ``block`` and cross none of its marks."""
    taken = [(mark.start, mark.end) for mark in marks]
    for name, value, attributes in typed(block):
        start = block.text.find(value)
        end = start + len(value)
        is_whole = not (block.text[start - 1 : start].isalnum() or block.text[end : end + 1].isalnum())
        if start < 0 or not is_whole or any(start < stop and begin < end for begin, stop in taken):
            continue
        taken.append((start, end))
        yield Piece(start, end, name, attributes, start, end)


def typed(block: Block | Note) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What is typed in the line of a date or a signature: its element, its text, its attributes."""
    if not isinstance(block, Dateline | Signature):
        return
    if block.date:
        yield "date", block.date.text, date_attributes(block.date)
    if block.place:
        yield "placeName", block.place, {}
    for person in block.signers if isinstance(block, Signature) else ():
        if person.name:
            yield "name", person.name, {}
        if person.office:
            yield "roleName", person.office, {}


def date_attributes(date: Date) -> dict[str, str]:
    """When a date is, where TEI can say it."""
    found = WHEN.fullmatch(date.edtf or "")
    if not found:
        return {}
    return {"from": found[1], "to": found[2]} if found[2] else {"when": found[1]}
