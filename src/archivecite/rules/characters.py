"""Rules on single characters: those that a keyboard did not make, and those that can't be seen."""

import unicodedata
from abc import abstractmethod
from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
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


def is_unseen(character: str) -> bool:
    """Whether AC111 or AC114 may tell of ``character``.

    >>> is_unseen("\\u200b"), is_unseen("\\x07"), is_unseen(" ")
    (True, True, False)
    """
    return unicodedata.category(character) in ("Cf", "Cc", "Co", "Cn") and character not in "\t\n\r\f"


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
                edits = (
                    tuple(Edit(Span(place, place + 1), self.put(subject.text, place, new)) for place in at)
                    if new is not None
                    else ()
                )
                fix = Fix(self.fix_message(character), edits) if edits else None
                message = f"{self.told(character)}{times(len(at))}"
                lost, within = self.lost(subject, at)
                first = Span(at[0], at[0] + 1)
                yield Finding(first, None, message + within, self.hinted(character), fix, lost)

    @abstractmethod
    def is_odd(self, character: str, subject: Subject) -> bool:
        """Whether the rule is about ``character``."""

    def replacement(self, character: str) -> str | None:  # noqa: ARG002  # for those that can fix it
        """What to put in the place of ``character``; None where that is not certain."""
        return None

    @staticmethod
    def lost(subject: Subject, at: list[int]) -> tuple[Span | None, str]:
        """What was not read because one of the characters ``at`` these places is in a label, and what to tell of it."""
        for name, (start, end) in subject.misspelt.items() if subject.is_layout else ():
            span = subject.source(start, end)
            if any(span.start <= place < span.end for place in at):
                following = (label.start for label in subject.labels if label.start >= end)
                last = subject.plain.at(next(following, len(subject.plain.text)))
                return Span(span.start, last), f', so that "{name}:" is not read'
        return None, ""

    def put(self, text: str, place: int, new: str) -> str:  # noqa: ARG002  # for those that look beside it
        """What to put at ``place`` of ``text``, where ``new`` is to be put as a rule."""
        return new

    def hinted(self, character: str) -> str | None:  # noqa: ARG002  # for those that know one
        """What to do about ``character``; None where it is what the rule says."""
        return None

    def told(self, character: str) -> str:
        """What to say of ``character``."""
        return f"{self.message}: {named(character)}"

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


class UnusualSpace(CharacterRule):
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


MEANINGLESS = frozenset(map(chr, (*range(8), 0x08, 0x0E, 0x0F, 0x7F)))


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
    fixes = "some"
    message = "control character"
    hint = "remove it, or put what was meant"

    def is_odd(self, character: str, subject: Subject) -> bool:  # noqa: ARG002  # wherever it stands
        return unicodedata.category(character) in ("Cc", "Co", "Cn") and character not in "\t\n\r\f"

    def put(self, text: str, place: int, new: str) -> str:
        # pypdfium2 has U+0002 for the hyphen at a line's end: of "Indo-China" it is a part, of "minis-ter" it is not.
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        return "-" if text[place] == "\x02" and before.islower() and after.isupper() else new

    def hinted(self, character: str) -> str | None:
        if unicodedata.category(character) != "Cc":
            return "look at the original for the sign that is meant: only the font of the original has it"
        new = self.replacement(character)
        return f'write "{new}"' if new else "remove it" if new == "" else None

    def replacement(self, character: str) -> str | None:
        # What has no meaning and is not half of a sign ("\x19" of U+2019) is removed; the others of
        # ISO 8859 stand for cp1252's signs. NEL may be a line's end.
        if character in MEANINGLESS:
            return ""
        signs = character.encode("latin-1", "replace").decode("cp1252", "replace")
        return signs if "\x80" <= character <= "\x9f" and character != "\x85" and signs != "\ufffd" else None

    def told(self, character: str) -> str:
        what = {"Co": "sign of one font only:", "Cn": "code without a character:"}.get(
            unicodedata.category(character), self.message
        )
        return f"{what} {named(character)}"


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
