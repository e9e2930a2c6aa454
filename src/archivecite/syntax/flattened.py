"""Labels put right where a converter changed them, character for character, so that every offset stays true.

In the flattened family the whole record is one line, ``… Original Language: Russian Contents: English Translation To
…``: its lines are put back where the labels are, each in place of one space. A label that is a heading or is alone on
its line may lack its colon: it gets one in place of its newline.
"""

import re
from collections.abc import Iterator

from .content import find_content
from .date import read_date
from .vocabulary import vocabulary

#: A word alone on its line is a label only in company.
ENOUGH = 3

#: The most words that an item of the contents has, "Scan of the Original Document", and what makes of one a title:
#: "Translation of the Minutes".
LONGEST_ITEM = 7
GOES_ON = ("of", "by", "from", "to")

#: " [Source: RGASPI, f. 558.]" at the very end, " Reference: # 1710", " #1701 (entry # 49971)"
NOTE = re.compile(r" (?<!: )(?=\[Source: [^\[\]]+\]\s*\Z|References?: ?# ?\d|# ?\d+ \(entry # ?\d)")
#: What ends a sentence before a signature, and the name in one, with a number after it perhaps: "A. GROMYKO 50389"
SENTENCE_END = '.!?"”]'
INITIALS, NAMES = range(3), range(1, 4)
ENTRY_FIGURES = (5, 6)
LONGEST_CLOSE = 80


def unflatten(text: str) -> str | None:
    """``text`` with a newline before each label and item of a flattened record; None if it has no ``Citation:``.

    >>> unflatten('A Letter Citation: "A Letter" Contents: English Translation To the Minister')
    'A Letter\\nCitation: "A Letter"\\nContents: English Translation\\nTo the Minister'
    """
    at = masthead_end(text)
    breaks = [at] if at else []
    for section in vocabulary().section_names:
        if found := flat_label(text, at, section):
            start, at = found
            if start and start not in breaks:
                breaks.append(start)
            if section == "contents":
                breaks += flat_items(text, at)
        elif section == "citation":
            return None
    return replaced(text, breaks, "\n")


def flat_label(text: str, start: int, section: str) -> tuple[int, int] | None:
    """Where the first label of a section in mid-line begins, with the blank before it, and ends. It is no cell of a
    table, ``| Citation: | … |``.
    """
    places = []
    for label, name in vocabulary().written_labels.items():
        at = text.find(f"{label}:", start) if name == section else -1
        while at >= 0:
            end = at + len(label) + 1
            after = text[end : end + 2]
            if (at == 0 or text[at - 1] == " ") and (not after or (after[0] == " " and after[1:] != "|")):
                places.append((max(at - 1, 0), end))
                break
            at = text.find(f"{label}:", end)
    return min(places, default=None)


def flat_items(text: str, at: int) -> Iterator[int]:
    """The ends of the contents' items one after the other; known languages only, since the body's words follow."""
    while end := flat_item(text, at):
        yield end
        at = end


def flat_item(text: str, at: int) -> int:
    """Where the item ends that begins after the blank ``at``; 0 where none does."""
    ends: list[int] = []
    end = at
    while len(ends) < LONGEST_ITEM and text[end : end + 1] == " ":
        end = text.find(" ", end + 1) % (len(text) + 1)
        ends.append(end)
    for end in reversed(ends):
        item = find_content(text[at + 1 : end].rstrip())
        following = text[end + 1 : end + 6].partition(" ")[0]
        if item and (item.value.language.tag if item.value.language else following not in GOES_ON):
            return end
    return 0


def masthead_end(text: str) -> int:
    """Where the masthead ends with which a flattened record begins."""
    start = at = len(text) - len(text.lstrip())
    while True:
        first = at + 1 if at > start else at
        known = next((line for line in vocabulary().masthead if text.startswith(f"{line} ", first)), None)
        if known is None or (at > start and text[at] != " "):
            return at if at > start else 0
        at = first + len(known)


def with_colons(text: str) -> str | None:
    """``text`` with a colon after each of the labels that have none; None if there are too few to call them labels.

    >>> with_colons("Citation\\nA Letter\\nOriginal Language\\nRussian\\nContents\\nEnglish Translation\\n")
    'Citation:A Letter\\nOriginal Language:Russian\\nContents:English Translation\\n'
    """
    ends: dict[str, int] = {}
    for label, section in vocabulary().written_labels.items():
        if (end := bare_label(text, label)) and end < ends.get(section, len(text) + 1):
            ends[section] = end
    last = ends.get("contents", len(text))
    found = sorted(end for end in ends.values() if end <= last)
    return replaced(text, found, ":") if len(found) >= ENOUGH else None


def bare_label(text: str, label: str) -> int:
    """Where the first line ends that is ``label`` and nothing else; 0 where none is."""
    at = text.find(label)
    while at >= 0:
        low = max(at - LONGEST_CLOSE, 0)
        start, end = text.rfind("\n", low, at) + 1, text.find("\n", at, at + LONGEST_CLOSE)
        if (start or not low) and end >= 0 and not text[start:at].strip() and text[at:end].rstrip() == label:
            return end
        at = text.find(label, at + len(label))
    return 0


def replaced(text: str, places: list[int], sign: str) -> str:
    """``text`` with ``sign`` in place of the character at each of ``places``."""
    pieces: list[str] = []
    done = 0
    for place in sorted(places):
        pieces += (text[done:place], sign)
        done = place + 1
    return "".join((*pieces, text[done:]))


def endings(text: str, start: int) -> list[int]:
    """The blanks in a flattened body with which a signature or a note begins at its end."""
    notes = [match.start() for match in NOTE.finditer(text, start)]
    end = notes[0] if notes else len(text.rstrip())
    low = max(start, end - LONGEST_CLOSE)
    for at in range(low + 1, end):
        if text[at] == " " and text[at - 1] in SENTENCE_END and is_close(without_entry(text[at + 1 : end])):
            return [at, *notes]
    return notes


def without_entry(text: str) -> str:
    """A text without an entry's number at its end.

    >>> without_entry("A. GROMYKO 50389"), without_entry("June 1949")
    ('A. GROMYKO', 'June 1949')
    """
    above, _, number = text.rpartition(" ")
    return above if above and number.isdecimal() and len(number) in ENTRY_FIGURES else text


def is_signer(text: str) -> bool:
    """Whether a text is a name, two initials at most and three words.

    >>> is_signer("A. A. Gromyko"), is_signer("Mao Zedong"), is_signer("Comrade of ours"), is_signer("A.")
    (True, True, False, False)
    """
    words = text.replace(".", ". ").split()
    initials = [word for word in words if len(word) == len("A.") and word[1] == "."]
    names = words[len(initials) :]
    if len(initials) not in INITIALS or len(names) not in NAMES or initials != words[: len(initials)]:
        return False
    return all("A" <= word[0] <= "Z" for word in words) and all(
        len(name) > 1 and all(sign.isalnum() or sign in "_'’-" for sign in name[1:]) for name in names
    )


def is_close(text: str) -> bool:
    """Whether a text is a date and a name, or a name and a date.

    >>> is_close("31.X.62 A. GROMYKO"), is_close("Mao Zedong, 11 June 1949."), is_close("11 June 1949")
    (True, True, False)
    """
    text = text.removesuffix(".")
    blank = text.find(" ")
    while blank > 0:
        first, last = text[:blank].removesuffix(","), text[blank + 1 :]
        if (read_date(first) and is_signer(last)) or (is_signer(first) and read_date(last)):
            return True
        blank = text.find(" ", blank + 1)
    return False
