"""Rules on dates: those that can't be read, can be read in two ways, or can't be."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.date import read_date, trouble
from .characters import times
from .date_repair import spelt
from .date_shape import date_shapes, padded_days
from .rule import Finding, Rule
from .subject import Subject


class DateRule(Rule):
    """A rule on dates that have one kind of trouble."""

    trouble: str

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, date in subject.dates:
            if date.edtf is None and trouble(date.text) == self.trouble:
                yield Finding(subject.span(pointer), pointer)


class UnreadableDate(Rule):
    """Something has the shape of a date, but cannot be read as one.

    A month that is misspelt, or named in another language, makes the line a part of the title, or leaves the citation
    without a date. Write the date in English, month first: ``November 2, 1962``.

    Example, date:

        Novembr 2, 1962

    Instead:

        November 2, 1962
    """

    code = "AC201"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    message = "this looks like a date and can't be read as one"
    hint = "write the date as Month day, year"

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        if subject.is_record and record.date is None:
            opening = subject.plain.text[: subject.labels[0].start]
            for first, last in date_shapes(opening):
                before = opening[:first].rpartition("\n")[2]
                after = opening[last:].partition("\n")[0]
                if not (before + after).strip() and read_date(" ".join(opening[first:last].split())) is None:
                    other = record.citation.date if record.citation else None
                    span, explained = subject.source(first, last), subject.unread_title(first)
                    yield Finding(span, fix=spelt(span, opening[first:last], other), explains=explained)
        citation = record.citation
        if citation and citation.date is None and citation.digital_archive:
            start = subject.offset(subject.span("/citation").start)
            end = subject.offset(subject.span("/citation/digital_archive").start)
            head = subject.plain.text[start:end]
            for first, last in date_shapes(head):
                if not head[last:].strip(' ,.\n"”') and read_date(" ".join(head[first:last].split())) is None:
                    span = subject.source(start + first, start + last)
                    yield Finding(span, fix=spelt(span, head[first:last], record.date))


class AmbiguousDate(DateRule):
    """A date can be read in two ways.

    ``04.11.1962`` is the fourth of November in Moscow and the eleventh of April in Washington. The reader is given no
    date then, since a wrong one is worse. In the head and the citation, write the month as a word; in the document
    itself the date is the author's, and a note may say what is meant.

    Example, date:

        04.11.1962

    Instead:

        November 2, 1962
    """

    code = "AC202"
    severity = Severity.INFO
    message = "this date can be read in two ways, so it is not read"
    hint = "where it is not the author's own writing, write the month as a word"
    trouble = "ambiguous"


class ImpossibleDate(DateRule):
    """A date that no calendar has.

    There is no 31 November and no thirteenth month. One of the figures is wrong; look it up in the original.

    Example, date:

        November 31, 1962

    Instead:

        November 2, 1962
    """

    code = "AC203"
    severity = Severity.WARNING
    message = "no calendar has this date"
    hint = "look the date up in the original"
    trouble = "impossible"


class WrongWeekday(DateRule):
    """A date and its day of the week don't agree.

    The second of November 1962 was a Friday. Either the day or the date is wrong.

    Example, date:

        Monday, November 2, 1962

    Instead:

        Friday, November 2, 1962
    """

    code = "AC204"
    severity = Severity.WARNING
    message = "this date was another day of the week"
    hint = "look both up in the original"
    trouble = "weekday"


class DateRangeBackwards(DateRule):
    """A range of dates ends before it begins.

    Its ends are swapped, or one figure is wrong.

    Example, date:

        November 9-2, 1962

    Instead:

        November 2, 1962
    """

    code = "AC205"
    severity = Severity.WARNING
    message = "this range of dates ends before it begins"
    hint = "swap its ends, or look them up"
    trouble = "backwards"


class PaddedDay(Rule):
    """A day of the month is written with a leading zero.

    The archive's older records have ``July 04, 1949``, its newer ones ``July 4, 1949``. Both are read as the same day;
    two spellings of one date make lists uneven.

    Example, date:

        November 02, 1962

    Instead:

        November 2, 1962
    """

    code = "AC206"
    severity = Severity.INFO
    fixes = "safe"
    message = "a leading zero in the day of the month"
    hint = "leave the zero out"

    def find(self, subject: Subject) -> Iterable[Finding]:
        found: list[tuple[str, Edit]] = []
        for pointer, date in subject.dates:
            if pointer in ("/date", "/citation/date") and " 0" in f" {date.text}":
                for start in padded_days(date.text):
                    span = subject.within(f"{pointer}/text", start, start + 2)
                    found.append((pointer, Edit(span, date.text[start + 1])))
        if found:  # the date above the title and the citation's are one habit
            edits = tuple(edit for _, edit in found)
            message = f"{self.message}{times(len(found))}"
            yield Finding(edits[0].span, found[0][0], message, fix=Fix("leave the zero out", edits))


class MissingDate(Rule):
    """The record does not say when the document was written.

    Neither the line above the title nor the citation has a date. Where it is not known, say so: ``Date unknown``.

    Example, record:

        **Telegram from Petrov to the Ministry**

        Citation:

        "Telegram from Petrov to the Ministry", Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d.
        328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.

    Instead:

        Date unknown

        **Telegram from Petrov to the Ministry**

        Citation:

        "Telegram from Petrov to the Ministry", Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d.
        328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.
    """

    code = "AC207"
    severity = Severity.INFO
    message = "the record has no date"
    hint = 'put one above the title, or "Date unknown"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        if not subject.is_record or record.date or (record.citation and record.citation.date):
            return
        if not subject.misread_dates and not any(True for _ in UnreadableDate().find(subject)):
            first = subject.labels[0]
            yield Finding(subject.span("/title") if record.title else subject.source(first.start, first.end))


class MissingDateLine(Rule):
    """No date stands above the title, though the citation has one.

    The line above the title is the record's own date: lists are sorted by it.

    Example, date:

    Instead:

        November 2, 1962
    """

    code = "AC208"
    severity = Severity.WARNING
    fixes = "safe"
    message = "there is no line with the date above the title"
    hint = "put the citation's date above the title, on a line of its own"

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        date = record.citation.date if record.citation else None
        if record.date or date is None or record.title is None or not subject.is_record or subject.dated_title:
            return
        if any(True for _ in UnreadableDate().find(subject)):
            return
        span = subject.span("/title")
        line = subject.text.rfind("\n", 0, span.start) + 1
        stars = "**" if subject.document.family == "markdown" else ""
        put = Edit(Span(line, line), f"{stars}{date.text}{stars}\n\n")
        alone = not subject.text[line : span.start].strip("* ") and subject.document.family in (
            "plain",
            "classic",
            "markdown",
        )
        fix = Fix(f'put "{date.text}" above it', (put,), safe=date.edtf is not None) if alone else None
        yield Finding(span, "/title", fix=fix)
