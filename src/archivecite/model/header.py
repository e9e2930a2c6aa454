"""The header lines of a document: what it is, how it is marked, who it is from and to, and how it went.

Every class is one kind of block. ``text`` is the whole line as printed, brackets included; the other fields are read
from it and null or empty where nothing is printed.
"""

from typing import Literal, get_args

from attrs import field, frozen

from .date import Date
from .mark import AnyMark, nested_marks, sorted_marks
from .person import Person
from .text import (
    as_strings,
    as_tuple,
    from_fields,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    phrase,
    phrases,
    prose,
    with_plain_strings,
)
from .value import Value

MarkingType = Literal["classification", "precedence", "handling", "copy"]

MARKING_TYPES: tuple[MarkingType, ...] = get_args(MarkingType)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class DocumentType(Value):
    """What the document calls itself, with the number that follows: ``Telegram``, ``CIPHERED TELEGRAM No. 709``."""

    kind: Literal["document_type"] = field(default="document_type", kw_only=True, validator=one_of("document_type"))
    text: str = field(validator=phrase)
    number: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class EntryNumbers(Value):
    """Incoming or entry numbers of a cipher office: ``50390 50396 50397``.

    >>> EntryNumbers(["50390", "50396"]).text
    '50390 50396'
    """

    kind: Literal["entry_numbers"] = field(default="entry_numbers", kw_only=True, validator=one_of("entry_numbers"))
    numbers: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    text: str = field(default=from_fields(lambda self: " ".join(self.numbers)), validator=prose, kw_only=True)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Serial(Value):
    """The document's own number, where its label names no kind of document: ``Special # 1717-1722``, ``No. 1476/sh``.

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
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Marking(Value):
    """A marking of secrecy, urgency, handling or copies: ``Top Secret``, ``Urgent``, ``Special``, ``Copy No 1``."""

    kind: Literal["marking"] = field(default="marking", kw_only=True, validator=one_of("marking"))
    text: str = field(validator=phrase)
    type: MarkingType = field(validator=one_of(*MARKING_TYPES))
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Letterhead(Value):
    """The organisation that the document comes from, printed at its top: ``MFA USSR``, ``Tenth Department``."""

    kind: Literal["letterhead"] = field(default="letterhead", kw_only=True, validator=one_of("letterhead"))
    text: str = field(validator=phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


def dateline_text(dateline: "Dateline") -> str:
    """The canonical form of a dateline: the place, then the date."""
    return ", ".join([*([dateline.place] if dateline.place else []), *([dateline.date.text] if dateline.date else [])])


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Dateline(Value):
    """Where and when the document was written: ``Moscow, 12 May 1960``.

    >>> Dateline("Moscow", Date("12 May 1960", "1960-05-12")).text
    'Moscow, 12 May 1960'
    """

    kind: Literal["dateline"] = field(default="dateline", kw_only=True, validator=one_of("dateline"))
    place: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    text: str = field(default=from_fields(dateline_text), validator=prose, kw_only=True)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Addressee(Value):
    """Whom the document is to: ``To Comrade I.V. Stalin.``"""

    kind: Literal["addressee"] = field(default="addressee", kw_only=True, validator=one_of("addressee"))
    text: str = field(validator=phrase)
    persons: tuple[Person, ...] = field(default=(), converter=as_tuple, validator=items(Person))
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Sender(Value):
    """Whom the document is from: ``From: …``"""

    kind: Literal["sender"] = field(default="sender", kw_only=True, validator=one_of("sender"))
    text: str = field(validator=phrase)
    persons: tuple[Person, ...] = field(default=(), converter=as_tuple, validator=items(Person))
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Routing(Value):
    """How the document went: ``Received on 3 May 1949 at 21:20``, ``Sending: Lima``. ``date`` is the day alone."""

    kind: Literal["routing"] = field(default="routing", kw_only=True, validator=one_of("routing"))
    text: str = field(validator=phrase)
    label: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Distribution(Value):
    """A printed line of the list of those who got a copy: ``Copies: Stalin (2), Molotov``, ``1 - Cde. Ivanov``."""

    kind: Literal["distribution"] = field(default="distribution", kw_only=True, validator=one_of("distribution"))
    text: str = field(validator=phrase)
    recipients: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


def reply_text(reply: "ReplyTo") -> str:
    """The canonical form of a reply's line: the numbers that it answers, and their date."""
    return f"To our # {', '.join(reply.numbers)}" + (f" of {reply.date.text}" if reply.date else "")


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class ReplyTo(Value):
    """The message that this one answers: ``To our [telegram] # 1710``.

    >>> ReplyTo(["1710"]).text
    'To our # 1710'
    """

    kind: Literal["reply_to"] = field(default="reply_to", kw_only=True, validator=one_of("reply_to"))
    numbers: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    text: str = field(default=from_fields(reply_text), validator=prose, kw_only=True)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Subject(Value):
    """What the document is about, by its own words: ``Subject: grain deliveries``."""

    kind: Literal["subject"] = field(default="subject", kw_only=True, validator=one_of("subject"))
    text: str = field(validator=phrase)
    label: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Participants(Value):
    """Who took part: ``Present: Comrade Petrov, Comrade Novak``."""

    kind: Literal["participants"] = field(default="participants", kw_only=True, validator=one_of("participants"))
    text: str = field(validator=phrase)
    label: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Salutation(Value):
    """How a letter begins: ``Dear Comrade Stalin!``"""

    kind: Literal["salutation"] = field(default="salutation", kw_only=True, validator=one_of("salutation"))
    text: str = field(validator=phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


HeaderLine = (
    DocumentType | EntryNumbers | Serial | Marking | Letterhead | Dateline | Addressee | Sender | Routing
    | Distribution | ReplyTo | Subject | Participants | Salutation
)  # fmt: skip
