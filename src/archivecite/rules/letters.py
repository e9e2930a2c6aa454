"""Rules on the letters of words: those of two alphabets, lost ones, spaced ones and ones on two lines."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places, stretches
from .rule import Finding, Rule
from .subject import Subject


class MixedScripts(Rule):
    """A word has letters of two alphabets.

    A Cyrillic ``о`` looks as a Latin ``o`` does. Readers see no difference; a search for the word fails.

    Example, body:

        We met Petr\\N{CYRILLIC SMALL LETTER O}v in May.

    Instead:

        We met Petrov in May.
    """

    code = "AC507"
    severity = Severity.WARNING
    fixes = "safe"
    message = "this word has letters of two alphabets"
    hint = "write it in one alphabet"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_layout or not any("\u0400" <= c <= "\u04ff" for c in subject.odd):
            return
        text = subject.plain.text
        for start, end in stretches(text, str.isalpha):
            word = text[start:end]
            if len({alphabet(one) for one in word} & {"Latin", "Cyrillic"}) < len(("Latin", "Cyrillic")):
                continue
            span, spelling, fix = subject.source(start, end), in_one_alphabet(word), None
            if len(spelling) == span.end - span.start:
                fix = Fix("write it in one alphabet", (Edit(span, spelling),), safe=is_latin(word))
            yield Finding(span, message=f'"{word}" has letters of two alphabets', fix=fix)


def alphabet(letter: str) -> str:
    """Which of the two alphabets a letter is of; nothing for any other.

    >>> alphabet("é"), alphabet("я"), alphabet("中")
    ('Latin', 'Cyrillic', '')
    """
    return "Latin" if letter < "\u0250" else "Cyrillic" if "\u0400" <= letter <= "\u045f" else ""


def is_latin(word: str) -> bool:
    """Whether most letters of ``word`` are Latin, and each other one looks as a Latin one does.

    >>> is_latin("Petr\\u043ev"), is_latin("П\\u0065тp\\u006fв")
    (True, False)
    """
    others = [letter for letter in word if letter >= "\u0400"]
    return 2 * len(others) < len(word) and all(LOOKALIKES.get(letter, letter) < "\u0400" for letter in others)


#: Letters of the two alphabets that look the same, each with the other.
LOOKALIKES = dict(zip("АВЕКМНОРСТУХаеорсухіІ", "ABEKMHOPCTYXaeopcyxiI", strict=True))
LOOKALIKES |= {latin: cyrillic for cyrillic, latin in LOOKALIKES.items()}


def in_one_alphabet(word: str) -> str:
    """``word`` in the alphabet of most of its letters, or else in the other one; empty where neither has them all.

    >>> in_one_alphabet("Petr\\u043ev"), in_one_alphabet("П\\u0065тp\\u006fв") == "Петров", in_one_alphabet("Пrд")
    ('Petrov', True, '')
    """
    latin = sum(c < "\u0400" for c in word) * 2 >= len(word)
    for wanted in (latin, not latin):
        spelling = "".join(c if (c < "\u0400") == wanted else LOOKALIKES.get(c, c) for c in word)
        if all((c < "\u0400") == wanted for c in spelling):
            return spelling
    return ""


class LostGlyph(Rule):
    """A converter left the number of a glyph in place of a letter.

    ``(cid:123)`` stands where the PDF's font does not say which letter its sign is. Look the word up in the original.

    Example, body:

        We met Pe(cid:116)rov in May.

    Instead:

        We met Petrov in May.
    """

    code = "AC508"
    severity = Severity.WARNING
    message = "a letter was lost in conversion"
    hint = "look the word up in the original"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_layout and "(cid:" in subject.plain.text:
            for start, end in glyph_numbers(subject.plain.text):
                yield Finding(subject.source(start, end))


def glyph_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of glyphs stand in a text.

    >>> list(glyph_numbers("Pe(cid:116)rov (cid:x)"))
    [(2, 11)]
    """
    for start in places(text, "(cid:"):
        number, close, _ = text[start + len("(cid:") : start + len("(cid:123456)")].partition(")")
        if close and number.isdecimal():
            yield start, start + len("(cid:") + len(number) + 1


#: "m i n i s t e r", "m i n i s t e r s."
SPACED = len("word")
LETTER_SPACED = re.compile(r"(?<!\w)(?<!\w['’])[^\W\d_](?: [^\W\d_](?![\w'’])){3,}")


def has_letters_apart(text: str) -> bool:
    """Whether every other character is a blank three times in a row, as in every spaced word, and in hardly any text.

    >>> has_letters_apart("the m i n i s t e r s."), has_letters_apart("a plan I know")
    (True, False)
    """
    return "   " in text[::2] or "   " in text[1::2]


class LetterSpacedWord(Rule):
    """The letters of a word are spaced.

    Typists spaced letters for emphasis, and converters keep the blanks. A search for the word fails.

    Example, body:

        The m i n i s t e r came in May.

    Instead:

        The minister came in May.
    """

    code = "AC509"
    severity = Severity.INFO
    fixes = "unsafe"
    message = "the letters of this word are spaced"
    hint = "write it as one word"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in subject.prose():
            for match in LETTER_SPACED.finditer(text) if has_letters_apart(text) else ():
                start, end = match.span()
                letters = match.group()
                if text.startswith(".", end) and letters[-1].isupper() and not letters.isupper():
                    # "t r a c t o r A. Petrov": the last is an initial.
                    letters = letters[:-2]
                    end -= len(" L")
                word = letters.replace(" ", "")
                if len(word) < SPACED:
                    continue
                span = subject.within(pointer, start, end)
                fix = Fix(f'write "{word}"', (Edit(span, word),), safe=False)
                yield Finding(span, pointer, fix=fix)


class HyphenAtLineEnd(Rule):
    """A word is divided at a line's end.

    When lines are joined the word keeps its hyphen: ``pro-vide``. In the archive's own PDFs each hyphen at a line's end
    is the word's own (``Kai-shek``); elsewhere only a reader can tell.

    Example, body:

        We met the minis-
        ter in May.

    Instead:

        We met the minister in May.
    """

    code = "AC510"
    severity = Severity.INFO
    message = "a word is divided at the line's end"
    hint = "write the word on one line"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.is_layout and "-\n" in subject.plain.text:
            for place in dividing_hyphens(subject.plain.text):
                yield Finding(subject.source(place, place + 1))


def dividing_hyphens(text: str) -> Iterator[int]:
    """Where hyphens end lines within a word: not in ``short-⏎and long-term``.

    >>> list(dividing_hyphens("minis-\\nter")), list(dividing_hyphens("short-\\nand"))
    ([5], [])
    """
    at = 0
    lines = text.split("\n")
    for line, below in pairwise(lines):
        before, rest = line.rstrip(), below.lstrip()
        if before.endswith("-") and is_small(before[-3:-1]) and len(before) > len("ab") and is_small(rest[:2]):
            word = "".join(takewhile(str.isalnum, rest[: len("and") + 1]))
            if len(rest) > 1 and word not in ("and", "or", "to"):
                yield at + len(before) - 1
        at += len(line) + 1


def is_small(word: str) -> bool:
    """Whether a word has small letters of ASCII alone, apostrophes and hyphens aside."""
    letters = word.replace("’", "").replace("'", "").replace("-", "")
    return letters.isascii() and letters.isalpha() and letters.islower()
