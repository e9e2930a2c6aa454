"""Rules on languages: their names, and whether the record is in the ones that it names."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..model.language import Language
from ..model.span import Span
from ..syntax.language import language_names
from .content_line import KINDS
from .likeness import nearest
from .rule import Finding, Rule
from .spelling import only_near
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
    fixes = "safe"
    message = "this is the name of no language that is known here"
    hint = "give the language's usual English name"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, language in languages(subject):
            if language.tag is None:
                span = subject.span(f"{pointer}/name")
                sure = only_near(language.name, language_names())
                name = sure or nearest(language.name, language_names())
                fix = Fix(f'write "{name}"', (Edit(span, name),), safe=sure is not None) if name else None
                fix = run_on(subject, pointer, span) or fix
                hint = f'write "{name}", if that is meant' if name else None
                yield Finding(
                    span, f"{pointer}/name", f'"{language.name}" is no language that is known here', hint, fix
                )


def run_on(subject: Subject, pointer: str, span: Span) -> Fix | None:
    """The fix for the last item of Contents that has the document's first words on its line."""
    known, _, rest = span.of(subject.text).partition(" ")
    last = f"/contents/{len(subject.record.contents) - 1}/language"
    words = rest.split()
    if pointer != last or known not in language_names() or not rest[:1].isupper() or not words[0].isalpha():
        return None
    if words[0] in language_names() or words[0] in KINDS:
        return None
    newline = "\r\n" if "\r\n" in subject.text else "\n"
    blank = Span(span.start + len(known), span.start + len(known) + 1)
    return Fix("begin a new line after the item", (Edit(blank, 2 * newline),))


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
    message = "this is a translation into the original's own language"
    hint = 'correct one of the two languages, or write "Transcript"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        originals = {language.name for language in subject.record.original_languages}
        for index, content in enumerate(subject.record.contents):
            if content.kind == "translation" and content.language and originals == {content.language.name}:
                pointer = f"/contents/{index}/language"
                name = content.language.name
                article = "an" if name[0] in "AEIOU" else "a"
                message = f"the original is in {name}, so this cannot be {article} {name} translation"
                yield Finding(subject.span(f"{pointer}/name"), pointer, message)
