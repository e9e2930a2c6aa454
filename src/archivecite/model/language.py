"""A language as it is named, and its BCP 47 tag."""

from itertools import dropwhile, takewhile
from typing import Any

from attrs import Attribute, field, frozen

from .text import phrase, refuse, with_plain_strings
from .value import Value

#: The longest part of a tag, and how many parts extend a language.
LONGEST, EXTENDED = 8, 3

#: Tags that were registered before these rules, and that they do not describe.
IRREGULAR = frozenset(
    """en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu
    sgn-be-fr sgn-be-nl sgn-ch-de""".split()
)


def is_tag(text: str) -> bool:
    """Whether ``text`` is a well-formed language tag of BCP 47.

    >>> is_tag("ru"), is_tag("zh-Hant-TW"), is_tag("Russian language"), is_tag("r")
    (True, True, False, False)
    """
    parts = text.lower().split("-")
    if not text.isascii() or not all(part.isalnum() and len(part) <= LONGEST for part in parts):
        return False
    return text.lower() in IRREGULAR or is_private(parts) or is_language(parts)


def is_private(parts: list[str]) -> bool:
    """Whether ``parts`` are of private use: ``x-old``."""
    return parts[0] == "x" and len(parts) > 1


def is_language(parts: list[str]) -> bool:
    """Whether ``parts`` are a language, script, region, variants, extensions and private use, in that order (RFC 5646,
    section 2.1).
    """
    language, *rest = parts
    if not language.isalpha() or len(language) == 1:
        return False
    if len(language) <= len("rus"):
        rest = rest[sum(1 for _ in takewhile(is_extended, rest[:EXTENDED])) :]
    if rest and len(rest[0]) == len("Cyrl") and rest[0].isalpha():
        rest = rest[1:]
    if rest and ((len(rest[0]) == len("RU") and rest[0].isalpha()) or (len(rest[0]) == 3 and rest[0].isdecimal())):
        rest = rest[1:]
    return are_extensions([*dropwhile(is_variant, rest)])


def is_extended(part: str) -> bool:
    """Whether a part extends a language: ``yue`` in ``zh-yue``."""
    return len(part) == len("yue") and part.isalpha()


def is_variant(part: str) -> bool:
    """Whether a part is a variant: ``1994``, ``rozaj``."""
    return len(part) > 4 or (len(part) == 4 and part[0].isdecimal())


def are_extensions(parts: list[str]) -> bool:
    """Whether ``parts`` are extensions, a sign and what it says, and private use at the end: ``u-co-phonebk-x-old``."""
    for at, part in enumerate(parts):
        if len(part) == 1:
            if at + 1 == len(parts) or (part != "x" and len(parts[at + 1]) == 1):
                return False
            if part == "x":
                return True
        elif at == 0:
            return False
    return True


def optional_tag(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: a well-formed language tag of BCP 47, or None."""
    if value is not None and (type(value) is not str or not is_tag(value)):
        raise refuse(owner, attribute, "a language tag of BCP 47, such as ru", value)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Language(Value):
    """A language by its printed name, with its BCP 47 tag where the name is a known one.

    >>> Language("Russian", "ru")
    Language(name='Russian', tag='ru')
    """

    name: str = field(validator=phrase)
    tag: str | None = field(default=None, validator=optional_tag)
