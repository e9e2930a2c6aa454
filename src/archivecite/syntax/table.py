"""Phrases of the vocabulary ready to be looked up, by their first words.

Case, composed letters and the two apostrophes are settled when an atom is made (``syntax/words.py``); a form with a
full stop (``f.``) needs it, one without (``fond``) does not care.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..surface.lazy import lazy
from .words import Words, folded


class Entry(NamedTuple):
    """A phrase: its words, after which of them but the last a full stop stands and whether one must follow the last,
    what it stands for, and how it is printed where that matters.
    """

    size: int
    words: list[str]
    dots: list[bool]
    stopped: bool
    reading: str
    exact: str | None


class Row(NamedTuple):
    """The phrases that begin with one word: those of no more words, and by their second word all that may be there."""

    single: list[Entry]
    longer: dict[str, list[Entry]]


#: Phrases by their first words, as plain data that is quickly loaded: a line each, with its reading behind a tab.
Rows = dict[str, str]


def rows_of(forms: Mapping[str, Iterable[str]]) -> Rows:
    """The phrases of ``forms``, which has them by their readings.

    >>> rows_of({"fond": ["f."], "file": ["f. no."]})
    {'f': 'f.\\tfond\\nf. no.\\tfile'}
    """
    rows: dict[str, list[str]] = {}
    for reading, phrases in forms.items():
        for phrase in phrases:
            rows.setdefault(phrase_atoms(phrase)[0][0], []).append(f"{phrase}\t{reading}")
    return {word: "\n".join(lines) for word, lines in rows.items()}


class Table:
    """Phrases by their first word and their second, the longest first.

    Most words of most tables are never met in one text: what is needed of a phrase is made when its first word is.

    >>> table = Table({"fond": ["f.", "fond"], "file": ["f. no."]})
    >>> table.find(Words("F. No. 7"), 0, 3)
    (2, 'file')
    >>> table.find(Words("f 7"), 0, 2)
    """

    def __init__(self, forms: Mapping[str, Iterable[str]], capital: bool = False, exact: bool = False) -> None:
        self.forms = forms
        self.capital = capital
        self.exact = exact
        self.made: dict[str, Row] = {}

    @classmethod
    def of(cls, rows: Rows, capital: bool = False) -> "Table":
        """The table of phrases that are in rows already."""
        table = cls({}, capital)
        vars(table)["rows"] = rows
        return table

    @lazy
    def rows(self) -> Rows:
        """The phrases by their first words."""
        return rows_of(self.forms)

    def row(self, word: str) -> Row:
        """The phrases that begin with a ``word``, made of their lines."""
        entries: list[Entry] = []
        for line in self.rows[word].split("\n"):
            phrase, _, reading = line.partition("\t")
            words, (*dots, stopped) = phrase_atoms(phrase)
            entries.append(Entry(len(words), words, dots, stopped, reading, phrase if self.exact else None))
        # The longest first, and of the same length the one with more full stops.
        entries.sort(key=lambda entry: (-entry.size, -sum(entry.dots) - entry.stopped))
        row = self.made[word] = Row([entry for entry in entries if entry.size == 1], {})
        for entry in entries:
            if entry.size > 1:
                row.longer.setdefault(entry.words[1], []).append(entry)
        for longer in row.longer.values():
            longer.extend(row.single)
        return row

    def find(self, words: Words, at: int, end: int) -> tuple[int, str] | None:
        """The longest phrase that stands ``at``: the index after it, and its reading."""
        lower = words.lower
        if at >= end or lower[at] not in self.rows or (self.capital and words.is_small(at)):
            return None
        row = self.made.get(lower[at]) or self.row(lower[at])
        entries = row.longer.get(lower[at + 1], row.single) if row.longer and at + 1 < end else row.single
        dotted = words.dotted
        for size, phrase, dots, stopped, reading, exact in entries:
            last = at + size - 1
            if last >= end or (stopped and not dotted[last]):
                continue
            # Inside a phrase a full stop stands where the form has one, and nowhere else.
            if size > 1 and (lower[at : last + 1] != phrase or dotted[at:last] != dots):
                continue
            if exact is None or words.text.startswith(exact, words.starts[at], words.stop(last)):
                return last + 1, reading
        return None

    def whole(self, words: Words, first: int, last: int) -> str | None:
        """The reading of the phrase that all atoms from ``first`` to ``last`` are."""
        found = self.find(words, first, last)
        return found[1] if found and found[0] == last else None

    def within(self, words: Words, first: int, last: int) -> bool:
        """Whether a phrase stands anywhere between two atoms."""
        if self.rows.keys().isdisjoint(words.lower[first:last]):
            return False
        return any(self.find(words, at, last) for at in range(first, last))

    def starts(self, word: str) -> bool:
        """Whether a phrase begins with ``word``."""
        return word in self.rows


def phrase_atoms(phrase: str) -> tuple[list[str], list[bool]]:
    """The atoms of a phrase as tables hold them, and after which of them a full stop follows.

    >>> phrase_atoms("F. no."), phrase_atoms("D.C.")
    ((['f', 'no'], [True, True]), (['d', 'c'], [True, True]))
    """
    parts = folded(phrase).split(" ")
    words = [part.removesuffix(".") for part in parts]
    if all(map(str.isalpha, words)):  # most are letters alone: there are thousands, and each program cuts them anew
        return words, [part[-1] == "." for part in parts]
    atoms = Words(phrase)
    return atoms.lower, atoms.dotted
