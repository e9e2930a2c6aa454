"""The labels of a record's sections, in every dress that programs give them, and misspelt: ``Citation:``,
``CITATION:``, ``<b>Citation:</b>``, ``Sumary:``. Which words are labels, ``labels.toml`` says; only here they
are recognised.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .vocabulary import Vocabulary, vocabulary

#: How a label is printed: as the archive does, in another dress (case, colon, markup), in other words, misspelt; or as
#: the label of something that no record has.
Dress = Literal["plain", "dressed", "alias", "misspelt", "foreign"]

#: What may be printed before a label ("> ", "<b>", "__", a zero-width space), and its words; its colon and markup.
BEFORE = re.compile(r"(?:[\s>_\u00ad\u200b-\u200f\u2060\ufeff]|<\w{1,9}>){0,9}")
WORDS = re.compile(r"[^\W\d_]+(?:(?: +\n? *|\n *)[^\W\d_]+){0,2}")
COLON = re.compile(r"(?:\s|_|</\w{1,9}>)*[:：](?P<more>[:：]*)(?P<after>(?:_|</\w{1,9}>)*)\s*")

#: One word or two at a line's start, with a colon, or with another sign or none at the line's end.
BARE = re.compile(r"(?m)^[^\S\n]*(?P<words>[^\W\d_]{3,12}(?: [^\W\d_]{3,12})?)(?P<sign> *:|[;.,]?(?= *$))")

#: How far from the start of its line the colon of a label is, at most.
LONGEST = 60

#: From this length on a label may have two slips.
LONG = 8


class Label(NamedTuple):
    """A label: its section (nothing for a foreign one) and dress; where it starts and ends, its first colon included;
    where its other colons end, if it has more, and the markup after them; and where its value starts.
    """

    section: str
    dress: Dress
    start: int
    end: int
    more: int
    close: int
    value: int

    @property
    def counts(self) -> bool:
        """Whether what is under it is a section that is read."""
        return self.dress not in ("misspelt", "foreign")

    @property
    def name(self) -> str:
        """The label as it is written; nothing for a foreign one."""
        return vocabulary().section_names.get(self.section, "")

    @property
    def is_own(self) -> bool:
        """Whether it has the archive's own words, in whatever dress."""
        return self.dress in ("plain", "dressed")


def labels(text: str, start: int = 0, end: int | None = None) -> Iterator[Label]:
    """The labels of ``text`` from ``start`` on, where a line or a value starts.

    >>> [label.section for label in labels("SUMMARY:\\n\\nHe said: no contents: here\\n\\nContents:\\n")]
    ['summary', 'contents']
    """
    at = start
    while label := next_label(text, at, end):
        yield label
        at = max(label.value, at + 1)


def next_label(text: str, start: int, end: int | None = None) -> Label | None:
    """The first label from ``start`` on. Colons are sought, not lines: a head has a dozen of them."""
    stop = len(text) if end is None else end
    wide = text.find("：", start, stop)
    colon = text.find(":", start, stop)
    while colon >= 0 or wide >= 0:
        nearest = min(colon, wide) if colon >= 0 and wide >= 0 else max(colon, wide)
        if label := label_before(text, start, nearest):
            return label
        if nearest == colon:
            colon = text.find(":", colon + 1, stop)
        else:
            wide = text.find("：", wide + 1, stop)
    return None


def label_before(text: str, low: int, colon: int) -> Label | None:
    """The label whose first colon is at ``colon``, if there is one, not before ``low``; it may be on two lines."""
    first, stop = max(low, colon - LONGEST), colon
    starts: list[int] = []
    while len(starts) < 2 and stop > first:
        newline = text.rfind("\n", first, first + len(text[first:stop].rstrip()))
        if newline >= 0 or first == low:
            starts.append(max(newline + 1, first))
        stop = newline
    for start in reversed(starts):
        label = label_at(text, start)
        if label and label.end == colon + 1:
            return label
    return None


def bare_labels(text: str, end: int) -> Iterator[Label]:
    """The lines before ``end`` that would be a label, or a misspelt one, with a colon, or with another sign for it."""
    known = vocabulary()
    for match in BARE.finditer(text, 0, end):
        words = " ".join(match["words"].split()).lower()
        if section := known.own_labels.get(words) or misspelt(words, known):
            yield Label(section, "misspelt", match.start("words"), *[match.end("sign")] * 4)


def label_at(text: str, start: int) -> Label | None:
    """The label at ``start``, which is where a line or a value starts."""
    dress = BEFORE.match(text, start)
    shape = WORDS.match(text, dress.end() if dress else start)
    colon = COLON.match(text, shape.end()) if shape else None
    if shape is None or colon is None:
        return None
    words = " ".join(shape[0].split())
    known = vocabulary()
    low, end = shape.start(), colon.start("more")
    before = text[start:low].lstrip()
    first = low - len(before)
    bare = not before and not colon["more"] and not colon["after"] and text[end - 1] == ":" and "<" not in colon[0]
    section = known.written_labels.get(words)
    if section:
        how: Dress = "plain" if bare and "_" not in colon[0] else "dressed"
        return Label(section, how, first, end, colon.end("more"), colon.end("after"), colon.end())
    is_line = "\n" not in shape[0] and stands_alone(text, first, colon)
    found = named(words.lower(), known) if is_line else None
    return Label(*found, first, end, colon.end("more"), colon.end("after"), colon.end()) if found else None


def stands_alone(text: str, start: int, colon: re.Match[str]) -> bool:
    """Whether a label is alone on its line or the first thing after a blank line: others are a sentence's words."""
    if "\n" in colon[0] or colon.end() == len(text):
        return True
    above = text[max(0, start - LONGEST) : start].rstrip(" >")
    return above.strip() == "" or above.count("\n", len(above.rstrip())) > 1 or above.endswith("\f")


def named(words: str, known: Vocabulary) -> tuple[str, Dress] | None:
    """The section that ``words`` name, in small letters, and how; a foreign label names none."""
    if section := known.own_labels.get(words):
        return section, "dressed"
    if section := known.label_aliases.get(words):
        return section, "alias"
    if words in known.foreign_labels:
        return "", "foreign"
    section = misspelt(words, known)
    return (section, "misspelt") if section else None


def misspelt(words: str, known: Vocabulary) -> str | None:
    """The section that ``words`` name with a slip or, in a long label, two.

    >>> [misspelt(words, vocabulary()) for words in ("sumary", "orignal langage", "station")]
    ['summary', 'original_languages', None]
    """
    letters = set(words)
    for form, section in known.own_labels.items():
        most = 2 if len(form) >= LONG else 1
        if abs(len(form) - len(words)) <= most and len(letters ^ set(form)) <= 2 * most:
            slips = distance(words, form)
            if slips <= most and (slips < 2 or words[0] == form[0]):  # a "Station:" is no citation
                return section
    return None


def distance(one: str, other: str) -> int:
    """How many slips lead from one word to the other: a letter missing, wrong, too many, or changed with the next.

    >>> distance("sumary", "summary"), distance("contnets", "contents"), distance("comments", "contents")
    (1, 1, 2)
    """
    above: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for i, letter in enumerate(one):
        earlier, above, row = above, row, [i + 1]
        for j, with_ in enumerate(other):
            least = min(above[j] + (letter != with_), above[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and one[i - 1] == with_:
                least = min(least, earlier[j - 1] + 1)
            row.append(least)
    return row[-1]
