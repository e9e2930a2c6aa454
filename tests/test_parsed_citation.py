"""Citations by the parsed grammars: what is read, that nothing is lost, and that statements stand alone."""

import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from citation_table import CASES
from hypothesis import example, given
from hypothesis import strategies as st
from strategies.text import arbitrary

from archivecite.model.citation import ArchivalSource, Citation, OtherSource, PublishedSource
from archivecite.syntax.citation import read_citation as read_by_patterns
from archivecite.syntax.found import Found, placed, unread
from archivecite.syntax.new.citation import read_citation, read_statements

TEXTS = [case.text for case in CASES]
OPENING = '"T", May 3, 1950, CWIHP Archive, '

#: What stands for a field of a list in the rows of ``citations/``.
ITEMS = {"authors": "author", "editors": "editor", "translators": "translator"}
PUBLISHED = (
    *ITEMS,
    "title",
    "container_title",
    "series",
    "volume",
    "issue",
    "item",
    "place",
    "publisher",
    "year",
    "pages",
)


def dated(date: Any) -> str:
    return f"{date.text} | {date.edtf}" if date.edtf else str(date.text)


def published(source: Any, indent: str) -> Iterator[str]:
    for field in PUBLISHED:
        value = getattr(source, field)
        if field in ITEMS:
            yield from (f"{indent}{ITEMS[field]}: {name}" for name in value)
        elif value:
            yield f"{indent}{field}: {value}"


def source_lines(source: Any) -> Iterator[str]:
    if isinstance(source, OtherSource):
        yield f"other source: {source.text}"
        return
    yield f"{source.kind}: {source.text}"
    if source.kind == "published":
        yield from published(source, "    ")
        return
    for key, field in (("repository", "name"), ("acronym", "acronym"), ("place", "place")):
        if value := getattr(source.repository, field, None):
            yield f"    {key}: {value}"
    for part in source.locator:
        yield f"    {part.level}: {f'{part.label} | ' if part.label else ''}{part.value}"


def statement_lines(statement: Any) -> Iterator[str]:
    if statement.kind == "other":
        yield f"other statement: {statement.text}"
        return
    yield f"{statement.kind}: {statement.text}"
    for key in ("agent", "recipient"):
        for agent in getattr(statement, f"{key}s"):
            yield f"    {key}: {agent.name}{f' | {agent.qualifier}' if agent.qualifier else ''}"
    if statement.on_behalf_of:
        yield f"    on_behalf_of: {statement.on_behalf_of}"
    for language in statement.from_languages:
        yield f"    from_language: {language.name}{f' | {language.tag}' if language.tag else ''}"
    if statement.place:
        yield f"    place: {statement.place}"
    if statement.date:
        yield f"    date: {dated(statement.date)}"
    if statement.publication:
        yield f"    publication: {statement.publication.text}"
        yield from published(statement.publication, "        ")


def lines(text: str, opened: bool) -> list[str]:
    """What is read, as a row of ``citations/`` says it."""
    found = read_citation(text)
    value: Any = found.value
    told = []
    if not opened:
        told += [f"title: {value.title}"] if value.title else []
        told += [f"date: {dated(value.date)}"] if value.date else []
        told += [f"digital_archive: {value.digital_archive}"] if value.digital_archive else []
    told += [f"url: {value.url}"] if value.url else []
    told += [f"accessed: {dated(value.accessed)}"] if value.accessed else []
    told += [line for source in value.sources for line in source_lines(source)]
    told += [line for statement in value.provenance for line in statement_lines(statement)]
    return [*told, *(f"unread: {text[start:end]}" for start, end in sorted(unread(found)))]


def rows() -> Iterator[tuple[str, str, list[str]]]:
    """The rows that were written for this reader: an id, the text, and what it reads as."""
    for path in sorted((Path(__file__).parent / "citations" / "new").glob("*.txt")):
        for row in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            name, text, _, expected = row.split("\n", 3)
            told = [line for line in expected.split("\n") if line.strip() and not line.startswith("#")]
            yield name, " ".join(text.replace("<LF>", " ").split()), told


#: A blank inside ``<…>`` and a line's end are the same in a flat text, which is all that the reader is given.
FLAT = {"url-017", "url-018"}


@pytest.mark.parametrize(("name", "text", "told"), [row for row in rows() if row[0].split()[0] not in FLAT])
def test_reads_the_rows_that_were_written_for_it(name: str, text: str, told: list[str]) -> None:
    """Each row reads as it says, in any order of its lines."""
    opened = text.startswith("… ")
    assert sorted(lines(OPENING + text[2:] if opened else text, opened)) == sorted(told)


def same_as_before(citation: Citation) -> dict[str, Any]:
    """What of a citation the model says as it did before: all but books, levels of marks without a label, languages."""
    return {
        "opening": (citation.title, citation.date, citation.digital_archive, citation.url),
        "repositories": [s.repository for s in citation.sources if isinstance(s, ArchivalSource)],
        "titles": [source.title for source in citation.sources if isinstance(source, PublishedSource)],
        "statements": [
            (s.kind, s.text, s.agents, s.recipients, s.on_behalf_of, s.place, s.date) for s in citation.provenance
        ],
    }


#: The rows of the table that read otherwise, and why.
CHANGED = {
    "KC PZPR, sygn. XI A/88, k. 12-15": "k. before a range is a leaf (list), as ll. is",
    "quoth zzxy": "unknown words are a source of no kind, wherever they stand: a statement needs a verb",
    "XIX-J-1-j. Korea": "a mark that ends in a letter goes on after its full stop",
    "f. 3; File: “Novak, Korea,”": "a semicolon before a label ends no source",
}


@pytest.mark.parametrize("text", [text for text in TEXTS if not any(part in text for part in CHANGED)])
def test_reads_the_table_as_the_patterns_do(text: str) -> None:
    """Repositories, labelled steps, titles, statements and openings are those that the patterns give."""
    assert same_as_before(read_citation(text).value) == same_as_before(read_by_patterns(text).value)


# --- Laws --------------------------------------------------------------------------------------------------------------

#: Words that are layout: keywords of statements and labels of books.
LAYOUT = frozenset(
    """
    a also and are at available by compilation compiled contributed conversation copies copy corrected courtesy
    declassification declassified deposit deposited document documents donated ed edited eds english excerpt excerpts
    file first for from furnished gift held in is kind kindly letter lightly link made meeting obtained of on online
    original originally originals permission photocopies photocopy possession previously printed procured produced
    provided published record released report reprinted reproduced republished revised russian secured slightly source
    sources special stored submitted supplied text the this to trans transcribed transcription transl translated
    translation translations translator translators url used was were with acquired located annotated assistance behalf
    collected help selected been digitized digitised scanned draft editor editors accessed retrieved see
    vol vols volume volumes tap tom tome band bd no nos nr issue doc docs number pp p page pages str s fn item
    """.split()
)


def leaves(found: Found[Any]) -> Iterator[tuple[int, int, str]]:
    """Every as-printed value at or under ``found`` that accounts for characters, with its place."""
    if isinstance(found.value, str):
        yield found.start, found.end, found.value
        return
    whole = isinstance(found.value, OtherSource) or getattr(found.value, "kind", "") == "other"
    for name, part in (found.parts or {}).items():
        if name != "text" or whole or len(found.parts or ()) == 1:
            for item in (part,) if isinstance(part, Found) else part:
                yield from leaves(item)


def mangled() -> st.SearchStrategy[str]:
    """Citations of the table with some of their words or signs replaced by others of it."""
    words = st.sampled_from(sorted({word for text in TEXTS for word in text.split()}) + list(".,;:()[]\"'“”<>—"))

    def replace(text: str, spots: list[tuple[int, str]]) -> str:
        pieces = re.findall(r"\w+|\W", text)
        for spot, word in spots:
            pieces[spot % len(pieces)] = word
        return " ".join("".join(pieces).split())

    return st.builds(replace, st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 200), words), max_size=4))


@given(arbitrary().map(lambda text: " ".join(text.split())) | mangled())
@example("RGANI, f. 5, op. (Excerpts)")
@example(":")
@example("")
@example("Works (London: , 1990), 5")
def test_nothing_is_lost(text: str) -> None:
    """Every word is under exactly one value, or layout, or unread, and each value is as printed."""
    found = read_citation(text)
    values = list(leaves(found))
    assert all(value and value in (text[start:end], text[start:end].replace(" ", "")) for start, end, value in values)
    told = sorted({(start, end) for start, end, _ in values} | set(unread(found)))
    assert all(end <= start for (_, end), (start, _) in pairwise(told))
    rest = " ".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *told, (len(text), len(text))]))
    assert {word.lower() for word in re.findall(r"[^\W_]+", rest)} <= LAYOUT
    assert all(0 <= start <= end <= len(text) for _, start, end in placed(found))


#: Citations whose parts have nothing to do with each other: a source, then statements.
STATEMENTS = [
    "RGANI, f. 5, op. 49",
    "AVP RF, f. 0100, p. 253, d. 18",
    "Jan Novak, Works, Vol. 2 (Moscow: Novosti, 1995), pp. 4-5",
    "copy obtained by NHK (Japanese Television)",
    "Translated for CWIHP by Anna Weber of the National Security Archive",
    "Reprinted in Jan Novak, Works, Vol. 14, and in Jan Novak, Answers, pp. 881-883",
    "special declassification, April 2002",
    "Contributed, transcribed, and translated by Tom Hill",
    "on file at National Security Archive, Washington, D.C.",
    "National Archives, Prague (NA), fond 2",
]


@given(st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=5), st.integers(0, 5))
def test_statements_stand_alone(statements: list[str], spot: int) -> None:
    """The reading of a tail is that of its statements, whatever unknown words stand between them."""
    alone = [read_statements(statement) for statement in statements]
    statements = [*statements[:spot], "zqx vbn", *statements[spot:]]
    read = read_statements("; ".join(statements))
    assert [found.value for found in read.sources if found.value.text != "zqx vbn"] == [
        found.value for one in alone for found in one.sources
    ]
    assert [found.value for found in read.provenance] == [found.value for one in alone for found in one.provenance]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tarnslated by Anna Weber of the National Security Archive", ["other"]),
        ("Xyz by Anna Weber", ["other"]),
        ("(London:Cape, 1946), 99", []),
        ("qwert, vol. 21-1", []),
    ],
)
def test_nothing_implausible_is_presented_as_read(text: str, kinds: list[str]) -> None:
    """A slip in a verb is a statement of no kind, and no archive; a book without a title is no book."""
    read = read_statements(text)
    assert [found.value.kind for found in read.provenance] == kinds
    assert not [found for found in read.sources if found.value.kind == "published"]
    assert not any(found.value.agents for found in read.provenance)


def steps(read: Callable[[], object]) -> int:
    """How many calls ``read`` makes, of Python's functions and of others."""
    count = 0

    def watch(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(watch)
    try:
        read()
    finally:
        sys.setprofile(None)
    return count


UNITS = [
    "Weber ", "A. ", "f. 5, ", "5. ", "(", ") ", "[a] ", '"a" ', "and ", "; ", "Translated by X ", "RGANI ", "Archive, ",
    "Moscow, ", "pp. 3, ", "eds., ", "(Moscow: X, 1990) ", "http://a.b/c ", "reprinted in X, ", "of ", "May 3, ", "ll. 5, ",
    "University, ", "1. doboz ", "Title. ", "Published by X. ", "translated by X, ",
]  # fmt: skip


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from(["", OPENING]))
def test_the_work_is_linear(one: str, two: str, opening: str) -> None:
    """Twice the text takes not much more than twice the calls."""
    short, long = (" ".join((opening + (one + two) * times).split()) for times in (40, 80))
    assert steps(lambda: read_citation(long)) < 2.6 * steps(lambda: read_citation(short)) + 2_000
