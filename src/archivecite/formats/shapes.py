"""Dates and language tags as regular expressions, which is how a schema says what a string may be.

What the model itself takes is plain code (``model.date.is_edtf``, ``model.language.is_tag``); a test sees that the two
agree.
"""

import re

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

#: A well-formed language tag (RFC 5646, section 2.1): language, script, region, variants, extensions, private use.
TAG = re.compile(
    r"""(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})
    (?:-[a-z]{4})?
    (?:-(?:[a-z]{2}|\d{3}))?
    (?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*
    (?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*
    (?:-x(?:-[a-z\d]{1,8})+)?
    |x(?:-[a-z\d]{1,8})+""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
