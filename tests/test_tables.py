"""Tables: pandas, openpyxl, DuckDB and pyarrow read them with every text as it is."""

import json
from pathlib import Path
from typing import Any

import pytest
from cited import LINES
from hypothesis import given
from reader import needed
from strategies import share
from strategies.record import records as any_record
from strategies.seed import LETTER, SEEDS

import archivecite as ac
from archivecite.cli import run
from archivecite.formats.parquet import GROUP, write_parquet
from archivecite.formats.table import COLUMNS, CSV_HEAD, LONGEST_CELL, csv_row, sheet_row
from archivecite.formats.xlsx import write_xlsx
from archivecite.model.extras import installing
from archivecite.model.terms import LEVELS

#: What spreadsheets and readers of CSV change: leading zeros, dates, formulas, links, nothing, escapes of XLSX.
TITLES = [
    "0102",
    "9-17",
    "1-2",
    "=1+1",
    "+7",
    "@x",
    "1e5",
    "TRUE",
    "NA",
    "https://a.example",
    "_x0041_",
    'a "b", c; d',
    "毛泽东",
]
TITLES += ["]]> & <b>", "\u202eright to left", "it's", "'", "-", "00", "1962-10-31", "a\\b", "\u200b", "İ"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with records of the seeds, of three citations, and of awkward titles."""
    made = [ac.parse(seed).record for seed in (*SEEDS, LETTER)]
    made += [ac.Record(citation=ac.parse_citation(line).record.citation) for line in LINES.splitlines()]
    made += [ac.Record(title=title, original_languages=[ac.Language(title)]) for title in TITLES]
    (tmp_path / "all.jsonl").write_text("".join(f"{ac.to_json(record)}\n" for record in made), encoding="utf-8")
    (tmp_path / "seed.txt").write_bytes(SEEDS[0].encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows() -> list[dict[str, Any]]:
    """The rows of the records of the folder."""
    made = [ac.from_json(line) for line in Path("all.jsonl").read_text(encoding="utf-8").splitlines()]
    return [record.to_row() for record in made]


def same(found: list[dict[str, Any]]) -> None:
    """Whether ``found`` are the rows of the folder, its empty cells None."""
    expected = [{name: None if cell is None else str(cell) for name, cell in row.items()} for row in rows()]
    assert [{name: row[name] for name in expected[0]} for row in found] == expected


def test_a_row_has_what_a_record_says() -> None:
    """A column for each level; several values of a kind share a cell."""
    row = ac.parse(LETTER).record.to_row()
    assert row["locator_fond"] == "558" and row["locator_list"] == "9-17"
    assert row["translators"] == "Bo Li; Chen Wu"
    assert row["languages"] == "German; Chinese"
    assert row["edtf"] == "1949-07-04"
    assert [name for name in row if name.startswith("locator_")] == [f"locator_{level}" for level in LEVELS]
    assert ac.Record().to_row() == dict.fromkeys(row) | {"body_words": 0}
    assert set(COLUMNS) == {*row, "file", "findings"}


@pytest.mark.usefixtures("folder")
def test_pandas_reads_the_csv_by_its_description() -> None:
    """Every field is a string in the data package; read so, no zero is lost and no range a date."""
    assert run(["convert", "all.jsonl", "--to", "csv", "-o", "all.csv"]) == 0
    assert Path("all.csv").read_bytes().startswith(b"\xef\xbb\xbfid,file,date")
    package = json.loads(Path("datapackage.json").read_bytes())
    [resource] = package["resources"]
    assert resource["path"] == "all.csv"
    types = {field["name"]: "str" for field in resource["schema"]["fields"] if field["type"] == "string"}
    assert list(types) == list(COLUMNS)
    pandas = needed("pandas")
    table = pandas.read_csv(
        "all.csv", dtype=types, keep_default_na=False, na_values=resource["schema"]["missingValues"]
    )
    found = json.loads(table.to_json(orient="records"))
    same(found)
    assert found[5]["locator_fond"] == "0102" and found[5]["locator_list"] == "9-17"


@pytest.mark.usefixtures("folder")
def test_duckdb_reads_the_csv() -> None:
    """As strings, as its description says."""
    duckdb = needed("duckdb")
    assert run(["convert", "all.jsonl", "--to", "csv", "-o", "all.csv"]) == 0
    query = "SELECT * FROM read_csv('all.csv', all_varchar=true, header=true, delim=',', quote='\"', escape='\"')"
    result = duckdb.sql(query)
    names = [one if isinstance(one, str) else one[0] for one in result.columns]
    assert names == list(COLUMNS)
    same([dict(zip(names, row, strict=True)) for row in result.fetchall()])


@pytest.mark.usefixtures("folder")
def test_openpyxl_and_pandas_read_the_sheet() -> None:
    """Cells of text, a frozen header, widths; only counts are numbers."""
    needed("xlsxwriter")
    assert run(["convert", "all.jsonl", "--to", "xlsx", "-o", "all.xlsx"]) == 0
    sheet = needed("openpyxl").load_workbook("all.xlsx").active
    head, *found = sheet.iter_rows(values_only=True)
    assert head == COLUMNS
    # Excel takes "_x005F_" for a "_"; openpyxl leaves that to whoever asks it.
    cells = [[None if cell is None else str(cell).replace("_x005F_", "_") for cell in row] for row in found]
    same([dict(zip(head, row, strict=True)) for row in cells])
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["E"].width > 40
    fond = sheet.cell(row=7, column=COLUMNS.index("locator_fond") + 1)
    assert (fond.value, fond.data_type, fond.number_format) == ("0102", "s", "@")
    assert not sheet._hyperlinks
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}
    table = needed("pandas").read_excel("all.xlsx", dtype=str)
    assert table["locator_fond"][5] == "0102" and table["locator_list"][5] == "9-17"


@pytest.mark.usefixtures("folder")
def test_parquet_read_back_is_the_json() -> None:
    """DuckDB and pyarrow read every record whole; a key that its class has not is null."""
    needed("pyarrow")
    from pyarrow import parquet

    assert run(["convert", "all.jsonl", "--to", "parquet", "-o", "all.parquet"]) == 0
    expected = [json.loads(line) for line in Path("all.jsonl").read_text(encoding="utf-8").splitlines()]
    table = parquet.read_table("all.parquet")
    assert [pruned(row, like) for row, like in zip(table.to_pylist(), expected, strict=True)] == expected
    found = (
        needed("duckdb").sql("SELECT count(*), max(citation.sources[1].locator[1].value) FROM 'all.parquet'").fetchall()
    )
    assert found == [(len(expected), "CC RCP")]


def pruned(value: Any, like: Any) -> Any:
    """``value`` without the keys that ``like`` has not, which must be null."""
    if isinstance(value, dict):
        assert all(value[key] is None for key in value.keys() - like.keys())
        return {key: pruned(value[key], like[key]) for key in like}
    if isinstance(value, list):
        return [pruned(one, other) for one, other in zip(value, like, strict=True)]
    return value


def test_groups_of_parquet_are_written_as_they_come(tmp_path: Path) -> None:
    """No group holds more than so many records, and none is taken before the one before it is written."""
    needed("pyarrow")
    from pyarrow import parquet

    text = ac.to_json(ac.Record(title="A Letter"))
    with (tmp_path / "a.parquet").open("wb") as file:
        sizes = []

        def texts() -> Any:
            for _ in range(3 * GROUP):
                sizes.append(file.tell())
                yield text

        write_parquet(file, texts())
    assert parquet.ParquetFile(tmp_path / "a.parquet").num_row_groups == 3
    assert sizes[0] < sizes[GROUP + 1] < sizes[2 * GROUP + 1]


@share(4)
@given(any_record())
def test_a_row_of_any_record_is_one_line_or_refused(record: ac.Record) -> None:
    """A line of CSV, which a reader cuts into the cells it was made of."""
    import csv

    try:
        line = csv_row(record, "a.txt", None)
    except ac.InvalidRecord as error:
        assert error.diagnostics[0].code == "AC905" and error.diagnostics[0].pointer
        return
    [cells] = csv.reader([line.removesuffix("\n")])
    row = record.to_row() | {"file": "a.txt", "findings": None}
    assert cells == ["" if row[name] is None else str(row[name]) for name in COLUMNS]


@pytest.mark.parametrize("character", ["\x00", "\x01", "\ud800"])
def test_what_a_table_cannot_hold_is_refused(character: str) -> None:
    """With the pointer; and a cell that is too long for a sheet."""
    record = ac.Record(title=f"a{character}b")
    for make in (csv_row, sheet_row):
        with pytest.raises(ac.InvalidRecord) as error:
            make(record, "a.txt", 0)
        assert error.value.diagnostics[0].pointer == "/title"
    with pytest.raises(ac.InvalidRecord, match="32767") as error:
        sheet_row(ac.Record(title="a" * (LONGEST_CELL + 1)), "a.txt", 0)
    assert error.value.diagnostics[0].pointer == "/title"
    assert sheet_row(ac.Record(title="a" * LONGEST_CELL), "a.txt", 0)["title"]


def test_a_sheet_is_not_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than a sheet has are an error, not a shorter table."""
    needed("xlsxwriter")
    monkeypatch.setattr("archivecite.formats.xlsx.MOST_ROWS", 3)
    row = sheet_row(ac.Record(title="A"), "a.txt", 0)
    with (tmp_path / "a.xlsx").open("wb") as file, pytest.raises(OSError, match="3 rows"):
        write_xlsx(file, [row] * 3)


@pytest.mark.usefixtures("folder")
def test_findings_are_those_of_check(capfd: pytest.CaptureFixture[str]) -> None:
    """A text has a count, JSON has none; the file is named."""
    count = len(ac.check(ac.parse(SEEDS[0])))
    assert run(["convert", "seed.txt", "all.jsonl", "--to", "csv"]) == 0
    head, first, second, *_ = capfd.readouterr().out.split("\n")
    assert f"{head}\n" == CSV_HEAD
    assert first.split(",")[1] == "seed.txt" and first.endswith(f",{count}")
    assert second.split(",")[1] == "all.jsonl" and second.endswith(",")


@pytest.mark.usefixtures("folder")
def test_a_second_table_joins_the_description() -> None:
    """Each table of a folder is described once, under a name of its own."""
    for name in ("a.csv", "a.csv", "b.csv", "A.csv"):
        assert run(["convert", "seed.txt", "--to", "csv", "-o", name]) == 0
    resources = json.loads(Path("datapackage.json").read_bytes())["resources"]
    assert [(one["path"], one["name"]) for one in resources] == [("a.csv", "a"), ("b.csv", "b"), ("A.csv", "a-2")]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("mine", ['{"name": "x", "title": "Mine", "resources": []}', "[]", "{", '{"resources": [7]}'])
def test_a_description_by_others_is_kept(mine: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What archivecite did not write it does not change; the table is written all the same."""
    Path("datapackage.json").write_text(mine)
    assert run(["convert", "seed.txt", "--to", "csv", "-o", "b.csv"]) == 2
    assert "not written by archivecite" in capfd.readouterr().err
    assert Path("datapackage.json").read_text() == mine
    assert Path("b.csv").exists()


def test_another_archive_has_a_column() -> None:
    """The locator is that of the first one; a second locator in the same archive is among the sources."""
    text = '"A", May 3, 1950, CWIHP Archive, RGANI, f. 0102, ll. 9-17; Political Archive (PolA AA), Berlin, C 8; and RGANI, f. 5.'
    row = ac.Record(citation=ac.parse_citation(text).record.citation).to_row()
    assert (row["archive_acronym"], row["locator_fond"]) == ("RGANI", "0102")
    assert row["other_archives"] == "Political Archive (PolA AA), Berlin"
    assert row["sources"] == "RGANI, f. 0102, ll. 9-17; Political Archive (PolA AA), Berlin, C 8; RGANI, f. 5"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("to", ["xlsx", "parquet"])
def test_what_is_not_text_needs_a_file_and_its_program(
    to: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Both are said before anything is read."""
    monkeypatch.setattr("archivecite.cli.table.find_spec", lambda _: None)
    assert run(["convert", "seed.txt", "--to", to, "-o", "a.out"]) == 2
    assert installing(to) in capfd.readouterr().err
    monkeypatch.setattr("archivecite.cli.table.find_spec", lambda _: True)
    assert run(["convert", "seed.txt", "--to", to]) == 2
    assert "give -o a file" in capfd.readouterr().err
    assert run(["convert", "seed.txt", "--to", to, "-o", "folder/"]) == 2
    assert "give -o a file" in capfd.readouterr().err
