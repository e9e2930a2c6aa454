"""Rules on the document itself and its notes: what conversion broke, brackets and notes without their other half."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.stretches import places, stretches
from .rule import Finding, Rule
from .subject import Subject


class BrokenParagraph(Rule):
    """A paragraph is broken in the middle of a sentence.

    It ends without a full stop, and the next begins with a small letter: a page of the original ended here, and the
    converter took it for the end of a paragraph. It may also be a line above a letter that goes on in the next.

    Example, body:

        He said that we should be ready

        and that all would be well.

    Instead:

        He said that we should be ready and that all would be well.
    """

    code = "AC501"
    severity = Severity.INFO
    fixes = "unsafe"
    message = "this paragraph seems to go on in the next"
    hint = "join the two, if the original has them as one"

    #: A shorter line with no full stop is a heading or an address.
    long = 25

    def find(self, subject: Subject) -> Iterable[Finding]:
        body = [(n, block) for n, block in enumerate(subject.record.body) if block.kind != "page_break"]
        for (before, first), (index, second) in pairwise(body):
            if first.kind != "paragraph" or second.kind != "paragraph" or len(first.text) <= self.long:
                continue
            last = first.text.rstrip()[-1:]
            if not begins_small(second.text) or not (last.isalnum() or last in "_,’'-"):
                continue
            if not self.in_columns(subject, before):
                yield self.found(subject, before, index)

    @staticmethod
    def found(subject: Subject, before: int, index: int) -> Finding:
        """The finding that the block at ``before`` goes on in the one at ``index``, on its last word."""
        first, second = subject.span(f"/body/{before}"), subject.span(f"/body/{index}")
        word = subject.record.body[before].text.rpartition(" ")[2]
        span = Span(first.end - len(word), first.end)
        if span.of(subject.text) != word:  # markup stands in it
            span = Span(first.end - 1, first.end)
        gap = Span(first.end, second.start)
        if gap.of(subject.text).strip():
            return Finding(span, f"/body/{before}")
        return Finding(span, f"/body/{before}", fix=Fix("join the two paragraphs", (Edit(gap, " "),), safe=False))

    @staticmethod
    def in_columns(subject: Subject, index: int) -> bool:
        """Whether the last line of a block has a wide gap in it: where a page was kept as it looks, words of different
        columns stand beside each other.
        """
        line = subject.span(f"/body/{index}").of(subject.text).rpartition("\n")[2]
        return "    " in line.strip()


def begins_small(text: str) -> bool:
    """Whether a text begins with a word in small letters, and with no item's: ``a.`` may begin one.

    >>> begins_small("and erase them"), begins_small("iv. The"), begins_small("a) The"), begins_small("In May")
    (True, False, False, False)
    """
    word = text.partition(" ")[0]
    letters = word.rstrip(",;.")
    if len(word) > len(letters) + 1 or not "a" <= letters[:1] <= "z" or not is_small(letters):
        return False
    return not word.endswith(".") or not (len(letters) == 1 or (len(letters) <= len("viii") and {*letters} <= {*"ivx"}))


def is_small(word: str) -> bool:
    """Whether a word has small letters of ASCII alone, apostrophes and hyphens aside."""
    letters = word.replace("’", "").replace("'", "").replace("-", "")
    return letters.isascii() and letters.isalpha() and letters.islower()


class UnbalancedBracket(Rule):
    """A square bracket in the document has no partner.

    Square brackets hold what editors and translators added. When one has no partner nobody can tell their words from
    the author's.

    Example, body:

        We met Petrov [the consul in May.

    Instead:

        We met Petrov [the consul] in May.
    """

    code = "AC502"
    severity = Severity.WARNING
    message = "this bracket has no partner"
    hint = "put the other bracket where the editor's words end or begin"

    def find(self, subject: Subject) -> Iterable[Finding]:
        # A bracket may be closed paragraphs later, so all the text is one.
        opened: list[tuple[str, int]] = []
        alone: list[tuple[str, int]] = []
        for pointer, block in subject.blocks:
            text = block.text
            if "[" not in text and "]" not in text:
                continue
            for place, character in enumerate(text):
                if character == "[":
                    opened.append((pointer, place))
                elif character == "]":
                    if opened:
                        opened.pop()
                    else:
                        alone.append((pointer, place))
        first: dict[str, int] = {}
        for pointer, place in (*alone, *opened):
            first[pointer] = min(place, first.get(pointer, place))
        for pointer, place in first.items():
            yield Finding(subject.within(pointer, place, place + 1), pointer)


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
    fixes = "unsafe"
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
                fix = Fix("write it in one alphabet", (Edit(span, spelling),), safe=False)
            yield Finding(span, message=f'"{word}" has letters of two alphabets', fix=fix)


def alphabet(letter: str) -> str:
    """Which of the two alphabets a letter is of; nothing for any other.

    >>> alphabet("é"), alphabet("я"), alphabet("中")
    ('Latin', 'Cyrillic', '')
    """
    return "Latin" if letter < "\u0250" else "Cyrillic" if "\u0400" <= letter <= "\u045f" else ""


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


#: "m i n i s t e r"
LETTER_SPACED = re.compile(r"(?<!\w)(?<!\w['’])[^\W\d_](?: [^\W\d_](?![\w.'’])){3,}")


class LetterSpacedWord(Rule):
    """The letters of a word stand apart.

    Typists spaced letters for emphasis, and converters keep the blanks. A search for the word fails.

    Example, body:

        The m i n i s t e r came in May.

    Instead:

        The minister came in May.
    """

    code = "AC509"
    severity = Severity.INFO
    fixes = "unsafe"
    message = "the letters of this word stand apart"
    hint = "write it as one word"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in subject.prose():
            for match in LETTER_SPACED.finditer(text):
                span = subject.within(pointer, *match.span())
                word = match.group().replace(" ", "")
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


class PageNumberLeftIn(Rule):
    """A page number stands among the paragraphs.

    It belongs to the pages of the file, and here it breaks the text in two.

    Example, body:

        He said that we should be ready.

        - 2 -

        He said that all would be well.

    Instead:

        He said that we should be ready.

        He said that all would be well.
    """

    code = "AC511"
    severity = Severity.INFO
    message = "this looks like a page number"
    hint = "remove it, if it is one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        body = subject.record.body
        prose = [index for index, block in enumerate(body) if block.kind == "paragraph" and len(block.text) > 12]
        # Above the first prose a number is the telegram's, and after the last an entry's.
        for index in range(prose[0] + 1, prose[-1]) if prose else ():
            block = body[index]
            short = len(block.text) <= 14 and block.kind in ("paragraph", "entry_numbers", "heading")
            if short and is_page_number(block.text):
                yield Finding(subject.span(f"/body/{index}"), f"/body/{index}")


def is_page_number(text: str) -> bool:
    """Whether a text is what stands at the foot of a page.

    >>> [is_page_number(text) for text in ("- 12 -", "12", "Page 3 of 5", "-12", "1962")]
    [True, True, True, False, False]
    """
    dashed = text[:1] in DASHES and text[-1:] in DASHES and len(text) > 1
    words = (text[1:-1] if dashed else text).split()
    if words[:1] in (["Page"], ["page"]) and not dashed:
        words = words[1:]
        if words[1:2] == ["of"]:
            words = [words[0]] if words[2:] and is_short_number(words[2]) else []
    return len(words) == 1 and is_short_number(words[0])


DASHES = ("-", "–", "—")


def is_short_number(word: str) -> bool:
    """Whether a word is a number of at most three figures."""
    return word.isdecimal() and len(word) <= len("123")


class RepeatedParagraph(Rule):
    """A paragraph stands twice.

    The same long words twice are rarely the author's: a page was copied twice.

    Example, body:

        He said that we should be ready for anything that may come, and that all would then be well.

        He said that we should be ready for anything that may come, and that all would then be well.

    Instead:

        He said that we should be ready for anything that may come, and that all would then be well.
    """

    code = "AC512"
    severity = Severity.WARNING
    message = "this paragraph stands above already"
    hint = "remove one of the two, unless the original has both"

    #: A refrain or a line that is asked again may well come twice.
    long = 80

    def find(self, subject: Subject) -> Iterable[Finding]:
        seen = set()
        for index, block in enumerate(subject.record.body):
            if block.kind == "paragraph" and len(block.text) >= self.long:
                if block.text in seen:
                    yield Finding(subject.span(f"/body/{index}"), f"/body/{index}")
                seen.add(block.text)
