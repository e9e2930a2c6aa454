"""``archivecite validate``: what is wrong with records, where, and how to fix it."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from ..corpus.files import Input
from ..model.diagnostic import Severity
from .checked import Checked, rule_name
from .inputs import exclude, files, find_inputs
from .output import rewrite
from .progress import followed
from .report import Report, Status
from .settings import OUTPUTS, Settings, settings
from .shown import records, shown_concise, shown_full
from .streams import hand_over, say
from .temporary import remove_leftovers

if TYPE_CHECKING:
    from .check import Task


def codes(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Codes in options: several, or several in one with commas."""
    return tuple(code.strip().upper() for text in given for code in text.split(",") if code.strip())


@click.command(short_help="Say what is wrong with records, where, and how to fix it.")
@files
@click.option(
    "--output", type=click.Choice(OUTPUTS), help="How findings are shown.  [default: full]", metavar="|".join(OUTPUTS)
)
@click.option("--select", multiple=True, callback=codes, metavar="CODE,...", help="Only these rules: AC5,AC301.")
@click.option("--ignore", multiple=True, callback=codes, metavar="CODE,...", help="All rules but these.")
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
@click.option("--fix", is_flag=True, help="Fix what can safely be fixed, and show what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also apply fixes that need review.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
def validate(files: tuple[Path, ...], statistics: bool, fix: bool, diff: bool, **options: Any) -> int:
    """Check the records in FILES, or in the .txt, .md and .pdf files of folders. "-" is standard input.

    Each finding is shown with its place, the line that it is about, and what to do; "archivecite rule CODE" tells more.
    What can't be read as a record at all goes to standard error.

    Settings can be in archivecite.toml, or in pyproject.toml under [tool.archivecite], in this folder or above:
    select, ignore, fail-on, output, baseline, unsafe-fixes, exclude.

    \b
    Exit status:
      0  all is read, and nothing is wrong with it
      1  a file is not a record of this layout, or has a finding of --fail-on or worse; or --diff has something to show
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
    task = Task(select=chosen.select, ignore=chosen.ignore, fix=fix or diff, unsafe=chosen.unsafe_fixes)
    run = Run(report, known)
    checked = followed(check_files(inputs, task), len(inputs))
    if fix:
        remove_leftovers(source.path for source in inputs if source.path)
        checked = (write_fixed(file, task, report) for file in checked)
    results = run.follow(checked)
    # What another program is to read stays free of what people are told.
    for_people = statistics or chosen.output in ("full", "concise")
    if diff:
        hand_over(differences(results, report))
    elif statistics:
        counts = Counter(finding.code for file, finding in records(results))
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            say(f"{count:6}  {code}  {rule_name(code)}\n")
    elif for_people:
        for piece in shown(results, chosen, report):
            say(piece)
    else:
        hand_over(shown(results, chosen, report))
    say(f"{run.summary(chosen, diff)}\n", err=diff or not for_people)
    return report.finish()


class Run:
    """What a run has come to so far."""

    def __init__(self, report: Report, known: frozenset[str]) -> None:
        self.report = report
        self.known = known
        self.checked = self.unread = self.foreign = self.findings = self.fixed = self.hidden = self.safe = (
            self.unsafe
        ) = 0

    def follow(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """``results`` without what the baseline knows, each counted."""
        for result in results:
            if result.left_out:
                continue
            self.report.met = True
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
            self.fixed += len(file.fixed)
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
        if self.fixed:
            said += f", {self.fixed} {'to fix' if diff else 'fixed'}"
        if self.hidden:
            said += f", {self.hidden} known before"
        if not diff and self.safe + self.unsafe:
            safe = self.safe + (self.unsafe if chosen.unsafe_fixes else 0)
            unsafe = self.safe + self.unsafe - safe
            ways = [f"{safe} fixable with --fix"] if safe else []
            if unsafe:
                ways.append(f"{unsafe} {'' if safe else 'fixable '}with --fix --unsafe-fixes")
            said += f" ({', '.join(ways)})"
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


def write_fixed(file: Checked, task: "Task", report: Report) -> Checked:
    """``file`` after its fixed text was written to it. If that failed it is what is found in the file as it is now."""
    from .check import check_file

    if not file.fixed or file.path is None or file.text is None or file.before is None:
        return file
    if rewrite(file.path, file.before, file.text, report):
        return file
    return check_file(Input(file.path, file.path), evolve(task, fix=False))


def differences(results: Iterable[Checked], report: Report) -> Iterator[str]:
    """What --fix would change, as one patch, in which a file with two names is changed once."""
    from .patch import patch

    seen = set()
    for file in results:
        if file.fixed and file.text is not None and file.before is not None:
            report.reach(Status.FOUND)
            real = file.path and os.path.realpath(file.path)
            if real not in seen:
                yield from patch(file.path, file.before, file.text)
            seen.add(real)


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints of the findings in a file that ``--output json`` wrote."""
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        return frozenset(entry["fingerprint"] for entry in found)
    except OSError as error:
        raise click.UsageError(f"{path} can't be read: {error.strerror or error}.") from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise click.UsageError(f"{path} is not a list of findings: make it with --output json > {path}.") from None


def counted(number: int, noun: str) -> str:
    """``number`` and ``noun``, in the plural where that is right.

    >>> counted(1, "record"), counted(0, "finding")
    ('1 record', '0 findings')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
