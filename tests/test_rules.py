"""Findings: what they say and where they point."""

import pytest

import archivecite as ac

RECORD = """May 3, 1950

A Letter

Citation:

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. <https://digitalarchive.wilsoncenter.org/document/123456>

Summary:

Short.

Checked by the office.

Summary:

Again.

Original Language:

Russian

Contents:

Translation - English

We met in May.
"""


def test_a_finding_is_shown_where_it_stands() -> None:
    """A repeated section gives one warning with line, column, excerpt and caret."""
    (finding,) = ac.check(ac.parse(RECORD))
    assert (finding.code, finding.severity, finding.line, finding.column) == ("AC105", ac.Severity.WARNING, 15, 1)
    assert finding.span is not None
    assert finding.span.of(RECORD) == "Summary:"
    assert finding.excerpt == "Summary:\n^~~~~~~~"
    assert str(finding) == '15:1: AC105 warning: there is a "Summary:" before this one'


@pytest.mark.parametrize("text", ["", "\n\n", "\n\n  A mail about a citation."])
def test_another_text_is_one_error(text: str) -> None:
    """A text that is no record gives one error, at its first character, and loads raises it."""
    (finding,) = ac.check(ac.parse(text))
    assert (finding.code, finding.severity) == ("AC901", ac.Severity.ERROR)
    with pytest.raises(ac.InvalidRecord) as raised:
        ac.loads(text)
    assert raised.value.diagnostics == (finding,)


def test_a_record_with_warnings_loads() -> None:
    """Only errors stop strict reading."""
    assert ac.loads(RECORD).summary == "Short.\n\nChecked by the office."


def test_a_long_line_is_cut_around_the_caret() -> None:
    """An excerpt of a very long line shows what is near the finding, and the caret still points at it."""
    text = RECORD.replace("Summary:\n\nAgain.", "Summary: " + "word " * 40)
    finding = next(finding for finding in ac.check(ac.parse(text)) if finding.code == "AC105")
    assert finding.excerpt is not None
    line, caret = finding.excerpt.split("\n")
    assert len(line) == 101
    assert line.endswith("…")
    assert caret == "^" + "~" * 7


def test_select_and_ignore_take_codes_and_their_beginnings() -> None:
    """A family is chosen by the beginning of its codes, and what is ignored stays out of it."""
    document = ac.parse(RECORD.replace("Russian", "Rusian"))
    assert [finding.code for finding in ac.check(document)] == ["AC105", "AC401"]
    assert [finding.code for finding in ac.check(document, select=["AC1"])] == ["AC105"]
    assert [finding.code for finding in ac.check(document, ignore=["AC105", "AC9"])] == ["AC401"]
    assert ac.check(document, select=["AC1", "AC4"], ignore=["AC"]) == ()
    assert ac.check(document, select=[]) == ()


def test_text_that_another_finding_explains_is_not_found_twice() -> None:
    """A misspelt label leaves its section unread: the label is found, and the unread text is not."""
    text = RECORD.replace("Summary:\n\nShort.", "Sumary:\n\nShort.").replace("Summary:\n\nAgain.\n\n", "")
    document = ac.parse(text)
    assert document.unread
    assert [finding.code for finding in ac.check(document)] == ["AC107"]


def test_a_citation_alone_is_no_record_with_parts_missing() -> None:
    """What only a whole record has is not missed in a citation."""
    text = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. <https://digitalarchive.wilsoncenter.org/document/1>'
    assert ac.check(ac.parse_citation(text)) == ()
