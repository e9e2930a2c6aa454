"""The patterns of the grammars, each made once and only when it is first needed: ``terminals`` compiles terminals of a
grammar into one pattern, which ``finditer`` runs over a mere row of things, the blocks of a body or the marks in a
paragraph.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from .words import grammar_folder

try:
    from . import tables
except ImportError:  # a checkout in which they were never written: everything is built
    tables = None  # type: ignore[assignment]

NAMED_GROUP = re.compile(r"\(\?P<(\w+)>")

#: What asks whether a group has matched: "(?(named)" in "(?(named)[)]|…)".
ASKED_GROUP = re.compile(r"\(\?\((\w+)\)")


def grammar(name: str) -> str:
    """The text of ``grammar/<name>.lark``."""
    return (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")


def grammar_names() -> list[str]:
    """The names of all grammars; none in a program that was frozen without them."""
    folder = grammar_folder()
    if not folder.is_dir():
        return []
    return sorted(file.name.removesuffix(".lark") for file in folder.iterdir() if file.name.endswith(".lark"))


def digest() -> str:
    """What the patterns depend on: the text of every grammar."""
    return sha256("\0".join(f"{name}\0{grammar(name)}" for name in grammar_names()).encode()).hexdigest()


@cache
def current() -> bool:
    """Whether the tables were written from the grammars as they are, or there is nothing else to read by."""
    return tables is not None and bool(not grammar_names() or digest() == tables.DIGEST)


@cache
def terminal_patterns(name: str) -> dict[str, str]:
    """The regular expression of every terminal of ``grammar/<name>.lark``, by the terminal's name."""
    if current():
        patterns: dict[str, str] = tables.PATTERNS[name]
        return patterns
    from .build import build_patterns  # lark is imported only here

    return build_patterns(name)


@cache
def terminals(name: str, *wanted: str, groups: str = "") -> re.Pattern[str]:
    """A pattern that matches any of the ``wanted`` terminals of ``grammar/<name>.lark``, tried in that order.

    Of the named groups inside the terminals only those listed in ``groups`` are kept, and those that a terminal asks
    for itself. With more than one terminal each is a group of its own, by its name.
    """
    found = {terminal: terminal_patterns(name)[terminal] for terminal in wanted}
    kept = {*groups.split(), *ASKED_GROUP.findall("".join(found.values()))}

    def drop(match: re.Match[str]) -> str:
        return match.group() if match.group(1) in kept else "(?:"

    patterns = {terminal: NAMED_GROUP.sub(drop, pattern) for terminal, pattern in found.items()}
    if len(patterns) == 1:
        return re.compile(patterns[wanted[0]])
    return re.compile("|".join(f"(?P<{terminal}>{pattern})" for terminal, pattern in patterns.items()))


class Pattern:
    """The pattern of ``terminals`` with the same arguments, compiled when it is first asked to match.

    Modules name theirs at import, when nothing may be compiled yet; a method once asked for is the pattern's own.

    >>> Pattern("note", "NOTE_REF").match("[1] Held").group()
    '[1]'
    """

    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]

    def __init__(self, name: str, *wanted: str, groups: str = "") -> None:
        self._asked = name, wanted, groups

    def __getattr__(self, method: str) -> Any:
        name, wanted, groups = self._asked
        made = getattr(terminals(name, *wanted, groups=groups), method)
        self.__dict__[method] = made
        return made
