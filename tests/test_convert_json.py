"""``convert`` reads the JSON that it wrote: back to text, or to JSON in another shape."""

import io
import json
import sys
from pathlib import Path

import pytest

import archivecite as ac
from archivecite.cli import run
from archivecite.corpus import portion

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
RECORDS = [ac.read(seed).record for seed in SEEDS]
IDS = ["115064", "112639"]
CITATIONS = 'RGANI, f. 5, op. 49, d. 131.\n\n"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. <https://digitalarchive.wilsoncenter.org/document/7>\n'

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the seeds as JSON in three shapes, and citations in two."""
    monkeypatch.chdir(tmp_path)
    seeds = [str(seed) for seed in SEEDS]
    assert run(["convert", *seeds, "-o", "all.json"]) == 0
    assert run(["convert", *seeds, "--to", "jsonl", "-o", "all.jsonl"]) == 0
    assert run(["convert", seeds[1], "-o", "one.json"]) == 0
    (tmp_path / "list.txt").write_text(CITATIONS)
    assert run(["convert", "--citations", "list.txt", "-o", "cited.json"]) == 0
    assert run(["convert", "--citations", "list.txt", "--to", "jsonl", "-o", "cited.jsonl"]) == 0
    return tmp_path


def names(folder: str) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("given", ["all.json", "all.jsonl", "one.json", "cited.json", "cited.jsonl"])
@pytest.mark.parametrize("small", [False, True])
def test_json_gives_the_same_json(given: str, small: bool, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """A list gives a list, a line a line, and an object an object, in however many portions they are read."""
    monkeypatch.setattr(portion, "ENOUGH", 1 if small else 50_000)
    name = given.removesuffix("l")
    assert run(["convert", given]) == 0
    assert capsys.readouterr() == (Path(name).read_text(encoding="utf-8"), "")
    assert run(["convert", given, "--to", "jsonl"]) == 0
    lines = json.loads(Path(name).read_bytes())
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == (
        lines if isinstance(lines, list) else [lines]
    )


@pytest.mark.parametrize("family", ["plain", "markdown", "classic"])
def test_a_record_comes_back_as_text(family: str, capsys: Printed) -> None:
    """In each layout; what is printed reads as the record."""
    assert run(["convert", "one.json", "--to", family]) == 0
    printed = capsys.readouterr().out
    assert printed == ac.dumps(RECORDS[1], family)
    assert ac.loads(printed) == RECORDS[1]


@pytest.mark.parametrize("given", ["all.json", "all.jsonl"])
def test_texts_of_a_list_are_named_by_their_document(given: str, folder: Path, capsys: Printed) -> None:
    """They go into a folder, each called by its document's id."""
    assert run(["convert", given, "--to", "plain", "-o", "texts/"]) == 0
    assert names("texts") == sorted(f"{number}.txt" for number in IDS)
    for number, record in zip(IDS, RECORDS, strict=True):
        assert ac.read(Path("texts", f"{number}.txt")).record == record
    assert run(["convert", given, "--to", "plain"]) == 2
    assert "Several texts go into a folder" in capsys.readouterr().err


def test_a_name_that_is_taken_or_missing_is_a_number(folder: Path, capsys: Printed) -> None:
    """The list's name and the place in it; no file that is read, or that was just written, is written over."""
    unnamed = ac.to_json(ac.Record(title="No name"))
    odd = ac.to_json(ac.Record(citation=ac.Citation(url="https://digitalarchive.wilsoncenter.org/document/..%2F..")))
    Path("all.jsonl").write_text("\n".join(map(ac.to_json, RECORDS)) + f"\n{unnamed}\n{odd}\n")
    Path("115064.json").write_bytes(Path("one.json").read_bytes())
    assert run(["convert", "one.json", "all.jsonl", "all.json", "115064.json", "-o", "made/"]) == 0
    numbers = [f"all-{number}.json" for number in (1, 2, 3, 4)]
    assert names("made") == ["112639.json", "115064.json", *numbers, "all.json-1.json", "one.json"]
    assert ac.from_json(Path("made/115064.json").read_text(encoding="utf-8")) == RECORDS[1]
    before = Path("115064.json").read_bytes()
    assert run(["convert", "all.json", "115064.json", "-o", "./"]) == 2
    assert "115064.json: error: can't be written: one of FILES" in capsys.readouterr().err
    assert Path("115064.json").read_bytes() == before
    assert Path("112639.json").exists()
    assert Path("all-1.json").exists()


def test_citations_come_back_one_a_line(capsys: Printed) -> None:
    """From JSON, and from text: a blank line stays one, and each line reads as its citation."""
    expected = [ac.parse_citation(line).record.citation for line in CITATIONS.splitlines()]
    for arguments in (["cited.json"], ["cited.jsonl"], ["list.txt", "--citations"], ["cited.json", "--citations"]):
        assert run(["convert", *arguments, "--to", "plain"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [ac.parse_citation(line).record.citation for line in lines] == expected


def test_citations_go_into_no_folder(folder: Path, capsys: Printed) -> None:
    """They have no name."""
    assert run(["convert", "cited.json", "-o", "made/"]) == 2
    assert "cited.json holds citations, which go into one file" in capsys.readouterr().err
    assert not (folder / "made").exists()


def test_json_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """Which has no name: --from says what it is. It says so of a file with another name as well."""
    for form in ("json", "jsonl"):
        data = Path(f"all.{form}").read_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run(["convert", "-", "--from", form]) == 0
        assert json.loads(capsys.readouterr().out) == json.loads(Path("all.json").read_bytes())
    Path("records.txt").write_bytes(Path("all.jsonl").read_bytes())
    assert run(["convert", "records.txt", "--from", "jsonl", "--to", "jsonl"]) == 0
    assert capsys.readouterr().out == Path("all.jsonl").read_text(encoding="utf-8")


def test_a_byte_order_mark_and_blank_lines_are_no_values(capsys: Printed) -> None:
    """An editor may have added them."""
    Path("all.jsonl").write_bytes(b"\xef\xbb\xbf" + Path("all.jsonl").read_bytes().replace(b"\n", b"\r\n\r\n"))
    Path("one.json").write_bytes(b"\xef\xbb\xbf\r\n" + Path("one.json").read_bytes())
    assert run(["convert", "all.jsonl", "one.json", "--to", "jsonl"]) == 0
    assert capsys.readouterr().out.count("\n") == 3


def test_json_in_a_folder_is_not_looked_for(folder: Path, capsys: Printed) -> None:
    """A folder has texts; JSON in it may be anybody's."""
    (folder / "list.txt").unlink()
    assert run(["convert", "."]) == 2
    assert "a folder without .txt, .md or .pdf files" in capsys.readouterr().err


def test_a_wrong_line_is_said_and_the_others_are_read(capsys: Printed) -> None:
    """With its number and the path of the value."""
    good, other = Path("all.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = other.replace('"summary":"', '"summary":7,"zqx":"', 1)
    Path("all.jsonl").write_text(
        f'{good}\n\n{wrong}\n{{"a": nonsense\n[]\n{other.replace("null", "1e5", 1)}\n{other}\n'
    )
    assert run(["convert", "all.jsonl", "--to", "jsonl"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [good, other]
    said = printed.err.splitlines()
    assert [line.split(" ")[0] for line in said] == [f"all.jsonl:{place}:" for place in ("3:1", "4:7", "5:1", "6:1")]
    assert said[0] == 'all.jsonl:3:1: AC904 error: unknown key "zqx" at $'
    assert said[1] == "all.jsonl:4:7: AC904 error: not JSON: Expecting value at $"
    assert said[2].endswith("expected an object, got [] at $")


def test_a_wrong_value_of_a_list_has_its_place(capsys: Printed) -> None:
    """The path begins with its place in the list, and the line is that at which it begins."""
    records = json.loads(Path("all.json").read_bytes())
    records[1]["title"] = 7
    Path("all.json").write_text(json.dumps(records, indent=2))
    assert run(["convert", "all.json", "--to", "jsonl"]) == 1
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    line = next(n for n, text in enumerate(Path("all.json").read_text().splitlines(), 1) if n > 2 and text == "  {")
    assert printed.err == f"all.json:{line}:3: AC904 error: expected a string, got 7 at $[1].title\n"


@pytest.mark.parametrize(
    ("content", "status", "expected"),
    [
        (b"", 1, "bad.json:1:1: AC904 error: not JSON: Expecting value at $"),
        (b"[]", 2, "bad.json: error: expected records or citations, got none"),
        (b"[1 2]", 1, "bad.json:1:4: AC904 error: not JSON: expected a comma or the end of the list"),
        (b"[1,\n]", 1, "bad.json:2:1: AC904 error: not JSON: Expecting value"),
        (b"[1", 1, "bad.json:1:3: AC904 error: not JSON: expected a comma or the end of the list"),
        (b"[1]\n]", 1, "bad.json:2:1: AC904 error: not JSON: there is more after the list"),
        (b"[" * 100_000, 1, "bad.json:1:2: AC904 error: nested too deeply"),
        (b'{"a":' * 100_000, 1, "bad.json: AC904 error: nested too deeply at $"),
        (b"Cable", 1, "bad.json:1:1: AC904 error: not JSON: Expecting value at $"),
        (
            b"[\n{\xff}]",
            2,
            "bad.json:2:2: AC902 error: the file is not UTF-8 text: the byte 0xFF is wrong here (invalid start byte)",
        ),
        (
            b"[" + b"9" * 10_000 + b"]",
            1,
            "bad.json:1:2: AC904 error: a number of thousands of digits can't be read at $[0]",
        ),
    ],
)
def test_what_is_not_json_is_refused(content: bytes, status: int, expected: str, capsys: Printed) -> None:
    """One line says what is wrong and where, and nothing is written."""
    Path("bad.json").write_bytes(content)
    assert run(["convert", "bad.json"]) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[-1] == expected


def test_a_lone_surrogate_is_kept_in_json_and_refused_as_text(capsys: Printed) -> None:
    """JSON can escape what no text file can hold."""
    Path("bad.json").write_text(ac.to_json(ac.Record(title="x")).replace('"x"', '"\\ud800"'))
    assert run(["convert", "bad.json"]) == 0
    assert '"title": "\\ud800"' in capsys.readouterr().out
    assert run(["convert", "bad.json", "--to", "plain"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "bad.json: AC90" in printed.err
    assert "Traceback" not in printed.err


def test_what_the_layout_can_not_carry_is_refused(capsys: Printed) -> None:
    """The record of a list says where it is; the others are written."""
    Path("bad.jsonl").write_text(
        ac.to_json(ac.Record(title="Citation:")) + "\n" + Path("all.jsonl").read_text(encoding="utf-8"),
        encoding="utf-8",
    )
    assert run(["convert", "bad.jsonl", "--to", "plain", "-o", "texts/"]) == 1
    assert capsys.readouterr().err.startswith("bad.jsonl:1:1: AC905 error: ")
    assert len(names("texts")) == 2


def test_lines_have_a_largest_size(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """What is larger than any record stops the reading of its file; lines before it are converted."""
    first = Path("all.jsonl").read_text(encoding="utf-8").splitlines()[1]
    monkeypatch.setattr(portion, "LARGEST_LINE", 1 << 20)
    Path("all.jsonl").write_text(f"{first}\n{' ' * (1 << 20)}\n{first}\n", encoding="utf-8")
    assert run(["convert", "all.jsonl", "--to", "jsonl"]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"{first}\n"
    assert "all.jsonl:2:1: " in printed.err
    monkeypatch.setattr(portion, "LARGEST_JSON", 1 << 10)
    assert run(["convert", "all.json"]) == 2
    assert "all.json: AC902 error: expected JSON of at most" in capsys.readouterr().err
