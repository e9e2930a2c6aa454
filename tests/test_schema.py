"""The schemas: jsonschema, DuckDB and pyarrow take what ``from_json`` takes, and jsonschema refuses what it refuses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import layout
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import share
from strategies.record import records
from strategies.seed import SEEDS
from strategies.text import phrases

import archivecite as ac
from archivecite.cli import run
from archivecite.formats.columns import arrow_schema, duckdb_columns
from archivecite.formats.schema import UNSTATED, to_schema
from archivecite.formats.shapes import EDTF, TAG
from archivecite.formats.writer import keys
from archivecite.model.date import is_edtf
from archivecite.model.language import is_tag

CLASSES = {
    ac.Record,
    ac.Date,
    ac.Language,
    ac.Citation,
    ac.Repository,
    ac.LocatorPart,
    ac.Provenance,
    ac.Agent,
    ac.Mark,
}
CLASSES |= {*get_args(ac.Source), *get_args(ac.Block), *get_args(ac.Note)}

VALIDATOR = jsonschema.Draft202012Validator(to_schema())


def refusal(text: str) -> ac.Diagnostic | None:
    """Why ``from_json`` refuses ``text``."""
    try:
        ac.from_json(text)
    except ac.InvalidRecord as error:
        return error.diagnostics[0]
    return None


def excused(finding: ac.Diagnostic) -> bool:
    """Whether what ``from_json`` refuses is of the kind that a schema cannot state."""
    key = (finding.pointer or "").rpartition(".")[2]
    if key in ("id", "document_id"):
        return True
    if key == "marks":
        return "marks " in finding.message
    return key == "edtf" and "1962-02-30" in finding.message


def agree(value: Any) -> None:
    """jsonschema and ``from_json`` both take ``value``, or both refuse it; an excuse is for jsonschema alone."""
    finding = refusal(json.dumps(value))
    is_valid = VALIDATOR.is_valid(value)
    if is_valid and finding:
        assert excused(finding), finding
    else:
        assert is_valid == (finding is None), (finding, next(VALIDATOR.iter_errors(value), None))


def test_it_is_a_schema_and_names_its_version() -> None:
    """The schema is one of JSON Schema 2020-12; its ``$id`` ends in the version of the JSON."""
    schema = to_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f":{ac.Record().schema_version}")
    assert all(limit in schema["$comment"] for limit in UNSTATED)


def test_every_class_is_there_with_its_keys_and_its_docstring() -> None:
    """Each class of the model is a definition of its own, in the order of its keys."""
    schema = to_schema()
    for kind in CLASSES:
        found = schema if kind is ac.Record else schema["$defs"][kind.__name__]
        assert list(found["properties"]) == found["required"] == keys(kind)
        assert found["description"] and ">>>" not in found["description"]
        assert found["description"].split()[0] == (kind.__doc__ or "").split()[0]


@pytest.mark.parametrize("seed", SEEDS, ids=["000", "004"])
def test_the_seeds_are_valid(seed: str) -> None:
    """What is read from the seeds is as the schema says."""
    VALIDATOR.validate(json.loads(ac.to_json(ac.parse(seed).record)))


@share(2)
@given(records())
def test_generated_records_are_valid(record: ac.Record) -> None:
    """Whatever the model takes is as the schema says."""
    VALIDATOR.validate(json.loads(ac.to_json(record)))


#: Values that are of another type, or text of another form.
WRONG: list[Any] = [
    7,
    -1,
    True,
    1.5,
    None,
    {},
    [],
    [[]],
    {"text": "x"},
    "",
    " ",
    "a  b",
    "a\nb",
    "a\n\nb",
    "a\n",
    "a\n\n",
    "\n",
]
WRONG += [
    "a\u2028b",
    "a\x1fb",
    "\ud800",
    "195X",
    "1962-02-30",
    "1962-13",
    "../..",
    "1962/..",
    "1962-10-31\n",
    "x-a",
    "EN-gb-OED",
    "e",
]
WRONG += ["1962-10-31T10:00:00Z", "Y12345", "-0000", "translated", "fond", "supplied", "archival", "2", 1]


@share(2)
@given(st.one_of(records(), st.sampled_from(SEEDS).map(lambda seed: ac.parse(seed).record)), st.data())
def test_jsonschema_and_from_json_agree_on_mutated_records(record: ac.Record, data: st.DataObject) -> None:
    """A key too many or too few, null, another type, another string: both refuse it, or both take it."""
    whole = json.loads(ac.to_json(record))
    pointer, _, value = data.draw(st.sampled_from(list(layout.values(whole))))
    assume(pointer)
    parent, _, key = pointer.rpartition("/")
    owner = whole
    for step in parent.split("/")[1:]:
        owner = owner[int(step) if isinstance(owner, list) else step]
    place = int(key) if isinstance(owner, list) else key
    deed = data.draw(st.sampled_from(["delete", "extra", "change", "change", "change"]))
    if deed == "delete":
        del owner[place]
    elif deed == "extra" and isinstance(value, dict):
        value["unknown"] = None
    else:
        owner[place] = data.draw(st.one_of(st.sampled_from(WRONG), phrases()))
    agree(whole)


def mutants() -> Iterator[Any]:
    """One record for each value that is wrong, at each key of a seed's citation and first blocks."""
    whole = json.loads(ac.to_json(ac.parse(SEEDS[1]).record)) | {"body": [], "notes": []}
    for pointer, _, _ in layout.values(
        {key: whole[key] for key in ("date", "citation", "original_languages", "contents")}
    ):
        if not pointer:
            continue
        for wrong in WRONG:
            changed = json.loads(json.dumps(whole))
            owner = changed
            *steps, key = pointer.split("/")[1:]
            for step in steps:
                owner = owner[int(step) if isinstance(owner, list) else step]
            owner[int(key) if isinstance(owner, list) else key] = wrong
            yield changed


def test_they_agree_on_every_key_of_a_citation() -> None:
    """The same without chance: each wrong value at each place of the head."""
    count = 0
    for changed in mutants():
        agree(changed)
        count += 1
    assert count > 1000


def test_the_command_prints_what_the_library_gives(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """``archivecite schema``, to standard output and into a file."""
    assert run(["schema"]) == 0
    assert json.loads(capfd.readouterr().out) == to_schema()
    assert run(["schema", "--for", "duckdb"]) == 0
    assert capfd.readouterr().out == duckdb_columns()
    assert run(["schema", "-o", str(tmp_path / "a.json")]) == 0
    assert json.loads((tmp_path / "a.json").read_bytes()) == to_schema()
    assert run(["schema", "--for", "arrow"]) == 2
    assert "give -o a file" in capfd.readouterr().err
    assert run(["schema", "-o", str(tmp_path / "none" / "a.json")]) != 0
    assert "can't be written" in capfd.readouterr().err


# --- Many rows ---------------------------------------------------------------------------------------------------------

ROWS, EMPTY = 30_000, 20_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """30,000 records a line each: the first 20,000 have no summary, no credits and exact dates."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    early = ac.to_json(ac.Record(title="Early", date=ac.Date("May 3, 1950", "1950-05-03"), body=[ac.Paragraph("No.")]))
    late = ac.to_json(
        ac.Record(
            title="Late",
            date=ac.Date("the 1950s", "195X"),
            summary="He said so.",
            credits=ac.Credits(["NHK"]),
            body=[ac.Serial("Special", ["0102"]), ac.Paragraph("We [sic] met.", marks=[ac.Sic(3, 8, "sic")])],
            notes=[ac.ReferenceNote("0102")],
        )
    )
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{late if row >= EMPTY else early}\n" for row in range(ROWS))
    return path


def test_duckdb_reads_many_rows_by_the_columns(many: Path) -> None:
    """No date is guessed and no key taken for a null; numbers keep their zeros."""
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install -e '.[formats-test]'")
    source = f"read_json('{many}', format='newline_delimited', columns={duckdb_columns()})"
    found = duckdb.sql(
        f"SELECT count(*), max(date.edtf), max(summary), max(body[1].numbers[1]) FROM {source}"
    ).fetchall()
    assert found == [(ROWS, "195X", "He said so.", "0102")]
    assert duckdb.sql(f"SELECT sum(len(notes)) FROM {source}").fetchall() == [(ROWS - EMPTY,)]


def test_pyarrow_reads_many_rows_by_the_schema(many: Path, tmp_path: Path) -> None:
    """The same, by the schema in the file that the command writes."""
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install -e '.[formats-test]'")
    from pyarrow import json as reader

    assert run(["schema", "--for", "arrow", "-o", str(tmp_path / "record.arrow")]) == 0
    schema = pa.ipc.read_schema(pa.py_buffer((tmp_path / "record.arrow").read_bytes()))
    assert schema == arrow_schema()
    options = reader.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    table = reader.read_json(many, parse_options=options)
    assert table.num_rows == ROWS
    assert table["date"][ROWS - 1].as_py()["edtf"] == "195X"
    assert table["body"][ROWS - 1].as_py()[0]["numbers"] == ["0102"]
    assert table["summary"].null_count == EMPTY


#: Pieces of dates and of language tags, right and nearly right.
PIECES = [
    "1962",
    "-",
    "10",
    "02",
    "31",
    "00",
    "/",
    "..",
    "?",
    "~",
    "%",
    "X",
    "XX",
    "T",
    "12:30:00",
    "Z",
    "Y17000",
    "21",
]
SUBTAGS = ["zh", "Hant", "TW", "sr", "x", "a", "419", "1994", "private", "é", "i"]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text("0123456789-/.?~XT:YZ", max_size=12))
def test_a_schema_takes_the_dates_that_the_model_takes(text: str) -> None:
    """No expression knows how many days a month has; else the schemas' and the model's own code agree."""
    assert EDTF.fullmatch(text) or not is_edtf(text)


@given(st.lists(st.sampled_from(SUBTAGS), max_size=5).map("-".join) | st.text("abxZ019-", max_size=12))
def test_a_schema_takes_the_language_tags_that_the_model_takes(text: str) -> None:
    """As with dates."""
    assert bool(TAG.fullmatch(text)) == is_tag(text)
