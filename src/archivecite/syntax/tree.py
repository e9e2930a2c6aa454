"""The parse trees of a record and of a citation as text: for those who extend the grammar."""

from collections.abc import Iterator

from ..model.body import Block
from ..model.note import Note, SourceNote
from ..surface.flat import Flat
from ..surface.plain import Plain
from .bracket import read_bracket
from .citation import parse_source, tail_of
from .cues import cues
from .cut import cut
from .ending import ending_of
from .head import Head
from .line import LineText
from .loop import STARTS, Node, Parse, Token, parse, tables
from .note import source_place
from .note_opening import note_tree
from .opening import opening_of
from .printed import end_of
from .provenance import book_at, is_reprint, parse_reprints, parse_statement
from .publication import parse_publication
from .record import read_record
from .vocabulary import Vocabulary, vocabulary
from .words import Words

#: How much of a token's text, or of a block's, is shown.
SHOWN = 60

#: The rules of ``line.lark`` that read a kind of block, where they are not called as it is.
RULES = {
    "marking": ("row",),
    "serial": ("row",),
    "document_type": ("document_type", "row"),
    "addressee": ("addressee", "named"),
}


def drawn_record(text: str) -> Iterator[str]:
    """Line by line the trees of a record: its sections, its citation, each block and note with its rules and brackets.

    >>> cited = '"A Letter", May 3, 1950, CWIHP Archive, RGANI.'
    >>> text = f"Citation:\\n{cited}\\nOriginal Language:\\nRussian\\n\\nTop Secret"
    >>> [line for line in drawn_record(text) if not line.startswith(" ")]
    ['record:', 'opening: "A Letter", May 3, 1950, CWIHP Archive', 'archival: RGANI', 'marking: Top Secret']
    """
    plain = Plain(text)
    reading = read_record(plain)
    if reading.tree is None:
        yield "not a record of this layout"
        return
    yield "record:"
    yield from drawn_parse(plain.text, Parse(reading.tree, []))
    record = reading.record.value
    for section in reading.tree.nodes("citation"):
        for token in section.tokens("STRING"):
            yield from drawn(Flat(plain.text, token.start, token.end).text)
    for block in record.body:
        yield from drawn_block(block)
    for note in record.notes:
        yield from drawn_note(note)


def drawn_block(block: Block) -> Iterator[str]:
    """The lines of one block: the tree of its rule if it is a line of a letter, and those of its brackets."""
    yield f"{block.kind}: {block.text[:SHOWN]}"
    line = LineText(block.text)
    rules = RULES.get(block.kind, (block.kind,) if block.kind in STARTS["line"] else ())
    tree = next((tree for rule in rules if (tree := line.tree(rule))), None)
    yield from drawn_parse(block.text, Parse(tree, []))
    yield from drawn_marks(block)


def drawn_note(note: Note) -> Iterator[str]:
    """The lines of one note: the tree of its first words, those of what a source note cites, and of its brackets."""
    known = vocabulary()
    yield f"{note.kind} note: {' '.join(note.text[:SHOWN].split())}"
    yield from drawn_parse(note.text, Parse(note_tree(note.text, known), []))
    if isinstance(note, SourceNote) and (inside := source_place(note.text)):
        yield from (f"  {line}" for line in drawn(note.text[slice(*inside)]))
    yield from drawn_marks(note)


def drawn_marks(block: Block | Note) -> Iterator[str]:
    """The lines of the brackets in a block or a note."""
    for mark in block.marks:
        inside = block.text[mark.start : mark.end]
        yield f"  {mark.kind} {inside[:SHOWN]}"
        if inside[0] == "[" and (found := read_bracket(inside[1:-1].strip(), cues())):
            for child in found.children:
                yield from drawn_node(inside[1:-1].strip(), child, "    ")


def drawn(text: str) -> Iterator[str]:
    """Line by line the trees of a citation, which is one flat line: rules, tokens, and what was skipped.

    >>> print(*drawn("RGANI, f. 5; translated by Weber"), sep="\\n")
    archival: RGANI, f. 5
      repository
        ACRONYM "RGANI"
      step
        labelled
          LABEL "f." = fond
          value
            NUMBER "5"
    statement: translated by Weber
      verbs
        VERB "translated" = translated
      by
        agents
          agent
            PERSON "Weber"
    """
    known = vocabulary()
    ending = ending_of(text, known)
    end, after = tail_of(text, ending)
    opening = opening_of(text, end, known)
    if opening.tokens:
        yield f"opening: {text[: opening.end]}"
        yield from drawn_parse(text, parse(tables("citation", "opening"), opening.tokens))
    for low, high in ((opening.end, end), after):
        words = Words(text, low, high)
        for first, last, head in cut(words, 0, len(words), known):
            if head:
                yield f"statement: {text[words.starts[first] : end_of(words, last, known)]}"
                yield from drawn_statement(words, last, head, known)
                continue
            for rule, low_atom, high_atom, parsed in parse_source(words, first, last, known):
                yield f"{rule}: {text[words.starts[low_atom] : end_of(words, high_atom, known)]}"
                yield from drawn_parse(text, parsed)
    if ending.tokens:
        yield "ending:"
        yield from drawn_parse(text, parse(tables("citation", "ending"), ending.tokens))


def drawn_statement(words: Words, last: int, head: Head, known: Vocabulary) -> Iterator[str]:
    """The lines of a statement's tree, and of each book's that it names."""
    if not is_reprint(words, last, head, known):
        yield from drawn_parse(words.text, parse_statement(words, head, last, known))
        return
    parsed, places = parse_reprints(words, last, head, known)
    yield from drawn_parse(words.text, parsed)
    for low, high in places:
        first, _ = book_at(words, low, high, known)
        yield f"published: {words.text[words.starts[first] : end_of(words, high, known)]}"
        yield from drawn_parse(words.text, parse_publication(words, first, high, known))


def drawn_parse(text: str, parsed: Parse) -> Iterator[str]:
    """The lines of one tree, and of what was skipped."""
    for child in parsed.tree.children if parsed.tree else ():
        yield from drawn_node(text, child, "  ")
    for start, end in parsed.unread:
        yield f'  unread "{text[start:end]}"'


def drawn_node(text: str, node: Node | Token, indent: str) -> Iterator[str]:
    """The lines of one node and of all under it."""
    if isinstance(node, Token):
        reading = f" = {node.reading}" if node.reading not in ("", node.type) else ""
        printed = " ".join(text[node.start : min(node.end, node.start + SHOWN)].split())
        yield f'{indent}{node.type} "{printed}"{reading}'
        return
    yield f"{indent}{node.type}"
    for child in node.children:
        yield from drawn_node(text, child, f"{indent}  ")
