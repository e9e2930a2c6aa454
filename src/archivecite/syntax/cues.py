"""The words that say what an editor's bracket is: ``grammar/vocabulary/marks.toml``, ready to be looked up."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from .loop import Token
from .table import Table
from .vocabulary import vocabulary, words_of
from .words import Words, folded

#: The tokens of a bracket, or None where no cue of some kind counts.
Tokens = list[Token] | None

#: How many words may stand before a cue that counts within a bracket, and before one of what is on the paper.
BEFORE = 5
BEFORE_NOUN = 4

#: Signs that part words, as blanks: what is left between them is looked up.
SIGNS = str.maketrans(dict.fromkeys('.,;:!?()[]{}"“”„«»‘/—–…*', " "))


class Cue(NamedTuple):
    """A phrase that says what a bracket is: where it starts and ends, in atoms, and what it says."""

    first: int
    last: int
    reading: str


class Cues:
    """The words of brackets in ``data``, which is what the files of the vocabulary say."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        marks = data["marks"]
        gap, authors, points, words = marks["gap"], marks["authors"], marks["points"], marks["words"]
        self.losses = Table({"unreadable": gap["unreadable"], "lost": gap["lost"], "with": gap["lost_with"]})
        self.released, self.ground = words_of(gap["released"]), words_of(gap["ground"])
        self.units = words_of(gap["units"])
        self.copulas = words_of(gap["is"])
        self.clause = words_of(gap["clause"])
        self.where = Table({"where": gap["where"]})
        self.sic = Table({"sic": marks["sic"]["sic"]})
        self.should = Table({"should": marks["sic"]["should"]})
        self.alone = Table({"should": marks["sic"]["alone"]})
        self.beside = words_of(marks["sic"]["beside"])
        self.asking = words_of(marks["unclear"]["asking"])
        self.counts = words_of(data["lines"]["count"])
        self.doubt = words_of(marks["unclear"]["doubt"])
        self.note_words = words_of(marks["note_ref"]["before"])
        self.authors = Table({"editorial": authors["first"]})
        self.signing = words_of(authors["last"])
        self.within = Table(marks["within"])
        self.on = Table(marks["on"])
        self.first = Table(marks["first"])
        self.capital = Table(marks["capital"], capital=True)
        self.labelled = Table({**marks["labelled"], "author": authors["labelled"]})
        self.leading = Table(marks["leading"])
        self.whole = Table(marks["whole"])
        self.see = Table({"see": points["see"]})
        self.by_itself = words_of(points["by_itself"])
        self.pointed = words_of(points["at"])
        self.follow = words_of(points["follow"])
        self.content = words_of(points["content"])
        self.edges = Table({"edge": points["edges"]})
        self.media = words_of(points["media"])
        self.page = Table({"page": points["page"]})
        self.time = words_of(points["time"])
        self.speaks = Table({"speaks": points["speaks"]})
        self.own = words_of(words["own"])
        self.of = words_of(words["of"])
        self.goes_on = words_of(words["goes_on"])
        #: A word of each phrase, its longest: a bracket with none of them holds no phrase.
        self.telling = telling(marks)

    def tells(self, value: str) -> bool:
        """Whether what a bracket holds may be more than words that an editor supplied.

        >>> cues().tells("Chiang Kai-shek"), cues().tells("two lines missing")
        (False, True)
        """
        if value.isalpha():
            return folded(value) in self.telling
        first = value[0]
        if (
            "?" in value
            or (value[-1] == "." and first.isupper())
            or (first.isdigit() and (":" in value or len(value) < 4))
        ):
            return True
        words = folded(value).translate(SIGNS).replace("--", " ").split()
        if not self.telling.isdisjoint(words):
            return True
        return not (first.isalnum() or any(map(str.isalnum, value)))


def telling(marks: Mapping[str, Any]) -> frozenset[str]:
    """The longest word of each phrase of ``marks``, as atoms hold it.

    >>> sorted(telling({"gap": {"lost": ["cut off", "not translated"]}}))
    ['cut', 'translated']
    """
    return frozenset(longest(phrase) for phrase in phrases_of(marks))


def longest(phrase: str) -> str:
    """The longest word of a phrase, the first of several."""
    return max(folded(phrase).translate(SIGNS).split(), key=len)


def phrases_of(value: object) -> Iterable[str]:
    """Every phrase in ``value``, but for the words that say something only beside a phrase."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if name not in BESIDE:
                yield from phrases_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from phrases_of(part)


#: The lists of words that say nothing by themselves.
BESIDE = frozenset(
    ("units", "is", "clause", "where", "ground", "beside", "asking", "by_itself", "at", "content", "media", "words")
)


@cache
def cues() -> Cues:
    """The words that the package comes with."""
    return Cues(vocabulary().data)


def cue_at(table: Table, words: Words, at: int) -> Cue | None:
    """The longest phrase of ``table`` that stands ``at``."""
    found = table.find(words, at, len(words))
    return Cue(at, *found) if found else None


def cue_within(table: Table, words: Words, before: int) -> Cue | None:
    """The first phrase of ``table`` with no more than so many words ``before`` it."""
    for at in range(min(before + 1, len(words))):
        if found := table.find(words, at, len(words)):
            return Cue(at, *found)
    return None


def words_tokens(words: Words, first: int, last: int, units: frozenset[str] = frozenset()) -> list[Token]:
    """A token for each atom from ``first`` up to but without ``last``."""
    return [
        Token("UNIT" if words.lower[at] in units else "WORD", words.starts[at], words.ends[at])
        for at in range(first, last)
    ]


def rest_token(words: Words, first: int) -> list[Token]:
    """All from atom ``first`` on, full stop included; nothing where nothing is left."""
    while first < len(words) and words.kinds[first] in ",;:.-–—":
        first += 1
    return [Token("REST", words.starts[first], words.stop(len(words) - 1))] if first < len(words) else []
