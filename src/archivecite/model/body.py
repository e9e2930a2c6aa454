"""The body of a record: its blocks, from the header lines of a telegram to the signature."""

from typing import Literal, get_args

from attrs import field, frozen

from .date import Date
from .mark import Mark, nested_marks, sorted_marks
from .text import (
    as_strings,
    from_fields,
    one_of,
    optional_instance,
    optional_phrase,
    phrase,
    phrases,
    prose,
    with_plain_strings,
)

MarkingType = Literal["classification", "precedence", "handling", "copy"]

MARKING_TYPES: tuple[MarkingType, ...] = get_args(MarkingType)


@frozen(field_transformer=with_plain_strings)
class DocumentType:
    """What the document calls itself: ``Telegram``, ``CIPHERED TELEGRAM No. 709``."""

    kind: Literal["document_type"] = field(default="document_type", kw_only=True, validator=one_of("document_type"))
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class EntryNumbers:
    """Incoming or entry numbers of a cipher office: ``50390 50396 50397``.

    >>> EntryNumbers(["50390", "50396"]).text
    '50390 50396'
    """

    kind: Literal["entry_numbers"] = field(default="entry_numbers", kw_only=True, validator=one_of("entry_numbers"))
    numbers: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    text: str = field(default=from_fields(lambda self: " ".join(self.numbers)), validator=prose, kw_only=True)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Serial:
    """The document's own number: ``Special # 1717-1722``, ``No. 1476/sh``.

    >>> Serial("Special", ["1717-1722"]).text
    'Special # 1717-1722'
    """

    kind: Literal["serial"] = field(default="serial", kw_only=True, validator=one_of("serial"))
    label: str | None = field(default=None, validator=optional_phrase)
    numbers: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    text: str = field(
        default=from_fields(lambda self: f"{self.label or ''} # {', '.join(self.numbers)}".strip()),
        validator=prose,
        kw_only=True,
    )
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Marking:
    """A marking of secrecy, urgency, handling or copies: ``Top Secret``, ``Urgent``, ``Special``, ``Copy No 1``."""

    kind: Literal["marking"] = field(default="marking", kw_only=True, validator=one_of("marking"))
    text: str = field(validator=phrase)
    type: MarkingType = field(validator=one_of(*MARKING_TYPES))
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Addressee:
    """Whom the document is to: ``To Comrade I.V. Stalin.``"""

    kind: Literal["addressee"] = field(default="addressee", kw_only=True, validator=one_of("addressee"))
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Sender:
    """Whom the document is from: ``From: …``"""

    kind: Literal["sender"] = field(default="sender", kw_only=True, validator=one_of("sender"))
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Routing:
    """How the document went: ``Received on …``, ``Dispatched from … at 21:20``, ``Copies: Stalin (2), …``"""

    kind: Literal["routing"] = field(default="routing", kw_only=True, validator=one_of("routing"))
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class ReplyTo:
    """The message that this one answers: ``To our [telegram] # 1710``.

    >>> ReplyTo(["1710"]).text
    'To our # 1710'
    """

    kind: Literal["reply_to"] = field(default="reply_to", kw_only=True, validator=one_of("reply_to"))
    numbers: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    text: str = field(
        default=from_fields(lambda self: f"To our # {', '.join(self.numbers)}"), validator=prose, kw_only=True
    )
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Heading:
    """A heading within the body, or a subject line above it."""

    kind: Literal["heading"] = field(default="heading", kw_only=True, validator=one_of("heading"))
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Paragraph:
    """A paragraph with its line wraps joined; ``speaker`` is who says it in a record of conversation."""

    kind: Literal["paragraph"] = field(default="paragraph", kw_only=True, validator=one_of("paragraph"))
    text: str = field(validator=phrase)
    speaker: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class Omission:
    """A line that says that text is left out: ``[...]``."""

    kind: Literal["omission"] = field(default="omission", kw_only=True, validator=one_of("omission"))
    text: str = field(validator=phrase)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


def signature_text(signature: "Signature") -> str:
    """The canonical form of a signature: the date, then who signed."""
    dated = [signature.date.text] if signature.date else []
    return " ".join([*dated, *([", ".join(signature.signers)] if signature.signers else [])])


@frozen(field_transformer=with_plain_strings)
class Signature:
    """The close: who signed, and the date written there: ``31.X.62 A. GROMYKO``.

    >>> Signature(["A. GROMYKO"], Date("31.X.62", "1962-10-31")).text
    '31.X.62 A. GROMYKO'
    """

    kind: Literal["signature"] = field(default="signature", kw_only=True, validator=one_of("signature"))
    signers: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    text: str = field(default=from_fields(signature_text), validator=prose, kw_only=True)
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(field_transformer=with_plain_strings)
class PageBreak:
    """The end of a page of the file: a form feed between two blocks."""

    kind: Literal["page_break"] = field(default="page_break", kw_only=True, validator=one_of("page_break"))
    text: str = field(default="", validator=one_of(""))
    marks: tuple[Mark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


Block = (
    DocumentType | EntryNumbers | Serial | Marking | Addressee | Sender | Routing | ReplyTo | Heading | Paragraph
    | Omission | Signature | PageBreak
)  # fmt: skip
