"""What a reader gives: a value, and where it and its parts stand. Spans and unread text are worked out from it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from ..model.pointer import COMPUTED, keys
from ..surface.flat import Flat
from .mark import place_in_mark

#: The keys of a mark that are read from all of its bracket; the others are printed in it.
MARK_READINGS = frozenset(("kind", "start", "end", "type"))

V = TypeVar("V", covariant=True)
T = TypeVar("T")


class Found(Generic[V]):
    """``value``, read from ``start`` to ``end`` of the reader's own text, with what was found for its fields.

    ``parts`` maps field names to what was found for them; a field that is a reading (``edtf``, ``kind``, ``level``)
    has none and shares the value's place. ``at`` maps offsets in this reader's text to offsets in the text of what
    encloses it; None says that they are the same. ``unread`` are the places, in this reader's text, that no rule took.
    Marks are not listed in ``parts``: their places follow from the block's.
    """

    __slots__ = ("at", "end", "parts", "start", "unread", "value")

    def __init__(
        self,
        value: V,
        start: int,
        end: int,
        parts: "Mapping[str, Found[Any] | Sequence[Found[Any]]] | None" = None,
        at: Callable[[int], int] | None = None,
        unread: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.parts = parts
        self.at = at
        self.unread = unread


def spanning(
    value: T,
    flat: Flat,
    parts: "Mapping[str, Found[Any] | Sequence[Found[Any]]] | None" = None,
    unread: Sequence[tuple[int, int]] = (),
) -> Found[T]:
    """``value``, which the whole of ``flat`` is; where that stands in its text as it is, ``flat`` is not kept for it.

    >>> found = spanning("Secret", Flat("Top Secret", 4, 10))
    >>> found.start, found.end, found.at
    (4, 10, None)
    """
    length = len(flat.text)
    if flat.text is not flat.raw:
        return Found(value, 0, length, parts, flat.at, unread)
    if parts or unread:
        return Found(value, 0, length, parts, flat.start.__add__, unread)
    return Found(value, flat.start, flat.start + length)


#: Where a found value stands in the outermost text, by its pointer.
Place = tuple[str, int, int]


def placed(found: Found[Any], pointer: str = "", outer: Callable[[int], int] | None = None) -> Iterator[Place]:
    """Every pointer at or under ``found`` with its start and end in the outermost text."""
    at = composed(found.at, outer)
    yield place(pointer, found.start, found.end, at)
    if isinstance(found.value, str):
        return
    for name in keys(found.value):
        yield from placed_key(found, name, f"{pointer}/{name}", at)


def placed_key(found: Found[Any], name: str, below: str, at: Callable[[int], int] | None) -> Iterator[Place]:
    """Every pointer at or under the key ``name`` of ``found``, which itself is at ``below``."""
    value, part = getattr(found.value, name), (found.parts or {}).get(name)
    if value is None:
        return
    if name in COMPUTED:
        yield from placed_source(found, name, below, at)
    elif isinstance(part, Found):
        yield from placed(part, below, at)
    elif part is not None:
        for index, item in enumerate(part):
            yield from placed(item, f"{below}/{index}", at)
    elif name == "marks":
        for index, mark in enumerate(value):
            yield from placed_mark(found, mark, f"{below}/{index}", at)
    elif isinstance(value, str):
        yield place(below, found.start, found.end, at)


def placed_mark(found: Found[Any], mark: Any, pointer: str, at: Callable[[int], int] | None) -> Iterator[Place]:
    """Every pointer at or under a mark of the block ``found``."""
    start, end = found.start + mark.start, found.start + mark.end
    yield place(pointer, start, end, at)
    printed = found.value.text[mark.start : mark.end]
    for key in keys(mark):
        value = getattr(mark, key)
        if key in MARK_READINGS:
            yield place(f"{pointer}/{key}", start, end, at)
        elif value is not None:
            first, last = place_in_mark(printed, mark, key)
            yield place(f"{pointer}/{key}", start + first, start + last, at)


def placed_source(found: Found[Any], name: str, pointer: str, at: Callable[[int], int] | None) -> Iterator[Place]:
    """The place of the value that the key ``name`` of ``found`` is computed from, under the ``pointer`` of that key."""
    for step in COMPUTED[name]:
        part = (found.parts or {}).get(step)
        if not isinstance(part, Found):
            return
        found, at = part, composed(part.at, at)
    yield place(pointer, found.start, found.end, at)


def unread(found: Found[Any], outer: Callable[[int], int] | None = None) -> Iterator[tuple[int, int]]:
    """Every unread place at or under ``found``, as start and end in the outermost text."""
    at = composed(found.at, outer)
    for start, end in found.unread:
        yield place("", start, end, at)[1:]
    for part in (found.parts or {}).values():
        for item in (part,) if isinstance(part, Found) else part:
            yield from unread(item, at)


def stretches(found: Found[Any], text: str) -> list[tuple[int, int]]:
    """The unread places of ``found`` in ``text``, sorted and apart: each once, with no white space at its ends.

    Several values may share one text, and each tells of what is unread in it.

    >>> stretches(Found(None, 0, 9, unread=[(0, 4), (2, 6), (0, 4), (6, 7)]), "abc def  ")
    [(0, 6), (6, 7)]
    >>> stretches(Found(None, 0, 9, unread=[(7, 9), (0, 4)]), "abc def  ")
    [(0, 3)]
    """
    apart: list[tuple[int, int]] = []
    for start, end in sorted(unread(found)):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    trimmed = []
    for start, end in apart:
        printed = text[start:end]
        if words := printed.strip():
            first = start + len(printed) - len(printed.lstrip())
            trimmed.append((first, first + len(words)))
    return trimmed


def composed(inner: Callable[[int], int] | None, outer: Callable[[int], int] | None) -> Callable[[int], int] | None:
    """``outer`` after ``inner``, where None stands for no change."""
    if inner is None or outer is None:
        return inner or outer
    return lambda offset: outer(inner(offset))


def place(pointer: str, start: int, end: int, at: Callable[[int], int] | None) -> Place:
    """A place with its ends mapped by ``at``; what is empty (a page break) is where it is."""
    if at is None:
        return pointer, start, end
    return (pointer, at(start), at(end - 1) + 1) if start < end else (pointer, start, end)
