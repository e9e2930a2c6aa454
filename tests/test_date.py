"""Dates: which texts are dates, what they say, and which ones do not say it for certain."""

import datetime as dt
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyparsing.warnings import PyparsingDiagnosticWarning
from strategies.date import Printed, certain, date_texts, dates, uncertain
from strategies.text import arbitrary

from archivecite.model.date import Date
from archivecite.syntax.date import read_date

with warnings.catch_warnings():
    # edtf names the two ends of an interval in a way that newer versions of pyparsing find suspicious.
    warnings.simplefilter("ignore", PyparsingDiagnosticWarning)
    from edtf import parse_edtf

READ = {
    # a day, month first
    "November 2, 1962": "1962-11-02",
    "July 04, 1949": "1949-07-04",
    "Oct. 28, 1962": "1962-10-28",
    "Oct 28, 1962": "1962-10-28",
    "Sept. 3, 1950": "1950-09-03",
    "NOVEMBER 2, 1962": "1962-11-02",
    "November 2nd, 1962": "1962-11-02",
    "November 2 1962": "1962-11-02",
    "November 2,1962": "1962-11-02",
    "November 2, '62": "1962-11-02",
    # a day, day first
    "2 November 1962": "1962-11-02",
    "2nd November 1962": "1962-11-02",
    "2nd of November, 1962": "1962-11-02",
    "2 November1962": "1962-11-02",
    "28. October 1962": "1962-10-28",
    "2 ноября 1962": "1962-11-02",
    "28. Oktober 1962": "1962-10-28",
    "3 février 1950": "1950-02-03",
    "Mai 1950": "1950-05",
    "28 october 1962": "1962-10-28",
    "28 Oct 62": "1962-10-28",
    "28 Oct. ’62": "1962-10-28",
    "October '62": "1962-10",
    # a day, with its weekday, which must be right
    "Monday, October 22, 1962": "1962-10-22",
    "Monday 22 October 1962": "1962-10-22",
    "Tuesday, October 22, 1962": None,
    "Monday, October 1962": None,
    # a day, year first
    "1962-10-28": "1962-10-28",
    "1962.10.28": "1962-10-28",
    "1962/1/2": "1962-01-02",
    "1962 October 28": "1962-10-28",
    # a day, with the month in Roman numerals
    "31.X.62": "1962-10-31",
    "31. X. 62": "1962-10-31",
    "30.XII.1949": "1949-12-30",
    "23/X/1962": "1962-10-23",
    "2-VIII-53": "1953-08-02",
    "1 IV 1956": "1956-04-01",
    "31.XIII.62": None,
    "31.IIX.62": None,
    # a day in numbers
    "10.24.1962": "1962-10-24",
    "23.10.1962": "1962-10-23",
    "28. 10. 1962": "1962-10-28",
    "10/24/1962": "1962-10-24",
    "23-10-1962": "1962-10-23",
    "5.5.1962": "1962-05-05",
    "10/24/62": "1962-10-24",
    "5.5.62": "1962-05-05",
    "10.1.1949": None,
    "04.11.1962": None,
    "3/4/1962": None,
    "23.10.29": None,  # the 23rd of October 1929, or the 29th of October 1923
    # a month, a season, a year, a decade
    "August 1945": "1945-08",
    "April 2002": "2002-04",
    "June, 1934": "1934-06",
    "October of 1962": "1962-10",
    "OCTOBER 1962": "1962-10",
    "Spring 1962": "1962-21",
    "SPRING 1962": "1962-21",
    "the summer of 1962": "1962-22",
    "fall 1962": "1962-23",
    "Autumn 1962": "1962-23",
    "winter 1962": None,
    "1948": "1948",
    "1950s": "195X",
    "the 1950's": "195X",
    "1900s": None,
    # ranges
    "30-31 October 1962": "1962-10-30/1962-10-31",
    "30 – 31 October 1962": "1962-10-30/1962-10-31",
    "22 to 28 October 1962": "1962-10-22/1962-10-28",
    "30 October - 2 November 1962": "1962-10-30/1962-11-02",
    "30 December 1961 – 2 January 1962": "1961-12-30/1962-01-02",
    "January 1-3, 1949": "1949-01-01/1949-01-03",
    "October 30-November 2, 1962": "1962-10-30/1962-11-02",
    "October 30, 1962 - November 2, 1962": "1962-10-30/1962-11-02",
    "August-September 1945": "1945-08/1945-09",
    "December 1961-January 1962": "1961-12/1962-01",
    "1946-February 1950": "1946/1950-02",
    "1946-February 1946": None,
    "1957-1958": "1957/1958",
    "1957 – 1958": "1957/1958",
    "1957-58": "1957/1958",
    "1962-10": "1962-10",
    "1910-12": None,  # December 1910, or three years
    "1962 – 10": None,
    # approximate, uncertain, supplied
    "circa 1962": "1962~",
    "c. 1962": "1962~",
    "c.1962": "1962~",
    "ca. 1962": "1962~",
    "Circa October 1962": "1962-10~",
    "about 28 October 1962": "1962-10-28~",
    "circa 1957-1958": "1957~/1958~",
    "1962?": "1962?",
    "October 1962?": "1962-10?",
    "circa 1962?": "1962%",
    "[1962]": "1962",
    "[1962?]": "1962?",
    "[c. October 1962]": "1962-10~",
    "circa 1950s": None,
    "Spring 1962?": None,
    # a part of a time, or a bound of it
    "early 1962": None,
    "late October 1962": None,
    "mid-1950s": None,
    "mid-October 1962": None,
    "the beginning of 1962": None,
    "First half of 1962": None,
    "before 5 May 1950": None,
    "not later than 1 July 1953": None,
    # none
    "Date unknown": None,
    "undated": None,
    "Undated": None,
    "[undated]": None,
    "no date": None,
    "n.d.": None,
    # days that the calendar has not, and ranges that run backwards
    "31 February 1962": None,
    "29 February 1961": None,
    "29 February 1960": "1960-02-29",
    "February 29, 1900": None,
    "45 October 1962": None,
    "13.13.1962": None,
    "1962-13-01": None,
    "31-30 October 1962": None,
    "30-30 October 1962": None,
    "30-32 October 1962": None,
    "November 2 - October 30, 1962": None,
    "October-August 1962": None,
    "1958-1957": None,
}

READ |= {
    # a bracketed year, a season with a comma, two days with an "and"
    "October 27 and 28, 1962": "1962-10-27/1962-10-28",
    "30 and 31 October 1962": "1962-10-30/1962-10-31",
    "spring, 1962": "1962-21",
    "October 27, [1962]": "1962-10-27",
    "27 October [1962]": "1962-10-27",
    "October [1962]": "1962-10",
}

NO_DATES = [
    "", " ", "Havana", "October", "2 November", "November 2", "62", "19485", "1948/3", "948", "3011", "may 1962",
    "march 1949", "2 november 1962 ", " 1948", "2  November 1962", "2\nNovember 1962", "1948.", "31.X", "X.62",
    "31.X.1", "1.2.3", "١٩٦٢", "Auguſt 1945", "[1962", "1962]", "[[1962]]", "circa", "circa circa 1962", "C. 1962",
    "early", "[]", "?", "1962??", "f. 1948", "207-00084-02", "41-62", "9-17", "Monday",
    "Monday, Havana", "30 IV 20", "early undated fond",
]  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A date with a character gone, doubled or changed."""
    text = draw(date_texts())
    at = draw(st.integers(0, len(text) - 1))
    return text[:at] + draw(st.sampled_from(["", text[at] * 2, " ", "?", "0", "X", "ſ", "٣", "."])) + text[at + 1 :]


@pytest.mark.parametrize(("text", "edtf"), READ.items())
def test_a_date_is_read_whole_and_as_certainly_as_it_is_printed(text: str, edtf: str | None) -> None:
    """Every form gives a date with its text as printed, and an EDTF form only where there is one reading."""
    assert read_date(text) == Date(text, edtf)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_has_no_form_of_a_date_is_none(text: str) -> None:
    """A text is a date as a whole or not at all."""
    assert read_date(text) is None


def test_the_page_on_dates_is_true() -> None:
    """Every example in the tables of docs/dates.md is read as they say, and every null is a date."""
    page = (Path(__file__).parents[1] / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = [[cell.strip(" `") for cell in line.split("|")[2:4]] for line in page.splitlines() if "| `" in line]
    assert len(rows) > 30
    assert [read_date(text) for text, _ in rows] == [
        Date(text, None if edtf == "null" else edtf) for text, edtf in rows
    ]


@given(certain())
def test_a_certain_date_is_what_the_calendar_says(printed: Printed) -> None:
    """Any real day, month, year or range from 1900 to 2010, printed in any form that has one reading, gets that one."""
    assert read_date(printed.text) == Date(printed.text, printed.edtf)


@given(uncertain())
def test_an_uncertain_date_has_no_reading(text: str) -> None:
    """Two readings, none, or a vague one: the text is a date, and nothing is made up."""
    assert read_date(text) == Date(text)


@given(dates())
def test_reading_gives_the_dates_of_the_strategy(date: Date) -> None:
    """Other tests may take any date from the strategy for one that was read."""
    assert read_date(date.text) == date


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1900, 2010), st.sampled_from("./-"))
def test_two_small_numbers_are_read_only_if_they_are_equal(one: int, other: int, year: int, dot: str) -> None:
    """Which of two numbers up to 12 is the month, nobody can tell, unless it makes no difference."""
    text = f"{one}{dot}{other}{dot}{year}"
    assert read_date(text) == Date(text, f"{year}-{one:02}-{other:02}" if one == other else None)


@given(st.integers(13, 31), st.integers(1, 12), st.integers(1900, 2010), st.sampled_from("./-"))
def test_a_number_above_12_is_the_day_wherever_it_stands(day: int, month: int, year: int, dot: str) -> None:
    """``23.10.1962`` and ``10.23.1962`` are the same day, and ``31.2.1962`` is none."""
    first, second = f"{day}{dot}{month}{dot}{year}", f"{month}{dot}{day}{dot}{year}"
    try:
        edtf = dt.date(year, month, day).isoformat()
    except ValueError:
        edtf = None
    assert (read_date(first), read_date(second)) == (Date(first, edtf), Date(second, edtf))


@given(certain())
def test_the_edtf_means_the_days_that_were_meant(printed: Printed) -> None:
    """Another reader of EDTF takes every form given for the same first and last day."""
    date = read_date(printed.text)
    assert date is not None and date.edtf is not None
    meant = parse_edtf(date.edtf)
    assert (dt.date(*meant.lower_strict()[:3]), dt.date(*meant.upper_strict()[:3])) == (printed.first, printed.last)


@pytest.mark.parametrize("edtf", sorted({edtf for edtf in READ.values() if edtf}))
def test_every_edtf_of_the_table_is_edtf(edtf: str) -> None:
    """Another reader of EDTF takes it, and writes it the same."""
    assert str(parse_edtf(edtf)) == edtf


@given(st.one_of(arbitrary(), st.tuples(date_texts(), arbitrary(), date_texts()).map("".join), mangled()))
def test_no_text_is_refused(text: str) -> None:
    """Any text is a date, printed as it is, or none."""
    date = read_date(text)
    assert date is None or date.text == text
