"""Many files at once: in order, with the same result as one by one, and nothing left behind however it ends."""

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import archivecite as ac
from archivecite.cli import run
from archivecite.corpus import pool
from archivecite.corpus.pool import jobs_for, map_items
from archivecite.corpus.worker import Worker

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
on_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")

Printed = pytest.CaptureFixture[str]


def lost(item: object, reason: str) -> str:
    return f"{item}: {reason}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of 40 records, and of two files that are not."""
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_bytes(SEEDS[number % 2].read_bytes())
    (tmp_path / "07.txt").write_text("A shopping list")
    (tmp_path / "23.txt").write_bytes(b"Caf\xe9")
    return tmp_path


# The pool


def test_results_come_in_the_order_of_the_items() -> None:
    """Whichever is done first: the first item takes longest."""
    times = [0.3, *[0.0] * 100]
    results = map_items(time.sleep, times, lost, 2)
    assert [*results] == [None] * 101
    assert [*map_items(math.sqrt, range(100), lost, 3)] == [math.sqrt(number) for number in range(100)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_items_are_taken_as_results_are(jobs: int) -> None:
    """However many items there are, few are on their way: memory does not grow with them."""
    taken = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    with closing(map_items(math.sqrt, endless(), lost, jobs)) as results:
        assert [next(results) for _ in range(50)] == [math.sqrt(number) for number in range(50)]
        assert len(taken) <= 50 + jobs * pool.AHEAD


@on_unix
def test_a_process_that_dies_takes_one_item_with_it() -> None:
    """What kills a process is said in the place of that item's result; all others are there."""
    items = [signal.SIGCONT] * 9
    items[2], items[5] = signal.SIGKILL, signal.SIGABRT
    results = [*map_items(signal.raise_signal, items, lost, 2)]
    assert [number for number, result in enumerate(results) if result is not None] == [2, 5]
    assert results[2] == f"{items[2]}: the process that read it was killed; perhaps there was not enough memory"
    assert results[5] == f"{items[5]}: the process that read it was ended by signal {signal.SIGABRT.value}"


@on_unix
def test_ctrl_c_is_not_for_workers() -> None:
    """A terminal sends it to all processes; the program tells its workers itself."""
    assert [*map_items(signal.raise_signal, [signal.SIGINT, signal.SIGCONT], lost, 2)] == [None, None]


@on_unix
def test_a_worker_ends_with_the_program() -> None:
    """At once, although it is at something long and nobody tells it."""
    code = (
        "import time; from archivecite.corpus.pool import map_items\n"
        "for _ in map_items(time.sleep, [0, 600, 600], print, 2): print('started', flush=True)"
    )
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True)
    assert program.stdout
    program.stdout.read(1)
    program.kill()
    program.communicate()
    assert all_gone(program.pid)


def test_a_process_that_ends_by_itself_is_told_by_its_status() -> None:
    """Nothing waits for an answer that does not come."""
    assert [*map_items(os._exit, [3, 4], lost, 2)] == [
        "3: the process that read it ended with status 3",
        "4: the process that read it ended with status 4",
    ]


def test_want_of_memory_is_an_item_s_own() -> None:
    """An item for which there is no memory leaves the others as they are."""
    assert [*map_items(bytes, [1, 1 << 60, 2], lost, 2)] == [
        b"\0",
        f"{1 << 60}: there is not enough memory to read it",
        b"\0\0",
    ]


def test_an_error_of_the_task_is_raised_here() -> None:
    """It is a mistake in a program, and says where it was made."""
    with pytest.raises(ValueError, match="math domain error") as raised:
        [*map_items(math.sqrt, [1, -1], lost, 2)]
    assert "In a worker:" in raised.value.__notes__[0]


def test_what_a_task_prints_is_no_result(capfd: Printed) -> None:
    """It goes to standard error, as the results have standard output."""
    assert [*map_items(print, ["said"], lost, 2)] == [None]
    assert capfd.readouterr() == ("", "said\n")


def test_where_no_python_can_be_started_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that is built into another program has no program of its own; what it names may be another one."""
    for program in (None, "", "/no/such/python", "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        assert [*map_items(math.sqrt, [1, 4, 9], lost, 2)] == [1, 2, 3]
    monkeypatch.undo()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert {*map_items(pid, [1, 2], lost, 2)} == {os.getpid()}


def pid(_: object) -> int:
    return os.getpid()


def test_few_items_start_no_process() -> None:
    """Processes are started when they save time, and no more items are looked at than it takes to know."""
    costs = iter([pool.ENOUGH // 2] * 10)
    assert jobs_for([pool.ENOUGH - 1]) == 1
    assert jobs_for(costs) == pool.processors()
    assert len([*costs]) == (8 if pool.processors() > 1 else 10)


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Worker]:
    """The workers that are started from here on."""
    started: list[Worker] = []

    def start(task: Callable[[Any], Any]) -> Worker:
        started.append(Worker(task))
        return started[-1]

    monkeypatch.setattr(pool, "Worker", start)
    return started


def test_closing_the_results_ends_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, although they are at something long."""
    started = counted(monkeypatch)
    before = time.monotonic()
    with closing(map_items(time.sleep, [0, 60, 60, 60], lost, 3)) as results:
        next(results)
    assert time.monotonic() - before < 30
    assert started
    assert None not in [worker.process.poll() for worker in started]


# The command

#: Starts the command so that it starts other processes for anything.
EAGER = "from archivecite.corpus import pool; pool.ENOUGH = 1; pool.processors = lambda: 2; from archivecite.cli import main; main()"


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert", ".", "missing.txt", "--fail-on", "info"],
        ["convert", "list.jsonl", "list.txt", "--to", "jsonl"],
        ["convert", "list.txt", "--citations"],
        ["validate", ".", "missing.txt", "--output", "concise"],
        ["validate", ".", "--output", "json"],
    ],
    ids=" ".join,
)
def test_several_processes_write_what_one_does(
    arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    """To the byte, in the same order, and with the same exit status."""
    monkeypatch.chdir(folder)
    (folder / "list.txt").write_text("RGANI, f. 5, op. 49, d. 131.\n\nRGASPI, f. 558 zqx.\n" * 500)
    run(["convert", ".", "--exclude", "list.txt", "--to", "jsonl", "-o", "list.jsonl"])
    capsys.readouterr()
    expected = run(arguments), *capsys.readouterr()
    monkeypatch.setattr(pool, "ENOUGH", 1)
    monkeypatch.setattr(pool, "processors", lambda: 2)
    started = counted(monkeypatch)
    assert (run(arguments), *capsys.readouterr()) == expected
    assert started


@on_unix
@pytest.mark.parametrize(
    ("command", "number"),
    [
        ("convert", signal.SIGINT),
        ("validate", signal.SIGINT),
        ("validate", signal.SIGTERM),
        ("convert", signal.SIGKILL),
    ],
)
def test_no_process_outlives_the_command(command: str, number: signal.Signals, folder: Path) -> None:
    """Stopped with Ctrl-C, which a terminal sends to all of its processes, or in whatever way, it leaves none behind."""
    for index in range(100):
        (folder / f"{index:03}.txt").write_bytes(SEEDS[0].read_bytes() * 10)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    program = subprocess.Popen(
        [sys.executable, "-c", EAGER, command, *["."] * (command == "convert"), *sorted(folder.iterdir())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, before)
    assert program.stdout
    program.stdout.read(1)
    if number is signal.SIGINT:
        os.killpg(program.pid, number)
    else:
        program.send_signal(number)
    _, printed = program.communicate()
    assert b"Traceback" not in printed
    if number is signal.SIGINT:
        assert program.returncode == 130
        assert printed.decode().splitlines()[-1] == "archivecite: stopped"
    assert all_gone(program.pid)


def all_gone(group: int) -> bool:
    """Whether the processes of a group end within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


# read_many


def test_read_many_gives_a_result_for_each_path(folder: Path) -> None:
    """In order, with the document or the error, be it in this process or in others."""
    paths = [*sorted(folder.glob("*.txt")), folder / "missing.txt", folder]
    alone, together = ([*ac.read_many(paths, jobs)] for jobs in (1, 3))
    for results in (alone, together):
        assert [result.path for result in results] == paths
        assert [str(index) for index, result in enumerate(results) if result.document is None] == ["23", "40", "41"]
        assert [type(result.error) for result in results if result.error] == [
            ac.InvalidRecord,
            FileNotFoundError,
            IsADirectoryError,
        ]
    for one, other, path in zip(alone, together, paths, strict=True):
        if one.document and other.document:
            expected = ac.read(path)
            assert one.document.record == other.document.record == expected.record
            assert one.document.text == other.document.text == expected.text
            assert one.document.spans == other.document.spans == expected.spans
        else:
            assert str(one.error) == str(other.error)


def test_read_many_reads_when_it_is_asked(tmp_path: Path) -> None:
    """A file is not opened before its turn comes near."""
    path = tmp_path / "late.txt"
    results = ac.read_many([path], jobs=1)
    path.write_text("A shopping list")
    [result] = results
    assert result.document
    assert result.document.family == "unknown"


def test_read_many_says_what_it_takes() -> None:
    """One path, which is a string of many, and a number of processes that is none."""
    with pytest.raises(TypeError, match="expected several paths, got 'seeds'"):
        ac.read_many("seeds")
    for jobs in (0, -1, True, 1.5):
        with pytest.raises(ValueError, match="jobs: expected a whole number from 1 on, got"):
            ac.read_many([], jobs)  # type: ignore[arg-type]
    assert [*ac.read_many([])] == []


def test_read_many_in_a_script(tmp_path: Path) -> None:
    """A script needs no guard against being imported: nothing of it runs twice."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, archivecite as ac\n"
        "print('once')\n"
        "print([result.document.record.citation.document_id for result in ac.read_many(sys.argv[1:], jobs=2)])\n"
    )
    done = subprocess.run([sys.executable, script, *SEEDS], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("once\n['115064', '112639']\n", "")


@on_unix
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_read_many_in_a_process_of_a_pool(method: str, tmp_path: Path) -> None:
    """A process of multiprocessing, which may have no children of that kind, reads with processes of ours."""
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing, sys, archivecite as ac\n"
        "def read(paths):\n"
        "    return [result.document.family for result in ac.read_many(paths, jobs=2)]\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context(sys.argv[1]).Pool(1) as pool:\n"
        "        print(pool.apply(read, [sys.argv[2:]]))\n"
    )
    command = [sys.executable, str(script), method, *map(str, SEEDS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("['plain', 'markdown']\n", "")


@on_unix
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    """By this process, as it may be open here only: the text in it is read as that of a file."""
    reader, writer = os.pipe()
    os.write(writer, SEEDS[1].read_bytes())
    os.close(writer)
    [first, second] = ac.read_many([f"/dev/fd/{reader}", SEEDS[0]], jobs=2)
    os.close(reader)
    assert first.document
    assert first.document.record == ac.read(SEEDS[1]).record
    assert second.document
