"""Where output goes: standard output or a file. A file appears whole or not at all."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO

import click

from ..corpus.files import Input
from ..surface.names import visible_name
from .report import Report
from .streams import encoded, hand_over


def write(pieces: Iterable[str], target: Path | None, report: Report, folders: bool = False) -> None:
    """Write ``pieces`` to ``target``, or to standard output when it is None, and tell ``report`` if that fails.

    If there are no pieces nothing is written, and a file that was there stays as it was. With ``folders`` the folders
    that ``target`` is in are made. Raises ``OSError`` where standard output cannot be written.
    """
    pieces = iter(pieces)
    if (first := next(pieces, None)) is None:
        return
    if target is None:
        hand_over(chain([first], pieces))
        return
    try:
        if folders:
            target.parent.mkdir(parents=True, exist_ok=True)
        with opened(target) as file:
            file.writelines(map(encoded, chain([first], pieces)))
    except OSError as error:
        report.fail(visible_name(target), f"can't be written: {error.strerror or error}")


@contextmanager
def opened(target: Path) -> Iterator[IO[bytes]]:
    """``target`` open to write. A file that was there stays until the new one is whole."""
    real = Path(os.path.realpath(target))  # so that a link stays a link
    known = state_of(target)
    if known and not stat.S_ISREG(known.st_mode):
        # A device or a pipe, such as /dev/null, is not to be replaced by a file.
        with target.open("wb") as file:
            yield file
        return
    from .temporary import refuse_read_only, temporary  # only here, as most runs write to standard output

    if known:
        refuse_read_only(real)
    with temporary(real, known) as new:
        yield new.file
        new.finish()
        new.take_place()


def state_of(target: Path) -> os.stat_result | None:
    """The state of the file, or None if there is none."""
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def rewrite(target: Path, before: str, after: str, report: Report) -> bool:
    """Replace a file that holds ``before`` by ``after``: whether that was done; ``report`` is told if not."""
    from .original import replace_text

    try:
        replace_text(target, before.encode(), after.encode())
    except OSError as error:
        report.fail(visible_name(target), f"can't be fixed: {error.strerror or error}")
        return False
    return True


def refuse_clashes(sources: Iterable[Input], targets: Iterable[Path]) -> None:
    """Refuse, before anything is written, to write two records to one file, or over a file that is to be read."""
    read = {os.path.realpath(source.path) for source in sources if source.path}
    seen: set[str] = set()
    for target in targets:
        real = os.path.realpath(target)
        if real in read:
            raise click.UsageError(f"{visible_name(target)} is one of FILES, and would be written over.")
        if real.casefold() in seen:  # some systems hold A.json and a.json for one file
            raise click.UsageError(f"Two of FILES would be written to {visible_name(target)}.")
        seen.add(real.casefold())
