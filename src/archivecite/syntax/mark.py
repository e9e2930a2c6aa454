"""Marks in running text: editors' brackets by TEI's terms, note marks, pages of the original, and cross references."""

import re
from functools import cache
from operator import attrgetter

from ..model.mark import AnyMark, Gap, Mark, Remark, RemarkType, Sic, SimpleKind
from ..model.unchecked import unchecked
from ..surface.stretches import stretches
from .bracket import read_bracket
from .cues import cues
from .loop import Node
from .note_ref import touches_word
from .reference import read_references
from .vocabulary import vocabulary
from .words import folded

#: How deep brackets may stand in one another and still be marks; damaged text may nest them a thousandfold.
DEPTH = 3

#: A bracket with none in it.
PAIR = re.compile(r"\[[^\[\]]*\]")

#: "(p. 2)", "(2)": what may be a page of the original, or the mark of a note.
PARENTHESIS = re.compile(r"\((?:(pp?\.|page) ?)?(\d{1,4})\)")

#: "¹²": the mark of a note, raised.
RAISED = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")

#: The digits of a year, and of a note's number in parentheses.
YEAR = 4
PARENTHESIZED = 2

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
    if "(" in text:
        marks += read_parentheses(text)
    if "/" in text and "//" in text:  # one character is sought many times faster than two
        marks += read_strokes(text)
    if not text.isascii() and any(map(text.__contains__, "¹²³⁴⁵⁶⁷⁸⁹")):
        marks += read_raised(text)
    if references:
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
                marks.append(read_pair(text, start, end, value))
        return marks
    opened: list[list[int]] = []
    for at in (at for at, sign in enumerate(text) if sign in "[]"):
        if text[at] == "[":
            opened.append([at, 1])
        elif opened:
            start, height = opened.pop()
            if opened:
                opened[-1][1] = max(opened[-1][1], height + 1)
            if height <= DEPTH and (value := text[start + 1 : at].strip()):
                marks.append(read_pair(text, start, at + 1, value))
    return marks


def read_pair(text: str, start: int, end: int, value: str) -> AnyMark:
    """The mark of the bracket from ``start`` to ``end``: by what stands in it, or else by the word it completes."""
    known = cues()
    tree = read_bracket(value, known) if known.tells(value) else None
    if tree is None:
        return new_mark("expansion" if completes(text, start, end) else "supplied", start, end, value)
    if tree.type == "note_ref":
        return new_mark(number_kind(text, start, end, value), start, end, value)
    return told_mark(tree, start, end, value)


def read_bracket_mark(value: str) -> AnyMark:
    """The mark of a bracket that is nowhere in one text: it touches no word.

    >>> read_bracket_mark("handwritten: No. 14").kind
    'note'
    """
    tree = read_bracket(value, cues())
    return told_mark(tree, 0, len(value), value) if tree else new_mark("supplied", 0, len(value), value)


def told_mark(tree: Node, start: int, end: int, value: str) -> AnyMark:
    """The mark that the ``tree`` of a bracket's ``value`` says."""
    if tree.type == "gap":
        return new_gap(start, end, extent=part(tree, "extent", value), reason=part(tree, "reason", value))
    if tree.type == "sic":
        return new_sic(start, end, value, part(tree, "correction", value))
    if tree.type == "remark":
        kind: RemarkType = tree.tokens("CUE")[0].reading  # type: ignore[assignment]  # the vocabulary's types are its own
        return new_remark(start, end, value, kind)
    if tree.type == "unclear":
        return new_mark("unclear", start, end, value if tree.children[0].type != "QUESTION" else None)
    return new_mark("note_ref", start, end, value)


def part(tree: Node, rule: str, value: str) -> str | None:
    """What of ``value`` is under the node of a ``rule``, if it is one paragraph."""
    place = part_place(tree, rule, value)
    return value[place[0] : place[1]] if place else None


def part_place(tree: Node, rule: str, value: str) -> tuple[int, int] | None:
    """Where in ``value`` the node of a ``rule`` stands."""
    for node in tree.nodes(rule):
        if "\n" not in value[node.start : node.end]:
            return node.start, node.end
    return None


def place_in_mark(printed: str, mark: AnyMark, key: str) -> tuple[int, int]:
    """Where in the characters of a ``mark`` the value of a ``key`` is printed.

    >>> printed = "[one word, one line missing]"
    >>> place_in_mark("[a line (line 2) missing]", read_marks("[a line (line 2) missing]")[0], "reason")
    (17, 24)
    """
    value = getattr(mark, key)
    if key != "value":
        inside = printed[1:-1]
        start = 1 + len(inside) - len(inside.lstrip())
        tree = read_bracket(inside.strip(), cues())
        place = tree and part_place(tree, key, inside.strip())
        if place:
            return start + place[0], start + place[1]
    at = printed.rfind(value) if mark.kind == "reference" else printed.find(value)
    return at, at + len(value)


# --- What a bracket completes ----------------------------------------------------------------------------------------


def completes(text: str, start: int, end: int) -> bool:
    """Whether a bracket completes the word that it touches.

    >>> [completes(text, text.index("["), text.index("]") + 1) for text in ("Com[rade]", "J.[oaquín]", "K[PSS]")]
    [True, True, True]
    >>> [completes(text, text.index("["), text.index("]") + 1) for text in ("[W]ith", "He [Novak]", "No.[Novak]")]
    [True, False, False]
    >>> [completes(text, text.index("["), text.index("]") + 1) for text in ("Ch’ang[-sik]", "Tae-[hun]", "24[th] May")]
    [True, True, True]
    """
    before = text[start - 1] if start else ""
    word = text[start + 1 : end - 1]
    if before.isalpha() or (before in ".-" and start > 1 and text[start - 2].isalpha()):
        if word.removeprefix("-")[:1].islower():
            return True
        if before.isupper() and word.isalpha() and word.isupper():
            return True
    if before.isdecimal():
        return word.isalpha() and word.islower()
    return word.isalpha() and text[end : end + 1].islower() and not before.isalnum()


def number_kind(text: str, start: int, end: int, value: str) -> SimpleKind:
    """What a number or star in brackets is: a note's, unless it completes a number or follows a sign of money.

    >>> texts = ["19[62]", "5[0]", "$[100]", "[19]57", "in 1962[1]", "[[11]]", "of [27] May", "six [6] men"]
    >>> places = [(text, text.rindex("[") + 1, text.index("]")) for text in texts]
    >>> [number_kind(text, start - 1, end + 1, text[start:end]) for text, start, end in places]
    ['expansion', 'expansion', 'supplied', 'expansion', 'note_ref', 'supplied', 'supplied', 'supplied']
    """
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if not value.isdecimal():
        return "note_ref"
    if after.isdecimal() and (before.isdecimal() or not before.isalnum()):
        return "expansion"
    if before.isdecimal():
        digits = 1
        while digits <= YEAR and start > digits and text[start - digits - 1].isdecimal():
            digits += 1
        if value[0] == "0" or digits + len(value) == YEAR:
            return "expansion"
        lettered = start > digits and (text[start - digits - 1].isalnum() or text[start - digits - 1] == "]")
        # "1[8] percent" may be a note's number after "1"; nobody can tell, and a note is not said to be there.
        counted = digits < YEAR and not lettered and after == " " and text[end + 1 : end + 2].islower()
        return "supplied" if counted else "note_ref"
    if (before == "[" and after == "]") or (before and before in "$£€¥#№"):
        return "supplied"
    return "supplied" if before == " " and (is_day(text, end) or is_figure(text, start, value)) else "note_ref"


def is_day(text: str, end: int) -> bool:
    """Whether a month follows the number in brackets that ends at ``end``: ``the letter of [27] January``"""
    word = text[end + 1 :].partition(" ")[0].strip(".,;:)")
    return text[end : end + 1] == " " and word[:1].isupper() and folded(word) in months()


def is_figure(text: str, start: int, value: str) -> bool:
    """Whether the bracket at ``start`` says in figures what the word before it says: ``three [3] times``"""
    word = folded(text[:start].rstrip(" ").rpartition(" ")[2])
    numbers = vocabulary().data["headings"]["numbers"]
    return word in numbers and numbers.index(word) + 1 == int(value)


@cache
def months() -> frozenset[str]:
    """The names of the months."""
    return frozenset(folded(name) for names in vocabulary().data["months"].values() for name in names)


# --- Without square brackets -----------------------------------------------------------------------------------------


def read_parentheses(text: str) -> list[AnyMark]:
    """``(p. 2)``: a page of the original ends; ``the Party(2)``: a note's mark."""
    marks: list[AnyMark] = []
    for match in PARENTHESIS.finditer(text):
        start, end = match.span()
        if match[1]:
            marks.append(new_remark(start, end, text[start + 1 : end - 1]))
        elif len(match[2]) <= PARENTHESIZED and touches_word(text, start):
            marks.append(new_mark("note_ref", start, end, match[2]))
    return marks


def read_strokes(text: str) -> list[AnyMark]:
    """``//`` alone: a page of the original ends."""
    marks: list[AnyMark] = []
    at = text.find("//")
    while at >= 0:
        if text[at - 1 : at] in ("", " ", "\n") and text[at + 2 : at + 3] in ("", " ", "\n"):
            marks.append(new_remark(at, at + 2))
        at = text.find("//", at + 2)
    return marks


def read_raised(text: str) -> list[AnyMark]:
    """``the Party¹``: a note's mark."""
    return [
        new_mark("note_ref", start, end, text[start:end])
        for start, end in stretches(text, RAISED.__contains__)
        if touches_word(text, start) and not text[end : end + 1].isalnum()
    ]
