"""What note a text begins as, by its first words."""

from functools import cache

from .line_loop import edges, parse_line
from .line_vocabulary import line_vocabulary
from .line_words import note_tokens
from .loop import NOTE_STARTS, Node, tables
from .vocabulary import Vocabulary, vocabulary
from .words import folded

#: How much of a text is looked at.
LENGTH = 90

#: Signs with which a note may begin.
SIGNS = "[(*†‡#№"

#: What may stand before the first word of a note.
OPENING = '"“‘(['

#: What a number that begins a note has at most, with the sign after it.
NUMBER = 4

#: The longest statement of who translated a text.
CREDIT = 120

#: The words that stand inside an opening: "Published in", "(entry # 7)", "Note of".
INSIDE = frozenset(("entry", "of", "where"))

#: The longest heading of notes.
HEADING = 40


class Openers:
    """The words that notes begin with: each with those that may be second; none where any may."""

    def __init__(self, known: Vocabulary) -> None:
        self.words: dict[str, set[str]] = {}
        openings = known.data["note_openings"]
        for form in (form for kind, forms in openings.items() if kind not in INSIDE for form in forms):
            first, *rest = folded(form).split()
            self.words.setdefault(first, set()).update(rest[:1] or ("",))
        self.signs = tuple(
            folded(sign) for sign in (*known.data["numbers"]["signs"], *known.data["line_numbers"]["signs"])
        )
        letters = {word[0] for word in (*self.words, *self.signs)}
        #: The characters with which one may begin, small letters apart, with which a paragraph goes on.
        self.initials = {letter.upper() for letter in letters}
        #: The letters of the first word of each.
        self.firsts = tuple({word.rstrip(".") for word in self.words})

    def may_begin(self, text: str) -> bool:
        """Whether a note may begin so, asked before it is cut: nearly no paragraph does."""
        sign = text[0]
        if sign in SIGNS:
            return self.may_follow(sign, text)
        first, _, rest = text[:LENGTH].partition(" ")
        if sign.isdigit():
            return len(first) <= NUMBER and is_numbered(text)
        if sign not in self.initials:
            return False
        word = folded(first).rstrip(":")
        if word in self.signs:
            return rest[:1].isdigit()
        second = self.words.get(word)
        if second is None:
            return False
        return "" in second or folded(rest.partition(" ")[0]).rstrip(":.") in {word.rstrip(".") for word in second}

    def may_follow(self, sign: str, text: str) -> bool:
        """Whether what follows the ``sign`` that a text begins with may be the beginning of a note."""
        if sign == "(":
            return is_numbered(text)
        if sign in "#№":
            return text[1:LENGTH].lstrip()[:1].isdigit()
        if sign == "[" and not text[1:2].isupper() and text.find("]", 0, NUMBER + 1) > 0:
            return True  # "[1] Petrov", and not "[I] went"
        return folded(text[1:LENGTH].lstrip()).startswith(self.firsts) or (sign != "[" and is_numbered(text))


@cache
def openers(known: Vocabulary) -> Openers:
    """The words with which notes begin."""
    return Openers(known)


def note_start(text: str) -> str | None:
    """What note a flat ``text`` begins as: the name of a rule in capitals, or None.

    >>> note_start("#1701 (entry # 49971) from 31 October 1962."), note_start("A member of the Politburo.")
    ('REFERENCE_NOTE', None)
    """
    known = vocabulary()
    if not text or not openers(known).may_begin(text):
        return None
    tree = note_tree(text, known)
    return tree.type.upper() if tree else None


def note_tree(text: str, known: Vocabulary) -> Node | None:
    """The tree of the first words of a note, by the rule of what it begins as."""
    tokens = note_tokens(beginning(text), line_vocabulary(known))
    rules = edges("note").rules(tokens)
    for rule in NOTE_STARTS:
        if rule in rules and (tree := parse_line(tables("note", rule), tokens)) and is_begun(text, rule):
            return tree
    return None


def beginning(text: str) -> str:
    """The first words of ``text``, whole."""
    if len(text) <= LENGTH:
        return text
    blank = text.rfind(" ", 0, LENGTH)
    return text[: blank if blank > 0 else LENGTH]


def is_begun(text: str, rule: str) -> bool:
    """Whether what the first words promise holds: a source's bracket is closed, a heading is all, a number is short,
    and a word with a capital or a sign is after it.
    """
    if rule == "source_note":
        return "]" in text
    if rule == "notes_heading":
        return len(text) < HEADING
    if rule == "footnote":
        return len(text.partition("]")[0]) <= NUMBER and not text.partition("]")[2][:1].isalnum()
    if rule == "translation_note":
        return len(text) <= CREDIT
    return is_numbered(text) if rule == "numbered_note" else True


def is_numbered(text: str) -> bool:
    """Whether a text begins with a short marker, and goes on with a word.

    >>> [is_numbered(text) for text in ("1. so", "(1) So", "¹ He left", "2 Petrov", "2 men", "1962. So", "1.5 men")]
    [True, True, True, True, False, False, False]
    """
    enclosed = text[0] == "("
    number = text[enclosed:].lstrip("0123456789*†‡¹²³⁰⁴⁵⁶⁷⁸⁹")
    size = len(text) - enclosed - len(number)
    rest = number.lstrip(".) ")
    stopped = number[:1] == ")" or (number[:1] == "." and not enclosed)
    spaced = number[:1] == " " and (rest[:1].isupper() or rest[:1] in OPENING)
    return 0 < size < NUMBER and bool(rest) and not rest[0].isdigit() and (stopped or spaced)
