"""Files that are written: whole or not at all, and nothing of what anyone else writes is lost."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from rules.generated import laid_out, parts

import archivecite.rules.fix
from archivecite.cli import original, run
from archivecite.cli.locks import is_wanted, lease
from archivecite.cli.original import replace_text
from archivecite.cli.stopping import undisturbed
from archivecite.cli.temporary import NAME, Temporary, keep_rights, temporary

GOOD = laid_out(parts(Random(3))._replace(family="plain"))
BAD = GOOD.replace("Summary:", "Sumary:")
LATE = b"\n\nThis was added late."

#: Waits until it may open the file named, and adds what it is given.
APPENDER = "import sys; open(sys.argv[1], 'ab').write(bytes.fromhex(sys.argv[2]))"

Printed = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch

unix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither such rights nor such signals")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: Patch) -> Path:
    """A folder with a record that can be fixed."""
    (tmp_path / "bad.txt").write_text(BAD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    """The names of all files in ``folder``."""
    return sorted(path.name for path in folder.iterdir())


def meanwhile(monkeypatch: Patch, act: Callable[[], object]) -> None:
    """Let ``act`` happen after the file was read and fixed, and before it is written."""
    fix = archivecite.rules.fix.fix_document

    def slowly(*arguments: Any) -> Any:
        found = fix(*arguments)
        act()
        return found

    monkeypatch.setattr("archivecite.rules.fix.fix_document", slowly)


def at_the_last_moment(monkeypatch: Patch, before: Callable[[], object], after: Callable[[], object]) -> None:
    """Let something happen between the last look at a file and its replacement, and something right after it."""
    take_place = Temporary.take_place

    def slowly(new: Temporary) -> None:
        before()
        take_place(new)
        after()

    monkeypatch.setattr(Temporary, "take_place", slowly)


# A file that others change


def append(text: bytes) -> None:
    """Add ``text`` to the record."""
    with Path("bad.txt").open("ab") as file:
        file.write(text)


def test_a_file_that_changed_meanwhile_is_refused(capsys: Printed, monkeypatch: Patch, folder: Path) -> None:
    """It stays as it is, the exit status is 2, and nothing is counted as fixed."""
    meanwhile(monkeypatch, lambda: append(LATE))
    assert run(["validate", "bad.txt", "--fix", "--select", "AC107"]) == 2
    assert (folder / "bad.txt").read_bytes() == BAD.encode() + LATE
    printed = capsys.readouterr()
    assert printed.err == (
        "bad.txt: error: can't be fixed: another program changed the file meanwhile; run the command again\n"
    )
    assert printed.out.splitlines()[-1] == "1 record checked, 1 finding (1 fixable with --fix)"
    assert names(folder) == ["bad.txt"]


def test_a_file_that_was_replaced_or_removed_meanwhile_is_refused(monkeypatch: Patch, folder: Path) -> None:
    """What was put in its place stays there, and no file is made where there is none any more."""
    (folder / "other.txt").write_text("other")
    meanwhile(monkeypatch, lambda: (folder / "other.txt").replace("bad.txt"))
    assert run(["validate", "bad.txt", "--fix"]) == 2
    assert (folder / "bad.txt").read_text() == "other"
    monkeypatch.undo()
    (folder / "bad.txt").write_text(BAD)
    monkeypatch.chdir(folder)
    meanwhile(monkeypatch, (folder / "bad.txt").unlink)
    assert run(["validate", "bad.txt", "--fix"]) == 2
    assert names(folder) == []


def test_a_file_replaced_at_the_last_moment_is_refused(monkeypatch: Patch, folder: Path) -> None:
    """Even one with the same content: it is another file."""
    (folder / "other.txt").write_text(BAD)
    content_of = original.content_of

    def slowly(descriptor: int) -> bytes:
        found = content_of(descriptor)
        (folder / "other.txt").replace("bad.txt")
        return found

    monkeypatch.setattr(original, "content_of", slowly)
    with pytest.raises(OSError, match="another program changed the file"):
        replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == BAD
    assert names(folder) == ["bad.txt"]


def can_lease() -> bool:
    """Whether the system leases files in this folder."""
    Path("probe").touch()
    with Path("probe").open("rb") as file:
        found = lease(file.fileno())
    Path("probe").unlink()
    return found is True


def test_a_file_that_is_open_to_write_is_refused(folder: Path) -> None:
    """Where the system tells; what the other program writes at last goes into the file."""
    if not can_lease():
        pytest.skip("needs a file system of Linux with leases")
    with Path("bad.txt").open("ab"), pytest.raises(OSError, match="open to write"):
        replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == BAD
    assert names(folder) == ["bad.txt"]
    replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == GOOD


@unix
def test_where_no_file_can_be_leased_an_open_one_is_fixed(monkeypatch: Patch, folder: Path) -> None:
    """Some file systems refuse every lease, which says nothing about who uses the file."""
    monkeypatch.setattr(original, "lease", lambda _: False)
    monkeypatch.setattr(original, "can_lease", lambda _: False)
    replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == GOOD
    assert names(folder) == ["bad.txt"]


@unix
def test_a_locked_file_is_refused(folder: Path) -> None:
    """Programs that lock files agree on that."""
    import fcntl

    with Path("bad.txt").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(OSError, match="open to write"):
            replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == BAD


class Appender:
    """A program that opens the record while it is leased, and so waits."""

    def __init__(self, monkeypatch: Patch) -> None:
        hold = original.hold
        self.opened: list[int] = []
        self.programs: list[subprocess.Popen[bytes]] = []

        def remember(old: int, target: Path) -> bool:
            self.opened.append(old)
            return hold(old, target)

        monkeypatch.setattr(original, "hold", remember)

    def start(self) -> None:
        """Start it, and come back when it waits."""
        self.programs.append(subprocess.Popen([sys.executable, "-c", APPENDER, "bad.txt", LATE.hex()]))
        while not is_wanted(self.opened[0]):
            time.sleep(0.01)


def test_who_opens_a_leased_file_waits_and_is_heard(monkeypatch: Patch, folder: Path) -> None:
    """A program that found the file just before it was replaced adds its text to the new one, once it is let in."""
    if not can_lease():
        pytest.skip("needs a file system of Linux with leases")
    appender = Appender(monkeypatch)
    at_the_last_moment(monkeypatch, appender.start, lambda: None)
    replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert appender.programs[0].wait() == 0
    assert (folder / "bad.txt").read_bytes() == GOOD.encode() + LATE
    assert names(folder) == ["bad.txt"]


def test_a_file_that_somebody_waits_for_is_refused(monkeypatch: Patch, folder: Path) -> None:
    """A program that wants to open the file before the last look at it gets it as it was."""
    if not can_lease():
        pytest.skip("needs a file system of Linux with leases")
    appender = Appender(monkeypatch)
    content_of = original.content_of

    def slowly(descriptor: int) -> bytes:
        if not appender.programs:
            appender.start()
        return content_of(descriptor)

    monkeypatch.setattr(original, "content_of", slowly)
    with pytest.raises(OSError, match="another program changed the file"):
        replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert appender.programs[0].wait() == 0
    assert (folder / "bad.txt").read_bytes() == BAD.encode() + LATE


@unix
@pytest.mark.parametrize("late", [0, 0.01])
def test_without_leases_what_is_added_late_is_heard_too(late: float, monkeypatch: Patch, folder: Path) -> None:
    """A program that had opened the file writes to it after it was replaced, at once or a little later."""
    monkeypatch.setattr(original, "lease", lambda _: None)
    with Path("bad.txt").open("ab", buffering=0) as file:
        writer = threading.Timer(late, file.write, [LATE])
        at_the_last_moment(monkeypatch, lambda: None, writer.start)
        replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
        writer.join()
    assert (folder / "bad.txt").read_bytes() == GOOD.encode() + LATE
    assert names(folder) == ["bad.txt"]


@unix
def test_what_is_written_anew_at_the_last_moment_is_kept(monkeypatch: Patch, folder: Path) -> None:
    """A program that means to replace the whole text has its way, and the file is refused."""
    monkeypatch.setattr(original, "lease", lambda _: None)
    with Path("bad.txt").open("r+b", buffering=0) as file:

        def anew() -> None:
            monkeypatch.undo()
            file.truncate(0)
            file.write(b"A new text.")

        at_the_last_moment(monkeypatch, lambda: None, anew)
        with pytest.raises(OSError, match="another program changed the file"):
            replace_text(folder / "bad.txt", BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == "A new text."
    assert names(folder) == ["bad.txt"]


@unix
def test_who_never_stops_writing_is_told_of(monkeypatch: Patch, folder: Path) -> None:
    """After a while the command goes on, with what was written until then, and says what may be lost."""
    monkeypatch.setattr(original, "lease", lambda _: None)
    monkeypatch.setattr(original, "PATIENCE", 1.5)
    with Path("bad.txt").open("ab", buffering=0) as file:
        monkeypatch.setattr(original, "sleep", lambda _: file.write(b"."))
        monkeypatch.setattr(original, "monotonic", iter(range(100)).__next__)
        with pytest.raises(OSError, match="still writes"):
            replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text().rstrip(".") == GOOD.rstrip(".")
    assert (folder / "bad.txt").read_text().endswith(".")


@unix
def test_two_names_of_one_file_are_fixed_once(folder: Path) -> None:
    """A file that holds the fixed text by now is done, whoever wrote it."""
    (folder / "link.txt").symlink_to("bad.txt")
    replace_text(Path("link.txt"), BAD.encode(), GOOD.encode())
    replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert (folder / "bad.txt").read_text() == GOOD
    assert (folder / "link.txt").is_symlink()
    assert names(folder) == ["bad.txt", "link.txt"]


# Names, links, rights


@pytest.mark.skipif(os.name == "nt", reason="Windows has a limit on whole paths")
@pytest.mark.parametrize("length", [240, 255])
def test_long_names(length: int, folder: Path) -> None:
    """A name as long as names may be is no longer while the file is written."""
    name = "n" * (length - 5)
    (folder / "bad.txt").replace(f"{name}.text")
    assert run(["validate", f"{name}.text", "--fix", "--select", "AC107"]) == 0
    assert (folder / f"{name}.text").read_text() == GOOD
    assert run(["convert", f"{name}.text", "-o", f"{name}.json", "--fail-on", "error"]) == 0
    assert names(folder) == [f"{name}.json", f"{name}.text"]


@unix
def test_fixing_through_a_link(folder: Path) -> None:
    """The link stays, and the file that it leads to is fixed, with its temporary file beside it."""
    (folder / "under").mkdir()
    (folder / "bad.txt").replace("under/real.txt")
    (folder / "link.txt").symlink_to("under/real.txt")
    assert run(["validate", "link.txt", "--fix", "--select", "AC107"]) == 0
    assert (folder / "link.txt").readlink() == Path("under/real.txt")
    assert (folder / "under" / "real.txt").read_text() == GOOD


@unix
def test_a_link_to_itself_is_one_clear_line(capsys: Printed, folder: Path) -> None:
    """It can't be written through, and stays."""
    (folder / "loop.json").symlink_to("loop.json")
    assert run(["convert", "bad.txt", "-o", "loop.json", "--fail-on", "error"]) == 2
    assert capsys.readouterr().err.startswith("loop.json: error: can't be written: ")
    assert (folder / "loop.json").is_symlink()


@unix
@pytest.mark.parametrize(
    "arguments", [["validate", "bad.txt", "--fix"], ["convert", "bad.txt", "-o", "out.json", "--fail-on", "error"]]
)
def test_what_may_not_be_written(arguments: list[str], capsys: Printed, monkeypatch: Patch, folder: Path) -> None:
    """A read-only file stays, although its folder would let it be replaced; and so does one in a read-only folder."""
    (folder / "out.json").write_text("old")
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    monkeypatch.setattr(os, "access", lambda _, mode, **__: mode != os.W_OK)
    assert run(arguments) == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(": it is read-only")
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    make = os.open

    def refuse(path: Any, flags: int, *rest: Any) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return make(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert run(arguments) == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(": its folder is read-only")
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


@unix
def test_a_pipe_is_not_fixed(folder: Path) -> None:
    """Only a file can be replaced; and nobody waits for a pipe that has no reader."""
    os.mkfifo(folder / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        replace_text(folder / "pipe", b"", b"x")


@unix
def test_rights_are_kept(folder: Path) -> None:
    """The mode, with all of its bits, and what users noted about the file."""
    (folder / "bad.txt").chmod(0o4751)
    noted = hasattr(os, "setxattr")
    if noted:
        try:
            os.setxattr("bad.txt", "user.note", b"checked")
        except OSError:
            noted = False
    replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    assert stat.S_IMODE((folder / "bad.txt").stat().st_mode) == 0o4751
    assert not noted or os.getxattr("bad.txt", "user.note") == b"checked"


@unix
@pytest.mark.parametrize(
    ("user", "group", "mode", "kept"),
    [(0, 0, 0o6770, 0o6770), (1, 0, 0o6770, 0o770), (0, 1, 0o6774, 0o744), (1, 1, 0o660, 0o600)],
)
def test_rights_that_can_not_be_kept_are_given_to_nobody(
    user: int, group: int, mode: int, kept: int, monkeypatch: Patch, folder: Path
) -> None:
    """Where the owner changes no setuid or setgid is left, and what was for one group is for no other."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refuse)
    own = (folder / "bad.txt").stat()
    before = os.stat_result((mode, 0, 0, 1, own.st_uid + user, own.st_gid + group, 0, 0, 0, 0))
    with (folder / "bad.txt").open("r+b") as file:
        keep_rights(file.fileno(), before)
    assert stat.S_IMODE((folder / "bad.txt").stat().st_mode) == kept


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only the superuser gives files away")
def test_the_owner_is_kept(folder: Path) -> None:
    """Where the system allows it, with the bits that depend on it."""
    os.chown(folder / "bad.txt", 65534, 65534)
    (folder / "bad.txt").chmod(0o4750)
    replace_text(Path("bad.txt"), BAD.encode(), GOOD.encode())
    found = (folder / "bad.txt").stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (65534, 65534, 0o4750)


@unix
def test_a_file_that_few_may_read_is_never_open_to_others(folder: Path) -> None:
    """Not while it is written either; a new file gets the rights that new files get."""
    (folder / "bad.txt").chmod(0o600)
    with temporary(folder / "bad.txt", (folder / "bad.txt").stat()) as new:
        assert stat.S_IMODE(new.path.stat().st_mode) == 0o600
    (folder / "plain").touch()
    with temporary(folder / "new", None) as new:
        assert stat.S_IMODE(new.path.stat().st_mode) == stat.S_IMODE((folder / "plain").stat().st_mode)


# What killed runs leave


LEFT = ".archivecite-0123456789abcdef.tmp"


@pytest.mark.parametrize(
    "arguments",
    [["validate", "bad.txt", "--fix"], ["validate", ".", "--fix"], ["convert", "bad.txt", "-o", "x.json"],
     ["convert", "bad.txt", "-o", "./"]],
)  # fmt: skip
def test_left_overs_are_removed_by_the_next_run(arguments: list[str], folder: Path) -> None:
    """By each command that writes into the folder, whether it comes to write anything or not."""
    assert NAME.fullmatch(LEFT)
    (folder / LEFT).write_text("half")
    run([*arguments, "--fail-on", "error"])
    assert LEFT not in names(folder)


@unix
def test_only_what_is_surely_a_left_over_is_removed(folder: Path) -> None:
    """Not what a running program writes, and not what has another name, is a link or a folder, or has a second name."""
    kept = [f".archivecite-{number:016x}.tmp" for number in range(4)] + [".archivecite-notes.tmp", f"{LEFT}.txt"]
    (folder / kept[0]).symlink_to("bad.txt")
    (folder / kept[1]).mkdir()
    (folder / kept[2]).hardlink_to("bad.txt")
    os.mkfifo(folder / kept[3])
    for name in kept[4:]:
        (folder / name).write_text("mine")
    with temporary(folder / "new.json", None) as new:
        assert run(["convert", "bad.txt", "-o", "out.json", "--fail-on", "error"]) == 0
        assert names(folder) == sorted([*kept, "bad.txt", "out.json", new.path.name])


def writing(folder: Path) -> "subprocess.Popen[bytes]":
    """The command, in the middle of writing ``out.json``: it waits for standard input."""
    program = subprocess.Popen(
        [sys.executable, "-m", "archivecite", "convert", "bad.txt", "-", "-o", "out.json", "--fail-on", "error"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    while not [*folder.glob(".archivecite-*")]:
        assert program.poll() is None
        time.sleep(0.01)
    return program


@unix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_nothing_behind(name: str, folder: Path) -> None:
    """The status is that of a shell, the old file stays, and no temporary file does."""
    (folder / "out.json").write_text("old")
    number = getattr(signal, name)
    before = signal.signal(number, signal.SIG_DFL)  # under nohup a signal is ignored, by the programs started, too
    try:
        program = writing(folder)
    finally:
        signal.signal(number, before)
    program.send_signal(number)
    assert program.communicate() == (b"", b"")
    assert program.returncode == 128 + number
    assert (folder / "out.json").read_text() == "old"
    assert names(folder) == ["bad.txt", "out.json"]


@unix
def test_what_kill_9_leaves_is_removed_by_the_next_run(folder: Path) -> None:
    """The old file stays, and the next run writes the new one."""
    (folder / "out.json").write_text("old")
    program = writing(folder)
    assert run(["convert", "bad.txt", "-o", "other.json", "--fail-on", "error"]) == 0
    assert len(names(folder)) == 4, "what a running program writes stays"
    program.kill()
    program.communicate()
    assert (folder / "out.json").read_text() == "old"
    assert len(names(folder)) == 4
    assert run(["convert", "bad.txt", "-o", "out.json", "--fail-on", "error"]) == 0
    assert names(folder) == ["bad.txt", "other.json", "out.json"]


@unix
def test_a_signal_waits_for_what_must_not_be_disturbed() -> None:
    """It is raised at the end, and what was set before is set again."""
    came: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda *_: came.append("signal"))
    try:
        with undisturbed():
            signal.raise_signal(signal.SIGTERM)
            came.append("end")
        assert came == ["end", "signal"]
        signal.raise_signal(signal.SIGTERM)
        assert came == ["end", "signal", "signal"]
    finally:
        signal.signal(signal.SIGTERM, before)
