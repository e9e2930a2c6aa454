"""How like one word is to another: what a misspelling is told by."""

from collections.abc import Iterable
from difflib import SequenceMatcher

#: From this likeness on a word is taken for a misspelling: "Sumary" is 0.92 like "Summary", "Comments" 0.75 "Contents".
ALIKE = 0.8


def likeness(one: str, other: str) -> float:
    """From 0, nothing in common, to 1, the same; upper and lower case are the same."""
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` is a misspelling of, or is; None if it is like none of them.

    >>> nearest("Sumary", ["Citation", "Summary"]), nearest("Comments", ["Contents"])
    ('Summary', None)
    """
    best = max(((likeness(word, name), name) for name in known), default=(0.0, ""))
    return best[1] if best[0] >= ALIKE else None


#: Figures and Cyrillic letters that look like Latin ones, each with the letter that it stands for in a word.
IN_LETTERS = str.maketrans("01|5АВЕКМНОРСТУХаеорсухіІѕ", "ollsABEKMHOPCTYXaeopcyxiIs")


def in_letters(text: str) -> str:
    """``text`` with Latin letters for the figures and Cyrillic letters that look like them.

    >>> in_letters("C0ntents"), in_letters("Summ\\u0430ry")
    ('Contents', 'Summary')
    """
    return text.translate(IN_LETTERS)
