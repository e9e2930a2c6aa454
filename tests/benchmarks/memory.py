"""Whether one reading depends on another: pairs of records in order, and threads, beside readings in fresh processes.

Run by hand, never as a test; the records are made of the tests' own bodies and citations, and of the seeds::

    python tests/benchmarks/memory.py [--pairs 1800] [--threads 16] [--rounds 20]
"""

import argparse
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from citation_table import CASES  # noqa: E402

import archivecite as ac  # noqa: E402

#: How many texts the pairs and threads take.
TEXTS = 60

#: Tails that end in a full stop of their own: a note that took another record's tail for its own would show it.
STOPPED = [
    "NSA, Washington, D.C.",
    "SRE, III-2450-7, México, D.F.",
    "MNL OL, 288. f. 5. cs. 300. ő.e.",
    "AVP RF. Translated by Tom Hill, Jr.",
]


def record(tail: str | None, note: str, body: str) -> str:
    """The text of a record with a source note, without a citation perhaps."""
    cited = f'"A Letter", May 3, 1950, Wilson Center Digital Archive, {tail} <https://x.org/document/7>'
    citation = f"Citation:\n\n{cited}\n\n" if tail is not None else ""
    return (
        f"{citation}Summary:\n\nShort.\n\nOriginal Language:\n\nRussian\n\nContents:\n\nEnglish Translation\n\n{body}"
        f"\n\n[Source: {note}]"
    )


def texts(chosen: random.Random) -> list[str]:
    """Records with the bodies and the citations of the tests, many with another's tail in their note; and the seeds."""
    cases = (TESTS / "bodies.txt").read_text(encoding="utf-8").split("\n=== ")
    bodies = [case.partition("\n")[2].partition("\n---")[0] for case in cases]
    tails = [
        case.text.partition("Archive, ")[2] for case in CASES if "Archive, " in case.text and "http" not in case.text
    ]
    tails = [*STOPPED, *chosen.sample(tails, len(STOPPED))]
    made: list[str] = []
    while len(made) < TEXTS - 2:
        tail, note = chosen.choice([None, chosen.choice(tails)]), chosen.choice(tails)
        made.append(record(tail, note.rstrip(".") + chosen.choice(["", "."]), chosen.choice(bodies)))
    return made + [path.read_text(encoding="utf-8") for path in sorted(TESTS.parent.glob("seeds/*.txt"))]


def outcome(text: str) -> str:
    """All that reading ``text`` gives, as one string."""
    document = ac.parse(text)
    return "\n".join((document.family, ac.to_json(document.record), repr(dict(document.spans)), repr(document.unread)))


def fresh(text: str) -> str:
    """The same from a process of its own that has read nothing else."""
    command = [sys.executable, __file__, "--read"]
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def pairs(read: Sequence[str], alone: Sequence[str], count: int, chosen: random.Random) -> int:
    """How many of so many ordered pairs of texts give either text another reading than alone."""
    places = [(one, other) for one in range(len(read)) for other in range(len(read)) if one != other]
    differences = 0
    for one, other in chosen.sample(places, min(count, len(places))):
        differences += outcome(read[one]) != alone[one] or outcome(read[other]) != alone[other]
    return differences


def threads(
    read: Sequence[str], alone: Sequence[str], count: int, rounds: int, chosen: random.Random
) -> tuple[int, int]:
    """How many readings in so many threads at once differ from those alone, and of how many."""
    places = [place for _ in range(rounds) for place in chosen.sample(range(len(read)), len(read))]
    sys.setswitchinterval(1e-5)
    with ThreadPoolExecutor(count) as pool:
        differences = sum(pool.map(lambda place: outcome(read[place]) != alone[place], places))
    return differences, len(places)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=1800)
    parser.add_argument("--threads", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=20, help="how often the threads read all texts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        sys.stdout.buffer.write(outcome(sys.stdin.buffer.read().decode()).encode())
        return
    chosen = random.Random(asked.seed)
    read = texts(chosen)
    started = perf_counter()
    alone = list(map(fresh, read))
    print(f"{len(read)} records read in processes of their own: {perf_counter() - started:.1f} s")
    started = perf_counter()
    differences = pairs(read, alone, asked.pairs, chosen)
    print(f"{asked.pairs} ordered pairs: {differences} differences, {perf_counter() - started:.1f} s")
    started = perf_counter()
    differences, count = threads(read, alone, asked.threads, asked.rounds, chosen)
    print(f"{count} readings in {asked.threads} threads: {differences} differences, {perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
