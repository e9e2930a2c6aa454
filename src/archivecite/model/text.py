"""The rules that every string in a value obeys, as attrs validators and converters.

An as-printed value is *unwrapped*: runs of white space are one space, none stand at its ends, and a blank line
(two newlines) parts the paragraphs of one value. White space is what ``str.isspace`` says it is.
"""

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

from attrs import Attribute, Factory, fields

from .diagnostic import InvalidRecord


def refuse(owner: object, attribute: "Attribute[Any]", expected: str, value: object) -> InvalidRecord:
    """The error for a ``value`` that ``attribute`` of ``owner`` does not take."""
    return InvalidRecord.because(
        "AC903", f"{type(owner).__name__}.{attribute.name}: expected {expected}, got {shown(value)}"
    )


def shown(value: object) -> str:
    """The repr of ``value``, cut to a readable length; where there is none (it is nested too deeply), its type.

    >>> shown("Top Secret")
    "'Top Secret'"
    """
    try:
        return repr(value)[:80]
    except Exception:  # noqa: BLE001  a repr of somebody else's may raise anything
        return f"a {type(value).__name__}"


#: From how many code points on a few searches for one sign each are quicker than ``str.isprintable``.
LONG = 100


def is_tidy(text: str) -> bool:
    """Whether ``text`` is plain to see unwrapped: True is sure, False may be said of an odd text that is unwrapped too.

    >>> is_tidy("Top Secret"), is_tidy("Top  Secret"), is_tidy("Top Secret ")
    (True, False, False)
    """
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        return False
    if len(text) < LONG or not text.isascii():
        return text.isprintable()  # as no white space is but the plain space
    return not (
        "\n" in text
        or "\t" in text
        or "\f" in text
        or "\r" in text
        or "\v" in text
        or "\x1c" in text
        or "\x1d" in text
        or "\x1e" in text
        or "\x1f" in text
    )


def is_phrase(value: str) -> bool:
    """Whether ``value`` is one unwrapped paragraph with something in it.

    >>> is_phrase("Top Secret"), is_phrase("Top  Secret"), is_phrase("")
    (True, False, False)
    """
    return value != "" and (is_tidy(value) or " ".join(value.split()) == value)


def wanted(value: object, expected: str) -> str:
    """What to say that was expected in place of ``value``, where a text should be ``expected``."""
    if not isinstance(value, str):
        return "a string"
    return expected if value else "a string that is not empty"


def phrase(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: one unwrapped paragraph."""
    if type(value) is not str or not is_phrase(value):
        raise refuse(owner, attribute, wanted(value, "a string without surplus white space"), value)


def optional_phrase(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: one unwrapped paragraph, or None."""
    if value is not None:
        phrase(owner, attribute, value)


def prose(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: unwrapped paragraphs with a blank line between them."""
    if type(value) is not str or not (is_phrase(value) or all(map(is_phrase, value.split("\n\n")))):
        raise refuse(owner, attribute, wanted(value, "paragraphs without surplus white space"), value)


def optional_prose(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: unwrapped paragraphs, or None."""
    if value is not None:
        prose(owner, attribute, value)


def phrases(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: a tuple of unwrapped paragraphs."""
    if type(value) is not tuple:
        raise refuse(owner, attribute, "a list of strings", value)
    for item in value:
        phrase(owner, attribute, item)


def whole_number(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: an int that is no bool, and not negative."""
    if type(value) is not int or value < 0:
        raise refuse(owner, attribute, "a whole number", value)


def one_of(*words: str) -> Callable[[object, "Attribute[Any]", object], None]:
    """attrs validator: one of ``words``."""
    known = frozenset(words)
    expected = f"one of {', '.join(words)}" if len(words) > 1 else repr(words[0])

    def validate(owner: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) is not str or value not in known:
            raise refuse(owner, attribute, expected, value)

    return validate


def instance(*classes: type) -> Callable[[object, "Attribute[Any]", object], None]:
    """attrs validator: an instance of one of ``classes``."""
    expected = " or ".join("None" if kind is type(None) else kind.__name__ for kind in classes)

    def validate(owner: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, classes):
            raise refuse(owner, attribute, expected, value)

    return validate


def optional_instance(*classes: type) -> Callable[[object, "Attribute[Any]", object], None]:
    """attrs validator: an instance of one of ``classes``, or None."""
    return instance(*classes, type(None))


def items(*classes: type) -> Callable[[object, "Attribute[Any]", object], None]:
    """attrs validator: a tuple of instances of ``classes``."""
    known = frozenset(classes)

    def validate(owner: object, attribute: "Attribute[Any]", value: object) -> None:
        if type(value) is not tuple:
            raise refuse(owner, attribute, f"a list of {' or '.join(c.__name__ for c in classes)}", value)
        for item in value:
            if type(item) not in known and not isinstance(item, classes):
                raise refuse(owner, attribute, " or ".join(c.__name__ for c in classes), item)

    return validate


def cut(text: str, length: int) -> str:
    """``text``, if it is no longer than that ``length``, or as much of it with an ellipsis.

    >>> cut("Top Secret", 10), cut("Top Secret", 9)
    ('Top Secret', 'Top Secr…')
    """
    return text if len(text) <= length else f"{text[: length - 1]}…"


def as_tuple(value: object) -> Any:
    """attrs converter: a list becomes a tuple, so that values made by hand may be given lists; all else stays."""
    return tuple(value) if isinstance(value, list | tuple) else value


def as_strings(value: object) -> Any:
    """attrs converter: a list of strings becomes a tuple, and each string a plain ``str``; all else stays."""
    return tuple(map(as_str, value)) if isinstance(value, list | tuple) else value


def as_str(value: object) -> Any:
    """attrs converter: a value of a subclass of ``str`` (a node of a web page, a cell of a table) becomes a ``str``.

    >>> from enum import Enum
    >>> as_str(Enum("Word", {"SECRET": "Top Secret"}, type=str).SECRET)
    'Top Secret'
    """
    return value if type(value) is str or not isinstance(value, str) else str.__str__(value)


def with_plain_strings(_: type, given: "list[Attribute[Any]]") -> "list[Attribute[Any]]":
    """attrs field transformer: every field that holds a string takes subclasses of ``str`` too, by ``as_str``.

    It is a transformer, not a converter of each field, so that no field is forgotten and type checkers see the fields'
    own types.
    """
    return [each.evolve(converter=as_str) if holds_string(each.type) and not each.converter else each for each in given]


def holds_string(kind: Any) -> bool:
    """Whether a field of the type ``kind`` holds one string.

    >>> holds_string(str | None), holds_string(Literal["copy"]), holds_string(tuple[str, ...])
    (True, True, False)
    """
    if get_origin(kind) is Literal:
        return type(get_args(kind)[0]) is str
    return kind is str or (str in get_args(kind) and get_origin(kind) is not tuple)


def from_fields(write: Callable[[Any], str]) -> Any:
    """The default of a ``text``: the canonical form of the fields before it, which are validated before it is written.

    Validators run when all fields are set, too late for ``write``, which an unknown kind would break.
    """

    def written(value: object) -> str:
        for each in fields(type(value)):  # type: ignore[arg-type]  # only classes of attrs have defaults of attrs
            if each.name == "text":
                break
            if each.validator:
                each.validator(value, each, getattr(value, each.name))
        return write(value)

    return Factory(written, takes_self=True)
