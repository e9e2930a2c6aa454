"""Rules on the URL that ends a citation."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.stretches import stretches
from .address import is_own, is_whole, meant
from .address_repair import closing_sign, framed, repair
from .rule import Finding, Rule
from .subject import Subject

#: What follows an address after its first blank is shorter.
LONGEST = 200


class MissingUrl(Rule):
    """The citation ends without a URL.

    The number in the URL is the only safe key of a record: two records may have the same citation but for it. A record
    that is not published yet has none.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC305"
    severity = Severity.INFO
    message = "the citation has no URL"
    hint = "once the record is published, put its URL at the end"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation and citation.url is None and not any(True for _ in BrokenUrl().find(subject)):
            span = subject.span("/citation")
            last = span.of(subject.text).split()[-1]
            yield Finding(Span(span.end - len(last), span.end), "/citation")


class BrokenUrl(Rule):
    """Something looks like a URL, but is not a valid one.

    A letter or a slash is missing, a blank stands inside, or the beginning with ``https://`` was left out. Programs
    don't find the record by it.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <htps://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC306"
    severity = Severity.WARNING
    fixes = "safe"
    explains = True
    message = "this looks like a URL, but is not a valid one"
    hint = "write it as https://digitalarchive.wilsoncenter.org/document/ and the number"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation is None:
            return
        if citation.url is not None:
            if not is_whole(citation.url):
                place = subject.span("/citation/url")
                yield Finding(place, "/citation/url", fix=repair(place, citation.url))
            return
        span = subject.span("/citation")
        start, end = subject.offset(span.start), subject.offset(span.end - 1) + 1
        for first, last in meant(subject.plain.text, start, end):
            place = subject.source(first, last)
            yield Finding(place, "/citation", fix=repair(place, subject.plain.text[first:last]))


class UnclosedUrl(Rule):
    """The URL begins with ``<``, and no ``>`` ends it; or other signs are around it.

    The two signs say where an address ends. It is read without them too, but what follows may become a part of it.
    There may also be two pairs of them, one sign alone, ``https://`` twice, the whole address twice, or an HTML link.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC328"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    message = 'the ">" after the URL is missing'
    hint = 'put ">" after it'

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation is None or citation.url is None:
            return
        span = subject.span("/citation/url")
        if subject.text[span.start - 1 : span.start] == "<" and not subject.text.startswith(
            ">", whole_address(subject).end
        ):
            fix = Fix(
                'put ">" after it', (Edit(closing_sign(subject.text, span, subject.span("/citation").start), ">"),)
            )
            opened = Span(span.start - 1, span.start)
            yield Finding(opened, "/citation/url", fix=fix if unread(subject, opened) else None, explains=opened)
        elif (frame := url_frame(subject)) not in (span, Span(span.start - 1, span.end + 1)) or (
            frame != span and subject.text[frame.start] != "<"
        ):
            change = Edit(frame, f"<{span.of(subject.text)}>")
            message = "the signs around the URL are not one pair of < and >"
            hint = "write the URL once, between < and >"
            yield Finding(frame, "/citation/url", message, hint, Fix(hint, (change,)), frame)


def url_frame(subject: Subject) -> Span:
    """Where the citation's URL is with all that is around it for its sake; empty if there is none."""
    citation = subject.record.citation
    if citation is None or citation.url is None:
        return Span(0, 0)
    return framed(subject.text, citation.url, subject.span("/citation/url"), subject.span("/citation").start)


def unread(subject: Subject, span: Span) -> bool:
    """Whether nothing was read from what is at ``span``."""
    return subject.unread_from(span.start) is not None


class BlankInUrl(Rule):
    """A blank stands inside the URL.

    Programs that look for addresses take the part before it, and that leads nowhere.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/ 123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC329"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    message = "a blank in the URL"
    hint = "remove it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.citation is None or subject.record.citation.url is None:
            return
        span = whole_address(subject)
        # Where a line ends within the address there is no blank, but the layout's own break.
        address = span.of(subject.text)
        blanks = [
            Span(span.start + start, span.start + end)
            for start, end in stretches(address, str.isspace)
            if start > 0 and end < len(address) and not {*address[start:end]} & {"\r", "\n"}
        ]
        if blanks:
            fix = Fix("remove the blank", tuple(Edit(blank, "") for blank in blanks))
            yield Finding(blanks[0], "/citation/url", fix=fix, explains=span)


def whole_address(subject: Subject) -> Span:
    """Where the citation's URL stands: all between the two signs around it, if there are two."""
    span, text = subject.span("/citation/url"), subject.text
    close = text.find(">", span.end, span.end + LONGEST) if text[span.start - 1 : span.start] == "<" else -1
    return Span(span.start, close) if close >= 0 and "<" not in text[span.end : close] else span


class UnknownHost(Rule):
    """The record's URL leads to another site.

    The archive's own addresses are ``digitalarchive.wilsoncenter.org`` and ``wilson-center.drivingcreative.com``. Any
    other at the end of a citation is a slip, or the address of something else.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncentre.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC307"
    severity = Severity.WARNING
    fixes = "some"
    message = "this URL is not one of the archive's"
    hint = "the archive's records are at https://digitalarchive.wilsoncenter.org/document/"

    def find(self, subject: Subject) -> Iterable[Finding]:
        url = subject.record.citation and subject.record.citation.url
        if url and is_whole(url) and not is_own(url):
            span = subject.span("/citation/url")
            yield Finding(span, "/citation/url", fix=repair(span, url))


class InsecureUrl(Rule):
    """The URL begins with ``http:``.

    The archive answers at ``https:`` too, and browsers warn of the other. The archive's older records all have it.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <http://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC308"
    severity = Severity.INFO
    fixes = "safe"
    message = "the URL begins with http:"
    hint = "write https:"

    def find(self, subject: Subject) -> Iterable[Finding]:
        url = subject.record.citation and subject.record.citation.url
        if not url or not url.startswith("http:") or not is_own(url):
            return
        span = subject.span("/citation/url")
        edits = [Edit(Span(span.start, span.start + 4), "https")]
        # A Markdown link holds the address twice: "[http://…](http://…)".
        again = f"]({url})"
        close = subject.text.find(again, span.end, span.end + len(again) + 8)
        if close >= 0:
            edits.append(Edit(Span(close + 2, close + 6), "https"))
        yield Finding(Span(span.start, span.start + 5), "/citation/url", fix=Fix("write https:", tuple(edits)))


class UrlWithoutId(Rule):
    """The URL is the archive's, and has no document's number or name.

    It leads to the archive's front page or to a search, and not to the record.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC309"
    severity = Severity.WARNING
    fixes = "some"
    message = "this URL leads to no document"
    hint = "end it with /document/ and the record's number"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        url = citation and citation.document_id is None and citation.url
        if url and is_own(url):
            span = subject.span("/citation/url")
            yield Finding(span, "/citation/url", fix=repair(span, url))
