"""Words of digits, signs and single letters in a line: numbers, codes of files and desks, letter-spaced words."""

from .table import Table
from .words import Words, folded

#: Signs by their kind.
SIGNS = {
    ",": "comma", ";": "semi", ":": "colon", ".": "dot", "!": "bang", "?": "query", "(": "lpar", ")": "rpar",
    "/": "slash", "[": "lbr", "]": "rbr", "*": "star", "|": "bar", "•": "dash", "·": "dash", "_": "gap", "…": "gap",
    "¬": "remark", "&": "and", "：": "colon", "†": "star", "‡": "star",
    **dict.fromkeys("\"“”„«»'’‘", "quote"), **dict.fromkeys("-–—‐‑‒", "dash"),
}  # fmt: skip

SIGN_KINDS = {sign: kind.upper() for sign, kind in SIGNS.items()} | dict.fromkeys("#№", "SIGN")

#: What joins the parts of a file's number.
JOINS = "/-–()"

#: How many desks are a row of them, and how long the name of one is at most.
DESKS = 3
LONGEST_DESK = 4

#: How many single letters in a row are a letter-spaced word.
SPACED = 3


def number_kinds(word: str) -> str:
    """The kinds of a word with digits: a number (``1717-1722``), an ordinal, a code (``ON/26/X``), or a mixed one."""
    if not any(map(str.isalpha, word)):
        return "NUM"
    if word[:-2].isdigit() and word[-2:].lower() in ("st", "nd", "rd", "th"):
        return "ORDINAL MIXED ORG"
    return "CODE" if word.count("/") > 1 and word[0].isalpha() and word.isupper() else "MIXED"


def code_at(words: Words, at: int) -> int:
    """Where the code of dotted parts ends that begins ``at``, or 0: ``p.b.73.Cuba.o.``, ``F.N.33.``"""
    if not (words.dotted[at] and words.kinds[at] == "WORD") or words.lower[at] in ("no", "nos", "nr"):
        return 0
    last = at + 1
    while last < len(words) and (words.touches(last) or words.touches_stop(last)):
        last += 1
    text = words.text[words.starts[at] : words.ends[last - 1]]
    numbered = words.ends[at] - words.starts[at] == 1 and text[2:3].isdigit()  # "D.1234-EA/62"
    return last if (text.count(".") > 1 or numbered) and any(map(str.isdigit, text)) else 0


def filed_at(words: Words, at: int) -> int:
    """Where the number of a file ends that strokes, dashes and parentheses part, or 0: ``C/551(14)-CH/63``"""
    last, depth = at + 1, 0
    if not words.is_capital(at):
        return 0
    while last < len(words) and words.touches(last) and words.kinds[last] in ("WORD", "NUMBER", *JOINS):
        depth += (words.kinds[last] == "(") - (words.kinds[last] == ")")
        if depth < 0 or words.dotted[last - 1]:
            break
        last += 1
    text = words.text[words.starts[at] : words.ends[last - 1]]
    return last if last > at + 2 and not depth and "/" in text and any(map(str.isdigit, text)) else 0


def spaced_at(words: Words, at: int) -> int:
    """Where the letter-spaced word ends that begins ``at``, or 0: ``T O P S E C R E T``."""
    last = at
    while last < len(words) and words.kinds[last] == "WORD" and words.ends[last] - words.starts[last] == 1:
        last += 1
        if words.dotted[last - 1]:
            break
    return last if last - at >= SPACED and words.is_capital(at) and not words.dotted[at] else 0


def desks_at(words: Words, at: int, table: Table) -> int:
    """Where the desks that a copy goes to end, or 0: ``DAS/Dor/DAC/600``. No list has them."""
    last = at + 1
    while last < len(words) and words.touches(last) and not words.dotted[last - 1]:
        last += 1
    parts = words.text[words.starts[at] : words.ends[last - 1]].split("/")
    if len(parts) < DESKS or not all(part[:1].isupper() or part[:1].isdigit() for part in parts):
        return 0
    known = any(table.starts(folded(part)) for part in parts)
    return 0 if known or any(len(part) > LONGEST_DESK for part in parts) or not parts[0].isupper() else last
