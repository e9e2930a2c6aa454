"""Findings: what they say and where they point."""

import pytest

import archivecite as ac

RECORD = """Citation:

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.

Summary:

Short.

Summary:

Again.
"""


def test_unread_text_is_shown_where_it_stands() -> None:
    """A repeated section gives one warning with line, column, excerpt and caret."""
    (finding,) = ac.check(ac.parse(RECORD))
    assert (finding.code, finding.severity, finding.line, finding.column) == ("AC101", ac.Severity.WARNING, 9, 1)
    assert finding.span is not None
    assert finding.span.of(RECORD) == "Summary:\n\nAgain."
    assert finding.excerpt == "Summary:\n^~~~~~~~"
    assert str(finding) == "9:1: AC101 warning: this text was not read as part of the record"


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
    assert ac.loads(RECORD).summary == "Short."


def test_a_long_line_is_cut_around_the_caret() -> None:
    """An excerpt of a very long line shows what is near the finding, and the caret still points at it."""
    text = RECORD.replace("Summary:\n\nAgain.", "Summary: " + "word " * 200)
    (finding,) = ac.check(ac.parse(text))
    assert finding.excerpt is not None
    line, caret = finding.excerpt.split("\n")
    assert len(line) == 101
    assert line.endswith("…")
    assert caret == "^" + "~" * 99
