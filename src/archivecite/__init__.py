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
        from_tei,
        known_archive,
        loads,
        parse,
        parse_all,
        parse_citation,
        parse_date,
        read,
        read_all,
        to_biblatex,
        to_csl,
        to_dict,
        to_json,
        to_ris,
        to_tei,
    )
    from .corpus.result import ReadResult, read_many
    from .model.archives import Archive
    from .model.body import Block, Heading, Item, Omission, PageBreak, Paragraph
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
    from .model.close import Enclosure, Signature, Valediction
    from .model.date import Date
    from .model.diagnostic import ArchiveciteError, Diagnostic, Edit, Fix, InvalidRecord, Severity
    from .model.header import (
        Addressee,
        Dateline,
        Distribution,
        DocumentType,
        EntryNumbers,
        Letterhead,
        Marking,
        Participants,
        ReplyTo,
        Routing,
        Salutation,
        Sender,
        Serial,
        Subject,
    )
    from .model.language import Language
    from .model.mark import Gap, Mark, Remark, Sic
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
    from .model.person import Person
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
    "Dateline",
    "Diagnostic",
    "Distribution",
    "Document",
    "DocumentType",
    "Edit",
    "EditorNote",
    "Enclosure",
    "EntryNumbers",
    "Fix",
    "Footnote",
    "Gap",
    "Heading",
    "InvalidRecord",
    "Item",
    "Language",
    "Letterhead",
    "LocatorPart",
    "Mark",
    "Marking",
    "Note",
    "Omission",
    "OtherNote",
    "OtherSource",
    "PageBreak",
    "Paragraph",
    "Participants",
    "Person",
    "Provenance",
    "PublicationNote",
    "PublishedSource",
    "ReadResult",
    "Record",
    "ReferenceNote",
    "Remark",
    "ReplyTo",
    "Repository",
    "Routing",
    "Salutation",
    "Sender",
    "Serial",
    "Severity",
    "Sic",
    "Signature",
    "Source",
    "SourceNote",
    "Span",
    "Subject",
    "TranslatorNote",
    "Valediction",
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
    "read_many",
    "to_biblatex",
    "to_csl",
    "to_dict",
    "to_json",
    "to_ris",
    "to_tei",
]

#: The modules that hold the public names, the light ones first.
HOMES = (
    "model.archives",
    "model.body",
    "model.citation",
    "model.close",
    "model.date",
    "model.diagnostic",
    "model.header",
    "model.language",
    "model.mark",
    "model.note",
    "model.person",
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
