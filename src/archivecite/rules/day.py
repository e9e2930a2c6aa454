"""Rules on the days that a document names in its own text: no month has them, or the month is misspelt."""

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import cache

from ..model.diagnostic import Edit, Fix, Severity
from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary
from .figures import in_figures
from .rule import Finding, Rule
from .subject import Subject

#: "31 April 1962", "l5 May", "5 Ocotber 1962": a day, a word with a capital, a year.
DAY_FIRST = re.compile(r"(?<![\w.,/-])([0-9OlI]{1,2}) ([A-Z][a-z]{2,8})\b(?:,? ((?:18|19)\d\d)\b)?")
#: "April 31, 1962".
MONTH_FIRST = re.compile(r"\b([A-Z][a-z]{2,8}) ([0-9OlI]{1,2}), ((?:18|19)\d\d)\b")

#: A shorter month has too many words that are like it.
LONG = 5


@cache
def months() -> dict[str, int]:
    """The names of months in English, and their numbers."""
    return {forms[0].capitalize(): int(number) for number, forms in vocabulary().data["months"].items()}


class ImpossibleDay(Rule):
    """The text names a day that no calendar has, or a month that is misspelt.

    ``31 April`` and ``5 Ocotber 1962`` are slips, and ``l5 May`` was misread from a scan. A reader cannot tell which
    day is meant.

    Example, body:

        We met Petrov on 31 April 1962.

    Instead:

        We met Petrov on 30 April 1962.
    """

    code = "AC209"
    severity = Severity.WARNING
    fixes = None
    message = "no calendar has this day"
    hint = "look the day up in the original"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in subject.prose():
            if not any(c.isdecimal() for c in text):
                continue
            for match in DAY_FIRST.finditer(text):
                yield from found(subject, pointer, match, 1, 2)
            for match in MONTH_FIRST.finditer(text):
                yield from found(subject, pointer, match, 2, 1)


def found(subject: Subject, pointer: str, match: re.Match[str], day: int, month: int) -> Iterable[Finding]:
    """What is wrong with a day and a month, which are those groups of ``match``."""
    said, name, year = match[day], match[month], match[3]
    if name not in months():
        meant = meant_month(name) if year and said.isdecimal() else None
        if meant:
            span = subject.within(pointer, *match.span(month))
            yield Finding(span, pointer, f'"{name}" is not a month', f'write "{meant}"')
        return
    number = in_figures(said)
    if not number.isdecimal() or not any(map(str.isdecimal, said)):
        return
    span = subject.within(pointer, *match.span())
    if number != said:
        fix = Fix(f'write "{number}"', (Edit(subject.within(pointer, *match.span(day)), number),), safe=False)
        yield Finding(span, pointer, f'a letter stands for a figure in "{said}"', fix.message, fix)
    elif not 0 < int(number) <= monthrange(int(year or 1964), months()[name])[1]:
        yield Finding(span, pointer, f'no calendar has "{match.group()}"')


def meant_month(name: str) -> str | None:
    """The month that ``name`` is with one slip.

    >>> meant_month("Ocotber"), meant_month("Juli"), meant_month("Marshal")
    ('October', None, None)
    """
    return next((month for month in months() if len(name) >= LONG <= len(month) and distance(name, month) == 1), None)


class CitationWithoutDate(Rule):
    """The citation has no date, though the record has one.

    Footnotes are made from the citation: without the date nobody knows which of two letters is meant.

    Example, citation:

        "Telegram from Petrov to the Ministry", Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d. 328, l. 51.
        Translated by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558, op. 11,
        d. 328, l. 51. Translated by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC210"
    severity = Severity.WARNING
    message = "the citation has no date"

    def find(self, subject: Subject) -> Iterable[Finding]:
        date, citation = subject.record.date, subject.record.citation
        if (
            date is None
            or date.edtf is None
            or citation is None
            or citation.date
            or not citation.title
            or not citation.digital_archive
        ):
            return
        place = subject.span("/citation")
        if subject.is_nameless or any(place.start <= span.start < place.end for span in subject.document.unread):
            return
        hint = f'write "{date.text}" after the title'
        yield Finding(subject.span("/citation/digital_archive"), "/citation", hint=hint)
