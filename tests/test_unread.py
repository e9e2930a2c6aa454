"""Text that was not read: ``unread`` holds each stretch once, and ``check`` reports every one of them."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import share
from strategies.seed import LETTER, SHORT, mutated
from strategies.source import once_wrong, texts

import archivecite as ac
from archivecite.rules.reading import check_reading

#: Findings that may be about the characters under them, and so say enough about an unread stretch that they cover.
ABOUT_WHAT_THEY_COVER = {
    "AC102", "AC105", "AC107", "AC111", "AC112", "AC114", "AC116", "AC201", "AC301", "AC306", "AC310",
    "AC311", "AC326", "AC328", "AC329", "AC405", "AC514", "AC901",
}  # fmt: skip
#: Findings on a label that is not read as one: the section under it is unread with it. And on the first line of another
#: record, of which nothing is read.
ABOUT_A_SECTION = {"AC105", "AC107", "AC120"}


def unsettled(document: ac.Document) -> Iterator[str]:
    """What is wrong with the list of the unread stretches itself: order, blanks, the same characters twice."""
    done = 0
    for span in document.unread:
        stretch = span.of(document.text)
        if span.start < done:
            yield f"not sorted, or twice: {span} {stretch!r}"
        if not stretch or stretch != stretch.strip():
            yield f"blank, or with blanks at its ends: {span} {stretch!r}"
        done = span.end


def unreported(document: ac.Document, findings: tuple[ac.Diagnostic, ...]) -> Iterator[str]:
    """The unread characters, white space aside, that no finding is about."""
    text, told = document.text, bytearray(len(document.text))
    for finding in findings:
        span = finding.span
        assert span is not None
        if finding.code == "AC101" or finding.code in ABOUT_WHAT_THEY_COVER:
            told[span.start : span.end] = b"\1" * (span.end - span.start)
        if finding.code in ABOUT_A_SECTION or finding.message.startswith("the label "):  # AC116 on stars of a label
            end = next((unread.end for unread in document.unread if unread.start <= span.start < unread.end), span.end)
            told[span.start : end] = b"\1" * (end - span.start)
        if finding.code == "AC317":  # a misspelt word, for which the words around it are unread, too
            around = next((unread for unread in document.unread if unread.start <= span.start < unread.end), span)
            told[around.start : around.end] = b"\1" * (around.end - around.start)
        if finding.code == "AC201" and span == document.spans.get("/title"):
            below = next((unread for unread in document.unread if unread.start >= span.end), span)
            told[below.start : below.end] = b"\1" * (below.end - below.start)
    for span in document.unread:
        silent = [place for place in range(span.start, span.end) if not told[place] and not text[place].isspace()]
        if silent:
            yield f"not reported: {span.of(text)!r}, from {silent[0]}"


@share(2)
@given(st.one_of(texts(), mutated()))
@example(LETTER.replace("Reprinted in", "Smuggled out, reprinted in"))
@example(SHORT.replace("Weber. <https://digitalarchive.wilsoncenter.org/document/7>", "Weber zqx vbn."))
@example(SHORT.replace("May 3, 1950**", "Moi 3, 1950**\n\nSeen by the office", 1))
@example(f"{SHORT}\n\n{SHORT.replace('May 3', 'May 4')}")
@example("**Citation:\n\nA.\n\nOriginal Language:\n\nRussian\n\nCition:\n\nB.")
@example("**Citation:\nOriginal Language:Cition:")
@once_wrong
def test_every_unread_stretch_is_reported(text: str) -> None:
    """Each is under AC101, or under a finding that is about these very characters; ``unread`` has each once."""
    document = ac.parse(text)
    assert list(unsettled(document)) == []
    assert list(unreported(document, ac.check(document))) == []
    if document.family != "unknown":
        told = check_reading(document)
        assert list(unreported(document, told)) == []
        assert set(told) <= set(ac.check(document))
        assert bool(told) == bool(document.unread)


@share(2)
@given(texts())
@example("RGANI. Contributed, transcribed, and translated by Anna Weber zqx vbn")
@example('"T", May 3, 1950, CWIHP Archive, RGANI, f. 5. Translated from Portttuguese by Lucia Ferrante.')
@example('"T", May 3, 1950, CWIHP Archive, RGANI, f. 5. Obtained and conrtibuted by Anna Weber.')
@once_wrong
def test_every_unread_stretch_of_a_citation_is_reported(text: str) -> None:
    """The same for a citation alone."""
    document = ac.parse_citation(text)
    assert list(unsettled(document)) == []
    if document.family != "unknown":
        assert list(unreported(document, ac.check(document))) == []


def findings(text: str) -> list[str]:
    """The codes of what ``check`` finds in ``text`` that is more than an info, AC101 with the characters it is about."""
    return [
        f"{finding.code} {finding.span.of(text)}" if finding.code == "AC101" and finding.span else finding.code
        for finding in ac.check(ac.parse(text))
        if finding.severity is not ac.Severity.INFO and finding.code != "AC327"  # the number of SHORT is short
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # What is missing beside the words says nothing about them.
        ("Weber. <https://digitalarchive.wilsoncenter.org/document/7>", "Weber zqx vbn.", ["AC101 zqx vbn"]),
        ("Weber. <https://digitalarchive.wilsoncenter.org/document/7>", "Weber zqx vbn", ["AC101 zqx vbn"]),
        ("**Summary:**", "A stray line.\u200b\n\n**Summary:**", ["AC101 A stray line.\u200b", "AC111"]),
        ("**Summary:**", "A **stray line.\n\n**Summary:**", ["AC101 A **stray line.", "AC116"]),
        # A fault that is about the whole of the stretch is one finding.
        ("**Summary:**", "\x07\n\n**Summary:**", ["AC114"]),
        ("**Original", "**Summary:**\n\nOnce more.\n\n**Original", ["AC105"]),
        ("**Original", "**Summary:**\n\nOnce more.\n\nAnd again.\n\n**Summary:**\n\nX.\n\n**Original", ["AC105"] * 2),
        ("**Summary:**", "**Sumary:**", ["AC107"]),
        ("**May 3, 1950**", "**Moi 3, 1950**", ["AC201"]),
        # The title is the first paragraph below the date; the next is a fault of its own.
        ("**May 3, 1950**\n\n**A Letter**", "**Moi 3, 1950**\n\n**A Letter**\n\nSeen.", ["AC201", "AC101 Seen."]),
    ],
)
def test_a_finding_replaces_another_only_if_it_is_about_the_same_words(old: str, new: str, found: list[str]) -> None:
    """AC101 is left out when another finding explains the stretch, and not when one merely begins in it."""
    text = SHORT.replace(old, new, 1)
    assert text != SHORT
    assert findings(text) == found


def test_three_statements_that_share_their_text_have_its_unread_words_once() -> None:
    """A sentence with three verbs and one agent is three statements with one text."""
    text = "RGANI. Contributed, transcribed, and translated by Anna Weber zqx vbn"
    document = ac.parse_citation(text)
    assert document.record.citation is not None
    assert len({statement.text for statement in document.record.citation.provenance}) == 1
    assert [span.of(text) for span in document.unread] == ["zqx vbn"]


def test_a_conversion_gives_the_codes_that_a_check_gives() -> None:
    """One fault has one code: an unreadable date is told as such, and the title that it hides is not told again."""
    for old, new, code in (
        ("May 3, 1950", "Moi 3, 1950", "AC201"),
        ("**Summary:**", "**Sumary:**", "AC107"),
        ("**Summary:**", "x\n\n**Summary:**", "AC101"),
    ):
        document = ac.parse(SHORT.replace(old, new, 1))
        (finding,) = check_reading(document)
        assert finding.code == code
        assert finding in ac.check(document)


def test_no_page_is_numbered_in_a_citation() -> None:
    """What looks like a page's number is told as unread there, and as nothing else."""
    for document in (
        ac.parse_citation("Translated by B 3/3"),
        ac.parse(f"{SHORT}\n\n[Source: RGANI. Translated by B 3/3]"),
    ):
        assert [finding.code for finding in check_reading(document)] == ["AC101"]
