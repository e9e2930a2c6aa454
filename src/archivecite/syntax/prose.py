"""What tells prose from a line of its own: where a sentence ends, and the words that only a sentence has."""

from functools import cache

from .vocabulary import vocabulary, words_of

#: The signs that end a sentence, and those that may stand after one.
STOPS = ".!?:;…"
CLOSERS = '"”’»)]'

#: What may stand before the first word.
OPENERS = "\"“‘'([«„"

#: The longest piece that is brief: it may stand in a head, or below a close.
BRIEF = 100

#: The longest mark of a footnote after a sentence's end: ``decided.[12]``
LONGEST_REF = 5


@cache
def words(name: str) -> frozenset[str]:
    """The words of prose that the vocabulary calls ``name``."""
    return words_of(vocabulary().data["prose"][name])


def bare(word: str) -> str:
    """A word in small letters, without the signs around it.

    >>> bare("(We,")
    'we'
    """
    return word.strip(OPENERS + CLOSERS + STOPS + ",").lower()


def ends_sentence(line: str) -> bool:
    """Whether a sentence ends with the line, and not merely an abbreviation: ``… of Trade.”``, but ``by Cde.``

    >>> ends_sentence("It was decided.[12]"), ends_sentence("He met Cde."), ends_sentence("On trade")
    (True, False, False)
    """
    line = line.rstrip()
    if line[-1:] == "]":
        opened = line.rfind("[", len(line) - LONGEST_REF)
        before = line[:opened].rstrip() if opened > 0 else ""
        if before[-1:] and before[-1:] in STOPS:
            line = before
    end = len(line)
    while end and line[end - 1] in CLOSERS:
        end -= 1
    if not end or line[end - 1] not in STOPS:
        return False
    return line[end - 1] != "." or end < len(line) or not is_abbreviated(line[:end])


def is_abbreviated(line: str) -> bool:
    """Whether the last word of ``line`` is one whose full stop ends nothing: an initial, ``Cde.``, ``i.e.``"""
    word = line[line.rfind(" ") + 1 : -1].lstrip(OPENERS)
    letters = word.split(".")
    if all(len(letter) == 1 and letter.isupper() for letter in letters):
        return True
    return word.lower() in words("abbreviations")


def is_prose(text: str) -> bool:
    """Whether a flat text that no rule takes is prose: a sentence of three words at least, or long.

    >>> is_prose("The talks go on."), is_prose("Tenth Directorate"), is_prose("[image of a stamp:")
    (True, False, False)
    """
    if len(text) > BRIEF:
        return True
    return text.count(" ") >= 2 and ends_sentence(text) and (text.rstrip(CLOSERS)[-1] not in ":;" or is_sentence(text))


def is_sentence(text: str) -> bool:
    """Whether a flat text has a word that only a sentence has: a verb, or a pronoun at its start.

    >>> is_sentence("We ask for ships"), is_sentence("On the talks with Peru")
    (True, False)
    """
    first = next((word for word in map(bare, text.split(" ")) if word), "")
    if first in words("subjects") or ", which" in text:
        return True
    # A capital is a month's or a name's: "The talks of May".
    small = [bare(word) for word in text.split(" ") if word.islower() or text.isupper()]
    return not words("verbs").isdisjoint(small)


def is_fresh(line: str) -> bool:
    """Whether a paragraph may begin with the line: with a capital, a digit or a square bracket."""
    at = 0
    while at < len(line) and line[at] in '"“‘( ':
        at += 1
    return at < len(line) and (line[at].isdigit() or line[at] == "[" or (line[at].isalpha() and not line[at].islower()))
