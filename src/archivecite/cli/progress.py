"""How far a long run is, on a terminal and nowhere else."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

import click

T = TypeVar("T")

#: Fewer are done before anyone has read a bar.
MANY = 20
WIDTH = 30


def followed(items: Iterable[T], total: int) -> Iterator[T]:
    """``items``, with a bar on standard error while they come; the line is free again when one is handed on."""
    shown = total >= MANY and sys.stderr is not None and sys.stderr.isatty()
    for done, item in enumerate(items, 1):
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)
        yield item
        if shown and done < total:
            filled = WIDTH * done // total
            bar = "#" * filled + "-" * (WIDTH - filled)
            with suppress(OSError):
                click.echo(f"[{bar}] {done}/{total}", err=True, nl=False)
