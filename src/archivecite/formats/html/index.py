"""The page that lists the pages of several documents."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from ...model.diagnostic import Diagnostic, Severity
from ...syntax.document import Document
from .escape import readable
from .page import counted, whole


@frozen
class Entry:
    """A row of the index: the ``address`` of a page, relative to the index, its file's name, and what is in it."""

    address: str
    name: str
    title: str | None
    date: str | None
    id: str | None
    findings: tuple[tuple[str, int], ...]
    unread: int


def entry(document: Document, findings: Sequence[Diagnostic], name: str, address: str) -> Entry:
    """The row for a document whose page is at ``address``."""
    date = document.record.date
    severities = Counter(finding.severity for finding in findings)
    return Entry(
        address,
        name,
        document.record.title,
        date.text if date else None,
        document.record.id,
        tuple((severity.value, severities[severity]) for severity in Severity if severities[severity]),
        sum(span.end - span.start for span in document.unread),
    )


def index(entries: Iterable[Entry]) -> str:
    """The page that lists ``entries``, in their order."""
    rows = [row(each) for each in entries]
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Record", "Date", "File", "Id", "Findings", "Not read"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return whole(
        counted(len(rows), "record"),
        f"<header><h1>{counted(len(rows), 'record')}</h1></header><main>{table}</main>",
        kind="index",
    )


def row(each: Entry) -> str:
    """The row of the table for one document."""
    found = ", ".join(f'<span class="is {name}">{counted(number, name)}</span>' for name, number in each.findings)
    cells = [
        f'<a href="{each.address}" dir="auto">{readable(each.title or "(no title)")}</a>',
        *(readable(text or "") for text in (each.date, each.name, each.id)),
        found or "none",
        counted(each.unread, "character") if each.unread else "nothing",
    ]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
