"""The labels of a locator, and what may be their values: is a word a label where it stands?"""

from typing import NamedTuple

from .section_label import distance
from .vocabulary import Vocabulary
from .words import Words

#: "XI", "IV" in capitals, as a number.
ROMAN = frozenset("IVXLC")

#: How many figures a sheet has, and how many letters after them.
LONGEST = 4

#: From this length on any slip in a label's word is one.
LONG = 5


class Label(NamedTuple):
    """A label: its level, and the index of the first atom after it, and after the colon or the sign that follows."""

    level: str
    end: int
    value: int


def level_at(words: Words, at: int, end: int, known: Vocabulary) -> tuple[int, str] | None:
    """The label that stands ``at`` by its words alone, whatever follows it."""
    if words.kinds[at] not in ("WORD", "№", "#"):
        return None
    found = known.levels.find(words, at, end)
    return found or (numbered_name(words, at, end, known) if words.kinds[at] == "WORD" else None)


def numbered_name(words: Words, at: int, end: int, known: Vocabulary) -> tuple[int, str] | None:
    """A name of one to three words that ends in a sign of numbers, and so is a label: ``Secret Bulletin No. 14``."""
    if known.number_signs.rows.keys().isdisjoint(words.lower[at + 1 : min(at + 4, end)]):
        return None  # as nearly always
    index = at
    while words.is_capital(index) and not words.dotted[index]:
        index += 1
        if index >= end or index > at + 3:
            return None
        if known.number_signs.starts(words.lower[index]):
            break
    if index == at or words.kinds[index] != "WORD":
        return None
    sign = known.number_signs.find(words, index, end)
    if sign is None or any(known.has_archive_stem(words.lower[i]) for i in range(at, index)):
        return None
    return None if known.acronyms.find(words, at, end) else (sign[0], "shelfmark")


def label_at(words: Words, at: int, end: int, known: Vocabulary) -> Label | None:
    """The label that stands ``at``, if a value follows it: ``f. 45``, ``fond (f.) 45``, ``File No. 12``, ``Folder #4``.

    >>> from .vocabulary import vocabulary
    >>> label_at(Words("fond (f.) 45"), 0, 5, vocabulary())
    Label(level='fond', end=4, value=4)
    >>> label_at(Words("D.C., Box 3"), 0, 5, vocabulary()) is None
    True
    """
    found = level_at(words, at, end, known)
    if found is None:
        return None
    stop, level = found
    marked = False
    if stop < end and words.kinds[stop] == "(" and words.close.get(stop, 0) == stop + 2 and is_short(words, stop + 1):
        stop += 3  # "fond (f.)"
        marked = True
    if sign := known.number_signs.find(words, stop, end):
        stop = sign[0]
        marked = True
    value = stop
    if value < end and words.kinds[value] == ":" and not words.dotted[value - 1]:
        value += 1
        marked = True
    if value >= end or not opens_value(words, at, value, marked):
        return None
    if (
        words.kinds[value] == "WORD"
        and words.kinds[value + 1 : value + 2] == ["NUMBER"]
        and is_slip(words, value, known)
    ):
        return None  # "Record Grop 59"
    return Label(level, stop, value)


def is_new_label(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether atoms are a label that no list has, with its number: words in small letters, as in ``omot br. 3``, or a
    word that is a label but for a slip: ``Opsi 162``. What it counts is not known, and no archive's mark
    is written so.

    >>> from .vocabulary import vocabulary
    >>> texts = ("omot 3", "Opsi 162", "FO 371/12", "Setneg 412", "Protocol 12")
    >>> [is_new_label(Words(text), 0, 2, vocabulary()) for text in texts]
    [True, True, False, False, False]
    """
    number = next((at for at in range(first, last) if words.kinds[at] == "NUMBER"), first)
    if number == first:
        return False
    if all(words.is_small(at) and words.lower[at].isalpha() for at in range(first, number)):
        return True
    return is_slip(words, number - 1 - known.number_signs.starts(words.lower[number - 1]), known)


def is_slip(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether an atom is a word of a label but for one slip. Of a short one that is a letter lost, doubled or changed
    with the next: ``Food`` and ``Test`` are words.

    >>> from .vocabulary import vocabulary
    >>> texts = ("Foldr", "Bx", "Opsi", "Boxx", "Food", "BX", "Folder", "Protocol")
    >>> [is_slip(Words(text), 0, vocabulary()) for text in texts]
    [True, True, True, True, False, False, False, False]
    """
    word = words.lower[at]
    if at < 0 or words.kinds[at] != "WORD" or words.word(at)[1:].isupper() or not word.isalpha():
        return False
    near = known.label_words.get(word[0], frozenset())
    if word in near:
        return False
    return any(
        -1 <= len(label) - len(word) <= 1
        and distance(word, label) == 1
        and (len(label) >= LONG or len(label) > len(word) or set(label) == set(word))
        for label in near
    )


def is_short(words: Words, at: int) -> bool:
    """Whether atom ``at`` is an abbreviation in parentheses after the whole word: ``(ll.)``, or ``(11.)`` misread."""
    return words.ends[at] - words.starts[at] <= 5 and words.dotted[at]


def opens_value(words: Words, label: int, at: int, marked: bool) -> bool:
    """Whether what stands ``at`` is the value of the label that starts at ``label``.

    A short label takes numbers alone: digits, Roman ones, one capital, letters with digits. A long one, or one with a
    sign after it, takes a name or a quotation, too.
    """
    kind = words.kinds[at]
    printed = words.word(at)
    if kind == "NUMBER":
        return True
    if kind == "BRACKET":
        return any(map(str.isdigit, printed)) or printed.strip("[].… ") == ""
    if kind in ("'", "’"):
        return at + 1 < len(words) and words.kinds[at + 1] == "NUMBER"
    if kind == "WORD":
        if words.dotted[at] and len(printed) == 1 and words.touches_stop(at):
            return False  # "D.C."
        if any(map(str.isdigit, printed)) or ROMAN.issuperset(printed):
            return True
        if len(printed) <= 2 and words.dotted[at] and at + 1 < len(words) and words.touches_stop(at + 1):
            return words.kinds[at + 1] == "NUMBER"  # "A'.1.3.2"
        if len(printed) <= 4 and printed.isupper() and at + 1 < len(words) and words.kinds[at + 1] == "NUMBER":
            return not words.dotted[at]  # "BU 0296/210"
        if len(printed) == 1 and not printed.islower():
            return not words.dotted[at] and not words.touches_stop(at)
        if words.dotted[label] and is_short_capitals(words, at):
            at += at + 1 < len(words) and is_short_capitals(words, at + 1)
            return words.kinds[at + 1 : at + 2] == [","]  # "f. MNO, kart. 3", "f. ÚV KSS, kr. 12"
    long = marked or (words.ends[at - 1] - words.starts[label] >= 4 and not words.dotted[label])
    if kind == "QUOTATION":
        return long or words.ends[at - 1] - words.starts[label] >= LONGEST  # 'coll. "Zenda"'
    return kind == "WORD" and long and not words.is_small(at)


def is_short_capitals(words: Words, at: int) -> bool:
    """Whether an atom is a few capitals without a full stop: ``MNO``."""
    printed = words.word(at)
    return len(printed) <= LONGEST and printed.isalpha() and printed.isupper() and not words.dotted[at]


def counted_at(words: Words, at: int, end: int, known: Vocabulary) -> tuple[int, str] | None:
    """The label that stands after the number ``at``, with the index after it: ``2. doboz``, ``288. f.``, ``PA-101. f.``

    A label with a value of its own counts nothing: ``162. D. 13``.
    """
    if words.kinds[at] != "NUMBER" and not (words.dotted[at] and words.lower[at][-1:].isdigit()):
        return None
    found = known.counted.find(words, at + 1, end)
    if found is None:
        return None
    stop, level = found
    short = not words.dotted[at] and len(words.lower[at + 1]) < 3 and level != "unit"
    if words.is_capital(at + 1) or (short and not counts_on(words, stop, end, known)):
        return None  # "45 f." is "45" and the label of what follows
    if stop < end and words.kinds[stop] == "NUMBER" and known.levels.find(words, at + 1, end):
        # "162. d. 13": the number after the label is its own, unless that is counted in turn.
        return found if known.counted.find(words, stop + 1, end) else None
    return found


def counts_on(words: Words, at: int, end: int, known: Vocabulary) -> bool:
    """Whether numbers with a label after each follow up to a unit's: ``5 cs. 12 ő.e.`` after ``276 f.``"""
    for _ in range(3):
        found = known.counted.find(words, at + 1, end) if at < end and words.kinds[at] == "NUMBER" else None
        if found is None or found[1] == "unit":
            return found is not None
        at = found[0]
    return False


def is_sheet(words: Words, at: int) -> bool:
    """Whether atom ``at`` may go on with a row of sheets: ``56-58`` in ``ll. 51, 56-58``."""
    if words.kinds[at] == "BRACKET":
        return are_sheets(words.word(at).strip("[]"))
    return words.kinds[at] == "NUMBER" and are_sheets(words.word(at))


def are_sheets(text: str) -> bool:
    """Whether a text is a sheet or a page, or several.

    >>> [are_sheets(text) for text in ("41-62", "5", "2-2ob", "12v", "10-", "1-2-3", "ob")]
    [True, True, True, True, False, False, False]
    """
    ends = text.replace("–", "-").replace("—", "-").split("-")
    return len(ends) <= len(("first", "last")) and all(map(is_one_sheet, ends))


def is_one_sheet(text: str) -> bool:
    """Whether a text is figures, and letters after them perhaps."""
    letters = text.lstrip("0123456789")
    figures = len(text) - len(letters)
    return 1 <= figures <= LONGEST and len(letters) <= LONGEST and (not letters or letters.isalpha())
