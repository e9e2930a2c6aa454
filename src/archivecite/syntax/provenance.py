"""Provenance: the statements on how a document came to be published."""

from collections.abc import Iterator
from re import Match
from typing import Any, NamedTuple

from ..model.citation import Agent, Provenance, ProvenanceKind
from ..model.unchecked import unchecked
from .date import read_date
from .found import Found
from .grammar import Pattern
from .language import read_language
from .publication import publication

#: The kinds, and what makes a statement that has none of its own.
KINDS = (
    "original permitted obtained provided held contributed transcribed compiled translated edited revised declassified "
    "reprinted"
)
#: What a statement says after its head, in the order in which it is tried.
CLAUSES = "FROM_LANGUAGE FROM IN_PLACE BY TO FOR QUALIFIER OF JOIN INSTITUTION AFFILIATION PERSON WORDS REST".split()
GROUPS = "language qualifier in"
ROLES = {"BY": "agents", "TO": "recipients", "FOR": "on_behalf_of"}

Place = tuple[int, int]

HEAD = Pattern("provenance", "HEAD")
VERB = Pattern("provenance", "VERB", groups=KINDS)
IN_COLON = Pattern("provenance", "IN_COLON")
IN_LANGUAGE = Pattern("provenance", "IN_LANGUAGE", groups="printed_in")
AND_IN = Pattern("provenance", "AND_IN")
AND_MORE = Pattern("provenance", "AND_MORE")
CLAUSE = Pattern("provenance", *CLAUSES, groups=GROUPS)
ON = Pattern("provenance", "ON")
DATE = Pattern("date", "DATE", groups="full")
PLACED = Pattern("place", "PLACED")
JOIN = Pattern("provenance", "JOIN")

new_agent = unchecked(Agent)
new_provenance = unchecked(Provenance)


def read_provenance(text: str, start: int, end: int) -> list[Found[Provenance]]:
    """The statements that ``text`` makes from ``start`` to ``end``: one for each verb at its head.

    >>> [found.value.kind for found in read_provenance("obtained and translated by NHK", 0, 30)]
    ['obtained', 'translated']
    """
    head = HEAD.match(text, start, end)
    stop = head.end() if head else start
    # A verb may have to look at the words after the head: "copy at the National …", "copy in the possession of".
    near = min(stop + len(" in the poss"), end)
    kinds: list[ProvenanceKind] = []
    at = start
    while at < stop and (verb := VERB.search(text, at, near)) and verb.start() < stop:
        kind: Any = verb.lastgroup
        at = verb.end()
        if kind != "original" and kind not in kinds:
            kinds.append(kind)
    if not kinds:
        words = Found(text[start:end], start, end)
        return [Found(new_provenance("other", text=words.value), start, end, {"text": words})]
    if kinds == ["reprinted"] and (opened := IN_COLON.match(text, stop, end)):
        return list(read_reprints(text, start, opened.start(), end))
    statement = Statement(text, end)
    statement.read(stop)
    return statement.found(kinds, start)


def read_reprints(text: str, start: int, at: int, end: int) -> Iterator[Found[Provenance]]:
    """A reprint for each publication: ``Reprinted in …, Vol. 14, and in …``"""
    low = start
    for join in (*AND_IN.finditer(text, at, end), None):
        high = join.start() if join else end
        parts: dict[str, Found[Any]] = {"text": Found(text[low:high], low, high)}
        title = IN_COLON.match(text, at, high)
        unread: list[Place] = []
        if title and title.end() < high:
            # "Published in Russian in …": a publication has no field for its language.
            language = IN_LANGUAGE.match(text, title.end(), high)
            unread = [language.span("printed_in")] if language else []
            parts["publication"] = publication(text, (language or title).end(), high)
        values: dict[str, Any] = {key: part.value for key, part in parts.items()}
        yield Found(new_provenance("reprinted", **values), low, high, parts, None, unread)
        low = at = join.end() if join else end


class Name(NamedTuple):
    """A name in a statement: what it looks like, where it and its qualifier stand, what joins it to the one before."""

    kind: str
    place: Place
    qualifier: Place | None
    joined: str


def read_agents(text: str, names: list[Name], listed: bool) -> list[Found[Agent]]:
    """Each agent of a row of names. A comma parts two agents where an "and" comes later: ``A, B, and C``. Else an
    institution after a comma is the affiliation of the person before it, or goes on with an institution's name:
    ``Institute for Contemporary History, Academy of Sciences``.
    """
    agents: list[Name] = []
    listed = listed or any(name.joined == "and" for name in names)
    for name in names:
        last = agents[-1] if agents else None
        belongs = name.kind in ("INSTITUTION", "AFFILIATION")
        if not last or listed or not belongs or last.qualifier or name.joined != ",":
            agents.append(name)
        elif last.kind != "INSTITUTION":
            agents[-1] = last._replace(qualifier=(name.place[0], (name.qualifier or name.place)[1]))
        elif name.kind == "INSTITUTION" and text[last.place[1] : name.place[0]] == ", ":
            agents[-1] = name._replace(place=(last.place[0], name.place[1]), joined=last.joined)
        else:
            agents.append(name)
    return [read_agent(text, name) for name in agents]


def read_agent(text: str, name: Name) -> Found[Agent]:
    """One agent with its qualifier."""
    start, end = name.place
    words = text[start:end]
    parts = {"name": Found(words, start, end)}
    if name.qualifier is None:
        return Found(new_agent(words), start, end, parts)
    low, high = name.qualifier
    parts["qualifier"] = Found(text[low:high], low, high)
    return Found(new_agent(words, text[low:high]), start, high, parts)


class Statement:
    """The clauses of one statement, as they are read."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.names: dict[str, list[Name]] = {"agents": [], "recipients": []}
        self.places: dict[str, Place] = {}
        self.unread: list[Place] = []
        self.role = ""
        self.joined = ""
        self.of = False

    def read(self, at: int) -> None:
        """Reads the clauses from ``at`` on."""
        text, end = self.text, self.end
        while at < end:
            if text[at] == " " and not text.startswith((" and ", " & "), at):
                at += 1
            elif stop := self.when_or_where(at):
                at, self.joined, self.of = stop, "", False
            elif match := CLAUSE.match(text, at, end):
                self.take(match.lastgroup or "", match)
                at = match.end()
            else:
                self.unread.append((at, end))
                return

    def when_or_where(self, at: int) -> int:
        """Takes the date or the place that stands ``at``, after a comma, "in" or "on"; where it ends, or 0."""
        if self.text.startswith(("by ", "to ", "for "), at):
            return 0  # as neither begins
        on = ON.match(self.text, at, self.end)
        if not (on or self.joined or not self.role):
            return 0
        low = on.end() if on else at
        for field, pattern in (("date", DATE), ("place", PLACED)):
            if match := pattern.match(self.text, low, self.end):
                self.put(field, match.span())
                return match.end()
        return 0

    def take(self, kind: str, match: Match[str]) -> None:
        """Takes one clause."""
        place = match.span()
        if kind == "JOIN":
            self.joined = "," if match.group().startswith(",") and "and" not in match.group() else "and"
            return
        if kind == "OF" and self.role and not self.of:
            self.of = True
            return
        if kind == "FROM_LANGUAGE":
            self.put("from_language", match.span("language"))
        elif kind == "IN_PLACE":
            self.put("place", match.span("in"))
        elif kind in ROLES or kind == "OF":
            self.role = ROLES.get(kind) or self.role or "agents"
        elif kind in ("INSTITUTION", "AFFILIATION", "PERSON", "WORDS"):
            self.take_name(kind, place)
        elif kind != "QUALIFIER" or not self.qualified(match.span("qualifier")):
            self.unread.append(place)
        self.joined, self.of = "", False

    def take_name(self, kind: str, place: Place) -> None:
        """Takes a name, by the word that opened its clause: an agent's, a recipient's, a client's, an affiliation."""
        if self.of and self.qualified(place):
            return
        if self.role == "on_behalf_of":
            client = self.places.get(self.role)
            join = client and JOIN.match(self.text, client[1], self.end)
            if client and join and join.end() == place[0]:
                # "for CWIHP/NKIDP" has one client, as printed.
                self.places[self.role] = (client[0], place[1])
            else:
                self.put(self.role, place)
        elif self.role not in self.names:
            self.unread.append(place)
        elif kind != "WORDS" or self.joined or not self.names[self.role]:
            self.names[self.role].append(Name(kind, place, None, self.joined))
        elif not self.widened(place):
            self.unread.append(place)

    def put(self, field: str, place: Place) -> None:
        """Gives ``field`` its place, once."""
        if field in self.places:
            self.unread.append(place)
        else:
            self.places[field] = place

    def qualified(self, place: Place) -> bool:
        """Gives the last name its qualifier, if it has none yet; a client keeps it: ``for … Project (NKIDP)``."""
        if self.role == "on_behalf_of" and (client := self.places.get(self.role)) and client[1] + 2 == place[0]:
            self.places[self.role] = (client[0], place[1] + 1)
            return True
        names = self.names.get(self.role)
        if not names or names[-1].qualifier:
            return False
        names[-1] = names[-1]._replace(qualifier=place)
        return True

    def widened(self, place: Place) -> bool:
        """Takes words that follow an acronym at once for a part of the name: ``NHK television``."""
        names = self.names[self.role]
        start, end = names[-1].place
        if not self.text[start:end].isupper() or self.text[end : place[0]] != " ":
            return False
        names[-1] = names[-1]._replace(place=(start, place[1]))
        return True

    def found(self, kinds: list[ProvenanceKind], start: int) -> list[Found[Provenance]]:
        """The statement, once for each of ``kinds``."""
        text, end = self.text, self.end
        words = text[start:end]
        parts: dict[str, Any] = {"text": Found(words, start, end), "agents": [], "recipients": []}
        values: dict[str, Any] = {"text": words}
        # "…, and qwert", which is none of this statement: a row of names with something odd for the last.
        more = AND_MORE.match(text, end)
        listed = more is not None and not HEAD.match(text, more.end())
        for role, names in self.names.items():
            if names:
                parts[role] = agents = read_agents(text, names, listed and role == self.role)
                values[role] = tuple([agent.value for agent in agents])
        for field, (low, high) in self.places.items():
            printed = text[low:high]
            value: Any = printed
            inner = None
            if field == "from_language":
                value, inner = read_language(printed), {"name": Found(printed, low, high)}
            elif field == "date":
                value, inner = read_date(printed), {"text": Found(printed, low, high)}
            parts[field] = Found(value, low, high, inner)
            values[field] = value
        return [Found(new_provenance(kind, **values), start, end, parts, None, self.unread) for kind in kinds]
