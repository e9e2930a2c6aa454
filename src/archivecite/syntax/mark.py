"""Marks in running text: editors' brackets by TEI's terms, and the numbers by which one document cites another."""

import re
from operator import attrgetter

from ..model.mark import AnyMark, Gap, Mark, MarkKind, Remark, Sic, SimpleKind
from ..model.unchecked import unchecked
from .grammar import Pattern

#: How deep brackets may stand in one another and still be marks; damaged text may nest them a thousandfold.
DEPTH = 3

#: The longest word, with its blank, that makes a number a telegram's.
LEAD_LENGTH = 20

#: The kind of a bracket by what stands in it; every terminal that is not listed is a kind of remark.
KINDS: dict[str, MarkKind] = {
    "ELLIPSIS": "gap",
    "LACUNA": "gap",
    "MISSING": "gap",
    "ABSENT": "gap",
    "DOUBT": "unclear",
    "CONJECTURE": "unclear",
    "SIC": "sic",
    "NOTE_REF": "note_ref",
}

INSIDE = [
    "GLOSS",
    "DOUBT",
    "NOTE_REF",
    "SIC",
    "ELLIPSIS",
    "SIGNED_REMARK",
    "SIGNED",
    "MISSING",
    "ABSENT",
    "CONJECTURE",
    "LACUNA",
    "PHYSICAL",
    "DIRECTION",
    "EXTENT",
    "POINTER",
    "CONTENT",
    "EDITORIAL",
    "REMARK_SIGNED",
]

PAGE_MARK = Pattern("mark", "PAGE_MARK", groups="page")
PAIR = Pattern("mark", "PAIR")
BRACKET = Pattern("mark", "BRACKET")
INSIDE_BRACKET = Pattern("mark", *INSIDE)
COMPLETING = Pattern("mark", "COMPLETES", "COMPLETES_CAPITALS", "COMPLETED")
SENTENCE = Pattern("mark", "SENTENCE")
COMPLETED_YEAR = Pattern("mark", "COMPLETED_YEAR")
SIGN = Pattern("mark", "SIGN")
REFERENCE = Pattern("mark", "REFERENCE", groups="sign")
NUMBER = Pattern("mark", "NUMBER")
TELEGRAM_NOUN = Pattern("mark", "TELEGRAM_NOUN")
HASH_GLUE = Pattern("mark", "HASH_GLUE")
HASH_NUMBER = Pattern("mark", "HASH_NUMBER")
TELEGRAM_WORD = Pattern("mark", "TELEGRAM_WORD")
TELEGRAM_LEAD = Pattern("mark", "TELEGRAM_LEAD")
LONG_NUMBER = Pattern("mark", "LONG_NUMBER")

BEGINNING = attrgetter("start")

new_mark = unchecked(Mark)
new_gap = unchecked(Gap)
new_sic = unchecked(Sic)
new_remark = unchecked(Remark)


def read_marks(text: str, start: int = 0, references: bool = True) -> tuple[AnyMark, ...]:
    """The marks in a flat ``text``: brackets and page marks, and, with ``references``, what it cites after ``start``.

    >>> [(mark.kind, mark.value) for mark in read_marks("To Com[rade] Lin (see #1701) [illegible]")]
    [('expansion', 'rade'), ('reference', '1701'), ('gap', None)]
    """
    marks = read_brackets(text) if "]" in text else []
    # One character is sought many times faster than two.
    if ("(" in text and "(p" in text) or ("/" in text and "//" in text):
        marks += map(read_page_mark, PAGE_MARK.finditer(text))
    if references and ("#" in text or ("N" in text and SIGN.search(text)) or "№" in text):
        marks += read_references(text, start)
    if len(marks) > 1:
        marks.sort(key=BEGINNING)  # no two begin at one place
    return tuple(marks)


def read_brackets(text: str) -> list[AnyMark]:
    """A mark for each pair of brackets; one that has no partner is a character like any other."""
    marks: list[AnyMark] = []
    pairs = list(PAIR.finditer(text))
    if len(pairs) == text.count("[") == text.count("]"):
        for pair in pairs:
            start, end = pair.span()
            if value := text[start + 1 : end - 1].strip():
                marks.append(read_bracket(text, start, end, value))
        return marks
    opened: list[list[int]] = []
    for match in BRACKET.finditer(text):
        if match.group() == "[":
            opened.append([match.start(), 1])
        elif opened:
            start, height = opened.pop()
            if opened:
                opened[-1][1] = max(opened[-1][1], height + 1)
            if height <= DEPTH and (value := text[start + 1 : match.start()].strip()):
                marks.append(read_bracket(text, start, match.end(), value))
    return marks


def read_bracket(text: str, start: int, end: int, value: str) -> AnyMark:
    """The mark of the bracket from ``start`` to ``end``: by what stands in it, or else by the word it completes."""
    inside = INSIDE_BRACKET.fullmatch(value)
    what = inside and inside.lastgroup
    if what is None or what == "GLOSS":
        if value[-1] == "." and SENTENCE.fullmatch(value):
            return new_remark(start, end, value)
        completes: SimpleKind = "expansion" if COMPLETING.match(text, start) else "supplied"
        return new_mark(completes, start, end, value)
    if what == "NOTE_REF" and COMPLETED_YEAR.match(text, start):
        return new_mark("expansion", start, end, value)
    kind = KINDS.get(what, "note")
    if kind == "gap":
        return new_gap(start, end)
    if kind == "sic":
        return new_sic(start, end, value)
    if kind == "note":
        return new_remark(start, end, value)
    return new_mark(kind, start, end, None if what == "DOUBT" else value)


def read_page_mark(match: re.Match[str]) -> AnyMark:
    """The mark for a page's end in the original: ``(p. 2)``, ``//``."""
    return new_remark(match.start(), match.end(), match.group("page"))


def read_references(text: str, start: int) -> list[AnyMark]:
    """A mark for each number by which ``text`` cites another document; the first of a list takes the sign with it."""
    marks: list[AnyMark] = []
    for match in REFERENCE.finditer(text, start):
        begin = match.start()
        if cites(text, begin):
            for number in NUMBER.finditer(text, match.end("sign"), match.end()):
                first = begin if begin >= 0 else number.start()
                marks.append(new_mark("reference", first, number.end(), number.group()))
                begin = -1
    return marks


def cites(text: str, start: int) -> bool:
    """Whether the number whose sign is at ``start`` is a telegram's: ``your No. 5``, not ``school No. 5``."""
    before = max(0, start - LEAD_LENGTH)
    if TELEGRAM_NOUN.search(text, before, start):
        return True
    if text[start] == "#":
        glued = HASH_GLUE.search(text, before, start)
        return glued is None and HASH_NUMBER.match(text, start) is not None
    if TELEGRAM_WORD.search(text, before, start):
        return True
    lead = TELEGRAM_LEAD.search(text, before, start)
    return lead is not None and LONG_NUMBER.match(text, start) is not None
