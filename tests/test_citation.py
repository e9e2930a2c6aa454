"""Citations: what is read, that nothing is lost, and that what is written reads back equal."""

import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from citation_table import CASES, Case, rows
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies.citation import citations
from strategies.text import arbitrary

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
from archivecite.model.diagnostic import InvalidRecord
from archivecite.syntax.acronym import archives
from archivecite.syntax.citation import read_citation, read_statements, write_citation
from archivecite.syntax.document import dumps
from archivecite.syntax.found import Found, unread

OPENED_TEXT = '"T", May 3, 1950, CWIHP Archive, '
FAMILIES = ("plain", "markdown", "classic")
TEXTS = [case.text for case in CASES]
IDS = [case.id for case in CASES]

#: Words that are layout in a citation; all others are under a value, or unread.
KEYWORDS = frozenset(
    """
    a also and are at available by compilation compiled contributed conversation copies copy correct corrected courtesy
    declassification declassified deposit deposited document documents donated ed edited eds english excerpt excerpts file
    first for from furnished held in is kind lightly made meeting obtained of on original originally originals permission
    photocopies photocopy previously printed procured produced provided published record released reprinted reproduced
    republished revised secured slightly source special stored submitted supplied text the this to trans transcribed
    transcription translated translation translations transl used was were with acquired located annotated
    assistance behalf collected help online possession selected gift been digitized digitised scanned draft kindly letter
    report russian translator translators editor editors sources link url accessed retrieved see
    vol vols volume volumes tap tom tome band bd no nos nr issue doc docs dok number pp p page pages s str fn item
    """.split()
)


def flat(text: str) -> str:
    return " ".join(text.split())


def leaves(found: Found[Any]) -> Iterator[tuple[int, int, str]]:
    """Every as-printed value at or under ``found`` that accounts for characters, with its place."""
    if isinstance(found.value, str):
        yield found.start, found.end, found.value
        return
    covered = isinstance(found.value, OtherSource) or getattr(found.value, "kind", "") == "other"
    for name, part in (found.parts or {}).items():
        if name != "text" or covered or len(found.parts or ()) == 1:
            for item in (part,) if isinstance(part, Found) else part:
                yield from leaves(item)


def places(text: str, found: Found[Citation]) -> list[tuple[int, int]]:
    """The places of all leaves and of what is unread, none of them over another."""
    told = sorted({(start, end) for start, end, _ in leaves(found)} | set(unread(found)))
    for (_, end), (start, _) in pairwise(told):
        assert end <= start, text
    return told


def gaps(text: str) -> str:
    """What no value accounts for and what is not unread either."""
    at, rest = 0, []
    for start, end in places(text, read_citation(text)):
        rest.append(text[at:start])
        at = end
    return " ".join([*rest, text[at:]])


# --- The table ---------------------------------------------------------------------------------------------------------


def test_each_row_has_an_id_and_a_text_of_its_own() -> None:
    """An id names one row, and no citation is there twice."""
    assert CASES
    assert len(set(IDS)) == len(IDS)
    assert len(set(TEXTS)) == len(TEXTS)


ROW = "# A file.\n\n=== ru-001\n… RGANI, f. 5\n---\narchival: RGANI, f. 5\n    acronym: RGANI\n\n# A comment.\n    fond: f. | 5\n"


def test_a_row_of_the_table_is_a_whole_value() -> None:
    """What a row does not name is null or empty."""
    (case,) = rows(ROW)
    assert case.id == "ru-001"
    assert case.text == '"T", May 3, 1950, CWIHP Archive, RGANI, f. 5'
    assert case.citation == Citation(
        "T",
        Date("May 3, 1950", "1950-05-03"),
        "CWIHP Archive",
        [ArchivalSource(Repository(acronym="RGANI"), [LocatorPart("fond", "5", "f.")])],
    )
    assert not case.unread


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("    fond f. 5", "expected 'key: value'"),
        ("   fond: f. | 5", "indented by four blanks"),
        ("            fond: f. | 5", "indented by four blanks"),
        ("    found: f. | 5", "found"),
        ("    acronym: RGASPI", "has it already"),
        ("title: U", "has it already"),
        ("translatd: Translatd by Anna Weber", "translatd"),
        ("translated: Translated by Anna Weber\n    agnt: Anna Weber", "has no agnt"),
        (
            "translated: Translated by Anna Weber\n    agent: Anna Weber\n        agent: Tom Hill",
            "nothing can be indented",
        ),
        ("published: A Book, 12\n    title: A Book | 12", "str"),
    ],
)
def test_a_mistake_in_a_row_is_reported_with_its_id(line: str, message: str) -> None:
    """A misspelt key or a wrong indent is an error, never a value less in the expectation."""
    with pytest.raises(ValueError, match=f"row ru-001: .*{message}"):
        list(rows(f"{ROW}{line}\n"))


# --- Reading -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_reads(case: Case) -> None:
    """Each invented citation reads as the whole value that stands beside it."""
    assert read_citation(case.text).value == case.citation


#: Citations that were marked before any reader had seen them, and those of them that are not read as marked yet.
BLIND = [
    case
    for path in sorted((Path(__file__).parent / "citations" / "blind").glob("*.txt"))
    for case in rows(path.read_text("utf-8"))
]
MISREAD = frozenset(
    """
    c-024 d-042 e-002 e-011 e-034 e-049 e-055 e-056
    f-026 f-043 f-046 f-055 f-058 f-059 g-024
    g-027 g-028 g-040 g-043 g-053 g-055 g-056
    h-003 h-005 h-009 h-014 h-021 h-022 h-025 h-026 h-038 h-041 h-042 h-047 h-049 h-058
    """.split()
)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xfail(strict=True)) if case.id in MISREAD else case for case in BLIND],
    ids=[case.id for case in BLIND],
)
def test_reads_what_was_marked_unseen(case: Case) -> None:
    """What the first reading of a blind set got wrong was fixed, but for what is listed."""
    assert read_citation(case.text.replace("\n", " ")).value == case.citation


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_no_value_takes_is_in_the_table(case: Case) -> None:
    """Every word of a citation is under a value, or a keyword, or one of the stretches that the table calls unread."""
    assert [case.text[start:end] for start, end in unread(read_citation(case.text))] == case.unread


def mangled() -> st.SearchStrategy[str]:
    """Citations of the table with some of their words, signs or both replaced by others of the table."""
    words = st.sampled_from(sorted({word for text in TEXTS for word in text.split()}) + list(".,;:()[]\"'“”<>—"))

    def replace(text: str, spots: list[tuple[int, str]]) -> str:
        pieces = re.findall(r"\w+|\W", text)
        for spot, word in spots:
            pieces[spot % len(pieces)] = word
        return flat("".join(pieces))

    return st.builds(replace, st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 200), words), max_size=4))


@given(arbitrary().map(flat) | mangled())
@example("MNL OL, 288. f. 5. cs. (Excerpts)")
def test_nothing_is_lost(text: str) -> None:
    """Every word is under exactly one value, or a keyword, or unread."""
    lost = {word.lower() for word in re.findall(r"[^\W_]+", gaps(text))} - KEYWORDS
    assert not lost


@given(arbitrary().map(flat) | mangled())
def test_values_are_as_printed(text: str) -> None:
    """The characters at a value's place are the value; only a URL loses the space that a line's end left in it."""
    for start, end, value in leaves(read_citation(text)):
        assert value == text[start:end] or value == text[start:end].replace(" ", "")


@given(arbitrary().map(flat))
@example(":")
def test_every_tail_is_read(text: str) -> None:
    """A bare tail raises nothing, and its parts lie inside it."""
    read = read_statements(text)
    for found in (*read.sources, *read.provenance):
        assert 0 <= found.start < found.end <= len(text)


# --- Writing -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_writes(case: Case, family: str) -> None:
    """Each value of the table is written so that it reads back equal, and writing that again changes nothing."""
    written = write_citation(case.citation, family)
    again = read_citation(flat(written)).value
    assert again == case.citation
    assert write_citation(again, family) == written


def test_nearly_all_citations_are_written() -> None:
    """Of the citations that the strategies make, 95 in 100 at least read back equal; the text is then a fixed point."""
    wrong: list[str | None] = []

    @settings(max_examples=400)  # a share of a few dozen, many of them alike, says little
    @given(citations(), st.sampled_from(FAMILIES))
    def write(citation: Citation, family: str) -> None:
        written = write_citation(citation, family)
        again = read_citation(flat(written)).value
        wrong.append(None if again == citation else written)
        if again == citation:
            assert write_citation(again, family) == written

    write()
    assert len(wrong) > 20
    assert len([text for text in wrong if text]) <= len(wrong) * 0.05, [text for text in wrong if text]


@pytest.mark.parametrize(
    ("family", "written"),
    [
        (
            "plain",
            '"Note", May 3, 1950, CWIHP Archive, RGASPI, f. 5. Translated by Anna Weber.\n<https://x.org/document/1>',
        ),
        (
            "markdown",
            '"Note", May 3, 1950, CWIHP Archive, RGASPI, f. 5. Translated by Anna Weber <https://x.org/document/1>',
        ),
        (
            "classic",
            "“Note,” May 3, 1950, CWIHP Archive, RGASPI, f. 5. Translated by Anna Weber.\nhttps://x.org/document/1",
        ),
    ],
)
def test_each_family_has_its_own_look(family: str, written: str) -> None:
    """The new style has straight quotes and a URL in angle brackets, the old one curly quotes and a bare URL."""
    citation = read_citation(flat(written)).value
    assert citation.document_id == "1"
    assert write_citation(citation, family) == written


def test_equal_statements_are_written_once() -> None:
    """``Contributed, transcribed, and translated by X`` is three values and one statement."""
    statement = "Contributed, transcribed, and translated by Tom Hill"
    values = [Provenance(kind, text=statement) for kind in ("contributed", "transcribed", "translated")]
    assert write_citation(Citation(provenance=values), "plain").count(statement) == 1


def test_a_full_stop_that_would_be_read_with_a_name_is_not_written() -> None:
    """A full stop after "Jr" would make "Jr." of it, another name."""
    citation = read_citation('"Note", CWIHP Archive, RGASPI. Translated by Tom Hill Jr https://x.org/document/1').value
    assert citation.provenance[0].agents == (Agent("Tom Hill Jr"),)
    written = write_citation(citation, "classic")
    assert written == "“Note,” CWIHP Archive, RGASPI. Translated by Tom Hill Jr\nhttps://x.org/document/1"
    assert read_citation(flat(written)).value == citation


def test_a_url_may_follow_the_digital_archive() -> None:
    """A citation without sources or statements still has its URL on a line of its own."""
    citation = Citation("Note", digital_archive="CWIHP Archive", url="https://x.org/document/1")
    written = write_citation(citation, "plain")
    assert written == '"Note", CWIHP Archive.\n<https://x.org/document/1>'
    assert read_citation(flat(written)).value == citation


def test_a_source_that_is_two_is_not_written() -> None:
    """No sign after a source makes one of what reads as a source and a statement."""
    citation = Citation(
        "Note",
        digital_archive="CWIHP Archive",
        sources=[OtherSource("found in a drawer; translated by Anna Weber")],
        url="https://x.org/document/1",
    )
    with pytest.raises(InvalidRecord) as refused:
        dumps(citation)
    pointer = refused.value.diagnostics[0].pointer
    assert pointer is not None and pointer.startswith("/sources")


def test_a_sign_that_joins_nothing_is_unread() -> None:
    """The name after the "&" was lost, and the statement before it is read all the same."""
    text = "RGANI. Translated by Anna Weber & . Edited by Tom Hill"
    found = read_citation(text)
    assert [agent.name for value in found.value.provenance for agent in value.agents] == ["Anna Weber", "Tom Hill"]
    assert [text[start:end].strip() for start, end in unread(found)] == ["&"]


def test_empty_quotes_are_no_title() -> None:
    """What a converter left of a title, before an archive that nobody knows."""
    read = read_citation('"", May 3, 1950, Open Digital Library, RGANI').value
    assert (read.title, read.date and read.date.edtf) == (None, "1950-05-03")
    for family in FAMILIES:
        assert read_citation(flat(write_citation(read, family))).value == read


def test_a_statement_has_one_place() -> None:
    """A second place is unread, and the first is no language though "in" stands before it."""
    text = "RGANI. Translated by Anna Weber in Springfield, in Ohio"
    found = read_citation(text)
    assert [value.place for value in found.value.provenance] == ["Springfield"]
    assert [text[start:end] for start, end in unread(found)] == ["Ohio"]


def test_who_reprinted_is_told_without_a_publication() -> None:
    """The canonical form of a statement made by hand."""
    assert Provenance("reprinted", [Agent("Pravda")]).text == "reprinted by Pravda"
    assert Provenance("reprinted", publication=PublishedSource(title="Talks")).text == "reprinted in Talks"


def test_an_unknown_statement_after_provenance_is_kept_whole() -> None:
    """What fits no rule is a source of kind ``other``, wherever it stands, and never part of its neighbour."""
    read = read_citation("RGANI. Translated by Anna Weber; quoth the raven. Edited by Jan Novak").value
    assert [value.kind for value in read.provenance] == ["translated", "edited"]
    assert read.sources[1] == OtherSource("quoth the raven")


def test_an_imprint_may_lack_its_year() -> None:
    """What stands for the year of ``(Moscow: Novosti, forthcoming)`` is unread, the rest of the book is not."""
    found = read_citation("Jan Novak, Life and Reforms (Moscow: Novosti, forthcoming), 45")
    assert found.value.sources == (
        PublishedSource(
            authors=["Jan Novak"],
            title="Life and Reforms",
            place="Moscow",
            publisher="Novosti",
            pages="45",
            text="Jan Novak, Life and Reforms (Moscow: Novosti, forthcoming), 45",
        ),
    )
    assert [found.value.sources[0].text[start:end] for start, end in unread(found)] == ["forthcoming"]


def test_what_stands_for_the_address_is_unread() -> None:
    """``<…>`` at the end is the record's address or unread, never a part of the statement before it."""
    text = "RGANI. Translated by Anna Weber <www.example.org>"
    found = read_citation(text)
    assert found.value.provenance[0].text == "Translated by Anna Weber" and found.value.url is None
    assert [text[start:end] for start, end in unread(found)] == ["www.example.org"]


# --- Known archives ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("archive", archives().values(), ids=lambda archive: archive.acronym)
def test_the_grammar_knows_every_archive_of_the_table(archive: Any) -> None:
    """An acronym of the table is read as an archive's, even with nothing but a code after it."""
    source = read_citation(f"{archive.acronym} 12/3").value.sources[0]
    assert isinstance(source, ArchivalSource) and source.repository is not None
    assert source.repository.acronym == archive.acronym
    assert source.repository.name is None and source.repository.place is None


# --- Laws --------------------------------------------------------------------------------------------------------------

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


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from(["", OPENED_TEXT]))
def test_the_work_is_linear(one: str, two: str, opening: str) -> None:
    """Twice the text takes not much more than twice the calls."""
    short, long = (" ".join((opening + (one + two) * times).split()) for times in (40, 80))
    assert steps(lambda: read_citation(long)) < 2.6 * steps(lambda: read_citation(short)) + 2_000


@pytest.mark.parametrize("end", ["Henry Jr", "X. Y. Weber A", "NHK, Washington, D.C."])
def test_no_full_stop_is_written_that_would_be_a_short_forms(end: str) -> None:
    """After a short form a semicolon parts two statements, and no stop stands before the address."""
    citation = read_citation(f"RGANI; obtained by {end}; Translated by Hill https://x.org/document/1").value
    written = write_citation(citation, "classic")
    assert f"{end}; Translated by Hill.\nhttps" in written
    assert read_citation(flat(written)).value == citation
