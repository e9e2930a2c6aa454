"""Persons over several lines of a head: an address with its offices below it, and those who took part."""

from collections.abc import Sequence

from ..model.header import Addressee, Participants
from ..model.person import Person
from ..model.unchecked import unchecked
from .alone import is_name
from .found import Found, spanning
from .line import line_of
from .lines import has_label, in_capitals, is_bracketed
from .mark import read_marks
from .piece import Piece
from .prose import BRIEF, ends_sentence
from .speaker import is_titled

new_addressee = unchecked(Addressee)
new_participants = unchecked(Participants)
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


def read_participants(pieces: Sequence[Piece]) -> None:
    """Make the lines that name a person below a label of those who took part lines of participants.

    ``PRESENT`` / ``Chairman: Lord Novak`` / ``Comrade Weber, Consul``
    """
    opened = False
    for index, piece in enumerate(pieces):
        if piece.zone == "text" and piece.kind != "participants":
            opened = False
        elif opens(piece) and index + 1 < len(pieces) and (piece.found is not None or names_person(pieces[index + 1])):
            opened = True
            if piece.found is None:
                piece.found, piece.closing = participants(piece, len(piece.text)), None
        elif opened and names_person(piece):
            piece.found = participants(piece, piece.text.find(":") if has_label(piece.text) else 0)
            piece.closing = piece.speaker = None
        else:
            opened = False


def opens(piece: Piece) -> bool:
    """Whether a piece is the label above those who took part, and no more: ``Present:``, ``PRESENT``"""
    if piece.kind == "participants":
        return piece.text.endswith(":")
    tokens = line_of(piece.flat).tokens
    return piece.kind is None and len(tokens) == 1 and "PARTICIPANTS" in tokens[0].kinds


def names_person(piece: Piece) -> bool:
    """Whether a short line is a person, with a form of address first or a label before: ``Peru: Mr. A. Novak``."""
    if piece.kind not in (None, "addressee", "routing") or len(piece.text) > BRIEF or ends_sentence(piece.text):
        return False
    value = piece.text.partition(": ")[2] if has_label(piece.text) else piece.text
    tokens = line_of(piece.flat).tokens
    return is_titled(value) or (value != piece.text and is_name(value)) or (bool(tokens) and tokens[0].narrow == "RANK")


def participants(piece: Piece, end: int) -> Found[Participants]:
    """The line of those who took part that a piece is; its label ends at ``end``, 0 where it has none."""
    label = piece.text[:end] or None
    value = new_participants(piece.text, label, marks=read_marks(piece.text, references=False))
    return spanning(value, piece.flat, {"label": Found(label, 0, end)} if label else {})


def is_continuation(before: Piece, piece: Piece) -> bool:
    """Whether a line goes on with the address that the line before is of: it is an office, an organisation, or in
    capitals as all the address, or the line before ends in a comma.
    """
    if piece.kind not in (None, "letterhead") or len(piece.text) > BRIEF or ends_sentence(piece.text):
        return False
    if is_bracketed(before.text):
        return False  # "[handwritten: To Com. Novak]" above a letterhead
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
