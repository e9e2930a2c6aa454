"""The words and signs of one line of a letter's head or foot, as tokens that carry several kinds.

What a word is depends on the rule that reads it: ``Secret`` is a classification, or part of a document's name. So a token
has its kinds from the narrow to the wide, as ``grammar/vocabulary/lines.toml`` lists them: those of its phrase, then the
classes that these belong to, then ``ANY``. Only ``ANY`` takes a small word that no list has.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..model.mark import AnyMark, Gap, Remark, Sic
from .line_dates import date_at, time_at
from .vocabulary import Table, Vocabulary
from .words import Words, folded

#: What stands in for a bracket that is one token.
STAND_IN = "\ufffc"

#: Signs by their kind.
SIGNS = {
    ",": "comma", ";": "semi", ":": "colon", ".": "dot", "!": "bang", "?": "query", "(": "lpar", ")": "rpar", "/": "slash",
    "[": "lbr", "]": "rbr", "*": "star", "|": "bar", "•": "dash", "·": "dash", "_": "gap", "…": "gap", "¬": "remark",
    **dict.fromkeys("\"“”„«»'’‘", "quote"), **dict.fromkeys("-–—‐‑‒", "dash"), **dict.fromkeys("：", "colon"),
}  # fmt: skip

#: After these a capital names what an office is over.
GOVERNING = frozenset(("FUNCTION", "THE", "VIA", "OF", "ORG", "BODY", "NATION"))

#: The kinds of markings.
MARKINGS = frozenset(("CLASSIFICATION", "PRECEDENCE", "HANDLING"))

#: What a word is first of all before another, if it can be that.
LABELS = {"SIGN": "SERIAL_LABEL", "COLON": "MARK_LABEL"}

#: What no name takes though it has a capital: markings, and what only sentences have.
OWN = frozenset(
    ("CLASSIFICATION", "PRECEDENCE", "HANDLING", "RETURN", "PRONOUN", "SIGNED", "DEAR", "VALE", "DATE", "TIME")
)

#: How many single letters in a row are a letter-spaced word.
SPACED = 3


class LineToken(NamedTuple):
    """A stretch of a line with its kinds, the narrowest first."""

    kinds: tuple[str, ...]
    start: int
    end: int

    @property
    def narrow(self) -> str:
        """The narrowest kind."""
        return self.kinds[0]


class LineVocabulary:
    """The words of lines: what kinds a phrase has, and to which classes a kind belongs."""

    def __init__(self, known: Vocabulary) -> None:
        data = known.data
        lists = {"SIGN": [*data["numbers"]["signs"], *data["line_numbers"]["signs"]]}
        lists |= {kind.upper(): forms for kind, forms in data["lines"].items()}
        capital = {kind: list(lists.pop(kind)) for kind in ("PLACE", "NATION")}
        capital["PLACE"] += [*data["places"]["cities"], *data["places"]["countries"]]
        for names in data["languages"].values():
            capital["NATION"] += names
        self.any_case = table_of(lists)
        self.with_capital = table_of(capital, capital=True)
        self.classes = {name.upper(): {kind.upper() for kind in kinds} for name, kinds in data["line_classes"].items()}
        self.spaced = {
            "".join(letter for letter in folded(form) if letter.isalpha()): kinds
            for kinds, forms in kinds_of(lists).items()
            for form in forms
        }
        self.months = frozenset(folded(name) for names in data["months"].values() for name in names)
        #: Words whose full stop is their own: "Cde.", "Col."
        stopped = {folded(form).split()[-1].rstrip(".") for form in flat_list(lists) if form[-1] == "."}
        self.short = stopped | known.abbreviations
        self.remarks = Table({"remark": data["line_remarks"]["cues"]})
        plain = flat_list({kind: forms for kind, forms in lists.items() if kind != "NO_NAME"})
        self.small = {word.rstrip(".,") for form in plain for word in folded(form).split()}
        self.linking = {folded(form) for kind in ("FUNCTION", "AND") for form in lists[kind]} | {"between"}
        self.dear = {folded(form).split()[0] for form in lists["DEAR"]}
        self.notes = table_of({kind.upper(): forms for kind, forms in data["note_openings"].items()})
        self.made: dict[tuple[str, ...], tuple[str, ...]] = {}

    def links(self, word: str) -> bool:
        """Whether a line goes on below after ``word``: ``of``, ``and``, ``between``."""
        return folded(word) in self.linking

    def kinds(self, *narrow: str) -> tuple[str, ...]:
        """The ``narrow`` kinds, the classes that they are in, and ``ANY``."""
        if narrow not in self.made:
            classes = [name for name, kinds in self.classes.items() if kinds.intersection(narrow)]
            self.made[narrow] = (*narrow, *classes, "ANY")
        return self.made[narrow]


def kinds_of(lists: dict[str, list[str]]) -> dict[str, list[str]]:
    """The forms by their kinds, joined by blanks: a form in two lists has both, in the order of the lists."""
    kinds: dict[str, list[str]] = {}
    for kind, forms in lists.items():
        for form in forms:
            found = kinds.setdefault(folded(form), [])
            if kind not in found:
                found.append(kind)
    joined: dict[str, list[str]] = {}
    for form, found in kinds.items():
        joined.setdefault(" ".join(found), []).append(form)
    return joined


def table_of(lists: dict[str, list[str]], capital: bool = False) -> Table:
    """The table of all forms; what it reads is a phrase's kinds."""
    return Table(kinds_of(lists), capital=capital)


def flat_list(lists: dict[str, list[str]]) -> list[str]:
    """Every form of all lists."""
    return [form for forms in lists.values() for form in forms]


@cache
def line_vocabulary(known: Vocabulary) -> LineVocabulary:
    """The words of lines in ``known``."""
    return LineVocabulary(known)


class Clear(NamedTuple):
    """A line without its brackets: what is left, and where each character of it starts and ends in the line."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    tokens: dict[int, str]


def clear_of(text: str, marks: Sequence[AnyMark], known: LineVocabulary) -> Clear:
    """``text`` as if supplied and completed words stood in no bracket; what a bracket remarks is one character."""
    if not marks:
        return Clear(text, range(len(text)), range(1, len(text) + 1), {})
    kept: list[tuple[str, int, int]] = []
    tokens: dict[int, str] = {}
    opened = {}
    dropped = set()
    for mark in marks:
        kind = kind_of(mark, known)
        if kind is None:
            dropped |= {mark.start, mark.end - 1}
            if isinstance(mark, Remark) and mark.value:
                dropped |= set(range(mark.start, text.index(":", mark.start) + 1))
        else:
            opened[mark.start] = (mark.end, kind)
    at = 0
    while at < len(text):
        if at in opened:
            end, kind = opened[at]
            if kind:
                tokens[len(kept)] = kind
                kept.append((STAND_IN, at, end))
            at = end
            continue
        if at not in dropped:
            kept.append((text[at], at, at + 1))
        at += 1
    return Clear("".join(row[0] for row in kept), [row[1] for row in kept], [row[2] for row in kept], tokens)


def kind_of(mark: AnyMark, known: LineVocabulary) -> str | None:
    """The token that a bracket is: none ("") for a note's number or a doubt; None where its words count as the line's."""
    if isinstance(mark, Gap):
        return "gap"
    if isinstance(mark, Sic) or mark.kind in ("note_ref", "reference"):
        return ""
    if not isinstance(mark, Remark):
        return None if mark.value and mark.value != "?" else ""
    value = mark.value or ""
    words = Words(value, signs=True)
    found = known.remarks.find(words, 0, len(words))
    if found and found[0] < len(words) - 1 and words.kinds[found[0]] == ":":
        return None
    signed = any(
        "SIGNED" in (hit[1] if (hit := known.any_case.find(words, at, len(words))) else "") for at in range(len(words))
    )
    return "signed" if signed else "remark"


class Lexer:
    """Makes the tokens of one line."""

    def __init__(self, text: str, marks: Sequence[AnyMark], known: LineVocabulary, table: Table | None = None) -> None:
        self.known = known
        self.table = table or known.any_case
        self.clear = clear_of(text, marks, known)
        self.words = Words(self.clear.text, signs=True)
        self.tokens: list[LineToken] = []
        #: Whether a capital names what an office is over, and no person: "of the Azerbaijan CP".
        self.governed = False

    def read(self) -> list[LineToken]:
        """The tokens, in order."""
        words, known = self.words, self.known
        at = 0
        while at < len(words):
            stopped = False
            if "/" in words.word(at) and self.slashed(at):
                at += 1
                continue
            if words.starts[at] in self.clear.tokens:
                kinds, last = (self.clear.tokens[words.starts[at]].upper(),), at + 1
            elif last := date_at(words, at, known.months):
                kinds = ("DATE",)
            elif last := time_at(words, at):
                kinds = ("TIME",)
            elif last := code_at(words, at):
                kinds = ("MIXED",)
            elif last := spaced_at(words, at):
                kinds = tuple(known.spaced.get("".join(words.lower[at:last]), "CAPS").split())
            else:
                kinds, last, stopped = self.word(at)
            at = self.add(kinds, at, last, stopped)
        self.lend_office()
        self.put_label_first()
        self.part_markings()
        return self.tokens

    def part_markings(self) -> None:
        """Lets a marking that ends a line be one, and no word of the title before it: ``Telegram No. 14 Secret``."""
        for at in range(len(self.tokens) - 1, -1, -1):
            kinds = self.tokens[at].kinds
            if MARKINGS.isdisjoint(kinds) and "PUNCT" not in kinds:
                return
            if kinds[0] in MARKINGS:
                self.tokens[at] = self.tokens[at]._replace(kinds=tuple(kind for kind in kinds if kind != "TITLE"))

    def slashed(self, at: int) -> bool:
        """Takes words that strokes part, if each is known: ``SECRET/NOFORN``."""
        words, known = self.words, self.known
        parts = words.word(at).split("/")
        if len(parts) < 2 or not all(parts):
            return False
        places = []
        start = words.starts[at]
        for part in parts:
            one = Words(part, signs=True)
            found = self.table.find(one, 0, len(one)) if len(one) == 1 else None
            if found is None:
                return False
            places.append((found[1], start, start + len(part)))
            start += len(part) + 1
        for kinds, first, last in places:
            self.tokens.append(
                LineToken(known.kinds(*kinds.split()), self.clear.starts[first], self.clear.ends[last - 1])
            )
            if last < words.ends[at]:
                self.tokens.append(LineToken(known.kinds("SLASH"), self.clear.starts[last], self.clear.ends[last]))
        return True

    def put_label_first(self) -> None:
        """Lets a word before a number's sign, or a colon, be a label first of all: ``Special # 1717``."""
        for at, (token, after) in enumerate(pairwise(self.tokens)):
            label = LABELS.get(after.kinds[0])
            if label in token.kinds and "DOC" not in token.kinds:
                kinds = [kind for kind in token.kinds if kind != label]
                self.tokens[at] = token._replace(kinds=(label, *kinds))

    def lend_office(self) -> None:
        """Lets a capital stand in the name of the body that follows it: ``Zhejiang Provincial Committee``."""
        tokens = self.tokens
        for at in range(len(tokens) - 2, -1, -1):
            kinds = tokens[at].kinds
            if "OFFICE" not in tokens[at + 1].kinds:
                continue
            if kinds[0] in ("CAP", "CAPS") and "OFFICE" not in kinds:
                tokens[at] = tokens[at]._replace(kinds=(*kinds[:-1], "OFFICE", "ANY"))
            elif "PLACE" in kinds:
                tokens[at] = tokens[at]._replace(kinds=("OFFICE", *[kind for kind in kinds if kind != "OFFICE"]))

    def add(self, kinds: tuple[str, ...], first: int, last: int, stopped: bool) -> int:
        """Adds a token, and its full stop as another where it ends something."""
        words, clear = self.words, self.clear
        whole = self.known.kinds(*kinds)
        if words.is_capital(first) and "TITLE" not in whole and OWN.isdisjoint(kinds):
            whole = (*whole[:-1], "TITLE", "WHO", "GOING", "ANY")  # "via VCh", "Desk": any word may be in a name
        if self.governed and (kinds[0] in ("CAP", "CAPS") or "PLACE" in kinds or words.word(first) in ("I", "V", "X")):
            whole = ("OFFICE", *[kind for kind in whole if kind != "OFFICE"])
        self.governed = kinds[0] in GOVERNING or not GOVERNING.isdisjoint(kinds)
        dotted = words.dotted[last - 1]
        end = words.ends[last - 1] + (dotted and stopped)
        slash = last == first + 1 and words.kinds[first] == "WORD" and words.text[end - 1] == "/"
        end -= slash  # "/N. SUDARIN/"
        self.tokens.append(LineToken(whole, clear.starts[words.starts[first]], clear.ends[end - 1]))
        if slash:
            self.tokens.append(LineToken(self.known.kinds("SLASH"), clear.starts[end], clear.ends[end]))
        if dotted and not stopped:
            dot = clear.starts[end]
            self.tokens.append(LineToken(self.known.kinds("DOT"), dot, dot + 1))
        return last

    def word(self, at: int) -> tuple[tuple[str, ...], int, bool]:
        """The kinds of the phrase, word or sign ``at``, where it ends, and whether its full stop is its own."""
        words, known = self.words, self.known
        if words.kinds[at] not in ("WORD", "NUMBER"):
            return self.sign(at)
        if words.is_initial(at) and words.ends[at] - words.starts[at] == 1:
            return ("INITIAL",), at + 1, True
        found = self.table.find(words, at, len(words))
        named = known.with_capital.find(words, at, len(words)) if self.table is known.any_case else None
        if found or named:
            last = max(hit[0] for hit in (found, named) if hit)
            kinds = " ".join(hit[1] for hit in (found, named) if hit and hit[0] == last).split()
            if "SIGN" in kinds and not self.numbered(last):
                kinds.remove("SIGN")
            if kinds == ["NO_NAME"] and words.is_small(at):
                kinds = ["SMALL"]
            if kinds:
                return tuple(kinds), last, self.is_short(last - 1)
        return self.unknown(at)

    def sign(self, at: int) -> tuple[tuple[str, ...], int, bool]:
        """The kind of a sign; a row of dots, strokes or dashes is one token."""
        words = self.words
        sign = words.kinds[at]
        last = at + 1
        while last < len(words) and words.kinds[last] == sign and sign in "._-…—–" and words.touches(last):
            last += 1
        if last > at + 2 and sign in "._":
            return ("GAP",), last, True
        kind = "SIGN" if sign in "#№" else SIGNS.get(sign, "other").upper()
        return (kind,), last, True

    def numbered(self, at: int) -> bool:
        """Whether a number follows a sign that ends before atom ``at``, or what stands for one."""
        words = self.words
        at += at < len(words) and words.kinds[at] == ":"
        if at >= len(words):
            return False
        return (
            any(map(str.isdigit, words.word(at)))
            or code_at(words, at) > 0
            or words.kinds[at] in ("_", "…", STAND_IN, ".", "-", "—")
        )

    def is_short(self, at: int) -> bool:
        """Whether a full stop after atom ``at`` shortens it: an initial's, that of ``Cde.``, ``Col.``"""
        words = self.words
        if not words.dotted[at]:
            return False
        word = words.lower[at]
        inside = at + 1 < len(words) and words.touches_stop(at + 1) and words.kinds[at + 1] in ("WORD", "NUMBER")
        return inside or words.is_initial(at) or word in self.known.short

    def unknown(self, at: int) -> tuple[tuple[str, ...], int, bool]:
        """The kinds of a word that no list has, by its letters and digits."""
        words = self.words
        word = words.word(at)
        short = self.is_short(at)
        if any(map(str.isdigit, word)):
            return number_kinds(word), at + 1, short and words.kinds[at] == "WORD"
        if word.count("/") > 1 and word.isupper():
            return ("CODE",), at + 1, short
        if words.is_initial(at) or (len(word) == 1 and word.isupper()):
            return ("INITIAL",), at + 1, short
        if words.is_small(at):
            return ("SMALL",), at + 1, short
        return ("CAPS" if word.isupper() else "CAP",), at + 1, short


def number_kinds(word: str) -> tuple[str, ...]:
    """The kinds of a word with digits: a number (``1717-1722``), an ordinal, a code (``ON/26/X``), or a mixed one."""
    if not any(map(str.isalpha, word)):
        return ("NUM",)
    if word[:-2].isdigit() and word[-2:].lower() in ("st", "nd", "rd", "th"):
        return ("MIXED", "ORG")
    return ("CODE",) if word.count("/") > 1 and word[0].isalpha() and word.isupper() else ("MIXED",)


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


def spaced_at(words: Words, at: int) -> int:
    """Where the letter-spaced word ends that begins ``at``, or 0: ``T O P S E C R E T``."""
    last = at
    while last < len(words) and words.kinds[last] == "WORD" and words.ends[last] - words.starts[last] == 1:
        last += 1
        if words.dotted[last - 1]:
            break
    return last if last - at >= SPACED and words.is_capital(at) and not words.dotted[at] else 0


def note_tokens(text: str, known: LineVocabulary) -> list[LineToken]:
    """The tokens of the first words of a note.

    >>> from .vocabulary import vocabulary
    >>> [token.narrow for token in note_tokens("Trans. note: this", line_vocabulary(vocabulary()))]
    ['TRANSLATOR_NOTE', 'COLON', 'SMALL']
    """
    return Lexer(text, (), known, known.notes).read()


def line_tokens(text: str, marks: Sequence[AnyMark], known: LineVocabulary) -> list[LineToken]:
    """The tokens of a flat line.

    >>> from .vocabulary import vocabulary
    >>> [token.narrow for token in line_tokens("To Comrade I.V. Stalin.", (), line_vocabulary(vocabulary()))]
    ['TO', 'RANK', 'INITIAL', 'INITIAL', 'CAP', 'DOT']
    """
    return Lexer(text, marks, known).read()
