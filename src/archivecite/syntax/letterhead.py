"""What stands at the top of a document: its letterhead, and its title over several lines."""

from collections.abc import Sequence

from ..surface.flat import Flat
from .header import read_header_line
from .line import line_of
from .line_kinds import read_label
from .lines import has_label
from .piece import Piece
from .prose import BRIEF, ends_sentence

#: What below an organisation's name says that it is the top of another document.
TOP = frozenset(
    ("dateline", "serial", "marking", "document_type", "addressee", "sender", "letterhead", "entry_numbers")
)

#: Beside these a line with a label is one of a form.
BESIDE = frozenset(
    ("routing", "serial", "marking", "dateline", "sender", "addressee", "distribution", "reply_to", "subject")
)


def read_tops(plain: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the letterheads of enclosed documents found, and each title joined that goes on below."""
    read: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.found is None and piece.body and is_top(pieces, index + 1):
            piece.found = piece.top
        whole = continued(plain, read[-1], piece) if read else None
        if whole is not None:
            read[-1] = whole
        else:
            read.append(piece)
    return read


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


def continued(plain: str, title: Piece, piece: Piece) -> Piece | None:
    """The one title that a document's kind and the line below are, or None: ``JOURNAL`` / ``of the Consul in Peru``."""
    if title.kind != "document_type" or piece.found is not None or len(piece.text) > 2 * BRIEF:
        return None
    if title.page != piece.page or title.zone == "text" or ends_sentence(title.text) or not goes_on(piece.text):
        return None
    whole = Piece(Flat(plain, title.start, piece.end), piece.end, title.page)
    found = read_header_line(whole.flat)
    if found is None or found.value.kind != "document_type":
        return None
    whole.found = found
    whole.zone = title.zone
    whole.note = None
    return whole


def goes_on(text: str) -> bool:
    """Whether a line begins as no title does: with a small word, in small letters or in capitals all."""
    first = text.partition(" ")[0]
    return first.islower() or (text.isupper() and first in ("OF", "ON", "FOR", "ABOUT", "BETWEEN", "WITH"))
