"""Where output goes: standard output or a file. A file appears whole or not at all."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import click

from ..corpus.files import Input
from .report import Report


def write(pieces: Iterable[str], target: Path | None, report: Report, folders: bool = False) -> None:
    """Write ``pieces`` to ``target``, or to standard output when it is None, and tell ``report`` if that fails.

    If there are no pieces nothing is written, and a file that was there stays as it was. With ``folders`` the folders
    that ``target`` is in are made.
    """
    pieces = iter(pieces)
    if (first := next(pieces, None)) is None:
        return
    try:
        if target and folders:
            target.parent.mkdir(parents=True, exist_ok=True)
        with opened(target) as file:
            file.write(first.encode())
            file.writelines(piece.encode() for piece in pieces)
    except OSError as error:
        if target is None:
            raise  # as all that writes to standard output does
        report.fail(click.format_filename(target), f"can't be written: {error.strerror or error}")


def give_up_standard_output(error: OSError) -> None:
    """Say that standard output can't be written, and keep Python from trying once more when it ends."""
    click.echo(f"standard output: error: can't be written: {error.strerror or error}", err=True)
    with suppress(AttributeError, OSError):  # it may not even be open
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def opened(target: Path | None) -> Iterator[IO[bytes]]:
    """``target`` open to write. A file that was there stays until the new one is whole."""
    if target is None:
        if sys.stdout is None:
            raise OSError("it is closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif target.exists() and not target.is_file():
        # A device or a pipe, such as /dev/null, is not to be replaced by a file.
        with target.open("wb") as file:
            yield file
    else:
        target = target.resolve()  # so that a link stays a link
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
        try:
            with unfinished.open("xb") as file:
                yield file
            if target.exists():
                shutil.copymode(target, unfinished)
            unfinished.replace(target)
        finally:
            with suppress(OSError):
                unfinished.unlink()


def refuse_clashes(sources: Iterable[Input], targets: Iterable[Path]) -> None:
    """Refuse, before anything is written, to write two records to one file, or over a file that is to be read."""
    read = {os.path.realpath(source.path) for source in sources if source.path}
    seen: set[str] = set()
    for target in targets:
        real = os.path.realpath(target)
        if real in read:
            raise click.UsageError(f"{click.format_filename(target)} is one of FILES, and would be written over.")
        if real.casefold() in seen:  # some systems hold A.json and a.json for one file
            raise click.UsageError(f"Two of FILES would be written to {click.format_filename(target)}.")
        seen.add(real.casefold())
