"""A record as an entry of a bibliography: what CSL, RIS and BibLaTeX each write in their own way.

Nothing is inferred here. Of several sources the first in an archive is *the* source, else the first that was published;
what is said of the others, and how the document came to be published, stays text.
"""

import re
from hashlib import sha256

from attrs import evolve, frozen

from ..model.argument import expect
from ..model.citation import (
    ArchivalSource,
    Citation,
    LocatorPart,
    PublishedSource,
    Repository,
    Source,
    listed,
)
from ..model.date import Date
from ..model.header import DocumentType, Serial
from ..model.language import Language
from ..model.record import Record
from .json import to_json

#: An id that every format takes as a key, as it is.
SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

#: A year, a month or a day of the calendar, as EDTF has it; from 21 on its months are seasons.
CALENDAR = r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?"

#: The levels that name what a document's locator is counted in: they go into a field of their own.
COLLECTION_LEVELS = ("fond", "record_group", "collection", "name")


@frozen(kw_only=True)
class Entry:
    """What a bibliography says of a record. ``key`` is its name there, ``rest`` the texts of the sources that are not
    ``source``, ``statements`` those of the provenance, each once; ``translated`` is ``translated by`` and the names.
    """

    key: str
    title: str | None
    date: Date | None
    digital_archive: str | None
    source: Source | None
    rest: tuple[str, ...]
    statements: tuple[str, ...]
    translated: str | None
    translators: tuple[str, ...]
    url: str | None
    accessed: Date | None
    genre: str | None
    serial: str | None
    summary: str | None
    credits: str | None
    languages: tuple[Language, ...]
    notes: tuple[str, ...]


def as_record(verb: str, value: Record | Citation) -> Record:
    """``value``, a citation as a record that has nothing else; raises ``TypeError`` for anything but the two."""
    expect(verb, value, (Record, Citation), "a Record or a Citation", "the record of a Document is document.record")
    return Record(citation=value) if isinstance(value, Citation) else value


def read_entry(record: Record) -> Entry:
    """The entry for a record.

    >>> read_entry(Record(title="Letter from Zhou Enlai")).title
    'Letter from Zhou Enlai'
    """
    citation = record.citation or Citation()
    source = main_source(citation.sources)
    statements = tuple(dict.fromkeys(statement.text for statement in citation.provenance))
    others = dict.fromkeys(other.text for other in citation.sources if other is not source)
    kinds = [block.text for block in record.body if isinstance(block, DocumentType)]
    serials = [block.text for block in record.body if isinstance(block, Serial)]
    return Entry(
        key=key(record),
        title=record.title or citation.title,
        date=record.date or citation.date,
        digital_archive=citation.digital_archive,
        source=source,
        rest=tuple(text for text in others if source is None or text != source.text),
        statements=statements,
        translated=translated(citation),
        translators=tuple(dict.fromkeys(citation.translators)),
        url=citation.url,
        accessed=citation.accessed,
        genre=kinds[0] if kinds else None,
        serial=serials[0] if serials else None,
        summary=record.summary,
        credits=record.credits.text if record.credits else None,
        languages=record.original_languages,
        notes=tuple(note.text for note in record.notes),
    )


def key(record: Record) -> str:
    """The name of a record in every format: its id, or one made of its citation where it has none that may be a name.

    >>> key(Record(citation=Citation(url="https://digitalarchive.wilsoncenter.org/document/112639")))
    'wcda-112639'
    """
    if record.id and SAFE.fullmatch(record.id):
        return record.id
    text = to_json(record.citation or record)
    return f"wcda-x{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def main_source(sources: tuple[Source, ...]) -> Source | None:
    """The source that the document is cited by."""
    for kind in (ArchivalSource, PublishedSource):
        if found := next((source for source in sources if isinstance(source, kind)), None):
            return found
    return sources[0] if sources else None


def translated(citation: Citation) -> str | None:
    """Who translated the document, or what else is said of its translation."""
    if names := list(dict.fromkeys(citation.translators)):
        return f"translated by {listed(names)}"
    return next((statement.text for statement in citation.provenance if statement.kind == "translated"), None)


def archive_name(repository: Repository | None) -> str | None:
    """A repository without its place.

    >>> archive_name(Repository("Archive of Foreign Policy", "AVP RF", "Moscow"))
    'Archive of Foreign Policy (AVP RF)'
    """
    return str(evolve(repository, place=None)) or None if repository else None


def parted(locator: tuple[LocatorPart, ...]) -> tuple[str | None, str | None]:
    """A locator's collection, and the rest of it."""
    collection = ", ".join(str(part) for part in locator if part.level in COLLECTION_LEVELS)
    rest = ", ".join(str(part) for part in locator if part.level not in COLLECTION_LEVELS)
    return collection or None, rest or None
