"""The body cut into the stretches that are one block or note each: at blank lines, and where a line says so."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.close import Signature
from ..surface.flat import Flat, single_spaced
from .alone import is_office
from .close import is_certain, is_prose, read_close, read_signature
from .copy_entry import copy_entry
from .date import read_date
from .found import Found
from .header import LONGEST_BELOW, read_header_line
from .header_kinds import PROSE_ENDS
from .line import LineText
from .lines import Line, Place, header_pieces, in_capitals, is_open
from .note import note_start
from .omission import is_omission
from .prose import ends_sentence, is_fresh, is_sentence
from .series import BULLETS, Label, label_of
from .speaker import speaker_of

#: How long the number of an item is at most, with quote and brackets.
ITEM_WIDTH = 8
ITEM_SIGNS = frozenset(".)/°º")

#: The longest entry of a list of copies.
LONGEST_ENTRY = 80

#: The header lines that below prose say nothing where none but such are together.
WEAK = frozenset(("letterhead", "dateline"))

#: The notes that name a message.
MESSAGES = ("REFERENCE_NOTE", "REFERENCE_LABEL")

#: The notes that may begin in the middle of wrapped lines as their words do in prose.
UNSURE = (None, "NUMBERED_NOTE", "REFERENCE_LABEL", "PUBLICATION_NOTE")


def chunks(plain: str, start: int, end: int, feeds: Sequence[Place]) -> Iterator[tuple[list[Place], int]]:
    """The lines that neither a blank line nor a form feed parts, together, with how many form feeds are before.

    >>> list(chunks("To:\\nStalin\\n\\nAll is well.", 0, 24, ()))
    [([(0, 3), (4, 10)], 0), ([(12, 24)], 0)]
    """
    for page, (feed, after) in enumerate((*feeds, (end, end))):
        lines: list[Place] = []
        for line in plain[start:feed].split("\n"):
            if line and not line.isspace():
                lines.append((start, start + len(line)))
            elif lines:
                yield lines, page
                lines = []
            start += len(line) + 1
        if lines:
            yield lines, page
        start = after


def cut(plain: str, lines: list[Place], zone: str, opened: bool, stop: int) -> Iterator[tuple[Flat, int]]:
    """The pieces of one chunk, as flat text and end: its header lines when it is above all prose, then the rest.

    Where there was text before (``opened``), what names a message is a note, and no row of numbers; ``stop`` is where
    the body's last word ends.
    """
    above = zone == "head"
    if len(lines) > 1:
        header = list(header_pieces(plain, lines)) if above or is_header(plain, lines) else []
        for line, last, _ in header:
            yield line, last
        rest = lines[header[-1][2] :] if header else lines
        lines = rest if is_list(plain, rest) else list(cut_lines(plain, rest, zone == "foot"))
    for index, (first, last) in enumerate(lines):
        piece = Line(plain, first, last)
        if above and not index and piece.row and not (opened and note_start(piece.text) in MESSAGES):
            yield from ((Line(plain, low, high), high) for low, high in piece.row)
        elif last >= stop and (places := flattened(plain, first, last)):
            yield from ((Line(plain, low, high), high) for low, high in places)
        else:
            yield piece, last


def flattened(plain: str, start: int, end: int) -> list[Place]:
    """Where a paragraph stands and the footnotes that follow it on the same line, counted from 1; nothing if none do.

    >>> text = "He took the next step.[1] [1] In May."
    >>> [text[low:high].strip() for low, high in flattened(text, 0, len(text))]
    ['He took the next step.[1]', '[1] In May.']
    """
    cuts: list[int] = []
    at = ref = start
    while (at := plain.find(f" [{len(cuts) + 1}] ", at, end)) > 0:
        ref = plain.find(f"[{len(cuts) + 1}]", ref, cuts[0] if cuts else at)
        if ref <= start or plain[ref - 1].isspace():
            break
        cuts.append(at)
        at += 1
    edges = [start, *cuts, end]
    return list(pairwise(edges)) if cuts else []


def is_header(plain: str, lines: list[Place]) -> bool:
    """Whether all of ``lines`` are header lines, not headings alone: prose stands above, and an enclosure begins.

    The last line is asked first: in prose it ends a sentence, which is told before the line is unwrapped.
    """
    if plain.endswith(PROSE_ENDS, 0, lines[-1][1]):
        return False
    first, last = lines[0]
    if last - first <= LONGEST_BELOW and note_start(single_spaced(plain[first:last].strip())) in MESSAGES:
        return False
    kinds = set()
    for start, end in reversed(lines):
        if end - start > LONGEST_BELOW or (kind := kind_below(Flat(plain, start, end))) is None:
            return False
        kinds.add(kind)
    return not kinds <= WEAK


def kind_below(flat: Flat) -> str | None:
    """The kind of header line that a line below prose is, None if it is none: an enclosure may have a letterhead."""
    found = read_header_line(flat, True)
    if found is None:
        found = read_header_line(flat)
        return found.value.kind if found and found.value.kind in WEAK else None
    return found.value.kind


def cut_lines(plain: str, lines: list[Place], foot: bool) -> Iterator[Place]:
    """The paragraphs of lines that no blank line parts: a new one begins where a line says so and the one before ends.

    A line ends a paragraph when it ends a sentence, or when the next line's first word would still have stood in it.
    In the ``foot`` of a letter the second is enough.
    """
    if not lines:
        return
    cutter = Cutter([plain[start:end].rstrip() for start, end in lines], foot)
    closers = plain.count("]", lines[0][0], lines[-1][1])
    first = depth = 0
    for index, text in enumerate(cutter.texts):
        if index > first and not (depth > 0 and closers) and cutter.is_cut(first, index):
            yield lines[first][0], lines[index - 1][1]
            first, depth = index, 0
        if (closers or depth) and ("[" in text or "]" in text):
            closed = text.count("]")
            closers -= closed
            depth = max(0, depth + text.count("[") - closed)
    yield lines[first][0], lines[-1][1]


class Cutter:
    """Lines of one chunk, their white space at the end cut off, and where they are cut."""

    def __init__(self, texts: list[str], foot: bool) -> None:
        self.texts = texts
        self.foot = foot
        self.width = max(map(len, texts))
        #: From which line on no line is prose: only there, or at the start, a line may be a close.
        self.close = len(texts)
        while self.close and not is_prose(self.texts[self.close - 1].lstrip()):
            self.close -= 1

    def is_cut(self, first: int, index: int) -> bool:
        """Whether a new piece begins with the line at ``index``, where one began at ``first``.

        What a wrapped line of prose is not is asked first.
        """
        before, line = self.texts[index - 1].lstrip(), self.texts[index].lstrip()
        room = self.width - len(self.texts[index - 1]) - 1
        if before[-1] == ":" and first == index - 1 and (speaker := speaker_of(before)) and speaker.kind == "alone":
            return False
        short = room > 1 and len(line.split(None, 1)[0]) < room
        ended = ends_sentence(before)
        fresh = is_fresh(line)
        if (short or ended) and ((fresh and short and ended) or starts(before, line, ended)):
            return True
        if self.foot and fresh and short and not is_open(before):
            return True  # "Drafted: Sun Peiran" / "Approved: Chen Yi"
        if copy_entry(line) and (copy_entry(before) or opens_list(before)):
            return True
        if fresh and copy_entry(before) and read_header_line(Flat(line, 0, len(line))):
            return True
        label = label_of(line) if may_be_item(line) else None
        if label and may_be_item(before) and label_of(before):
            return True
        if fresh and is_heading_line(before, line, short, first == index - 1, ended):
            return True
        if 1 < index < self.close:
            return False
        return is_closed(before, line, short, ended or before[-1] in ")]", fresh)


def is_list(plain: str, lines: Sequence[Place]) -> bool:
    """Whether lines are a list of who got a copy, each an entry: the first opens it, all are short, none a sentence."""
    if len(lines) < 2 or any(end - start > LONGEST_ENTRY for start, end in lines):
        return False
    first, *texts = [single_spaced(plain[start:end].strip()) for start, end in lines]
    if not first.endswith(":") or not opens_list(first):
        return False
    return not any(is_sentence(text) or (text[0].islower() and "/" not in text) for text in texts)


def opens_list(line: str) -> bool:
    """Whether a line is one above a list of copies: ``12 copies``, ``CC:``"""
    if " " not in line and not line.endswith(":"):
        tokens = LineText(line).tokens
        return len(tokens) == 1 and "DISTRIBUTION" in tokens[0].kinds and "BODY" not in tokens[0].kinds
    if "cop" not in line.lower() and not line.endswith(":"):
        return False
    found = read_header_line(Flat(line, 0, len(line)))
    return found is not None and (found.value.kind == "distribution" or getattr(found.value, "type", None) == "copy")


def may_be_item(line: str) -> bool:
    """Whether a line may begin as items do, with a dash, or a number or letter and a sign that closes it."""
    return line[0] in BULLETS or any(sign in ITEM_SIGNS for sign in line[:ITEM_WIDTH])


def is_item(line: str, label: Label | None) -> bool:
    """Whether a line begins as an item and as no wrapped line does: a bullet has a capital after it, ``- The ties``."""
    return label is not None and not (label.bullet and line[label.after :].lstrip('"“[(')[:1].islower())


def starts(before: str, line: str, ended: bool) -> bool:
    """Whether a line begins an item, a speaker's turn or a note, or is an omission, as no wrapped line does."""
    text = single_spaced(line)
    if line[0] in BULLETS and line[1:].strip() and (ended or before[0] in BULLETS):
        return True
    if is_omission(text) or (may_be_item(text) and is_item(text, label_of(text))):
        return True
    speaker = speaker_of(text)
    if speaker is not None and speaker.kind in ("titled", "dashed", "alone"):
        return True
    return note_start(text) not in UNSURE


def is_heading_line(before: str, line: str, short: bool, alone: bool, ended: bool) -> bool:
    """Whether a heading is cut off where no blank line does it: after it, or, in capitals, above it.

    ``… of trade.`` / ``THE PRESS`` / ``The press is …`` and ``1. On the press`` / ``The press is …``
    """
    if in_capitals(line) != in_capitals(before):
        return alone if in_capitals(before) else ended
    if not alone or not short or ended or not may_be_item(before):
        return False
    return label_of(before) is not None and not is_sentence(before)


def is_closed(before: str, line: str, short: bool, ended: bool, fresh: bool) -> bool:
    """Whether one of two lines is a signature by itself, which stands apart from prose."""
    closing = read_close_line(line)
    if closing is not None and is_greeting(before):
        return True
    if closing is not None and goes_on(before, line):
        return False
    sure = ended or (closing is not None and is_certain(closing))
    if closing is not None and (sure or (short and closing.value.date)):
        return True
    closed = read_close_line(before) if fresh else None
    if closed is not None and closing is not None and is_full(closed) and is_full(closing):
        return True
    return closed is not None and (ended or closed.value.date is not None or is_office(read_close_line(line)))


def is_greeting(line: str) -> bool:
    """Whether a line is the words of courtesy above a signature: ``Yours sincerely,``"""
    found = read_close(Flat(line, 0, len(line)))
    return found is not None and found.value.kind == "valediction"


def goes_on(before: str, line: str) -> bool:
    """Whether a line ends with a word that goes on below, or inside a date.

    >>> goes_on("sent from", "31.X.62"), goes_on("in reply to that of 1", "November 1962")
    (True, True)
    >>> goes_on("Alekseev", "3 May 1950")
    False
    """
    if before[-1].isalpha() and is_open(before):
        return True
    last, first = before.split()[-2:], line.split(None, 2)[:2]
    dates = (" ".join((*last[-low:], *first[:high])).strip(".,") for low, high in ((1, 2), (2, 1), (1, 1)))
    return any(read_date(date) for date in dates)


def is_full(found: Found[Signature]) -> bool:
    """Whether a line is a name of two words or more: two such lines are no one name."""
    return bool(found.value.signers) and " " in (found.value.signers[0].name or "")


def read_close_line(line: str) -> Found[Signature] | None:
    """The signature that a line is by itself."""
    return None if is_prose(line) else read_signature(Flat(line, 0, len(line)))
