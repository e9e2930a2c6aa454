"""archivecite new: an empty record, and one from a row of a table."""

import csv
from pathlib import Path

import pytest

import archivecite as ac
from archivecite.cli import run

ROW = {
    "date": "November 2, 1962",
    "title": "Telegram from Petrov, to the Ministry",
    "source": "RGASPI, f. 558, op. 11, d. 328, ll. 51-55",
    "provenance": "Translated by Anna Weber",
    "url": "https://digitalarchive.wilsoncenter.org/document/123456",
    "summary": "Petrov reports on the harvest.\n\nIt was good.",
    "Original Language": "Russian; German",
    "contents": "Translation - English; Scan of Original Document",
    "body": "We met the minister yesterday.\n\nHe was well.",
}

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(*rows: dict[str, str], name: str = "rows.csv", delimiter: str = ",", encoding: str = "utf-8") -> None:
    """Write a table as a spreadsheet does."""
    with Path(name).open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("family", ["plain", "markdown", "classic"])
def test_an_empty_record_has_only_the_findings_of_its_emptiness(family: str, capsys: Printed) -> None:
    """It is a record, of nothing, in the archive's layout; once it is filled nothing is wrong with it."""
    assert run(["new", "--family", family]) == 0
    printed = capsys.readouterr()
    assert "above" in printed.err
    document = ac.parse(printed.out)
    assert document.record == ac.Record()
    assert document.family == family
    assert not document.unread
    told = {finding.code for finding in ac.check(document)}
    assert told == {"AC103", "AC104", "AC207", "AC301", "AC302"} | ({"AC108"} if family == "classic" else set())
    stars = "**" if family == "markdown" else ""
    filled = printed.out
    for label, value in (
        ("Summary", "Short."),
        ("Original Language", "Russian"),
        ("Contents", "Translation - English"),
    ):
        filled = filled.replace(f"{label}:{stars}\n", f"{label}:{stars}\n\n{value}\n")
    citation = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGANI, f. 5. <https://digitalarchive.wilsoncenter.org/document/123456>'
    filled = filled.replace(
        f"{stars}Citation:{stars}", f"May 3, 1950\n\nA Letter\n\n{stars}Citation:{stars}\n\n{citation}"
    )
    assert [f.code for f in ac.check(ac.parse(f"{filled}\nAll is well.\n")) if f.severity > ac.Severity.INFO] == []


@pytest.mark.parametrize("family", ["plain", "markdown", "classic"])
@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-8")])
def test_a_row_fills_a_record(family: str, delimiter: str, encoding: str, capsys: Printed) -> None:
    """As LibreOffice and Excel write tables; nothing is wrong with the record."""
    table(ROW, name="row.csv", delimiter=delimiter, encoding=encoding)
    assert run(["new", "--from", "row.csv", "--family", family]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    document = ac.parse(printed.out)
    record = document.record
    assert [f.code for f in ac.check(document) if f.code != "AC108"] == []
    assert record.title == ROW["title"] and record.summary == ROW["summary"]
    assert record.date and record.date.edtf == "1962-11-02"
    assert record.citation and record.citation.get("fond") == "558" and record.citation.document_id == "123456"
    assert record.citation.title == ROW["title"]
    assert [language.tag for language in record.original_languages] == ["ru", "de"]
    assert [content.kind for content in record.contents] == ["translation", "scan"]
    assert len(record.body) == 2


def test_a_citation_of_its_own_is_taken_as_it_is(capsys: Printed) -> None:
    """And which row is meant can be said; what is blank in it is not filled in."""
    citation = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGANI, f. 5, op. 1, d. 7.'
    Path("rows.csv").write_text(
        f'Date,Title,Citation,Summary\nw,x,y,z\n"May 3, 1950",A Letter,"{citation.replace(chr(34), chr(34) * 2)}", \n'
    )
    assert run(["new", "--from", "rows.csv", "--row", "2"]) == 0
    record = ac.parse(capsys.readouterr().out).record
    assert (record.title, record.summary) == ("A Letter", None)
    assert record.citation and record.citation.get("delo") == "7"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"summary": "Short.\n\nContents:\n\nMore"}, 'the column "summary" would be read differently'),
        ({"Original Language": "Russian\n\nContents:"}, 'the column "original_language" would be read differently'),
        ({"body": "Scan of Original Document\n\nWell."}, 'the column "contents" would be read differently'),
        ({"source": "RGANI, f. 5, op. 49", "provenance": "Translated by Anna Weber, qwert zqx"}, "AC101 warning"),
        ({"url": "htps://digitalarchive.wilsoncenter.org/document/123456"}, "AC306 warning"),
    ],
)  # fmt: skip
def test_what_would_be_read_differently_is_not_passed_over(changed: dict[str, str], said: str, capsys: Printed) -> None:
    """A label within a value would part it; what the citation's grammar does not know is told as for any record."""
    table(ROW | changed)
    assert run(["new", "--from", "rows.csv"]) == 1
    printed = capsys.readouterr()
    assert said in printed.err
    if "column" in said:
        assert printed.out == ""


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        (b"titel,date\na,b\n", [], 'There is no column "titel" (perhaps "title")'),
        (b"title,date\na,b\n", ["--row", "2"], "has no row 2"),
        (b"title,date\n", [], "has no row 1"),
        (b"", [], "has no row 1"),
        (b"title,date\na,b,c\n", [], "more values than there are columns"),
        (b'title,date\n"a,b\n', [], "can't be read as a table"),
        (b"title\nCaf\xe9\n", [], "AC902 error"),
        (b"title\na\n", ["--row", "0"], "0 is not in the range"),
    ],
)
def test_a_table_that_can_not_be_read(content: bytes, arguments: list[str], said: str, capsys: Printed) -> None:
    """One clear line, and nothing is printed."""
    Path("rows.csv").write_bytes(content)
    assert run(["new", "--from", "rows.csv", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert run(["new", "--from", "missing.csv"]) == 2
