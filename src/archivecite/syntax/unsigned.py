"""Cross references without a sign: a word for a document, and its number. ``telegram 418``, ``circular 71/NG``"""

from ..model.mark import AnyMark, Mark
from ..model.unchecked import unchecked
from .cited_number import LONG, WIDTH, YEAR, citing, is_code, is_year, leading_digits, numbers_at, word_before

new_mark = unchecked(Mark)


def unsigned(text: str, start: int) -> list[AnyMark]:
    """The numbers at ``start`` after a word for a message: ``telegram 418 from Lima``, not ``cable 300 meters long``.

    A short one stands only after ``Your`` at the start of a sentence.

    >>> [mark.value for mark in unsigned("telegrams 075.188 and 191.", 10)], unsigned("your 300 men", 5)
    (['075.188', '191'], [])
    >>> [mark.value for mark in unsigned("Your 34 and 35.", 5)], unsigned("your 34.", 5)
    (['34', '35'], [])
    """
    known = citing()
    before = word_before(text, start)
    noun = before in known.nouns
    owned = noun and word_before(text, text.rfind(" ", 0, start - 1) + 1) in known.owners
    if not (owned or before in known.messages or (noun and (text[start] == "0" or is_split(text, start)))):
        return []
    opening = owned or (before in known.owners and text[start - 1 - len(before)].isupper())
    if not opening and leading_digits(text, start) < LONG:
        return []
    places = list(numbers_at(text, start, noun, opening))
    if (
        not places
        or any(is_year(text[low:high].partition("/")[0]) for low, high in places)
        or not is_done(text, places[-1][1], owned or before in known.owners)
    ):
        return []
    return [new_mark("reference", low, high, text[low:high]) for low, high in places]


def is_split(text: str, start: int) -> bool:
    """Whether the number at ``start`` has a stroke after three digits, as a register's has: ``Information 291/78``."""
    return leading_digits(text, start) == LONG and text[start + LONG : start + LONG + 1] == "/"


def is_done(text: str, end: int, owned: bool) -> bool:
    """Whether nothing that a number counts follows at ``end``: a stop, or ``of 5 May``, ``from Lima``; ``about rice``
    after a number that is ``owned``: ``my 164 about rice``.
    """
    if text[end : end + 1] != " ":
        return text[end : end + 1] in ("", ".", ";", ",", ":", ")", "]", "?", "!")
    word, _, rest = text[end + 1 : end + WIDTH].partition(" ")
    if owned and word in citing().after:
        return True
    return word in citing().since and (rest[:1].isdecimal() or rest[:1].isupper())


def coded(text: str, start: int) -> list[AnyMark]:
    """The numbers with strokes and no sign after a word for a document: ``circular 71/NG``, ``Note VD 31/98/79``.

    No date is one, nor a fraction or a year: ``letter 5/10/62``, ``report 1962/63``.

    >>> [mark.value for mark in coded("See circular 71/NG, Note VD 31/98/79; letter 5/10/62, report 3/4", 0)]
    ['71/NG', 'VD 31/98/79']
    """
    marks: list[AnyMark] = []
    at = text.find("/", start)
    while at >= 0:
        low, high = text.rfind(" ", 0, at) + 1, text.find(" ", at)
        high = len(text) if high < 0 else high
        at = text.find("/", high)
        code = text[low:high].rstrip(".,;:!?)]")
        if len(code) > WIDTH or not is_code(code) or not code[0].isalnum():
            continue
        register = text[text.rfind(" ", 0, low - 1) + 1 : low - 1]
        first = low - 1 - len(register) if register.isalpha() and register.isupper() else low
        known = word_before(text, first) in citing().nouns and (first < low or not is_measured(code))
        if known and low > start:
            marks.append(new_mark("reference", first, low + len(code), text[first : low + len(code)]))
    return marks


def is_measured(code: str) -> bool:
    """Whether figures with strokes may be a fraction, a date or years: ``3/4``, ``5/10/62``, ``1962/63``."""
    parts = code.split("/")
    if not all(map(str.isdecimal, parts)):
        return False
    return len(parts) == 2 or (len(parts) == 3 and len(parts[2]) in (2, YEAR))
