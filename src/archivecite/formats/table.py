"""Many records as a table: one row a record, as CSV or as the rows of a sheet."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from ..model.diagnostic import InvalidRecord
from ..model.record import Record
from ..model.row import Cell
from .strict import NO_TEXT, NO_XML, held

#: What a sheet of XLSX holds at most: characters in a cell, and rows with the one of the names.
LONGEST_CELL, MOST_ROWS = 32_767, 1_048_576

#: The columns of a table, in order. ``file`` is where a record was read from, ``findings`` how many ``check`` has.
COLUMNS = ("id", "file", *(name for name in Record().to_row() if name != "id"), "findings")

#: Where in a record the longer cells come from.
POINTERS = {"title": "/title", "translators": "/citation/provenance", "languages": "/original_languages"}
POINTERS |= {"date": "/date", "url": "/citation/url"}


def full_row(record: Record, file: str, findings: int | None) -> dict[str, Cell]:
    """The row of a record with what only its reader knows.

    >>> list(full_row(Record(title="A Letter"), "a.txt", 0).items())[:2]
    [('id', None), ('file', 'a.txt')]
    """
    found = record.to_row() | {"file": file, "findings": findings}
    return {name: found[name] for name in COLUMNS}


def csv_line(cells: Iterable[Cell]) -> str:
    """One line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def csv_row(record: Record, file: str, findings: int | None) -> str:
    """The row of a record as a line of CSV; raises ``InvalidRecord`` for what no text file can hold."""
    return held(csv_line(full_row(record, file, findings).values()), record, NO_TEXT, "CSV")


def sheet_row(record: Record, file: str, findings: int | None) -> dict[str, Cell]:
    """The row of a record for a sheet; raises ``InvalidRecord`` for what a cell of it cannot hold."""
    row = full_row(record, file, findings)
    for name, cell in row.items():
        if isinstance(cell, str) and len(cell) > LONGEST_CELL:
            message = f"a cell of XLSX can't hold {len(cell)} characters, only {LONGEST_CELL}"
            raise InvalidRecord.because("AC905", message, POINTERS.get(name, "/citation/sources"))
    held("".join(str(cell) for cell in row.values()), record, NO_XML, "XLSX")
    return row


#: A mark of byte order, by which Excel knows UTF-8, and the names of the columns.
CSV_HEAD = "\ufeff" + csv_line(COLUMNS)


def describe(path: str) -> dict[str, Any]:
    """What a data package says of the CSV at ``path``: every field is a string, so that no reader makes ``0102`` a 102.

    >>> describe("records.csv")["schema"]["fields"][0]
    {'name': 'id', 'type': 'string'}
    """
    return {
        "name": re.sub(r"[^a-z0-9._-]+", "-", path.lower().removesuffix(".csv")) or "records",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {"fields": [{"name": column, "type": "string"} for column in COLUMNS], "missingValues": [""]},
    }


def package(path: str, known: Any = None) -> dict[str, Any] | None:
    """The data package with the CSV at ``path`` beside those in the package ``known``; None if that is of another make,
    which is not ours to change.

    >>> first = package("a.csv")
    >>> [resource["path"] for resource in package("b.csv", first)["resources"]]
    ['a.csv', 'b.csv']
    >>> package("b.csv", {"name": "mine", "title": "My records", "resources": []}) is None
    True
    """
    resource = describe(path)
    if known is None:
        return {"name": resource["name"], "resources": [resource]}
    if not isinstance(known, dict) or known.keys() != {"name", "resources"} or not isinstance(known["resources"], list):
        return None
    others = []
    for other in known["resources"]:
        if not isinstance(other, dict) or other.keys() != resource.keys():
            return None
        if other["path"] != path:
            others.append(other)
    taken = {other["name"] for other in others}
    names = (f"{resource['name']}{suffix}" for suffix in ["", *(f"-{number}" for number in range(2, len(taken) + 3))])
    resource["name"] = next(name for name in names if name not in taken)
    return known | {"resources": [*others, resource]}
