"""The verbs of the library, a few lines each."""

from os import PathLike
from typing import IO

from .formats.biblatex import to_biblatex
from .formats.csl import to_csl
from .formats.json import from_json, to_dict, to_json
from .formats.ris import to_ris
from .formats.tei import from_tei, to_tei
from .model.argument import expect
from .model.date import Date
from .model.diagnostic import InvalidRecord, Severity
from .model.record import Record
from .rules.table import check
from .surface.file import read_file
from .syntax.acronym import known_archive
from .syntax.date import read_date
from .syntax.document import Document, documents_of, dumps, parse, parse_all, parse_citation

__all__ = [
    "check",
    "dumps",
    "from_json",
    "from_tei",
    "known_archive",
    "loads",
    "parse",
    "parse_all",
    "parse_citation",
    "parse_date",
    "read",
    "read_all",
    "to_biblatex",
    "to_csl",
    "to_dict",
    "to_json",
    "to_ris",
    "to_tei",
]

#: What ``read`` takes.
Readable = str | PathLike[str] | bytes | bytearray | memoryview | IO[bytes] | IO[str]


def read(source: Readable) -> Document:
    """Read a file (a path, its bytes, or an open file) as a record; the document's ``path`` is the path, as given.

    Raises ``OSError`` for a file that can't be opened, ``InvalidRecord`` for one that is not UTF-8 text or is above
    16 MiB and for a path that no file can have, and ``TypeError`` for a value of another type. A text that is
    not a record raises nothing: its document has the family ``unknown``. Of several records the first is read.

    >>> read(b"A shopping list").family
    'unknown'
    """
    return Document(*text_and_path("read", source))


def read_all(source: Readable) -> tuple[Document, ...]:
    """Read a file in which one record may follow another: a document for each, whose texts joined are the file's.

    Takes and raises what ``read`` does; a file with one record, or none, gives one document.

    >>> [document.family for document in read_all(b"A shopping list")]
    ['unknown']
    """
    return documents_of(*text_and_path("read_all", source))


def text_and_path(verb: str, source: Readable) -> tuple[str, str | PathLike[str] | None]:
    """The text of a file, and its path if that is what was given to ``verb``."""
    if isinstance(source, bytearray | memoryview):
        source = bytes(source)
    if isinstance(source, bytes) or hasattr(source, "read"):
        return read_file(source), None
    expect(verb, source, (str, PathLike), "a path, bytes or an open file")
    try:
        return read_file(source), source
    except InvalidRecord:
        raise
    except ValueError as error:  # a NUL, or half a character
        raise InvalidRecord.because("AC902", f"expected a path, got {source!r:.80}: {error}") from None


def loads(text: str) -> Record:
    """The record that ``text`` is; raises ``InvalidRecord``, with the findings, if ``check`` finds an error.

    >>> loads("A shopping list")
    Traceback (most recent call last):
    archivecite.model.diagnostic.InvalidRecord: 1:1: AC901 error: not a record of this layout: ...
    """
    expect("loads", text, str, "a str", "read takes bytes, paths and files")
    document = parse(text)
    errors = [finding for finding in check(document) if finding.severity is Severity.ERROR]
    if errors:
        raise InvalidRecord(errors)
    return document.record


def parse_date(text: str) -> Date:
    """The date that ``text`` is; its ``edtf`` is None unless the text is a date that reads in one way only.

    Raises ``InvalidRecord`` for a text of white space only, which is nothing to be a date.

    >>> parse_date("31.X.62"), parse_date("04.11.1962")
    (Date(text='31.X.62', edtf='1962-10-31'), Date(text='04.11.1962', edtf=None))
    """
    expect("parse_date", text, str, "a str")
    flat = " ".join(text.split())
    return read_date(flat) or Date(flat)
