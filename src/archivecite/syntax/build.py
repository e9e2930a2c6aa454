"""Builds patterns from the grammar files, and writes down what it built.

Building takes Lark most of a second, which is too long for every start of a command. So what is built is written to
``tables.py`` beside this module, with a digest of the grammar files; ``syntax.grammar`` takes it from there as long as
the digest is true, and builds anew when it is not. After a change to a grammar: ``python -m archivecite.syntax.build``.
"""

from functools import cache
from pathlib import Path
from pprint import pformat

from lark.load_grammar import Grammar, load_grammar

from .alternatives import grouped
from .grammar import digest, grammar, grammar_names

TABLES = Path(__file__).with_name("tables.py")


def imported(_: object, path: str) -> tuple[str, str]:
    """The grammar that another one imports, for Lark, which else looks for a file."""
    return path, grammar(path.removesuffix(".lark"))


@cache
def loaded(name: str) -> Grammar:
    """``grammar/<name>.lark``, read with all that it imports."""
    found: Grammar
    found, _ = load_grammar(grammar(name), f"{name}.lark", [imported], False)  # type: ignore[no-untyped-call]
    return found


def build_patterns(name: str) -> dict[str, str]:
    """The regular expression of every terminal that ``grammar/<name>.lark`` defines or imports, by its name.

    ``Lark(parser=None)`` would give these too, but it runs a check for collisions that takes seconds.
    """
    terminals, _, _ = loaded(name).compile(["start"], "*")
    return {
        str(terminal.name): grouped(str(terminal.pattern.to_regexp()))
        for terminal in terminals
        if "__" not in terminal.name
    }


def tables() -> str:
    """The text of ``tables.py`` for the grammars as they are."""
    values = {
        "DIGEST": digest(),
        "PATTERNS": {name: build_patterns(name) for name in grammar_names()},
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
