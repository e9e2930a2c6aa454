"""Running heads and page footers that a converter left in a body: lines of their own that are nobody's words."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from .found import Found
from .vocabulary import vocabulary, words_of
from .words import Words

#: The longest line that may be one, and the shortest that is prose: a page's number does not stand above all prose.
LONGEST = 60
PROSE = 60

#: The digits of a page's number.
DIGITS = 4


class Running(NamedTuple):
    """The words of running heads."""

    heads: frozenset[str]
    #: The letters with which one begins; a page's number begins with a digit.
    openings: frozenset[str]
    pages: frozenset[str]
    of: frozenset[str]


@cache
def running() -> Running:
    """The words that the package comes with."""
    words = vocabulary().data["running"]
    heads = frozenset(words["heads"])
    pages = words_of(word.rstrip(".") for word in words["pages"])
    openings = {*"0123456789", *(word[0] for word in heads), *(c for word in pages for c in (word[0], word[0].upper()))}
    return Running(heads, frozenset(openings), pages, words_of(words["of"]))


def is_running_head(line: str) -> bool:
    """Whether a line has the words of a running head, or a page's number with a word or the number of pages.

    >>> [is_running_head(line) for line in ("Wilson Center Digital Archive", "2/5", "p. 2", "Page 2 of 5")]
    [True, True, True, True]
    >>> [is_running_head(line) for line in ("2", "7/5", "2/62 Petrov", "Scan", "p. 2 is missing")]
    [False, False, False, False, False]
    """
    if not line or len(line) > LONGEST or line[0] not in running().openings:
        return False
    return line.rstrip("/") in running().heads or is_page_number(line)


def is_page_number(line: str) -> bool:
    """Whether a line is ``2/5``, ``p. 2`` or ``Page 2 of 5``."""
    words = Words(line.replace("/", " / "))
    at = int(words.lower[0] in running().pages)
    numbers = [words.word(index) for index in range(at, len(words), 2)]
    between = words.lower[at + 1 :: 2]
    if (
        not all(number.isdecimal() and number[0] != "0" and len(number) <= DIGITS for number in numbers)
        or len(numbers) > 2
        or words.dotted[-1]
    ):
        return False
    if len(between) != len(numbers) - 1 or not running().of.issuperset(between):
        return False
    return at == 1 if len(numbers) == 1 else int(numbers[0]) <= int(numbers[1]) > 1


def is_number(word: str) -> bool:
    """Whether a word is the number of a page."""
    return word.isdecimal() and word[0] != "0" and len(word) <= DIGITS


def running_heads(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where running heads stand in the lines of ``plain`` from ``start`` to ``end``.

    A page's number counts below the first line of prose, where none is a telegram's, or beside a form feed or another.

    >>> running_heads("All is well.\\n\\nWilson Center Digital Archive\\n\\nHe left.", 0, 53)
    [(14, 43)]
    """
    openings = running().openings
    found: list[tuple[int, int]] = []
    prose = False
    last = start - 1
    for raw in plain[start:end].split("\n"):
        start, last = last + 1, last + 1 + len(raw)
        if len(raw) > PROSE:
            prose = True
        elif (line := raw.strip(" \f")) and line[0] in openings and is_running_head(line):
            first = plain.index(line, start)
            beside = "\f" in plain[max(0, start - 1) : last + 1] or (found and not plain[found[-1][1] : first].strip())
            if prose or beside or not is_page_number(line):
                found.append((first, first + len(line)))
    return found


def blanked(plain: str, places: Sequence[tuple[int, int]]) -> str:
    """``plain`` with blanks at those ``places``, so that every offset stays true.

    >>> blanked("a bc d", [(2, 4)])
    'a    d'
    """
    pieces = []
    done = 0
    for start, end in places:
        pieces += [plain[done:start], " " * (end - start)]
        done = end
    return "".join((*pieces, plain[done:]))


def unread_heads(plain: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of ``places`` that are not beside a form feed, other running heads and white space between apart.

    >>> unread_heads("a 2/5 \\f 3/5 b 4/5 c", [(2, 5), (8, 11), (14, 17)])
    [(14, 17)]
    """
    groups: list[list[tuple[int, int]]] = []
    for place in places:
        if groups and not plain[groups[-1][-1][1] : place[0]].strip():
            groups[-1].append(place)
        else:
            groups.append([place])
    return [place for group in groups if not is_beside_feed(plain, group[0][0], group[-1][1]) for place in group]


def is_beside_feed(plain: str, start: int, end: int) -> bool:
    """Whether a form feed is in a stretch of ``plain``, or in the white space around it."""
    while start > 0 and plain[start - 1].isspace():
        start -= 1
    while end < len(plain) and plain[end].isspace():
        end += 1
    return plain.find("\f", start, end) >= 0


def within(found: Sequence[Found[Any]], places: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of ``places`` that are inside of something ``found``: a note that goes on over a page's end."""
    inside = set()
    for one in found:
        at = one.at or int
        if one.start < one.end:
            start, end = at(one.start), at(one.end - 1) + 1
            inside |= {place for place in places if start < place[0] < end}
    return inside
