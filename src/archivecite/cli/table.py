"""Where tables go: CSV with a description beside it, XLSX and Parquet, which are not text and so go into a file."""

import json
from collections.abc import Iterable
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import click

from ..surface.names import visible_name
from .output import opened, write
from .report import Report

#: The formats that are not text, and what each needs: a module, and the extra that it comes with.
BINARY = {"xlsx": ("xlsxwriter", "xlsx"), "parquet": ("pyarrow", "parquet")}

#: The name by which programs find the description of a CSV.
PACKAGE = "datapackage.json"


def refuse_lacking(to: str, output: str) -> None:
    """Refuse, before anything is read, what cannot be written."""
    if to not in BINARY:
        return
    module, extra = BINARY[to]
    if find_spec(module) is None:
        raise click.UsageError(f"--to {to} needs {module}: pip install 'archivecite[{extra}]'.")
    if output == "-":
        raise click.UsageError(f"{to} is not text: give -o a file.")


def write_table(to: str, texts: Iterable[str], target: Path | None, report: Report) -> None:
    """Write what was made of records, one text each, as a table in the format ``to``. Without records nothing is
    written. Raises ``OSError`` where standard output cannot be written.
    """
    texts = iter(texts)
    if (first := next(texts, None)) is None:
        return
    texts = chain([first], texts)
    if to == "csv":
        from ..formats.table import CSV_HEAD

        write(chain([CSV_HEAD], texts), target, report)
        if target is not None and target.is_file():
            write_package(target, report)
    else:
        assert target
        write_binary(to, texts, target, report)


def write_binary(to: str, texts: Iterable[str], target: Path, report: Report) -> None:
    """Write a table that is not text."""
    try:
        with opened(target) as file:
            if to == "xlsx":
                from ..formats.xlsx import write_xlsx

                write_xlsx(file, map(json.loads, texts))
            else:
                from ..formats.parquet import write_parquet

                write_parquet(file, texts)
    except OSError as error:
        report.fail(visible_name(target), f"can't be written: {error.strerror or error}")


def write_package(target: Path, report: Report) -> None:
    """Write the description of a CSV beside it, unless one of something else is there."""
    from ..formats.table import describe

    place = target.with_name(PACKAGE)
    if place.exists() and not is_of(place, target.name):
        report.fail(visible_name(place), f"describes something else, and is kept; {visible_name(target)} has none")
        return
    write([json.dumps(describe(target.name), ensure_ascii=False, indent=2) + "\n"], place, report)


def is_of(place: Path, name: str) -> bool:
    """Whether the description in the file ``place`` is of the file called ``name`` and nothing else."""
    try:
        resources = json.loads(place.read_bytes())["resources"]
        return [resource["path"] for resource in resources] == [name]
    except (OSError, ValueError, KeyError, TypeError):
        return False
