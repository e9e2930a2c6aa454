"""Where the characters of a kind stand in a text, one stretch after the other."""

from collections.abc import Callable, Iterator
from itertools import groupby


def stretches(text: str, wanted: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where each run of characters of ``text`` that are ``wanted`` starts and ends.

    >>> list(stretches("f. 45, op. 1", str.isdecimal))
    [(3, 5), (11, 12)]
    """
    at = 0
    for found, run in groupby(text, wanted):
        start, at = at, at + sum(1 for _ in run)
        if found:
            yield start, at


def places(text: str, sign: str) -> Iterator[int]:
    """Where ``sign`` stands in ``text``.

    >>> list(places("Mar?a? Yes", "?"))
    [3, 5]
    """
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)
