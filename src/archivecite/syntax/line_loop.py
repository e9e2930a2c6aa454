"""The loop that parses a line whose tokens have several kinds: it takes the next kind where the first leads nowhere.

A line is taken to its end or not at all.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from .line_words import LineToken
from .loop import END, STARTS, Node, Tables, Token, edges_of, gathered, new_tuple, tables
from .words import current_module

#: How often a kind of a token may be taken or given up, on average, before a line counts as read by no rule.
STEPS = 6

#: What was taken so far: the state, the last thing, and all before it.
Stack = tuple[dict[str, int], Any, Any]


def parse_line(table: Tables, tokens: Sequence[LineToken]) -> Node | None:
    """The tree of ``tokens``, or None where no choice of their kinds leads to the end.

    >>> from .lalr import build
    >>> table = build("line: TO WHO+ | TO NAME PLACE\\n%declare TO WHO NAME PLACE", "line")
    >>> tokens = [LineToken(("TO",), 0, 2), LineToken(("NAME", "WHO"), 3, 6), LineToken(("WHO",), 7, 9)]
    >>> [token.type for token in parse_line(table, tokens).children]
    ['TO', 'WHO', 'WHO']
    """
    rows = table.states
    stack: Stack = (rows[0], None, None)
    others: list[tuple[int, int, Stack]] = []  # where another kind may be taken: the token, the kind, what was before
    index = kind = 0
    count = len(tokens)
    for _ in range(STEPS * (count + 1)):
        after = None
        if index < count:
            kinds, start, end = tokens[index]
            row = stack[0]
            for name in kinds[kind:]:
                kind += 1
                if name not in row:
                    continue
                state, action = stack, row[name]
                if action < 0:
                    state = reduced(table, stack, name)
                    action = state[0].get(name, 0)
                if action:
                    after = (rows[action], new_tuple(Token, (name, start, end, kinds[0])), state)
                    break
        elif (tree := ended(table, stack)) is not None:
            return tree
        if after is not None:
            if kind < len(kinds):
                others.append((index, kind, stack))
            stack = after
            index += 1
            kind = 0
        elif others:
            index, kind, stack = others.pop()
        else:
            return None
    return None


class Edges(NamedTuple):
    """By kind of token, the start rules that may begin with one, and those that may end with one."""

    first: dict[str, list[str]]
    last: dict[str, list[str]]

    def rules(self, tokens: Sequence[LineToken]) -> frozenset[str]:
        """The start rules that may take ``tokens``, by the first of them and the last: no other need be tried."""
        if not tokens:
            return NO_RULES
        first = [self.first[kind] for kind in tokens[0].kinds if kind in self.first]
        last = [self.last[kind] for kind in tokens[-1].kinds if kind in self.last]
        return NO_RULES.union(*first) & NO_RULES.union(*last)


NO_RULES: frozenset[str] = frozenset()


@cache
def edges(grammar: str) -> Edges:
    """With what the start rules of a grammar begin and end: as was generated, or as their tables say.

    >>> edges("line").first["DEAR"], edges("line").last["ESTEEM"]
    (['salutation'], ['valediction'])
    """
    module = current_module()
    if module:
        return Edges(*module.EDGES[grammar])
    return Edges(*edges_of({rule: tables(grammar, rule) for rule in STARTS[grammar]}))


def reduced(table: Tables, stack: Stack, kind: str) -> Stack:
    """What is taken once every rule has ended that ends before a token of that ``kind``."""
    rows, rules, _ = table
    action = stack[0].get(kind, 0)
    while action < 0:
        rule, size, kept = rules[action]
        taken: list[Any] = []
        for _ in range(size):
            taken.append(stack[1])
            stack = stack[2]
        taken.reverse()
        # A list grows when a row goes on; another kind may be tried from where it was shorter.
        if taken and type(taken[0]) is list:
            taken[0] = [*taken[0]]
        stack = (rows[stack[0][rule]], gathered(rule, taken, kept), stack)
        action = stack[0].get(kind, 0)
    return stack


def ended(table: Tables, stack: Stack) -> Node | None:
    """The tree, where the line may end."""
    stack = reduced(table, stack, END)
    if stack[0] is table.states[table.end] or stack[0].get(END) == table.end:
        return stack[1] if isinstance(stack[1], Node) else None
    return None
