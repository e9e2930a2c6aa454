"""The patterns of the grammars: what was built from them is current, and each is sound."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archivecite import parse, to_json
from archivecite.syntax import build, tables
from archivecite.syntax.alternatives import grouped
from archivecite.syntax.grammar import digest, grammar_names, terminals

SEEDS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]


def test_the_tables_are_current() -> None:
    """The tables that ship are what the grammars give; if not, run ``python -m archivecite.syntax.build``."""
    assert digest() == tables.DIGEST
    assert {name: build.build_patterns(name) for name in grammar_names()} == tables.PATTERNS


def test_a_stale_table_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a grammar changed since, parsers and patterns are built from the grammar."""
    monkeypatch.setattr("archivecite.syntax.grammar.digest", lambda: "another")
    from archivecite.syntax import grammar

    grammar.current.cache_clear()
    try:
        assert not grammar.current()
    finally:
        grammar.current.cache_clear()


@pytest.mark.parametrize("name", grammar_names())
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


def test_an_unknown_terminal_is_an_error() -> None:
    """A name that the grammar does not have is a mistake of ours, not an empty pattern."""
    with pytest.raises(KeyError):
        terminals("close", "NOTHING")


def test_the_patterns_in_the_tables_are_what_is_written() -> None:
    """Written anew, the tables say the same; their order may differ from one version of Lark to another."""
    names: dict[str, object] = {}
    exec(build.tables(), names)
    assert names["DIGEST"] == tables.DIGEST
    assert names["PATTERNS"] == tables.PATTERNS


def test_a_checkout_without_tables_reads_the_same() -> None:
    """In a checkout in which the tables were never written, everything is built when it is first needed."""
    code = (
        "import sys; sys.modules['archivecite.syntax.tables'] = None\n"
        "import archivecite; from archivecite.syntax.grammar import current\n"
        "sys.stdout.buffer.write(f'{current()}\\n{archivecite.to_json(archivecite.parse(sys.stdin.buffer.read().decode()).record)}'.encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], input=SEEDS[0].encode(), capture_output=True, check=True)
    assert done.stdout.decode() == f"False\n{to_json(parse(SEEDS[0]).record)}"
