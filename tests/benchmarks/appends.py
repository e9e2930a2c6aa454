"""Whether ``validate --fix`` loses what other programs append to a file meanwhile.

Run by hand, never as a test; tests/benchmarks/README.md says how::

    python tests/benchmarks/appends.py [--appends 960] [--writers 4] [--without-leases]
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

#: A record with something to fix; what is appended to it has more, so that each run has something to do.
RECORD = """May 3, 1950

A Letter

Citation:

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.

Sumary:

Short.

Original Language:

Russian

Contents:

English Translation

Dear Minister.
"""

#: Opens the file as often as it is told, each time as a program does that adds one line to it.
WRITER = """
import random, sys, time
name, writer, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance = random.Random(writer)
for number in range(count):
    with open(name, "a", encoding="utf-8") as file:
        file.write(f"\\n\\nThe text\\xa0{writer}-{number} was added.")
    time.sleep(chance.random() / 2)
"""

#: Runs the command again and again until its standard input ends, and prints what it prints.
FIXER = """
import select, sys
from archivecite.cli import original, run
if sys.argv[2] == "no leases":
    original.lease = lambda _: None
while not select.select([sys.stdin], [], [], 0)[0]:
    run(["validate", "--fix", sys.argv[1], "--output", "concise", "--select", "AC107,AC113"])
"""


def outcome(line: str) -> str:
    """How a run ended, as its last line has it; nothing for a line that says something else."""
    if "can't be fixed: " in line:
        return line.partition("can't be fixed: ")[2]
    return ("fixed" if " fixed" in line else "nothing to fix or not fixed") if " checked, " in line else ""


def race(file: Path, writers: int, each: int, leases: str) -> list[str]:
    """Let programs append to the file while two others fix it, to the end of the appends: what the two printed."""
    file.write_text(RECORD, encoding="utf-8")
    fixers = [
        subprocess.Popen(
            [sys.executable, "-c", FIXER, str(file), leases],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file), str(number), str(each)]) for number in range(writers)
    ]
    with ThreadPoolExecutor(2) as readers:
        printed = [readers.submit(fixer.stdout.read) for fixer in fixers if fixer.stdout]
        for writer in running:
            writer.wait()
        for fixer in fixers:
            if fixer.stdin:
                fixer.stdin.close()
        return [line for output in printed for line in output.result().splitlines()]


def main() -> None:
    """Append and fix at once; then count what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--appends", type=int, default=960)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--without-leases", action="store_true")
    given = parser.parse_args()
    each = given.appends // given.writers
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "record.txt")
        started = time.monotonic()
        lines = race(file, given.writers, each, "no leases" if given.without_leases else "leases")
        text = file.read_text(encoding="utf-8").replace("\xa0", " ")
        left = [path.name for path in Path(folder).iterdir() if path != file]
    if any("Traceback" in line for line in lines):
        sys.exit("\n".join(lines))
    counts = Counter(
        text.count(f"The text {writer}-{number} was added.")
        for writer in range(given.writers)
        for number in range(each)
    )
    print(f"{each * given.writers} appends by {given.writers} programs in {time.monotonic() - started:.0f} s")
    for end, count in Counter(filter(None, map(outcome, lines))).most_common():
        print(f"  {count:4} runs of --fix: {end}")
    print(f"lost: {counts[0]}, twice: {sum(counts.values()) - counts[0] - counts[1]}, left-over files: {len(left)}")
    sys.exit(bool(counts[0] or left or counts[1] != each * given.writers))


if __name__ == "__main__":
    main()
