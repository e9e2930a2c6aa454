"""The parse trees of a citation as text: for those who extend the grammar."""

from collections.abc import Iterator

from .citation import parse_source, tail_of
from .cut import cut
from .ending import ending_of
from .loop import Node, Parse, Token, parse, tables
from .opening import opening_of
from .printed import end_of
from .provenance import parse_statement
from .vocabulary import vocabulary
from .words import Words


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
                yield from drawn_parse(text, parse_statement(words, head, last, known))
                continue
            for rule, low_atom, high_atom, parsed in parse_source(words, first, last, known):
                yield f"{rule}: {text[words.starts[low_atom] : end_of(words, high_atom, known)]}"
                yield from drawn_parse(text, parsed)
    if ending.tokens:
        yield "ending:"
        yield from drawn_parse(text, parse(tables("citation", "ending"), ending.tokens))


def drawn_parse(text: str, parsed: Parse) -> Iterator[str]:
    """The lines of one tree, and of what was skipped."""
    for child in parsed.tree.children if parsed.tree else ():
        yield from drawn_node(text, child, "  ")
    for start, end in parsed.unread:
        yield f'  unread "{text[start:end]}"'


def drawn_node(text: str, node: Node | Token, indent: str) -> Iterator[str]:
    """The lines of one node and of all under it."""
    if isinstance(node, Token):
        reading = f" = {node.reading}" if node.reading else ""
        yield f'{indent}{node.type} "{text[node.start : node.end]}"{reading}'
        return
    yield f"{indent}{node.type}"
    for child in node.children:
        yield from drawn_node(text, child, f"{indent}  ")
