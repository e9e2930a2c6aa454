"""The body of a record and the notes after it: text cut into blocks, each with its kind."""

from collections.abc import Callable, Sequence
from typing import Any

from ..model.body import (
    Addressee,
    Block,
    DocumentType,
    EntryNumbers,
    Heading,
    Marking,
    Note,
    OtherNote,
    PageBreak,
    Paragraph,
    ReplyTo,
    Routing,
    Sender,
    Serial,
    Signature,
)
from ..model.date import Date
from ..surface.flat import Flat
from .date import read_date
from .found import Found
from .grammar import terminals
from .mark import read_marks
from .note import note_start, read_note

HEADER = [
    "ENTRY_NUMBERS",
    "SERIAL",
    "REPLY_TO",
    "CLASSIFICATION",
    "PRECEDENCE",
    "HANDLING",
    "COPY",
    "DOCUMENT_TYPE",
    "ROUTING",
    "SENDER",
    "SUBJECT",
    "ADDRESSEE",
]

MARKING_TYPE = {"CLASSIFICATION": "classification", "PRECEDENCE": "precedence", "HANDLING": "handling", "COPY": "copy"}

#: The longest flat text that is tried as a header line or a signature; prose is longer.
HEADER_LENGTH = 300


def read_body(plain: str, start: int, end: int) -> tuple[list[Found[Block]], list[Found[Note]], list[tuple[int, int]]]:
    """The blocks, the notes and the unread places of ``plain`` from ``start`` to ``end``.

    >>> blocks, notes, unread = read_body("Top Secret\\n\\nAll is well.\\n\\n31.X.62 A. GROMYKO", 0, 46)
    >>> [found.value.kind for found in blocks]
    ['marking', 'paragraph', 'signature']
    """
    blocks: list[Found[Block]] = []
    notes: list[Found[Note]] = []
    header = True
    previous = start
    chunks = list(terminals("body", "CHUNK").finditer(plain, start, end))
    pages = "\f" in plain
    position = 0
    while position < len(chunks):
        first, last = chunks[position].span()
        position += 1
        if pages and blocks and not notes:
            blocks += page_breaks(plain, previous, first)
        previous = last
        flat = Flat(plain, first, last)
        kind = note_start(flat.text) if not header or blocks else None
        if kind == "REFERENCE_START" and position < len(chunks) and kind == note_start(flat.text):
            found = read_note(kind, flat)
            if found.value.explanation is None and note_start(chunks[position].group()) is None:
                previous = last = chunks[position].end()
                position += 1
                found = read_note(kind, Flat(plain, first, last, paragraphs=True))
            notes.append(found)
        elif kind:
            notes.append(read_note(kind, flat))
        elif notes:
            text = flat.text
            notes.append(Found(OtherNote(text, marks=read_marks(text)), 0, len(text), None, flat.at))
        else:
            found_blocks = read_header_chunk(plain, first, last, flat) if len(flat.text) < HEADER_LENGTH else None
            if found_blocks is None:
                header = False
                blocks.append(read_signature(flat) or read_paragraph(flat))
            else:
                blocks += found_blocks
    return blocks, notes, []


def page_breaks(plain: str, start: int, end: int) -> list[Found[Block]]:
    """A page break for each form feed between two chunks."""
    feeds = terminals("body", "FORM_FEED").finditer(plain, start, end)
    return [Found(PageBreak(), match.start(), match.end()) for match in feeds]


def read_header_chunk(plain: str, start: int, end: int, flat: Flat) -> list[Found[Block]] | None:
    """The header lines of a chunk, or None when one of its lines is prose."""
    whole = read_header_line(flat)
    if whole is not None:
        return [whole]
    found = []
    for match in terminals("body", "LINE").finditer(plain, start, end):
        line = read_header_line(Flat(plain, *match.span()))
        if line is None:
            return None
        found.append(line)
    return found


def read_header_line(flat: Flat) -> Found[Block] | None:
    """The block that one header line is, or None for prose."""
    text = flat.text
    match = terminals("body", *HEADER, groups="label").fullmatch(text)
    if match is None:
        return None
    kind = next(name for name in HEADER if match.group(name))
    parts: dict[str, Any] = {}
    value: Block
    if kind == "ENTRY_NUMBERS":
        parts["numbers"] = numbers(text, 0)
        value = EntryNumbers(tuple(n.value for n in parts["numbers"]), text=text)
    elif kind == "SERIAL":
        if match.group("label"):
            parts["label"] = Found(match.group("label"), *match.span("label"))
        parts["numbers"] = numbers(text, max(match.end("label"), 0))
        value = Serial(match.group("label"), tuple(n.value for n in parts["numbers"]), text=text)
    elif kind == "REPLY_TO":
        parts["numbers"] = numbers(text, 0)
        value = ReplyTo(tuple(n.value for n in parts["numbers"]), text=text, marks=read_marks(text, references=False))
    elif kind in MARKING_TYPE:
        value = Marking(text, MARKING_TYPE[kind], marks=read_marks(text, references=False))
    else:
        value = PLAIN_KINDS[kind](text, marks=read_marks(text, references=False))
    return Found(value, 0, len(text), parts, flat.at)


PLAIN_KINDS: dict[str, Callable[..., Block]] = {
    "DOCUMENT_TYPE": DocumentType,
    "ROUTING": Routing,
    "SENDER": Sender,
    "SUBJECT": Heading,
    "ADDRESSEE": Addressee,
}


def numbers(text: str, start: int) -> list[Found[str]]:
    """The numbers in ``text`` from ``start``."""
    return [Found(match.group(), *match.span()) for match in terminals("body", "NUMBER").finditer(text, start)]


def read_paragraph(flat: Flat) -> Found[Paragraph]:
    """A paragraph."""
    text = flat.text
    return Found(Paragraph(text, marks=read_marks(text)), 0, len(text), None, flat.at)


def read_signature(flat: Flat) -> Found[Signature] | None:
    """A signature with its date, or None."""
    text = flat.text
    if len(text) > 120:
        return None
    pattern = terminals("body", "SIGNATURE_SEPARATOR", "DATE", "SIGNATURE_WORD", "SIGNER")
    position = 0
    signers: list[Found[str]] = []
    dates: list[Found[Any]] = []
    words = 0
    while position < len(text):
        match = pattern.match(text, position)
        if match is None:
            return None
        if match.group("DATE"):
            dates.append(Found(read_date(match.group()) or Date(match.group()), *match.span()))
        elif match.group("SIGNER"):
            signers.append(Found(match.group(), *match.span()))
        elif match.group("SIGNATURE_WORD"):
            words += 1
        position = match.end()
    if len(signers) != 1 or len(dates) + words == 0 or len(dates) > 1:
        return None
    date = dates[0] if dates else None
    value = Signature((signers[0].value,), date and date.value, text=text, marks=read_marks(text, references=False))
    parts: dict[str, Any] = {"signers": signers}
    if date:
        parts["date"] = date
    return Found(value, 0, len(text), parts, flat.at)


def write_body(body: Sequence[Block], notes: Sequence[Note]) -> str:
    """The canonical text of ``body`` and ``notes``: a blank line between two, a form feed for a page break."""
    return "\n\n".join("\f" if isinstance(value, PageBreak) else value.text for value in (*body, *notes))
