"""Files to what was found in them."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from attrs import evolve, frozen

from ..corpus.files import Input, excluded, opened
from ..corpus.pool import jobs_for, map_items
from ..model.diagnostic import Diagnostic, InvalidRecord, Severity
from .checked import Checked


@frozen(kw_only=True)
class Task:
    """What to do with each file: what to look for, and what to fix, if anything.

    Of ``per_file_ignores`` each has a pattern, seen from ``folder``, and codes that are not looked for in its files.
    """

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fix: bool = False
    unsafe: bool = False
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    folder: Path | None = None

    def ignored(self, path: Path | None) -> tuple[str, ...]:
        """The codes that are not looked for in the file at ``path``."""
        if path is None or self.folder is None or not self.per_file_ignores:
            return self.ignore
        try:
            inside = Path(os.path.relpath(path, self.folder))
        except ValueError:  # there is no way from one drive of Windows to another
            inside = path
        places = [inside, *(parent for parent in inside.parents if parent.name)]
        some = [codes for pattern, codes in self.per_file_ignores if any(excluded(at, at, [pattern]) for at in places)]
        return (*self.ignore, *(code for codes in some for code in codes))


def check_files(inputs: Sequence[Input], task: Task) -> Iterator[Checked]:
    """What was found in each of ``inputs``, in order."""
    jobs = jobs_for(source.cost for source in inputs)
    return map_items(partial(check_file, task=task), opened(inputs), unread, jobs)


def check_file(source: Input, task: Task) -> Checked:
    """What was found in one file, and in its text what could be fixed."""
    from ..api import check, parse
    from ..rules.fix import fix_document

    try:
        text = source.text()
        is_pdf = source.is_pdf
    except OSError as error:
        return unread(source, f"{error.strerror or error}")
    except InvalidRecord as error:
        return Checked(source.name, source.path, None, error.diagnostics)
    file = source.path.name if source.path else None
    document = parse(text)
    find = partial(check, select=task.select, ignore=task.ignored(source.path), file=file)
    foreign = document.family == "unknown"
    if foreign and source.optional:
        return Checked(source.name, source.path, text, (), foreign=True, left_out=True)
    if is_pdf:
        # Its text can't be written back, so nothing can be fixed.
        findings = tuple(evolve(finding, fix=None) for finding in find(document))
        return Checked(source.name, source.path, text, findings, foreign=foreign)
    fixed: tuple[Diagnostic, ...] = ()
    if task.fix and not foreign:
        document, fixed = fix_document(document, find, task.unsafe)
    before = text if fixed else None
    return Checked(source.name, source.path, document.text, tuple(find(document)), fixed, foreign, before)


def unread(source: Input, reason: str) -> Checked:
    """What is said of a file that can't be read."""
    failure = Diagnostic(code="AC902", severity=Severity.ERROR, message=f"can't be read: {reason}")
    return Checked(source.name, source.path, None, (failure,))
