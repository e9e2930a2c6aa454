"""Lists of those who got a copy: an opener, and the lines that follow while they are entries of such a list."""

from collections.abc import Sequence
from itertools import pairwise

from ..model.header import Distribution
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .alone import is_name, says_signed
from .copy_entry import DASHES, CopyEntry, copy_entry
from .found import Found, spanning
from .line import line_of
from .mark import read_marks
from .piece import Piece
from .prose import ends_sentence, is_abbreviated, is_sentence
from .speaker import is_titled

#: The longest entry.
LONGEST = 80

#: The longest title of a list.
LONGEST_TITLE = 24

#: The longest short name of an office, and the longest in small letters: ``a/a``.
LONGEST_DESK = 20
LONGEST_SMALL = 4

#: What an entry may be by itself.
ENTRY_KINDS = (None, "heading", "letterhead", "addressee", "dateline", "signature", "enclosure", "document_type")

new_distribution = unchecked(Distribution)


def read_copies(pieces: Sequence[Piece]) -> None:
    """Make the entries below each opener lines of distribution.

    An opener that names no one is followed by names, numbers and dashes, one that names someone by dashes alone; what
    says how many copies there are (``Five copies printed``) by numbers from 1.
    """
    opener: Piece | None = None
    expected = 1
    for piece in pieces:
        entry = entry_of(piece, opener, expected) if opener is not None else None
        if opener is not None and entry is not None:
            open_list(opener)
            piece.found = read_entry(piece, entry.start)
            piece.note = piece.closing = piece.speaker = None
            expected = entry.last + 1 if entry.last else expected
        elif is_opener(piece):
            if opener is not None and piece.kind == "distribution" and not opener.text.endswith(":"):
                open_list(opener)  # "Written: in 4 copies" / "3 copies to the Center"
            opener, expected = piece, 1
        elif piece.text[0] != "[":
            opener = None


def is_desk(text: str) -> bool:
    """Whether a text is an office's or a file's short name with strokes.

    >>> is_desk("a/a"), is_desk("HA XX/4"), is_desk("and/or they"), is_desk("3/5")
    (True, True, False, False)
    """
    if len(text) > LONGEST_DESK or "/" not in text or not any(map(str.isalpha, text)):
        return False
    return all(not word.islower() or ("/" in word and len(word) <= LONGEST_SMALL) for word in text.split(" "))


def open_list(opener: Piece) -> None:
    """Make the line above a list of copies one of distribution, though it says no more than how many they are."""
    if opener.kind == "marking" or (opener.found is None and opener.top is None):
        opener.found = spanning(new_distribution(opener.text, (), marks=read_marks(opener.text)), opener.flat)
    opener.found = opener.found or opener.top


def is_opener(piece: Piece) -> bool:
    """Whether a piece is the line above a list of copies: ``Copies:``, ``Produced in 6 copies for:``, ``5 copies``."""
    if is_list(piece):
        return True
    if piece.found is not None:
        return getattr(piece.found.value, "type", None) == "copy"
    return len(piece.text) <= LONGEST and not is_sentence(piece.text) and counts_copies(piece.flat)


def is_list(piece: Piece) -> bool:
    """Whether a piece says that a list follows, or begins it; below prose one that ends in a colon does."""
    if piece.found is not None:
        return piece.kind == "distribution"
    if len(piece.text) <= LONGEST_TITLE and is_title(piece.flat):
        return True
    return piece.top is not None and piece.top.value.kind == "distribution" and piece.text.endswith(":")


def is_title(flat: Flat) -> bool:
    """Whether a line is no more than the title of such a list: ``Distribution``."""
    kinds = [token.kinds for token in line_of(flat).tokens]
    return len(kinds) == 1 and "DISTRIBUTION" in kinds[0] and "BODY" not in kinds[0]


def counts_copies(flat: Flat) -> bool:
    """Whether a line says how many copies there are: ``Five copies printed v[i]``"""
    line = line_of(flat)
    if not line.may_tell_copies:
        return False
    kinds = [token.kinds for token in line.tokens]
    return any(("COUNT" in one or "NUM" in one) and "COPY" in two for one, two in pairwise(kinds))


def entry_of(piece: Piece, opener: Piece, expected: int) -> CopyEntry | None:
    """How an entry of the list below ``opener`` begins, or None if the piece is none; ``expected`` is its number.

    A list that has begun with numbers goes on with numbers.
    """
    text = piece.text
    if len(text) > LONGEST or piece.kind not in ENTRY_KINDS or (ends_sentence(text) and is_sentence(text)):
        return None
    entry = copy_entry(text)
    if entry is not None and entry.first in (0, expected):
        return entry
    if not is_list(opener) or expected > 1 or (piece.closing is not None and says_signed(piece.closing)):
        return None
    if text[0] in DASHES and text[1:].strip():
        return CopyEntry(0, 0, len(text) - len(text[1:].lstrip()))
    named = opener.text.endswith(":") and not ends_sentence(text) and not piece.office
    return CopyEntry(0, 0, 0) if named and (is_titled(text) or is_name(text) or is_desk(text)) else None


def read_entry(piece: Piece, start: int) -> Found[Distribution]:
    """The line of distribution that an entry is: who got the copy is what stands behind its number."""
    text = piece.text
    name = text[start:].rstrip(";,")
    if name.endswith(".") and not is_abbreviated(name):
        name = name[:-1]
    value = new_distribution(text, (name,), marks=read_marks(text, references=False))
    return spanning(value, piece.flat, {"recipients": [Found(name, start, start + len(name))]})
