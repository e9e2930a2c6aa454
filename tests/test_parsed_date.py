"""Dates by the parsed grammar: they read as by the patterns, and a few forms more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.date import date_texts
from strategies.text import arbitrary
from test_date import NO_DATES, READ, mangled

from archivecite.model.date import Date
from archivecite.syntax.date import read_date as read_by_patterns
from archivecite.syntax.new.date import read_date

#: Forms that the patterns do not know.
MORE = {
    "October 27 and 28, 1962": "1962-10-27/1962-10-28",
    "30 and 31 October 1962": "1962-10-30/1962-10-31",
    "spring, 1962": "1962-21",
    "October 27, [1962]": "1962-10-27",
    "27 October [1962]": "1962-10-27",
    "October [1962]": "1962-10",
}


@pytest.mark.parametrize(("text", "edtf"), [*READ.items(), *MORE.items()])
def test_a_date_is_read_whole_and_as_certainly_as_it_is_printed(text: str, edtf: str | None) -> None:
    """Every form gives a date with its text as printed, and an EDTF form only where there is one reading."""
    assert read_date(text) == Date(text, edtf)


@pytest.mark.parametrize("text", [text for text in NO_DATES if text not in MORE])
def test_what_has_no_form_of_a_date_is_none(text: str) -> None:
    """A text is a date as a whole or not at all."""
    assert read_date(text) is None


@given(date_texts() | mangled() | st.tuples(date_texts(), arbitrary(), date_texts()).map("".join))
def test_reads_as_the_patterns_do(text: str) -> None:
    """What is a date to the patterns is the same one to the parsed grammar; a damaged text is none, or the same."""
    found, before = read_date(text), read_by_patterns(text)
    assert found == before or before is None or found is None
    assert (found is None) == (before is None) or text not in READ
