"""One task for many items, on all processors and in order."""

import os
from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

from ..surface.interpreter import interpreter

T = TypeVar("T")
R = TypeVar("R")

#: From this much work on, counted in bytes of text, other processes save more time than it takes to start them.
ENOUGH = 4_000_000


def jobs_for(costs: Iterable[int]) -> int:
    """How many processes items with these ``costs``, in bytes of text, are worth: one for each processor, or only this
    one if it would take longer to start others. No more costs are looked at than it takes to know.
    """
    jobs, total = processors(), 0
    for cost in costs if jobs > 1 else ():
        total += cost
        if total >= ENOUGH:
            return jobs
    return 1


def map_items(
    task: Callable[[T], R], items: Iterable[T], lost: Callable[[T, str], R], jobs: int
) -> Generator[R, None, None]:
    """What ``task`` gives for each of ``items``, in order, with few of them in memory at any time.

    ``jobs`` processes do it; with 1, and where no Python can be started, all is done in this process. ``task`` is a
    function of a module, and items and results can be pickled. Where a process dies, ``lost`` makes a result of the
    item and of how it died.
    """
    if jobs == 1 or interpreter() is None:
        yield from map(task, items)
        return
    from .workers import map_by_workers  # only here, as it takes time, and few runs need it

    yield from map_by_workers(task, items, lost, jobs)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
