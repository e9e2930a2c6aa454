"""A text without its markup: newlines are ``\\n``, bold marks and the byte order mark are gone, and every code point
that is left knows where it stood in the text as given. Stripping happens here, once, so that grammars see plain text.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from .bold import bold_stretches
from .headings import begins_with_heading, heading_markup, label_heading, page_rules, rows_of
from .stretches import places

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

#: White space within a line that readers need not know of: values are unwrapped anyway. As long as what it becomes, a
#: blank; with it the plain text has no white space but blanks, newlines and form feeds.
CONTROL_SPACES = "\t\v\x1c\x1d\x1e\x1f"
ODD_SPACES = (
    "\x85\N{NO-BREAK SPACE}\N{OGHAM SPACE MARK}\N{EN QUAD}\N{EM QUAD}\N{EN SPACE}\N{EM SPACE}"
    "\N{THREE-PER-EM SPACE}\N{FOUR-PER-EM SPACE}\N{SIX-PER-EM SPACE}\N{FIGURE SPACE}\N{PUNCTUATION SPACE}"
    "\N{THIN SPACE}\N{HAIR SPACE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NARROW NO-BREAK SPACE}"
    "\N{MEDIUM MATHEMATICAL SPACE}\N{IDEOGRAPHIC SPACE}"
)

#: What PDFium gives for a hyphen at a line's end, where it joins the line with the next one.
PDFIUM_HYPHEN = "\ufffe"


class Cuts:
    """Where characters were cut from a text: maps an offset in what was left to the offset in the text before.

    >>> cuts = Cuts([(2, 1)])
    >>> cuts.before(2), cuts.after(3)
    (3, 2)
    """

    def __init__(self, cuts: Iterable[tuple[int, int]]) -> None:
        self.offsets: list[int] = []
        self.left: list[int] = []
        self.shifts: list[int] = []
        gone = 0
        for offset, length in cuts:
            self.offsets.append(offset)
            self.left.append(offset - gone)
            gone += length
            self.shifts.append(gone)

    def before(self, offset: int) -> int:
        """The offset before the cuts of the code point at ``offset`` after them."""
        cut = bisect_right(self.left, offset)
        return offset + self.shifts[cut - 1] if cut else offset

    def after(self, offset: int) -> int:
        """The offset after the cuts of the code point, not itself cut, at ``offset`` before them."""
        cut = bisect_right(self.offsets, offset)
        return offset - self.shifts[cut - 1] if cut else offset

    def cut(self, text: str) -> str:
        """``text`` with the cuts made."""
        pieces, done, gone = [], 0, 0
        for offset, shift in zip(self.offsets, self.shifts, strict=True):
            pieces.append(text[done:offset])
            done = offset + shift - gone
            gone = shift
        return "".join((*pieces, text[done:]))


class Plain:
    """The plain text of ``source``, with ``at`` as the way back; ``bold`` are the stretches that stood in bold, and
    ``headed`` says whether the text is Markdown with headings, ``quoted`` whether each line of it begins with ``>``.

    >>> plain = Plain("**Citation:**\\r\\nX")
    >>> plain.text, plain.bold, plain.at(10)
    ('Citation:\\nX', [(0, 9)], 15)
    """

    def __init__(self, source: str) -> None:
        self.source = source
        text = source.removeprefix(BOM)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        for space in CONTROL_SPACES if text.isascii() else CONTROL_SPACES + ODD_SPACES:
            if space in text:
                text = text.replace(space, " ")
        if PDFIUM_HYPHEN in text:
            text = text.replace(PDFIUM_HYPHEN, "-")
        quoted = quote_marks(text) if text.lstrip()[:1] == ">" else []
        # One character is sought in a text many times faster than two.
        bold = list(bold_stretches(text)) if "**" in text else []
        markup = [cut for start, end in bold for cut in ((start - 2, 2), (end, 2))]
        underlined = "\n------" in text or ("=" in text and "\n======" in text)
        rows, label = rows_of(text) if underlined else ([], len(text))
        if "#" in text:
            label = min(label, label_heading(text))
        self.headed = label < len(text) or ("#" in text and begins_with_heading(text))
        markup += rows
        if self.headed:
            rules = [*page_rules(text)] if "-----" in text else []
            markup += heading_markup(text, label)
            markup += [(rule + 1, len("----")) for rule in rules]
            text = "\f".join(text[start + 1 : end] for start, end in pairwise((-1, *rules, len(text))))
        self.quoted = bool(quoted)
        self.markup = Cuts(sorted((*markup, *quoted)) if self.headed or quoted else markup)
        self.text = self.markup.cut(text) if self.markup.offsets else text
        self.bold = [(self.markup.after(start), self.markup.after(end - 1) + 1) for start, end in bold]

    @cached_property
    def returns(self) -> Cuts:
        """The byte order mark and the carriage returns that were cut."""
        mark = [(0, 1)] if self.source.startswith(BOM) else []
        return Cuts(mark + [(at, 1) for at in places(self.source, "\r\n")] if "\r" in self.source else mark)

    def at(self, offset: int) -> int:
        """Where the code point at ``offset`` of the plain text stands in the source."""
        return self.returns.before(self.markup.before(offset))


def quote_marks(text: str) -> list[tuple[int, int]]:
    """The ``> `` at the start of each line of a text that was quoted as a whole, as starts and lengths to cut.

    >>> quote_marks("> A\\n>\\n>B"), quote_marks("> A\\nB")
    ([(0, 2), (4, 1), (6, 1)], [])
    """
    cuts, start = [], 0
    for line in text.split("\n"):
        bare = line.lstrip(" ")
        if bare[:1] == ">":
            cuts.append((start + len(line) - len(bare), 1 + (bare[1:2] == " ")))
        elif bare:
            return []
        start += len(line) + 1
    return cuts
