"""Dates: words and numbers to tokens, and the tree of ``date.lark`` to EDTF (level 0 or 1).

A reading is given only where there is exactly one. ``04.11.1962`` is the fourth of November or the eleventh of April
and ``31 February 1962`` no day at all: both are dates, with no ``edtf``. A year of two digits is one of 19YY, the
archive's period.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ..model.date import Date
from ..model.unchecked import unchecked
from .date_words import Cutter
from .loop import Node, Token, parse, tables
from .vocabulary import vocabulary

ROMANS = "i ii iii iv v vi vii viii ix x xi xii".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

#: The month as EDTF writes it, by its number, with a zero before it or without, and by its Roman one.
MONTHS = {
    printed: f"{number:02}"
    for number, roman in enumerate(ROMANS, 1)
    for printed in (roman, f"{number}", f"{number:02}")
}

#: EDTF's signs, by whether ``circa`` stands before a date and ``?`` after it.
SIGNS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}

#: The days of the longest months.
LONGEST_MONTH = 31

#: The longest date, with all that may stand round it.
LONGEST = 80

#: The order of the parts in each form, by their number where it varies; a bar stands between the ends of a range.
ORDERS = {
    "month_day_year": {3: "mdy"},
    "day_month_year": {3: "dmy"},
    "month_year": {2: "my"},
    "year": {1: "y"},
    "roman": {3: "dmy"},
    "year_first": {3: "ymd"},
    "year_month_day": {3: "ymd"},
    "month_days": {4: "md|dy", 5: "md|mdy", 6: "mdy|mdy"},
    "day_months": {4: "d|dmy", 5: "dm|dmy", 6: "dmy|dmy"},
    "months": {3: "m|my", 4: "my|my"},
    "year_months": {3: "y|my"},
}

#: The orders in which a year that comes last may be read, by its digits: "29" may be a day, and the year first.
YEAR_LAST = {4: ("dmy", "mdy"), 2: ("dmy", "mdy", "ymd")}

#: The forms, and the signs, of a date that is not exact.
INEXACT = ("undated", "season", "decade", "VAGUE", "TIME")

new_date = unchecked(Date)


def read_date(text: str) -> Date | None:
    """The date that the whole of ``text`` is, or None where it has no form of a date.

    >>> read_date("30-31 October 1962"), read_date("04.11.1962"), read_date("Havana")
    (Date(text='30-31 October 1962', edtf='1962-10-30/1962-10-31'), Date(text='04.11.1962', edtf=None), None)
    """
    tree = tree_of(text)
    return None if tree is None else new_date(text, read_tree(text, tree))


def tree_of(text: str) -> Node | None:
    """The tree of a date that the whole of ``text`` is."""
    if not 4 <= len(text) <= LONGEST:
        return None
    tokens = Cutter(text, vocabulary()).cut()
    tree, skipped = parse(tables("date", "date"), tokens) if tokens else (None, [])
    return None if tree is None or skipped or has_short_year(tree) else tree


def form_of(tree: Node) -> Node:
    """The form of a date, without what stands round it."""
    return next(child for child in tree.children if isinstance(child, Node) and child.type != "weekday")


def trouble(text: str) -> str | None:
    """Why a date has no certain reading: ``ambiguous``, ``impossible``, ``weekday`` or ``backwards``; None where it
    says itself that it is not exact, or is no date.

    >>> trouble("04.11.1962"), trouble("31 February 1962"), trouble("November 9-2, 1962"), trouble("early 1962")
    ('ambiguous', 'impossible', 'backwards', None)
    """
    tree = tree_of(text)
    kinds = {child.type for child in tree.children} if tree else set()
    if tree is None or not kinds.isdisjoint(INEXACT):
        return None
    form = form_of(tree)
    if read_form(text, form) is not None:
        return "weekday" if "weekday" in kinds else None
    parts = [token.reading for token in form.children if token.type != "DASH"]
    if form.type == "year_last":
        low, high = sorted(map(int, parts[:2]))
        return "ambiguous" if 1 <= low <= len(ROMANS) and high <= LONGEST_MONTH else "impossible"
    if form.type == "years":
        first, last = parts
        return "backwards" if int(last) <= int(first[-len(last) :]) else "ambiguous"
    return "backwards" if "|" in ORDERS.get(form.type, {}).get(len(parts), "") else "impossible"


def has_short_year(tree: Node) -> bool:
    """Whether a year has one digit, which none has: ``31.X.1``."""
    forms = [
        child
        for child in tree.children
        if isinstance(child, Node) and child.type not in ("year_month_day", "year_first")
    ]
    last = forms[-1].children[-1] if forms else None
    return isinstance(last, Token) and last.type == "NUM" and len(last.reading) == 1


def read_tree(text: str, tree: Node) -> str | None:
    """The EDTF of a date's tree, with what stands round its form."""
    marks = {child.type: child for child in tree.children}
    edtf = read_form(text, form_of(tree))
    if edtf is None or "VAGUE" in marks or "TIME" in marks:
        return None
    if "weekday" in marks and not falls_on(edtf, marks["weekday"].children[0].reading):
        return None
    sign = SIGNS["CIRCA" in marks, "DOUBT" in marks]
    if not sign:
        return edtf
    # Level 1 qualifies neither seasons ("1962-21") nor decades ("195X").
    if edtf.endswith("X") or edtf[4:6] == "-2":
        return None
    return "/".join(end + sign for end in edtf.split("/"))


def read_form(text: str, form: Node) -> str | None:
    """The EDTF of one form."""
    parts = [token.reading for token in form.children if token.type != "DASH"]
    if order := ORDERS.get(form.type):
        return in_order(parts, order[len(parts)])
    if form.type == "year_last":
        # "23.10.62" is read in one order alone: there is no month 23 and no day 62.
        return only(in_order(parts, order) for order in YEAR_LAST[len(parts[2])])
    if form.type == "years":
        return read_years(parts, text[form.start : form.end])
    if form.type == "decade":
        # "1900s" may be ten years or a hundred.
        return None if parts[0].endswith("00") else f"{parts[0][:3]}X"
    if form.type == "season":
        return f"{parts[1]}-{parts[0]}" if parts[0] and len(parts) == 2 else None
    return None


def read_years(parts: Sequence[str], printed: str) -> str | None:
    """The EDTF of two years, the second of two digits perhaps; ``1962-10`` is a month, ``1910-12`` may be either."""
    start, end = parts
    years = in_order([start, end if len(end) == 4 else start[:2] + end], "y|y")
    month = in_order(parts, "ym") if printed == f"{start}-{end}" else None
    return only((years, month))


def only(readings: Iterable[str | None]) -> str | None:
    """The one reading that there is, or None where there are several or none.

    >>> only(["1962-10-24", None]), only(["1962-11-04", "1962-04-11"])
    ('1962-10-24', None)
    """
    found = {*readings} - {None}
    return found.pop() if len(found) == 1 else None


def in_order(parts: Sequence[str], order: str) -> str | None:
    """The EDTF of ``parts`` in that ``order``; what one end of a range lacks, it takes from the other.

    >>> in_order(["10", "30", "31", "1962"], "md|dy"), in_order(["31", "II", "62"], "dmy")
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
