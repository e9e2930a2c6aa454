"""Wrong arguments: each verb says in one line what it expected and what it was given."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.citation import citations
from strategies.record import records
from strategies.seed import SEEDS

import archivecite as ac
from archivecite.cli import run
from archivecite.formats import json as formats_json
from archivecite.formats.json import once

#: The verbs take wrong values here on purpose, so no type checker looks.
verbs: Any = ac
RECORD, DOCUMENT = ac.Record(title="A Letter"), ac.parse("A shopping list")

TYPE_ERRORS: list[tuple[Callable[[], object], str]] = [
    (lambda: verbs.parse(b"x"), "parse: expected a str, got bytes (read takes bytes, paths and files)"),
    (lambda: verbs.parse_all(b"x"), "parse_all: expected a str, got bytes (read_all takes bytes, paths and files)"),
    (lambda: verbs.read_all(5), "read_all: expected a path, bytes or an open file, got int"),
    (lambda: verbs.parse(None), "parse: expected a str, got None (read takes bytes, paths and files)"),
    (lambda: verbs.Document(7), "Document: expected a str, got int"),
    (lambda: verbs.parse_citation(RECORD), "parse_citation: expected a str, got Record"),
    (lambda: verbs.parse_date(1962), "parse_date: expected a str, got int"),
    (lambda: verbs.loads(b"x"), "loads: expected a str, got bytes (read takes bytes, paths and files)"),
    (lambda: verbs.known_archive(None), "known_archive: expected an acronym as str, got None"),
    (lambda: verbs.read(5), "read: expected a path, bytes or an open file, got int"),
    (lambda: verbs.read(None), "read: expected a path, bytes or an open file, got None"),
    (lambda: verbs.to_json(DOCUMENT), "to_json: expected a Record or a Citation, got Document (the record of a Document is document.record"),
    (lambda: verbs.to_json([RECORD]), "to_json: expected a Record or a Citation, got list (the record of a Document is document.record, and several"),
    (lambda: verbs.to_json(ac.Date("1962")), "to_json: expected a Record or a Citation, got Date"),
    (lambda: verbs.to_json(RECORD, indent="\t"), "to_json: expected a whole number or None as indent, got str"),
    (lambda: verbs.to_dict(None), "to_dict: expected a Record or a Citation, got None"),
    (lambda: verbs.from_json(RECORD), "from_json: expected a str or bytes of JSON, got Record"),
    (lambda: verbs.from_json({}), "from_json: expected a str or bytes of JSON, got dict"),
    (lambda: verbs.from_json("{}", ac.Date), "from_json: expected Record or Citation as kind, got <class 'archivecite.model.date.Date'>"),
    (lambda: verbs.check("Citation:"), "check: expected a Document, got str (parse gives one for a text"),
    (lambda: verbs.check(RECORD), "check: expected a Document, got Record (parse gives one for a text"),
    (lambda: verbs.check(DOCUMENT, select="AC5"), "check: expected a list of codes, got the str 'AC5'"),
    (lambda: verbs.check(DOCUMENT, ignore="AC5"), "check: expected a list of codes, got the str 'AC5'"),
    (lambda: verbs.check(DOCUMENT, select=5), "check: expected a list of codes, got int"),
    (lambda: verbs.check(DOCUMENT, ignore=["AC5", 5]), "check: expected codes as str, got int"),
    (lambda: verbs.read_many("seeds"), "read_many: expected several paths, got str (for one file there is read)"),
    (lambda: verbs.read_many(5), "read_many: expected several paths, got int (for one file there is read)"),
    (lambda: [*verbs.read_many([b"x"], jobs=1)], "read_many: expected a path, got bytes"),
    (lambda: verbs.read_many([None]), "read_many: expected a path, got None"),
    (lambda: DOCUMENT.edit({5: "x"}), "edit: expected pointers as str, got int"),  # type: ignore[dict-item]
    (lambda: DOCUMENT.edit(["/title"]), "edit: expected a mapping of pointers to strings, got list"),  # type: ignore[arg-type]
]  # fmt: skip

INVALID: list[tuple[Callable[[], object], str]] = [
    (lambda: verbs.dumps(DOCUMENT), "AC905 error: expected a Record or a Citation, got <Document "),
    (lambda: verbs.dumps(RECORD, 5), "AC905 error: expected one of the families plain, markdown, classic, got 5"),
    (lambda: verbs.read("a\0b"), "AC902 error: expected a path, got 'a\\x00b': "),
    (lambda: verbs.read("a\ud800b"), "AC902 error: expected a path, got 'a\\ud800b': "),
    (lambda: verbs.from_json(b"\xff"), "AC904 error: not UTF-8: byte 0xFF at offset 0 at $"),
    (lambda: verbs.from_json(b'{"title":"\xe9"}'), "AC904 error: not UTF-8: byte 0xE9 at offset 10 at $"),
    (lambda: verbs.from_json("[" * 100_000), "AC904 error: nested too deeply at $"),
    (lambda: verbs.from_json("[]", ac.Citation), "AC904 error: expected an object, got [] at $"),
    (lambda: ac.parse(SEEDS[0]).edit({"/title": 5}), "AC906 error: can't be edited: expected a string, got 5 at /title"),  # type: ignore[dict-item]
]  # fmt: skip


@pytest.mark.parametrize(("call", "message"), TYPE_ERRORS, ids=[message for _, message in TYPE_ERRORS])
def test_a_value_of_a_wrong_type(call: Callable[[], object], message: str) -> None:
    """One line, which says what to give, or what was meant to be called."""
    with pytest.raises(TypeError) as error:
        call()
    assert str(error.value).startswith(message) and "\n" not in str(error.value)


@pytest.mark.parametrize(("call", "message"), INVALID, ids=[message for _, message in INVALID])
def test_a_wrong_value(call: Callable[[], object], message: str) -> None:
    """What is of the right type and can't be used is an ``InvalidRecord``."""
    with pytest.raises(ac.InvalidRecord) as error:
        call()
    assert str(error.value).startswith(message) and "\n" not in str(error.value)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_any_kind_are_read(kind: Any) -> None:
    """They are the file's bytes, and those of JSON."""
    assert ac.read(kind(SEEDS[0].encode())) == ac.parse(SEEDS[0])
    if kind is not memoryview:
        assert ac.from_json(kind(ac.to_json(ac.Record(title="Łódź")).encode())).title == "Łódź"


# --- JSON ----------------------------------------------------------------------------------------------------------------


@given(records() | citations(), st.integers(-1, 5))
def test_indented_json_is_what_the_json_module_writes(value: ac.Record | ac.Citation, indent: int) -> None:
    """Byte for byte, whatever the values and the indent, and as Python objects too."""
    plain = ac.to_dict(value)
    assert ac.to_json(value, indent=indent) == json.dumps(plain, ensure_ascii=False, indent=indent)
    assert ac.to_json(value) == json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


@given(citations())
def test_a_citation_alone_comes_back(citation: ac.Citation) -> None:
    """Its JSON has no version of its own, and is refused where a record is expected."""
    text = ac.to_json(citation, indent=1)
    assert ac.from_json(text, ac.Citation) == citation
    with pytest.raises(ac.InvalidRecord, match=r"the key \"schema_version\" is missing at \$"):
        ac.from_json(text)


def test_a_dictionary_is_its_own() -> None:
    """To change one changes nothing else."""
    changed = ac.to_dict(RECORD)
    changed["body"].append("x")
    assert ac.to_dict(RECORD)["body"] == []


class Key(str):
    """A key that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Key.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_a_repeated_key_is_found_in_linear_work() -> None:
    """After three thousand others, each is compared with few."""
    pairs = [(Key(number), None) for number in range(3_000)]
    Key.compared = 0
    found = once([*pairs, (Key("7"), None)])
    assert isinstance(found, formats_json.Repeated) and found.key == "7"
    assert Key.compared < 10 * len(pairs)


def test_an_earlier_version_is_upgraded_and_an_unknown_one_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Step by step up to this one; the refusal names what can be read."""

    def upgrade(to: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
        return lambda record: {**record, "schema_version": to, "title": f"{record['title']} {to}"}

    monkeypatch.setattr(formats_json, "UPGRADES", {-1: upgrade(0), 0: upgrade(1)})
    text = ac.to_json(RECORD)
    assert ac.from_json(text).title == "A Letter"
    assert ac.from_json(text.replace('"schema_version":1', '"schema_version":0')).title == "A Letter 1"
    assert ac.from_json(text.replace('"schema_version":1', '"schema_version":-1')).title == "A Letter 0 1"
    for unknown in ("2", "-2", "0.0", "false", '"1"', "null"):
        message = f"schema_version {unknown} cannot be read; this archivecite reads -1, 0, 1"
        with pytest.raises(ac.InvalidRecord) as error:
            ac.from_json(text.replace('"schema_version":1', f'"schema_version":{unknown}'))
        assert error.value.diagnostics[0].message == message
        assert error.value.diagnostics[0].pointer == "$.schema_version"


# --- The command's own files -------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one record, which the command runs in."""
    (tmp_path / "one.txt").write_bytes(SEEDS[1].encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "arguments", "message"),
    [
        ("old.json", "[" * 100_000, ["--baseline", "old.json"], "old.json is not a list of findings"),
        (
            "archivecite.toml",
            f"select = {'[' * 100_000}",
            [],
            "archivecite.toml can't be read: it is nested too deeply.",
        ),
        ("pyproject.toml", f"select = {'{a=' * 100_000}", [], "pyproject.toml can't be read: it is nested too deeply."),
    ],
)
def test_a_file_that_is_nested_too_deeply_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, arguments: list[str], message: str
) -> None:
    """One line and no traceback."""
    (folder / name).write_text(text)
    assert run(["validate", "one.txt", *arguments]) == 2
    assert message in capsys.readouterr().err
