"""Whether a full stop ends a sentence, or is an abbreviation's or a date's."""

from .vocabulary import Vocabulary
from .words import Words


def ends_sentence(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether a full stop after atom ``at`` ends something there: not after an initial, an abbreviation, or any word of
    up to four small letters, nor where the next word follows at once.

    >>> from .vocabulary import vocabulary
    >>> [ends_sentence(Words(text), 0, vocabulary()) for text in ("Moscow. Box 3", "Jr. Weber", "tow. Weber", "A. W.")]
    [True, False, False, False]
    """
    if not words.dotted[at]:
        return False
    if at + 1 < len(words) and words.stop(at) == words.starts[at + 1]:
        return False
    if words.kinds[at] != "WORD":
        return not is_in_date(words, at, known)
    word = words.lower[at]
    if words.is_initial(at) or word in known.abbreviations:
        return False
    return len(word) > 4 or not words.word(at).islower()


def is_in_date(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether the full stop after a number is one in a date: ``31. January 2000``, ``1. I. 2000``."""
    month, year = at + 1, at + 2
    if words.ends[at] - words.starts[at] > 2 or year >= len(words) or words.kinds[year] != "NUMBER":
        return False
    return words.lower[month] in known.months or set(words.word(month)) <= set("IVX") or words.kinds[month] == "NUMBER"
