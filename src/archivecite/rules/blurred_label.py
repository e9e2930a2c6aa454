"""Labels that reading does not take for labels, though nothing else can be meant: with a figure or a Cyrillic letter in
them (``C0ntents:``), letter-spaced (``S u m m a r y :``), glued to the line before (``…/115064>Summary:``), or with
stars that are no pair (``***Summary:**``).
"""

from collections.abc import Iterator

from ..syntax.section_label import LONGEST, Label, misspelt
from ..syntax.vocabulary import vocabulary
from .likeness import in_letters

#: A word of fewer letters is not letter-spaced.
LETTERS = 5
#: What may be before a label that is glued to it: the end of a sentence or of a URL.
ENDS = '.>!?)]"”'


def blurred_labels(text: str, end: int) -> Iterator[Label]:
    """The lines of ``text`` before ``end`` that are such a label, or end in one.

    >>> [(label.section, label.start) for label in blurred_labels("C0ntents:\\n\\nS u m m a r y :\\n", 27)]
    [('contents', 0), ('summary', 11)]
    """
    colon = text.find(":", 0, end)
    while colon >= 0:
        start = text.rfind("\n", max(0, colon - LONGEST), colon) + 1
        after = text.find("\n", colon)
        rest = text[colon + 1 : after if after >= 0 else len(text)].rstrip()
        label = None if rest.strip("*") else in_disguise(text, start, colon) or glued(text, start, colon)
        if label:
            yield label if not rest else label._replace(end=label.end + len(rest))
        colon = text.find(":", colon + 1, end)


def in_disguise(text: str, start: int, colon: int) -> Label | None:
    """The label that is the whole line from ``start`` to ``colon``, with signs that are no letters of it."""
    line = text[start:colon]
    words = line.strip()
    if colon - start > LONGEST or not words:
        return None
    pieces = words.split()
    section = None
    if len(pieces) >= LETTERS and all(len(piece) == 1 for piece in pieces):
        joined = "".join(pieces).lower()
        section = next(
            (name for form, name in vocabulary().own_labels.items() if form.replace(" ", "") == joined), None
        )
    elif not (words.replace(" ", "").isalpha() and words.isascii()):
        meant = in_letters(" ".join(pieces).strip("*")).lower()
        section = vocabulary().own_labels.get(meant) or misspelt(meant, vocabulary())
    return at(section, start + len(line) - len(line.lstrip()), colon) if section else None


def glued(text: str, start: int, colon: int) -> Label | None:
    """The label as it is written that ends at ``colon``, right after the sign that ends a sentence or a URL."""
    for words, section in vocabulary().written_labels.items():
        first = colon - len(words)
        if first > start and text.startswith(words, first) and text[first - 1] in ENDS:
            return at(section, first, colon)
    return None


def at(section: str, start: int, colon: int) -> Label:
    """A misspelt label, its colon the last sign of its line."""
    return Label(section, "misspelt", start, *[colon + 1] * 4)
