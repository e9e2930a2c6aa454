"""A document's number in a registry, whatever its shape: a sign of a number with letters and digits, or these alone."""

from collections.abc import Sequence
from itertools import pairwise

from ..model.body import Block
from ..model.header import ReplyTo, Serial
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .found import Found, spanning
from .line import LineText
from .line_parts import found, present, value_of, values
from .line_words import LineToken
from .loop import Token
from .plausible import is_registered

#: The longest number with its label, the most words of the label, and the longest word in a number: ``Bu Fa Ya``.
LONGEST = 48
LABEL_WORDS = 4
LONGEST_WORD = 4

#: What a number is made of besides its short words.
PARTS = frozenset(("NUM", "MIXED", "CODE", "DATE", "TIME", "ORDINAL", "SLASH", "DASH", "LPAR", "RPAR", "DOT"))

#: The short words in one.
WORDS = frozenset(("CAP", "CAPS", "INITIAL"))

#: What a label is made of, before the sign of a number.
LABELS = frozenset(("SERIAL_LABEL", "DOC", "DOC_ADJ", "CAP", "CAPS", "INITIAL", "NATION"))

new_serial = unchecked(Serial)
new_reply_to = unchecked(ReplyTo)


def read_registered(line: LineText, flat: Flat) -> Found[Block] | None:
    """The serial that a line is: ``Issuing No. (55) Fa Ya 0417``, ``No. 1873 / 12.VIII.1971``, ``02/1 P 184/76``."""
    tokens = line.tokens
    if not 1 < len(line.text) <= LONGEST or not tokens:
        return None
    start = label_end(tokens)
    reply = start > 0 and "REPLY" in tokens[0].kinds
    rest = [token for token in tokens[start:] if token.narrow not in ("COLON", "REMARK")]
    dated = any(two.narrow == "DATE" and one.narrow != "SLASH" for one, two in pairwise(rest))
    if (
        not rest
        or dated
        or not all(is_part(line, token) for token in rest)
        or not is_coded(line.text, rest, bool(start))
    ):
        return None
    alike = len(rest) > 1 and all(is_registered(line.text[token.start : token.end]) for token in rest)
    places = [(token, token) for token in rest] if alike else [(rest[0], rest[-1])]
    numbers = [found(line, bare(first), bare(last)) for first, last in places]
    if reply:
        return spanning(
            new_reply_to(values(numbers), None, text=line.text, marks=line.marks), flat, {"numbers": numbers}
        )
    named = [token for token in tokens[:start] if not {"SIGN", "COLON"} & {token.narrow}]
    label = found(line, bare(named[0]), bare(named[-1])) if named else None
    value = new_serial(value_of(label), values(numbers), text=line.text, marks=line.marks)
    return spanning(value, flat, present(label=label, numbers=numbers))


def bare(token: LineToken) -> Token:
    """A token with its narrowest kind alone."""
    return Token(token.narrow, token.start, token.end)


def label_end(tokens: Sequence[LineToken]) -> int:
    """Where the number begins, behind its sign, or a label with a colon; 0 where there is neither."""
    for at, token in enumerate(tokens[:LABEL_WORDS]):
        if "SIGN" in token.kinds:
            return at + 1
        if token.narrow == "COLON" and at and {"SERIAL_LABEL", "REPLY"} & {*tokens[at - 1].kinds}:
            return at + 1
        if not at and "REPLY" in token.kinds:
            continue
        if LABELS.isdisjoint(token.kinds):
            return 0
    return 0


def is_part(line: LineText, token: LineToken) -> bool:
    """Whether a token is part of a number: digits, a sign, or a short word with a capital."""
    if token.narrow in PARTS or "SIGN" in token.kinds:
        return True
    return token.narrow in WORDS and len(line.text[token.start : token.end].rstrip(".")) <= LONGEST_WORD


def is_coded(text: str, rest: Sequence[LineToken], signed: bool) -> bool:
    """Whether what may be a number is one: it begins with no sign but a bracket, and ends in a digit or one letter."""
    first, last = rest[0], rest[-2] if rest[-1].narrow == "DOT" and len(rest) > 1 else rest[-1]
    year = signed and text[first.start : first.end].isdecimal()  # "No. 1873 / 12.VIII.1971"
    if first.narrow in ("SLASH", "DASH", "DOT", "RPAR", "TIME") or (first.narrow == "DATE" and not year):
        return False
    end = text[last.start : last.end]
    if not (
        any(map(str.isdigit, end))
        or last.narrow == "RPAR"
        or (len(end.rstrip(".")) == 1 and text[last.start - 1] != " ")
    ):
        return False
    number = text[first.start : last.end]
    return any(map(str.isdigit, number)) and (signed or is_registered(number))
