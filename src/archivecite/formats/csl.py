"""A record as CSL-JSON, which Zotero, pandoc and every style of the Citation Style Language read.

What no field is for goes into ``note`` as lines ``variable: value``, from where Zotero and citeproc take it. A person
and a body look alike in a citation, so every name is ``literal``.
"""

import re
from typing import Any, Literal, get_args

from ..model.citation import ArchivalSource, Citation, PublishedSource
from ..model.date import Date
from ..model.record import Record
from .entry import CALENDAR, Entry, archive_name, as_record, parted, read_entry
from .json import to_dict

Profile = Literal["scholarly", "site"]

PROFILES: tuple[Profile, ...] = get_args(Profile)

#: A date of EDTF that CSL can say: a day, a month or a year, from and to, and about when.
PLAIN_DATE = re.compile(rf"{CALENDAR}(?:/{CALENDAR})?~?", re.ASCII)


def to_csl(value: Record | Citation, profile: Profile = "scholarly") -> dict[str, Any]:
    """A record, or a citation alone, as an item of CSL-JSON.

    In the profile ``scholarly`` the ``archive`` is the one that holds the original; in ``site`` it is the digital
    archive, as in what the archive's own pages hand out. Raises ``TypeError`` for a value of another type and
    ``ValueError`` for another profile.

    >>> to_csl(Citation(title="A Letter", digital_archive="Wilson Center Digital Archive"))["publisher"]
    'Wilson Center Digital Archive'
    """
    record = as_record("to_csl", value)
    if profile not in PROFILES:
        raise ValueError(f"to_csl: expected one of {', '.join(PROFILES)} as profile, got {profile!r:.80}")
    entry = read_entry(record)
    made = site_item(entry) if profile == "site" else scholarly_item(entry)
    made["custom"] = {"archivecite": to_dict(record)}
    return {name: found for name, found in made.items() if found}


def scholarly_item(entry: Entry) -> dict[str, Any]:
    """An item whose archive is the one with the original."""
    source = entry.source
    special = chapter(entry, source) if isinstance(source, PublishedSource) else document(entry)
    head = [f"{name}: {special[name]}" for name in ("archive-place", "archive_collection") if special.get(name)]
    printed = [entry.genre, entry.serial, source.text] if isinstance(source, PublishedSource) else []
    said = [*head, *printed, *entry.rest, *entry.statements, entry.credits]
    return common(entry) | special | {"note": "\n".join(filter(None, said))}


def common(entry: Entry) -> dict[str, Any]:
    """What every item has."""
    return {
        "id": entry.key,
        "type": "document",
        "title": entry.title,
        "issued": csl_date(entry.date),
        "genre": entry.genre,
        "number": entry.serial,
        "URL": entry.url,
        "accessed": csl_date(entry.accessed),
        "abstract": entry.summary,
    }


def document(entry: Entry) -> dict[str, Any]:
    """The fields for a source in an archive, or one of which nothing is known but its text."""
    found: dict[str, Any] = {"publisher": entry.digital_archive, "medium": entry.translated}
    if isinstance(entry.source, ArchivalSource):
        collection, location = parted(entry.source.locator)
        repository = entry.source.repository
        return found | {
            "archive": archive_name(repository),
            "archive-place": repository.place if repository else None,
            "archive_collection": collection,
            "archive_location": location,
        }
    return found | {"archive": entry.source.text if entry.source else None}


def chapter(entry: Entry, source: PublishedSource) -> dict[str, Any]:
    """The fields for a source in print: its date and imprint are the book's, the document's own date is an event's."""
    return {
        "type": "chapter",
        "container-title": source.container_title or source.title,
        "container-author": names(source.authors),
        "editor": names(source.editors),
        "collection-title": source.series,
        "volume": source.volume,
        "issue": source.issue,
        # A style would print "Telegram to" before the book's title, as it does "Introduction to".
        "genre": None,
        "number": None,
        "page": source.pages,
        "publisher": source.publisher,
        "publisher-place": source.place,
        "issued": book_year(source.year),
        "event-date": csl_date(entry.date),
        "archive": entry.digital_archive,
        # Chicago prints a number twice, and as one of the archive; whatever is a medium it prints as it is.
        "medium": ", ".join(filter(None, [numbered(source), entry.translated])),
    }


def numbered(source: PublishedSource) -> str | None:
    """The document's number in an edition."""
    return f"Document No. {source.item}" if source.item else None


def book_year(year: str | None) -> dict[str, Any] | None:
    """The year of a book as a date of CSL; what is not a year stays text."""
    return csl_date(Date(year, year if re.fullmatch(r"[0-9]{4}", year) else None)) if year else None


def site_item(entry: Entry) -> dict[str, Any]:
    """An item as the archive's own pages have it: all that is known of the original is one text."""
    sources = [entry.source.text] if entry.source else []
    return common(entry) | {
        "archive": entry.digital_archive,
        "archive_location": "; ".join([*sources, *entry.rest, *entry.statements]),
        "language": ", ".join(language.name for language in entry.languages),
        "note": entry.credits,
    }


def names(found: tuple[str, ...]) -> list[dict[str, str]]:
    """Names as CSL has those that are not cut into given and family name."""
    return [{"literal": name} for name in found]


def csl_date(date: Date | None) -> dict[str, Any] | None:
    """A date as CSL has it: in parts, or the text as printed where its EDTF is more than CSL can say.

    >>> csl_date(Date("1962 or so", "1962~"))
    {'date-parts': [[1962]], 'circa': True}
    """
    if date is None:
        return None
    if not date.edtf or not PLAIN_DATE.fullmatch(date.edtf):
        return {"literal": date.text}
    ends = date.edtf.removesuffix("~").split("/")
    parts = [[int(part) for part in end.split("-")] for end in ends]
    return {"date-parts": parts} | ({"circa": True} if date.edtf.endswith("~") else {})
