"""Where another record begins in a text: at a second ``Citation:`` with sections below it, or at the title above it."""

from collections.abc import Iterator

from .citation import read_citation
from .date import read_date
from .section import BLANK_LINE, are_rows, citation_end
from .section_label import Label, label_at, labels, next_label
from .top import is_masthead, title_place

#: How far above its first label a record may begin.
ABOVE = 1000
#: How many lines above its title belong to it: the date, a masthead, a row of signs.
MOST_LINES = 8
#: The sections that end a head, and how far from the citation one of them is at most.
ENDING = ("original_languages", "contents")
LONGEST_HEAD = 20_000


def record_starts(text: str, start: int) -> Iterator[int]:
    """Where the records begin that follow a record whose body begins at ``start``."""
    low = start
    for label in citations(text, start):
        if label.start < low:
            continue
        for following in labels(text, label.value, label.value + LONGEST_HEAD):
            if following.section == "citation":
                break
            if following.section in ENDING and following.is_own:
                yield first_line(text, max(low, label.start - ABOVE), label)
                low = following.value
                break


def citations(text: str, start: int) -> Iterator[Label]:
    """The labels of citations from ``start`` on. The word is sought: a body may have thousands of colons."""
    places = [at for word in ("itation", "ITATION") for at in found(text, word, start)]
    for at in sorted(places):
        line = text.rfind("\n", max(start - 1, at - 20), at) + 1
        label = label_at(text, line) if line >= start else None
        if label and label.section == "citation" and label.is_own:
            yield label


def found(text: str, word: str, start: int) -> Iterator[int]:
    """Where ``word`` is in ``text``."""
    at = text.find(word, start)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def first_line(text: str, low: int, label: Label) -> int:
    """Where the record begins whose citation's ``label`` that is: with its title, and what is above that."""
    following = next_label(text, label.value)
    end = following.start if following else len(text)
    string = text[label.value : citation_end(text, label.value, end)]
    title = read_citation(" ".join(string.split())).value.title
    place = title_place(text, low, label.start, title) if title else None
    start = place[0] if place else label.start
    for _ in range(MOST_LINES):
        above = text[low:start].rstrip()
        breaks = [match.end() for match in BLANK_LINE.finditer(above)]
        line = low + max(breaks[-1] if breaks else 0, above.rfind("\n") + 1)
        printed = " ".join(text[line:start].split())
        if not printed or not (read_date(printed) or is_masthead(printed) or are_rows(printed)):
            break
        start = line
    return start
