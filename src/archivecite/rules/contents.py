"""Rules on languages, credits, contents, and whether the contents say what is there."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..model.language import Language
from ..model.span import Span
from ..syntax.grammar import terminals
from ..syntax.language import language_names
from .likeness import nearest
from .rule import Finding, Rule
from .subject import Subject

#: The letters that a language is written with, by the first word of their Unicode names; Latin where none is given.
SCRIPTS = {
    **{tag: {"CYRILLIC"} for tag in ("ru", "uk", "be", "bg", "mk", "mn", "kk", "ky", "tg")},
    **{tag: {"CYRILLIC", "LATIN"} for tag in ("sr", "sh", "az", "uz", "tk", "ro")},
    **{tag: {"ARABIC"} for tag in ("ar", "fa", "prs", "ps", "ur")},
    "zh": {"CJK"}, "ja": {"CJK", "HIRAGANA", "KATAKANA"}, "ko": {"HANGUL", "CJK"},
    "el": {"GREEK"}, "he": {"HEBREW"}, "yi": {"HEBREW"}, "hy": {"ARMENIAN"}, "ka": {"GEORGIAN"},
    "hi": {"DEVANAGARI"}, "ne": {"DEVANAGARI"}, "bn": {"BENGALI"}, "th": {"THAI"}, "lo": {"LAO"}, "km": {"KHMER"},
    "my": {"MYANMAR"}, "am": {"ETHIOPIC"}, "bo": {"TIBETAN"}, "ta": {"TAMIL"}, "pa": {"GURMUKHI"}, "si": {"SINHALA"},
}  # fmt: skip

#: A body with fewer letters says too little about its script.
ENOUGH = 40
#: How many letters are looked at.
SAMPLE = 2000

#: The words that items of Contents are made of, besides languages.
KINDS = ("Translation", "Transcript", "Transcription", "Scan", "Original")


def languages(subject: Subject) -> Iterator[tuple[str, Language]]:
    """Every language of the record with its pointer."""
    record = subject.record
    for index, language in enumerate(record.original_languages):
        yield f"/original_languages/{index}", language
    for index, content in enumerate(record.contents):
        if content.language:
            yield f"/contents/{index}/language", content.language


class UnknownLanguage(Rule):
    """A language has a name that is not known.

    It is misspelt, or has another name in English. Records are looked for by language, and this one will not be found.

    Example, language:

        Rusian

    Instead:

        Russian
    """

    code = "AC401"
    severity = Severity.WARNING
    fixes = "unsafe"
    message = "this is the name of no language that is known here"
    hint = "give the language's usual English name"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, language in languages(subject):
            if language.tag is None:
                span = subject.span(f"{pointer}/name")
                name = nearest(language.name, language_names())
                fix = Fix(f'write "{name}"', (Edit(span, name),), safe=False) if name else None
                hint = f'write "{name}", if that is meant' if name else None
                yield Finding(
                    span, f"{pointer}/name", f'"{language.name}" is no language that is known here', hint, fix
                )


class UnknownContents(Rule):
    """A line under ``Contents:`` is none of the known items.

    The document itself follows the items with no mark between. An item that is not known is taken for its first line,
    and all items after it too.

    Example, contents:

        Translaton - English

    Instead:

        Translation - English
    """

    code = "AC402"
    severity = Severity.WARNING
    message = "this looks like an item of Contents and is read as the document's first line"
    hint = 'write it as "Translation - English", "Transcript - Russian" or "Scan of Original Document"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        if "Contents" in subject.missing or not record.body or record.body[0].kind == "page_break":
            return
        text = subject.plain.text
        line = text[subject.body_start :].partition("\n")[0].rstrip()
        words = [word for word in line.split() if any(c.isalpha() for c in word)]
        if not 1 <= len(words) <= 5 or len(line) > 60:
            return
        kinds = [word for word in words if nearest(word, KINDS)]
        rest = [word for word in words if word not in kinds and word.casefold() not in ("of", "the", "document", "in")]
        if len(kinds) == 1 and (rest or not record.contents) and all(nearest(word, language_names()) for word in rest):
            yield Finding(subject.source(subject.body_start, subject.body_start + len(line)), "/body/0")


class ContentsWithoutItems(Rule):
    """Nothing under ``Contents:`` could be read, though a document follows.

    Contents say whether what follows is a translation, a transcript or the original, and in which language. Where they
    are empty nobody can tell who is responsible for the words.

    Example, contents:

    Instead:

        Translation - English
    """

    code = "AC403"
    severity = Severity.INFO
    message = "Contents say nothing, though a document follows"
    hint = 'say what follows: "Translation - English"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        if record.contents or not record.body or any(True for _ in UnknownContents().find(subject)):
            return
        for label in subject.labels:
            if label.name == "Contents":
                yield Finding(subject.source(label.start, label.end))
                return


class CreditsElsewhere(Rule):
    """The sentence on who supported the publication stands outside Credits.

    There it is taken for a part of the summary, or of the document. Put a line ``Credits:`` before it.

    Example, summary:

        Petrov reports on the harvest.

        This document was made possible with support from the Leon Levy Foundation.

    Instead:

        Petrov reports on the harvest.
    """

    code = "AC404"
    severity = Severity.WARNING
    fixes = "unsafe"
    message = "this sentence belongs under Credits"
    hint = 'put a line "Credits:" before it'

    def find(self, subject: Subject) -> Iterable[Finding]:
        opening = terminals("credits", "OPENING")
        for place, text in subject.prose():
            if "made possible" in text and (match := opening.search(text)):
                pointer = place.removesuffix("/text")
                start = subject.span(pointer).start
                sentence = subject.plain.text.find(match.group().split()[0], subject.offset(start))
                span = self.sentence(subject, pointer, match.group())
                fix = None
                if "Credits" in subject.missing and pointer == "/summary" and text.count("\n\n") and sentence >= 0:
                    before = text[: match.start()]
                    if before.endswith("\n\n"):
                        fix = Fix(
                            'put "Credits:" before it',
                            (Edit(Span(span.start, span.start), "Credits:\n\n"),),
                            safe=False,
                        )
                yield Finding(span, pointer, fix=fix)

    @staticmethod
    def sentence(subject: Subject, pointer: str, opening: str) -> Span:
        """Where the sentence's opening stands, however its lines are broken."""
        span = subject.span(pointer)
        words = opening.split()
        place = subject.text.find(" ".join(words[:4]), span.start, span.end)
        return Span(place, place + len(" ".join(words[:4]))) if place >= 0 else span


class UnusualCredits(Rule):
    """The credits are not the usual sentence.

    Supporters are read from ``This document was made possible with support from …``. From another wording nobody can
    tell where one name ends and the next begins, so none is read.

    Example, summary section:

        Summary:

        Petrov reports on the harvest.

        Credits:

        Thanks to the Leon Levy Foundation.

    Instead:

        Summary:

        Petrov reports on the harvest.

        Credits:

        This document was made possible with support from the Leon Levy Foundation.
    """

    code = "AC405"
    severity = Severity.WARNING
    message = "no supporter can be read from these credits"
    hint = 'write "This document was made possible with support from …"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.credits and not subject.record.credits.supporters:
            yield Finding(subject.span("/credits"), "/credits")


class WrongScript(Rule):
    """The document is not in the script of the language that Contents name.

    Contents promise an English translation, and the letters that follow are Cyrillic: the original was put in by
    mistake, or Contents are wrong.

    Example, body:

        Вчера посетил меня министр и сообщил, что урожай в этом году будет хорошим.

    Instead:

        The minister called on me yesterday and told me that the harvest will be good this year.
    """

    code = "AC406"
    severity = Severity.WARNING
    message = "the document is not in the script of the language that Contents name"
    hint = "see that the right text was put in, and that Contents are right"

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        texts = [content for content in record.contents if content.kind in ("translation", "transcript", "original")]
        if not texts or not record.body or not all(content.language and content.language.tag for content in texts):
            return
        expected: set[str] = set()
        for content in texts:
            tag = content.language.tag if content.language else None
            expected |= SCRIPTS.get((tag or "").partition("-")[0], {"LATIN"})
        found = self.scripts(subject)
        letters = sum(found.values())
        if letters >= ENOUGH and sum(found[script] for script in expected) * 2 < letters:
            index = next(i for i, block in enumerate(record.body) if block.text)
            script = found.most_common(1)[0][0].replace("CJK", "Chinese")
            yield Finding(
                subject.span(f"/body/{index}"),
                f"/body/{index}",
                f"the document is in {script.title()} letters, and Contents name another language",
            )

    @staticmethod
    def scripts(subject: Subject) -> Counter[str]:
        """How many letters of each script there are in the first part of the body."""
        found: Counter[str] = Counter()
        left = SAMPLE
        for block in subject.record.body:
            text = block.text[:left]
            if text.isascii():
                found["LATIN"] += sum(map(str.isalpha, text))
            else:
                found.update(unicodedata.name(c, "OTHER").split()[0] for c in text if c.isalpha())
            left -= len(text)
            if left <= 0:
                break
        return found


class ScanOnly(Rule):
    """The record lists a scan only, and holds no text.

    Such records are real: the text was never typed. Nobody will find them by their words.

    Example, record:

        November 2, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Scan of Original Document

    Instead:

        November 2, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Scan of Original Document
        Translation - English

        All is well here.
    """

    code = "AC407"
    severity = Severity.INFO
    message = "the record holds no text, only a scan"
    hint = "add a transcript or a translation, if there is one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        contents = subject.record.contents
        if contents and not subject.record.body and all(content.kind == "scan" for content in contents):
            yield Finding(subject.span("/contents/0"), "/contents/0")


class MissingBody(Rule):
    """Contents name a text that is not there.

    A translation or transcript is listed, and nothing follows. The document was cut off, or stands in another file.

    Example, record:

        November 2, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

    Instead:

        November 2, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.
    """

    code = "AC408"
    severity = Severity.WARNING
    message = "this text is not there: nothing follows Contents"
    hint = "put the text after Contents, or correct them"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.record.body:
            for index, content in enumerate(subject.record.contents):
                if content.kind in ("translation", "transcript"):
                    yield Finding(subject.span(f"/contents/{index}"), f"/contents/{index}")
                    return


class TranslationIntoOriginal(Rule):
    """The translation is into the original's own language.

    A text in its original language is a transcript. One of the two languages is wrong, or the item's kind.

    Example, language:

        English

    Instead:

        Russian
    """

    code = "AC409"
    severity = Severity.WARNING
    message = "this is the original's own language"
    hint = 'correct one of the two languages, or write "Transcript"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        originals = {language.name for language in subject.record.original_languages}
        for index, content in enumerate(subject.record.contents):
            if content.kind == "translation" and content.language and originals == {content.language.name}:
                pointer = f"/contents/{index}/language"
                yield Finding(subject.span(f"{pointer}/name"), pointer)


class RepeatedItem(Rule):
    """A language or an item of Contents stands twice.

    One of the two was left over, or should name another language.

    Example, contents:

        Translation - English
        Translation - English

    Instead:

        Translation - English
    """

    code = "AC410"
    severity = Severity.INFO
    message = "this stands twice"
    hint = "remove one of the two, or correct it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        lists = (
            ("original_languages", [language.name for language in record.original_languages]),
            ("contents", [content.text for content in record.contents]),
        )
        for name, texts in lists:
            for index, text in enumerate(texts):
                if text in texts[:index]:
                    yield Finding(subject.span(f"/{name}/{index}"), f"/{name}/{index}")
