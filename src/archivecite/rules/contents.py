"""Rules on Contents, and on whether what they name is there."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.language import language_names
from .content_line import item_before, meant_item
from .likeness import nearest
from .lost_label import once, second_label
from .rule import Finding, Rule
from .subject import Subject

#: The words that items of Contents are made of, besides languages.
KINDS = ("Translation", "Transcript", "Transcription", "Scan", "Original")


class UnknownContents(Rule):
    """A line under ``Contents:`` is not a known item.

    The document itself follows the items with no mark between. An item that is not known is taken for its first line,
    and all items after it too.

    Example, contents:

        Translaton - English

    Instead:

        Translation - English
    """

    code = "AC402"
    severity = Severity.WARNING
    fixes = "safe"
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
        if (meant := meant_item(line)) and is_next(subject):
            span = subject.source(subject.body_start, subject.body_start + len(line))
            yield Finding(span, "/body/0", hint=f'write "{meant}"', fix=Fix(f'write "{meant}"', (Edit(span, meant),)))
            return
        kinds = [word for word in words if nearest(word, KINDS)]
        rest = [word for word in words if word not in kinds and word.casefold() not in ("of", "the", "document", "in")]
        if len(kinds) == 1 and (rest or not record.contents) and all(nearest(word, language_names()) for word in rest):
            yield Finding(subject.source(subject.body_start, subject.body_start + len(line)), "/body/0")


def is_next(subject: Subject) -> bool:
    """Whether the body's first line is right below the items of Contents, or they have none."""
    contents = subject.record.contents
    if not contents:
        return True
    last = subject.offset(subject.span(f"/contents/{len(contents) - 1}").end - 1) + 1
    return subject.plain.text[last : subject.body_start].count("\n") == 1


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
    fixes = "some"
    message = "Contents say nothing, though a document follows"
    hint = 'say what follows: "Translation - English"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        told = "Contents" in subject.half_bold.values()
        if record.contents or not record.body or told or any(True for _ in UnknownContents().find(subject)):
            return
        for label in subject.labels:
            if label.name == "Contents":
                second = second_label(subject, label)
                fix = once(subject, label, second) if second else own_line(subject)
                message = 'there is a "Contents:" before this one' if second else None
                yield Finding(second or subject.source(label.start, label.end), message=message, fix=fix)
                return


def own_line(subject: Subject) -> Fix | None:
    """The fix for an item of Contents that has the next item, or the document's first words, on its line."""
    line = subject.plain.text[subject.body_start :].partition("\n")[0]
    if not (size := item_before(line)):
        return None
    start = subject.body_start + size
    rest = line[size:].strip()
    newline = "\n" if rest.startswith(("Scan of ", "Transcript", "Translation", "Original ")) else "\n\n"
    return Fix("begin a new line after the item", (Edit(subject.source(start, start + 1), newline),))


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


class RepeatedItem(Rule):
    """A language or an item of Contents is there twice.

    One of the two was left over, or should name another language.

    Example, contents:

        Translation - English
        Translation - English

    Instead:

        Translation - English
    """

    code = "AC410"
    severity = Severity.INFO
    fixes = "safe"
    message = "this is here twice"
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
                    first, again = subject.span(f"/{name}/{texts.index(text)}"), subject.span(f"/{name}/{index}")
                    parted = subject.text[first.end : again.start].strip()
                    cut = Edit(Span(first.end, again.end), "")
                    fix = None if parted else Fix("remove one of the two", (cut,))
                    yield Finding(again, f"/{name}/{index}", fix=fix)
