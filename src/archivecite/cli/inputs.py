"""The files that the arguments name, and the documents read from them."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from attrs import frozen

from ..model.diagnostic import InvalidRecord
from ..surface.names import visible_name
from .report import Report, Status

#: What is read of a folder.
SUFFIXES = {".txt", ".md", ".pdf"}

files = click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path(path_type=Path))


@frozen
class Input:
    """One file to read: ``path``, or standard input when it is None. ``output`` is what to call what is made of it,
    its place under the folder that was given included, without a suffix.
    """

    path: Path | None
    output: Path

    @property
    def name(self) -> str:
        """What messages call the file."""
        return visible_name(self.path) if self.path else "standard input"


def find_inputs(arguments: Iterable[Path], report: Report) -> list[Input]:
    """The files that ``arguments`` name, those of a folder sorted; ``-`` is standard input."""
    found: list[Input] = []
    for argument in dict.fromkeys(arguments):
        if argument == Path("-"):
            found.append(Input(None, Path("stdin")))
        elif argument.is_dir():
            inside = sorted(files_under(argument, report))
            if not inside:
                report.fail(
                    click.format_filename(argument), "expected records, got a folder without .txt, .md or .pdf files"
                )
            found += [Input(path, path.relative_to(argument).with_suffix("")) for path in inside]
        else:
            found.append(Input(argument, Path(argument.stem)))
    return found


def files_under(folder: Path, report: Report) -> Iterator[Path]:
    """The text files and PDFs in ``folder`` and the folders in it."""

    def unreadable(error: OSError) -> None:
        report.fail(click.format_filename(error.filename), f"can't be read: {error.strerror}")

    for root, _, names in os.walk(folder, onerror=unreadable):
        yield from (Path(root, name) for name in names if Path(name).suffix.lower() in SUFFIXES)


def read_text(source: Input, report: Report) -> str | None:
    """The text of ``source``, or None when ``report`` has been told why there is none."""
    try:
        return text_of(source)
    except OSError as error:
        report.fail(source.name, f"can't be read: {error.strerror or error}")
    except InvalidRecord as error:
        report.refuse(source.name, error.diagnostics, Status.FAILED)
    return None


def text_of(source: Input) -> str:
    """The text of ``source``; raises what ``read_file`` does."""
    from ..surface.file import read_file

    if source.path is not None:
        return read_file(source.path)
    if sys.stdin is None:
        raise OSError("it is closed")
    return read_file(sys.stdin.buffer)
