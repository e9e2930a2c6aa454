"""What several records say together: one document in two files, one title with two dates."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ..model.citation import ArchivalSource, PublishedSource, Source
from ..model.diagnostic import Diagnostic
from ..model.header import DocumentType, EntryNumbers, ReplyTo, Serial
from ..model.note import ReferenceNote
from ..model.record import Record
from ..model.span import Span
from ..surface.lines import Lines
from .differing import bare
from .rule import excerpt
from .run_rule import RUN_RULES, Identity


def identity_of(record: Record, spans: Mapping[str, Span] | None = None) -> Identity:
    """What tells ``record``, whose values are where ``spans`` says, from others.

    >>> identity_of(Record(title="A Letter")).title
    'a letter'
    """
    citation = record.citation
    title = record.title or (citation and citation.title) or ""
    date = record.date or (citation and citation.date)
    title_pointer = "/title" if record.title else "/citation/title"
    bears, cites = tuple(borne(record)), tuple(cited(record))
    pointers = {title_pointer, "/citation/url", *(pointer for _, pointer in (*bears, *cites))}
    places = [(pointer, spans[pointer]) for pointer in sorted(pointers) if spans is not None and pointer in spans]
    return Identity(
        (citation and citation.document_id) or "",
        bare(title),
        title_pointer,
        (date.edtf or bare(date.text)) if date else "",
        pages_of(citation.sources[0]) if citation and citation.sources else "",
        archive_of(citation.sources[0]) if citation and citation.sources else "",
        bears,
        cites,
        tuple((pointer, span.start, span.end) for pointer, span in places),
    )


#: The parts of a locator that lead to one document, and not to a box or a file of many.
PAGES = frozenset(("list", "page", "document", "item"))


def pages_of(source: Source) -> str:
    """Where the pages are that a source names, in letters and digits; nothing if it names a file or a book as a whole.

    >>> pages_of(PublishedSource(title="Works", pages="12")), pages_of(PublishedSource(title="Works"))
    ('works, p. 12', '')
    """
    if isinstance(source, ArchivalSource):
        named = any(part.level in PAGES for part in source.locator)
    else:
        named = isinstance(source, PublishedSource) and source.pages is not None
    return bare(source.text) if named else ""


def archive_of(source: Source) -> str:
    """The acronym of the archive that a source names, or its name; nothing if it names none."""
    repository = source.repository if isinstance(source, ArchivalSource) else None
    return bare(repository.acronym or repository.name or "") if repository else ""


def is_telling(number: str) -> bool:
    """Whether a number has so many figures that hardly two documents have it."""
    return sum(map(str.isdecimal, number)) >= FIGURES


def borne(record: Record) -> Iterator[tuple[str, str]]:
    """The numbers that a document has, at its head and in its URL, each with its pointer."""
    if record.citation and record.citation.document_id:
        yield record.citation.document_id, "/citation/url"
    for index, block in enumerate(record.body):
        numbers: tuple[str, ...]
        if isinstance(block, DocumentType):
            numbers = (block.number or "",)
        elif isinstance(block, EntryNumbers | Serial):
            numbers = block.numbers
        else:
            continue
        yield from ((number, f"/body/{index}") for number in numbers if is_telling(number))


def cited(record: Record) -> Iterator[tuple[str, str]]:
    """The numbers of other documents that a record names in its text and its notes, each with its pointer."""
    for where, blocks in (("body", record.body), ("notes", record.notes)):
        for index, block in enumerate(blocks):
            marks = [mark.value or "" for mark in block.marks if mark.kind == "reference"]
            numbers = block.numbers if isinstance(block, ReplyTo) else ()
            own = (block.number or "", block.entry or "") if isinstance(block, ReferenceNote) else ()
            yield from ((number, f"/{where}/{index}") for number in (*numbers, *marks, *own) if is_telling(number))


#: The figures that a number has at least to be one document's.
FIGURES = 3
#: The figures that no two telegrams share by chance.
MANY = 5
YEAR = len("1962")

#: What a number is looked up by: itself and, if it has few figures, the archive and the year.
Key = tuple[str, str, int]


#: What to do about two records with something in common.
HINTS = {
    "AC701": "keep one file if it is one document; otherwise correct the URL that was copied",
    "AC702": "keep one file if it is one document; otherwise let the titles say in what the two differ",
    "AC703": "if it is one document, one of the dates is wrong; two documents may well share a page",
}


class File(NamedTuple):
    """The file of a record: what it is called, and what two versions of one file (``a.pdf``, ``a.txt``) share."""

    name: str
    stem: str


class Across:
    """The records of a run so far, each by what should be its own; of each no more than that and its file's name."""

    def __init__(self) -> None:
        self.numbers: dict[str, File] = {}
        self.titles: dict[tuple[str, str], File] = {}
        self.sources: dict[tuple[str, str], tuple[str, File]] = {}
        self.bearers: dict[Key, File] = {}
        self.citers: dict[Key, File] = {}

    def find(self, file: File, identity: Identity, text: str, wanted: Callable[[str], bool]) -> Iterator[Diagnostic]:
        """What the record in ``file``, with that ``text``, has in common with one before it: the gravest."""
        for code, pointer, message in self.common(file, identity):
            if wanted(code):
                yield diagnostic(code, pointer, message, text, identity)
                return

    def common(self, file: File, identity: Identity) -> list[tuple[str, str, str]]:
        """Codes, pointers and messages, the gravest first; and the record is known from here on."""
        number, title, pointer, date, source, archive, bears, cites, _ = identity
        found = []
        if number and (other := self.numbers.setdefault(number, file)).stem != file.stem:
            found.append(("AC701", "/citation/url", f"{other.name} has the same document number, {number}"))
        if title and date:
            if (other := self.titles.setdefault((title, date), file)).stem != file.stem:
                found.append(("AC702", pointer, f"{other.name} has the same title and date"))
            if source:
                known, other = self.sources.setdefault((title, source), (date, file))
                if known != date and other.stem != file.stem:
                    found.append(
                        ("AC703", pointer, f"{other.name} has the same title and the same pages, and the date {known}")
                    )
        for cited, place in cites:
            if bearer := remembered(self.bearers, self.citers, cited, archive, date, file):
                found.append(("AC704", place, f"{bearer.name} has the number {cited}, which is cited here"))
        for own, place in bears:
            if citer := remembered(self.citers, self.bearers, own, archive, date, file):
                found.append(("AC704", place, f"{citer.name} cites the number {own} of this record"))
        return found


def remembered(
    others: dict[Key, File], own: dict[Key, File], number: str, archive: str, date: str, file: File
) -> File | None:
    """The file in ``others`` that ``number`` leads to, if it is likely to be meant; ``file`` goes into ``own``."""
    few = sum(map(str.isdecimal, number)) < MANY
    year = date[:YEAR]
    if not few:
        years, archive = [0], ""
    elif archive and year.isdecimal():
        years = [int(year), int(year) - 1, int(year) + 1]
    else:
        return None
    own.setdefault((number, archive, years[0]), file)
    found = (others.get((number, archive, near)) for near in years)
    return next((other for other in found if other and other.stem != file.stem), None)


def diagnostic(code: str, pointer: str, message: str, text: str, identity: Identity) -> Diagnostic:
    """The finding that what is at ``pointer`` in the record ``text`` with that ``identity`` is another record's too."""
    lines = Lines(text)
    span = next(Span(start, end) for where, start, end in identity.places if where == pointer)
    line, column = lines.at(span.start)
    return Diagnostic(
        code=code,
        severity=RUN_RULES[code].severity,
        message=message,
        span=span,
        line=line,
        column=column,
        pointer=pointer,
        hint=HINTS.get(code),
        excerpt=excerpt(lines, line, column - 1, span),
    )
