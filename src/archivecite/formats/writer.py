"""The functions that write values as JSON, one for each class.

Each is made from the class's fields when it is first needed, and goes straight to text: that takes half the time of
making dictionaries for ``json.dumps``, which is much of a record's whole way to JSON.
"""

import json
from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from attrs import fields, fields_dict

from ..model.citation import LocatorPart
from ..model.record import Content

#: Keys that are computed from a field of the same value, or of one in it.
COMPUTED_KEYS = ("id", "document_id")

#: The keys that come first in a class where those are not schema_version, id, kind and text.
FIRST_KEYS = {Content: ("text", "kind"), LocatorPart: ("level", "label")}


def keys(kind: type) -> list[str]:
    """The keys of a value of class ``kind``, in the order in which they are written: the marks last."""
    first = FIRST_KEYS.get(kind, ("schema_version", "id", "kind", "text"))
    order = [*first, *(name for name in fields_dict(kind) if name != "marks"), *COMPUTED_KEYS, "marks"]
    return [name for name in dict.fromkeys(order) if name in fields_dict(kind) or hasattr(kind, name)]


class Writers(dict[type, Callable[[Any], str]]):
    """The functions that write the values of several classes, each made when it is first needed."""

    def __init__(self, indent: str | None, depth: int) -> None:
        super().__init__()
        self.indent = indent
        self.depth = depth

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        self[kind] = writer(kind, self.indent, self.depth)
        return self[kind]


@cache
def writer(kind: type, indent: str | None = None, depth: int = 0) -> Callable[[Any], str]:
    """The function that writes values of class ``kind``: a template of its keys, filled with its values.

    ``indent`` is what each level is indented by, None for compact JSON, and ``depth`` how deep the value is.
    """
    types = {field.name: field.type for field in fields(kind)} | dict.fromkeys(COMPUTED_KEYS, str | None)
    names: dict[str, Any] = {"string": encode_basestring}
    line, last = new_line(indent, depth + 1), new_line(indent, depth)
    colon = ":" if indent is None else ": "
    members = []
    for key in keys(kind):
        if is_constant(types[key]):
            written = json.dumps(next(iter(get_args(types[key])), None))
        else:
            written = f"{{{expression(types[key], f'value.{key}', names, indent, depth + 1)}}}"
        members.append(f'{line}"{key}"{colon}{written}')
    source = f'lambda value: f"""{{{{{",".join(members)}{last}}}}}"""'
    function: Callable[[Any], str] = eval(source, names)  # noqa: S307  made of the model's own names alone
    return function


def new_line(indent: str | None, depth: int) -> str:
    """What is written before a value that is ``depth`` levels deep."""
    return "" if indent is None else f"\n{indent * depth}"


def expression(kind: Any, value: str, names: dict[str, Any], indent: str | None, depth: int) -> str:
    """Python for the JSON of ``value``, itself Python for a value of type ``kind``; ``names`` has what it uses."""
    if kind is int:
        return f"str({value})"
    if kind is str or get_origin(kind) is Literal:
        return f"string({value})"
    if get_origin(kind) is tuple:
        lines = [new_line(indent, depth + 1), new_line(indent, depth)]
        names[f"opening{depth}"], names[f"between{depth}"], names[f"closing{depth}"] = (
            f"[{lines[0]}", f",{lines[0]}", f"{lines[1]}]"
        )  # fmt: skip
        item = expression(get_args(kind)[0], "item", names, indent, depth + 1)
        items = f"between{depth}.join([{item} for item in {value}])"
        return f"(opening{depth} + {items} + closing{depth} if {value} else '[]')"
    if type(None) in get_args(kind):
        (some,) = {*get_args(kind)} - {type(None)}
        return f"('null' if {value} is None else {expression(some, value, names, indent, depth)})"
    if isinstance(kind, UnionType):
        names[f"writers{len(names)}"] = Writers(indent, depth)
        return f"writers{len(names) - 1}[{value}.__class__]({value})"
    names[f"{kind.__name__}{depth}"] = writer(kind, indent, depth)
    return f"{kind.__name__}{depth}({value})"


def is_constant(kind: Any) -> bool:
    """Whether ``kind`` has one value alone: None, or that of a class that is told from others by it."""
    return kind is None or (get_origin(kind) is Literal and len(get_args(kind)) == 1)
