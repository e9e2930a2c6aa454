"""The rule on the signs around the record's number in its URL, and on the URL written as a link."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from .address import is_own
from .rule import Finding, Rule
from .subject import Subject

#: Signs that end a sentence or a path, and no address of a record.
ENDS = "./,;:"
#: Signs with which what an address is opened for begins: a search, a campaign, a place on the page.
ASKED = "?#"


class UrlDress(Rule):
    """The URL has more than the address of the record: a sign at its end, a query, or the form of a link.

    The number is read all the same. Two addresses of one record are two records to a program that compares them.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456.>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC344"
    severity = Severity.INFO
    fixes = "safe"
    message = "the URL has more than the address of the record"
    hint = "end it with the number"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        url = citation and citation.url
        if not url or not is_own(url):
            return
        span = subject.span("/citation/url")
        printed = span.of(subject.text)
        if printed != url:  # it is on two lines
            return
        link = Span(span.start - len(f"[{url}]("), span.end + len(")")) if span.start > len(f"[{url}](") else span
        if subject.document.family != "heading_markdown" and link.of(subject.text) == f"[{url}]({url})":
            fix = Fix("write it between < and >", (Edit(link, f"<{url}>"),))
            yield Finding(link, "/citation/url", "the URL is written as a link", "write it between < and >", fix)
            return
        end = address_end(url)
        if end < len(url) and citation and citation.document_id:
            rest = Span(span.start + end, span.end)
            yield Finding(rest, "/citation/url", fix=Fix(f'remove "{url[end:]}"', (Edit(rest, ""),)))


def address_end(url: str) -> int:
    """Where the address of a record ends in ``url``, before a query and signs that end a sentence.

    >>> url = "https://a.org/document/7"
    >>> [address_end(url + more) - len(url) for more in ("", ".", "/", "?utm_source=mail", "/#top")]
    [0, 0, 0, 0, 0]
    """
    for sign in ASKED:
        url = url.partition(sign)[0]
    return len(url.rstrip(ENDS))
