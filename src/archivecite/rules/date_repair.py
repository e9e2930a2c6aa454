"""The date that a misspelt one was, where only one can be meant."""

from functools import cache

from ..model.date import Date
from ..model.diagnostic import Edit, Fix
from ..model.span import Span
from ..syntax.date import read_date
from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary
from .date_shape import has_date_shape

#: So many slips a month may have; more than one only where the record's other date says the same.
MOST = 2
#: A shorter word may be of another language: "mai", "maj".
SHORTEST = 4


@cache
def months() -> dict[str, int]:
    """The names of months in English, and their numbers."""
    return {forms[0].capitalize(): int(number) for number, forms in vocabulary().data["months"].items()}


def meant_date(text: str, other: str | None = None) -> str | None:
    """The date that ``text``, with its month misspelt, is meant to be; ``other`` is how the record reads its date
    elsewhere (EDTF), which it must agree with.

    >>> meant_date("Novembr 2, 1962"), meant_date("Jneu 9, 1967"), meant_date("Jneu 9, 1967", "1967-06-09")
    ('November 2, 1962', None, 'June 9, 1967')
    >>> meant_date("Novembr 2, 1962", "1962-11-03")
    """
    word = "".join(sign if sign.isalpha() else " " for sign in text).split()
    if len(word) != 1 or not has_date_shape(text) or (len(word[0]) < SHORTEST and not other):
        return None
    slips = {month: distance(word[0].lower(), month.lower()) for month in months()}
    near = [month for month in months() if 0 < slips[month] <= MOST]
    dates = {date: edtf for month in near if (date := text.replace(word[0], month)) and (edtf := edtf_of(date))}
    if other:
        agreeing = [date for date, edtf in dates.items() if edtf == other]
        return agreeing[0] if len(agreeing) == 1 else None
    return next(iter(dates)) if len(dates) == 1 and slips[near[0]] == 1 else None


def edtf_of(text: str) -> str | None:
    """How a date is read; None where it can't be read with certainty."""
    date = read_date(" ".join(text.split()))
    return date.edtf if date else None


def once_said(text: str, other: str | None) -> str | None:
    """The date that ``text`` says twice; it must be the ``other``, if there is one.

    >>> once_said("June 9, 1967, June 9, 1967", "1967-06-09"), once_said("June 9, 1967", None)
    ('June 9, 1967', None)
    """
    words = text.split()
    half = len(words) // 2
    first, second = (" ".join(some).rstrip(",") for some in (words[:half], words[half:]))
    edtf = edtf_of(first) if first and first == second else None
    return first if edtf and edtf == (other or edtf) else None


def spelt(span: Span, text: str, other: Date | None) -> Fix | None:
    """The fix of a date whose month is misspelt, where only one can be meant."""
    meant = meant_date(text, other.edtf if other else None)
    return Fix(f'write "{meant}"', (Edit(span, meant),)) if meant else None
