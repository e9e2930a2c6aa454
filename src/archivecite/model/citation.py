"""A citation: the document's title and date, where the original lies, and how the text came to be published.

The archival terms are the field's own: a Russian signature is fond, opis, delo; a German one collection and volume.
Where ``text`` is left out of a value made by hand, it is the canonical form of the other fields.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from attrs import field, frozen

from .date import Date
from .diagnostic import InvalidRecord
from .language import Language
from .terms import LEVELS, PROVENANCE_KINDS, PROVENANCE_WORDS, Level, ProvenanceKind
from .text import (
    as_strings,
    as_tuple,
    from_fields,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    phrase,
    phrases,
    with_plain_strings,
)
from .value import Value


def listed(names: list[str]) -> str:
    """Names as English lists them.

    >>> listed(["A", "B", "C"])
    'A, B, and C'
    """
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Agent(Value):
    """A person or body with a part in a document's way to publication; ``qualifier`` is what stands in parentheses
    after the name or follows ``of the``, an affiliation as a rule.

    >>> str(Agent("NHK", "Japanese Television"))
    'NHK (Japanese Television)'
    """

    name: str = field(validator=phrase)
    qualifier: str | None = field(default=None, validator=optional_phrase)

    def __str__(self) -> str:
        return f"{self.name} ({self.qualifier})" if self.qualifier else self.name


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Repository(Value):
    """The archive that holds the original: its name, acronym and place as printed, each or all.

    >>> str(Repository("Archive of Foreign Policy, Russian Federation", "AVP RF", "Moscow"))
    'Archive of Foreign Policy, Russian Federation (AVP RF), Moscow'
    """

    name: str | None = field(default=None, validator=optional_phrase)
    acronym: str | None = field(default=None, validator=optional_phrase)
    place: str | None = field(default=None, validator=optional_phrase)

    def __str__(self) -> str:
        acronym = f"({self.acronym})" if self.acronym and self.name else self.acronym
        named = " ".join(part for part in (self.name, acronym) if part)
        return ", ".join(part for part in (named, self.place) if part)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class LocatorPart(Value):
    """One part of a locator: its level, the label as printed (``f.``, ``listy (ll.)``) and the value.

    >>> str(LocatorPart("list", "9-17", "listy (ll.)"))
    'listy (ll.) 9-17'
    """

    level: Level = field(validator=one_of(*LEVELS))
    value: str = field(validator=phrase)
    label: str | None = field(default=None, validator=optional_phrase)

    def __str__(self) -> str:
        return f"{self.label} {self.value}" if self.label else self.value


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class ArchivalSource(Value):
    """An original in an archive: the repository and the parts of the locator, in the order in which they stand.

    >>> ArchivalSource(Repository(acronym="RGASPI"), [LocatorPart("fond", "558", "f.")]).text
    'RGASPI, f. 558'
    """

    kind: Literal["archival"] = field(default="archival", kw_only=True, validator=one_of("archival"))
    repository: Repository | None = field(default=None, validator=optional_instance(Repository))
    locator: tuple[LocatorPart, ...] = field(default=(), converter=as_tuple, validator=items(LocatorPart))
    text: str = field(
        default=from_fields(lambda self: ", ".join(map(str, filter(None, (self.repository, *self.locator))))),
        validator=phrase,
        kw_only=True,
    )

    def get(self, level: Level) -> str | None:
        """The first value of that ``level`` in the locator, or None.

        Raises ``InvalidRecord`` for a level that there is not.

        >>> source = ArchivalSource(locator=[LocatorPart("fond", "558", "f."), LocatorPart("opis", "11", "op.")])
        >>> source.get("opis"), source.get("delo")
        ('11', None)
        """
        return first_value(self.locator, level)


def published_text(source: "PublishedSource") -> str:
    """The canonical form of a published source: authors or editors, title, container, series, volume (imprint), pages.

    Beside authors, editors stand after the title, where they cannot be taken for authors.
    """
    imprint = ": ".join(part for part in (source.place, source.publisher) if part)
    imprint = ", ".join(part for part in (imprint, source.year) if part)
    editors = listed(list(source.editors))
    mark = "eds." if len(source.editors) > 1 else "ed."
    parts = [listed(list(source.authors)) or (f"{editors}, {mark}" if editors else "")]
    # A part's title stands in quotation marks, so that the one after it is its container's.
    parts.append(f'"{source.title},"' if source.title and source.container_title else source.title or "")
    if source.authors and editors:
        parts.append(f"edited by {' and '.join(source.editors)}")
    if source.translators:
        parts.append(f"translated by {' and '.join(source.translators)}")
    parts += [source.container_title or "", source.series or ""]
    parts += [f"vol. {source.volume}" if source.volume else "", f"no. {source.issue}" if source.issue else ""]
    text = ", ".join(part for part in parts if part).replace(',",', ',"')
    text = " ".join(part for part in (text, f"({imprint})" if imprint else "") if part)
    pages = f"{'pp' if any(sign in (source.pages or '') for sign in '-–—,') else 'p'}. {source.pages}"
    item = f"Document No. {source.item}" if source.item else ""
    return ", ".join(part for part in (text, item, pages if source.pages else "") if part)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class PublishedSource(Value):
    """A printed edition in which the document stands; ``volume``, ``issue`` (of a journal or a series), ``item`` (a
    document's number in it) and ``pages`` have no label.

    >>> PublishedSource(title="Zhizn i Reformy", volume="2", place="Moscow", year="1995", pages="4-5").text
    'Zhizn i Reformy, vol. 2 (Moscow, 1995), pp. 4-5'
    """

    kind: Literal["published"] = field(default="published", kw_only=True, validator=one_of("published"))
    authors: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    editors: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    translators: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    title: str | None = field(default=None, validator=optional_phrase)
    container_title: str | None = field(default=None, validator=optional_phrase)
    series: str | None = field(default=None, validator=optional_phrase)
    volume: str | None = field(default=None, validator=optional_phrase)
    issue: str | None = field(default=None, validator=optional_phrase)
    item: str | None = field(default=None, validator=optional_phrase)
    place: str | None = field(default=None, validator=optional_phrase)
    publisher: str | None = field(default=None, validator=optional_phrase)
    year: str | None = field(default=None, validator=optional_phrase)
    pages: str | None = field(default=None, validator=optional_phrase)
    text: str = field(default=from_fields(published_text), validator=phrase, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class OtherSource(Value):
    """A source that no rule fits: its text is kept whole.

    >>> OtherSource("Private collection").kind
    'other'
    """

    kind: Literal["other"] = field(default="other", kw_only=True, validator=one_of("other"))
    text: str = field(validator=phrase)


Source = ArchivalSource | PublishedSource | OtherSource


def provenance_text(provenance: "Provenance") -> str:
    """The canonical form of a statement: its words, language, client, agents, recipients, place and date."""
    words, _, joint = PROVENANCE_WORDS[provenance.kind].rpartition(" ")
    if provenance.kind == "reprinted" and provenance.agents and not provenance.publication:
        joint = "by"
    languages = listed([language.name for language in provenance.from_languages])
    agents = listed([str(agent) for agent in provenance.agents])
    recipients = listed([str(agent) for agent in provenance.recipients])
    parts = [
        words,
        f"from {languages}" if languages else "",
        f"for {provenance.on_behalf_of}" if provenance.on_behalf_of else "",
        f"{joint} {agents}" if agents else "",
        f"to {recipients}" if recipients else "",
        f"in {provenance.publication.text}" if provenance.publication else "",
    ]
    text = " ".join(part for part in parts if part)
    return ", ".join(part for part in (text, provenance.place, provenance.date and provenance.date.text) if part)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Provenance(Value):
    """One statement on how the document came to be published: ``Translated for CWIHP by Anna Weber``.

    >>> Provenance("translated", [Agent("Anna Weber")], on_behalf_of="CWIHP").text
    'translated for CWIHP by Anna Weber'
    """

    kind: ProvenanceKind = field(validator=one_of(*PROVENANCE_KINDS))
    agents: tuple[Agent, ...] = field(default=(), converter=as_tuple, validator=items(Agent))
    recipients: tuple[Agent, ...] = field(default=(), converter=as_tuple, validator=items(Agent))
    on_behalf_of: str | None = field(default=None, validator=optional_phrase)
    from_languages: tuple[Language, ...] = field(default=(), converter=as_tuple, validator=items(Language))
    place: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    publication: PublishedSource | None = field(default=None, validator=optional_instance(PublishedSource))
    text: str = field(default=from_fields(provenance_text), validator=phrase, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Citation(Value):
    """The citation of a record, from its title to its URL.

    >>> Citation(url="https://digitalarchive.wilsoncenter.org/document/112639").document_id
    '112639'
    """

    title: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    digital_archive: str | None = field(default=None, validator=optional_phrase)
    sources: tuple[Source, ...] = field(
        default=(), converter=as_tuple, validator=items(ArchivalSource, PublishedSource, OtherSource)
    )
    provenance: tuple[Provenance, ...] = field(default=(), converter=as_tuple, validator=items(Provenance))
    url: str | None = field(default=None, validator=optional_phrase)
    accessed: Date | None = field(default=None, validator=optional_instance(Date))

    @property
    def document_id(self) -> str | None:
        """The number or name after ``/document/`` in the URL's path: the only safe key of a record."""
        address = (self.url or "").partition("#")[0].partition("?")[0]
        scheme, parted, rest = address.partition("://")
        _, _, path = (rest if parted else scheme).partition("/")
        _, _, tail = f"/{path}".partition("/document/")
        return tail.partition("/")[0].partition(".")[0] or None

    @property
    def translators(self) -> tuple[str, ...]:
        """The names of those who translated the document, in the order of the citation.

        >>> Citation(provenance=[Provenance("translated", [Agent("Anna Weber"), Agent("Bo Li")])]).translators
        ('Anna Weber', 'Bo Li')
        """
        return tuple(agent.name for entry in self.provenance if entry.kind == "translated" for agent in entry.agents)

    def get(self, level: Level) -> str | None:
        """The first value of that ``level`` in the locators of the sources, or None.

        Raises ``InvalidRecord`` for a level that there is not.

        >>> fond = LocatorPart("fond", "558", "f.")
        >>> Citation(sources=[OtherSource("A private collection"), ArchivalSource(locator=[fond])]).get("fond")
        '558'
        """
        return first_value((part for source in archival(self.sources) for part in source.locator), level)


def archival(sources: Iterable[Source]) -> Iterator[ArchivalSource]:
    """Those of ``sources`` that are in an archive."""
    return (source for source in sources if isinstance(source, ArchivalSource))


def first_value(locator: Iterable[LocatorPart], level: object) -> str | None:
    """The value of the first part of that ``level``, or None."""
    if level not in LEVELS:
        raise InvalidRecord.because("AC903", f"expected a level ({', '.join(LEVELS)}), got {level!r:.80}")
    return next((part.value for part in locator if part.level == level), None)
