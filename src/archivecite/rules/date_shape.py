"""What has the shape of a date, be it one or not: ``Octobre 5, 1962``, ``5th Octobr 1962``, ``31.13.62``."""

import re
from collections.abc import Iterator

#: A word and a number, or the other way round, and a year.
WORDED = re.compile(r"(?<!\w)(?:[^\W\d_]{3,10}\.? \d\d?[dhnrst]*|\d\d?[dhnrst]* [^\W\d_]{3,10}\.?),? ?[12]\d{3}(?!\w)")
#: Three numbers, the last one a year of two or four figures.
NUMBERED = re.compile(r"(?<!\w)\d\d?[./-]\d\d?[./-]\d\d(?:\d\d)?(?!\w)")


def date_shapes(text: str) -> Iterator[tuple[int, int]]:
    """Where something in ``text`` has the shape of a date.

    >>> text = "On 5th Octobr 1962 and 31.13.62"
    >>> [text[start:end] for start, end in date_shapes(text)]
    ['5th Octobr 1962', '31.13.62']
    """
    found = [match.span() for pattern in (WORDED, NUMBERED) for match in pattern.finditer(text)]
    return iter(sorted(found))


def has_date_shape(text: str) -> bool:
    """Whether the whole of ``text`` has the shape of a date.

    >>> has_date_shape("Octobre 5, 1962"), has_date_shape("A Letter of 5.5.62")
    (True, False)
    """
    return (0, len(text)) in date_shapes(text)
