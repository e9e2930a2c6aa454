"""Languages: a printed name to its BCP 47 tag (``vocabulary/languages.toml``)."""

from functools import cache

from ..model.language import Language
from ..model.unchecked import unchecked
from .vocabulary import vocabulary

new_language = unchecked(Language)


@cache
def tags() -> dict[str, str]:
    """The tag of each known name."""
    languages: dict[str, list[str]] = vocabulary().data["languages"]
    return {name: tag for tag, names in languages.items() for name in names}


def read_language(text: str) -> Language:
    """The language that ``text`` names, with its tag if the name is a known one.

    >>> read_language("Serbo-Croatian"), read_language("Etruscan")
    (Language(name='Serbo-Croatian', tag='sh'), Language(name='Etruscan', tag=None))
    """
    return new_language(text, tags().get(text))


def language_names() -> tuple[str, ...]:
    """All known names.

    >>> "Serbo-Croatian" in language_names()
    True
    """
    return tuple(tags())
