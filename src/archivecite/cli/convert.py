"""``archivecite convert``: records, or citations alone, to JSON, to text, or to a format that others read."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..corpus.files import Input
from ..formats.target import TARGETS
from ..model.citation import Citation
from ..model.diagnostic import Diagnostic, Severity
from .conversion import OTHERS, TABLES, TEXT, Conversion, Converted, Made
from .inputs import exclude, files, find_inputs, records_only
from .output import refuse_clashes, write
from .report import Report, Status, fail_on
from .table import refuse_lacking, write_table

if TYPE_CHECKING:
    from .folder import Folder

#: What a file can be, by the ending of its name or as the user says; all else is text.
FORMS = ("text", "json", "jsonl")
SEVERAL_TEXTS = "Several texts go into a folder: give -o a name that ends in a slash."


@click.command(short_help="Convert records to JSON, clean text, or what others read.")
@files
@click.option(
    "--to", type=click.Choice(["json", "jsonl", *TEXT, *OTHERS]), default="json", show_default=True, help="The format."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    default="-",
    metavar="FILE_OR_FOLDER/",
    help="Where to write. Into a folder goes one .json file for each record.  [default: standard output]",
)
@click.option(
    "--from",
    "form",
    type=click.Choice(FORMS),
    help="What FILES are.  [default: by the name's ending, .json or .jsonl; all others are texts]",
)
@click.option("--citations", is_flag=True, help="FILES hold one citation a line, and not records.")
@click.option(
    "--profile",
    type=click.Choice(["scholarly", "site"]),
    default="scholarly",
    show_default=True,
    help="For csl and ris: whose archive is the archive, that of the original or the digital one.",
)
@click.option("--join-pages", is_flag=True, help="Join the paragraphs that a page's end seems to have broken.")
@exclude
@records_only
@fail_on
def convert(
    files: tuple[Path, ...],
    to: str,
    output: str,
    form: str | None,
    citations: bool,
    profile: str,
    join_pages: bool,
    exclude: tuple[str, ...],
    records_only: bool,
    fail_on: str,
) -> int:
    """Convert the records in FILES, or in the .txt, .md and .pdf files of folders. "-" is standard input.

    One file gives one JSON object; several files, or a folder, give a list of objects; jsonl is one object a line.
    plain, markdown and classic give the record's text in the archive's layout, clean; several texts go into a folder.
    "archivecite formats" says what each of the other formats keeps.
    A .json or .jsonl file that archivecite wrote is read too, but must be named: it is not looked for in folders.
    What can't be read, and text that no field took, go to standard error; "archivecite validate" reports what else is
    wrong. A last line there counts the dates, sources and statements of which only the text is certain.
    With --citations each line gives a citation, and a blank line gives null.

    \b
    Exit status:
      0  all is converted, and nothing is wrong with it
      1  a file is not a record of this layout, or has a finding of --fail-on or worse
      2  wrong usage, or a file that can't be read or written
    """
    report = Report(fail_on)
    refuse_lacking(to, output)
    inputs = find_inputs(files, report, exclude, records_only)
    into_folder = output.endswith(("/", os.sep)) or Path(output).is_dir()
    several = len(files) > 1 or files[0].is_dir()
    refuse_impossible(to, several, citations, into_folder, join_pages)
    conversion = Conversion(to, None if to == "jsonl" else 2, join_pages, profile)
    results = converted(inputs, form, citations, conversion)
    if into_folder:
        write_folder(results, folder_for(inputs, Path(output), to, form), to, report)
    else:
        write_file(results, to, several or citations, target_for(inputs, output), report)
    return report.finish()


def refuse_impossible(to: str, several: bool, citations: bool, into_folder: bool, join_pages: bool) -> None:
    """Refuse, before anything is read, what can't be done together."""
    if citations and join_pages:
        raise click.UsageError("With --citations there are no records with pages to join.")
    if into_folder and (citations or to == "jsonl" or to in TABLES):
        raise click.UsageError("Into a folder goes one file for each record: give -o a file.")
    if to in TEXT and several and not citations and not into_folder:
        raise click.UsageError(SEVERAL_TEXTS)


def folder_for(inputs: Sequence[Input], output: Path, to: str, form: str | None) -> "Folder":
    """The folder that the records go into, without what a killed run left in it."""
    from .folder import Folder
    from .temporary import remove_leftovers

    lists = [source for source in inputs if (form or form_of(source)) != "text"]
    folder = Folder(output, ending(to), inputs, lists)
    remove_leftovers(folder.file(source.output) for source in inputs)
    return folder


def target_for(inputs: Sequence[Input], output: str) -> Path | None:
    """The file that all goes into, which is none of ``inputs``; None for standard output."""
    if output == "-":
        return None
    from .temporary import remove_leftovers

    target = Path(output)
    refuse_clashes(inputs, [target])
    remove_leftovers([target])
    return target


def write_file(results: Iterator[Converted], to: str, several: bool, target: Path | None, report: Report) -> None:
    """Write all records to one file, or to standard output; there are ``several`` at least where a file is a list."""
    first = next(results, None)
    several = several or bool(first and first.portion.is_list)
    if first and to in TEXT and several and first.portion.kind is not Citation:
        raise click.UsageError(SEVERAL_TEXTS)
    texts = reported(chain([first] if first else [], results), report)
    if to in TABLES:
        write_table(to, texts, target, report)
    elif to in TARGETS:
        write(TARGETS[to].joined(texts, several), target, report)
    else:
        write(listed(texts) if to == "json" and several else map(ended, texts), target, report)


def ending(to: str) -> str:
    """The ending of a file in a format."""
    return TEXT.get(to) or (TARGETS[to].ending if to in TARGETS else ".json")


def converted(inputs: list[Input], form: str | None, citations: bool, conversion: Conversion) -> Iterator[Converted]:
    """What comes of each portion of ``inputs``, in order."""
    from ..corpus.pool import jobs_for, map_items
    from ..corpus.portion import portions
    from .conversion import convert_portion, lost

    items = (portion for source in inputs for portion in portions(source, form or form_of(source), citations))
    jobs = jobs_for(source.cost for source in inputs)
    return map_items(partial(convert_portion, conversion=conversion), items, lost, jobs)


def form_of(source: Input) -> str:
    """What a file is, by the ending of its name."""
    ending = source.path.suffix.lower().removeprefix(".") if source.path else ""
    return ending if ending in FORMS[1:] else FORMS[0]


def reported(results: Iterable[Converted], report: Report) -> Iterator[str]:
    """The texts of ``results``; what is wrong with them is reported as they come."""
    keys: set[str] = set()
    for result in results:
        for made in report_each(result, report):
            if made.key is not None and made.key in keys:
                name = result.portion.source.name
                report.refuse(name, [taken(made.key)], Status.FOUND)
            elif made.text is not None:
                yield made.text
            if made.key is not None:
                keys.add(made.key)


def taken(key: str) -> Diagnostic:
    """Why a record cannot be in a file with the others."""
    message = f"another record in the output has the key {key}, so this one is left out"
    return Diagnostic(code="AC905", severity=Severity.ERROR, message=message, pointer="/id")


def report_each(result: Converted, report: Report) -> Iterator[Made]:
    """What was made of a portion, each reported when it is asked for; and in the end what is wrong with the file."""
    name = result.portion.source.name
    for made in result.made:
        report.met = report.met or made.text is not None or bool(made.reasons)
        report.find(name, made.findings, made.line)
        report.doubts = report.doubts.plus(made.doubts)
        if made.reasons:
            report.refuse(name, made.reasons, made.status)
        yield made
    if result.problem:
        report.fail(name, result.problem)


def write_folder(results: Iterable[Converted], folder: "Folder", to: str, report: Report) -> None:
    """Write each record to a file of its own in ``folder``."""
    for result in results:
        source = result.portion.source
        if result.portion.kind is Citation:
            raise click.UsageError(f"{source.name} holds citations, which go into one file: give -o a file.")
        for made in report_each(result, report):
            if made.text is None:
                continue
            if target := folder.place(source, made.number, made.document_id):
                text = TARGETS[to].single(made.text) if to in TARGETS else ended(made.text)
                write([text], target, report, folders=True)
            else:
                report.fail(source.name, "can't be written: one of FILES, or what was made of one, has its name")


def ended(text: str) -> str:
    """``text`` with a newline at its end."""
    return text if text.endswith("\n") else f"{text}\n"


def listed(objects: Iterable[str]) -> Iterator[str]:
    """``objects``, each of them JSON over several lines, as one list; nothing at all if there are none."""
    before, after = "[\n", ""
    for text in objects:
        # A string in JSON holds no newline of its own, so each newline here ends a line of the layout.
        yield f"{before}  " + text.replace("\n", "\n  ")
        before, after = ",\n", "\n]\n"
    if after:
        yield after
