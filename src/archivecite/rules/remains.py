"""Rules on what was left in a record while it was made: notes to oneself, signs of programs, pieces of web pages."""

from collections.abc import Iterable
from functools import cache

from ..model.diagnostic import Severity
from ..model.span import Span
from ..surface.stretches import places
from ..syntax.vocabulary import vocabulary
from .rule import Finding, Rule
from .subject import Subject

#: Signs of programs: a comment, an image, a template, a conflict of versions, a track of a change, escaped letters.
SIGNS = (
    "<!--", "![](", "![", "{{", "}}", "{%", "<<<<<<<", ">>>>>>>", "{++", "{--", "{~~", "\\n", "\\u00", "\\_", "\\[",
)  # fmt: skip

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
        found = [*whole_words(lower, "placeholders"), *whole_words(text, "capitals")]
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
                yield Finding(Span(place, place + len(sign)), message=f'a sign of a program was left in: "{sign}"')
                seen = line


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
            lower = text.lower().strip("[]() .!|")
            opening = next((one for one in words("openings") if lower.startswith(one)), None)
            if (opening and not lower[len(opening) : len(opening) + 1].isalnum()) or lower in words("lines"):
                yield Finding(subject.span(pointer), pointer)
