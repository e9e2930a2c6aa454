"""Does each rule and each word bite? Taken out, it must make a row of the tables read otherwise.

``python tests/benchmarks/bite.py [WORDS]`` takes out each rule of the grammars that are parsed, and WORDS (200) random
entries of the vocabulary, one by one, and says which of them no row of ``tests/citations``, ``test_date`` and
``test_vocabulary`` misses.
"""

import copy
import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import test_vocabulary
from citation_table import CASES
from test_date import READ

from archivecite.syntax import citation, date, loop, provenance, publication, vocabulary
from archivecite.syntax.lalr import build

TEXTS = [" ".join(case.text.split()) for case in CASES]
RULE = re.compile(r"^(_?[a-z][a-z_]*):", re.MULTILINE)


def readings() -> list[Any]:
    """What all rows read as."""
    read: list[Any] = [citation.read_citation(text).value for text in TEXTS]
    return [*read, *(date.read_date(text) for text in READ), *test_vocabulary.every_word()]


def bites(before: list[Any]) -> bool:
    """Whether a row reads otherwise; one that raises does."""
    try:
        return readings() != before
    except Exception:  # noqa: BLE001  whatever it is, it is not what was read before
        return True


def rules() -> Iterator[tuple[str, str]]:
    """Each rule but the start rules, with its grammar."""
    for name, starts in loop.STARTS.items():
        for rule in RULE.findall(loop.grammar_text(name)):
            if rule not in starts:
                yield name, rule


def without_rule(name: str, rule: str) -> Any:
    """A function that gives tables, in which nothing is a ``rule``: it needs a token that there is not."""
    text = re.sub(rf"^{rule}:", f"{rule}: NEVER", loop.grammar_text(name), flags=re.MULTILINE)
    text = re.sub(rf"^({rule}: NEVER.*(?:\n +\|.*)*)$", rf"{rule}: NEVER", text, flags=re.MULTILINE)

    @cache
    def tables(grammar: str, start: str) -> loop.Tables:
        return build(f"{text}\n%declare NEVER\n", start) if grammar == name else loop.tables(grammar, start)

    return tables


def words(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of each entry of a list of the vocabulary."""
    if isinstance(data, dict):
        for key, item in data.items():
            yield from words(item, (*path, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from [(*path, index)] if isinstance(item, str) else words(item, (*path, index))


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
    before = readings()
    listed = list(rules())
    for name, rule in listed:
        tables = without_rule(name, rule)
        for module in (citation, provenance, publication, date):
            module.tables = tables  # type: ignore[attr-defined]
        if not bites(before):
            print(f"no row misses the rule {rule} of {name}.lark")
    for module in (citation, provenance, publication, date):
        module.tables = loop.tables  # type: ignore[attr-defined]
    data = vocabulary.vocabulary().data
    chosen = random.Random(13).sample(list(words(data)), count)
    idle = []
    for path in chosen:
        try:
            known = vocabulary.Vocabulary(without_word(data, path))
        except (IndexError, KeyError, ValueError):
            continue  # what cannot be taken out is missed
        setattr(citation, "vocabulary", lambda known=known: known)  # noqa: B010  another's name
        setattr(date, "vocabulary", lambda known=known: known)  # noqa: B010
        if not bites(before):
            entry = data
            for key in path:
                entry = entry[key]
            idle.append(f"{'/'.join(map(str, path[:-1]))}: {entry}")
    print(f"{len(listed)} rules; of {count} words {len(idle)} are missed by no row:")
    print("\n".join(sorted(idle)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
