"""The marks that editors left in a text.

The terms are TEI's: ``supplied``, ``expansion`` (TEI ``ex``), ``gap``, ``unclear``, ``sic``, ``note``.
"""

from typing import Any, Literal, get_args

from attrs import Attribute, field, frozen

from .text import (
    as_tuple,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    optional_prose,
    refuse,
    whole_number,
    with_plain_strings,
)
from .value import Value

RemarkType = Literal["handwritten", "stamp", "signature", "marginal", "editorial"]

REMARK_TYPES: tuple[RemarkType, ...] = get_args(RemarkType)

SimpleKind = Literal["supplied", "expansion", "unclear", "note_ref", "reference"]

SIMPLE_KINDS: tuple[SimpleKind, ...] = get_args(SimpleKind)

MarkKind = Literal["supplied", "expansion", "gap", "unclear", "sic", "note", "note_ref", "reference"]

MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Mark(Value):
    """An editor's mark in a block: its kind, its place in the block's text (code points, brackets included) and what
    is between the brackets (None for ``[?]``).

    >>> Mark("supplied", 7, 17, "telegram")
    Mark(kind='supplied', start=7, end=17, value='telegram')
    """

    kind: SimpleKind = field(validator=one_of(*SIMPLE_KINDS))
    start: int = field(validator=whole_number)
    end: int = field(validator=whole_number)
    value: str | None = field(default=None, validator=optional_prose)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Gap(Value):
    """A place where text is missing: how much, and why, as printed: ``[one line missing]``. ``value`` is always None.

    >>> Gap(0, 18, extent="one line", reason="missing").reason
    'missing'
    """

    kind: Literal["gap"] = field(default="gap", kw_only=True, validator=one_of("gap"))
    start: int = field(validator=whole_number)
    end: int = field(validator=whole_number)
    value: None = field(default=None, validator=optional_instance())
    extent: str | None = field(default=None, validator=optional_phrase)
    reason: str | None = field(default=None, validator=optional_phrase)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Sic(Value):
    """A place that is said to be wrong in the original, with what would be right where that is printed.

    >>> Sic(0, 21, "sic, should be 1949", correction="1949").correction
    '1949'
    """

    kind: Literal["sic"] = field(default="sic", kw_only=True, validator=one_of("sic"))
    start: int = field(validator=whole_number)
    end: int = field(validator=whole_number)
    value: str | None = field(default=None, validator=optional_prose)
    correction: str | None = field(default=None, validator=optional_phrase)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Remark(Value):
    """A remark (TEI ``note``) on what is to be seen in the original, by ``type``: ``[handwritten: agreed]``,
    ``[signature]``; ``editorial`` where no word says so: ``[Translator's note: …]``.

    >>> Remark(0, 13, "round seal", "stamp").kind
    'note'
    """

    kind: Literal["note"] = field(default="note", kw_only=True, validator=one_of("note"))
    start: int = field(validator=whole_number)
    end: int = field(validator=whole_number)
    value: str | None = field(default=None, validator=optional_prose)
    type: RemarkType = field(default="editorial", validator=one_of(*REMARK_TYPES))


AnyMark = Mark | Gap | Sic | Remark


def sorted_marks(value: object) -> Any:
    """attrs converter: a list or tuple of marks becomes a tuple, sorted by start, then longest; all else stays."""
    if value == ():
        return value
    if not isinstance(value, list | tuple) or not all(isinstance(mark, AnyMark) for mark in value):
        return as_tuple(value)
    return tuple(sorted(value, key=lambda mark: (mark.start, -mark.end)))


each_is_a_mark = items(Mark, Gap, Sic, Remark)


def nested_marks(owner: Any, attribute: "Attribute[Any]", value: Any) -> None:
    """attrs validator: marks within the text of ``owner``, of which none crosses another."""
    if value == ():
        return
    each_is_a_mark(owner, attribute, value)
    open_ends = [len(owner.text)]
    for mark in value:
        while open_ends[1:] and open_ends[-1] <= mark.start:
            open_ends.pop()
        if not mark.start < mark.end <= open_ends[0]:
            raise refuse(owner, attribute, f"marks within the text of {open_ends[0]} characters", mark)
        if mark.end > open_ends[-1]:
            raise refuse(owner, attribute, "marks that nest and do not cross", mark)
        open_ends.append(mark.end)
