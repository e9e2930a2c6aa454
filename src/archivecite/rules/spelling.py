"""The one word of a closed list that a misspelt word is meant to be."""

from collections.abc import Iterable
from functools import cache

from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary

#: From this length on a word may have two slips.
LONG = 10


def only_near(word: str, words: Iterable[str]) -> str | None:
    """The one of ``words`` that is ``word`` but for case, one slip or, in a long word, two. The first letter is right:
    ``reclassified`` is another word than ``declassified``.

    >>> only_near("Rusian", ["Russian", "Polish"]), only_near("polish", ["Polish"]), only_near("Polish", ["Polish"])
    ('Russian', 'Polish', None)
    >>> only_near("Ruian", ["Rusian", "Ruxian"]), only_near("Prussian", ["Russian"]), only_near("Kurdish", ["Turkish"])
    (None, None, None)
    """
    small = word.lower()
    most = 2 if len(word) >= LONG else 1
    slips: dict[str, int] = {}
    for known in words:
        if known == word:
            return None
        if known[:1].lower() == small[:1] and abs(len(known) - len(word)) <= most:
            found = distance(small, known.lower())
            if found <= most:
                slips[known] = found
    least = min(slips.values(), default=0)
    best = [known for known, found in slips.items() if found == least]
    return best[0] if len(best) == 1 else None


@cache
def locator_labels() -> frozenset[str]:
    """The labels of a locator's parts that are words of four letters at least: ``opis``, ``folder``."""
    labels = (form for forms in vocabulary().data["levels"].values() for form in forms)
    return frozenset(label.lower() for label in labels if label.isalpha() and label.isascii() and len(label) > 3)


def meant_label(words: str) -> str | None:
    """The label of a locator's part that the first of ``words`` is meant to be, where a number follows it.

    >>> meant_label("opsi 7"), meant_label("opis 7"), meant_label("printed twice")
    ('opis', None, None)
    """
    first, _, rest = words.partition(" ")
    known = locator_labels()
    return only_near(first.lower(), known) if rest[:1].isdigit() and first.lower() not in known else None
