"""The marks that editors left in a text.

The terms are TEI's: ``supplied``, ``expansion`` (TEI ``ex``), ``gap``, ``unclear``, ``sic``, ``note``.
"""

from typing import Any, Literal, get_args

from attrs import Attribute, field, frozen

from .text import as_tuple, items, one_of, optional_prose, refuse, whole_number, with_plain_strings

MarkKind = Literal["supplied", "expansion", "gap", "unclear", "sic", "note", "note_ref", "reference"]

MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)


@frozen(field_transformer=with_plain_strings)
class Mark:
    """An editor's mark in a block: its kind, its place in the block's text (code points, brackets included) and what
    is between the brackets (None for a gap and for ``[?]``).

    >>> Mark("supplied", 7, 17, "telegram")
    Mark(kind='supplied', start=7, end=17, value='telegram')
    """

    kind: MarkKind = field(validator=one_of(*MARK_KINDS))
    start: int = field(validator=whole_number)
    end: int = field(validator=whole_number)
    value: str | None = field(default=None, validator=optional_prose)


def sorted_marks(value: object) -> Any:
    """attrs converter: a list or tuple of marks becomes a tuple, sorted by start, then longest; all else stays."""
    if value == ():
        return value
    if not isinstance(value, list | tuple) or not all(isinstance(mark, Mark) for mark in value):
        return as_tuple(value)
    return tuple(sorted(value, key=lambda mark: (mark.start, -mark.end)))


each_is_a_mark = items(Mark)


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
