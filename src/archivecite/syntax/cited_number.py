"""The numbers by which one document cites another, as they are printed: ``1710``, ``P44/16``, ``085.190``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .table import Table
from .vocabulary import vocabulary, words_of
from .words import folded

#: How much before a number is looked at, and after it for each further one.
BEFORE = 24
WIDTH = 40

#: The longest word between two numbers, with its blank.
JOIN = 4

#: The digits that a number has at least in a list or where only "to" or "in" is before it, and those of a year.
LONG = 3
YEAR = 4


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
