"""Rules on the layout: the labels of a record, their order and look, and text that belongs to none of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.address_line import after_blank
from ..syntax.section_label import Label
from .lost_label import label_put, once, orphan, second_label
from .rule import Finding, Rule
from .spelling import meant_label
from .subject import LABELS, Subject
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
    last: Span | None = None
    for span in unread:
        between = text[last.end : span.start] if last else None
        if last and between is not None and len(between) < SHOWN and not between.strip(" .,;"):
            last = Span(last.start, span.end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


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


class MissingLabel(Rule):
    """The record has no ``Original Language:`` or no ``Contents:``.

    Every record of the archive has both, even where nothing stands under them. They end the head: without them, a
    reader can't tell where the summary ends and the document itself begins.

    Example, language section:

    Instead:

        Original Language:

        Russian
    """

    code = "AC102"
    severity = Severity.WARNING
    fixes = "some"
    message = "a label is missing"
    hint = "put the label, alone on its line, before the document itself"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_record:
            return
        last = subject.labels[-1]
        for name in subject.missing:
            if name in ("Original Language", "Contents") and name not in subject.misspelt:
                span, pointer = orphan(subject, name)
                place = span or subject.source(last.start, last.end)
                fix = label_put(subject, name, span) if span else None
                yield Finding(place, pointer, f'there is no "{name}:" in the record', fix=fix, explains=span)


class MissingSummary(Rule):
    """The record has no summary, or an empty one.

    The summary is what a reader is shown in a list of records, and what searches look through first. A record may do
    without; one or two sentences are enough.

    Example, summary section:

        Summary:

    Instead:

        Summary:

        Petrov reports on the harvest.
    """

    code = "AC103"
    severity = Severity.INFO
    message = "the record has no summary"
    hint = "say in one or two sentences what the document is about"

    def find(self, subject: Subject) -> Iterable[Finding]:
        lost = "Summary" in subject.misspelt or "Summary" in subject.half_bold.values()
        if subject.is_record and subject.record.summary is None and not lost:
            label = next((label for label in subject.labels if label.name == "Summary"), subject.labels[0])
            yield Finding(subject.source(label.start, label.end))


class EmptySection(Rule):
    """A label has nothing under it.

    An empty section says no more than a missing one, and a reader wonders whether something was lost. Fill it, or,
    for credits, leave out the label.

    Example, language section:

        Original Language:

    Instead:

        Original Language:

        Russian
    """

    code = "AC104"
    severity = Severity.INFO
    message = "nothing stands under this label"
    hint = "fill in the section"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for index, label in enumerate(subject.labels):
            following = subject.labels[index + 1].start if index + 1 < len(subject.labels) else subject.body_start
            # An empty summary or citation is told of by AC103 and AC301, and Contents are checked by AC403.
            told = label.name in ("Citation", "Summary") or (label.name == "Contents" and subject.record.body)
            if not told and not subject.plain.text[label.end : following].strip():
                yield Finding(subject.source(label.start, label.end), message=f'nothing stands under "{label.name}:"')


class RepeatedSection(Rule):
    """A label is twice in the head.

    The first section of a name is the one that is read; what stands under the second is in no field. Join the two, or
    remove the one that is wrong.

    Example, summary section:

        Summary:

        Petrov reports on the harvest.

        Summary:

        The harvest was good.

    Instead:

        Summary:

        Petrov reports on the harvest.

        The harvest was good.
    """

    code = "AC105"
    severity = Severity.WARNING
    explains = True
    fixes = "some"
    message = "this label is here twice"
    hint = "join the two sections into one; only the first is read"

    def find(self, subject: Subject) -> Iterable[Finding]:
        seen: set[str] = set()
        before: Label | None = None
        for label, following in zip_longest(subject.labels, subject.labels[1:]):
            if label.name in seen:
                span = subject.source(label.start, label.end)
                lost = subject.unread_from(span.start, subject.plain.at(following.start) if following else None)
                fix = once(subject, before, span) if before and second_label(subject, before) == span else None
                yield Finding(span, message=f'there is a "{label.name}:" before this one', fix=fix, explains=lost)
            seen.add(label.name)
            before = label


class MisplacedSection(Rule):
    """A section stands out of the usual order.

    The order is Citation, Summary, Credits, Original Language, Contents. It never varies in the archive's own records,
    and other programs find the document itself as that which follows the last of them.

    Example, sections:

        Summary:

        Petrov reports on the harvest.

        Citation:

        {citation}

        Original Language:

        Russian

        Contents:

        Translation - English

    Instead:

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English
    """

    code = "AC106"
    severity = Severity.WARNING
    message = "this section is out of order"
    hint = f"the order is {', '.join(LABELS)}"

    def find(self, subject: Subject) -> Iterable[Finding]:
        before: Label | None = None
        seen = set()
        for label in subject.labels:
            if label.name in seen:
                continue
            seen.add(label.name)
            if before and LABELS.index(label.name) < LABELS.index(before.name):
                yield Finding(
                    subject.source(label.start, label.end),
                    message=f'"{label.name}:" stands after "{before.name}:"',
                )
            else:
                before = label


class MastheadLeftIn(Rule):
    """The masthead of the archive's pages stands above the record.

    ``Digital Archive``, ``International History Declassified`` and the address come with the archive's PDFs. They say
    nothing about the document and are no part of the record.

    Example, date:

        Digital Archive
        International History Declassified
        digitalarchive.wilsoncenter.org

        November 2, 1962

    Instead:

        November 2, 1962
    """

    code = "AC108"
    severity = Severity.INFO
    fixes = "safe"
    message = "the masthead of the archive's pages was left in"
    hint = "remove these lines"

    def find(self, subject: Subject) -> Iterable[Finding]:
        text = subject.plain.text
        start = position = len(text) - len(text.lstrip())
        for line in subject.masthead:
            if text[position : line.start].strip():
                break
            position = after_blank(text, line.end)
        if position > start:
            end = start + len(text[start:position].rstrip())
            if subject.text[:1] == "#" or (subject.plain.bold and subject.plain.bold[0][0] < end):
                # Cutting one line out of bold or headings would leave half of the markup.
                yield Finding(subject.source(start, end))
                return
            cut = Span(
                subject.plain.at(start), subject.plain.at(position) if position < len(text) else len(subject.text)
            )
            yield Finding(subject.source(start, end), fix=Fix("remove the masthead", (Edit(cut, ""),)))
