"""What each format keeps of a record, key by key: the data are in ``losses.toml``."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin

from attrs import fields, fields_dict, frozen, has

from ..model.mark import AnyMark
from ..model.record import Record
from .writer import COMPUTED_KEYS, is_constant

Fate = Literal["kept", "as text", "dropped"]

#: The styles in which a footnote is looked at for a key.
STYLES = ("Chicago", "APA", "MLA")

#: The formats that hold every key; those of text refuse a record of which they would lose one.
WHOLE = ("json", "jsonl", "parquet", "plain", "markdown", "classic")

#: What the rows of a format don't say.
REMARKS = {
    "csl": "The whole record is in custom too, for programs.",
    "csl-site": "The whole record is in custom too, for programs.",
    "tei": "The whole record is in xenoData too, for programs.",
    "csv": "The archive and the locator are those of the first archive; the names of others are in other_archives, and"
    " their locators in sources.",
}

#: A sheet has the cells of a CSV.
SAME = {"xlsx": "csv"}


@frozen
class Loss:
    """What becomes of the ``key`` of a record in a format: its ``fate``, the field ``where`` it is, and the styles of
    citation that print it.
    """

    key: str
    fate: Fate
    where: str = ""
    printed: tuple[str, ...] = ()


@cache
def record_keys() -> tuple[str, ...]:
    """Every key of a record that holds a text or a number of its own, by the classes on the way to it.

    >>> [key for key in record_keys() if "repository" in key][:3]
    ['citation.sources.archival.repository.name', 'citation.sources.archival.repository.acronym', ...]
    """
    return ("id", *leaves(Record, ""), *leaves(AnyMark, "marks."))


def leaves(kind: Any, path: str) -> Iterator[str]:
    """The keys in a value of type ``kind`` that is at ``path``."""
    if get_origin(kind) is tuple:
        yield from leaves(get_args(kind)[0], path)
    elif not has(kind) and get_args(kind) and get_origin(kind) is not Literal:
        classes = [one for one in get_args(kind) if one is not type(None)]
        for one in classes:
            yield from leaves(one, f"{path}{kind_of(one)}." if len(classes) > 1 else path)
    elif has(kind):
        for field in fields(kind):
            # The marks have keys of their own, and the text of a page break is always empty.
            if field.name not in ("marks", *COMPUTED_KEYS) and not is_constant(field.type) and field.default != "":
                yield from leaves(field.type, f"{path}{field.name}.")
    elif kind is not int:
        yield path.removesuffix(".")


def kind_of(kind: Any) -> str:
    """What a class of a union is called in a key: its kind, or where it has several ``simple``."""
    words = get_args(fields_dict(kind)["kind"].type)
    return str(words[0]) if len(words) == 1 else "simple"


@cache
def known_losses() -> dict[str, dict[str, str]]:
    """The rows of each format: key to fate, field and styles."""
    data = files(__package__).joinpath("losses.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def formats() -> tuple[str, ...]:
    """The names of all formats."""
    return (*WHOLE, *known_losses(), *SAME)


def losses(name: str) -> tuple[Loss, ...]:
    """What becomes of each key of a record in the format ``name``; a key without a row is dropped.

    >>> losses("csl")[3]
    Loss(key='title', fate='kept', where='title', printed=('Chicago', 'APA', 'MLA'))
    """
    if name in WHOLE:
        return tuple(Loss(key, "kept") for key in record_keys())
    rows = known_losses()[SAME.get(name, name)]
    return tuple(read_loss(key, rows.get(key, "dropped")) for key in record_keys())


def read_loss(key: str, row: str) -> Loss:
    """A row: ``kept: title; Chicago APA MLA``."""
    fate, _, rest = row.partition(": ")
    where, _, printed = rest.partition("; ")
    known = next(one for one in get_args(Fate) if one == fate)
    return Loss(key, known, where, tuple(style for style in STYLES if style in printed.split()))
