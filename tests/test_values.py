"""What every public class promises: attrs, cattrs, pickle, copies, equality, and what its validators refuse."""

import copy
import pickle
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from attrs import asdict, evolve, fields, has
from cattrs import Converter
from cattrs.errors import ClassValidationError
from test_json import ONE_OF_EACH, VALUES

import archivecite as ac
from archivecite.model.header import MARKING_TYPES
from archivecite.model.mark import REMARK_TYPES, SIMPLE_KINDS
from archivecite.model.record import CONTENT_KINDS
from archivecite.model.terms import LEVELS, PROVENANCE_KINDS

FIX = ac.Fix("remove the blank", (ac.Edit(ac.Span(0, 1), ""),))
FINDING = ac.Diagnostic(
    code="AC901", severity=ac.Severity.ERROR, message="m", span=ac.Span(0, 1), line=1, column=1, fix=FIX
)
#: A value of every public class of attrs but Document, which has tests of its own.
EVERY = [
    *(value for value, _ in VALUES),
    ONE_OF_EACH,
    FIX,
    FIX.edits[0],
    ac.Span(0, 1),
    FINDING,
    ac.known_archive("RGANI"),
]
IDS = [type(value).__name__ for value in EVERY]


def words_of(kind: Any) -> list[Any]:
    """The words of the ``Literal`` that ``kind`` is, or none."""
    return list(get_args(kind)) if get_origin(kind) is Literal else []


def test_every_public_class_is_tried() -> None:
    """A class that is added is added to the table."""
    public = {getattr(ac, name) for name in ac.__all__}
    assert {kind for kind in public if isinstance(kind, type) and has(kind)} == {
        *map(type, EVERY),
        ac.Document,
        ac.ReadResult,
    }


@pytest.mark.parametrize("remade", [copy.copy, copy.deepcopy, evolve, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_result_of_read_many_comes_back_equal(remade: Callable[[Any], Any]) -> None:
    """It holds a Document, which cattrs cannot make; between processes it goes by pickle."""
    result = ac.ReadResult(Path("a.txt"), ac.parse("A shopping list"))
    assert remade(result) == result != ac.ReadResult(Path("a.txt"), ac.parse("Another list"))
    assert hash(remade(result)) == hash(result)


@pytest.mark.parametrize("value", EVERY, ids=IDS)
@pytest.mark.parametrize(
    "remade",
    [
        copy.copy,
        copy.deepcopy,
        evolve,
        lambda value: pickle.loads(pickle.dumps(value)),
        lambda value: Converter().structure(Converter().unstructure(value), type(value)),
    ],
    ids=["copy", "deepcopy", "evolve", "pickle", "cattrs"],
)
def test_a_value_comes_back_equal(value: Any, remade: Callable[[Any], Any]) -> None:
    """However it is copied, it is of its class, equal, and hashes alike; it is frozen all the same."""
    made = remade(value)
    assert type(made) is type(value) and made == value and hash(made) == hash(value)
    assert {made: 1}[value] == 1
    with pytest.raises(AttributeError):
        setattr(made, fields(type(made))[0].name, None)


@pytest.mark.parametrize("value", EVERY, ids=IDS)
def test_asdict_has_every_field_and_the_kind(value: Any) -> None:
    """What attrs and cattrs write has what the classes of a union are told apart by."""
    names = [field.name for field in fields(type(value))]
    assert list(asdict(value)) == names
    assert set(Converter().unstructure(value)) == set(names)
    if "kind" in names:
        assert asdict(value)["kind"] == value.kind


def test_the_kinds_of_a_union_tell_its_classes_apart() -> None:
    """Each class has one kind, a Literal, which nothing else is accepted for."""
    for union in (ac.Source, ac.Block, ac.Note):
        found = [words_of(fields(kind).kind.type) for kind in get_args(union)]
        assert all(len(words) == 1 for words in found)
        assert len({word for [word] in found}) == len(found)
    with pytest.raises(ac.InvalidRecord, match=r"Paragraph\.kind: expected 'paragraph', got 'heading'"):
        evolve(ac.Paragraph("A text."), kind="heading")  # type: ignore[arg-type]
    with pytest.raises(ClassValidationError):
        Converter().structure({"kind": "heading", "text": "A text.", "marks": []}, ac.Paragraph)


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (ac.LocatorPart, "level", LEVELS),
        (ac.Provenance, "kind", PROVENANCE_KINDS),
        (ac.Content, "kind", CONTENT_KINDS),
        (ac.Mark, "kind", SIMPLE_KINDS),
        (ac.Remark, "type", REMARK_TYPES),
        (ac.Marking, "type", MARKING_TYPES),
    ],
)
def test_a_closed_list_is_a_literal(kind: type, name: str, words: tuple[str, ...]) -> None:
    """Type checkers, JSON Schema and the validator have the same words, and the validator names them."""
    field = next(each for each in fields(kind) if each.name == name)
    assert words_of(field.type) == [*words]
    sound: Any = next(value for value, _ in VALUES if type(value) is kind)
    for word in words:
        assert getattr(evolve(sound, **{name: word}), name) == word
    with pytest.raises(ac.InvalidRecord) as refused:
        evolve(sound, **{name: "translatd"})
    assert refused.value.diagnostics[0].message == (
        f"{kind.__name__}.{name}: expected one of {', '.join(words)}, got 'translatd'"
    )


def test_an_unknown_kind_is_refused_where_the_text_is_left_out_too() -> None:
    """The text would be made from the kind: the kind is looked at first."""
    with pytest.raises(ac.InvalidRecord, match=r"Provenance\.kind: expected one of obtained, .*, got 'translatd'"):
        ac.Provenance("translatd", [ac.Agent("X")])  # type: ignore[arg-type]


def test_an_error_is_pickled_with_its_findings() -> None:
    """It comes out of another process as it went in."""
    error = ac.InvalidRecord([FINDING])
    for made in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(made) is ac.InvalidRecord and made.diagnostics == (FINDING,) and str(made) == str(error)


def test_the_page_on_json_has_every_word_of_every_list() -> None:
    """In the row of the key, in the order of the list."""
    page = (Path(__file__).parent.parent / "docs" / "json.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", page, re.MULTILINE)
    listed = [(key, re.findall(r"`(\w+)`", row)) for key, row in rows]
    for words in (LEVELS, PROVENANCE_KINDS, CONTENT_KINDS, SIMPLE_KINDS, MARKING_TYPES, REMARK_TYPES):
        assert [*words] in [found for _, found in listed]
    for value, _ in VALUES:
        if hasattr(value, "kind") and len(words_of(fields(type(value)).kind.type)) == 1:
            assert ("kind", [value.kind]) in listed


# --- Wrong types -------------------------------------------------------------------------------------------------------


class Silent:
    """What cannot even be shown."""

    def __repr__(self) -> str:
        raise ValueError


DEEP: list[object] = []
for _ in range(10_000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "wrong", [7, True, 1.5, b"x", {}, {"a": 1}, object(), DEEP, Silent(), ["x", 7], [None], "", " x", "x  y", (7,), {7}]
)
@pytest.mark.parametrize("value", [value for value, _ in VALUES], ids=[type(value).__name__ for value, _ in VALUES])
def test_a_value_of_a_wrong_type_is_an_invalid_record(value: Any, wrong: object) -> None:
    """In any field, with the other fields sound or left out: an ``InvalidRecord`` that names the field, or a value."""
    kind = type(value)
    needed = {
        f.name: getattr(value, f.name) for f in fields(kind) if f.init and f.default is fields(ac.Agent).name.default
    }
    for field in fields(kind):
        for given in (dict.fromkeys([field.name], wrong), {**needed, field.name: wrong}):
            try:
                made = kind(**{**needed, **given})
            except ac.InvalidRecord as error:
                assert error.diagnostics[0].code == "AC903"
            else:
                assert getattr(made, field.name) == wrong  # a number that is a number, a mark that is not there


class Word(StrEnum):
    """Strings of a subclass."""

    RUSSIAN = "Russian"
    RU = "ru"
    SUPPLIED = "supplied"


class Node(str):
    """A string with more to it, as a node of a web page is."""

    __slots__ = ("parent",)

    def __str__(self) -> str:
        return "not the text"


def test_a_subclass_of_str_becomes_a_str() -> None:
    """In every field that holds a string or a list of strings, and in what is made from it."""
    language = ac.Language(Word.RUSSIAN, Word.RU)
    mark = ac.Mark(Word.SUPPLIED, 0, 3, Node("A"))  # type: ignore[arg-type]
    serial = ac.Serial(Node("Special"), [Node("1717"), "1718"])
    record = ac.Record(title=Node("A Letter"), original_languages=[language])
    texts = [
        language.name, language.tag, mark.kind, mark.value, serial.label, *serial.numbers, serial.text, record.title,
        ac.parse(Node("A shopping list")).text, ac.Date(Node("1962"), Node("1962")).edtf,
    ]  # fmt: skip
    assert [type(text) for text in texts] == [str] * len(texts)
    assert record.title == "A Letter" and serial.text == "Special # 1717, 1718"
    assert ac.from_json(ac.to_json(record)) == record


# --- Marks -------------------------------------------------------------------------------------------------------------


def marked(*places: tuple[int, int]) -> ac.Paragraph:
    """A paragraph of ten characters with marks at these places."""
    return ac.Paragraph("0123456789", marks=[ac.Mark("supplied", start, end) for start, end in places])


def test_marks_are_sorted_by_start_then_longest() -> None:
    """However they are given, so that equal values are equal."""
    assert marked((4, 6), (0, 2), (0, 10), (4, 8)) == marked((0, 10), (0, 2), (4, 8), (4, 6))
    assert [(mark.start, mark.end) for mark in marked((4, 6), (0, 2), (0, 10), (4, 8)).marks] == [
        (0, 10), (0, 2), (4, 8), (4, 6),
    ]  # fmt: skip


@pytest.mark.parametrize("places", [[(0, 11)], [(3, 3)], [(5, 3)], [(10, 12)]])
def test_marks_are_within_the_text(places: list[tuple[int, int]]) -> None:
    """Also in a page break, which has no text."""
    with pytest.raises(ac.InvalidRecord, match=r"Paragraph\.marks: expected marks within the text of 10 characters"):
        marked(*places)
    with pytest.raises(ac.InvalidRecord, match=r"PageBreak\.marks: expected marks within the text of 0 characters"):
        ac.PageBreak(marks=[ac.Gap(0, 1)])


@pytest.mark.parametrize("places", [[(0, 4), (2, 6)], [(0, 9), (1, 4), (3, 5)], [(0, 2), (1, 10)]])
def test_marks_do_not_cross(places: list[tuple[int, int]]) -> None:
    """Each is inside another, or after it."""
    with pytest.raises(ac.InvalidRecord, match=r"Paragraph\.marks: expected marks that nest and do not cross"):
        marked(*places)


def test_marks_nest_and_touch() -> None:
    """One in another, one of the same place, one right after."""
    assert len(marked((0, 4), (0, 4), (1, 3), (4, 10), (5, 6), (6, 7)).marks) == 6


# --- What is computed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://digitalarchive.wilsoncenter.org/document/112639", "112639"),
        ("https://digitalarchive.wilsoncenter.org/document/112639/", "112639"),
        ("https://digitalarchive.wilsoncenter.org/document/112639?print=1", "112639"),
        ("https://digitalarchive.wilsoncenter.org/document/112639#page-2", "112639"),
        ("https://digitalarchive.wilsoncenter.org/document/112639.pdf", "112639"),
        ("https://digitalarchive.wilsoncenter.org/document/letter-zhou-enlai/en", "letter-zhou-enlai"),
        ("https://digitalarchive.wilsoncenter.org/?next=/document/7", None),
        ("https://digitalarchive.wilsoncenter.org/#/document/7", None),
        ("https://digitalarchive.wilsoncenter.org/document/", None),
        ("https://digitalarchive.wilsoncenter.org/document/?id=7", None),
        ("https://document/7", None),
        ("https://document/document/7", "7"),
        ("digitalarchive.wilsoncenter.org/document/7", "7"),
        (None, None),
    ],
)
def test_the_id_is_read_from_the_path_of_the_url(url: str | None, expected: str | None) -> None:
    """From what comes after /document/, up to the next sign; the record's own has the archive's letters before it."""
    citation = ac.Citation(url=url)
    assert citation.document_id == expected
    assert ac.Record(citation=citation).id == (expected and f"wcda-{expected}")
    assert ac.Record().id is None


def test_the_id_is_in_the_json_and_checked() -> None:
    """It comes after the version, and another one is refused."""
    record = ac.Record(citation=ac.Citation(url="https://digitalarchive.wilsoncenter.org/document/112639"))
    text = ac.to_json(record)
    assert text.startswith('{"schema_version":1,"id":"wcda-112639","date":')
    with pytest.raises(ac.InvalidRecord, match=r'expected "wcda-112639", got "wcda-7" at \$\.id'):
        ac.from_json(text.replace("wcda-112639", "wcda-7"))


def test_the_first_value_of_a_level() -> None:
    """Of one source, and of the first source that has one."""
    first = ac.ArchivalSource(
        ac.Repository(acronym="RGASPI"), [ac.LocatorPart("fond", "558"), ac.LocatorPart("fond", "2")]
    )
    second = ac.ArchivalSource(locator=[ac.LocatorPart("opis", "11"), ac.LocatorPart("fond", "5")])
    citation = ac.Citation(sources=[ac.OtherSource("A diary"), first, second])
    assert (first.get("fond"), first.get("opis"), second.get("opis")) == ("558", None, "11")
    assert (citation.get("fond"), citation.get("opis"), citation.get("delo")) == ("558", "11", None)
    for value in (first, citation):
        with pytest.raises(ac.InvalidRecord, match=r"expected a level \(fond, opis, .*, shelfmark\), got 'fonds'"):
            value.get("fonds")  # type: ignore[arg-type]


def test_the_translators_are_those_who_translated() -> None:
    """By name, without those who did something else."""
    by = [
        ac.Provenance("obtained", [ac.Agent("NHK")]),
        ac.Provenance("translated", [ac.Agent("Anna Weber", "CWIHP"), ac.Agent("Bo Li")]),
        ac.Provenance("translated", [ac.Agent("Jan Novak")]),
    ]
    assert ac.Citation(provenance=by).translators == ("Anna Weber", "Bo Li", "Jan Novak")
    assert ac.Citation().translators == ()


def test_an_archive_is_known_by_its_acronym_with_blanks_or_without() -> None:
    """It is knowledge beside the record: the record keeps what is printed."""
    archive = ac.known_archive("AVPRF")
    assert archive is not None and archive == ac.known_archive("AVP RF") == ac.known_archive(" A V P\tRF")
    assert (archive.acronym, archive.place, archive.country) == ("AVP RF", "Moscow", "RU")
    assert ac.known_archive("avprf") is None and ac.known_archive("") is None
    repository = ac.parse_citation("AVPRF, f. 5.").record.citation.sources[0].repository  # type: ignore[union-attr]
    assert repository == ac.Repository(acronym="AVPRF")


def test_severities_are_ordered() -> None:
    """By how grave they are, and not by the letters of their words."""
    info, warning, error = ac.Severity.INFO, ac.Severity.WARNING, ac.Severity.ERROR
    assert info < warning < error and error > warning > info and info <= info >= info
    assert not warning < info and not error <= warning and not info >= warning
    assert max(warning, error, info) is error and sorted([error, info, warning]) == [info, warning, error]
    assert [severity.value for severity in (info, warning, error)] == ["info", "warning", "error"]
    assert error > "warning" and error == "error" and f"{error}" == "error"
    for other in ("grave", 5):
        with pytest.raises(TypeError, match=f"expected a Severity, got {other!r}"):
            assert error > other  # type: ignore[operator]
