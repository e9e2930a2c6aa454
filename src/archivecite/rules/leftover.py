"""Rules on what programs leave in a text: blanks, newlines, stars, tags, and letters read in a wrong encoding."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.lines import NEWLINE
from ..surface.stretches import stretches
from .characters import times
from .rule import Finding, Rule
from .subject import Subject
from .title_pair import stars


class TrailingBlanks(Rule):
    """Lines end in blanks.

    They can't be seen and mean nothing; but every comparison of two versions of the file shows them. Two blanks at
    the end of a line that goes on are a line break of Markdown, and are left alone.

    Example, body:

        We met Petrov in May.\\N{SPACE}

    Instead:

        We met Petrov in May.
    """

    code = "AC110"
    severity = Severity.INFO
    fixes = "safe"
    message = "blanks at the end of a line"
    hint = "remove them"

    def find(self, subject: Subject) -> Iterable[Finding]:
        text = subject.plain.text
        ends = [end for end in line_blanks(text) if not self.is_break(text, *end)]
        if ends:
            spans = [subject.source(*end) for end in ends]
            # There may be a star of the bold among the blanks: the edit must leave it.
            edits = tuple(Edit(span, "") for span in spans if span.of(subject.text).isspace())
            fix = Fix("remove the blanks", edits) if edits else None
            yield Finding(spans[0], message=f"{self.message}{times(len(ends))}", fix=fix)

    @staticmethod
    def is_break(text: str, start: int, end: int) -> bool:
        """Whether blanks are a line break of Markdown."""
        following = text[end + 1 : end + 2]
        return (
            text[start:end] == "  "
            and start > 0
            and text[start - 1] != "\n"
            and not following.isspace()
            and following != ""
        )


def line_blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where the blanks at the ends of lines stand.

    >>> list(line_blanks("A  \\nB\\n C "))
    [(1, 3), (8, 9)]
    """
    if " \n" not in text and not text.endswith(" "):
        return
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.endswith(" "):
            yield at + len(line.rstrip(" ")), end
        at = end + 1


class UnbalancedBold(Rule):
    """Two stars begin a bold text that never ends, or end one that never began.

    Then the stars are text like any other, and a label that holds them is not a label.

    Example, summary section:

        **Summary:

        Petrov reports on the harvest.

    Instead:

        Summary:

        Petrov reports on the harvest.
    """

    code = "AC116"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    message = "these stars have no partner in the same paragraph"
    hint = "put two stars at the other end of the bold text, or remove these"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_layout and "**" in subject.plain.text:
            text, title = subject.plain.text, stars(subject)
            for start, end in stretches(text, "*".__eq__):
                if end - start == len("**"):
                    name = subject.half_bold.get(start)
                    if title and subject.offset(subject.span("/title").start) <= start < subject.labels[0].start:
                        yield Finding(subject.source(start, end), fix=title, hint=title.message)
                        continue
                    yield half_bold(subject, start, name) if name else Finding(subject.source(start, end))


def half_bold(subject: Subject, start: int, name: str) -> Finding:
    """The finding on the stars at ``start`` of the plain text, which are at one end only of the label ``name``."""
    span, label = subject.source(start, start + len("**")), f"{name}:"
    bold = {first for first, _ in subject.plain.bold}
    opens = subject.plain.text.startswith(label, start + len("**"))
    end = subject.plain.at(start + len(f"**{label}") - 1) + 1 if opens else subject.plain.at(start - len(label))
    one = opens and subject.text[end : end + 1] == "*"
    other = Span(end, end + one)  # the one star of "**Summary:*"
    if any(first.start in bold for first in subject.labels):
        fix = Fix("make the whole label bold", (Edit(other, "**"),))
    else:
        fix = Fix("remove the stars", (Edit(span, ""), *([Edit(other, "")] if one else [])))
    message = f'the label "{label}" is bold at one end only'
    return Finding(span, None, message, fix.message, fix, subject.unread_from(min(span.start, end)))


class MixedNewlines(Rule):
    """Lines end in different ways.

    Some lines end as on Windows, others as everywhere else. Such a file has been through two programs that disagree,
    and comparisons of two versions show lines as changed that are not.

    Example, body:

        We met Petrov in May.\\r
        He was well.

    Instead:

        We met Petrov in May.
        He was well.
    """

    code = "AC117"
    severity = Severity.INFO
    fixes = "safe"
    message = "this line ends in another way than the first"
    hint = "let all lines end in the same way"

    def find(self, subject: Subject) -> Iterable[Finding]:
        text = subject.text
        if "\r" not in text:
            return
        windows = text.count("\r\n")
        counts = {"\r\n": windows, "\r": text.count("\r") - windows, "\n": text.count("\n") - windows}
        if sum(map(bool, counts.values())) < 2:
            return
        usual = max(counts, key=lambda newline: counts[newline])
        edits = [Edit(span, usual) for span in newlines(text) if span.of(text) != usual]
        yield Finding(edits[0].span, message=self.message, fix=Fix("make all line ends the same", tuple(edits)))


def newlines(text: str) -> Iterator[Span]:
    """Where the newlines of ``text`` are."""
    return (Span(*match.span()) for match in NEWLINE.finditer(text))


#: What the second byte of a character, and the third, look like as one of another encoding.
SECOND = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
#: "Ã©", "â€™": the bytes of one character read as two or three.
MOJIBAKE = re.compile(f"[ÂÃÄÅÐÑ]{SECOND}|â{SECOND}{{2}}")


#: Curly quotes, and the straight ones that they may stand beside.
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


def is_alone(text: str, meant: str, printed: str) -> bool:
    """Whether the quote ``meant``, ``printed`` as several signs, is the one curly quote in a text of straight ones."""
    straight = text.count(STRAIGHT[meant])
    return straight > 1 and text.count(printed) == 1 and not any(map(text.count, STRAIGHT))


class WrongEncoding(Rule):
    """Letters were read in a wrong encoding.

    ``Ã©`` was an ``é`` that took two bytes, which a program took for two characters. Names are spelt wrongly then, and
    no search finds them.

    Example, body:

        We met JosÃ© in May.

    Instead:

        We met José in May.
    """

    code = "AC118"
    severity = Severity.WARNING
    fixes = "safe"
    message = "these characters are one that was read in a wrong encoding"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.odd.isdisjoint("ÂÃÄÅÐÑâ"):
            return
        for match in MOJIBAKE.finditer(subject.text):
            # The five bytes that cp1252 has no character for were left as they are: "â€\x9d" is a closing quote.
            meant = b"".join(c.encode("latin-1" if c <= "\xff" else "cp1252") for c in match.group()).decode()
            if meant in STRAIGHT and is_alone(subject.text, meant, match.group()):
                meant = STRAIGHT[meant]
            span = Span(*match.span())
            yield Finding(span, hint=f'write "{meant}"', fix=Fix(f'write "{meant}"', (Edit(span, meant),)))


#: "&amp;", "&#8217;", "<br>", "</p>", "<span lang=fr>"
HTML = re.compile(r"&#?\w{1,8};|</?(?P<tag>[a-z]{1,6})(?: [^<>\n]{0,80})?/?>")
TAGS = frozenset("br p b i u em strong sup sub span div".split())


def is_html(match: re.Match[str]) -> bool:
    """Whether what has the shape of a tag, or of a sign's name, is one."""
    return match["tag"] in TAGS if match["tag"] else unescape(match.group()) != match.group()


#: Tags that part nothing. What was raised or lowered has a meaning: a note's number, a power.
INLINE = frozenset("b i u em strong span".split())


def tag_change(text: str, span: Span, tag: str) -> str | None:
    """What to put in the place of a tag; None where that is not certain."""
    if tag in INLINE:
        return ""
    before, after = text[: span.start].rstrip(" "), text[span.end :].lstrip(" ")
    if tag in ("br", "p", "div") and (before[-1:] in ("\n", "") or after[:1] in ("\n", "\r", "")):
        return ""
    return {"br": "\n", "p": "\n\n"}.get(tag)


class HtmlLeftIn(Rule):
    """A piece of a web page stands in the text.

    ``&amp;`` and ``<br>`` are how web pages write a sign or a line's end. In a text they are what a reader sees.

    Example, body:

        We met Petrov &amp; his wife.

    Instead:

        We met Petrov & his wife.
    """

    code = "AC119"
    severity = Severity.WARNING
    fixes = "safe"
    message = "HTML left in the text"
    hint = "write what it stands for"

    def find(self, subject: Subject) -> Iterable[Finding]:
        text = subject.plain.text
        if not subject.is_layout or ("&" not in text and text.count("<") == text.count("<http")):
            return  # the only tag is the record's URL
        dress = {at for label in subject.labels for at in range(label.start, label.close)}  # which AC121 tells of
        for match in HTML.finditer(text):
            if match.start() in dress or not is_html(match):
                continue
            piece, span = match.group(), subject.source(*match.span())
            if not piece.startswith("&"):
                change, fix = tag_change(subject.text, span, match["tag"]), None
                if change is not None:
                    fix = Fix("end the line here" if change else "remove it", (Edit(span, change),))
                yield Finding(span, message=f'HTML left in the text: "{piece}"', fix=fix)
                continue
            meant = unescape(piece).replace("\xa0", " ")
            said = f"{meant} ({unicodedata.name(meant, '')})" if meant.strip() and len(meant) == 1 else "a blank"
            fix = Fix(f"write {meant!r}", (Edit(span, meant),)) if meant.isprintable() and meant != piece else None
            yield Finding(span, message=f'HTML left in the text: "{piece}" is {said}', fix=fix)
