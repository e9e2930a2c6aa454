"""Rules on the citation's parts that every record needs: title, digital archive, URL; and on its signs."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.flat import Flat
from ..syntax.document import parse_citation
from .digital_archive import DIGITAL_ARCHIVES
from .lost_label import citation_above, is_sure, label_put
from .rule import Finding, Rule
from .spelling import only_near
from .subject import Subject
from .title_pair import quotes

#: No citation is longer.
LONGEST = 4_000


class MissingCitation(Rule):
    """The record has no citation.

    The citation says where the original lies and who published it. Without it a text is not evidence of anything, so
    strict reading refuses the record.

    Example, citation section:

        {citation}

    Instead:

        Citation:

        {citation}
    """

    code = "AC301"
    severity = Severity.ERROR
    fixes = "safe"
    message = "the record has no citation"
    hint = 'put the citation under a line "Citation:"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_record or subject.record.citation is not None or "Citation" in subject.half_bold.values():
            return
        if "Citation" in subject.misspelt:
            return  # AC107 tells
        if "Citation" in subject.missing and (lost := orphaned_citation(subject)) is not None:
            line = subject.text.count("\n", 0, lost.start) + 1
            fix = label_put(subject, "Citation", lost, safe=is_sure(subject, lost))
            message = f'no "Citation:" label; line {line} looks like a citation'
            yield Finding(lost, message=message, hint='put "Citation:" before it', fix=fix, explains=lost)
            return
        label = next((label for label in subject.labels if label.name == "Citation"), subject.labels[0])
        yield Finding(subject.source(label.start, label.end))


def orphaned_citation(subject: Subject) -> Span | None:
    """The unread text that is a citation which lost its label, if there is one."""
    for span in subject.document.unread:
        text = " ".join(span.of(subject.text).split())
        if len(text) <= LONGEST and any(name in text for name in DIGITAL_ARCHIVES):
            citation = parse_citation(text).record.citation
            if citation and citation.title and citation.digital_archive:
                return span
    return citation_above(subject)


class MissingTitle(Rule):
    """No title stands above the citation.

    The title is the record's name; lists and searches show it. It stands under the date, and again in the citation.

    Example, title:

    Instead:

        **Telegram from Petrov to the Ministry**
    """

    code = "AC302"
    severity = Severity.ERROR
    message = "no title stands above the labels"
    hint = "put the title under the date, as the citation has it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_record and subject.record.title is None:
            label = subject.labels[0]
            yield Finding(subject.source(label.start, label.end))


class CitationWithoutTitle(Rule):
    """The citation does not begin with a title in quotes.

    A citation is copied into footnotes by itself. Without the title nobody can tell which document it is.

    Example, citation:

        November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d. 328, l. 51. Translated
        by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC303"
    severity = Severity.ERROR
    message = "the citation has no title"
    hint = "begin it with the title in quotes"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        # A source alone, as "RGANI, f. 5", has no place for a title.
        if subject.is_nameless and (subject.is_record or (citation and citation.digital_archive)):
            yield Finding(first_words(subject), "/citation")


class CitationWithoutDigitalArchive(Rule):
    """The citation does not name the digital archive.

    ``Wilson Center Digital Archive`` says who published the text and where it can be found. It also parts the title and
    date from the sources: without it the rest of the citation can't be told apart.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, RGASPI, f. 558, op. 11, d. 328, l. 51.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC304"
    severity = Severity.ERROR
    fixes = "some"
    message = "the citation names no digital archive"
    hint = 'put "Wilson Center Digital Archive" after the date'

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation and citation.digital_archive is None and not subject.is_nameless:
            if found := misspelt_archive(subject):
                span, name = found
                fix = Fix(f'write "{name}"', (Edit(span, name),))
                message = f'"{span.of(subject.text)}" is not the name of a digital archive'
                yield Finding(span, "/citation", message, f'write "{name}"', fix)
                return
            yield Finding(first_words(subject), "/citation")


def misspelt_archive(subject: Subject) -> tuple[Span, str] | None:
    """Where the digital archive's name is misspelt between two commas, and the name."""
    span = subject.span("/citation")
    flat = Flat(subject.plain.text, subject.offset(span.start), subject.offset(span.end - 1) + 1)
    at = 0
    for part in flat.text.split(","):
        name = part.strip(" .")
        start = at + part.find(name)
        if name and (meant := only_near(name, DIGITAL_ARCHIVES)):
            return subject.source(flat.at(start), flat.at(start + len(name) - 1) + 1), meant
        at += len(part) + 1
    return None


def first_words(subject: Subject) -> Span:
    """The first line of the citation, to point at."""
    span = subject.span("/citation")
    line = span.of(subject.text).partition("\n")[0].rstrip()
    return Span(span.start, span.start + max(1, len(line)))


class TitleWithoutQuotes(Rule):
    """The citation's title stands without quotes.

    Titles hold commas and dates of their own. Only the quotes tell where the title ends.

    Example, citation:

        Telegram from Petrov to the Ministry, November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC316"
    severity = Severity.WARNING
    fixes = "safe"
    message = "the title stands without quotes"
    hint = "put it in quotes"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation is None or citation.title is None or subject.is_nameless:
            return
        span, text = subject.span("/citation/title"), subject.text
        around = text[max(0, span.start - 2) : span.start] + text[span.end : span.end + 2]
        if (
            quotes(subject)
            or any(quote in around for quote in QUOTES)
            or any(citation.title.startswith(quote) for quote in QUOTES)
        ):
            return
        words = span.of(text)
        if words[-1:] in QUOTES and words.count('"') + words.count("“") + words.count("”") == len("“”"):
            # 'See: "A Letter"': the title has its quotes.
            opens = next(at for at, sign in enumerate(words) if sign in '"“”')
            message, hint = "there are words before the title and its quotes", "begin the citation with the title"
            yield Finding(Span(span.start, span.start + opens), "/citation/title", message, hint)
            return
        yield Finding(span, "/citation/title", fix=Fix("put it in quotes", (Edit(span, f'"{words}"'),)))


QUOTES = "\"“”„«»'‘’"
