"""``archivecite tree``: the parse trees of a record, or of a citation."""

from pathlib import Path

import click

from ..corpus.files import Input
from ..model.diagnostic import InvalidRecord
from .inputs import find_inputs
from .report import Report, Status
from .streams import say


@click.command(short_help="Show how a record or a citation is parsed.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--citation", "text", metavar="TEXT", help="A citation, in quotes, in place of FILE.")
def tree(file: Path | None, text: str | None) -> int:
    """Show how the record in FILE is parsed, or a citation: its pieces, the rules and tokens of the grammar, and what
    no rule took. Of the document itself, each line of its head and close, each bracket, and the first words of each
    note are shown. "-" is standard input.
    """
    from ..syntax.tree import drawn

    if (file is None) == (text is None):
        raise click.UsageError("Give either FILE or --citation TEXT.")
    if file is not None:
        return tree_of_files((file,))
    for line in drawn(" ".join((text or "").split())):
        say(f"{line}\n")
    return 0


def tree_of_files(files: tuple[Path, ...]) -> int:
    """Show the trees of each record; gives the exit status."""
    report = Report("error")
    for source in find_inputs(files, report, ()):
        show_tree(source, report)
    return report.status


def show_tree(source: Input, report: Report) -> None:
    """Show the trees of one record; ``report`` is told why it can't be read."""
    from ..syntax.tree import drawn_record

    try:
        text = source.text()
    except OSError as error:
        report.fail(source.name, f"can't be read: {error.strerror or error}")
    except InvalidRecord as error:
        report.refuse(source.name, error.diagnostics, Status.FAILED)
    else:
        for line in drawn_record(text):
            say(f"{line}\n")
