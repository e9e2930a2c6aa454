"""Dates as they are printed, with what they say worked out here, from the calendar and not by the library."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st

import archivecite as ac

NAMES = "January February March April May June July August September October November December".split()
ROMANS = "I II III IV V VI VII VIII IX X XI XII".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DASHES = ("-", " - ", "–", " – ", "—", " to ", " through ")


class Printed(NamedTuple):
    """A date as printed, its EDTF form, and the first and last day that it can mean."""

    text: str
    edtf: str
    first: dt.date
    last: dt.date


def name(day: dt.date) -> str:
    return NAMES[day.month - 1]


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


#: Every way to print a day so that it can be read in one way only.
DAY_FORMS: tuple[Callable[[dt.date], str], ...] = (
    lambda d: f"{name(d)} {d.day}, {d.year}",
    lambda d: f"{name(d)} {d.day:02}, {d.year}",
    lambda d: f"{name(d)} {d.day} {d.year}",
    lambda d: f"{name(d)[:3]}. {d.day}, {d.year}",
    lambda d: f"{name(d).upper()} {d.day}, {d.year}",
    lambda d: f"{name(d)} {ordinal(d.day)}, {d.year}",
    lambda d: f"{d.day} {name(d)} {d.year}",
    lambda d: f"{d.day:02} {name(d)[:3]} {d.year}",
    lambda d: f"{ordinal(d.day)} of {name(d)}, {d.year}",
    lambda d: f"{d.day}. {name(d)} {d.year}",
    lambda d: f"{d.year} {name(d)} {d.day}",
    lambda d: f"{d.day}.{ROMANS[d.month - 1]}.{d.year}",
    lambda d: f"{d.day}. {ROMANS[d.month - 1]}. {d.year}",
    lambda d: f"{d.day:02}/{ROMANS[d.month - 1]}/{d.year}",
    lambda d: f"{d.day} {ROMANS[d.month - 1]} {d.year}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    lambda d: d.isoformat(),
    lambda d: f"{WEEKDAYS[d.weekday()]}, {name(d)} {d.day}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {name(d)} {d.year}",
    lambda d: f"[{name(d)} {d.day}, {d.year}]",
)

#: The same with a year of two digits, which is one of 19YY.
SHORT_DAY_FORMS: tuple[Callable[[dt.date], str], ...] = (
    lambda d: f"{d.day}.{ROMANS[d.month - 1]}.{d.year % 100:02}",
    lambda d: f"{d.day} {name(d)[:3]} {d.year % 100:02}",
    lambda d: f"{name(d)} {d.day}, '{d.year % 100:02}",
)


def calendar_days() -> st.SearchStrategy[dt.date]:
    """Any day from 1900 to 2010, now and then one at the edge of a month."""
    days = st.dates(dt.date(1900, 1, 1), dt.date(2010, 12, 31))
    return st.one_of(days, days.map(last_of_month), days.map(lambda day: day.replace(day=1)))


def last_of_month(day: dt.date) -> dt.date:
    """The last day of the month that ``day`` is in.

    >>> last_of_month(dt.date(1904, 2, 3)).day
    29
    """
    return (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


@st.composite
def days(draw: st.DrawFn) -> Printed:
    """One day."""
    day = draw(calendar_days())
    form = draw(st.sampled_from(DAY_FORMS + SHORT_DAY_FORMS if day.year < 2000 else DAY_FORMS))
    return Printed(form(day), day.isoformat(), day, day)


@st.composite
def months_and_years(draw: st.DrawFn) -> Printed:
    """A month, a year, a decade."""
    day = draw(calendar_days())
    if draw(st.booleans()):
        text = draw(
            st.sampled_from([f"{name(day)} {day.year}", f"{name(day)}, {day.year}", f"{name(day).upper()} {day.year}"])
        )
        return Printed(text, f"{day:%Y-%m}", day.replace(day=1), last_of_month(day))
    if draw(st.booleans()) or day.year % 100 < 10:
        return Printed(f"{day.year}", f"{day.year}", dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))
    decade = day.year // 10
    text = draw(st.sampled_from([f"{decade}0s", f"the {decade}0s"]))
    return Printed(text, f"{decade}X", dt.date(decade * 10, 1, 1), dt.date(decade * 10 + 9, 12, 31))


@st.composite
def ranges(draw: st.DrawFn) -> Printed:
    """Several days, months or years."""
    first, last = sorted(draw(st.lists(calendar_days(), min_size=2, max_size=2, unique=True)))
    to = draw(st.sampled_from(DASHES))
    forms = [f"{name(first)} {first.day}, {first.year}{to}{name(last)} {last.day}, {last.year}"]
    forms += [f"{first.day} {name(first)} {first.year}{to}{last.day} {name(last)} {last.year}"]
    if first.year == last.year:
        forms += [f"{name(first)} {first.day}{to}{name(last)} {last.day}, {last.year}"]
        forms += [f"{first.day} {name(first)}{to}{last.day} {name(last)} {last.year}"]
    if (first.year, first.month) == (last.year, last.month):
        forms += [
            f"{first.day}{to}{last.day} {name(last)} {last.year}",
            f"{name(first)} {first.day}{to}{last.day}, {last.year}",
        ]
    text = draw(st.sampled_from(forms))
    printed = Printed(text, f"{first}/{last}", first, last)
    wider = draw(st.sampled_from(["days", "months", "years"]))
    if wider == "months" and f"{first:%Y-%m}" < f"{last:%Y-%m}":
        year = "" if first.year == last.year else f" {first.year}"
        text = f"{name(first)}{year}{to}{name(last)} {last.year}"
        return Printed(text, f"{first:%Y-%m}/{last:%Y-%m}", first.replace(day=1), last_of_month(last))
    if wider == "years" and first.year < last.year:
        ends = dt.date(first.year, 1, 1), dt.date(last.year, 12, 31)
        return Printed(f"{first.year}{to}{last.year}", f"{first.year}/{last.year}", *ends)
    return printed


@st.composite
def qualified(draw: st.DrawFn) -> Printed:
    """A date that is said to be approximate, uncertain or both, as far as EDTF's level 1 can say so."""
    printed = draw(st.one_of(days(), months_and_years(), ranges()).filter(is_plain))
    circa, doubt, sign = draw(
        st.sampled_from([("circa ", "", "~"), ("c. ", "", "~"), ("", "?", "?"), ("ca. ", "?", "%")])
    )
    edtf = "/".join(end + sign for end in printed.edtf.split("/"))
    return printed._replace(text=f"{circa}{printed.text}{doubt}", edtf=edtf)


def is_plain(printed: Printed) -> bool:
    """Whether ``circa`` may stand before a date and a question mark after it, and mean something at level 1."""
    return not printed.edtf.endswith("X") and not printed.text.startswith((*WEEKDAYS, "["))


def certain() -> st.SearchStrategy[Printed]:
    """Any date that can be read."""
    return st.one_of(days(), days(), months_and_years(), ranges(), qualified())


@st.composite
def uncertain(draw: st.DrawFn) -> str:
    """A date that cannot be read: with two readings, with none, too vague, or none at all."""
    day, month = draw(st.lists(st.integers(1, 12), min_size=2, max_size=2, unique=True))
    year = draw(st.integers(1900, 2010))
    return draw(
        st.sampled_from([
            f"{day}.{month}.{year}",
            f"{day:02}/{month:02}/{year}",
            f"{day}-{month}-{year}",
            f"{day + 31} {NAMES[month - 1]} {year}",
            f"{NAMES[month - 1]} {day + 1}-{day}, {year}",
            f"{day}.{month}.{year % 100:02}",
            f"February 30, {year}",
            f"29 February {year | 1}",
            f"{year}-{year - 1}",
            f"early {year}",
            f"late {NAMES[month - 1]} {year}",
            f"mid-{year // 10}0s",
            f"before {day} {NAMES[month - 1]} {year}",
            f"winter {year}",
            "Date unknown",
            "undated",
            "n.d.",
        ])
    )  # fmt: skip


def date_texts() -> st.SearchStrategy[str]:
    """Every text that is a date, whether it can be read or not."""
    return st.one_of(certain().map(lambda printed: printed.text), uncertain())


def dates() -> st.SearchStrategy[ac.Date]:
    """Dates as reading gives them."""
    return st.one_of(certain().map(lambda printed: ac.Date(printed.text, printed.edtf)), uncertain().map(ac.Date))
