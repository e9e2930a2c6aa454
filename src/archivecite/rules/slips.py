"""Rules on slips of the hand: a letter lost, a word or a blank too many, signs of another keyboard."""

import unicodedata
from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.stretches import places, stretches
from .characters import MANY, times
from .doubled_word import is_never_twice, twice
from .rule import Finding, Rule
from .subject import Subject

#: What is put for a letter that cannot be shown.
LOST = "?□▯■"
#: A tab, or several blanks, within a line.
BLANKS = frozenset(" \t")
#: Signs after which a blank follows, in ASCII.
SPACED = ",.;:!?)"


class LostLetter(Rule):
    """A question mark, or a box, is inside a word.

    A program that could not write a letter put ``?`` in its place: ``Mar?a`` was ``María``. Names are lost that way.

    Example, body:

        We met Mar?a in May.

    Instead:

        We met María in May.
    """

    code = "AC127"
    severity = Severity.WARNING
    message = "a letter was lost in this word"
    hint = "look the word up in the original"

    def find(self, subject: Subject) -> Iterable[Finding]:
        text = subject.plain.text
        if not subject.is_layout or not any(sign in text for sign in LOST):
            return
        for place in sorted(place for sign in LOST for place in places(text, sign)):
            before, after = text[max(place - 1, 0)], text[place + 1 : place + 2]
            if not before.isalpha() or not after.isalpha():
                continue
            start, end = word_around(text, place - 1)
            word = text[start:end]
            # A letter on each side, the second one small: "Why?Because" lacks a blank only.
            if (not after.islower() and before.islower()) or "/" in word or "=" in word or "@" in word:
                continue
            yield Finding(subject.source(start, end), message=f'a letter was lost in "{word}"')


def word_around(text: str, place: int) -> tuple[int, int]:
    """Where the word at ``place`` begins and ends, without signs around it; no word has more than 200 letters.

    >>> word_around("met (Mar?a) in", 8)
    (5, 10)
    """
    low, high = max(0, place - 100), min(len(text), place + 100)
    start, end = place, place
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    word = text[start:end]
    return start + len(word) - len(word.lstrip("([\"'“‘«*")), end - (len(word) - len(word.rstrip(")].,;:!?\"'”’»*")))


class RepeatedWord(Rule):
    """A word is written twice.

    ``the the`` is a slip of the hand, or of a line's end.

    Example, body:

        We met the the minister in May.

    Instead:

        We met the minister in May.
    """

    code = "AC128"
    severity = Severity.INFO
    fixes = "safe"
    message = "this word is written twice"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in passages(subject):
            for start, word in twice(text):
                span = subject.within(pointer, start, start + 2 * len(word) + 1)
                fix = Fix(f'write "{word}" once', (Edit(span, word),), safe=is_never_twice(word))
                yield Finding(span, pointer, f'"{word}" is written twice', f'write "{word}" once', fix)


def passages(subject: Subject) -> Iterator[tuple[str, str]]:
    """The pointer and the text of what is written in sentences, titles included."""
    record = subject.record
    if record.title:
        yield "/title", record.title
    if record.citation and record.citation.title:
        yield "/citation/title", record.citation.title
    yield from subject.prose()


class WideBlank(Rule):
    """A tab, or several blanks, stand between two words of the head.

    Reading takes them for one blank. Searches and comparisons do not.

    Example, title:

        **Telegram from  Petrov to the Ministry**

    Instead:

        **Telegram from Petrov to the Ministry**
    """

    code = "AC122"
    severity = Severity.INFO
    fixes = "safe"
    message = "a tab or several blanks between two words"
    hint = "put one blank instead"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_layout or subject.document.family == "flattened":
            return
        end = subject.plain.at(subject.body_start) if subject.body_start < len(subject.plain.text) else None
        spans = [Span(*place) for place in wide_blanks(subject.text[:end])][:MANY]
        if subject.masthead:  # which is to go as a whole
            last = subject.plain.at(subject.masthead[-1].end - 1)
            spans = [span for span in spans if span.start > last]
        if spans:
            fix = Fix("put one blank instead", tuple(Edit(span, " ") for span in spans))
            yield Finding(spans[0], message=f"{self.message}{times(len(spans))}", fix=fix)


def is_accent(sign: str) -> bool:
    """Whether a sign is the mark of a letter as a character of its own."""
    return "\u0300" <= sign <= "\u036f"


def wide_blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where a tab, or several blanks, stand between two words on a line.

    >>> list(wide_blanks("A  B C\\tD  "))
    [(1, 3), (6, 7)]
    """
    for start, end in stretches(text, BLANKS.__contains__) if "  " in text or "\t" in text else ():
        between = start > 0 and end < len(text) and not (text[start - 1].isspace() or text[end].isspace())
        if between and text[start:end] != " ":
            yield start, end


class DecomposedLetter(Rule):
    """A letter and its accent are two characters.

    They look as one does, and a search for the word as people type it fails. Reading takes the two as they are.

    Example, body:

        We met Jose\\N{COMBINING ACUTE ACCENT} in May.

    Instead:

        We met José in May.
    """

    code = "AC123"
    severity = Severity.INFO
    fixes = "safe"
    message = "a letter and its accent are two characters"
    hint = "write them as one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.odd.isdisjoint(map(chr, range(0x300, 0x370))):
            return
        found = [
            (Span(start - 1, end), one)
            for start, end in stretches(subject.text, is_accent)
            if subject.text[max(start - 1, 0)].isalpha()
            and (one := unicodedata.normalize("NFC", subject.text[start - 1 : end])) != subject.text[start - 1 : end]
        ][:MANY]
        if found:
            fix = Fix("write each as one character", tuple(Edit(span, one) for span, one in found))
            yield Finding(found[0][0], message=f"{self.message}{times(len(found))}", fix=fix)


def is_full_width(sign: str) -> bool:
    """Whether a sign, figure or letter is the full-width one that looks like one of ASCII."""
    return "\uff01" <= sign <= "\uff5e"


class FullWidthSign(Rule):
    """A sign is as wide as a Chinese character.

    ``，`` looks like a comma, but does not separate the parts of a citation. They come from Chinese and Japanese
    keyboards, and belong to texts in those languages only.

    Example, body:

        We met Petrov， and he was well.

    Instead:

        We met Petrov, and he was well.
    """

    code = "AC124"
    severity = Severity.INFO
    fixes = "safe"
    message = "signs of a Chinese or Japanese keyboard"
    hint = "write the usual signs"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.odd.isdisjoint(map(chr, range(0xFF01, 0xFF5F))):
            return
        if any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in subject.odd):
            return
        text = subject.text
        edits = []
        for start, end in stretches(text, is_full_width):
            usual = unicodedata.normalize("NFKC", text[start:end])
            joined = usual[-1] in SPACED and text[end : end + 1].isalpha()
            edits.append(Edit(Span(start, end), f"{usual} " if joined else usual))
        message = f"{self.message}{times(len(edits))}"
        yield Finding(edits[0].span, message=message, fix=Fix("write the usual signs", tuple(edits[:MANY])))


class BlankBeforeColon(Rule):
    """A label has a blank before its colon.

    It is read, but other programs look for the label as it is printed in the archive's records.

    Example, summary section:

        Summary :

        Petrov reports on the harvest.

    Instead:

        Summary:

        Petrov reports on the harvest.
    """

    code = "AC125"
    severity = Severity.INFO
    fixes = "safe"
    message = "a blank before the label's colon"
    hint = "remove it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for label in subject.labels:
            printed = subject.plain.text[label.start : label.end]
            name = printed.rstrip(": \t")
            span = subject.source(label.start + len(name), label.end - 1)
            if len(name) + 1 < len(printed) and span.of(subject.text).isspace():
                yield Finding(span, fix=Fix("remove the blank", (Edit(span, ""),)))
