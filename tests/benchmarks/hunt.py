"""Hunts for texts that take more than linear time: words of the grammars, repeated, through every public verb.

Run by hand, never as a test; tests/benchmarks/README.md says what is printed::

    python tests/benchmarks/hunt.py [--seconds 600] [--seed 1] [--verb parse] [--unit "for "]
"""

import argparse
import gc
import io
import math
import random
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, process_time
from typing import Any, NamedTuple

import archivecite as ac
from archivecite.model.pages import join_pages
from archivecite.rules.fix import fix_document

#: What grows by a larger power of the size is reported.
STEEP = 1.3
#: The sizes of what is repeated, in characters: the last two are tried when it seems to grow between the first two.
SIZES = (1_000, 8_000, 16_000, 32_000)
#: Less time than this, in seconds, at the larger of two sizes tells nothing.
LEAST = 0.002
#: A size that takes longer is the last.
PATIENCE = 5.0

Verb = Callable[[str], object]

VOCABULARY = Path(__file__).parents[2] / "grammar" / "vocabulary"

CITED = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI, f. 1, op. 2'
HEAD = f"May 3, 1950\n\nA Letter\n\nCitation:\n\n{CITED} <https://x.org/document/7>\n\nSummary:\n\nShort."
TAIL = "\n\nOriginal Language:\n\nRussian\n\nContents:\n\nEnglish Translation\n\n"

#: Where in a text the words stand, for the verbs that read records, and for those that read citations.
FRAMES = {
    "alone": "{}",
    "title": "May 3, 1950\n\n{}\n\nCitation:\n\n" + CITED + "\n\nSummary:\n\nShort." + TAIL + "Text.",
    "citation": 'Citation:\n\n"A Letter", May 3, 1950, Wilson Center Digital Archive, {}' + TAIL + "Text.",
    "summary": HEAD + "{}" + TAIL + "Text.",
    "credits": HEAD + "\n\nCredits:\n\nThis document was made possible with support from {}" + TAIL + "Text.",
    "languages": HEAD + "\n\nOriginal Language:\n\n{}\n\nContents:\n\nEnglish Translation\n\nText.",
    "contents": HEAD + "\n\nOriginal Language:\n\nRussian\n\nContents:\n\n{}\n\nText.",
    "body": HEAD + TAIL + "{}",
    "paragraph": HEAD + TAIL + "We wrote of this to all who asked for it in those days, and {}",
    "lines": HEAD + TAIL + "We wrote.\n\n{}",
    "everywhere": 'Citation:\n\n"{}", May 3, 1950, CWIHP Archive, RGASPI, {}; translated by {}\n\nSummary:\n\n{}'
    + TAIL
    + "We wrote of it to all who asked for it in those days, and {}\n\n{}\n\n[Source: RGASPI, {}]",
    "note": HEAD + TAIL + "Text.[1]\n\n[Source: RGASPI, {}]\n\n[1] {}",
}
CITATIONS = {
    "alone": "{}",
    "tail": '"A Letter", May 3, 1950, CWIHP Archive, {}',
    "source": '"A Letter", May 3, 1950, CWIHP Archive, RGASPI, f. 1 {}',
    "statement": "RGASPI. Translated by {}",
    "publication": '"A Letter", May 3, 1950, {}',
    "title": '"{}", May 3, 1950, CWIHP Archive, RGASPI',
}

#: Signs and plain words; the grammars' own are added.
SIGNS = [
    *list("abA1.,;:()[]\"'“”<>/#*-–_ \n\x0c|&!?"),
    "\n\n",
    ". ",
    ", ",
    "and ",
    "the ",
    "Word ",
    "word ",
    "(a",
    "[a",
]


def words() -> list[str]:
    """The vocabulary's words, each followed by a blank too; and the signs."""
    found = set(SIGNS)
    for path in sorted(VOCABULARY.glob("*.toml")):
        for word in strings(tomllib.loads(path.read_text("utf-8"))):
            found |= {word, f"{word} "}
    return sorted(found)


def strings(data: Any) -> Iterator[str]:
    """Every string in a file of the vocabulary, keys left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        yield from (word for item in (data.values() if isinstance(data, dict) else data) for word in strings(item))


def edited(text: str) -> object:
    """An edit of the last value that can be edited."""
    document: ac.Document = ac.parse(text)
    for pointer in reversed(list(document.spans)):
        try:
            return document.edit({pointer: "Other words"})
        except ac.InvalidRecord:
            continue
    return None


def written(text: str) -> object:
    """The record as canonical text, if it can be written."""
    try:
        return ac.dumps(ac.parse(text).record)
    except ac.InvalidRecord:
        return None


def loaded(text: str) -> object:
    """The record or nothing."""
    try:
        return ac.loads(text)
    except ac.InvalidRecord:
        return None


VERBS: dict[str, Verb] = {
    "parse": ac.parse,
    "json": lambda text: ac.from_json(ac.to_json(ac.parse(text).record)),
    "spans": lambda text: (ac.parse(text).spans, ac.parse(text).unread),
    "check": lambda text: ac.check(ac.parse(text)),
    "fix": lambda text: fix_document(ac.parse(text), ac.check, unsafe=True),
    "edit": edited,
    "dumps": written,
    "loads": loaded,
    "join_pages": lambda text: join_pages(ac.parse(text).record.body),
    "parse_citation": lambda text: ac.parse_citation(text).spans,
    "parse_date": ac.parse_date,
    "read": lambda text: ac.read(io.StringIO(text)),
}

#: The verbs by how often they are tried: the readers most, since all others begin with them.
WEIGHTS = {"parse": 8, "parse_citation": 8, "check": 4, "fix": 2, "spans": 2, "dumps": 2}


class Case(NamedTuple):
    """What is repeated, in which frame, through which verb."""

    verb: str
    frame: str
    unit: str

    def text(self, size: int) -> str:
        """The text with so many characters of the unit in it."""
        frames = CITATIONS if self.verb == "parse_citation" else FRAMES
        frame = frames[self.frame]
        return frame.replace("{}", self.unit * (size // len(self.unit) // frame.count("{}") + 1))

    def seconds(self, size: int, times: int = 1) -> float:
        """The least processor time of so many calls."""
        text, verb = self.text(size), VERBS[self.verb]
        least = math.inf
        for _ in range(times):
            started = process_time()
            verb(text)
            least = min(least, process_time() - started)
            gc.collect()
        return least


def slope(case: Case) -> tuple[float, list[float]]:
    """By which power of its size the time of a case grows, and the times; 0 if it hardly takes any."""
    times = [case.seconds(size) for size in SIZES[:2]]
    if times[1] < LEAST or power(times, SIZES[:2]) <= STEEP:
        return 0.0, times
    times = []
    for size in SIZES:
        times.append(case.seconds(size, 2))
        if times[-1] > PATIENCE:
            break
    # Where a text is short, the frame counts too: the largest sizes tell how it grows.
    return power(times[-2:], SIZES[len(times) - 2 :]), times


def power(times: list[float], sizes: tuple[int, ...]) -> float:
    """The slope from the first to the last of ``times``, logarithm over logarithm."""
    return math.log(times[-1] / times[0]) / math.log(sizes[len(times) - 1] / sizes[0])


def cases(units: list[str], asked: argparse.Namespace, chosen: random.Random) -> Iterator[Case]:
    """Each word by itself, then words, pairs and threes in turn, through a verb and in a frame as chance has it."""
    if asked.verb is None and asked.unit is None:
        for unit in chosen.sample(units, len(units)):
            yield Case("parse", "everywhere", unit)
            yield Case("parse_citation", chosen.choice(list(CITATIONS)), unit)
    verbs = [verb for verb in VERBS for _ in range(WEIGHTS.get(verb, 1)) if asked.verb in (None, verb)]
    while True:
        verb = chosen.choice(verbs)
        frame = chosen.choice(list(CITATIONS if verb == "parse_citation" else FRAMES))
        unit = "".join(chosen.choices(units, k=chosen.choice([1, 2, 2, 3])))
        yield Case(verb, frame, asked.unit or unit)


def main() -> None:
    """Hunt, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verb", choices=VERBS)
    parser.add_argument("--unit")
    asked = parser.parse_args()
    units, until, tried = words(), monotonic() + asked.seconds, 0
    found: dict[Case, tuple[float, list[float]]] = {}
    gc.disable()
    for case in cases(units, asked, random.Random(asked.seed)):
        if monotonic() > until:
            break
        tried += 1
        steepness, times = slope(case)
        if steepness > STEEP:
            found[case] = steepness, times
            print(f"{steepness:.2f} {case} {' '.join(f'{time * 1e3:.0f}' for time in times)} ms", flush=True)
    sys.stdout.write(f"{tried} cases of {len(units)} words tried, {len(found)} grow by more than {STEEP}\n")


if __name__ == "__main__":
    main()
