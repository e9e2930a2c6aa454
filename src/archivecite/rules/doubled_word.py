"""Words that are written twice in a row: where they are, and whether English may have them so."""

from collections.abc import Iterator
from itertools import accumulate, compress, count
from operator import eq

#: What may be after a word; the longest word that is looked for twice.
AFTER = '.,;:!?)"”'
LONGEST_TWICE = 12
#: Words that English may have twice: "He had had it", "I know that that is so".
MAY_BE_TWICE = frozenset(("had", "that", "her", "is", "so", "very", "no", "ha", "in", "on", "long", "many"))
#: Words that English never has twice.
NEVER_TWICE = frozenset("the an of and with for from by at as or their its our".split())
#: Words that are before one of those.
PREPOSITIONS = frozenset(("in", "on", "to"))


def twice(text: str) -> Iterator[tuple[int, str]]:
    """Where a word, or two, are there twice in small letters, and what is.

    >>> list(twice("He met the the minister, and had had enough of it in the in the house."))
    [(7, 'the'), (50, 'in the')]
    """
    words = text.split(" ")
    found = {}
    for index in compress(count(), map(eq, words, words[2:])):
        one, two = words[index : index + 2]
        if is_word(one) and is_word(two) and words[index + 3 : index + 4] and words[index + 3].rstrip(AFTER) == two:
            found[index] = f"{one} {two}"
    for index in compress(count(), map(str.startswith, words[1:], words)):
        one, two = words[index : index + 2]
        if two.rstrip(AFTER) == one and is_word(one) and one not in MAY_BE_TWICE:
            found[index] = one
    starts = [0, *accumulate(len(word) + 1 for word in words)] if found else []
    for index in sorted(found):
        yield starts[index], found[index]


def is_never_twice(words: str) -> bool:
    """Whether English never has a word, or two words, twice.

    >>> is_never_twice("the"), is_never_twice("in the"), is_never_twice("day")
    (True, True, False)
    """
    first, _, second = words.partition(" ")
    return first in NEVER_TWICE if not second else second in NEVER_TWICE and first in NEVER_TWICE | PREPOSITIONS


def is_word(word: str) -> bool:
    """Whether a word is in small letters, and as long as words are that are written twice by mistake."""
    return 2 <= len(word) <= LONGEST_TWICE and word.isalpha() and word.islower()
