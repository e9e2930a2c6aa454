"""Builds the tables of a grammar's parser with Lark, as plain data of our own that ``syntax/loop.py`` runs over."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from .loop import END, Tables

#: What Lark's tables call a step that puts a token on the stack; the other one reduces.
SHIFT = 0


class Reduction(NamedTuple):
    """A rule's end: its name, how many things it takes from the stack, and which of these its node keeps.

    A name with an underscore in front makes no node: what it keeps goes to the rule above.
    """

    rule: str
    size: int
    kept: tuple[int, ...]


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
    actions = {state: {names[token]: action for token, action in row.items()} for state, row in table["states"].items()}
    order = numbered(actions, table["start_states"][start])
    numbers = {state: number for number, state in enumerate(order)}
    states = [
        {
            token: numbers[what] if kind == SHIFT else reductions[what["@"]]
            for token, (kind, what) in sorted(actions[state].items())
        }
        for state in order
    ]
    return plain(shortened(states), numbers[table["end_states"][start]])


def plain(states: Sequence[dict[str, Any]], end: int) -> Tables:
    """The tables of ``states`` whose ways lead to numbers of states or to rules."""
    rules = sorted({action for row in states for action in row.values() if type(action) is Reduction})
    numbers = {rule: index - len(rules) for index, rule in enumerate(rules)}
    rows = [{token: numbers.get(action, action) for token, action in sorted(row.items())} for row in states]
    return Tables(rows, [(name, size, kept) for name, size, kept in rules], end)


def numbered(actions: dict[int, dict[str, tuple[int, Any]]], start: int) -> list[int]:
    """The states in an order of our own, from the start on: Lark's numbers change from build to build."""
    order = [start]
    known = {start}
    for state in order:
        for _, (kind, what) in sorted(actions[state].items(), key=lambda row: row[0]):
            if kind == SHIFT and what not in known:
                known.add(what)
                order.append(what)
    return order


def reduction(rule: dict[str, Any]) -> Reduction:
    """One rule of Lark's, as the loop needs it."""
    kept = []
    for index, symbol in enumerate(rule["expansion"]):
        dropped = symbol["__type__"] == "Terminal" and symbol["filter_out"]
        if not dropped:
            kept.append(index)
    return Reduction(str(rule["origin"]["name"]), len(rule["expansion"]), tuple(kept))


def shortened(rows: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """The states, with no way through one that does nothing: where each token ends the same rule of one part that makes
    no node, and nothing else may follow, the way leads on at once.

    >>> shortened([{"A": 1, "_x": 2}, {"$END": Reduction("_x", 1, (0,))}, {"$END": Reduction("all", 1, (0,))}])[0]
    {'A': 2, '_x': 2}
    """
    idle = [idle_rule(row) for row in rows]
    shorter = []
    for row in rows:
        straight = dict(row)
        for symbol, action in row.items():
            state = action
            while type(state) is int and (rule := idle[state]) and tokens_of(rows[row[rule]]) <= rows[state].keys():
                straight[symbol] = state = row[rule]
        shorter.append(straight)
    return tuple(shorter)


def tokens_of(row: dict[str, Any]) -> set[str]:
    """The token types that a state takes, rules aside."""
    return {symbol for symbol in row if symbol.isupper() or symbol == END}


def idle_rule(row: dict[str, Any]) -> str:
    """The rule without a node that alone ends in a state, if it takes one part as it is; or nothing."""
    actions = set(row.values())
    action = actions.pop() if len(actions) == 1 else None
    return action.rule if type(action) is Reduction and action.size == 1 and action.rule[0] == "_" else ""
