"""What stands at the top of a document: its letterhead, and its title over several lines."""

from collections.abc import Sequence

from ..model.body import Block
from ..model.header import Subject
from ..model.unchecked import unchecked
from .found import Found, spanning
from .heading import heading
from .line import line_of
from .line_kinds import read_label
from .lines import has_label
from .mark import read_marks
from .piece import Piece
from .prose import BRIEF, bare, ends_sentence, words

new_subject = unchecked(Subject)

#: With what the second line of a title goes on: ``of the session``, ``for the period``.
TITLE_WORDS = ("of", "from", "for")

#: What below an organisation's name says that it is the top of another document.
TOP = frozenset(
    ("dateline", "serial", "marking", "document_type", "addressee", "sender", "letterhead", "entry_numbers")
)

#: Beside these a line with a label is one of a form.
BESIDE = frozenset(
    ("routing", "serial", "marking", "dateline", "sender", "addressee", "distribution", "reply_to", "subject")
)


def read_tops(pieces: Sequence[Piece]) -> None:
    """Find the letterheads of enclosed documents, and what a document is about below its kind."""
    for index, piece in enumerate(pieces):
        if piece.found is None and piece.body and is_top(pieces, index + 1):
            piece.found = piece.top
        if index and (subject := read_title(pieces[index - 1], piece)):
            piece.found, piece.closing = subject, None


def read_labels(pieces: Sequence[Piece]) -> None:
    """Make the lines of a form routing whose label no list has, where a header line is beside them in a head.

    ``Zhurnal: A 14`` below ``Received on 5 May 1950``
    """
    for index, piece in enumerate(pieces):
        if piece.found is not None or piece.note or piece.zone != "head" or not has_label(piece.text):
            continue
        beside = {other.kind for other in (*pieces[max(index - 1, 0) : index], *pieces[index + 1 : index + 2])}
        if not BESIDE.isdisjoint(beside) and is_form_line(piece):
            piece.found, piece.speaker = read_label(piece.flat), None


def is_form_line(piece: Piece) -> bool:
    """Whether a line with a label is one of a form: its label is no town and no document, and no name, or its value has
    a number.
    """
    label, _, value = piece.text.partition(": ")
    others = label.split(" ")[1:]
    tokens = line_of(piece.flat).tokens
    if {"DOC", "PLACE"} & set(tokens[0].kinds):
        return False  # "NOTE: TWO PAGES"; "Belgium: Mr. A. Weber"
    if piece.speaker is None and (label.isupper() or all(map(str.islower, others))):
        return True  # "Non-Proliferation Treaty: Signature by Peru" says what it is about
    return any(map(str.isdecimal, value))


def is_top(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a header line stands at ``index``, and no date that ends the body."""
    if index >= len(pieces):
        return False
    return pieces[index].kind in TOP and (pieces[index].kind != "dateline" or index + 1 < len(pieces))


def read_title(title: Piece, piece: Piece) -> Found[Block] | None:
    """What a title's second line is: what a document is about, ``NOTE`` / ``on a talk with Novak``, or a heading,
    ``MINUTES`` / ``of the session``.
    """
    if title.kind != "document_type" or piece.found is not None or piece.note or len(piece.text) > 2 * BRIEF:
        return None
    if title.page != piece.page or title.zone == "text" or ends_sentence(piece.text) or not goes_on(piece.text):
        return None
    first, _, rest = piece.text.partition(" ")
    if bare(first) in words("heads"):
        return spanning(new_subject(piece.text, None, marks=read_marks(piece.text)), piece.flat)
    return heading(piece) if bare(first) in TITLE_WORDS and rest.count(" ") > 1 and not rest[0].isdecimal() else None


def goes_on(text: str) -> bool:
    """Whether a line begins as no title does: with a small word, in small letters or in capitals all."""
    first = text.partition(" ")[0]
    return first.islower() or (text.isupper() and first in ("OF", "ON", "FOR", "ABOUT", "BETWEEN", "WITH"))
