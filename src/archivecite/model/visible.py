"""Text as a person may see it: what would act on a terminal or a log, or cannot be seen, is escaped."""

import unicodedata
from collections.abc import Iterator

#: Signs that Unicode lists with the invisible format characters although they are printed (an Arabic number sign).
PRINTED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
#: The two joiners, with which Arabic, Persian and the scripts of India spell.
JOINERS = "\u200c\u200d"
#: Where the first script that spells with joiners begins.
FIRST_JOINED = "\u0600"
#: Build servers take a command from anywhere in a line: GitHub "##[error]", Azure "##vso[", TeamCity "##teamcity[".
COMMAND = "##"


def visible(text: str) -> str:
    """``text`` with every character escaped that is a control (newlines too), changes the direction of the text, or
    cannot be seen, and with ``##[`` broken, which a build server would take for a command.

    Letters of all scripts and all spaces stay. What is escaped already stays as it is.

    >>> print(visible("Petr\u202eov\\x1b[2J"))
    Petr\\u202eov\\x1b[2J
    >>> print(visible("##[error]"))
    #\\x23[error]
    """
    return "".join(visible_characters(text))


def visible_characters(text: str) -> list[str]:
    """For each code point of ``text``, what ``visible`` shows of it."""
    if text.isprintable() and "##" not in text:
        return list(text)
    shown = [
        character if is_visible(character, text[at - 1 : at]) else character.encode("unicode_escape").decode("ascii")
        for at, character in enumerate(text)
    ]
    for at in commands(text):
        shown[at + 1] = "\\x23"
    return shown


def commands(text: str) -> Iterator[int]:
    """Where a build server may take a command from ``text``: two signs, a word perhaps, and a bracket.

    >>> list(commands("##[error] ## A ##vso["))
    [0, 15]
    """
    at, done = text.find(COMMAND), 0
    while at >= 0:
        done = max(done, at + len(COMMAND))
        while text[done : done + 1].isalnum() or text[done : done + 1] == "_":
            done += 1
        is_command = text[done : done + 1] == "["
        if is_command:
            yield at
        at = text.find(COMMAND, at + (len(COMMAND) if is_command else 1))


def is_visible(character: str, before: str) -> bool:
    """Whether ``character``, which follows ``before``, is shown as it is."""
    if character.isprintable() or character in PRINTED or unicodedata.category(character) == "Zs":
        return True
    return character in JOINERS and before >= FIRST_JOINED and unicodedata.category(before)[0] in "LM"


def width(text: str) -> int:
    """How many columns of a terminal ``text`` takes: East Asian letters two, combining marks none.

    >>> width("毛泽东"), width("Wale\u0301sa")
    (6, 6)
    """
    return len(text) if text.isascii() else sum(map(columns, text))


def columns(character: str) -> int:
    """How many columns of a terminal ``character`` takes."""
    if character in PRINTED:
        return 1
    # The vowels and finals of decomposed Korean are drawn into the block of their first letter.
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
