"""The tail of a citation cut into pieces: sources, and statements of provenance."""

from typing import NamedTuple

from .book import imprint_at
from .head import Head, head_at, unknown_head
from .labels import counted_at, is_sheet, label_at
from .sign import is_archival
from .stop import ends_sentence
from .vocabulary import Vocabulary
from .words import Words
from .zone import ROLES, Zones


class Piece(NamedTuple):
    """Atoms ``first`` to ``last``: a statement with its ``head``, or a source."""

    first: int
    last: int
    head: Head | None


#: What may stand between two pieces.
BETWEEN = frozenset({",", ";", ".", ":", "(", ")", "]", "and", "&", "—", "–", "-"})

#: Signs that belong to no piece at its end.
TRAILING = frozenset({",", ";", ":", "—", "–", "-"})

#: Signs that end a statement.
ENDS = frozenset({";", ")", "."})

#: What may part two statements, besides a semicolon and a full stop.
JOINTS = frozenset({",", "and", "&", "—", "–", "-"})


class Cut:
    """Cuts the atoms of one tail, from ``first`` to ``last``."""

    def __init__(self, words: Words, first: int, last: int, known: Vocabulary) -> None:
        self.words = words
        self.first = first
        self.last = last
        self.known = known
        self.in_book = Zones(words, first, last, known).holds
        self.heads: dict[int, Head | None] = {}
        self.looked = (first, first, False)

    def head(self, at: int) -> Head | None:
        """The head that opens ``at``, if one does; it is asked for at the end of a piece, and again at its start."""
        if at >= self.last or self.words.lower[at] not in self.known.heads:
            return None
        if at not in self.heads:
            self.heads[at] = head_at(self.words, at, self.last, self.known)
        return self.heads[at]

    def is_opener(self, at: int) -> bool:
        """Whether a head may open with atom ``at`` by its first word."""
        return self.words.lower[at] in self.known.openings

    def is_archival(self, first: int, at: int) -> bool:
        """Whether a sign of an archive stands between two atoms; what was looked at before is not looked at again."""
        start, looked, found = self.looked
        if start != first:
            looked, found = first, False
        found = found or is_archival(self.words, looked, at, self.known)
        self.looked = (first, max(looked, at), found)
        return found

    def pieces(self) -> list[Piece]:
        """All pieces, one after the other."""
        words = self.words
        pieces: list[Piece] = []
        at = self.first
        while at < self.last:
            while at < self.last and words.lower[at] in BETWEEN and not (words.kinds[at] == "(" and self.apart(at)):
                at += 1
            if at >= self.last:
                break
            if self.is_opened_by_with(at):
                at += 1
            head = None if self.in_book(at, at) else self.head(at)
            head = head or unknown_head(words, at, self.last, self.known)
            last = self.statement(head) if head else self.source(at)
            end = last
            while end > at + 1 and words.kinds[end - 1] in TRAILING:
                end -= 1
            pieces.append(Piece(at, end, head))
            at = last
        return pieces

    def is_opened_by_with(self, at: int) -> bool:
        """Whether "with" joins the statement after it: ``with translation by``, but not ``with permission of``."""
        words, known = self.words, self.known
        if words.lower[at] != "with" or known.verbs.find(words, at, self.last):
            return False
        return self.head(at + 1) is not None

    def apart(self, at: int) -> bool:
        """Whether a parenthesis opens a piece that is no statement: it is a part of a source."""
        return at in self.words.close and head_at(self.words, at + 1, self.words.close[at], self.known) is None

    def statement(self, head: Head) -> int:
        """Where the statement ends that opens with ``head``."""
        words, turns = self.words, self.known.turns
        lower, dotted = words.lower, words.dotted
        at = head.end
        reprint = head.verbs[-1][0] == "reprinted" and at < self.last and words.lower[at] in ("in", "from")
        if words.dotted[at - 1] and self.statement_stops(at - 1):
            return at
        while at < self.last:
            word = lower[at]
            if word in turns:
                if word in ENDS and not (word == ";" and reprint and lower[at + 1 : at + 2] == ["in"]):
                    return at
                if self.opens(at, reprint):
                    return at
                at = words.close.get(at, at)
            at += 1
            if dotted[at - 1] and self.statement_stops(at - 1):
                return at
        return min(at, self.last)

    def statement_stops(self, at: int) -> bool:
        """Whether the full stop after atom ``at`` ends a statement: at a sentence's end, or where a head opens."""
        after = at + 1
        if after >= self.last:
            return True
        opens = self.words.kinds[after] == "WORD" and self.head(after) is not None
        return opens or ends_sentence(self.words, at, self.known)

    def opens(self, at: int, book: bool) -> bool:
        """Whether another statement opens at atom ``at``, after a comma or an "and" or with nothing before it."""
        words = self.words
        kind = words.kinds[at]
        if kind == "(":
            inside = words.close.get(at)
            return inside is not None and head_at(words, at + 1, inside, self.known) is not None
        after = at
        while after < self.last and words.lower[after] in JOINTS and after < at + 2:
            after += 1
        if after == at and not ((words.is_small(at) or words.lower[at + 1 : at + 2] == ["by"]) and self.is_opener(at)):
            return False
        if after == at and self.known.languages.whole(words, at - 1, at):
            return False  # "from the French translation of the Vietnamese original"
        if words.kinds[at] == "," and self.opens_book(after):
            return True
        head = self.head(after)
        if head is None or (after == at and not self.is_strict(head)):
            return False
        return not (book and self.is_role(head))

    def opens_book(self, at: int) -> bool:
        """Whether a publication opens after a comma in a statement: ``, in "The Tapes" (Cambridge: …)``."""
        words = self.words
        return at + 1 < self.last and words.lower[at] == "in" and words.kinds[at + 1] == "QUOTATION"

    def is_strict(self, head: Head) -> bool:
        """Whether a head with no sign before it is one: ``… slightly revised``, ``… with permission of``."""
        kinds = {verb[0] for verb in head.verbs}
        if kinds & {"revised", "permitted"}:
            return True
        after = self.words.lower[head.end] if head.end < self.last else ""
        return after in ("by", "for", "from", "at", "of") and "other" not in kinds

    def is_role(self, head: Head) -> bool:
        """Whether a head is a role in a book: an imprint, a page or a volume follows before anything ends."""
        if not {verb[0] for verb in head.verbs} <= ROLES:
            return False
        words = self.words
        index = head.end
        while index < self.last and words.kinds[index] != ";":
            if words.kinds[index] == "(" and imprint_at(words, index, self.known):
                return True
            part = self.known.parts.find(words, index, self.last) if words.is_small(index) else None
            if part and part[1] in ("volume", "pages") and part[0] < self.last and words.kinds[part[0]] == "NUMBER":
                return True
            if index > head.end and not self.in_book(index, index) and self.opens(index, False):
                return False
            if ends_sentence(words, index, self.known):
                return index + 1 < self.last and imprint_at(words, index + 1, self.known) > 0
            index += 1
        return False

    def source(self, first: int) -> int:
        """Where the source ends that begins at ``first``."""
        words = self.words
        at = first
        while at < self.last:
            if words.lower[at] in self.known.turns:
                after = self.turned(first, at)
                if after is None:
                    return at
                at = words.close.get(after, after)
            at += 1
            if words.dotted[at - 1] and self.ends_at_stop(first, at - 1):
                return at
        return min(at, self.last)

    def turned(self, first: int, at: int) -> int | None:
        """After which atom a source goes on that begins at ``first``, where a sign or a word at ``at`` may end it; or
        None where it does.
        """
        words = self.words
        word = words.lower[at]
        if word == "." or (word == ";" and self.ends_at_semicolon(at)):
            return None
        if at == first:
            return at
        if word == "and" and self.opens_in_book(at + 1):
            return None  # "RGANI, f. 5, and in Weber, Works (London: Cape, 1999)"
        if word == "," and self.leads_on(at + 1) and self.is_archival(first, at):
            return None  # "RGANI, f. 5, in Jan Weber, Works, p. 3"
        if word in self.known.beginnings and not self.in_book(first, at) and self.opens(at, False):
            own = self.is_books_own(first, at)
            return min(own, self.last - 1) if own else None
        return at

    def opens_in_book(self, at: int) -> bool:
        """Whether an "in" stands ``at``, and a book with an imprint after it."""
        return at < len(self.words) and self.words.lower[at] == "in" and self.in_book(at + 1, at + 1)

    def leads_on(self, at: int) -> bool:
        """Whether an "in" and a name stand ``at``: what an archive has, is not in it."""
        words = self.words
        if at + 1 >= self.last or words.lower[at] != "in":
            return False
        after = at + 1 + (words.kinds[at + 1] == ":")  # "in: Jan Weber"
        named = after < self.last and words.is_small(at) and words.is_capital(after)
        return named and label_at(words, after, self.last, self.known) is None

    def is_books_own(self, first: int, at: int) -> int:
        """Where a role after a comma ends that is a book's: no archive is named, and it is an editor's, or pages
        follow; or 0.
        """
        words = self.words
        after = at
        while words.lower[after] in JOINTS:
            after += 1
        head = self.head(after)
        if head is None or words.kinds[at] != "," or not {verb[0] for verb in head.verbs} <= ROLES:
            return 0
        if self.is_archival(first, at):
            return 0
        return head.end if {verb[0] for verb in head.verbs} == {"edited"} or self.is_role(head) else 0

    def ends_at_semicolon(self, at: int) -> bool:
        """Whether a semicolon ends a source: not before a label or a number, with which the locator goes on."""
        words = self.words
        after = at + 1
        if after >= self.last:
            return True
        if words.kinds[after] == "NUMBER":
            listed = words.kinds[at - 1] in ("NUMBER", "BRACKET") and is_sheet(words, after)  # "ll. 5; 7-9"
            return not listed and words.kinds[min(after + 1, self.last - 1)] != ")"
        return label_at(words, after, self.last, self.known) is None

    def ends_at_stop(self, first: int, at: int) -> bool:
        """Whether the full stop after atom ``at`` ends a source.

        Not before a label or a number, with which the locator goes on, nor before an item of the source; not in a book.
        """
        words, known = self.words, self.known
        after = at + 1
        if after >= self.last:
            return True
        if words.kinds[after] == ";" or self.in_book(first, after):
            return False
        if words.kinds[after] == "WORD" and self.head(after):
            return True
        if not ends_sentence(words, at, known) or words.kinds[after] in "(:,":
            return False
        if words.kinds[after] == "QUOTATION" and not self.is_archival(first, after):
            return False  # "Weber, Anna. "The Letter." …": an author's name
        if words.word(at)[-2:-1] == "-" and words.word(at)[-1].isalpha():
            return False  # "XIX-J-1-j. Korea": a mark that ends in a letter
        if counted_at(words, at, self.last, known) or words.kinds[after] in ("NUMBER", "BRACKET"):
            return False
        if label_at(words, after, self.last, known) and not self.opens_archive(after):
            return False
        if any(map(str.isdigit, words.lower[after])) and words.kinds[after] == "WORD":
            return False
        return not (words.lower[after] in known.items and self.is_archival(first, after))

    def opens_archive(self, at: int) -> bool:
        """Whether an archive's acronym stands ``at``."""
        return self.known.acronyms.find(self.words, at, self.last) is not None


def cut(words: Words, first: int, last: int, known: Vocabulary) -> list[Piece]:
    """The pieces of a tail.

    >>> from .vocabulary import vocabulary
    >>> words = Words("RGANI; f. 5; op. 49. Obtained by X and translated by Y; quoth zzxy")
    >>> [words.text_of(piece.first, piece.last) for piece in cut(words, 0, len(words), vocabulary())]
    ['RGANI; f. 5; op. 49', 'Obtained by X', 'translated by Y', 'quoth zzxy']
    """
    return Cut(words, first, last, known).pieces()
