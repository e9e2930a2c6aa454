"""Cross references: the numbers by which one document cites another, ``telegram No. 0100``, ``see #1701``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..model.mark import AnyMark, Mark
from ..model.unchecked import unchecked
from .table import Table
from .vocabulary import vocabulary, words_of
from .words import folded

#: The sign of a number, or "No.", right before one.
SIGN = re.compile(r"[#№N](?:os?|umbers?|[º°])?\.? ?(?=[\dA-Z])")
#: The same in small letters, which is rare; so it is sought by itself.
PLAIN_SIGNS = ("no.", "nos.")
SMALL_SIGNS = (*PLAIN_SIGNS, "nº.", "n°.")

#: What a number without a sign may begin with; that a word is before it is asked then, as no pattern does it as fast.
UNSIGNED = re.compile(r" \d\d")

#: How much before a sign is looked at, and after it for each number.
BEFORE = 24
WIDTH = 40

#: The longest word between two numbers, with its blank.
JOIN = 4

#: The digits that a number has at least: after "#" alone, and in a list or where only "to" or "in" is before it.
HASHED = 2
LONG = 3
YEAR = 4

#: The least characters of a number that begins with 0: only a register's does, "No. 0417".
PADDED = 3

new_mark = unchecked(Mark)


class Citing:
    """The words of cross references in ``data``, which is what the files of the vocabulary say."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        words = data["references"]
        self.nouns = words_of(words["nouns"])
        self.messages = words_of(words["messages"])
        self.owners = words_of(words["owners"])
        self.leads = words_of(words["leads"])
        self.joins = words_of(words["joins"])
        self.signs = Table({"sign": words["signs"]})
        self.labels = words_of(words["labels"])
        self.entry = words_of(words["entry"])
        self.since = words_of(words["since"])
        self.after = words_of(words["after"])
        self.plain = frozenset(sign.rstrip(".") for sign in words["signs"])


@cache
def citing() -> Citing:
    """The words that the package comes with."""
    return Citing(vocabulary().data)


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
    for match in UNSIGNED.finditer(text, start):
        if text[match.start() - 1].isalpha():
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


def word_before(text: str, start: int) -> str:
    """The word, or the opening parenthesis, before ``start``, as tables hold it; the editor's brackets are passed over.

    >>> word_before("In [telegram] #5", 14), word_before("(#5", 1), word_before("a C#5", 3)
    ('telegram', '(', '')
    """
    if start and text[start - 1] == "(":
        return "("
    if not start or text[start - 1] != " ":
        return ""
    word = text[max(0, start - BEFORE) : start].rstrip("] ").rpartition(" ")[2]
    return folded(word).strip('.([“"') if word else ""


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


def numbers_at(text: str, start: int, lettered: bool, several: bool = False) -> Iterator[tuple[int, int]]:
    """Where the numbers of a list stand, from ``start`` on; with ``lettered`` letters and full stops may be in them.

    After the first they are long, unless the sign says that there are ``several``: ``Nos. 31, 32 and 35``.
    """
    least = 1 if several else LONG
    place = number_at(text, start, lettered)
    while place:
        yield place
        place = next_number(text, place[1], lettered)
        if place and (leading_digits(text, place[0]) < least or is_year(text[place[0] : place[1]])):
            return


def next_number(text: str, at: int, lettered: bool = False) -> tuple[int, int] | None:
    """The number that goes on with a list ``at`` the end of the one before: after a comma, "and", or both.

    >>> next_number(", 812", 0), next_number(" and 813.", 0), next_number(", or 814", 0), next_number(" 815", 0)
    ((2, 5), (5, 8), (5, 8), None)
    """
    comma = text.startswith(",", at)
    at += comma
    if not text.startswith(" ", at):
        return None
    join, blank, _ = text[at + 1 : at + 1 + JOIN].partition(" ")
    if blank and join in citing().joins:
        return number_at(text, at + len(join) + 2, lettered)
    return number_at(text, at + 1, lettered) if comma else None


def number_at(text: str, start: int, lettered: bool) -> tuple[int, int] | None:
    """Where the number ends that begins at ``start``: ``1710``, ``1717-1722``, ``1476/sh``; ``P176/125``, ``085.190``.

    >>> number_at("1476/sh.", 0, False), number_at("5th", 0, False), number_at("5%", 0, False)
    ((0, 7), None, None)
    >>> number_at("P44/16", 0, lettered=True), number_at("G/SG/12", 0, True), number_at("F.7/AMB", 0, True)
    ((0, 6), (0, 7), (0, 7))
    """
    end = start
    while end < len(text) and end - start < WIDTH:
        stop = lettered and text[end] == "." and text[end + 1 : end + 2].isdecimal()
        if not (text[end].isalnum() or text[end] in "-–/" or stop):
            break
        end += 1
    if text[end : end + 1] in ("%", "_") or (text[end : end + 1] == "." and text[end + 1 : end + 2].isdecimal()):
        return None
    word = text[start:end].rstrip("-–/")
    if len(word) == WIDTH or not (is_code(word) if lettered and word[:1].isupper() else is_plain(word)):
        return None
    return start, start + len(word)


def is_plain(word: str) -> bool:
    """Whether a number has nothing but figures before its first stroke."""
    head = word.partition("/")[0]
    return head[-1:].isdecimal() and all(part.isdecimal() for part in re.split(r"[.–-]", head))


def is_code(word: str) -> bool:
    """Whether a word of capitals and figures, parted by strokes, is a number: ``P44/16``, not ``VCh``, ``Geneva``."""
    return word.isascii() and any(map(str.isdecimal, word)) and word.upper() == word


def leading_digits(text: str, start: int) -> int:
    """How many digits stand at ``start``, as far as it matters."""
    count = 0
    while count < YEAR and text[start + count : start + count + 1].isdecimal():
        count += 1
    return count


def is_year(number: str) -> bool:
    """Whether a number may be a year."""
    return len(number) == YEAR and number.isdecimal() and number[:2] in ("18", "19", "20")


def unsigned(text: str, start: int) -> list[AnyMark]:
    """The numbers at ``start`` after a word for a message: ``telegram 418 from Lima``, not ``cable 300 meters long``.

    A short one stands only after ``Your`` at the start of a sentence.

    >>> [mark.value for mark in unsigned("telegrams 188 and 191.", 10)], unsigned("your 300 men", 5)
    (['188', '191'], [])
    >>> [mark.value for mark in unsigned("Your 34 and 35.", 5)], unsigned("your 34.", 5)
    (['34', '35'], [])
    """
    known = citing()
    before = word_before(text, start)
    noun = before in known.nouns
    owned = noun and word_before(text, text.rfind(" ", 0, start - 1) + 1) in known.owners
    if not (owned or before in known.messages or (noun and (text[start] == "0" or is_split(text, start)))):
        return []
    opening = owned or (before in known.owners and text[start - 1 - len(before)].isupper())
    if not opening and leading_digits(text, start) < LONG:
        return []
    places = list(numbers_at(text, start, False, opening))
    if (
        not places
        or any(is_year(text[low:high].partition("/")[0]) for low, high in places)
        or not is_done(text, places[-1][1], owned or before in known.owners)
    ):
        return []
    return [new_mark("reference", low, high, text[low:high]) for low, high in places]


def is_split(text: str, start: int) -> bool:
    """Whether the number at ``start`` has a stroke after three digits, as a register's has: ``Information 291/78``."""
    return leading_digits(text, start) == LONG and text[start + LONG : start + LONG + 1] == "/"


def is_done(text: str, end: int, owned: bool) -> bool:
    """Whether nothing that a number counts follows at ``end``: a stop, or ``of 5 May``, ``from Lima``; ``about rice``
    after a number that is ``owned``: ``my 164 about rice``.
    """
    if text[end : end + 1] != " ":
        return text[end : end + 1] in ("", ".", ";", ",", ":", ")", "]", "?", "!")
    word, _, rest = text[end + 1 : end + WIDTH].partition(" ")
    if owned and word in citing().after:
        return True
    return word in citing().since and (rest[:1].isdecimal() or rest[:1].isupper())
