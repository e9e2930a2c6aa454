"""Rules on white space in the document that means nothing: blank lines, blanks at the start of a line, two for one."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places
from .rule import Finding, Rule
from .subject import Subject

#: So many newlines in a row are more than any layout puts between two paragraphs.
BLANK_LINES = 5
#: A line that is shorter may be set in from the margin: a heading, a name.
LONG = 60
#: From so many blanks on a line is set in: Markdown takes it for code.
INDENT = "    "
#: More places than these are the habit of the layout.
FEW = 3


class SurplusSpace(Rule):
    """Blank lines, or blanks, are more in one place than anywhere else in the document.

    One blank line parts two paragraphs, and one blank two words. A paragraph that alone is set in from the margin
    means nothing, and Markdown takes it for code.

    Example, body:

        We met Petrov in May, and  he was well.

    Instead:

        We met Petrov in May, and he was well.
    """

    code = "AC135"
    severity = Severity.INFO
    fixes = "safe"
    message = "more white space than anywhere else"
    hint = "remove what is too much"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_record or not subject.record.body or subject.document.family == "flattened":
            return
        text, start = subject.plain.text, subject.body_start
        for message, meant, found in (
            ("several blank lines between two paragraphs", "\n\n", [*blank_lines(text, start)]),
            ("a paragraph alone is set in from the margin", "", [*indents(text, start)]),
            ("several blanks between two words", " ", [*wide_blanks(text, start)]),
        ):
            for first, last in found if len(found) <= FEW else ():
                span = subject.source(first, last)
                clean = span.of(subject.text).replace("\r", "") == text[first:last]
                put = meant.replace("\n", "\r\n") if "\r\n" in subject.text else meant
                yield Finding(span, message=message, fix=Fix(self.hint, (Edit(span, put),)) if clean else None)


def blank_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where many blank lines part two paragraphs of ``text``, from ``start`` on.

    >>> list(blank_lines("A\\n\\nB\\n\\n\\n\\n\\nC", 0))
    [(4, 9)]
    """
    at = text.find("\n" * BLANK_LINES, start)
    while at >= 0:
        end = at
        while text.startswith("\n", end):
            end += 1
        if end < len(text):
            yield at, end
        at = text.find("\n" * BLANK_LINES, end)


def indents(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where single long lines of ``text`` begin with blanks, which other paragraphs do not.

    >>> list(indents("A word.\\n\\nYes.\\n\\n    " + "All is well. " * 9, 0))
    [(15, 19)]
    """
    if f"\n{INDENT}" not in text:
        return
    at, found, flush = start, [], 0
    for above, line in pairwise(f"\n{text[start:]}".split("\n")):
        if line.startswith(INDENT):
            bare = line.lstrip(" ")
            if len(bare) < LONG or above.strip() or "   " in bare:
                return
            found.append((at, at + len(line) - len(bare)))
        elif not above.strip() and line:
            flush += 1
        at += len(line) + 1
    if flush > len(found):
        yield from found


def wide_blanks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where two blanks part two words in small letters.

    >>> list(wide_blanks("all  is well.  He came  by\\n  air", 0))
    [(3, 5), (22, 24)]
    """
    for at in places(text, "  "):
        if at >= start and text[at - 1 : at].isalpha():
            end = at + 2
            after = text[end : end + 1]
            if after == " ":
                return  # columns
            if text[at - 1].islower() and after.islower():
                yield at, end
