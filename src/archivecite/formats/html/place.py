"""The stretches of a text that values come from: what is highlighted, one ``<mark>`` each."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from ...model.pointer import Scalar, scalars
from ...syntax.document import Document

NEWLINE = re.compile(r"[\r\n]")

#: What a section is called where the key is not the word for it.
SECTIONS = {"original_languages": "languages", "schema_version": "record", "id": "citation"}

#: The parts of a citation that are sections of their own here.
PARTS = frozenset(("sources", "provenance"))

#: Values that are whole texts, and what is read from one: where nothing else is, it is tinted and not underlined.
PROSE = ("/text", "/summary", "/explanation", "/kind", "/type")


@frozen
class Place:
    """A stretch from ``start`` to ``end`` with the ``pointers`` of all values that are printed there or read from it.

    ``section`` is the part of the record, ``mark`` the kind of an editor's mark, and ``label`` what the part that
    begins here is called.
    """

    start: int
    end: int
    pointers: tuple[str, ...]
    section: str
    mark: str | None = None
    label: str | None = None

    @property
    def is_prose(self) -> bool:
        """Whether nothing but a whole text is here."""
        return all(pointer.endswith(PROSE) and not pointer.endswith("/date/text") for pointer in self.pointers)


def places(document: Document) -> list[Place]:
    """Where the values of ``document`` are, each stretch once, in order, an outer one before what is in it.

    >>> from archivecite.syntax.document import parse_citation
    >>> [place.pointers for place in places(parse_citation("RGANI, f. 5."))][-1:]
    [('/citation/sources/0/locator/0/value',)]
    """
    values = dict(scalars(document.record))
    spans = document.spans
    stretches: dict[tuple[int, int], list[str]] = {}
    for pointer, value in values.items():
        if value is not None and pointer in spans:
            stretches.setdefault((spans[pointer].start, spans[pointer].end), []).append(pointer)
    found = []
    for (start, end), pointers in sorted(stretches.items(), key=lambda one: (one[0][0], -one[0][1])):
        found.append(Place(start, end, tuple(pointers), section_of(pointers[0]), mark_of(pointers, values)))
    return list(labelled(found, values, document.text))


def section_of(pointer: str) -> str:
    """The section of the record in which ``pointer`` is.

    >>> section_of("/citation/sources/0/kind"), section_of("/original_languages/0/tag"), section_of("/title")
    ('sources', 'languages', 'title')
    """
    _, key, *rest = pointer.split("/")
    if key == "citation" and rest and rest[0] in PARTS:
        return rest[0]
    return SECTIONS.get(key, key)


def mark_of(pointers: list[str], values: dict[str, Scalar]) -> str | None:
    """The kind of the editor's mark whose pointers are among ``pointers``."""
    for pointer in pointers:
        if pointer.endswith("/kind") and pointer.split("/")[-3] == "marks":
            return str(values[pointer])
    return None


def labelled(found: list[Place], values: dict[str, Scalar], text: str) -> Iterator[Place]:
    """``found``, each part's first place with a label, save where another label is on the same line."""
    seen: set[str] = set()
    last: int | None = None
    for place in found:
        _, key, *rest = place.pointers[0].split("/")
        part = f"/{key}/{rest[0]}" if key in ("body", "notes") else key
        if part in seen or key == "id":
            yield place
            continue
        seen.add(part)
        if last is not None and not NEWLINE.search(text, last, place.start):
            yield place
            continue
        last = place.start
        yield evolve(place, label=label_of(part, values))


def label_of(part: str, values: dict[str, Scalar]) -> str:
    """What the part with that pointer or key is called: a block by its kind, a section by its name."""
    kind = str(values.get(f"{part}/kind", "")).replace("_", " ")
    if part.startswith("/notes/"):
        return "note" if kind == "other" else f"{kind} note" if kind != "footnote" else kind
    return kind or SECTIONS.get(part, part)
