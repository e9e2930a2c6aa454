"""The body cut into pieces, each of them one block or note, and what every piece is by itself."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.body import Block, Omission
from ..model.close import Signature
from ..model.note import Note, ReferenceNote
from ..model.unchecked import unchecked
from ..surface.flat import Flat, single_spaced
from .close import DASHES, is_certain, is_prose, is_signed, read_close, read_signature
from .close import LONGEST as LONGEST_CLOSE
from .found import Found, spanning
from .grammar import Pattern
from .header import (
    LONGEST,
    LONGEST_BELOW,
    PROSE_ENDS,
    Line,
    header_pieces,
    is_bracketed,
    read_header_line,
    read_heading,
)
from .line_kinds import line_kinds
from .mark import read_marks
from .note import note_start, read_note
from .tail import NO_TAIL, Tail

#: The longest paragraph that is brief: it may stand in a header, or follow a signature.
BRIEF = 100

#: What begins so is a note wherever it stands: it names its source or a message.
SURE = ("SOURCE_NOTE", "REFERENCE_NOTE")

#: What begins so is no prose below which no header stands; nor is the explanation of a reference.
ASIDE = (*SURE, "FOOTNOTE")

#: What may end a line that ends a sentence, brackets and quotes after it included.
SENTENCE_ENDS = frozenset('.!?:;…"”’»)]')

#: The longest text below prose that is tried as a header line or a signature.
BELOW = max(LONGEST_BELOW, LONGEST_CLOSE)

#: How long the number of an item is at most, with quote and brackets.
ITEM_WIDTH = 8

#: How each word begins that says that a line is signed.
SIGNATURE_SIGNS = ("[", "/", "(", "S")

SPEAKERS = ("TITLED_SPEAKER", "NAMED_SPEAKER", "CAPITALS_SPEAKER")

CHUNK = Pattern("body", "CHUNK")
FRESH_START = Pattern("body", "FRESH_START")
SENTENCE_END = Pattern("body", "SENTENCE_END")
ABBREVIATION = Pattern("body", "ABBREVIATION")
DASH_START = Pattern("body", "DASH_START")
ITEM_START = Pattern("body", "ITEM_START")
ITEM_OR_TURN = Pattern("body", "ITEM_START", "TITLED_SPEAKER")
OMISSION = Pattern("body", "OMISSION")
SPEAKER = Pattern("body", *SPEAKERS, groups="titled named capitals")

new_omission = unchecked(Omission)


class Speaker(NamedTuple):
    """A label that may be a speaker's: by which terminal, where it stands, and what it says."""

    kind: str
    start: int
    end: int
    name: str


class Piece:
    """A stretch of the body that is one block or note: its flat text, and what it could be.

    ``found`` is the block that it is by itself, None for a paragraph; ``closing`` the signature that it is if it stands
    at the end of the letter; ``note`` what note it begins as, ``reading`` that note once it was read, and ``reference``
    the page of the text that refers to it;
    ``page`` counts the form feeds before it.
    """

    __slots__ = ("closing", "end", "flat", "found", "note", "page", "reading", "reference", "speaker", "start")

    def __init__(self, flat: Flat, end: int, page: int) -> None:
        self.start = flat.start
        self.end = end
        self.flat = flat
        self.page = page
        self.found: Found[Block] | None = None
        self.closing: Found[Signature] | None = None
        self.note = note_start(flat.text)
        self.reading: Found[Note] | None = None
        self.reference: int | None = None
        self.speaker: Speaker | None = None

    def read_note(self, tail: Tail = NO_TAIL) -> Found[Note]:
        """The note that the piece is by itself, in a record whose citation has that ``tail``."""
        if self.reading is None:
            self.reading = read_note(self.note or "", self.flat, tail)
        return self.reading

    def lacks_explanation(self) -> bool:
        """Whether the piece is a reference note whose explanation may stand in the next paragraph."""
        if self.note != "REFERENCE_NOTE":
            return False
        value = self.read_note().value
        return isinstance(value, ReferenceNote) and value.explanation is None


def read_pieces(plain: str, start: int, end: int, feeds: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of the body in order, each with what it is by itself. Until the first prose, every line may be one."""
    above = True
    aside = False
    for first, last, page in chunks(plain, start, end, feeds):
        one = not above and plain.find("\n", first, last) < 0
        for flat, at in ((Flat(plain, first, last), last),) if one else cut(plain, first, last, above):
            piece = Piece(flat, at, page)
            still = read_piece(piece, above)
            if above and not (piece.note in ASIDE or (aside and piece.found is None)):
                above = still
            aside = piece.note is not None and piece.lacks_explanation()
            yield piece


def chunks(plain: str, start: int, end: int, feeds: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Where the lines stand that neither a blank line nor a form feed parts, with how many form feeds are before."""
    for page, (feed, after) in enumerate((*feeds, (end, end))):
        for chunk in CHUNK.finditer(plain, start, feed):
            first, last = chunk.span()
            yield first, last, page
        start = after


def cut(plain: str, start: int, end: int, above: bool) -> Iterator[tuple[Flat, int]]:
    """The pieces of one chunk, as flat text and end: its header lines when it is ``above`` all prose, then the rest."""
    if plain.find("\n", start, end) < 0:
        rest = [(start, end)]
    else:
        lines = line_places(plain, start, end)
        header = list(header_pieces(plain, lines)) if above or is_header(plain, lines) else []
        for line, last, _ in header:
            yield line, last
        rest = list(cut_lines(plain, lines[header[-1][2] :] if header else lines))
    for first, last in rest:
        line = Line(plain, first, last)
        if above and line.row:
            yield from ((Line(plain, low, high), high) for low, high in line.row)
        else:
            yield line, last


def line_places(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each line of one chunk stands.

    >>> line_places("To:\\nStalin", 0, 10)
    [(0, 3), (4, 10)]
    """
    places = []
    while (newline := plain.find("\n", start, end)) >= 0:
        places.append((start, newline))
        start = newline + 1
    return [*places, (start, end)]


def is_header(plain: str, lines: list[tuple[int, int]]) -> bool:
    """Whether all of ``lines`` are header lines, not headings alone: prose stands above, and an enclosure begins.

    The last line is asked first: in prose it ends a sentence, which is told before the line is unwrapped.
    """
    if plain.endswith(PROSE_ENDS, 0, lines[-1][1]):
        return False
    kinds = set()
    for start, end in reversed(lines):
        flat = Flat(plain, start, end)
        found = read_header_line(flat, True) or read_header_line(flat) or read_heading(flat)
        if found is None:
            return False
        kinds.add(found.value.kind)
    return not kinds <= {"heading", "letterhead", "dateline"}


def cut_lines(plain: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs of lines that no blank line parts: a new one begins where a line says so and the one before ends.

    A line ends a paragraph when it ends a sentence, or when the next line's first word would still have stood in it.
    """
    if not lines:
        return
    width = max([end - start for start, end in lines])
    texts = [plain[start:end].rstrip() for start, end in lines]
    closers = plain.count("]", lines[0][0], lines[-1][1])
    first = depth = 0
    for index, text in enumerate(texts):
        if index > first and not (depth > 0 and closers) and is_cut(texts, index, width):
            yield lines[first][0], lines[index - 1][1]
            first, depth = index, 0
        if (closers or depth) and ("[" in text or "]" in text):
            closed = text.count("]")
            closers -= closed
            depth = max(0, depth + text.count("[") - closed)
    yield lines[first][0], lines[-1][1]


def is_cut(texts: list[str], index: int, width: int) -> bool:
    """Whether a new piece begins with the line at ``index``. What a wrapped line of prose is not is asked first."""
    before, line = texts[index - 1], texts[index].lstrip()
    fresh = not "a" <= line[0] <= "z" and FRESH_START.match(line) is not None
    room = width - len(before) - 1
    short = room > 1 and len(line.split(None, 1)[0]) < room
    ended = ends_sentence(before)
    if (short or ended) and ((fresh and short and ended) or starts_item(before, line, ended)):
        return True
    if may_be_item(line) and any(start.match(line) and start.match(before) for start in (ITEM_START, DASH_START)):
        return True
    ended = ended or before[-1] in ")]"
    sure = ended or begins_signed(line)
    if (sure or short) and (closing := read_close_line(line)) and (sure or closing.value.date):
        return True
    closed = read_close_line(before.lstrip()) if fresh else None
    if closed is None:
        return False
    return ended or closed.value.date is not None or line_kinds(Flat(line, 0, len(line))) == {"office"}


def may_be_item(line: str) -> bool:
    """Whether a line may begin as items do, with a dash, or a number or letter and a full stop or a bracket."""
    return line[0] in DASHES or "." in line[:ITEM_WIDTH] or ")" in line[:ITEM_WIDTH]


def ends_sentence(line: str) -> bool:
    """Whether a sentence ends with the line, and not merely an abbreviation."""
    if line[-1] not in SENTENCE_ENDS and not line[-1].isspace():
        return False
    end = SENTENCE_END.search(line)
    return end is not None and ABBREVIATION.search(line, max(0, end.start() - 8)) is None


def starts_item(before: str, line: str, ended: bool) -> bool:
    """Whether a line begins an item, a speaker's turn or a note, or is an omission, as no wrapped line does."""
    text = single_spaced(line)
    if (DASH_START.match(line) and (ended or DASH_START.match(before))) or is_omission(text):
        return True
    if ITEM_OR_TURN.match(text):
        return True
    return note_start(text) not in (None, "NUMBERED_NOTE", "REFERENCE_LABEL", "PUBLICATION_NOTE")


def read_close_line(line: str) -> Found[Signature] | None:
    """The signature that a line is by itself."""
    if is_prose(line):
        return None
    flat = Flat(line, 0, len(line))
    return None if line_kinds(flat) <= {"office", "body"} else read_signature(flat)


def begins_signed(line: str) -> bool:
    """Whether a line begins with a word that says that it is signed: ``[signed] A. IVANOV``."""
    return line.startswith(SIGNATURE_SIGNS) and is_signed(line)


def is_omission(text: str) -> bool:
    """Whether a flat ``text`` says that something is left out, and nothing else."""
    return text[0] in "[(.…" and OMISSION.fullmatch(text) is not None


def read_piece(piece: Piece, above: bool) -> bool:
    """Find what ``piece`` is by itself. Gives whether the next piece is still ``above`` all prose."""
    if piece.note in SURE and not above:
        return False
    flat = piece.flat
    text = flat.text
    if len(text) <= LONGEST and is_omission(text):
        piece.found = spanning(new_omission(text, marks=read_marks(text)), flat)
        return above
    if len(text) <= (LONGEST if above else BELOW):
        piece.found = flat.header if above and isinstance(flat, Line) else read_header_line(flat, not above)
        if piece.found is None and not above:
            piece.found = read_close(flat) or read_heading(flat)
        heading = piece.found is None or piece.found.value.kind == "heading"
        signature = read_signature(flat) if heading else None
        if line_kinds(flat) <= {"office", "body"}:
            signature = None  # whose post or body it is, its neighbours say
        if signature and is_certain(signature) and not (above and piece.found):
            piece.found = signature
        if not above and heading and signature and not (signature.value.signers and signature.value.date):
            piece.closing = signature
        if piece.found and above:
            piece.note = None
    elif ":" not in text[:80] and text[0] != "[" and not text[:3].isupper():
        return False  # plain prose, as most of a body is
    if piece.found is None and (text.find(":", 0, 80) > 0 or text[:3].isupper()):
        label = SPEAKER.match(text)
        if label and label.lastgroup:
            group = label.lastgroup.partition("_")[0].lower()
            piece.speaker = Speaker(label.lastgroup, *label.span(group), label.group(group))
    if piece.found:
        return above and not (isinstance(piece.found.value, Signature) and piece.found.value.signers)
    return above and ((len(text) <= BRIEF and not ends_sentence(text)) or is_bracketed(text))
