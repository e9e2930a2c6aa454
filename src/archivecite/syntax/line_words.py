"""The words and signs of one line of a letter's head or foot, as tokens that carry several kinds.

What a word is depends on the rule that reads it: ``Secret`` is a classification, or part of a document's name. So a
token has its kinds from the narrow to the wide, as ``grammar/vocabulary/lines.toml`` lists them: those of its phrase,
then the classes that these belong to, then ``ANY``. Only ``ANY`` takes a small word that no list has.
"""

from itertools import pairwise
from typing import NamedTuple

from .line_clear import STAND_IN, Clear, whole
from .line_codes import SIGN_KINDS, code_at, desks_at, filed_at, number_kinds, spaced_at
from .line_dates import QUOTES, date_at, signed_day, time_at
from .line_vocabulary import LineVocabulary, longer
from .table import Table
from .words import Words

#: The kinds of markings.
MARKINGS = frozenset(("CLASSIFICATION", "PRECEDENCE", "HANDLING"))

#: What a word is first of all before another, if it can be that.
LABELS = {"SIGN": "SERIAL_LABEL", "COLON": "MARK_LABEL"}

#: How many tokens of a note at least are looked at: after these its rules take any.
NOTE = 8

#: What is not lent to an office's name: it is in it, names a person, or says who did something.
NO_OFFICE = frozenset(("OFFICE", "RANK", "DONE_BY"))

#: The longest number of an office.
LONGEST_OFFICE = 3


class LineToken(NamedTuple):
    """A stretch of a line with its kinds, the narrowest first."""

    kinds: tuple[str, ...]
    start: int
    end: int

    @property
    def narrow(self) -> str:
        """The narrowest kind."""
        return self.kinds[0]


#: Makes a named tuple at once, as a line has many tokens.
new_tuple = tuple.__new__


class Lexer:
    """Makes the tokens of one line."""

    def __init__(self, text: str, clear: Clear, known: LineVocabulary, table: Table | None = None) -> None:
        self.text = text
        self.known = known
        self.table = table or known.any_case
        self.clear = clear
        self.words = Words(clear.text, signs=True)
        #: Whether there may be words that strokes part.
        self.strokes = "/" in clear.text
        self.tokens: list[LineToken] = []
        #: Whether a capital names what an office is over, and no person: "of the Azerbaijan CP".
        self.governed = False

    def read(self) -> list[LineToken]:
        """The tokens, in order, each with the kinds that it has beside its neighbours."""
        self.cut(len(self.text))
        self.lend_office()
        self.put_label_first()
        self.part_markings()
        return self.tokens

    def cut(self, most: int) -> list[LineToken]:
        """The tokens, in order; no more of them than the ``most``, and those that end a phrase."""
        words, dated, strokes = self.words, self.known.dated, self.strokes
        count = len(words.kinds)
        at = 0
        while at < count and len(self.tokens) < most:
            if strokes and self.slashed(at):
                at += 1
                continue
            # Most words are told to begin no date and no code by themselves.
            plain = words.kinds[at] == "WORD" and not words.dotted[at] and not strokes and words.lower[at] not in dated
            special = None if plain and words.ends[at] - words.starts[at] > 1 else self.special(at)
            if special:
                at = self.add(special[0], at, special[1], False)
            else:
                reading, last, stopped = self.word(at)
                at = self.add(reading, at, last, stopped)
        return self.tokens

    def special(self, at: int) -> tuple[str, int] | None:
        """The kind of what begins ``at`` and is in no list, and where it ends: a date, a code."""
        words, known = self.words, self.known
        kind = words.kinds[at]
        if kind == "NUMBER" or kind in QUOTES or words.lower[at] in known.dated:
            if last := date_at(words, at, known.months):
                return "DATE", last + (words.lower[last : last + 1] != [] and words.lower[last] in known.eras)
            if last := time_at(words, at):
                return "TIME", last
        elif kind == STAND_IN:
            remark = self.clear.tokens.get(words.starts[at])
            return (remark.upper(), at + 1) if remark else None
        if self.strokes and (last := signed_day(words, at)):
            return "DATE", last
        if self.strokes and (last := desks_at(words, at, self.table)):
            return "CODE", last
        if (words.dotted[at] and (last := code_at(words, at))) or (self.strokes and (last := filed_at(words, at))):
            return "MIXED", last
        if kind == "WORD" and words.ends[at] - words.starts[at] == 1 and (last := spaced_at(words, at)):
            return known.spaced.get("".join(words.lower[at:last]), "CAPS"), last
        return None

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
        word = words.word(at)
        parts = word.split("/") if "/" in word else ()
        if not parts or not all(parts):
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
        for reading, first, last in places:
            self.put(known.kinds[reading].all, first, last)
            if last < words.ends[at]:
                self.put(known.kinds["SLASH"].all, last, last + 1)
        return True

    def put(self, kinds: tuple[str, ...], start: int, end: int) -> None:
        """Adds a token of the text without its brackets."""
        self.tokens.append(new_tuple(LineToken, (kinds, self.clear.starts[start], self.clear.ends[end - 1])))

    def printed(self, token: LineToken) -> str:
        """The text of a token, brackets and all."""
        return self.text[token.start : token.end]

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
            capital = "WHO" in kinds and self.printed(tokens[at])[0].isupper()
            if capital and NO_OFFICE.isdisjoint(kinds):
                tokens[at] = tokens[at]._replace(kinds=(*kinds[:-1], "OFFICE", "ANY"))
            elif "PLACE" in kinds:
                tokens[at] = tokens[at]._replace(kinds=("OFFICE", *[kind for kind in kinds if kind != "OFFICE"]))

    def add(self, reading: str, first: int, last: int, stopped: bool) -> int:
        """Adds a token, and its full stop as another where it ends something."""
        words, known = self.words, self.known.kinds
        kinds, named, governs = known[reading]
        if named is not kinds and words.is_capital(first):
            kinds = named
        if self.governed and (kinds[0] in ("CAP", "CAPS") or "PLACE" in kinds or words.word(first) in ("I", "V", "X")):
            kinds = ("OFFICE", *[kind for kind in kinds if kind != "OFFICE"])
        if reading == "NUM" and self.follows_body() and words.ends[first] - words.starts[first] <= LONGEST_OFFICE:
            kinds = (*kinds[:-1], "OFFICE", "ANY")  # "Head of Department 07"
        self.governed = governs
        dotted = words.dotted[last - 1]
        end = words.ends[last - 1] + (dotted and stopped)
        slash = self.strokes and last == first + 1 and words.kinds[first] == "WORD" and words.text[end - 1] == "/"
        end -= slash  # "/N. SUDARIN/"
        self.put(kinds, words.starts[first], end)
        if slash:
            self.put(known["SLASH"].all, end, end + 1)
        if dotted and not stopped:
            self.put(known["DOT"].all, end, end + 1)
        return last

    def follows_body(self) -> bool:
        """Whether the last token is a noun of an organisation."""
        return bool(self.tokens) and "BODY" in self.tokens[-1].kinds

    def word(self, at: int) -> tuple[str, int, bool]:
        """The kinds of the phrase, word or sign ``at``, where it ends, and whether its full stop is its own."""
        words, known = self.words, self.known
        kind = words.kinds[at]
        if kind != "WORD" and kind != "NUMBER":
            return self.sign(at)
        lower, end = words.lower[at], len(words.kinds)
        if words.dotted[at] and words.ends[at] - words.starts[at] == 1 and words.is_initial(at):
            numero = lower == "n" and at + 1 < end and words.word(at + 1)[0].isdigit()  # "TELESPRESSO N. 241/118"
            return "SIGN" if numero else "INITIAL", at + 1, True
        hit = self.table.find(words, at, end) if lower in self.table.rows else None
        if lower in known.with_capital.rows and self.table is known.any_case:
            hit = longer(hit, known.with_capital.find(words, at, end))
        if hit:
            last, reading = hit
            if "SIGN" in reading and not self.numbered(last):
                reading = " ".join(kind for kind in reading.split() if kind != "SIGN")
            if reading == "NO_NAME" and words.is_small(at):
                reading = "SMALL"
            if at and last == at + 1 and words.ends[at] - words.starts[at] == 1 and words.is_capital(at):
                reading = f"INITIAL {reading}"  # "Appendix A"
            if reading:
                return reading, last, words.dotted[last - 1] and self.is_short(last - 1)
        if kind == "NUMBER" and lower.isdecimal():
            return "NUM", at + 1, False
        return self.unknown(at)

    def sign(self, at: int) -> tuple[str, int, bool]:
        """The kind of a sign; a row of dots, strokes or dashes is one token."""
        words = self.words
        sign = words.kinds[at]
        last = at + 1
        while last < len(words) and words.kinds[last] == sign and sign in "._-…—–" and words.touches(last):
            last += 1
        if last > at + 2 and sign in "._":
            return "GAP", last, True
        return SIGN_KINDS.get(sign, "OTHER"), last, True

    def numbered(self, at: int) -> bool:
        """Whether a number follows a sign that ends before atom ``at``, or what stands for one."""
        words = self.words
        at += at < len(words) and words.kinds[at] == ":"
        if at + 2 < len(words) and words.kinds[at] == "(" and words.kinds[at + 2] == ")":
            at += 1  # "No. (55) Fa Ya 0417"
        if at >= len(words):
            return False
        return (
            any(map(str.isdigit, words.word(at)))
            or code_at(words, at) > 0
            or words.kinds[at] in ("_", "…", STAND_IN, ".", "-", "—")
        )

    def is_short(self, at: int) -> bool:
        """Whether the full stop after atom ``at`` shortens it: an initial's, that of ``Cde.``, ``Col.``"""
        words = self.words
        word = words.lower[at]
        inside = at + 1 < len(words) and words.touches_stop(at + 1) and words.kinds[at + 1] in ("WORD", "NUMBER")
        lettered = at > 0 and len(word) == 1 and words.dotted[at - 1] and words.touches_stop(at)  # "a.i."
        return inside or lettered or words.is_initial(at) or word in self.known.short

    def unknown(self, at: int) -> tuple[str, int, bool]:
        """The kinds of a word that no list has, by its letters and digits."""
        words = self.words
        word = words.word(at)
        short = words.dotted[at] and self.is_short(at)
        if not word.isalpha() and any(map(str.isdigit, word)):
            return number_kinds(word), at + 1, short and words.kinds[at] == "WORD"
        if word.count("/") > 1 and word.isupper():
            return "CODE", at + 1, short
        if words.is_initial(at) or (len(word) == 1 and word.isupper()):
            return "INITIAL", at + 1, short
        if words.is_small(at):
            return "SMALL", at + 1, short
        return "CAPS" if word.isupper() else "CAP", at + 1, short


def note_tokens(text: str, known: LineVocabulary) -> list[LineToken]:
    """The tokens of the first words of a note.

    >>> from .line_vocabulary import line_vocabulary
    >>> from .vocabulary import vocabulary
    >>> known = line_vocabulary(vocabulary())
    >>> [token.narrow for token in note_tokens("Trans. note: this", known)]
    ['TRANSLATOR_NOTE', 'COLON', 'SMALL']
    """
    return Lexer(text, whole(text), known, known.notes).cut(NOTE)


def line_tokens(text: str, clear: Clear, known: LineVocabulary) -> list[LineToken]:
    """The tokens of a flat line, which is ``clear`` without its brackets.

    >>> from .line_vocabulary import line_vocabulary
    >>> from .vocabulary import vocabulary
    >>> known = line_vocabulary(vocabulary())
    >>> [token.narrow for token in line_tokens("To Comrade", whole("To Comrade"), known)]
    ['TO', 'RANK']
    """
    return Lexer(text, clear, known).read()
