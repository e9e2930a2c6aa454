"""Where a printed value begins and ends: with or without its last full stop, without its quotes."""

from .vocabulary import Vocabulary
from .words import Words

#: Signs after which a full stop can end no sentence: it is the word's own.
INNER = ",;:"


def end_of(words: Words, last: int, known: Vocabulary) -> int:
    """Where a value ends whose last atom is the one before ``last``: with its full stop where that is the word's own,
    as in ``D.C.``, ``Jr.``, ``Ext. Aff.,``.

    >>> from .vocabulary import vocabulary
    >>> [end_of(Words(text), 2, vocabulary()) for text in ("D.C.", "Henry Jr.", "Anna Weber.", "III Inst., 5")]
    [4, 9, 10, 9]
    """
    at = last - 1
    if not words.dotted[at]:
        return words.ends[at]
    if last < len(words) and words.stop(at) == words.starts[last] and words.kinds[last] in INNER:
        return words.stop(at)
    if at and is_letter(words, at) and is_letter(words, at - 1):
        return words.stop(at)
    return words.stop(at) if words.lower[at] in known.keeps_stop else words.ends[at]


def is_letter(words: Words, at: int) -> bool:
    """Whether atom ``at`` is a letter or two with a full stop: the ``D.`` and ``C.`` of ``D.C.``"""
    return words.is_initial(at) or (words.dotted[at] and words.ends[at] - words.starts[at] == 1 and words.is_small(at))


def unquoted(words: Words, at: int) -> tuple[int, int]:
    """Where the text of a quotation stands: without its quotes, and without the sign before the closing one.

    >>> words = Words("“Novak, Korea,”")
    >>> unquoted(words, 0)
    (1, 13)
    """
    text = words.text
    start, end = words.starts[at] + 1, words.ends[at] - 1
    while start < end and text[end - 1] in " ,":
        end -= 1
    if end - start > 2 and text[end - 1] == "." and text[end - 2].isalnum() and text[end - 3].isalnum():
        end -= 1
    while start < end - 1 and text[start] == " ":
        start += 1
    return start, end
