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

from archivecite.cli import run
from archivecite.corpus import pool, workers
from archivecite.corpus.pool import jobs_for, map_items
from archivecite.corpus.worker import Worker
from archivecite.corpus.workers import AHEAD

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
        assert len(taken) <= 50 + jobs * AHEAD


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


def test_another_program_than_python_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python is embedded in a program, to start that program would open its window, or worse."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'started'}'\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    assert {*map_items(pid, [1, 2], lost, 2)} == {os.getpid()}
    assert [path.name for path in tmp_path.iterdir()] == ["soffice"]


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

    monkeypatch.setattr(workers, "Worker", start)
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
