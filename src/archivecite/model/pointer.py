"""Values by JSON Pointer (RFC 6901): ``/citation/provenance/3/agents/0/name``."""

from collections.abc import Iterator
from typing import Any

from attrs import fields, has

#: Keys that are computed, with the way to the field that they are computed from, which is where their characters are.
COMPUTED = {"id": ("citation", "url"), "document_id": ("url",)}

Scalar = str | int | None

KNOWN_KEYS: dict[type, tuple[str, ...]] = {}


def keys(value: object) -> tuple[str, ...]:
    """The keys of ``value``: its fields, and what is computed from them."""
    kind = type(value)
    if kind not in KNOWN_KEYS:
        KNOWN_KEYS[kind] = keys_of_class(kind)
    return KNOWN_KEYS[kind]


def keys_of_class(kind: type) -> tuple[str, ...]:
    """The keys of every value of class ``kind``."""
    return (*(field.name for field in fields(kind)), *(name for name in COMPUTED if hasattr(kind, name)))


def scalars(value: Any, pointer: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every string, number and null under ``value``, by pointer, in the order of the keys.

    >>> from archivecite.model.date import Date
    >>> list(scalars(Date("1948", "1948")))
    [('/text', '1948'), ('/edtf', '1948')]
    """
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from scalars(item, f"{pointer}/{index}")
    elif has(type(value)):
        for key in keys(value):
            yield from scalars(getattr(value, key), f"{pointer}/{key}")
    else:
        yield pointer, value


def first_difference(one: Any, other: Any) -> str | None:
    """The pointer of the first scalar of ``one`` that ``other`` does not have, or else of the first it has too many.

    None says that there is no difference.

    >>> from archivecite.model.date import Date
    >>> first_difference(Date("1948", "1948"), Date("1948"))
    '/edtf'
    """
    theirs = dict(scalars(other))
    surplus = None
    for pointer, value in scalars(one):
        if theirs.pop(pointer, None) != value:
            if value is not None:
                return pointer
            surplus = surplus or pointer
    return surplus or next(iter(theirs), None)
