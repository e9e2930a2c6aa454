"""One odd clause never spoils the rest of a citation: noise in the place of any component after the digital archive
leaves the reading of every other component as it was.
"""

import re
import string
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from citation_table import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.citation import citations

from archivecite.model.citation import Citation, OtherSource, Provenance, PublishedSource
from archivecite.syntax.citation import read_citation, write_citation
from archivecite.syntax.found import Found
from archivecite.syntax.grammar import terminals
from archivecite.syntax.source import BESIDE

ALONE = [case for case in CASES if not case.dependent]
TEXTS = [case.text for case in ALONE]
HEAD = terminals("provenance", "HEAD")
SEVERAL = {label for label, *_ in BESIDE}

Place = tuple[int, int]


class Told(NamedTuple):
    """One thing that a citation tells, and where: a value as printed, or what is read from it (kind, level, EDTF)."""

    name: str
    value: str
    start: int
    end: int


class Piece(NamedTuple):
    """A source or a statement with all that it tells; or, last, what is neither: title, date, archive and URL."""

    start: int
    end: int
    told: list[Told]


def nodes(found: Found[Any], name: str = "") -> Iterator[tuple[str, Found[Any]]]:
    """``found`` and all that lies under it, each with its name."""
    yield name, found
    for field, part in (found.parts or {}).items():
        for item in (part,) if isinstance(part, Found) else part:
            yield from nodes(item, f"{name}/{field}")


def told(found: Found[Any], name: str) -> Iterator[Told]:
    """All that ``found`` tells. A statement tells its kind where it begins, an archival or a published source all over."""
    for below, node in nodes(found, name):
        if isinstance(node.value, str):
            yield Told(below, node.value, node.start, node.end)
        for reading in ("kind", "level", "edtf", "tag"):
            if hasattr(node.value, reading):
                end = node.start if isinstance(node.value, Provenance | OtherSource) else node.end
                yield Told(f"{below}/{reading}", str(getattr(node.value, reading)), node.start, end)


def pieces(read: Found[Citation]) -> list[Piece]:
    """All that a citation tells. A clause that is kept whole is the same reading before the first statement, where it
    counts as a source, and after it.
    """
    found: Any = read.parts
    listed = [
        Piece(item.start, item.end, list(told(item, "/whole" if item.value.kind == "other" else f"/{name}")))
        for name in ("sources", "provenance")
        for item in found[name]
    ]
    rest = [item for name, part in found.items() if isinstance(part, Found) for item in told(part, f"/{name}")]
    return [*listed, Piece(0, 0, rest)]


def spots(text: str) -> list[Place]:
    """Where each component after the digital archive stands: each value, and each thing that is made of values."""
    found: Any = read_citation(text).parts
    roots = [*found["sources"], *found["provenance"], *([found["url"]] if "url" in found else [])]
    # The parenthesis that closes what stands in one belongs to it: an agent's "Jan Novak (GWU)".
    return sorted(
        {
            (node.start, node.end + (text.count("(", node.start, node.end) > text.count(")", node.start, node.end)))
            for root in roots
            for _, node in nodes(root)
        }
    )


# --- What may change ---------------------------------------------------------------------------------------------------
# Some things can only be read together. These rules say which, for any citation.


def own(text: str, start: int, end: int) -> set[Told]:
    """What is read together with the component that stands from ``start`` to ``end``, and may change with it.

    - A step of a locator is one reading of its label and value, a repository one of its name, acronym and place.
    - The level of a label that means several things, ``t.``, is told by the other labels beside it.
    - An imprint with no publisher, ``(Moscow, 1995)``, is one by its year, and what has an imprint is a published source.
    - A verb with no "by" or the like is a statement's by the word after it: ``declassified 12 May``.
    - Words in small letters after an "and" are a clause of their own, as in ``… and checked by Jan Novak``, with all that
      the statement says after them.
    - A statement without a verb has the one of the statement before it: ``reprinted in Jan Novak, Works, and in …``.
    - Two sources with a mere "and" between them are two by their archives.
    """
    read = read_citation(text)
    changed: set[Told] = set()
    for name, node in nodes(read):
        if name in ("/sources/locator", "/sources/repository") and node.start <= start and end <= node.end:
            changed.update(told(node, name))
        if name == "/sources/locator" and (node.value.label or "").lower().rstrip(".") in SEVERAL:
            changed.update(item for item in told(node, name) if item.name.endswith("/level"))
        if isinstance(node.value, PublishedSource) and node.value.place and not node.value.publisher:
            year = (node.parts or {}).get("year")
            if isinstance(year, Found) and (year.start, year.end) == (start, end):
                changed.update(told(node, name))
    before: Piece | None = None
    for piece in pieces(read):
        head = HEAD.match(text, piece.start)
        if head and head.end() + 1 == start:
            changed.update(item for item in piece.told if item.name == "/provenance/kind")
        if head and piece.start < start and text.endswith(" and ", 0, start):
            changed.update(item for item in piece.told if item.start >= end)
        if before and head is None and any(item.name.startswith("/provenance") for item in piece.told):
            changed.update(piece.told if before.start == start else [])
        if before and text[before.end : piece.start] == " and " and before.start <= start and end <= piece.end:
            changed.update(
                item for item in (*before.told, *piece.told) if item.name in ("/sources/text", "/sources/kind")
            )
        before = piece
    return changed


def clause(text: str, start: int, end: int) -> Place:
    """The component, with the authors or editors that an "and" joins to it: they are names as a whole, or not at all."""
    names = [node for name, node in nodes(read_citation(text)) if name.endswith(("/authors", "/editors"))]
    if any((node.start, node.end) == (start, end) for node in names):
        for node in reversed(names):
            start = node.start if text[node.end : start] == " and " else start
        for node in names:
            end = node.end if text[end : node.start] == " and " else end
    return start, end


#: What may stand between a value and the noise that it takes for more of its words: "Cold War Bulletin qwert".
NEXT = re.compile(r" | and ")
#: The same for a title, which holds commas, and for the text of a whole source or statement.
NEXT_LONG = re.compile(r",? (?:and )?")
LONG = ("/title", "/text", "_title", "/kind")


def is_same(item: Told, other: Told, odd: str, noise: Place, located: bool) -> bool:
    """Whether ``item`` is told still, as ``other``: unchanged; with the noise beside it as more of its words; or, where
    noise stands for a repository (``located``), as the repository that a part of the locator then seems to be.
    """
    if other == item:
        return True
    if located and item.name.startswith("/sources/locator/") and other.name == "/sources/repository/name":
        return other[2:] == item[2:]
    if other.name != item.name:
        return False
    between = odd[item.end : noise[0]] if item.end <= noise[0] else odd[noise[1] : item.start]
    beside = NEXT_LONG if item.name.endswith(LONG) else NEXT
    place = min(item.start, noise[0]), max(item.end, noise[1])
    value = odd[slice(*place)] if item.value == odd[item.start : item.end] else item.value
    return bool(beside.fullmatch(between)) and other[1:] == (value, *place)


def spoilt(text: str, start: int, end: int, noise: str) -> list[Told]:
    """What the citation no longer tells, of one piece as before, with ``noise`` in the place from ``start`` to ``end``."""
    odd = text[:start] + noise + text[end:]
    longer = len(noise) - (end - start)
    changed = own(text, start, end)
    low, high = clause(text, start, end)
    located = any(item.name.startswith("/sources/repository") for item in changed)
    after = [piece.told for piece in pieces(read_citation(odd))]
    lost: list[Told] = []
    for piece in pieces(read_citation(text)):
        kept = [
            item._replace(start=item.start + longer, end=item.end + longer) if item.start >= high else item
            for item in piece.told
            if item not in changed and (item.end <= low or item.start >= high) and not low <= item.start < high
        ]
        missing = [
            [
                item
                for item in kept
                if item not in told and not any(is_same(item, one, odd, (low, high + longer), located) for one in told)
            ]
            for told in after
        ]
        fewest: list[Told] = min(missing, key=len)
        lost += fewest
    return lost


# --- The property ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("noise", ["zqx", "qxz vjk zzq"])
@pytest.mark.parametrize("text", TEXTS, ids=[case.id for case in ALONE])
def test_one_odd_clause_spoils_no_other(text: str, noise: str) -> None:
    """Noise in the place of any one component changes no other component."""
    for start, end in spots(text):
        assert not spoilt(text, start, end, noise), text[:start] + noise + text[end:]


def noises() -> st.SearchStrategy[str]:
    """Words of small letters that are no keyword: none begins with a "q", and those that name archives do so anywhere."""
    words = st.text(string.ascii_lowercase, max_size=8).map("q{}".format)
    names = terminals("source", "ARCHIVE_NAME", "OFFICE_NAME")
    return st.lists(words, min_size=1, max_size=4).map(" ".join).filter(lambda noise: not names.fullmatch(noise))


@given(st.sampled_from(TEXTS), noises(), st.integers(0, 40))
def test_no_odd_clause_spoils_another(text: str, noise: str, which: int) -> None:
    """The same for any noise of small letters and spaces."""
    start, end = spots(text)[which % len(spots(text))]
    assert not spoilt(text, start, end, noise), text[:start] + noise + text[end:]


def test_hardly_any_odd_clause_spoils_another() -> None:
    """In citations that the strategies make, at most one component in a hundred spoils another when it is noise."""
    clean: list[bool] = []

    @settings(max_examples=400)  # as for what is written: a share of a few dozen says little
    @given(citations().map(lambda citation: " ".join(write_citation(citation, "plain").split())), st.integers(0, 40))
    def replace(text: str, which: int) -> None:
        if places := spots(text):
            clean.append(not spoilt(text, *places[which % len(places)], "zqx"))

    replace()
    assert len(clean) > 20
    assert clean.count(False) <= len(clean) * 0.01
