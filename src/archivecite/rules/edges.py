"""Rules on where blocks and pages end: brackets that go over blocks, and running heads."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..syntax.crossing import FAR, crossings
from ..syntax.running import is_running_head
from .rule import Finding, Rule
from .subject import Subject


class BracketOverBlocks(Rule):
    """A square bracket is closed in a later paragraph than it is opened in.

    A page's end, or a converter, broke in two what stood in the bracket. Up to three paragraphs later each part is read
    as the editor's; if the bracket is closed later still, or the wrong one closes it, the author's words and the
    editor's are mixed up.

    Example, body:

        We met the [head of the

        delegation] in May.

    Instead:

        We met the [head of the delegation] in May.
    """

    code = "AC513"
    severity = Severity.WARNING
    message = "this bracket is closed in a later paragraph"
    hint = "close it where the editor's words end, or join the paragraphs"

    def find(self, subject: Subject) -> Iterable[Finding]:
        blocks = [(pointer, block.text) for pointer, block in subject.blocks]
        first: dict[str, int] = {}
        for bracket in crossings([text for _, text in blocks], far=None):
            # "[stamp:" with two lines and a bracket below: nothing of the author's is in the same paragraphs.
            whole = not bracket.start and bracket.end == len(blocks[bracket.last][1])
            if whole and bracket.last - bracket.first <= FAR:
                continue
            pointer = blocks[bracket.first][0]
            first[pointer] = min(bracket.start, first.get(pointer, bracket.start))
        for pointer, place in first.items():
            yield Finding(subject.within(pointer, place, place + 1), pointer)


class RunningHead(Rule):
    """A running head or a page's footer was left among the paragraphs.

    It belongs to the pages of a file and is not the document's. It is not read as a value.

    Example, body:

        He said that we should be ready.

        Wilson Center Digital Archive

        He said that all would be well.

    Instead:

        He said that we should be ready.

        He said that all would be well.
    """

    code = "AC514"
    severity = Severity.INFO
    fixes = "safe"
    message = "a running head or page footer was left in"
    hint = "remove it"
    explains = True

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.record.body:
            return
        body, text = subject.body_start, subject.text
        for span in subject.document.unread:
            low, high = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
            around = text[low : span.start] + text[span.end : high if high >= 0 else len(text)]
            alone = not around.strip("* \f\r")  # "No. 2/80" in a note's citation is not one
            if alone and subject.offset(span.start) >= body and is_running_head(" ".join(span.of(text).split())):
                yield Finding(span, fix=Fix("remove it", (Edit(span, ""),)))
