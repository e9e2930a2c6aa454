"""What the acronyms stand for that the records cite most: archives, and where they are (``vocabulary/archives.toml``).

It explains a value to a reader and never fills a field: what a citation does not print is None.
"""

from functools import cache

from ..model.archives import Archive
from ..model.argument import expect
from .vocabulary import vocabulary


@cache
def archives() -> dict[str, Archive]:
    """All archives by their acronyms, without blanks."""
    rows: dict[str, list[str]] = vocabulary().data["archives"]
    return {acronym.replace(" ", ""): Archive(acronym, *row) for acronym, row in rows.items()}


def known_archive(acronym: str) -> Archive | None:
    """The archive that ``acronym`` is of, or None; blanks in it count for nothing.

    This is knowledge about archives. It is never put into a record, which says only what is printed.

    >>> known_archive("AVPRF") == known_archive("AVP RF")
    True
    >>> known_archive("AVPRF").name, known_archive("XYZ")
    ('Archive of Foreign Policy of the Russian Federation', None)
    """
    expect("known_archive", acronym, str, "an acronym as str")
    return archives().get("".join(acronym.split()))
