"""The verbs of the library, a few lines each."""

from os import PathLike
from typing import IO

from .formats.json import from_json, to_json
from .model.date import Date
from .model.diagnostic import InvalidRecord, Severity
from .model.record import Record
from .rules.table import check
from .surface.file import read_file
from .syntax.date import read_date
from .syntax.document import Document, dumps, parse, parse_citation

__all__ = ["check", "dumps", "from_json", "loads", "parse", "parse_citation", "parse_date", "read", "to_json"]


def read(source: "str | PathLike[str] | bytes | IO[bytes] | IO[str]") -> Document:
    """Read a file (a path, its bytes, or an open file) as a record.

    Raises ``OSError`` for a file that can't be opened, and ``InvalidRecord`` for one that is not UTF-8 text or is above
    16 MiB. A text that is no record raises nothing: its document has the family ``unknown``.

    >>> read(b"A shopping list").family
    'unknown'
    """
    return parse(read_file(source))


def loads(text: str) -> Record:
    """The record that ``text`` is; raises ``InvalidRecord``, with the findings, if ``check`` finds an error.

    >>> loads("A shopping list")
    Traceback (most recent call last):
    archivecite.model.diagnostic.InvalidRecord: 1:1: AC901 error: not a record of this layout: ...
    """
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
    flat = " ".join(text.split())
    return read_date(flat) or Date(flat)
