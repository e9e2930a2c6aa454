"""The lines above a letter: document type, numbers, secrecy and urgency, addressee and sender, and how it went."""

from itertools import pairwise

from ..model.body import Block
from ..model.header import MARKING_TYPES, DocumentType, Letterhead, Marking
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .close import DASHES
from .found import Found, spanning
from .header_kinds import READERS, read_kind, row_nodes
from .line import LineText, all_tokens, line_of
from .loop import Node, Token
from .plausible import is_body
from .registered import read_registered

#: What says that a line is a row, and not an address or a body's name.
SURE = frozenset(("classification", "precedence", "handling", "copies", "serial", "document"))

#: Of these, those that are markings.
MARKINGS = SURE - {"serial", "document"}

#: What may stand between two things of a row, and around one of them.
SEPARATORS = frozenset(" ,;/—–-")
OPENING = '([“"‘'
CLOSING = ')]”"’'

#: The kinds of blocks that the things of a row are, each alone on its line.
ROW_BLOCKS = ("serial", "marking", "document_type")

#: The longest flat text that is tried as a header line above the letter, and below prose; prose is longer.
LONGEST = 300
LONGEST_BELOW = 120

#: The longest words of another language that a bracket explains.
LONGEST_GLOSSED = 60

new_marking = unchecked(Marking)
new_letterhead = unchecked(Letterhead)
new_document_type = unchecked(DocumentType)


def read_header_line(flat: Flat, below: bool = False) -> Found[Block] | None:
    """The block that a flat header line is, or None when it is no header line; ``below`` says that prose is above.

    >>> read_header_line(Flat("Special # 1717-1722", 0, 19)).value.numbers
    ('1717-1722',)
    >>> read_header_line(Flat("No. This is wrong.", 0, 18)) is None
    True
    """
    text = flat.text
    if len(text) > (LONGEST_BELOW if below else LONGEST) or text[0] in DASHES:
        return None
    line = line_of(flat)
    for kind in READERS:
        if kind in line.rules and (found := read_kind(line, flat, kind, below)):
            return found
    return None if below else read_registered(line, flat) or read_marked(line, flat) or read_glossed(line, flat)


def read_marked(line: LineText, flat: Flat) -> Found[Marking] | None:
    """The one marking that several on a line are, of the gravest type: ``Secret. Copy No. 3``, ``Urgent, Secret``."""
    tree = line.tree("row")
    if tree is None or not {node.type for node in row_nodes(tree)} <= MARKINGS:
        return None
    items = row_items(line, tree)
    if len(items) < 2:
        return None
    values = [found.value for start, end in items if (found := read_header_line(Flat(flat.text, start, end)))]
    types = {value.type for value in values if isinstance(value, Marking)}
    if len(values) < len(items) or not types:
        return None
    gravest = next(type for type in MARKING_TYPES if type in types)
    return spanning(new_marking(flat.text, gravest, marks=line.marks), flat)


def read_glossed(line: LineText, flat: Flat) -> Found[Block] | None:
    """The block that the translator's bracket behind words of another language says they are: ``HEMLIG [secret]``."""
    text = line.text
    opened = text.rfind(" [")
    if opened < 0 or text[-1] != "]" or opened > LONGEST_GLOSSED or line.is_prose:
        return None
    gloss = text[opened + 2 : -1]
    found = read_header_line(Flat(gloss, 0, len(gloss))) if gloss and "[" not in gloss else None
    if found is None or text[:opened].rstrip().endswith((".", ":", ";", ",")):
        return None
    value = found.value
    if isinstance(value, Marking) and value.type in ("classification", "precedence"):
        return spanning(new_marking(text, value.type, marks=line.marks), flat)
    if isinstance(value, Letterhead):
        return spanning(new_letterhead(text, marks=line.marks), flat)
    if isinstance(value, DocumentType) and value.number is None:
        return spanning(new_document_type(text, None, marks=line.marks), flat)
    return None


def row(flat: Flat) -> list[tuple[int, int]] | None:
    """Where the several things are that one line holds, in the text that ``flat`` is from; None when it is no row.

    >>> row(Flat("CONFIDENTIAL—EXTREMELY URGENT", 0, 29))
    [(0, 12), (13, 29)]
    """
    if len(flat.text) > LONGEST:
        return None
    line = line_of(flat)
    tree = line.tree("row")
    items = row_items(line, tree) if tree else []
    if len(items) < 2 or not all(read_header_line(Flat(flat.text, start, end)) for start, end in items):
        return None
    return [(flat.at(start), flat.at(end - 1) + 1) for start, end in items]


def row_items(line: LineText, tree: Node) -> list[tuple[int, int]]:
    """Where the things of a row are, each with the full stop or the parentheses that are its own; none where something
    else is between two, or where nothing says what the document is or how it is marked.
    """
    text = line.text
    nodes = row_nodes(tree)
    kinds = {node.type for node in nodes}
    if SURE.isdisjoint(kinds) and not {"letterhead_part", "dateline_part"} <= kinds:
        return []
    if not all(is_plausible(line, node) for node in nodes):
        return []
    items = []
    for node in nodes:
        start, end = line.place(first_token(node), last_token(node))
        if text[start - 1 : start] in OPENING and text[end : end + 1] in CLOSING and text[start - 1 : start]:
            start, end = start - 1, end + 1
        end += end < len(text) and text[end] in ".!:"
        items.append((start, end))
    between = [text[: items[0][0]], *(text[one[1] : two[0]] for one, two in pairwise(items)), text[items[-1][1] :]]
    return [] if any(set(gap) - SEPARATORS for gap in between) else items


def is_plausible(line: LineText, node: Node) -> bool:
    """Whether a thing of a row can be what its rule says: a body has a noun that says so, an address a capital."""
    tokens = all_tokens(node)
    if node.type == "letterhead_part":
        return is_body(line, tokens)
    if node.type in ("addressee_part", "sender_part"):
        return any(line.text[token.start].isupper() for token in tokens[1:])
    return True


def first_token(node: Node) -> Token:
    """The first token under ``node``."""
    child = node.children[0]
    return first_token(child) if isinstance(child, Node) else child


def last_token(node: Node) -> Token:
    """The last token under ``node``."""
    child = node.children[-1]
    return last_token(child) if isinstance(child, Node) else child
