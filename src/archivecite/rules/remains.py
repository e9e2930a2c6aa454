"""Rules on what was left in a record while it was made: notes to oneself, signs of programs, pieces of web pages."""

from collections.abc import Iterable
from functools import cache

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.stretches import places
from ..syntax.vocabulary import vocabulary
from .rule import Finding, Rule
from .subject import Subject

#: Signs of programs: a comment, an image, a template, a conflict of versions, a track of a change, escaped letters.
SIGNS = (
    "<!--", "![](", "![", "{{", "}}", "{%", "<<<<<<<", ">>>>>>>", "{++", "{--", "{~~", "\\n", "\\u00", "\\_", "\\[",
)  # fmt: skip

#: What is in brackets, or between them, was put there by somebody.
BRACKETS = frozenset("[](){}<>")

#: What is ``to be`` done after these is said of something, and not of the text itself.
FINITE = frozenset(("is", "are", "was", "were", "has", "have", "had", "not", "ought"))

#: Signs that join letters to the number they belong to.
JOINERS = frozenset("-–/.")

#: The longest line that is a button, a notice or an error of a page.
LINE = 80


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of that ``kind`` in the vocabulary."""
    return tuple(vocabulary().data["remains"][kind])


class PlaceholderLeftIn(Rule):
    """A placeholder is where words should be.

    ``TBD``, ``lorem ipsum`` and ``[name]`` hold a place until someone knows what goes there. Readers of a published
    record cannot know that.

    Example, summary:

        Summary to be added.

    Instead:

        Petrov reports on the harvest.
    """

    code = "AC130"
    severity = Severity.WARNING
    message = "a placeholder was left in"
    hint = "write what it holds the place for, or remove it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_layout:
            return
        text = subject.plain.text
        lower = text.lower()
        if len(lower) != len(text):  # a capital with two small letters: nothing is where it was
            return
        found = [place for place in whole_words(lower, "placeholders") if is_whole(text, place)]
        found += [place for place in whole_words(text, "capitals") if is_apart(text, place)]
        last = 0
        for start, end in sorted(found):
            if start >= last:
                yield Finding(subject.source(start, end), message=f'a placeholder was left in: "{text[start:end]}"')
                last = end


@cache
def openings(kind: str) -> dict[str, list[str]]:
    """The words of that ``kind`` by all but the last of them: ``to be`` is sought once for ``to be added`` and more."""
    alike: dict[str, list[str]] = {}
    for form in words(kind):
        alike.setdefault(form.rpartition(" ")[0] or form, []).append(form)
    return alike


def whole_words(text: str, kind: str) -> Iterable[tuple[int, int]]:
    """Where words of that ``kind`` are in ``text`` that are not a part of others.

    >>> list(whole_words("TBD, not TBDx", "capitals"))
    [(0, 3)]
    """
    for opening, forms in openings(kind).items():
        for place in places(text, opening):
            for form in forms:
                end = place + len(form)
                if not text.startswith(form, place) or (form[-1].isalnum() and text[end : end + 1].isalnum()):
                    continue
                if not (place and form[0].isalnum() and text[place - 1].isalnum()):
                    yield place, end


def is_whole(text: str, place: tuple[int, int]) -> bool:
    """Whether what begins with ``to be`` is all that is said there: in ``is to be written down`` it is not.

    >>> is_whole("Summary to be written.", (8, 21)), is_whole("Every word is to be written down", (14, 27))
    (True, False)
    """
    start, end = place
    if not text[start:end].lower().startswith("to be "):
        return True
    return not text[end:].lstrip(" ")[:1].isalnum() and text[:start].rstrip().rpartition(" ")[2].lower() not in FINITE


def is_apart(text: str, place: tuple[int, int]) -> bool:
    """Whether capitals are no part of a number: ``No. 88-TK``, ``TK/14``.

    >>> is_apart("TK", (0, 2)), is_apart("No. 88-TK", (7, 9)), is_apart("TK/14", (0, 2))
    (True, False, False)
    """
    start, end = place
    around = (text[max(0, start - 2) : start][::-1], text[end : end + 2])
    return not any(near[:1] in JOINERS and near[1:].isdecimal() for near in around if near)


class ProgramSignsLeftIn(Rule):
    """A sign that programs use was left in the text.

    ``<!-- … -->``, ``{{title}}``, ``<<<<<<< HEAD`` and ``\\\\n`` mean something to a web page, a template, a version
    control or a program, and nothing to a reader.

    Example, body:

        We met {{name}} in May.

    Instead:

        We met Petrov in May.
    """

    code = "AC131"
    severity = Severity.WARNING
    fixes = "some"
    message = "a sign of a program was left in"
    hint = "write what it is for, or remove it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        text = subject.text
        if not subject.is_layout or subject.document.family == "heading_markdown":
            return
        seen = -1
        there = [one for one in SIGNS if one[0] in text and one in text]
        for place, sign in sorted((at, one) for one in there for at in places(text, one)):
            line = text.rfind("\n", 0, place)
            if line != seen:  # one finding a line
                said = f'a sign of a program was left in: "{sign}"'
                yield Finding(Span(place, place + len(sign)), message=said, fix=unescaped(text, place, sign))
                seen = line


def unescaped(text: str, place: int, sign: str) -> Fix | None:
    """The fix that writes what an escaped sign of Markdown, letter or line's end stands for."""
    span = Span(place, place + len(sign))
    if sign in ("\\[", "\\_"):
        line = text[place:].partition("\n")[0]
        close = line.find("\\]")
        edits = [Edit(Span(place, place + 1), "")]
        if sign == "\\[" and close > 0:
            edits.append(Edit(Span(place + close, place + close + 1), ""))
        return Fix("remove the backslash", tuple(edits))
    if sign == "\\n" and text.startswith(2 * sign, place):
        newlines = 2 * ("\r\n" if "\r\n" in text else "\n")
        return Fix("begin a new paragraph", (Edit(Span(place, place + 2 * len(sign)), newlines),))
    figures = text[place + 2 : place + 6]
    if sign == "\\u00" and figures.isalnum() and not set(figures.lower()) - set("0123456789abcdef"):
        letter = chr(int(figures, 16))
        meant = Edit(Span(span.start, place + len("\\u00e9")), letter)
        return Fix(f"write {letter}", (meant,)) if letter.isprintable() else None
    return None


class PageWordsLeftIn(Rule):
    """A button, a notice or an error of a web page was left in.

    ``Download PDF``, ``All rights reserved`` and ``404 Not Found`` belong to the page that the record was copied from.

    Example, body:

        We met Petrov in May.

        Share this page

        He was well.

    Instead:

        We met Petrov in May.

        He was well.
    """

    code = "AC132"
    severity = Severity.WARNING
    message = "words of a web page were left in"
    hint = "remove them"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_record:
            return
        for pointer, block in subject.blocks:
            text = block.text
            if not text or len(text) > LINE:
                continue
            if is_noise(text):
                yield Finding(subject.span(pointer), pointer, "the noise of a scan was left in", "remove it")
                continue
            if is_file_name(text):
                yield Finding(subject.span(pointer), pointer, "the name of a file was left in", "remove it")
                continue
            lower = text.lower().strip("[]() .!|")
            opening = next((one for one in words("openings") if lower.startswith(one)), None)
            if (opening and not lower[len(opening) : len(opening) + 1].isalnum()) or lower in words("lines"):
                yield Finding(subject.span(pointer), pointer)


def is_file_name(text: str) -> bool:
    """Whether a line is the name of a file.

    >>> is_file_name("C:\\\\scans\\\\0017.tif"), is_file_name("scan_12.pdf"), is_file_name("f.12")
    (True, True, False)
    """
    name, dot, ending = text.rpartition(".")
    return bool(dot and name) and not any(map(str.isspace, text)) and ending.lower() in words("files")


def is_noise(text: str) -> bool:
    """Whether a line is made of signs of several kinds, and of nothing else, as specks on a page are read.

    >>> is_noise(".,; ~ ^"), is_noise("* * *"), is_noise("[...]")
    (True, False, False)
    """
    return len({*text} - {" "}) > len("[.]") and not any(map(str.isalnum, text)) and not BRACKETS & {*text}
