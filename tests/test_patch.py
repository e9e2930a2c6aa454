"""Patches: taken by the programs that take patches, whatever the texts and names hold."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.generated import laid_out, parts

from archivecite.cli import run
from archivecite.cli.patch import patch, patch_name, quoted
from archivecite.surface.alignment import kept

GOOD = laid_out(parts(Random(3))._replace(family="plain"))
#: What Python or a terminal takes for the end of a line, and ``patch`` and git do not.
ODD = "One\x0ctwo\u2028three\u2029four\x85five\x1csix\rseven\x0beight\r\n"
BAD = GOOD.replace("Summary:", f"{ODD}\nSumary:\n{ODD}").replace("\n\n", f"\n{ODD}\n", 2)

PROGRAMS = [["patch", "-p0", "-f", "-i"], ["patch", "-p1", "-f", "-i"], ["git", "apply"]]

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def diff(*files: str) -> bytes:
    """What ``validate --diff`` writes where no character but ASCII can be printed."""
    return subprocess.run(
        [sys.executable, "-m", "archivecite", "validate", "--diff", "--select", "AC107", *files],
        stdout=subprocess.PIPE, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    ).stdout  # fmt: skip


def apply(command: list[str], data: bytes) -> None:
    """Let a program change the files as the patch ``data`` says."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    Path("the.patch").write_bytes(data)
    done = subprocess.run([*command, "the.patch"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", PROGRAMS, ids=" ".join)
def test_other_programs_take_it_with_any_characters(command: list[str]) -> None:
    """Form feeds, CR, CRLF and the line ends of Unicode are within lines, and a last line may have no newline."""
    for name, text in {
        "lf.txt": BAD,
        "crlf.txt": BAD.replace("\n", "\r\n"),
        "cut.txt": f"{BAD.rstrip()} Sumary:",
    }.items():
        Path(name).write_bytes(text.encode())
        apply(command, diff(name))
        assert Path(name).read_bytes() == text.replace("\nSumary", "\nSummary").encode()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("command", PROGRAMS, ids=" ".join)
def test_other_programs_take_it_with_any_names(command: list[str]) -> None:
    """Blanks, quotes, control characters and bytes that are not UTF-8 in names; none of them makes another line."""
    Path("a folder").mkdir()
    names = ["a folder/é.txt", "two  blanks .txt", 'q"\\uote.txt', "x\n--- y.txt\n+++ y.txt", "t\tab\x7f\x1b.txt"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"latin-\xe9.txt"))
    for name in names:
        Path(name).write_bytes(BAD.encode())
    data = diff(*names)
    assert data.count(b"\n--- ") + data.startswith(b"--- ") == len(names)
    apply(command, data)
    for name in names:
        assert Path(name).read_bytes() == BAD.replace("Sumary", "Summary").encode()


def test_names_are_quoted_as_git_does() -> None:
    """By the rules of git: the letters of C, octal numbers, and a tab after a name with blanks."""
    assert quoted("./plain.txt") == "./plain.txt"
    assert quoted("./a b.txt") == "./a b.txt\t"
    assert quoted('./\a\b\t\n\v\f\r"\\ \x1b\x7f') == r'"./\a\b\t\n\v\f\r\"\\ \033\177"'
    assert quoted("./é") == r'"./\303\251"'


def test_a_file_is_named_from_the_working_folder(folder: Path) -> None:
    """However it was given; another is named from the root, and a link by what it leads to."""
    (folder / "under").mkdir()
    assert patch_name(folder / "under" / ".." / "a.txt") == "./a.txt"
    assert (
        patch_name(folder.parent / "a.txt")
        == f"./{folder.resolve().parent.relative_to(folder.anchor).as_posix()}/a.txt"
    )
    if os.name != "nt":
        (folder / "link.txt").symlink_to("under/real.txt")
        assert patch_name(Path("link.txt")) == "./under/real.txt"


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_a_file_with_two_names_is_changed_once() -> None:
    """What a link leads to is in the patch once, so that it can be applied."""
    Path("real.txt").write_text(BAD)
    Path("link.txt").symlink_to("real.txt")
    assert diff("link.txt", "real.txt").count(b"\n+++ ") == 1


def test_standard_input_has_a_name(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that says what it is, and that a patch can have."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert run(["validate", "-", "--diff", "--select", "AC107"]) == 1
    assert capsys.readouterr().out.startswith("--- ./stdin\n+++ ./stdin\n@@ -")


def applied(text: str, data: str) -> str:
    """``text`` after the patch ``data``, whose numbers must be right."""
    lines = text.split("\n")
    old = [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]
    rows = data.split("\n")[2:-1]
    new: list[str] = []
    done = 0
    while rows:
        _, before, after, _ = rows.pop(0).split(" ")
        start, size = (int(number) for number in before.removeprefix("-").split(","))
        first, length = (int(number) for number in after.removeprefix("+").split(","))
        new += old[done : start - (size > 0)]
        done = start - (size > 0)
        assert len(new) == first - (length > 0)
        while size or length or rows[:1] == ["\\ No newline at end of file"]:
            row = rows.pop(0)
            if row.startswith("\\"):
                continue
            line = row[1:] + ("" if rows[:1] == ["\\ No newline at end of file"] else "\n")
            if row[0] in " -":
                assert old[done] == line
                done, size = done + 1, size - 1
            if row[0] in " +":
                new.append(line)
                length -= 1
    return "".join(new + old[done:])


LINES = st.lists(st.sampled_from(["", "a", "b", "c\r", "d\x0ce", "-- f", "++ g", "\\ h", "i\u2028j"]), max_size=30)
TEXTS = st.tuples(LINES, st.booleans()).map(lambda drawn: "\n".join(drawn[0]) + "\n" * drawn[1])


@given(before=TEXTS, after=TEXTS)
def test_a_patch_makes_one_text_the_other(before: str, after: str) -> None:
    """Any text into any other, by a reader of patches that knows nothing of the writer."""
    assert applied(before, "".join(patch(None, before, after))) == after


@given(text=st.lists(st.integers(), unique=True, min_size=10, max_size=40), at=st.integers(0, 9))
def test_a_patch_holds_what_has_changed_and_little_else(text: list[int], at: int) -> None:
    """One line that changed is taken out and put in once, with three lines on each side at most."""
    before = [str(number) for number in text]
    after = [*before[:at], "changed", *before[at + 1 :]]
    rows = "".join(patch(None, "\n".join(before) + "\n", "\n".join(after) + "\n")).splitlines()[3:]
    assert [row for row in rows if row[0] != " "] == [f"-{before[at]}", "+changed"]
    assert len(rows) <= 8


class Line(str):
    """A line that counts how often lines were compared."""

    __slots__ = ()
    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Line.compared += 1
        return str.__eq__(self, other)


@pytest.mark.parametrize("blank", [True, False])
def test_the_work_grows_as_the_texts_do(blank: bool) -> None:
    """Where every second line has changed ``difflib`` compares each with each, or all but."""
    size = 2000
    before = [Line("" if blank and number % 2 else f"line {number}") for number in range(size)]
    after = [Line(f"{line}!") if number % 4 == 0 else Line(line) for number, line in enumerate(before)]
    Line.compared = 0
    assert len(list(kept(before, after))) == size * 3 // 4
    assert Line.compared < 20 * size
