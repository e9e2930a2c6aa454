"""The lines of a text, by the number and column that an editor shows."""

import re
from bisect import bisect_right

NEWLINE = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of ``text``. A line ends at ``\\r\\n``, ``\\n`` or ``\\r``, and at nothing else.

    >>> lines = Lines("To:\\r\\nStalin")
    >>> lines.at(7), lines.line(2)
    ((2, 3), 'Stalin')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [match.span() for match in NEWLINE.finditer(text)]
        self.starts = [0, *(end for _, end in ends)]
        self.ends = [*(start for start, _ in ends), len(text)]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of the code point at ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line ``number``, without its newline."""
        return self.text[self.starts[number - 1] : self.ends[number - 1]]
