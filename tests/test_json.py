"""JSON beside its laws: the keys and their order, what is written as what, and the names for people."""

import json
from typing import Any, get_args

import pytest
from attrs import fields, has
from hypothesis import given
from hypothesis import strategies as st
from strategies.record import records

import archivecite as ac
from archivecite.formats.json import from_json, to_json
from archivecite.formats.writer import keys
from archivecite.model.record import Content, Credits

RUSSIAN = ac.Language("Russian", "ru")

#: A value of each class, and its keys in the order of the documentation.
VALUES: list[tuple[Any, str]] = [
    (ac.Record(), "schema_version id date title citation summary credits original_languages contents body notes"),
    (ac.Date("1948"), "text edtf"),
    (RUSSIAN, "name tag"),
    (ac.Citation(), "title date digital_archive sources provenance url accessed document_id"),
    (ac.ArchivalSource(ac.Repository("X")), "kind text repository locator"),
    (ac.Repository(), "name acronym place"),
    (ac.LocatorPart("fond", "558"), "level label value"),
    (
        ac.PublishedSource(title="X"),
        "kind text authors editors translators title container_title series volume issue item place publisher year pages",
    ),
    (ac.OtherSource("X"), "kind text"),
    (
        ac.Provenance("held", [ac.Agent("X")]),
        "kind text agents recipients on_behalf_of from_languages place date publication",
    ),
    (ac.Agent("X"), "name qualifier"),
    (Credits(["X"]), "text supporters"),
    (Content("scan"), "text kind language"),
    (ac.Mark("supplied", 0, 1, "X"), "kind start end value"),
    (ac.Gap(0, 1, extent="X", reason="lost"), "kind start end value extent reason"),
    (ac.Sic(0, 1, "sic", "X"), "kind start end value correction"),
    (ac.Remark(0, 1, "stamp", "stamp"), "kind start end value type"),
    (ac.Person("X", "minister"), "name office"),
    (ac.DocumentType("X", "1"), "kind text number marks"),
    (ac.EntryNumbers(["1"]), "kind text numbers marks"),
    (ac.Serial("No.", ["1"]), "kind text label numbers marks"),
    (ac.Marking("X", "copy"), "kind text type marks"),
    (ac.Letterhead("X"), "kind text marks"),
    (ac.Dateline("X", ac.Date("1950")), "kind text place date marks"),
    (ac.Addressee("X", [ac.Person("X")]), "kind text persons marks"),
    (ac.Sender("X", [ac.Person(office="X")]), "kind text persons marks"),
    (ac.Routing("X", "Sent", ac.Date("1950")), "kind text label date marks"),
    (ac.Distribution("X", ["X"]), "kind text recipients marks"),
    (ac.ReplyTo(["1"]), "kind text numbers date marks"),
    (ac.Subject("X", "Re"), "kind text label marks"),
    (ac.Participants("X", "Present"), "kind text label marks"),
    (ac.Salutation("X"), "kind text marks"),
    (ac.Heading("X", "1"), "kind text number marks"),
    (ac.Paragraph("X"), "kind text speaker marks"),
    (ac.Item("X", "a"), "kind text label marks"),
    (ac.Valediction("X"), "kind text marks"),
    (ac.Enclosure("X", "Annex"), "kind text label marks"),
    (ac.Omission("X"), "kind text marks"),
    (ac.Signature([ac.Person("X")], "X"), "kind text signers place date marks"),
    (ac.PageBreak(), "kind text marks"),
    (ac.ReferenceNote("1"), "kind text number entry date explanation marks"),
    (ac.SourceNote([ac.OtherSource("X")]), "kind text sources provenance marks"),
    (ac.Footnote("X"), "kind text marker marks"),
    (ac.TranslatorNote("X"), "kind text marks"),
    (ac.EditorNote("X"), "kind text marks"),
    (ac.PublicationNote("X"), "kind text marks"),
    (ac.OtherNote("X"), "kind text marks"),
]

ONE_OF_EACH = ac.Record(
    citation=ac.Citation(
        sources=[value for value, _ in VALUES if isinstance(value, get_args(ac.Source))],
        provenance=[value for value, _ in VALUES if isinstance(value, ac.Provenance)],
        url="https://digitalarchive.wilsoncenter.org/document/112639",
    ),
    credits=Credits(["X"]),
    original_languages=[RUSSIAN],
    contents=[Content("scan")],
    body=[value for value, _ in VALUES if isinstance(value, get_args(ac.Block))],
    notes=[value for value, _ in VALUES if isinstance(value, get_args(ac.Note))],
)


@pytest.mark.parametrize(("value", "expected"), VALUES, ids=[type(value).__name__ for value, _ in VALUES])
def test_keys_come_in_the_order_of_the_documentation(value: Any, expected: str) -> None:
    """Kind and text come first and marks last; every field of the class has its key."""
    assert keys(type(value)) == expected.split()
    assert {field.name for field in fields(type(value))} <= {*expected.split()}


def test_every_class_of_the_model_is_in_the_table() -> None:
    """A class that is added is added here too: its order is a promise to whoever reads the JSON."""
    known = {type(value) for value, _ in VALUES}
    assert known >= {*get_args(ac.Source), *get_args(ac.Block), *get_args(ac.Note)}
    others = {kind.__module__ for kind in (ac.Archive, ac.Diagnostic, ac.Document, ac.ReadResult, ac.Span)}
    public = {getattr(ac, name) for name in ac.__all__}
    assert known >= {kind for kind in public if has(kind) and kind.__module__ not in others}


def test_one_of_each_class_is_written_as_its_fields() -> None:
    """The text agrees with what the json module makes of the same values, and reads back equal."""

    def plain(value: Any) -> Any:
        if isinstance(value, tuple):
            return [plain(item) for item in value]
        if hasattr(value, "__attrs_attrs__"):
            return {key: plain(getattr(value, key)) for key in keys(type(value))}
        return value

    expected = plain(ONE_OF_EACH)
    assert to_json(ONE_OF_EACH) == json.dumps(expected, ensure_ascii=False, separators=(",", ":"))
    assert to_json(ONE_OF_EACH, indent=2) == json.dumps(expected, ensure_ascii=False, indent=2)
    assert from_json(to_json(ONE_OF_EACH)) == ONE_OF_EACH


@given(records())
def test_written_json_agrees_with_the_json_module(record: ac.Record) -> None:
    """Whatever the characters, the text is what the json module would write for the values in it."""
    text = to_json(record)
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "title", ['"', "\\", "a/b", "<b>&amp;", "\u200b", "\ud800", "\x00", "Łódź", "\N{GRINNING FACE}", "%s %(x)s {y}"]
)
def test_every_character_comes_back(title: str) -> None:
    """Quotes, controls, line separators, lone surrogates and formatting signs are written so that they read back."""
    record = ac.Record(title=f"a{title}b")
    assert json.loads(to_json(record))["title"] == record.title
    assert from_json(to_json(record)) == record


def test_a_citation_alone_and_none_are_written() -> None:
    """The pieces that the command writes for a list of citations."""
    assert to_json(None) == "null"
    assert json.loads(to_json(ONE_OF_EACH.citation)) == json.loads(to_json(ONE_OF_EACH))["citation"]


@given(st.text())
def test_any_text_is_refused_or_read(text: str) -> None:
    """No text raises anything but the one error."""
    try:
        from_json(text)
    except ac.InvalidRecord as error:
        assert error.diagnostics[0].code == "AC904"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON: Expecting value"),
        ('{"title":\n nonsense}', "not JSON: Expecting value"),
        ("\ufeff{}", "not JSON: Unexpected UTF-8 BOM"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("1" * 5000, "a number of thousands of digits"),
        ("Infinity", "expected an object, got Infinity"),
        ('"\\ud800"', 'expected an object, got "\\ud800"'),
        ('{"date": 1, "date": 1}', 'the key "date" is there twice'),
        ("{}", 'the key "schema_version" is missing'),
    ],
)
def test_a_text_that_is_no_record(text: str, message: str) -> None:
    """What is wrong is said in words, can be printed, and keeps no trace of how it was found."""
    with pytest.raises(ac.InvalidRecord) as error:
        from_json(text)
    [finding] = error.value.diagnostics
    assert finding.message.startswith(message)
    assert finding.pointer == "$"
    assert error.value.__suppress_context__
    str(error.value).encode()


def test_a_text_that_is_not_json_has_a_place() -> None:
    """The line and column, which an editor can go to, are those of the finding."""
    with pytest.raises(ac.InvalidRecord, match=r"^2:3: AC904 error: not JSON: Expecting value at \$$"):
        from_json('{"title":\n  nonsense}')


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ('"kind":"gap","start":0', '"kind":"gap","start":true', "expected a whole number, got true at $.body[0].marks[0].start"),
        ('"kind":"gap","start":0', '"kind":"gap","start":0.0', "expected a whole number, got 0.0 at $.body[0].marks[0].start"),
        ('"kind":"gap","start":0', '"kind":"gap","start":-1', "expected a whole number, got -1 at $.body[0].marks[0].start"),
        ('"kind":"gap"', '"kind":"hole"', "expected one of supplied, expansion, unclear, note_ref, reference, gap, sic, note, got \"hole\" at $.body[0].marks[0].kind"),
        ('"numbers":["1"]', '"numbers":"1"', 'expected a list, got "1" at $.body[0].numbers'),
        ('"numbers":["1"]', '"numbers":[1]', "expected a string, got 1 at $.body[0].numbers[0]"),
        ('"numbers":["1"]', '"numbers":[" 1"]', "expected a string without surplus white space, got ' 1' at $.body[0].numbers"),
        ('"kind":"serial"', '"kind":"parallel"', 'expected one of document_type, entry_numbers, serial, marking, letterhead, dateline, addressee, sender, routing, distribution, reply_to, subject, participants, salutation, heading, paragraph, item, omission, page_break, valediction, signature, enclosure, got "parallel" at $.body[0].kind'),
        ('"kind":"serial"', '"kind":null', 'expected one of document_type, entry_numbers, serial, marking, letterhead, dateline, addressee, sender, routing, distribution, reply_to, subject, participants, salutation, heading, paragraph, item, omission, page_break, valediction, signature, enclosure, got null at $.body[0].kind'),
        ('"label":"No."', '"label":{}', "expected a string, got {} at $.body[0].label"),
        ('"label":"No."', '"label":"No.","Label":null', 'unknown key "Label" at $.body[0]'),
        ('"label":"No."', '"label":"No.","label":"No."', 'the key "label" is there twice at $.body[0]'),
        ('"schema_version":1', '"schema_version":2', "schema_version 2 cannot be read; this archivecite reads 1 at $.schema_version"),
        ('"schema_version":1', '"schema_version":1.0', "schema_version 1.0 cannot be read; this archivecite reads 1 at $.schema_version"),
        ('"document_id":"112639"', '"document_id":null', 'expected "112639", got null at $.citation.document_id'),
        ('"document_id":"112639"', '"document_id":112639', 'expected "112639", got 112639 at $.citation.document_id'),
        ('"title":null', '"title":["' + "long " * 99 + '"]', 'expected a string, got ["long long long long long long long long long long long lo… at $.citation.title'),
    ],
)  # fmt: skip
def test_a_value_that_is_no_part_of_a_record(old: str, new: str, finding: str) -> None:
    """The message says what was expected and what is there, and the path says where."""
    record = ac.Record(
        citation=ac.Citation(url="https://digitalarchive.wilsoncenter.org/document/112639"),
        body=[ac.Serial("No.", ["1"], marks=(ac.Gap(0, 1),))],
        title="A Letter",
    )
    text = to_json(record)
    assert text.count(old) == 1
    with pytest.raises(ac.InvalidRecord) as error:
        from_json(text.replace(old, new))
    assert str(error.value) == f"AC904 error: {finding}"
