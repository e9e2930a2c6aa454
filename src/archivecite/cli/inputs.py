"""The arguments and options that say which files to read."""

from collections.abc import Iterable
from pathlib import Path

import click
from attrs import evolve

from ..corpus.files import Input, find_files
from ..surface.names import visible_name
from .report import Report

files = click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path(path_type=Path))

exclude = click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Leave out files and folders of this name or path when reading folders. Can be given several times.",
)


records_only = click.option(
    "--records-only", is_flag=True, help="Leave out files that are not records, wherever they are, without a word."
)


def find_inputs(
    arguments: Iterable[Path], report: Report, exclude: Iterable[str] = (), records_only: bool = False
) -> list[Input]:
    """The files that ``arguments`` name, and those in the folders among them that ``exclude`` does not leave out.

    With ``records_only`` each of them may be something else than a record, and so may all.
    """

    def refuse(path: Path, problem: str) -> None:
        report.fail(visible_name(path), problem)

    found = find_files(arguments, exclude, refuse)
    if records_only:
        report.met = True
        found = [evolve(source, optional=True) for source in found]
    return found
