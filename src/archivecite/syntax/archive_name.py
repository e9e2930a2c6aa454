"""Where an archive's name begins and ends in a run of words."""

from .runs import Run, is_archive_word
from .vocabulary import Vocabulary
from .words import Words


def leading_words(words: Words, run: Run, known: Vocabulary, opens: bool) -> int:
    """Where an archive's name begins after small words that lead to it, a preposition among them as a rule: ``ze sbírek
    Národního archivu``; or, where it ``opens`` a source, after a label, which has no such name as its value: ``Dokument
    Arkhiva Prezidenta``. Else 0.

    >>> from .runs import archival_runs
    >>> from .vocabulary import vocabulary
    >>> for text in ("ze sbírek Národního archivu", "Dokument Arkhiva Prezidenta", "al-Novak Archive"):
    ...     words = Words(text)
    ...     print(leading_words(words, archival_runs(words, 0, len(words), vocabulary())[0], vocabulary(), True))
    2
    1
    0
    """
    at = run.first
    if run.kind == "labelled" and opens:
        at = run.value
    elif run.kind == "words":
        while at < run.last and words.is_small(at) and words.lower[at].partition("-")[0] not in known.particles:
            at += 1
    if not run.first < at < run.last or words.kinds[at] != "WORD" or words.lower[at - 1] in known.articles:
        return 0
    return at if any(is_archive_word(words.lower[index], known) for index in range(at, run.last)) else 0


def split_archive(words: Words, run: Run, known: Vocabulary) -> int:
    """Where the town begins that stands right after an archive's noun: ``Bundesarchiv Koblenz``; or 0."""
    for at in range(run.first + 1, run.last):
        if known.cities.whole(words, at, run.last):
            return at if is_archive_word(words.lower[at - 1], known) else 0
    return 0
