"""The columns of many records in a table: every key of a record, with a type that the rows don't change.

A program that guesses types from the first rows takes a date that is null in all of them for a null, and ``1962-10-31``
for a date until ``195X`` comes. A union of classes is one structure with the keys of all of them.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from attrs import fields_dict, has

from ..model.record import Record
from .writer import keys

if TYPE_CHECKING:
    import pyarrow as pa

#: The type of a column: that of a string or a number, a list of one item's type, or the types of a structure's keys;
#: None for what is always null.
Column = type | list[Any] | dict[str, Any] | None


def columns() -> dict[str, Column]:
    """The columns of a record, in the order of its keys.

    >>> columns()["date"]
    {'text': <class 'str'>, 'edtf': <class 'str'>}
    """
    return structure(Record)


def structure(kind: type) -> dict[str, Column]:
    """The types of the keys of a class."""
    known = fields_dict(kind)
    return {name: column(known[name].type) if name in known else str for name in keys(kind)}


def column(kind: Any) -> Column:
    """The type of the column for values of type ``kind``; whatever may be null may be so in every column."""
    if kind in (int, str, None):
        return kind  # type: ignore[no-any-return]
    if get_origin(kind) is Literal:
        return type(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return [column(get_args(kind)[0])]
    if has(kind):
        return structure(kind)
    return joined(column(one) for one in get_args(kind) if one is not type(None))


def joined(found: "Iterable[Column]") -> Column:
    """The one column for values of several."""
    first, *others = found
    for other in others:
        first = both(first, other)
    return first


def both(one: Column, other: Column) -> Column:
    """The column for the values of two."""
    if isinstance(one, dict) and isinstance(other, dict):
        # A text comes before what was read from it, and marks last, in each of them.
        found = one | other | {name: both(inner, other[name]) for name, inner in one.items() if name in other}
        return {name: found[name] for name in sorted(found, key="marks".__eq__)}
    if isinstance(one, list) and isinstance(other, list):
        return [both(one[0], other[0])]
    assert one == other or None in (one, other), f"a key has two types: {one} and {other}"
    return other if one is None else one


def duckdb_columns() -> str:
    """The columns as DuckDB's ``read_json`` takes them.

    >>> duckdb_columns().splitlines()[:3]
    ['{', "  schema_version: 'BIGINT',", "  id: 'VARCHAR',"]
    """
    lines = [f"  {name}: '{duckdb_type(found)}'" for name, found in columns().items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def duckdb_type(found: Column) -> str:
    """The name of DuckDB's type."""
    if isinstance(found, list):
        return f"{duckdb_type(found[0])}[]"
    if isinstance(found, dict):
        inside = ", ".join(f'"{name}" {duckdb_type(inner)}' for name, inner in found.items())
        return f"STRUCT({inside})"
    return "BIGINT" if found is int else "VARCHAR"


def arrow_schema() -> "pa.Schema":
    """The columns as a schema of Arrow, for pyarrow and what builds on it. Needs the extra ``parquet``."""
    import pyarrow as pa

    return pa.schema([pa.field(name, arrow_type(found)) for name, found in columns().items()])


def arrow_type(found: Column) -> "pa.DataType":
    """The type of Arrow."""
    import pyarrow as pa

    if isinstance(found, list):
        return pa.list_(arrow_type(found[0]))
    if isinstance(found, dict):
        return pa.struct([pa.field(name, arrow_type(inner)) for name, inner in found.items()])
    return pa.int64() if found is int else pa.string()
