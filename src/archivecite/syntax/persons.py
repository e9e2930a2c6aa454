"""Whom a line names: the persons, posts and bodies in an address or a signature, each with its place."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..model.person import Person
from ..model.unchecked import unchecked
from .found import Found
from .line import LineText
from .loop import Token
from .plausible import is_name

new_person = unchecked(Person)

#: Kinds that make a token part of an office's name, or a body's.
OFFICIAL = ("ROLE", "BODY", "ORG", "NATION", "PLACE")

#: Small words inside a name.
LINKS = ("FUNCTION", "THE", "VIA", "OF", "TO", "AT", "FROM")

#: What an office and a name that are one person's may have between them.
JOINING = ("", "LPAR", "RPAR", "SLASH", "COMMA", "DASH", "COLON", "QUOTE", "DOT")


class Run(NamedTuple):
    """A name, or an office, from one token to another; ``before`` is the sign in front of it."""

    kind: str
    first: Token
    last: Token
    before: str
    post: bool
    placed: bool


def read_persons(line: LineText, tokens: Sequence[Token]) -> list[Found[Person]]:
    """The persons that the ``tokens`` of a line name.

    >>> from ..surface.flat import Flat
    >>> line = LineText("Jan Petrov, Chairman of the Board")
    >>> [str(found.value) for found in read_persons(line, [Token("", *token[1:]) for token in line.tokens])]
    ['Jan Petrov, Chairman of the Board']
    """
    runs = Runs(line, tokens).read()
    persons: list[Found[Person]] = []
    at = 0
    while at < len(runs):
        run, after = runs[at], runs[at + 1] if at + 1 < len(runs) else None
        if after and joins(runs, at):
            named, office = (run, after) if run.kind == "name" else (after, run)
            persons.append(person(line, named, office))
            at += 2
            continue
        if run.kind == "name" or (not run.post and not run.placed):
            persons.append(person(line, run, None))
        elif run.post:
            persons.append(person(line, None, run))
        at += 1
    return persons


def joins(runs: Sequence[Run], at: int) -> bool:
    """Whether a run and the next are one person's name and office, in either order."""
    run, after = runs[at], runs[at + 1]
    if run.kind == after.kind or after.before not in JOINING or run.placed or after.placed:
        return False
    if run.kind == "office":
        return run.post or after.before not in ("COMMA", "DASH")
    if not after.post:
        return False
    # "Li, Minister Pak": the office is the next one's.
    return at + 2 >= len(runs) or runs[at + 2].kind == "office" or runs[at + 2].before != ""


def person(line: LineText, named: Run | None, office: Run | None) -> Found[Person]:
    """The person with that name and that office."""
    parts = {}
    for key, run in (("name", named), ("office", office)):
        if run:
            start, end = line.place(run.first, run.last)
            parts[key] = Found(line.text[start:end], start, end)
    value = new_person(*(parts[key].value if key in parts else None for key in ("name", "office")))
    places = list(parts.values())
    return Found(value, min(part.start for part in places), max(part.end for part in places), parts)


#: How many letters a first name has that is cut short.
LONGEST_SHORT = 4


class Runs:
    """Cuts tokens into names and offices."""

    def __init__(self, line: LineText, tokens: Sequence[Token]) -> None:
        self.line = line
        self.tokens = tokens
        self.runs: list[Run] = []
        self.open: list[Token] = []
        self.kind = ""
        self.before = ""

    def read(self) -> list[Run]:
        """The runs, in order."""
        for at, token in enumerate(self.tokens):
            kind = self.kind_of(at)
            if kind == "link" or self.is_inside(kind) or self.shortens(at) or self.names_body(at):
                if self.open:
                    self.open.append(token)
                continue
            if kind not in ("name", "office"):
                self.close()
                self.before = kind
                continue
            if kind != self.kind and not self.goes_on(kind):
                self.close()
            self.kind = self.kind or kind
            self.open.append(token)
        self.close()
        return [run for run in self.runs if run.kind == "office" or is_name(self.printed(run))]

    def shortens(self, at: int) -> bool:
        """Whether a full stop shortens the first name before it: ``Jar. Zeman``."""
        if not self.line.has(self.tokens[at], "DOT") or self.kind != "name" or len(self.open) != 1:
            return False
        first = self.open[0]
        return first.end - first.start <= LONGEST_SHORT and at + 1 < len(self.tokens) and self.kind_of(at + 1) == "name"

    def names_body(self, at: int) -> bool:
        """Whether a comma stands between a post and the body that it is in: ``Official, Africa Directorate``."""
        line = self.line
        if self.kind != "office" or not line.has(self.tokens[at], "COMMA") or at + 1 >= len(self.tokens):
            return False
        posts = any(line.has(token, "ROLE") for token in self.open)
        rest = self.tokens[at + 1 :]
        plain = all(self.kind_of_token(token) == "office" and not line.has(token, "ROLE") for token in rest)
        return posts and plain and any(line.has(token, "BODY") for token in rest)

    def is_inside(self, kind: str) -> bool:
        """Whether a parenthesis is around the name behind a rank: ``Col. (I. Dobrev)``"""
        if kind == "LPAR":
            return bool(self.open) and all(self.line.has(token, "RANK") for token in self.open)
        return kind == "RPAR" and any(self.line.has(token, "LPAR") for token in self.open)

    def printed(self, run: Run) -> str:
        """The text of a run."""
        start, end = self.line.place(run.first, run.last)
        return self.line.text[start:end]

    def goes_on(self, kind: str) -> bool:
        """Whether a run takes a token of another kind: a name that an office is over, a body that a name begins."""
        if not self.open:
            return False
        linked = self.line.has(self.open[-1], *LINKS) and not self.line.has(self.open[-1], *OFFICIAL)
        return kind == "name" and self.kind == "office" and linked

    def close(self) -> None:
        """Ends the open run."""
        line = self.line
        while self.open and self.kind_of_token(self.open[-1]) == "link":
            self.open.pop()
        if self.open:
            post = self.kind == "office" and any(line.has(token, "ROLE") for token in self.open)
            placed = self.kind == "office" and not any(
                line.has(token, "ROLE", "BODY", "ORG", "NATION") for token in self.open
            )
            self.runs.append(Run(self.kind, self.open[0], self.open[-1], self.before, post, placed))
            self.before = ""
        self.open, self.kind = [], ""

    def kind_of_token(self, token: Token) -> str:
        """Whether a token is a name's, an office's, a small word between, or the sign that it is."""
        line = self.line
        kinds = line.kinds[token.start]
        if kinds[0] == "NUM" and "OFFICE" in kinds:
            return "office"
        if line.has(token, *OFFICIAL) and not (line.text[token.start].islower() and line.has(token, *LINKS)):
            return "office"
        if line.has(token, "RANK", "CAP", "CAPS", "INITIAL", "GAP"):
            return "name"
        if line.has(token, "AND"):
            return "AND"
        return "link" if line.has(token, *LINKS) else kinds[0]

    def is_after_sign(self, token: Token) -> bool:
        """Whether a word that says that it is signed is right before a token: ``[signed] Vogel Sector Head``."""
        return any(
            "SIGNED" in before.kinds for before, after in pairwise(self.line.tokens) if after.start == token.start
        )

    def kind_of(self, at: int) -> str:
        """What the token ``at`` is here: a rank before a name is part of it, ``and`` inside an office a small word."""
        token = self.tokens[at]
        kind = self.kind_of_token(token)
        following = self.kind_of_token(self.tokens[at + 1]) if at + 1 < len(self.tokens) else ""
        if self.line.has(token, "RANK") and kind == "office" and following == "name":
            return "name"
        if self.line.has(token, "RANK") and following == "office" and self.line.has(self.tokens[at + 1], "ROLE"):
            return "office"
        if kind == "AND" and self.kind == "office" and following in ("office", "name"):
            plain = not self.line.has(self.tokens[at + 1], "ROLE", "RANK", "INITIAL")
            return "link" if plain else kind
        if (
            kind == "name"
            and following == "office"
            and not self.line.has(token, "RANK", "INITIAL")
            and self.kind != "name"
        ):
            if self.is_after_sign(token):
                return "name"
            # "Zhejiang Provincial Committee"
            return "name" if self.line.has(self.tokens[at + 1], "ROLE") else "office"
        return kind
