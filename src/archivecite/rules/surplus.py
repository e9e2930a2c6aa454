"""Unread text that says nothing: a sign too many, or what was read right beside it, once more."""

from ..model.diagnostic import Edit, Fix
from ..model.span import Span
from ..syntax.language import language_names
from .address import is_own, is_whole
from .date_repair import once_said
from .subject import Subject

#: Values that may be there twice, one below the other.
VALUES = ("/date/text", "/title", "/citation", "/summary", "/credits")
#: So many words are no mere chance when they come again.
LONG = 5
#: Signs that end something, and may be one too many after a date or the name of a language.
ENDS = ".,;:"
#: What is before these has no sign at its end.
BARE = ("/date/text", *(f"/original_languages/{index}/name" for index in range(9)))


def surplus(subject: Subject, span: Span) -> Fix | None:
    """The fix that removes the unread text at ``span`` where it is surplus."""
    text = subject.text
    words = span.of(text).split()
    if "*" in span.of(text):
        return None
    if is_rest_of_citation(subject, span):
        end = subject.span("/citation").end
        newline = "\r\n" if "\r\n" in text[end : span.start] else "\n"
        return Fix("join it to the citation", (Edit(Span(end, span.start), newline),))
    if is_repeated(subject, span, words) or is_stray_end(subject, span):
        start = len(text[: span.start].rstrip())
        return Fix("remove it", (Edit(Span(start or span.start, span.end), ""),))
    if len(words) == 1 and words[0][-1:] in ENDS and words[0][:-1] in language_names():
        return Fix("remove the sign after it", (Edit(Span(span.end - 1, span.end), ""),))
    if text[span.end : span.end + 1] == ".":
        span = Span(span.start, span.end + 1)
    if follows(text, span):
        end = span.end + len(text[span.end :]) - len(text[span.end :].lstrip())
        return Fix("remove one of the two", (Edit(Span(span.start, end), ""),))
    if (date := once_said(" ".join(words), other_date(subject))) and is_date_place(subject, span):
        return Fix("write the date once", (Edit(span, date),))
    return None


def is_repeated(subject: Subject, span: Span, words: list[str]) -> bool:
    """Whether the last value before ``span`` has the same words."""
    before, printed = subject.text[: span.start].rstrip(), span.of(subject.text)
    above = before.removesuffix(printed)
    if len(words) >= LONG and above != before and above[-1:] in ("\n", "") and before != subject.text[: span.start]:
        return True
    for pointer in VALUES:
        value = subject.document.spans.get(pointer)
        if value and value.end <= span.start and not subject.text[value.end : span.start].strip("* >\r\n"):
            return value.of(subject.text).split() == words
    return False


def is_rest_of_citation(subject: Subject, span: Span) -> bool:
    """Whether a blank line cut what is at ``span``, with the archive's URL at its end, off the citation above."""
    citation, place = subject.record.citation, subject.document.spans.get("/citation")
    if citation is None or citation.url or place is None or subject.text[place.end : span.start].strip():
        return False
    last = span.of(subject.text).split()[-1].strip("<>")
    return place.end <= span.start and is_own(last) and is_whole(last)


def is_stray_end(subject: Subject, span: Span) -> bool:
    """Whether there is but one sign at ``span``, right after a value that takes none."""
    places = (subject.document.spans.get(pointer) for pointer in BARE)
    return span.of(subject.text) in {*ENDS} and any(place and place.end == span.start for place in places)


def follows(text: str, span: Span) -> bool:
    """Whether the words at ``span`` come again right after it: ``D. D. 20``."""
    words, after = span.of(text), text[span.end : span.end + 80].lstrip(" ")
    again = len(after) < len(text[span.end : span.end + 80]) and after.startswith(f"{words} ")
    return again and words.replace(".", "").isalpha()


def other_date(subject: Subject) -> str | None:
    """How the record reads its date where it does."""
    record = subject.record
    dates = (record.date, record.citation.date if record.citation else None)
    return next((date.edtf for date in dates if date and date.edtf), None)


def is_date_place(subject: Subject, span: Span) -> bool:
    """Whether a date is wanted at ``span``: above the title, or in the opening of the citation, and not there."""
    record, spans = subject.record, subject.document.spans
    title, archive = spans.get("/title"), spans.get("/citation/digital_archive")
    if title and span.end <= title.start:
        return record.date is None
    cited = record.citation
    return bool(cited and cited.date is None and archive and span.end <= archive.start)
