"""All formats: what each keeps, how several records make one file, and what the command does with what it can't write."""

import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, get_args

import pytest
from cited import LINES
from found import fate, fields_of
from reader import STYLES, printed
from sentinel import record_with
from strategies.seed import SEEDS, SHORT

import archivecite as ac
from archivecite.cli import run
from archivecite.formats.loss import SAME, WHOLE, formats, known_losses, losses, record_keys
from archivecite.formats.target import TARGETS

SOURCES = (ac.ArchivalSource, ac.PublishedSource, ac.OtherSource)

#: The formats whose records are made field by field.
BY_FIELD = [name for name in known_losses() if name != "citation"]

RANKS = ("dropped", "as text", "kept")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both seeds."""
    (tmp_path / "seeds").mkdir()
    for index, seed in enumerate(SEEDS):
        (tmp_path / "seeds" / f"{index}.txt").write_bytes(seed.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- What each keeps ---------------------------------------------------------------------------------------------------


def test_the_keys_are_those_of_the_records() -> None:
    """Each key has a word in one of the records with which formats are tried."""
    assert set(record_keys()) == {key for source in SOURCES for key in record_with(source)[1]}
    assert len(record_keys()) > 150


@pytest.mark.parametrize("name", BY_FIELD)
def test_each_row_of_the_loss_table_is_true(name: str) -> None:
    """A word of each key is looked for in what was written: alone in a field, in one with more, or nowhere."""
    best: dict[str, tuple[str, list[str]]] = {}
    for source in SOURCES:
        record, words = record_with(source)
        found = fields_of(name, record)
        for key, word in words.items():
            became = fate(word, found)
            if key not in best or RANKS.index(became[0]) > RANKS.index(best[key][0]):
                best[key] = became
    for loss in losses(name):
        outcome, where = best[loss.key]
        assert (loss.key, str(loss.fate)) == (loss.key, outcome)
        assert all(field in where for field in loss.where.split(", ") if field)


def test_the_citation_has_every_text_of_it() -> None:
    """All that is printed of real citations is in the line, and nothing else of the record."""
    for line in LINES.splitlines():
        citation = ac.parse_citation(line).record.citation
        assert citation
        text = TARGETS["citation"].write(ac.Record(title="Unrelated", citation=citation), "")
        assert ac.parse_citation(text).record.citation == citation
        assert "Unrelated" not in text
    assert all(loss.fate == "as text" for loss in losses("citation") if loss.key == "citation.sources.archival.text")
    assert {loss.fate for loss in losses("citation") if not loss.key.startswith("citation.")} == {"dropped"}


def test_each_row_says_what_the_styles_print(tmp_path: Path) -> None:
    """The words that Chicago, APA and MLA print of the same records are those that the table says they do."""
    seen: dict[str, set[str]] = {}
    for source in SOURCES:
        record, words = record_with(source)
        for style in STYLES:
            text = printed([ac.to_csl(record)], style, tmp_path).casefold()
            for key, word in words.items():
                looked_for = word[:4] if key.endswith("edtf") else word.casefold()
                if looked_for in text.replace(record.id or "", ""):
                    seen.setdefault(key, set()).add(style)
    for loss in losses("csl"):
        assert (loss.key, set(loss.printed)) == (
            loss.key,
            seen.get(loss.key, set()) if loss.fate != "dropped" else set(),
        )


def test_the_rows_are_of_keys_that_there_are() -> None:
    """No row is of a key that the model no longer has."""
    for rows in known_losses().values():
        assert set(rows) <= set(record_keys())
    assert {*SAME, *WHOLE, *known_losses()} == set(formats())
    assert {loss.fate for loss in losses("parquet")} == {"kept"}


def test_the_command_lists_the_rows(capfd: pytest.CaptureFixture[str]) -> None:
    """All formats with their counts, and one with its rows."""
    assert run(["formats"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(formats())
    assert all(sum(map(int, line.split()[1:])) == len(record_keys()) for line in lines[1:])
    assert run(["formats", "csl"]) == 0
    out = capfd.readouterr().out
    assert "kept     title  title  Chicago APA MLA\n" in out
    assert "summary  abstract\n" in out
    assert "dropped  " not in out
    assert out.endswith("The whole record is in custom too, for programs.\n")
    assert run(["formats", "csl", "--all"]) == 0
    assert "dropped  body.paragraph.text\n" in capfd.readouterr().out
    assert run(["formats", "word"]) == 2
    assert "tei" in capfd.readouterr().err


# --- Files of several --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("to", TARGETS)
def test_several_records_make_one_file_and_a_folder_one_each(
    to: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What is written of each is in the one file, and alone in its own."""
    assert run(["convert", "seeds", "--to", to]) == 0
    whole = capfdbinary.readouterr().out.decode()
    for seed in SEEDS:
        assert TARGETS[to].write(ac.parse(seed).record, "scholarly").strip() in whole
    assert run(["convert", "seeds", "--to", to, "-o", "out/"]) == 0
    files = sorted(Path("out").iterdir())
    assert [file.name for file in files] == [f"{index}{TARGETS[to].ending}" for index in (0, 1)]
    assert run(["convert", "seeds/0.txt", "--to", to]) == 0
    assert files[0].read_bytes() == capfdbinary.readouterr().out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("to", ["csl", "ris", "biblatex", "tei", "csv"])
def test_what_a_format_cannot_hold_is_refused_and_the_others_go_on(to: str, capfd: pytest.CaptureFixture[str]) -> None:
    """With the pointer, on standard error; CSL is JSON, and can hold everything."""
    bad = ac.Record(title="a\x01b", citation=ac.Citation(url="https://a.example/document/8"))
    good = ac.Record(title="A Letter", citation=ac.Citation(url="https://a.example/document/9"))
    Path("all.jsonl").write_text(f"{ac.to_json(bad)}\n{ac.to_json(good)}\n", encoding="utf-8")
    status = run(["convert", "all.jsonl", "--to", to])
    out, err = capfd.readouterr()
    assert "A Letter" in out
    if to == "csl":
        assert status == 0 and len(json.loads(out)) == 2
        return
    assert status == 1
    assert "all.jsonl" in err and "AC905 error:" in err and "U+0001 at /title" in err
    assert "\x01" not in out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("to", ["csl", "biblatex", "tei"])
def test_a_key_is_there_once(to: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A second record with the key of another would be lost to whoever reads the file."""
    assert run(["convert", "seeds/0.txt", "seeds", "--to", to]) == 1
    out, err = capfd.readouterr()
    assert "seeds/0.txt: AC905 error: another record in the output has the key wcda-115064" in err
    assert out.count("wcda-115064") == TARGETS[to].joined(
        [TARGETS[to].write(ac.parse(SEEDS[0]).record, "scholarly")]
    ).__next__().count("wcda-115064")


@pytest.mark.usefixtures("folder")
def test_citations_alone_go_to_a_bibliography(capfd: pytest.CaptureFixture[str]) -> None:
    """One a line; blank lines are nothing, but in a list of citations, where line stays by line."""
    Path("lines.txt").write_text(LINES.replace("\n", "\n\n", 1), encoding="utf-8")
    assert run(["convert", "--citations", "lines.txt", "--to", "csl"]) == 0
    assert [item["id"] for item in json.loads(capfd.readouterr().out)] == ["wcda-3", "wcda-4", "wcda-5"]
    assert run(["convert", "--citations", "lines.txt", "--to", "citation"]) == 0
    lines = capfd.readouterr().out.split("\n")
    assert [bool(line) for line in lines] == [True, False, True, True, False]
    assert run(["convert", "--citations", "lines.txt", "--to", "ris", "--profile", "site"]) == 0
    assert capfd.readouterr().out.count("\nER  - ") == 3


@pytest.mark.usefixtures("folder")
def test_a_record_without_a_citation_has_none_to_paste(capfd: pytest.CaptureFixture[str]) -> None:
    """It is refused; so is one whose citation the layout cannot carry."""
    Path("a.json").write_text(ac.to_json(ac.Record(title="A Letter")), encoding="utf-8")
    assert run(["convert", "a.json", "--to", "citation"]) == 1
    assert "there is no citation at /citation" in capfd.readouterr().err


def test_a_key_is_safe_in_every_format() -> None:
    """An id that is no name in BibLaTeX or XML gives way to one of the citation's."""
    odd = ac.Record(citation=ac.Citation(url="https://a.example/document/a,b{c}"))
    other = ac.Record(citation=ac.Citation(url="https://a.example/document/a,b{d}"))
    found = [ac.to_csl(record)["id"] for record in (odd, other, ac.Record())]
    assert len(set(found)) == 3
    assert all(name.startswith("wcda-x") and name[6:].isalnum() for name in found)
    assert ac.to_csl(odd)["id"] == found[0]


# --- Cost --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", TARGETS)
def test_memory_does_not_grow_with_the_records(to: str) -> None:
    """A file of 10,000 records is joined from pieces, each gone before the next comes."""
    text = TARGETS[to].write(ac.parse(SHORT).record, "scholarly")

    def texts() -> Iterator[str]:
        for number in range(10_000):
            yield f"{text}{number}"

    tracemalloc.start()
    try:
        size = sum(map(len, TARGETS[to].joined(texts())))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 10_000 * len(text)
    assert peak < 100_000


@pytest.mark.parametrize("to", ["xlsx", "parquet"])
def test_memory_of_tables_does_not_grow(to: str, tmp_path: Path) -> None:
    """Of 10,000 records no more is held than of 2,000: Python's part of it, which the rows are in."""
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}[to], reason="pip install -e '.[formats-test]'")
    from archivecite.formats.parquet import write_parquet
    from archivecite.formats.table import sheet_row
    from archivecite.formats.xlsx import write_xlsx

    record = ac.parse(SHORT).record

    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            with (tmp_path / f"{count}").open("wb") as file:
                if to == "xlsx":
                    write_xlsx(file, (sheet_row(record, "a.txt", 0) for _ in range(count)))
                else:
                    write_parquet(file, (ac.to_json(record) for _ in range(count)))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is imported on the way stays
    assert peak(10_000) < 1.5 * peak(2_000)


def imported(code: str) -> set[str]:
    """The modules that are there after ``code``, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules, file=sys.stderr)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(done.stderr.split())


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "code",
    [
        "import archivecite",
        "from archivecite import *",
        "from archivecite.cli import run; run(['convert', 'seeds', '--to', 'json'])",
        "from archivecite.cli import run; run(['convert', 'seeds', '--to', 'ris'])",
        "from archivecite.cli import run; run(['convert', 'seeds', '--to', 'csv'])",
    ],
)
def test_no_extra_is_imported_unasked(code: str) -> None:
    """Neither what reads and writes other formats, nor what the tests read them with."""
    extras = {
        "pyarrow",
        "xlsxwriter",
        "pandas",
        "numpy",
        "duckdb",
        "lxml",
        "rispy",
        "openpyxl",
        "pypandoc",
        "jsonschema",
    }
    assert imported(code) & extras == set()


@pytest.mark.usefixtures("folder")
def test_json_needs_none_of_the_other_formats() -> None:
    """A conversion to JSON imports none of their writers."""
    found = imported("from archivecite.cli import run; run(['convert', 'seeds', '--to', 'json'])")
    assert not {
        name
        for name in found
        if name.startswith("archivecite.formats.")
        and name.endswith(("csl", "ris", "tei", "biblatex", "table", "xlsx", "parquet", "schema", "loss"))
    }


def test_every_public_kind_has_a_key() -> None:
    """The keys follow the model: every kind of block and note has one."""
    kinds: list[Any] = [*get_args(ac.Block), *get_args(ac.Note)]
    names = {key.split(".")[1] for key in record_keys() if key.startswith(("body.", "notes."))}
    assert {get_args(kind.__annotations__["kind"])[0] for kind in kinds} - names == {"page_break"}
    assert list(islice(record_keys(), 2)) == ["id", "date.text"]
