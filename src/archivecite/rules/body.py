"""Rules on the document itself and its notes: what conversion broke, brackets and notes without their other half."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.stretches import places
from .bracket_repair import bracket_change
from .letters import is_small
from .rule import Finding, Rule
from .subject import Subject


class BrokenParagraph(Rule):
    """A paragraph is broken in the middle of a sentence.

    It ends without a full stop, and the next begins with a small letter: a page of the original ended here, and the
    converter took it for the end of a paragraph. It may also be a line above a letter that goes on in the next.

    Example, body:

        He said that we should be ready

        and that all would be well.

    Instead:

        He said that we should be ready and that all would be well.
    """

    code = "AC501"
    severity = Severity.INFO
    fixes = "unsafe"
    message = "this paragraph seems to go on in the next"
    hint = "join the two, if the original has them as one"

    #: A shorter line with no full stop is a heading or an address.
    long = 25

    def find(self, subject: Subject) -> Iterable[Finding]:
        body = [(n, block) for n, block in enumerate(subject.record.body) if block.kind != "page_break"]
        for (before, first), (index, second) in pairwise(body):
            if first.kind != "paragraph" or second.kind != "paragraph" or len(first.text) <= self.long:
                continue
            last = first.text.rstrip()[-1:]
            if not begins_small(second.text) or not (last.isalnum() or last in "_,’'-"):
                continue
            if not self.in_columns(subject, before):
                yield self.found(subject, before, index)

    @staticmethod
    def found(subject: Subject, before: int, index: int) -> Finding:
        """The finding that the block at ``before`` goes on in the one at ``index``, on its last word."""
        first, second = subject.span(f"/body/{before}"), subject.span(f"/body/{index}")
        word = subject.record.body[before].text.rpartition(" ")[2]
        span = Span(first.end - len(word), first.end)
        if span.of(subject.text) != word:  # markup stands in it
            span = Span(first.end - 1, first.end)
        gap = Span(first.end, second.start)
        if gap.of(subject.text).strip():
            return Finding(span, f"/body/{before}")
        return Finding(span, f"/body/{before}", fix=Fix("join the two paragraphs", (Edit(gap, " "),), safe=False))

    @staticmethod
    def in_columns(subject: Subject, index: int) -> bool:
        """Whether the last line of a block has a wide gap in it: where a page was kept as it looks, words of different
        columns stand beside each other.
        """
        line = subject.span(f"/body/{index}").of(subject.text).rpartition("\n")[2]
        return "    " in line.strip()


def begins_small(text: str) -> bool:
    """Whether a text begins with a word in small letters, and with no item's: ``a.`` may begin one.

    >>> begins_small("and erase them"), begins_small("iv. The"), begins_small("a) The"), begins_small("In May")
    (True, False, False, False)
    """
    word = text.partition(" ")[0]
    letters = word.rstrip(",;.")
    if len(word) > len(letters) + 1 or not "a" <= letters[:1] <= "z" or not is_small(letters):
        return False
    return not word.endswith(".") or not (len(letters) == 1 or (len(letters) <= len("viii") and {*letters} <= {*"ivx"}))


class UnbalancedBracket(Rule):
    """A square bracket in the document has no partner.

    Square brackets hold what editors and translators added. When one has no partner nobody can tell their words from
    the author's.

    Example, body:

        We met Petrov [the consul in May.

    Instead:

        We met Petrov [the consul] in May.
    """

    code = "AC502"
    severity = Severity.WARNING
    fixes = "some"
    message = "this bracket has no partner"
    hint = "put the other bracket where the editor's words end or begin"

    def find(self, subject: Subject) -> Iterable[Finding]:
        # A bracket may be closed paragraphs later, so all the text is one.
        opened: list[tuple[str, int]] = []
        alone: list[tuple[str, int]] = []
        for pointer, block in subject.blocks:
            text = block.text
            if "[" not in text and "]" not in text:
                continue
            for place in sorted((*places(text, "["), *places(text, "]"))):
                if text[place] == "[":
                    opened.append((pointer, place))
                elif opened:
                    opened.pop()
                else:
                    alone.append((pointer, place))
        first: dict[str, int] = {}
        for pointer, place in (*alone, *opened):
            first[pointer] = min(place, first.get(pointer, place))
        texts = {pointer: block.text for pointer, block in subject.blocks} if first else {}
        for pointer, place in first.items():
            fix = None
            if change := bracket_change(texts[pointer], place):
                said = f"write {change[2]}" if change[2] else "remove it"
                fix = Fix(said, (Edit(subject.within(pointer, change[0], change[1]), change[2]),))
            yield Finding(subject.within(pointer, place, place + 1), pointer, fix=fix)


class PageNumberLeftIn(Rule):
    """A page number stands among the paragraphs.

    It belongs to the pages of the file, and here it breaks the text in two.

    Example, body:

        He said that we should be ready.

        - 2 -

        He said that all would be well.

    Instead:

        He said that we should be ready.

        He said that all would be well.
    """

    code = "AC511"
    severity = Severity.INFO
    message = "this looks like a page number"
    hint = "remove it, if it is one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        body = subject.record.body
        prose = [index for index, block in enumerate(body) if block.kind == "paragraph" and len(block.text) > 12]
        # Above the first prose a number is the telegram's, and after the last an entry's.
        for index in range(prose[0] + 1, prose[-1]) if prose else ():
            block = body[index]
            short = len(block.text) <= 14 and block.kind in ("paragraph", "entry_numbers", "heading")
            if short and is_page_number(block.text):
                yield Finding(subject.span(f"/body/{index}"), f"/body/{index}")


def is_page_number(text: str) -> bool:
    """Whether a text is what stands at the foot of a page.

    >>> [is_page_number(text) for text in ("- 12 -", "12", "Page 3 of 5", "-12", "1962")]
    [True, True, True, False, False]
    """
    dashed = text[:1] in DASHES and text[-1:] in DASHES and len(text) > 1
    words = (text[1:-1] if dashed else text).split()
    if words[:1] in (["Page"], ["page"]) and not dashed:
        words = words[1:]
        if words[1:2] == ["of"]:
            words = [words[0]] if words[2:] and is_short_number(words[2]) else []
    return len(words) == 1 and is_short_number(words[0])


DASHES = ("-", "–", "—")


def is_short_number(word: str) -> bool:
    """Whether a word is a number of at most three figures."""
    return word.isdecimal() and len(word) <= len("123")


class RepeatedParagraph(Rule):
    """A paragraph is there twice.

    The same long words twice are rarely the author's: a page was copied twice.

    Example, body:

        He said that we should be ready for anything that may come, and that all would then be well.

        He said that we should be ready for anything that may come, and that all would then be well.

    Instead:

        He said that we should be ready for anything that may come, and that all would then be well.
    """

    code = "AC512"
    severity = Severity.WARNING
    fixes = "some"
    message = "this paragraph stands above already"
    hint = "remove one of the two, unless the original has both"

    #: A refrain or a line that is asked again may well come twice.
    long = 80

    def find(self, subject: Subject) -> Iterable[Finding]:
        body = subject.record.body
        if half := repeated_half([block.text for block in body]):
            end, last = subject.span(f"/body/{half - 1}").end, subject.span(f"/body/{len(body) - 1}").end
            fix = Fix("remove the second one", (Edit(Span(end, last), ""),))
            message = "the whole document is here once more"
            yield Finding(subject.span(f"/body/{half}"), f"/body/{half}", message, "remove the second one", fix)
            return
        seen = set()
        for index, block in enumerate(body):
            if block.kind == "paragraph" and len(block.text) >= self.long:
                if block.text in seen:
                    near = index and body[index - 1].text == block.text
                    span, above = subject.span(f"/body/{index}"), subject.span(f"/body/{max(0, index - 1)}")
                    cut = Fix("remove one of the two", (Edit(Span(above.end, span.end), ""),)) if near else None
                    yield Finding(span, f"/body/{index}", fix=cut)
                seen.add(block.text)
        yield from repeated_in_summary(subject)


def repeated_in_summary(subject: Subject) -> Iterable[Finding]:
    """The paragraphs of the summary that are there twice in a row."""
    at, apart = 0, len("\n\n")
    for above, part in pairwise((subject.record.summary or "").split("\n\n")):
        at += len(above) + apart
        if part == above:
            span = subject.within("/summary", at, at + len(part))
            low = subject.within("/summary", at - apart - 1, at - apart).end
            fix = Fix("remove one of the two", (Edit(Span(low, span.end), ""),))
            yield Finding(span, "/summary", "this paragraph of the summary is here twice", fix=fix)


def repeated_half(texts: Sequence[str]) -> int:
    """How many ``texts`` there are that all come once more, in order; 0 if they do not.

    >>> repeated_half(["A word.", "Yes.", "A word.", "Yes."]), repeated_half(["Yes.", "Yes."])
    (2, 0)
    """
    half = len(texts) // 2
    return half if half > 1 and len(texts) == 2 * half and texts[:half] == texts[half:] else 0
