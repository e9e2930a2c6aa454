"""The parsers and patterns of the grammars, each made once and only when it is first needed.

Two ways to use a grammar. Where order or nesting matters, ``parser`` gives an LALR parser. Where a text is a mere
row of things (the blocks of a body, the marks in a paragraph), ``terminals`` compiles the grammar's terminals into
one pattern, which ``finditer`` runs: the same terminals, a tenth of the time.
"""

import pickle
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

from lark import Lark

from .build import LEXER, NAMED_GROUP, build_parser, build_patterns, digest, grammar_names, swapped
from .lexer import StateLexer

try:
    from . import tables
except ImportError:  # a checkout in which they were never written: everything is built
    tables = None  # type: ignore[assignment]

#: What asks whether a group has matched: "(?(named)" in "(?(named)[)]|…)".
ASKED_GROUP = re.compile(r"\(\?\((\w+)\)")


@cache
def current() -> bool:
    """Whether the tables were written from the grammars as they are, or there is nothing else to read by."""
    return tables is not None and bool(not grammar_names() or digest() == tables.DIGEST)


@cache
def parser(name: str) -> Lark:
    """The LALR parser of ``grammar/<name>.lark``."""
    if not current():
        return build_parser(name)
    table: Any = swapped(tables.PARSERS[name], LEXER, StateLexer)
    # Lark.load reads a pickle; this one is made here, of data that came with the package.
    return Lark.load(BytesIO(pickle.dumps(table)))


@cache
def terminal_patterns(name: str) -> dict[str, str]:
    """The regular expression of every terminal of ``grammar/<name>.lark``, by the terminal's name."""
    patterns: dict[str, str] = tables.PATTERNS[name] if current() else build_patterns(name)
    return patterns


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
