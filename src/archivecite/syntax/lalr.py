"""Builds the tables of a grammar's parser with Lark, as plain data of our own that ``syntax/loop.py`` runs over."""

from typing import Any, NamedTuple

from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

#: What Lark's tables call a step that puts a token on the stack; the other one reduces.
SHIFT = 0


class Reduction(NamedTuple):
    """A rule's end: its name, how many things it takes from the stack, and which of these its node keeps.

    A name with an underscore in front makes no node: what it keeps goes to the rule above.
    """

    rule: str
    size: int
    kept: tuple[int, ...]


class Tables(NamedTuple):
    """What the loop needs: for each state the token types it takes, and where a start rule begins and ends."""

    #: State → token type (or rule's name, after a reduction) → the next state, or the rule that is at its end.
    states: tuple[dict[str, Any], ...]
    start: int
    end: int


def build(text: str, start: str) -> Tables:
    """The tables of the grammar ``text``, whose start rule is ``start``.

    >>> len(build("pair: WORD WORD\\n%declare WORD", "pair").states)
    4
    """
    parser = Lark(text, start=start, parser="lalr", lexer="basic", maybe_placeholders=False)
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    names: dict[int, str] = table["tokens"]
    reductions = {key: reduction(rule) for key, rule in memo.items() if rule["__type__"] == "Rule"}
    numbers = {state: number for number, state in enumerate(sorted(table["states"]))}
    states: list[dict[str, Any]] = []
    for _, actions in sorted(table["states"].items()):
        row: dict[str, Any] = {}
        for token, (kind, what) in actions.items():
            row[names[token]] = numbers[what] if kind == SHIFT else reductions[what["@"]]
        states.append(row)
    return Tables(tuple(states), numbers[table["start_states"][start]], numbers[table["end_states"][start]])


def reduction(rule: dict[str, Any]) -> Reduction:
    """One rule of Lark's, as the loop needs it."""
    kept = []
    for index, symbol in enumerate(rule["expansion"]):
        dropped = symbol["__type__"] == "Terminal" and symbol["filter_out"]
        if not dropped:
            kept.append(index)
    return Reduction(str(rule["origin"]["name"]), len(rule["expansion"]), tuple(kept))
