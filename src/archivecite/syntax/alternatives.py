"""The alternatives of a regular expression, those that begin with the same letter put together.

``re`` tries alternatives one after the other, and a grammar has hundreds: put together, it tries one for each letter.
What matches stays the same: no text begins with two letters at once, and those of one letter keep their order.
"""

import re
from itertools import groupby
from operator import itemgetter

#: The parts of a regular expression: an escape, a set, what opens a group, any other character.
PART = r"\\N\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|\(\w+\)|<?[=!]|>|[a-zA-Z-]*:)|."
#: Fewer alternatives are as quick as they stand.
MANY = 4

Parts = list[str]


def grouped(pattern: str) -> str:
    """``pattern`` with the alternatives that begin with the same letter put together.

    >>> grouped("fond|(?:delo|file)|folder")
    'f(?:ond|ile|older)|delo'
    """
    alternatives, _ = read(re.findall(PART, pattern, re.DOTALL), 0)
    return written(alternatives)


def read(parts: Parts, at: int) -> tuple[list[Parts], int]:
    """The alternatives that stand in ``parts`` from ``at`` to the end of the group, and where that is."""
    found: list[Parts] = [[]]
    while at < len(parts) and parts[at] != ")":
        part = parts[at]
        at += 1
        if part == "|":
            found.append([])
        elif part[0] == "(":
            inner, at = read(parts, at)
            at += 1
            if part == "(?:" and not found[-1] and parts[at : at + 1] in ([], ["|"], [")"]):
                found[-1:] = inner  # a group that is one whole alternative is as many as it has
            elif part.startswith("(?("):
                # The two of "(?(group)…|…)" are not tried in a row.
                found[-1].append(f"{part}{'|'.join(map(''.join, inner))})")
            else:
                found[-1].append(f"{part}{written(inner)})")
        else:
            found[-1].append(part)
    return found, at


def written(alternatives: list[Parts]) -> str:
    """The regular expression of ``alternatives``; one that begins with no letter keeps its place among them."""
    if len(alternatives) < MANY:
        return "|".join(map("".join, alternatives))
    made: list[str] = []
    row: dict[str, list[Parts]] = {}
    for alternative in alternatives:
        if letter := initial(alternative):
            row.setdefault(letter, []).append(alternative)
        else:
            made += (*by_opening(row), "".join(alternative))
            row = {}
    return "|".join((*made, *by_opening(row)))


def by_opening(row: dict[str, list[Parts]]) -> list[str]:
    """The alternatives in ``row``, by letter; of one letter, those that stand together and open alike are one: not
    "[Ff]ond" and "Fonds", which both match a capital.
    """
    made = []
    for same in row.values():
        for opening, alike in groupby(same, itemgetter(0)):
            rest = ["".join(alternative[1:]) for alternative in alike]
            made.append(f"{opening}(?:{'|'.join(rest)})" if len(rest) > 1 else opening + rest[0])
    return made


def initial(alternative: Parts) -> str:
    """The letter with which an alternative begins, in either case, or nothing.

    >>> initial(["[Ff]", "o"]), initial(["F", "o"]), initial(["f", "+"]), initial(["[Ffg]", "o"])
    ('f', 'f', '', '')
    """
    if not alternative or alternative[1:2] in (["?"], ["*"], ["+"], ["{"]):
        return ""
    opening = alternative[0].strip("[]").lower()
    return opening[0] if opening.isascii() and opening.isalpha() and len({*opening}) == 1 else ""
