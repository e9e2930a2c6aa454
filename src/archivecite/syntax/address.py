"""An address over several lines: offices and organisations below the place or the person that a letter goes to."""

from collections.abc import Sequence

from ..model.header import Addressee
from ..model.person import Person
from ..model.unchecked import unchecked
from .found import Found, spanning
from .lines import in_capitals
from .mark import read_marks
from .piece import Piece
from .prose import BRIEF, ends_sentence

new_addressee = unchecked(Addressee)
new_person = unchecked(Person)


def read_addresses(pieces: Sequence[Piece]) -> None:
    """Make what follows an address in the head a part of it.

    ``PYONGYANG`` / ``SOVIET AMBASSADOR`` and ``Mister P. Novak`` / ``Secretary General`` / ``Foreign Ministry``
    """
    before = None
    for piece in pieces:
        if before is not None and piece.zone != "text" and is_continuation(before, piece):
            piece.found = addressee(piece)
            piece.closing = None
        before = piece


def is_continuation(before: Piece, piece: Piece) -> bool:
    """Whether a line goes on with the address that the line before is of: it is an office, an organisation, or in
    capitals as all the address, or the line before ends in a comma.
    """
    if piece.kind not in (None, "letterhead") or len(piece.text) > BRIEF or ends_sentence(piece.text):
        return False
    if before.kind == "addressee":
        capitals = in_capitals(before.text) and in_capitals(piece.text)
        listed = before.text.endswith(":") and piece.closing is not None  # "TO:" / "Jan Novak"
        return piece.kind == "letterhead" or piece.office or capitals or listed or before.text.endswith(",")
    place = before.kind == "dateline" and getattr(before.found and before.found.value, "date", None) is None
    return place and piece.office


def addressee(piece: Piece) -> Found[Addressee]:
    """The line of an address that an office or an organisation is."""
    text = piece.text.rstrip(".,:;")
    person = new_person(None, text) if piece.office else new_person(text, None)
    found = Found(person, 0, len(text), {"office" if piece.office else "name": Found(text, 0, len(text))})
    value = new_addressee(piece.text, (person,), marks=read_marks(piece.text, references=False))
    return spanning(value, piece.flat, {"persons": [found]})
