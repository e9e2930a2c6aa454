"""The JSON Schema of a record, made from the classes of the model: their fields, closed lists and docstrings.

What a field may hold is told by its type and by its validator, so that the schema follows the model. What no schema can
say, ``UNSTATED`` lists.
"""

import inspect
import re
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from attrs import Attribute, fields, has

from ..model.date import optional_edtf
from ..model.language import IRREGULAR, optional_tag
from ..model.person import Person, named_or_in_office
from ..model.record import SCHEMA_VERSION, Record
from ..model.text import optional_phrase, optional_prose, phrase, phrases, prose
from .shapes import EDTF, TAG
from .writer import COMPUTED_KEYS, keys

Schema = dict[str, Any]

#: The schema's own name, with the version of the JSON.
SCHEMA_ID = f"urn:archivecite:schema:record:{SCHEMA_VERSION}"

#: What ``from_json`` refuses and a schema cannot.
UNSTATED = (
    "a key that is there twice",
    "a whole number written with a point, such as 1.0",
    "an id or document_id that is not the URL's",
    "a day that is not in the calendar, such as 1962-02-30",
    "a mark that does not lie within its text, is empty, or crosses another",
)

#: How the computed keys are described, which have no field.
COMPUTED = {
    "id": "``wcda-`` and the citation's ``document_id``; null without one.",
    "document_id": "The number or name after ``/document/`` in the URL's path.",
}


def to_schema() -> Schema:
    """The JSON Schema (2020-12) of a record, as Python objects, new each time.

    >>> to_schema()["$id"], to_schema()["$defs"]["Date"]["required"]
    ('urn:archivecite:schema:record:1', ['text', 'edtf'])
    """
    classes = {kind.__name__: object_schema(kind) for kind in sorted(reached(Record), key=lambda kind: kind.__name__)}
    whole = classes.pop("Record")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **whole,
        "$comment": f"Not stated here, but refused by archivecite: {'; '.join(UNSTATED)}.",
        "$defs": {**classes, **STRINGS},
    }


def reached(kind: Any) -> set[type]:
    """The classes that a value of type ``kind`` is made of, its own included."""
    if not has(kind):
        return {one for inner in get_args(kind) for one in reached(inner)} if get_origin(kind) is not Literal else set()
    return {kind}.union(*(reached(field.type) for field in fields(kind)))


def object_schema(kind: type) -> Schema:
    """The schema of a class: all its keys and no others."""
    known = {field.name: field for field in fields(kind)}
    properties = {name: field_schema(known[name]) if name in known else computed(name) for name in keys(kind)}
    return {
        "title": kind.__name__,
        "description": described(kind),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **(NAMED if kind is Person else {}),
    }


def described(kind: type) -> str:
    """The docstring of a class without its examples."""
    told = inspect.getdoc(kind) or ""
    return " ".join(told.partition(">>>")[0].split())


def computed(name: str) -> Schema:
    """The schema of a key that is computed from others."""
    assert name in COMPUTED_KEYS
    return {"type": ["string", "null"], "description": COMPUTED[name]}


def field_schema(field: "Attribute[Any]") -> Schema:
    """The schema of a field, by its validator where that says more than its type."""
    if (name := STRING_OF.get(field.validator)) and field.type == str | None:
        return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}
    if name:
        string = {"$ref": f"#/$defs/{name}"}
        return {"type": "array", "items": string} if get_origin(field.type) is tuple else string
    if field.type is str and field.default == "":
        return {"const": ""}  # of a page break
    return type_schema(field.type)


def type_schema(kind: Any) -> Schema:
    """The schema of a value of a type."""
    if get_origin(kind) is Literal:
        words = list(get_args(kind))
        return {"const": words[0]} if len(words) == 1 else {"enum": words}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": type_schema(get_args(kind)[0])}
    if isinstance(kind, UnionType):
        return {"anyOf": [type_schema(one) for one in get_args(kind)]}
    if kind in (None, type(None)):
        return {"type": "null"}
    if kind is int:
        return {"type": "integer", "minimum": 0}
    if kind is str:
        return {"type": "string"}
    return {"$ref": f"#/$defs/{kind.__name__}"}


#: Every character that is white space here, as the inside of a set.
WHITE_SPACE = "".join(f"\\u{code:04x}" for code in range(0x10000) if chr(code).isspace())
WORD = f"[^{WHITE_SPACE}]+"
PARAGRAPH = f"{WORD}(?: {WORD})*"


#: A piece of a pattern in which case or ASCII matters: a set, an escape, a group's sign, a letter.
PIECE = re.compile(r"\[\^?[^\]]*\]|\\.|\(\?[:=!<]+|[a-zA-Z]")


def portable(expression: "re.Pattern[str]") -> str:
    """An expression of the model, verbose and for ASCII, in the dialect that JSON Schema shares with Python."""
    either = bool(expression.flags & re.IGNORECASE)

    def piece(found: "re.Match[str]") -> str:
        text = found[0]
        if text.startswith("(?"):
            return text
        if text.startswith("["):
            text = text.replace(r"\d", "0-9")
            return f"{text[:-1]}{capitals(text)}]" if either else text
        if text.startswith("\\"):
            return "[0-9]" if text == r"\d" else text
        return f"[{text.lower()}{text.upper()}]" if either else text

    return PIECE.sub(piece, "".join(expression.pattern.split()))


def capitals(text: str) -> str:
    """The ranges of small letters in a set, as ranges of capitals."""
    return "".join(re.findall(r"[a-z](?:-[a-z])?", text)).upper()


def string(inside: str, told: str) -> Schema:
    """The schema of a string that is ``inside`` as a whole."""
    # "$" would be the end of the text in some dialects, and in others also the place before a last newline.
    return {"type": "string", "description": told, "pattern": f"^(?:{inside})(?![\\s\\S])"}


def irregular(tag: str) -> str:
    """The expression of an irregular language tag."""
    return portable(re.compile(tag, re.IGNORECASE))


#: The kinds of strings.
STRINGS = {
    "phrase": string(PARAGRAPH, "One paragraph, with single blanks between its words."),
    "prose": string(f"{PARAGRAPH}(?:\\n\\n{PARAGRAPH})*", "Paragraphs with an empty line between them."),
    # A digit is always there: "../.." is not a date.
    "edtf": string(f"(?=.*[0-9])(?:{portable(EDTF)})", "A date of the Extended Date/Time Format, level 0 or 1."),
    "tag": string("|".join([portable(TAG), *map(irregular, sorted(IRREGULAR))]), "A language tag of BCP 47."),
}

#: Which of these the fields with a validator hold, each or each of their items.
STRING_OF: dict[Any, str] = {
    phrase: "phrase",
    optional_phrase: "phrase",
    phrases: "phrase",
    prose: "prose",
    optional_prose: "prose",
    optional_edtf: "edtf",
    optional_tag: "tag",
    named_or_in_office: "phrase",
}

#: What a person has beside its keys: a name, an office, or both.
NAMED: Schema = {"anyOf": [{"properties": {name: {"type": "string"}}} for name in ("name", "office")]}
