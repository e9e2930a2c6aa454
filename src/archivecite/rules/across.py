"""What several records say together: one document in two files, one title with two dates."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model.diagnostic import Diagnostic
from ..model.record import Record
from ..surface.lines import Lines
from ..syntax.document import parse
from .differing import bare
from .rule import excerpt
from .run_rule import RUN_RULES, Identity


def identity_of(record: Record) -> Identity:
    """What tells ``record`` from others.

    >>> identity_of(Record(title="A Letter")).title
    'a letter'
    """
    citation = record.citation
    title = record.title or (citation and citation.title) or ""
    date = record.date or (citation and citation.date)
    return Identity(
        (citation and citation.document_id) or "",
        bare(title),
        "/title" if record.title else "/citation/title",
        (date.edtf or bare(date.text)) if date else "",
        bare(citation.sources[0].text) if citation and citation.sources else "",
    )


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

    def find(self, file: File, identity: Identity, text: str, wanted: Callable[[str], bool]) -> Iterator[Diagnostic]:
        """What the record in ``file``, with that ``text``, has in common with one before it: the gravest."""
        for code, pointer, message in self.common(file, identity):
            if wanted(code):
                yield diagnostic(code, pointer, message, text)
                return

    def common(self, file: File, identity: Identity) -> list[tuple[str, str, str]]:
        """Codes, pointers and messages, the gravest first; and the record is known from here on."""
        number, title, pointer, date, source = identity
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
                        ("AC703", pointer, f"{other.name} has the same title and source, and another date, {known}")
                    )
        return found


def diagnostic(code: str, pointer: str, message: str, text: str) -> Diagnostic:
    """The finding that what is at ``pointer`` in the record ``text`` is another record's too."""
    lines, span = Lines(text), parse(text).spans[pointer]
    line, column = lines.at(span.start)
    return Diagnostic(
        code=code,
        severity=RUN_RULES[code].severity,
        message=message,
        span=span,
        line=line,
        column=column,
        pointer=pointer,
        hint="see whether it is one document, and keep one file of it",
        excerpt=excerpt(lines, line, column - 1, span),
    )
