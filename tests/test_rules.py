"""Findings: what they say and where they point."""

import pytest
from attrs import evolve
from rules.examples import whole

import archivecite as ac
from archivecite.rules import characters
from archivecite.rules.fix import fix_document
from archivecite.rules.leftover import newlines
from archivecite.rules.page import CITATION

RECORD = """May 3, 1950

A Letter

Citation:

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. Translated by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/123456>

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
    text = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. <https://digitalarchive.wilsoncenter.org/document/123456>'
    assert ac.check(ac.parse_citation(text)) == ()


# --- What a finding is not made for, and what is found but not fixed ------------------------------------------------------

URL = "<https://digitalarchive.wilsoncenter.org/document/123456>"
CITED = CITATION.partition(" Translated by")[0]


def found(where: str, example: str) -> list[tuple[str, str, bool]]:
    """The findings of a record of which ``example`` is a part: the code, the characters, whether they can be fixed."""
    text = whole(where, example)
    return [
        (finding.code, finding.span.of(text), finding.fix is not None)
        for finding in ac.check(ac.parse(text))
        if finding.span is not None
    ]


@pytest.mark.parametrize(
    ("where", "example"),
    [
        ("body", "We met \u6bdb\u3000\u6fa4\u6771 there."),  # Chinese is set with a space of its own
        ("citation", CITATION.replace("Wilson Center Digital Archive", "Open Cold War Digital Library")),
        ("date", "early 1962"),  # says itself that it is not exact
        ("body", "We should be ready for all that may come to us        Petrov\n\nand he knows it well."),  # columns
        ("body", "We met Petrov[1] and Ivanov[2] [sic] in May.\n\n[1] The consul.\n\n[2] His deputy."),
    ],
    ids=["Chinese space", "another archive", "vague date", "columns", "notes"],
)
def test_what_is_right_is_left_in_peace(where: str, example: str) -> None:
    """What looks like something that is wrong, and is how it is done."""
    assert found(where, example) == []


@pytest.mark.parametrize(
    ("where", "example", "code", "at", "fixable"),
    [
        ("body", "We met\u3000Petrov there.", "AC113", "\u3000", True),
        ("date", "1962-1961", "AC205", "1962-1961", False),
        ("date", "1905-06", "AC202", "1905-06", False),
        ("citation", CITATION.replace("November", "Novembr"), "AC201", "Novembr 2, 1962", True),
        ("citation", CITATION.replace("ll. 51-55", "list (l.) 51-55"), "AC325", "list (l.)", False),
        ("citation", f"{CITED} Transal**t**ed by Anna Weber. {URL}", "AC317", "Transal**t**ed", False),
        (
            "summary",
            "Petrov reports. This document was made possible with support from the Leon Levy Foundation.\n\nAll is well.",
            "AC404",
            "This document was made",
            False,
        ),
        ("body", "He said that we should be **ready**\n\nand that he was well.", "AC501", "ready", False),
        ("body", "He said that we should be re**ad**y\n\nand that he was well.", "AC501", "y", True),
        (
            "body",
            "He said[1] that we should be ready\n\n[1] In May.\n\n\fand that he was well.",
            "AC501",
            "ready",
            False,
        ),
        ("body", "We met Petrov[1] and Ivanov[2] in May.\n\n[1] The consul.", "AC503", "[2]", False),
        ("body", "We met \u041f\u0065\u0442po\u0432 in May.", "AC507", "\u041f\u0065\u0442po\u0432", True),
        ("body", "We met \u041f\u0065\u0442r\u0434 in May.", "AC507", "\u041f\u0065\u0442r\u0434", False),
        ("summary section", "**Summary: Petrov reports.**", "AC109", "Summary:", False),
    ],
)
def test_what_is_found_is_fixed_only_where_that_is_certain(
    where: str, example: str, code: str, at: str, fixable: bool
) -> None:
    """One finding on the characters that are wrong; none that could lose markup or a meaning is fixed."""
    assert found(where, example) == [(code, at, fixable)]


def test_two_references_without_notes_in_one_paragraph_are_two_findings() -> None:
    """Each is found where it stands."""
    assert found("body", "We met Petrov[3] and Ivanov[4] in May.") == [("AC503", "[3]", False), ("AC503", "[4]", False)]


def test_a_masthead_in_bold_is_found_and_left() -> None:
    """One line cut out of bold would leave half of the markup."""
    text = "**Digital Archive**\n**International History Declassified**\n\n" + whole("body", "We met.")
    (finding,) = ac.check(ac.parse(text))
    assert (finding.code, finding.fix) == ("AC108", None)


def test_dates_that_can_not_be_read_are_not_missing() -> None:
    """Where neither date can be read, each of them is found, and no date is asked for."""
    text = whole("citation", CITATION.replace("November", "Novembr")).replace("November", "Novembr", 1)
    assert [finding.code for finding in ac.check(ac.parse(text))] == ["AC201", "AC201"]


def test_an_address_that_a_link_holds_twice_is_fixed_in_both_places() -> None:
    """In Markdown a link is its text and its address."""
    url = "http://digitalarchive.wilsoncenter.org/document/123456"
    text = (
        "# **November 2, 1962 Telegram from Petrov to the Ministry**\n\n## **Citation:**\n\n"
        f"{CITED} [{url}]({url})\n\n## **Summary:**\n\nPetrov reports.\n\n## **Original Language:**\n\nRussian\n\n"
        "## **Contents:**\n\nTranslation - English\n\nWe met.\n"
    )
    fixed, made = fix_document(ac.parse(text), ac.check)
    assert [finding.code for finding in made] == ["AC308"]
    assert fixed.text == text.replace("http:", "https:")


def test_a_quote_of_a_wrong_encoding_is_fixed_at_both_ends() -> None:
    """The last byte of a closing quote is no character of the other encoding, and was left as it was."""
    text = whole("body", "He sent the \u00e2\u20ac\u0153Telegram\u00e2\u20ac\x9d in May.")
    fixed, _ = fix_document(ac.parse(text), ac.check)
    assert fixed.text == whole("body", "He sent the \u201cTelegram\u201d in May.")
    assert ac.check(fixed) == ()


def test_a_text_full_of_one_odd_character_is_found_and_not_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of so many of one character no list is made."""
    monkeypatch.setattr(characters, "MANY", 3)
    (finding,) = ac.check(ac.parse(whole("body", "We\xa0met\xa0Petrov\xa0in\xa0May.")))
    assert finding.message == "not the usual space: NO-BREAK SPACE (U+00A0), 3 times or more"
    assert finding.fix is None


class Searched(str):
    """A text that counts the characters that are gone over to find something in it."""

    __slots__ = ()
    characters = 0

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        found = str.find(self, wanted, start, end)
        Searched.characters += (found if found >= 0 else len(self)) - start
        return found


def test_newlines_of_one_kind_are_found_in_linear_work_among_those_of_another() -> None:
    """A file of a thousand lines with one newline of Windows is not gone over a thousand times."""
    text = Searched("a\r\n" + "b\n" * 1_000)
    Searched.characters = 0
    assert [span.start for span in newlines(text)] == [1, *range(4, len(text), 2)]
    assert Searched.characters < 4 * len(text)


def test_a_record_in_odd_spaces_throughout_is_fixed() -> None:
    """Copied from a web page, a record may have no plain space in its body at all."""
    body = " ".join(f"We met minister {number}, and he was well." for number in range(300))
    fixed, made = fix_document(ac.parse(whole("body", body.replace(" ", "\xa0"))), ac.check)
    assert [finding.code for finding in made] == ["AC113"]
    assert fixed.text == whole("body", body)


# --- Fixing -----------------------------------------------------------------------------------------------------------


def slips(document: ac.Document) -> tuple[ac.Diagnostic, ...]:
    """Three slips that can each be fixed, and a complaint where the first two of them are."""
    text = document.text
    found = []
    for code, slip, meant in (("S1", "teh", "the"), ("S2", "adn", "and"), ("S3", "ot", "to")):
        if (start := text.find(slip)) >= 0:
            span = ac.Span(start, start + len(slip))
            fix = ac.Fix(f"write {meant}", (ac.Edit(span, meant),))
            found.append(ac.Diagnostic(code=code, severity=ac.Severity.INFO, message=slip, span=span, fix=fix))
    if "the" in text and "and" in text:
        found.append(ac.Diagnostic(code="S9", severity=ac.Severity.INFO, message="both"))
    return tuple(found)


def test_a_fix_that_spoils_what_another_fixes_is_left_out() -> None:
    """Where all fixes at once bring a finding, each is tried by itself, and only the one that brings it is not made."""
    fixed, made = fix_document(ac.parse("teh talks adn go ot him"), slips)
    assert fixed.text == "the talks adn go to him"
    assert [finding.code for finding in made] == ["S1", "S3"]


def test_fixing_comes_to_an_end() -> None:
    """Where each fix lays open the next without end, a document is fixed so often and no more."""

    def blots(document: ac.Document) -> tuple[ac.Diagnostic, ...]:
        fix = ac.Fix("remove it", (ac.Edit(ac.Span(0, 1), ""),))
        blot = ac.Diagnostic(code="S1", severity=ac.Severity.INFO, message="a blot", span=ac.Span(0, 1))
        return tuple(evolve(blot, fix=None if place else fix) for place in range(document.text.count("*")))

    fixed, made = fix_document(ac.parse("*" * 1000), blots)
    assert len(fixed.text) == 1000 - len(made)
    assert 0 < len(made) < 100
