"""The text of a body for reading: without what editors noted in it, but with what they supplied."""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from .body import Block
from .mark import AnyMark

#: What becomes of the words that an editor supplied: they keep their brackets, lose them, or go.
SuppliedAs = Literal["keep", "join", "drop"]

SUPPLIED_AS: tuple[SuppliedAs, ...] = get_args(SuppliedAs)

#: The kinds of marks that go with all that is in them.
GONE = frozenset(("note", "note_ref", "sic"))

#: What stands for a gap.
ELLIPSIS = "[…]"

#: What no blank stands before, where something before it has gone.
CLOSING = frozenset(" .,;:!?)]”’")

#: A change of a text: what is replaced by what. Nothing goes with the blank before it, an empty text without.
Change = tuple[int, int, str | None]


def reading_text(body: Sequence[Block], supplied: SuppliedAs = "keep") -> str:
    """The blocks of ``body`` as text, with a blank line between two.

    >>> from .body import Paragraph
    >>> from .mark import Gap, Mark, Sic
    >>> marks = [Mark("expansion", 3, 9, "rade"), Sic(16, 21, "sic"), Mark("supplied", 22, 28, "said"), Gap(29, 34)]
    >>> body = [Paragraph("Com[rade] Novak [sic] [said] [...].", marks=marks)]
    >>> reading_text(body), reading_text(body, "join"), reading_text(body, "drop")
    ('Comrade Novak [said] […].', 'Comrade Novak said […].', 'Comrade Novak […].')
    """
    texts = (block_text(block.text, block.marks, supplied) for block in body)
    return "\n\n".join(text for text in texts if text)


def block_text(text: str, marks: Sequence[AnyMark], supplied: SuppliedAs) -> str:
    """The ``text`` of one block, read through its ``marks``."""
    kept: list[str] = []
    at = 0
    gone = False
    changed = sorted(changes(text, marks, supplied), key=lambda one: one[:2])
    for start, end, put in (*changed, (len(text), len(text), "")):
        if start < at:
            continue  # two blocks share a bracket, and with it its sign
        part = text[at:start] + (put or "")
        if part:
            if gone and part[0] in CLOSING and kept and kept[-1].endswith(" "):
                kept[-1] = kept[-1][:-1]
            kept.append(part)
            gone = False
        gone = gone or put is None
        at = end
    return "".join(kept).strip()


def changes(text: str, marks: Sequence[AnyMark], supplied: SuppliedAs) -> Iterator[Change]:
    """What the ``marks`` of a ``text`` change in it; what is in something that goes changes nothing more."""
    past = 0
    for mark in marks:
        if mark.start < past:
            continue
        if mark.kind in GONE or (mark.kind == "supplied" and supplied == "drop"):
            yield mark.start, mark.end, None
            past = mark.end
        elif mark.kind == "gap":
            yield mark.start, mark.end, ELLIPSIS
            past = mark.end
        elif mark.kind == "expansion" or (mark.kind == "supplied" and supplied == "join"):
            if text[mark.start] == "[":
                yield mark.start, mark.start + 1, ""
            if text[mark.end - 1] == "]":
                yield mark.end - 1, mark.end, ""
