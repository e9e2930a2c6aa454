"""``archivecite show``: what was read from a text, on the terminal or as a page to look at."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from ..corpus.files import Input
from ..model.diagnostic import Diagnostic, InvalidRecord
from ..surface.names import visible_name
from .inputs import exclude, files, find_inputs
from .output import refuse_clashes, write
from .report import Report, Status
from .streams import say
from .temporary import remove_leftovers

if TYPE_CHECKING:
    from ..syntax.document import Document


@click.command(short_help="Show what was read from a text, on the terminal or as a web page.")
@files
@click.option(
    "--html",
    "output",
    type=click.Path(),
    metavar="OUT",
    help="Write a web page instead; of several FILES, or with a slash at its end, a folder of pages with an index.",
)
@exclude
def show(files: tuple[Path, ...], output: str | None, exclude: tuple[str, ...]) -> int:
    """Show what was read from FILES, or from the .txt, .md and .pdf files of folders. "-" is standard input.

    Each part of the record is shown with what it is, what is read in it, and what is wrong there. The web page needs
    nothing but a browser: it shows the text with every value highlighted, and the record beside it.

    \b
    Exit status:
      0  all is shown
      1  a file is not a record of this layout; it is shown all the same
      2  wrong usage, or a file that can't be read or written
    """
    report = Report("error")
    inputs = find_inputs(files, report, exclude)
    if output is None:
        show_on_terminal(inputs, report)
        return report.status
    several = len(files) > 1 or files[0].is_dir() or output.endswith(("/", os.sep)) or Path(output).is_dir()
    if several:
        write_pages(inputs, Path(output), report)
    else:
        write_page(inputs, None if output == "-" else Path(output), report)
    return report.status


def read_all(inputs: Sequence[Input], report: Report) -> Iterator[tuple[Input, "Document", Sequence[Diagnostic]]]:
    """Each of ``inputs`` that can be read, with what is in it and what was found; ``report`` is told of the others."""
    from ..rules.table import check
    from ..syntax.document import Document

    for source in inputs:
        try:
            document = Document(source.text(), source.path)
        except OSError as error:
            report.fail(source.name, f"can't be read: {error.strerror or error}")
        except InvalidRecord as error:
            report.refuse(source.name, error.diagnostics, Status.FAILED)
        else:
            if document.family == "unknown":
                report.reach(Status.FOUND)
            yield source, document, check(document)


def show_on_terminal(inputs: Sequence[Input], report: Report) -> None:
    """Print what is in each of ``inputs``."""
    from .drawn import drawn

    for source, document, findings in read_all(inputs, report):
        say("".join(f"{line}\n" for line in drawn(document, findings, source.name)))


def write_page(inputs: Sequence[Input], target: Path | None, report: Report) -> None:
    """Write the page of the one file that there is."""
    from ..formats.html.page import page

    refuse_clashes(inputs, [target] if target else [])
    remove_leftovers([target] if target else [])
    for source, document, findings in read_all(inputs, report):
        write([page(document, findings, source.name)], target, report)


def write_pages(inputs: Sequence[Input], folder: Path, report: Report) -> None:
    """Write a page for each of ``inputs`` into ``folder``, named after its file, and the index of them all."""
    from ..formats.html.index import entry, index
    from ..formats.html.page import page

    targets = {source: Path(f"{source.output}.html") for source in inputs}
    first = folder / "index.html"
    refuse_clashes(inputs, [first, *(folder / target for target in targets.values())])
    remove_leftovers([first, *(folder / target for target in targets.values())])
    entries = []
    for source, document, findings in read_all(inputs, report):
        target = targets[source]
        up = "../" * (len(target.parts) - 1)
        write([page(document, findings, source.name, f"{up}index.html")], folder / target, report, folders=True)
        name = visible_name(f"{source.output}{source.path.suffix}") if source.path else source.name
        entries.append(entry(document, findings, name, quote(os.fsencode(target.as_posix()))))
    if entries:
        write([index(entries)], first, report)
