"""Where each value of a record stands in its text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..model.pointer import keys
from ..model.span import Span
from .found import Found, composed, place, placed, placed_key


class Spans(Mapping[str, Span]):
    """The span of each value under ``found``, by pointer. What is asked for by its pointer is worked out alone: a rule
    asks for one or two of the hundreds of values of a record.
    """

    def __init__(self, found: Found[Any]) -> None:
        self._found = found

    def __repr__(self) -> str:
        return repr(self._all)

    @cached_property
    def _all(self) -> dict[str, Span]:
        places = placed(self._found)
        next(places)  # the whole record: it has no pointer that anyone would ask for
        return {pointer: Span(start, end) for pointer, start, end in places}

    def __getitem__(self, pointer: str) -> Span:
        root, *steps = pointer.split("/")
        ends = place_of(self._found, steps) if steps and not root else None
        if ends is None:
            raise KeyError(pointer)
        return Span(*ends)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def place_of(
    found: Found[Any], steps: Sequence[str], outer: Callable[[int], int] | None = None
) -> tuple[int, int] | None:
    """Where ``placed`` puts the value that ``steps`` lead to from ``found``, if there is one."""
    at = composed(found.at, outer)
    if not steps:
        return place("", found.start, found.end, at)[1:]
    name, *rest = steps
    if isinstance(found.value, str) or name not in keys(found.value) or getattr(found.value, name) is None:
        return None
    part = (found.parts or {}).get(name)
    if isinstance(part, Found):
        return place_of(part, rest, at)
    if part is not None:
        item = item_at(part, rest[0]) if rest else None
        return place_of(item, rest[1:], at) if item else None
    wanted = "".join(f"/{step}" for step in rest)
    return next(((start, end) for below, start, end in placed_key(found, name, "", at) if below == wanted), None)


def item_at(items: "Sequence[Found[Any]]", step: str) -> Found[Any] | None:
    """The item whose index a step of a pointer is, if there is one."""
    try:
        index = int(step)
    except ValueError:
        return None
    return items[index] if 0 <= index < len(items) and step == str(index) else None
