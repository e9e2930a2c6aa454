"""Where a letter closes: which lines below the text are its signature, and which of them are one."""

from collections.abc import Iterator, Sequence

from ..surface.flat import Flat
from .alone import is_dated, says_signed
from .close import LONGEST, read_signature
from .header import read_header_line
from .lines import is_bracketed
from .piece import Piece
from .prose import BRIEF

#: What stands only below a close or above another letter: a name before it closes the letter.
AFTER = frozenset(
    (
        "distribution", "marking", "serial", "entry_numbers", "document_type", "addressee", "sender", "routing",
        "letterhead", "enclosure", "reply_to", "subject", "participants", "dateline", "omission", "signature",
    )
)  # fmt: skip

#: What ends a quoted letter, and with it the name that closes it.
QUOTES = ('"', "”", "“")

#: What a sign by itself says: ``[signature]``.
SIGN = frozenset(("signed",))

#: The longest mark of a typist.
TYPIST = 6

#: How many brief paragraphs may follow the name that closes a letter.
BRIEF_COUNT = 3


def read_closes(plain: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which none is a note, with their closes found.

    Lines that could be of a close stand together: offices, names, places, dates. Where one of them, or what stands
    around them, proves that a letter ends there, they are signatures, each of what belongs together.
    """
    last_prose = next((index for index in reversed(range(len(pieces))) if pieces[index].prose), -1)
    tail = brief_tail(pieces)
    read: list[Piece] = []
    index = 0
    while index < len(pieces):
        after = index
        while after < len(pieces) and parts_of(pieces[after], after > last_prose):
            after += 1
        if after == index:
            read.append(pieces[index])
            after += 1
        else:
            run = pieces[index:after]
            if after < len(pieces) and (whole := continued(plain, run[-1], pieces[after])):
                run[-1] = whole
                after += 1
            proven = is_proven(run) or follows_valediction(read) or is_end(pieces, after, tail, is_body(run))
            read += sign(plain, run) if proven and not all_parts(run) <= {"date", "place"} else run
        index = after
    return read


def parts_of(piece: Piece, ends: bool) -> frozenset[str]:
    """What of a close a piece has: an office, a name, a date, a word that says that it is signed; or nothing.

    Above the text only what says that it is signed is a close.
    """
    if len(piece.text) > LONGEST or piece.kind not in (None, "signature", "dateline", "letterhead", "routing"):
        return frozenset()
    closing = piece.closing
    if piece.zone == "head" and not ends and not (closing and says_signed(closing)):
        return frozenset()
    parts = set()
    if closing is not None:
        value = closing.value
        parts = {"name"} if any(person.name for person in value.signers) else set()
        parts |= {"office"} if any(person.office for person in value.signers) else set()
        parts |= {"date"} if value.date else set()
        parts |= {"place"} if value.place else set()
        parts |= {"signed"} if says_signed(closing) else set()
    elif piece.kind == "dateline":
        parts = {"place"}
    return frozenset(parts)


def continued(plain: str, first: Piece, second: Piece) -> Piece | None:
    """The one line of a close that an office is with what goes on below in small letters, or None.

    ``Secretary of the Committee`` / ``of the Party A. Petrov``
    """
    if not first.office or not second.text[0].islower() or first.page != second.page or second.found is not None:
        return None
    whole = Piece(Flat(plain, first.start, second.end), second.end, first.page)
    whole.zone = first.zone
    whole.closing = read_signature(whole.flat)
    return whole if parts_of(whole, True) > {"office"} else None


def is_body(run: Sequence[Piece]) -> bool:
    """Whether all names in a close are of organisations, which stand above letters, too."""
    return all(piece.body or "name" not in parts_of(piece, True) for piece in run)


def all_parts(pieces: Sequence[Piece]) -> frozenset[str]:
    """What of a close the pieces have together."""
    return frozenset(part for piece in pieces for part in parts_of(piece, True))


def is_proven(run: Sequence[Piece]) -> bool:
    """Whether lines that could be of a close are one wherever they stand.

    A word says that they are signed, a name stands with a date or an office, or a name ends what was quoted.
    """
    parts = all_parts(run)
    if is_body(run):
        return "signed" in parts
    if "signed" in parts or {"name", "date"} <= parts or {"name", "office"} <= parts:
        return True
    return "name" in parts and run[-1].text.rstrip(".")[-1:] in QUOTES


def follows_valediction(before: Sequence[Piece]) -> bool:
    """Whether the last piece before is the words of greeting above a signature."""
    return bool(before) and before[-1].kind == "valediction"


def is_end(pieces: Sequence[Piece], after: int, tail: int, body: bool) -> bool:
    """Whether a letter may end before the piece ``after``: a list of copies, an address, another script, an editor's
    bracket, nothing, or little follows, which ``tail`` says where it begins. After the name of a ``body`` a header line
    says nothing: it may be a letterhead.
    """
    after += after < len(pieces) and is_typist(pieces[after].text)
    if after >= len(pieces):
        return True
    piece = pieces[after]
    if body:
        return piece.kind == "distribution" or is_bracketed(piece.text)
    if after >= tail or piece.kind in AFTER or is_bracketed(piece.text):
        return True
    letter = next((sign for sign in piece.text if sign.isalpha()), "a")
    return letter > "\u024f"  # none of the Latin alphabets


def is_typist(text: str) -> bool:
    """Whether a text is the mark of who typed a letter, and in how many copies: ``4ak``, ``5-nb``."""
    return len(text) <= TYPIST and text[0].isdecimal() and text[-1].islower()


def brief_tail(pieces: Sequence[Piece]) -> int:
    """Where the brief pieces begin that the body ends with, if they are so few that a name before them closes it."""
    index = len(pieces)
    paragraphs = 0
    while index:
        piece = pieces[index - 1]
        paragraphs += piece.found is None and piece.closing is None
        if piece.prose or len(piece.text) > BRIEF or paragraphs > BRIEF_COUNT:
            break
        index -= 1
    return index


def sign(plain: str, run: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a close, those that belong together joined, each signature found."""
    person = False
    for group in grouped(run):
        # "Liu Shaoqi" / "Party CC" / "6 July 1949": whose the words of an organisation below a name are, is not said.
        if all_parts(group) <= {"date", "place"} or (person and is_body(group)):
            yield from group
            continue
        person = not is_body(group)
        joined = join(plain, group)
        if joined is not None:
            yield joined
            continue
        for piece in group:
            # A date that is too long a way from its name for one signature is one nevertheless.
            if piece.closing is not None and (len(group) > 1 or not is_dated(piece.closing)):
                piece.found = piece.closing
            piece.note = None if piece.found else piece.note
            yield piece


def grouped(run: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of a close by signature: one begins with what the one before has already.

    ``Minister of Trade`` / ``A. Petrov`` / ``Minister of Defense`` / ``B. Novak``
    """
    group: list[Piece] = []
    seen: frozenset[str] = frozenset()
    nameless = "name" not in all_parts(run)
    for piece in run:
        parts = parts_of(piece, True)
        # "Recorded by: A. Novak" / "[signature]": the sign by itself is the one before's.
        again = seen & parts if parts != SIGN or any(parts_of(other, True) == SIGN for other in group) else frozenset()
        if seen == SIGN and group[-1].text.endswith(":"):  # "Minutes taken by:" / "A. Novak [signature]"
            again = frozenset()
        if again == {"office"} and nameless:  # "Staff Colonel" / "Director of Intelligence"
            again = frozenset()
        if group and (again or group[-1].page != piece.page):
            yield group
            group, seen = [], frozenset()
        group.append(piece)
        seen |= parts
    yield group


def join(plain: str, group: Sequence[Piece]) -> Piece | None:
    """The one signature that the pieces of a close are, if it has by itself what they have together, or None."""
    first, last = group[0], group[-1]
    if len(group) == 1 or first.zone == "head":
        return None
    joined = Piece(Flat(plain, first.start, last.end), last.end, first.page)
    joined.zone = first.zone
    joined.closing = read_signature(joined.flat)
    joined.note = None
    if joined.closing is None or parts_of(joined, True) != all_parts(group):
        return None
    joined.found = joined.closing
    return joined


def read_dates(pieces: Sequence[Piece]) -> None:
    """Make the dates that touch no signature datelines."""
    for piece in pieces:
        if piece.found is None and is_dated(piece.closing):
            piece.found = read_header_line(piece.flat)
