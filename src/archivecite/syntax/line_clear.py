"""A line without its brackets: their words count as if they were not there, and a remark is one character."""

from collections.abc import Sequence
from typing import NamedTuple

from ..model.mark import AnyMark, Gap, Remark, Sic
from .line_vocabulary import LineVocabulary
from .words import Words

#: What stands in for a bracket that is one token.
STAND_IN = "\ufffc"


class Clear(NamedTuple):
    """A line without its brackets: what is left, and where each character of it starts and ends in the line."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    tokens: dict[int, str]


def whole(text: str) -> Clear:
    """All of ``text``, which has no brackets."""
    return Clear(text, range(len(text)), range(1, len(text) + 1), {})


def clear_of(text: str, marks: Sequence[AnyMark], known: LineVocabulary) -> Clear:
    """``text`` as if supplied and completed words stood in no bracket; what a bracket remarks is one character."""
    if not marks:
        return whole(text)
    tokens: dict[int, str] = {}
    opened: dict[int, tuple[int, str]] = {}
    dropped: set[int] = set()
    for mark in marks:
        kind = kind_of(mark, known)
        if kind is None:
            dropped |= {mark.start, mark.end - 1}
            if isinstance(mark, Remark):
                dropped |= set(range(mark.start, text.find(":", mark.start, mark.end) + 1))
        else:
            opened[mark.start] = (mark.end, kind)
    kept = ""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for edge in (*sorted(opened.keys() | dropped), len(text)):
        if edge < at:
            continue
        kept += text[at:edge]
        starts += range(at, edge)
        ends += range(at + 1, edge + 1)
        at = edge + 1
        if edge in opened:
            at, kind = opened[edge]
            if kind:
                tokens[len(kept)] = kind
                kept += STAND_IN
                starts.append(edge)
                ends.append(at)
    return Clear(kept, starts, ends, tokens)


def kind_of(mark: AnyMark, known: LineVocabulary) -> str | None:
    """The token that a bracket is: none ("") for a note's number or a doubt; None where its words are the line's."""
    if isinstance(mark, Gap):
        return "gap"
    if isinstance(mark, Sic) or mark.kind in ("note_ref", "reference"):
        return ""
    if not isinstance(mark, Remark):
        return None if mark.value and mark.value != "?" else ""
    value = mark.value or ""
    words = Words(value, signs=True)
    found = known.remarks.find(words, 0, len(words))
    if found and found[0] < len(words) - 1 and words.kinds[found[0]] == ":":
        return None
    if ":" not in value and found_annex(words, known):
        return None
    hits = (known.any_case.find(words, at, len(words)) for at in range(len(words)))
    return "signed" if any(hit and "SIGNED" in hit[1] for hit in hits) else "remark"


def found_annex(words: Words, known: LineVocabulary) -> bool:
    """Whether a remark says what follows, and is the line's own words: ``[Attachment to the Decision]``."""
    hit = known.any_case.find(words, 0, len(words))
    return hit is not None and "ANNEX" in hit[1].split()
