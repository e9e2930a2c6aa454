"""What many files cost: ``convert`` and ``validate`` with one process, and with one for each processor.

Run by hand, never as a test; tests/benchmarks/README.md says what each number means::

    python tests/benchmarks/corpus.py [--files 2000] [--times 3] [--jobs 2]
"""

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))]
COMMANDS = (["convert"], ["validate", "--statistics"])

#: Runs the command with a number of processes and says what it cost: processor time of it all, and memory of the
#: program and of the largest other process.
RUN = """
import resource, sys
from archivecite.corpus import pool
from archivecite.cli import run
pool.processors = lambda: int(sys.argv[1])
run(sys.argv[2:])
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(sum((own.ru_utime, own.ru_stime, others.ru_utime, others.ru_stime)), own.ru_utime + own.ru_stime,
      own.ru_maxrss // 1024, others.ru_maxrss // 1024, file=sys.stderr)
"""


class Cost(NamedTuple):
    """What a run cost: seconds on the clock and of processors, the program's own share of them, and megabytes."""

    wall: float
    processor: float
    own: float
    memory: int
    others: int


def make(folder: Path, count: int) -> float:
    """Write ``count`` records of 1 to 200 kB, the seeds among them; how many megabytes they are."""
    chance = random.Random(7)
    paragraphs = [text for text in SEEDS[0].split("\n\n")[10:] if len(text) > 80]
    size = 0
    for number in range(count):
        text = SEEDS[number // 10 % 2]
        if number % 10:
            wanted = int(10 ** chance.uniform(3, 5.3))
            pieces = [SEEDS[1].rstrip("\n")]
            while sum(map(len, pieces)) < wanted:
                pieces.append(f"{chance.choice(paragraphs)} {number}.")
            text = "\n\n".join(pieces) + "\n"
        size += (folder / f"{number:05}.txt").write_bytes(text.encode())
    return size / 1e6


def measure(command: list[str], files: list[Path], jobs: int) -> Cost:
    """One run."""
    start = perf_counter()
    program = [sys.executable, "-c", RUN, str(jobs), *command, *map(str, files)]
    done = subprocess.run(program, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wall = perf_counter() - start
    processor, own, memory, others = done.stderr.split()[-4:]
    return Cost(wall, float(processor), float(own), int(memory), int(others))


def least(command: list[str], files: list[Path], jobs: int, times: int) -> Cost:
    """The least of several runs, each number by itself: other programs only ever add to them."""
    return Cost(*map(min, zip(*(measure(command, files, jobs) for _ in range(times)), strict=True)))


def main() -> None:
    """Print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--files", type=int, default=2000)
    arguments.add_argument("--times", type=int, default=3)
    arguments.add_argument("--jobs", type=int, default=2)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{given.files} records, {make(Path(folder), given.files):.0f} MB")
        files = sorted(Path(folder).iterdir())
        print(f"{'':28}{'wall s':>9}{'cpu s':>9}{'own s':>9}{'MB':>6}{'others':>8}{'wall/cpu of one':>18}")
        for command in COMMANDS:
            one = least(command, files, 1, given.times)
            for jobs, some in ((1, files), (given.jobs, files[: len(files) // 4]), (given.jobs, files)):
                cost = one if jobs == 1 else least(command, some, jobs, given.times)
                ratio = f"{cost.wall / one.processor:18.2f}" if len(some) == len(files) else ""
                name = f"{command[0]}, {len(some)} files, {jobs} jobs"
                print(
                    f"{name:28}{cost.wall:9.2f}{cost.processor:9.2f}{cost.own:9.2f}{cost.memory:6}{cost.others:8}{ratio}"
                )


if __name__ == "__main__":
    main()
