"""A stretch of plain text unwrapped: its white space normalised, with the way back to where each character stood."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from .lazy import lazy

WORD = re.compile(r"\S+")
#: A blank line: it parts the paragraphs of one value. A form feed and other odd white space count as blank.
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
#: A line's end after a hyphen that is a word's own: "Kai-" / "shek". In the archive's PDFs all such hyphens are.
HYPHEN = re.compile(r"(?<=[^\W\d_]-) *\n *(?=\S)")


def single_spaced(text: str) -> str:
    """Plain text with one space for each run of white space, of which none stands at either end, and nothing where a
    line ends after a word's hyphen.

    >>> single_spaced("To  the\\nMinister"), single_spaced("Kai-\\nshek"), single_spaced("1949-\\n50")
    ('To the Minister', 'Kai-shek', '1949- 50')
    """
    if "-" in text and "\n" in text:
        text = HYPHEN.sub("", text)
    flat = text.replace("\n", " ")
    # Most lines end at a word and begin with one.
    return " ".join(flat.split()) if "  " in flat or "\f" in flat else flat


class Flat:
    """The stretch of ``text`` from ``start`` to ``end`` with its white space normalised, as ``self.text``.

    ``text`` is plain text (``surface.plain``), whose white space is blanks, newlines and form feeds alone.
    Runs of white space become one space, or none after a word's hyphen at a line's end; with ``paragraphs``, a run that
    holds a blank line becomes two newlines. None stands at either end. ``at`` tells where a code point of the flat text
    stands in ``text``.

    >>> flat = Flat("To:  the\\n Minister", 0, 18)
    >>> flat.text, flat.at(8)
    ('To: the Minister', 10)
    """

    __slots__ = ("__dict__", "raw", "start", "text")

    def __init__(self, text: str, start: int, end: int, paragraphs: bool = False) -> None:
        raw = text[start:end]
        bare = raw.strip()
        if bare is not raw:
            start += len(raw) - len(raw.lstrip())
            raw = bare
        self.raw = raw
        self.start = start
        if paragraphs:
            unwrapped = (single_spaced(part.strip()) for part in BLANK_LINE.split(self.raw))
            self.text = "\n\n".join(part for part in unwrapped if part)
        else:
            self.text = single_spaced(raw)

    @lazy
    def words(self) -> tuple[list[int], list[int]]:
        """Where each word starts in the flat text, and in ``raw``: the same words stand in both, joined in the first
        where a hyphen joins them.
        """
        flat = [match.start() for match in WORD.finditer(self.text)]
        spans = [match.span() for match in WORD.finditer(self.raw)]
        if len(flat) < len(spans):
            joined = {match.end() for match in HYPHEN.finditer(self.raw)}
            flat = [*self.starts(spans, joined)]
        return flat, [start for start, _ in spans]

    def starts(self, spans: list[tuple[int, int]], joined: set[int]) -> Iterator[int]:
        """Where each word of ``raw`` starts in the flat text; those in ``joined`` follow a hyphen at once."""
        at = 0
        for start, end in spans:
            while start not in joined and self.text[at].isspace():
                at += 1
            yield at
            at += end - start

    def at(self, offset: int) -> int:
        """Where the code point at ``offset`` of the flat text, which must not be white space, stands in the text."""
        if len(self.raw) == len(self.text):
            return self.start + offset
        flat, raw = self.words
        word = bisect_right(flat, offset) - 1
        return self.start + raw[word] + offset - flat[word]
