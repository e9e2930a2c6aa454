"""The body of a record: its blocks, from the header lines of a telegram to the signature."""

from typing import Literal

from attrs import field, frozen

from .close import CloseLine
from .header import HeaderLine
from .mark import AnyMark, nested_marks, sorted_marks
from .text import one_of, optional_phrase, phrase, with_plain_strings
from .value import Value


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Heading(Value):
    """A heading within the body, with its number as printed: ``II. THE NEW COUNCIL`` has ``II``."""

    kind: Literal["heading"] = field(default="heading", kw_only=True, validator=one_of("heading"))
    text: str = field(validator=phrase)
    number: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Paragraph(Value):
    """A paragraph with its line wraps joined; ``speaker`` is who says it in a record of conversation."""

    kind: Literal["paragraph"] = field(default="paragraph", kw_only=True, validator=one_of("paragraph"))
    text: str = field(validator=phrase)
    speaker: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Item(Value):
    """A block of a list, with its number, letter or bullet: ``1. On trade.``, ``a) …``, ``- …``."""

    kind: Literal["item"] = field(default="item", kw_only=True, validator=one_of("item"))
    text: str = field(validator=phrase)
    label: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Omission(Value):
    """A line that says that text is left out: ``[...]``."""

    kind: Literal["omission"] = field(default="omission", kw_only=True, validator=one_of("omission"))
    text: str = field(validator=phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class PageBreak(Value):
    """The end of a page of the file: a form feed between two blocks."""

    kind: Literal["page_break"] = field(default="page_break", kw_only=True, validator=one_of("page_break"))
    text: str = field(default="", validator=one_of(""))
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


Block = HeaderLine | Heading | Paragraph | Item | Omission | PageBreak | CloseLine
