"""Citations of the parsed reader as text: what is written reads back equal, by rule and without a trial."""

import pytest
from citation_table import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.citation import citations
from test_parsed_citation import OPENING, rows

from archivecite.model.citation import Citation
from archivecite.syntax.new.citation import read_citation
from archivecite.syntax.new.write import write_citation

FAMILIES = ("plain", "markdown", "classic")
TEXTS = [case.text for case in CASES] + [OPENING + text[2:] if text.startswith("… ") else text for _, text, _ in rows()]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_read_is_written(text: str, family: str) -> None:
    """Each citation of the tables is written so that it reads back equal, and writing that again changes nothing."""
    value = read_citation(flat(text)).value
    written = write_citation(value, family)
    assert read_citation(flat(written)).value == value
    assert write_citation(value, family) == written


def texts(citation: Citation) -> list[object]:
    """What a citation says in an order of its own: its opening, and each piece by its text."""
    opening = [citation.title, citation.date, citation.digital_archive, citation.url]
    sources = [(source.kind, source.text) for source in citation.sources]
    return [*opening, *sources, *((one.kind, one.text, one.agents, one.date) for one in citation.provenance)]


def test_nearly_all_citations_are_written() -> None:
    """Of the citations that the strategies make, 98 in 100 at least have the same pieces when they are read back."""
    wrong: list[str | None] = []

    @settings(max_examples=300)
    @given(citations(), st.sampled_from(FAMILIES))
    def write(citation: Citation, family: str) -> None:
        written = write_citation(citation, family)
        wrong.append(None if texts(read_citation(flat(written)).value) == texts(citation) else written)

    write()
    assert len(wrong) > 20
    assert len([text for text in wrong if text]) <= len(wrong) * 0.02, [text for text in wrong if text]


@pytest.mark.parametrize(
    ("family", "written"),
    [
        (
            "plain",
            '"Note", May 3, 1950, CWIHP Archive, RGASPI, f. 5. Translated by X. Hill.\n<https://x.org/document/1>',
        ),
        (
            "markdown",
            '"Note", May 3, 1950, CWIHP Archive, RGASPI, f. 5. Translated by X. Hill <https://x.org/document/1>',
        ),
        (
            "classic",
            "“Note,” May 3, 1950, CWIHP Archive, RGASPI, f. 5. Translated by X. Hill.\nhttps://x.org/document/1",
        ),
    ],
)
def test_each_family_has_its_own_look(family: str, written: str) -> None:
    """The new style has straight quotes and an address in angle brackets, the old one curly quotes and a bare one."""
    citation = read_citation(flat(written)).value
    assert citation.document_id == "1"
    assert write_citation(citation, family) == written


@pytest.mark.parametrize("end", ["Henry Jr", "X. Y. Weber A", "NHK, Washington, D.C."])
def test_no_full_stop_is_written_that_would_be_a_short_forms(end: str) -> None:
    """After a short form a semicolon parts two statements, and no stop stands before the address."""
    citation = read_citation(f"RGANI; obtained by {end}; Translated by Hill https://x.org/document/1").value
    written = write_citation(citation, "classic")
    assert f"{end}; Translated by Hill.\nhttps" in written
    assert read_citation(flat(written)).value == citation
