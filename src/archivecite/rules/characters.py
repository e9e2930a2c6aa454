"""Rules on single characters and marks: what a keyboard did not make, what a converter left, what can't be seen."""

import unicodedata
from abc import abstractmethod
from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.grammar import terminals
from .rule import Finding, Rule
from .subject import Subject

#: How often a character is looked for; a text that holds more of one is damaged as a whole, and is not fixed.
MANY = 10_000


def places(text: str, character: str) -> Iterator[int]:
    """Where ``character`` stands, the first ten thousand times."""
    place = text.find(character)
    for _ in range(MANY):
        if place < 0:
            return
        yield place
        place = text.find(character, place + 1)


def named(character: str) -> str:
    """What Unicode calls ``character``.

    >>> named("\u200b"), named("\ue000")
    ('ZERO WIDTH SPACE (U+200B)', 'U+E000')
    """
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{name} ({code})" if name else code


def times(number: int) -> str:
    """How often, in words.

    >>> times(1), times(3), times(MANY)
    ('', ', 3 times', ', 10000 times or more')
    """
    more = " or more" if number >= MANY else ""
    return f", {number} times{more}" if number > 1 else ""


class CharacterRule(Rule):
    """A rule on kinds of characters: each of them is one finding, where it stands first, with all its places."""

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.text.isascii() and subject.text.isprintable():
            return
        for character in sorted(subject.odd):
            if not self.is_odd(character, subject):
                continue
            at = [place for place in places(subject.text, character) if place or character != "\ufeff"]
            if at:
                new = self.replacement(character) if len(at) < MANY else None
                edits = tuple(Edit(Span(place, place + 1), new) for place in at) if new is not None else ()
                fix = Fix(self.fix_message(character), edits) if edits else None
                message = f"{self.message}: {named(character)}{times(len(at))}"
                yield Finding(Span(at[0], at[0] + 1), message=message, fix=fix)

    @abstractmethod
    def is_odd(self, character: str, subject: Subject) -> bool:
        """Whether the rule is about ``character``."""

    def replacement(self, character: str) -> str | None:  # noqa: ARG002  # for those that can fix it
        """What to put in the place of ``character``; None where that is not certain."""
        return None

    def fix_message(self, character: str) -> str:
        """What the fix does."""
        return (
            f"remove {named(character)}"
            if not self.replacement(character)
            else f"put {self.replacement(character)!r} instead"
        )


class InvisibleCharacter(CharacterRule):
    """A character that can't be seen stands in the text.

    Zero-width spaces, soft hyphens and marks of direction come with text that was copied from web pages and PDFs.
    Nobody sees them, and a search for a word that holds one fails. A byte order mark at the very beginning is no such
    character.

    Example, body:

        We met Pet\\N{SOFT HYPHEN}rov in May.

    Instead:

        We met Petrov in May.
    """

    code = "AC111"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    message = "a character that can't be seen"
    hint = "remove it"

    def is_odd(self, character: str, subject: Subject) -> bool:
        # Persian and Indic scripts spell with the two joiners.
        joins = character in "\u200c\u200d" and any("\u0590" <= c <= "\u0dff" for c in subject.odd)
        return unicodedata.category(character) == "Cf" and not joins

    def replacement(self, character: str) -> str:  # noqa: ARG002  # any is removed
        return ""


class UnreadableCharacter(CharacterRule):
    """Characters were lost before the text was saved.

    The replacement character stands where a program could not tell what a byte means; a lone half of a pair can't be
    saved at all. What stood there is gone. Make the text anew from its source, in UTF-8.

    Example, body:

        We met Petrov in Bras\\N{REPLACEMENT CHARACTER}lia.

    Instead:

        We met Petrov in Brasília.
    """

    code = "AC112"
    severity = Severity.ERROR
    explains = True
    message = "a character was lost here"
    hint = "make the text anew from its source, and save it as UTF-8"

    def is_odd(self, character: str, subject: Subject) -> bool:  # noqa: ARG002  # wherever it stands
        return character == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(character) == "Cs"


class OddSpace(CharacterRule):
    """A space that is not the usual one stands in the text.

    No-break spaces and their like look as the space does. A search for two words with one between them fails. Reading
    takes them for spaces, so nothing changes in the record when they are made plain.

    Example, body:

        We met Petrov in\\N{NO-BREAK SPACE}May.

    Instead:

        We met Petrov in May.
    """

    code = "AC113"
    severity = Severity.INFO
    fixes = "safe"
    message = "not the usual space"
    hint = "put a plain space instead"

    def is_odd(self, character: str, subject: Subject) -> bool:
        # Chinese and Japanese are set with a space of their own.
        if character == "\N{IDEOGRAPHIC SPACE}" and any("\u3040" <= c <= "\u9fff" for c in subject.odd):
            return False
        return unicodedata.category(character) in ("Zs", "Zl", "Zp")

    def replacement(self, character: str) -> str:
        return " " if unicodedata.category(character) == "Zs" else "\n"


class ControlCharacter(CharacterRule):
    """A control character, or one that has no meaning outside one font, stands in the text.

    They come from damaged files and from fonts with signs of their own. What a reader sees of them differs from
    program to program.

    Example, body:

        We met Petrov\\N{U+0007} in May.

    Instead:

        We met Petrov in May.
    """

    code = "AC114"
    severity = Severity.WARNING
    explains = True
    message = "a character without a meaning"
    hint = "remove it, or put what was meant"

    def is_odd(self, character: str, subject: Subject) -> bool:  # noqa: ARG002  # wherever it stands
        return unicodedata.category(character) in ("Cc", "Co", "Cn") and character not in "\t\n\r\f"


class Ligature(CharacterRule):
    """Letters are joined in one character.

    Some PDFs keep the printer's ligatures: one character that looks like two or three letters. A search for the word
    fails.

    Example, body:

        We met in the of\\N{LATIN SMALL LIGATURE FI}ce.

    Instead:

        We met in the office.
    """

    code = "AC115"
    severity = Severity.INFO
    fixes = "safe"
    message = "letters joined in one character"
    hint = "put the letters instead"

    def is_odd(self, character: str, subject: Subject) -> bool:  # noqa: ARG002  # wherever it stands
        return "\ufb00" <= character <= "\ufb06"

    def replacement(self, character: str) -> str:
        return unicodedata.normalize("NFKC", character)


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
        ends = [
            match.span()
            for match in terminals("rule", "TRAILING_BLANKS").finditer(text)
            if not self.is_break(text, *match.span())
        ]
        if ends:
            spans = [subject.source(*end) for end in ends]
            # A star of the bold may stand among the blanks: the edit must leave it.
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


class UnbalancedBold(Rule):
    """Two stars begin a bold text that never ends, or end one that never began.

    Then the stars are text like any other, and a label that holds them is no label.

    Example, body:

        **We met Petrov in May.

    Instead:

        **We met Petrov in May.**
    """

    code = "AC116"
    severity = Severity.WARNING
    explains = True
    message = "these stars have no partner in the same paragraph"
    hint = "put two stars at the other end of the bold text, or remove these"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_layout and "**" in subject.plain.text:
            for match in terminals("rule", "LONE_BOLD").finditer(subject.plain.text):
                yield Finding(subject.source(*match.span()))


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
    """Where the newlines of ``text`` stand."""
    at = 0
    while at < len(text):
        found = min((place for place in (text.find("\r", at), text.find("\n", at)) if place >= 0), default=-1)
        if found < 0:
            return
        end = found + (2 if text.startswith("\r\n", found) else 1)
        yield Span(found, end)
        at = end


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
        for match in terminals("rule", "MOJIBAKE").finditer(subject.text):
            # The five bytes that cp1252 has no character for were left as they are: "â€\x9d" is a closing quote.
            meant = b"".join(c.encode("latin-1" if c <= "\xff" else "cp1252") for c in match.group()).decode()
            span = Span(*match.span())
            yield Finding(span, hint=f'write "{meant}"', fix=Fix(f'write "{meant}"', (Edit(span, meant),)))


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
    message = "a piece of a web page was left in"
    hint = "write what it stands for"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_layout or ("&" not in subject.plain.text and "<" not in subject.plain.text):
            return
        for match in terminals("rule", "HTML").finditer(subject.plain.text):
            yield Finding(subject.source(*match.span()))
