"""The two titles of a record, above and in the citation: what is damaged in one of them, the other one tells."""

from ..model.diagnostic import Edit, Fix
from ..model.span import Span
from ..surface.flat import Flat
from .differing import bare
from .subject import Subject

#: Double quotes, and those that close what each opens.
CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»"}
QUOTES = frozenset('"“”„«»')
#: What may be between the title and the date besides quotes.
BETWEEN = frozenset(" ,")


def stars(subject: Subject) -> Fix | None:
    """The fix for a title that is bold at one end only, or has one star too few or too many."""
    title, citation = subject.record.title, subject.record.citation
    if title is None or citation is None or citation.title is None or "*" not in title:
        return None
    core = title.strip("*")
    if bare(core) != bare(citation.title) or title.startswith("**") == title.endswith("**"):
        return None
    span = subject.span("/title")
    printed = span.of(subject.text)
    low, high = len(printed) - len(printed.lstrip("*")), len(printed.rstrip("*"))
    places = Span(span.start, span.start + low), Span(span.start + high, span.end)
    edits = [Edit(place, "**") for place in places if place.of(subject.text) != "**"]
    return Fix("make the whole title bold", tuple(edits))


def quotes(subject: Subject) -> tuple[Span, Fix] | None:
    """Where a quote around the citation's title is missing or twice, and the fix; the title above tells its words."""
    title = subject.record.title
    span = subject.document.spans.get("/citation")
    if title is None or span is None or QUOTES & {*title}:
        return None
    flat = Flat(subject.plain.text, subject.offset(span.start), subject.offset(span.end - 1) + 1)
    text = flat.text
    low = next((at for at, sign in enumerate(text) if sign not in QUOTES), 0)
    high = low + len(title)
    end = next((at for at in range(high, len(text)) if text[at] not in QUOTES | BETWEEN), high)
    before, after = text[:low], text[high:end]
    closing = [sign for sign in after if sign in QUOTES]
    if (
        not after.strip()
        or not text.startswith(title, low)
        or (len(before) == 1 and len(closing) == 1)
        or not (before or closing)
    ):
        return None
    opening = before[:1] or next((one for one, other in CLOSING.items() if other == closing[0]), '"')
    if {*before} - {opening} or {*closing} - {CLOSING.get(opening)} or opening not in CLOSING:
        return None
    at = [subject.plain.at(flat.at(place)) for place in (low, high - 1, high)]
    start = subject.plain.at(flat.at(0))
    edits = [Edit(Span(start, at[0]), opening)] if len(before) != 1 else []
    if len(closing) != 1:
        last = max((place for place in range(high, end) if text[place] in QUOTES), default=high - 1)
        edits.append(Edit(Span(at[1] + 1, subject.plain.at(flat.at(last)) + 1), CLOSING[opening]))
    place = edits[0].span
    if place.start == place.end:  # what is missing has no place: its partner has
        there = 0 if before else next(at for at in range(high, end) if text[at] in QUOTES)
        place = subject.source(flat.at(there), flat.at(there) + 1)
    return place, Fix("put the title in quotes", tuple(edits))


def word_once(subject: Subject) -> Fix | None:
    """The fix for a word that is twice in one of the two titles, and once in the other."""
    title, citation = subject.record.title, subject.record.citation
    if title is None or citation is None or citation.title is None:
        return None
    for pointer, one, other in (("/title", title, citation.title), ("/citation/title", citation.title, title)):
        words, fewer = one.split(), other.split()
        for index in range(len(words) - 1) if len(words) == len(fewer) + 1 else ():
            rest = [*words[:index], *words[index + 1 :]]
            if words[index] == words[index + 1] and bare(" ".join(rest)) == bare(" ".join(fewer)):
                end = len(" ".join(words[: index + 1]))
                again = subject.within(pointer, end, end + 1 + len(words[index]))
                return Fix(f'write "{words[index]}" once', (Edit(again, ""),))
    return None


def joined(subject: Subject) -> tuple[Span, Fix] | None:
    """Where a blank line parts the title in two, the second half unread, and the fix."""
    title, citation = subject.record.title, subject.record.citation
    place = subject.document.spans.get("/title")
    if title is None or citation is None or citation.title is None or place is None:
        return None
    for span in subject.document.unread:
        between = subject.text[place.end : span.start]
        if span.start >= place.end and not between.strip():
            whole = f"{title} {' '.join(span.of(subject.text).split())}".strip("*")
            if bare(whole) == bare(citation.title):
                newline = "\r\n" if "\r\n" in between else "\n"
                return span, Fix("join the two", (Edit(Span(place.end, span.start), newline),))
    return None
