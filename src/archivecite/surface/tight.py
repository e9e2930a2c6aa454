"""Text whose blank lines a converter lost: where its paragraphs end, told by the lines that end short.

A line was wrapped where the next word had no room. So where the next line's first word had ample room, the line was
ended on purpose.
"""

import re
from collections.abc import Sequence

from .plain import Cuts

PAGE = re.compile(r"[^\f]++")
LINE = re.compile(r"\S[^\n]*+")
BLANK_LINES = re.compile(r"\n[^\S\n]*+(?=\n)")

#: Fewer lines have no usual width, and might be one short note.
ENOUGH = 8
#: As many lines for each blank one: a page has some forty, and blank lines at its edges may be left.
LINES_TO_A_BLANK = 20
#: How much of the width a line fills that might have been wrapped: letters differ in width, and so do words.
FULL = 0.8
#: Capitals are wider than other letters by so much.
CAPITAL = 0.4
#: No paragraph begins with one of these. pypdf ends a line where the type changes: "Comrade Stalin" / ": In China …"
CLOSING = ":;,.)]!?"
#: No line is printed as long; longer ones are paragraphs that were never wrapped.
UNWRAPPED = 200


def paragraph_ends(text: str, start: int) -> list[int]:
    """The newlines of ``text`` from ``start`` that end a paragraph, if paragraphs are not parted by blank lines in it.

    >>> wrapped = "We have read your letter of the third with care and will\\nanswer it soon.\\n"
    >>> paragraph_ends(wrapped * 5, 0)
    [72, 145, 218, 291]
    """
    if not is_tight(text, start):
        return []
    spans = [match.span() for match in LINE.finditer(text, start)]
    if len(spans) < ENOUGH or len(spans) < LINES_TO_A_BLANK * blank_lines(text, start):
        return []
    lines = [text[first:last].rstrip() for first, last in spans]
    widths = [(len(line), len(line) + CAPITAL * sum(map(str.isupper, line))) for line in lines]
    # A line in ten may be longer than the rest: two that a converter joined, or one of narrow letters.
    usual = [sorted(column)[len(lines) * 9 // 10] for column in zip(*widths, strict=True)]
    ends = []
    for index, (_, last) in enumerate(spans[:-1]):
        room = 1 + len(lines[index + 1].split(maxsplit=1)[0])
        fits = all(width + room <= FULL * most for width, most in zip(widths[index], usual, strict=True))
        goes_on = lines[index + 1][0] in CLOSING or "\f" in text[last : spans[index + 1][0]]
        if (fits or usual[0] > UNWRAPPED) and not goes_on:
            ends.append(last)
    return ends


def is_tight(text: str, start: int) -> bool:
    """Whether there are few blank lines. Most texts have many, so no more are counted than is needed to know."""
    newlines = text.count("\n", start)
    if newlines < ENOUGH:
        return False
    enough = newlines // LINES_TO_A_BLANK + 2 * text.count("\f", start)
    found = start - 2
    while enough >= 0 and (found := text.find("\n\n", found + 2)) >= 0:
        enough -= 1
    return enough >= 0


def blank_lines(text: str, start: int) -> int:
    """How many blank lines stand within the pages of ``text``; those at a page's edge don't count."""
    count = 0
    for page in PAGE.finditer(text, start):
        count += len(BLANK_LINES.findall(page.group().strip()))
    return count


def parted(text: str, ends: Sequence[int]) -> tuple[str, Cuts]:
    """``text`` with a blank line in place of the white space at each of ``ends``, and the way back.

    >>> parted("One.\\nTwo.", [4])[0]
    'One.\\n\\nTwo.'
    """
    pieces: list[str] = []
    done, cuts = 0, []
    for count, end in enumerate(ends):
        pieces += (text[done:end], "\n\n")
        cuts.append((end + count, 1))
        done = end + 1
    return "".join((*pieces, text[done:])), Cuts(cuts)
