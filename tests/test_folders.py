"""Which files of a folder are read, and in which order."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from archivecite.cli import run
from archivecite.corpus import pool
from archivecite.corpus.files import find_files

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
on_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
with_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(SEEDS[1].read_bytes())


def found(*arguments: str, exclude: tuple[str, ...] = ()) -> list[str]:
    """The files that the arguments name; nothing is wrong with them."""
    problems: list[tuple[Path, str]] = []
    inputs = find_files(map(Path, arguments), exclude, lambda path, problem: problems.append((path, problem)))
    assert not problems
    return [source.path.as_posix() if source.path else "-" for source in inputs]


def test_what_is_hidden_or_installed_is_left_out() -> None:
    """Of a project that also has records, the records are read."""
    make(".venv/lib/LICENSE.txt", "env/pyvenv.cfg", "env/lib/LICENSE.txt", "records/node_modules/y/README.md")
    make("records/a.txt", "records/.hidden.txt", "records/.b/c.txt", "records/__pycache__/d.txt", "records/e/f.md")
    assert found(".") == ["records/a.txt", "records/e/f.md"]


def test_what_is_named_is_read() -> None:
    """A file or folder that is an argument was meant."""
    make(".hidden/.a.txt", ".hidden/b.txt", "env/pyvenv.cfg", "env/c.txt", "node_modules/d.txt", "x.dat")
    assert found(".hidden/.a.txt", ".hidden", "env", "node_modules", "x.dat", exclude=("x.dat",)) == [
        ".hidden/.a.txt",
        ".hidden/b.txt",
        "env/c.txt",
        "node_modules/d.txt",
        "x.dat",
    ]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("old", ["a.txt", "records/a.txt", "records/b1.txt"]),
        ("old/", ["a.txt", "records/a.txt", "records/b1.txt"]),
        ("a.*", ["records/b1.txt", "records/old/c.txt"]),
        ("b?.txt", ["a.txt", "records/a.txt", "records/old/a.txt", "records/old/c.txt"]),
        ("records/*.txt", ["a.txt"]),
        ("./records/old", ["a.txt", "records/a.txt", "records/b1.txt"]),
        ("records/old/a.txt", ["a.txt", "records/a.txt", "records/b1.txt", "records/old/c.txt"]),
        ("record", ["a.txt", "records/a.txt", "records/b1.txt", "records/old/a.txt", "records/old/c.txt"]),
    ],
)
def test_exclude_leaves_out_names_and_paths(pattern: str, left: list[str]) -> None:
    """A pattern without a slash is for names at any depth, another for the path."""
    make("a.txt", "records/a.txt", "records/b1.txt", "records/old/a.txt", "records/old/c.txt")
    assert found(".", exclude=(pattern,)) == left


def test_exclude_is_for_paths_as_shown_and_from_the_folder_on() -> None:
    """However a folder is named, one may write what one sees, or what is in it."""
    make("records/a.txt", "records/old/c.txt")
    assert found("records", exclude=("records/old",)) == ["records/a.txt"]
    assert found("records", exclude=("old/*",)) == ["records/a.txt"]
    assert found(str(Path("records").absolute()), exclude=("old/*",)) == [Path("records/a.txt").absolute().as_posix()]


def test_both_commands_exclude(capsys: Printed, folder: Path) -> None:
    """By an option that may be there several times; validate by its settings too."""
    make("a.txt", "b.txt", "c.txt")
    assert run(["convert", ".", "--exclude", "a.*", "--exclude", "b.*", "--to", "jsonl"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert run(["validate", ".", "--exclude", "a.*", "--ignore", "AC7"]) == 0
    assert capsys.readouterr().out.startswith("2 records checked")
    (folder / "archivecite.toml").write_text('exclude = ["a.*", "b.*"]')
    assert run(["validate", "."]) == 0
    assert capsys.readouterr().out.startswith("1 record checked")
    (folder / "archivecite.toml").write_text("exclude = [1]")
    assert run(["validate", "."]) == 2
    assert "exclude must be a list of globs" in capsys.readouterr().err


@with_git
def test_what_git_ignores_is_left_out(folder: Path) -> None:
    """By the patterns of all folders; a file that Git follows is read, whatever they say."""
    subprocess.run(["git", "init", "-q", "."], check=True)
    make("a.txt", "build/b.txt", "c/d.tmp.txt", "c/e.txt", "c/g.md", "c/f/h.md", "ünder/ö.txt", "i.md")
    (folder / ".gitignore").write_text("build/\n*.md\nö.txt\n")
    (folder / "c/.gitignore").write_text("*.tmp.txt\n!f/*.md\n")
    subprocess.run(["git", "add", "-f", "i.md"], check=True)
    expected = ["a.txt", "c/e.txt", "c/f/h.md", "i.md"]
    assert found(".") == expected
    assert found("c") == ["c/e.txt", "c/f/h.md"]
    assert found(str(folder)) == [f"{folder}/{name}" for name in expected]
    assert found("build", "c/g.md") == ["build/b.txt", "c/g.md"]


@with_git
def test_git_of_elsewhere_is_not_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook that runs the command names its own repository, and a repository may name programs to be run."""
    make("records/a.txt", "other/b.txt")
    for name in ("records", "other"):
        subprocess.run(["git", "init", "-q", name], check=True)
    (folder / "records/.gitignore").write_text("b.txt\n")
    (folder / "other/.git/info/exclude").write_text("a.txt\n")
    (folder / "spy").write_text("#!/bin/sh\ntouch spied\n")
    (folder / "spy").chmod(0o755)
    subprocess.run(["git", "-C", "records", "config", "core.fsmonitor", str(folder / "spy")], check=True)
    monkeypatch.setenv("GIT_DIR", str(folder / "other/.git"))
    assert found("records") == ["records/a.txt"]
    assert not [*folder.rglob("spied")]


def test_without_git_the_fixed_list_holds(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A machine without Git leaves out what is hidden or installed."""
    make("a.txt", "b.txt", ".c.txt")
    (folder / ".gitignore").write_text("b.txt\n")
    monkeypatch.setenv("PATH", str(folder))
    assert found(".") == ["a.txt", "b.txt"]


@on_unix
@pytest.mark.parametrize("command", ["convert", "validate"])
def test_what_is_no_file_is_left_out_of_a_folder(command: str, folder: Path, capsys: Printed) -> None:
    """A pipe without a writer would stop the command for ever; so would a link to one."""
    make("a.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to("pipe.txt")
    (folder / "null.txt").symlink_to("/dev/null")
    with socket.socket(socket.AF_UNIX) as other:
        other.bind("socket.txt")
        assert run([command, "."]) == 0
    assert capsys.readouterr().err == ""


@on_unix
def test_links_that_go_round_end(folder: Path) -> None:
    """A link to a folder is not followed, and one to a file is that file; a folder that is a link is read if named."""
    make("records/a.txt", "b.txt")
    (folder / "records/round").symlink_to(folder)
    (folder / "records/self.txt").symlink_to("self.txt")
    (folder / "records/link.txt").symlink_to(folder / "b.txt")
    (folder / "named").symlink_to("records")
    expected = ["a.txt", "link.txt", "self.txt"]
    assert found("records") == [f"records/{name}" for name in expected]
    assert found("named") == [f"named/{name}" for name in expected]


@on_unix
@pytest.mark.parametrize("command", ["convert", "validate"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_pipe_that_is_named_is_read(
    command: str, jobs: int, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a shell's ``<(…)`` names one; it can be read only once and by one process, and can't be fixed."""
    monkeypatch.setattr(pool, "ENOUGH", 1)
    monkeypatch.setattr(pool, "processors", lambda: jobs)
    reader, writer = os.pipe()
    os.write(writer, SEEDS[1].read_bytes())
    os.close(writer)
    try:
        assert run([command, f"/dev/fd/{reader}", str(SEEDS[0])]) == 0
        printed = capsys.readouterr()
        assert printed.err == ""
        assert ("112639" in printed.out) if command == "convert" else "2 records checked" in printed.out
        assert run(["validate", "--fix", f"/dev/fd/{reader}"]) == 2
        assert "--fix cannot change a pipe" in capsys.readouterr().err
    finally:
        os.close(reader)


def test_the_order_is_that_of_the_names() -> None:
    """The same on every system and in every run; the arguments keep theirs."""
    make("b/2.txt", "b/10.txt", "a/z.txt", "b/1/x.txt", "b.txt")
    assert found("b.txt", "b", "a") == ["b.txt", "b/1/x.txt", "b/10.txt", "b/2.txt", "a/z.txt"]


#: A repository as people have them: records, and files about the repository, in a folder of their own or above.
ABOUT = [
    "README.md", "docs/readme.de.MD", "LICENSE.txt", "records/LICENCE-MIT.txt", "COPYING.txt", "CHANGELOG.md",
    "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "Security.md", "requirements.txt", "requirements-dev.txt", "AUTHORS.txt",
]  # fmt: skip


@pytest.mark.parametrize("command", ["convert", "validate"])
def test_files_about_the_repository_are_left_out_if_they_are_no_records(
    command: str, folder: Path, capsys: Printed
) -> None:
    """Nobody who names a folder asked for its README; the records in it are read, and nothing else is said."""
    make("records/a.txt")
    for name in ABOUT:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("All that is needed to read the records.\n")
    make(".venv/lib/x/LICENSE.txt", "node_modules/y/README.md", ".git/info/notes.txt")
    assert run([command, "."]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.count('"schema_version"') == 1 if command == "convert" else "1 record checked, 0" in printed.out


@pytest.mark.parametrize("name", ["README.md", "LICENSE.txt", "SECURITY.md", "requirements.txt"])
@pytest.mark.parametrize("command", ["convert", "validate"])
def test_a_record_with_such_a_name_is_read(command: str, name: str, capsys: Printed) -> None:
    """What a file is called does not make it another thing."""
    make(name)
    assert run([command, "."]) == 0
    assert "112639" in capsys.readouterr().out if command == "convert" else "1 record" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["README.md", "LICENSE.txt", "SECURITY.md", "requirements.txt"])
@pytest.mark.parametrize("command", ["convert", "validate"])
def test_such_a_file_that_is_named_was_meant(command: str, name: str, capsys: Printed) -> None:
    """On the command line it is read and reported as any other."""
    Path(name).write_text("All that is needed to read the records.\n")
    assert run([command, name]) == 1
    assert capsys.readouterr().err.startswith(f"{name}:1:1: AC901 error")


@pytest.mark.parametrize(
    "name",
    ["security-council.txt", "License to Export Grain.txt", "readmes.md", "history of the talks.txt", "notes.md"],
)
@pytest.mark.parametrize("command", ["convert", "validate"])
def test_a_document_s_name_is_not_taken_for_a_repository_s(command: str, name: str, capsys: Printed) -> None:
    """A damaged record is not passed over because of a word in its name."""
    make("a.txt")
    Path(name).write_text("What is left of a record.\n")
    assert run([command, "."]) == 1
    assert f"{name}:1:1: AC901 error" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["convert", "validate"])
def test_a_folder_with_nothing_else_has_nothing_to_read(command: str, capsys: Printed) -> None:
    """A check of nothing must not pass for a good one."""
    Path("README.md").write_text("All that is needed to read the records.\n")
    assert run([command, "."]) == 2
    assert "archivecite: error: expected records, got none" in capsys.readouterr().err
