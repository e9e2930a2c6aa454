"""Which strings are dates of EDTF, level 0 and 1, held against the edtf package."""

import re
import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyparsing.warnings import PyparsingDiagnosticWarning
from strategies.date import dates

import archivecite as ac
from archivecite.model.date import is_edtf

with warnings.catch_warnings():
    warnings.simplefilter("ignore", PyparsingDiagnosticWarning)
    from edtf import parse_edtf

#: The classes of the package for what is of level 0 or 1.
LOW_LEVELS = {
    "Date", "DateAndTime", "Interval", "Level1Interval", "LongYear", "Season", "UncertainOrApproximate", "Unspecified",
}  # fmt: skip

YEARS = st.integers(-9999, 9999).map(lambda year: f"{'-' * (year < 0)}{abs(year):04}")
PARTS = st.integers(0, 40).map("{:02}".format)


@st.composite
def ends(draw: st.DrawFn) -> str:
    """A date or season, right or wrong, or the open or unknown end of an interval."""
    parts = [draw(YEARS), *draw(st.lists(PARTS, max_size=2))]
    sign = draw(st.sampled_from(["", "", "?", "~", "%"]))
    return draw(st.sampled_from(["-".join(parts) + sign] * 4 + ["..", ""]))


@st.composite
def shapes(draw: st.DrawFn) -> str:
    """What looks like EDTF of level 0 or 1: ends, intervals, times, unspecified digits, long years."""
    end = draw(ends())
    hidden = len(end) - draw(st.integers(0, 6))
    time = draw(st.sampled_from(["T12:00:00", "T23:59:59Z", "T24:30:00", "T07:30:00+01:00", "T07:30:00-05", "T7:00"]))
    return draw(
        st.sampled_from(
            [
                end,
                f"{end}/{draw(ends())}",
                end + time,
                "".join("X" if place >= hidden and sign.isdigit() else sign for place, sign in enumerate(end)),
                f"Y{draw(st.integers(-99999, 999999))}",
            ]
        )
    )


def known_to_the_package(text: str) -> bool:
    """Whether the edtf package reads ``text``, without surplus blanks, as of level 0 or 1."""
    try:
        read = parse_edtf(text)
    except Exception:  # noqa: BLE001  it raises whatever comes, TypeError and AttributeError among it
        return False
    return type(read).__name__ in LOW_LEVELS and text == text.strip()


def known_otherwise(text: str) -> bool:
    """What the package takes and this library does not: doubt on unspecified digits or on a season, no end that is
    known, a time without a day, and 29 February in a year that is not a leap year.
    """
    day, _, time = text.partition("T")
    return (
        (bool(time) and day.lstrip("-").count("-") < 2)
        or ("X" in text and text[-1] in "?~%")
        or re.search(r"\d{4}-2[1-4][?~%]", text) is not None
        or not any(map(str.isdigit, text))
        or "-02-29" in text
    )


@given(shapes())
@example("1962-10-31/1962-11-02")
@example("-0000")
@example("1900-02-29")
@example("156X")
@example("1962-21")
@example("1962-25")
def test_what_is_edtf_here_is_edtf_to_the_package(text: str) -> None:
    """Both take the same strings, but for the few that are named."""
    if is_edtf(text):
        assert known_to_the_package(text)
    elif known_to_the_package(text):
        assert known_otherwise(text)


@given(st.text("0123456789-/XY?~%.TZ: ", max_size=25))
def test_a_string_of_its_signs_is_edtf_to_the_package_if_it_is_here(text: str) -> None:
    """No odd row of the signs is taken."""
    assert known_to_the_package(text) or not is_edtf(text)


@given(dates())
def test_every_reading_is_edtf(date: ac.Date) -> None:
    """What the reader writes, the validator takes."""
    assert date.edtf is None or is_edtf(date.edtf)


@pytest.mark.parametrize(
    "text",
    ["1962", "1962-10", "1962-10-31", "1960-02-29", "1962~", "1962-10-31?", "195X", "19XX", "1962-XX", "1962-10-XX",
     "1962-21", "1962/1964", "1962-10-30/1962-11-02", "1962~/1964~", "1962/..", "../1962", "/1962", "1962/",
     "1962-10-31T21:20:00Z", "-0043-03-15", "Y17000002"],
)  # fmt: skip
def test_a_date_takes_edtf(text: str) -> None:
    """Each form of level 0 and 1."""
    assert ac.Date("once", text).edtf == text


@pytest.mark.parametrize(
    "text",
    ["", "62", "1962-13", "1962-02-30", "1961-02-29", "1962-1-1", "31.10.1962", "October 1962", "1962-25", "[1962,1963]",
     " 1962", "1962\n", "1962/1963/1964", "../..", "/", "١٩٦٢", "1962-00", "?1962", "1962-21~", "Y1962"],
)  # fmt: skip
def test_a_date_refuses_what_is_not_edtf(text: str) -> None:
    """No such day, another format, level 2, or half of something."""
    with pytest.raises(ac.InvalidRecord, match=r"Date\.edtf: expected a date of EDTF, level 0 or 1"):
        ac.Date("once", text)


@pytest.mark.parametrize(
    "tag", ["ru", "zh-Hant-TW", "sr-Latn", "de-1996", "x-old", "i-klingon", "en-GB-oed", "sh", "es-419"]
)
def test_a_language_takes_a_well_formed_tag(tag: str) -> None:
    """Language, script, region, variant, private use, and what was registered before them."""
    assert ac.Language("Some", tag).tag == tag


@pytest.mark.parametrize(
    "tag", ["", "r", "russian language", "ru_RU", "ru-", "-ru", "ru--RU", "ру", "123", "abcdefghi", "ru\n"]
)
def test_a_language_refuses_what_is_not_a_tag(tag: str) -> None:
    """Names, other separators, other letters."""
    with pytest.raises(ac.InvalidRecord, match=r"Language\.tag: expected a language tag of BCP 47"):
        ac.Language("Some", tag)
