"""Headings and items of lists: what the lines beside a numbered or short line say that it is."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ..model.body import Heading, Item
from ..model.unchecked import unchecked
from .found import Found, spanning
from .lines import in_capitals, is_bracketed
from .mark import read_marks
from .piece import Piece
from .prose import BRIEF, CLOSERS, bare, ends_sentence, is_sentence, words
from .series import Label, follows, in_series, is_roman, readings_of, roman
from .speaker import is_titled
from .vocabulary import vocabulary, words_of

#: The most small words of a heading with a number, and without one.
NUMBERED_SMALL = 8
PLAIN_SMALL = 6

#: What may close a number that is a heading alone.
CLOSING_ALONE = ".)/"

#: The kinds of blocks that end a series.
ENDS = frozenset(("signature", "document_type", "addressee", "marking", "enclosure", "distribution", "heading"))

new_heading = unchecked(Heading)
new_item = unchecked(Item)


def read_headings(pieces: Sequence[Piece]) -> None:
    """Find the headings and the items among the pieces that are no block yet."""
    read_numbers_alone(pieces)
    prove_initials(pieces)
    for index, piece in enumerate(pieces):
        if is_kind_below(pieces, index):
            piece.found = heading(piece)
        if piece.found is not None or piece.note or len(piece.text) > BRIEF:
            continue
        if piece.label is not None:
            if is_numbered_heading(pieces, index):
                piece.found = heading(piece, piece.label.start, piece.label.end)
        elif number := part_number(piece.text):
            piece.found = heading(piece, *number)
        elif is_plain_heading(pieces, index) or is_opening(pieces, index):
            piece.found = heading(piece)
    labels = [piece.label if piece.found is None and not piece.note else None for piece in pieces]
    for index in in_series(labels, [piece.kind in ENDS for piece in pieces]):
        label = labels[index]
        assert label is not None  # it is one of a series
        pieces[index].found = item(pieces[index], label)
        pieces[index].speaker = None


def read_numbers_alone(pieces: Sequence[Piece]) -> None:
    """Find the headings that are a number alone above prose, two or more in order: ``I``, ``II``; ``1.``, ``2.``."""
    numbered: list[tuple[int, Piece]] = []
    for piece, following in pairwise(pieces):
        if piece.found is None and following.prose and (value := number_alone(piece.text)):
            numbered.append((value, piece))
    if len(numbered) > 1 and [value for value, _ in numbered] == [*range(1, len(numbered) + 1)]:
        for _, piece in numbered:
            piece.found = heading(piece, 0, len(piece.text.rstrip(CLOSING_ALONE)))


def number_alone(text: str) -> int:
    """The number that a text is and no more, 0 if it is none: a figure has a sign, as a page's number has none.

    >>> number_alone("II"), number_alone("2."), number_alone("3/"), number_alone("2")
    (2, 2, 3, 0)
    """
    number = text.rstrip(CLOSING_ALONE)
    if number != text and number.isdecimal() and len(number) < 3:
        return int(number)
    return roman(number.lower()) if is_roman(number) else 0


def prove_initials(pieces: Sequence[Piece]) -> None:
    """Make an initial a number where its neighbours are numbers: ``I. Conakry`` above ``II. Bissau``, ``B. Other
    countries`` between ``A.`` and ``C.``
    """
    places = [(reading, at) for at, piece in enumerate(pieces) if piece.label for reading in piece.label.readings]
    first, last = dict(reversed(places)), dict(places)
    for at, piece in enumerate(pieces):
        text = piece.text
        if piece.label or piece.found or piece.speaker or text[1:3] != ". " or not text[0].isupper():
            continue
        for sign, value in readings_of(text[0], "", "."):
            below, above = last.get((sign, value + 1), -1), first.get((sign, value - 1), at)
            if below > at and (value == 1 or above < at):
                piece.label = Label(0, 1, len("I. "), ((sign, value),))


def heading(piece: Piece, start: int = 0, end: int = 0) -> Found[Heading]:
    """The heading that a piece is; its number stands from ``start`` to ``end``."""
    text = piece.text
    number = text[start:end] or None
    parts = {"number": Found(number, start, end)} if number else None
    return spanning(new_heading(text, number, marks=read_marks(text)), piece.flat, parts)


def item(piece: Piece, label: Label) -> Found[Item]:
    """The item of a list that a piece is."""
    text = piece.text
    printed = text[label.start : label.end]
    parts = {"label": Found(printed, label.start, label.end)}
    return spanning(new_item(text, printed, marks=read_marks(text)), piece.flat, parts)


def is_numbered_heading(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a short piece with a number is a heading: prose follows, and no short one of its series is beside it."""
    piece = pieces[index]
    label = piece.label
    if label is None or label.bullet or index + 1 == len(pieces):
        return False
    following = pieces[index + 1]
    rest = piece.text[label.after :]
    if rest and not (following.prose and is_headline(rest, NUMBERED_SMALL) and may_be_title(rest)):
        return False
    if following.label and follows(label, following.label):
        return False
    before = pieces[index - 1] if index else None
    return before is None or not (before.label and len(before.text) <= BRIEF and follows(before.label, label))


def may_be_title(rest: str) -> bool:
    """Whether what stands behind a number is neither a person nor a sentence with a comma in it.

    >>> may_be_title("The Question of Novak."), may_be_title("Cde. Novak"), may_be_title("The clique, a group.")
    (True, False, False)
    """
    return not (rest[0].islower() or is_titled(rest) or (rest.endswith(".") and "," in rest))


def is_headline(text: str, small: int) -> bool:
    """Whether a line has no more small words than ``small``, and no word and no sign that only a sentence has.

    >>> is_headline("Relations with Peru", 6), is_headline("We speak of Peru", 6), is_headline("Peru; tin", 6)
    (True, False, False)
    """
    if is_sentence(text) or text.count("[") != text.count("]") or ";" in text:
        return False
    return sum(word[0].islower() for word in text.split(" ")) <= small


@cache
def part_words() -> frozenset[str]:
    """The words that are a heading with a number: ``Part II``."""
    return words_of(vocabulary().data["headings"]["parts"])


@cache
def agenda_words() -> frozenset[str]:
    """The words that with a number and no more are a heading: ``Ad 1``, on the first point of the agenda."""
    return words_of(vocabulary().data["headings"]["agenda"])


def part_number(text: str) -> tuple[int, int] | None:
    """Where the number stands in the heading of a part, or None if a text is none: ``Part II``, ``Chapter 3. Oil``,
    ``Ad 1/``.
    """
    word, _, rest = text.partition(" ")
    if word.lower() not in part_words() | agenda_words() or word.islower() or not rest:
        return None
    number, _, more = rest.partition(" ")
    if more and word.lower() in agenda_words():
        return None
    number = number.rstrip(".:/)")
    known = number.isdecimal() or (number.isupper() and (len(number) == 1 or roman(number.lower()) > 0))
    end = len(word) + 1 + len(number)
    if not known or not is_headline(text, NUMBERED_SMALL) or text[end : end + 1] not in ("", ".", ":", "/", ")"):
        return None
    return len(word) + 1, end


@cache
def ours() -> frozenset[str]:
    """Headings that a word of sentences begins: ``Our comments``."""
    return frozenset(vocabulary().data["headings"]["ours"])


@cache
def openings() -> tuple[frozenset[str], frozenset[str]]:
    """What is a heading with a colon, ``AGENDA:``, and how the kinds of documents begin that are parts of a text."""
    data = vocabulary().data["headings"]
    return words_of(data["alone"]), words_of(data["kinds"])


def is_opening(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece opens what follows: ``AGENDA:`` above items or prose."""
    text = pieces[index].text
    if not text.endswith(":") or text[:-1].lower() not in openings()[0] or index + 1 == len(pieces):
        return False
    following = pieces[index + 1]
    return following.prose or following.label is not None


def is_kind_below(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the name of a kind of document is a heading, since it is in the text: ``ASSESSMENT`` between prose.

    What is numbered, or has anything of a head below it, is a document's kind all the same.
    """
    piece = pieces[index]
    if piece.kind != "document_type" or piece.zone != "text" or not 0 < index < len(pieces) - 1:
        return False
    if bare(piece.text.partition(" ")[0]) not in openings()[1]:
        return False
    number = getattr(piece.found and piece.found.value, "number", None)
    before, following = pieces[index - 1], pieces[index + 1]
    above = before.prose or before.kind in ("heading", "item") or before.label is not None
    below = following.prose or (following.label is not None and following.found is None)
    return above and below and number is None and not ends_sentence(piece.text) and is_headline(piece.text, PLAIN_SMALL)


def is_plain_heading(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a short line without a number stands between prose and has nothing that makes it anything else.

    The line above the first prose may be one, too, where a word of headings begins it, or it is a title in capitals.
    """
    piece = pieces[index]
    text = piece.text
    if index == 0 or index + 1 == len(pieces) or piece.speaker:
        return False
    before, following = pieces[index - 1], pieces[index + 1]
    country = piece.zone == "text" and before.prose and following.prose and is_country(piece)
    if (piece.taken or piece.closing) and not country:
        return False
    aside = is_aside(following.text)  # "(The text is read aloud.)"
    part = before.kind == "heading" and before.label is not None and before.text.endswith(".")  # "II."
    if (
        not (following.prose or aside or (part and following.kind == "omission"))
        or is_bracketed(text)
        or not is_line(text)
    ):
        return False
    if piece.zone == "text":
        headline = is_headline(text, PLAIN_SMALL) or text.lower() in ours()
        return (before.prose or before.kind in ("heading", "omission", "item")) and headline
    begins = bare(text.partition(" ")[0]) in words("heads")
    title = begins or in_title_capitals(text) or (index > 1 and is_last_of_head(before, pieces[index - 2], text))
    return piece.zone == "head" and is_headline(text, NUMBERED_SMALL) and title


def is_last_of_head(before: Piece, above: Piece, text: str) -> bool:
    """Whether two header lines above, prose below and a small word say that a line is a title: ``Talks with Peru``."""
    known = before.found is not None and above.found is not None
    return known and text.count(" ") > 1 and any(word.lower() in words("open") for word in text.split(" ")[1:])


def is_country(piece: Piece) -> bool:
    """Whether a piece is the name of a country and no more: between prose it says what that is about."""
    return piece.closing is None and piece.text in vocabulary().data["places"]["countries"]


def is_aside(text: str) -> bool:
    """Whether a text is one in parentheses and no more."""
    return text[0] == "(" and text.find(")") == len(text) - 1


def is_line(text: str) -> bool:
    """Whether a line ends in no closing mark, begins with a capital, and holds no date and no list."""
    last = text.rstrip(CLOSERS)[-1:]
    return last.isalnum() and text.lstrip('"“‘')[:1].isupper() and "," not in text and not any(map(str.isdigit, text))


def in_title_capitals(text: str) -> bool:
    """Whether a line is a title in capitals, of several words with a small one among them: ``THE ECONOMY OF PERU``."""
    return in_capitals(text) and any(word.lower() in words("open") for word in text.split(" "))
