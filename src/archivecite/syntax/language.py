"""Languages: a printed name to its BCP 47 tag. The names and tags stand in ``grammar/language.lark``."""

import re
from functools import cache

from ..model.language import Language
from ..model.unchecked import unchecked
from .grammar import NAMED_GROUP, terminal_patterns, terminals

new_language = unchecked(Language)


@cache
def known_language() -> re.Pattern[str]:
    """The pattern of all known names, each in a group named by its tag."""
    tags = NAMED_GROUP.findall(terminal_patterns("language")["LANGUAGE"])
    return terminals("language", "LANGUAGE", groups=" ".join(tags))


def read_language(text: str) -> Language:
    """The language that ``text`` names, with its tag if the name is a known one.

    >>> read_language("Serbo-Croatian"), read_language("Etruscan")
    (Language(name='Serbo-Croatian', tag='sh'), Language(name='Etruscan', tag=None))
    """
    match = known_language().fullmatch(text)
    return new_language(text, match.lastgroup.replace("_", "-") if match and match.lastgroup else None)


@cache
def language_names() -> tuple[str, ...]:
    """All known names.

    >>> "Serbo-Croatian" in language_names()
    True
    """
    return tuple(re.findall(r"(?<=[>|])[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?", terminal_patterns("language")["LANGUAGE"]))
