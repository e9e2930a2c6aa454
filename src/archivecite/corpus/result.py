"""What comes of reading a file, and reading many of them."""

from collections.abc import Generator, Iterable
from itertools import tee
from os import PathLike, fspath
from pathlib import Path

from attrs import frozen

from ..model.diagnostic import InvalidRecord
from ..syntax.document import Document
from .files import Input, opened
from .pool import jobs_for, map_items


@frozen
class ReadResult:
    """What came of reading the file ``path``: its ``document``, or the ``error`` for which there is none.

    The error is what ``read`` raises: ``OSError`` for a file that can't be opened, ``InvalidRecord`` for one that is
    not UTF-8 text or is too large.
    """

    path: Path
    document: Document | None = None
    error: OSError | InvalidRecord | None = None


def read_many(paths: "Iterable[str | PathLike[str]]", jobs: int | None = None) -> Generator[ReadResult, None, None]:
    """Read files at once on several processors; gives one ``ReadResult`` for each path, in order, as it is asked for.

    A file that can't be read raises nothing: its result has the error. Only some files are in memory at any time,
    however many there are. ``jobs`` is the number of processes; the default is one for each processor that may be used,
    or only this one for files that take less time than starting others; with 1 all is read in this process. The other
    processes end when the iterator is closed or used up, and with this one.

    Raises ``TypeError`` for ``paths`` that is one path and ``ValueError`` for ``jobs`` below 1.

    >>> [result] = read_many(["no-such-file.txt"])
    >>> result.document is None, result.error
    (True, FileNotFoundError(2, 'No such file or directory'))
    """
    if isinstance(paths, (str, bytes, PathLike)):
        raise TypeError(f"expected several paths, got {paths!r:.80}; for one file there is read")
    if jobs is not None and (type(jobs) is not int or jobs < 1):
        raise ValueError(f"jobs: expected a whole number from 1 on, got {jobs!r:.80}")
    inputs, looked_at = tee(Input(Path(fspath(path)), Path()) for path in paths)
    if jobs is None:
        jobs = jobs_for(source.cost for source in looked_at)
    return map_items(read_input, opened(inputs), lost, jobs)


def read_input(source: Input) -> ReadResult:
    """What comes of reading ``source``."""
    from ..api import read

    assert source.path
    try:
        if isinstance(source.content, OSError):
            raise source.content
        return ReadResult(source.path, read(source.path if source.content is None else source.content))
    except (OSError, InvalidRecord) as error:
        # A traceback would keep all that was read in memory.
        return ReadResult(source.path, error=error.with_traceback(None))


def lost(source: Input, reason: str) -> ReadResult:
    """What comes of reading ``source`` when the process that did it died."""
    assert source.path
    return ReadResult(source.path, error=InvalidRecord.because("AC902", f"can't be read: {reason}"))
