"""All the sources of text that a law on reading is tried on."""

import copy
import re
from typing import Any

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from archivecite.syntax.grammar import parser, terminal_patterns
from strategies.record import written
from strategies.seed import mutated
from strategies.text import arbitrary, fragments, hostile, phrases, proses

NAMED_GROUP = re.compile(r"\(\?P<\w+>")


class Ungrouped:
    """A compiled grammar whose terminals have no named groups: ``re`` takes each name once, a grammar repeats them."""

    def __init__(self, grammar: Any) -> None:
        self.grammar = grammar

    def compile(self, start: list[str], terminals_to_keep: tuple[str, ...]) -> Any:
        terminals, rules, ignored = self.grammar.compile(start, terminals_to_keep)
        for terminal in terminals:
            terminal.pattern = copy.copy(terminal.pattern)
            terminal.pattern.value = NAMED_GROUP.sub("(?:", terminal.pattern.to_regexp())
        return terminals, rules, ignored


def grammar_made() -> st.SearchStrategy[str]:
    """Texts that ``grammar/record.lark`` describes: its rules in any order, its terminals by their own patterns, and in
    its values what the terminals of other grammars describe.
    """
    lark: Lark = copy.copy(parser("record"))
    lark.grammar = Ungrouped(lark.grammar)  # type: ignore[assignment]
    line = st.one_of(phrases(), st.lists(phrases(), min_size=2, max_size=3).map("\n".join)).map(lambda text: f"{text}\n\n")
    prose = proses().map(lambda text: f"{text}\n\n")
    citation = rows("citation", "OPENING", "SEPARATOR", "PROVENANCE", "SOURCE", "URL").map(lambda text: f"{text}\n\n")
    body = st.one_of(prose, rows("body", *terminal_patterns("body")), rows("note", *terminal_patterns("note")))
    explicit = {"TITLE": line, "STRAY": prose, "TEXT": prose, "CITATION_TEXT": citation, "BODY": body}
    return from_lark(lark, explicit=explicit)


def rows(grammar: str, *names: str) -> st.SearchStrategy[str]:
    """Rows of what terminals of a grammar describe, with blanks and newlines between."""
    patterns = [re.compile(NAMED_GROUP.sub("(?:", terminal_patterns(grammar)[name])) for name in names]
    made = st.one_of([st.from_regex(pattern, fullmatch=True) for pattern in patterns])
    parts = st.sampled_from(["", " ", " ", "\n", "\n\n", ", ", ". "])
    return st.lists(st.tuples(st.one_of(made, made, fragments()), parts).map("".join), max_size=6).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Any text: arbitrary, made by the grammar, a damaged seed, hostile, or a record written and dressed up."""
    return st.one_of(arbitrary(), grammar_made(), mutated(), mutated(), hostile(), written())
