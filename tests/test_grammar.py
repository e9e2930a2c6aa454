"""The grammars as such: what was built from them is current, and no two terminals of a parser want the same text."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import Lark, Token
from lark.exceptions import UnexpectedCharacters
from lark.lexer import LexerState, TerminalDef
from lark.parsers.lalr_parser_state import ParserState

from archivecite import parse, to_json
from archivecite.surface.plain import Plain
from archivecite.syntax import build, tables
from archivecite.syntax.alternatives import grouped
from archivecite.syntax.grammar import parser, terminal_patterns, terminals
from archivecite.syntax.lexer import StateLexer


def test_the_tables_are_current() -> None:
    """The tables that ship are what the grammars give; if not, run ``python -m archivecite.syntax.build``."""
    assert build.digest() == tables.DIGEST
    assert {name: build.build_patterns(name) for name in build.grammar_names()} == tables.PATTERNS
    assert set(tables.PARSERS) == set(build.PARSED)


def test_a_parser_from_the_tables_is_the_parser() -> None:
    """What the tables give parses the seeds as what is built from the grammar does."""
    for seed in SEEDS:
        text = Plain(seed).text
        assert parser("record").parse(text) == build.build_parser("record").parse(text)


def test_a_stale_table_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a grammar changed since, parsers and patterns are built from the grammar."""
    monkeypatch.setattr(build, "digest", lambda: "another")
    monkeypatch.setattr("archivecite.syntax.grammar.digest", lambda: "another")
    from archivecite.syntax import grammar

    grammar.current.cache_clear()
    try:
        assert not grammar.current()
        assert grammar.parser.__wrapped__("record").parse("Summary:\nX").children
        assert grammar.terminal_patterns.__wrapped__("close") == terminal_patterns("close")
    finally:
        grammar.current.cache_clear()


@pytest.mark.parametrize("name", build.grammar_names())
def test_every_terminal_is_a_sound_pattern(name: str) -> None:
    """Each terminal compiles, alone and without warnings, and does not match the empty text."""
    for terminal in build.build_patterns(name):
        assert terminals(name, terminal).pattern


def expressions() -> st.SearchStrategy[str]:
    """Regular expressions with many alternatives, most of which begin with one of few letters, in either case or both."""
    signs = st.sampled_from(
        ["a", "A", "b", "B", "[Aa]", "[Bb]", "[ab]", "[^a]", "[]a]", r"\w", r"\|", r"\N{SPACE}", " ", "."]
    )
    parts = st.tuples(signs, st.sampled_from(["", "", "", "?", "*", "+?", "++", "{2}"])).map("".join)

    def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        opening = st.sampled_from(["(?:", "(?:", "(?i:", "(?-i:", "(", "(?=", "(?!", "(?>"])
        group = st.tuples(opening, inner, st.just(")"), st.sampled_from(["", "", "?"])).map("".join)
        whole = inner.map("(?:{})".format)
        row = st.lists(parts | group, max_size=3).map("".join)
        return st.lists(whole | row, min_size=1, max_size=7).map("|".join)

    return st.recursive(parts, nested, max_leaves=20)


@given(expressions(), st.text("aAbB| ]", max_size=8))
@example("(a)?(?(1)b|c|d)", "ab")
@example("Aa|[Aa]b|b|Bb", "ab")
def test_alternatives_put_together_match_the_same(expression: str, text: str) -> None:
    """Wherever a pattern matches, it matches the same with its alternatives grouped, and so do its groups."""
    try:
        plain = re.compile(expression)
    except re.error:  # "(a)?(?(1)b|c|d)", a quantifier after a lookahead
        return
    made = re.compile(grouped(expression))
    assert [(m.span(), m.groups()) for m in made.finditer(text)] == [
        (m.span(), m.groups()) for m in plain.finditer(text)
    ]


def test_alternatives_are_put_together() -> None:
    """Those of one letter become one, save where another that opens otherwise stands between; groups are opened up."""
    assert grouped("ab|ba|(?:ac|ad)|b") == "a(?:b|c|d)|b(?:a|)"
    assert grouped("[Aa]b|[Aa]c|Ad|[Aa]e|b") == "[Aa](?:b|c)|Ad|[Aa]e|b"
    assert grouped("ab|[ab]|ac|a?d|ae") == "ab|[ab]|ac|a?d|ae"
    assert grouped("(?(1)ab|ac)|ad|ae|b") == "(?(1)ab|ac)|a(?:d|e)|b"
    assert grouped("ab|ac|b") == "ab|ac|b"


class Collision(Exception):
    """Two terminals of one priority match at the same place."""


class StrictLexer(StateLexer):
    """The lexer, looking at every place whether the choice between terminals was left to chance.

    Lark's own check can't be used: it needs interegular, which reads neither lookbehind nor ``\\Z``, and does not end
    on the longer terminals.
    """

    def lex(self, lexer_state: LexerState, parser_state: ParserState[int]) -> Iterator[Token]:
        priorities = {terminal.name: terminal.priority for terminal in self.terminals}
        text = lexer_state.text if isinstance(lexer_state.text, str) else lexer_state.text.text
        position = 0
        while position < len(text):
            patterns = [self.pattern([terminal]) for terminal in self.accepted_by(parser_state)]
            matches = [match for pattern in patterns if (match := pattern.match(text, position))]
            names = [match.lastgroup or "" for match in matches]
            if len(names) > 1 and priorities[names[0]] == priorities[names[1]]:
                raise Collision(names[:2])
            token = Token(names[0], matches[0].group(), position)
            position = token.end_pos = matches[0].end()
            yield token


@cache
def strict_parser(priority: int | None = None) -> Lark:
    """The parser of records with the strict lexer; ``priority`` instead of the grammar's own for SUMMARY."""

    def edit(terminal: TerminalDef) -> None:
        build.unnamed(terminal)
        if priority is not None and terminal.name in ("TITLE", "SUMMARY"):
            terminal.priority = priority

    return Lark(build.loaded("record"), parser="lalr", lexer=StrictLexer, edit_terminals=edit)


SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
LINES = [
    "May 3, 1950",
    "Digital Archive",
    "Citation:",
    "Summary:",
    "Credits:",
    "Original Language:",
    "Contents:",
    "",
    " ",
]
LINES += [
    "Russian",
    "German and Russian",
    "Chuvash",
    "English Translation",
    "Scan of Original Document",
    "A Letter",
    "\f",
]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_terminals_collide_on_a_seed(seed: str) -> None:
    """Wherever a token of a seed begins, one terminal alone has the highest priority of those that match."""
    strict_parser().parse(Plain(seed).text)


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\n\n", " "]))
def test_no_two_terminals_collide(lines: list[str], joint: str) -> None:
    """Nor does the choice depend on chance in any order of labels and values."""
    strict_parser().parse(joint.join(lines))


def test_a_collision_would_be_found() -> None:
    """The strict lexer does see two terminals of one priority that want the same text."""
    with pytest.raises(Collision):
        strict_parser(priority=9).parse("Summary:\nShort.")


def test_an_unknown_terminal_is_an_error() -> None:
    """A name that the grammar does not have is a mistake of ours, not an empty pattern."""
    with pytest.raises(KeyError):
        terminals("close", "NOTHING")


def test_a_parser_is_built_once() -> None:
    """The second time the parser is the first one."""
    assert parser("record") is parser("record")


def test_the_parsers_in_the_tables_are_what_is_written() -> None:
    """Written anew, the tables say the same; their order may differ from one version of Lark to another."""
    names: dict[str, object] = {}
    exec(build.tables(), names)
    assert names["DIGEST"] == tables.DIGEST
    assert names["PATTERNS"] == tables.PATTERNS
    assert {*names["PARSERS"]} == {*tables.PARSERS}  # type: ignore[misc]


def test_a_checkout_without_tables_reads_the_same() -> None:
    """In a checkout in which the tables were never written, everything is built when it is first needed."""
    code = (
        "import sys; sys.modules['archivecite.syntax.tables'] = None\n"
        "import archivecite; from archivecite.syntax.grammar import current\n"
        "sys.stdout.buffer.write(f'{current()}\\n{archivecite.to_json(archivecite.parse(sys.stdin.buffer.read().decode()).record)}'.encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], input=SEEDS[0].encode(), capture_output=True, check=True)
    assert done.stdout.decode() == f"False\n{to_json(parse(SEEDS[0]).record)}"


def test_a_text_that_no_terminal_takes_is_an_error_with_its_place() -> None:
    """The grammars that ship take any text; one in the making that does not is told where it stops."""
    unfinished = Lark('start: "a"+', parser="lalr", lexer=StateLexer)
    with pytest.raises(UnexpectedCharacters) as stopped:
        unfinished.parse("aab")
    assert stopped.value.pos_in_stream == 2
