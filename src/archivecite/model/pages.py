"""Paragraphs that a page's end broke in two, joined again. Reading never joins: it can't be sure, and nor can this."""

from collections.abc import Sequence

from attrs import evolve

from .body import Block, PageBreak, Paragraph
from .mark import AnyMark

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
    run: list[Paragraph] = []
    for block in body:
        if isinstance(block, PageBreak):
            breaks.append(block)
        elif isinstance(block, Paragraph) and run and is_broken(run[-1], block):
            run.append(block)
            breaks = []
        else:
            joined += [*whole(run), *breaks]
            breaks, run = [], []
            if isinstance(block, Paragraph):
                run = [block]
            else:
                joined.append(block)
    return (*joined, *whole(run), *breaks)


def is_broken(first: Paragraph, second: Paragraph) -> bool:
    """Whether two paragraphs look like one with a page's end in it.

    A paragraph that a speaker begins or that is an item (``a) the state structure``) is its own. So is one that would
    close a bracket of the other's: the bracket would be a mark, which only reading finds. What stands before the first
    of the two, and was joined with it, changes nothing.
    """
    if first.text.rstrip(CLOSERS).endswith(SENTENCE_ENDS) or second.speaker is not None:
        return False
    if first.text.count("[") != first.text.count("]"):
        return False
    start = second.text.lstrip(OPENERS)
    return start[:1].islower() and start[1:2] not in (")", ".")


def whole(run: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The one paragraph that those of ``run`` are, its marks in their places; none of none."""
    if len(run) < 2:
        return run
    marks: list[AnyMark] = []
    start = 0
    for paragraph in run:
        marks += (evolve(mark, start=mark.start + start, end=mark.end + start) for mark in paragraph.marks)
        start += len(paragraph.text) + 1
    return [evolve(run[0], text=" ".join(paragraph.text for paragraph in run), marks=tuple(marks))]
