"""The bits of tokens that the runs of a publication make, one bit for each part, and what is asked of both."""

from .book import date_in, is_date, is_periodical
from .loop import Token
from .person import is_day
from .runs import Run, is_year, is_years
from .vocabulary import Vocabulary
from .words import Words

Bit = list[Token]


class Bits:
    """The ``runs`` of one publication and the ``bits`` made of them; ``titled`` is the index of the run after the
    title, ``imprinted`` says whether there is an imprint in parentheses anywhere.
    """

    def __init__(self, words: Words, runs: list[Run], known: Vocabulary, imprinted: bool) -> None:
        self.words = words
        self.runs = runs
        self.known = known
        self.imprinted = imprinted
        self.bits: list[Bit] = []
        self.titled = -1

    def odd(self, start: int, end: int) -> None:
        """Adds what is in no part: it is unread."""
        self.bits.append([Token("ODD", start, end)])

    def level(self, index: int) -> str:
        """The level of run ``index``; nothing where there is no such run."""
        return self.runs[index].level if index < len(self.runs) else ""

    def follows_title(self, index: int) -> bool:
        """Whether run ``index`` follows the title, which may go on with it."""
        return self.titled == index and bool(self.bits) and self.bits[-1][-1].type == "TITLE"

    def numbered_before(self) -> bool:
        """Whether a volume stands before, on whose years a parenthesis is: ``vol. 1 (1944-48)``."""
        return bool(self.bits) and self.bits[-1][-1].type in ("VOLUME", "ISSUE")

    def is_town(self, index: int) -> bool:
        """Whether run ``index`` is the town of a newspaper, which no list need know: it stands before a day."""
        run = self.runs[index]
        capitals = all(map(self.words.is_capital, range(run.first, run.last)))
        return index == 1 and capitals and run.last - run.first <= 3 and is_day(self.words, self.runs, 2, self.known)

    def quotes(self, index: int) -> bool:
        """Whether a part's title in quotation marks follows run ``index``, whose author it then names."""
        return index + 1 < len(self.runs) and self.runs[index + 1].kind == "quoted" and self.titled != index

    def paged_by_colon(self, index: int) -> bool:
        """Whether pages follow a colon, before which a number is a volume's: ``Journal 12 (1991): 45-60``."""
        return index < len(self.runs) and self.runs[index].before == ":"

    def widen(self, index: int, end: int) -> None:
        """Lets the title go on up to ``end``."""
        self.bits[-1][-1] = self.bits[-1][-1]._replace(end=end)
        self.titled = index + 1

    def dated(self, index: int) -> bool:
        """Whether run ``index`` is a date in parentheses."""
        run = self.runs[index] if index < len(self.runs) else None
        return run is not None and run.kind == "enclosed" and date_in(self.words, run.first, self.known)

    def dates(self, index: int) -> bool:
        """Whether run ``index`` is a date: a newspaper's day."""
        run = self.runs[index] if index < len(self.runs) else None
        return run is not None and run.kind == "words" and is_date(self.words, run.first, run.last, self.known)

    def periodical(self, index: int) -> bool:
        """Whether run ``index`` names a journal or a newspaper."""
        run = self.runs[index]
        return is_periodical(self.words, run.first, run.last, self.known)

    def year_after(self, index: int) -> tuple[int, int]:
        """The atom of the year that ends run ``index``, or is the next one, and the run after it; or twice nothing."""
        words, run = self.words, self.runs[index]
        if is_year(words.word(run.last - 1)):
            return run.last - 1, index + 1
        if self.level(index + 1) == "number" and is_years(words.word(self.runs[index + 1].first)):
            return self.runs[index + 1].first, index + 2
        return 0, 0

    def is_aside(self, run: Run) -> bool:
        """Whether a run is no title and no part of one: ``second edition``, ``5 vols.``, a town alone."""
        words, known = self.words, self.known
        if words.is_small(run.first) and words.lower[run.first] in known.subjects:
            return True
        if known.around_date.issuperset(words.lower[run.first : run.last]):
            return True  # "Sunday"
        if not self.bits:
            return known.cities.whole(words, run.first, run.last) is not None
        counted = known.parts.whole(words, run.first + 1, run.last) == "volume"
        return counted or (words.lower[run.last - 1] in known.editions and run.last - run.first <= 3)

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of the ``kinds`` stands before."""
        return any(token.type in kinds for bit in self.bits for token in bit)
