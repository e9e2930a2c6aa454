"""The credits of a record: who supported its publication."""

from ..model.record import Credits
from .found import Found
from .grammar import terminals


def read_credits(text: str) -> Found[Credits]:
    """The credits in ``text``; what is not the usual sentence is kept as ``text``, with no supporters, and unread.

    >>> read_credits("This document was made possible with support from the A Fund, B Fund, and C.").value.supporters
    ('A Fund', 'B Fund', 'C')
    """
    sentence = text.partition("\n\n")[0]
    rest = [(len(sentence) + 2, len(text))] if len(sentence) < len(text) else []
    match = terminals("credits", "CREDITS", groups="supporters stop").match(sentence)
    if match is None:
        return Found(Credits(text=text), 0, len(text), unread=[(0, len(sentence)), *rest])
    start, end = match.span("supporters")
    supporters = []
    for separator in terminals("credits", "SEPARATOR").finditer(sentence, start, end):
        supporters.append(Found(sentence[start : separator.start()], start, separator.start()))
        start = separator.end()
    supporters.append(Found(sentence[start:end], start, end))
    supporters = [found for found in supporters if found.value]
    value = Credits([found.value for found in supporters], text=text)
    return Found(value, 0, len(text), {"supporters": supporters}, unread=rest)
