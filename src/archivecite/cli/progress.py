"""How far a long run is, on a terminal and nowhere else."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

from .streams import is_capable

T = TypeVar("T")

#: Fewer are done before anyone has read a bar.
MANY = 20
WIDTH = 30


def followed(items: Iterable[T], total: int) -> Iterator[T]:
    """``items``, with a bar on standard error while they come; the line is free again when one is handed on."""
    shown = total >= MANY and sys.stderr is not None and is_capable(sys.stderr)
    for done, item in enumerate(items, 1):
        if shown:
            draw("\r\x1b[K")
        yield item
        if shown and done < total:
            filled = WIDTH * done // total
            bar = "#" * filled + "-" * (WIDTH - filled)
            draw(f"[{bar}] {done}/{total}")


def draw(text: str) -> None:
    """Write ``text`` to the terminal as it is; one that is gone is no reason to stop."""
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()
