"""The file that a fixed text replaces. Other programs may write to it at any moment, and nothing of that is lost."""

import os
import stat
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from .locks import can_lease, give_back, is_wanted, lease, lock
from .stopping import undisturbed
from .temporary import Temporary, is_at, refuse_read_only, temporary

CHANGED = "another program changed the file meanwhile; run the command again"
BUSY = "another program has the file open to write; run the command again when it is done"
LATE = "another program still writes to the file as it was, and what it writes from now on is lost"

#: Seconds in which a program that was about to open the file has done so, or, where there are no leases, one that had
#: opened it has written.
LEASED, UNLEASED = 0.001, 0.02
#: Seconds to wait for a program that opened the file at the very moment when it was replaced.
PATIENCE = 10.0


def replace_text(path: Path, before: bytes, after: bytes) -> None:
    """Replace the file at ``path``, or the one that a link there leads to, by one that holds ``after``.

    The file must hold ``before``, as it was read. Raises ``OSError`` where it does not any more, where another program
    has it open to write, and where it can't be written; then it stays as it is. What is appended to it while it is
    replaced is appended to the new one.
    """
    target = Path(os.path.realpath(path))
    known = target.stat()
    if not stat.S_ISREG(known.st_mode):
        raise OSError("it is not a regular file")
    refuse_read_only(target)
    with temporary(target, known) as new:
        new.file.write(after)
        new.finish()
        with target.open("rb", buffering=0) as old:
            swap(old, new, before, after)


def swap(file: IO[bytes], new: Temporary, before: bytes, after: bytes) -> None:
    """Let ``new``, which holds ``after``, take the place of the open ``file``, if that one holds ``before``."""
    old = file.fileno()
    leased = hold(old, new.target)
    found = os.fstat(old)
    content = content_of(old)
    if content == after:
        return  # it was given by two names, and is fixed by now
    with undisturbed():
        # Nothing must come between this look and the replacement.
        if content != before or (leased and is_wanted(old)) or not is_same(found, old, new.target):
            raise OSError(CHANGED)
        if os.name == "nt":
            file.close()  # Windows replaces no file that anyone has open, so that nothing can come late
            new.take_place()
            return
        new.take_place()
        bring_late_text(old, new.target, before, leased)


def hold(old: int, target: Path) -> bool:
    """Keep others from opening the file to write, if the system can: whether it does."""
    if lock(old) is False:
        raise OSError(BUSY)
    leased = lease(old)
    if leased is False:
        with temporary(target, None) as probe:
            probe.file.close()
            if can_lease(probe.path):
                raise OSError(BUSY)
    return bool(leased)


def is_same(found: os.stat_result, old: int, target: Path) -> bool:
    """Whether the open file is still the one at ``target``, and as it was ``found``."""
    now = os.fstat(old)
    return (now.st_size, now.st_mtime_ns) == (found.st_size, found.st_mtime_ns) and is_at(target, old)


def content_of(descriptor: int) -> bytes:
    """All that the open file holds."""
    with open(descriptor, "rb", closefd=False) as file:
        file.seek(0)
        return file.read()


def bring_late_text(old: int, target: Path, before: bytes, leased: bool) -> None:
    """Append to the file at ``target`` what was appended to the one that it replaced."""
    settled = settle_leased(old) if leased else settle(old)
    content = content_of(old)
    if not content.startswith(before):
        # It was written anew: then that is what it should hold.
        with temporary(target, target.stat()) as again:
            again.file.write(content)
            again.finish()
            again.take_place()
        raise OSError(CHANGED)
    if late := content[len(before) :]:
        with target.open("ab", buffering=0) as file:
            file.write(late)
    if not settled:
        raise OSError(LATE)


def settle_leased(old: int) -> bool:
    """Wait until nobody who had found the file before it was replaced can write to it any more: whether that came."""
    until = monotonic() + PATIENCE
    sleep(LEASED)
    while is_wanted(old):
        give_back(old)
        while not lease(old):
            if monotonic() > until:
                return False
            sleep(LEASED)
    return True


def settle(old: int) -> bool:
    """Wait until the file does not grow any more: whether that came."""
    until = monotonic() + PATIENCE
    size = -1
    while (now := os.fstat(old).st_size) != size:
        if monotonic() > until:
            return False
        size = now
        sleep(UNLEASED)
    return True
