"""``archivecite show`` on a terminal, and the files that it writes."""

import io
import re
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.seed import LETTER, SHORT
from test_terminal import HOSTILE, HOSTILE_NAME, is_command, is_harmless

import archivecite as ac
from archivecite.cli import run
from archivecite.cli.wrapping import wrapped
from archivecite.model.mark import Mark
from archivecite.model.visible import visible, width

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two records, in which no variable asks for colours or for none."""
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8", newline="")
    (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def rows(printed: str) -> dict[str, list[str]]:
    """The lines that are shown, by the label before them; those without one go with the label above."""
    found: dict[str, list[str]] = {}
    label = ""
    for line in printed.split("\n"):
        label = line[:16].strip() or label
        found.setdefault(label, []).append(line[16:].strip())
    return found


def test_each_part_is_shown_with_its_label_and_what_is_read_in_it(capsys: Printed) -> None:
    """The parts of the head, of the citation, and the blocks, each with its keys."""
    assert run(["show", "letter.txt"]) == 0
    printed = capsys.readouterr().out
    found = rows(printed)
    assert printed.startswith("letter.txt · plain layout · wcda-a-letter\n")
    assert found["date"][:2] == ["July 04, 1949", "edtf 1949-07-04"]
    assert "RGASPI, f. 558, op. 11, d. 328, ll. 9-17" in found["archival source"][0]
    assert found["archival source"][1] == "repository acronym RGASPI · fond 558 · opis 11 · delo 328 · list 9-17"
    assert {"translated", "obtained", "summary", "marking", "addressee", "paragraph"} <= set(found)
    assert any("gap [...]" in line for line in found["paragraph"])


def test_the_parts_are_in_the_order_of_the_text(capsys: Printed) -> None:
    """Wherever a statement is printed between sources."""
    run(["show", "letter.txt"])
    printed = capsys.readouterr().out
    places = [
        printed.index(f"{label}  ") for label in ("date", "title", "digital archive", "reprinted", "obtained", "url")
    ]
    assert places == sorted(places)


def test_a_finding_is_under_the_part_that_it_is_about(capsys: Printed) -> None:
    """With its line; that there is one does not change the exit status, for all is shown."""
    Path("bad.txt").write_text(
        LETTER.replace("Zhou asks", "Zhou\u202e asks").replace("Credits:", "Credit:"), encoding="utf-8"
    )
    assert run(["show", "bad.txt"]) == 0
    lines = capsys.readouterr().out.split("\n")
    [summary] = [at for at, line in enumerate(lines) if line.startswith(f"{'summary':>16}")]
    [finding] = [at for at, line in enumerate(lines) if "AC111" in line]
    following = next(at for at, line in enumerate(lines) if re.match(r" *(?:credits|language)  ", line))
    assert summary < finding < following
    assert "Zhou\\u202e asks" in lines[summary]
    assert lines[finding].startswith(f"{'!':>16}  line ")
    assert "^" in lines[finding + 2]


def test_what_is_not_a_record_is_shown_all_the_same(capsys: Printed) -> None:
    """With what is wrong; the exit status says so."""
    Path("list.txt").write_text("A shopping list", encoding="utf-8")
    assert run(["show", "list.txt"]) == 1
    printed = capsys.readouterr()
    assert "not a record of this layout" in printed.out
    assert "AC901 error" in printed.out
    assert run(["show", "list.txt", "--html", "list.html"]) == 1
    assert "A shopping list" in Path("list.html").read_text(encoding="utf-8")


def test_what_cannot_be_read(capsys: Printed) -> None:
    """Is named on standard error, and the others are shown."""
    Path("latin.txt").write_bytes(b"caf\xe9")
    assert run(["show", "latin.txt", "missing.txt", "short.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.out.startswith("short.txt ")
    assert "latin.txt:1:4: AC902 error: " in printed.err
    assert "missing.txt: error: can't be read" in printed.err


def test_colours_are_for_terminals_that_want_them(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks and labels have colours, unless NO_COLOR says no; nothing else is different."""
    run(["show", "letter.txt"])
    plain = capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(["show", "letter.txt"])
    coloured = capsys.readouterr().out
    assert "\x1b[" not in plain
    assert "\x1b[36m[the CC]\x1b[0m" in coloured
    assert click.unstyle(coloured) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    run(["show", "letter.txt"])
    assert capsys.readouterr().out == plain


def test_nothing_of_a_text_or_a_name_acts_on_a_terminal(capsys: Printed) -> None:
    """Controls are escaped, in the text, in values, in findings and in names."""
    text = (
        LETTER.replace("Zhou asks", f"{HOSTILE} asks")
        .replace("Stalin:", f"Stal{HOSTILE}in:")
        .replace("RGASPI", HOSTILE)
    )
    Path(HOSTILE_NAME).write_text(text, encoding="utf-8", newline="")
    Path("::error::x.txt").write_text(f"::warning::{HOSTILE}", encoding="utf-8", newline="")
    assert run(["show", ".", "::error::x.txt"]) == 1
    printed = capsys.readouterr()
    assert is_harmless(printed.out + printed.err)
    assert not [line for line in printed.out.split("\n") if is_command(line)]
    assert "\\x1b[2J" in printed.out


@given(st.text("ab \n毛\u0301[]\x1b", max_size=60), st.integers(1, 20))
def test_text_is_wrapped_without_loss(text: str, columns: int) -> None:
    """Every character is there, escaped if need be, but the blanks and newlines where lines end; lines are short enough."""
    marks = [Mark("supplied", 0, len(text))] if text.strip() else []
    lines = [click.unstyle(line) for line in wrapped(text, columns, marks)]
    squeezed = [re.sub(r"[ \n]", "", each) for each in ("".join(lines), "".join(map(visible, text.split("\n"))))]
    assert squeezed[0] == squeezed[1]
    for line in lines:
        assert width(line) <= max(columns, 4), "only an escape may be longer"


def test_marks_within_marks_are_coloured() -> None:
    """The inner one has its own colours."""
    [line] = wrapped("a [b [c]]", 80, [Mark("supplied", 2, 9, "b [c]"), Mark("unclear", 5, 8, "c")])
    assert line == "a " + click.style("[b ", fg="cyan") + click.style("[c]", fg="yellow") + click.style("]", fg="cyan")


# Pages


def test_one_file_gives_one_page(capsys: Printed) -> None:
    """In the file that is named, or on standard output."""
    assert run(["show", "letter.txt", "--html", "letter.html"]) == 0
    html = Path("letter.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "All records" not in html
    assert run(["show", "letter.txt", "--html", "-"]) == 0
    assert capsys.readouterr().out == html


def test_several_files_give_a_folder_with_an_index() -> None:
    """So does one file if the name ends in a slash."""
    assert run(["show", "letter.txt", "short.txt", "--html", "pages"]) == 0
    assert sorted(path.name for path in Path("pages").iterdir()) == ["index.html", "letter.html", "short.html"]
    index = Path("pages/index.html").read_text(encoding="utf-8")
    assert index.index('href="letter.html"') < index.index('href="short.html"')
    assert 'href="index.html"' in Path("pages/short.html").read_text(encoding="utf-8")
    assert run(["show", "short.txt", "--html", "one/"]) == 0
    assert sorted(path.name for path in Path("one").iterdir()) == ["index.html", "short.html"]


def test_no_page_is_written_over_another_or_over_a_file(capsys: Printed) -> None:
    """Two records of one name are refused before anything is written, and so is one that is called index."""
    Path("a").mkdir()
    Path("a/letter.txt").write_text(LETTER, encoding="utf-8")
    assert run(["show", "letter.txt", "a/letter.txt", "--html", "pages/"]) == 2
    Path("a/index.txt").write_text(LETTER, encoding="utf-8")
    assert run(["show", "a/index.txt", "--html", "pages/"]) == 2
    assert run(["show", "letter.txt", "--html", "letter.txt"]) == 2
    assert not Path("pages").exists()
    assert Path("letter.txt").read_text(encoding="utf-8") == LETTER


def test_standard_input_is_shown(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    """As a page too."""
    for arguments in (["show", "-"], ["show", "-", "--html", "-"]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LETTER.encode())))
        assert run(arguments) == 0
        assert "July 04, 1949" in capsys.readouterr().out


def test_the_pages_of_a_document_are_the_same_each_time() -> None:
    """Nothing in them comes from elsewhere."""
    from archivecite.formats.html.page import page

    document = ac.parse(LETTER)
    assert page(document, ac.check(document), "a.txt") == page(ac.parse(LETTER), ac.check(document), "a.txt")
