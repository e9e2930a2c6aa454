"""Citations: the opening (title, date, digital archive), the sources, the provenance and the URL."""

from typing import NamedTuple

from ..model.citation import Citation, Provenance, Source
from ..model.date import Date
from .date import read_date
from .found import Found
from .grammar import terminals
from .provenance import read_provenance
from .source import read_source


class Statements(NamedTuple):
    """What the tail of a citation holds: its sources, its provenance, and the places that no rule took."""

    sources: list[Found[Source]]
    provenance: list[Found[Provenance]]
    unread: list[tuple[int, int]]


def read_statements(text: str, start: int = 0, end: int | None = None) -> Statements:
    """Sources and provenance of the tail of a citation, or of a source note.

    >>> read_statements("RGASPI; translated by Anna Weber").provenance[0].value.kind
    'translated'
    """
    read = Statements([], [], [])
    piece = terminals("citation", "SEPARATOR", "PROVENANCE", "SOURCE")
    at, end = start, len(text) if end is None else end
    while at < end and (match := piece.match(text, at, end)):
        at = match.end()
        if match.lastgroup == "PROVENANCE":
            read.provenance.extend(read_provenance(text, match.start(), at))
        elif match.lastgroup == "SOURCE":
            read.sources.append(read_source(text, match.start(), at))
    if at < end:
        read.unread.append((at, end))
    return read


def read_citation(text: str) -> Found[Citation]:
    """The citation that ``text``, which is one flat line, is.

    >>> read_citation('"Note", July 4, 1949, CWIHP Archive, RGASPI').value.digital_archive
    'CWIHP Archive'
    """
    parts: dict[str, Found[object] | list[Found[object]]] = {}
    values: dict[str, str | Date | None] = {}
    at = 0
    if match := terminals("citation", "OPENING", groups="title date archive").match(text):
        for field, group in (("title", "title"), ("date", "date"), ("digital_archive", "archive")):
            printed = match[group]
            if printed and printed.strip():
                start, stop = match.span(group)
                if group == "date":
                    date = read_date(printed) or Date(printed)
                    values[field] = date
                    parts[field] = Found(date, start, stop, {"text": Found(date.text, start, stop)})
                else:
                    start += len(printed) - len(printed.lstrip())
                    values[field] = printed.strip()
                    parts[field] = Found(printed.strip(), start, start + len(printed.strip()))
        at = match.end()
    end = len(text)
    urls = list(terminals("citation", "URL").finditer(text, at))
    url = None
    if urls and urls[-1].end() == end:
        start, stop = urls[-1].span()
        url = urls[-1].group().strip("<> ")
        start = text.index(url, start)
        parts["url"] = Found(url, start, start + len(url))
        end = urls[-1].start()
    statements = read_statements(text, at, end)
    parts["sources"], parts["provenance"] = statements.sources, statements.provenance  # type: ignore[assignment]
    value = Citation(
        **values,  # type: ignore[arg-type]
        sources=tuple(found.value for found in statements.sources),
        provenance=tuple(found.value for found in statements.provenance),
        url=url,
    )
    return Found(value, 0, len(text), parts, None, statements.unread)


def write_citation(citation: Citation, family: str) -> str:
    """``citation`` as one canonical text in the manner of ``family``.

    >>> write_citation(Citation(title="Note", digital_archive="CWIHP Archive"), "plain")
    '"Note", CWIHP Archive'
    """
    classic = family in ("classic", "heading_markdown")
    opening = ""
    if citation.title:
        opening = f"“{citation.title},”" if classic else f'"{citation.title}",'
    for part in (citation.date and citation.date.text, citation.digital_archive):
        if part:
            opening += f"{' ' if opening else ''}{part},"
    tail = "; ".join(source.text for source in citation.sources)
    done = None
    for provenance in citation.provenance:
        if provenance.text != done:
            done = provenance.text
            tail += f"{'. ' if tail else ''}{done}"
    text = f"{opening} {tail}".strip() if tail else opening.removesuffix(",")
    if not citation.url:
        return text
    ending = {"plain": f".\n<{citation.url}>", "markdown": f" <{citation.url}>"}.get(family, f".\n{citation.url}")
    return text + ending
