"""Rules on the layout: the labels of a record, their order and look, and text that belongs to none of them."""

from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.address_line import after_blank
from ..syntax.section_label import Label
from .content_line import is_second_contents
from .lost_label import label_put, once, orphan, own_name, second_label
from .rule import Finding, Rule
from .subject import LABELS, Subject


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
            if again := own_name(subject, label):
                word, fix = again
                yield Finding(word, message=f'"{label.name}" is once more below its label', hint="remove it", fix=fix)
            seen.add(label.name)
            before = label
        if "Contents" in seen and is_second_contents(subject.record):
            message = 'there is a "Contents:" before this one, which is read as a line of the document'
            yield Finding(subject.span("/body/0"), "/body/0", message)


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
        twice = Counter(label.name for label in subject.labels)
        for label in subject.labels:
            # Of a label that is there twice AC105 tells: which of the two is in its place, nobody knows.
            if label.name in seen or twice[label.name] > 1:
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
