"""Files that are being written: each beside the one that it will become, under a name that no other program gives."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from .locks import lock

#: Short, so that a file whose own name is as long as names may be can be written too.
NAME = re.compile(r"\.archivecite-[0-9a-f]{16}\.tmp")
#: Windows would translate newlines otherwise; there is no link to follow, and no child to open the file for.
FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class Temporary:
    """A file that takes the place of ``target`` when it is whole. ``known`` is the state of the file that was there."""

    def __init__(self, path: Path, file: IO[bytes], target: Path, known: os.stat_result | None) -> None:
        self.path = path
        self.file = file
        self.target = target
        self.known = known

    def finish(self) -> None:
        """Bring what was written to the disk, where an older file depends on it, and keep that file's rights."""
        self.file.flush()
        if self.known is not None:
            os.fsync(self.file.fileno())
            keep_attributes(self.target, self.file.fileno())
            keep_rights(self.file.fileno(), self.known)

    def take_place(self) -> None:
        """Become ``target``, at once and whole."""
        if os.name == "nt":
            self.file.close()  # Windows moves no open file; elsewhere it is open until then, and so locked
        self.path.replace(self.target)


@contextmanager
def temporary(target: Path, known: os.stat_result | None) -> Iterator[Temporary]:
    """A ``Temporary`` for ``target``, which is not a link. It is gone at the end, unless it took its place.

    Its name is chosen before it is made: a signal may come at any moment, and what must be removed is known at each.
    """
    for _ in range(100):
        path, file, foreign = target.with_name(f".archivecite-{os.urandom(8).hex()}.tmp"), None, False
        try:
            try:
                # What replaces a file that few may read must not be open to others meanwhile.
                made = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | FLAGS, 0o666 if known is None else 0o600)
            except FileExistsError:
                foreign = True
                continue
            except PermissionError:
                raise OSError("its folder is read-only") from None
            file = os.fdopen(made, "wb")
            # Between the two calls another run may have taken it for a left-over.
            if lock(made) is not False and is_at(path, made):
                yield Temporary(path, file, target, known)
                return
        finally:
            if file is not None:
                with suppress(OSError):  # a full disk was reported where it was written to
                    file.close()
            if not foreign:
                with suppress(OSError):
                    path.unlink()
    raise OSError("no temporary file can be made beside it")


def refuse_read_only(target: Path) -> None:
    """Raise ``OSError`` if this user may not write to the file, although it could be replaced."""
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise OSError("it is read-only")


def is_at(path: Path, descriptor: int) -> bool:
    """Whether the open file is the one at ``path``."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def keep_rights(descriptor: int, known: os.stat_result) -> None:
    """Give a file the owner, group and mode of another, as far as the system allows.

    Rights that were meant for one group are not given to another, and no program runs as a user who does not own it.
    """
    if os.name == "nt":
        return
    for owner in (known.st_uid, -1):
        now = os.fstat(descriptor)
        if (now.st_uid, now.st_gid) != (known.st_uid, known.st_gid):
            with suppress(OSError):
                os.fchown(descriptor, owner, known.st_gid)
    now, mode = os.fstat(descriptor), stat.S_IMODE(known.st_mode)
    if (now.st_uid, now.st_gid) != (known.st_uid, known.st_gid):
        mode &= ~(stat.S_ISUID | stat.S_ISGID)
    if now.st_gid != known.st_gid:
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    with suppress(OSError):  # some file systems have no modes
        os.fchmod(descriptor, mode)


def keep_attributes(source: Path, descriptor: int) -> None:
    """Give a file the access list and the users' attributes of ``source``, as far as the system allows."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(source):
            if name.startswith("user.") or name == "system.posix_acl_access":
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(source, name))


def remove_leftovers(targets: Iterable[Path]) -> None:
    """Remove what runs that were killed left beside ``targets``."""
    for folder in {Path(os.path.realpath(target)).parent for target in targets}:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in [entry for entry in entries if NAME.fullmatch(entry.name)]:
                with suppress(OSError):
                    remove_leftover(Path(entry.path))


def remove_leftover(path: Path) -> None:
    """Remove a temporary file of this user, if no run is writing it: that one would have it locked, on Windows open."""
    if os.name == "nt":
        path.unlink()
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | FLAGS)
    try:
        found = os.fstat(descriptor)
        ours = stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and found.st_nlink == 1
        if ours and lock(descriptor) is True and is_at(path, descriptor):
            path.unlink()
    finally:
        os.close(descriptor)
