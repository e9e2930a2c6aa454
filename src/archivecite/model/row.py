"""A record as a row of a table, every cell of which a person can read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .citation import Citation, archival
from .terms import LEVELS

if TYPE_CHECKING:
    from .record import Record

#: What a cell holds.
Cell = str | int | None

#: What parts several values in one cell.
PARTING = "; "


def make_row(record: "Record") -> dict[str, Cell]:
    """The row of ``record``: its archive and locator are those of the first source in one. Other archives have a column
    of their own, since a cell with two locators would not say whose is whose.
    """
    citation = record.citation or Citation()
    found = list(archival(citation.sources))
    source = found[0] if found else None
    repository = source.repository if source else None
    named = dict.fromkeys(str(other.repository) for other in found if other.repository not in (None, repository))
    date = record.date or citation.date
    locator = source.locator if source else ()
    levels = {f"locator_{level}": joined(part.value for part in locator if part.level == level) for level in LEVELS}
    return {
        "id": record.id,
        "date": date.text if date else None,
        "edtf": date.edtf if date else None,
        "title": record.title or citation.title,
        "archive": repository.name if repository else None,
        "archive_acronym": repository.acronym if repository else None,
        "archive_place": repository.place if repository else None,
        **levels,
        "other_archives": joined(named),
        "sources": joined(one.text for one in citation.sources),
        "translators": joined(citation.translators),
        "languages": joined(language.name for language in record.original_languages),
        "url": citation.url,
        "body_words": sum(len(block.text.split()) for block in record.body),
    }


def joined(values: Iterable[str]) -> str | None:
    """Several values in one cell."""
    return PARTING.join(values) or None
