"""Coverage-guided fuzzing: texts that reach code which no text has reached are kept and changed further, and every text
is held against the laws. Needs atheris (``pip install -e '.[test,fuzz]'``).

``python tests/benchmarks/fuzz.py --minutes 30 --failures FOLDER`` prints how many texts were tried and which laws were
broken; each failing text, cut down, is put into the folder with a line on what it breaks. Exit status 1: there is one.
"""

import argparse
import ast
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]


def starts(more: Path | None) -> Iterator[str]:
    """The texts to start from: the seeds, the files and the strings of the tests, and those of a JSON file of cases."""
    for path in sorted((TESTS.parent / "seeds").glob("*.txt")):
        yield path.read_bytes().decode()
    for path in sorted(TESTS.rglob("*.json")):
        yield from map(json.dumps, json.loads(path.read_text("utf-8")))
    for path in sorted(TESTS.rglob("*.txt")):
        text = path.read_bytes().decode()
        yield from (text, *re.split(r"\n\n+|\n=== .*\n", text))
    for path in sorted(TESTS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 15:
                yield node.value
    if more:
        yield from (row["input"] for row in json.loads(more.read_text("utf-8")) if isinstance(row.get("input"), str))


def words() -> list[str]:
    """What the mutations put in: what means something to a reader, and every word of the grammars."""
    from strategies.text import SIGNS, UNITS, WORDS

    grammars = "".join(path.read_text("utf-8") for path in sorted((TESTS.parent / "grammar").rglob("*.*")))
    return [*WORDS, *SIGNS, *UNITS, *sorted(set(re.findall(r"[^\W\d_]{2,}", grammars)))]


def summary(folder: Path) -> int:
    """Print what all processes did together, and return the exit status."""
    counts: list[Any] = [json.loads(path.read_text()) for path in folder.glob("count-*.json")]
    broken = sum((Counter(count["broken"]) for count in counts), Counter[str]())
    stopped = sorted(folder.glob("hang-or-crash-*"))
    print(
        f"{sum(count['tried'] for count in counts)} texts tried, {sum(count['read'] for count in counts)} of a known layout;"
        f" {len(list((folder / 'corpus').iterdir()))} kept, each for code that it was the first to reach"
    )
    for law in ("1", "2", "3", "4", "6", "7", "8", "9"):
        print(f"law {law}: {broken[law]} breaches of {len(list(folder.glob(f'law-{law}-*.json')))} kinds")
    print(f"hangs and crashes: {len(stopped)}")
    return 1 if broken or stopped else 0


def main() -> int:
    """Start the processes, and start one again that a hang or crash has ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--failures", type=Path, required=True, help="a folder for failing texts, and for those kept")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--longest", type=int, default=4000, help="the longest text, in bytes")
    parser.add_argument("--inputs", type=Path, help="a JSON list of objects with texts to start from, as their input")
    parser.add_argument("--worker", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.path[:0] = [str(TESTS)]
    texts = list(dict.fromkeys(starts(options.inputs)))
    if options.worker is not None:
        from benchmarks.fuzz_worker import work

        work(options, texts, words())
    corpus = options.failures / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        (corpus / sha256(data).hexdigest()[:16]).write_bytes(data[: options.longest])
    until, number = time.monotonic() + options.minutes * 60, 0
    running: list[subprocess.Popen[bytes]] = []
    while (left := int(until - time.monotonic())) > 0:
        running = [process for process in running if process.poll() is None]
        while len(running) < options.jobs and left > 5:
            command = [sys.executable, *sys.argv, "--worker", str(number), "--seconds", str(left)]
            running.append(subprocess.Popen(command, stderr=(options.failures / f"log-{number}.txt").open("wb")))
            number += 1
        time.sleep(1)
    for process in running:
        process.wait()
    return summary(options.failures)


if __name__ == "__main__":
    sys.exit(main())
