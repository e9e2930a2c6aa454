"""The body and the notes of a record, with its paragraphs parted again where a converter lost the blank lines."""

from ..model.body import Block, PageBreak
from ..model.note import Note
from ..model.record import Content
from ..surface.tight import paragraph_ends, parted
from .body import read_body
from .content import find_content
from .date import read_date
from .flattened import endings
from .found import Found, composed
from .section import after_bullet
from .tail import Tail

#: A line above or under a date is a name's, if it is no longer.
LONGEST_NAME = 40

Body = tuple[list[Found[Block]], list[Found[Note]], list[tuple[int, int]]]


def read_parted_body(text: str, start: int, flattened: bool, tail: Tail) -> Body:
    """The body and the notes, from ``start``; where a converter lost the blank lines, they are put back first.

    In a flattened body only the signature and the notes at its end can be told from the rest.
    """
    first = text.find("\n", start)
    ends = [end for end in paragraph_ends(text, start) if end == first or not signed(text, end)]
    if flattened and not ends:
        ends = endings(text, start)
    if not ends:
        return read_body(text, start, len(text), (), tail)
    spaced, cuts = parted(text, ends)
    blocks, notes, unread = read_body(spaced, start, len(spaced), cuts.offsets, tail)
    for found in (*blocks, *notes):
        found.at = composed(found.at, cuts.after)
    return blocks, notes, [(cuts.after(first), cuts.after(last - 1) + 1) for first, last in unread]


def signed(text: str, end: int) -> bool:
    """Whether a line that ends at ``end`` and the next one are a name and a date, ``Terebin.`` over ``10.1.1949``."""
    start = text.rfind("\n", 0, end) + 1
    if end - start > LONGEST_NAME:
        return False
    last = text.find("\n", end + 1) % (len(text) + 1)
    if last - end - 1 > LONGEST_NAME:
        return False
    return any(read_date(line.strip()) for line in (text[start:end], text[end + 1 : last]))


def misplaced_content(found: Found[Block]) -> Found[Content] | None:
    """The item of Contents that the first block of a body is, with a bullet perhaps, or None."""
    text = found.value.text
    start = after_bullet(text, 0)
    content = None if isinstance(found.value, PageBreak) else find_content(text[start:])
    if content:
        content.at = composed(lambda offset: found.start + start + offset, found.at)
    return content
