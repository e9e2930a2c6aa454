"""Where a text refers to a note: ``the plenum[1]``, ``the Party¹``, ``the plan*``, ``warnings were given (1).``"""

import re
from collections.abc import Iterator

from ..model.links import note_key

#: What may refer to a note: a number, a small Roman number or stars in brackets, a number in parentheses, a raised
#: number, and stars.
SIGNS = re.compile(r"\[([\d*†‡ivxl]{1,4})\]|\((\d{1,2})\)|([¹²³⁰⁴-⁹]{1,3})|(\*{1,3}|[†‡])")

#: Signs after which a note's mark may stand, and those that follow a number in parentheses which stands alone.
CLOSING = frozenset(".,;:!?”\"’')]»")
STOPS = ("", ".", ",", ";", ":", "!", "?")

#: The fewest letters of a word that a note's mark may touch: "km²" and "Art(2)" have less.
NOTED_WORD = 3


def note_refs(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where a flat ``text`` may refer to a note, with the sign and the key of the note that it speaks of.

    A number in parentheses after a blank is a note's only before a stop: its key is that of a note that is printed so.

    >>> [ref[2:] for ref in note_refs("He came.[1] The Party² said¹ this* (3). Of (4) men 5* left on 2 km².")]
    [('[1]', '1'), ('²', '2'), ('¹', '1'), ('*', '*'), ('(3)', '(3')]
    """
    for match in SIGNS.finditer(text, 1):
        start, end = match.span()
        sign = match.group()
        value = sign.strip("[]()")
        after = text[end : end + 1]
        if sign[0] == "[" or (touches_word(text, start) and not after.isalnum() and after != "*"):
            yield start, end, sign, note_key(value)
        elif sign[0] == "(" and text[start - 1] == " " and after in STOPS:
            yield start, end, sign, sign[:-1]


def keys_of(text: str, marker: str) -> tuple[str, ...]:
    """The keys by which a text refers to the note that begins ``text`` with a ``marker``.

    >>> keys_of("(1) Petrov.", "1"), keys_of("² Petrov.", "²")
    (('1', '(1'), ('2',))
    """
    key = note_key(marker)
    return (key, f"({key}") if text[:1] == "(" else (key,)


def touches_word(text: str, start: int) -> bool:
    """Whether a note's mark at ``start`` follows a word, or the signs after one: not ``km²``, ``Stalin (2)``, ``5(2)``.

    >>> [touches_word(text, text.index("(")) for text in ("Party(2)", "clique.”(4)", "Stalin (2)", "VI(2)", "5.(2)")]
    [True, True, False, False, False]
    """
    last = start - 1
    while last >= 0 and start - last <= NOTED_WORD and text[last] in CLOSING:
        last -= 1
    return last + 1 >= NOTED_WORD and text[last - NOTED_WORD + 1 : last + 1].isalpha()
