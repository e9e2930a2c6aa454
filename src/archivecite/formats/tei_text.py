"""The body and the notes of a record in TEI.

Header lines become an ``opener``, what follows the last line of the text a ``closer``, each heading begins a ``div``.
Whatever is elsewhere than a document has it becomes an ``ab`` of its kind, so that any row of blocks gives valid TEI.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from ..model.body import Block, Heading, Item, Omission, PageBreak, Paragraph
from ..model.close import Signature, Valediction
from ..model.header import Dateline, DocumentType, EntryNumbers, HeaderLine, Marking, Salutation, Serial
from ..model.note import Footnote, Note, ReferenceNote, SourceNote
from ..model.record import Record
from .tei_marks import filled

#: The elements of a line in an opener or closer, where it is more than a ``seg``.
LINES = {Salutation: "salute", Valediction: "salute", Dateline: "dateline", Signature: "signed"}

#: The elements of a document that are not its text.
ABOVE_TEXT = ("head", "opener", "pb")

#: The blocks that are the text itself.
TEXT_KINDS = (Heading, Paragraph, Item, Omission)


def write_text(record: Record, key: str) -> Element:
    """The ``text`` of a record whose key is ``key``."""
    targets = {link.mark: f"#{name_of(key, link.note)}" for link in record.links().links}
    text = Element("text")
    whole = SubElement(SubElement(text, "body"), "div", {"type": "document", "xml:id": key})
    head = SubElement(whole, "head")
    head.text = record.title or (record.citation and record.citation.title) or ""
    for index, note in enumerate(record.notes):
        if isinstance(note, SourceNote):
            marked_note(head, note, f"/notes/{index}", key, targets)
    placed = [Placed(block, f"/body/{index}", targets) for index, block in enumerate(record.body)]
    first, last = opening(record.body), closing(record.body)
    if placed[:first]:
        lines(whole, "opener", placed[:first])
    write_middle(whole, placed[first:last])
    if placed[last:]:
        lines(whole, "closer", placed[last:])
    write_notes(text, whole, record.notes, key, targets)
    return text


class Placed:
    """A block, where it is in the record, and what its references point at."""

    def __init__(self, block: Block, pointer: str, targets: dict[str, str]) -> None:
        self.block = block
        self.pointer = pointer
        self.targets = targets

    def fill(self, element: Element, start: int = 0, end: int | None = None) -> None:
        """Put the block's text into ``element``, marks and all, or the part of it from ``start`` to ``end``."""
        filled(element, self.block, self.pointer, self.targets, start, end)


def opening(body: tuple[Block, ...]) -> int:
    """How many blocks of the body are the opener: its header lines, and page breaks between them."""
    count = 0
    for index, block in enumerate(body):
        if isinstance(block, HeaderLine):
            count = index + 1
        elif not isinstance(block, PageBreak):
            break
    return count


def closing(body: tuple[Block, ...]) -> int:
    """Where the closer begins: after the last block of the text, at the first that is no page break.

    A signature with no text above it is in no closer: TEI has one below a text only.
    """
    last = max((index for index, block in enumerate(body) if isinstance(block, TEXT_KINDS)), default=len(body))
    start = max(last + 1, opening(body))
    while start < len(body) and isinstance(body[start], PageBreak):
        start += 1
    return start


def lines(parent: Element, name: str, placed: Iterable[Placed]) -> None:
    """An opener or closer: a line each."""
    element = SubElement(parent, name)
    for one in placed:
        write_line(element, one)
        element[-1].tail = "\n"


def write_line(parent: Element, placed: Placed) -> None:
    """A line of an opener or closer."""
    block = placed.block
    if isinstance(block, PageBreak):
        SubElement(parent, "pb")
    elif isinstance(block, Serial | EntryNumbers) and not block.marks:
        SubElement(parent, "idno", {"type": hyphened(block.kind)}).text = " ".join(block.text.split())
    elif name := LINES.get(type(block)):
        placed.fill(SubElement(parent, name))
    else:
        placed.fill(SubElement(parent, "seg", kinds(block)))


def hyphened(kind: str) -> str:
    """A kind as the value of an attribute: ``reply-to``."""
    return kind.replace("_", "-")


def kinds(block: Block) -> dict[str, str]:
    """The kind of a block as attributes."""
    more = {"subtype": block.type} if isinstance(block, Marking) else {}
    number = {"n": block.number} if isinstance(block, DocumentType) and block.number else {}
    return {"type": hyphened(block.kind), **more, **number}


def write_middle(parent: Element, placed: list[Placed]) -> None:
    """The text itself: paragraphs, lists, speeches, and a ``div`` from each heading on."""
    element = parent
    for is_list, group in groupby(placed, lambda one: isinstance(one.block, Item)):
        if is_list:
            row = SubElement(element, "list")
            for one in group:
                assert isinstance(one.block, Item)
                one.fill(SubElement(row, "item", {"n": one.block.label} if one.block.label else {}))
            continue
        for one in group:
            if isinstance(one.block, Heading):
                element = SubElement(parent, "div", {"type": "section"})
                one.fill(SubElement(element, "head", {"n": one.block.number} if one.block.number else {}))
            else:
                write_block(element, one)


def write_block(parent: Element, placed: Placed) -> None:
    """A block of the text that is neither a heading nor an item of a list."""
    block = placed.block
    if isinstance(block, PageBreak):
        SubElement(parent, "pb")
    elif isinstance(block, Paragraph) and block.speaker:
        write_speech(parent, placed, block.speaker)
    elif isinstance(block, Paragraph):
        placed.fill(SubElement(parent, "p"))
    else:
        placed.fill(SubElement(parent, "ab", kinds(block)))


def write_speech(parent: Element, placed: Placed, speaker: str) -> None:
    """A paragraph with its speaker, who has the colon after the name too, unless a mark goes over the end of that."""
    speech = SubElement(parent, "sp")
    text = placed.block.text
    end = len(speaker)
    while end < len(text) and not text[end].isalnum() and text[end] not in "[(\"“'‘«":
        end += 1
    if text.startswith(speaker) and not any(mark.start < end < mark.end for mark in placed.block.marks):
        placed.fill(SubElement(speech, "speaker"), 0, end)
        placed.fill(SubElement(speech, "p"), end)
    else:
        placed.fill(SubElement(speech, "p"))


def name_of(key: str, pointer: str) -> str:
    """The ``xml:id`` of a note."""
    return f"{key}-note-{int(pointer.rpartition('/')[2]) + 1}"


def write_notes(text: Element, whole: Element, notes: tuple[Note, ...], key: str, targets: dict[str, str]) -> None:
    """The notes: those on messages are the document's ``postscript``, all others at the back. TEI has a postscript only
    below a text; without one the notes on messages are in its place.
    """
    has_text = any(child.tag not in ABOVE_TEXT for child in whole)
    postscript = None if has_text else whole
    back = None
    for index, note in enumerate(notes):
        pointer = f"/notes/{index}"
        if isinstance(note, ReferenceNote):
            postscript = SubElement(whole, "postscript") if postscript is None else postscript
            line = SubElement(postscript, "ab", {"type": "reference", "xml:id": name_of(key, pointer)})
            filled(line, note, pointer, targets)
        elif not isinstance(note, SourceNote):
            if back is None:
                back = SubElement(SubElement(text, "back"), "div", {"type": "notes"})
            marked_note(back, note, pointer, key, targets)


def marked_note(parent: Element, note: Note, pointer: str, key: str, targets: dict[str, str]) -> None:
    """A note as an element of its own."""
    marker = {"n": note.marker} if isinstance(note, Footnote) and note.marker else {}
    element = SubElement(parent, "note", {"type": hyphened(note.kind), "xml:id": name_of(key, pointer), **marker})
    filled(element, note, pointer, targets)
