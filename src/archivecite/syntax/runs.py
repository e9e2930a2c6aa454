"""A piece of a citation cut into runs: words up to a sign, a label with its value, a parenthesis, a quotation.

Sources in archives and publications are cut alike; they differ in what a label is and in which signs end a run. A run
is looked up as a whole: in ``Washington Post`` there is no place.
"""

from collections.abc import Callable
from typing import NamedTuple

from .labels import Label, counted_at, is_sheet, label_at
from .stop import ends_sentence
from .vocabulary import Vocabulary
from .words import Words


class Run(NamedTuple):
    """Atoms ``first`` to ``last`` of a piece, and what they are: ``words``, ``labelled``, ``counted``, ``quoted``,
    ``enclosed`` (in parentheses), ``acronym``, ``address``.

    ``value`` is the index of the value's first atom and ``label`` the one after the label's last (for ``counted``:
    after the number); ``before`` is the sign in front of the run, or nothing.
    """

    kind: str
    first: int
    last: int
    before: str
    level: str = ""
    label: int = -1
    value: int = -1


#: The signs that end a run of a source in an archive.
SIGNS = ",;:"

#: What may part two runs, of an archive's source or of a publication.
PARTING = frozenset({",", ";", ":", "(", ")", "and", "&", "/"})

Labels = Callable[[Words, int, int, Vocabulary], Label | None]

#: The longest abbreviation with a capital.
SHORT = 4

#: Small words that begin a run of their own where a new source may follow.
AND = ("and", "&")


class Cutter:
    """Cuts one piece, atom by atom. ``made`` are the runs; the last of them is ``open`` while words may be added."""

    def __init__(self, words: Words, end: int, known: Vocabulary, label: Labels, signs: str) -> None:
        self.words = words
        self.end = end
        self.known = known
        self.label = label
        self.archival = label is label_at
        self.signs = signs
        self.made: list[Run] = []
        self.open = False
        self.before = ""
        self.unnamed = 0

    def cut(self, at: int) -> list[Run]:
        """The runs from ``at`` on."""
        lower = self.words.lower
        while at < self.end:
            if lower[at] in PARTING and (after := self.more_sheets(at) or self.sign(at)):
                at = after
            else:
                at = self.whole(at) or self.labelled(at) or self.word(at)
        return self.made

    def close(self, sign: str) -> None:
        """Ends the open run before a sign."""
        self.open = False
        self.before = sign

    def add(self, run: Run) -> int:
        """Adds a run that is whole; gives where it ends."""
        self.made.append(run)
        last = run.last - 1
        self.close("." if self.words.dotted[last] and self.stops(last) else "")
        return run.last

    def extend(self, last: int) -> int:
        """Lets the open run go on up to ``last``; gives that."""
        kind, first, _, before, level, label, value = self.made[-1]
        self.made[-1] = Run(kind, first, last, before, level, label, value)
        if self.words.dotted[last - 1] and self.stops(last - 1):
            self.close(".")
        return last

    def stops(self, at: int) -> bool:
        """Whether the full stop after atom ``at`` ends a run. In an archive not where a number follows what is an
        abbreviation, short or in small letters: ``Rep. 101``, ``sottofasc. 3``.
        """
        words = self.words
        if self.archival and "." in words.word(at) and at + 1 < self.end and any(map(str.isdigit, words.lower[at + 1])):
            return False  # "3.2.4. K-384/2"
        numbered = self.archival and at + 1 < self.end and words.kinds[at + 1] == "NUMBER" and words.kinds[at] == "WORD"
        if numbered and not words.word(at).isupper() and not self.known.cities.starts(words.lower[at]):
            return not (words.is_small(at) or len(words.lower[at]) <= SHORT)
        return ends_sentence(words, at, self.known)

    def sign(self, at: int) -> int:
        """Takes a sign, or an "and" before another source: it ends the run before it."""
        kind = self.words.kinds[at]
        if kind == "(" and 0 < self.words.close.get(at, 0) < self.end:
            return 0
        if kind == ":" and self.open and self.archival and (self.is_inner_colon(at) or self.is_number_colon(at)):
            return self.extend(at + 1)
        if kind in self.signs or kind in "()":
            self.close(kind)
            return at + 1
        if (self.words.lower[at] in AND and self.parts(at)) or (kind == "/" and self.parts_archives(at)):
            self.close("and")
            return at + 1
        return 0

    def is_inner_colon(self, at: int) -> bool:
        """Whether a colon goes on with the open run, after a word that no list has as a label: ``Matter: 220``."""
        run = self.made[-1]
        if run.kind != "words" or label_at(self.words, at + 1, self.end, self.known):
            return False
        if self.known.cities.starts(self.words.lower[run.first]) and any(map(str.isdigit, self.words.word(at + 1))):
            return False  # "Canberra: A1838", and not "London: Macdonald, 1971"
        word = self.words.word(run.first)
        single = (
            run.last - run.first == 1
            and self.words.kinds[run.first] == "WORD"
            and not (word.isupper() and len(word) < 8)
        )
        return single or ":" in self.words.kinds[run.first : run.last]

    def is_number_colon(self, at: int) -> bool:
        """Whether a colon is a number's own: ``container 12:4``."""
        words = self.words
        sides = words.kinds[at - 1] == "NUMBER" and words.kinds[at + 1 : at + 2] == ["NUMBER"]
        return sides and words.touches(at) and words.touches(at + 1)

    def whole(self, at: int) -> int:
        """Takes what is a run by itself."""
        words, known = self.words, self.known
        kind = words.kinds[at]
        if kind == "(":
            close = words.close[at] + 1
            inside = self.open and words.touches(at)  # as in "600(24)"
            return self.extend(close) if inside else self.add(Run("enclosed", at, close, self.before))
        if kind == "QUOTATION" and not (self.open and self.opens_quotation(at)):
            return self.add(Run("quoted", at, at + 1, self.before, value=at))
        if kind == "ADDRESS":
            return self.add(Run("address", at, at + 1, self.before, value=at))
        if not self.archival:
            return 0
        if counted := counted_at(words, at, self.end, known):
            return self.add(Run("counted", at, counted[0], self.before, counted[1], at + 1, at))
        if kind == "WORD" and not self.open and (acronym := known.acronyms.find(words, at, self.end)):
            years = acronym[0] < self.end and is_years(words.word(acronym[0]))  # "AJ 1976" is a series
            return (
                0
                if years or self.is_named(acronym[0])
                else self.add(Run("acronym", at, acronym[0], self.before, value=at))
            )
        return 0

    def labelled(self, at: int) -> int:
        """Takes a label, whose value goes on until something ends it."""
        if self.words.kinds[at] in ("NUMBER", "BRACKET"):
            return 0
        label = self.label(self.words, at, self.end, self.known)
        if label is None or (self.open and self.archival and self.is_name_word(label)):
            return 0
        if self.open and self.made[-1].kind == "words" and self.words.touches_stop(at):
            return 0  # "5.D.22.a"
        run = Run("labelled", at, label.value + 1, self.before, label.level, label.end, label.value)
        self.open = False
        self.add(run)
        self.open = self.words.kinds[label.value] != "QUOTATION" and self.before != "."
        return run.last

    def is_name_word(self, label: Label) -> bool:
        """Whether a label inside a run is a word of a name: before another word (``Public Record Office``), before
        years (``Central Decimal File 1960-63``), or where a mark goes on (``BANC MSS 91/213``, ``MS. Eng. d. 34``).
        """
        words = self.words
        value = words.word(label.value)
        if label.level == "shelfmark" or words.lower[self.made[-1].first] in self.known.manuscripts:
            return True
        if label.value > label.end or words.dotted[label.end - 1]:
            return False
        return (words.kinds[label.value] == "WORD" and len(value) > 1 and value.isalpha()) or is_years(value)

    def word(self, at: int) -> int:
        """Takes one more word of the open run, or opens one."""
        if self.open and not self.parts_code(at) and not self.is_remark(at):
            return self.extend(at + 1)
        self.add(Run("words", at, at + 1, self.before, value=at))
        self.open = self.before != "."
        return at + 1

    def parts_code(self, at: int) -> bool:
        """Whether a mark with signs in it follows an archive's noun, or an archive's name a label's number: ``Gansu
        Provincial Archives 91-4-107``, ``fond 1206 Národního archivu``.
        """
        words = self.words
        if self.archival and self.made[-1].kind == "labelled":
            return words.kinds[at - 1] == "NUMBER" and words.kinds[at] == "WORD" and self.is_named(at)
        if not self.archival or self.made[-1].kind != "words" or not is_archive_word(words.lower[at - 1], self.known):
            return False
        word = words.word(at)
        return any(map(str.isdigit, word)) and any(sign in word for sign in "-/")

    def is_remark(self, at: int) -> bool:
        """Whether what follows a label's number is no part of it: ``12 in the reader``, ``5 [copy at the Archive]``."""
        words = self.words
        if words.kinds[at - 1] != "NUMBER" or not self.archival or self.made[-1].kind != "labelled":
            return False
        if words.kinds[at] == "BRACKET":
            return words.word(at)[1:4].islower() and words.word(at)[1:4].isalpha()
        return words.is_small(at) and words.lower[at] in self.known.remarks

    def more_sheets(self, at: int) -> int:
        """Takes one more of a row of sheets: after a comma or an "and" a number that no label claims; or gives 0."""
        words = self.words
        if not self.open or self.made[-1].level not in self.known.sheets:
            return 0
        if words.kinds[at] not in (",", ";") and words.lower[at] not in AND:
            return 0
        if words.kinds[at] == "," and words.lower[at + 1 : at + 2] == ["and"]:
            at += 1
        if at + 1 >= self.end or not is_sheet(words, at + 1) or counted_at(words, at + 1, self.end, self.known):
            return 0
        return self.extend(at + 2)

    def is_named(self, at: int) -> bool:
        """Whether the words from ``at`` to the next sign make the acronym before them a part of an archive's name."""
        if at < self.unnamed:
            return False  # these words were looked at for an acronym before them
        while at < self.end and self.words.kinds[at] == "WORD":
            if is_archive_word(self.words.lower[at], self.known):
                return True
            at += 1
        self.unnamed = at
        return False

    def opens_quotation(self, at: int) -> bool:
        """Whether a quotation goes on with the name before it: ``Stiftung "Archiv der Parteien"``."""
        return self.archival and self.known.parents.find(self.words, at - 1, at) is not None

    def parts(self, at: int) -> bool:
        """Whether the "and" ``at`` stands before another archive's acronym or another label."""
        after = at + 1
        if after >= self.end or not self.archival:
            return False
        found = self.known.acronyms.find(self.words, after, self.end)
        if found or label_at(self.words, after, self.end, self.known):
            return True
        return (not self.open or self.made[-1].kind == "labelled") and self.is_named(after)

    def parts_archives(self, at: int) -> bool:
        """Whether the sign ``at`` stands apart before another archive's acronym: ``RGANI, f. 5 / RGASPI, f. 17``."""
        known = self.archival and self.known.acronyms.find(self.words, at + 1, self.end)
        return bool(known) and not self.words.touches(at)


def is_years(text: str) -> bool:
    """Whether ``text`` is a year or a range of years.

    >>> [is_years(text) for text in ("1962", "1960-63", "1960–1963", "1962-4411", "0078")]
    [True, True, True, False, False]
    """
    first, _, last = text.replace("–", "-").replace("/", "-").partition("-")
    return (
        first.isdecimal() and is_year(first) and (not last or (last.isdecimal() and (len(last) == 2 or is_year(last))))
    )


def is_year(text: str) -> bool:
    """Whether ``text`` has the form of a year of the archive's documents and books: from 1500 to 2099."""
    return len(text) == 4 and text.isdecimal() and "1500" <= text < "2100"


def is_archive_word(word: str, known: Vocabulary) -> bool:
    """Whether a word says that a name is an archive's: ``archives``, ``staatsarchiv``, but not ``archivist``."""
    return known.has_archive_stem(word) and word not in known.archive_not


def archival_runs(words: Words, first: int, last: int, known: Vocabulary) -> list[Run]:
    """The runs of a source in an archive.

    >>> from .vocabulary import vocabulary
    >>> [run.kind for run in archival_runs(Words("MNL OL, 288. f. 5. cs. Korea"), 0, 8, vocabulary())]
    ['acronym', 'counted', 'counted', 'words']
    """
    return Cutter(words, last, known, label_at, SIGNS).cut(first)
