"""The rule on text that was not read: what belongs to no part of the record, and words in none of its fields."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.diagnostic import Severity
from ..model.span import Span
from .rule import Finding, Rule
from .spelling import meant_label
from .subject import Subject
from .surplus import surplus
from .title_pair import joined

#: What to do about words in a citation, a line or a note that are in none of its fields.
KEPT = "it is kept as it is, but in no field; see whether a word or a comma is wrong, and otherwise leave it"
#: How much of what was not understood is quoted.
SHOWN = 40


def together(text: str, unread: Sequence[Span]) -> Iterator[Span]:
    """``unread``, stretches in order, as they are told: words beside each other on a line are told as one.

    >>> [(span.start, span.end) for span in together("At 9:47.\\nA", [Span(0, 2), Span(3, 7), Span(9, 10)])]
    [(0, 7), (9, 10)]
    """
    start = end = 0
    for span in unread:
        between = text[end : span.start]
        if start == end or len(between) > SHOWN or between.strip(" .,;"):
            if start < end:
                yield Span(start, end)
            start = span.start
        end = span.end
    if start < end:
        yield Span(start, end)


def is_within_value(subject: Subject, span: Span) -> bool:
    """Whether what was not read is in the citation, or in a block or note that was read."""
    citation = subject.document.spans.get("/citation")
    if citation and citation.start < span.start and span.end <= citation.end:
        return True
    return any(subject.span(pointer).start <= span.start < subject.span(pointer).end for pointer, _ in subject.blocks)


def shortened(words: str) -> str:
    """Words in quotation marks, cut where they are many.

    >>> shortened("at 9:47"), shortened("word " * 20)
    ('"at 9:47"', '"word word word word word word word word…"')
    """
    flat = " ".join(words[: 2 * SHOWN].split())
    return f'"{flat}"' if len(flat) <= SHOWN else f'"{flat[:SHOWN].rstrip()}…"'


class UnreadText(Rule):
    """A stretch of text belongs to no part of the record.

    Nothing given is lost, but what stands here is in no field, so nobody who searches or converts the record will
    find it. It may be a remark that stands between two sections, or a word that the citation's statements don't
    account for. Move it to where it belongs, or remove it.

    Example, title:

        **Telegram from Petrov to the Ministry**

        Checked by the office in May.

    Instead:

        **Telegram from Petrov to the Ministry**
    """

    code = "AC101"
    severity = Severity.WARNING
    fixes = "some"
    message = "this text was not read as part of the record"
    hint = "move it to the section it belongs to, or remove it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_layout:
            halves = joined(subject)
            for span in together(subject.text, subject.document.unread):
                fix = halves[1] if halves and halves[0] == span else surplus(subject, span)
                words = span.of(subject.text)
                meant = meant_label(words) if subject.record.citation else None
                message = f'"{words.split()[0]}" is not read as the label "{meant}"' if meant else None
                hint = f'write "{meant}"' if meant else fix.message if fix else None
                if hint is None and is_within_value(subject, span):
                    message, hint = f"not understood: {shortened(words)}", KEPT
                yield Finding(span, message=message, fix=fix, hint=hint)
