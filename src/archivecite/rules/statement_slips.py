"""Slips in the words that statements of a citation are known by: their verbs, ``by``, and languages after ``from``."""

from collections.abc import Iterator
from functools import cache

from ..surface.flat import WORD
from ..syntax.language import language_names
from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary
from .spelling import only_near

#: What is after a verb.
AFTER = ("by", "from", "for", "in", "and")
#: Verbs after which a person can only be the one who did it.
BY_ONE = ("translated", "transcribed")
#: A shorter verb has too many words that are like it.
SHORTEST = 6


@cache
def verbs() -> tuple[str, ...]:
    """The verbs of statements, of one word each."""
    forms = (form for kind, forms in vocabulary().data["verbs"].items() if kind != "other" for form in forms)
    return tuple(form for form in forms if form.endswith("ed") and len(form) >= SHORTEST and form.isalpha())


def is_by(word: str) -> bool:
    """Whether ``word`` is "by" with a slip.

    >>> [word for word in ("yb", "bu", "bby", "by", "to", "for") if is_by(word)]
    ['yb', 'bu', 'bby']
    """
    return word != "by" and len(word) > 1 and abs(len(word) - len("by")) < 2 and distance(word, "by") == 1


def statement_slips(text: str) -> Iterator[tuple[int, int, str]]:
    """The words in ``text`` that have a slip, and what is meant.

    >>> list(statement_slips("Obtained and tarnslated yb A. Weber"))
    [(13, 23, 'translated')]
    >>> list(statement_slips("Contained in a letter")), list(statement_slips("Translated Documents of the Ministry"))
    ([], [])
    >>> list(statement_slips("Translated from Gemran by A. Weber")), list(statement_slips("Translatedby A. Weber"))
    ([(16, 22, 'German')], [(0, 12, 'Translated by')])
    """
    places = [match.span() for match in WORD.finditer(text)]
    words = [text[start:end] for start, end in places]
    for index, (word, (start, end)) in enumerate(zip(words, places, strict=True)):
        before, after = words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else ""
        if word.lower() in BY_ONE and after not in language_names() and is_name(words[index + 1 :]):
            yield start, end, f"{word} by"
        elif meant := meant_word(before, word, after):
            yield start, end, meant


def meant_word(before: str, word: str, after: str) -> str | None:
    """What ``word`` is meant to be between its neighbours; None if it is right, or nobody can tell."""
    small = word.lower()
    if small[:-2] in verbs() and small.endswith("by"):
        return f"{word[:-2]} by"
    if is_by(small) and before.lower() in verbs() and after[:1].isupper():
        return "by"
    if before == "from" and after in ("by", "for") and word[:1].isupper():
        return only_near(word, language_names())
    if (after in AFTER or is_by(after)) and word.isalpha() and small not in verbs():
        meant = only_near(small, verbs())
        return meant and (meant.capitalize() if word[0].isupper() else meant)
    return None


def is_name(words: list[str]) -> bool:
    """Whether ``words`` begin with a name, two to four words with a capital, at whose end the statement ends.

    >>> is_name(["Anna", "S.", "Weber.", "<"]), is_name(["Records", "of"]), is_name(["Weber."])
    (True, False, False)
    """
    for size, word in enumerate(words[:4], 1):
        if not word[:1].isupper():
            return False
        if (len(word) > len("A.") and word[-1] in ".,;") or size == len(words):
            return size > 1
    return False
