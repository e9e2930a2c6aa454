"""A record as RIS, which every reference manager imports.

A value is one line: between its paragraphs stays a blank. A name with a comma would be cut into family and given name,
so it stays text; one without is taken for a body, since nothing in a citation says which of the two it is.
"""

import re
from collections.abc import Iterator

from ..model.citation import Citation, PublishedSource
from ..model.date import Date
from ..model.record import Record
from .csl import Profile
from .entry import CALENDAR, Entry, as_record, read_entry
from .strict import NO_TEXT, held

PAGES = re.compile(r"(\d+)[-–](\d+)", re.ASCII)


def to_ris(value: Record | Citation, profile: Profile = "scholarly") -> str:
    """A record, or a citation alone, as an entry of RIS; the profile ``site`` also writes the original's languages as
    the item's own, as the archive's pages do.

    Raises ``InvalidRecord``, with the pointer, for a control character or half a character, and ``TypeError`` for a
    value of another type.

    >>> to_ris(Citation(title="A Letter", date=Date("May 3, 1950", "1950-05-03"))).splitlines()[2:]
    ['TI  - A Letter', 'DA  - 1950/05/03/', 'PY  - 1950', 'ER  - ']
    """
    record = as_record("to_ris", value)
    entry = read_entry(record)
    source = entry.source
    special = chapter(entry, source) if isinstance(source, PublishedSource) else manuscript(entry)
    found = [*head(entry, source), *special, *tail(entry, profile)]
    written = "".join(f"{tag}  - {' '.join(text.split())}\n" for tag, text in found if text)
    return held(f"{written}ER  - \n", record, NO_TEXT, "RIS")


Lines = Iterator[tuple[str, str | None]]


def head(entry: Entry, source: object) -> Lines:
    """The lines that begin an entry."""
    yield "TY", "CHAP" if isinstance(source, PublishedSource) else "MANSCPT"
    yield "ID", entry.key
    yield "M3", entry.genre
    yield "TI", entry.title


def manuscript(entry: Entry) -> Lines:
    """The lines for a source in an archive: it has one field for the archive, the locator and the provenance."""
    yield from date_lines("DA", entry.date)
    yield "AN", "; ".join([*([entry.source.text] if entry.source else []), *entry.statements])


def chapter(entry: Entry, source: PublishedSource) -> Lines:
    """The lines for a source in print; the document's own date has none."""
    yield "T2", source.container_title or source.title
    for name in source.editors:
        yield "A2", None if "," in name else name
    yield "T3", source.series
    yield "VL", source.volume
    yield "IS", source.issue
    pages = PAGES.fullmatch(source.pages or "")
    yield "SP", pages[1] if pages else source.pages
    yield "EP", pages[2] if pages else None
    yield "CY", source.place
    yield "PB", source.publisher
    yield "PY", source.year
    yield "N1", f"Date: {entry.date.text}" if entry.date else None
    for text in (source.text, *entry.statements):
        yield "N1", text


def tail(entry: Entry, profile: str) -> Lines:
    """The lines that every entry ends with."""
    yield "DB", entry.digital_archive
    yield "DP", "Wilson Center" if "Wilson Center" in (entry.digital_archive or "") else None
    for name in entry.translators:
        yield ("N1", f"translated by {name}") if "," in name else ("A4", name)
    yield "UR", entry.url
    yield from date_lines("Y2", entry.accessed)
    yield "AB", entry.summary
    if profile == "site":
        yield "LA", ", ".join(language.name for language in entry.languages)
    for text in (entry.serial, *entry.rest, entry.credits, *entry.notes):
        yield "N1", text


def date_lines(tag: str, date: Date | None) -> Lines:
    """The lines for a date: a day, a month or a year has a form in RIS, any other stays text."""
    if date is None:
        return
    if re.fullmatch(CALENDAR, date.edtf or "", re.ASCII):
        parts = [*(date.edtf or "").split("-"), "", ""][:3]
        yield tag, f"{'/'.join(parts)}/"
        yield "PY", parts[0] if tag == "DA" else None
    else:
        yield "N1", f"{'Date' if tag == 'DA' else 'Accessed'}: {date.text}"
