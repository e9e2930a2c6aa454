"""``archivecite validate``: what is wrong with records, and where."""

from pathlib import Path

import click

from .inputs import files, find_inputs, read_records
from .report import Report, fail_on


@click.command(short_help="Say what is wrong with records, and where.")
@files
@fail_on
def validate(files: tuple[Path, ...], fail_on: str) -> int:
    """Check the records in FILES, or in the .txt and .md files of folders. "-" is standard input.

    Each finding is printed with its place and the line that it is about. What can't be read as a record at all goes
    to standard error.

    \b
    Exit status:
      0  all is read, and nothing is wrong with it
      1  a file is no record of this layout, or has a finding of --fail-on or worse
      2  wrong usage, or a file that can't be read
    """
    report = Report(fail_on)
    checked = 0
    for source, _, findings in read_records(find_inputs(files, report), report):
        report.find(source.name, findings, err=False)
        checked += 1
    click.echo(f"{counted(checked, 'record')} checked, {counted(report.findings, 'finding')}")
    return report.status


def counted(number: int, noun: str) -> str:
    """``number`` and ``noun``, in the plural where that is right.

    >>> counted(1, "record"), counted(0, "finding")
    ('1 record', '0 findings')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
