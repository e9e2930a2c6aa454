"""Notes that a converter ran together with the last paragraph: ``… next step.[1] [1] Petrov, the consul. [2] …``"""

import itertools
import re
from collections.abc import Iterator

from ..surface.flat import Flat
from .note import note_start
from .piece import Piece, read_piece

#: "[1]", "[**]": the mark of a note in the text, or the beginning of the note.
NOTE_MARK = re.compile(r"\[(\d{1,3}|\*{1,3}|[†‡])\]")

#: What a sentence or the mark of a note ends with.
ENDS = frozenset('.!?:;”"’)]')

#: What begins so, in a bracket that ends the text, is a note of a body that is all one line.
BRACKETED = ("TRANSLATOR_NOTE", "EDITOR_NOTE", "SOURCE_NOTE")


def part_notes_of_line(plain: str, pieces: list[Piece], line: bool) -> list[Piece]:
    """The ``pieces`` with the notes parted from the last one; ``line`` says that the body is all one line."""
    last = pieces[-1] if pieces else None
    if last is None or last.found or "]" not in last.flat.text:
        return pieces
    text = last.flat.text
    starts = [*numbered_starts(text)]
    if line:
        starts += [start for start in bracketed_starts(text) if not starts or start > starts[-1]]
    if not starts:
        return pieces
    places = [last.start, *map(last.flat.at, starts), last.end]
    parted = [Piece(Flat(plain, start, end), end, last.page) for start, end in itertools.pairwise(places)]
    parted[0].zone = last.zone
    read_piece(parted[0], True)
    return [*pieces[:-1], *parted]


def numbered_starts(text: str) -> Iterator[int]:
    """Where notes begin in a flat ``text``: each has a number that a mark before it has, which touches its word.

    >>> text = "He left.[1] He came.[2] [1] Petrov, the consul. [2] Novak."
    >>> [text[start : start + 7] for start in numbered_starts(text)]
    ['[1] Pet', '[2] Nov']
    >>> list(numbered_starts("He said that [1] is true. [1] He left."))
    []
    """
    marked: dict[str, bool] = {}
    for match in NOTE_MARK.finditer(text):
        start, end = match.span()
        if start and text[start - 1] != " ":
            marked.setdefault(match[1], True)
        elif marked.get(match[1]) and text[start - 2] in ENDS and text[end : end + 1] == " " and end + 1 < len(text):
            marked[match[1]] = False  # its note begins here
            yield start


def bracketed_starts(text: str) -> list[int]:
    """Where the notes begin that end a flat ``text``, each in a bracket.

    >>> text = "He left. [Translator's note: so.] [Source: RGASPI, f. 5.]"
    >>> [text[start:][:8] for start in bracketed_starts(text)]
    ['[Transla', '[Source:']
    """
    starts: list[int] = []
    end = len(text)
    while end and text[end - 1] == "]":
        start = opening(text, end)
        before = text[start - 2 : start - 1] if start > 1 and text[start - 1] == " " else ""
        if before not in ENDS or note_start(text[start:end]) not in BRACKETED:
            break
        starts.insert(0, start)
        end = start - 1
    return starts


def opening(text: str, end: int) -> int:
    """Where the bracket opens that closes right before ``end``, or -1."""
    depth = 0
    for at in range(end - 1, -1, -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0:
            return at
    return -1
