"""``archivecite convert``: records, or citations alone, to JSON."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ..model.citation import Citation
from ..model.diagnostic import InvalidRecord
from ..model.record import Record
from .inputs import Input, files, find_inputs, read_text
from .output import refuse_clashes, write
from .report import Report, Status, fail_on
from .temporary import remove_leftovers

#: The families in which a record can be written as text, and the ending of a file that holds one.
TEXT = {"plain": ".txt", "markdown": ".md", "classic": ".txt"}


@click.command(short_help="Convert records to JSON, or to clean text.")
@files
@click.option(
    "--to", type=click.Choice(["json", "jsonl", *TEXT]), default="json", show_default=True, help="The format."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    default="-",
    metavar="FILE_OR_FOLDER/",
    help="Where to write. Into a folder goes one .json file for each record.  [default: standard output]",
)
@click.option("--citations", is_flag=True, help="FILES hold no records but one citation a line.")
@click.option("--join-pages", is_flag=True, help="Join the paragraphs that a page's end seems to have broken.")
@fail_on
def convert(files: tuple[Path, ...], to: str, output: str, citations: bool, join_pages: bool, fail_on: str) -> int:
    """Convert the records in FILES, or in the .txt, .md and .pdf files of folders. "-" is standard input.

    One file gives one JSON object; several files, or a folder, give a list of objects; jsonl is one object a line.
    plain, markdown and classic give the record's text in the archive's layout, clean; several texts go into a folder.
    What can't be read, and text that no field took, go to standard error; "archivecite validate" tells what else is
    wrong. With --citations each line gives a citation, and a blank line gives null.

    \b
    Exit status:
      0  all is converted, and nothing is wrong with it
      1  a file is no record of this layout, or has a finding of --fail-on or worse
      2  wrong usage, or a file that can't be read or written
    """
    from ..formats.json import to_json

    if citations and (to in TEXT or join_pages):
        raise click.UsageError("With --citations there are no records to write as text, or with pages to join.")
    report = Report(fail_on)
    inputs = find_inputs(files, report)
    values = read_citations(inputs, report) if citations else read_each(inputs, report, join_pages)
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        if citations or to == "jsonl":
            raise click.UsageError("Into a folder goes one file for each record: give -o a file.")
        targets = {source: Path(output, f"{source.output}{TEXT.get(to, '.json')}") for source in inputs}
        refuse_clashes(inputs, targets.values())
        remove_leftovers(targets.values())
        for source, value in values:
            text = written(source, value, to, report) if to in TEXT else f"{to_json(value, indent=2)}\n"
            write([text] if text else [], targets[source], report, folders=True)
        return report.status
    several = len(files) > 1 or files[0].is_dir()
    if to in TEXT and several:
        raise click.UsageError("Several texts go into a folder: give -o a name that ends in a slash.")
    target = None if output == "-" else Path(output)
    refuse_clashes(inputs, [target] if target else [])
    remove_leftovers([target] if target else [])
    if to in TEXT:
        write(filter(None, (written(source, value, to, report) for source, value in values)), target, report)
    elif to == "jsonl":
        write((f"{to_json(value)}\n" for _, value in values), target, report)
    elif citations or several:
        write(listed(to_json(value, indent=2) for _, value in values), target, report)
    else:
        write((f"{to_json(value, indent=2)}\n" for _, value in values), target, report)
    return report.status


def written(source: Input, value: Record | Citation | None, to: str, report: Report) -> str:
    """``value`` as text of the family ``to``; empty when the layout can't carry it, which is reported."""
    from ..syntax.document import dumps

    try:
        return dumps(value, to) if value is not None else ""
    except InvalidRecord as error:
        report.refuse(source.name, error.diagnostics, Status.FOUND)
        return ""


def read_each(inputs: Iterable[Input], report: Report, join_pages: bool) -> Iterator[tuple[Input, Record]]:
    """The records of ``inputs``; what is wrong enough with them to change the exit status is reported."""
    from ..rules.reading import check_reading
    from ..syntax.document import parse

    for source in inputs:
        if (text := read_text(source, report)) is None:
            continue
        document = parse(text)
        findings = check_reading(document)
        if document.family == "unknown":
            report.refuse(source.name, findings, Status.FOUND)
        else:
            report.find(source.name, findings)
            yield source, document.record.join_pages() if join_pages else document.record


def read_citations(inputs: Iterable[Input], report: Report) -> Iterator[tuple[Input, Citation | None]]:
    """The citation in each line of ``inputs``, None for a blank line; what was not read in a line is reported."""
    from ..rules.reading import check_reading
    from ..surface.lines import Lines
    from ..syntax.document import parse_citation

    for source in inputs:
        if (text := read_text(source, report)) is None:
            continue
        if not text:
            report.fail(source.name, "expected one citation a line, got an empty file")
        lines = Lines(text)
        count = len(lines.starts) - (lines.starts[-1] == len(text))  # nothing stands after the last newline
        for number in range(1, count + 1):
            document = parse_citation(lines.line(number))
            if document.record.citation is not None:
                report.find(source.name, check_reading(document), number)
            yield source, document.record.citation


def listed(objects: Iterable[str]) -> Iterator[str]:
    """``objects``, each of them JSON over several lines, as one list; nothing at all if there are none."""
    before, after = "[\n", ""
    for text in objects:
        # A string in JSON holds no newline of its own, so each newline here ends a line of the layout.
        yield f"{before}  " + text.replace("\n", "\n  ")
        before, after = ",\n", "\n]\n"
    if after:
        yield after
