"""Files to what was found in them, many at once on several processors."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from attrs import evolve, frozen

from ..model.diagnostic import Diagnostic, InvalidRecord, Severity
from .checked import Checked
from .inputs import Input

#: From this number of files on it pays to start more processes.
MANY = 200
#: How many files a process is given at a time.
AT_ONCE = 20


@frozen(kw_only=True)
class Task:
    """What to do with each file: what to look for, and what to mend, if anything."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    mend: bool = False
    unsafe: bool = False


def check_files(inputs: Sequence[Input], task: Task) -> Iterator[Checked]:
    """What was found in each of ``inputs``, in order."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(inputs) < MANY or processors < 2 or any(source.path is None for source in inputs):
        yield from map(partial(check_file, task=task), inputs)
        return
    executor = ProcessPoolExecutor(min(processors, 8), multiprocessing.get_context("spawn"))
    try:
        # A pool takes all tasks at once: given in portions, so that results don't pile up.
        portion = AT_ONCE * processors * 4
        for start in range(0, len(inputs), portion):
            yield from executor.map(partial(check_file, task=task), inputs[start : start + portion], chunksize=AT_ONCE)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def check_file(source: Input, task: Task) -> Checked:
    """What was found in one file, and in its text what could be mended."""
    from ..api import check, parse
    from ..rules.fix import mend
    from .inputs import text_of

    try:
        text = text_of(source)
    except OSError as error:
        failure = Diagnostic(code="AC902", severity=Severity.ERROR, message=f"can't be read: {error.strerror or error}")
        return Checked(source.name, source.path, None, (failure,))
    except InvalidRecord as error:
        return Checked(source.name, source.path, None, error.diagnostics)
    file = source.path.name if source.path else None
    document = parse(text)
    find = partial(check, select=task.select, ignore=task.ignore, file=file)
    foreign = document.family == "unknown"
    if is_pdf(source.path):
        # Its text can't be written back, so nothing can be mended.
        findings = tuple(evolve(finding, fix=None) for finding in find(document))
        return Checked(source.name, source.path, text, findings, foreign=foreign)
    mended: tuple[Diagnostic, ...] = ()
    if task.mend and not foreign:
        document, mended = mend(document, find, task.unsafe)
    before = text if mended else None
    return Checked(source.name, source.path, document.text, tuple(find(document)), mended, foreign, before)


def is_pdf(path: Path | None) -> bool:
    """Whether the text of a file was taken from a PDF, and so can't be written back."""
    if path is None:
        return False
    with path.open("rb") as file:
        return file.read(5) == b"%PDF-"
