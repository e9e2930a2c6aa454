"""How entries of a list of copies begin: ``1 - Cde. Novak``, ``3-8 – members``, ``Copy 2: file``, ``1x Embassy``."""

from typing import NamedTuple

#: The signs that part a number from the name behind it.
DASHES = "-–—"
SIGNS = DASHES + ".):"

#: The longest number of copies, or range of numbers of copies.
LONGEST_NUMBER = 5

#: What may stand before the number of one copy.
WORD = "copy "


class CopyEntry(NamedTuple):
    """The numbers of the copies that an entry begins with, from ``first`` to ``last``, and where the name begins.

    ``1x Embassy`` says how many, and has no number: 0.
    """

    first: int
    last: int
    start: int


def copy_entry(text: str) -> CopyEntry | None:
    """What a flat ``text`` begins with, if it begins as an entry of a list of copies does; the sign may lack a blank.

    >>> copy_entry("1-8 – members"), copy_entry("1x Embassy"), copy_entry("1962 was")
    (CopyEntry(first=1, last=8, start=6), CopyEntry(first=0, last=0, start=3), None)
    """
    at = len(WORD) if text[: len(WORD)].lower() == WORD else 0
    end = number_end(text, at)
    if end == at:
        return None
    first = last = int(text[at:end])
    if not at and text[end : end + 2] in ("x ", "× "):
        return CopyEntry(0, 0, end + 2)
    if text[end : end + 1] in DASHES and (stop := number_end(text, end + 1)) > end + 1:
        last, end = int(text[end + 1 : stop]), stop
    rest = text[end:].lstrip(" ")
    if rest[:1] not in SIGNS or not rest[1:].strip() or last < first:
        return None
    return CopyEntry(first, last, len(text) - len(rest[1:].lstrip()))


def number_end(text: str, at: int) -> int:
    """Where the number of a copy ends that begins ``at``."""
    end = at
    while end < at + LONGEST_NUMBER and text[end : end + 1].isdecimal():
        end += 1
    return end
