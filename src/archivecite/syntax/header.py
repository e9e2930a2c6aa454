"""The lines above a letter: document type, numbers, secrecy and urgency, addressee and sender, and how it went."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from ..model.body import Block, Heading
from ..model.header import (
    Addressee,
    DocumentType,
    EntryNumbers,
    Marking,
    MarkingType,
    ReplyTo,
    Routing,
    Sender,
    Serial,
)
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .close import DASHES
from .found import Found, spanning
from .grammar import Pattern
from .mark import read_marks

#: The kinds of which one line may hold several: ``No. 1476/sh  TOP SECRET, Copy No. 1``.
ROW = ("SERIAL", "SHORT_SERIAL", "COPY", "CLASSIFICATION", "PRECEDENCE", "HANDLING", "DOCUMENT_TYPE")

#: The other kinds of header lines, in the order in which they are tried, after those of a row.
KINDS = ("ENTRY_NUMBERS", "REPLY_TO", "ROUTING", "SENDER", "SUBJECT", "ADDRESSEE", "NAMED_ADDRESSEE")

#: The kinds that mean something only above the letter.
ABOVE_ONLY = ("SHORT_SERIAL", "NAMED_ADDRESSEE")

HEADINGS = ("PART_HEADING", "CAPITALS_HEADING", "SPACED_HEADING", "TITLE_HEADING")

#: The kinds of blocks that such things are, each alone on its line.
ROW_BLOCKS = ("serial", "marking", "document_type")

MARKINGS: dict[str, MarkingType] = {
    "CLASSIFICATION": "classification",
    "PRECEDENCE": "precedence",
    "HANDLING": "handling",
    "COPY": "copy",
}

new_entry_numbers = unchecked(EntryNumbers)
new_serial = unchecked(Serial)
new_reply_to = unchecked(ReplyTo)
new_marking = unchecked(Marking)
new_heading = unchecked(Heading)
new_routing = unchecked(Routing)
new_addressee = unchecked(Addressee)

PLAIN: dict[str, Callable[..., Block]] = {
    "DOCUMENT_TYPE": unchecked(DocumentType),
    "ROUTING": new_routing,
    "SENDER": unchecked(Sender),
    "SUBJECT": new_heading,
    "ADDRESSEE": new_addressee,
    "NAMED_ADDRESSEE": new_addressee,
}

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

ROW_ITEM = Pattern("header", *ROW, groups="label serial short")
HEADER_LINE = Pattern("header", *KINDS, groups="reply")
HEADING = Pattern("header", *HEADINGS)
DATELINE_START = Pattern("header", "DATELINE_START")
DATE = Pattern("date", "DATE", groups="full")
DATELINE_END = Pattern("header", "DATELINE_END")
NUMBER = Pattern("header", "NUMBER")
SEPARATOR = Pattern("header", "SEPARATOR")
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
        return read_header_line(self)

    @cached_property
    def row(self) -> list[tuple[int, int]] | None:
        """Where the several things stand that it holds, None when it is one thing."""
        return None if self.header and self.header.value.kind in ROW_BLOCKS else row(self)

    @property
    def above(self) -> bool:
        """Whether it stands above the letter: it is a header line, or one bracket of the editors' and no more."""
        return self.header is not None or is_bracketed(self.text)


def read_header_line(flat: Flat, below: bool = False) -> Found[Block] | None:
    """The block that a flat header line is, or None when it is no header line; ``below`` says that prose stands above.

    >>> read_header_line(Flat("Special # 1717-1722", 0, 19)).value.numbers
    ('1717-1722',)
    >>> read_header_line(Flat("No. This is wrong.", 0, 18)) is None
    True
    """
    text = flat.text
    if len(text) > (LONGEST_BELOW if below else LONGEST):
        return None
    if below and text.endswith(PROSE_ENDS):
        return None
    if text[0] in DASHES:
        return read_heading(flat)
    match = ROW_ITEM.fullmatch(text) or HEADER_LINE.fullmatch(text)
    kind = match.lastgroup or "" if match else ""
    if match is None or (below and kind in ABOVE_ONLY):
        return read_heading(flat) or (None if below else read_dateline(flat))
    parts: dict[str, Any] = {}
    value: Block
    if kind == "ENTRY_NUMBERS":
        parts["numbers"] = numbers(text, 0, len(text))
        value = new_entry_numbers(values(parts["numbers"]), text=text)
    elif kind in ("SERIAL", "SHORT_SERIAL"):
        if match.group("label"):
            parts["label"] = Found(match.group("label"), *match.span("label"))
        parts["numbers"] = numbers(text, *match.span("serial" if kind == "SERIAL" else "short"))
        value = new_serial(match.group("label"), values(parts["numbers"]), text=text)
    elif kind == "REPLY_TO":
        parts["numbers"] = numbers(text, *match.span("reply"))
        value = new_reply_to(values(parts["numbers"]), text=text, marks=read_marks(text, references=False))
    elif kind in MARKINGS:
        value = new_marking(text, MARKINGS[kind], marks=read_marks(text, references=False))
    else:
        value = PLAIN[kind](text, marks=read_marks(text, references=False))
    return spanning(value, flat, parts)


def read_heading(flat: Flat) -> Found[Block] | None:
    """A heading: in capitals, in title case, letter-spaced, or of a part."""
    text = flat.text
    if HEADING.fullmatch(text) is None:
        return None
    return spanning(new_heading(text, marks=read_marks(text)), flat)


def read_dateline(flat: Flat) -> Found[Block] | None:
    """When, and perhaps where, a letter was written: ``Moscow, 12 May 1960``."""
    text = flat.text
    start = DATELINE_START.match(text)
    date = start and DATE.match(text, start.end())
    if date and date["full"] and DATELINE_END.fullmatch(text, date.end()):
        return spanning(new_routing(text, marks=read_marks(text, references=False)), flat)
    return None


def numbers(text: str, start: int, end: int) -> list[Found[str]]:
    """The numbers in ``text`` from ``start`` to ``end``."""
    return [Found(match.group(), *match.span()) for match in NUMBER.finditer(text, start, end)]


def values(found: list[Found[str]]) -> tuple[str, ...]:
    """The bare values of what was found."""
    return tuple([item.value for item in found])


def row(flat: Flat) -> list[tuple[int, int]] | None:
    """Where the several things stand that one line holds, in the text that ``flat`` is from; None when it is no row.

    >>> row(Flat("CONFIDENTIAL—EXTREMELY URGENT", 0, 29))
    [(0, 12), (13, 29)]
    """
    text = flat.text
    if len(text) > LONGEST:
        return None
    pieces = []
    position = 0
    while position < len(text):
        match = ROW_ITEM.match(text, position)
        if match is None or match.end() == position:
            return None
        between = SEPARATOR.match(text, match.end())
        assert between is not None
        if between.end() == match.end() and match.end() < len(text):
            return None
        pieces.append((flat.at(match.start()), flat.at(match.end() - 1) + 1))
        position = between.end()
    return pieces if len(pieces) > 1 else None


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
        return found is None or found.value.kind in ("heading", "addressee")
    if (found is not None and found.value.kind != "heading") or following.row:
        return False
    end = max(0, len(flat.text) - LONGEST_OPEN_END)
    return bool(OPEN_END.search(flat.text, end) or SMALL_START.match(following.text))
