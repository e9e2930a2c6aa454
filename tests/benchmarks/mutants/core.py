"""What a made fault is, and how a table of faults is read.

A fault is written as one line of a table: ``name ;; harm ;; flags ;; part ;; pattern ;; new``. Of the matches of the
pattern in that part of the record one is taken, and becomes ``new`` (a template as in ``re``; ``␣`` is a blank at a
cell's end, ``<U+00AD>`` a sign
that can't be seen). What no pattern can say is a function.

- harm: 1 looks bad, 2 has to be mended, 3 misleads who reads or cites the record, or loses what can't be got again.
- flags: ``c`` the right text is certain, so that a fix can be offered; ``i`` nobody can see it with only the file. What
  could be meant in two ways has no ``c``: a 1 is an l or an i, a hyphen at a line's end may be the word's own, letters
  apart may be two words, ``[counter]revolution`` is one word, and the digital archive has had two names.
- part: ``date title citation summary credits language contents body`` or ``all``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

LABELS = "Citation", "Summary", "Credits", "Original Language", "Contents"
_LABEL = re.compile(rf"^(?:\*\*)?({'|'.join(LABELS)}):(?:\*\*)?$", re.MULTILINE)
_SIGN = re.compile(r"<U\+([0-9A-F]{4})>")
_ITEMS = re.compile(r"\s+(?:[^\n]+\n)+\n")


@dataclass(frozen=True)
class Change:
    """What stands from ``start`` to ``end`` becomes ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Place:
    """What a pattern found in a part of the record that starts at ``offset``."""

    offset: int
    found: re.Match[str]

    @property
    def start(self) -> int:
        """Where it starts in the record."""
        return self.offset + self.found.start()

    def become(self, text: str) -> Change:
        """The change of what was found to ``text``."""
        return Change(self.start, self.offset + self.found.end(), text)


Make: TypeAlias = Callable[[str, dict[str, Change]], list[Change]]


@dataclass(frozen=True)
class Kind:
    """A kind of fault, and how it is made."""

    name: str
    harm: int
    make: Make
    certain: bool = False
    invisible: bool = False
    group: str = ""


@dataclass(frozen=True)
class Mutant:
    """A record with one fault, which is at ``spans`` of its text."""

    kind: Kind
    record: str
    text: str
    spans: tuple[tuple[int, int], ...]


def parts(text: str) -> dict[str, Change]:
    """Where the parts of a clean record stand; the text of each is what it holds."""
    labels = list(_LABEL.finditer(text))
    ends = [m.start() for m in labels[1:]] + [len(text)]
    head = re.compile(r"\s*([^\n]+)").match(text)
    assert head and labels
    cut = {"date": (head.start(1), head.end(1)), "title": (head.end(), labels[0].start())}
    for label, end in zip(labels, ends, strict=True):
        cut[label[1].split()[-1].lower()] = (label.end(), end)
    items = _ITEMS.match(text, cut["contents"][0])
    assert items
    cut["contents"], cut["body"] = (cut["contents"][0], items.end()), (items.end(), len(text))
    return {name: _bare(text, *span) for name, span in cut.items()} | {"all": Change(0, len(text), text)}


def _bare(text: str, start: int, end: int) -> Change:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Change(start, start + len(part.strip()), part.strip())


def read(table: str, group: str) -> Iterator[Kind]:
    """The kinds that the lines of a table say."""
    for line in table.strip().splitlines():
        name, harm, flags, part, pattern, new = (cell.strip() for cell in line.split(";;"))
        make = by_pattern(part, pattern.replace("␣", " "), _SIGN.sub(_sign, new.replace("␣", " ")))
        yield Kind(name, int(harm), make, "c" in flags, "i" in flags, group)


def _sign(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def by_pattern(part: str, pattern: str, new: str) -> Make:
    """The fault that one match of the pattern becomes ``new``."""
    compiled = re.compile(pattern, re.MULTILINE)

    def make(text: str, at: dict[str, Change]) -> list[Change]:
        match = pick(compiled, at, part)
        return [match.become(match.found.expand(new))] if match else []

    return make


def pick(pattern: re.Pattern[str], at: dict[str, Change], part: str) -> Place | None:
    """One of the matches of the pattern in that part: another one in each record, and always the same."""
    if part not in at:
        return None
    found = list(pattern.finditer(at[part].text))
    return Place(at[part].start, found[at["all"].end % len(found)]) if found else None


def mutants(record: str, text: str, kinds: list[Kind]) -> Iterator[Mutant]:
    """The record with each of the faults that can be made in it."""
    at = parts(text)
    for kind in kinds:
        changes = sorted((_tight(text, c) for c in kind.make(text, at)), key=lambda c: c.start)
        mutated, spans, done = "", [], 0
        for change in changes:
            mutated += text[done : change.start]
            spans.append((len(mutated), len(mutated) + len(change.text)))
            mutated, done = mutated + change.text, change.end
        mutated += text[done:]
        if mutated != text:
            yield Mutant(kind, record, mutated, tuple(spans))


def _tight(text: str, change: Change) -> Change:
    """The change without what it leaves as it is at both ends."""
    old, new = text[change.start : change.end], change.text
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return replace(change, start=change.start + head, end=change.end - tail, text=new[head : len(new) - tail])
