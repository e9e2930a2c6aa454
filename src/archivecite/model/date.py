"""A date as it is printed, and what it says when that is certain."""

import re
from calendar import monthrange
from typing import Any

from attrs import Attribute, field, frozen

from .text import phrase, refuse, with_plain_strings

MONTH = r"(?:0[1-9]|1[0-2])"
DAY = r"(?:0[1-9]|[12]\d|3[01])"
TIME = r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?"
PLAIN = rf"(?!-0000)-?\d{{4}}(?:-{MONTH}(?:-{DAY})?)?"
#: What an interval may begin and end with: a date, perhaps in doubt or about, a season, or nothing that is known.
END = rf"(?:{PLAIN}[?~%]?|-?\d{{4}}-2[1-4]|\.\.|)"
#: The Extended Date/Time Format, levels 0 and 1: https://www.loc.gov/standards/datetime/
EDTF = re.compile(
    rf"""{END} | {END}/{END}
    | {PLAIN}(?<=-\d\d-\d\d){TIME}
    | -?\d(?:XXX|\dXX|\d\dX) | -?\d{{4}}-XX(?:-XX)? | -?\d{{4}}-{MONTH}-XX
    | Y-?[1-9]\d{{4,}}""",
    re.VERBOSE | re.ASCII,
)
DAYS = re.compile(r"(-?\d{4})-(\d\d)-(\d\d)")


def is_edtf(text: str) -> bool:
    """Whether ``text`` is a date of the Extended Date/Time Format, level 0 or 1, whose days are in the calendar.

    >>> is_edtf("1962-10-31"), is_edtf("1962~/1964"), is_edtf("195X"), is_edtf("1962-02-30"), is_edtf("1962-10-1")
    (True, True, True, False, False)
    """
    if not EDTF.fullmatch(text) or not any(map(str.isdigit, text)):
        return False
    found = (map(int, day.groups()) for day in DAYS.finditer(text))
    return all(day <= monthrange(year, month)[1] for year, month, day in found)


def optional_edtf(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: a date of the Extended Date/Time Format, level 0 or 1, or None."""
    if value is not None and (type(value) is not str or not is_edtf(value)):
        raise refuse(owner, attribute, "a date of EDTF, level 0 or 1, such as 1962-10-31", value)


@frozen(field_transformer=with_plain_strings)
class Date:
    """A date as printed, with its EDTF form (level 0 or 1) where it can be read in one way only.

    ``Date("November 2, 1962")`` made by hand has no ``edtf``: reading is what ``parse_date`` is for.

    >>> Date("31.X.62", "1962-10-31").edtf
    '1962-10-31'
    """

    text: str = field(validator=phrase)
    edtf: str | None = field(default=None, validator=optional_edtf)
