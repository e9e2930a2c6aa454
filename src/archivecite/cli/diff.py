"""``archivecite diff``: what changed between two versions of a record."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import asdict

from ..corpus.files import Input
from ..model.diagnostic import InvalidRecord
from ..model.visible import visible
from .listing import listed
from .report import Report, Status
from .streams import hand_over, say

if TYPE_CHECKING:
    from ..formats.difference import Change
    from ..model.record import Record

#: How many characters around a change are shown of a long text.
AROUND = 40


@click.command(short_help="Show what changed between two versions of a record.")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The format.")
def diff(before: Path, after: Path, output: str) -> int:
    """Show what changed from the record in BEFORE to that in AFTER, value by value, each with its JSON Pointer.

    Both may be texts, PDFs, or JSON that archivecite wrote; "-" is standard input. What only the layout changed, such
    as line ends or where a line is broken, is no change; text that no field took is compared too, as "unread".

    \b
    Exit status:
      0  the records are the same
      1  they differ
      2  wrong usage, or a file that can't be read or is not a record
    """
    if before == after:
        raise click.UsageError("Give two files.")
    report = Report("warning")
    records = [record_in(Input(None if path == Path("-") else path, path), report) for path in (before, after)]
    old, new = records
    if old is None or new is None:
        return Status.FAILED
    changes = [*changes_of(old, new)]
    if output == "json":
        hand_over(listed(map(asdict, changes)))
    else:
        for change in changes:
            say("".join(f"{row}\n" for row in shown(change)))
    return Status.FOUND if changes else Status.CLEAN


def record_in(source: Input, report: Report) -> "tuple[Record, list[str] | None] | None":
    """The record in a file and the text that was not read, which JSON has none of; None if there is no record, and why
    is told.
    """
    from ..api import check, from_json, parse

    try:
        if source.path and source.path.suffix.lower() == ".json":
            with source.open() as file:
                return from_json(file.read()), None
        document = parse(source.text())
    except OSError as error:
        report.fail(source.name, f"can't be read: {error.strerror or error}")
        return None
    except InvalidRecord as error:
        report.refuse(source.name, error.diagnostics, Status.FAILED)
        return None
    if document.family == "unknown":
        report.refuse(source.name, check(document, select=["AC901"]), Status.FAILED)
        return None
    return document.record, [" ".join(span.of(document.text).split()) for span in document.unread]


def changes_of(old: "tuple[Record, list[str] | None]", new: "tuple[Record, list[str] | None]") -> "Iterator[Change]":
    """What changed from one record and its unread text to the other."""
    from ..formats.difference import compared, differences

    yield from differences(old[0], new[0])
    if old[1] is not None and new[1] is not None:
        yield from compared(old[1], new[1], "unread", "unread")


def shown(change: "Change") -> Iterable[str]:
    """A change as lines: the pointer, and below it what was there and what is there now."""
    moved = change.old and change.new and change.old != change.new
    place = f"{change.old} -> {change.new}" if moved else change.new or change.old
    rows = [click.style(visible(f"{place}: {change.kind}"), bold=True)]
    before, after = said(change.before), said(change.after)
    if change.kind == "changed" and isinstance(change.before, str) and isinstance(change.after, str):
        before, after = around(before, after)
    if change.kind != "added":
        rows.append(click.style(visible(f"  - {before}"), fg="red"))
    if change.kind != "removed":
        rows.append(click.style(visible(f"  + {after}"), fg="green"))
    return rows


def said(value: Any) -> str:
    """A value of JSON in one line: a string or an object's text as it is printed, anything else as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return f"{value['text']} [{value['kind']}]" if "kind" in value else str(value["text"])
    return json.dumps(value, ensure_ascii=False)


def around(before: str, after: str) -> tuple[str, str]:
    """Two texts from a few words before the first place where they differ to a few words after the last.

    >>> around("A letter to Mao Zedong. " + "word " * 40, "A letter to Mao Tse-tung. " + "word " * 40)[1]
    'A letter to Mao Tse-tung. word word word word word word word…'
    """
    least = min(len(before), len(after))
    first = next((at for at in range(least) if before[at] != after[at]), least)
    last = next((at for at in range(least - first) if before[-1 - at] != after[-1 - at]), least - first)
    start, end = max(0, first - AROUND), max(0, last - AROUND)
    if start and (blank := before.find(" ", start, first)) >= 0:
        start = blank + 1
    shared = before[len(before) - last : len(before) - end]
    if end and (blank := shared.rfind(" ")) >= 0:
        end += len(shared) - blank
    cut = [text[start : len(text) - end] for text in (before, after)]
    lead, trail = "…" if start else "", "…" if end else ""
    return f"{lead}{cut[0]}{trail}", f"{lead}{cut[1]}{trail}"
