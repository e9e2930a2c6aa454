"""Publications cut into runs, and what tells that a source is one: an imprint, a role, a volume, a page."""

from .labels import Label
from .runs import Cutter, Run, is_year, is_years
from .vocabulary import Vocabulary
from .words import Words

#: Signs that end a run of a publication: a title may hold a colon.
SIGNS = ",;"


def year_at(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether atom ``at`` is what ends an imprint: a year, a bracketed one, or a word for none (``n.d.``)."""
    kind = words.kinds[at]
    if kind == "BRACKET":
        return is_years(words.word(at)[1:-1])
    return (kind == "NUMBER" and is_years(words.word(at))) or known.undated.starts(words.lower[at])


def imprint_at(words: Words, at: int, known: Vocabulary) -> int:
    """Where the year of the imprint stands that opens ``at``: ``(Moscow: Novosti, 1995)``, ``(Boston, 1996)``; or 0, as
    in ``(The Geneva Conference of 1954)``.

    >>> from .vocabulary import vocabulary
    >>> texts = ("(Moscow: Mysl, 2005)", "(Conference of 1954)", "(1996)")
    >>> [imprint_at(Words(text), 0, vocabulary()) for text in texts]
    [5, 0, 0]
    """
    close = words.close.get(at, 0)
    if close - at < 4:
        return 0
    year = close - 1
    if words.lower[year] in ("d", "press"):  # "n.d.", "in press"
        year -= 1
    bare = words.kinds[year - 1] == ":" and known.cities.whole(words, at + 1, year - 1)  # "(Ottawa: 1996)"
    if not (bare or words.kinds[year - 1] == ",") or not year_at(words, year, known) or not words.is_capital(at + 1):
        return 0
    if words.lower[at + 1] in known.months and words.kinds[at + 2] == "NUMBER":
        return 0  # "(June 21, 1963)"
    if any(word in known.theses for word in words.lower[at:close]):
        return 0  # "(PhD diss., Troy University, 1999)"
    # "(The Northern Question, 1918-1938)" is a gloss on a title: without a colon a place has one year.
    return year if ":" in words.kinds[at:close] or len(words.word(year)) <= len("[1996]") else 0


def date_in(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether the parenthesis that opens ``at`` holds a year or an issue's date alone: ``(1996)``, ``(Fall 1993)``."""
    close = words.close.get(at, 0)
    if close - at not in (2, 3, 4, 5) or not year_at(words, close - 1, known):
        return False
    named = False
    for i in range(at + 1, close - 1):
        dated = words.lower[i] in known.months or words.lower[i] in known.around_date
        named = named or dated
        if not dated and words.kinds[i] not in ("NUMBER", ",", "/", "-", "–"):
            return False
    return named or close - at in (2, 3)


def open_imprint(words: Words, run: Run, known: Vocabulary) -> int:
    """The index of the colon in a run that opens an imprint without parentheses: ``Beijing: Wenxian``; or 0."""
    found = known.cities.find(words, run.first, run.last)
    return found[0] if found and found[0] < run.last - 1 and words.kinds[found[0]] == ":" else 0


def open_imprint_at(words: Words, at: int, end: int, known: Vocabulary) -> int:
    """Where the year stands of an imprint without parentheses that opens ``at``: ``London: Macdonald, 1971``; or 0."""
    found = known.cities.find(words, at, end)
    if found is None or found[0] >= end or words.kinds[found[0]] != ":":
        return 0
    for index in range(found[0] + 1, min(found[0] + 8, end - 1)):
        if words.kinds[index] == ",":
            return index + 1 if year_at(words, index + 1, known) else 0
        if words.kinds[index] in (";", "(", ":"):
            return 0
    return 0


def part_label(words: Words, at: int, end: int, known: Vocabulary) -> Label | None:
    """The label that stands ``at`` in a publication: of a volume, an issue, an item or pages, with its number."""
    found = known.parts.find(words, at, end)
    if found is None or found[0] >= end or (at and known.papers.find(words, at - 1, end)):
        return None  # "Briefing Book 12" is a paper
    stop, part = found
    number = words.word(stop)
    roman = number.isupper() and set(number) <= set("IVXLC") and not words.touches_stop(stop)
    if words.kinds[stop] == "NUMBER" or roman or (part == "pages" and number[:1].isupper() and number[1:].isdecimal()):
        return Label(part, stop, stop)
    return None


class BookCutter(Cutter):
    """Cuts a publication: its labels are others, and a role (``eds.``, ``translated by``) is a run by itself."""

    def whole(self, at: int) -> int:
        """Takes what is a run by itself."""
        role = self.known.roles.find(self.words, at, self.end)
        if role and (self.words.kinds[at] == "(" or not self.words.is_capital(at) or self.fresh(role[0])):
            return self.add(Run("role", at, role[0], self.before, role[1]))
        if et_al := self.known.et_al.find(self.words, at, self.end):
            return self.add(Run("et_al", at, et_al[0], self.before))
        return super().whole(at)

    def fresh(self, last: int) -> bool:
        """Whether a role with a capital stands where one may: at the start of a sentence, a name after it."""
        return not self.open and last < self.end and self.words.is_capital(last)

    def sign(self, at: int) -> int:
        """Takes a sign; a colon is one where no title goes on with it: ``(Summer 2010): 45-67``."""
        volume = self.open and self.made[-1].level == "volume"  # "vol. 3: The Crisis"
        if self.words.kinds[at] == ":" and (volume or not self.open):
            self.close(":")
            return at + 1
        return super().sign(at)

    def more_sheets(self, at: int) -> int:
        """Takes one more number of a row of pages."""
        if not self.open or self.made[-1].level != "pages":
            return 0
        after = at + 1 + (self.words.lower[at + 1 : at + 2] == ["and"])
        joined = self.words.kinds[at] == "," or self.words.lower[at] == "and"
        number = joined and after < self.end and self.words.kinds[after] == "NUMBER"
        return self.extend(after + 1) if number and not is_years(self.words.word(after)) else 0


def book_runs(words: Words, first: int, last: int, known: Vocabulary) -> list[Run]:
    """The runs of a publication.

    >>> from .vocabulary import vocabulary
    >>> words = Words("Weber, eds. Rule, Vol. 2 (London: Cape, 1980) 268")
    >>> [run.kind for run in book_runs(words, 0, len(words), vocabulary())]
    ['words', 'role', 'words', 'labelled', 'enclosed', 'words']
    """
    cutter = BookCutter(words, last, known, part_label, SIGNS)
    return cutter.cut(first)


def is_periodical(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether a run of words names a journal or a newspaper, by one of its words."""
    return known.periodicals.within(words, first, last)


def is_work(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether a run of words names a book or a series by one of its words: ``Documents``, ``Works``, ``Diary``."""
    return any(words.lower[at] in known.works for at in range(first, last))


def is_paper(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether a run of words names a series of working papers."""
    return known.papers.within(words, first, last)


def is_date(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether a run of words is a date: a month or a season with numbers, or a year."""
    month = number = False
    for at in range(first, last):
        word = words.lower[at]
        number = number or words.kinds[at] == "NUMBER"
        if word in known.months or word in known.around_date or word.rpartition("-")[2] in known.months:
            month = True  # "1946-February 1950" is two atoms
        elif words.kinds[at] != "NUMBER" and word not in ("-", "–", "—", "of", "to"):
            return False
    year = words.word(first)
    return (month and number) or (last - first == 1 and (is_years(year) or is_year(year[:4])))
