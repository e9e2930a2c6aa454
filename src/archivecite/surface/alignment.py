"""Which lines of two texts, or items of two lists, are the same: found in about linear time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence


def kept(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places, in both, of lines that were kept: enough of them for a patch that people can read.

    ``difflib`` finds more, but takes minutes where every second of 30,000 lines has changed. A fix seldom adds or
    removes a line; so between the lines that occur once the others are compared one by one.
    """
    old = new = 0
    for next_old, next_new in (*anchors(before, after), (len(before), len(after))):
        yield from kept_between(before, after, (old, next_old), (new, next_new))
        if next_old < len(before):
            yield next_old, next_new
        old, new = next_old + 1, next_new + 1


def kept_between(
    before: Sequence[str], after: Sequence[str], old: tuple[int, int], new: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The same for a part of each: line by line if both are as long, else only at the two ends."""
    size = min(old[1] - old[0], new[1] - new[0])
    pairs = list(zip(range(*old), range(*new)))  # noqa: B905  # the longer one is cut
    if old[1] - old[0] == new[1] - new[0]:
        yield from (pair for pair in pairs if before[pair[0]] == after[pair[1]])
        return
    top = 0
    while top < size and before[old[0] + top] == after[new[0] + top]:
        top += 1
    bottom = 0
    while bottom < size - top and before[old[1] - bottom - 1] == after[new[1] - bottom - 1]:
        bottom += 1
    yield from pairs[:top]
    yield from zip(range(old[1] - bottom, old[1]), range(new[1] - bottom, new[1]), strict=True)


def anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that occur once in each, as many as have one order in both."""
    where = once(after)
    places = [(old, where[line]) for line, old in once(before).items() if line in where]
    # The longest rising row: for each length the last place of the row that ends lowest, and what is before each place.
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for at, (_, new) in enumerate(places):
        length = bisect_left(ends, new)
        ends[length : length + 1] = [new]
        last[length : length + 1] = [at]
        previous.append(last[length - 1] if length else -1)
    found: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(places[at])
        at = previous[at]
    return found[::-1]


def once(lines: Sequence[str]) -> dict[str, int]:
    """The lines that occur once, in order, and their places."""
    counts = Counter(lines)
    return {line: at for at, line in enumerate(lines) if counts[line] == 1}
