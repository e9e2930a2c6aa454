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
#: How much of the width a line fills that might have been wrapped: the first one of a paragraph may be indented.
FULL = 0.88
#: The widths of letters, in thousandths of the type's size, where they are not the usual 556. They are Helvetica's, the
#: type of the archive's PDFs; other proportional types are much like it.
NARROW = {222: "ijl'|", 278: "ftI ./,:;!\\[]", 333: '()r-`"', 500: "cksvxyzJ"}
WIDE = {611: "FTZ", 667: "ABEKPSVXY&", 722: "wCDHNRU", 778: "GOQ", 833: "mM", 889: "%", 944: "W", 1000: "@\N{EM DASH}"}
USUAL = 556
#: The width of each Latin-1 character, as two bytes: a sum over bytes takes no loop in Python. Others count as "?",
#: which is of the usual width, but for the dash.
WIDTHS = {letter: width for width, letters in (NARROW | WIDE).items() for letter in letters}
HIGH = bytes(WIDTHS.get(chr(byte), USUAL) // 256 for byte in range(256))
LOW = bytes(WIDTHS.get(chr(byte), USUAL) % 256 for byte in range(256))
DASH = "\N{EM DASH}"
BLANK_WIDTH = WIDTHS[" "]
#: No paragraph begins with one of these. pypdf ends a line where the type changes: "Comrade Stalin" / ": In China …"
CLOSING = ":;,.)]!?"
SENTENCE_END = '.?!:;)]"\N{RIGHT DOUBLE QUOTATION MARK} '
#: No paragraph ends with one of these: "Central Committee of the" / "Bulgarian Communist Party".
OPEN = (" of", " the", " and")
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
    # As many letters wide in type of fixed width, and so wide in other type.
    widths = [(len(line), printed_width(line)) for line in lines]
    # A line in ten may be longer than the rest: two that a converter joined, or one of narrow letters.
    usual = [sorted(column)[len(lines) * 9 // 10] for column in zip(*widths, strict=True)]
    ends = []
    before = 0, 0
    for index, (_, last) in enumerate(spans[:-1]):
        line, next_line, following = lines[index], lines[index + 1], spans[index + 1][0]
        # What stands before on the printed line, where a converter cut it in pieces, fills it too.
        length, width = widths[index][0] + before[0], widths[index][1] + before[1]
        piece = next_line[0] in CLOSING or broken(text, last, following)
        before = (length, width) if piece else (0, 0)
        if piece or line.endswith(OPEN) or "\f" in text[last:following] or is_bracket_open(line, next_line):
            continue
        word = next_line.split(maxsplit=1)[0]
        if usual[0] > UNWRAPPED or (
            length + 1 + len(word) <= FULL * usual[0] and width + BLANK_WIDTH + printed_width(word) <= FULL * usual[1]
        ):
            ends.append(last)
    return ends


def is_bracket_open(line: str, following: str) -> bool:
    """Whether a bracket that ``line`` leaves open is closed in the ``following`` one.

    >>> is_bracket_open("[Classification cut out:", '"SECRET"]'), is_bracket_open("[Stamp]", "[Seal]")
    (True, False)
    """
    return "[" in line and line.rfind("[") > line.rfind("]") and following.partition("[")[0].find("]") >= 0


def is_tight(text: str, start: int) -> bool:
    """Whether there are few blank lines. Most texts have many, so no more are counted than is needed to know."""
    newlines = text.count("\n", start)
    if newlines < ENOUGH:
        return False
    enough = newlines // LINES_TO_A_BLANK
    if "\f" in text:  # which is told faster than how often
        enough += 2 * text.count("\f", start)
    found = start - 2
    while enough >= 0 and (found := text.find("\n\n", found + 2)) >= 0:
        enough -= 1
    return enough >= 0


def printed_width(text: str) -> int:
    """How wide ``text`` is in print, in thousandths of the type's size.

    >>> printed_width("Lily"), printed_width("MAMA")
    (1500, 3000)
    """
    letters = text.encode("latin-1", "replace")
    width = 256 * sum(letters.translate(HIGH)) + sum(letters.translate(LOW))
    return width if text.isascii() else width + (WIDTHS[DASH] - USUAL) * text.count(DASH)


def broken(text: str, last: int, following: int) -> bool:
    """Whether the line that ends at ``last`` and the one from ``following`` are one, by the blank that is left at the
    break: "The editors of " / "Znamya" / " write to the Committee". After a sentence such a blank tells nothing.

    >>> broken("The editors of \\nZnamya\\n write", 15, 16), broken("That is all. \\nZnamya", 13, 14)
    (True, False)
    """
    left = text[last - 2 : last]
    if left[-1:] == " ":
        return left[0] not in SENTENCE_END
    return text[last:following] == "\n " and text[following].islower()


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
