"""A document on a terminal: its parts in the order of the text, and under each what was found in it."""

import shutil
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import click
from attrs import evolve, frozen

from ..model.diagnostic import Diagnostic
from ..model.mark import AnyMark
from ..model.pointer import scalars
from ..model.record import Record
from ..model.visible import visible
from ..syntax.document import Document
from .shown import COLOURS, numbered
from .wrapping import styled, wrapped

#: The columns of the labels, and the most that a line of text takes.
LABEL, WIDEST = 16, 100

#: Keys that say nothing beside the text of a value.
KNOWN = frozenset(("kind", "text", "level", "label", "start", "end"))


@frozen
class Part:
    """A part of a record: what it is called, its text, its pointer, what else is read in it, and where it begins."""

    label: str
    text: str
    pointer: str
    details: tuple[str, ...] = ()
    marks: tuple[AnyMark, ...] = ()
    start: int = 0


def drawn(document: Document, findings: Sequence[Diagnostic], name: str) -> Iterator[str]:
    """The lines that show ``document``, which is called ``name``."""
    family = "not a record of this layout" if document.family == "unknown" else f"{document.family} layout"
    facts = (name, family.replace("_", " "), document.record.id)
    yield click.style(" · ".join(visible(fact) for fact in facts if fact), bold=True)
    yield ""
    waiting = deque(sorted(findings, key=lambda finding: finding.span.start if finding.span else -1))
    here = [part for part in placed(document) if part.text]
    for at, part in enumerate(here):
        yield from lines_of(part)
        following = here[at + 1].start if at + 1 < len(here) else None
        while waiting and (following is None or waiting[0].span is None or waiting[0].span.start < following):
            yield from finding_lines(waiting.popleft())
    for finding in waiting:
        yield from finding_lines(finding)


def placed(document: Document) -> list[Part]:
    """The parts of the record in the order of the text."""
    found, start = [], 0
    for part in parts(document.record):
        span = document.spans.get(part.pointer)
        start = span.start if span else start
        found.append(evolve(part, start=start))
    return sorted(found, key=lambda part: part.start)


def parts(record: Record) -> Iterator[Part]:
    """The parts of ``record``, in the order of its fields."""
    if record.date:
        yield Part("date", record.date.text, "/date", details(record.date))
    if record.title:
        yield Part("title", record.title, "/title")
    yield from citation_parts(record)
    if record.summary:
        yield Part("summary", record.summary, "/summary")
    if record.credits:
        yield Part("credits", record.credits.text, "/credits", details(record.credits))
    for index, language in enumerate(record.original_languages):
        yield Part("language", language.name, f"/original_languages/{index}", details(language)[1:])
    for index, content in enumerate(record.contents):
        yield Part("contents", content.text, f"/contents/{index}", (f"kind {content.kind}", *details(content)))
    for key in ("body", "notes"):
        for index, block in enumerate(getattr(record, key)):
            label = block.kind.replace("_", " ")
            if key == "notes" and block.kind != "footnote":
                label = f"{label} note"
            text = "(the page ends)" if block.kind == "page_break" else block.text
            yield Part(label, text, f"/{key}/{index}", details(block), block.marks)


def citation_parts(record: Record) -> Iterator[Part]:
    """The parts of the citation."""
    if (citation := record.citation) is None:
        return
    if citation.title:
        yield Part("cited as", citation.title, "/citation/title")
    if citation.date:
        yield Part("cited date", citation.date.text, "/citation/date", details(citation.date))
    if citation.digital_archive:
        yield Part("digital archive", citation.digital_archive, "/citation/digital_archive")
    for index, source in enumerate(citation.sources):
        label = "source" if source.kind == "other" else f"{source.kind} source"
        yield Part(label, source.text, f"/citation/sources/{index}", details(source))
    for index, entry in enumerate(citation.provenance):
        yield Part(entry.kind, entry.text, f"/citation/provenance/{index}", details(entry))
    if citation.url:
        yield Part("url", citation.url, "/citation/url")


def details(value: Any) -> tuple[str, ...]:
    """What is read in ``value`` besides its text, each with its keys; of a locator, with its level.

    >>> from archivecite import Date
    >>> details(Date("May 3, 1950", "1950-05-03"))
    ('edtf 1950-05-03',)
    """
    found: dict[str, list[str]] = {}
    levels = [part.level for part in getattr(value, "locator", ())]
    for pointer, scalar in scalars(value):
        *path, key = pointer.split("/")[1:]
        if scalar is None or scalar == getattr(value, "text", None) or key in KNOWN or "marks" in path:
            continue
        is_step = path[:1] == ["locator"]
        names = [levels[int(path[1])]] if is_step else [name for name in (*path, key) if not name.isdecimal()]
        found.setdefault(" ".join(names).replace("_", " "), []).append(str(scalar))
    return tuple(f"{name} {', '.join(values)}" for name, values in found.items())


def lines_of(part: Part) -> Iterator[str]:
    """The lines that show ``part``: its label, its text, and what is read in it."""
    columns = columns_for_text()
    label = click.style(f"{part.label:>{LABEL}}", fg="blue", bold=True)
    for line in wrapped(part.text, columns, part.marks):
        yield f"{label}  {line}"
        label = " " * LABEL
    if part.details:
        for line in wrapped(" · ".join(part.details), columns - 2):
            yield f"{' ' * LABEL}    {click.style(line, dim=True)}"
    if part.marks:
        yield from mark_lines(part, columns - 2)
    yield ""


def columns_for_text() -> int:
    """How many columns a line of text takes: what a terminal has room for; elsewhere always the same."""
    if not sys.stdout.isatty():
        return WIDEST
    return max(20, min(WIDEST, shutil.get_terminal_size().columns - LABEL - 3))


def mark_lines(part: Part, columns: int) -> Iterator[str]:
    """The editors' marks in ``part``, by kind: what their colours mean, and all that says so where there are none."""
    for kind in dict.fromkeys(mark.kind for mark in part.marks):
        printed = (part.text[mark.start : mark.end] for mark in part.marks if mark.kind == kind)
        for line in wrapped(f"{kind.replace('_', ' ')} {' · '.join(printed)}", columns):
            yield f"{' ' * LABEL}    {styled(line, kind)}"


def finding_lines(finding: Diagnostic) -> Iterator[str]:
    """The lines that show a finding, with the line of the text that it is about."""
    code = click.style(f"{finding.code} {finding.severity}", fg=COLOURS[finding.severity], bold=True)
    place = f"line {finding.line}: " if finding.line is not None else ""
    yield f"{'!':>{LABEL}}  {place}{code}: {visible(finding.message)}"
    if finding.excerpt is not None:
        line, gutter, caret = numbered(finding, getattr(sys.stdout, "encoding", None))
        yield f"{' ' * LABEL}{line}"
        yield f"{' ' * LABEL}{gutter}{click.style(caret, fg=COLOURS[finding.severity])}"
    if finding.hint is not None:
        yield f"{' ' * LABEL}  hint: {visible(finding.hint)}"
    yield ""
