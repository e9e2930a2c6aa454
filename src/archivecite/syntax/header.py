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
from .header_kinds import READERS, read_kind
from .line import LineText, all_tokens, line_of
from .loop import Node, Token
from .mark import read_marks
from .plausible import is_body

#: What says that a line is a row, and not an address or a body's name.
SURE = ("classification", "precedence", "handling", "copies", "serial", "document")

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
#: A line that ends so is no header line below prose: it ends a sentence, or one goes on after it.
PROSE_ENDS = (".", "?", "!", ";", ":", ",")
#: A line so short is no full line of prose, nor is one that fills so little of the longest line's width.
SHORT = 25
FULL = 0.6

#: The longest word with which a line goes on below: "between".
LONGEST_OPEN_END = 7

#: The most lines over which one header line goes.
LONGEST_LINES = 6

HEADING = Pattern("header", *HEADINGS)
CAPITALS_HEADING = Pattern("header", "CAPITALS_HEADING")
BRACKETED = Pattern("header", "BRACKETED")
ENTRY_NUMBERS = Pattern("header", "ENTRY_NUMBERS")
IN_CAPITALS = Pattern("header", "CAPITALS_HEADING", "CAPITALS_START")
OPEN_END = Pattern("header", "OPEN_END")
SMALL_START = Pattern("header", "SMALL_START")


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
    if below and text.endswith(PROSE_ENDS):
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
    if len(items) < 2:
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
    if not any(node.type in SURE for node in nodes) or not all(is_plausible(line, node) for node in nodes):
        return []
    items = []
    for node in nodes:
        start, end = line.place(first_token(node), last_token(node))
        if text[start - 1 : start] in OPENING and text[end : end + 1] in CLOSING and text[start - 1 : start]:
            start, end = start - 1, end + 1
        end += text[end : end + 1] in (".", "!") and len(text) > end
        items.append((start, end))
    between = [text[: items[0][0]], *(text[one[1] : two[0]] for one, two in pairwise(items)), text[items[-1][1] :]]
    return [] if any(set(gap) - SEPARATORS for gap in between) else items


def is_plausible(line: LineText, node: Node) -> bool:
    """Whether a thing of a row can be what its rule says: a body has a noun that says so, an address a capital."""
    tokens = all_tokens(node)
    if node.type == "letterhead_part":
        return is_body(line, tokens)
    if node.type == "addressee_part":
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
    if CAPITALS_HEADING.fullmatch(lines[after - 1].text):
        return True
    (start, end), (low, high) = lines.places[after - 1 : after + 1]
    if end - start < SHORT or end - start + 1 + len(lines[after].text.partition(" ")[0]) < width:
        return True
    return high - low < FULL * width


def is_bracketed(text: str) -> bool:
    """Whether a flat ``text`` is one bracket and nothing else."""
    return text[0] == "[" and BRACKETED.fullmatch(text) is not None


def goes_on(flat: Line, following: Line) -> bool:
    """Whether a header line goes on with the line that follows it."""
    if flat.text.count("[") > flat.text.count("]"):
        return True
    if ENTRY_NUMBERS.fullmatch(flat.text):
        return ENTRY_NUMBERS.fullmatch(following.text) is not None
    found = following.header
    if IN_CAPITALS.match(following.text) and IN_CAPITALS.match(flat.text) and CAPITALS_HEADING.fullmatch(flat.text):
        return found is None or found.value.kind in ("heading", "addressee", "letterhead")
    if (found is not None and found.value.kind not in ("heading", "letterhead")) or following.row:
        return False
    end = max(0, len(flat.text) - LONGEST_OPEN_END)
    return bool(OPEN_END.search(flat.text, end) or SMALL_START.match(following.text))
