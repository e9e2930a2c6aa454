"""The words and signs of a date, as tokens of ``date.lark``."""

import re
from functools import cache
from typing import NamedTuple

from .loop import Token
from .runs import is_year
from .vocabulary import Vocabulary

#: What a date is cut into: digits, letters, or one sign.
PIECE = re.compile(r"(?P<number>[0-9]+)|(?P<word>[^\W\d_]+)|(?P<sign>.)", re.DOTALL)

#: What may stand right after a day's number.
ORDINALS = frozenset({"st", "nd", "rd", "th"})

#: Signs by their token.
MARKS = {
    ",": "_COMMA",
    ".": "_DOT",
    "/": "_SLASH",
    "?": "DOUBT",
    "[": "_OPEN",
    "]": "_CLOSE",
    "(": "_LEFT",
    ")": "_RIGHT",
}


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
        text, lower, phrases = self.text, self.lower, self.known.phrases
        at = 0
        while at < len(text) and not self.failed:
            blank = text[at] == " "
            at += blank
            if at == len(text) or text[at] == " " or (blank and at == 1):
                return []
            at = (lower[at] in phrases and self.phrase(at)) or self.piece(at, blank)
        return [] if self.failed else self.tokens

    def add(self, kind: str, start: int, end: int, reading: str = "") -> int:
        """Adds a token; gives where it ends."""
        self.tokens.append(Token(kind, start, end, reading))
        return end

    def phrase(self, at: int) -> int:
        """Takes what may stand round a date, or in its place: ``not later than``, ``Date unknown``; or gives 0."""
        if at and self.text[at - 1].isalnum():
            return 0
        for phrase, kind in self.known.phrases[self.lower[at]]:
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
        word, end = match[0], match.end()
        if match.lastgroup == "number":
            return self.number(word, at, end, blank)
        if match.lastgroup == "word":
            return self.word(word, at, end, blank)
        return self.sign(word, at, end, blank)

    def number(self, word: str, at: int, end: int, blank: bool) -> int:
        """Takes a number: a year of four digits, a day or a month of one or two, with its ordinal ending."""
        last = self.tokens[-1].type if self.tokens else ""
        after_month = last == "MONTH"
        touching = not blank and (after_month or (at > 0 and self.text[at - 1].isalpha()))
        if touching and not (after_month and len(word) == 4):
            return self.fail()
        if len(word) == 4 and self.text.startswith("Z", end):
            return self.add("TIME", at, end + 1)
        if len(word) == 4 and is_year(word):
            for ending in ("s", "'s", "’s") if word[3] == "0" else ():
                if self.text.startswith(ending, end):
                    return self.add("DECADE", at, end + len(ending), word)
            return self.add("YEAR", at, end, word)
        if len(word) > 2:
            return self.fail()
        if self.lower[end : end + 2] in ORDINALS and not self.text[end + 2 : end + 3].isalpha():
            return self.add("ORDINAL", at, end + 2, word)
        if self.lower.startswith("d", end) and not self.text[end + 1 : end + 2].isalpha():
            return self.add("ORDINAL", at, end + 1, word)  # "2d November"
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
        if word in "([" and self.text.startswith(("?)", "?]"), end):
            return self.add("DOUBT", at, end + 2)
        tight = word in "./" and (blank or (word == "/" and self.text.startswith(" ", end)))
        if word not in MARKS or tight or (blank and word in ",?]"):
            return self.fail()
        return self.add(MARKS[word], at, end)

    def fail(self) -> int:
        """Ends the cutting: what stands here is in no date."""
        self.failed = True
        return len(self.text)
