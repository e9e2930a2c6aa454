"""Dates: words and numbers to tokens, and the tree of ``date.lark`` to EDTF (level 0 or 1).

A reading is given only where there is exactly one. ``04.11.1962`` is the fourth of November or the eleventh of April
and ``31 February 1962`` no day at all: both are dates, with no ``edtf``. A year of two digits is one of 19YY, the
archive's period.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...model.date import Date
from ...model.unchecked import unchecked
from ..date import SIGNS, falls_on, in_order, only
from ..loop import Node, Token, parse, tables
from ..runs import is_year
from ..vocabulary import Vocabulary, vocabulary

#: What a date is cut into: digits, letters, or one sign.
PIECE = re.compile(r"[0-9]+|[A-Za-z]+|.", re.DOTALL)

#: The longest date, with all that may stand round it.
LONGEST = 80

#: The order of the parts in each form, by their number where it varies; a bar stands between the ends of a range.
ORDERS = {
    "month_day_year": {3: "mdy"},
    "day_month_year": {3: "dmy"},
    "month_year": {2: "my"},
    "year": {1: "y"},
    "roman": {3: "dmy"},
    "year_first": {3: "ymd"},
    "year_month_day": {3: "ymd"},
    "month_days": {4: "md|dy", 5: "md|mdy", 6: "mdy|mdy"},
    "day_months": {4: "d|dmy", 5: "dm|dmy", 6: "dmy|dmy"},
    "months": {3: "m|my", 4: "my|my"},
    "year_months": {3: "y|my"},
}

#: The orders in which a year that comes last may be read, by its digits: "29" may be a day, and the year first.
YEAR_LAST = {4: ("dmy", "mdy"), 2: ("dmy", "mdy", "ymd")}

#: Signs by their token.
MARKS = {",": "_COMMA", ".": "_DOT", "/": "_SLASH", "?": "DOUBT", "[": "_OPEN", "]": "_CLOSE"}

new_date = unchecked(Date)


class Phrases(NamedTuple):
    """The words of dates: single ones, and by their first letter those of several words, the longest first."""

    words: dict[str, tuple[str, str]]
    phrases: dict[str, list[tuple[str, str]]]


@cache
def phrases(known: Vocabulary) -> Phrases:
    """The words of dates, each with its token and what it stands for."""
    data = known.data
    words = {name: ("MONTH", number) for number, names in data["months"].items() for name in names}
    words |= {name: ("SEASON", season) for season, names in data["seasons"].items() for name in names}
    words |= {name: ("WEEKDAY", name) for name in data["dates"]["weekdays"]}
    words |= dict.fromkeys(data["dates"]["to"], ("_TO", "")) | {"of": ("_OF", ""), "the": ("_THE", "")}
    longer = [(phrase, "CIRCA") for phrase in data["dates"]["circa"]]
    longer += [(phrase, "UNDATED") for phrase in data["dates"]["undated"]]
    longer += [(part, "VAGUE") for phrase in data["dates"]["parts"] for part in (phrase, f"the {phrase}")]
    by_letter: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(longer, key=lambda row: -len(row[0])):
        by_letter.setdefault(row[0][0], []).append(row)
    return Phrases(words, by_letter)


class Cutter:
    """Cuts a text into the tokens of a date; ``failed`` where it cannot be one."""

    def __init__(self, text: str, known: Vocabulary) -> None:
        self.text = text
        self.lower = text.lower()
        self.known = phrases(known)
        self.verbs = known.data["dates"]["verbs"]
        self.tokens: list[Token] = []
        self.failed = False

    def cut(self) -> list[Token]:
        """The tokens of the whole text, or none."""
        at = 0
        while at < len(self.text) and not self.failed:
            blank = self.text[at] == " "
            at += blank
            if at == len(self.text) or self.text[at] == " " or (blank and at == 1):
                return []
            at = self.phrase(at) or self.piece(at, blank)
        return [] if self.failed else self.tokens

    def add(self, kind: str, start: int, end: int, reading: str = "") -> int:
        """Adds a token; gives where it ends."""
        self.tokens.append(Token(kind, start, end, reading))
        return end

    def phrase(self, at: int) -> int:
        """Takes what may stand round a date, or in its place: ``not later than``, ``Date unknown``; or gives 0."""
        rows = self.known.phrases.get(self.lower[at])
        if rows is None or (at and self.text[at - 1].isalnum()):
            return 0
        for phrase, kind in rows:
            end = at + len(phrase)
            if self.lower.startswith(phrase, at) and (phrase[-1] == "." or not self.text[end : end + 1].isalpha()):
                return self.framed(phrase, kind, at, end)
        return 0

    def framed(self, phrase: str, kind: str, at: int, end: int) -> int:
        """Takes a phrase, with the ``of`` or ``in`` after a part of a time: ``the beginning of``, ``mid-``."""
        if phrase == "c." and self.text[at] == "C":
            return 0  # an initial
        if kind == "VAGUE":
            for more in (" of the ", " of ", " in ", "-"):
                if self.lower.startswith(more, end):
                    return self.add(kind, at, end + len(more) - more.endswith(" "))
        return self.add(kind, at, end)

    def piece(self, at: int, blank: bool) -> int:
        """Takes digits, a word, or a sign."""
        match = PIECE.match(self.text, at)
        assert match is not None
        word, end = match.group(), match.end()
        if word[0].isdecimal() and word.isascii():
            return self.number(word, at, end, blank)
        if word.isascii() and word.isalpha():
            return self.word(word, at, end, blank)
        return self.sign(word, at, end, blank)

    def number(self, word: str, at: int, end: int, blank: bool) -> int:
        """Takes a number: a year of four digits, a day or a month of one or two, with its ordinal ending."""
        last = self.tokens[-1].type if self.tokens else ""
        touching = at > 0 and not blank and self.text[at - 1].isalpha()
        if (touching or (last == "MONTH" and not blank)) and not (last == "MONTH" and len(word) == 4):
            return self.fail()
        if len(word) == 4 and is_year(word):
            for ending in ("s", "'s", "’s"):
                if word.endswith("0") and self.text.startswith(ending, end):
                    return self.add("DECADE", at, end + len(ending), word)
            return self.add("YEAR", at, end, word)
        if len(word) > 2:
            return self.fail()
        for ending in ("st", "nd", "rd", "th"):
            if self.lower.startswith(ending, end) and not self.text[end + 2 : end + 3].isalpha():
                return self.add("ORDINAL", at, end + 2, word)
        return self.add("NUM", at, end, word)

    def word(self, word: str, at: int, end: int, blank: bool) -> int:
        """Takes a month, a season, a day of the week, or a month in Roman numerals."""
        if at > 0 and not blank and self.text[at - 1].isdecimal():
            return self.fail()
        dotted = bool(self.tokens) and self.tokens[-1].type == "_DOT" and not blank
        if word.isupper() and len(word) <= 4 and set(word) <= set("IVX"):
            return self.add("ROMAN", at, end, word)
        kind, reading = self.known.words.get(word.lower(), ("", ""))
        if not kind or word in self.verbs or dotted:
            return self.fail()
        if kind == "MONTH" and self.text.startswith(".", end):
            end += 1
        return self.add(kind, at, end, reading)

    def sign(self, word: str, at: int, end: int, blank: bool) -> int:
        """Takes a sign: a dash alone between two numbers, or between the ends of a range; a year of two digits."""
        if word in "-‐‑‒–—":
            spaced = self.text.startswith(" ", end)
            return self.add("_TO" if spaced or blank or word != "-" else "DASH", at, end + spaced)
        if word in "'’" and self.text[end : end + 2].isdecimal() and self.text[end : end + 2].isascii():
            return self.add("SHORT", at, end + 2, self.text[end : end + 2])
        tight = word in "./" and (blank or (word == "/" and self.text.startswith(" ", end)))
        if word not in MARKS or tight or (blank and word in ",?]"):
            return self.fail()
        return self.add(MARKS[word], at, end)

    def fail(self) -> int:
        """Ends the cutting: what stands here is in no date."""
        self.failed = True
        return len(self.text)


def read_date(text: str) -> Date | None:
    """The date that the whole of ``text`` is, or None where it has no form of a date.

    >>> read_date("30-31 October 1962"), read_date("04.11.1962"), read_date("Havana")
    (Date(text='30-31 October 1962', edtf='1962-10-30/1962-10-31'), Date(text='04.11.1962', edtf=None), None)
    """
    if not 4 <= len(text) <= LONGEST:
        return None
    tokens = Cutter(text, vocabulary()).cut()
    tree, skipped = parse(tables("date", "date"), tokens) if tokens else (None, [])
    if tree is None or skipped or has_short_year(tree):
        return None
    return new_date(text, read_tree(text, tree))


def has_short_year(tree: Node) -> bool:
    """Whether a year has one digit, which none has: ``31.X.1``."""
    forms = [
        child
        for child in tree.children
        if isinstance(child, Node) and child.type not in ("year_month_day", "year_first")
    ]
    last = forms[-1].children[-1] if forms else None
    return isinstance(last, Token) and last.type == "NUM" and len(last.reading) == 1


def read_tree(text: str, tree: Node) -> str | None:
    """The EDTF of a date's tree, with what stands round its form."""
    marks = {child.type: child for child in tree.children}
    form = next(child for child in tree.children if isinstance(child, Node) and child.type != "weekday")
    edtf = read_form(text, form)
    if edtf is None or "VAGUE" in marks:
        return None
    if "weekday" in marks and not falls_on(edtf, marks["weekday"].children[0].reading):
        return None
    sign = SIGNS["CIRCA" in marks, "DOUBT" in marks]
    # Level 1 qualifies neither seasons ("1962-21") nor decades ("195X").
    if sign and (edtf.endswith("X") or edtf[4:6] == "-2"):
        return None
    return "/".join(end + sign for end in edtf.split("/"))


def read_form(text: str, form: Node) -> str | None:
    """The EDTF of one form."""
    parts = [token.reading for token in form.children if token.type != "DASH"]
    if order := ORDERS.get(form.type):
        return in_order(parts, order[len(parts)])
    if form.type == "year_last":
        # "23.10.62" is read in one order alone: there is no month 23 and no day 62.
        return only(in_order(parts, order) for order in YEAR_LAST[len(parts[2])])
    if form.type == "years":
        return read_years(parts, text[form.start : form.end])
    if form.type == "decade":
        # "1900s" may be ten years or a hundred.
        return None if parts[0].endswith("00") else f"{parts[0][:3]}X"
    if form.type == "season":
        return f"{parts[1]}-{parts[0]}" if parts[0] else None
    return None


def read_years(parts: Sequence[str], printed: str) -> str | None:
    """The EDTF of two years, the second of two digits perhaps; ``1962-10`` is a month, ``1910-12`` may be either."""
    start, end = parts
    years = in_order([start, end if len(end) == 4 else start[:2] + end], "y|y")
    month = in_order(parts, "ym") if printed == f"{start}-{end}" else None
    return only((years, month))
