"""The pieces of a body, each of them one block or note, and what every piece is by itself."""

from collections.abc import Iterator, Sequence

from ..model.body import Block
from ..model.close import Signature
from ..model.note import Note, ReferenceNote
from ..surface.flat import Flat
from .alone import is_dated, is_name, is_office, says_signed
from .chunk import chunks, cut
from .close import LONGEST as LONGEST_CLOSE
from .close import is_signed, read_close, read_signature
from .found import Found
from .header import LONGEST, LONGEST_BELOW, read_header_line
from .line import line_of
from .lines import Line, Place, is_bracketed
from .note import note_start, read_note
from .omission import read_omission
from .prose import is_prose
from .series import Label, is_roman, label_of
from .speaker import WIDTH, Speaker, speaker_of
from .tail import NO_TAIL, Tail

#: One of these is behind the name of who speaks, or the name is in capitals.
SPEAKING = (":", "—", "--", " – ")

#: What begins so is a note wherever it stands: it names its source or a message.
SURE = ("SOURCE_NOTE", "REFERENCE_NOTE")

#: What begins so is no prose below which no header stands; nor is the explanation of a reference.
ASIDE = (*SURE, "FOOTNOTE")

#: The longest text below prose that is tried as a header line or a close.
BELOW = max(LONGEST_BELOW, LONGEST_CLOSE)

#: Below a close these begin the head of another document.
NEW_HEAD = frozenset(("document_type", "addressee", "sender", "letterhead", "salutation", "enclosure", "subject"))


class Piece:
    """A stretch of the body that is one block or note: its flat ``text``, and what it could be.

    ``zone`` is where it stands: in a ``head``, in the ``text``, or below a close (``foot``). ``found`` is the block
    that it is by itself, None for a paragraph; ``closing`` the signature that it is at the end of a letter;
    ``top`` is what it would be at the top of a letter, and ``office`` says that it is an office and no more;
    ``label`` is the number, letter or bullet that it begins with; ``note`` is what note it begins as, ``reading`` that
    note once it was read, and ``reference`` the page of the text that refers to it; ``page`` counts the form feeds
    before it.
    """

    __slots__ = (
        "closing", "end", "flat", "found", "label", "note", "office", "page", "reading", "reference", "speaker",
        "start", "text", "top", "zone",
    )  # fmt: skip

    def __init__(self, flat: Flat, end: int, page: int) -> None:
        self.start = flat.start
        self.end = end
        self.flat = flat
        self.text = flat.text
        self.page = page
        self.zone = "text"
        self.found: Found[Block] | None = None
        self.closing: Found[Signature] | None = None
        self.top: Found[Block] | None = None
        self.office = False
        self.label: Label | None = label_of(flat.text)
        self.note = note_start(flat.text)
        self.reading: Found[Note] | None = None
        self.reference: int | None = None
        self.speaker: Speaker | None = None

    @property
    def kind(self) -> str | None:
        """The kind of block that it is, None for a paragraph."""
        return self.found.value.kind if self.found else None

    @property
    def body(self) -> bool:
        """Whether it is the name of an organisation, and no more."""
        return self.closing is not None and self.top is not None and self.top.value.kind == "letterhead"

    @property
    def taken(self) -> bool:
        """Whether an office, a place or a word of a head takes it: then it is no heading."""
        return self.office or self.top is not None

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph, and a sentence or long."""
        return self.found is None and self.note is None and is_prose(self.flat.text)

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


def read_pieces(plain: str, start: int, end: int, feeds: Sequence[Place]) -> Iterator[Piece]:
    """The pieces of the body in order, each with what it is by itself. Until the first prose, every line may be one."""
    zone = "head"
    aside = opened = sign = False
    stop = start + len(plain[start:end].rstrip())
    for lines, page in chunks(plain, start, end, feeds):
        for flat, at in cut(plain, lines, zone, opened, stop):
            piece = Piece(flat, at, page)
            piece.zone = "text" if aside and opened else zone
            read_piece(piece, opened)
            if sign and piece.kind == "addressee" and is_name(piece.text):
                piece.found, piece.closing = None, read_signature(flat)  # "[signature]" / "Dr. A. Novak"
            sign = piece.closing is not None and piece.kind == "signature" and not piece.closing.value.signers
            if not (piece.note in ASIDE or (aside and piece.found is None)):
                zone = zone_after(piece)
                opened = opened or zone != "head"
            aside = piece.note is not None and piece.lacks_explanation()
            yield piece


def read_piece(piece: Piece, opened: bool) -> None:
    """Find what a piece is by itself, where it stands; ``opened`` says that there was text above."""
    if piece.note in SURE and opened:
        return
    text = piece.text
    piece.found = read_omission(piece.flat)
    if piece.found is None and len(text) <= (BELOW if piece.zone == "text" else LONGEST):
        read_line(piece)
    if piece.found and not opened:
        piece.note = None
    if text[:3].isupper() or any(text.find(sign, 0, WIDTH) > 0 for sign in SPEAKING):
        piece.speaker = speaker_of(text)


def read_line(piece: Piece) -> None:
    """Find what header line a short piece is, or what part of a close it could be."""
    flat = piece.flat
    if not line_of(flat).tokens:
        return  # as all prose
    below = piece.zone == "text"
    piece.found = flat.header if not below and isinstance(flat, Line) else read_header_line(flat, below)
    if piece.found is None:
        piece.found = read_close(flat)
    if piece.kind in (None, "dateline", "letterhead", "routing", "participants") and not is_roman(flat.text):
        piece.closing = read_signature(flat)
    elif piece.kind == "addressee" and piece.zone != "head" and is_signed(flat.text):
        piece.found, piece.closing = None, read_signature(flat)  # "For the Government of Peru" is to nobody
    piece.office = is_office(piece.closing)
    piece.top = read_header_line(flat) if below and piece.found is None else piece.found
    if (
        piece.closing is not None
        and says_signed(piece.closing)
        and (piece.kind != "participants" or piece.zone != "head")
    ):
        piece.found = piece.closing  # "Recorded by: A. Novak" in a head is one of those who were there
    elif piece.kind == "participants":
        piece.closing = None
    elif piece.kind == "routing" and (piece.zone == "head" or is_labelled(piece)):
        piece.closing = None  # a day and an hour below a name is when it was signed
    elif piece.found is None and is_dated(piece.closing):
        piece.found = piece.top  # a day alone: an entry of a diary


def is_labelled(piece: Piece) -> bool:
    """Whether a line that tells how a document went has a label: ``Received on 5 May``."""
    return getattr(piece.found and piece.found.value, "label", None) is not None


def zone_after(piece: Piece) -> str:
    """Where the next piece stands."""
    signed = piece.closing is not None and bool(piece.closing.value.signers)
    if piece.zone == "head":
        # A numbered paragraph may begin as a note does: "1. To satisfy the request …"
        prose = piece.prose or (piece.note == "NUMBERED_NOTE" and is_prose(piece.text))
        # "MINUTES" / "of the session that was held …" is a title, however long.
        prose = prose and not is_bracketed(piece.text) and not piece.text[0].islower()
        return "text" if prose or (piece.kind == "signature" and signed) else "head"
    if signed or piece.kind == "signature":
        return "foot"
    if piece.zone == "text":
        return "text"
    if piece.kind in NEW_HEAD and not (piece.kind == "addressee" and is_name(piece.text)):
        return "head"  # a name alone may be one more of a list, or of a close
    return "text" if piece.prose and not is_bracketed(piece.text) else "foot"
