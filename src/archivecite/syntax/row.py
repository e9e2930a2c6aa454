"""The row of a publication's parts: its runs to tokens, one bit of tokens for each part."""

from .bits import Bit, Bits
from .book import date_in, imprint_at, is_paper, is_work, open_imprint
from .imprint import imprint_tokens, open_imprint_tokens
from .loop import Token
from .person import after_role, authors_of, before_role, is_day, is_edition, is_gloss, is_person, names_in
from .printed import end_of, unquoted
from .runs import Run, is_year, is_years
from .vocabulary import Vocabulary
from .words import Words

#: The token of a labelled part.
PARTS = {"volume": "VOLUME", "book": "VOLUME", "issue": "ISSUE", "item": "NUMBERED", "pages": "PAGES"}

#: Words before a publication that belong to no title.
OPENERS = ("in", "from", "see")


class Row(Bits):
    """The runs of one publication on their way to tokens: one bit of tokens for each part."""

    def __init__(self, words: Words, runs: list[Run], known: Vocabulary) -> None:
        imprinted = any(
            imprint_at(words, run.first, known) if run.kind == "enclosed" else open_imprint(words, run, known)
            for run in runs
        )
        super().__init__(words, [numbered(words, run) for run in runs if not is_opener(words, run)], known, imprinted)

    def tokens(self) -> list[Token]:
        """The tokens of all bits, with one separator between two."""
        index = authors_of(self.words, self.runs, self.known)
        if index:
            self.persons(self.runs[:index], [], [])
        while index < len(self.runs):
            index = self.role(index) or self.surname(index) or self.part(index)
        tokens: list[Token] = []
        for bit in self.bits:
            if tokens and bit[0].type != "ODD":
                tokens.append(Token("_SEP", bit[0].start, bit[0].start))
            tokens += bit
        return tokens

    def surname(self, index: int) -> int:
        """Takes a single word before a title: an author, or a part of the title (``Novak, Letters``); or gives 0."""
        words, runs = self.words, self.runs
        if index or len(runs) < 2 or runs[0].last - runs[0].first > 1 or runs[1].before != ",":
            return 0
        named = all(run.kind == "words" and not run.level and words.is_capital(run.first) for run in runs[:2])
        titled = self.periodical(0) or is_work(words, runs[0].first, runs[0].last, self.known)
        titled = titled or words.word(runs[0].first).isupper()  # "DBPO, Series III" is nobody's
        if titled or not named or self.dates(1) or is_day(words, runs, 2, self.known):
            return 0
        self.odd(words.starts[runs[0].first], words.stop(runs[0].first))
        return 1

    def role(self, index: int) -> int:
        """Takes names with their role: those before it, or the role and those after it; where that ends, or 0."""
        runs = self.runs
        at = index
        while at < len(runs) and (runs[at].kind in ("words", "et_al") or is_gloss(self.words, runs, at)):
            at += 1
        if at == len(runs) or runs[at].kind != "role":
            return 0
        role = runs[at]
        if is_edition(self.words, runs, at):
            if at > index + 1:
                return 0
            self.odd(self.words.starts[runs[index].first], self.words.stop(role.last - 1))
            return at + 1
        mark = Token(
            "_ED" if role.level.startswith("editor") else "_TRANS",
            self.words.starts[role.first],
            self.words.ends[role.last - 1],
        )
        if role.level.endswith("after") and before_role(self.words, runs, at, self.known) == index < at:
            self.persons(runs[index:at], [], [mark])
            return at + 1
        if at > index:
            return 0
        last = after_role(self.words, runs, at, self.known)
        opener = mark._replace(type="_EDITED_BY" if mark.type == "_ED" else "_TRANSLATED_BY")
        if last > at + 1:
            self.persons(runs[at + 1 : last], [opener], [])
        return last

    def persons(self, runs: list[Run], before: Bit, after: Bit) -> None:
        """Adds a bit of persons."""
        bit: Bit = []
        words = self.words
        for first, last in names_in(words, [run for run in runs if run.kind == "words"], self.known):
            if bit:
                bit.append(Token("_AND", self.words.starts[first], self.words.starts[first]))
            initial = last < len(words) and words.is_initial(last - 1)  # "Novak, J. (eds.)"
            end = words.stop(last - 1) if initial else end_of(words, last, self.known)
            bit.append(Token("PERSON", words.starts[first], end))
        bit += [Token("ODD", words.starts[run.first], words.stop(run.last - 1)) for run in runs if run.kind != "words"]
        self.bits.append([*before, *bit, *after])

    def part(self, index: int) -> int:
        """Takes one part that names no person; gives the index after it."""
        run = self.runs[index]
        words = self.words
        start, end = words.starts[run.first], end_of(words, run.last, self.known)
        if run.kind == "quoted":
            self.bits.append([Token("QUOTED", *unquoted(words, run.first))])
        elif run.kind == "enclosed":
            self.enclosed(index)
        elif run.kind == "labelled":
            return self.labelled(index)
        elif run.kind == "words":
            return self.plain(index)
        else:
            self.odd(start, end)
        return index + 1

    def labelled(self, index: int) -> int:
        """Takes a volume with its books, an issue, an item, or pages."""
        words, run = self.words, self.runs[index]
        last = index + 1
        if run.level in ("volume", "book"):
            while last < len(self.runs) and self.runs[last].level == "book" and self.runs[last].before in (",", ""):
                last += 1
        label = Token("_LABEL", words.starts[run.first], words.stop(run.label - 1))
        # after its imprint a book's "no." is a document's
        level = "item" if run.level == "issue" and self.has("_IMPRINT") else run.level
        value = Token(PARTS[level], words.starts[run.value], end_of(words, self.runs[last - 1].last, self.known))
        series = level == "issue" and self.bits and self.bits[-1][-1].type == "SERIES"
        if series:
            self.bits[-1] += [label, value]
        else:
            self.bits.append([label, value])
        return last

    def enclosed(self, index: int) -> None:
        """Takes what stands in parentheses: an imprint, a date, a gloss on the title, or nothing that is known."""
        words, run, known = self.words, self.runs[index], self.known
        opening = Token("LPAR", words.starts[run.first], words.ends[run.first])
        closing = Token("RPAR", words.starts[run.last - 1], words.ends[run.last - 1])
        if year := imprint_at(words, run.first, known):
            inner = imprint_tokens(words, run.first + 1, year, run.last - 1, known)
            self.bits.append([opening._replace(type="_IMPRINT"), *inner, closing])
        elif date_in(words, run.first, known) and not (self.imprinted and self.numbered_before()):
            date = Token("DATE", words.starts[run.first + 1], words.ends[run.last - 2])
            self.bits.append([opening, date, closing])
        elif run.before == "" and self.follows_title(index):
            if known.cities.whole(words, run.first + 1, run.last - 1) and is_day(words, self.runs, index + 1, known):
                self.bits.append([opening, Token("PLACE", opening.end, closing.start), closing])
            else:
                self.widen(index, closing.end)
        else:
            self.odd(opening.end, closing.start)

    def plain(self, index: int) -> int:
        """Takes a run of words without a label: a title as a rule; a number, a date, a place, a series."""
        words, run, known = self.words, self.runs[index], self.known
        start, end = words.starts[run.first], end_of(words, run.last, known)
        if run.level == "number":
            self.number(index, start, end)
        elif self.is_aside(run):
            self.odd(start, end)
        elif stop := self.date(index):
            return stop
        elif self.numbered_before() and is_years(words.word(run.first)):
            self.odd(start, end)  # "Tap 31, 1970 [Collected Documents, Volume 31]"
        elif after := self.open_imprint(index) or self.town(index):
            return after
        elif self.quotes(index) and is_person(words, run.first, run.last, known):
            self.persons([run], [], [])
        elif is_paper(words, run.first, run.last, known):
            self.series(run, start, end)
        elif self.has("TITLE", "QUOTED") and self.has("_IMPRINT", "DATE", "YEAR"):
            self.odd(start, end)  # "The Long War (London: Cape, 1999), chap. 3"
        elif self.follows_title(index):
            town = known.cities.whole(words, run.first, run.last)
            if (town and (self.periodical(index - 1) or self.dates(index + 1))) or self.is_town(index):
                self.bits.append([Token("PLACE", start, end)])
            elif any(not words.is_small(at) for at in range(run.first, run.last)):
                self.widen(index, end)
            else:
                self.odd(start, end)  # "The Letters, at p. 5"
        elif self.quotes(index) and run.last - run.first == 1 and not self.periodical(index):
            self.odd(start, end)  # "Weber, "The Letter"": an author, or a journal
        else:
            self.title(index, start, end)
        return index + 1

    def title(self, index: int, start: int, end: int) -> None:
        """Takes a title; the number that ends a journal's, before its date, is its issue: ``Bulletin 8-9 (1996)``."""
        words, run = self.words, self.runs[index]
        last = run.last - 1
        issued = self.level(index + 1) == "issue"
        if last == run.first or words.kinds[last] != "NUMBER" or not self.numbers(index, issued):
            self.bits.append([Token("TITLE", start, end)])
            self.titled = index + 1
            return
        both = words.kinds[last - 1] == ":" and words.kinds[last - 2] == "NUMBER"  # "Cold War History 12:3 (2012)"
        self.bits.append([Token("TITLE", start, words.ends[last - 3 if both else last - 1])])
        if both:
            volume = words.starts[last - 2]
            self.bits.append([Token("_LABEL", volume, volume), Token("VOLUME", volume, words.ends[last - 2])])
        number = Token("ISSUE", words.starts[last], words.ends[last])
        if is_year(words.word(last)):
            self.bits.append([number._replace(type="DATE")])
        elif issued or self.paged_by_colon(index + 2):
            self.bits.append([Token("_LABEL", end, end), number._replace(type="VOLUME")])
        else:
            self.bits.append([number])

    def numbers(self, index: int, issued: bool) -> bool:
        """Whether the number that ends run ``index`` is a journal's: its issue follows, or its date does after the name
        of a journal or after an article's title.
        """
        article = index > 0 and self.runs[index - 1].kind == "quoted"
        return issued or (
            self.dated(index + 1) and (article or self.periodical(index) or self.paged_by_colon(index + 2))
        )

    def series(self, run: Run, start: int, end: int) -> None:
        """Takes a series of working papers, with its number: ``CWIHP Working Paper 22``."""
        words, last = self.words, run.last - 1
        if last > run.first and words.kinds[last] == "NUMBER":
            issue = Token("ISSUE", words.starts[last], words.ends[last])
            self.bits.append([Token("SERIES", start, words.ends[last - 1]), issue])
        else:
            self.bits.append([Token("SERIES", start, end)])

    def number(self, index: int, start: int, end: int) -> None:
        """Takes a number that stands alone: years after a title, a year of publication, or pages."""
        text = self.words.text[start:end]
        titled = self.follows_title(index)
        issued = self.level(index + 1) == "issue"
        if is_years(text) and titled and not (is_year(text) and (issued or self.periodical(index - 1))):
            self.widen(index, end)
        elif is_years(text) and is_year(text[:4]) and not (self.bits and self.bits[-1][-1].type == "RPAR"):
            dated = self.imprinted or any(bit[-1].type == "YEAR" for bit in self.bits)
            self.bits.append([Token("ODD" if dated else "DATE", start, end)])  # after an imprint or a date are pages
        elif titled and self.dated(index + 1):
            self.bits.append([Token("ISSUE", start, end)])  # "Bulletin, 12-13 (Fall 2001)"
        elif self.bits:
            paged = any(run.level == "pages" for run in self.runs)
            self.bits.append([Token("ODD" if paged else "PAGES", start, end)])
        else:
            self.title(index, start, end)

    def date(self, index: int) -> int:
        """Takes a date: the publication's own where it has no imprint; else one that its volume covers; or gives 0."""
        words, runs = self.words, self.runs
        run = runs[index]
        if not self.bits or not self.dates(index):
            return 0
        last = index + 1
        while self.dates(last) and runs[last].before == ",":
            last += 1
        start, end = words.starts[run.first], end_of(words, runs[last - 1].last, self.known)
        if self.imprinted and self.follows_title(index):
            self.widen(last - 1, end)
        else:
            # "Foreign Relations, Volume II, Zenda, January-June 1965": what a volume covers
            covered = self.imprinted or (self.bits[-1][-1].type == "TITLE" and self.has("VOLUME"))
            self.bits.append([Token("ODD" if covered else "DATE", start, end)])
        return last

    def open_imprint(self, index: int) -> int:
        """Takes an imprint without parentheses: ``Beijing: Wenxian, 1988``; where the next run is, or 0."""
        words, run = self.words, self.runs[index]
        colon = open_imprint(words, run, self.known)
        if not colon:
            return 0
        year, after = self.year_after(index)
        self.bits.append(open_imprint_tokens(words, run, colon, year, self.known))
        return after or index + 1

    def town(self, index: int) -> int:
        """Takes an imprint that has no publisher: ``Warszawa 1998``, ``London, 1998``; where the next run is, or 0."""
        words, run = self.words, self.runs[index]
        found = self.known.cities.find(words, run.first, run.last) if self.has("TITLE", "QUOTED") else None
        year, after = self.year_after(index)
        if found is None or not year or not is_year(words.word(year)) or found[0] < min(year, run.last):
            return 0
        self.bits.append([Token("PLACE", words.starts[run.first], words.ends[found[0] - 1])])
        self.bits.append([Token("DATE", words.starts[year], words.ends[year])])
        return after


def is_opener(words: Words, run: Run) -> bool:
    """Whether a run is a word before a title, and nothing else: the ``in`` of ``in "The Tapes"``."""
    return run.kind == "words" and run.last - run.first == 1 and words.lower[run.first] in OPENERS


def numbered(words: Words, run: Run) -> Run:
    """A run of words whose ``level`` says that it is a number, or begins where its opening word ends."""
    first = run.first
    if run.kind != "words":
        return run
    if words.lower[first] in OPENERS and first + 1 < run.last:
        first += 1 + (words.kinds[first + 1] == ":")
    single = run.last - first == 1 and words.kinds[first] == "NUMBER"
    return run._replace(first=first, value=first, level="number" if single else "")
