"""The command: its shapes, its exit status, and one clear line for everything that can be wrong with a file."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from strategies.seed import SHORT

import archivecite as ac
from archivecite.cli import run
from archivecite.model.terms import WordFileError
from archivecite.rules.reading import check_reading

SEEDS = Path(__file__).parents[1] / "seeds"
ONE, TWO = sorted(SEEDS.glob("*.txt"))

#: A record in which the rule below finds a warning, and something for the curious.
ODD = """\
May 3, 1950

A Letter

Citation:

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI, f. 558.

Summary:

An odd letter, mildly curious.

Original Language:

Russian

Contents:

Translation - English

We met.
"""

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

Printed = pytest.CaptureFixture[str]

#: The verbs as they are before a test puts something else in their place.
check, parse, parse_citation = ac.check, ac.parse, ac.parse_citation


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for each test, with both seeds in ``seeds`` and ``odd.txt``."""
    (tmp_path / "seeds").mkdir()
    for seed in (ONE, TWO):
        (tmp_path / "seeds" / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "one.txt").write_bytes(ONE.read_bytes())
    (tmp_path / "two.md").write_bytes(TWO.read_bytes())
    (tmp_path / "odd.txt").write_text(ODD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule in the place of all others: whatever they come to find, the command shows it like this."""

    def find(document: ac.Document, **_: object) -> tuple[ac.Diagnostic, ...]:
        if document.family == "unknown":
            return check(document)
        found = []
        for word, severity in (("odd", ac.Severity.WARNING), ("curious", ac.Severity.INFO)):
            for number, line in enumerate(document.text.split("\n"), 1):
                if word in line:
                    found.append(
                        ac.Diagnostic(
                            code="AC000",
                            severity=severity,
                            message=f"this is {word}",
                            span=ac.Span(document.text.index(word), document.text.index(word) + len(word)),
                            line=number,
                            column=line.index(word) + 1,
                            hint="look again" if word == "odd" else None,
                            excerpt=f"{line}\n{' ' * line.index(word)}^",
                        )
                    )
        return tuple(found)

    monkeypatch.setattr("archivecite.api.check", find)
    monkeypatch.setattr("archivecite.cli.conversion.found_in", find)


def record(path: Path) -> object:
    """The record in ``path``, as plain JSON values."""
    return json.loads(ac.to_json(ac.read(path).record))


# What is printed


def test_one_file_gives_one_indented_object(capsys: Printed) -> None:
    """People get an object that they can read, with one newline at its end."""
    assert run(["convert", "one.txt"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ac.to_json(ac.read(ONE).record, indent=2) + "\n"
    assert printed.err == ""


def test_several_files_give_a_list_in_the_order_given(capsys: Printed) -> None:
    """The list is JSON, its objects are indented under it, and their order is that of the arguments."""
    assert run(["convert", "two.md", "one.txt"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == [record(TWO), record(ONE)]
    assert printed == json.dumps(json.loads(printed), indent=2, ensure_ascii=False) + "\n"


def test_a_folder_gives_a_list_of_the_records_in_it_and_below(folder: Path, capsys: Printed) -> None:
    """A folder's .txt and .md files are read in order of their names; files of other kinds are not."""
    (folder / "notes.png").write_bytes(PNG)
    (folder / "odd.txt").unlink()
    assert run(["convert", "."]) == 0
    assert json.loads(capsys.readouterr().out) == [record(ONE), record(ONE), record(TWO), record(TWO)]


def test_a_folder_of_one_record_gives_a_list_of_one(folder: Path, capsys: Printed) -> None:
    """The shape follows the kind of the argument, and not how many records there happen to be."""
    (folder / "seeds" / ONE.name).unlink()
    assert run(["convert", "seeds"]) == 0
    assert json.loads(capsys.readouterr().out) == [record(TWO)]


def test_jsonl_is_one_compact_object_a_line(capsys: Printed) -> None:
    """Each line is the record's compact JSON."""
    assert run(["convert", "seeds", "--to", "jsonl"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines == [ac.to_json(ac.read(ONE).record), ac.to_json(ac.read(TWO).record), ""]


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """What is piped in is read as a file is."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TWO.read_bytes())))
    assert run(["convert", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == record(TWO)


def test_a_record_with_findings_is_converted(capsys: Printed) -> None:
    """A warning goes to standard error in one line and makes the exit status 1; what is less grave is left out."""
    assert run(["convert", "odd.txt"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out) == record(Path("odd.txt"))
    assert printed.err == "odd.txt:11:4: AC000 warning: this is odd\n"


@pytest.mark.parametrize(("severity", "status", "lines"), [("error", 0, 0), ("warning", 1, 1), ("info", 1, 2)])
def test_convert_says_what_makes_its_status(severity: str, status: int, lines: int, capsys: Printed) -> None:
    """Standard error has a line for each finding of --fail-on or worse, and none for others."""
    assert run(["convert", "odd.txt", "--fail-on", severity]) == status
    assert capsys.readouterr().err.count("\n") == lines


def test_failures_are_left_out_of_the_list(folder: Path, capsys: Printed) -> None:
    """A file that can't be converted is named on standard error; the list has the others, and stays JSON."""
    (folder / "list.txt").write_text("A shopping list")
    assert run(["convert", "one.txt", "list.txt", "two.md"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out) == [record(ONE), record(TWO)]
    assert printed.err.startswith("list.txt:1:1: AC901 error: ")


# Citations


def test_citations_give_one_object_a_line(folder: Path, capsys: Printed) -> None:
    """Each line of the file gives a line: a citation, or null for a blank one."""
    cited = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI, f. 558, op. 11.'
    (folder / "list.txt").write_bytes(f"{cited}\r\n \nRGANI, f. 5, op. 49, d. 131.\n".encode())
    assert run(["convert", "--citations", "list.txt", "--to", "jsonl"]) == 0
    first, blank, last, end = capsys.readouterr().out.split("\n")
    assert first == ac.to_json(parse_citation(cited).record.citation)
    assert (blank, end) == ("null", "")
    assert json.loads(last)["sources"][0]["repository"]["acronym"] == "RGANI"


def test_what_is_not_read_of_a_citation_is_said_with_its_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    """The line is the file's, although each line is read by itself."""

    def parse_odd(text: str) -> ac.Document:
        document = parse_citation(text)
        if "odd" in text:
            vars(document)["unread"] = (ac.Span(text.index("odd"), len(text)),)
        return document

    monkeypatch.setattr("archivecite.syntax.document.parse_citation", parse_odd)
    monkeypatch.setattr("archivecite.cli.conversion.found_in", check_reading)
    (folder / "list.txt").write_text("curious\r\n\r\ncurious odd\nodd\n")
    assert run(["convert", "--citations", "list.txt", "--fail-on", "info"]) == 1
    assert capsys.readouterr().err == (
        'list.txt:3:9: AC101 warning: not understood: "odd"\n'
        "list.txt:4:1: AC101 warning: this text was not read as part of the record\n"
        "not read with certainty, so only the text is kept: 3 sources (kind other)\n"
    )


def test_what_is_kept_as_text_alone_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In one line for all files, and with exit status 0; of JSON, and where all is certain, nothing is said."""
    doubtful = SHORT.replace("May 3, 1950", "04.11.1962").replace("Translated by", "Tarnslated by")
    (folder / "a.txt").write_text(doubtful, encoding="utf-8", newline="")
    (folder / "b.txt").write_text(doubtful, encoding="utf-8", newline="")
    record = ac.parse(doubtful).record
    assert record.date and record.date.edtf is None
    assert run(["convert", "a.txt", "b.txt", "--to", "jsonl", "--fail-on", "error", "-o", "out.jsonl"]) == 0
    said = capsys.readouterr().err
    assert (
        said == "not read with certainty, so only the text is kept: 4 dates (edtf null) and 2 statements (kind other)\n"
    )
    assert run(["convert", "out.jsonl", "--to", "jsonl"]) == 0
    assert capsys.readouterr().err == ""


def test_citations_give_a_list(folder: Path, capsys: Printed) -> None:
    """Without --to jsonl the citations of all files are one list, blank lines included."""
    (folder / "list.txt").write_text("RGANI, f. 5, op. 49, d. 131.\n\nRGASPI, f. 558, op. 11.")
    assert run(["convert", "--citations", "list.txt"]) == 0
    rgani, blank, rgaspi = json.loads(capsys.readouterr().out)
    assert (rgani["title"], blank, rgaspi["url"]) == (None, None, None)


def test_an_empty_list_of_citations_is_refused(folder: Path, capsys: Printed) -> None:
    """A file without a line has nothing to convert."""
    (folder / "list.txt").touch()
    assert run(["convert", "--citations", "list.txt", "--to", "jsonl"]) == 2
    assert capsys.readouterr() == ("", "list.txt: error: expected one citation a line, got an empty file\n")


# Output


def test_output_to_a_file_is_what_is_printed(folder: Path, capsys: Printed) -> None:
    """-o FILE writes what else is printed, over what was there, and leaves nothing beside it."""
    (folder / "out.json").write_text("old")
    before = {*folder.iterdir()}
    assert run(["convert", "one.txt", "two.md", "-o", "out.json"]) == 0
    assert capsys.readouterr() == ("", "")
    run(["convert", "one.txt", "two.md"])
    assert (folder / "out.json").read_bytes() == capsys.readouterr().out.encode()
    assert {*folder.iterdir()} == before


def test_output_to_a_folder_is_one_file_a_record(folder: Path) -> None:
    """-o FOLDER/ makes the folder, names each file after its record, and keeps the folders of a folder."""
    (folder / "odd.txt").unlink()
    assert run(["convert", ".", "-o", "made/new/"]) == 0
    made = sorted(path.relative_to("made/new") for path in Path("made/new").rglob("*.*"))
    assert made == [
        Path("one.json"),
        Path("seeds", f"{ONE.stem}.json"),
        Path("seeds", f"{TWO.stem}.json"),
        Path("two.json"),
    ]
    assert json.loads(Path("made/new/two.json").read_bytes()) == record(TWO)


@pytest.mark.parametrize(
    "arguments",
    [
        ["one.txt", "seeds/../one.md", "-o", "made/"],
        ["one.txt", "-o", "one.txt"],
        ["one.txt", "two.md", "-o", "link.md"],
        ["seeds", "--to", "jsonl", "-o", "seeds"],
        ["--citations", "one.txt", "-o", "made/"],
    ],
)
def test_nothing_is_written_when_files_would_clash(folder: Path, arguments: list[str], capsys: Printed) -> None:
    """Two records for one file, a record's own file, jsonl for a folder: refused before anything is written."""
    (folder / "one.md").write_bytes(ONE.read_bytes())
    (folder / "link.md").symlink_to("two.md")
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    assert run(["convert", *arguments]) == 2
    assert "Error: " in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
    assert not (folder / "made").exists()


def test_nothing_is_written_when_nothing_is_converted(folder: Path) -> None:
    """A file from an earlier run is not emptied by a run that fails."""
    (folder / "out.json").write_text("old")
    (folder / "list.txt").write_text("A shopping list")
    assert run(["convert", "list.txt", "-o", "out.json"]) == 1
    assert run(["convert", "list.txt", "missing.txt", "--to", "jsonl", "-o", "out.json"]) == 2
    assert (folder / "out.json").read_text() == "old"


def test_a_link_stays_a_link(folder: Path) -> None:
    """Output through a link goes to the file that the link names."""
    (folder / "real.json").write_text("old")
    (folder / "link.json").symlink_to("real.json")
    assert run(["convert", "one.txt", "-o", "link.json"]) == 0
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_bytes()) == record(ONE)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_what_is_no_file_is_written_to_and_not_replaced(folder: Path) -> None:
    """A pipe stays a pipe, as a device such as /dev/null stays one, and its reader gets the record."""
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(["convert", "two.md", "-o", "pipe"]) == 0
        assert (folder / "pipe").is_fifo()
        assert json.loads(os.read(reader, 1_000_000)) == record(TWO)
    finally:
        os.close(reader)


@pytest.mark.parametrize("target", ["missing/out.json", "one.txt/out.json", "one.txt/folder/"])
def test_output_that_can_not_be_written(folder: Path, target: str, capsys: Printed) -> None:
    """One line says what can't be written, and the status is 2."""
    before = {*folder.rglob("*")}
    assert run(["convert", "two.md", "-o", target]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(target.rstrip("/"))
    assert "error: can't be written: " in printed.err
    assert printed.err.count("\n") == 1
    assert {*folder.rglob("*")} == before


def test_a_file_is_whole_or_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """When a run is stopped half-way, what was there is still there, and nothing is left beside it."""
    (folder / "out.json").write_text("old")
    before = {*folder.iterdir()}
    parsed: list[str] = []

    def parse_once(text: str) -> ac.Document:
        if parsed:
            raise KeyboardInterrupt
        parsed.append(text)
        return parse(text)

    monkeypatch.setattr("archivecite.syntax.document.parse", parse_once)
    assert run(["convert", "one.txt", "two.md", "-o", "out.json"]) == 130
    assert capsys.readouterr().err.strip() == "archivecite: stopped"
    assert parsed
    assert (folder / "out.json").read_text() == "old"
    assert {*folder.iterdir()} == before


# Bad input


@pytest.mark.parametrize("command", ["convert", "validate"])
@pytest.mark.parametrize(
    ("content", "status", "place", "words"),
    [
        (None, 2, "bad.txt: ", "can't be read: No such file"),
        (b"", 1, "bad.txt:1:1: ", "expected a line"),
        (b"A shopping list\nwith eggs\n", 1, "bad.txt:1:1: ", "expected a line"),
        (PNG, 2, "bad.txt:1:1: ", "the file is not UTF-8 text; it looks like an image"),
        (
            "Summary:\r\n\r\nCafé\r\n".encode("latin-1"),
            2,
            "bad.txt:3:4: ",
            "the file is not UTF-8; it looks like Windows-1252. Convert it: iconv -f WINDOWS-1252",
        ),
        (
            "\ufeffSummary:\n".encode("utf-16"),
            2,
            "bad.txt:1:1: ",
            "the file is not UTF-8; it looks like UTF-16. Convert it: iconv -f UTF-16",
        ),
        (b"Summary:\n" * 6_000_000, 2, "bad.txt: ", "more than 16 MiB"),
    ],
    ids=["missing", "empty", "other", "image", "latin-1", "utf-16", "large"],
)
def test_bad_input(
    folder: Path, command: str, content: bytes | None, status: int, place: str, words: str, capsys: Printed
) -> None:
    """One line with the file, the place in it where there is one, and what was expected; and no JSON."""
    if content is not None:
        (folder / "bad.txt").write_bytes(content)
    assert run([command, "bad.txt"]) == status
    printed = capsys.readouterr()
    assert printed.err.startswith(place)
    assert words in printed.err
    assert printed.err.count("\n") == 1
    assert "{" not in printed.out


def test_a_folder_without_records(folder: Path, capsys: Printed) -> None:
    """Nothing to convert is a failure, and not an empty list."""
    (folder / "empty").mkdir()
    assert run(["convert", "empty"]) == 2
    assert capsys.readouterr() == ("", "empty: error: expected records, got a folder without .txt, .md or .pdf files\n")


def test_citations_that_can_not_be_read(folder: Path, capsys: Printed) -> None:
    """A list that is missing or no text is said to be so, and the others are converted."""
    (folder / "image.png").write_bytes(PNG)
    (folder / "list.txt").write_text("RGANI, f. 5\n")
    assert run(["convert", "--citations", "missing.txt", "image.png", "list.txt", "--to", "jsonl"]) == 2
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    assert [line.split(":")[0] for line in printed.err.splitlines()] == ["missing.txt", "image.png"]


def test_a_folder_that_can_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """A closed folder among open ones is named; what is in the others is converted."""

    def scandir(path: str) -> Any:
        if str(path).endswith("seeds"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    scan = os.scandir
    monkeypatch.setattr("os.scandir", scandir)
    assert run(["convert", "."]) == 2
    printed = capsys.readouterr()
    assert len(json.loads(printed.out)) == 3
    assert printed.err.splitlines()[0].endswith("seeds: error: can't be read: Permission denied")


def test_the_worst_status_counts(capsys: Printed) -> None:
    """A file that can't be read outweighs one with a finding, whichever comes first."""
    for order in (["odd.txt", "missing.txt", "one.txt"], ["missing.txt", "one.txt", "odd.txt"]):
        assert run(["validate", *order]) == 2
        assert "2 records checked, " in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["frobnicate"], ["convert"], ["validate"], ["convert", "one.txt", "--to", "yaml"], ["--nonsense"]]
)
def test_wrong_usage(arguments: list[str], capsys: Printed) -> None:
    """The status of wrong usage is 2, and standard error shows how it is done."""
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Usage: archivecite" in printed.err


# Records as text


def test_a_record_is_written_as_clean_text(folder: Path, capsys: Printed) -> None:
    """--to plain prints the record in the layout; what is printed reads as the same record."""
    assert run(["convert", "two.md", "--to", "plain"]) == 0
    printed = capsys.readouterr().out
    assert "\nCitation:\n" in printed
    assert ac.parse(printed).record == ac.read(folder / "two.md").record


def test_several_records_as_text_go_into_a_folder(folder: Path, capsys: Printed) -> None:
    """Texts can't be listed, so several of them are files, each with the ending of its family."""
    assert run(["convert", "one.txt", "two.md", "--to", "markdown", "-o", "texts/"]) == 0
    assert sorted(path.name for path in (folder / "texts").iterdir()) == ["one.md", "two.md"]
    assert ac.read(folder / "texts" / "one.md").record == ac.read(folder / "one.txt").record
    assert run(["convert", "one.txt", "two.md", "--to", "markdown"]) == 2
    assert "Several texts go into a folder" in capsys.readouterr().err


def test_a_record_that_the_layout_can_not_carry_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    """One line says which value it is, the others are written, and no empty file is left."""
    body = [ac.Paragraph("[1] The consul."), ac.Paragraph("We met.")]

    def parsed(text: str) -> ac.Document:
        document = parse(text)
        if text == ODD:
            vars(document)["record"] = evolve(document.record, body=body)
        return document

    monkeypatch.setattr("archivecite.syntax.document.parse", parsed)
    assert run(["convert", "odd.txt", "one.txt", "--to", "plain", "-o", "texts/", "--fail-on", "error"]) == 1
    assert "odd.txt: AC905 error: " in capsys.readouterr().err
    assert [path.name for path in (folder / "texts").iterdir()] == ["one.txt"]


# validate


def test_validate_shows_the_line_and_the_place_in_it(capsys: Printed) -> None:
    """A finding has its file, line, column and code, the line with a caret, and a hint; then comes the count."""
    assert run(["validate", "odd.txt", "two.md"]) == 1
    assert capsys.readouterr().out == (
        "odd.txt:11:4: AC000 warning: this is odd\n"
        "  11 | An odd letter, mildly curious.\n"
        "     |    ^\n"
        "    hint: look again\n"
        "odd.txt:11:23: AC000 info: this is curious\n"
        "  11 | An odd letter, mildly curious.\n"
        "     |                       ^\n"
        "2 records checked, 2 findings\n"
    )


def test_validate_is_content_with_the_seeds(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """By the real rules nothing is wrong with either seed."""
    monkeypatch.setattr("archivecite.api.check", check)
    assert run(["validate", "seeds"]) == 0
    printed = capsys.readouterr()
    assert "\n2 records checked, " in f"\n{printed.out}"
    assert printed.err == ""


@pytest.mark.parametrize(("severity", "status"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_on_sets_what_counts(severity: str, status: int, capsys: Printed) -> None:
    """A finding below --fail-on is printed all the same."""
    assert run(["validate", "odd.txt", "--fail-on", severity]) == status
    assert "this is odd" in capsys.readouterr().out


# The program


def test_help_and_version(capsys: Printed) -> None:
    """Both print to standard output and succeed; each command's help says what its exit status means."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("archivecite, version 0.")
    for arguments in (["--help"], ["convert", "-h"], ["validate", "-h"]):
        assert run(arguments) == 0
        printed = capsys.readouterr().out
        assert printed.startswith("Usage: archivecite")
        assert arguments == ["--help"] or "Exit status:" in printed


def start(*arguments: str, **options: Any) -> "subprocess.Popen[bytes]":
    """The command as a program of its own, whose output waits in a buffer as it does for people."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return subprocess.Popen([sys.executable, "-m", "archivecite", *arguments], env=environment, **options)


def test_a_reader_that_goes_away(folder: Path) -> None:
    """When what reads standard output ends early, as ``head`` does, nothing is printed, and the status says so."""
    (folder / "many.txt").write_text("RGANI, f. 5, op. 49, d. 131.\n" * 1000)
    program = start("convert", "--citations", "many.txt", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    printed = program.stderr.read()
    program.stderr.close()
    assert program.wait() == 141
    assert printed == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [["convert", "one.txt"], ["convert", "odd.txt", "--fail-on", "error"], ["validate", "one.txt"], ["--help"]],
)
def test_a_full_disk(arguments: list[str]) -> None:
    """When standard output can't be written, one line says why."""
    with Path("/dev/full").open("wb") as full:
        program = start(*arguments, stdout=full, stderr=subprocess.PIPE)
        _, printed = program.communicate()
    assert program.returncode == 2
    assert printed.splitlines()[-1] == b"standard output: error: can't be written: No space left on device"
    assert b"Traceback" not in printed


@pytest.mark.parametrize(
    ("arguments", "closed"), [(["convert", "-"], "stdin"), (["convert", "one.txt"], "stdout")], ids=["stdin", "stdout"]
)
def test_a_closed_stream(arguments: list[str], closed: str, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """A program may be started without standard input or output; Python then has None for it."""
    monkeypatch.setattr(sys, closed, None)
    assert run(arguments) == 2
    assert capsys.readouterr().err.endswith(": it is closed\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interrupt(folder: Path) -> None:
    """Ctrl-C ends the program with a line of its own and the status 130, and no file is half written."""
    # Whoever runs the tests in the background may have the signal ignored, which children inherit.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    program = start("convert", "one.txt", "-", "-o", "out.json", stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    while not (unfinished := [*folder.glob(".archivecite-*")]):
        assert program.poll() is None
        time.sleep(0.01)
    program.send_signal(signal.SIGINT)
    _, printed = program.communicate()
    assert program.returncode == 130
    assert printed.decode().strip() == "archivecite: stopped"
    assert not unfinished[0].exists()
    assert not (folder / "out.json").exists()


def test_a_mistake_in_a_word_file_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever adds a form reads which file and key are wrong, and no traceback."""

    def fail(text: str) -> ac.Document:
        raise WordFileError("levels.toml, levels/opis: 'f.' is there already, as levels/fond")

    monkeypatch.setattr("archivecite.syntax.document.parse", fail)
    (folder / "a.txt").write_text("x")
    assert run(["convert", "a.txt"]) == 2
    assert capsys.readouterr().err == "Error: levels.toml, levels/opis: 'f.' is there already, as levels/fond\n"
