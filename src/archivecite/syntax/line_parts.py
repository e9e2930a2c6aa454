"""The parts of a line that its readers give: text, numbers and dates, each with its place."""

from collections.abc import Sequence
from typing import Any

from ..model.date import Date
from ..model.unchecked import unchecked
from .date import read_date
from .found import Found
from .line import LineText
from .loop import Token

new_date = unchecked(Date)

#: The short months whose full stop is their own, at a line's end, too.
SHORT_MONTHS = ("Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec")


#: The tokens that a number is.
NUMBERS = frozenset(("NUM", "MIXED", "CODE"))


def found(line: LineText, first: Token, last: Token | None = None) -> Found[str]:
    """The text of a token, or from one to another."""
    start, end = line.place(first, last or first)
    return Found(line.text[start:end], start, end)


def found_numbers(line: LineText, tokens: Sequence[Token]) -> list[Found[str]]:
    """The numbers among ``tokens``."""
    return [found(line, token) for token in tokens if token.type in ("NUM", "MIXED", "CODE")]


def with_letters(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a serial, a number joined with its file's letters: ``No. 412 NQ/TW``, ``Reference: PS 14/3``."""
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if joined else None
        if before and "CAPS" in (before.type, token.type) and {before.type, token.type} & NUMBERS:
            joined[-1] = Token("MIXED", before.start, token.end)
        else:
            joined.append(token)
    return joined


def found_date(line: LineText, token: Token) -> Found[Date]:
    """The date that a token is."""
    start, end = line.place(token, token)
    if end + 1 == len(line.text) and line.text[end] == "." and line.text[start:end].rpartition(" ")[2] in SHORT_MONTHS:
        end += 1  # "8th Feb."
    text = line.text[start:end]
    return Found(read_date(text) or new_date(text, None), start, end)


def first_date(line: LineText, tokens: Sequence[Token]) -> Found[Date] | None:
    """The first date among ``tokens``."""
    return next((found_date(line, token) for token in tokens if line.has(token, "DATE")), None)


def value_of(part: Found[Any] | None) -> Any:
    """The value of what may have been found."""
    return part.value if part else None


def present(**parts: Any) -> dict[str, Any]:
    """The parts that were found."""
    return {name: part for name, part in parts.items() if part}


def values(parts: Sequence[Found[Any]]) -> tuple[Any, ...]:
    """The bare values of what was found."""
    return tuple([part.value for part in parts])
