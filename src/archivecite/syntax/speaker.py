"""Who speaks: the label that a turn begins with, in a record of conversation or in minutes."""

from functools import cache
from typing import Literal, NamedTuple

from .prose import bare
from .table import Table
from .vocabulary import vocabulary, words_of
from .words import Words, folded

#: The most characters before the sign that ends a label, brackets included.
WIDTH = 100

#: The longest bracket after a name: ``(to be abbreviated as Kim)``
BRACKET = 42

#: The most words of a name, with the title before it and without.
TITLED_WORDS = 8
NAMED_WORDS = 4

BRACKETS = {")": "(", "]": "["}

DASHES = ("—", "--")

#: A dash with blanks, behind a name in capitals: ``NOVAK — Sums up.``, ``WEBER (interrupting) – No.``
SPACED = (" — ", " – ")


Kind = Literal["titled", "dashed", "named dashed", "alone", "named", "capitals", "capitals dashed", "present"]


class Speaker(NamedTuple):
    """A label that may be a speaker's: what kind of label, where the name stands, and the name.

    ``titled`` has a form of address, an office, or is a voice with a number; a ``dashed`` one, too, with a dash for the
    colon; ``named dashed`` is a name alone before a dash;
    ``alone`` is titled with nothing after it; ``named`` is a name alone, ``capitals`` a name in capitals, and
    ``capitals dashed`` one before a dash with blanks; ``present`` is a name of one who was present.
    """

    kind: Kind
    start: int
    end: int
    name: str


@cache
def tables() -> tuple[Table, Table, Table, frozenset[str], frozenset[str], frozenset[str]]:
    """The titles, the voices, those with a number, the particles of names, first words of no name, and markings."""
    data = vocabulary().data["speaking"]
    sets = (words_of(data["particles"]), words_of(data["never"]), frozenset(data["markings"]))
    return (
        Table({"title": data["titles"]}),
        Table({"voice": data["voices"]}),
        Table({"voice": data["numbered_voices"]}),
        *sets,
    )


def speaker_of(text: str) -> Speaker | None:
    """The label that a flat ``text`` begins with, if it may be a speaker's.

    >>> speaker_of("Comrade Petrov: In Peru a war goes on."), speaker_of("We saw this: all was quiet.")
    (Speaker(kind='titled', start=0, end=14, name='Comrade Petrov'), None)
    """
    colon = text.find(":", 1, WIDTH)
    if colon > 0 and text[colon + 1 : colon + 2] in ("", " ") and (found := labelled(text, colon)) is not None:
        return found
    if text[:3].isupper() or text[1:2] == ".":
        found = in_capitals(text) or capitals_dashed(text)
        if found or text[1:2] != ".":
            return found
    dash = min((at for sign in (*DASHES, *SPACED) if (at := text.find(sign, 1, WIDTH)) > 0), default=0)
    return dashed(text, dash) if dash else None


def dashed(text: str, dash: int) -> Speaker | None:
    """The speaker before a ``dash``, brackets between them set aside; a name without a title has a capital after it."""
    name = without_brackets(text[:dash])
    if name and is_titled(name):
        return Speaker("dashed", 0, len(name), name)
    rest = text[dash:].lstrip('—–- "“[(')
    if name and is_named(name) and rest[:1].isupper():
        return Speaker("named dashed", 0, len(name), name)
    return None


def capitals_dashed(text: str) -> Speaker | None:
    """The speaker in capitals before a dash with blanks; a town is none: ``LIMA — The talks go on.``"""
    dash = min((at for sign in SPACED if (at := text.find(sign, 1, WIDTH)) > 0), default=0)
    name = without_brackets(text[:dash])
    if not name or not is_capitals(name) or not text[dash + 3 : dash + 4].isupper():
        return None
    town = name.title() in vocabulary().data["places"]["cities"]
    return None if town else Speaker("capitals dashed", 0, len(name), name)


def labelled(text: str, colon: int) -> Speaker | None:
    """The speaker before a ``colon``, brackets between them set aside."""
    name = without_brackets(text[:colon])
    rest = text[colon + 1 :].lstrip()
    if not name or (rest.startswith("(") and rest[2:3] == "."):  # "SECRETARY OF THE CC: (T. Novak) For accuracy"
        return None
    if is_titled(name) or is_voice(name):
        return Speaker("titled" if rest else "alone", 0, len(name), name)
    if not rest:
        return None
    if is_capitals(name):
        return Speaker("capitals", 0, len(name), name)
    return Speaker("named", 0, len(name), name) if is_named(name) else None


def without_brackets(label: str) -> str:
    """A label without the remarks in brackets after the name: ``Jan Novak [Jan Nowak] (laughing)``"""
    while label[-1:] in BRACKETS:
        opened = label.rfind(BRACKETS[label[-1]])
        if opened < 1 or label[opened - 1] != " " or len(label) - opened > BRACKET:
            return label
        label = label[: opened - 1]
    return label


def is_titled(name: str) -> bool:
    """Whether a name has a title before it: ``Comrade Stalin``, ``President of the DRV Ho``, ``Cde. Novak``."""
    if not (name[0].isupper() or name.startswith("c[")):
        return False
    printed = name.split(" ")
    if not 1 < len(printed) <= TITLED_WORDS + 1 or not is_name_word(printed[-1]):
        return False
    words = Words(name.replace("[", "").replace("]", ""))
    found = tables()[0].find(words, 0, len(words))
    if found is None or not found[0] < len(words):
        return False
    particles = tables()[3]
    return all(is_name_word(word) or word in particles for word in printed[found[0] :])


def is_voice(name: str) -> bool:
    """Whether a name is that of someone unknown: ``Unidentified male 2``, ``Speaker 3``."""
    if not name[0].isupper():
        return False
    label, _, number = name.lower().rpartition(" ")
    numbered = number.isdecimal()
    voices, counted = tables()[1:3]
    first = folded(label if numbered else name).partition(" ")[0].rstrip(".")
    if first.isalpha() and not voices.starts(first) and not counted.starts(first):
        return False  # as nearly all
    words = Words(label if numbered else name.lower())
    if not len(words):
        return False
    return any(table.whole(words, 0, len(words)) for table in ((voices, counted) if numbered else (voices,)))


def is_named(name: str) -> bool:
    """Whether a label is a name without a title, as far as one can tell."""
    printed = name.split(" ")
    return len(printed) <= NAMED_WORDS and all(map(is_name_word, printed)) and bare(printed[0]) not in tables()[4]


def is_name_word(word: str) -> bool:
    """Whether a word may stand in a name: it begins with a capital, ``[Mao]`` too, and has no sign but its own."""
    first = word.lstrip("'‘’[")[:1]
    letters = word.strip("'‘’[]")
    return (
        first.isalpha() and not first.islower() and all(letter.isalnum() or letter in "'’‘.-[]" for letter in letters)
    )


def is_capitals(name: str) -> bool:
    """Whether a label is a name in capitals: ``MINISTER GROMYKO``, ``K. NOVAK``, and no marking."""
    printed = name.split(" ")
    while len(printed) > 1 and len(printed[0]) <= 3 and printed[0].endswith("."):
        printed = printed[1:]
    if len(printed) > 3 or not name.isupper() or len(printed[0]) < 3:
        return False
    lower = name.lower()
    known = any(lower == mark or lower.startswith(mark + " ") for mark in tables()[5])
    return not known and bare(printed[0]) not in tables()[4] and all(is_name_word(word) for word in printed)


def in_capitals(text: str) -> Speaker | None:
    """The speaker in capitals before a full stop: ``ZAMYATIN. I should like …``, ``WANG LI (interrupting). Let …``"""
    at = 0
    while (stop := text.find(". ", at, WIDTH)) > 0:
        name = without_brackets(text[:stop])
        if not name.isupper():
            return None
        if is_capitals(name) and "." not in name.split(" ")[-1]:
            following = text[stop + 2]
            return Speaker("capitals", 0, len(name), name) if following.isalnum() or following in '"“[(' else None
        at = stop + 1
    return None
