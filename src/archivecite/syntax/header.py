"""The lines above a letter: document type, numbers, secrecy and urgency, addressee and sender, and how it went."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from ..model.body import Block, Heading
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .close import DASHES
from .found import Found, spanning
from .grammar import Pattern
from .header_kinds import PROSE_ENDS as PROSE_ENDS
from .header_kinds import READERS, read_kind
from .line import LineText, all_tokens, line_of
from .line_kinds import line_kinds
from .line_vocabulary import line_vocabulary
from .loop import Node, Token
from .mark import read_marks
from .plausible import is_body
from .vocabulary import vocabulary

#: What says that a line is a row, and not an address or a body's name.
SURE = frozenset(("classification", "precedence", "handling", "copies", "serial", "document"))

#: What may stand between two things of a row, and around one of them.
SEPARATORS = frozenset(" ,;/—–-")
OPENING = '([“"‘'
CLOSING = ')]”"’'

HEADINGS = ("PART_HEADING", "CAPITALS_HEADING", "SPACED_HEADING", "TITLE_HEADING")

#: The kinds of blocks that the things of a row are, each alone on its line.
ROW_BLOCKS = ("serial", "marking", "document_type")

new_heading = unchecked(Heading)

#: The longest flat text that is tried as a header line above the letter, and below prose; prose is longer.
LONGEST = 300
LONGEST_BELOW = 120
#: A line so short is no full line of prose, nor is one that fills so little of the longest line's width.
SHORT = 25
FULL = 0.6

#: Signs with which a line goes on below.
OPEN_SIGNS = ",-–—&("

#: How many capitals a line in capitals has at least.
CAPITALS = 4

#: The most lines over which one header line goes.
LONGEST_LINES = 6

HEADING = Pattern("header", *HEADINGS)


class Line(Flat):
    """One flat line above the letter, or several that are one; what it is, is asked of it more than once.

    >>> Line("Top Secret", 0, 10).header.value.kind
    'marking'
    """

    __slots__ = ()

    @cached_property
    def header(self) -> Found[Block] | None:
        """The block that it is, None when it is no header line."""
        return read_header_line(self) or read_heading(self)

    @cached_property
    def row(self) -> list[tuple[int, int]] | None:
        """Where the several things stand that it holds, None when it is one thing."""
        return None if self.header and self.header.value.kind in ROW_BLOCKS else row(self)

    @property
    def above(self) -> bool:
        """Whether it stands above the letter: it is a header line, or one bracket of the editors' and no more."""
        return self.header is not None or is_bracketed(self.text)


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
    if not line.tokens:
        return None
    return next((found for kind in READERS if (found := read_kind(line, flat, kind, below))), None)


def read_heading(flat: Flat) -> Found[Block] | None:
    """A heading: in capitals, in title case, letter-spaced, or of a part."""
    text = flat.text
    if HEADING.fullmatch(text) is None:
        return None
    return spanning(new_heading(text, marks=read_marks(text)), flat)


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
    nodes: list[Node] = []
    for child in tree.children:
        if isinstance(child, Node):
            if child.type == "serial" and nodes and nodes[-1].type == "document" and child.children[0].type == "SIGN":
                nodes[-1] = Node("document", [*nodes[-1].children, *child.children])  # "Telegram No. 14"
            else:
                nodes.append(child)
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


def header_pieces(plain: str, places: list[tuple[int, int]]) -> Iterator[tuple[Line, int, int]]:
    """The header lines with which the lines in ``places`` begin, each with its end and the index of the line after.

    A line that goes on below is joined with what follows: ``To the Chairman of the`` / ``Council of Ministers``.
    """
    lines = Lines(plain, places)
    first = 0
    width = max(end - start for start, end in places)
    while first < len(lines):
        after = first + 1
        line = lines[first]
        while after < len(lines) and after < first + LONGEST_LINES and goes_on(line, lines[after]):
            line = Line(plain, places[first][0], places[after][1])
            after += 1
        if pieces := line.row:
            for start, end in pieces:
                yield Line(plain, start, end), end, after
        elif line.above and stands_alone(lines, after, width):
            yield line, places[after - 1][1], after
        else:
            return
        first = after


class Lines:
    """The lines of ``plain`` in ``places``, each made when it is first asked for."""

    def __init__(self, plain: str, places: list[tuple[int, int]]) -> None:
        self.plain = plain
        self.places = places
        self.made: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, index: int) -> Line:
        if index not in self.made:
            self.made[index] = Line(self.plain, *self.places[index])
        return self.made[index]


def stands_alone(lines: Lines, after: int, width: int) -> bool:
    """Whether the header line before the line ``after`` ends by itself, and not where a line of that ``width`` is full.

    ``Sent by the Politburo, Comrade`` / ``Novak arrived on Friday. We`` is prose.
    """
    if after == len(lines) or lines[after].above or lines[after].row:
        return True
    if is_capitals(lines[after - 1]):
        return True
    (start, end), (low, high) = lines.places[after - 1 : after + 1]
    if end - start < SHORT or end - start + 1 + len(lines[after].text.partition(" ")[0]) < width:
        return True
    return high - low < FULL * width


def is_bracketed(text: str) -> bool:
    """Whether a flat ``text`` is one bracket and nothing else.

    >>> is_bracketed("[Emblem [of the PRC]]"), is_bracketed("[To] Comrade [Li]")
    (True, False)
    """
    if text[0] != "[" or text[-1] != "]":
        return False
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "[") - (letter == "]")
        if depth == 0:
            return at == len(text) - 1
    return False


def is_capitals(flat: Flat) -> bool:
    """Whether a line is all in capitals, and no person's name: ``CHAIRMAN OF THE``."""
    text = flat.text
    if text.upper() != text or sum(map(str.isupper, text)) < CAPITALS:
        return False
    return text[-1] not in ".," and line_kinds(flat) != {"name"}


def goes_on(flat: Line, following: Line) -> bool:
    """Whether a header line goes on with the line that follows it."""
    if flat.text.count("[") > flat.text.count("]"):
        return True
    found = following.header
    if flat.header and flat.header.value.kind == "entry_numbers":
        return found is not None and found.value.kind == "entry_numbers"
    if is_capitals(flat) and starts_in_capitals(following.text):
        return found is None or found.value.kind in ("heading", "addressee", "letterhead")
    if (found is not None and found.value.kind not in ("heading", "letterhead")) or following.row:
        return False
    return is_open(flat.text) or following.text.lstrip(' "“([')[:1].islower()


def starts_in_capitals(text: str) -> bool:
    """Whether ``text`` begins with two capitals: ``MAO ZEDONG on 16 December``."""
    bare = text.lstrip(' "“([')
    return bare[:2].isupper() and bare[:2].isalpha()


def is_open(text: str) -> bool:
    """Whether a line ends with a sign or a small word that more follows: ``CHAIRMAN OF THE``, ``Stalin,``."""
    if text[-1] in OPEN_SIGNS:
        return True
    word = text.rpartition(" ")[2]
    return (word.islower() or (len(word) > 1 and word.isupper())) and line_vocabulary(vocabulary()).links(word)
