"""Marks in running text: editors' brackets by TEI's terms, and the numbers by which one document cites another."""

from ..model.body import Mark
from .grammar import terminals

#: How deep brackets may stand in one another and still be marks; damaged text may nest them a thousandfold.
DEPTH = 3

#: The kind of a bracket by what stands in it; every terminal that is not listed is a kind of remark.
KINDS = {
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
    "EDITORIAL",
    "REMARK_SIGNED",
]


def read_marks(text: str, start: int = 0, references: bool = True) -> tuple[Mark, ...]:
    """The marks in a flat ``text``: of all its brackets, and, with ``references``, of the numbers cited after ``start``.

    >>> [(mark.kind, mark.value) for mark in read_marks("To Com[rade] Lin (see #1701) [illegible]")]
    [('expansion', 'rade'), ('reference', '1701'), ('gap', None)]
    """
    marks = read_brackets(text) if "]" in text else []
    if references and ("#" in text or "No" in text or "Nº" in text or "№" in text or "N°" in text):
        marks += read_references(text, start)
    if len(marks) > 1:
        marks.sort(key=lambda mark: (mark.start, -mark.end))
    return tuple(marks)


def read_brackets(text: str) -> list[Mark]:
    """A mark for each pair of brackets; one that has no partner is a character like any other."""
    marks: list[Mark] = []
    opened: list[list[int]] = []
    for match in terminals("mark", "BRACKET").finditer(text):
        if match.group() == "[":
            opened.append([match.start(), 1])
        elif opened:
            start, height = opened.pop()
            if opened:
                opened[-1][1] = max(opened[-1][1], height + 1)
            value = text[start + 1 : match.start()].strip()
            if value and height <= DEPTH:
                marks.append(read_bracket(text, start, match.end(), value))
    return marks


def read_bracket(text: str, start: int, end: int, value: str) -> Mark:
    """The mark of the bracket from ``start`` to ``end``, by what stands in it or, failing that, by what it completes."""
    inside = terminals("mark", *INSIDE).fullmatch(value)
    if inside is not None and inside.lastgroup is not None:
        kind = KINDS.get(inside.lastgroup, "note")
        return Mark(kind, start, end, None if kind == "gap" or inside.lastgroup == "DOUBT" else value)
    completes = terminals("mark", "COMPLETES", "COMPLETES_CAPITALS", "COMPLETED").match(text, start)
    return Mark("expansion" if completes else "supplied", start, end, value)


def read_references(text: str, start: int) -> list[Mark]:
    """A mark for each number by which ``text`` cites another document; the first of a list takes the sign with it."""
    marks = []
    for match in terminals("mark", "REFERENCE", groups="sign").finditer(text, start):
        begin = sign = match.start("sign")
        for number in terminals("mark", "NUMBER").finditer(text, sign, match.end()):
            begin = sign if begin == sign else number.start()
            marks.append(Mark("reference", begin, number.end(), number.group()))
            begin = -1
    return marks
