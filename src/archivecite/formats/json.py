"""Records as JSON, strict both ways: every key is always there, and nothing else is read.

Reading goes by cattrs with hooks of our own, because its own coerce (``1`` becomes ``"1"``) and let keys go missing.
Writing is in ``writer``.
"""

import json
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin, overload

from attrs import evolve, fields, fields_dict, has

from ..model.argument import expect
from ..model.citation import Citation
from ..model.diagnostic import InvalidRecord
from ..model.record import SCHEMA_VERSION, Record
from .writer import is_constant, keys, writer

if TYPE_CHECKING:
    from cattrs import Converter

Hook = Callable[[Any, Any], Any]

#: What JSON can hold, as people call it.
TYPE_NAMES = {dict: "an object", list: "a list", str: "a string", int: "a whole number"}

#: For each released version before this one, the function that makes the JSON of a record that of the version after it.
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}

ADVICE = "the record of a Document is document.record, and several records are written one by one"


def to_json(value: Record | Citation | None, indent: int | None = None) -> str:
    """``value`` as JSON: compact, or with ``indent`` for people. Characters outside ASCII stay as they are.

    Raises ``TypeError`` for anything but a Record, a Citation or None.

    >>> to_json(Citation(url="https://digitalarchive.wilsoncenter.org/document/112639"))[-24:]
    ',"document_id":"112639"}'
    >>> to_json(Record(title="Letter from Zhou Enlai"), indent=2)[:25]
    '{\\n  "schema_version": 1,\\n'
    """
    if value is None:
        return "null"
    expect("to_json", value, (Record, Citation), "a Record or a Citation", ADVICE)
    if indent is not None:
        expect("to_json", indent, int, "a whole number or None as indent")
    kind: Any = type(value)
    return writer(kind, None if indent is None else " " * indent)(value)


def to_dict(value: Record | Citation) -> dict[str, Any]:
    """The JSON of ``value`` as Python objects: dictionaries, lists, strings, whole numbers and None, new each time.

    Raises ``TypeError`` for anything but a Record or a Citation.

    >>> to_dict(Record(title="Letter from Zhou Enlai"))["title"]
    'Letter from Zhou Enlai'
    """
    expect("to_dict", value, (Record, Citation), "a Record or a Citation", ADVICE)
    made: dict[str, Any] = json.loads(to_json(value))
    return made


R = TypeVar("R", Record, Citation)


@overload
def from_json(text: str | bytes) -> Record: ...


@overload
def from_json(text: str | bytes, kind: type[R]) -> R: ...


def from_json(text: str | bytes, kind: type[Any] = Record) -> Any:
    """The record that ``text`` (a str, or UTF-8 bytes) holds, or with ``Citation`` as ``kind`` the citation.

    Raises ``InvalidRecord``, with the value's path, if it does not hold just one, and ``TypeError`` for arguments of
    other types.

    >>> from_json(to_json(Record(title="Letter from Zhou Enlai"))).title
    'Letter from Zhou Enlai'
    >>> from_json(to_json(Citation(title="Letter from Zhou Enlai")), Citation).title
    'Letter from Zhou Enlai'
    >>> from_json(to_json(Record()).replace('"date":null', '"date":[]'))
    Traceback (most recent call last):
    archivecite.model.diagnostic.InvalidRecord: AC904 error: expected an object, got [] at $.date
    """
    expect("from_json", text, (str, bytes, bytearray), "a str or bytes of JSON")
    if kind not in (Record, Citation):
        raise TypeError(f"from_json: expected Record or Citation as kind, got {kind!r:.80}")
    try:
        # No number in a record has a point, so NaN, Infinity and 1e3 are refused as any float is.
        loaded = json.loads(text if isinstance(text, str) else decoded(text), object_pairs_hook=once)
        return converter().structure(upgraded(loaded) if kind is Record else loaded, kind)
    except Refused as error:
        raise InvalidRecord.because("AC904", str(error), f"${error.path}") from None
    except RecursionError:
        raise InvalidRecord.because("AC904", "nested too deeply", "$") from None
    except json.JSONDecodeError as error:
        [finding] = InvalidRecord.because("AC904", f"not JSON: {error.msg}", "$").diagnostics
        raise InvalidRecord([evolve(finding, line=error.lineno, column=error.colno)]) from None
    except ValueError:  # json's only other one
        raise InvalidRecord.because("AC904", "a number of thousands of digits can't be read", "$") from None


def decoded(data: bytes) -> str:
    """``data`` as UTF-8 text."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8: byte 0x{data[error.start]:02X} at offset {error.start}") from None


def upgraded(loaded: Any) -> Any:
    """``loaded``, the JSON of a record of any version that can be read, as one of this version."""
    version = loaded.get("schema_version", SCHEMA_VERSION) if isinstance(loaded, dict) else SCHEMA_VERSION
    while type(version) is int and version in UPGRADES:
        loaded = UPGRADES[version](loaded)
        version = loaded["schema_version"]
    if type(version) is not int or version != SCHEMA_VERSION:
        known = ", ".join(map(str, sorted({*UPGRADES, SCHEMA_VERSION})))
        message = f"schema_version {shown(version)} cannot be read; this archivecite reads {known}"
        raise Refused(message, ".schema_version")
    return loaded


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
    before: set[str] = set()
    for name, _ in pairs:
        if name in before:
            break
        before.add(name)
    return Repeated(name)


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
    hooks: dict[str, Hook] = {word: converter.get_structure_hook(one) for one in classes for word in kinds_of(one)}

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


def kinds_of(kind: Any) -> tuple[str, ...]:
    """What tells the values of the class ``kind`` from others: what their own ``kind`` may be."""
    return get_args(fields_dict(kind)["kind"].type) if has(kind) and "kind" in fields_dict(kind) else ()


def read_literal(kind: Any, _: "Converter") -> Hook:
    """The hook for a ``Literal``: a value of its type; which one it may be, the model says."""
    type_ = type(get_args(kind)[0])
    return lambda value, _: exactly(type_, value)


def read_object(kind: Any, converter: "Converter") -> Hook:
    """The hook for a class of the model: all its keys and no others, constants and computed ones as they must be."""
    expected = keys(kind)
    hooks = {
        field.name: (field.type, converter.get_structure_hook(field.type))
        for field in fields(kind)
        if not is_constant(field.type)
    }
    known_keys = frozenset(expected)
    fixed = [name for name in expected if name not in hooks]

    def hook(value: Any, _: Any) -> Any:
        exactly(dict, value)
        if value.keys() != known_keys:
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


def is_literal(kind: Any) -> bool:
    """Whether ``kind`` is a closed list of words."""
    return get_origin(kind) is Literal


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
    made.register_structure_hook_factory(is_literal)(read_literal)
    made.register_structure_hook_factory(is_list)(read_list)
    made.register_structure_hook_factory(is_union)(read_union)
    made.register_structure_hook_factory(has)(read_object)
    return made
