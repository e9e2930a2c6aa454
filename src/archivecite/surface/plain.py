"""A text without its markup: newlines are ``\\n``, bold marks and the byte order mark are gone, and every code point
that is left knows where it stood in the text as given. Stripping happens here, once, so that grammars see plain text.
"""

import re
from bisect import bisect_right
from functools import cached_property

CRLF = re.compile(r"\r\n")

#: ``**…**`` inside one block: two stars, anything but two stars or a blank line, two stars. ``***`` is text.
BOLD = re.compile(r"\*\*(?<!\*\*\*)(?!\*)((?:[^*\n\f]++|\*(?!\*)|\n(?![^\S\n]*+(?:\n|\Z)))++)\*\*(?!\*)")


class Cuts:
    """Where characters were cut from a text: maps an offset in what was left to the offset in the text before.

    >>> Cuts([(2, 1)]).before(2)
    3
    """

    def __init__(self, cuts: list[tuple[int, int]]) -> None:
        self.left: list[int] = []
        self.shifts: list[int] = []
        gone = 0
        for offset, length in cuts:
            self.left.append(offset - gone)
            gone += length
            self.shifts.append(gone)

    def before(self, offset: int) -> int:
        """The offset before the cuts of the code point at ``offset`` after them."""
        cut = bisect_right(self.left, offset)
        return offset + self.shifts[cut - 1] if cut else offset


class Plain:
    """The plain text of ``source``, with ``at`` as the way back; ``bold`` are the stretches that stood in bold.

    >>> plain = Plain("**Citation:**\\r\\nX")
    >>> plain.text, plain.bold, plain.at(10)
    ('Citation:\\nX', [(0, 9)], 15)
    """

    def __init__(self, source: str) -> None:
        self.source = source
        text = source[1:] if source.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else source
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.bold: list[tuple[int, int]] = []
        self.stars: list[tuple[int, int]] = []
        if "**" in text:
            pieces: list[str] = []
            done = 0
            for match in BOLD.finditer(text):
                start, end = match.span(1)
                gone = 2 * len(self.stars) + 2
                self.bold.append((start - gone, end - gone))
                self.stars += ((start - 2, 2), (end, 2))
                pieces += (text[done : start - 2], text[start:end])
                done = end + 2
            text = "".join((*pieces, text[done:]))
        self.text = text

    @cached_property
    def cuts(self) -> tuple[Cuts, Cuts]:
        """What was cut: first the byte order mark and carriage returns, then the stars."""
        mark = [(0, 1)] if self.source.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else []
        returns = [(m.start(), 1) for m in CRLF.finditer(self.source)] if "\r" in self.source else []
        return Cuts(mark + returns), Cuts(self.stars)

    def at(self, offset: int) -> int:
        """Where the code point at ``offset`` of the plain text stands in the source."""
        newlines, stars = self.cuts
        return newlines.before(stars.before(offset))
