"""Where the notes after a body begin, and which notes stand in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..model.note import Note
from ..surface.flat import BLANK_LINE, Flat
from .found import Found
from .lines import is_bracketed
from .mark import read_bracket_mark
from .note import note_marker, read_note
from .note_ref import keys_of, note_refs
from .piece import SURE, Piece
from .prose import bare, is_prose, words
from .tail import Tail

#: The kinds of blocks that no note is followed by: where one stands, the body goes on.
EVIDENCE = frozenset(("document_type", "serial", "marking", "addressee", "sender", "routing", "reply_to", "signature"))

#: The notes that a mark in the text, or a heading, must prove to be notes.
NUMBERED = frozenset(("FOOTNOTE", "NUMBERED_NOTE"))

#: The notes that are told by their first words.
WORDED = (*SURE, "TRANSLATOR_NOTE", "EDITOR_NOTE")

#: The notes whose first words prose may have, too.
TOLD = ("TRANSLATION_NOTE", "PUBLICATION_NOTE", "REFERENCE_LABEL")

#: The longest words that a page's end may part from the rest of what begins a note.
BRIEF_START = 30


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
    if piece.found is not None and piece.kind != "heading":
        return False
    return len(text) <= BRIEF_START or (text.startswith("[Source") and "]" not in text)


def counted_notes(pieces: Sequence[Piece]) -> int:
    """Where the numbered pieces begin that a body ends with, counted from 1 without a gap, if one of them is prose.

    Below a close they are notes. Where there are none, it is the number of pieces.
    """
    end = len(pieces)
    label = pieces[-1].label if pieces else None
    count = label.readings[0][1] if label else 0
    start = end - count
    if not 0 < count <= end or not any(is_prose(piece.text) for piece in pieces[start:]):
        return end
    numbers = [piece.label.readings[0] if piece.label and piece.found is None else None for piece in pieces[start:]]
    return start if numbers == [("1.", number + 1) for number in range(count)] else end


def part_notes(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that are blocks, and those that are notes.

    Notes begin at the first piece that begins as one and has no more of the body after it. One that has stays a note,
    when it is beyond doubt: a footnote at the foot of a page, a source note between two letters.
    """
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
            if piece.lacks_explanation() and after < len(pieces) and is_paragraph(pieces[after]):
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
            pages = [seen[key] for key in keys_of(text, note_marker(text)) if key in seen]
            piece.reference = max(pages, default=None)
            if piece.note == "NUMBERED_NOTE" and piece.reference is None and not headed:
                piece.note = None
        headed = headed or piece.note == "NOTES_HEADING"
        for _, _, _, key in note_refs(text):
            if key[0] != "(" or is_paragraph(piece):
                seen[key] = piece.page


def prove_counted(above: Sequence[Piece], counted: Sequence[Piece]) -> None:
    """Make the pieces that are ``counted`` from 1 notes, where a close stands ``above`` them, or its date alone."""
    closed = next((piece.kind for piece in reversed(above) if piece.kind != "dateline" and not piece.note), None)
    if closed == "signature":
        for piece in counted:
            piece.note = "NUMBERED_NOTE"


def is_evidence(piece: Piece) -> bool:
    """Whether the body is sure to go on up to ``piece``."""
    if piece.note:
        return False
    closing = piece.closing.value if piece.closing is not None and piece.zone != "head" else None
    if closing is not None and closing.signers and closing.date:
        return True
    return piece.kind in EVIDENCE or (piece.speaker is not None and piece.speaker.kind == "titled")


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
    if piece.note in TOLD and goes_on_as_prose(piece.text):
        return False
    if piece.note == "NOTES_HEADING":
        following = pieces[index + 1].note if index + 1 < len(pieces) else None
        return index > last and following in NUMBERED
    closed = piece.note != "TRANSLATION_NOTE" and any(b.closing or b.kind == "signature" for b in blocks[-3:])
    return index > last and bool(blocks) and (trailing or closed)


def goes_on_as_prose(text: str) -> bool:
    """Whether what begins as a note goes on behind a comma as a sentence does.

    >>> goes_on_as_prose("Published in June, it sold out."), goes_on_as_prose("Published in Pravda, 3 May 1962.")
    (True, False)
    """
    rest = {bare(word) for word in text.partition(",")[2].split(" ") if word.islower()}
    return not (words("verbs") | words("pronouns")).isdisjoint(rest)


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


def is_paragraph(piece: Piece) -> bool:
    """Whether a piece is nothing but a paragraph."""
    return piece.note is None and piece.found is None


def is_remark(text: str) -> bool:
    """Whether a text is an editor's remark in brackets and nothing else: ``[Pages 7 and 8 of the file are empty.]``"""
    return is_bracketed(text) and read_bracket_mark(text[1:-1].strip()).kind == "note"


def note_keys(pieces: Sequence[Piece]) -> set[str]:
    """The keys by which a text refers to the footnotes in ``pieces``."""
    return {
        key for piece in pieces if piece.note in NUMBERED for key in keys_of(piece.text, note_marker(piece.text)) if key
    }


def read_notes(plain: str, pieces: list[Piece], put: Sequence[int], tail: Tail) -> Iterator[Found[Note]]:
    """The notes in pieces: one that begins no note goes on with the footnote, or explains the reference, before it."""
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        after = index + 1
        if piece.note in NUMBERED:
            while after < len(pieces) and pieces[after].note is None and not is_remark(pieces[after].text):
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
