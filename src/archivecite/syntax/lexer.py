"""The lexer of the LALR parsers: what a parser state accepts, as one pattern."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Self

from lark import Token
from lark.common import LexerConf
from lark.exceptions import UnexpectedCharacters
from lark.lexer import Lexer, LexerState, TerminalDef
from lark.parsers.lalr_parser_state import ParserState


class Lexeme(Token):
    """A token that is quick to make: Lark's own first looks for old names among its arguments. It knows no lines."""

    __slots__ = ()
    line = column = end_line = end_column = None

    def __new__(cls, kind: str, text: str, start: int, end: int) -> Self:
        """The token of that ``kind`` that is ``text`` and stands from ``start`` to ``end``."""
        made = str.__new__(cls, text)
        made.type = kind
        made.value = text
        made.start_pos = start
        made.end_pos = end
        return made


class StateLexer(Lexer):
    """A contextual lexer without Lark's collision check, which runs whenever interegular happens to be installed and
    knows neither possessive quantifiers nor lookbehind. The terminals of one priority are one pattern, compiled when a
    text first needs it: one pattern a parser state, Lark's way, compiles every terminal many times over.
    """

    __future_interface__ = 2

    def __init__(self, conf: LexerConf) -> None:
        # Lark's own order: priority first, then what can match the most.
        self.terminals = sorted(
            conf.terminals, key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name)
        )
        self.patterns: dict[tuple[str, ...], re.Pattern[str]] = {}
        self.accepted: dict[int, list[re.Pattern[str]]] = {}

    def accepted_by(self, state: ParserState[int]) -> list[TerminalDef]:
        """The terminals that ``state`` accepts, in the order in which they are tried."""
        table = state.parse_conf.parse_table.states[state.position]
        return [terminal for terminal in self.terminals if terminal.name in table]

    def pattern(self, terminals: list[TerminalDef]) -> re.Pattern[str]:
        """The pattern of any of ``terminals``, compiled once for all the states that accept the same ones."""
        names = tuple(terminal.name for terminal in terminals)
        if names not in self.patterns:
            named = (f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in terminals)
            self.patterns[names] = re.compile("|".join(named))
        return self.patterns[names]

    def lex(self, lexer_state: LexerState, parser_state: ParserState[int]) -> Iterator[Token]:
        """The tokens of the text, each by what the parser accepts where it stands."""
        # Lark 1.2 gives the text itself, 1.3 a slice of it.
        text = lexer_state.text if isinstance(lexer_state.text, str) else lexer_state.text.text
        position, end = 0, len(text)
        while position < end:
            state = parser_state.position
            if (accepted := self.accepted.get(state)) is None:
                equals = groupby(self.accepted_by(parser_state), attrgetter("priority"))
                accepted = self.accepted[state] = [self.pattern(list(terminals)) for _, terminals in equals]
            for pattern in accepted:
                if match := pattern.match(text, position):
                    break
            else:
                raise UnexpectedCharacters(text, position, 0, 0)  # type: ignore[no-untyped-call]
            end_pos = match.end()
            token = Lexeme(match.lastgroup or "", match.group(), position, end_pos)
            position = end_pos
            lexer_state.last_token = token
            yield token
