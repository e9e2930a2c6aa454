"""Brackets that are closed in a later block than they are opened in: each block that one crosses gets a mark.

``[handwritten: No. 14`` / ``11 September`` / ``]``: editors put whole stamps and letters into brackets, and a page may
end in the midst of a sentence.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from ..model.mark import AnyMark
from ..surface.stretches import places
from .found import Found
from .mark import new_gap, new_mark, new_remark, new_sic, read_bracket_mark

#: How many blocks later a bracket may be closed.
FAR = 3

#: How many brackets that open in one block are marked; damaged text may open a thousand.
DEPTH = 3


class Crossing:
    """A bracket over several blocks: the index of the block and the place in it where it opens, and where it ends."""

    __slots__ = ("end", "first", "last", "start")

    def __init__(self, first: int, start: int, last: int, end: int) -> None:
        self.first = first
        self.start = start
        self.last = last
        self.end = end


def crossings(texts: Sequence[str], far: int | None = FAR) -> list[Crossing]:
    """The brackets that open in one of ``texts`` and close in a later one, at most so ``far`` after it.

    >>> [(one.first, one.start, one.last, one.end) for one in crossings(["He [said", "that", "all] is [well]."])]
    [(0, 3, 2, 4)]
    """
    found: list[Crossing] = []
    opened: list[tuple[int, int]] = []
    for index, text in enumerate(texts):
        if "[" not in text and "]" not in text:
            continue
        for place in sorted((*places(text, "["), *places(text, "]"))):
            if text[place] == "[":
                opened.append((index, place))
            elif opened:
                first, start = opened.pop()
                if first < index and (far is None or index - first <= far):
                    found.append(Crossing(first, start, index, place + 1))
    return found


def mark_crossings(blocks: list[Found[Any]]) -> list[Found[Any]]:
    """The ``blocks`` with a mark in each block that a bracket crosses, which ends at the block's end."""
    opening = [found.value.text.count("[") - found.value.text.count("]") for found in blocks]
    if not any(opening):
        return blocks
    full = [index for index, found in enumerate(blocks) if found.value.text]
    texts = [blocks[index].value.text for index in full]
    added: dict[int, list[AnyMark]] = {}
    opened: Counter[int] = Counter()
    for one in crossings(texts):
        opened[one.first] += 1
        if opened[one.first] > DEPTH:
            continue
        parts = texts[one.first : one.last + 1]
        inside = [part_of(text, one, at) for at, text in enumerate(parts, one.first)]
        whole = " ".join(text[low:high] for text, (low, high) in zip(parts, inside, strict=True)).strip()
        if not whole:
            continue
        said = read_bracket_mark(whole)
        for at, (text, (low, high)) in enumerate(zip(parts, inside, strict=True), one.first):
            start = low - (at == one.first)
            end = high + (at == one.last)
            if start < end:
                added.setdefault(full[at], []).append(piece(said, start, end, text[low:high].strip() or None))
    return [with_marks(found, added.get(index)) for index, found in enumerate(blocks)]


def part_of(text: str, one: Crossing, at: int) -> tuple[int, int]:
    """What of the ``text`` with the index ``at`` is in a bracket, without the bracket's own signs."""
    return (one.start + 1 if at == one.first else 0), (one.end - 1 if at == one.last else len(text))


def piece(said: AnyMark, start: int, end: int, value: str | None) -> AnyMark:
    """A mark of the kind that the whole bracket has, for what of it is in one block."""
    if said.kind == "gap":
        return new_gap(start, end)
    if said.kind == "sic":
        return new_sic(start, end, value)
    if said.kind == "note":
        return new_remark(start, end, value, said.type)
    return new_mark(said.kind, start, end, value)


def with_marks(found: Found[Any], added: list[AnyMark] | None) -> Found[Any]:
    """What was found of a block, with some more marks."""
    if not added:
        return found
    value = evolve(found.value, marks=(*found.value.marks, *added))
    return Found(value, found.start, found.end, found.parts, found.at, found.unread)
