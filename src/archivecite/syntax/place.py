"""A town and what it lies in: its state, its country, or a larger town."""

from .vocabulary import Vocabulary
from .words import Words


def is_place(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether all words are a place: a city, with its state (``Washington D.C.``), or a country."""
    found = known.cities.find(words, first, last)
    if found is None:
        return known.countries.whole(words, first, last) is not None
    return found[0] == last or state_after(words, (first, found[0]), found[0], last, known) == last


def lies_in(words: Words, town: tuple[int, int], first: int, last: int, known: Vocabulary) -> bool:
    """Whether the words from ``first`` to ``last``, after a comma, are what a city lies in: ``Kew, London``."""
    if state_after(words, town, first, last, known) == last:
        return True
    return any(table.whole(words, first, last) for table in (known.countries, known.cities))


def wider_after(words: Words, town: tuple[int, int], at: int, end: int, known: Vocabulary) -> int:
    """Where the state or the country ends that stands ``at``, after a city; or 0."""
    country = known.countries.find(words, at, end)
    return state_after(words, town, at, end, known) or (country[0] if country else 0)


def state_after(words: Words, town: tuple[int, int], at: int, end: int, known: Vocabulary) -> int:
    """Where the state ends that stands ``at``, after a city that has one; or 0. In ``Beograd, PA`` the capitals are a
    holding's.

    >>> from .vocabulary import vocabulary
    >>> [state_after(Words(text), (0, 1), 2, 3, vocabulary()) for text in ("Austin, TX", "Paris, MD")]
    [3, 0]
    """
    found = known.states.find(words, at, end)
    return found[0] if found and known.stated.whole(words, *town) else 0
