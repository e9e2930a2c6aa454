"""Rules on facts that a record tells more than once: do the copies agree?"""

from collections.abc import Iterable

from attrs import evolve

from ..model.citation import ArchivalSource, Provenance, Source
from ..model.diagnostic import Severity
from ..model.note import SourceNote
from .differing import bare, difference, words_of
from .likeness import likeness
from .odd_copy import is_citation_odd, is_cited_date_odd
from .rule import Finding, Rule
from .subject import Subject
from .title_pair import joined, quotes, stars, word_once

#: How much of a long source is looked at to find the one that is most like it.
NEAR = 200


def differs(subject: Subject, pointer: str, here: str, there: str, what: str) -> Finding:
    """The finding that the value ``here``, at ``pointer``, is not as ``there``: it points at the first such word."""
    hint = f'the other is "{shortened(there)}": make the two the same'
    found = difference(here, there)
    if found is None:
        return Finding(subject.span(pointer), pointer, f"{what} differ in a sign", hint)
    return Finding(subject.within(pointer, found.start, found.end), pointer, found.said(what), hint)


class TitleMismatch(Rule):
    """The title above the record is not the citation's title.

    Both are the one title of the record. Kinds of quotes and dashes don't count.

    Example, title:

        **Telegram from Petrow to the Ministry**

    Instead:

        **Telegram from Petrov to the Ministry**
    """

    code = "AC601"
    severity = Severity.WARNING
    fixes = "some"
    message = "title and citation differ"
    hint = "make the two the same"

    def find(self, subject: Subject) -> Iterable[Finding]:
        title, citation = subject.record.title, subject.record.citation
        if title is None or citation is None or citation.title is None or bare(title) == bare(citation.title):
            return
        if (
            subject.dated_title
            or subject.is_nameless
            or subject.misspelt
            or any(span.start == subject.span("/title").end for span in subject.document.unread)
        ):
            return
        if stars(subject) or quotes(subject) or joined(subject):  # of which other rules tell
            return
        what, fix = "title and citation", word_once(subject)
        if is_citation_odd(subject, difference(title, citation.title), title, citation.title):
            found = differs(subject, "/citation/title", citation.title, title, what)
        else:
            found = differs(subject, "/title", title, citation.title, what)
        yield evolve(found, fix=fix)


def shortened(text: str) -> str:
    """``text``, cut where it is too long to be shown.

    >>> shortened("Note")
    'Note'
    """
    return text if len(text) <= 100 else f"{text[:99]}…"


class DateMismatch(Rule):
    """The date above the title is not the citation's date.

    Both are the date of the document, and lists are sorted by the one while footnotes cite the other. A figure was
    mistyped in one of them.

    Example, date:

        November 3, 1962

    Instead:

        November 2, 1962
    """

    code = "AC602"
    severity = Severity.WARNING
    message = "the dates of record and citation differ"
    hint = "make the two the same"

    def find(self, subject: Subject) -> Iterable[Finding]:
        date, citation = subject.record.date, subject.record.citation
        if subject.is_nameless:
            return
        cited = citation.date if citation else None
        if date and cited and date.edtf and cited.edtf and date.edtf != cited.edtf:
            what = "the dates of record and citation"
            if is_cited_date_odd(subject, date, cited):
                yield differs(subject, "/citation/date/text", cited.text, date.text, what)
            else:
                yield differs(subject, "/date/text", date.text, cited.text, what)


class SourceMismatch(Rule):
    """The note on the source is not what the citation says.

    A ``[Source: …]`` at the end repeats the citation's account of archive and locator. Where they differ, one of them
    is wrong.

    Example, body:

        All is well here.

        2 November 1962 Petrov

        [Source: RGASPI, f. 558, op. 11, d. 329, ll. 51-55. Translated by Anna Weber.]

    Instead:

        All is well here.

        2 November 1962 Petrov

        [Source: RGASPI, f. 558, op. 11, d. 328, ll. 51-55. Translated by Anna Weber.]
    """

    code = "AC604"
    severity = Severity.WARNING
    message = "note and citation differ"
    hint = "make the two the same"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if citation is None or not citation.sources:
            return
        notes = [(n, note) for n, note in enumerate(subject.record.notes) if isinstance(note, SourceNote)]
        # A record of several documents has a source for each.
        if len(notes) != 1 or not notes[0][1].sources:
            return
        index, note = notes[0]
        ours = {bare(source.text) for source in citation.sources}
        for place, source in enumerate(note.sources):
            if bare(source.text) not in ours and not any(is_shortened(source, whole) for whole in citation.sources):
                pointer = f"/notes/{index}/sources/{place}"
                nearest = max(citation.sources, key=lambda other: likeness(other.text[:NEAR], source.text[:NEAR]))
                yield differs(subject, pointer, source.text, nearest.text, "note and citation")
                return


def is_shortened(note: Source, whole: Source) -> bool:
    """Whether a note names the same place in the same archive as the citation, with fewer words for the archive: ``AVP
    RF`` for ``Archive of Foreign Policy, Russian Federation (AVP RF), Moscow``.
    """
    if not (isinstance(note, ArchivalSource) and isinstance(whole, ArchivalSource)):
        return False
    if not note.locator or note.locator != whole.locator:
        return False
    words = iter([bare(word.text) for word in words_of(whole.text)])
    return all(bare(word.text) in words for word in words_of(note.text))


class ProvenanceMismatch(Rule):
    """The note on the source names other people than the citation.

    A ``[Source: …]`` at the end repeats the citation's account of who obtained and translated the document.

    Example, body:

        All is well here.

        2 November 1962 Petrov

        [Source: RGASPI, f. 558, op. 11, d. 328, ll. 51-55. Translated by Anna Wever.]

    Instead:

        All is well here.

        2 November 1962 Petrov

        [Source: RGASPI, f. 558, op. 11, d. 328, ll. 51-55. Translated by Anna Weber.]
    """

    code = "AC605"
    severity = Severity.WARNING
    message = "note and citation differ"
    hint = "make the two the same"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        notes = [(n, note) for n, note in enumerate(subject.record.notes) if isinstance(note, SourceNote)]
        if citation is None or len(notes) != 1:
            return
        index, note = notes[0]
        for place, part in enumerate(note.provenance):
            others = [other for other in citation.provenance if other.kind == part.kind]
            names = {bare(agent.name) for agent in part.agents}
            known = {bare(agent.name) for other in others for agent in other.agents}
            if others and names and known and not names <= known:
                number = next(at for at, agent in enumerate(part.agents) if bare(agent.name) not in known)
                pointer = f"/notes/{index}/provenance/{place}/agents/{number}/name"
                name = part.agents[number].name
                yield differs(subject, pointer, name, like(name, others), "note and citation")


def like(name: str, statements: Iterable[Provenance]) -> str:
    """The agent in ``statements`` whose name is most like ``name``."""
    return max((agent.name for part in statements for agent in part.agents), key=lambda other: likeness(other, name))


class LanguageMismatch(Rule):
    """The citation says that the text was translated from another language than the original's.

    A text may have been translated by way of a third language; then the citation should say so.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated from German by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated from Russian by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC606"
    severity = Severity.WARNING
    message = "the record names another original language"
    hint = "correct one of the two"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation, originals = subject.record.citation, subject.record.original_languages
        if any(language.tag is None for language in originals):
            return
        names = {language.name for language in originals}
        for index, part in enumerate(citation.provenance if citation and originals else ()):
            for number, language in enumerate(part.from_languages if part.kind == "translated" else ()):
                pointer = f"/citation/provenance/{index}/from_languages/{number}"
                if language.name not in names:
                    hint = f'Original Language is "{originals[0].name}"'
                    yield Finding(subject.span(f"{pointer}/name"), pointer, hint=hint)


class FileNameMismatch(Rule):
    """The file is named by a number that is not the record's.

    Files are often named by the number in the record's URL. Where the two differ, the file holds another record than
    its name says, or the URL was copied from another.

    Example, file name:

        112639.txt

    Instead:

        123456.txt
    """

    code = "AC607"
    severity = Severity.WARNING
    message = "the file is named by another number"
    hint = "rename the file, or correct the URL"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        if subject.file is None or citation is None or citation.document_id is None:
            return
        number = subject.file.partition(".")[0].removeprefix("document").strip("-_ ")
        own = citation.document_id
        # A folder may number its files in a row; a number of as many figures as the record's is meant as that.
        if (
            number != own
            and number.isdecimal()
            and own.isdecimal()
            and len(number) == len(own) > 4
            and number[0] != "0"
        ):
            span = subject.span("/citation/url")
            yield Finding(span, "/citation/url", message=f"the file is named {subject.file}, and its record is {own}")
