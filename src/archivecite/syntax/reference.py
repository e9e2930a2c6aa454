"""Cross references: the numbers by which one document cites another, ``telegram No. 0100``, ``see #1701``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..model.mark import AnyMark, Mark
from ..model.unchecked import unchecked
from .vocabulary import Table, vocabulary, words_of
from .words import Words

#: The sign of a number, or "No.", right before one.
SIGN = re.compile(r"(?:[#№]|\b[Nn](?:os?\b|umbers?\b|[º°]))\.? ?(?=[\dA-Z])")

#: How much before a sign is looked at, and after it for each number.
BEFORE = 24
WIDTH = 40

#: The digits that a number has at least: after "#" alone, and in a list or where only "to" or "in" is before it.
HASHED = 2
LONG = 3
YEAR = 4

new_mark = unchecked(Mark)


class Citing:
    """The words of cross references in ``data``, which is what the files of the vocabulary say."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        words = data["references"]
        self.nouns = words_of(words["nouns"])
        self.owners = words_of(words["owners"])
        self.leads = words_of(words["leads"])
        self.joins = words_of(words["joins"])
        self.signs = Table({"sign": words["signs"]})
        self.labels = words_of(words["labels"])
        self.entry = words_of(words["entry"])
        self.since = words_of(words["since"])
        self.openers = tuple(f"{word} " for word in words["openers"])


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
    signed = "#" in text or "№" in text or "N" in text or "no" in text
    for match in SIGN.finditer(text, start) if signed else ():
        before = word_before(text, match.start())
        places = list(numbers_at(text, match.end(), before in citing().nouns))
        if places and cites(text, match.start(), before, places[0]):
            begin = match.start()
            for first, last in places:
                marks.append(new_mark("reference", begin if begin >= 0 else first, last, text[first:last]))
                begin = -1
    for opener in citing().openers:
        if opener in text:
            marks += opened(text, start, opener)
    return marks


def word_before(text: str, start: int) -> str:
    """The word, or the opening parenthesis, before ``start``, as tables hold it; the editor's brackets are passed over.

    >>> word_before("In [telegram] #5", 14), word_before("(#5", 1), word_before("a C#5", 3)
    ('telegram', '(', '')
    """
    if start and text[start - 1] == "(":
        return "("
    if not start or text[start - 1] != " ":
        return ""
    words = Words(text[max(0, start - BEFORE) : start].replace("[", " ").replace("]", " "))
    return words.lower[-1] if words and words.kinds[-1] == "WORD" else ""


def cites(text: str, start: int, before: str, number: tuple[int, int]) -> bool:
    """Whether the number whose sign is at ``start`` is a document's: ``your No. 5``, not ``school No. 5``."""
    known = citing()
    if before in known.nouns:
        return True
    if text[start] == "n" or not text[number[0]].isdecimal():
        return False
    if text[start] == "#":
        glued = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_&#")
        return not glued and leading_digits(text, number[0]) >= HASHED
    return before in known.owners or (before in known.leads and leading_digits(text, number[0]) >= LONG)


def numbers_at(text: str, start: int, lettered: bool) -> Iterator[tuple[int, int]]:
    """Where the numbers of a list stand, from ``start`` on; with ``lettered`` the first may begin with letters."""
    place = number_at(text, start, lettered)
    while place:
        yield place
        words = Words(text, place[1], min(len(text), place[1] + WIDTH))
        at = int(len(words) > 0 and words.kinds[0] == ",")
        at += at < len(words) and words.lower[at] in citing().joins
        if not at or at >= len(words) or words.starts[0] > place[1] + (words.kinds[0] != ","):
            return
        place = number_at(text, words.starts[at], False)
        if place and (leading_digits(text, place[0]) < LONG or is_year(text[place[0] : place[1]])):
            return


def number_at(text: str, start: int, lettered: bool) -> tuple[int, int] | None:
    """Where the number ends that begins at ``start``: ``1710``, ``1717-1722``, ``1476/sh``; ``P176/125``.

    >>> number_at("1476/sh.", 0, False), number_at("5th", 0, False), number_at("5%", 0, False)
    ((0, 7), None, None)
    >>> number_at("P44/16", 0, lettered=True)
    (0, 6)
    """
    words = Words(text, start, min(len(text), start + WIDTH))
    if not words or words.starts[0] != start or words.kinds[0] not in ("NUMBER", "WORD"):
        return None
    end = words.ends[0]
    word = text[start:end].rstrip("-–/'’")
    end = start + len(word)
    if end == start + WIDTH or text[end : end + 1] == "%":
        return None
    head = word.partition("/")[0]
    if lettered and head[:1].isupper() and word.isascii():
        head = head.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
    plain = head.replace("-", "").replace("–", "")
    whole = plain.isdecimal() and all(c.isalnum() or c in "-–/" for c in word)
    return (start, end) if whole and head[-1].isdecimal() else None


def leading_digits(text: str, start: int) -> int:
    """How many digits stand at ``start``, as far as it matters."""
    count = 0
    while count < YEAR and text[start + count : start + count + 1].isdecimal():
        count += 1
    return count


def is_year(number: str) -> bool:
    """Whether a number may be a year."""
    return len(number) == YEAR and number.isdecimal() and number[:2] in ("18", "19", "20")


def opened(text: str, start: int, opener: str) -> Iterator[AnyMark]:
    """The numbers after ``Your``, without a sign: ``Your 34 and 35.``, not ``Your 34 ships``."""
    at = text.find(opener, start)
    while at >= 0:
        first = at + len(opener)
        if not (at and text[at - 1].isalnum()):
            places = list(plain_numbers(text, first))
            if places and text[places[-1][1] : places[-1][1] + 1] in ("", ".", ";", ")"):
                yield from (new_mark("reference", low, high, text[low:high]) for low, high in places)
        at = text.find(opener, first)


def plain_numbers(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where numbers stand with only a comma and "and" between them, each of two digits or more."""
    place = number_at(text, start, False)
    while place and leading_digits(text, place[0]) >= HASHED:
        yield place
        words = Words(text, place[1], min(len(text), place[1] + WIDTH))
        at = int(len(words) > 0 and words.kinds[0] == ",")
        at += at < len(words) and words.lower[at] in citing().joins
        place = number_at(text, words.starts[at], False) if at and at < len(words) else None
