"""Rules on the citation's parts that every record needs: title, digital archive, URL; and on its signs."""

from collections.abc import Iterable

from ..model.citation import OtherSource, Provenance
from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.grammar import terminals
from .likeness import nearest
from .rule import Finding, Rule
from .subject import Subject


class MissingCitation(Rule):
    """The record has no citation.

    The citation says where the original lies and who published it. Without it a text is not evidence of anything, so
    strict reading refuses the record.

    Example, citation:

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC301"
    severity = Severity.ERROR
    message = "the record has no citation"
    hint = 'put the citation under a line "Citation:"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_record and subject.record.citation is None:
            label = next((label for label in subject.labels if label.name == "Citation"), subject.labels[0])
            yield Finding(subject.source(label.start, label.end))


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

        November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d. 328, l. 51.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC303"
    severity = Severity.ERROR
    message = "the citation has no title"
    hint = "begin it with the title in quotes"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_nameless:
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
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC304"
    severity = Severity.ERROR
    message = "the citation names no digital archive"
    hint = 'put "Wilson Center Digital Archive" after the date'

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation and citation.digital_archive is None and not subject.is_nameless:
            yield Finding(first_words(subject), "/citation")


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
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
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
        if any(quote in around for quote in QUOTES) or any(citation.title.startswith(quote) for quote in QUOTES):
            return
        words = span.of(text)
        yield Finding(span, "/citation/title", fix=Fix("put it in quotes", (Edit(span, f'"{words}"'),)))


class MisspeltKeyword(Rule):
    """A word that opens a statement is misspelt.

    Statements are known by their first word: ``Translated``, ``Obtained``, ``Contributed``. Misspelt, it makes the
    statement one that nothing can be read from.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Transalted by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC317"
    severity = Severity.WARNING
    fixes = "unsafe"
    message = "this word is misspelt, and the statement is not read"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in unrecognised(subject):
            if (keyword := misspelt_keyword(text)) is None:
                continue
            start = subject.span(pointer).start
            word = text.split()[0]
            span = Span(start, start + len(word))
            if span.of(subject.text) == word:
                meant = keyword if word[0].isupper() else keyword.lower()
                fix = Fix(f'write "{meant}"', (Edit(span, meant),), safe=False)
                yield Finding(span, pointer, hint=f'write "{meant}"', fix=fix)


#: The words that open statements.
KEYWORDS = ("Translated", "Obtained", "Provided", "Contributed", "Transcribed", "Compiled", "Declassified", "Reprinted")
QUOTES = "\"“”„«»'‘’"


def misspelt_keyword(text: str) -> str | None:
    """The keyword that the first word of ``text`` is a misspelling of, where what it did is told after it.

    >>> misspelt_keyword("Transalted by Anna Weber"), misspelt_keyword("Provincial archive")
    ('Translated', None)
    """
    word, _, rest = text.partition(" ")
    return nearest(word, KEYWORDS) if rest.startswith(("by ", "from ", "for ", "in ")) else None


def unrecognised(subject: Subject) -> Iterable[tuple[str, str]]:
    """The statements of the citation that fit no known form, by pointer."""
    citation = subject.record.citation
    if citation is None:
        return
    for name, values in (("sources", citation.sources), ("provenance", citation.provenance)):
        for index, value in enumerate(values):
            if isinstance(value, OtherSource) or (isinstance(value, Provenance) and value.kind == "other"):
                yield f"/citation/{name}/{index}", value.text


class MisspeltDigitalArchive(Rule):
    """The name of the digital archive is misspelt.

    Programs know the archive's records by this name, and parts of the citation by where it stands.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Arhcive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC318"
    severity = Severity.WARNING
    fixes = "safe"
    message = "the digital archive's name is misspelt"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        name = citation and citation.digital_archive
        if not name or terminals("rule", "KNOWN_DIGITAL_ARCHIVE").fullmatch(name):
            return
        meant = nearest(name, DIGITAL_ARCHIVES)
        if meant:
            span = subject.span("/citation/digital_archive")
            fix = Fix(f'write "{meant}"', (Edit(span, meant),))
            yield Finding(span, "/citation/digital_archive", hint=f'write "{meant}"', fix=fix)


#: The names that the archive has had.
DIGITAL_ARCHIVES = ("Wilson Center Digital Archive", "History and Public Policy Program Digital Archive")


class MissingUrl(Rule):
    """The citation ends without a URL.

    The number in the URL is the only safe key of a record: two records may have the same citation but for it. A record
    that is not published yet has none.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51.

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
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
    """Something is meant as a URL and is none.

    A letter or a slash is missing, a blank stands inside, or the beginning with ``https://`` was left out. Programs
    don't find the record by it.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <htps://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC306"
    severity = Severity.WARNING
    message = "this is meant as a URL and is none"
    hint = "write it as https://digitalarchive.wilsoncenter.org/document/ and the number"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation is None:
            return
        if citation.url is not None:
            if not terminals("rule", "WHOLE_URL").fullmatch(citation.url):
                yield Finding(subject.span("/citation/url"), "/citation/url")
            return
        span = subject.span("/citation")
        start, end = subject.offset(span.start), subject.offset(span.end - 1) + 1
        for match in terminals("rule", "URL_LIKE").finditer(subject.plain.text, start, end):
            yield Finding(subject.source(*match.span()), "/citation")


class UnknownHost(Rule):
    """The record's URL leads to another site.

    The archive's own addresses are ``digitalarchive.wilsoncenter.org`` and ``wilson-center.drivingcreative.com``. Any
    other at the end of a citation is a slip, or the address of something else.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncentre.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC307"
    severity = Severity.WARNING
    message = "this URL is none of the archive's"
    hint = "the archive's records are at https://digitalarchive.wilsoncenter.org/document/"

    def find(self, subject: Subject) -> Iterable[Finding]:
        url = subject.record.citation and subject.record.citation.url
        if url and terminals("rule", "WHOLE_URL").fullmatch(url) and not terminals("rule", "KNOWN_HOST").match(url):
            yield Finding(subject.span("/citation/url"), "/citation/url")


class InsecureUrl(Rule):
    """The URL begins with ``http:``.

    The archive answers at ``https:`` too, and browsers warn of the other. The archive's older records all have it.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <http://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC308"
    severity = Severity.INFO
    fixes = "safe"
    message = "the URL begins with http:"
    hint = "write https:"

    def find(self, subject: Subject) -> Iterable[Finding]:
        url = subject.record.citation and subject.record.citation.url
        if not url or not url.startswith("http:") or not terminals("rule", "KNOWN_HOST").match(url):
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
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC309"
    severity = Severity.WARNING
    message = "this URL leads to no document"
    hint = "end it with /document/ and the record's number"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        url = citation and citation.document_id is None and citation.url
        if url and terminals("rule", "KNOWN_HOST").match(url):
            yield Finding(subject.span("/citation/url"), "/citation/url")


class UnbalancedQuotes(Rule):
    """A quote in the citation is never closed, or closes nothing.

    The quotes tell the title from all that follows. When one is missing the title may take in the date, or end in its
    middle.

    Example, citation:

        "Telegram from Petrov to the Ministry, November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC310"
    severity = Severity.WARNING
    message = "this quote has no partner"
    hint = "put the other quote where the quoted words end or begin"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.citation is None:
            return
        span = subject.span("/citation")
        text = span.of(subject.text)
        straight = [place for place, c in enumerate(text) if c == '"']
        if len(straight) % 2:
            # The title's own quotes come first: if they are one, it is the one that is alone.
            alone = straight[-1] if len(straight) > 1 else straight[0]
            yield Finding(Span(span.start + alone, span.start + alone + 1), "/citation")
        for opening, closing in (("“", "”"), ("«", "»")):
            yield from unpaired(subject, span, opening, closing, "/citation")


def unpaired(subject: Subject, span: Span, opening: str, closing: str, pointer: str) -> Iterable[Finding]:
    """The signs in ``span`` that lack a partner."""
    text = span.of(subject.text)
    if opening not in text and closing not in text:
        return
    opened: list[int] = []
    alone: list[int] = []
    for place, character in enumerate(text):
        if character == opening:
            opened.append(place)
        elif character == closing:
            if opened:
                opened.pop()
            else:
                alone.append(place)
    for place in sorted(alone + opened):
        yield Finding(Span(span.start + place, span.start + place + 1), pointer)


class UnbalancedParentheses(Rule):
    """A parenthesis or bracket in the citation has no partner.

    Parentheses hold acronyms, affiliations and imprints. One without a partner makes a name out of what follows.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of
        Foreign Policy, Russian Federation (AVP RF, Moscow.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of
        Foreign Policy, Russian Federation (AVP RF), Moscow.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC311"
    severity = Severity.WARNING
    message = "this has no partner in the citation"
    hint = "put the other one, or remove this one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.citation is None:
            return
        span = subject.span("/citation")
        yield from unpaired(subject, span, "(", ")", "/citation")
        if subject.document.family != "heading_markdown":  # whose links have brackets of their own
            yield from unpaired(subject, span, "[", "]", "/citation")


class UnrecognisedStatement(Rule):
    """A statement of the citation fits no known form.

    It was kept whole, as a source or a remark of the kind ``other``: nothing in it can be searched by archive,
    signature or person. Often it is right as it stands; sometimes a comma or a keyword is missing.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, found in a
        drawer. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC312"
    severity = Severity.INFO
    message = "this statement fits no known form, and is kept as it is"
    hint = 'see whether a comma, a full stop or a word such as "translated by" is missing'

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        address = terminals("rule", "URL_LIKE") if citation and citation.url is None else None
        for pointer, text in unrecognised(subject):
            # An address that can't be read as one is AC306's, a keyword that is misspelt AC317's.
            if not (address and address.search(text)) and not misspelt_keyword(text):
                yield Finding(subject.span(pointer), pointer)


class MissingSource(Rule):
    """The citation does not say where the original lies.

    Between the digital archive and the statements on translation stands the archive or the book that the text was taken
    from. Without it nobody can check the text against the original.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive. Translated
        by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC313"
    severity = Severity.INFO
    message = "the citation does not say where the original lies"
    hint = "put the archive and its signature after the digital archive"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation and citation.digital_archive and not citation.sources:
            told = any(
                part.kind in ("held", "obtained", "provided", "reprinted", "contributed", "other", "declassified")
                for part in citation.provenance
            )
            if not told:
                yield Finding(subject.span("/citation/digital_archive"), "/citation")


class StatementWithoutName(Rule):
    """A statement says what was done, and not by whom.

    ``Translated.`` tells less than it seems to: the work of a translator, and the trust in it, has a name.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated for CWIHP.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated for CWIHP by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC314"
    severity = Severity.INFO
    message = "this statement does not say who did it"
    hint = "add the name, if it is known"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        for index, part in enumerate(citation.provenance if citation else ()):
            if part.kind in ("translated", "transcribed", "contributed", "compiled", "edited") and not part.agents:
                pointer = f"/citation/provenance/{index}"
                yield Finding(subject.span(pointer), pointer)


class RepeatedStatement(Rule):
    """The same statement stands twice in the citation.

    One of them was left over when the citation was put together.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC315"
    severity = Severity.WARNING
    message = "this statement stands twice"
    hint = "remove one of the two"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation is None:
            return
        for name, values in (("sources", citation.sources), ("provenance", citation.provenance)):
            seen: dict[str, Span] = {}
            for index, value in enumerate(values):
                pointer = f"/citation/{name}/{index}"
                span, words = subject.span(pointer), value.text.casefold()
                # "Contributed and translated by X" is two statements with one text, which stands once.
                if words in seen and seen[words].end <= span.start:
                    yield Finding(span, pointer)
                seen.setdefault(words, span)
