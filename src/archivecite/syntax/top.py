"""What is printed above the first label of a record: date and title, told by the citation's own where it has them.

The block that equals the citation's title is the title. What is above it is the date, or unread: front matter, a web
page's lines, the head of a mail. Without such a block, the first that may be a title is it.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from ..model.citation import Citation
from ..model.date import Date
from ..surface.flat import Flat
from ..surface.headings import begins_with_heading
from .address_line import after_blank
from .comment import comment_end
from .date import read_date
from .loop import Token
from .section import BLANK_LINE, are_rows, line_end
from .section_label import label_at
from .vocabulary import vocabulary

#: Hardly a date is longer, with all that may stand about it; hardly a place above it.
LONGEST_DATE = 60
#: A title is in no more lines than these.
MOST_LINES = 20
#: "---" above and below the front matter of a file.
FENCE = "---"


class Block(NamedTuple):
    """A stretch above the first label: ``MASTHEAD``, ``DATE`` (a line), ``TEXT`` (lines), or ``STRAY`` (no words)."""

    kind: str
    start: int
    end: int


def top_of(text: str, end: int, citation: Citation | None) -> list[Token]:
    """The tokens of what is printed in ``text`` before ``end``.

    >>> text = "Skip to main content\\nMay 3, 1950\\nA Letter"
    >>> [token.type for token in top_of(text, len(text), Citation("A Letter"))]
    ['STRAY', 'DATE', 'TITLE']
    """
    start = after_blank(text, 0)
    place = title_place(text, start, end, citation.title) if citation and citation.title else None
    top = Top(text, citation)
    dated = citation.date.text if citation and citation.date else ""
    if place:
        top.with_title(list(blocks(text, start, place[0], dated)), place, list(blocks(text, place[1], end, dated)))
    else:
        top.without_title(list(blocks(text, start, end, dated)))
    return sorted(top.tokens, key=lambda token: token.start)


def letters(text: str) -> str:
    """The letters and digits of ``text``: quotes within quotes differ, and so do hyphens where lines end."""
    return "".join(filter(str.isalnum, text))


def title_place(text: str, start: int, end: int, title: str) -> tuple[int, int] | None:
    """The lines between ``start`` and ``end`` that are the citation's own ``title``; a date is none."""
    wanted = letters(title)
    if not wanted or read_date(title):
        return None
    lines = []
    at = after_blank(text, start)
    while at < end:
        stop = min(line_end(text, at), end)
        lines.append((at, stop, letters(text[at:stop])))
        at = after_blank(text, stop)
    for first, (low, _, _) in enumerate(lines):
        row = ""
        for _, high, printed in lines[first : first + MOST_LINES]:
            row += printed
            if not printed or not wanted.startswith(row):
                break
            if row == wanted and ends_block(text, high, end):
                parted = "**" in text[low:high] and BLANK_LINE.search(text, low, high)
                return (low, high) if not parted and may_be_title(text, low, high) else None
    return None


def may_be_title(text: str, start: int, end: int) -> bool:
    """Whether lines may be a title: no masthead, no label, and none that would be markup as one line."""
    flat = Flat(text, start, end).text
    return is_one_line(text, start, end) and not (":" in flat and label_at(flat, 0))


def is_one_line(text: str, start: int, end: int) -> bool:
    """Whether lines mean the same when they are one: no masthead comes of them, and no heading of Markdown."""
    if "\n" not in text[start:end]:
        return True
    flat = Flat(text, start, end).text
    return not (is_masthead(flat) or begins_with_heading(flat))


def ends_block(text: str, at: int, end: int) -> bool:
    """Whether a blank line, a date or nothing follows at ``at``."""
    following = after_blank(text, at)
    if following >= end or text.count("\n", at, following) > 1 or "\f" in text[at:following]:
        return True
    return next(blocks(text, following, end)).kind != "TEXT"


def blocks(text: str, start: int, end: int, dated: str = "") -> Iterator[Block]:
    """The blocks between ``start`` and ``end``: single lines that are known, and lines up to a blank one. ``dated`` is
    known to be a date.
    """
    at = after_blank(text, start)
    if text.startswith(FENCE + "\n", at) and (fence := text.find(f"\n{FENCE}\n", at, end)) >= 0:
        yield Block("STRAY", at, fence + 1 + len(FENCE))
        at = after_blank(text, fence + 1 + len(FENCE))
    while at < end:
        stop = min(line_end(text, at), end)
        kind, last = line_kind(text, at, stop, dated)
        if kind == "TEXT":
            blank = BLANK_LINE.search(text, at, end)
            last = blank.start() if blank else end
        yield Block(kind, at, at + len(text[at:last].rstrip()))
        at = after_blank(text, last)


def line_kind(text: str, start: int, end: int, dated: str) -> tuple[str, int]:
    """What the line from ``start`` to ``end`` is by itself, and where it ends; ``TEXT`` goes on."""
    line = " ".join(text[start:end].split())
    if line == dated:
        return "DATE", end
    if line.startswith("<!--") and (comment := comment_end(text, start)):
        return "STRAY", comment
    if are_rows(line) or line.lower() in vocabulary().chrome:
        return "STRAY", end
    if is_masthead(line):
        return "MASTHEAD", end
    if len(line) <= LONGEST_DATE and read_date(line):
        return "DATE", end
    return "TEXT", end


def is_masthead(line: str) -> bool:
    """Whether a line is one, or several, of the masthead's.

    >>> is_masthead("Digital Archive digitalarchive.wilsoncenter.org"), is_masthead("Digital Archives")
    (True, False)
    """
    while line:
        known = next((one for one in vocabulary().masthead if line.startswith(one)), None)
        if known is None or line[len(known) : len(known) + 1].strip():
            return False
        line = line[len(known) :].lstrip()
    return True


class Top:
    """Gathers the tokens; at most one date and one title among them."""

    def __init__(self, text: str, citation: Citation | None) -> None:
        self.text = text
        self.citation = citation
        self.tokens: list[Token] = []

    def add(self, kind: str, start: int, end: int) -> None:
        """Adds a token; one that is blank is none."""
        if not self.text[start:end].isspace() and start < end:
            self.tokens.append(Token(kind, start, end))

    def flat(self, block: Block) -> Flat:
        """A block unwrapped."""
        return Flat(self.text, block.start, block.end)

    def with_title(self, before: list[Block], title: tuple[int, int], after: list[Block]) -> None:
        """Takes a title that is known, and the date: before it if there is one, else after it."""
        self.add("TITLE", *title)
        dated = self.date_of(before) or self.date_of(after, lines_only=True)
        self.leave([block for block in (*before, *after) if block is not dated])

    def leave(self, blocks: list[Block]) -> None:
        """Takes the masthead, and leaves all else unread."""
        for block in blocks:
            self.add("MASTHEAD" if block.kind == "MASTHEAD" else "STRAY", block.start, block.end)

    def date_of(self, blocks: list[Block], lines_only: bool = False) -> Block | None:
        """Takes the date among ``blocks``: the citation's own, else the first; gives the block that it is in."""
        lines = [block for block in blocks if block.kind == "DATE"]
        own = lines[0] if len(lines) == 1 else None
        own = own or next((block for block in lines if self.is_own(read_date(self.flat(block).text))), None)
        if line := own or (lines[0] if lines else None):
            self.add("DATE", line.start, line.end)
            return line
        texts = [] if lines_only else [block for block in blocks if block.kind == "TEXT"]
        return next((block for block in texts if self.take_date(block)), None)

    def take_date(self, block: Block) -> bool:
        """Takes the date in a block: over two lines, with a label, after a place, or in the citation's own words."""
        if block.end - block.start > 2 * LONGEST_DATE:
            return False
        text, at, end = self.text, block.start, block.end
        label = above_label(text, at)
        low = after_blank(text, label) if label else at
        stop = end - text[at:end].endswith(".")
        place = after_blank(text, text.find(",", at, end) + 1) if "," in text[at:end] else low
        for start, last in ((low, end), (low, stop), (place, stop)):
            date = read_date(" ".join(text[start:last].split()))
            if date and (start == low or self.is_own(date)):
                break
        else:
            start, last = low, end
            if not self.is_cited(text[low:end]):
                return False
        self.add("_DATE_LABEL", at, label)
        self.add("STRAY", label or at, start)
        self.add("DATE", start, last)
        self.add("STRAY", last, end)
        return True

    def is_own(self, date: Date | None) -> bool:
        """Whether ``date`` is the citation's, ``April, 1961`` for ``April 1961``."""
        cited = self.citation.date if self.citation else None
        if cited is None or date is None:
            return False
        return cited == date or (cited.edtf is not None and cited.edtf == date.edtf)

    def is_cited(self, printed: str) -> bool:
        """Whether ``printed`` are the words of the citation's date; stars, which are markup, are no part of one."""
        cited = self.citation.date if self.citation else None
        return cited is not None and letters(cited.text) == letters(printed) != "" and "*" not in printed

    def without_title(self, blocks: list[Block]) -> None:
        """Takes date and title where no block is the citation's title."""
        texts = [block for block in blocks if block.kind == "TEXT"]
        titles = [block for block in texts if is_one_line(self.text, block.start, block.end)]
        dated = self.date_of([block for block in blocks if block.kind == "DATE"])
        if dated is None and titles and self.take_date(titles[0]):
            dated = titles.pop(0)
        taken = {dated}
        if titles:
            first = blocks.index(titles[0])
            row = list(takewhile(titles.__contains__, blocks[first : first + MOST_LINES]))
            taken |= self.take_title(row, dated is not None)
        self.leave([block for block in blocks if block not in taken])

    def take_title(self, titles: list[Block], dated: bool) -> set[Block | None]:
        """Takes the first title, or the one that a date opens; gives the blocks that it is in."""
        if not dated and self.citation is not None:
            for last in range(len(titles), 0, -1):
                whole = Block("TEXT", titles[0].start, titles[last - 1].end)
                if self.take_joined(whole, own_title=last > 1):
                    return {*titles[:last]}
        self.add_title(titles[0].start, titles[0].end)
        return {titles[0]}

    def add_title(self, start: int, end: int) -> None:
        """Adds what is left for a title; a second date, a label or mere signs are none."""
        text = Flat(self.text, start, end).text
        is_none = (":" in text and label_at(text, 0)) or not any(map(str.isalnum, text))
        is_date = len(text) <= LONGEST_DATE and read_date(text)
        self.add("STRAY" if is_none or is_date else "TITLE", start, end)

    def take_joined(self, block: Block, own_title: bool) -> bool:
        """Takes a date and a title that are in one heading, ``July 4, 1949 Report from …``, if the citation agrees: a
        title may begin with a date of its own.
        """
        flat = self.flat(block)
        text, citation = flat.text, self.citation
        title = citation.title if citation else None
        end = len(text) - len(f" {title}") if title and text.endswith(f" {title}") else -1
        if end < 0 or not read_date(text[:end]):
            end = date_end(text)
        date = read_date(text[:end]) if end > 0 else None
        if date is None or (own_title and "**" in text):
            return False  # stars in two paragraphs are text; on one line they would be bold
        is_own_title = title is not None and letters(text[end:]) == letters(title)
        if not is_own_title and (own_title or not self.is_own(date)):
            return False
        self.add("DATE", flat.at(0), flat.at(end - 1) + 1)
        self.add_title(flat.at(end + 1), flat.at(len(text) - 1) + 1)
        return True


def date_end(text: str) -> int:
    """Where the longest date ends that ``text`` begins with, before a blank; 0 where it begins with none."""
    end = text.find(" ", 0, LONGEST_DATE)
    longest = 0
    while end > 0:
        if read_date(text[:end]):
            longest = end
        end = text.find(" ", end + 1, LONGEST_DATE)
    return longest


def above_label(text: str, at: int) -> int:
    """Where the date starts that ``Date:`` opens at ``at``; 0 without that label."""
    word, colon, _ = text[at : at + LONGEST_DATE].partition(":")
    return at + len(word) + len(colon) if colon and word.strip() in vocabulary().date_labels else 0
