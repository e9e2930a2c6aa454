"""Dates: from what is printed to EDTF (level 0 or 1), by the forms of ``grammar/date.lark``.

A reading is given only where there is exactly one. ``04.11.1962`` is the fourth of November or the eleventh of April
and ``31 February 1962`` no day at all: both are dates, with no ``edtf``. A year of two digits is one of 19YY, the
archive's period.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..model.date import Date
from ..model.unchecked import unchecked
from .grammar import Pattern

NAMES = "january february march april may june july august september october november december".split()
ROMANS = "i ii iii iv v vi vii viii ix x xi xii".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
#: Winter has none: the winter of 1962 may begin or end in that year.
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23"}

#: The month as EDTF writes it, by every way to print it.
MONTHS = {
    printed: f"{number:02}"
    for number, (name, roman) in enumerate(zip(NAMES, ROMANS, strict=True), 1)
    for printed in (name, name[:3], roman, f"{number}", f"{number:02}")
} | {"sept": "09"}

#: The order of the parts in each form, by their number where it varies; a bar stands between the ends of a range.
ORDERS = {
    "MONTH_DAY_YEAR": {3: "mdy"},
    "DAY_MONTH_YEAR": {3: "dmy"},
    "MONTH_YEAR": {2: "my"},
    "YEAR": {1: "y"},
    "ROMAN_DATE": {3: "dmy"},
    "YEAR_FIRST": {3: "ymd"},
    "YEAR_MONTH_DAY": {3: "ymd"},
    "MONTH_DAY_RANGE": {4: "md|dy", 5: "md|mdy", 6: "mdy|mdy"},
    "DAY_MONTH_RANGE": {4: "d|dmy", 5: "dm|dmy", 6: "dmy|dmy"},
    "MONTH_RANGE": {3: "m|my", 4: "my|my"},
    "YEAR_MONTH_RANGE": {3: "y|my"},
}

#: The orders in which a year that comes last may be read, by its digits: "29" may be a day, and the year first.
YEAR_LAST_ORDERS = {4: ("dmy", "mdy"), 2: ("dmy", "mdy", "ymd")}

#: EDTF's signs, by whether ``circa`` stands before a date and ``?`` after it.
SIGNS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}

FORM = Pattern("date", *ORDERS, "YEAR_LAST", "YEAR_RANGE", "SEASON", "DECADE", "UNDATED")
PART = Pattern("date", "PART")
FRAME = Pattern("date", "FRAME", groups="weekday circa vague core doubt")

new_date = unchecked(Date)


def read_date(text: str) -> Date | None:
    """The date that the whole of ``text`` is, or None where it has no form of a date.

    >>> read_date("30-31 October 1962"), read_date("04.11.1962"), read_date("Havana")
    (Date(text='30-31 October 1962', edtf='1962-10-30/1962-10-31'), Date(text='04.11.1962', edtf=None), None)
    """
    if form := FORM.fullmatch(text):
        return new_date(text, read_form(form))
    framed = FRAME.fullmatch(text)
    if framed is None or text.startswith("[") != text.endswith("]"):
        return None
    form = FORM.fullmatch(framed["core"])
    return new_date(text, read_framed(framed, read_form(form))) if form else None


def read_framed(framed: re.Match[str], edtf: str | None) -> str | None:
    """The EDTF of a date of which ``framed`` is the whole and ``edtf`` the core."""
    if edtf is None or framed["vague"]:
        return None
    if framed["weekday"] and not falls_on(edtf, framed["weekday"]):
        return None
    sign = SIGNS[framed["circa"] is not None, framed["doubt"] is not None]
    # Level 1 qualifies neither seasons ("1962-21") nor decades ("195X").
    if sign and (edtf.endswith("X") or edtf[4:6] == "-2"):
        return None
    return "/".join(end + sign for end in edtf.split("/"))


def read_form(match: re.Match[str]) -> str | None:
    """The EDTF of a text that matched one of the ``forms``."""
    text, form = match.group(), match.lastgroup or ""
    parts: list[str] = PART.findall(text)
    if order := ORDERS.get(form):
        return in_order(parts, order[len(parts)])
    if form == "YEAR_LAST":
        # "23.10.62" is read in one order alone: there is no month 23 and no day 62.
        return only(in_order(parts, order) for order in YEAR_LAST_ORDERS[len(parts[2])])
    if form == "YEAR_RANGE":
        start, end = parts
        years = in_order([start, end if len(end) == 4 else start[:2] + end], "y|y")
        month = in_order(parts, "ym") if text == f"{start}-{end}" else None
        return only((years, month))
    if form == "DECADE":
        # "1900s" may be ten years or a hundred.
        return None if parts[0].endswith("00") else f"{parts[0][:3]}X"
    if form == "SEASON":
        season = SEASONS.get(text.lower().removeprefix("the ").split()[0])
        return season and f"{text[-4:]}-{season}"
    return None


def only(readings: Iterable[str | None]) -> str | None:
    """The one reading that there is, or None where there are several or none.

    >>> only(["1962-10-24", None]), only(["1962-11-04", "1962-04-11"])
    ('1962-10-24', None)
    """
    found = {*readings} - {None}
    return found.pop() if len(found) == 1 else None


def in_order(parts: Sequence[str], order: str) -> str | None:
    """The EDTF of ``parts`` in that ``order``; what one end of a range lacks, it takes from the other.

    >>> in_order(["October", "30", "31", "1962"], "md|dy"), in_order(["31", "II", "62"], "dmy")
    ('1962-10-30/1962-10-31', None)
    """
    if "|" not in order:
        return written(dict(zip(order, parts, strict=True)))
    start, end = order.split("|")
    first = dict(zip(start, parts, strict=False))
    last = dict(zip(end, parts[len(start) :], strict=True))
    opening, close = written(first if "y" in first else last | first), written(first | last)
    if opening is None or close is None or opening >= close[: len(opening)]:
        return None
    return f"{opening}/{close}"


def written(given: Mapping[str, str]) -> str | None:
    """The EDTF of a year ``y``, with its month ``m`` and day ``d`` if given; None if the calendar has none such.

    >>> written({"d": "31", "m": "X", "y": "62"}), written({"m": "13", "y": "1962"})
    ('1962-10-31', None)
    """
    year = given["y"]
    if len(year) == 2:
        year = f"19{year}"
    if "m" not in given:
        return year
    month = MONTHS.get(given["m"].lower())
    if month is None or "d" not in given:
        return month and f"{year}-{month}"
    try:
        return date(int(year), int(month), int(given["d"])).isoformat()
    except ValueError:
        return None


def falls_on(edtf: str, weekday: str) -> bool:
    """Whether ``edtf`` is one day, and a day of that name.

    >>> falls_on("1962-10-22", "Monday"), falls_on("1962-10-22", "Friday"), falls_on("1962-10", "Monday")
    (True, False, False)
    """
    return len(edtf) == len("1962-10-22") and WEEKDAYS[date.fromisoformat(edtf).weekday()] == weekday.lower()
