"""Published sources: who wrote and edited what, in what, where and when it appeared, and on which pages."""

from re import Match
from typing import Any

from ..model.citation import PublishedSource
from .found import Found
from .grammar import Pattern

#: The parts of a published source, in the order in which they are tried.
PARTS = "IN QUOTED IMPRINT OPEN_IMPRINT EDITED_BY EDITED TRANSLATED_BY TRANSLATOR VOLUME NUMBER PAGES TEXT REST".split()
GROUPS = "place publisher year undated issue open_place open_publisher open_year quoted"

Place = tuple[int, int]

PART = Pattern("publication", *PARTS, groups=GROUPS)
SIGN = Pattern("publication", "SIGN")
WEAK_SIGN = Pattern("publication", "WEAK_SIGN")
ISSUE_SIGN = Pattern("publication", "ISSUE_SIGN")
YEARS = Pattern("publication", "YEARS")
GAP = Pattern("publication", "GAP")
IMPRINT = Pattern("publication", "IMPRINT")
DATE = Pattern("date", "DATE", groups="full")
NAMES = Pattern("publication", "NAMES")
NAME_JOIN = Pattern("publication", "NAME_JOIN")
ODD = Pattern("publication", "ODD")
ODD_START = Pattern("publication", "ODD_START")


def read_publication(text: str, start: int, end: int, sign: Pattern = SIGN) -> Found[PublishedSource] | None:
    """The published source that ``text`` names from ``start`` to ``end``, or None if nothing tells that it is one.

    With ``WEAK_SIGN`` a volume, an editor or a page is enough, with ``ISSUE_SIGN`` a journal's number; with ``SIGN``
    only an imprint is: ``(Moscow: Novosti, 1995)``.

    >>> read_publication("Zhizn i Reformy (Moscow: Novosti, 1995)", 0, 39).value.publisher
    'Novosti'
    """
    if not sign.search(text, start, end) or (sign is WEAK_SIGN and ODD_START.match(text, start, end)):
        return None
    return publication(text, start, end)


def publication(text: str, start: int, end: int) -> Found[PublishedSource]:
    """The published source that ``text`` is from ``start`` to ``end``."""
    parts = Parts(text, start, end)
    parts.read()
    found = {"text": Found(text[start:end], start, end), **parts.found}
    values: dict[str, Any] = {
        key: tuple(one.value for one in item) if isinstance(item, list) else item.value for key, item in found.items()
    }
    return Found(PublishedSource(**values), start, end, found, None, parts.unread)


class Parts:
    """The parts of one published source, as they are read. Words wait until what follows tells what they are."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.found: dict[str, Any] = {}
        self.unread: list[Place] = []
        self.waiting: list[Place] = []
        self.editing = False
        self.contained = False
        self.numbered = False

    def read(self) -> None:
        """Reads all parts."""
        imprint = IMPRINT.search(self.text, self.start, self.end)
        at = self.start
        while at < self.end:
            if skipped := GAP.match(self.text, at, self.end):
                at = skipped.end()
            elif self.waiting and (span := YEARS.match(self.text, at, self.end)):
                self.widen(span.end())
                at = span.end()
            elif (date := self.date(at)) and not (imprint and at < imprint.start()):
                self.settle()
                self.put("year", date)
                at = date[1]
            elif date and self.waiting:
                self.widen(date[1])
                at = date[1]
            else:
                match = PART.match(self.text, at, self.end)
                assert match is not None  # REST takes whatever is no gap
                self.take(match)
                at = match.end()
        self.settle()

    def widen(self, end: int) -> None:
        """Gives the words that wait the years after them, and none after those: ``Documents, 1961-1963, Vol. 2``."""
        self.waiting[-1] = (self.waiting[-1][0], end)
        if self.text.startswith(", ", end):
            self.settle()

    def date(self, at: int) -> Place | None:
        """Where a date stands that is a part of its own, as a newspaper's: ``Pravda, 5 May 1962, p. 3``."""
        date = DATE.match(self.text, at, self.end)
        return date.span() if date and (date.end() == self.end or self.text[date.end()] in ",.;") else None

    def take(self, match: Match[str]) -> None:
        """Takes one part."""
        kind, place = match.lastgroup, match.span()
        if kind in ("TEXT", "REST") and not self.editing:
            self.waiting.append(place)
        elif kind in ("TEXT", "REST"):
            self.add("editors", [place])
        elif kind == "EDITED":
            self.add("editors", self.waiting)
            self.waiting = []
        elif kind == "TRANSLATOR":
            self.unread += [*self.waiting, place]
            self.waiting = []
        elif kind == "QUOTED":
            self.add("authors", self.waiting)
            self.waiting = []
            self.rename()
            self.put("container_title" if "title" in self.found else "title", match.span("quoted"))
        else:
            self.settle()
            self.numbered = False
            self.take_after_title(match)
        self.editing = kind == "EDITED_BY"

    def take_after_title(self, match: Match[str]) -> None:
        """Takes a part that ends what waits."""
        kind = match.lastgroup or ""
        if kind == "IN":
            self.contained = "title" in self.found
        elif kind == "IMPRINT":
            for group in ("place", "publisher"):
                if match[group]:
                    self.put(group, match.span(group))
            if match["undated"]:
                self.unread.append(match.span("undated"))
            else:
                self.put("year", (match.start("issue" if match["issue"] else "year"), match.end("year")))
        elif kind == "OPEN_IMPRINT":
            for group in ("place", "publisher", "year"):
                self.put(group, match.span(f"open_{group}"))
        elif kind in ("VOLUME", "NUMBER"):
            self.put("volume", match.span())
            self.numbered = "title" in self.found and "container_title" not in self.found
        elif kind == "PAGES":
            pages = self.found.pop("pages", None)
            joined = pages and self.text[pages.end : match.start()] == ", "
            self.put("pages", (pages.start if joined else match.start(), match.end()))
            if pages and not joined:
                self.unread.append((pages.start, pages.end))
        elif kind == "TRANSLATED_BY":
            # The translator is the book's, and a book has no field for one.
            self.unread.append(match.span())

    def settle(self) -> None:
        """Settles what the words that wait are: the last is a title, names before it are its authors up to an "and"."""
        if not self.waiting:
            return
        odd = [ODD.fullmatch(self.text, *place) is not None for place in self.waiting]
        left = odd.count(False)
        authors: list[Place] = []
        complete = "editors" in self.found
        first = len(odd) - 1
        for index, place in enumerate(self.waiting[:-1]):
            if odd[index] and left:
                self.unread.append(place)
            elif odd[index] or complete or not NAMES.fullmatch(self.text, *place):
                first = index
                break
            else:
                authors.append(place)
                complete = self.text.endswith(" and ", 0, place[0]) or NAME_JOIN.search(self.text, *place) is not None
                left -= 1
        if odd[first] and len(authors) > 1 and not complete:
            # The last of several authors has an "and" before it: in "Jan Novak, Collected Notes, qwert" there is one.
            authors.pop()
            first -= 1
        self.add("authors", authors)
        if not odd[first]:
            self.rename()
        field = "container_title" if "title" in self.found or self.contained else "title"
        self.put(field, (self.waiting[first][0], self.waiting[-1][1]))
        self.waiting = []

    def rename(self) -> None:
        """Makes the title of a volume's series its container: ``Foreign Relations, Volume XIV, Berlin Crisis``."""
        if self.numbered and "container_title" not in self.found and not self.contained:
            self.found["container_title"] = self.found.pop("title")
            self.numbered = False

    def put(self, field: str, place: Place) -> None:
        """Gives ``field`` its value, once."""
        if field in self.found:
            self.unread.append(place)
        else:
            self.found[field] = Found(self.text[slice(*place)], *place)

    def add(self, field: str, places: list[Place]) -> None:
        """Adds each of the names that stand at ``places``."""
        for start, end in places:
            at = start
            for join in NAME_JOIN.finditer(self.text, start, end):
                if at < join.start():
                    self.found.setdefault(field, []).append(Found(self.text[at : join.start()], at, join.start()))
                    at = join.end()
            self.found.setdefault(field, []).append(Found(self.text[at:end], at, end))
