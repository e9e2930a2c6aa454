"""Reads, checks, writes and converts the text records of the Wilson Center Digital Archive.

>>> import archivecite as ac
>>> ac.parse_date("2 November 1962").edtf
'1962-11-02'
"""

from .api import check, dumps, from_json, loads, parse, parse_citation, parse_date, read, to_json
from .model.body import (
    Addressee,
    Block,
    DocumentType,
    EditorNote,
    EntryNumbers,
    Footnote,
    Heading,
    Mark,
    Marking,
    Note,
    Omission,
    OtherNote,
    PageBreak,
    Paragraph,
    PublicationNote,
    ReferenceNote,
    ReplyTo,
    Routing,
    Sender,
    Serial,
    Signature,
    SourceNote,
    TranslatorNote,
)
from .model.citation import (
    Agent,
    ArchivalSource,
    Citation,
    LocatorPart,
    OtherSource,
    Provenance,
    PublishedSource,
    Repository,
    Source,
)
from .model.date import Date
from .model.diagnostic import ArchiveciteError, Diagnostic, InvalidRecord, Severity
from .model.language import Language
from .model.record import Content, Credits, Record
from .model.span import Span
from .syntax.document import Document

__all__ = [
    "Addressee",
    "Agent",
    "ArchivalSource",
    "ArchiveciteError",
    "Block",
    "Citation",
    "Content",
    "Credits",
    "Date",
    "Diagnostic",
    "Document",
    "DocumentType",
    "EditorNote",
    "EntryNumbers",
    "Footnote",
    "Heading",
    "InvalidRecord",
    "Language",
    "LocatorPart",
    "Mark",
    "Marking",
    "Note",
    "Omission",
    "OtherNote",
    "OtherSource",
    "PageBreak",
    "Paragraph",
    "Provenance",
    "PublicationNote",
    "PublishedSource",
    "Record",
    "ReferenceNote",
    "ReplyTo",
    "Repository",
    "Routing",
    "Sender",
    "Serial",
    "Severity",
    "Signature",
    "Source",
    "SourceNote",
    "Span",
    "TranslatorNote",
    "check",
    "dumps",
    "from_json",
    "loads",
    "parse",
    "parse_citation",
    "parse_date",
    "read",
    "to_json",
]
