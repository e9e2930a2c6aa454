"""Dates and times of day in a line's atoms: where they end."""

from collections.abc import Mapping

from .date import read_date
from .line_vocabulary import WEEKDAYS
from .words import Words

#: The longest date, in atoms.
LONGEST = 9

#: The longest name before a day, in atoms, and the months of a year.
LONGEST_NAME = 4
MONTHS = 12

#: The shortest that a date in numbers may be: three parts and two signs.
SHORTEST = 5

#: Names of months, and whether each is in the calendar of which dates are read.
Months = Mapping[str, bool]

ORDINALS = ("st", "nd", "rd", "th")
QUOTES = frozenset("\"“”„«»'’")
INSIDE = frozenset((",", "-", "–", "—", "/", "of", "the", *QUOTES))


def date_at(words: Words, at: int, months: Months) -> int:
    """Where the date ends that begins ``at``, or 0: one with a month, and a day or a year, or one in numbers.

    >>> months = {"may": True, "august": True, "nisan": False}
    >>> texts = ("5 May 1950", "16/17 August", "5.XI 62", "May", "1962", "7 Nisan 5720", "7 Nisan")
    >>> [date_at(Words(text, signs=True), 0, months) for text in texts]
    [3, 2, 3, 0, 0, 3, 0]
    """
    if not begins_date(words, at, months):
        return 0
    last = at
    named = False
    while last < len(words) and last < at + LONGEST and (in_date(words, last, months)):
        named = named or is_month(words, last, months) or is_numeric(words.word(last))
        last += 1
    if not named:
        return 0
    while last > at:
        hour = words.kinds[last : last + 1] == [":"] and words.touches(last)  # "4 July, 02:30"
        if not hour and ends_date(words, last - 1, months) and is_date(words, at, last, months):
            return last
        last -= 1
    return 0


def signed_day(words: Words, at: int) -> int:
    """Where the day and month end with which initials, or a name behind one, are signed, or 0: ``A. Novak 7/2``.

    >>> texts = ("A. Novak 7/2", "A.N. 31/12", "Series A 7/2", "A. Novak 7/20")
    >>> [signed_day(Words(text, signs=True), 2) for text in texts]
    [3, 3, 0, 0]
    """
    if at != len(words) - 1 or not 1 < at <= LONGEST_NAME or not words.is_initial(0):
        return 0
    day, _, month = words.word(at).partition("/")
    named = all(words.is_initial(before) or words.is_capital(before) for before in range(at))
    return at + 1 if named and is_day(day) and is_day(month) and month.isdecimal() and int(month) <= MONTHS else 0


def begins_date(words: Words, at: int, months: Months) -> bool:
    """Whether a date may begin with atom ``at``: a day, a month, a weekday, a year, a day in quotation marks."""
    if words.kinds[at] in QUOTES:
        return at + 2 < len(words) and words.kinds[at + 2] in QUOTES and is_day(words.word(at + 1))
    word = words.word(at)
    if word.isdecimal():
        return is_day(word) if len(word) < 3 else is_year(word)
    if word[0].isdigit():
        return is_day(word) or is_numeric(word)
    return is_month(words, at, months, roman=False) or words.lower[at] in WEEKDAYS


def in_date(words: Words, at: int, months: Months) -> bool:
    """Whether a date may go on with atom ``at``."""
    word = words.word(at)
    if word[0].isdigit() or words.lower[at] in INSIDE or words.lower[at] in WEEKDAYS:
        return True
    return is_month(words, at, months)


def ends_date(words: Words, at: int, months: Months) -> bool:
    """Whether a date may end with atom ``at``."""
    return words.word(at)[0].isdigit() or is_month(words, at, months)


def is_month(words: Words, at: int, months: Months, roman: bool = True) -> bool:
    """Whether atom ``at`` is a month's name with a capital, or its Roman number."""
    if not words.is_capital(at):
        return False
    word = words.word(at)
    return words.lower[at] in months or (roman and len(word) < 5 and not set(word) - set("IVX"))


def is_day(word: str) -> bool:
    """Whether ``word`` is the number of a day, or of two: ``16/17``, ``5th``."""
    digits = word[:-2] if word[-2:].lower() in ORDINALS else word
    parts = digits.replace("–", "/").replace("-", "/").split("/")
    return len(parts) < 3 and all(part.isdecimal() and len(part) < 3 and 0 < int(part) < 32 for part in parts)


def is_year(word: str) -> bool:
    """Whether ``word`` is a year of four digits."""
    return len(word) == 4 and word.isdecimal() and "1500" <= word < "2100"


def is_numeric(word: str) -> bool:
    """Whether ``word`` is a date in numbers: ``26.10.1962``, ``23/X/1962``."""
    if len(word) < SHORTEST:
        return False
    for sign in "./-–":
        parts = word.split(sign)
        if len(parts) == 3 and all(parts):
            return parts[0].isdecimal() and parts[2].isdecimal() and len(parts[0]) < 5 and len(parts[2]) < 5
    return False


def is_date(words: Words, first: int, last: int, months: Months) -> bool:
    """Whether the atoms are one date, which may lack its year, have its day in quotation marks, or be two days."""
    shape = "".join(letter_of(words, at, months) for at in range(first, last))
    if any(months.get(words.lower[at]) is False for at in range(first, last)):
        return shape in FOREIGN
    if shape.removeprefix("w").removeprefix(",") in SHAPES:  # asked first: it is told without a parse
        parts = [at for at in range(first, last) if words.kinds[at] not in QUOTES and words.kinds[at] != ","]
        if len(parts) > 1:
            return True
    return read_date(words.text[words.starts[first] : words.ends[last - 1]]) is not None


#: Dates that ``date.lark`` does not have: without a year, with the day in quotation marks, or with two days.
SHAPES = frozenset(("dm", "md", "dmy", "m,y", "dm,y", "md,y", "qdqm", "qdqmy", "qdqm,y", "dmd", "ydm", "d-dm", "dm-dm"))

#: Dates of another calendar: they have their year.
FOREIGN = frozenset(("dmy", "dm,y", "mdy", "md,y"))


def letter_of(words: Words, at: int, months: Months) -> str:
    """What atom ``at`` is in a date: a day, a month, a year, a quotation mark, a weekday, or itself."""
    if words.kinds[at] in QUOTES:
        return "q"
    word = words.word(at)
    if is_day(word):
        return "d"
    if is_month(words, at, months):
        return "m"
    if words.lower[at] in WEEKDAYS:
        return "w"
    foreign = months.get(words.lower[at - 1 - (words.kinds[at - 1] == ",")]) is False
    year = word.isdecimal() and (len(word) == 2 or (len(word) == 4 and foreign))
    return "y" if is_year(word) or year else {"–": "-", "—": "-"}.get(word, word)


def time_at(words: Words, at: int) -> int:
    """Where the time of day ends that begins ``at``, or 0: ``21:20``, ``11h00``, ``1915h``, ``10.00-12.35``."""
    word = words.word(at)
    if not word[0].isdigit():
        return 0
    if word[-1] == "h" and len(word) == 5 and is_time(word[:2], word[2:4]):
        return at + 1
    ends = [end.partition(".") for end in word.replace("–", "-").split("-")]
    if len(ends) == 2 and all(is_time(hours, minutes) for hours, _, minutes in ends):
        return at + 1
    hours, sign, minutes = word.partition("h")
    if sign and is_time(hours, minutes):
        return at + 1
    if at + 2 < len(words) and words.kinds[at + 1] == ":" and words.touches(at + 1) and words.touches(at + 2):
        return at + 3 if is_time(word, words.word(at + 2)) else 0
    return 0


def is_time(hours: str, minutes: str) -> bool:
    """Whether the two are a time of day."""
    return hours.isdecimal() and minutes.isdecimal() and int(hours) < 25 and len(minutes) == 2 and int(minutes) < 60
