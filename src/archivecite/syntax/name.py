"""A name in running words: where a person's or a body's name begins and ends."""

from typing import NamedTuple

from .runs import is_archive_word
from .vocabulary import Vocabulary
from .words import Words


class Name(NamedTuple):
    """A name up to atom ``end``: a ``PERSON`` or an ``OFFICE``, any body with a noun that says so."""

    kind: str
    end: int


#: Nouns after which a name goes on over "of" and its like, and prepositions that it goes on over.
AND = ("and", "&")


def name_at(words: Words, at: int, end: int, known: Vocabulary) -> Name | None:
    """The name that stands ``at``, or None: capitals, initials and particles; after a body's noun ``of``, ``for``, too.

    >>> from .vocabulary import vocabulary
    >>> texts = ("Anna Weber of Troy", "Maria de la Cruz and NHK", "Center for Research into Rule, X", "by Weber")
    >>> [name_at(words, 0, len(words), vocabulary()) for words in map(Words, texts)]
    [Name(kind='PERSON', end=2), Name(kind='PERSON', end=4), Name(kind='OFFICE', end=5), None]
    """
    first = at
    while at < end and words.lower[at] in known.particles and words.is_small(at):
        at += 1
    if at >= end or not begins_name(words, at, known):
        return None
    country = known.countries.find(words, first, end)
    if country and country[0] > first + 2:
        return Name("OFFICE", country[0])  # "Republic of Korea"
    office = False
    at = first
    while at < end:
        inner = words.lower[at] in known.particles or (words.kinds[at] == "BRACKET" and at > first)
        if inner or begins_name(words, at, known):
            office = office or is_body(words, at, end, known)
            at += 1
            if words.dotted[at - 1] and ends_name(words, at - 1, end, known):
                break
        elif at == first + 1 and is_acronym(words, first) and is_body(words, at, end, known):
            office = True  # "NHK television"
            at += 1
        elif goes_on(words, at, end, first, office, known):
            at += 1
        else:
            break
    return Name("OFFICE" if office else "PERSON", with_degrees(words, at, end, known))


def place_at(words: Words, at: int, end: int, known: Vocabulary) -> int:
    """Where the city or the country ends that begins with atom ``at``, or 0."""
    found = known.cities.find(words, at, end) or known.countries.find(words, at, end)
    return found[0] if found else 0


def begins_name(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether a name may begin with atom ``at``: a capital, after a particle in its word perhaps (``al-Haddad``)."""
    if words.is_capital(at):
        return True
    if words.kinds[at] != "WORD":
        return False
    particle, _, rest = words.word(at).partition("-")
    return particle in known.particles and rest[:1].isupper()


def is_acronym(words: Words, at: int) -> bool:
    """Whether atom ``at`` is all capitals."""
    word = words.word(at)
    return len(word) > 1 and word.isupper()


def is_body(words: Words, at: int, end: int, known: Vocabulary) -> bool:
    """Whether atom ``at`` is the noun of a body: an archive, a university, an office (``Center's``, too)."""
    word = words.lower[at]
    if word in known.parents.rows or (word in known.offices.rows and known.offices.find(words, at, end)):
        return True
    return known.offices.starts(word[:-2]) if word.endswith("'s") else is_archive_word(word, known)


def ends_name(words: Words, at: int, end: int, known: Vocabulary) -> bool:
    """Whether a full stop after atom ``at`` ends a name: not after an initial or an abbreviation."""
    return not (words.is_initial(at) or words.lower[at] in known.abbreviations) or at + 1 == end


def goes_on(words: Words, at: int, end: int, first: int, office: bool, known: Vocabulary) -> bool:
    """Whether a name goes on with atom ``at``, which is no word with a capital: a sign in one, a number of a body."""
    if words.kinds[at] in ("'", "’", "-") and words.touches(at):
        return True
    return (office and words.kinds[at] == "NUMBER") or goes_over(words, at, end, first, office, known)


def goes_over(words: Words, at: int, end: int, first: int, office: bool, known: Vocabulary) -> bool:
    """Whether a name goes on over the small word ``at``: over ``of``, ``for`` in a body's, over "and" where what
    follows is no name by itself (``Foreign and Commonwealth Office``, ``Ministry of Trade and Industry``).
    """
    word = words.lower[at]
    after = at + 1
    while after < end and words.is_small(after) and words.lower[after] in known.small and words.lower[after] not in AND:
        after += 1
    if after >= end or not words.is_capital(after) or at == first:
        return False
    if word in AND:
        return joins_body(words, at, end, first, office, known)
    if word == "for" and is_acronym(words, after):
        return False
    return office and word in known.small and words.is_small(at)


def joins_body(words: Words, at: int, end: int, first: int, office: bool, known: Vocabulary) -> bool:
    """Whether the "and" ``at`` stands inside the name of one body.

    What follows must not be a name by itself: one more word after ``Ministry of Trade``, or words up to a noun after a
    single one (``Foreign and Commonwealth Office``) or after a possessive (``Center's Russia and Eurasia Program``).
    """
    last = at + 1
    while last < end and words.is_capital(last) and not words.dotted[last - 1]:
        last += 1
    single = last == at + 2 and not is_acronym(words, at + 1) and not words.is_initial(at + 1)
    goes_on = last < end and words.lower[last] not in AND and words.lower[last] in known.small | known.particles
    single = single and not goes_on
    opened = last < end and words.kinds[last] == "("  # what stands in parentheses is a person's
    if office and single and not opened and (words.is_small(at - 2) or is_body(words, at + 1, end, known)):
        return not words.dotted[at]
    noun = any(is_body(words, index, end, known) for index in range(at + 2, last))
    possessive = at - 2 >= first and words.lower[at - 2].endswith("'s")
    short = at == first + 1 and last <= at + 3 and words.is_capital(first)
    return noun and (short or possessive) and last > at + 1 and not is_acronym(words, at - 1)


def with_degrees(words: Words, at: int, end: int, known: Vocabulary) -> int:
    """Where a name ends with what follows it after a comma and is no other name: ``Jr.``, ``Ph.D.``"""
    while at + 1 < end and words.kinds[at] == "," and (degree := known.degrees.find(words, at + 1, end)):
        at = degree[0]
    return at


def is_listed(words: Words, at: int, end: int) -> bool:
    """Whether a row of names goes on to an "and" after ``at``."""
    while at < end and words.lower[at] not in ("by", "to", "from"):
        if words.lower[at] in AND:
            return True
        at += 1
    return at + 1 < len(words) and words.lower[at] in AND and at == end
