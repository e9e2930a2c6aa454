"""``archivecite schema``: what the JSON of a record is, for programs that read it."""

import json
from pathlib import Path

import click

from ..model.extras import installing
from .output import opened
from .streams import hand_over

KINDS = ("json", "arrow", "duckdb")


@click.command(short_help="Print the schema of the JSON.")
@click.option("--for", "kind", type=click.Choice(KINDS), default="json", show_default=True, help="Who is to read it.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write.  [default: standard output]",
)
def schema(kind: str, output: Path | None) -> int:
    """Print the schema of a record's JSON: a JSON Schema, the columns for DuckDB's read_json, or, into a file, a schema
    of Arrow, which pyarrow and R read (needs archivecite[parquet]).
    """
    from ..formats.columns import duckdb_columns
    from ..formats.schema import to_schema

    if kind == "arrow":
        if output is None:
            raise click.UsageError("A schema of Arrow is not text: give -o a file.")
        data = arrow()
    else:
        text = duckdb_columns() if kind == "duckdb" else json.dumps(to_schema(), indent=2, ensure_ascii=False) + "\n"
        if output is None:
            hand_over([text])
            return 0
        data = text.encode()
    try:
        with opened(output) as file:
            file.write(data)
    except OSError as error:
        raise click.ClickException(f"{output} can't be written: {error.strerror or error}") from None
    return 0


def arrow() -> bytes:
    """The schema of Arrow in its own format for files."""
    from ..formats.columns import arrow_schema

    try:
        return bytes(arrow_schema().serialize().to_pybytes())
    except ImportError:
        raise click.UsageError(f"That needs pyarrow: {installing('parquet')}.") from None
