"""Rules on the archives that a citation names."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..model.archives import Archive
from ..model.citation import PublishedSource
from ..model.diagnostic import Edit, Fix, Severity
from ..surface.flat import WORD
from ..syntax.acronym import archives as known_archives
from ..syntax.acronym import known_archive
from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary
from .locator import archives
from .rule import Finding, Rule
from .subject import Subject

#: Words that say nothing of which archive it is.
SMALL = frozenset(("of", "the", "and", "for", "archive"))


class UnknownArchive(Rule):
    """An archive is named by letters that are not known.

    ``RGASPI`` is known to every reader; other letters need their name beside them at least once: ``Russian State
    Archive of Socio-Political History (RGASPI)``. They may also be misspelt.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGSAPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC320"
    severity = Severity.INFO
    message = "unknown archive acronym"
    hint = "see that they are right, and write the archive's name before them"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, source in archives(subject):
            repository = source.repository
            acronym = repository and repository.name is None and repository.acronym
            if acronym and not is_known(acronym):
                place = f"{pointer}/repository/acronym"
                meant = next(
                    (known.acronym for known in known_archives().values() if is_slip(acronym, known.acronym)), None
                )
                said = f' (perhaps "{meant}")' if meant else ""
                yield Finding(subject.span(place), place, f'unknown archive acronym "{acronym}"{said}')


def is_known(acronym: str) -> bool:
    """Whether readers know the acronym, or the vocabulary does."""
    acronyms = vocabulary().data["acronyms"]
    return acronym in acronyms["known"] or acronym in acronyms["explained"] or known_archive(acronym) is not None


def is_slip(acronym: str, known: str) -> bool:
    """Whether ``acronym`` is ``known`` with two letters swapped, or with one letter wrong, missing or too many.

    >>> is_slip("TDsA", "TsDA"), is_slip("AVP FR", "AVP RF"), is_slip("AMSZ", "AMSZ"), is_slip("RGAE", "RGANI")
    (True, True, False, False)

    Capitals are a matter of taste: ``AQSh`` and ``AQSH`` are one.

    >>> is_slip("AQSh", "AQSH")
    False
    """
    one, other = acronym.replace(" ", ""), known.replace(" ", "")
    if one.lower() == other.lower() or min(len(one), len(other)) < len("TsDA"):
        return False
    if sorted(one) == sorted(other):
        return True
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return abs(len(one) - len(other)) == 1
    return (
        one[start + 1 :] == other[start + 1 :] or one[start + 1 :] == other[start:] or one[start:] == other[start + 1 :]
    )


class MisspeltAcronym(Rule):
    """The acronym after an archive's name is nearly the archive's own.

    Archives are looked for by their acronyms, and letters of one are easily swapped.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of Foreign
        Policy of the Russian Federation (AVP FR), Moscow, f. 3, op. 18, p. 90, d. 7. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of Foreign
        Policy of the Russian Federation (AVP RF), Moscow, f. 3, op. 18, p. 90, d. 7. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC330"
    severity = Severity.WARNING
    message = "this acronym is not that of the archive named before it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, source in archives(subject):
            repository = source.repository
            if not repository or not repository.name or not repository.acronym or is_known(repository.acronym):
                continue
            for known in known_archives().values():
                if is_slip(repository.acronym, known.acronym) and is_name_of(repository.name, known):
                    place = f"{pointer}/repository/acronym"
                    message = f'"{repository.acronym}" is not the acronym of this archive, which is "{known.acronym}"'
                    yield Finding(subject.span(place), place, message, f'write "{known.acronym}"')
                    break


def is_name_of(name: str, archive: Archive) -> bool:
    """Whether ``name`` has most of the words of an archive's name.

    >>> is_name_of("Central State Archive", known_archive("TsDA"))
    True
    >>> is_name_of("Open Society Archives", known_archive("AAN"))
    False
    """
    printed, known = ({word.rstrip("s") for word in text.lower().split()} - SMALL for text in (name, archive.name))
    return 2 * len(printed & known) > min(len(printed), len(known)) > 1


#: Shorter words are misspelt into other words.
LETTERS = 6


@cache
def name_words() -> frozenset[str]:
    """The words that known archives' names are made of."""
    names = (known.name for known in known_archives().values())
    return frozenset(word for name in names for word in name.split() if word.isalpha() and word[0].isupper())


def is_typo(word: str, known: str) -> bool:
    """Whether ``word`` is ``known`` with letters swapped or one lost, the first and the last in place: words of other
    languages, ``Archivo`` and ``Nacional``, differ in other ways.

    >>> is_typo("Archvie", "Archive"), is_typo("Natinal", "National"), is_typo("Archivo", "Archive")
    (True, True, False)
    """
    if word == known or word[0] != known[0] or word[-1] != known[-1]:
        return False
    swapped = sorted(word) == sorted(known)
    return (swapped or len(word) == len(known) - 1) and distance(word, known) == 1


def english_words(text: str) -> Iterator[re.Match[str]]:
    """The words between commas, beside one that archives have in their English names: ``Arhive`` alone is Romanian."""
    at = 0
    for part in text.split(","):
        known = sum(word in name_words() and len(word) >= LETTERS - 1 for word in part.split())
        if known:
            yield from WORD.finditer(text, at, at + len(part))
        at += len(part) + 1


class MisspeltArchiveName(Rule):
    """A word in an archive's name is misspelt.

    Archives are looked for by their names: a slip in ``Archive`` or ``National`` hides the source.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of Foreign
        Policy, Russian Fedreation (AVP RF), Moscow, f. 3, op. 18, p. 90, d. 7. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of Foreign
        Policy, Russian Federation (AVP RF), Moscow, f. 3, op. 18, p. 90, d. 7. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC340"
    severity = Severity.WARNING
    fixes = "safe"
    message = "a word in the archive's name is misspelt"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        for index, source in enumerate(citation.sources if citation else ()):
            if isinstance(source, PublishedSource):
                continue
            for match in english_words(source.text):
                word = match.group().strip(".,;:()[]\"'")
                if len(word) < LETTERS or not word[0].isupper() or not word.isalpha() or word in name_words():
                    continue
                meant = [known for known in name_words() if is_typo(word, known)]
                if len(meant) == 1:
                    start = match.start() + match.group().find(word)
                    pointer = f"/citation/sources/{index}"
                    span = subject.within(pointer, start, start + len(word))
                    fix = Fix(f'write "{meant[0]}"', (Edit(span, meant[0]),))
                    yield Finding(span, pointer, f'"{word}" is misspelt', f'write "{meant[0]}"', fix)
