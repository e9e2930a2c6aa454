"""Rules on how the labels of a record are printed, and on the record that another one's labels tell of."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.document import reading_of
from .blurred_label import ENDS
from .characters import is_unseen
from .lost_label import written
from .rule import Finding, Rule
from .subject import Subject


class AnotherRecord(Rule):
    """Another record begins in the same text.

    A file is one record; what follows it is in no field of it. Give each record a file of its own. In Python
    ``read_all`` and ``parse_all`` give a document for each.

    Example, record:

        November 2, 1962

        Telegram from Petrov to the Ministry

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.

        November 2, 1962

        Telegram from Petrov to the Ministry

        Citation:

        {citation}

        Original Language:

        Russian

        Contents:

        Translation - English

        The other document.

    Instead:

        November 2, 1962

        Telegram from Petrov to the Ministry

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.
    """

    code = "AC120"
    severity = Severity.WARNING
    explains = True
    fixes = "some"
    message = "another record begins here"
    hint = "put each record into a file of its own"

    def find(self, subject: Subject) -> Iterable[Finding]:
        others = reading_of(subject.document).others
        if others:
            start, end = others[0], len(subject.plain.text.rstrip())
            line = subject.plain.text[start:end].partition("\n")[0].rstrip()
            yield Finding(
                subject.source(start, start + len(line)), fix=same_again(subject), explains=subject.source(start, end)
            )


def same_again(subject: Subject) -> Fix | None:
    """The fix for a file that holds one record twice, word for word: the second one is removed."""
    others = reading_of(subject.document).others
    cut = subject.plain.at(others[0])
    stars = subject.text[:cut].endswith("**")
    first, second = subject.text[: cut - 2 * stars], subject.text[cut - 2 * stars :]
    if len(others) > 1 or first.split() != second.split():
        return None
    return Fix("remove the second one", (Edit(Span(len(first.rstrip()), len(subject.text.rstrip())), ""),))


class MisspeltLabel(Rule):
    """A label is misspelt, or lacks its colon.

    A misspelt label ends the section before it, and what is under it is in no field: a reader would have to guess. A
    line that lacks its colon is taken for a part of the section before it, or for text that belongs nowhere.

    Example, summary section:

        Sumary:

        Petrov reports on the harvest.

    Instead:

        Summary:

        Petrov reports on the harvest.
    """

    code = "AC107"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    message = "this label is misspelt"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for name, (start, end) in subject.misspelt.items():
            span = subject.source(start, end)
            if any(map(is_unseen, span.of(subject.text))):  # of which AC111 or AC114 tells
                continue
            label = written(subject, name) if "*" in span.of(subject.text) else f"{name}:"
            yield Finding(
                span,
                message=f'"{subject.plain.text[start:end]}" is not read as the label "{label}"',
                hint=f'write "{label}"',
                fix=Fix(f'write "{label}"', (*own_line(subject, span), Edit(span, label))),
                explains=subject.unread_from(span.start),
            )


def own_line(subject: Subject, span: Span) -> Iterable[Edit]:
    """The edit that parts a label from what is before it on its line, ``…/115064>Summary:``; its stars go with it."""
    start = span.start - 2 if subject.text[max(0, span.start - 2) : span.start] == "**" else span.start
    before = subject.text[:start].rpartition("\n")[2]
    if before[-1:] in (*ENDS,) and before.strip(" >"):
        yield Edit(Span(start, start), "\n\n")


class LabelDress(Rule):
    """A label is not printed as the archive prints it: in other case or other words, with markup or another colon.

    It is read all the same: ``SUMMARY:``, ``<b>Summary:</b>`` and ``Abstract:`` are all labels of the summary. Other
    programs may know only the archive's own form.

    Example, summary section:

        SUMMARY:

        Petrov reports on the harvest.

    Instead:

        Summary:

        Petrov reports on the harvest.
    """

    code = "AC121"
    severity = Severity.INFO
    fixes = "safe"
    message = "this label is not in the archive's own form"

    def find(self, subject: Subject) -> Iterable[Finding]:
        labels = [label for label in subject.labels if label.dress != "plain"]
        if not labels:
            if subject.labels and subject.plain.quoted:
                first = subject.source(subject.labels[0].start, subject.labels[0].end)
                yield Finding(first, message='each line begins with ">"', hint="remove the signs of the quotation")
            return
        edits = []
        for label in labels:
            span, after = subject.source(label.start, label.end), subject.source(label.start, label.close)
            edits.append(Edit(after if "\n" not in after.of(subject.text) else span, f"{label.name}:"))
        first = subject.source(labels[0].start, labels[0].end)
        more = "" if len(labels) == 1 else f" ({len(labels)} labels)"
        yield Finding(
            first,
            message=f'"{first.of(subject.text)}" is read as "{labels[0].name}:"{more}',
            hint="write the labels as the archive does",
            fix=Fix("write the labels as the archive does", tuple(edits)),
        )


class MixedLabelStyles(Rule):
    """Some labels are bold and others are not.

    Programs tell the look of a file by its labels. One look throughout is also what a reader expects.

    Example, summary section:

        **Summary:**

        Petrov reports on the harvest.

    Instead:

        Summary:

        Petrov reports on the harvest.
    """

    code = "AC109"
    severity = Severity.INFO
    fixes = "safe"
    message = "this label does not look like the others"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.document.family not in ("plain", "markdown", "classic") or not subject.plain.bold:
            return
        starts = {start for start, _ in subject.plain.bold}
        labels = [label for label in subject.labels if label.name not in subject.half_bold.values()]
        bold = [label for label in labels if label.start in starts]
        plain = [label for label in labels if label.start not in starts]
        few, word = (bold, "plain") if len(bold) < len(plain) else (plain, "bold")
        if not bold or not plain:
            return
        for label in few:
            span = subject.source(label.start, label.end)
            around = Span(span.start - 2, span.end + 2)
            if word == "bold":
                fix = Fix("make the label bold", (Edit(span, f"**{span.of(subject.text)}**"),))
            elif around.of(subject.text) == f"**{span.of(subject.text)}**":
                fix = Fix("make the label plain", (Edit(around, span.of(subject.text)),))
            else:
                yield Finding(span, hint=f"make it {word}, as the other labels are")
                continue
            yield Finding(span, hint=f"make it {word}, as the other labels are", fix=fix)
