"""What changed between two versions of a record: a change for each value, by JSON Pointer."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from attrs import frozen

from ..model.record import Record
from ..surface.alignment import kept
from .json import to_dict
from .writer import COMPUTED_KEYS

#: Keys whose values are read from the printed text beside them: they say nothing of their own where that changed.
READINGS = {"edtf": "text", "tag": "name"}
#: Blocks and notes that are all parts: what changed in them is told by the part.
OF_PARTS = ("entry_numbers", "serial", "reply_to", "dateline", "signature", "reference", "source")
#: Where a mark stands in its text; if that changed, so do the places of all marks behind.
PLACES = ("start", "end")
#: In a gap of so many items, or fewer, those are compared with each other that have most words in common.
FEW = 30


@frozen
class Change:
    """One value that changed: ``before`` at pointer ``old``, ``after`` at pointer ``new``, as JSON has them. What was
    added has no ``old``, what was removed no ``new``.
    """

    kind: Literal["changed", "added", "removed"]
    old: str | None
    new: str | None
    before: Any = None
    after: Any = None


def differences(before: Record, after: Record) -> Iterator[Change]:
    """What changed from ``before`` to ``after``, in the order of the record.

    >>> [change] = differences(Record(title="A Letter"), Record(title="Letter"))
    >>> change.new, change.before, change.after
    ('/title', 'A Letter', 'Letter')
    """
    yield from compared(to_dict(before), to_dict(after), "", "")


def compared(before: Any, after: Any, old: str, new: str) -> Iterator[Change]:
    """The changes from the JSON value ``before`` at pointer ``old`` to ``after`` at ``new``."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and before.get("kind") == after.get("kind"):
        yield from compared_objects(before, after, old, new)
    elif isinstance(before, list) and isinstance(after, list):
        yield from compared_lists(before, after, old, new)
    elif before is None:
        yield Change("added", None, new, after=after)
    elif after is None:
        yield Change("removed", old, None, before=before)
    else:
        yield Change("changed", old, new, before, after)


def compared_objects(before: dict[str, Any], after: dict[str, Any], old: str, new: str) -> Iterator[Change]:
    """The changes of an object's values. Its text tells of a change that one of its parts tells of too, or the other
    way round: each change is told once.
    """
    changed = {key for key in before if before[key] != after.get(key)} - {*COMPUTED_KEYS}
    changed -= {reading for reading, printed in READINGS.items() if printed in changed}
    if "text" in changed and "marks" in before:
        moved = [[without_places(mark) for mark in value["marks"]] for value in (before, after)]
        changed -= {"marks"} if moved[0] == moved[1] else set()
        changed -= {"text"} if before.get("kind") in OF_PARTS and changed - {"text", "marks"} else set()
    elif "text" in changed and len(changed) > 1:
        changed -= {"text"}
    for key in before:
        if key in changed:
            yield from compared(before[key], after[key], f"{old}/{key}", f"{new}/{key}")


def without_places(mark: dict[str, Any]) -> dict[str, Any]:
    """``mark`` but for its place."""
    return {key: value for key, value in mark.items() if key not in PLACES}


def compared_lists(before: list[Any], after: list[Any], old: str, new: str) -> Iterator[Change]:
    """The changes of a list's items: those that are the same in both part the others, of which some are paired."""
    texts = [[json.dumps(item) for item in items] for items in (before, after)]
    first = first_new = 0
    for kept_old, kept_new in (*kept(*texts), (len(before), len(after))):
        places = range(first, kept_old), range(first_new, kept_new)
        for one, other in paired(before, after, *places):
            if one is None and other is not None:
                yield Change("added", None, f"{new}/{other}", after=after[other])
            elif other is None and one is not None:
                yield Change("removed", f"{old}/{one}", None, before=before[one])
            elif one is not None and other is not None:
                yield from compared(before[one], after[other], f"{old}/{one}", f"{new}/{other}")
        first, first_new = kept_old + 1, kept_new + 1


def paired(before: list[Any], after: list[Any], ones: range, others: range) -> Iterator[tuple[int | None, int | None]]:
    """The places of ``ones`` and ``others``, in order: two that are versions of one item together, else each alone."""
    at = others.start
    for one in ones:
        partner = partner_of(before[one], after, range(at, others.stop), len(ones) - (one - ones.start))
        if partner is None:
            yield one, None
            continue
        for other in range(at, partner):
            yield None, other
        yield one, partner
        at = partner + 1
    for other in range(at, others.stop):
        yield None, other


def partner_of(item: Any, after: list[Any], others: range, left: int) -> int | None:
    """Which of ``others`` is the new version of ``item``, after which ``left - 1`` more wait for theirs."""
    alike = [other for other in others if kind_of(item) == kind_of(after[other])]
    if len(others) == left or len(others) > FEW:  # as many as there were: they were changed where they are
        return others.start if others.start in alike else None
    words = words_of(item)
    shares = {other: len(words & words_of(after[other])) for other in alike}
    best = max(shares, key=lambda other: shares[other], default=None)
    # Most words of the shorter one are the same.
    return best if best is not None and 2 * shares[best] > min(len(words), len(words_of(after[best]))) else None


def kind_of(item: Any) -> Any:
    """What an item of a list is."""
    return item.get("kind") if isinstance(item, dict) else type(item)


def words_of(item: Any) -> set[str]:
    """The words of an item's text, or of all that it says."""
    text = item.get("text") or json.dumps(item, ensure_ascii=False) if isinstance(item, dict) else str(item)
    return set(text.split())
