"""``archivecite validate``: what is wrong with records, where, and how to fix it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from ..corpus.files import Input
from ..model.diagnostic import Severity
from ..rules.profile import NO_PROFILE, PROFILES, Profile
from .baseline import read_baseline
from .checked import Checked
from .inputs import exclude, files, find_inputs, records_only
from .outlet import Outlet
from .output import refuse_clashes, rewrite
from .progress import followed
from .report import Report
from .settings import OUTPUTS, Settings, settings
from .streams import hand_over, say
from .tally import Tally
from .temporary import remove_leftovers

if TYPE_CHECKING:
    from .check import Task


def listed(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Codes or names in options: several, or several in one with commas."""
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())


@click.command(short_help="Say what is wrong with records, where, and how to fix it.")
@files
@click.option(
    "--output", type=click.Choice(OUTPUTS), help="How findings are shown.  [default: full]", metavar="|".join(OUTPUTS)
)
@click.option("--output-file", type=click.Path(), metavar="FILE", help="Where to write them.")
@click.option("-q", "--quiet", is_flag=True, help="Show findings and nothing else: no summary.")
@click.option("--select", multiple=True, callback=listed, metavar="RULE,...", help="Only these: AC5,misspelt-label.")
@click.option("--ignore", multiple=True, callback=listed, metavar="RULE,...", help="All rules but these.")
@click.option(
    "--profile",
    type=click.Choice([*PROFILES]),
    help="publish: what a published record must have counts as a warning. legacy: nothing on older habits.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The least severity of a finding that makes the exit status 1.  [default: warning]",
)
@click.option(
    "--baseline", type=click.Path(), metavar="FILE", help="Leave out the findings in FILE: --output json of before."
)
@exclude
@records_only
@click.option("--citations", is_flag=True, help="FILES hold one citation a line, and not records.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead of showing them.")
@click.option("--fix", is_flag=True, help="Fix what can safely be fixed, and show what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also apply fixes that need review.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
def validate(
    files: tuple[Path, ...],
    output_file: str | None,
    quiet: bool,
    statistics: bool,
    fix: bool,
    diff: bool,
    citations: bool,
    **options: Any,
) -> int:
    """Check the records in FILES, or in the .txt, .md and .pdf files of folders. "-" is standard input.

    Each finding is shown with its place, the line that it is about, and what to do; "archivecite rule CODE" tells more.
    What can't be read as a record at all goes to standard error. With --fix the text of standard input goes to standard
    output, and the findings to standard error.

    Settings can be in archivecite.toml, or in pyproject.toml under [tool.archivecite], in this folder or above:
    select, ignore, profile, fail-on, output, baseline, unsafe-fixes, exclude, per-file-ignores, records-only.

    \b
    Exit status:
      0  all is read, and nothing is wrong with it
      1  a file is not a record of this layout, or has a finding of --fail-on or worse; or --diff has something to show
      2  wrong usage, a file that can't be read, or nothing to check
    """
    chosen = settings(options)
    report = Report(chosen.fail_on)
    inputs = find_inputs(files, report, chosen.exclude, chosen.records_only)
    is_filter = fix and any(source.path is None for source in inputs)
    outlet = Outlet(chosen.output, Path(output_file) if output_file else None, statistics, diff, is_filter)
    refuse_impossible(inputs, outlet, fix, citations)
    profile = PROFILES.get(chosen.profile or "", NO_PROFILE)
    task = task_of(chosen, profile, fix or diff, citations)
    tally = Tally(report, known(chosen.baseline), profile, "file" if citations else "record")
    texts: list[str] = []
    outlet.write(tally.follow(results_of(inputs, task, report, fix, quiet, texts)), report)
    hand_over(texts)
    if not quiet:
        say(f"{tally.summary(chosen.unsafe_fixes, diff)}\n", err=not outlet.is_shown)
    return report.finish()


def known(baseline: str | None) -> frozenset[str]:
    """The findings of before that are in a file, if one was given."""
    return read_baseline(baseline) if baseline else frozenset()


def task_of(chosen: Settings, profile: Profile, fix: bool, citations: bool) -> "Task":
    """What to do with each file."""
    from .check import Task

    return Task(
        select=chosen.select,
        ignore=(*chosen.ignore, *profile.silent),
        fix=fix,
        unsafe=chosen.unsafe_fixes,
        per_file_ignores=chosen.per_file_ignores,
        folder=chosen.folder,
        citations=citations,
    )


def refuse_impossible(inputs: Sequence[Input], outlet: Outlet, fix: bool, citations: bool) -> None:
    """Refuse, before anything is done, what can't be done together."""
    if citations and (fix or outlet.diff):
        raise click.UsageError("Citations alone are not fixed: correct them where they came from.")
    if fix and outlet.diff:
        raise click.UsageError("--diff changes nothing, and --fix does: give one of them.")
    if fix and any(source.is_stream and source.path for source in inputs):
        raise click.UsageError("--fix cannot change a pipe or a device; --diff can show what it would do.")
    if outlet.is_filter and len(inputs) > 1:
        raise click.UsageError(
            "With --fix the text of standard input is all that goes to standard output: give - alone."
        )
    if outlet.is_filter and not outlet.for_people and outlet.file is None:
        raise click.UsageError("With --fix standard output is for the text: give --output-file for the findings.")
    if outlet.statistics and (outlet.diff or outlet.output not in ("full", "concise", "json")):
        raise click.UsageError("--statistics are text, or JSON with --output json.")
    if outlet.file is not None:
        refuse_clashes(inputs, [outlet.file])


def results_of(
    inputs: Sequence[Input], task: "Task", report: Report, fix: bool, quiet: bool, texts: list[str]
) -> Iterator[Checked]:
    """What was found in each of ``inputs``; with ``fix`` the fixed texts are written on the way, and that of standard
    input is put among ``texts``.
    """
    from .check import check_files, compared

    checked = compared(check_files(inputs, task), task)
    checked = checked if quiet else followed(checked, len(inputs))
    if fix:
        remove_leftovers(source.path for source in inputs if source.path)
    for file in checked:
        if fix and file.path is None and file.text is not None:
            texts.append(file.text)
        yield write_fixed(file, task, report) if fix else file


def write_fixed(file: Checked, task: "Task", report: Report) -> Checked:
    """``file`` after its fixed text was written to it. If that failed it is what is found in the file as it is now."""
    from .check import check_file

    if not file.fixed or file.path is None or file.text is None or file.before is None:
        return file
    if rewrite(file.path, file.before, file.text, report):
        return file
    return check_file(Input(file.path, file.path), evolve(task, fix=False))
