"""Files to what was found in them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from attrs import evolve, frozen

from ..corpus.files import Input, excluded, opened
from ..corpus.pool import jobs_for, map_items
from ..model.diagnostic import Diagnostic, InvalidRecord, Severity, draw_excerpt
from ..model.span import Span
from ..rules.across import Across, File
from ..rules.run_rule import RUN_RULES
from ..surface.lines import Lines
from .checked import Checked


@frozen(kw_only=True)
class Task:
    """What to do with each file: what to look for, and what to fix, if anything.

    With ``citations`` each line of a file is one. Of ``per_file_ignores`` each has a pattern, seen from ``folder``,
    and codes that are not looked for in its files.
    """

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fix: bool = False
    unsafe: bool = False
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    folder: Path | None = None
    citations: bool = False

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
    from ..rules.across import identity_of
    from ..rules.fix import fix_document

    try:
        text = source.text()
        is_pdf = source.is_pdf
    except OSError as error:
        return unread(source, f"{error.strerror or error}")
    except InvalidRecord as error:
        return Checked(source.name, source.path, None, error.diagnostics)
    if task.citations:
        return Checked(source.name, source.path, text, tuple(check_lines(text, task, source.path)))
    file = source.path.name if source.path else None
    document = parse(text)
    find = partial(check, select=task.select, ignore=task.ignored(source.path), file=file)
    foreign = document.family == "unknown"
    if foreign and source.optional:
        return Checked(source.name, source.path, text, (), foreign=True, left_out=True)
    if is_pdf:
        # Its text can't be written back, so nothing can be fixed.
        findings = tuple(evolve(finding, fix=None) for finding in find(document))
        identity = None if foreign else identity_of(document.record, document.spans)
        return Checked(source.name, source.path, text, findings, foreign=foreign, identity=identity, is_pdf=True)
    fixed: tuple[Diagnostic, ...] = ()
    if task.fix and not foreign:
        document, fixed = fix_document(document, find, task.unsafe)
    before = text if fixed else None
    identity = None if foreign else identity_of(document.record, document.spans)
    findings = tuple(refused(finding, task) for finding in find(document))
    return Checked(source.name, source.path, document.text, findings, fixed, foreign, before, identity=identity)


def refused(finding: Diagnostic, task: Task) -> Diagnostic:
    """A finding that is left when all was fixed that could be: a fix that it has was refused, and is not offered."""
    tried = task.fix and finding.fix is not None and (task.unsafe or finding.fix.safe)
    return evolve(finding, fix=None) if tried else finding


def check_lines(text: str, task: Task, path: Path | None) -> Iterator[Diagnostic]:
    """What is wrong with the lines of ``text``, each of which is a citation or blank."""
    from ..api import check, parse_citation
    from ..rules.differing import bare

    lines, seen = Lines(text), dict[str, int]()
    find = partial(check, select=task.select, ignore=task.ignored(path))
    for number, start in enumerate(lines.starts, 1):
        line = lines.line(number)
        if not line.strip():
            continue
        # Nothing can be fixed in a column of which this is a copy, so no fix is offered.
        for finding in find(parse_citation(line)):
            span = finding.span and Span(start + finding.span.start, start + finding.span.end)
            column = (finding.span.start if finding.span else 0) + 1
            yield evolve(finding, span=span, line=number, column=column, fix=None)
        first = seen.setdefault(bare(line), number)
        if first != number and is_wanted(task, path, "AC702"):
            yield Diagnostic(
                code="AC702",
                severity=RUN_RULES["AC702"].severity,
                message=f"line {first} is the same citation",
                span=Span(start, start + len(line)),
                line=number,
                column=1,
                excerpt=draw_excerpt(line, 0, len(line)),
            )


def compared(results: Iterable[Checked], task: Task) -> Iterator[Checked]:
    """``results``, each with what its record has in common with one before it."""
    across = Across()
    for file in results:
        if file.identity is None or file.text is None:
            yield file
            continue
        own = File(file.name, os.path.realpath(file.path.with_suffix("")) if file.path else "-")
        found = [*across.find(own, file.identity, file.text, partial(is_wanted, task, file.path))]
        ordered = sorted((*file.findings, *found), key=lambda finding: finding.span.start if finding.span else 0)
        yield evolve(file, findings=tuple(ordered)) if found else file


def is_wanted(task: Task, path: Path | None, code: str) -> bool:
    """Whether ``task`` looks for findings with that ``code`` in the file at ``path``."""
    return code.startswith(task.select) and not code.startswith(task.ignored(path))


def unread(source: Input, reason: str) -> Checked:
    """What is said of a file that can't be read."""
    failure = Diagnostic(code="AC902", severity=Severity.ERROR, message=f"can't be read: {reason}")
    return Checked(source.name, source.path, None, (failure,))
