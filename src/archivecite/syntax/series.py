"""The number, letter or bullet that a heading or an item of a list begins with, and which of them are one series."""

from collections.abc import Sequence
from typing import NamedTuple

from .prose import OPENERS, bare, words
from .vocabulary import vocabulary, words_of

BULLETS = "-–—•*·"

#: Those that are no dash, which may stand before a number in a sentence.
POINTS = "•·"

#: What closes a number: ``1.``, ``a)``, ``1.)``, ``1.-``, ``1/``, ``1°``, ``1 -``, and the full stop of Chinese type.
CLOSING = ("./", ".)", ".-", ".–", ".", ")", "．", "/", "°", "º", " - ", " – ", " — ")

#: Of these, those that stand in the middle of words and measures too: ``I/O``, ``20°C``.
PARTED = frozenset("/°º")

#: The longest label without its signs: ``XVIII``, ``168``, ``1.2.3``
LONGEST = 7

#: The longest name in capitals behind an initial: ``A. B. PETROV-NOVAK``
LONGEST_NAME = 20

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
ROMAN_LETTERS = "ivxlIVXL"


class Label(NamedTuple):
    """A label: where it stands as printed, without the signs that close it, and where what it labels begins.

    ``readings`` are the series that it may belong to, each with its place there: ``i)`` is the first of one, or the
    ninth of another.
    """

    start: int
    end: int
    after: int
    readings: Sequence[tuple[str, int]]

    @property
    def bullet(self) -> bool:
        """Whether it is a sign, and no number or letter."""
        return not self.readings[0][1]


def label_of(text: str) -> Label | None:
    """The label that a flat ``text`` begins with, or None.

    >>> label_of("a) the state structure").readings, label_of("A. Petrov"), label_of("1962 was a good year")
    ((('a)', 1),), None, None)
    """
    if text[:2].isalpha() and not (text[0] in ROMAN_LETTERS and text[1:2] in ROMAN_LETTERS):
        return worded(text) if text.find(". ", 2, LONGEST) > 0 else None  # most texts begin with a word
    at = 1 if text[0] in '"“„' and len(text) > 1 else 0
    if text[at] in BULLETS:
        rest = text[at + 1 :].lstrip(" ")
        counted = text[at] in POINTS and rest[:1].isdecimal() and any(map(str.isalpha, rest))  # "• 40 kitchens"
        return Label(at, at + 1, len(text) - len(rest), ((text[at], 0),)) if counted or begins(rest) else None
    opened = text[at] == "("
    start = at + opened
    end = start
    while end < len(text) and end - start <= LONGEST and (text[end].isalnum() or is_inner_stop(text, end)):
        end += 1
    printed = text[start:end]
    closing = next((sign for sign in CLOSING if text.startswith(sign, end)), "")
    if opened and closing != ")":
        return None
    rest = text[end + len(closing) :].lstrip(" ")
    readings = readings_of(printed, "(" * opened, closing) if printed.isascii() else ()
    if not readings or not (begins(rest, "." in printed and not closing) if rest else printed.isupper()):
        return None
    if closing in PARTED and rest and text[end + 1] != " ":
        return None
    if closing == "." and rest[1:2] == "." and text[end + 1] != " ":  # "31.X.62"
        return None
    if closing[:1] == " " and not (printed.isdecimal() and len(printed) < 3):
        return None
    if len(printed) == 1 and printed.isupper() and closing == "." and is_name(rest):
        return None
    return Label(start, end, len(text) - len(rest), readings)


def worded(text: str) -> Label | None:
    """The label that a number in words and a full stop are, as cables and resolutions have them: ``TWO. We …``

    >>> worded("TWO. We have asked him.").readings, worded("Two. To charge him").readings, worded("NATO. A list")
    ((('ONE.', 2),), (('One.', 2),), None)
    """
    word, stop, rest = text.partition(". ")
    numbers = vocabulary().data["headings"]["numbers"]
    if not stop or not begins(rest) or word.lower() not in numbers:
        return None
    series = "ONE." if word.isupper() else "One."
    return Label(0, len(word), len(text) - len(rest), ((series, numbers.index(word.lower()) + 1),))


def is_inner_stop(text: str, at: int) -> bool:
    """Whether the stop ``at`` stands inside a number: ``1.2``"""
    return text[at] == "." and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def begins(rest: str, capital: bool = False) -> bool:
    """Whether what follows a label begins with a letter, signs before it set aside; ``capital`` if it must be one."""
    first = rest.lstrip(OPENERS)[:1]
    return first.isalpha() and not (capital and first.islower())


def is_name(rest: str) -> bool:
    """Whether what follows a capital and a stop makes a name of them: ``Petrov``, ``G. NOVAK``, ``Petrov said``"""
    first, _, more = rest.partition(" ")
    if first[1:2] == "." and first[:1].isupper():
        return True
    if not more:
        return bare(first) not in words_of(vocabulary().data["headings"]["alone"])  # "I. BACKGROUND"
    if bare(first) in words("openers") or bare(first) in words("subjects"):
        return False
    return first[:1].isupper() and not (rest.isupper() and len(rest) > LONGEST_NAME)


def readings_of(printed: str, opening: str, closing: str) -> tuple[tuple[str, int], ...]:
    """The series, and the places in them, that a printed label may stand for; none if it is no label."""
    *outer, last = printed.split(".")
    if last.isdecimal():
        if len(last) > 3 or any(len(part) > 2 for part in outer) or not (closing or outer):
            return ()
        return ((f"{opening}{''.join(part + '.' for part in outer)}1{closing if not outer else ''}", int(last)),)
    if outer or not closing or not printed:
        return ()
    readings = []
    if len(printed) == 1:
        readings.append((f"{opening}{'a' if printed.islower() else 'A'}{closing}", ord(printed.lower()) - ord("a") + 1))
    if printed in (printed.lower(), printed.upper()) and (value := roman(printed.lower())):
        readings.append((f"{opening}{'i' if printed.islower() else 'I'}{closing}", value))
    return tuple(readings)


def roman(printed: str) -> int:
    """The value of a Roman number, 0 if it is none.

    >>> roman("xiv"), roman("iiii"), roman("mix")
    (14, 0, 0)
    """
    values = [ROMAN.get(letter, 0) for letter in printed]
    if 0 in values:
        return 0
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if printed == roman_of(total) else 0


def is_roman(text: str) -> bool:
    """Whether a text is a Roman number in capitals, and no more: ``III``

    >>> is_roman("XIV"), is_roman("ii"), is_roman("Mix")
    (True, False, False)
    """
    return text.isupper() and roman(text.lower()) > 0


def roman_of(value: int) -> str:
    """A number below 90 in Roman letters."""
    tens, ones = divmod(value, 10)
    high = "l" * (tens >= 5) + "x" * (tens % 5) if tens != 4 else "xl"
    return high + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][ones]


def follows(first: Label, second: Label) -> bool:
    """Whether ``second`` is the next of the series of ``first``, or both are the same bullet."""
    return any(
        sign == other and (value + 1 == following or not value)
        for sign, value in first.readings
        for other, following in second.readings
    )


def in_series(labels: Sequence[Label | None], ends: Sequence[bool]) -> set[int]:
    """The indexes of the labels that have a neighbour of their series: the next of it, or the one before.

    ``labels`` has None where a piece has no label; ``ends`` says which pieces end every series: a close, a heading.
    Paragraphs may stand between two numbers; between two bullets only items may.

    >>> in_series([label_of("1. On trade"), None, label_of("2. On oil"), label_of("5. On tin")], [False] * 4)
    {0, 2}
    """
    found: set[int] = set()
    last: dict[tuple[str, int], int] = {}
    bullet: tuple[str, int] | None = None
    for index, label in enumerate(labels):
        if ends[index]:
            last.clear()
        if label is None:
            bullet = None
        elif label.bullet:
            sign = label.readings[0][0]
            if bullet and bullet[0] == sign:
                found |= {bullet[1], index}
            bullet = sign, index
        else:
            for sign, value in label.readings:
                before = last.pop((sign, value - 1), None)
                if before is not None:
                    found |= {before, index}
                last[sign, value] = index
    return found
