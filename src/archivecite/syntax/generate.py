"""Writes ``generated.py``: the tables of the parsers and the vocabulary, as plain data.

Lark takes half a second for them, so they are made when the package is built (``syntax/hook.py``), and made anew in
memory where a grammar or the vocabulary has changed since. To write them by hand:
``python -m archivecite.syntax.generate``.
"""

from pathlib import Path

from .entries import read_data
from .lalr import build
from .loop import STARTS, Tables, grammar_text
from .words import digest, grammar_folder, terminals

GENERATED = Path(__file__).with_name("generated.py")


def plain(tables: Tables) -> tuple[list[object], list[dict[str, object]], int, int]:
    """``tables`` as lists, dicts and numbers: the rules by number, and in a state an action or the rule, negative."""
    rules = sorted({action for row in tables.states for action in row.values() if isinstance(action, tuple)})
    numbers = {rule: -1 - index for index, rule in enumerate(rules)}
    states: list[dict[str, object]] = [
        {token: numbers.get(action, action) for token, action in sorted(row.items())} for row in tables.states
    ]
    return [tuple(rule) for rule in rules], states, tables.start, tables.end


def generated() -> str:
    """The text of ``generated.py``, the same for the same grammars."""
    tables = {start: plain(build(grammar_text(name), start)) for name, starts in STARTS.items() for start in starts}
    lines = [
        '"""Written by ``archivecite.syntax.generate``; not to be edited, nor put under version control."""',
        "",
        f"DIGEST = {digest()!r}",
        f"TERMINALS = {terminals()!r}",
        f"VOCABULARY = {read_data(grammar_folder() / 'vocabulary')!r}",
        f"TABLES = {tables!r}",
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    GENERATED.write_text(generated(), encoding="utf-8")
