"""Findings for people: with the lines that they are about, or one line each. Colours are for terminals."""

from collections.abc import Iterable, Iterator

import click

from ..model.diagnostic import Diagnostic, Severity
from .checked import Checked

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def records(files: Iterable[Checked]) -> Iterator[tuple[Checked, Diagnostic]]:
    """The findings in files that are records; of the others is told elsewhere."""
    for file in files:
        if file.text is not None and not file.foreign:
            for finding in file.findings:
                yield file, finding


def located(file: Checked, finding: Diagnostic) -> str:
    """One line: the place, the code, how grave it is, and what is wrong."""
    place = f"{file.name}:{finding.line}:{finding.column}" if finding.line is not None else file.name
    code = click.style(f"{finding.code} {finding.severity}", fg=COLOURS[finding.severity], bold=True)
    return f"{click.style(place, bold=True)}: {code}: {finding.message}"


def shown_concise(files: Iterable[Checked]) -> Iterator[str]:
    """One line for each finding."""
    for file, finding in records(files):
        yield f"{located(file, finding)}{' [mendable]' if finding.fix else ''}\n"


def shown_full(files: Iterable[Checked]) -> Iterator[str]:
    """Each finding with its line, a caret under the place, the hint, and whether it can be mended."""
    for file, finding in records(files):
        rows = [located(file, finding)]
        line, _, caret = (finding.excerpt or "").partition("\n")
        rows += [f"    {line}", f"    {click.style(caret, fg=COLOURS[finding.severity])}"]
        if finding.hint is not None:
            rows.append(f"    hint: {finding.hint}")
        if finding.fix:
            rows.append(f"    {'--fix' if finding.fix.safe else '--fix --unsafe-fixes'} can {finding.fix.message}")
        yield "".join(f"{row}\n" for row in rows)
