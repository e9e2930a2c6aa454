"""A text without its markup: newlines are ``\\n``, bold marks and the byte order mark are gone, and every code point
that is left knows where it stood in the text as given. Stripping happens here, once, so that grammars see plain text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

CRLF = re.compile(r"\r\n")

#: ``**…**`` inside one block: two stars, anything but two stars or a blank line, two stars. ``***`` is text.
BOLD = re.compile(r"\*\*(?<!\*\*\*)(?!\*)((?>(?:[^*\n]++|\*(?!\*)|\n(?![^\S\n]*+(?:\n|\Z)))+))\*\*(?!\*)")

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

#: A label as converters leave it, with the white space after it: ``**Summary:**``
LABEL = r"\**+(?:Citation|Summary|Credits|Original Languages?|Contents):?\**+:?[^\S\n]*+"

#: A heading that is a label, ``## **Summary:**``, or a heading above all else: only a text that has one is taken for
#: Markdown with headings, since ``# 1710`` at a line's start is a telegram's number in every other text.
LABEL_HEADING = re.compile(rf"#(?<![^\n]#)#{{0,5}} ++{LABEL}$", re.MULTILINE)
FIRST_HEADING = re.compile(r"\s*+#{1,6} ++[^\s#]")

#: A label that is a heading by the row below it, ``Citation:`` over ``---------``; and the row of a title.
UNDERLINED_LABEL = re.compile(rf"^[^\S\n]*+{LABEL}\n(?P<row>={{6,}}+|-{{6,}}+)(?=[^\S\n]*+$)", re.MULTILINE)
ROW = re.compile(r"^(?:={6,}+|-{6,}+)(?=[^\S\n]*+$)", re.MULTILINE)

#: What such a Markdown has besides bold and italics: ``# `` before a heading, ``<u>…</u>``, ``[text](http://…)``,
#: ``\\[``, and a rule of five dashes between two pages.
HEADING_MARKUP = re.compile(
    r"^(?P<heading>#{1,6}) ++(?=\S)|</?u>|(?P<open>\[)[^\[\]\n]*+(?P<target>\]\(https?://[^\s()*\[\]]*+\))"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+.!<>|~-])|^-(?P<rule>----)(?=[^\S\n]*+$)",
    re.MULTILINE,
)
#: ``_Znamya_`` on one line, between words: italics. An address keeps its strokes, and so does a blank to fill in,
#: ``____``; a backslash says that a stroke is one.
ITALICS = re.compile(
    r"https?://\S++|(?<![\w\\])(?P<open>_)(?=[^\s_])(?>(?:[^_\n\\\]]++|\\.|\](?!\())+)(?<!\s)(?P<close>_)(?!\w)"
)
PAGE_RULE = re.compile(r"^-----(?=[^\S\n]*+$)", re.MULTILINE)
ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+.!<>|~-]")


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
        # One character is sought in a text many times faster than two, or than a pattern.
        label = label_heading(text) if "#" in text else None
        underlined = "\n------" in text or ("=" in text and "\n======" in text)
        rows = list(UNDERLINED_LABEL.finditer(text)) if underlined else []
        label = min((match for match in (label, *rows) if match), key=re.Match.start, default=None)
        self.headed = label is not None or ("#" in text and FIRST_HEADING.match(text) is not None)
        bold = [match.span(1) for match in BOLD.finditer(text, 0, text.rfind("*") + 1)] if "**" in text else []
        markup = [cut for start, end in bold for cut in ((start - 2, 2), (end, 2))]
        if rows:
            above = ROW.finditer(text, 0, rows[0].start())
            markup += [(start, end - start) for start, end in (match.span() for match in above)]
            markup += [(match.start("row"), match.end() - match.start("row")) for match in rows]
        if self.headed:
            markup += heading_markup(text, label.start() if label else len(text))
            text = PAGE_RULE.sub("\f----", text)
        self.quoted = bool(quoted)
        self.markup = Cuts(sorted((*markup, *quoted)) if self.headed or quoted else markup)
        self.text = self.markup.cut(text) if self.markup.offsets else text
        self.bold = [(self.markup.after(start), self.markup.after(end - 1) + 1) for start, end in bold]

    @cached_property
    def returns(self) -> Cuts:
        """The byte order mark and the carriage returns that were cut."""
        mark = [(0, 1)] if self.source.startswith(BOM) else []
        return Cuts(mark + [(m.start(), 1) for m in CRLF.finditer(self.source)] if "\r" in self.source else mark)

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


def label_heading(text: str) -> re.Match[str] | None:
    """The first heading of ``text`` that is a label."""
    at = text.find("#")
    while at >= 0:
        if match := LABEL_HEADING.match(text, at):
            return match
        at = text.find("#", at + 1)
    return None


def heading_markup(text: str, label: int) -> Iterator[tuple[int, int]]:
    """What to cut from a ``text`` with headings, as starts and lengths; ``label`` is where its first label starts."""
    for match in HEADING_MARKUP.finditer(text):
        start, end = match.span()
        if match["heading"] and end - start == 2 and text[end].isdecimal() and start > label:
            continue  # "# 1710", in the body
        if match["rule"]:
            yield start + 1, 4
        elif match["escape"]:
            yield start, 1
        elif match["open"]:
            yield start, 1
            target = match.start("target")
            yield from ((escape.start(), 1) for escape in ESCAPE.finditer(text, start, target))
            yield target, end - target
        else:
            yield start, end - start
    for match in ITALICS.finditer(text) if "_" in text else ():
        if match["open"]:
            yield match.start("open"), 1
            yield match.start("close"), 1
