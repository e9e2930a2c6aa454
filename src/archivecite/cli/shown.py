"""Findings for people: with the lines that they are about, or one line each. Colours are for terminals."""

from collections.abc import Iterable, Iterator

import click

from ..model.diagnostic import Diagnostic, Severity
from ..model.visible import visible, width
from .checked import Checked

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def records(files: Iterable[Checked]) -> Iterator[tuple[Checked, Diagnostic]]:
    """The findings in files that are records; the others are reported elsewhere."""
    for file in files:
        if file.text is not None and not file.foreign:
            for finding in file.findings:
                yield file, finding


def located(file: Checked, finding: Diagnostic) -> str:
    """One line: the place, the code, how grave it is, and what is wrong."""
    place = f"{file.name}:{finding.line}:{finding.column}" if finding.line is not None else file.name
    if finding.span and (page := file.page(finding.span)):
        place = f"{file.name}: page {page[0]}, line {page[1]}"
    code = click.style(f"{finding.code} {finding.severity}", fg=COLOURS[finding.severity], bold=True)
    return f"{click.style(visible(place), bold=True)}: {code}: {visible(finding.message)}"


def shown_concise(files: Iterable[Checked]) -> Iterator[str]:
    """One line for each finding."""
    for file, finding in records(files):
        yield f"{located(file, finding)}{' [fixable]' if finding.fix else ''}\n"


def shown_full(files: Iterable[Checked], encoding: str | None = None) -> Iterator[str]:
    """Each finding with its line, a caret under the place, the hint, and whether it can be fixed, for a stream of that
    ``encoding``.
    """
    for file, finding in records(files):
        rows = [located(file, finding)]
        if finding.excerpt is not None:
            line, gutter, caret = numbered(finding, encoding)
            rows += [line, f"{gutter}{click.style(caret, fg=COLOURS[finding.severity])}"]
        if finding.hint is not None:
            rows.append(f"    hint: {visible(finding.hint)}")
        if finding.fix:
            option = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
            rows.append(f"    {option} can {visible(finding.fix.message)}")
        yield "".join(f"{row}\n" for row in rows)


def numbered(finding: Diagnostic, encoding: str | None = None) -> tuple[str, str, str]:
    """The line of ``finding`` after its number, and below it as much room and the caret, for a stream of that
    ``encoding``. After a number no line can be a command of a build server, whatever it begins with.
    """
    line, _, caret = (finding.excerpt or "").partition("\n")
    number = f"{finding.line or '':>4} | "
    return f"{number}{line}", f"{' ' * (len(number) - 2)}| ", moved(caret, line, encoding or "utf-8")


def moved(caret: str, line: str, encoding: str) -> str:
    """``caret`` where it is below the same characters of ``line`` when those that ``encoding`` lacks are escaped.

    >>> moved(" ^~", "Лех", "ascii")
    '      ^~~~~~~~~~~~'
    """
    start, column, lead, under = caret.find("^"), 0, 0, 0
    for character in line:
        taken = width(character)
        printed = width(character.encode(encoding, "backslashreplace").decode(encoding))
        # A combining mark belongs to the letter before it.
        place = column if taken else column - 1
        if place < start:
            lead += printed
        elif place < len(caret):
            under += printed
        column += taken
    return " " * (lead + max(0, start - column)) + "^" + "~" * (under - 1)
