"""A language as it is named, and its BCP 47 tag."""

import re
from typing import Any

from attrs import Attribute, field, frozen

from .text import phrase, refuse, with_plain_strings

#: A well-formed language tag (RFC 5646, section 2.1): language, script, region, variants, extensions, private use.
TAG = re.compile(
    r"""(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})
    (?:-[a-z]{4})?
    (?:-(?:[a-z]{2}|\d{3}))?
    (?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*
    (?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*
    (?:-x(?:-[a-z\d]{1,8})+)?
    |x(?:-[a-z\d]{1,8})+""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)

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
    return TAG.fullmatch(text) is not None or text.lower() in IRREGULAR


def optional_tag(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: a well-formed language tag of BCP 47, or None."""
    if value is not None and (type(value) is not str or not is_tag(value)):
        raise refuse(owner, attribute, "a language tag of BCP 47, such as ru", value)


@frozen(field_transformer=with_plain_strings)
class Language:
    """A language by its printed name, with its BCP 47 tag where the name is a known one.

    >>> Language("Russian", "ru")
    Language(name='Russian', tag='ru')
    """

    name: str = field(validator=phrase)
    tag: str | None = field(default=None, validator=optional_tag)
