"""The grammars that are parsed: stock Lark loads them, and every example above a rule is what that rule reads."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from lark import Lark

from archivecite.surface.plain import Plain
from archivecite.syntax.archive import parts_of, repository_of
from archivecite.syntax.book import book_runs
from archivecite.syntax.bracket import bracket_tokens
from archivecite.syntax.clauses import Clauses
from archivecite.syntax.credits import credits_tokens
from archivecite.syntax.cues import cues
from archivecite.syntax.cut import cut
from archivecite.syntax.date_words import Cutter
from archivecite.syntax.ending import ending_of
from archivecite.syntax.frame import archival_tokens, frame_of
from archivecite.syntax.head import head_at
from archivecite.syntax.line import LineText
from archivecite.syntax.line_loop import parse_line
from archivecite.syntax.line_vocabulary import line_vocabulary
from archivecite.syntax.line_words import note_tokens
from archivecite.syntax.loop import STARTS, Node, Parse, Token, parse, tables
from archivecite.syntax.opening import opening_of
from archivecite.syntax.provenance import read_provenance
from archivecite.syntax.record import read_record
from archivecite.syntax.row import Row
from archivecite.syntax.runs import archival_runs
from archivecite.syntax.vocabulary import vocabulary
from archivecite.syntax.words import Words, grammar_folder

FOLDER = Path(str(grammar_folder()))
KNOWN = vocabulary()


def archival(text: str) -> Parse:
    words = Words(text)
    parts = parts_of(words, archival_runs(words, 0, len(words), KNOWN), KNOWN)
    roles = frame_of(words, parts, repository_of(words, parts, KNOWN), KNOWN)
    return parse(tables("source", "archival"), archival_tokens(words, parts, roles, KNOWN))


def published(text: str) -> Parse:
    words = Words(text)
    row = Row(words, book_runs(words, 0, len(words), KNOWN), KNOWN)
    return parse(tables("publication", "published"), row.tokens())


def statement(text: str) -> Parse:
    words = Words(text)
    assert len(cut(words, 0, len(words), KNOWN)) == 1
    head = head_at(words, 0, len(words), KNOWN)
    assert head is not None
    return parse(tables("provenance", "statement"), Clauses(words, head, len(words), KNOWN).read(head.end))


def reprint(text: str) -> Parse:
    words = Words(text)
    head = head_at(words, 0, len(words), KNOWN)
    assert head is not None
    found = read_provenance(words, 0, len(words), head, KNOWN)
    assert all(one.value.publication and not one.unread for one in found)
    return Parse(Node("reprint", [Node("verbs", [Token("VERB", 0, len(text))])]), [])


def opening(text: str) -> Parse:
    found = opening_of(text, len(text), KNOWN)
    assert not found.unread and found.end >= len(text.rstrip(" ,"))
    return parse(tables("citation", "opening"), found.tokens)


def ending(text: str) -> Parse:
    found = ending_of(text, KNOWN)
    assert not found.unread
    return parse(tables("citation", "ending"), found.tokens)


def date(text: str) -> Parse:
    return parse(tables("date", "date"), Cutter(text, KNOWN).cut())


def mark(text: str) -> Parse:
    return parse(tables("mark", "mark"), bracket_tokens(text, cues()) or [])


def record(text: str) -> Parse:
    reading = read_record(Plain(text))
    return Parse(reading.tree, [Token("", *place) for place in reading.record.unread])


def credits(text: str) -> Parse:
    return parse(tables("credits", "credits"), credits_tokens(text, KNOWN)[0])


def line(rule: str, text: str) -> Parse:
    return Parse(parse_line(tables("line", rule), LineText(text).tokens), [])


def note(rule: str, text: str) -> Parse:
    return Parse(parse_line(tables("note", rule), note_tokens(text, line_vocabulary(KNOWN))), [])


READERS: dict[str, Callable[[str], Parse]] = {
    reader.__name__: reader
    for reader in (record, archival, published, statement, reprint, opening, ending, date, mark, credits)
}
READERS |= {rule: partial(line, rule) for rule in STARTS["line"]}
READERS |= {rule: partial(note, rule) for rule in STARTS["note"]}


def examples(path: Path) -> Iterator[tuple[str, str]]:
    """Each example of a grammar with the rule that it stands above: a comment line that is no sentence of prose."""
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("//   ") and block:  # the rest of a long example
            block[-1] += line[len("//   ") :]
        elif line.startswith("//"):
            block.append(line[2:].strip())
        elif ":" in line and line[:1].islower() and block:
            rule = line.partition(":")[0]
            # Prose ends with a colon or a full stop, and an empty line parts it from the examples.
            rows = block[block.index("") + 1 :] if "" in block else block
            yield from ((rule, row.replace("\\n", "\n").replace("\\f", "\f")) for row in rows)
            block = []
        elif not line:
            block = []


EXAMPLES = {name: list(examples(FOLDER / f"{name}.lark")) for name in STARTS}
WHOLE = [(rule, text) for name, starts in STARTS.items() for rule, text in EXAMPLES[name] if rule in starts]


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if isinstance(child, Node):
            yield from nodes(child)


@pytest.mark.parametrize("name", STARTS)
def test_stock_lark_loads_every_grammar(name: str) -> None:
    """Each grammar is one of Lark's, LALR without a conflict."""
    for start in STARTS[name]:
        assert Lark((FOLDER / f"{name}.lark").read_text(encoding="utf-8"), start=start, parser="lalr", lexer="basic")


@pytest.mark.parametrize(("rule", "text"), WHOLE)
def test_a_whole_example_is_read_to_its_end(rule: str, text: str) -> None:
    """What stands above a start rule is read by it with nothing left."""
    tree, skipped = READERS[rule](text)
    assert tree is not None
    assert [text[token.start : token.end] for token in skipped] == []


@pytest.mark.parametrize(
    ("name", "rule", "text"),
    [
        (name, rule, text)
        for name in STARTS
        for rule, text in EXAMPLES[name]
        if rule not in STARTS[name] and rule[0] != "_"
    ],
)
def test_an_example_of_a_part_is_a_part_of_a_whole_one(name: str, rule: str, text: str) -> None:
    """What stands above another rule is a node of that rule in one of the whole examples, without its signs."""
    found = set()
    # A form of a date is a date by itself.
    wholes = [*WHOLE, ("date", text)] if name == "date" and rule != "weekday" else WHOLE
    # A thing of a row, and a part of a close, may be all of its line.
    wholes = [
        *wholes,
        *((start, text) for start in ("row", "signature") if name == "line" and READERS[start](text).tree),
    ]
    for start, whole in ((start, whole) for start, whole in wholes if start in STARTS[name]):
        tree, _ = READERS[start](whole)
        assert tree is not None
        found |= {whole[node.start : node.end] for node in nodes(tree) if node.type == rule}
    assert any(text.endswith(part) or (part in text and len(part) * 3 > len(text)) for part in found), found
