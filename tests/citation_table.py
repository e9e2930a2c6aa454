"""The invented citations of ``citations/*.txt``, each with the whole value that it reads as. Reading and writing share
them; ``citations/README.md`` describes the format.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from attrs import fields_dict

from archivecite.model.citation import (
    Agent,
    ArchivalSource,
    Citation,
    LocatorPart,
    OtherSource,
    Provenance,
    PublishedSource,
    Repository,
)
from archivecite.model.date import Date
from archivecite.model.language import Language

#: The opening that ``…`` at a row's start means, as printed and as read.
OPENING = '"T", May 3, 1950, CWIHP Archive, '
OPENED = {"title": "T", "date": Date("May 3, 1950", "1950-05-03"), "digital_archive": "CWIHP Archive"}

#: Keys with a value of two parts, ``Jan Novak | GWU``. All others are strings.
PAIRS: dict[str, Callable[..., Any]] = {
    "accessed": Date,
    "agent": Agent,
    "date": Date,
    "from_language": Language,
    "recipient": Agent,
}

#: The keys of a repository, and the fields that they fill. ``name`` is a level of a locator.
REPOSITORY = {"repository": "name", "acronym": "acronym", "place": "place"}


class Case(NamedTuple):
    """A citation as printed and as read. ``unread`` are the stretches that no value takes, in order."""

    id: str
    text: str
    citation: Citation
    unread: list[str]


class Line(NamedTuple):
    """``key: printed``, and the lines that are indented below it."""

    key: str
    printed: str
    under: list["Line"]


def tree(text: str) -> list[Line]:
    """The lines of a row's expectation, each under the one that it is indented below, by four blanks a level. Blank
    lines and comments are skipped.
    """
    levels: list[list[Line]] = [[]]
    for printed in (line for line in text.split("\n") if line and not line.startswith("#")):
        key, colon, value = printed.strip().partition(": ")
        depth, rest = divmod(len(printed) - len(printed.lstrip()), 4)
        if not colon or rest or depth >= len(levels):
            raise ValueError(f"expected 'key: value', indented by four blanks a level, got {printed!r}")
        line = Line(key, value.strip(), [])
        levels[depth].append(line)
        levels[depth + 1 :] = [line.under]
    return levels[0]


def made(kind: type, lines: list[Line], /, **given: Any) -> Any:
    """A ``kind`` with the fields that ``lines`` name: a field once, or the items of a list (``author`` of ``authors``)."""
    names = fields_dict(kind)
    for key, printed, under in lines:
        value = published(printed, under) if key == "publication" else PAIRS.get(key, str)(*printed.split(" | "))
        if key in names and key not in given:
            given[key] = value
        elif f"{key}s" in names:
            given.setdefault(f"{key}s", []).append(value)
        else:
            raise ValueError(f"{kind.__name__} has no {key}, or has it already: {printed}")
        if under and key != "publication":
            raise ValueError(f"nothing can be indented below {key}: {printed}")
    return kind(**given)


def published(printed: str, lines: list[Line]) -> PublishedSource:
    source: PublishedSource = made(PublishedSource, lines, text=printed)
    return source


def archival(printed: str, lines: list[Line]) -> ArchivalSource:
    """The lines of a repository, and then one for each part of the locator: ``level: label | value``."""
    named = [line._replace(key=REPOSITORY[line.key]) for line in lines if line.key in REPOSITORY]
    repository = made(Repository, named) if named else None
    locator = []
    level: Any  # LocatorPart refuses a key that is not a level
    for level, printed_part, _ in (line for line in lines if line.key not in REPOSITORY):
        label, _, value = printed_part.rpartition(" | ")
        locator.append(LocatorPart(level=level, label=label or None, value=value))
    return ArchivalSource(repository, locator, text=printed)


def citation(lines: list[Line], **given: Any) -> Citation:
    """The value of a row: sources by their kind, the citation's own fields, and provenance by its kind."""
    own: list[Line] = []
    sources: list[Any] = []
    provenance: list[Any] = []
    for line in lines:
        if line.key in fields_dict(Citation):
            own.append(line)
        elif line.key in ("archival", "published"):
            sources.append((archival if line.key == "archival" else published)(line.printed, line.under))
        elif line.key == "other source":
            sources.append(OtherSource(line.printed))
        else:
            kind = "other" if line.key == "other statement" else line.key
            provenance.append(made(Provenance, line.under, kind=kind, text=line.printed))
    value: Citation = made(Citation, own, **given, sources=sources, provenance=provenance)
    return value


def rows(text: str) -> Iterator[Case]:
    """The rows of a file: ``=== id``, the citation, ``---`` and the value."""
    for row in text.split("\n=== ")[1:]:
        name, printed, mark, expected = row.split("\n", 3)
        try:
            if mark != "---" or " " in name:
                raise ValueError("expected '=== id', one line of text, and '---'")
            lines = tree(expected)
            opened = OPENED if printed.startswith("… ") else {}
            value = citation([line for line in lines if line.key != "unread"], **opened)
        except (TypeError, ValueError) as error:
            raise ValueError(f"row {name}: {error}") from error
        text = (OPENING + printed[2:] if opened else printed).replace("<LF>", "\n")
        unread = [line.printed for line in lines if line.key == "unread"]
        yield Case(name, text, value, unread)


CASES = [
    case for path in sorted(Path(__file__).parent.glob("citations/*.txt")) for case in rows(path.read_text("utf-8"))
]
