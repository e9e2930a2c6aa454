"""Cross references: the numbers by which one document cites another, ``telegram No. 0100``, ``see #1701``."""

import re

from ..model.mark import AnyMark, Mark
from ..model.unchecked import unchecked
from .cited_number import LONG, YEAR, citing, leading_digits, numbers_at, word_before
from .unsigned import coded, unsigned

#: The sign of a number, or "No.", right before one.
SIGN = re.compile(r"[#№N](?:os?|umbers?|[º°])?\.? ?(?=[\dA-Z])")
#: The same in small letters, which is rare; so it is sought by itself.
PLAIN_SIGNS = ("no.", "nos.")
SMALL_SIGNS = (*PLAIN_SIGNS, "nº.", "n°.")

#: What a number without a sign may begin with; that a word is before it is asked then, as no pattern does it as fast.
UNSIGNED = re.compile(r" \d\d")

#: The digits that a number has at least after "#" alone.
HASHED = 2

#: The least characters of a number that begins with 0: only a register's does, "No. 0417".
PADDED = 3

new_mark = unchecked(Mark)


def read_references(text: str, start: int) -> list[AnyMark]:
    """A mark for each number by which ``text`` cites another document; the first of a list takes the sign with it.

    >>> [(mark.start, mark.value) for mark in read_references("Your No. 811, 812-813; school No. 5", 0)]
    [(5, '811'), (14, '812-813')]
    """
    marks: list[AnyMark] = []
    signs = small_signs(text, start)
    if "N" in text or "#" in text or "№" in text:
        signs = [*(match.span() for match in SIGN.finditer(text, start)), *signs]
    for begin, end in signs:
        if not is_sign(text, begin, end):
            continue
        before = word_before(text, begin)
        lettered = before in citing().nouns
        places = list(numbers_at(text, end, lettered, lettered and text[begin:end][:3].lower() == "nos"))
        if places and cites(text, begin, before, places[0]):
            marked = False
            for first, last in places:
                marks.append(new_mark("reference", first if marked else begin, last, text[first:last]))
                marked = True
    if "/" in text:
        marks += coded(text, start)
    for match in UNSIGNED.finditer(text, start):
        if text[match.start() - 1].isalpha() and not any(mark.start == match.start() + 1 for mark in marks):
            marks += unsigned(text, match.start() + 1)
    return marks


def small_signs(text: str, start: int) -> list[tuple[int, int]]:
    """Where the sign of a number stands in small letters before what may be one, from ``start`` on.

    >>> small_signs("your no. 5, and no. Then nos. 6", 0)
    [(5, 9), (16, 20), (25, 30)]
    """
    found = []
    for sign in PLAIN_SIGNS if text.isascii() else SMALL_SIGNS:
        at = text.find(sign, start)
        while at >= 0:
            end = at + len(sign)
            end += text.startswith(" ", end)
            after = text[end : end + 1]
            if after.isdecimal() or (after.isascii() and after.isupper()):
                found.append((at, end))
            at = text.find(sign, at + 1)
    return found


def is_sign(text: str, start: int, end: int) -> bool:
    """Whether the characters from ``start`` to ``end`` are a sign of a number that no word ends with.

    >>> is_sign("No. 5", 0, 4), is_sign("N 5", 0, 2), is_sign("UNO 5", 1, 4)
    (True, False, False)
    """
    sign = text[start:end].rstrip(" .").lower()
    return sign in citing().plain and (sign in "#№" or not (start and text[start - 1].isalnum()))


def cites(text: str, start: int, before: str, number: tuple[int, int]) -> bool:
    """Whether the number whose sign is at ``start`` is a document's: ``your No. 5``, not ``school No. 5``."""
    known = citing()
    if before in known.nouns:
        return True
    if not text[number[0]].isdecimal():
        return False
    if text[number[0]] == "0" and number[1] - number[0] >= PADDED:
        return True
    if text[start] == "n":
        return before in known.leads and leading_digits(text, number[0]) >= YEAR
    if text[start] == "#":
        glued = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_&#")
        return not glued and leading_digits(text, number[0]) >= HASHED
    return before in known.owners or (before in known.leads and leading_digits(text, number[0]) >= LONG)
