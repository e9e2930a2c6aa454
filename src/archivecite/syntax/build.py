"""Builds parsers and patterns from the grammar files, and writes down what it built.

Building takes Lark most of a second, which is too long for every start of a command. So what is built is written to
``tables.py`` beside this module, with a digest of the grammar files; ``syntax.grammar`` takes it from there as long as
the digest is true, and builds anew when it is not. After a change to a grammar: ``python -m archivecite.syntax.build``.
"""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from pprint import pformat
from typing import TYPE_CHECKING, Any

import lark
from lark import Lark
from lark.grammar import Rule
from lark.lexer import PatternRE, TerminalDef
from lark.load_grammar import Grammar, load_grammar

from .alternatives import grouped
from .lexer import StateLexer
from .words import grammar_folder

if TYPE_CHECKING:
    pass

NAMED_GROUP = re.compile(r"\(\?P<(\w+)>")

#: The grammars that are parsed; of all others the terminals are run alone.
PARSED = ("record",)

#: What stands in the tables for the lexer's class.
LEXER = "StateLexer"

TABLES = Path(__file__).with_name("tables.py")


def grammar(name: str) -> str:
    """The text of ``grammar/<name>.lark``."""
    return (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")


def grammar_names() -> list[str]:
    """The names of all grammars; none in a program that was frozen without them."""
    folder = grammar_folder()
    if not folder.is_dir():
        return []
    return sorted(file.name.removesuffix(".lark") for file in folder.iterdir() if file.name.endswith(".lark"))


def imported(_: object, path: str) -> tuple[str, str]:
    """The grammar that another one imports, for Lark, which else looks for a file."""
    return path, grammar(path.removesuffix(".lark"))


def digest() -> str:
    """What the tables depend on: the text of every grammar and the version of Lark."""
    texts = "\0".join(f"{name}\0{grammar(name)}" for name in grammar_names())
    return sha256(f"{lark.__version__}\0{texts}".encode()).hexdigest()


@cache
def loaded(name: str) -> Grammar:
    """``grammar/<name>.lark``, read with all that it imports."""
    found: Grammar
    found, _ = load_grammar(grammar(name), f"{name}.lark", [imported], False)  # type: ignore[no-untyped-call]
    return found


def unnamed(terminal: TerminalDef) -> None:
    """Drop the named groups of a terminal: a lexer's pattern may hold the terminal twice, and a name only once."""
    terminal.pattern = PatternRE(grouped(NAMED_GROUP.sub("(?:", terminal.pattern.to_regexp())))


def build_parser(name: str) -> Lark:
    """The LALR parser of ``grammar/<name>.lark``."""
    return Lark(loaded(name), parser="lalr", lexer=StateLexer, edit_terminals=unnamed, maybe_placeholders=False)


def build_patterns(name: str) -> dict[str, str]:
    """The regular expression of every terminal that ``grammar/<name>.lark`` defines or imports, by its name.

    ``Lark(parser=None)`` would give these too, but it runs a collision check that is not for run-time (``StateLexer``).
    """
    terminals, _, _ = loaded(name).compile(["start"], "*")
    return {
        str(terminal.name): grouped(str(terminal.pattern.to_regexp()))
        for terminal in terminals
        if "__" not in terminal.name
    }


def swapped(value: Any, old: object, new: object) -> Any:
    """``value``, of nested dicts, lists and tuples, with ``new`` in place of ``old``.

    >>> swapped({"a": [1, 2]}, 1, "one")
    {'a': ['one', 2]}
    """
    if isinstance(value, dict):
        return {swapped(key, old, new): swapped(item, old, new) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(swapped(item, old, new) for item in value)
    if isinstance(value, str):  # one of Lark's tokens, perhaps
        value = str(value)
    return new if value is old or (isinstance(old, str) and value == old) else value


def parser_table(name: str) -> dict[str, Any]:
    """The parser of ``grammar/<name>.lark`` as plain data, in the form that ``Lark.load`` reads."""
    data, memo = build_parser(name).memo_serialize([TerminalDef, Rule])
    data["options"] = {key: value for key, value in data["options"].items() if key != "edit_terminals"}
    table: dict[str, Any] = swapped({"data": data, "memo": memo}, StateLexer, LEXER)
    return table


def tables() -> str:
    """The text of ``tables.py`` for the grammars as they are."""
    values = {
        "DIGEST": digest(),
        "PATTERNS": {name: build_patterns(name) for name in grammar_names()},
        "PARSERS": {name: parser_table(name) for name in PARSED},
    }
    lines = (f"{name}: Any = {pformat(value, width=1_000_000, sort_dicts=False)}" for name, value in values.items())
    return "\n".join(
        (
            '"""Written by ``python -m archivecite.syntax.build``; not to be edited."""',
            "",
            "from typing import Any",
            "",
            *lines,
            "",
        )
    )


if __name__ == "__main__":
    TABLES.write_text(tables(), encoding="utf-8")
