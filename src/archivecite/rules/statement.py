"""Rules on the statements of a citation: where the original lies, and how it came to be published."""

from collections.abc import Iterable, Iterator

from ..model.citation import ArchivalSource, OtherSource, Provenance
from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.flat import Flat
from .address import meant
from .characters import is_unseen
from .likeness import nearest
from .rule import Finding, Rule
from .statement_slips import statement_slips
from .subject import Subject
from .url import url_frame


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
    fixes = "safe"
    message = "a word that opens a statement is misspelt"

    def find(self, subject: Subject) -> Iterable[Finding]:
        told = [*slips(subject)]
        for slip, right, lost in told:
            if any(map(is_unseen, slip.of(subject.text))):  # of which AC111 or AC114 tells
                continue
            # Stars in the word would be lost with it.
            change = None if "*" in slip.of(subject.text) else Fix(f'write "{right}"', (Edit(slip, right),))
            yield Finding(slip, "/citation", misspelt(slip.of(subject.text)), f'write "{right}"', change, lost)
        for pointer, text in (*unrecognised(subject), *named(subject)):
            place = subject.span(pointer)
            if (keyword := misspelt_keyword(text)) is None or any(span.start == place.start for span, _, _ in told):
                continue
            word = text.split()[0]
            if any(map(is_unseen, word)):
                continue
            span = subject.within(pointer, 0, len(word))
            meant = keyword if word[0].isupper() else keyword.lower()
            # Stars in the word would be lost with it.
            edit = Edit(span, meant) if span.of(subject.text) == word else None
            fix = Fix(f'write "{meant}"', (edit,), safe=False) if edit else None
            yield Finding(span, pointer, misspelt(word), f'write "{meant}"', fix)


def misspelt(word: str) -> str:
    """What to tell of a verb with a slip, without the stars of bold in it."""
    return f'"{word.replace("*", "")}" is misspelt, so the words after it are not read as a statement'


def slips(subject: Subject) -> Iterator[tuple[Span, str, Span | None]]:
    """Words with a slip in statements that were not read, or not wholly: where, what is meant, what was unread."""
    citation = subject.record.citation
    if citation is None or citation.digital_archive is None:
        return
    archive, end = subject.span("/citation/digital_archive").end, subject.span("/citation").end
    unread = [span for span in subject.document.unread if archive <= span.start < end]
    places = [*unread, *(subject.span(pointer) for pointer, _ in unrecognised(subject))]
    for pointer, text in named(subject):  # the first word of an archive may be a verb
        if next(statement_slips(text), None):
            places.append(Span(subject.span(pointer).start, subject.span(pointer).start + 1))
    if not places:
        return
    start = subject.offset(archive - 1) + 1
    flat = Flat(subject.plain.text, start, subject.offset(end - 1) + 1)
    for first, last, right in statement_slips(flat.text):
        span = subject.source(flat.at(first), flat.at(last - 1) + 1)
        if any(place.start < span.end and span.start < place.end for place in places):
            lost = next((place for place in unread if place.start < span.end and span.start < place.end), None)
            yield span, right, lost


#: The words that open statements.
KEYWORDS = (
    "Translated", "Translation", "Obtained", "Provided", "Contributed", "Transcribed", "Compiled", "Declassified",
    "Reprinted", "Donated",
)  # fmt: skip


def misspelt_keyword(text: str) -> str | None:
    """The keyword that the first word of ``text`` is a misspelling of, where what it did is told after it.

    >>> misspelt_keyword("Transalted by Anna Weber"), misspelt_keyword("Provincial archive")
    ('Translated', None)
    >>> misspelt_keyword("Provided by a friend")
    """
    word, _, rest = text.partition(" ")
    meant = nearest(word, KEYWORDS) if rest.startswith(("by ", "from ", "for ", "in ")) else None
    return None if meant is None or meant.casefold() == word.casefold() else meant


def named(subject: Subject) -> Iterable[tuple[str, str]]:
    """The archives of the citation, by pointer: a statement that names one may be taken for it."""
    citation = subject.record.citation
    for index, source in enumerate(citation.sources if citation else ()):
        if isinstance(source, ArchivalSource):
            yield f"/citation/sources/{index}", source.text


def unrecognised(subject: Subject) -> Iterable[tuple[str, str]]:
    """The statements of the citation that fit no known form, by pointer."""
    citation = subject.record.citation
    if citation is None:
        return
    for name, values in (("sources", citation.sources), ("provenance", citation.provenance)):
        for index, value in enumerate(values):
            if isinstance(value, OtherSource) or (isinstance(value, Provenance) and value.kind == "other"):
                yield f"/citation/{name}/{index}", value.text


class UnrecognisedStatement(Rule):
    """A statement of the citation fits no known form.

    It was kept whole, as a source or a remark of the kind ``other``: nothing in it can be searched by archive,
    locator or person. Often it is right as it is; sometimes a comma or a keyword is missing.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, found in a
        drawer. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC312"
    severity = Severity.INFO
    message = 'this is not recognised as an archive, a publication, or a statement such as "translated by"'
    hint = "if it is right, leave it: it is kept, in one field; otherwise see whether a comma or a word is missing"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        lacking = citation is not None and citation.url is None
        unknown = [*unrecognised(subject)]
        if not unknown:
            return
        frame, wrong = url_frame(subject), [place for place, _, _ in slips(subject)]
        for pointer, text in unknown:
            span = subject.span(pointer)
            if any(span.start <= slip.start < span.end for slip in wrong):
                continue
            # An address that can't be read as one is AC306's, a keyword that is misspelt AC317's.
            if frame.start <= span.start < frame.end:  # of which AC328 tells
                continue
            if not (lacking and any(True for _ in meant(text, 0, len(text)))) and not misspelt_keyword(text):
                yield Finding(span, pointer)


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
    hint = "put the archive and its locator after the digital archive"

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
    """The same statement is twice in the citation.

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
    fixes = "safe"
    message = "this statement is here twice"
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
                    parted = Span(seen[words].end, span.start).of(subject.text).strip(" .;,\r\n")
                    cut = Edit(Span(seen[words].end, span.end), "")
                    yield Finding(span, pointer, fix=None if parted else Fix("remove one of the two", (cut,)))
                seen.setdefault(words, span)
