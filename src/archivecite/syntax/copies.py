"""Lists of those who got a copy: an opener, and the lines that follow while they are entries of such a list."""

from collections.abc import Sequence
from itertools import pairwise

from ..model.header import Distribution
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .alone import is_name
from .found import Found, spanning
from .line import line_of
from .mark import read_marks
from .piece import Piece
from .prose import ends_sentence, is_abbreviated
from .speaker import is_titled

#: The longest entry.
LONGEST = 80

#: What an entry may begin with besides a label, and what parts its number from the name.
DASHES = "-–—"

new_distribution = unchecked(Distribution)


def read_copies(pieces: Sequence[Piece]) -> None:
    """Make the entries below each opener lines of distribution.

    An opener that names no one is followed by names, numbers and dashes, one that names someone by dashes alone; what
    says how many copies there are (``Five copies printed``) by numbers from 1.
    """
    opener: Piece | None = None
    expected = 1
    for piece in pieces:
        if opener is not None and (start := entry_start(piece, opener, expected)) is not None:
            opener.found = opener.found or opener.top
            piece.found = read_entry(piece, start)
            piece.note = piece.closing = piece.speaker = None
            expected += 1
        elif is_opener(piece):
            opener, expected = piece, 1
        elif piece.text[0] != "[":
            opener = None


def is_opener(piece: Piece) -> bool:
    """Whether a piece is the line above a list of copies: ``Copies:``, ``Produced in 6 copies for:``, ``5 copies``."""
    if is_list(piece):
        return True
    if piece.found is not None:
        return getattr(piece.found.value, "type", None) == "copy"
    return len(piece.text) <= LONGEST and counts_copies(piece.flat)


def is_list(piece: Piece) -> bool:
    """Whether a piece says that a list follows, or begins it; below prose one that ends in a colon does."""
    if piece.found is not None:
        return piece.kind == "distribution"
    return piece.top is not None and piece.top.value.kind == "distribution" and piece.text.endswith(":")


def counts_copies(flat: Flat) -> bool:
    """Whether a line says how many copies there are: ``Five copies printed v[i]``"""
    kinds = [token.kinds for token in line_of(flat).tokens]
    return any(("COUNT" in one or "NUM" in one) and "COPY" in two for one, two in pairwise(kinds))


def entry_start(piece: Piece, opener: Piece, expected: int) -> int | None:
    """Where the name begins in an entry of the list below ``opener``, or None if the piece is none.

    >>> numbered("2 - Cde. Novak", 2), numbered("3. to file", 3), numbered("1962", 1)
    (4, 3, None)
    """
    text = piece.text
    if len(text) > LONGEST or piece.kind not in (None, "heading", "letterhead", "addressee", "dateline", "signature"):
        return None
    number = numbered(text, expected)
    if number is not None or not is_list(opener):
        return number
    if text[0] in DASHES and text[1:].strip():
        return len(text) - len(text[1:].lstrip())
    open_list = opener.text.endswith(":")
    if open_list and not ends_sentence(text) and (is_titled(text) or is_name(text)):
        return 0
    return None


def numbered(text: str, expected: int) -> int | None:
    """Where the name begins behind the number that is ``expected``, and a dash, a full stop or a bracket."""
    number = str(expected)
    if not text.startswith(number):
        return None
    rest = text[len(number) :].lstrip(" ")
    if rest[:1] not in (*DASHES, ".", ")") or not rest[1:].strip():
        return None
    return len(text) - len(rest[1:].lstrip())


def read_entry(piece: Piece, start: int) -> Found[Distribution]:
    """The line of distribution that an entry is: who got the copy is what stands behind its number."""
    text = piece.text
    name = text[start:].rstrip(";,")
    if name.endswith(".") and not is_abbreviated(name):
        name = name[:-1]
    value = new_distribution(text, (name,), marks=read_marks(text, references=False))
    return spanning(value, piece.flat, {"recipients": [Found(name, start, start + len(name))]})
