"""RIS and BibLaTeX: read by pandoc, rispy and biber, whatever is in a record."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cited import records
from hypothesis import given
from hypothesis import strategies as st
from reader import biber, needed, pandoc
from strategies import share
from strategies.record import records as any_record

import archivecite as ac

SUMMARY = "He wrote:\n\nER -\n\nTY - MANSCPT\n\nTI - Another"

#: Texts that break a careless writer. None has white space beyond single blanks.
AWKWARD = [
    "Mao Zedong and Zhou Enlai",
    "毛泽东 to Иосиф Сталин, Đặng Thị Hà, العربية עברית",
    "{open} {close {} } \\ \\\\ \\textbf{x}",
    "50 % & more $5 # 7 _under_ ^ ~ < > |",
    "]]> <b>bold</b> &amp; <!-- -->",
    "A--B --- C `` '' ?` !` \" ' , ; = @misc(x,",
    "\u202eright to left\u202c \u200b İ ß 😀",
    "TY  ER".replace("  ", " ") + " - ",
]
AWKWARD = [" ".join(text.split()) for text in AWKWARD]

#: What no file of lines can hold.
IMPOSSIBLE = ["a\x00b", "a\x01b", "a\x1bb", "a\ud800b"]


def ris(text: str) -> list[dict[str, Any]]:
    """The items that pandoc reads of RIS."""
    found: list[dict[str, Any]] = json.loads(pandoc(text, "-f", "ris", "-t", "csljson"))
    return found


def biblatex(text: str) -> list[dict[str, Any]]:
    """The items that pandoc reads of BibLaTeX."""
    found: list[dict[str, Any]] = json.loads(pandoc(text, "-f", "biblatex", "-t", "csljson"))
    return found


def plain(text: str) -> str:
    """``text`` without what a reader makes prettier: quotes, dashes, ellipses, markup of pandoc's own."""
    text = re.sub(r"</?(?:span|i|b|sup|sub)\b[^>]*>", "", text)
    return (
        re.sub("[‘’“”\"'`]", "'", text).replace("–", "--").replace("—", "---").replace("…", "...").replace("\xa0", " ")
    )


def test_ris_of_five_records() -> None:
    """pandoc and rispy find one entry for each, with what it has."""
    text = "".join(map(ac.to_ris, records()))
    assert [item["id"] for item in ris(text)] == [ac.to_csl(record)["id"] for record in records()]
    entries = needed("rispy").loads(text)
    assert [entry["type_of_reference"] for entry in entries] == ["MANSCPT", "MANSCPT", "CHAP", "MANSCPT", "MANSCPT"]
    assert entries[3]["accession_number"].startswith("Central National Historical Archives (ANIC), Bucharest")
    assert entries[4]["subsidiary_authors"] == ["Bo Li", "Chen Wu"]
    assert entries[2]["start_page"], entries[2]["end_page"] == ("4", "15")
    assert entries[0]["name_of_database"] == "Wilson Center Digital Archive"
    assert "LA  - Russian\n" in ac.to_ris(records()[0], "site")
    assert "LA  - " not in text


def test_a_summary_with_the_end_of_an_entry_stays_one_entry() -> None:
    """Whatever looks like a tag is in the middle of a line."""
    text = ac.to_ris(ac.Record(title="A Letter", summary=SUMMARY))
    assert len(ris(text)) == 1
    assert len(needed("rispy").loads(text)) == 1
    assert text.count("\nER  - ") == 1


@share(4)
@given(any_record())
def test_any_record_is_one_entry_of_ris(record: ac.Record) -> None:
    """Each line is a tag with its value, the first and the last are the entry's own; or the record is refused."""
    try:
        lines = ac.to_ris(record).split("\n")
    except ac.InvalidRecord as error:
        assert error.diagnostics[0].code == "AC905" and error.diagnostics[0].pointer
        return
    assert lines[-1] == "" and lines[-2] == "ER  - "
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert sum(line.startswith(("TY  - ", "ER  - ")) for line in lines) == 2


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_come_back(text: str) -> None:
    """pandoc reads of both formats what was written; a quote may have become a curly one."""
    record = ac.Record(title=text, summary=text, citation=ac.Citation(url="https://a.example/document/7"))
    [from_ris], [from_bib] = ris(ac.to_ris(record)), biblatex(ac.to_biblatex(record))
    assert plain(from_ris["title"]) == plain(text)
    assert plain(from_ris["abstract"]) == plain(text)
    assert plain(from_bib["title"]) == plain(text)
    assert plain(from_bib["abstract"]) == plain(text)


@pytest.mark.parametrize("text", IMPOSSIBLE)
@pytest.mark.parametrize("write", [ac.to_ris, ac.to_biblatex])
def test_what_no_text_can_hold_is_refused(text: str, write: Any) -> None:
    """The pointer is that of the value."""
    with pytest.raises(ac.InvalidRecord) as error:
        write(ac.Record(title="A Letter", citation=ac.Citation(sources=[ac.OtherSource(text)])))
    assert error.value.diagnostics[0].pointer == "/citation/sources/0/text"
    # What is not written is no reason to refuse a record.
    write(ac.Record(title="A Letter", body=[ac.Paragraph(text)]))


def test_biblatex_of_five_records() -> None:
    """One type for all: a style puts the editor of a chapter, and the year of its book, in front of the document."""
    text = "".join(map(ac.to_biblatex, records()))
    assert re.findall(r"^@(\w+)\{(.*),$", text, re.MULTILINE) == [
        ("misc", "wcda-115064"),
        ("misc", "wcda-112639"),
        ("misc", "wcda-3"),
        ("misc", "wcda-4"),
        ("misc", "wcda-5"),
    ]
    found = {item["id"]: item for item in biblatex(text)}
    assert found["wcda-4"]["note"].startswith("Collection CC RCP, Chancellery, File 23/1973, pp. 2-7")
    assert found["wcda-112639"]["publisher-place"] == "Moscow"
    printed = (
        "A. Weber, ed., <i>Briefe und Akten</i>, vol. 2 (Berlin: Aufbau, 1995), pp. 4-15. Translated by Anna Weber"
    )
    assert found["wcda-3"]["note"] == printed
    assert found["wcda-3"]["issued"] == {"date-parts": [[1969, 7, 4]]}
    assert "editor" not in found["wcda-3"]


def test_titles_and_names_keep_their_capitals() -> None:
    """Readers of BibLaTeX make ``mao zedong`` of a title in single braces, and two archives of one with "and"."""
    [item] = biblatex(ac.to_biblatex(ac.Citation("Talks with Mao Zedong", url="https://a.example/document/7")))
    assert item["title"] == "Talks with Mao Zedong"
    [item] = biblatex(ac.to_biblatex(ac.Citation(sources=[ac.ArchivalSource(ac.Repository("Army and Navy"))])))
    assert item["publisher"] == "Army and Navy"


@pytest.mark.parametrize(
    ("source", "note"),
    [
        (ac.PublishedSource(["Bo Li"], title="War & Peace", year="1995"), "Bo Li, <i>War & Peace</i> (1995)"),
        (
            ac.PublishedSource(title="A Letter", container_title="The Press", issue="7"),
            '"A Letter," <i>The Press</i>, no. 7',
        ),
        # "War" is in the author's name too, so which of the two is the title is not said.
        (ac.PublishedSource(["Jan Warner"], title="War", year="1995"), "Jan Warner, War (1995)"),
        (ac.PublishedSource(["Bo Li"], title="War", text="Li, Krieg"), "Li, Krieg"),
        (ac.PublishedSource(["Bo Li"], year="1995"), "Bo Li (1995)"),
    ],
)
def test_a_book_is_in_italics_as_its_citation_prints_it(source: ac.PublishedSource, note: str) -> None:
    """Its title alone is, where it is in the text once."""
    [item] = biblatex(ac.to_biblatex(ac.Citation("Talks", sources=[source])))
    assert re.sub("[“”]", '"', item["note"]) == note


def odd_records() -> list[ac.Record]:
    """Records with dates, numbers and characters of all kinds."""
    dates = [
        "1962-10-31",
        "1962",
        "1962~",
        "1962?",
        "195X",
        "1962/1963",
        "1962-10/..",
        "1962-21",
        "../1962",
        "1962-10-XX",
    ]
    made = [
        ac.Record(
            title=f"Dated {date}",
            date=ac.Date("as printed", date),
            citation=ac.Citation(
                url=f"https://a.example/document/d{index}", accessed=ac.Date("May 14, 2008", "2008-05-14")
            ),
        )
        for index, date in enumerate([*dates, None])
    ]
    for index, text in enumerate(AWKWARD):
        book = ac.PublishedSource(
            [text], [text, "Bo Li"], title=text, series=text, volume=text, issue="7", item="9", pages="4-5", year="n.d."
        )
        archive = ac.ArchivalSource(ac.Repository(text, "AA", text), [ac.LocatorPart("fond", text, "f.")])
        for kind, source in (("b", book), ("a", archive), ("o", ac.OtherSource(text))):
            citation = ac.Citation(text, None, text, [source], url=f"https://a.example/document/{kind}{index}?{text}")
            made.append(ac.Record(citation=citation, body=[ac.DocumentType(text), ac.Serial(text, ["7"])]))
    return made


def test_biber_finds_nothing_wrong(tmp_path: Path) -> None:
    """Not one warning of its data model, but that of no date for each record that has none: no type does without."""
    made = [*records(), *odd_records()]
    path = tmp_path / "a.bib"
    path.write_text("".join(map(ac.to_biblatex, made)), encoding="utf-8")
    command = [
        biber(),
        "--tool",
        "--validate-datamodel",
        "--nolog",
        "--output-file",
        str(tmp_path / "out.bib"),
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    lacking = "WARN - Datamodel: Entry '{}' ({}): Missing mandatory field - one of 'date, year' must be defined"
    dates = {record.id: record.date or (record.citation and record.citation.date) for record in made}
    undated = [key for key, date in dates.items() if not (date and date.edtf)]
    assert (done.returncode, said) == (0, [lacking.format(key, path) for key in undated])


@share(4)
@given(any_record(), st.sampled_from([ac.to_ris, ac.to_biblatex]))
def test_a_record_of_a_citation_alone_is_written_too(record: ac.Record, write: Any) -> None:
    """A citation gives what a record with nothing else gives."""
    try:
        whole = write(ac.Record(citation=record.citation or ac.Citation()))
    except ac.InvalidRecord:
        return
    assert write(record.citation or ac.Citation()) == whole


@pytest.mark.parametrize("text", ["{ open", "close }", "} {", "\\}", "{ { }"])
def test_a_brace_without_a_partner_stays_in_its_value(text: str) -> None:
    """The braces of an entry are balanced, escaped or not, as BibTeX counts them; pandoc drops the lone one."""
    written = ac.to_biblatex(ac.Record(title=text, summary="After it."))
    assert written.count("{") == written.count("}")
    assert "\\textbrace" in written
    [item] = biblatex(written)
    assert item["abstract"] == "After it."
