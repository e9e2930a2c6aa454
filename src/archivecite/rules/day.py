"""Rules on the days that a document names in its own text: no month has them, or the month is misspelt."""

import re
from calendar import monthrange
from collections.abc import Iterable

from attrs import evolve

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.flat import WORD
from ..syntax.section_label import distance
from .date_repair import months
from .figures import in_figures
from .rule import Finding, Rule
from .subject import Subject

#: A day's number, letters for figures included, alone or before a comma. The first figure is sought first: a search for
#: one looks at no other character twice.
DAY = re.compile(r"[0-9OlI](?<!\S.)[0-9OlI]?,?(?!\S)")
#: The word beside it is within so many characters.
LINE = 40
#: What may be around a word.
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
    fixes = "some"
    message = "no calendar has this day"
    hint = "look the day up in the original"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in subject.prose():
            for day in DAY.finditer(text):
                if text[day.end() + 1 : day.end() + 2].islower() and not day.group().endswith(","):
                    continue  # "I was", as most that are no days
                said = day.group().rstrip(",")
                if said == day.group():  # "31 April 1962"
                    word = WORD.search(text, day.end(), day.end() + LINE)
                    if word and (name := named(word)):
                        after = WORD.search(text, word.end(), word.end() + LINE)
                        year = year_of(after.group() if after else "")
                        yield from found(subject, pointer, name, said, year, day.start(), word)
                        if name in months() and after:
                            yield from misread_year(subject, pointer, after.group().strip(AROUND), after)
                    continue
                word = last_word(text, day.start())  # "April 31, 1962"
                after = WORD.search(text, day.end(), day.end() + LINE)
                if word and after and (name := named(word)) and (year := year_of(after.group())):
                    yield from found(subject, pointer, name, said, year, word.start(), word, after.start() + 4)


def named(word: re.Match[str]) -> str:
    """The name that ``word`` may be, of as many letters as a month has; nothing if it is none."""
    name = word.group().strip(AROUND)
    if name[-1:] == "?" and "[" in word.group():  # "1 [August?] 1962": the editor is not sure of it
        name = name[:-1]
    return name if name[:2] != name[:2].lower() and 3 <= len(name) <= 9 else ""


def last_word(text: str, end: int) -> re.Match[str] | None:
    """The word before ``end``."""
    words = [*WORD.finditer(text, max(0, end - LINE), end)]
    return words[-1] if words else None


def year_of(word: str) -> str:
    """The year that ``word`` is, if it is one."""
    year = word.strip(AROUND)
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
            yield told(subject, pointer, span, f'"{name}" is not a month', name, meant)
        return
    number = in_figures(said)
    if not number.isdecimal() or not any(map(str.isdecimal, said)):
        return
    if number != said:
        day = text_place(word, said, start)
        figures = subject.within(pointer, *day)
        finding = told(subject, pointer, figures, f'a letter stands for a figure in "{said}"', said, number)
        yield evolve(finding, span=subject.within(pointer, start, last))
    elif not 0 < int(number) <= monthrange(int(year or 1964), months()[name])[1]:
        yield Finding(subject.within(pointer, start, last), pointer, f"no calendar has the day {said} {name}")


def misread_year(subject: Subject, pointer: str, said: str, word: re.Match[str]) -> Iterable[Finding]:
    """What is wrong with the year ``said`` in ``word`` after a day and a month: ``l962``."""
    meant = in_figures(said)
    if meant != said and year_of(meant) and any(map(str.isdecimal, said)):
        start = word.start() + word.group().index(said)
        span = subject.within(pointer, start, start + len(said))
        yield told(subject, pointer, span, f'a letter stands for a figure in "{said}"', said, meant)


def text_place(word: re.Match[str], said: str, start: int) -> tuple[int, int]:
    """Where the day ``said`` is beside the month in ``word``: at ``start``, unless the month is there."""
    at = start if word.string.startswith(said, start) else word.string.index(said, start)
    return at, at + len(said)


def told(subject: Subject, pointer: str, span: Span, message: str, said: str, meant: str) -> Finding:
    """The finding on a day, month or year ``said`` that can only be ``meant``, and the fix."""
    sure = span.of(subject.text) == said
    fix = Fix(f'write "{meant}"', (Edit(span, meant),), safe=subject.is_translation) if sure else None
    return Finding(span, pointer, message, f'write "{meant}"', fix)


def meant_month(name: str, least: int = LONG) -> str | None:
    """The month of ``least`` letters or more that ``name`` is with one slip; "Augusta" is a name.

    >>> meant_month("Ocotber"), meant_month("Juli"), meant_month("Marshal"), meant_month("Augusta", LONG + 1)
    ('October', None, None, None)
    """
    turned = name[1:2] + name[:1] + name[2:]  # "oNvember"
    if turned in months() and len(name) > least - 1 and name[:1].islower():
        return turned
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
