"""Records as JSON, strict both ways: every key is always there, and nothing else is read.

Reading goes by cattrs with hooks of our own, because its own coerce (``1`` becomes ``"1"``) and let keys go missing.
Writing goes straight to text, by one function for each class that is made from the class's fields when first needed:
that takes half the time of making dictionaries for ``json.dumps``, which is much of a record's whole way to JSON.
"""

import json
from collections.abc import Callable
from functools import cache
from json.encoder import encode_basestring
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, overload

from attrs import fields, fields_dict, has

from ..model.citation import Citation, LocatorPart
from ..model.diagnostic import InvalidRecord
from ..model.record import Content, Record

if TYPE_CHECKING:
    from cattrs import Converter

V = TypeVar("V", Record, Citation)
Hook = Callable[[Any, Any], Any]

#: What JSON can hold, as people call it.
TYPE_NAMES = {dict: "an object", list: "a list", str: "a string", int: "a whole number"}

#: Keys that are computed from a field of the same value.
COMPUTED_KEYS = ("document_id",)

#: The keys that come first in a class where those are not schema_version, kind and text.
FIRST_KEYS = {Content: ("text", "kind"), LocatorPart: ("level", "label")}


def to_json(value: Record | Citation | None, indent: int | None = None) -> str:
    """``value`` as JSON: compact, or with ``indent`` for people. Characters outside ASCII stay as they are.

    >>> to_json(Citation(url="https://digitalarchive.wilsoncenter.org/document/112639"))[-25:]
    '","document_id":"112639"}'
    """
    kind: type = type(value)
    compact = "null" if value is None else writer(kind)(value)
    return compact if indent is None else json.dumps(json.loads(compact), ensure_ascii=False, indent=indent)


@overload
def from_json(text: str) -> Record: ...
@overload
def from_json(text: str, kind: type[V]) -> V: ...
def from_json(text: str, kind: Any = Record) -> Any:
    """The record that ``text`` holds, or the citation if that is the ``kind``; raises ``InvalidRecord``, with the
    value's path, if it does not hold just one.

    >>> from_json(to_json(Record(title="Letter from Zhou Enlai"))).title
    'Letter from Zhou Enlai'
    >>> from_json(to_json(Record()).replace("null", "[]", 1))
    Traceback (most recent call last):
    archivecite.model.diagnostic.InvalidRecord: AC904 error: expected an object, got [] at $.date
    """
    try:
        # No number in a record has a point, so NaN, Infinity and 1e3 are refused as any float is.
        return converter().structure(json.loads(text, object_pairs_hook=once), kind)
    except Refused as error:
        raise InvalidRecord.because("AC904", str(error), f"${error.path}") from None
    except RecursionError:
        raise InvalidRecord.because("AC904", "nested too deeply", "$") from None
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg}, line {error.lineno} column {error.colno}"
        raise InvalidRecord.because("AC904", message, "$") from None
    except ValueError:  # json's only other one
        raise InvalidRecord.because("AC904", "a number of thousands of digits can't be read", "$") from None


class Refused(Exception):
    """A JSON value that a record does not take. ``path`` grows from the inside out as the error passes each level."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path

    def under(self, step: str) -> "Refused":
        """The same refusal, seen from one level further out."""
        self.path = step + self.path
        return self


class Repeated:
    """Stands for a JSON object in which ``key`` is there twice, until the path of the object is known."""

    def __init__(self, key: str) -> None:
        self.key = key


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Repeated:
    """The object of ``pairs``, if no key is there twice."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    return Repeated(next(name for index, name in enumerate(names) if name in names[:index]))


def keys(kind: type) -> list[str]:
    """The keys of a value of class ``kind``, in the order in which they are written: the marks last."""
    first = FIRST_KEYS.get(kind, ("schema_version", "kind", "text"))
    order = [*first, *(name for name in fields_dict(kind) if name != "marks"), *COMPUTED_KEYS, "marks"]
    return [name for name in dict.fromkeys(order) if name in fields_dict(kind) or hasattr(kind, name)]


@cache
def writer(kind: type) -> Callable[[Any], str]:
    """The function that writes values of class ``kind``: a template of its keys, filled with its values."""
    types = {field.name: field.type for field in fields(kind)} | dict.fromkeys(COMPUTED_KEYS, str | None)
    names: dict[str, Any] = {"string": encode_basestring}
    members = []
    for key in keys(kind):
        if key in types:
            members.append(f'"{key}":{{{expression(types[key], f"value.{key}", names)}}}')
        else:
            members.append(f'"{key}":{json.dumps(getattr(kind, key))}')
    source = f'lambda value: f"""{{{{{",".join(members)}}}}}"""'
    function: Callable[[Any], str] = eval(source, names)  # noqa: S307  made of the model's own names alone
    return function


def expression(kind: Any, value: str, names: dict[str, Any]) -> str:
    """Python for the JSON of ``value``, itself Python for a value of type ``kind``; ``names`` has what it uses."""
    if kind in (str, int):
        return f"string({value})" if kind is str else f"str({value})"
    if get_origin(kind) is tuple:
        items = f"','.join([{expression(get_args(kind)[0], 'item', names)} for item in {value}])"
        return f"('[' + {items} + ']' if {value} else '[]')"
    if type(None) in get_args(kind):
        (some,) = {*get_args(kind)} - {type(None)}
        return f"('null' if {value} is None else {expression(some, value, names)})"
    if isinstance(kind, UnionType):
        names[f"writers{len(names)}"] = {one: writer(one) for one in get_args(kind)}
        return f"writers{len(names) - 1}[{value}.__class__]({value})"
    names[kind.__name__] = writer(kind)
    return f"{kind.__name__}({value})"


def shown(value: object) -> str:
    """``value`` as JSON has it, cut to a readable length; a lone surrogate is escaped, as no terminal takes it."""
    text = json.dumps(value, ensure_ascii=False, default=lambda _: {})
    text = text if len(text) <= 60 else f"{text[:59]}…"
    return text.encode(errors="backslashreplace").decode()


def exactly(kind: type, value: object) -> Any:
    """``value``, if it is of ``kind`` itself and not of a subclass: ``true`` is no number."""
    if isinstance(value, Repeated):
        raise Refused(f"the key {shown(value.key)} is there twice")
    if type(value) is not kind:
        raise Refused(f"expected {TYPE_NAMES[kind]}, got {shown(value)}")
    return value


def read_list(kind: Any, converter: "Converter") -> Hook:
    """The hook for a ``tuple[item, ...]``."""
    (item, _) = get_args(kind)
    read = converter.get_structure_hook(item)

    def hook(value: Any, _: Any) -> Any:
        found = []
        for index, one in enumerate(exactly(list, value)):
            try:
                found.append(read(one, item))
            except Refused as error:
                raise error.under(f"[{index}]") from None
        return tuple(found)

    return hook


def read_union(kind: Any, converter: "Converter") -> Hook:
    """The hook for ``X | None``, and for a union of classes that their ``kind`` tells apart."""
    classes = [one for one in get_args(kind) if one is not type(None)]
    optional = len(classes) < len(get_args(kind))
    hooks: dict[str, Hook] = {getattr(one, "kind", ""): converter.get_structure_hook(one) for one in classes}

    def hook(value: Any, _: Any) -> Any:
        if value is None and optional:
            return None
        if len(classes) == 1:
            return read_one(value, classes[0])
        found = exactly(dict, value).get("kind")
        if type(found) is not str or found not in hooks:
            raise Refused(f"expected one of {', '.join(hooks)}, got {shown(found)}", ".kind")
        return hooks[found](value, None)

    read_one = converter.get_structure_hook(classes[0])
    return hook


def read_object(kind: Any, converter: "Converter") -> Hook:
    """The hook for a class of the model: all its keys and no others, constants and computed ones as they must be."""
    expected = keys(kind)
    hooks = {field.name: (field.type, converter.get_structure_hook(field.type)) for field in fields(kind)}
    fixed = [name for name in expected if name not in hooks]

    def hook(value: Any, _: Any) -> Any:
        exactly(dict, value)
        if value.keys() != set(expected):
            refuse_keys(expected, value)
        found = {}
        for name, (type_, read) in hooks.items():
            try:
                found[name] = read(value[name], type_)
            except Refused as error:
                raise error.under(f".{name}") from None
        try:
            made = kind(**found)
        except InvalidRecord as error:
            # The model says "Date.text: expected …": the field is part of our path.
            field, _, message = error.diagnostics[0].message.partition(": ")
            raise Refused(message, f".{field.partition('.')[2]}") from None
        for name in fixed:
            given, known = value[name], getattr(made, name)
            if type(given) is not type(known) or given != known:
                raise Refused(f"expected {shown(known)}, got {shown(given)}", f".{name}")
        return made

    return hook


def refuse_keys(expected: list[str], value: dict[str, Any]) -> None:
    """Refuse an object that lacks a key or has one too many."""
    if missing := [name for name in expected if name not in value]:
        raise Refused(f"the key {shown(missing[0])} is missing")
    raise Refused(f"unknown key {shown(next(name for name in value if name not in expected))}")


def is_list(kind: Any) -> bool:
    """Whether ``kind`` is written as a list."""
    return get_origin(kind) is tuple


def is_union(kind: Any) -> bool:
    """Whether ``kind`` is ``A | B`` or ``A | None``."""
    return isinstance(kind, UnionType)


@cache
def converter() -> "Converter":
    """A cattrs converter with our hooks; made when something is first read, because writing needs none of it."""
    from cattrs import Converter

    made = Converter(detailed_validation=False)
    made.register_structure_hook(str, lambda value, _: exactly(str, value))
    made.register_structure_hook(int, lambda value, _: exactly(int, value))
    made.register_structure_hook_factory(is_list)(read_list)
    made.register_structure_hook_factory(is_union)(read_union)
    made.register_structure_hook_factory(has)(read_object)
    return made
