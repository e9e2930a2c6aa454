"""The loop that runs over the tables of a parser: tokens to a tree. A token that no rule takes where it stands is
skipped, and the parse goes on.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from .words import current_module, grammar_folder


class Tables(NamedTuple):
    """What the loop needs, as plain data: for each state the token types it takes, the rules, and the last state.

    State → token type (or rule's name, after a reduction) → the next state, or the rule that is at its end: negative,
    as ``rules`` is counted from its end. The first state is 0; as no way leads back to it, 0 says that there is no way.
    A rule has a name, how many things it takes from the stack, and which of these its node keeps. A name with an
    underscore in front makes no node: what it keeps goes to the rule above.
    """

    states: Sequence[dict[str, int]]
    rules: Sequence[tuple[str, int, tuple[int, ...]]]
    end: int


class Token(NamedTuple):
    """A typed stretch of a text; ``reading`` is what the vocabulary says that it stands for."""

    type: str
    start: int
    end: int
    reading: str = ""


class Node(NamedTuple):
    """What a rule made of its tokens and of the nodes of the rules in it; which of them it has, its rule says."""

    type: str
    children: list[Any]

    def tokens(self, kind: str) -> list[Token]:
        """The tokens of one type right under the node."""
        return [child for child in self.children if isinstance(child, Token) and child.type == kind]

    def nodes(self, rule: str) -> list["Node"]:
        """The nodes of one rule right under the node."""
        return [child for child in self.children if isinstance(child, Node) and child.type == rule]

    @property
    def start(self) -> int:
        """Where the first token under the node starts."""
        return int(self.children[0].start)

    @property
    def end(self) -> int:
        """Where the last token under the node ends."""
        return int(self.children[-1].end)


class Parse(NamedTuple):
    """A tree, or None where the tokens cannot end, and the tokens that no rule took."""

    tree: Node | None
    skipped: list[Token]

    @property
    def unread(self) -> list[tuple[int, int]]:
        """Where the tokens stand that no rule took, but for separators."""
        return [(token.start, token.end) for token in self.skipped if token.type[0] != "_"]


#: What stands after the last token.
END = "$END"
LAST = Token(END, -1, -1)

#: What a note may begin as; the rules are tried in this order.
NOTE_STARTS = (
    "source_note", "reference_note", "reference_label", "notes_heading", "footnote", "translator_note", "editor_note",
    "numbered_note", "translation_note", "publication_note", "other_note",
)  # fmt: skip

#: The grammars that are parsed, with their start rules.
STARTS = {
    "citation": ("opening", "ending"),
    "source": ("archival",),
    "publication": ("published",),
    "provenance": ("statement", "reprint"),
    "date": ("date",),
    "mark": ("mark",),
    "record": ("record",),
    "credits": ("credits",),
    "line": (
        "row", "document_type", "entry_numbers", "reply_to", "addressee", "named", "sender", "routing", "distribution",
        "participants", "subject", "dateline", "salutation", "valediction", "enclosure", "letterhead", "signature",
    ),
    "note": NOTE_STARTS,
}  # fmt: skip


def grammar_text(name: str) -> str:
    """The text of a grammar."""
    return (grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")


@cache
def tables(name: str, start: str) -> Tables:
    """The tables of ``grammar/<name>.lark`` for one start rule: those that were generated, or, where a file has changed
    since, those that Lark makes now.
    """
    generated = current_module()
    if generated is None:
        from .lalr import build  # lark is imported only here

        return build(grammar_text(name), start)
    return Tables(*generated.TABLES[start])


def edges_of(made: Mapping[str, Tables]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """By type of token, the start rules that may begin with one, and those that may end with one."""
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for rule, (states, _, _) in made.items():
        ends = {kind for row in states for kind, action in row.items() if action > 0 and END in states[action]}
        for edge, kinds in ((first, states[0]), (last, ends)):
            for kind in sorted(kinds):
                edge.setdefault(kind, []).append(rule)
    return first, last


#: Makes a named tuple at once: a parse makes many nodes.
new_tuple = tuple.__new__


def parse(table: Tables, tokens: Sequence[Token]) -> Parse:
    """The tree of ``tokens``; a token with an underscore in front of its type is a separator.

    >>> from .lalr import build
    >>> table = build("pair: WORD _SEP WORD\\n%declare WORD _SEP", "pair")
    >>> tokens = [Token("WORD", 0, 1), Token("_SEP", 1, 1), Token("ODD", 1, 2), Token("WORD", 2, 3)]
    >>> read = parse(table, tokens)
    >>> [token.start for token in read.tree.tokens("WORD")], read.unread
    ([0, 2], [(1, 2)])
    """
    rows, rules, last = table
    row = rows[0]
    passed = [row]
    stack: list[Any] = []
    skipped: list[Token] = []
    for token in (*tokens, LAST):
        kind = token[0]
        action = row.get(kind, 0)
        while action < 0:
            rule, size, kept = rules[action]
            if size > 1:
                stack[-size:] = [gathered(rule, stack[-size:], kept)]
                del passed[1 - size :]
            elif rule[0] != "_":
                item = stack[-1]
                stack[-1] = new_tuple(Node, (rule, item if type(item) is list else [item] if kept else []))
            passed[-1] = row = rows[passed[-2][rule]]
            action = row.get(kind, 0)
        if action:
            row = rows[action]
            passed.append(row)
            stack.append(token)
        elif token is not LAST:
            skipped.append(token)
    return Parse(stack[0] if row is rows[last] else None, skipped)


def gathered(rule: str, taken: list[Any], kept: tuple[int, ...]) -> "Node | list[Node | Token]":
    """What a rule makes of what it took: a node, or for a rule with an underscore in front a list for the one above.

    Of a row (``_x: _x _SEP y | y``) the first list is kept and not copied, so that a long one takes no time again.
    """
    children: list[Node | Token]
    if not kept:
        children = []
    else:
        item = taken[kept[0]]
        children = item if type(item) is list else [item]
        for index in kept[1:]:
            item = taken[index]
            if type(item) is list:
                children += item
            else:
                children.append(item)
    return children if rule[0] == "_" else new_tuple(Node, (rule, children))
