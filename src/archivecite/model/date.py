"""A date as it is printed, and what it says when that is certain."""

from typing import Any

from attrs import Attribute, field, frozen

from .text import phrase, refuse, with_plain_strings
from .value import Value

#: The signs of doubt after a date, and what an interval may begin or end with besides dates.
SIGNS = "?~%"
OPEN = ("", "..")
MONTHS = range(1, 13)
#: How many days each month has; the second in a leap year has one more.
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASONS = ("21", "22", "23", "24")
#: How many hours, minutes and seconds there are, and how many hours a clock may be from Greenwich's.
CLOCK = (24, 60, 60)
ZONE = (15, 60)


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date of the Extended Date/Time Format, level 0 or 1, whose days are in the calendar:
    https://www.loc.gov/standards/datetime/

    >>> is_edtf("1962-10-31"), is_edtf("1962~/1964"), is_edtf("195X"), is_edtf("1962-02-30"), is_edtf("1962-10-1")
    (True, True, True, False, False)
    """
    if not text.isascii() or not any(map(str.isdigit, text)):
        return False
    first, *last = text.split("/")
    if last:
        return len(last) == 1 and is_end(first) and is_end(last[0])
    day, _, time = text.partition("T")
    return (
        is_end(text) or is_inexact(text) or (day.removeprefix("-").count("-") == 2 and is_plain(day) and is_time(time))
    )


def is_number(text: str, length: int) -> bool:
    """Whether ``text`` is as many figures."""
    return len(text) == length and text.isdecimal()


def is_end(text: str) -> bool:
    """Whether an interval may begin or end with ``text``: a date, perhaps in doubt or about, a season, or nothing."""
    year, _, season = text.removeprefix("-").partition("-")
    if text in OPEN or (season in SEASONS and is_number(year, 4)):
        return True
    return is_plain(text[:-1] if text[-1] in SIGNS else text)


def is_plain(text: str) -> bool:
    """Whether ``text`` is a year, a month or a day that the calendar has."""
    year, *rest = text.removeprefix("-").split("-")
    if not is_number(year, 4) or text.startswith("-0000") or len(rest) > 2:
        return False
    if not all(is_number(part, 2) for part in rest) or (rest and int(rest[0]) not in MONTHS):
        return False
    return len(rest) < 2 or 1 <= int(rest[1]) <= days(int(year), int(rest[0]))


def days(year: int, month: int) -> int:
    """How many days a month has.

    >>> days(1960, 2), days(1900, 2), days(2000, 2), days(1962, 10)
    (29, 28, 29, 31)
    """
    return DAYS[month - 1] + (month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def is_time(text: str) -> bool:
    """Whether ``text`` is a time of the day with its zone perhaps: ``09:30:00Z``, ``09:30:00+01:00``."""
    clock, zone = text[:8], text[8:]
    if not is_clock(clock, CLOCK):
        return False
    return zone in ("", "Z") or (zone[0] in "+-" and (is_clock(zone[1:], ZONE) or is_clock(zone[1:], ZONE[:1])))


def is_clock(text: str, limits: tuple[int, ...]) -> bool:
    """Whether ``text`` is two figures for each of the ``limits``, with colons between them, and below it."""
    parts = text.split(":")
    return len(parts) == len(limits) and all(
        is_number(part, 2) and int(part) < limit for part, limit in zip(parts, limits, strict=True)
    )


def is_inexact(text: str) -> bool:
    """Whether ``text`` has figures that are not known, ``195X``, ``1962-XX``, or a year of five or more, ``Y17000``."""
    long = text.removeprefix("Y").removeprefix("-")
    if text[0] == "Y":
        return len(long) > 4 and long.isdecimal() and long[0] != "0"
    year, *rest = text.removeprefix("-").split("-")
    if not rest:
        known = year.rstrip("X")
        return len(year) == 4 and 1 <= len(known) < 4 and known.isdecimal()
    month, *day = rest
    if not is_number(year, 4) or day not in ([], ["XX"]):
        return False
    return month == "XX" or (bool(day) and is_number(month, 2) and int(month) in MONTHS)


def optional_edtf(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: a date of the Extended Date/Time Format, level 0 or 1, or None."""
    if value is not None and (type(value) is not str or not is_edtf(value)):
        raise refuse(owner, attribute, "a date of EDTF, level 0 or 1, such as 1962-10-31", value)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Date(Value):
    """A date as printed, with its EDTF form (level 0 or 1) where it can be read in one way only.

    ``Date("November 2, 1962")`` made by hand has no ``edtf``: reading is what ``parse_date`` is for.

    >>> Date("31.X.62", "1962-10-31").edtf
    '1962-10-31'
    """

    text: str = field(validator=phrase)
    edtf: str | None = field(default=None, validator=optional_edtf)
