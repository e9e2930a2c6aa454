"""The first word in which two copies of one text differ."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ..surface.flat import WORD

#: Signs that look alike and are printed the one for the other.
ALIKE = str.maketrans("“”„«»‘’‚–—‑", '"""""\'\'\'---')


def bare(text: str) -> str:
    """``text`` without what copies may differ in: kinds of quotes and dashes, case, and stops at its ends.

    >>> bare("“Note”") == bare('"note".')
    True

    In American print the stop is within the quotes of a quotation at the end: ``"Report, ‘On Coal,’" March 2, 1957``.

    >>> bare("Report, ‘On Coal’") == bare("Report, ‘On Coal,’")
    True
    """
    alike = unicodedata.normalize("NFC", text).translate(ALIKE).casefold().replace("'", '"').strip(" .,;")
    inner = alike.rstrip('"')
    return inner.rstrip(" .,;") + alike[len(inner) :]


class Word(NamedTuple):
    """A word as printed without the signs around it, and its place in its text."""

    text: str
    start: int
    end: int


class Difference(NamedTuple):
    """The word of one text that differs, where it is; ``here`` or ``there`` is empty if the other has a word more."""

    start: int
    end: int
    here: str
    there: str

    def said(self, what: str) -> str:
        """What to tell: ``what`` differs, and in which word."""
        if not self.here:
            return f'{what} differ: "{self.there}" there is missing here'
        if not self.there:
            return f'{what} differ: "{self.here}" here is missing there'
        return f'{what} differ: "{self.here}" here, "{self.there}" there'


def words_of(text: str) -> Iterator[Word]:
    """The words of ``text``; what is a sign alone is none."""
    for match in WORD.finditer(text):
        word = match.group()
        start = next((at for at, sign in enumerate(word) if sign.isalnum()), None)
        if start is not None:
            end = len(word) - next(at for at, sign in enumerate(reversed(word)) if sign.isalnum())
            yield Word(word[start:end], match.start() + start, match.start() + end)


def difference(one: str, other: str) -> Difference | None:
    """The first word of ``one`` that is not as in ``other``; None if only signs differ.

    >>> difference("The Soivet view", "The Soviet view")
    Difference(start=4, end=10, here='Soivet', there='Soviet')
    >>> difference("The view", "The Soviet view").said("title and citation")
    'title and citation differ: "Soviet" there is missing here'
    """
    here, there = list(words_of(one)), list(words_of(other))
    ours, theirs = [bare(word.text) for word in here], [bare(word.text) for word in there]
    least = min(len(ours), len(theirs))
    first = next((at for at in range(least) if ours[at] != theirs[at]), least)
    if first == len(ours) == len(theirs):
        return None
    if first < len(ours) and (first == len(theirs) or ours[first + 1 :] == theirs[first:]):
        return Difference(here[first].start, here[first].end, here[first].text, "")
    if first == len(ours) or ours[first:] == theirs[first + 1 :]:
        if not here:
            return None
        near = here[min(first, len(here) - 1)]
        return Difference(near.start, near.end, "", there[first].text)
    return Difference(here[first].start, here[first].end, here[first].text, there[first].text)
