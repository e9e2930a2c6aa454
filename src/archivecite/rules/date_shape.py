"""What has the shape of a date, be it one or not: ``Octobre 5, 1962``, ``5th Octobr 1962``, ``31.13.62``."""

import re
from collections.abc import Iterator

from ..surface.stretches import stretches

#: A word and a number, or the other way round, and a year.
WORDED = re.compile(r"(?<!\w)(?:[^\W\d_]{3,10}\.? \d\d?[dhnrst]*|\d\d?[dhnrst]* [^\W\d_]{3,10}\.?),? ?[12]\d{3}(?!\w)")
#: What stands between three numbers that may be a date, and how many figures each may have.
BETWEEN = "./-"
FIGURES = ((1, 2), (1, 2), (2, 4))


def date_shapes(text: str) -> Iterator[tuple[int, int]]:
    """Where something in ``text`` has the shape of a date.

    >>> text = "On 5th Octobr 1962 and 31.13.62"
    >>> [text[start:end] for start, end in date_shapes(text)]
    ['5th Octobr 1962', '31.13.62']
    """
    return iter(sorted([*(match.span() for match in WORDED.finditer(text)), *numbered(text)]))


def numbered(text: str) -> Iterator[tuple[int, int]]:
    """Where three numbers stand that may be a date, the last one a year of two or four figures.

    >>> list(numbered("31.13.62, 1/2/1962. A1.2.62 1.2.3")), list(numbered("1962-10-28"))
    ([(0, 8), (10, 18)], [])
    """
    for start, end in stretches(text, lambda sign: sign.isdecimal() or sign in BETWEEN):
        last = start + len(text[start:end].rstrip(BETWEEN))
        numbers = text[start:last].replace("/", ".").replace("-", ".").split(".")
        alone = not (text[start - 1 : start] or " ")[0].isalnum() and not (text[end : end + 1] or " ")[0].isalnum()
        shaped = len(numbers) == len(FIGURES) and all(
            len(number) in lengths for number, lengths in zip(numbers, FIGURES, strict=True)
        )
        if alone and shaped:
            yield start, last


def has_date_shape(text: str) -> bool:
    """Whether the whole of ``text`` has the shape of a date.

    >>> has_date_shape("Octobre 5, 1962"), has_date_shape("A Letter of 5.5.62")
    (True, False)
    """
    return (0, len(text)) in date_shapes(text)


def padded_days(text: str) -> Iterator[int]:
    """Where a day of the month with a leading zero stands beside a word, as in ``July 04, 1949``.

    >>> list(padded_days("July 04, 1949")), list(padded_days("04 July 1949")), list(padded_days("04.07.1949"))
    ([5], [0], [])
    """
    at, before = 0, ""
    words = text.split(" ")
    for word, following in zip(words, [*words[1:], ""], strict=True):
        padded = word[:1] == "0" and word[1:2].isdecimal() and not word[2:3].isdecimal()
        if padded and (before[-1:].isalpha() or (len(word) == len("04") and following[:1].isalpha())):
            yield at
        at, before = at + len(word) + 1, word
