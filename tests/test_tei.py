"""TEI: valid by the schema, with every word of the body and the notes, and read back to an equal record."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cited import records
from hypothesis import example, given
from hypothesis import strategies as st
from reader import needed, tei
from sentinel import record_with
from strategies import share
from strategies.record import records as any_record
from strategies.seed import LETTER, SEEDS
from strategies.source import texts

import archivecite as ac
from archivecite.cli import run
from archivecite.formats.tei_marks import DEEPEST

NS = {"t": "http://www.tei-c.org/ns/1.0"}


def words(text: str) -> list[str]:
    """The words of a text, in order of the alphabet: brackets, joins and what is between words are not looked at."""
    return sorted("".join(sign if sign.isalnum() else " " for sign in text).split())


def said(root: ET.Element) -> str:
    """All that the text of a document of TEI says, without the head of the whole."""
    found = root.find("t:text", NS)
    assert found is not None
    return "".join(found.itertext())


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def keeps_words(record: ac.Record) -> None:
    """Whether all letters of the body and the notes are in the text, in their order where nothing moves."""
    root = ET.fromstring(ac.to_tei(record))
    head = root.find("t:text/t:body/t:div/t:head", NS)
    assert head is not None
    whole = letters(said(root))
    for part in (*record.body, *record.notes):
        assert letters(part.text) in whole, part
    total = sum(len(letters(part.text)) for part in (*record.body, *record.notes))
    assert len(whole) == total + len(letters(record.title or (record.citation and record.citation.title) or ""))


def valid(text: str) -> None:
    """Whether ``text`` is TEI."""
    etree = needed("lxml.etree")
    schema = tei()
    assert schema.validate(etree.fromstring(text.encode())), schema.error_log.filter_from_errors()[:3]


@pytest.mark.parametrize("text", [*SEEDS, LETTER], ids=["000", "004", "letter"])
def test_records_are_valid_and_come_back(text: str) -> None:
    """The seeds and a letter with marks of all kinds."""
    record = ac.parse(text).record
    written = ac.to_tei(record)
    valid(written)
    assert ac.from_tei(written) == ac.from_tei(written.encode()) == record
    keeps_words(record)


@share(1)
@given(any_record())
def test_any_record_is_valid_and_comes_back(record: ac.Record) -> None:
    """Or it is refused, with the pointer, for a character that XML cannot hold."""
    try:
        written = ac.to_tei(record)
    except ac.InvalidRecord as error:
        [finding] = error.diagnostics
        assert finding.code == "AC905" and finding.pointer
        return
    assert ac.from_tei(written) == record
    keeps_words(record)
    valid(written)


@share(2)
@example("Citation:\n\nOriginal Language:\n#1701 (entry # 7) from 31 October 1962. On ships.")
@example("CITATION:\n\rORIGINAL LANGUA:A[a[0]]")
@example("Citation:\nA. History and Public Policy Program Digital Archive\n\nContents:\nTranslation\n\nAA")
@given(texts())
def test_whatever_was_read_is_valid_and_comes_back(text: str) -> None:
    """The same for records read from any text, damaged ones among them."""
    record = ac.parse(text).record
    try:
        written = ac.to_tei(record)
    except ac.InvalidRecord:
        return
    assert ac.from_tei(written) == record
    keeps_words(record)
    valid(written)


def test_every_kind_of_block_note_and_mark_is_valid() -> None:
    """A record in which nothing is null."""
    for source in (ac.ArchivalSource, ac.PublishedSource, ac.OtherSource):
        record, _ = record_with(source)
        valid(ac.to_tei(record))
        keeps_words(record)


@share(2)
@given(st.permutations(record_with(ac.OtherSource)[0].body).map(lambda body: ac.Record(title="A", body=body)))
def test_blocks_in_any_order_are_valid(record: ac.Record) -> None:
    """A signature in the middle, a salutation at the end, a page break anywhere."""
    valid(ac.to_tei(record))
    keeps_words(record)


def test_what_an_editor_starts_from() -> None:
    """The parts of a letter are elements of their own."""
    root = ET.fromstring(ac.to_tei(ac.parse(LETTER).record))

    def texts_at(path: str) -> list[str]:
        return ["".join(element.itertext()) for element in root.iterfind(path, NS)]

    header, body = "t:teiHeader/t:fileDesc", "t:text/t:body/t:div"
    assert texts_at(f"{header}/t:sourceDesc/t:msDesc/t:msIdentifier/t:idno/t:idno") == [
        "f. 558",
        "op. 11",
        "d. 328",
        "ll. 9-17",
    ]
    assert [one.get("type") for one in root.iterfind(f"{header}//t:idno[@type='locator']/t:idno", NS)] == [
        "fond",
        "opis",
        "delo",
        "list",
    ]
    assert texts_at("t:teiHeader/t:profileDesc/t:correspDesc/t:correspAction[@type='sent']/t:name")
    assert texts_at("t:teiHeader/t:profileDesc/t:langUsage/t:language") == ["German", "Chinese"]
    assert texts_at(f"{body}//t:supplied") == ["the CC"]
    assert texts_at(f"{body}//t:ex") == ["rade"]
    assert texts_at(f"{body}//t:unclear") == ["?"]
    assert len(root.findall(f"{body}//t:gap", NS)) == 2
    assert texts_at(f"{body}//t:sp/t:speaker")[0].startswith("Comrade Stalin")
    assert texts_at(f"{body}/t:head/t:note[@type='source']")[0].startswith("[Source: RGASPI")
    [target] = [one.get("target") for one in root.iterfind(f"{body}//t:ref[@type='note']", NS)]
    note = root.find("t:text/t:back//t:note[@n='1']", NS)
    assert note is not None
    assert target == f"#{note.get('{http://www.w3.org/XML/1998/namespace}id')}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1948 [sic, should be 1949] he came.", ["1949"]),
        ("In Padagan [sic; Padegan] he stayed.", ["Padegan"]),
        ("He met [Nowak [sic: Novak]] there.", ["Novak"]),
        ("Nowak [sic—Novak] came in 1948 [sic, presumably 1949].", ["Novak", "1949"]),
        ("He came [sic] in 1949 [sic: the date is wrong].", []),
    ],
)
def test_what_would_be_right_is_a_correction_in_its_note(text: str, expected: list[str]) -> None:
    """Its brackets say it; nothing says which words before them are wrong, so there is no ``sic``."""
    record = ac.parse(SEEDS[1].replace("You should visit", f"{text} You should visit")).record
    marks = [mark for block in record.body for mark in block.marks]
    assert [mark.correction for mark in marks if isinstance(mark, ac.Sic) and mark.correction] == expected
    written = ac.to_tei(record)
    valid(written)
    keeps_words(record)
    root = ET.fromstring(written)
    assert [corr.text for corr in root.iterfind(".//t:note[@type='sic']/t:corr", NS)] == expected
    assert not list(root.iterfind(".//t:sic", NS))


@pytest.mark.parametrize("character", ["\x01", "\ufffe", "\ud800", "\x00"])
def test_what_xml_cannot_hold_is_refused(character: str) -> None:
    """ElementTree would write it without a word."""
    with pytest.raises(ac.InvalidRecord) as error:
        ac.to_tei(ac.Record(title="A", body=[ac.Paragraph("We."), ac.Paragraph(f"a{character}b")]))
    [finding] = error.value.diagnostics
    assert (finding.code, finding.pointer) == ("AC905", "/body/1/text")
    assert f"U+{ord(character):04X}" in finding.message


@pytest.mark.parametrize(
    "text", ["]]> & <b> &amp; \" '", "\u202ea\u202c \u200b", "毛泽东 العربية", "<!-- -- -->", "&#1;"]
)
def test_awkward_texts_are_kept(text: str) -> None:
    """As text and in the record that is read back."""
    record = ac.Record(title=text, summary=text, body=[ac.Paragraph(text)])
    written = ac.to_tei(record)
    valid(written)
    assert ac.from_tei(written) == record
    root = ET.fromstring(written)
    found = root.find("t:text/t:body/t:div/t:p", NS)
    assert found is not None and found.text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<TEI", "not XML"),
        ("<TEI/>", "none"),
        (b"\xff", "not XML"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><xenoData type='application/json'>[]</xenoData></TEI>", "object"),
    ],
)
def test_what_is_no_record_is_refused(text: str | bytes, words: str) -> None:
    """Another text is not read for what it might be."""
    with pytest.raises(ac.InvalidRecord, match=words):
        ac.from_tei(text)
    with pytest.raises(TypeError, match="from_tei"):
        ac.from_tei(7)  # type: ignore[arg-type]


def test_several_records_are_a_corpus(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """One is a document by itself, also in a folder; a corpus is not one record."""
    (tmp_path / "seeds").mkdir()
    for index, seed in enumerate(SEEDS):
        (tmp_path / "seeds" / f"{index}.txt").write_bytes(seed.encode())
    assert run(["convert", str(tmp_path / "seeds"), "--to", "tei"]) == 0
    corpus = capfdbinary.readouterr().out.decode()
    valid(corpus)
    root = ET.fromstring(corpus)
    assert [len(root.findall(f"t:{name}", NS)) for name in ("teiHeader", "TEI")] == [1, 2]
    with pytest.raises(ac.InvalidRecord, match="got 2"):
        ac.from_tei(corpus)
    assert run(["convert", str(tmp_path / "seeds" / "0.txt"), "--to", "tei"]) == 0
    assert capfdbinary.readouterr().out.decode() == ac.to_tei(ac.parse(SEEDS[0]).record)
    assert run(["convert", str(tmp_path / "seeds"), "--to", "tei", "-o", f"{tmp_path}/out/"]) == 0
    assert ac.from_tei((tmp_path / "out" / "1.xml").read_bytes()) == ac.parse(SEEDS[1]).record


def test_marks_nested_without_end_are_written() -> None:
    """What is nested deeper than readers of XML like stays text."""
    depth = 5000
    text = "[" * depth + "deep" + "]" * depth
    record = ac.Record(
        body=[ac.Paragraph(text, marks=[ac.Mark("supplied", at, 2 * depth + 4 - at) for at in range(depth)])]
    )
    root = ET.fromstring(ac.to_tei(record))
    assert len(list(root.iter(f"{{{NS['t']}}}supplied"))) == DEEPEST
    assert ac.from_tei(ac.to_tei(record)) == record
    assert re.search("deep", said(root))


def test_five_records_as_people_cite_them() -> None:
    """From a book: ``biblStruct``; from two archives: two ``msDesc``."""
    found = [ET.fromstring(ac.to_tei(record)) for record in records()]
    counts = [[len(list(root.iter(f"{{{NS['t']}}}{name}"))) for name in ("msDesc", "biblStruct")] for root in found]
    assert counts == [[1, 0], [1, 0], [0, 1], [1, 0], [2, 0]]
    for record in records():
        valid(ac.to_tei(record))
    assert io.StringIO(ac.to_tei(records()[0])).readline() == '<?xml version="1.0" encoding="UTF-8"?>\n'
