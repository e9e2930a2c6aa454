"""Who else uses a file, by locks, which programs agree on, and leases, which Linux enforces."""

import os
import signal
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def lock(descriptor: int) -> bool | None:
    """Lock the open file until it is closed: whether that worked, or None where there are no locks."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # not every network file system has them
        return None
    return True


def lease(descriptor: int) -> bool | None:
    """Lease a file that is open to read: whether nobody has it open to write, or None where there are no leases.

    Who opens a leased file to write waits until the lease is given back, at most ``/proc/sys/fs/lease-break-time``
    seconds. Only the owner of a file may lease it.
    """
    if sys.platform != "linux":
        return None
    try:
        # When somebody waits the kernel sends a signal; by default it is one that would end the program.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def is_wanted(descriptor: int) -> bool:
    """Whether somebody waits to open the leased file."""
    return sys.platform == "linux" and fcntl.fcntl(descriptor, fcntl.F_GETLEASE) != fcntl.F_RDLCK


def give_back(descriptor: int) -> None:
    """End the lease of the file, and let those in who wait."""
    if sys.platform == "linux":
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)


def can_lease(path: Path) -> bool:
    """Whether a file that nobody has open to write can be leased; some network file systems never allow it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return lease(descriptor) is True
    finally:
        os.close(descriptor)
