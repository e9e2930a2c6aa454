"""``archivecite validate``: what is wrong with records, where, and how to mend it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from ..model.diagnostic import Severity
from .checked import Checked, rule_name
from .inputs import exclude, files, find_inputs
from .output import write
from .progress import followed
from .report import Report, Status
from .settings import OUTPUTS, Settings, settings
from .shown import records, shown_concise, shown_full


def codes(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Codes in options: several, or several in one with commas."""
    return tuple(code.strip().upper() for text in given for code in text.split(",") if code.strip())


@click.command(short_help="Say what is wrong with records, where, and how to mend it.")
@files
@click.option(
    "--output", type=click.Choice(OUTPUTS), help="How findings are shown.  [default: full]", metavar="|".join(OUTPUTS)
)
@click.option("--select", multiple=True, callback=codes, metavar="CODE,…", help="Only these rules: AC5,AC301.")
@click.option("--ignore", multiple=True, callback=codes, metavar="CODE,…", help="All rules but these.")
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The least severity of a finding that makes the exit status 1.  [default: warning]",
)
@click.option(
    "--baseline", type=click.Path(), metavar="FILE", help="Leave out the findings in FILE: --output json of before."
)
@exclude
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--fix", is_flag=True, help="Mend what can safely be mended, and show what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend also what wants a look afterwards.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
def validate(files: tuple[Path, ...], statistics: bool, fix: bool, diff: bool, **options: Any) -> int:
    """Check the records in FILES, or in the .txt, .md and .pdf files of folders. "-" is standard input.

    Each finding is shown with its place, the line that it is about, and what to do; "archivecite rule CODE" tells more.
    What can't be read as a record at all goes to standard error.

    Settings may stand in archivecite.toml, or in pyproject.toml under [tool.archivecite], in this folder or above:
    select, ignore, fail-on, output, baseline, unsafe-fixes, exclude.

    \b
    Exit status:
      0  all is read, and nothing is wrong with it
      1  a file is no record of this layout, or has a finding of --fail-on or worse; or --diff has something to show
      2  wrong usage, a file that can't be read, or nothing to check
    """
    from .check import Task, check_files

    if fix and diff:
        raise click.UsageError("--diff changes nothing, and --fix does: give one of them.")
    chosen = settings(options)
    report = Report(chosen.fail_on)
    known = read_baseline(chosen.baseline) if chosen.baseline else frozenset()
    inputs = find_inputs(files, report, chosen.exclude)
    if fix and any(source.is_stream for source in inputs):
        raise click.UsageError("--fix cannot change standard input or a pipe; --diff can show what it would do.")
    task = Task(select=chosen.select, ignore=chosen.ignore, mend=fix or diff, unsafe=chosen.unsafe_fixes)
    run = Run(report, known)
    results = run.follow(followed(check_files(inputs, task), len(inputs)), fix)
    if diff:
        for piece in differences(results, report):
            click.echo(piece, nl=False)
    elif statistics:
        counts = Counter(finding.code for file, finding in records(results))
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"{count:6}  {code}  {rule_name(code)}")
    else:
        for piece in shown(results, chosen, report):
            click.echo(piece, nl=False)
    # What another program is to read stays free of what people are told.
    for_people = statistics or chosen.output in ("full", "concise")
    click.echo(run.summary(chosen, diff), err=diff or not for_people)
    return report.status


class Run:
    """What a run has come to so far."""

    def __init__(self, report: Report, known: frozenset[str]) -> None:
        self.report = report
        self.known = known
        self.checked = self.unread = self.foreign = self.findings = self.mended = self.hidden = self.safe = (
            self.unsafe
        ) = 0

    def follow(self, results: Iterable[Checked], fix: bool) -> Iterator[Checked]:
        """``results`` without what the baseline knows, each counted; what was mended is written with ``fix``."""
        for result in results:
            file = self.without_known(result)
            if file.text is None:
                self.unread += 1
                self.report.refuse(file.name, file.findings, Status.FAILED)
            elif file.foreign:
                self.foreign += 1
                self.report.refuse(file.name, result.findings, Status.FOUND)
            else:
                self.checked += 1
                self.findings += len(file.findings)
                for finding in file.findings:
                    if self.report.counts(finding):
                        self.report.reach(Status.FOUND)
                    if finding.fix:
                        self.safe += finding.fix.safe
                        self.unsafe += not finding.fix.safe
            if fix and file.mended and file.path and file.text is not None:
                write([file.text], file.path, self.report)
            self.mended += len(file.mended)
            yield file

    def without_known(self, file: Checked) -> Checked:
        """``file`` without the findings that the baseline has."""
        if not self.known:
            return file
        pairs = zip(file.findings, file.fingerprints, strict=True)
        new = tuple(finding for finding, fingerprint in pairs if fingerprint not in self.known)
        self.hidden += len(file.findings) - len(new)
        return evolve(file, findings=new)

    def summary(self, chosen: Settings, diff: bool) -> str:
        """One line on it all."""
        said = f"{counted(self.checked, 'record')} checked, {counted(self.findings, 'finding')}"
        if self.foreign:
            said += f", {counted(self.foreign, 'file')} of another layout"
        if self.unread:
            said += f", {counted(self.unread, 'file')} not read"
        if self.mended:
            said += f", {self.mended} {'to mend' if diff else 'mended'}"
        if self.hidden:
            said += f", {self.hidden} known before"
        if not diff and self.safe + self.unsafe:
            unsafe = f"{self.unsafe} with --fix --unsafe-fixes" if self.unsafe and not chosen.unsafe_fixes else ""
            safe = self.safe + (self.unsafe if chosen.unsafe_fixes else 0)
            ways = [f"{safe} with --fix" if safe else "", unsafe]
            said += f" (can be mended: {', '.join(filter(None, ways))})"
        return said


def shown(results: Iterable[Checked], chosen: Settings, report: Report) -> Iterator[str]:
    """``results`` in the output that was chosen."""
    if chosen.output == "concise":
        return shown_concise(results)
    if chosen.output == "json":
        from .listing import write_json

        return write_json(results)
    if chosen.output == "sarif":
        from .sarif import write_sarif

        return write_sarif(results)
    if chosen.output == "github":
        from .github import write_github

        return write_github(results)
    if chosen.output == "junit":
        from .junit import write_junit

        return write_junit(results, report.failing)
    return shown_full(results)


def differences(results: Iterable[Checked], report: Report) -> Iterator[str]:
    """What mending would change, as one patch."""
    from difflib import unified_diff

    for file in results:
        if file.mended and file.text is not None and file.before is not None:
            report.reach(Status.FOUND)
            before, after = (text.splitlines(keepends=True) for text in (file.before, file.text))
            for line in unified_diff(before, after, file.name, file.name):
                yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints of the findings in a file that ``--output json`` wrote."""
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        return frozenset(entry["fingerprint"] for entry in found)
    except OSError as error:
        raise click.UsageError(f"{path} can't be read: {error.strerror or error}.") from None
    except (ValueError, TypeError, KeyError):
        raise click.UsageError(f"{path} is no list of findings: make it with --output json > {path}.") from None


def counted(number: int, noun: str) -> str:
    """``number`` and ``noun``, in the plural where that is right.

    >>> counted(1, "record"), counted(0, "finding")
    ('1 record', '0 findings')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
