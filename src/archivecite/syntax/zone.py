"""The zones of a tail that books take up: from where one with an imprint may begin at the earliest to its imprint."""

from bisect import bisect_left

from .book import imprint_at, open_imprint_at
from .head import head_at
from .sign import is_archival_at
from .stop import ends_sentence
from .vocabulary import Vocabulary
from .words import Words

#: What a book has, and a document: whose it is, is to be asked.
ROLES = frozenset({"edited", "translated", "compiled"})


class Zones:
    """Where each book with an imprint may begin at the earliest, and where its imprint stands: from there on back no
    semicolon, no sign of an archive and no statement but the book's own roles.

    >>> from .vocabulary import vocabulary
    >>> words = Words("RGANI, f. 5; Weber, Rule. The Letters (London: Cape, 1980)")
    >>> zones = Zones(words, 0, len(words), vocabulary())
    >>> zones.books, words.text_of(*zones.books[0])
    ([(5, 10)], 'Weber, Rule. The Letters')
    """

    def __init__(self, words: Words, first: int, last: int, known: Vocabulary) -> None:
        self.words = words
        self.last = last
        self.known = known
        self.books: list[tuple[int, int]] = []
        low = first
        stops = [at + 1 for at in words.dots] if ":" in words.kinds else []
        for imprint in sorted({*words.close, *stops}):
            if not first <= imprint < last:
                continue
            if imprint_at(words, imprint, known):
                self.books.append((self.start(low, imprint), imprint))
                low = words.close[imprint]
            elif words.dotted[imprint - 1] and imprint > low and open_imprint_at(words, imprint, last, known):
                self.books.append((self.start(low, imprint), imprint))
                low = imprint
        self.imprints = [imprint for _, imprint in self.books]

    def start(self, low: int, imprint: int) -> int:
        """Where the book with that ``imprint`` may begin at the earliest, after ``low``."""
        words, known = self.words, self.known
        at = edge = imprint
        ended = False
        while at > low and words.kinds[at - 1] != ";" and not is_archival_at(words, at - 1, imprint, known):
            before = at - 1
            opener = words.lower[before] in known.openings
            head = head_at(words, before, self.last, known) if opener else None
            if head:
                if ended or not {verb[0] for verb in head.verbs} <= ROLES:
                    break
                edge = before  # the full stop before a role of the book ends nothing
            ended = ended or (at < edge and ends_sentence(words, before, known))
            at -= 1
        return at

    def holds(self, first: int, at: int) -> bool:
        """Whether atom ``at`` belongs to a book that the piece from ``first`` on may be, its imprint still to come."""
        index = bisect_left(self.imprints, at)
        return index < len(self.books) and self.books[index][0] <= first
