"""Rules on figures: letters typed for them, and the number of a record."""

from collections.abc import Iterable, Iterator

from ..model.citation import ArchivalSource, PublishedSource
from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from .address import is_own
from .figures import LOOKALIKES, like_numbers
from .rule import Finding, Rule
from .subject import Subject

#: The archive's numbers have so many figures.
FIGURES = 6


def slips(text: str) -> Iterator[tuple[int, int, str]]:
    """The numbers in ``text`` in which a letter stands for a figure: their places, and what is meant.

    >>> list(slips("f. O102, d. 2O, l. 15")), list(slips("IL 28, Il-14, l. 7"))
    ([(3, 7, '0102'), (12, 14, '20')], [])
    """
    for start, end in like_numbers(text):
        word = text[start:end]
        if any(map(str.isdecimal, word)) and not word.isdecimal():
            yield start, end, word.translate(LOOKALIKES)


class LetterForDigit(Rule):
    """A letter stands where a figure is meant.

    ``O`` and ``0``, ``l`` and ``1`` look alike, to people and to programs that read scans. Nobody finds the file, or
    the year.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        O102, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        0102, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC326"
    severity = Severity.WARNING
    fixes = "safe"
    explains = True
    message = "a letter stands for a figure"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        for pointer, value in numbers(citation.sources if citation else ()):
            for start, end, meant in slips(value):
                # A capital I may be a Roman one, or a mark of its own.
                sure = not {*value[start:end]} & {*"IІ"}
                yield self.told(subject, subject.within(pointer, start, end), meant, pointer, safe=sure)
        for span in subject.misread_dates:
            text = span.of(subject.text)
            explained = subject.unread_title(subject.offset(span.start)) or span
            for start, end, meant in slips(text):
                place = Span(span.start + start, span.start + end)
                number = meant if len(meant) > len("04") else meant.lstrip("0")
                yield self.told(subject, place, number, None, explained)

    def told(
        self,
        subject: Subject,
        span: Span,
        meant: str,
        pointer: str | None,
        explains: Span | None = None,
        safe: bool = True,
    ) -> Finding:
        """The finding on the number at ``span``."""
        word = span.of(subject.text)
        fix = Fix(f'write "{meant}"', (Edit(span, meant),), safe=safe)
        return Finding(span, pointer, f'a letter stands for a figure in "{word}"', f'write "{meant}"', fix, explains)


def numbers(sources: Iterable[object]) -> Iterator[tuple[str, str]]:
    """The values in ``sources`` that are numbers as a rule, with their pointers."""
    for index, source in enumerate(sources):
        pointer = f"/citation/sources/{index}"
        if isinstance(source, ArchivalSource):
            for place, part in enumerate(source.locator):
                if part.level != "name":
                    yield f"{pointer}/locator/{place}/value", part.value
        elif isinstance(source, PublishedSource):
            for name in ("year", "pages", "volume", "issue"):
                if value := getattr(source, name):
                    yield f"{pointer}/{name}", value


class UnusualDocumentId(Rule):
    """The number in the record's URL is not like the archive's numbers.

    The number is the only safe key of a record. The archive's have six figures; one that is shorter was cut, and a
    letter in it stands for a figure.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/13l456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/131456>
    """

    code = "AC327"
    severity = Severity.WARNING
    fixes = "safe"
    message = "this is not one of the archive's numbers, which have six figures"
    hint = "look the number up: it is the record's only safe key"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        number = citation and citation.document_id
        if not citation or not number or not citation.url or not is_own(citation.url):
            return
        # A record may have a name in the place of a number: "letter-from-petrov", "a12".
        figures = sum(map(str.isdecimal, number))
        mixed = number.isalnum() and number[0].translate(LOOKALIKES).isdecimal() and len(number) < 2 * figures
        if mixed if figures < len(number) else figures != FIGURES:
            start = citation.url.find(number, citation.url.find("/document/"))
            span = subject.within("/citation/url", start, start + len(number))
            meant, fix = number.translate(LOOKALIKES), None
            if mixed and figures < len(number) == FIGURES and meant.isdecimal():
                fix = Fix(f'write "{meant}"', (Edit(span, meant),))
            yield Finding(span, "/citation/url", f'"{number}" {self.message.removeprefix("this ")}', fix=fix)
