"""Reads, checks, writes and converts the text records of the Wilson Center Digital Archive.

>>> import archivecite as ac
>>> ac.parse_date("2 November 1962").edtf
'1962-11-02'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import (
        check,
        dumps,
        from_json,
        known_archive,
        loads,
        parse,
        parse_all,
        parse_citation,
        parse_date,
        read,
        read_all,
        to_dict,
        to_json,
    )
    from .corpus.result import ReadResult, read_many
    from .model.archives import Archive
    from .model.body import (
        Addressee,
        Block,
        DocumentType,
        EntryNumbers,
        Heading,
        Marking,
        Omission,
        PageBreak,
        Paragraph,
        ReplyTo,
        Routing,
        Sender,
        Serial,
        Signature,
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
    from .model.diagnostic import ArchiveciteError, Diagnostic, Edit, Fix, InvalidRecord, Severity
    from .model.language import Language
    from .model.mark import Mark
    from .model.note import (
        EditorNote,
        Footnote,
        Note,
        OtherNote,
        PublicationNote,
        ReferenceNote,
        SourceNote,
        TranslatorNote,
    )
    from .model.record import Content, Credits, Record
    from .model.span import Span
    from .syntax.document import Document

#: The version of this library; its metadata takes it from here, so that it is known without an installation too.
__version__ = "0.1.0"

__all__ = [
    "Addressee",
    "Agent",
    "ArchivalSource",
    "Archive",
    "ArchiveciteError",
    "Block",
    "Citation",
    "Content",
    "Credits",
    "Date",
    "Diagnostic",
    "Document",
    "DocumentType",
    "Edit",
    "EditorNote",
    "EntryNumbers",
    "Fix",
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
    "ReadResult",
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
    "known_archive",
    "loads",
    "parse",
    "parse_all",
    "parse_citation",
    "parse_date",
    "read",
    "read_all",
    "read_many",
    "to_dict",
    "to_json",
]

#: The modules that hold the public names, the light ones first.
HOMES = (
    "model.archives",
    "model.body",
    "model.citation",
    "model.date",
    "model.diagnostic",
    "model.language",
    "model.mark",
    "model.note",
    "model.record",
    "model.span",
    "api",
    "syntax.document",
    "corpus.result",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that ``archivecite --help`` imports no grammar."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        modules = (vars(import_module(f".{home}", __name__)) for home in HOMES)
        globals()[name] = next(module[name] for module in modules if name in module)
        return globals()[name]

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
