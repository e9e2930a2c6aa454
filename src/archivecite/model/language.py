"""A language as it is named, and its BCP 47 tag."""

from attrs import field, frozen

from .text import optional_phrase, phrase


@frozen
class Language:
    """A language by its printed name, with its BCP 47 tag where the name is a known one.

    >>> Language("Russian", "ru")
    Language(name='Russian', tag='ru')
    """

    name: str = field(validator=phrase)
    tag: str | None = field(default=None, validator=optional_phrase)
