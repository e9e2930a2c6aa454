"""The tail of a citation, which the source note of its record often says again."""

from typing import NamedTuple, TypeVar

from ..model.citation import Provenance, Source
from .found import Found

V = TypeVar("V")

Place = tuple[int, int]


class Statements(NamedTuple):
    """What the tail of a citation holds: its sources, its provenance, and the places of what is no word."""

    sources: list[Found[Source]]
    provenance: list[Found[Provenance]]
    unread: list[Place]


class Tail(NamedTuple):
    """The tail of a citation as text, where it starts in that, and what it holds: a source note may say the same."""

    text: str
    start: int
    statements: Statements


#: No tail at all.
NO_TAIL = Tail("", 0, Statements([], [], []))


def tail_said(text: str, start: int, end: int, statements: Statements) -> Tail:
    """The tail between ``start`` and ``end`` without the blanks and commas around it, which a note has not.

    >>> tail_said('"Note", CWIHP Archive, RGASPI ', 22, 30, NO_TAIL.statements)[:2]
    ('RGASPI', 23)
    """
    said = text[start:end].rstrip()
    if said.endswith(" and"):
        return NO_TAIL  # it joins nothing, and a note says the same without it
    bare = said.lstrip(" ,")
    return Tail(bare, start + len(said) - len(bare), statements)


def moved(statements: Statements, shift: int) -> Statements:
    """Copies of ``statements`` that stand ``shift`` characters further on."""
    return Statements(
        [shifted(found, shift) for found in statements.sources],
        [shifted(found, shift) for found in statements.provenance],
        [(low + shift, high + shift) for low, high in statements.unread],
    )


def shifted(found: Found[V], shift: int) -> Found[V]:
    """What was found, ``shift`` characters further on."""
    return Found(found.value, found.start, found.end, found.parts, shift.__add__, found.unread)
