"""The arguments and options that say which files to read."""

from collections.abc import Iterable
from pathlib import Path

import click

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


def find_inputs(arguments: Iterable[Path], report: Report, exclude: Iterable[str] = ()) -> list[Input]:
    """The files that ``arguments`` name, and those in the folders among them that ``exclude`` does not leave out."""

    def refuse(path: Path, problem: str) -> None:
        report.fail(visible_name(path), problem)

    return find_files(arguments, exclude, refuse)
