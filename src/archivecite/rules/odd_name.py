"""The rule on names of persons in a citation that no person has: with a figure, or two names in one word."""

from collections.abc import Iterable

from ..model.diagnostic import Severity
from .rule import Finding, Rule
from .subject import Subject
from .word_shape import is_small

#: What names begin with that have a capital inside.
PREFIXES = ("Fitz", "Mac", "Mc", "De", "La", "Le", "Van", "Von", "Ben", "Bar", "Abu", "Della", "Di", "Du")


class OddName(Rule):
    """A name in the citation has a figure in it, or two names in one word.

    ``El0vin`` was misread from a scan, ``ElvinMarku`` lost a blank. The person is not found by such a name.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by AnnaWeber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC345"
    severity = Severity.WARNING
    message = "no person has this name"
    hint = "look the name up"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        told = set()
        for index, part in enumerate(citation.provenance if citation else ()):
            for number, agent in enumerate(part.agents):
                wrong = what_is_wrong(agent.name)
                if wrong and agent.name not in told:
                    told.add(agent.name)
                    pointer = f"/citation/provenance/{index}/agents/{number}/name"
                    yield Finding(subject.span(pointer), pointer, f'{wrong} in "{agent.name}"')


def what_is_wrong(name: str) -> str:
    """What is wrong with a person's name; nothing if it may be one.

    >>> what_is_wrong("El0vin Marku"), what_is_wrong("ElvinMarku"), what_is_wrong("FitzGerald"), what_is_wrong("Ann Bu")
    ('a figure stands for a letter', 'two names are one word', '', '')
    """
    for word in name.split():
        if any(map(str.isdecimal, word)) and word[:1].isalpha() and any(map(str.islower, word)):
            return "a figure stands for a letter"
        for at, sign in enumerate(word):
            joined = sign.isupper() and is_small(word[max(0, at - 2) : at], 2) and is_small(word[at + 1 : at + 3], 2)
            if joined and word[:at] not in PREFIXES and " " not in name:
                return "two names are one word"
    return ""
