"""Text whose blank lines a converter lost: where its paragraphs end, told by the lines that end short.

A line was wrapped where the next word had no room. So where the next line's first word had ample room, the line was
ended on purpose.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .plain import Cuts

#: Fewer lines have no usual width, and might be one short note.
ENOUGH = 8
#: As many lines for each blank one: a page has some forty, and blank lines at its edges may be left.
LINES_TO_A_BLANK = 20
#: How much of the width a line fills that might have been wrapped: the first one of a paragraph may be indented.
FULL = 0.88
#: The widths of letters, in eighteenths of the type's size, where they are not the usual ten. They are Helvetica's, the
#: type of the archive's PDFs, to a thousandth of its size; other proportional types are much like it.
NARROW = {4: "ijl'|", 5: "ftI ./,:;!\\[]", 6: '()r-`"', 9: "cksvxyzJ"}
WIDE = {11: "FTZ", 12: "ABEKPSVXY&", 13: "wCDHNRU", 14: "GOQ", 15: "mM", 16: "%", 17: "W", 18: "@\N{EM DASH}"}
USUAL = 10
WIDTHS = {letter: width for width, letters in (NARROW | WIDE).items() for letter in letters}
#: The width of each Latin-1 character: a sum over bytes takes no loop in Python. Others count as "?", which is of the
#: usual width, but for the dash.
LATIN_WIDTHS = bytes(WIDTHS.get(chr(byte), USUAL) for byte in range(256))
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
    spans = [*printed_lines(text, start)]
    if len(spans) < ENOUGH or len(spans) < LINES_TO_A_BLANK * blank_lines(text, start):
        return []
    lines = [text[first:last].rstrip() for first, last in spans]
    # As many letters wide in type of fixed width, and so wide in other type.
    lengths = [*map(len, lines)]
    widths = [*map(printed_width, lines)]
    # A line in ten may be longer than the rest: two that a converter joined, or one of narrow letters.
    usual_length, usual_width = (sorted(column)[len(lines) * 9 // 10] for column in (lengths, widths))
    unwrapped = usual_length > UNWRAPPED
    full_length, full_width = FULL * usual_length, FULL * usual_width
    ends = []
    length = width = 0
    rows = zip(spans, lines, lengths, widths, strict=True)
    for ((_, last), line, letters, wide), ((following, _), next_line, _, _) in pairwise(rows):
        # What stands before on the printed line, where a converter cut it in pieces, fills it too.
        length += letters
        width += wide
        if next_line[0] in CLOSING or (" " in text[last - 1 : following] and broken(text, last, following)):
            continue
        if (unwrapped or length + 1 < full_length) and not goes_on(line, next_line, text[last:following]):
            word = next_line.split(maxsplit=1)[0]
            room = length + 1 + len(word) <= full_length
            if unwrapped or (room and width + BLANK_WIDTH + printed_width(word) <= full_width):
                ends.append(last)
        length = width = 0
    return ends


def goes_on(line: str, following: str, between: str) -> bool:
    """Whether ``line`` ends no paragraph, however short: by its last word, a bracket, or the page's end after it."""
    return line.endswith(OPEN) or "\f" in between or is_bracket_open(line, following)


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
    """How wide ``text`` is in print, in eighteenths of the type's size.

    >>> printed_width("Lily"), printed_width("MAMA")
    (27, 54)
    """
    width = sum(text.encode("latin-1", "replace").translate(LATIN_WIDTHS))
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
    pages = (page.strip() for page in text[start:].split("\f"))
    return sum(not line.strip() for page in pages if page for line in page.split("\n"))


def printed_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where what is printed on each line of ``text`` from ``start`` on begins, and where the line ends.

    >>> list(printed_lines("To\\n\\n  Li \\n", 0))
    [(0, 2), (6, 9)]
    """
    at = start
    for line in text[start:].split("\n"):
        at += len(line) + 1
        if bare := line.lstrip():
            yield at - 1 - len(bare), at - 1


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
