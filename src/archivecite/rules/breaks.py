"""Rules on where lines end: a break too many, or one too few, among lines that are otherwise in order."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from .rule import Finding, Rule
from .subject import Subject

#: Layouts whose labels and values are on lines of their own.
FAMILIES = ("plain", "markdown", "classic")
#: A line that has room for so large a part of the longest one, and for the next word, was not full.
FULL = 0.6
#: More breaks than these are the habit of the layout.
FEW = 3
#: A record whose longest line is shorter is printed in columns; one with a longer line than ``UNWRAPPED`` has each
#: paragraph on one line.
WIDE, UNWRAPPED = 60, 200
#: A shorter paragraph may be of lines that belong to it: a heading, an address.
LONG = 120
#: Signs in which a line of a sentence may end that goes on below.
GOES_ON = ","


class MisplacedBreak(Rule):
    """A line ends in the middle of a label, an address or a sentence; or two parts of the record are on one line.

    Reading joins and parts them as they were meant. Other programs, which go by lines, find half a label, and a title
    that begins with a date.

    Example, language section:

        Original Language: Russian

    Instead:

        Original Language:

        Russian
    """

    code = "AC134"
    severity = Severity.INFO
    fixes = "safe"
    message = "a line ends where none should"
    hint = "join the two lines"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.document.family not in FAMILIES or not subject.is_record:
            return
        for found in (broken_labels(subject), values_beside(subject), titles_beside(subject), run_in(subject)):
            yield from found
        yield from broken_url(subject)
        yield from broken_lines(subject)


def joined(subject: Subject, start: int, end: int, text: str = " ") -> Fix:
    """The fix that puts ``text`` where the line ends between ``start`` and ``end`` of the plain text."""
    return Fix("join the two lines" if text in (" ", "") else "part the two", (Edit(subject.source(start, end), text),))


def newline(subject: Subject) -> str:
    """What ends the lines of the record."""
    return "\r\n" if "\r\n" in subject.text else "\n"


def broken_labels(subject: Subject) -> Iterator[Finding]:
    """Labels that are on two lines."""
    for label in subject.labels:
        printed = subject.plain.text[label.start : label.end]
        if label.dress == "plain" and (words := printed.split()) and "\n" in printed:
            start = label.start + len(words[0])
            end = label.start + printed.index(words[1], len(words[0]))
            span = subject.source(label.start, label.end)
            yield Finding(span, message=f'the label "{label.name}:" is on two lines', fix=joined(subject, start, end))


def gap_after(subject: Subject, end: int) -> str:
    """The white space between a label that ends at ``end`` of the plain text and its value."""
    rest = subject.plain.text[end:]
    return rest[: len(rest) - len(rest.lstrip())]


def values_beside(subject: Subject) -> Iterator[Finding]:
    """The value that is on its label's line, where all others are below their labels."""
    gaps = [gap_after(subject, label.end) for label in subject.labels]
    beside = [index for index, gap in enumerate(gaps) if "\n" not in gap]
    if len(beside) != 1 or len(gaps) < FEW or subject.half_bold:
        return
    label, gap = subject.labels[beside[0]], gaps[beside[0]]
    below = next(other for other in gaps if "\n" in other)
    at = subject.plain.at(label.end - 1) + 1
    at += 2 * subject.text.startswith("**", at)
    blank = Span(at, at + len(gap))
    fix = None
    if label.dress == "plain" and gap and not blank.of(subject.text).strip():
        lines = newline(subject) * below.count("\n")
        fix = Fix("put the value below the label", (Edit(blank, lines),))
    message = f'the value of "{label.name}:" is on its line, and not below it as the others are'
    hint = "put the value below the label"
    yield Finding(subject.source(label.start, label.end), message=message, hint=hint, fix=fix)


def titles_beside(subject: Subject) -> Iterator[Finding]:
    """The title on the line of the date."""
    date, title = (subject.document.spans.get(pointer) for pointer in ("/date", "/title"))
    if date is None or title is None or date.end > title.start:
        return
    between = Span(date.end, title.start).of(subject.text)
    if "\n" in between or "\r" in between or between.strip(" *"):
        return
    stars = between.lstrip()
    blank = Span(date.end, title.start - len(stars))
    fix = None
    if stars in ("", "**") and not subject.text[: date.start].strip():
        fix = Fix("begin a new line after the date", (Edit(blank, newline(subject) * 2),))
    hint = "begin a new line after the date"
    yield Finding(Span(title.start, title.end), "/title", "the title is on the line of the date", hint, fix)


def run_in(subject: Subject) -> Iterator[Finding]:
    """The document's first line right below the items of Contents, where other parts have a blank line between."""
    contents, labels = subject.record.contents, subject.labels
    if not contents or not subject.record.body or labels[-1].name != "Contents":
        return
    if contents[-1].language and contents[-1].language.tag is None:  # the document's first words may be in it
        return
    last = subject.offset(subject.span(f"/contents/{len(contents) - 1}").end - 1) + 1
    gap = subject.plain.text[last : subject.body_start]
    apart = gap_after(subject, labels[-1].end)
    if gap.count("\n") != 1 or gap.strip() or apart.count("\n") < len("\n\n"):
        return
    line = subject.plain.text[subject.body_start :].partition("\n")[0].rstrip()
    place = subject.source(subject.body_start, subject.body_start + len(line))
    at = subject.plain.at(last - 1) + 1
    fix = Fix("put a blank line between", (Edit(Span(at, at), newline(subject)),))
    message = "the document begins right below Contents, with no blank line between"
    yield Finding(place, "/body/0", message, "put a blank line between", fix)


def broken_url(subject: Subject) -> Iterator[Finding]:
    """The URL on two lines, though the first has room for it."""
    url = subject.document.spans.get("/citation/url")
    if url is None or "\n" not in url.of(subject.text):
        return
    first, second = url.of(subject.text).split("\n", 1)
    low = subject.text.rfind("\n", 0, url.start) + 1
    if "\n" in second or url.start - low + len(first) + len(second) > room(subject.plain.text):
        return
    start = url.start + len(first.rstrip())
    end = url.end - len(second.lstrip())
    fix = Fix("join the two lines", (Edit(Span(start, end), ""),))
    yield Finding(url, "/citation/url", "the URL is on two lines", fix=fix)


def room(text: str) -> float:
    """How many characters a line of ``text`` may have and not be full; none if that can't be told.

    >>> room("A line."), room("word " * 20), room("word " * 90)
    (0, 60.0, inf)
    """
    longest = max(map(len, text.split("\n")))
    return inf if longest > UNWRAPPED else FULL * longest if longest >= WIDE else 0


def broken_lines(subject: Subject) -> Iterator[Finding]:
    """Lines that end within a sentence, though there is room on them for what follows."""
    breaks = list(early_breaks(subject.plain.text))
    if not 0 < len(breaks) <= FEW:
        return
    for start, end in breaks:
        pointer = prose_at(subject, subject.plain.at(start - 1))
        if pointer and is_one_break(subject, pointer):
            word = len(subject.plain.text[:start].rpartition("\n")[2].rpartition(" ")[2])
            span = subject.source(start - word, start)
            yield Finding(span, pointer, "the line ends within a sentence", fix=joined(subject, start, end))


def is_one_break(subject: Subject, pointer: str) -> bool:
    """Whether the value at ``pointer``, a long one, is on two lines; the URL of a citation may be on another."""
    text = subject.span(pointer).of(subject.text)
    return len(text) >= LONG and text.count("\n") - text.count("\n<") == 1


def early_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where lines end within a sentence that had room for the next word: far shorter than the longest line.

    >>> list(early_breaks("He said\\nthat " + "all would be well. " * 9))
    [(7, 8)]
    """
    lines = text.split("\n")
    most, at = room(text), 0
    for line, below in pairwise(lines):
        end = at + len(line)
        if below and line and not line.endswith("  ") and is_within_sentence(line, below):
            word = below.partition(" ")[0]
            if len(line) + 1 + len(word) <= most:
                yield end, end + 1
        at = end + 1


def is_within_sentence(line: str, below: str) -> bool:
    """Whether a sentence goes on from one line to the next.

    >>> is_within_sentence("He said", "that"), is_within_sentence("(AJ),", "Belgrade"), is_within_sentence("a:", "b")
    (True, True, False)
    """
    last = line[-1]
    return (below[0].islower() and (last.islower() or last in GOES_ON)) or (last == "," and below[0].isalnum())


def prose_at(subject: Subject, place: int) -> str | None:
    """The pointer of the paragraph, summary or citation that the character at ``place`` of the text is in."""
    for pointer in ("/citation", "/summary"):
        span = subject.document.spans.get(pointer)
        if span and span.start <= place < span.end:
            return pointer
    for index, block in enumerate(subject.record.body):
        if block.kind == "paragraph":
            span = subject.span(f"/body/{index}")
            if span.start <= place < span.end:
                return f"/body/{index}"
    return None
