"""The end of a document: its last words, who signed it, and what goes with it."""

from typing import Literal

from attrs import field, frozen

from .date import Date
from .mark import AnyMark, nested_marks, sorted_marks
from .person import Person
from .text import (
    as_tuple,
    from_fields,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    phrase,
    prose,
    with_plain_strings,
)
from .value import Value


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Valediction(Value):
    """The words before a signature: ``Yours sincerely,``, ``With communist greetings``."""

    kind: Literal["valediction"] = field(default="valediction", kw_only=True, validator=one_of("valediction"))
    text: str = field(validator=phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


def signature_text(signature: "Signature") -> str:
    """The canonical form of a signature: place and date, then who signed."""
    day = signature.date.text if signature.date else None
    dated = ", ".join(filter(None, (signature.place, day)))
    return " ".join(filter(None, (dated, ", ".join(map(str, signature.signers)))))


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Signature(Value):
    """The close: who signed, and the place and date written there: ``31.X.62 A. GROMYKO``.

    >>> Signature([Person("A. GROMYKO")], date=Date("31.X.62", "1962-10-31")).text
    '31.X.62 A. GROMYKO'
    """

    kind: Literal["signature"] = field(default="signature", kw_only=True, validator=one_of("signature"))
    signers: tuple[Person, ...] = field(default=(), converter=as_tuple, validator=items(Person))
    place: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    text: str = field(default=from_fields(signature_text), validator=prose, kw_only=True)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Enclosure(Value):
    """A line that says what is enclosed, or where it begins: ``Appendix II``, ``Enclosure: 2 pages``."""

    kind: Literal["enclosure"] = field(default="enclosure", kw_only=True, validator=one_of("enclosure"))
    text: str = field(validator=phrase)
    label: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


CloseLine = Valediction | Signature | Enclosure
