"""What to do with a bracket or parenthesis that has no partner, where only one thing can be meant."""

from collections.abc import Callable

#: Between a bracket and the wrong sign that closes it there are at most so many characters.
LONGEST = 120

Change = tuple[int, int, str]


def bracket_change(text: str, place: int) -> Change | None:
    """The change that gives the bracket at ``place`` its partner, or takes it away: ``[Hoxha)``, ``[Hoxha]]``.

    >>> bracket_change("Enver [Hoxha) said", 6), bracket_change("Enver [Hoxha]] said", 13)
    ((12, 13, ']'), (13, 14, ''))
    >>> bracket_change("Enver [Hoxha (E.) said", 6)
    """
    if text[place] == "]":
        return (place, place + 1, "") if text[place - 1 : place] == "]" else None
    near = text[place + 1 : place + LONGEST]
    end = next((at for at, sign in enumerate(near) if sign in "()[]{}"), None)
    if end is None or near[end] not in ")}":
        return None
    return place + 1 + end, place + 2 + end, "]"


def parenthesis_change(text: str, place: int, is_acronym: Callable[[str], bool]) -> Change | None:
    """The change that puts the other parenthesis beside an acronym, or takes one of two away.

    >>> known = {"AVP RF", "TsDA"}.__contains__
    >>> parenthesis_change("Archive (AVP RF, Moscow", 8, known), parenthesis_change("Sofia TsDA), f. 1", 10, known)
    ((15, 15, ')'), (6, 6, '('))
    >>> parenthesis_change("Sofia (TsDA)), f. 1", 12, known), parenthesis_change("Sofia (city, f. 1", 6, known)
    ((12, 13, ''), None)
    """
    if text[place] == "(":
        name = text[place + 1 :].partition(",")[0]
        end = place + 1 + len(name)
        return (end, end, ")") if is_acronym(name) else None
    if text[place - 1 : place] == ")":
        return place, place + 1, ""
    words = text[max(0, place - LONGEST) : place].split(" ")
    for size in (2, 1):
        name = " ".join(words[-size:])
        if len(words) > size and is_acronym(name):
            return place - len(name), place - len(name), "("
    return None
