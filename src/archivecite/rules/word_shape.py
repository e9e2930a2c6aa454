"""The rule on words that no typist means: a figure in a word, a letter three times, a capital in its middle."""

from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import NamedTuple

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places
from .rule import Finding, Rule
from .slips import word_around
from .subject import Subject

#: Signs that look like letters, and what each is taken for; ``1`` may be an "l" or an "i".
DISGUISES = {"0": "o", "1": None, "|": "l"}
#: Signs that show a word to be an address, a path or a formula.
ADDRESSES = frozenset("/@\\_=<>#%&.")
#: Words that stand after a hyphen and a blank where one part of two words is said once: "short- and long-term".
AFTER = ("and", "or", "to", "but", "nor", "versus")
#: So many small letters are on each side of a sign that is in a word.
BESIDE = 2
#: So many are before a capital that is in a word: "McNamara" and "deGaulle" have fewer.
BEFORE = 3
#: What is around a word.
AROUND = ".,;:!?()[]{}\"'“”‘’«»*-–—…"


class Odd(NamedTuple):
    """A place in a word: what is wrong there, and what is meant, if that is certain."""

    start: int
    end: int
    said: str
    meant: str | None = None


class OddWord(Rule):
    """A word has a shape that no word has: a figure among its letters, a letter three times, a capital in its middle.

    ``fr0m`` was misread from a scan, ``weaTpons`` mistyped, ``wea- pons`` joined from two lines. A search for the word
    fails.

    Example, body:

        We met Petrov fr0m the ministry.

    Instead:

        We met Petrov from the ministry.
    """

    code = "AC137"
    severity = Severity.INFO
    fixes = "some"
    message = "no word has this shape"
    hint = "look the word up in the original"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_record:
            return
        odd = {word: found for word in unusual_words(subject) if (found := [*oddities(word)])}
        cut = "- " in subject.plain.text or "-\n" in subject.plain.text
        for pointer, text in subject.prose() if odd or cut else ():
            for word, found in odd.items():
                for at in places(text, word):
                    if word_around(text, at + found[0].start) == (at, at + len(word)):
                        yield from (told(subject, pointer, text, at, one, word) for one in found[:1])
            for at in cut_words(text):
                first = word_around(text, at - 1)[0]
                last = word_around(text, at + len("- "))[1]
                said = Odd(at - first, at - first + len("- "), "a hyphen and a blank are in")
                yield told(subject, pointer, text, first, said, text[first:last])


def told(subject: Subject, pointer: str, text: str, at: int, odd: Odd, word: str) -> Finding:
    """The finding on the ``odd`` place in ``word``, which stands at ``at`` of a text."""
    span, fix = subject.within(pointer, at, at + len(word)), None
    if odd.meant is not None and span.of(subject.text) == text[at : at + len(word)]:
        right = word[: odd.start] + odd.meant + word[odd.end :]
        fix = Fix(f'write "{right}"', (Edit(span, right),))
    return Finding(span, pointer, f'{odd.said} "{word}"', fix.message if fix else None, fix)


def unusual_words(subject: Subject) -> Iterator[str]:
    """The different words of the text that are not in small letters, but for the first one, and those that have a
    letter three times.
    """
    text = subject.plain.text
    threefold = [3 * letter for letter in ascii_lowercase if 3 * letter in text]
    for printed in subject.words:
        word = printed if printed.isalpha() else printed.strip(AROUND)
        plain = word.islower() if word.isalpha() else word.isdecimal()
        if (
            not (plain or word.istitle())
            or any(three in word for three in threefold)
            or (not word.isalpha() and not word.isdecimal())
        ):
            yield word


def oddities(word: str) -> Iterator[Odd]:
    """The places in ``word`` where no word has the like.

    >>> [next(oddities(word)).said for word in ("fr0m", "weaTpons", "belllow")]
    ['a figure stands for a letter in', 'a capital is in the middle of', 'a letter is three times in']
    >>> [word for word in ("xviii", "McNamara", "B2B", "USSR", "Il-14", "eTELs") if any(oddities(word))]
    []
    """
    if not ADDRESSES.isdisjoint(word) or "www" in word:
        return
    for at, sign in enumerate(word):
        before, after = word[max(0, at - BEFORE) : at], word[at + 1 : at + 1 + BESIDE]
        if sign in DISGUISES and is_small(before[-BESIDE:], BESIDE) and is_small(after[:1], 1):
            yield Odd(at, at + 1, f"a {'bar' if sign == '|' else 'figure'} stands for a letter in", DISGUISES[sign])
        elif sign.isupper() and is_small(before, BEFORE) and is_small(after[:1], 1):
            yield Odd(at, at + 1, "a capital is in the middle of")
        elif sign.islower() and is_threefold(word, at):
            yield Odd(at, at + 3, "a letter is three times in")


def is_threefold(word: str, at: int) -> bool:
    """Whether the letter at ``at`` of a longer word is three times in a row there, and in no Roman number."""
    thrice = word[at : at + 3] == 3 * word[at] and len(word) > len("aaa")
    return thrice and word.replace("'", "").isalpha() and not {*word.lower()} <= {*"ivxlcdm"}


def is_small(letters: str, count: int) -> bool:
    """Whether so many ``letters`` are small."""
    return len(letters) == count and letters.isalpha() and letters.islower()


def cut_words(text: str) -> Iterator[int]:
    """Where a hyphen and a blank stand within a word: not in "short- and long-term".

    >>> list(cut_words("the wea- pons, short- and long-term"))
    [7]
    """
    for at in places(text, "- "):
        after = text[at + 2 : at + 12].partition(" ")[0]
        if is_small(text[max(0, at - BESIDE) : at], BESIDE) and is_small(after[:BEFORE], BEFORE) and after not in AFTER:
            yield at
