"""Paragraphs that a page's end broke in two, joined again. Reading never joins: it can't be sure, and nor can this."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from .body import Block, PageBreak, Paragraph
from .mark import Mark

#: What a paragraph ends with when its last sentence is over, brackets and quotes that close after it set aside.
SENTENCE_ENDS = tuple(".!?:;…")
CLOSERS = "\"'”’»)]*"
OPENERS = "\"'“‘«(["


def join_pages(body: Sequence[Block]) -> tuple[Block, ...]:
    """``body`` with the paragraphs joined that a page's end seems to have broken, and the page breaks in them gone.

    Two paragraphs are one when the first ends in no closing punctuation and the second begins in lower case, whether
    or not a page break stands between: many files show a page's end as a mere blank line.

    >>> [block.text for block in join_pages([Paragraph("We are ahead of them"), Paragraph("and erase them.")])]
    ['We are ahead of them and erase them.']
    """
    joined: list[Block] = []
    breaks: list[Block] = []
    for block in body:
        before = joined[-1] if joined else None
        if isinstance(block, PageBreak):
            breaks.append(block)
        elif isinstance(before, Paragraph) and isinstance(block, Paragraph) and is_broken(before, block):
            joined[-1] = join(before, block)
            breaks = []
        else:
            joined += [*breaks, block]
            breaks = []
    return (*joined, *breaks)


def is_broken(first: Paragraph, second: Paragraph) -> bool:
    """Whether two paragraphs look like one with a page's end in it.

    A paragraph that a speaker begins or that is an item (``a) the state structure``) is its own. So is one that would
    close a bracket of the other's: the bracket would be a mark, which only reading finds.
    """
    if first.text.rstrip(CLOSERS).endswith(SENTENCE_ENDS) or second.speaker is not None:
        return False
    if first.text.count("[") != first.text.count("]"):
        return False
    start = second.text.lstrip(OPENERS)
    return start[:1].islower() and start[1:2] not in (")", ".")


def join(first: Paragraph, second: Paragraph) -> Paragraph:
    """One paragraph of two, its marks in their places."""
    return evolve(first, text=f"{first.text} {second.text}", marks=(*first.marks, *shifted(first, second)))


def shifted(first: Paragraph, second: Paragraph) -> Iterator[Mark]:
    """The marks of ``second`` where they stand after ``first`` and a blank."""
    start = len(first.text) + 1
    for mark in second.marks:
        yield evolve(mark, start=mark.start + start, end=mark.end + start)
