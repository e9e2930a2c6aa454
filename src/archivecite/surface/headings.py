"""Markdown in which labels are headings, and the markup that comes with them.

Only a text with such a label, or with a heading above all else, is taken for it, since ``# 1710`` at a line's start is
a telegram's number in every other text.
"""

import re
from collections.abc import Iterator

from .stretches import places

#: The labels of a record.
LABELS = frozenset(("Citation", "Summary", "Credits", "Original Language", "Original Languages", "Contents"))

#: The deepest heading, and the shortest row of signs below one.
DEEPEST = 6
SHORTEST_ROW = 6

#: "# " before a heading.
HEADING = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
#: "<u>…</u>", "[text](http://…)", "\\[".
INLINE = re.compile(r"</?u>|\[[^\[\]\n]*(\]\(https?://[^\s()*\[\]]*\))|\\[\\`*_{}\[\]()#+.!<>|~-]")
#: ``_Znamya_`` on one line, between words: italics. An address keeps its strokes, and so does a blank to fill in,
#: ``____``; a backslash says that a stroke is one.
ITALICS = re.compile(r"https?://\S+|(?<![\w\\])_(?=[^\s_])((?:[^_\n\\\]]|\\.|\](?!\())+)(?<!\s)_(?!\w)")
#: What a backslash may stand before.
ESCAPED = frozenset("\\`*_{}[]()#+.!<>|~-")


def is_label(line: str) -> bool:
    """Whether a line is a label as converters leave it: ``**Summary:**``

    >>> is_label("**Summary:**"), is_label("Summary of events")
    (True, False)
    """
    return line.strip().lstrip("*").removesuffix(":").rstrip("*").removesuffix(":") in LABELS


def label_heading(text: str) -> int:
    """Where the first heading of ``text`` starts that is a label, ``## **Summary:**``; with the text if none is."""
    for at in places(text, "#"):
        if at == 0 or text[at - 1] == "\n":
            end = text.find("\n", at)
            line = text[at : end if end >= 0 else len(text)]
            title = line.lstrip("#")
            if (
                len(line) - len(title) <= DEEPEST
                and title[:1] == " "
                and is_label(title)
                and "\f" not in title.rstrip()
            ):
                return at
    return len(text)


def begins_with_heading(text: str) -> bool:
    """Whether a heading stands above all else in ``text``."""
    line = text.lstrip().partition("\n")[0]
    title = line.lstrip("#")
    first = title.lstrip(" ")[:1]
    return 0 < len(line) - len(title) <= DEEPEST and title[:1] == " " and first not in ("", "#") and not first.isspace()


def rows_of(text: str) -> tuple[list[tuple[int, int]], int]:
    """The rows of signs that are to be cut, those below labels (``Citation:`` over ``---------``) and those above the
    first one, with their lengths; and where that label starts, with the text if none has a row.
    """
    first, at = len(text), 0
    rows: list[tuple[int, int]] = []
    above = ""
    for line in text.split("\n"):
        row = line.rstrip()
        if len(row) >= SHORTEST_ROW and row in ("=" * len(row), "-" * len(row)):
            labelled = is_label(above)
            if labelled:
                first = min(first, at - len(above) - 1)
            if labelled or first == len(text):
                rows.append((at, len(row)))
        above, at = line, at + len(line) + 1
    return (rows, first) if first < len(text) else ([], first)


def page_rules(text: str) -> Iterator[int]:
    """Where a line of five dashes stands, which parts two pages."""
    for at in places(text, "-----"):
        if at == 0 or text[at - 1] == "\n":
            end = text.find("\n", at)
            if text[at : end if end >= 0 else len(text)].rstrip() == "-----":
                yield at


def heading_markup(text: str, label: int) -> Iterator[tuple[int, int]]:
    """What to cut from a ``text`` with headings, as starts and lengths; ``label`` is where its first label starts."""
    for match in HEADING.finditer(text):
        start, end = match.span()
        if end - start > len("# ") or not text[end].isdecimal() or start <= label:  # not "# 1710", in the body
            yield start, end - start
    for match in INLINE.finditer(text):
        start, end = match.span()
        if match[1]:
            yield start, 1
            yield from ((at, 1) for at in escapes(text, start, match.start(1)))
            yield match.start(1), end - match.start(1)
        else:
            yield start, 1 if text[start] == "\\" else end - start
    for match in ITALICS.finditer(text) if "_" in text else ():
        if match[1]:
            yield match.start(), 1
            yield match.end() - 1, 1


def escapes(text: str, start: int, end: int) -> Iterator[int]:
    """Where backslashes stand between ``start`` and ``end`` that say that the next sign is no markup."""
    at = text.find("\\", start, end)
    while at >= 0:
        is_escape = at + 1 < end and text[at + 1] in ESCAPED
        if is_escape:
            yield at
        at = text.find("\\", at + 1 + is_escape, end)
