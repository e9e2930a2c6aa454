"""The body of a record and the notes after it: text cut into pieces, and each piece read as what it is.

First every piece is asked what it could be by itself. What needs its neighbours is settled after that, by one pass a
question: which lines are a list of copies, where a letter closes, where the notes begin, what is a heading or an item,
and who speaks.
"""

from collections.abc import Iterator, Sequence

from ..model.body import Block, PageBreak, Paragraph
from ..model.note import Note
from ..model.unchecked import unchecked
from .address import read_addresses, read_participants
from .closing import read_closes, read_dates
from .copies import read_copies
from .crossing import mark_crossings
from .flat_notes import part_notes_of_line
from .found import Found, spanning
from .heading import read_headings
from .letterhead import read_labels, read_tops
from .mark import read_marks
from .noteblock import counted_notes, join_notes, note_keys, part_notes, prove_counted, prove_footnotes, read_notes
from .noted import mark_note_refs
from .piece import Piece, read_pieces
from .running import blanked, running_heads, unread_heads, within
from .tail import NO_TAIL, Tail
from .turn import read_speakers

new_paragraph = unchecked(Paragraph)


def read_body(
    plain: str, start: int, end: int, put: Sequence[int] = (), tail: Tail = NO_TAIL
) -> tuple[list[Found[Block]], list[Found[Note]], list[tuple[int, int]]]:
    """The blocks, the notes and the unread places of ``plain`` from ``start`` to ``end``.

    ``put`` are the places of blank lines that were not in the text as given, so that no value may show them; ``tail``
    is that of the record's citation. Running heads are unread, or layout beside a form feed.

    >>> text = "Top Secret\\n\\nAll is well.\\n\\n31.X.62 A. GROMYKO"
    >>> blocks, notes, unread = read_body(text, 0, len(text))
    >>> [found.value.kind for found in blocks]
    ['marking', 'paragraph', 'signature']
    """
    heads = running_heads(plain, start, end)
    bare = blanked(plain, heads) if heads else plain
    blocks, notes = read_blocks(bare, start, end, put, tail)
    if heads and (kept := within([*blocks, *notes], heads)):  # a note may go on over a page's end
        heads = [place for place in heads if place not in kept]
        blocks, notes = read_blocks(blanked(plain, heads), start, end, put, tail)
    return mark_crossings(blocks), notes, unread_heads(plain, heads)


def read_blocks(
    plain: str, start: int, end: int, put: Sequence[int], tail: Tail
) -> tuple[list[Found[Block]], list[Found[Note]]]:
    """The blocks and the notes of a ``plain`` text without running heads."""
    feeds = form_feeds(plain, start, end)
    pieces = list(read_pieces(plain, start, end, feeds))
    pieces = part_notes_of_line(plain, pieces, len(pieces) == 1)
    if feeds:
        pieces = join_notes(plain, pieces)
    prove_footnotes(pieces)
    read_copies(pieces)
    read_participants(pieces)
    counted = counted_notes(pieces)
    if counted < len(pieces):
        prove_counted(read_closes(plain, pieces[:counted]), pieces[counted:])
    pieces, notes = part_notes(pieces)
    pieces = read_closes(plain, pieces)
    read_dates(pieces)
    read_tops(pieces)
    read_addresses(pieces)
    read_headings(pieces)
    read_speakers(pieces)
    read_labels(pieces)
    blocks = mark_note_refs(list(with_page_breaks(pieces, feeds)), note_keys(notes))
    return blocks, list(read_notes(plain, notes, put, tail))


def form_feeds(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the form feeds stand."""
    feeds = []
    at = plain.find("\f", start, end)
    while at >= 0:
        feeds.append((at, at + 1))
        at = plain.find("\f", at + 1, end)
    return feeds


def read_block(piece: Piece) -> Found[Block]:
    """The block that a piece is: a paragraph if nothing else."""
    if piece.found:
        return piece.found
    flat, speaker = piece.flat, piece.speaker
    text = flat.text
    if speaker is None:
        return spanning(new_paragraph(text, marks=read_marks(text)), flat)
    parts = {"speaker": Found(speaker.name, speaker.start, speaker.end)}
    return spanning(new_paragraph(text, speaker.name, marks=read_marks(text)), flat, parts)


def with_page_breaks(pieces: list[Piece], feeds: list[tuple[int, int]]) -> Iterator[Found[Block]]:
    """The blocks in order, with a page break for each form feed between two of them."""
    if not feeds:
        yield from map(read_block, pieces)
        return
    page = pieces[0].page if pieces else 0
    last = 0
    for piece in pieces:
        for start, end in feeds[page : piece.page]:
            if start >= last:  # else it stands in the piece before, where it is white space
                yield Found(PageBreak(), start, end)
        page, last = piece.page, piece.end
        yield read_block(piece)


def write_body(body: Sequence[Block], notes: Sequence[Note]) -> str:
    """The canonical text of ``body`` and ``notes``: a blank line between two, a form feed for a page break.

    >>> write_body([Paragraph("All is well."), PageBreak(), Paragraph("More follows.")], [])
    'All is well.\\n\\n\\x0c\\n\\nMore follows.'
    """
    return "\n\n".join("\f" if isinstance(value, PageBreak) else value.text for value in (*body, *notes))
