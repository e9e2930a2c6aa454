"""What reading costs, beside the least that reading could cost and beside readers of other formats.

Run by hand, never as a test; tests/benchmarks/README.md says how, and what each number means::

    python tests/benchmarks/compare.py [--quick] [table] [startup] [doubling] [citations]
"""

import argparse
import gc
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

SEEDS = {path.name[:3]: path for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))}

#: How much time per character may grow, from any size to any larger one, and still count as flat.
FLAT = 1.5
#: A size that takes longer than this many seconds is the last of its row.
PATIENCE = 20.0

Work = Callable[[], object]


# The floor: the least that any reader must do.

LABEL = re.compile(r"^(?:\*\*)?(Citation|Summary|Credits|Original Language|Contents):(?:\*\*)?[ \t]*$", re.MULTILINE)
BRACKETS = re.compile(r"\[[^\]]*\]")


def split_at_labels(text: str) -> tuple[str, dict[str, str], list[str]]:
    """What stands before the first label, the sections by label, and the paragraphs from the last label on."""
    opening, *pieces = LABEL.split(text)
    sections = dict(zip(pieces[::2], pieces[1::2], strict=True))
    return opening, sections, sections.pop("Contents").split("\n\n")


def floor(text: str) -> str:
    """``text`` as JSON, cut up but not understood."""
    opening, sections, paragraphs = split_at_labels(text)
    body = [{"text": paragraph, "brackets": BRACKETS.findall(paragraph)} for paragraph in paragraphs]
    return json.dumps({"opening": opening, **sections, "body": body}, ensure_ascii=False, separators=(",", ":"))


# The texts: no two calls read the same one, so that a cache of values gains nothing.

YEAR = re.compile(r"\b19(\d\d)\b")
NUMBER = re.compile(r"(?<=/document/)\d+")
# A source note says its citation's tail again, so it must stay what the citation says.
LONG_LINE = re.compile(r"^(?!\[Source:)(?=.{80})(.*? [a-z]{4,})([a-z]) ", re.MULTILINE)


def varied(text: str, turn: int) -> str:
    """``text`` with another document number, other years and a changed word in each long paragraph; as long as before."""
    head, contents, body = text.partition("Contents:")
    body = LONG_LINE.sub(lambda match: f"{match[1]}{chr(97 + (ord(match[2]) - 97 + turn) % 26)} ", body)
    text = YEAR.sub(lambda match: f"19{(int(match[1]) + turn) % 100:02}", head + contents + body)
    return NUMBER.sub(lambda match: f"{(int(match[0]) + turn) % 10 ** len(match[0]):0{len(match[0])}}", text)


def content(text: str) -> dict[str, Any]:
    """The fields of a record as a person would copy them into another format, cut out without archivecite."""
    opening, sections, paragraphs = split_at_labels(text)
    date, title = opening.replace("*", "").split("\n\n", 1) if opening.strip() else ("", "")
    if not date.strip():
        date, title = title.split("\n\n", 1)
    statement, _, url = " ".join(sections["Citation"].split()).partition(" <")
    _, _, tail = statement.partition("Digital Archive, ")
    found = {
        "date": date.strip(),
        "title": " ".join(title.split()),
        "archive": "Wilson Center Digital Archive",
        "source": tail,
        "url": url.rstrip(">"),
        "summary": sections["Summary"].strip(),
        "credits": sections.get("Credits", "").strip(),
        "language": sections["Original Language"].strip(),
        "contents": paragraphs[1].strip(),
        "body": [paragraph.strip() for paragraph in paragraphs[2:]],
    }
    return {name: value for name, value in found.items() if value}


def as_bibtex(fields: Mapping[str, Any]) -> str:
    names = {"archive": "publisher", "source": "howpublished", "summary": "abstract", "credits": "note"}
    entry = {names.get(name, name): value for name, value in fields.items()} | {"body": "\n\n".join(fields["body"])}
    number = fields["url"].rpartition("/")[2]
    return f"@misc{{document{number},\n" + "".join(f"  {k} = {{{v}}},\n" for k, v in entry.items()) + "}\n"


def as_ris(fields: Mapping[str, Any]) -> str:
    tags = {"date": "DA", "title": "TI", "archive": "DP", "source": "DB", "url": "UR", "summary": "AB"}
    tags |= {"credits": "C1", "language": "LA", "contents": "C2"}
    lines = ["TY  - UNPB", *(f"{tags[name]}  - {value}" for name, value in fields.items() if name != "body")]
    lines += [f"N1  - {' '.join(paragraph.split())}" for paragraph in fields["body"]]
    return "\n".join([*lines, "ER  - ", ""])


def without_null(value: Any) -> Any:
    """``value`` without what TOML has no word for."""
    if isinstance(value, dict):
        return {name: without_null(inner) for name, inner in value.items() if inner is not None}
    return [without_null(inner) for inner in value] if isinstance(value, list) else value


# The contestants.


class Contestant(NamedTuple):
    """A reader by name: ``prepare`` puts a seed's text into its format, ``read`` is what is timed."""

    name: str
    read: Callable[[Any], object]
    prepare: Callable[[str], Any] = str


def archivecite_reader() -> Contestant:
    ac = import_module("archivecite")
    return Contestant("archivecite", lambda text: ac.to_json(ac.parse(text).record))


def tomlkit_reader() -> Contestant:
    tomlkit = import_module("tomlkit")
    return Contestant("tomlkit", tomlkit.parse, lambda text: tomlkit.dumps(content(text)))


def tomlkit_reader_of_all() -> Contestant:
    tomlkit, ac = import_module("tomlkit"), import_module("archivecite")

    def prepare(text: str) -> Any:
        return tomlkit.dumps(without_null(json.loads(ac.to_json(ac.parse(text).record))))

    return Contestant("tomlkit, every field", tomlkit.parse, prepare)


def bibtexparser_reader() -> Contestant:
    parse = import_module("bibtexparser").parse_string
    return Contestant("bibtexparser", parse, lambda text: as_bibtex(content(text)))


def pybtex_reader() -> Contestant:
    parse = import_module("pybtex.database").parse_string
    return Contestant("pybtex", lambda text: parse(text, "bibtex"), lambda text: as_bibtex(content(text)))


def rispy_reader() -> Contestant:
    return Contestant("rispy", import_module("rispy").loads, lambda text: as_ris(content(text)))


def eyecite_reader() -> Contestant:
    return Contestant("eyecite", import_module("eyecite").get_citations)


READERS = (
    archivecite_reader,
    tomlkit_reader,
    tomlkit_reader_of_all,
    bibtexparser_reader,
    pybtex_reader,
    rispy_reader,
    eyecite_reader,
)
PACKAGES = ("archivecite", "tomlkit", "bibtexparser", "pybtex", "rispy", "eyecite")


def contestants(text: str) -> list[Contestant]:
    """The floor and every reader that is installed and reads ``text``; each other one is named, with the reason."""
    found = [Contestant("floor", floor)]
    for make in READERS:
        try:
            contestant = make()
            contestant.read(contestant.prepare(text))
            found.append(contestant)
        except Exception as error:  # noqa: BLE001  # one that does not run must not keep the others from running
            print(f"{make.__name__}: left out ({type(error).__name__}: {error})")
    return found


class Taken(NamedTuple):
    """The seconds that a call took: the median, and the least, which says more on a machine that does other work."""

    median: float
    least: float


def interleaved(calls: Mapping[str, Callable[[int], Work]], rounds: int, each: int = 4) -> dict[str, Taken]:
    """The seconds of each named call, all of them taking turns; ``calls[name](turn)`` prepares one call.

    At each turn a call runs once untimed and then ``each`` times timed, always on a text it has not read before: what
    another contestant left in the processor's caches is no part of the measure.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    gc.collect()
    for turn in range(rounds):
        for name, prepare in calls.items():
            warm, *timed = [prepare(turn * (each + 1) + call) for call in range(each + 1)]
            warm()
            for work in timed:
                start = perf_counter()
                work()
                times[name].append(perf_counter() - start)
    return {name: Taken(median(taken), min(taken)) for name, taken in times.items()}


def reading(contestant: Contestant, text: str) -> Callable[[int], Work]:
    """Calls of ``contestant`` on ``text``, a new variant at each turn."""

    def prepare(turn: int) -> Work:
        given = contestant.prepare(varied(text, turn))
        return lambda: contestant.read(given)

    return prepare


def citation_of(text: str) -> str:
    """The value of ``Citation:`` as it stands in ``text``."""
    return split_at_labels(text)[1]["Citation"].strip()


def installed(package: str) -> str:
    """``package`` with its version, or without one when it is not installed."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} (not installed)"


def table(rounds: int) -> None:
    """Part 1: text to JSON for both seeds, beside the floor and the other readers."""
    print("; ".join(map(installed, PACKAGES)))
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    seeds = {number: path.read_text(encoding="utf-8") for number, path in SEEDS.items()}
    found = contestants(seeds["000"])
    times = {n: interleaved({each.name: reading(each, text) for each in found}, rounds) for n, text in seeds.items()}
    for index, statistic in enumerate(Taken._fields):
        print(f"\nOne record, milliseconds ({statistic}), and how many times the floor")
        print(f"{'':22}" + "".join(f"{column:>18}" for column in (*times, "summed")))
        for each in found:
            rows = [(taken[each.name][index], taken["floor"][index]) for taken in times.values()]
            rows.append((sum(own for own, _ in rows), sum(floor for _, floor in rows)))
            print(f"{each.name:22}" + "".join(f"{own * 1e3:10.3f} {own / floor:6.1f}x" for own, floor in rows))
    if not any(each.name == "archivecite" for each in found):
        return
    text, parse_citation = seeds["004"], import_module("archivecite").parse_citation
    citing = Contestant("parse_citation", parse_citation, citation_of)
    taken = interleaved({c.name: reading(c, text) for c in (found[0], citing)}, rounds)
    print("\nparse_citation, citation of 004, and how many times the floor of 004")
    for statistic, own, floor in zip(Taken._fields, taken["parse_citation"], taken["floor"], strict=True):
        print(f"{statistic:22}{own * 1e3:10.3f} {own / floor:6.1f}x")


# Start-up.


def startup(runs: int) -> None:
    """Part 2: what a whole process costs, beside importing the libraries that archivecite stands on."""
    bare = [sys.executable, "-c", "import lark, attrs, cattrs, click"]
    command = [str(Path(sys.executable).with_name("archivecite"))]
    commands = {"python -c 'import lark, attrs, cattrs, click'": bare}
    commands["python -c 'import archivecite'"] = [sys.executable, "-c", "import archivecite"]
    commands["archivecite --help"] = [*command, "--help"]
    commands |= {f"archivecite convert {number}": [*command, "convert", str(path)] for number, path in SEEDS.items()}
    usable: dict[str, Callable[[int], Work]] = {}
    for name, words in commands.items():
        try:
            run(words).check_returncode()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name}: left out ({error})")
        else:
            usable[name] = process(words)
    taken = interleaved(usable, runs, each=1)
    bare_imports = next(iter(taken.values()))
    print(f"\nA whole process, milliseconds (median and least of {runs}), and how many times the bare imports")
    for name, seconds in taken.items():
        columns = zip(seconds, bare_imports, strict=True)
        print(f"{name:48}" + "".join(f"{own * 1e3:9.1f} {own / other:6.2f}x" for own, other in columns))


def process(words: Sequence[str]) -> Callable[[int], Work]:
    """Calls that run ``words``, the same each time."""
    return lambda _: lambda: run(words)


def run(words: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command away from the checkout, as a user would."""
    with tempfile.TemporaryDirectory() as elsewhere:
        return subprocess.run(words, capture_output=True, text=True, check=False, cwd=elsewhere)


# Doubling.

#: What a hostile body is made of, 100,000 times over; ``[…]`` is opened so many times and then closed as many.
HOSTILE = '[|"|(|# |**|\n|word |Citation:\n'.split("|")
#: More of the kind: what opens a construct of the body's grammar again and again.
HOSTILE += "[…]|[a|[a] |[Source: |\n\nReference: # 1 (entry # 1) from |# 1, |see No. |[1] a\n\n".split("|")
HOSTILE += "1962 |31.X.62 |A B |X.|   \n|**a*|To: a\n\n|Copy 1\n".split("|")
#: What a hostile citation is made of, up to 100 kB of it, after an opening and alone.
HOSTILE_CITATION = 'and |; |(|"|\N{LEFT DOUBLE QUOTATION MARK}|f. 1, op. 1, '.split("|")
HOSTILE_CITATION += "(…)|)|x|. |, |A, |A. |(A) |1, 2-3, |July 4, 1949, |in |copy |vol. 1 (".split("|")
HOSTILE_CITATION += "Archive |Archive, Moscow; |translated by A; |translated by A, and ".split("|")
HOSTILE_CITATION += "http://a.b/c|<http://a.b/c> ".split("|")
OPENING = '"A Note", July 4, 1949, Wilson Center Digital Archive, RGASPI, '
SIZES = [2**power for power in range(7)]


def doubling(repeat: int, everywhere: bool) -> None:
    """Part 3: time per character as a body doubles; hostile text reaches 100,000 of its unit."""
    text = SEEDS["000"].read_text(encoding="utf-8")
    head, label, rest = text.partition("\n\nTelegram\n")
    natural = [f"{head}{(label + rest) * size}" for size in SIZES]
    record = SEEDS["004"].read_text(encoding="utf-8")
    places = {"body": "Translation - English\n\n"}
    if everywhere:
        places |= {
            "opening": "**October 31, 1962**\n\n",
            "citation": "**Citation:**\n\n",
            "summary": "**Summary:**\n\n",
            "contents": "**Contents:**\n\n",
        }
    print_rows_head("Text to JSON")
    ac = import_module("archivecite")

    def convert(given: str) -> object:
        return ac.to_json(ac.parse(given).record)

    convert(record)  # builds the grammars
    row("natural text", convert, natural, repeat)
    for place, mark in places.items():
        before, _, after = record.partition(mark)
        for unit in HOSTILE:
            counts = (100_000 * size // SIZES[-1] for size in SIZES)
            texts = (f"{before}{mark}{many(unit, count)}\n\n{after}" for count in counts)
            row(f"{place}: {unit!r}", convert, texts, repeat)


def citations(repeat: int) -> None:
    """Part 4: time per character of a citation as it doubles, up to 100 kB."""
    print_rows_head("parse_citation")
    parse_citation = import_module("archivecite").parse_citation
    parse_citation(OPENING)  # builds the grammars
    for opening in (OPENING, ""):
        for unit in HOSTILE_CITATION:
            counts = (max(1, 100_000 * size // SIZES[-1] // len(unit)) for size in SIZES)
            texts = (opening + many(unit, count) for count in counts)
            row(f"{opening[:8]}{'… ' if opening else ''}{unit!r}", parse_citation, texts, repeat)


def many(unit: str, count: int) -> str:
    """``unit`` so many times; of a unit with ``…`` in it (``[…]``) first all the openings, then all the closings."""
    opening, _, closing = unit.partition("…")
    return opening * count + closing * count


def print_rows_head(what: str) -> None:
    print(f"\n{what}: microseconds per 1,000 characters, the length doubled six times; then the largest growth")


def row(name: str, read: Callable[[str], object], texts: Iterable[str], repeat: int) -> None:
    """Time ``read`` on each of ``texts``, each longer than the one before, and flag a time per character that grows.

    A row that seems to grow is timed again, three times at most: the machine may have been busy, and the least counts.
    """
    texts = list(texts)
    costs: list[float] = []
    for text in texts:
        costs.append(cost(read, text, repeat))
        if costs[-1] * len(text) > PATIENCE:
            break
    for _ in range(3):
        if growth(costs) <= FLAT or repeat == 1 or len(costs) < len(texts):
            break
        costs = [min(before, cost(read, text, repeat)) for before, text in zip(costs, texts, strict=True)]
    flag = "  NOT FLAT" if growth(costs) > FLAT else ""
    flag += "  given up" if len(costs) < len(texts) else ""
    print(f"{name:34}" + "".join(f"{each * 1e9:9.1f}" for each in costs) + f"{growth(costs):8.2f}x{flag}", flush=True)


def growth(costs: Sequence[float]) -> float:
    """How many times as much a later of ``costs`` is as an earlier one, at most."""
    return max(after / min(costs[: index + 1]) for index, after in enumerate(costs))


def cost(read: Callable[[str], object], text: str, repeat: int) -> float:
    """The least seconds per character that ``read`` takes for ``text``."""
    taken = []
    for _ in range(repeat):
        gc.collect()
        start = perf_counter()
        read(text)
        taken.append(perf_counter() - start)
        if taken[-1] > 1:
            break
    return min(taken) / len(text)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(description="What reading a record costs.")
    parser.add_argument("parts", nargs="*", metavar="PART", help="table, startup, doubling, citations (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a first look, not a result")
    parser.add_argument("--everywhere", action="store_true", help="doubling: hostile text in the head's sections too")
    options = parser.parse_args(arguments)
    quick = options.quick
    parts: dict[str, Work] = {
        "table": lambda: table(8 if quick else 40),
        "startup": lambda: startup(3 if quick else 15),
        "doubling": lambda: doubling(1 if quick else 3, options.everywhere),
        "citations": lambda: citations(1 if quick else 3),
    }
    if unknown := set(options.parts) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    for name in options.parts or parts:
        print(f"\n== {name}")
        try:
            parts[name]()
        except ImportError as error:
            print(f"left out ({error})")


if __name__ == "__main__":
    main()
