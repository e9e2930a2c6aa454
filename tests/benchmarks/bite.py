"""Does each rule and each word bite? Taken out, it must make a row of the tables read otherwise.

``python tests/benchmarks/bite.py [WORDS]`` takes out each rule of the grammars that are parsed, start rules too, and
WORDS (200) random entries of the vocabulary, one by one, and says which of them no row misses: of ``citations``,
``lines``, ``marks``, ``bodies``, ``heads.txt``, the seeds, ``test_date`` and ``test_vocabulary``. What is missed is mostly missed by
the table of its own grammar, which is asked first; one run takes half an hour.
"""

import copy
import random
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import test_body
import test_heads
import test_lines
import test_marks
import test_vocabulary
from citation_table import CASES
from strategies.seed import SEEDS
from test_date import READ

import archivecite as ac
from archivecite.syntax import citation, date, line_loop, line_vocabulary, loop, vocabulary, words
from archivecite.syntax.lalr import build
from archivecite.syntax.lines import Line
from archivecite.syntax.note import note_start

RULE = re.compile(r"^(_?[a-z][a-z_]*):", re.MULTILINE)

Row = Callable[[], Any]

#: Grammars whose rules the rows of citations miss; those of all others are asked after the rows of lines and bodies.
CITED = ("citation", "source", "publication", "provenance", "date", "credits")


def line(topic: str, text: str) -> Any:
    """What a line is by itself."""
    return note_start(text) if topic == "notes" else test_lines.told_of(Line(text, 0, len(text)), topic == "closes")


def marked(text: str) -> list[str]:
    """What a text of the table of marks reads as."""
    return [*test_marks.shown_body(text)]


def recorded(text: str) -> Any:
    """The record that a seed reads as."""
    return ac.parse(text).record


def rows() -> tuple[list[Row], list[Row]]:
    """What reads each row of all tables: those of citations and dates, and those of lines, bodies and heads."""
    cited: list[Row] = [partial(citation.read_citation, " ".join(case.text.split())) for case in CASES]
    cited += [partial(date.read_date, text) for text in READ]
    printed: list[Row] = [partial(line, *row.values[:2]) for row in test_lines.ROWS]
    tables = (path.stem for path in sorted(test_marks.FOLDER.glob("*.txt")))
    printed += [partial(marked, text) for name in tables for text, _ in test_marks.rows(name)]
    printed += [partial(test_body.read, case.values[0]) for case in test_body.CASES]
    printed += [partial(test_heads.read, row.text) for row in test_heads.ROWS]
    printed += [partial(recorded, seed) for seed in SEEDS]
    return [*cited, test_vocabulary.every_word], printed


def reading(row: Row) -> Any:
    """What a row reads as; one that raises reads as no other does."""
    try:
        read = row()
    except Exception as error:  # noqa: BLE001  whatever it is, it is not what was read before
        return repr(error)
    return getattr(read, "value", read)


def forget() -> None:
    """Empty every cache that holds words or tables."""
    for name, module in list(sys.modules.items()):
        if name.startswith("archivecite.syntax."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def put(module: Any) -> None:
    """Let ``module`` stand for the generated one."""
    for reader in (words, loop, line_loop, line_vocabulary, vocabulary):
        reader.current_module = lambda: module  # type: ignore[attr-defined]
    forget()


def bites(module: Any, asked: list[tuple[Row, Any]]) -> bool:
    """Whether a row reads otherwise with ``module``."""
    put(module)
    return any(reading(row) != before for row, before in asked)


def rules() -> Iterator[tuple[str, str]]:
    """Each rule with its grammar."""
    for name in loop.STARTS:
        for rule in RULE.findall(loop.grammar_text(name)):
            yield name, rule


def without_rule(name: str, rule: str) -> dict[str, Any]:
    """The tables of a grammar in which nothing is a ``rule``: it needs a token that there is not."""
    text = re.sub(rf"^{rule}:", f"{rule}: NEVER", loop.grammar_text(name), flags=re.MULTILINE)
    text = re.sub(rf"^({rule}: NEVER.*(?:\n +\|.*)*)$", rf"{rule}: NEVER", text, flags=re.MULTILINE)
    return {start: tuple(build(f"{text}\n%declare NEVER\n", start)) for start in loop.STARTS[name]}


def entries(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of each entry of a list of the vocabulary."""
    if isinstance(data, dict):
        for key, item in data.items():
            yield from entries(item, (*path, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from [(*path, index)] if isinstance(item, str) else entries(item, (*path, index))


def without_word(data: Any, path: tuple[Any, ...]) -> Any:
    """A copy of the vocabulary's data without one entry."""
    copied = copy.deepcopy(data)
    inner = copied
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return copied


def main(count: int) -> None:
    """Take each thing out, and say what no row misses."""
    given = words.current_module()
    if given is None:  # else everything would read otherwise than the rows did, and seem to bite
        sys.exit("a grammar or a word has changed: run python -m archivecite.syntax.generate first")
    made = SimpleNamespace(**{key: value for key, value in vars(given).items() if key.isupper()})
    cited, printed = ([(row, reading(row)) for row in table] for table in rows())
    listed = list(rules())
    for name, rule in listed:
        asked = [*cited, *printed] if name in CITED else [*printed, *cited]
        tables = {**made.TABLES, **without_rule(name, rule)}
        if not bites(SimpleNamespace(**{**vars(made), "TABLES": tables}), asked):
            print(f"no row misses the rule {rule} of {name}.lark", flush=True)
    data = made.VOCABULARY
    idle = []
    for path in random.Random(13).sample(list(entries(data)), count):
        left = without_word(data, path)
        lines = line_vocabulary.line_words(left)
        if not bites(SimpleNamespace(**{**vars(made), "VOCABULARY": left, "LINES": lines}), [*cited, *printed]):
            entry = data
            for key in path:
                entry = entry[key]
            idle.append(f"{'/'.join(map(str, path[:-1]))}: {entry}")
    print(f"{len(listed)} rules; of {count} words {len(idle)} are missed by no row:")
    print("\n".join(sorted(idle)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
