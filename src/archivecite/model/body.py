"""The body of a record and the notes after it: blocks, and the marks that editors left in their text.

The terms for marks are TEI's: ``supplied``, ``expansion`` (TEI ``ex``), ``gap``, ``unclear``, ``sic``, ``note``.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from attrs import Factory, field, frozen

from .citation import ArchivalSource, OtherSource, Provenance, PublishedSource, Source
from .date import Date
from .text import (
    as_tuple,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    optional_prose,
    phrase,
    phrases,
    prose,
    whole_number,
)

MARK_KINDS = "supplied expansion gap unclear sic note note_ref reference".split()

MARKING_TYPES = "classification precedence handling copy".split()


@frozen
class Mark:
    """An editor's mark in a block: its kind, its place in the block's text (code points, brackets included) and what
    stands between the brackets (None for a gap and for ``[?]``).

    >>> Mark("supplied", 7, 17, "telegram")
    Mark(kind='supplied', start=7, end=17, value='telegram')
    """

    kind: str = field(validator=one_of(*MARK_KINDS))
    start: int = field(validator=whole_number)
    end: int = field(validator=whole_number)
    value: str | None = field(default=None, validator=optional_prose)


def marks_field() -> Any:
    """The ``marks`` that every block and note has, sorted by start, then longest."""
    return field(default=(), converter=as_tuple, validator=items(Mark), kw_only=True)


def text_from(canonical: Callable[[Any], str]) -> Any:
    """The ``text`` of a typed block, which is the ``canonical`` form of its other fields when it is left out."""
    return field(default=Factory(canonical, True), validator=prose, kw_only=True)


@frozen
class DocumentType:
    """What the document calls itself: ``Telegram``, ``CIPHERED TELEGRAM No. 709``."""

    kind: ClassVar[str] = "document_type"
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class EntryNumbers:
    """Incoming or entry numbers of a cipher office: ``50390 50396 50397``.

    >>> EntryNumbers(["50390", "50396"]).text
    '50390 50396'
    """

    kind: ClassVar[str] = "entry_numbers"
    numbers: tuple[str, ...] = field(default=(), converter=as_tuple, validator=phrases)
    text: str = text_from(lambda self: " ".join(self.numbers))
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Serial:
    """The document's own number: ``Special # 1717-1722``, ``No. 1476/sh``.

    >>> Serial("Special", ["1717-1722"]).text
    'Special # 1717-1722'
    """

    kind: ClassVar[str] = "serial"
    label: str | None = field(default=None, validator=optional_phrase)
    numbers: tuple[str, ...] = field(default=(), converter=as_tuple, validator=phrases)
    text: str = text_from(lambda self: f"{self.label or ''} # {', '.join(self.numbers)}".strip())
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Marking:
    """A marking of secrecy, urgency, handling or copies: ``Top Secret``, ``Urgent``, ``Special``, ``Copy No 1``."""

    kind: ClassVar[str] = "marking"
    text: str = field(validator=phrase)
    type: str = field(validator=one_of(*MARKING_TYPES))
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Addressee:
    """Whom the document is to: ``To Comrade I.V. Stalin.``"""

    kind: ClassVar[str] = "addressee"
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Sender:
    """Whom the document is from: ``From: …``"""

    kind: ClassVar[str] = "sender"
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Routing:
    """How the document went: ``Received on …``, ``Dispatched from … at 21:20``, ``Copies: Stalin (2), …``"""

    kind: ClassVar[str] = "routing"
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class ReplyTo:
    """The message that this one answers: ``To our [telegram] # 1710``.

    >>> ReplyTo(["1710"]).text
    'To our # 1710'
    """

    kind: ClassVar[str] = "reply_to"
    numbers: tuple[str, ...] = field(default=(), converter=as_tuple, validator=phrases)
    text: str = text_from(lambda self: f"To our # {', '.join(self.numbers)}")
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Heading:
    """A heading within the body, or a subject line above it."""

    kind: ClassVar[str] = "heading"
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Paragraph:
    """A paragraph with its line wraps joined; ``speaker`` is who says it in a record of conversation."""

    kind: ClassVar[str] = "paragraph"
    text: str = field(validator=phrase)
    speaker: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Omission:
    """A line that says that text is left out: ``[...]``."""

    kind: ClassVar[str] = "omission"
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = marks_field()


def signature_text(signature: "Signature") -> str:
    """The canonical form of a signature: the date, then who signed."""
    dated = [signature.date.text] if signature.date else []
    return " ".join([*dated, *([", ".join(signature.signers)] if signature.signers else [])])


@frozen
class Signature:
    """The close: who signed, and the date written there: ``31.X.62 A. GROMYKO``.

    >>> Signature(["A. GROMYKO"], Date("31.X.62", "1962-10-31")).text
    '31.X.62 A. GROMYKO'
    """

    kind: ClassVar[str] = "signature"
    signers: tuple[str, ...] = field(default=(), converter=as_tuple, validator=phrases)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    text: str = text_from(signature_text)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class PageBreak:
    """The end of a page of the file: a form feed between two blocks."""

    kind: ClassVar[str] = "page_break"
    text: str = field(default="", validator=one_of(""))
    marks: tuple[Mark, ...] = marks_field()


Block = (
    DocumentType | EntryNumbers | Serial | Marking | Addressee | Sender | Routing | ReplyTo | Heading | Paragraph
    | Omission | Signature | PageBreak
)  # fmt: skip


def reference_text(note: "ReferenceNote") -> str:
    """The canonical form of a reference note: its number, entry, date and explanation."""
    parts = [f"# {note.number}"] if note.number else []
    parts += [f"(entry # {note.entry})"] if note.entry else []
    parts += [f"from {note.date.text}"] if note.date else []
    stop = "." if parts and note.explanation else ""
    return " ".join(["Reference:", *parts]) + stop + (f" {note.explanation}" if note.explanation else "")


@frozen
class ReferenceNote:
    """A note on a message that the body cites: ``Reference: # 1710 (entry # 50273) from 1 November 1962. …``

    >>> ReferenceNote("1710", "50273", explanation="On trade.").text
    'Reference: # 1710 (entry # 50273). On trade.'
    """

    kind: ClassVar[str] = "reference"
    number: str | None = field(default=None, validator=optional_phrase)
    entry: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    explanation: str | None = field(default=None, validator=optional_prose)
    text: str = text_from(reference_text)
    marks: tuple[Mark, ...] = marks_field()


def source_note_text(note: "SourceNote") -> str:
    """The canonical form of a source note: its sources and provenance in one bracket."""
    return f"[Source: {'; '.join(part.text for part in (*note.sources, *note.provenance))}.]"


@frozen
class SourceNote:
    """The citation's tail once more, at the end of the body: ``[Source: … .]``"""

    kind: ClassVar[str] = "source"
    sources: tuple[Source, ...] = field(
        default=(), converter=as_tuple, validator=items(ArchivalSource, PublishedSource, OtherSource)
    )
    provenance: tuple[Provenance, ...] = field(default=(), converter=as_tuple, validator=items(Provenance))
    text: str = text_from(source_note_text)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class Footnote:
    """A numbered note: ``[1] A member of the Politburo.``"""

    kind: ClassVar[str] = "footnote"
    text: str = field(validator=prose)
    marker: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class TranslatorNote:
    """A remark of the translator: ``Translator's note: …``"""

    kind: ClassVar[str] = "translator"
    text: str = field(validator=prose)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class EditorNote:
    """A remark of an editor: ``Editor's note: …``"""

    kind: ClassVar[str] = "editor"
    text: str = field(validator=prose)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class PublicationNote:
    """A remark on where the document was published before."""

    kind: ClassVar[str] = "publication"
    text: str = field(validator=prose)
    marks: tuple[Mark, ...] = marks_field()


@frozen
class OtherNote:
    """A note that no rule fits: its text is kept whole."""

    kind: ClassVar[str] = "other"
    text: str = field(validator=prose)
    marks: tuple[Mark, ...] = marks_field()


Note = ReferenceNote | SourceNote | Footnote | TranslatorNote | EditorNote | PublicationNote | OtherNote
