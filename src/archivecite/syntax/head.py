"""The head of a statement of provenance: does one open where a word stands, and what does it say was done?"""

from typing import NamedTuple

from .labels import label_at
from .vocabulary import Vocabulary
from .words import Words


class Head(NamedTuple):
    """A head up to atom ``end``; ``verbs`` are the kinds that it names, each with its first and last atom."""

    end: int
    verbs: list[tuple[str, int, int]]


#: What parts two verbs of one head.
JOINTS = (",", "and", "&")

#: How many words of a subject may stand before a verb.
LONGEST = 10

#: Verbs that need one of these words after them.
NEEDED = {
    "gift": ("of",), "courtesy": ("of",), "included": ("in",), "available": ("at", "from", "in", "on", "online"),
    "photographed": ("by",), "introduced": ("by",), "located": ("in", "at", "by"),
}  # fmt: skip


def head_at(words: Words, at: int, end: int, known: Vocabulary) -> Head | None:
    """The head of a statement that opens ``at``, or None: ``copy obtained``, ``Contributed, and translated``.

    >>> from .vocabulary import vocabulary
    >>> texts = ("copy obtained by X", "Selected and translated by X", "Selected Works, Vol. 2", "Copy at the Y")
    >>> [head and (head.end, [verb[0] for verb in head.verbs]) for words in map(Words, texts)
    ...     for head in [head_at(words, 0, len(words), vocabulary())]]
    [(2, ['obtained']), (3, ['compiled', 'translated']), None, (1, ['held'])]
    """
    if at >= end or words.lower[at] not in known.heads or words.kinds[at] != "WORD":
        return None
    index, last = at, min(at + LONGEST, end)
    verbs: list[tuple[str, int, int]] = []
    while index < last:
        found = known.verbs.find(words, index, end)
        if found and words.lower[index] in known.subjects and known.verbs.find(words, found[0], end):
            index = found[0]  # "Translation supplied by"
            continue
        if found:
            verbs.append((found[1], index, found[0]))
            break
        if words.lower[index] not in known.subjects or words.dotted[index]:
            break
        index += 1
    if not verbs:
        return kept(words, at, index, end, known)
    while more := joined_verb(words, verbs[-1][2], end, known):
        verbs.append(more)
    last = verbs[-1][2]
    if not follows(words, verbs[-1], end, known):
        return None
    if len(verbs) == 1:
        return Head(last, verbs)
    first_of_kind = {kind: verb for verb in reversed(verbs) for kind in [verb[0]]}
    return Head(last, [verb for verb in verbs if first_of_kind[verb[0]] == verb])


def joined_verb(words: Words, at: int, end: int, known: Vocabulary) -> tuple[str, int, int] | None:
    """One more verb after a comma or an "and": ``and slightly revised``."""
    if words.dotted[at - 1] and words.lower[at - 1] not in known.abbreviations:
        return None
    index = at
    while index < end and words.lower[index] in JOINTS and index < at + 2:
        index += 1
    if index == at:
        return None
    while index < end and words.lower[index] in ("slightly", "lightly", "also"):
        index += 1
    found = known.verbs.find(words, index, end) if index < end else None
    return (found[1], index, found[0]) if found else None


def follows(words: Words, verb: tuple[str, int, int], end: int, known: Vocabulary) -> bool:
    """Whether what follows a verb lets it be one: a clause's word, a sign, a date, or the end."""
    _, first, at = verb
    needed = NEEDED.get(words.lower[first])
    if needed:
        return at < end and words.lower[at] in needed
    if at >= end or words.dotted[at - 1]:
        return True
    if words.kinds[at] in (",", ";", ")", "(", ":"):
        return True
    if words.kinds[at] == "WORD" and words.is_small(at) and "-" not in words.lower[at]:
        return words.lower[at] in known.openers or known.verbs.starts(words.lower[at])
    month = words.lower[at] in known.months and at + 1 < end and words.kinds[at + 1] == "NUMBER"
    return month or words.kinds[at] == "NUMBER"


def kept(words: Words, at: int, index: int, end: int, known: Vocabulary) -> Head | None:
    """A head without a verb: ``copy at the National Archive``, ``original in Russian``."""
    if index >= end:
        return None
    if (
        index == at + 1
        and words.lower[at] in known.told
        and (words.lower[index].endswith("ed") or words.lower[index] in known.says)
        and words.is_small(index)
    ):
        return Head(
            index, [("other", at, index)]
        )  # "Document discovered in …", "Document lacks …": a subject, and a verb of no kind
    if says_of_copy(words, at, index, end, known):
        return Head(index, [("other", at, index)])
    if not any(words.lower[i] in known.copies for i in range(at, index)):
        return None
    if words.lower[index] == "in" and index + 1 < end and known.languages.find(words, index + 1, end):
        return Head(index, [("other", index - 1, index)])
    copies = next(i for i in range(at, index) if words.lower[i] in known.copies)
    first = copies + 1  # "with" is a subject's word, too
    if words.lower[first] not in ("at", "in", "with") or first + 1 >= end:
        return None
    named = words.is_capital(first + 1) or words.lower[first + 1] == "the"
    return Head(first, [("held", copies, first)]) if named else None


def says_of_copy(words: Words, at: int, index: int, end: int, known: Vocabulary) -> bool:
    """Whether words say how a copy is, its subject before atom ``index``: ``copy badly faded``, ``the document bears``,
    but not ``copy of``, nor what has a label, nor a ``document list``.
    """
    last = index - 1
    while last > at and words.lower[last] in ("is", "are", "was", "were"):
        last -= 1
    if last < at or words.lower[last] not in known.told or not words.is_small(index):
        return False
    if index == at + 1 and words.lower[at] not in known.copies:
        return False
    word = words.lower[index]
    linked = word in known.openers or word in known.small or known.number_signs.starts(word)
    return not linked and label_at(words, index, end, known) is None


def unknown_head(words: Words, at: int, end: int, known: Vocabulary) -> Head | None:
    """A head of an unknown word with "by" and a name, where a piece begins: ``Tarnslated by``; it says nothing certain.

    >>> from .vocabulary import vocabulary
    >>> unknown_head(Words("Tarnslated by Weber"), 0, 3, vocabulary()).verbs
    [('other', 0, 1)]
    """
    if at + 2 >= end or words.lower[at + 1] != "by" or words.dotted[at] or words.lower[at] in known.items:
        return None
    following = at + 2 + (words.lower[at + 2] == "the")
    if following < end and words.is_capital(following) and words.lower[at] not in known.works:
        return Head(at + 1, [("other", at, at + 1)])
    return None
