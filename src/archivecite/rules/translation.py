"""Rules on who translated what, and on the languages of the original and of the text."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.note import TranslatorNote
from ..model.span import Span
from ..syntax.content import find_content
from ..syntax.language import language_names
from .rule import Finding, Rule
from .subject import Subject


class UnnamedTranslator(Rule):
    """Contents list a translation, and nothing says who made it.

    A reader of a translation relies on whoever made it. Many of the archive's older records leave it out.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC319"
    severity = Severity.INFO
    message = "no statement says who made this translation"
    hint = 'add "Translated by" and the name to the citation, if it is known'

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        if record.citation is None or record.citation.digital_archive is None:
            return
        told = any(part.kind in ("translated", "other") for part in record.citation.provenance)
        told = told or any(source.kind == "other" for source in record.citation.sources)
        printed = any(source.kind == "published" for source in record.citation.sources)
        if told or printed or any(isinstance(note, TranslatorNote) for note in record.notes):
            return
        for index, content in enumerate(record.contents):
            if content.kind == "translation":
                yield Finding(last_words(subject), f"/contents/{index}")
                return


def last_words(subject: Subject) -> Span:
    """Where the last word of the citation is, before its URL: what is missing there belongs after it."""
    citation = subject.span("/citation")
    url = subject.document.spans.get("/citation/url")
    end = url.start if url and url.start > citation.start else citation.end
    words = subject.text[citation.start : end].rstrip(" <[\r\n*")
    start = max(words.rfind(" "), words.rfind("\n")) + 1
    return Span(citation.start + start, citation.start + len(words))


class TranscriptOfTranslation(Rule):
    """A transcript is in a language that the original is not in.

    A transcript is the original's own text, typed. One in another language is a translation, or one of the two
    languages is wrong.

    Example, contents:

        Transcript - English

    Instead:

        Transcript - Russian
    """

    code = "AC411"
    severity = Severity.WARNING
    message = "a transcript is in the original's language"
    hint = 'write "Translation", or correct one of the two languages'

    def find(self, subject: Subject) -> Iterable[Finding]:
        originals = subject.record.original_languages
        if not originals or any(language.tag is None for language in originals):
            return
        names = {(language.tag or "").partition("-")[0] for language in originals}
        for index, content in enumerate(subject.record.contents):
            tag = content.language.tag if content.language else None
            if content.kind in ("transcript", "original") and tag and tag.partition("-")[0] not in names:
                said = " and ".join(language.name for language in originals)
                pointer = f"/contents/{index}/language"
                message = f"a {content.kind} is in the original's language, which is {said}"
                yield Finding(subject.span(f"{pointer}/name"), pointer, message.replace("a original", "an original"))


class SwappedSections(Rule):
    """What belongs under Contents stands under Original Language, and the other way round.

    The item is read as Contents, but the language becomes the first line of the document.

    Example, sections:

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Translation - English

        Contents:

        Russian

    Instead:

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English
    """

    code = "AC412"
    severity = Severity.WARNING
    fixes = "some"
    message = "the values of Original Language and Contents are swapped"
    hint = "put each under its own label"

    def find(self, subject: Subject) -> Iterable[Finding]:
        places = {label.name: label for label in subject.labels}
        if not {"Original Language", "Contents"} <= places.keys():
            return
        text = subject.plain.text
        language, contents = places["Original Language"], places["Contents"]
        item = line_after(text, language.end)
        name = line_after(text, contents.end)
        swapped = item[1] <= contents.start and find_content(text[slice(*item)]) is not None
        if swapped and text[slice(*name)].strip(" .") in language_names():
            first, second = subject.source(*item), subject.source(*name)
            edits = (Edit(first, second.of(subject.text)), Edit(second, first.of(subject.text)))
            alone = not text[item[1] : contents.start].strip("*_ \n")  # a second item would stay where it is
            yield Finding(first, fix=Fix("swap the two", edits) if alone else None)


def line_after(text: str, place: int) -> tuple[int, int]:
    """Where the first line after ``place`` that is not blank begins and ends; nothing at the end of the text.

    >>> line_after("Contents:\\n\\n Russian \\n", 9)
    (12, 19)
    """
    start = place + len(text[place : place + 200]) - len(text[place : place + 200].lstrip())
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    return start, start + len(line.rstrip())
