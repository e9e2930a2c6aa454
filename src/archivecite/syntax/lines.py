"""The lines of a letter's head that no blank line parts: which of them are one, and which are several."""

from collections.abc import Iterator, Sequence

from ..model.body import Block
from ..model.header import Addressee
from ..surface.flat import Flat
from ..surface.lazy import lazy
from .found import Found
from .header import LONGEST, ROW_BLOCKS, read_header_line, row
from .line import line_of
from .line_kinds import line_kinds
from .prose import BRIEF, OPENERS, bare, ends_sentence, is_sentence, words
from .vocabulary import vocabulary

#: A line so short is no full line of prose, nor is one that fills so little of the longest line's width.
SHORT = 25
FULL = 0.6

#: Where the longest line is shorter than this, none is a full line of prose.
NARROW = 56

#: The most lines over which one header line goes.
LONGEST_LINES = 6

#: The longest word with which a line goes on below: "between".
LONGEST_OPEN_END = 7

#: The most words of the label of a form's line.
LABEL_WORDS = 5

#: The least letters of a line in capitals: fewer are an acronym.
CAPITALS = 4

#: What a line may be by itself that goes on with the one before: an office, an organisation, a person.
GOING_ON = (None, "letterhead", "addressee")

#: What a line may be by itself so that what is below need not belong to it.
WHOLE = ("document_type", "serial", "marking", "entry_numbers")

#: What a line is that its first word says: it goes on with none.
CUED = ("sender", "distribution", "routing", "document_type")

#: What a document's kind and its number are made of.
BARE = frozenset(("DOC", "DOC_ADJ", "SIGN", "NUM", "MIXED", "QUOTE", "THE"))

Place = tuple[int, int]


def in_capitals(text: str) -> bool:
    """Whether a flat ``text`` has no small letter, and some capitals: ``THE SITUATION IN CHINA``."""
    return text.isupper() and sum(map(str.isupper, text)) >= CAPITALS


class Line(Flat):
    """One flat line above the letter, or several that are one; what it is, is asked of it more than once.

    >>> Line("Top Secret", 0, 10).header.value.kind
    'marking'
    """

    __slots__ = ()

    @lazy
    def header(self) -> Found[Block] | None:
        """The block that it is, None when it is no header line."""
        return read_header_line(self) if len(self.text) <= LONGEST else None

    @lazy
    def row(self) -> list[Place] | None:
        """Where the several things stand that it holds, None when it is one thing."""
        return None if self.header and self.header.value.kind in ROW_BLOCKS else row(self)

    @lazy
    def above(self) -> bool:
        """Whether it stands above the letter: it is a header line, or one bracket of the editors' and no more."""
        return self.header is not None or is_bracketed(self.text)


def is_bracketed(text: str) -> bool:
    """Whether a flat ``text`` is one bracket and nothing else.

    >>> is_bracketed("[stamp: [[SECRET]] 5 May]"), is_bracketed("[He] left [him]")
    (True, False)
    """
    if text[0] != "[" or text[-1] != "]":
        return False
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "[") - (sign == "]")
        if not depth:
            return at == len(text) - 1
    return False


def header_pieces(plain: str, places: Sequence[Place]) -> Iterator[tuple[Line, int, int]]:
    """The header lines with which the lines in ``places`` begin, each with its end and the index of the line after.

    A line that goes on below is joined with what follows: ``To the Chairman of the`` / ``Council of Ministers``.
    """
    lines = Lines(plain, places)
    first = 0
    while first < len(lines):
        after = first + 1
        line = lines[first]
        while after < len(lines) and after < first + LONGEST_LINES:
            if not goes_on(line, lines[after]) and not lines.names_post(line, first, after):
                break
            whole = Line(plain, places[first][0], places[after][1])
            if is_whole(line) and whole.header is None:
                break  # "Information No. 412/83" / "on the plans of certain circles"
            line = whole
            after += 1
        if pieces := line.row:
            for start, end in pieces:
                yield Line(plain, start, end), end, after
        elif (line.above and lines.part(after)) or lines.is_short(line, after) or lines.are_apart(line, after):
            yield line, places[after - 1][1], after
        else:
            return
        first = after


class Lines:
    """The lines of ``plain`` in ``places``, each made when it is first asked for."""

    def __init__(self, plain: str, places: Sequence[Place]) -> None:
        self.plain = plain
        self.places = places
        self.made: dict[int, Line] = {}
        self.width = max(end - start for start, end in places)

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, index: int) -> Line:
        if index not in self.made:
            self.made[index] = Line(self.plain, *self.places[index])
        return self.made[index]

    def part(self, after: int) -> bool:
        """Whether the header line before the line ``after`` ends by itself, and not where a line of prose is full.

        ``Sent by the Politburo, Comrade`` / ``Novak arrived on Friday. We`` is prose.
        """
        if after == len(self) or in_capitals(self[after - 1].text):
            return True
        if self[after].above or self[after].row or has_label(self[after].text):
            return True
        (start, end), (low, high) = self.places[after - 1 : after + 1]
        if end - start < SHORT or self.has_room(after):
            return True
        return high - low < FULL * self.width

    def names_post(self, line: Line, first: int, after: int) -> bool:
        """Whether the line ``after`` is the post or the body of whom the address above names: read as one, they name as
        many persons as that does. ``To Comrade Novak`` / ``Minister of Trade``
        """
        following = self[after]
        if persons_of(line) == 0 or following.row or ends_sentence(following.text):
            return False
        kinds = line_kinds(following)
        if not kinds or not kinds <= {"office", "body"} or (following.header and following.header.value.kind in CUED):
            return False
        return persons_of(Line(self.plain, self.places[first][0], self.places[after][1])) == persons_of(line)

    def has_room(self, after: int) -> bool:
        """Whether the line before the line ``after`` was not broken because it was full: the next word would still have
        stood in it, or no line is as long as those of prose, which ends in a full stop.
        """
        return self.fits(after) or (self.width < NARROW and not ends_sentence(self[len(self) - 1].text))

    def fits(self, after: int) -> bool:
        """Whether the first word of the line ``after`` would still have stood in the line before it."""
        start, end = self.places[after - 1]
        return end - start + 1 + len(self[after].text.partition(" ")[0]) < self.width

    @lazy
    def are_narrow(self) -> bool:
        """Whether the lines are those of a head and none of prose: they are narrow, the last ends no sentence, and one
        is a header line.
        """
        if self.width >= NARROW or ends_sentence(self[len(self) - 1].text):
            return False
        return any(self[at].header is not None or self[at].row is not None for at in range(len(self)))

    def are_apart(self, line: Line, after: int) -> bool:
        """Whether a line that no rule takes is one by itself all the same, as all lines of a narrow head are."""
        if line.text[-1] != ":" and (ends_sentence(line.text) or is_sentence(line.text)):
            return False
        return self.are_narrow or (after > 1 and after < len(self) and len(line.text) <= BRIEF and self.fits(after))

    def is_short(self, line: Line, after: int) -> bool:
        """Whether a line that no rule takes is one by itself: a header line or another such line follows, no prose."""
        if len(line.text) > BRIEF or ends_sentence(line.text):
            return False
        if after == len(self):
            return has_label(line.text)
        following = self[after]
        if has_label(line.text) and has_label(following.text):
            return True
        return self.has_room(after) and (following.above or bool(following.row) or in_capitals(line.text))


def persons_of(line: Line) -> int:
    """How many persons an address names; 0 where a line is none."""
    value = line.header.value if line.header is not None else None
    return len(value.persons) if isinstance(value, Addressee) else 0


def has_label(text: str) -> bool:
    """Whether a flat ``text`` is a line of a form, a short label with a short value: ``Clerk in charge: 2nd Section``.

    >>> has_label("Clerk in charge: 2nd Section"), has_label("Novak: We agree."), has_label("Distribution:")
    (True, False, False)
    """
    label, _, value = text.partition(": ")
    if not value or not label[:1].isupper() or label.count(" ") >= LABEL_WORDS or len(text) > BRIEF:
        return False
    return not ends_sentence(value) and not is_sentence(value)


def is_whole(line: Line) -> bool:
    """Whether a line says all by itself, so that it goes on below only where the two are a header line."""
    return line.header is not None and line.header.value.kind in WHOLE


def goes_on(line: Line, following: Line) -> bool:
    """Whether a header line goes on with the line that follows it."""
    if line.text.count("[") > line.text.count("]"):
        return True
    found = following.header
    kind = found.value.kind if found else None
    if line.header is not None and line.header.value.kind == "entry_numbers":
        return kind == "entry_numbers"
    if kind not in GOING_ON or following.row:
        return False
    if is_title(line) and in_capitals(following.text.partition(" ")[0]):
        return True
    if is_open(line.text):
        return True
    if is_bare_kind(line):
        return False
    return kind is None and following.text.lstrip(OPENERS)[:1].islower() and not is_bracketed(following.text)


def is_bare_kind(line: Line) -> bool:
    """Whether a line is the kind of a document, perhaps with its number, and no more: ``MINUTES No. 27``."""
    if line.header is None or line.header.value.kind != "document_type":
        return False
    return all(
        {"DOC", "DOC_ADJ", "SIGN", "NUM", "MIXED", "QUOTE", "THE"} & {*token.kinds} for token in line_of(line).tokens
    )


def is_title(line: Line) -> bool:
    """Whether a line in capitals may go on over the next one in capitals: a title, or no header line at all."""
    return in_capitals(line.text) and (line.header is None or line.header.value.kind == "document_type")


def is_open(text: str) -> bool:
    """Whether a line ends so that it goes on below: ``CHAIRMAN OF THE``, ``Stalin,``, but not ``No. 345-a``.

    >>> is_open("To the Chairman of the"), is_open("Main Department A"), is_open("No. 345-a")
    (True, False, False)
    """
    if text[-1] in ",-–—&(":
        return True
    last = text[text.rfind(" ") + 1 :]
    if text in words("heads"):
        return True  # "N o t e" / "about" / "the talks"
    return len(last) <= LONGEST_OPEN_END and last != "A" and bare(last) in vocabulary().data["prose"]["open"]
