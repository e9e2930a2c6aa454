"""How much of a set of whole records is read as it was marked by eye: ``python tests/benchmarks/blind_bodies.py FILES``.

A set holds records as ``=== id``, the text, ``---`` and a line for each block and note in order::

    serial: Special # 217-219
        label=Special
        numbers=217-219
        mark supplied | [telegram] | telegram
    note footnote: [1] A member of the
        marker=1

``a|b`` are kinds of which either is right, `` ~ `` parts values that are equally right. Given first are the shares of
blocks of the right kind, by family; a second figure counts those whose marked fields are right too. ``-v`` lists what
was read otherwise.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import archivecite as ac

HEADER = frozenset(
    "document_type entry_numbers serial marking letterhead dateline addressee sender routing distribution reply_to"
    " subject participants salutation".split()
)
CLOSE = frozenset(("signature", "valediction", "enclosure"))


class Expected(NamedTuple):
    """A block or note as it was marked: its kinds, how it begins, its fields and the marks in it."""

    kinds: list[str]
    start: str
    fields: dict[str, str]
    marks: list[list[str]]
    note: bool


def flat(text: str | None) -> str:
    """A text with single blanks and without the markup of bold."""
    return re.sub(r"\s+", " ", (text or "").replace("**", "")).strip()


def records(path: Path) -> Iterator[tuple[str, str, list[Expected]]]:
    """The id, the text and the marked blocks of each record of a set."""
    for case in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = case.partition("\n")
        text, _, marked = rest.partition("\n---\n")
        blocks: list[Expected] = []
        for line in marked.splitlines():
            if line.startswith("    ") and blocks:
                field = line.strip()
                if field.startswith("mark "):
                    blocks[-1].marks.append([part.strip() for part in re.split(r" \|(?: |$)", field[5:])])
                else:
                    key, _, value = field.partition("=")
                    blocks[-1].fields[key] = value
            elif line.strip():
                kind, _, start = line.partition(":")
                note = kind.startswith("note ")
                blocks.append(Expected(kind.removeprefix("note ").split("|"), flat(start), {}, [], note))
        yield name.split()[0], text.replace("<FF>", "\f").lstrip("\n") + "\n", blocks


def shown(value: Any) -> str:
    """A field as a set writes it."""
    if isinstance(value, tuple):
        return " | ".join(map(shown, value))
    if isinstance(value, ac.Person):
        return f"{value.name or 'null'} / {value.office}" if value.office else str(value.name)
    if isinstance(value, str):
        return flat(value)
    return flat(value.text)


def family(kind: str, note: bool) -> str:
    """What a block is counted under."""
    if note:
        return "notes"
    return "header lines" if kind in HEADER else "closes" if kind in CLOSE else kind


def differing(value: Any, fields: dict[str, str]) -> list[str]:
    """The marked fields that a value has otherwise, of those that its class has."""
    found = []
    for name, wanted in fields.items():
        if hasattr(value, name):
            got = getattr(value, name)
            if (shown(got) if got else "") not in [flat(one).replace(" / null", "") for one in wanted.split(" ~ ")]:
                found.append(f"{name}={shown(got) if got else None!r} not {wanted!r}")
    return found


class Score:
    """The counts of a run, and what was read otherwise."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.wrong: list[str] = []

    def record(self, name: str, text: str, blocks: list[Expected]) -> None:
        """Hold one record against its marks."""
        record = ac.parse(text).record
        places = {False: 0, True: 0}
        used: set[tuple[bool, int]] = set()
        for expected in blocks:
            values: tuple[Any, ...] = record.notes if expected.note else record.body
            group = family(expected.kinds[0], expected.note)
            if group.startswith("unread"):
                continue
            at = self.find(values, expected, places[expected.note])
            self.counts[group, "all"] += 1
            if at is None:
                self.wrong.append(f"{name} {'|'.join(expected.kinds)} {expected.start!r}: not found as a block")
                self.counts["brackets", "all"] += sum(mark[0] != "reference" for mark in expected.marks)
                continue
            places[expected.note] = at + 1
            used.add((expected.note, at))
            self.block(name, group, values[at], expected)
        for index, block in enumerate(record.body):
            if (False, index) not in used and (block.kind in HEADER or block.kind in CLOSE):
                self.counts[family(block.kind, False), "invented"] += 1
                self.wrong.append(f"{name} {block.kind} {block.text[:50]!r}: not marked")
        for index, note in enumerate(record.notes):
            if (True, index) not in used:
                self.counts["notes", "invented"] += 1
                self.wrong.append(f"{name} note {note.kind} {note.text[:50]!r}: not marked")

    def find(self, values: tuple[Any, ...], expected: Expected, at: int) -> int | None:
        """The index of the value that begins as marked."""
        for index in range(at, len(values)):
            text = flat(values[index].text)
            if text.startswith(expected.start) and (text or values[index].kind in expected.kinds):
                return index
        return None

    def block(self, name: str, group: str, value: Any, expected: Expected) -> None:
        """Hold one block or note against what was marked."""
        label = f"{name} {'|'.join(expected.kinds)} {expected.start!r}"
        right = value.kind in expected.kinds
        differs = differing(value, expected.fields)
        self.counts[group, "kind"] += right
        self.counts[group, "whole"] += right and not differs
        if speaker := expected.fields.get("speaker"):
            self.counts["turns", "all"] += 1
            spoken = flat(getattr(value, "speaker", None)) in [flat(one) for one in speaker.split(" ~ ")]
            self.counts["turns", "kind"] += spoken
            self.counts["turns", "whole"] += spoken
        elif getattr(value, "speaker", None):
            self.counts["turns", "invented"] += 1
        if not right or differs:
            self.wrong.append(f"{label}: {value.kind} {'; '.join(differs)}")
        self.marks(label, value, expected)

    def marks(self, label: str, value: Any, expected: Expected) -> None:
        """Hold the marks of a value against those that were marked."""
        got = [(mark.kind, flat(value.text[mark.start : mark.end]), mark) for mark in value.marks]
        for kinds, bracket, *rest in expected.marks:
            group = "references" if kinds == "reference" else "brackets"
            self.counts[group, "all"] += 1
            found = next(
                (one for one in got if one[0] in kinds.split("|") and flat(bracket).strip("[]") in one[1]), None
            )
            if found is None:
                self.wrong.append(f"{label}: no mark {kinds} {bracket}")
                continue
            got.remove(found)
            self.counts[group, "kind"] += 1
            own = dict(one.split("=", 1) for one in rest if re.match(r"(extent|reason|correction|type)=", one))
            differs = differing(found[2], own)
            self.counts[group, "whole"] += not differs
            if differs:
                self.wrong.append(f"{label}: mark {bracket} {'; '.join(differs)}")
        for kind, bracket, _ in got:
            if kind != "reference":
                self.counts["brackets", "invented"] += 1
                self.wrong.append(f"{label}: mark {kind} {bracket} is not marked")


def main() -> None:
    """Print the shares, family by family."""
    score = Score()
    for path in sys.argv[1:]:
        if path != "-v":
            for name, text, blocks in records(Path(path)):
                score.record(name, text, blocks)
    if "-v" in sys.argv:
        print(*score.wrong, sep="\n")
    for group in sorted({group for group, _ in score.counts}):
        total, kind, whole, invented = (score.counts[group, what] for what in ("all", "kind", "whole", "invented"))
        share = f"{100 * kind / total:.0f} %, with fields {100 * whole / total:.0f} %" if total else "-"
        print(f"{group:14} {kind} of {total}: {share}; {invented} not marked")


if __name__ == "__main__":
    main()
