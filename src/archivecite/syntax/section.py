"""The sections of a record's head as tokens of ``record.lark``: which label counts where, and where the body begins."""

from collections.abc import Iterator
from typing import NamedTuple

from ..surface.flat import BLANK_LINE as BLANK_LINE
from ..surface.stretches import stretches
from .address_line import address_above, address_end, after_blank
from .comment import without_comments
from .content import find_content
from .language import read_language
from .loop import Token
from .section_label import Label, label_at, labels, next_label

#: The token of each section's label, and of its text.
LABELS = {
    "citation": "CITATION",
    "summary": "SUMMARY",
    "credits": "CREDITS",
    "original_languages": "LANGUAGE",
    "contents": "CONTENTS",
}

#: The bullets of a list's items.
BULLETS = "-*•·▪●◦‣\uf0b7"
#: What parts two languages on one line, besides "and".
BETWEEN = str.maketrans(";/", ",,")

#: How many blocks between two sections are looked over for the second's label.
NEAR = 5
#: How far it is sought where no blank line parts blocks.
FAR = 1000
#: The longest line that names languages, and the longest that does below others.
LONGEST_LANGUAGE, LONGEST_FURTHER = 100, 40
#: What no name of a language ends with.
CLOSING = ".!?:"


class Sections(NamedTuple):
    """The tokens of a head from its first label on; the labels that were found; and where the body begins."""

    tokens: list[Token]
    labels: list[Label]
    body: int


def sections_of(text: str, first: Label | None) -> Sections:
    """The sections of ``text`` from the ``first`` label on.

    >>> text = "Summary: One.\\n\\nContents:\\n\\nTranslation - English\\n\\nTo the Minister."
    >>> [token.type for token in sections_of(text, next_label(text, 0)).tokens]
    ['SUMMARY', 'TEXT', 'CONTENTS', 'ITEM']
    """
    return Sectioner(text).read(first)


class Sectioner:
    """Reads the sections of ``text`` one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.labels: list[Label] = []
        self.seen: set[str] = set()
        self.body = len(text)
        #: Whether a list of contents has just been read: a label that was there before belongs to the body then.
        self.listed = False

    def read(self, label: Label | None) -> Sections:
        """Every section, from that of ``label`` on."""
        while label is not None:
            self.labels.append(label)
            in_list = label.section in ("original_languages", "contents")
            label = self.list_of(label) if in_list else self.prose(label)
        return Sections(self.tokens, self.labels, self.body)

    def add(self, kind: str, start: int, end: int) -> None:
        """Adds a token without the white space at its ends; one without a character is none."""
        printed = self.text[start:end]
        start += len(printed) - len(printed.lstrip())
        if printed := printed.strip():
            self.tokens.append(Token(kind, start, start + len(printed)))

    def begin(self, label: Label) -> bool:
        """Takes the label of a section; says whether the section is read, and none was there before."""
        self.listed = False
        if not label.counts or label.section in self.seen:
            return False
        self.seen.add(label.section)
        self.tokens.append(Token(LABELS[label.section], label.start, label.end))
        if label.more > label.end:
            self.add("STRAY", label.end, label.more)  # the second colon of "Summary::"
        return True

    def prose(self, label: Label) -> Label | None:
        """Takes a section of prose, all up to the next label."""
        following = next_label(self.text, label.value)
        start, end = label.value, len(self.text) if following is None else following.start
        if not self.begin(label):
            self.add("STRAY", label.start, end)
            return following
        first = start
        if label.section == "citation":
            kind, last = "STRING", citation_end(self.text, start, end)
        else:
            kind, (first, last) = "TEXT", without_rows(self.text, start, end)
        self.add("STRAY", start, first)
        self.add(kind, first, last)
        self.add("STRAY", last, end)
        return following

    def list_of(self, label: Label) -> Label | None:
        """Takes the languages or the contents, line by line; what is neither, nor a label, begins the body."""
        is_read, taken = self.begin(label), len(self.tokens)
        self.listed = label.section == "contents"
        at = label.value
        while at < len(self.text) and not self.section_at(at):
            end, kind = self.line(at, label.section)
            if not kind:
                break
            self.listed = self.listed or kind == "ITEM"
            self.add(kind, after_bullet(self.text, at) if kind == "ITEM" else at, end)
            at = after_blank(self.text, end)
        if not is_read:
            del self.tokens[taken:]
            self.add("STRAY", label.start, at)
        return self.after_list(at, label.section, is_read)

    def section_at(self, at: int) -> Label | None:
        """The label of a section at ``at``."""
        label = label_at(self.text, at)
        return label if label and label.dress != "foreign" else None

    def line(self, at: int, section: str) -> tuple[int, str]:
        """Where the line of a list ends, and what it is: an item, perhaps over two lines, languages, or nothing."""
        text = self.text
        end = line_end(text, at)
        start = min(after_bullet(text, at), end) if section == "contents" else at
        line = " ".join(text[start:end].split())
        if len(line) > LONGEST_LANGUAGE:
            return end, ""
        item = find_content(line)
        if item is None or item.value.language is None:
            below = line_end(text, end + 1)
            two = " ".join(f"{line} {text[end:below]}".split())
            joined = find_content(two) if len(two) < LONGEST_LANGUAGE else None
            language = joined.value.language if joined else None
            if joined and (language.tag is not None if language else item is not None):
                return below, "ITEM"
        if item:
            return end, "ITEM"
        return end, "NAMES" if not self.listed and are_languages(line) else ""

    def after_list(self, at: int, section: str, is_read: bool) -> Label | None:
        """The label of the next section, if what is in front of it is no document; else the body begins."""
        following = self.section_at(at) or self.near_label(at)
        if following is None:
            self.body = at
            return None
        gap = self.text[at : following.start].strip()
        is_new = following.section not in self.seen
        if not gap and (is_new or not self.listed):
            return following
        if gap and section != "contents" and not self.listed and is_read and self.is_language(gap, following):
            self.add("NAMES", at, following.start)
        elif gap and is_new and (are_rows(gap) or (not self.listed and self.is_between(at, following))):
            self.add("STRAY", at, following.start)
        else:
            self.body = at
            return None
        return following

    def near_label(self, at: int) -> Label | None:
        """The first label of a section in the blocks near to ``at``."""
        near = labels(self.text, at, near_end(self.text, at))
        return next((label for label in near if label.dress != "foreign"), None)

    def is_language(self, gap: str, following: Label) -> bool:
        """Whether the line between two labels is a language that is not known; below others before Contents only."""
        named = self.tokens[-1].type == "NAMES"
        if named and (following.section != "contents" or len(gap) > LONGEST_FURTHER):
            return False
        is_line = "\n" not in gap and ":" not in gap and len(gap) <= LONGEST_LANGUAGE
        return is_line and gap[:1].isalnum() and gap[-1] not in CLOSING

    def is_between(self, at: int, following: Label) -> bool:
        """Whether what is at ``at`` belongs to a section of no record, or the items of the contents follow."""
        label = label_at(self.text, at)
        if label and label.dress == "foreign":
            return True
        return following.section == "contents" and self.line(following.value, "contents")[1] == "ITEM"


def line_end(text: str, at: int) -> int:
    """Where the line at ``at`` ends: at its newline or form feed, or with the text."""
    end = text.find("\n", at) % (len(text) + 1)
    feed = text.find("\f", at, end)
    return end if feed < 0 else feed


def near_end(text: str, at: int) -> int:
    """Where the blocks end that are near to ``at``."""
    end = at
    for _ in range(NEAR):
        blank = BLANK_LINE.search(text, end, at + FAR)
        if blank is None:
            return min(len(text), at + FAR)
        end = blank.end()
    return end + LONGEST_FURTHER


def are_languages(line: str) -> bool:
    """Whether a line is a list of languages that are known.

    >>> are_languages("German, Russian and"), are_languages("Chuvash"), are_languages("and")
    (True, False, False)
    """
    names = [line[start:end] for start, end in names_in(line)]
    return bool(names) and all(read_language(name).tag for name in names)


def names_in(line: str) -> Iterator[tuple[int, int]]:
    """Where the names in a flat line of languages stand.

    >>> list(names_in("German, Russian and")), list(names_in("Finland"))
    ([(0, 6), (8, 15)], [(0, 7)])
    """
    row = f" {line} ".replace(" and ", " ,,, ").translate(BETWEEN)
    for start, end in stretches(row, ",".__ne__):
        part = row[start:end]
        if name := part.strip():
            low = start + len(part) - len(part.lstrip()) - 1
            yield low, low + len(name)


def after_bullet(text: str, at: int) -> int:
    """Where an item begins after its bullet, a sign of its own; ``at`` if it has none.

    >>> after_bullet("- Scan", 0), after_bullet("-Scan", 0)
    (2, 0)
    """
    if at >= len(text) or text[at] not in BULLETS:
        return at
    end = at + 1
    while text[end : end + 1].isspace() and text[end] != "\n":
        end += 1
    return end if end > at + 1 else at


def are_rows(text: str) -> bool:
    """Whether a text has neither letter nor digit, comments aside: ``* * *``, ``<!-- page 2 -->``."""
    return not any(map(str.isalnum, without_comments(text)))


def without_rows(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the prose between ``start`` and ``end`` is, without rows of signs and comments before and after it."""
    ends = [match.span() for match in BLANK_LINE.finditer(text, start, end)]
    blocks = list(zip([start, *(last for _, last in ends)], [*(first for first, _ in ends), end], strict=True))
    while blocks and are_rows(text[slice(*blocks[-1])]):
        blocks.pop()
    first = next((low for low, high in blocks if not are_rows(text[low:high])), end)
    return first, blocks[-1][1] if blocks else end


def citation_end(text: str, start: int, end: int) -> int:
    """Where the citation ends that starts at ``start``: with its first block, or an address in a block of its own.

    Programs that write Markdown put a blank line before a line that begins with a bracket: ``… Record 12, File
    543⏎⏎[Archive of the Ministry]. …``; after a full stop or an address a bracket may be anything.
    """
    end = address_above(text, start, end)
    stop = start
    while True:
        blank = BLANK_LINE.search(text, stop, end)
        low, high = (blank.start(), blank.end()) if blank else (end, end)
        last = text.rfind("\n", stop, low) + 1 or stop
        is_address = address_end(text, after_blank(text, last), end) > 0
        stop = low
        if high >= end or text[high] != "[" or is_address or text[low - 1] == ".":
            break
        stop = high
    return address_end(text, high, end) or stop
