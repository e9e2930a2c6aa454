"""How entries of a list of copies begin: ``1 - Cde. Novak``, ``3-8 – members``, ``Copy 2: file``, ``1x Embassy``."""

from typing import NamedTuple

#: The signs that part a number from the name behind it.
DASHES = "-–—"
SIGNS = DASHES + ".):"

#: The longest number of copies, or range of numbers of copies.
LONGEST_NUMBER = 5

#: What may stand before the number of one copy.
LEADS = ("copy no. ", "copy nr. ", "copy nº ", "copy # ", "copy ", "no. ", "nº ", "nr. ", "№ ", "ex. ")


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
    >>> copy_entry("No. 3 – Com. Novak"), copy_entry("6.–7. HVA")
    (CopyEntry(first=3, last=3, start=8), CopyEntry(first=6, last=7, start=6))
    """
    lower = text[: len(LEADS[0]) + 1].lower()
    at = next((len(lead) for lead in LEADS if lower.startswith(lead)), 0)
    end = number_end(text, at)
    if end == at:
        return None
    first = last = int(text[at:end])
    times = end + text.startswith(" ", end)
    if not at and text[times : times + 2] in ("x ", "× ") and text[times + 2 :].strip():
        return CopyEntry(0, 0, times + 2)
    end += text[end : end + 1] == "." and text[end + 1 : end + 2] in ("-", "–")  # "6.–7. HVA"
    if text[end : end + 1] in DASHES and (stop := number_end(text, end + 1)) > end + 1:
        last, end = int(text[end + 1 : stop]), stop
    rest = text[end:].lstrip(" ")
    if at and text[end : end + 1] == " " and rest[:1].isupper() and last >= first:
        return CopyEntry(first, last, len(text) - len(rest))  # "No. 1 Novak"
    if rest[:1] not in SIGNS or not rest[1:].strip() or last < first:
        return None
    return CopyEntry(first, last, len(text) - len(rest[1:].lstrip()))


def number_end(text: str, at: int) -> int:
    """Where the number of a copy ends that begins ``at``."""
    end = at
    while end < at + LONGEST_NUMBER and text[end : end + 1].isdecimal():
        end += 1
    return end
