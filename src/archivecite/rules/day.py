"""Rules on the days that a document names in its own text: no month has them, or the month is misspelt."""

import re
from calendar import monthrange
from collections.abc import Iterable

from ..model.diagnostic import Severity
from ..surface.flat import WORD
from ..syntax.section_label import distance
from .date_repair import months
from .figures import in_figures
from .rule import Finding, Rule
from .subject import Subject

#: What a day is written with, letters for figures included, and what may be around a word.
DAY = frozenset("0123456789OlI")
AROUND = ".,;:()[]\"'“”"

#: A shorter month has too many words that are like it.
LONG = 5


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
            words = [*WORD.finditer(text)]
            for at, word in enumerate(words):
                name = word.group().strip(AROUND)
                if not name[:1].isupper() or not 3 <= len(name) <= 9:
                    continue
                after = [one.group() for one in words[at + 1 : at + 3]]
                before = words[at - 1].group() if at else ""
                if is_day(before):
                    yield from found(subject, pointer, name, before, year_of(after[:1]), words[at - 1].start(), word)
                    if name in months() and after:
                        yield from misread_year(subject, pointer, after[0].strip(AROUND), words[at + 1])
                elif after and after[0][-1] == "," and is_day(after[0][:-1]) and year_of(after[1:]):
                    end = words[at + 2].start() + 4
                    yield from found(subject, pointer, name, after[0][:-1], year_of(after[1:]), word.start(), word, end)


def is_day(word: str) -> bool:
    """Whether a word may be a day's number."""
    return 1 <= len(word) <= 2 and DAY.issuperset(word)


def year_of(words: list[str]) -> str:
    """The year that the first of ``words`` is, if it is one."""
    year = words[0].strip(AROUND) if words else ""
    return year if year.isdecimal() and year[:2] in ("18", "19") and len(year) == len("1962") else ""


def found(
    subject: Subject, pointer: str, name: str, said: str, year: str, start: int, word: re.Match[str], end: int = 0
) -> Iterable[Finding]:
    """What is wrong with the month ``name`` in ``word`` and the day ``said``; the date is from ``start`` to ``end``."""
    first = word.start() + word.group().index(name)
    last = end or first + len(name)
    if name not in months():
        meant = meant_month(name, LONG if year else LONG + 1) if said.isdecimal() else None
        if meant:
            span = subject.within(pointer, first, first + len(name))
            yield Finding(span, pointer, f'"{name}" is not a month', f'write "{meant}"')
        return
    number = in_figures(said)
    if not number.isdecimal() or not any(map(str.isdecimal, said)):
        return
    span = subject.within(pointer, start, last)
    if number != said:
        yield Finding(span, pointer, f'a letter stands for a figure in "{said}"', f'write "{number}"')
    elif not 0 < int(number) <= monthrange(int(year or 1964), months()[name])[1]:
        yield Finding(span, pointer, f"no calendar has the day {said} {name}")


def misread_year(subject: Subject, pointer: str, said: str, word: re.Match[str]) -> Iterable[Finding]:
    """What is wrong with the year ``said`` in ``word`` after a day and a month: ``l962``."""
    meant = in_figures(said)
    if meant != said and year_of([meant]) and any(map(str.isdecimal, said)):
        start = word.start() + word.group().index(said)
        span = subject.within(pointer, start, start + len(said))
        yield Finding(span, pointer, f'a letter stands for a figure in "{said}"', f'write "{meant}"')


def meant_month(name: str, least: int = LONG) -> str | None:
    """The month of ``least`` letters or more that ``name`` is with one slip; "Augusta" is a name.

    >>> meant_month("Ocotber"), meant_month("Juli"), meant_month("Marshal"), meant_month("Augusta", LONG + 1)
    ('October', None, None, None)
    """
    known = (month for month in months() if least <= len(month) and (least == LONG or len(name) <= len(month)))
    return next((month for month in known if len(name) >= LONG and distance(name, month) == 1), None)


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
