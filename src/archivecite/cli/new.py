"""``archivecite new``: a record to be filled in, or one filled from a row of a table."""

import csv
import io
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..corpus.files import Input
from ..model.diagnostic import InvalidRecord
from ..model.visible import visible
from .conversion import TEXT
from .report import Report, Status, fail_on
from .streams import hand_over, say

if TYPE_CHECKING:
    from ..model.record import Record

#: The columns of a table, and the label under which each is put; those without one are put above the labels, or into
#: the citation.
LABELS = {
    "citation": "Citation", "summary": "Summary", "credits": "Credits", "original_language": "Original Language",
    "contents": "Contents",
}  # fmt: skip
COLUMNS = ("date", "title", *LABELS, "source", "provenance", "url", "body")
DIGITAL_ARCHIVE = "Wilson Center Digital Archive"


@click.command(short_help="Print an empty record to be filled in, or one from a row of a table.")
@click.option(
    "--from", "table", type=click.Path(path_type=Path), metavar="FILE.csv", help="Fill it from this table, in UTF-8."
)
@click.option("--row", type=click.IntRange(1), default=1, show_default=True, help="Which row, the header not counted.")
@click.option("--family", type=click.Choice([*TEXT]), default="plain", show_default=True, help="How it is laid out.")
@fail_on
def new(table: Path | None, row: int, family: str, fail_on: str) -> int:
    """Print an empty record in the archive's layout: its labels, with nothing above and below them yet.

    With --from the record is filled from a row of a table with a header. Its columns are called date, title, citation,
    summary, credits, original_language, contents and body, in any order, and each may be missing; several languages or
    items of contents are parted by ";". Without a citation one is made of title, date, source, provenance and url.

    \b
    Exit status:
      0  printed, and nothing is wrong with it but what is not filled in
      1  something in the row can't be read where it was put, or has a finding of --fail-on or worse
      2  wrong usage, or a file that can't be read
    """
    from ..model.record import Record
    from ..syntax.document import dumps

    if table is None:
        hand_over([dumps(Record(), family)])
        say('The date and the title go above "Citation:", each on a line of its own.\n', err=True)
        return Status.CLEAN
    report = Report(fail_on)
    values = row_of(table, row, report)
    return report.status if values is None else print_filled(values, family, visible(str(table)), report)


def row_of(table: Path, number: int, report: Report) -> dict[str, str] | None:
    """The values in a row of the ``table``, without those that are blank; None if it can't be read."""
    source = Input(None if table == Path("-") else table, table)
    try:
        text = source.text().removeprefix("\ufeff")
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
        names = [column_of(name) for name in rows.fieldnames or ()]
        found = next((row for at, row in enumerate(rows, 1) if at == number), None)
    except OSError as error:
        report.fail(source.name, f"can't be read: {error.strerror or error}")
        return None
    except InvalidRecord as error:
        report.refuse(source.name, error.diagnostics, Status.FAILED)
        return None
    except csv.Error as error:
        report.fail(source.name, f"can't be read as a table: {error}")
        return None
    if found is None:
        raise click.UsageError(f"{source.name} has no row {number}.")
    if None in found:
        raise click.UsageError(f"{source.name}: row {number} has more values than there are columns.")
    values = zip(names, found.values(), strict=True)
    return {name: value.strip() for name, value in values if value and value.strip()}


def delimiter_of(text: str) -> str:
    """What parts the columns: the sign that is most frequent in the header.

    >>> delimiter_of("date;title\\n"), delimiter_of("date,title\\n")
    (';', ',')
    """
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def column_of(name: str) -> str:
    """The column that is called ``name``, whose words may be parted by blanks; refuses any other."""
    column = name.strip().lower().replace(" ", "_").replace("original_languages", "original_language")
    if column not in COLUMNS:
        near = get_close_matches(column, COLUMNS, 1)
        said = f' (perhaps "{near[0]}")' if near else ""
        raise click.UsageError(f'There is no column "{name}"{said}: the columns are {", ".join(COLUMNS)}.')
    return column


def print_filled(values: dict[str, str], family: str, name: str, report: Report) -> int:
    """Print the record with ``values``; say what is wrong with it."""
    from ..api import check, parse
    from ..syntax.document import dumps

    document = parse(laid_out(values))
    if (column := misread(values, document.record)) is not None:
        report.fail(name, f'the value in the column "{column}" would be read differently in a record')
        report.status = Status.FOUND
        return report.status
    try:
        text = dumps(document.record, family)
    except InvalidRecord as error:
        report.refuse(name, error.diagnostics, Status.FOUND)
        return report.status
    report.find("new record", check(document))
    hand_over([text])
    return report.status


def laid_out(values: dict[str, str]) -> str:
    """A record with ``values``, each where the layout has it.

    >>> laid_out({"title": "A Letter", "date": "May 3, 1950"}).split("\\n\\n")[:3]
    ['May 3, 1950', '**A Letter**', 'Citation:']
    """
    title = " ".join(values.get("title", "").split())
    pieces = [values.get("date", ""), f"**{title}**" if title else ""]
    for column, label in LABELS.items():
        value = values.get(column, "")
        if column == "citation" and not value:
            value = citation_of(values)
        if column in ("original_language", "contents"):
            value = "\n".join(item.strip() for item in value.split(";"))
        pieces += [f"{label}:", value] if value or column != "credits" else []
    pieces.append(values.get("body", ""))
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def misread(values: dict[str, str], record: "Record") -> str | None:
    """The first column whose value ``record`` does not have where it was put, or None."""
    read = {
        "date": record.date.text if record.date else "",
        "title": record.title or "",
        "summary": record.summary or "",
        "credits": record.credits.text if record.credits else "",
        "original_language": ";".join(language.name for language in record.original_languages),
        "contents": ";".join(content.text for content in record.contents),
    }
    for column, value in read.items():
        if bare(value) != bare(values.get(column, "")):
            return column
    if record.citation is None and ("citation" in values or citation_of(values)):
        return "citation"
    return "body" if "body" in values and not (record.body or record.notes) else None


def bare(text: str) -> str:
    """``text`` without blanks or the signs that may end it: whatever the reader leaves out."""
    return "".join(text.split()).rstrip(".;")


def citation_of(values: dict[str, str]) -> str:
    """The citation that the other ``values`` make, if there are any for one."""
    if not any(column in values for column in ("source", "provenance", "url")):
        return ""
    named = {"title": f'"{values.get("title", "")}"', "date": values.get("date", "")}
    parts = [named[column] for column in named if column in values]
    parts += [DIGITAL_ARCHIVE, *([values["source"].rstrip(".")] if "source" in values else [])]
    citation = f"{', '.join(parts)}."
    citation += f" {values['provenance'].rstrip('.')}." if "provenance" in values else ""
    url = values.get("url", "").strip("<>")
    return " ".join(f"{citation} <{url}>".split()) if url else " ".join(citation.split())
