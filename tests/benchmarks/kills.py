"""Whether files stay whole when ``convert -o`` and ``validate --fix`` are killed at random moments.

Run by hand, never as a test; tests/benchmarks/README.md says how::

    python tests/benchmarks/kills.py [--kills 20] [--files 240] [--seed 0]
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

RECORD = """May 3, 1950

Letter {number}

Citation:

"Letter {number}", May 3, 1950, Wilson Center Digital Archive, RGASPI.

{label}:

Short.

Original Language:

Russian

Contents:

English Translation

""" + "\n\n".join(["The price of wheat has risen since the spring, and we see no end of it."] * 20)

Files = Mapping[str, bytes]
Program: TypeAlias = "subprocess.Popen[bytes]"


class Scenario(NamedTuple):
    """A command to kill, and what its files hold before it and after it."""

    name: str
    arguments: tuple[str, ...]
    before: Files
    after: Files


def program(arguments: tuple[str, ...], folder: Path, errors: IO[bytes] | int = subprocess.DEVNULL) -> Program:
    """The command, started in ``folder`` as the first of a group of processes."""
    return subprocess.Popen(
        [sys.executable, "-m", "archivecite", *arguments],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True,
    )  # fmt: skip


def is_left(running: Program) -> bool:
    """Whether processes that the program started outlive it by seconds; those are ended."""
    with suppress(ProcessLookupError):
        for _ in range(50):
            os.killpg(running.pid, 0)
            time.sleep(0.1)
        os.killpg(running.pid, signal.SIGKILL)
        return True
    return False


def write(files: Files, folder: Path) -> None:
    """Put ``files`` into ``folder``."""
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def held(folder: Path) -> dict[str, bytes]:
    """All files in ``folder``."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def scenarios(count: int) -> list[Scenario]:
    """The commands. Half of what ``convert`` writes was there before."""
    records = {f"in/{number:04}.txt": RECORD.format(number=number, label="Sumary").encode() for number in range(count)}
    fixed = {name: data.replace(b"Sumary", b"Summary") for name, data in records.items()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(fixed, folder)
        for output in ("all.json", "out/"):
            program(("convert", "in", "-o", output), folder).wait()
        after = held(folder)
    single = {"all.json": after["all.json"]}
    several = {name: data for name, data in after.items() if name.startswith("out/")}
    old = dict.fromkeys(list(several)[::2], b"old")
    return [
        Scenario(
            "convert -o FILE", ("convert", "in", "-o", "all.json"), {**fixed, "all.json": b"old"}, {**fixed, **single}
        ),
        Scenario("convert -o DIR/", ("convert", "in", "-o", "out/"), {**fixed, **old}, {**fixed, **several}),
        Scenario("validate --fix", ("validate", "in", "--fix", "--select", "AC107"), records, fixed),
    ]


def is_temporary(name: str) -> bool:
    """Whether a file is one that the command makes for itself."""
    return Path(name).name.startswith(".archivecite-")


def kill(scenario: Scenario, number: int, after: float, seen: Counter[str]) -> list[str]:
    """Send a signal to the command after a time, and run it once more: what was wrong; ``seen`` counts the rest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(scenario.before, folder)
        with tempfile.TemporaryFile() as errors:
            running = program(scenario.arguments, folder, errors)
            time.sleep(after)
            running.send_signal(number)
            running.wait()
            errors.seek(0)
            printed = errors.read()
        seen["ended before"] += running.returncode in (0, 1)
        wrong = [f"status {running.returncode}"] if running.returncode not in (0, 1, -number, 128 + number) else []
        wrong += [line for line in printed.decode().splitlines() if "Error" in line or "Traceback" in line]
        now = held(folder)
        for file in sorted(now.keys() | scenario.before.keys()):
            if is_temporary(file):
                seen["left a temporary file"] += 1
                if number == signal.SIGTERM:
                    wrong.append(f"{file} was left by SIGTERM")
            elif now.get(file) not in (scenario.before.get(file), scenario.after.get(file)):
                wrong.append(f"{file} is half written or lost")
        done = [now.get(file) == data for file, data in scenario.after.items() if data != scenario.before.get(file)]
        seen["had done a part"] += any(done) and not all(done)
        if is_left(running):
            wrong.append("a process is left")
        program(scenario.arguments, folder).wait()
        if held(folder) != scenario.after:
            wrong.append("the next run left something undone, or a file")
        return wrong


def main() -> None:
    """Kill each command so many times by each signal, at moments between its start and its end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--files", type=int, default=240)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    failed = False
    for scenario in scenarios(given.files):
        with tempfile.TemporaryDirectory() as folder:
            write(scenario.before, Path(folder))
            started = time.monotonic()
            program(scenario.arguments, Path(folder)).wait()
            takes = time.monotonic() - started
        for number in (signal.SIGKILL, signal.SIGTERM):
            seen: Counter[str] = Counter()
            wrong = []
            for _ in range(given.kills):
                wrong += kill(scenario, number, takes * chance.uniform(0.1, 1), seen)
            noted = ", ".join(f"{count} {what}" for what, count in seen.items() if count)
            print(
                f"{scenario.name:16} {given.kills} {number.name}: {len(wrong)} wrong; {noted or 'nothing to note'}",
                flush=True,
            )
            for line in dict.fromkeys(wrong):
                print(f"    {line}")
            failed |= bool(wrong)
    sys.exit(failed)


if __name__ == "__main__":
    main()
