"""The credits of a record: who supported its publication."""

from ..model.record import Credits
from ..model.unchecked import unchecked
from .found import Found
from .grammar import Pattern

CREDITS = Pattern("credits", "CREDITS", groups="supporters stop")
SUPPORTER = Pattern("credits", "SUPPORTER")
SEPARATOR = Pattern("credits", "SEPARATOR")

new_credits = unchecked(Credits)


def read_credits(text: str) -> Found[Credits]:
    """The credits in ``text``; what is not the usual sentence is kept as ``text``, with no supporters, and unread.

    >>> read_credits("This document was made possible with support from the A Fund, B Fund, and C.").value.supporters
    ('A Fund', 'B Fund', 'C')
    """
    sentence = text.partition("\n\n")[0]
    rest = [(len(sentence) + 2, len(text))] if len(sentence) < len(text) else []
    match = CREDITS.match(sentence)
    if match is None:
        return Found(new_credits(text=text), 0, len(text), unread=[(0, len(sentence)), *rest])
    start, end = match.span("supporters")
    supporters = []
    while start < end and (name := SUPPORTER.match(sentence, start, end)):
        supporters.append(Found(name.group(), *name.span()))
        start = name.end()
        if gap := SEPARATOR.match(sentence, start, end):
            start = gap.end()
        else:
            break
    value = new_credits(tuple([found.value for found in supporters]), text=text)
    unread = [(start, end), *rest] if start < end else rest
    return Found(value, 0, len(text), {"supporters": supporters}, unread=unread)
