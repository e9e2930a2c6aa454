"""Finds the grammar files and builds what reads with them, each once and only when it is first needed.

Two ways to use a grammar. Where order or nesting matters, ``parser`` gives an LALR parser. Where a text is a mere
row of things (the blocks of a body, the marks in a paragraph), ``terminals`` compiles the grammar's terminals into
one pattern, which ``finditer`` runs: the same terminals, a tenth of the time.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from lark import Lark, Token
from lark.common import LexerConf
from lark.exceptions import UnexpectedCharacters
from lark.lexer import Lexer, LexerState, PatternRE, TerminalDef
from lark.load_grammar import Grammar, load_grammar
from lark.parsers.lalr_parser_state import ParserState

NAMED_GROUP = re.compile(r"\(\?P<(\w+)>")


class StateLexer(Lexer):
    """A contextual lexer without Lark's collision check, which runs whenever interegular happens to be installed and
    knows neither possessive quantifiers nor lookbehind. A pattern is compiled when its parser state is first met.
    """

    __future_interface__ = 2

    def __init__(self, conf: LexerConf) -> None:
        # Lark's own order: priority first, then what can match the most.
        self.terminals = sorted(
            conf.terminals, key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name)
        )
        self.patterns: dict[int, re.Pattern[str]] = {}

    def pattern(self, state: ParserState[int]) -> re.Pattern[str]:
        """The pattern for the terminals that ``state`` accepts."""
        accepted = state.parse_conf.parse_table.states[state.position]
        alternatives = (f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in self.terminals if t.name in accepted)
        return re.compile("|".join(alternatives))

    def lex(self, lexer_state: LexerState, parser_state: ParserState[int]) -> Iterator[Token]:
        # Lark 1.2 gives the text itself, 1.3 a slice of it.
        text = lexer_state.text if isinstance(lexer_state.text, str) else lexer_state.text.text
        position, end = 0, len(text)
        while position < end:
            state = parser_state.position
            if (pattern := self.patterns.get(state)) is None:
                pattern = self.patterns[state] = self.pattern(parser_state)
            match = pattern.match(text, position)
            if match is None or match.lastgroup is None:
                raise UnexpectedCharacters(text, position, 0, 0)  # type: ignore[no-untyped-call]
            token = Token(match.lastgroup, match.group(), position)
            position = token.end_pos = match.end()
            lexer_state.last_token = token
            yield token


def grammar(name: str) -> str:
    """The text of ``grammar/<name>.lark``, from the installed package or from the checkout."""
    return (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")


@cache
def grammar_folder() -> Path:
    """Where the grammar files are: beside the package in a checkout, inside it once installed."""
    installed = Path(str(files("archivecite"))) / "grammar"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "grammar"


@cache
def loaded(name: str) -> Grammar:
    """``grammar/<name>.lark``, read with all that it imports."""
    found: Grammar
    found, _ = load_grammar(grammar(name), f"{name}.lark", [str(grammar_folder())], False)  # type: ignore[no-untyped-call]
    return found


def unnamed(terminal: TerminalDef) -> None:
    """Drop the named groups of a terminal: a lexer's pattern may hold the terminal twice, and a name only once."""
    terminal.pattern = PatternRE(NAMED_GROUP.sub("(?:", terminal.pattern.to_regexp()))


@cache
def parser(name: str, start: str = "start") -> Lark:
    """The LALR parser of ``grammar/<name>.lark`` for the rule ``start``."""
    return Lark(
        loaded(name),
        parser="lalr",
        lexer=StateLexer,
        start=start,
        edit_terminals=unnamed,
        maybe_placeholders=False,
    )


@cache
def terminal_patterns(name: str) -> dict[str, str]:
    """The regular expression of every terminal of ``grammar/<name>.lark``, by the terminal's name."""
    return {terminal.name: terminal.pattern.to_regexp() for terminal in loaded(name).compile(["start"], "*")[0]}


@cache
def terminals(name: str, *wanted: str, groups: str = "") -> re.Pattern[str]:
    """A pattern that matches any of the ``wanted`` terminals of ``grammar/<name>.lark``, tried in that order.

    Of the named groups inside the terminals only those listed in ``groups`` are kept. With more than one terminal each
    is a group of its own, by its name.
    """
    kept = set(groups.split())

    def drop(match: re.Match[str]) -> str:
        return match.group() if match.group(1) in kept else "(?:"

    patterns = {terminal: NAMED_GROUP.sub(drop, terminal_patterns(name)[terminal]) for terminal in wanted}
    if len(patterns) == 1:
        return re.compile(patterns[wanted[0]])
    return re.compile("|".join(f"(?P<{terminal}>{pattern})" for terminal, pattern in patterns.items()))
