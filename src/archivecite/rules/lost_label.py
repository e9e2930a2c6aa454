"""Labels that were lost or are there twice: where a value is without its label, and how the label is put back."""

from ..model.diagnostic import Edit, Fix
from ..model.span import Span
from ..syntax.document import parse_citation
from ..syntax.language import language_names
from ..syntax.section_label import Label
from .subject import Subject

#: The layouts whose labels are a line of their own, plain or bold.
FAMILIES = ("plain", "markdown", "classic")
#: So many lines above the first label are looked at for a citation.
LINES = 12
#: How much of what is below a label is looked at.
LONGEST = 80
#: No language has a longer name.
NAME = 30
QUOTES = '"“„«'


def written(subject: Subject, name: str) -> str:
    """The label ``name`` as the record's other labels are written, bold or plain."""
    starts = {start for start, _ in subject.plain.bold}
    bold = any(label.start in starts for label in subject.labels)
    return f"**{name}:**" if bold else f"{name}:"


def label_put(subject: Subject, name: str, place: Span, safe: bool = True) -> Fix | None:
    """The fix that puts the label ``name`` before the value at ``place``, where that begins a line."""
    before, text = subject.text[: place.start], subject.text
    if subject.document.family not in FAMILIES or before.rpartition("\n")[2].strip():
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    parted = not before.strip() or before.replace("\r", "").endswith("\n\n")
    label = f"{'' if parted else newline}{written(subject, name)}{newline}{newline}"
    return Fix(f'put "{name}:" before it', (Edit(Span(place.start, place.start), label),), safe=safe)


def second_label(subject: Subject, label: Label) -> Span | None:
    """Where the same label is once more, with nothing between the two."""
    rest = subject.plain.text[label.end :]
    blank = len(rest) - len(rest.lstrip())
    name = f"{label.name}:"
    if not rest[blank:].startswith(name) or rest[blank + len(name) :].partition("\n")[0].strip():
        return None
    start = label.end + blank
    return subject.source(start, start + len(name))


def once(subject: Subject, label: Label, second: Span) -> Fix:
    """The fix that removes the ``second`` label, and the blank lines before it; stars around the two stay a pair."""
    end = subject.plain.at(label.end - 1) + 1
    return Fix("remove one of the two", (Edit(Span(end, second.end), ""),))


def citation_above(subject: Subject) -> Span | None:
    """The citation that is above the first label, right below the title, without a label of its own."""
    if not subject.labels:
        return None
    text = subject.plain.text
    end = start = len(text[: subject.labels[0].start].rstrip())
    for _ in range(LINES):
        start = text.rfind("\n", 0, start)
        if start < 0:
            return None
        if text[start + 1 : start + 2] in QUOTES:
            citation = parse_citation(" ".join(text[start + 1 : end].split())).record.citation
            if citation and citation.title and citation.digital_archive:
                return subject.source(start + 1, end)
    return None


def is_sure(subject: Subject, place: Span) -> bool:
    """Whether the citation at ``place`` is of the title that is right above it."""
    citation = parse_citation(" ".join(place.of(subject.text).replace("**", "").split())).record.citation
    title = letters(citation.title) if citation and citation.title else ""
    return bool(title) and letters(subject.text[: place.start]).endswith(title)


def letters(text: str) -> str:
    """The letters and figures of ``text``, small."""
    return "".join(filter(str.isalnum, text.casefold()))


def language_line(subject: Subject) -> Span | None:
    """The line above ``Contents:`` that is the name of a language and nothing else."""
    label = next((label for label in subject.labels if label.name == "Contents"), None)
    above = subject.plain.text[: label.start].rstrip() if label else ""
    line = above.rpartition("\n")[2]
    if len(line) > NAME or line.strip() not in language_names():
        return None
    return subject.source(len(above) - len(line.lstrip()), len(above))


def orphan(subject: Subject, name: str) -> tuple[Span | None, str | None]:
    """The value that stands without its label ``name``, and its pointer, if one was read."""
    if name == "Contents" and subject.record.contents:
        return subject.span("/contents/0"), "/contents/0"
    if name == "Original Language" and subject.record.original_languages:
        return subject.span("/original_languages/0"), "/original_languages/0"
    if name == "Original Language":
        for span in subject.document.unread:
            if span.end - span.start <= NAME and span.of(subject.text).strip() in language_names():
                return span, None
    last = (subject.record.summary or "").rpartition("\n\n")
    if name == "Original Language" and last[1] and last[2] in language_names():
        start = len(last[0]) + len(last[1])
        return subject.within("/summary", start, start + len(last[2])), "/summary"
    return (language_line(subject) if name == "Original Language" else None), None


def own_name(subject: Subject, label: Label) -> tuple[Span, Fix] | None:
    """Where the label's own name is the line below it, and the value follows; and the fix that removes it."""
    text = subject.plain.text
    rest = text[label.end : label.end + LONGEST]
    start = label.end + len(rest) - len(rest.lstrip())
    line = text[start : start + LONGEST].partition("\n")[0]
    value = text[start + len(line) : start + len(line) + LONGEST].strip()
    if line.strip() != label.name or not value or "\n" not in text[label.end : start]:
        return None
    word = subject.source(start, start + len(line.rstrip()))
    end = subject.plain.at(label.end - 1) + 1
    end += 2 * subject.text.startswith("**", end)
    return word, Fix("remove it", (Edit(Span(end, word.end), ""),))
