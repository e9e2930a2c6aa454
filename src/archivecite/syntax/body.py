"""The body of a record and the notes after it: text cut into pieces, and each piece read as what it is.

First every piece is asked what it could be by itself. What needs its neighbours is settled after that: a name alone is
a signature only at the end of the letter, a label is a speaker's when it has spoken before, and where the notes begin.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model.body import Block, PageBreak, Paragraph
from ..model.note import Note
from ..model.unchecked import unchecked
from ..surface.flat import BLANK_LINE, Flat
from .close import read_signature
from .crossing import mark_crossings
from .flat_notes import part_notes_of_line
from .found import Found, spanning
from .grammar import Pattern
from .mark import read_marks
from .note import note_marker, read_note
from .piece import BRIEF, SURE, Piece, read_pieces
from .running import blanked, running_heads, unread_heads, within
from .tail import NO_TAIL, Tail

#: The kinds of blocks that no note is followed by: where one stands, the body goes on.
EVIDENCE = frozenset(("document_type", "serial", "marking", "addressee", "sender", "routing", "reply_to", "signature"))

#: The notes that a mark in the text, or a heading, must prove to be notes.
NUMBERED = frozenset(("FOOTNOTE", "NUMBERED_NOTE"))

#: The kinds of blocks that may follow a signature.
CLOSING = frozenset(("entry_numbers", "omission", "signature", "serial", "marking", "routing"))

#: The notes that are told by their first words.
WORDED = (*SURE, "TRANSLATOR_NOTE", "EDITOR_NOTE")

#: The longest words that a page's end may part from the rest of what begins a note.
BRIEF_START = 30

#: How many brief paragraphs may follow a signature.
BRIEF_COUNT = 3

FORM_FEED = Pattern("body", "FORM_FEED")
NOTE_REF = Pattern("note", "NOTE_REF", groups="ref")

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
    feeds = (
        [match.span() for match in FORM_FEED.finditer(plain, start, end)] if plain.find("\f", start, end) >= 0 else []
    )
    pieces = list(read_pieces(plain, start, end, feeds))
    pieces = part_notes_of_line(plain, pieces, len(pieces) == 1)
    pieces, notes = part_notes(join_notes(plain, pieces) if feeds else pieces)
    pieces = read_close(plain, pieces)
    read_speakers(pieces)
    return list(with_page_breaks(pieces, feeds)), list(read_notes(plain, notes, put, tail))


def join_notes(plain: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with each note one that a page broke at its start: ``[Source: RGASPI,`` / form feed / ``op. 1.]``"""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else piece
        broken = last.page < piece.page and BLANK_LINE.search(plain, last.end, piece.start) is None
        if broken and may_begin_note(last):
            whole = Piece(Flat(plain, last.start, piece.end), piece.end, last.page)
            if whole.note in WORDED and whole.note != last.note:
                joined[-1] = whole
                continue
        joined.append(piece)
    return joined


def may_begin_note(piece: Piece) -> bool:
    """Whether a piece may be the first words of a note, and no note by itself; ``Reference: # 7`` above is a number."""
    text = piece.flat.text
    if piece.found is not None and piece.found.value.kind != "heading":
        return False
    return len(text) <= BRIEF_START or (text.startswith("[Source") and "]" not in text)


def part_notes(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that are blocks, and those that are notes.

    Notes begin at the first piece that begins as one and has no more of the body after it. One that has stays a note,
    when it is beyond doubt: a footnote at the foot of a page, a source note between two letters.
    """
    prove_footnotes(pieces)
    last = len(pieces) - 1
    while last >= 0 and not is_evidence(pieces[last]):
        last -= 1
    trailing = trailing_notes(pieces)
    blocks: list[Piece] = []
    notes: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        after = index + 1
        if piece.note is not None and is_note(pieces, index, last, index in trailing, blocks):
            foot = page_foot(pieces, index)
            if index > last and not foot:
                return blocks, notes + pieces[index:]
            after = max(after, foot)
            if piece.lacks_explanation() and after < len(pieces) and is_prose(pieces[after]):
                after += 1
            notes += pieces[index:after]
        else:
            piece.note = None
            blocks.append(piece)
        index = after
    return blocks, notes


def prove_footnotes(pieces: list[Piece]) -> None:
    """Drop what begins as a numbered note where no text above refers to it and no heading says that notes follow."""
    if NUMBERED.isdisjoint([piece.note for piece in pieces]):
        return
    seen: dict[str, int] = {}
    headed = False
    for piece in pieces:
        text = piece.flat.text
        if piece.note in NUMBERED:
            piece.reference = seen.get(note_marker(text))
            if piece.note == "NUMBERED_NOTE" and piece.reference is None and not headed:
                piece.note = None
        headed = headed or piece.note == "NOTES_HEADING"
        if "[" in text:
            for match in NOTE_REF.finditer(text, 1):
                seen[match.group("ref")] = piece.page


def is_evidence(piece: Piece) -> bool:
    """Whether the body is sure to go on up to ``piece``."""
    if piece.note:
        return False
    return (piece.found is not None and piece.found.value.kind in EVIDENCE) or (
        piece.speaker is not None and piece.speaker.kind == "TITLED_SPEAKER"
    )


def trailing_notes(pieces: list[Piece]) -> set[int]:
    """The indexes of the pieces from which on all begin as notes, up to the end or to one that is beyond doubt."""
    trailing: set[int] = set()
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.note is not None and (index + 1 == len(pieces) or index + 1 in trailing or is_sure(piece)):
            trailing.add(index)
    return trailing


def is_sure(piece: Piece) -> bool:
    """Whether a piece begins a note wherever it stands: it names its source or a message, or the text refers to it."""
    return piece.note in SURE or (piece.note == "FOOTNOTE" and piece.reference is not None)


def is_note(pieces: list[Piece], index: int, last: int, trailing: bool, blocks: list[Piece]) -> bool:
    """Whether the piece at ``index`` begins a note, or only looks like it.

    A remark of the translator's may stand in a letter too. It is a note when none but notes follow, or below a close.
    """
    piece = pieces[index]
    if is_sure(piece):
        return True
    if piece.note == "NOTES_HEADING":
        following = pieces[index + 1].note if index + 1 < len(pieces) else None
        return index > last and following in ("FOOTNOTE", "NUMBERED_NOTE")
    closed = any(block.closing or (block.found and block.found.value.kind == "signature") for block in blocks[-3:])
    return index > last and bool(blocks) and (trailing or closed)


def page_foot(pieces: list[Piece], index: int) -> int:
    """The index after the footnotes at a page's foot that begin at ``index``, or 0 when the body does not go on there.

    ``… the plenum[1] decided to`` / ``[1] Held in May.`` / form feed / ``send a delegation …``
    """
    first = pieces[index]
    after = index
    while (
        after < len(pieces)
        and pieces[after].note == "FOOTNOTE"
        and pieces[after].reference == first.page == pieces[after].page
    ):
        after += 1
    goes_on = index < after < len(pieces) and pieces[after].page > first.page and pieces[after].note is None
    return after if goes_on else 0


def is_prose(piece: Piece) -> bool:
    """Whether a piece is nothing but a paragraph."""
    return piece.note is None and piece.found is None


def read_notes(plain: str, pieces: list[Piece], put: Sequence[int], tail: Tail) -> Iterator[Found[Note]]:
    """The notes in pieces: one that begins no note goes on with the footnote, or explains the reference, before it."""
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        after = index + 1
        if piece.note in NUMBERED:
            while after < len(pieces) and pieces[after].note is None:
                after += 1
        elif after < len(pieces) and pieces[after].note is None and piece.lacks_explanation():
            after += 1
        if after > index + 1:
            last = pieces[after - 1].end
            paragraphs = bisect_left(put, piece.start) == bisect_left(put, last)
            yield read_note(piece.note or "", Flat(plain, piece.start, last, paragraphs), tail)
        else:
            yield piece.read_note(tail)
        index = after


def read_close(plain: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the signatures at their end found: a name and a date that stand apart are one."""
    brief = BRIEF_COUNT
    closed: list[Piece] = []
    index = len(pieces) - 1
    while index >= 0:
        piece = pieces[index]
        if piece.closing and index and (brief == BRIEF_COUNT or not is_word(piece)):
            joined = join_signature(plain, pieces[index - 1], piece) if index > 1 else None
            if joined:
                index -= 1
                piece = joined
            else:
                piece.found = piece.closing
        elif piece.found is None and brief and len(piece.flat.text) <= BRIEF:
            brief -= 1
        elif piece.found is None or piece.found.value.kind not in CLOSING:
            break
        closed.append(piece)
        index -= 1
    return pieces[: index + 1] + closed[::-1]


def is_word(piece: Piece) -> bool:
    """Whether a signature is one word with a full stop, which may be a sentence when more follows."""
    return " " not in piece.flat.text and piece.flat.text.endswith(".")


def join_signature(plain: str, first: Piece, second: Piece) -> Piece | None:
    """The one signature that a name and a date in two pieces are, or None."""
    if first.closing is None or second.closing is None or first.page != second.page:
        return None
    one, other = first.closing.value, second.closing.value
    if bool(one.signers) == bool(other.signers) or bool(one.date) == bool(other.date):
        return None
    joined = Piece(Flat(plain, first.start, second.end), second.end, first.page)
    found = read_signature(joined.flat)
    if found is None or not (found.value.signers and found.value.date):
        return None
    joined.found = found
    return joined


def read_speakers(pieces: list[Piece]) -> None:
    """Keep the labels that are speakers': those with a title, those that come twice, and those that stand among such.

    Among two speakers a third may speak once; in capitals one is enough, since little else begins so.
    """
    labelled = [piece for piece in pieces if piece.speaker and piece.found is None]
    if not labelled:
        return
    spoken = Counter(piece.speaker.name for piece in labelled if piece.speaker)
    proven = {
        piece.speaker.name
        for piece in labelled
        if piece.speaker and (piece.speaker.kind == "TITLED_SPEAKER" or spoken[piece.speaker.name] > 1)
    }
    for piece in labelled:
        enough = 1 if piece.speaker and piece.speaker.kind == "CAPITALS_SPEAKER" else 2
        if piece.speaker and piece.speaker.name not in proven and len(proven) < enough:
            piece.speaker = None


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
