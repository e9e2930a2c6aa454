"""Provenance: the statements on how a document came to be published."""

from itertools import takewhile
from typing import Any, NamedTuple

from ..model.citation import Agent, Provenance
from .date import read_date
from .found import Found
from .grammar import terminals
from .language import read_language
from .publication import publication

#: The kinds by their verbs, in the order in which the verbs are tried.
KINDS = (
    "ORIGINAL PERMITTED OBTAINED PROVIDED HELD CONTRIBUTED TRANSCRIBED COMPILED TRANSLATED EDITED REVISED DECLASSIFIED REPRINTED"
).split()
#: What a statement says after its head, in the order in which it is tried.
CLAUSES = "FROM_LANGUAGE IN_PLACE BY TO FOR QUALIFIER OF JOIN INSTITUTION PERSON WORDS REST".split()
GROUPS = "language qualifier in"
ROLES = {"BY": "agents", "TO": "recipients", "FOR": "on_behalf_of"}

Place = tuple[int, int]


def read_provenance(text: str, start: int, end: int) -> list[Found[Provenance]]:
    """The statements that ``text`` makes from ``start`` to ``end``: one for each verb at its head.

    >>> [found.value.kind for found in read_provenance("obtained and translated by NHK", 0, 30)]
    ['obtained', 'translated']
    """
    head = terminals("provenance", "HEAD").match(text, start, end)
    stop = head.end() if head else start
    verbs = takewhile(lambda verb: verb.start() < stop, terminals("provenance", *KINDS).finditer(text, start, end))
    kinds = [(verb.lastgroup or "").lower() for verb in verbs]
    kinds = [kind for kind in dict.fromkeys(kinds) if kind != "original"]
    if not kinds:
        words = Found(text[start:end], start, end)
        return [Found(Provenance("other", text=words.value), start, end, {"text": words})]
    if kinds == ["reprinted"] and (opened := terminals("provenance", "IN").match(text, stop + 1, end)):
        return list(read_reprints(text, start, opened.end() + 1, end))
    statement = Statement(text, end)
    statement.read(stop)
    return [statement.found(kind, start) for kind in kinds]


def read_reprints(text: str, start: int, at: int, end: int) -> Any:
    """A reprint for each publication: ``Reprinted in …, Vol. 14, and in …``"""
    joins = [join.span() for join in terminals("provenance", "AND_IN").finditer(text, at, end)]
    for (low, title), high in zip(
        [(start, at), *((join, join + 3) for _, join in joins)], [*(low for low, _ in joins), end], strict=True
    ):
        while title < high and text[title] in " :,":
            title += 1
        found = publication(text, title, high) if title < high else None
        value = Provenance("reprinted", publication=found.value if found else None, text=text[low:high])
        parts = {"text": Found(value.text, low, high)}
        yield Found(value, low, high, parts | ({"publication": found} if found else {}))


class Name(NamedTuple):
    """A name in a statement: what it looks like, where it and its qualifier stand, and what joins it to the one before."""

    kind: str
    place: Place
    qualifier: Place | None
    joined: str


def read_agents(text: str, names: list[Name]) -> list[Found[Agent]]:
    """Each agent of a row of names. A comma parts two agents where an "and" comes later: ``A, B, and C``. Else an
    institution after a comma is the affiliation of the person before it, or goes on with an institution's name:
    ``Institute for Contemporary History, Academy of Sciences``.
    """
    agents: list[Name] = []
    listed = any(name.joined == "and" for name in names)
    for name in names:
        last = agents[-1] if agents else None
        if not last or listed or name.kind != "INSTITUTION" or last.qualifier or name.joined != ",":
            agents.append(name)
        elif last.kind == "PERSON":
            agents[-1] = last._replace(qualifier=(name.place[0], (name.qualifier or name.place)[1]))
        elif text[last.place[1] : name.place[0]] == ", ":
            agents[-1] = name._replace(place=(last.place[0], name.place[1]), joined=last.joined)
        else:
            agents.append(name)
    return [read_agent(text, name) for name in agents]


def read_agent(text: str, name: Name) -> Found[Agent]:
    """One agent with its qualifier."""
    parts = {"name": Found(text[slice(*name.place)], *name.place)}
    if name.qualifier:
        parts["qualifier"] = Found(text[slice(*name.qualifier)], *name.qualifier)
    agent = Agent(**{key: part.value for key, part in parts.items()})
    return Found(agent, name.place[0], (name.qualifier or name.place)[1], parts)


class Statement:
    """The clauses of one statement, as they are read."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.names: dict[str, list[Name]] = {"agents": [], "recipients": []}
        self.places: dict[str, Place] = {}
        self.unread: list[Place] = []

    def read(self, at: int) -> None:
        """Reads the clauses from ``at`` on."""
        clause = terminals("provenance", *CLAUSES, groups=GROUPS)
        text, end = self.text, self.end
        role, joined, after_of = "", "", False
        while at < end:
            if text[at] == " " and not text.startswith((" and ", " & "), at):
                at += 1
                continue
            if joined or not role or text.startswith(("in ", "on "), at):
                on = terminals("provenance", "ON").match(text, at, end)
                low = on.end() if on else at
                if match := terminals("date", "DATE").match(text, low, end):
                    self.put("date", match.span())
                elif (joined or on or not role) and (match := terminals("place", "PLACED").match(text, low, end)):
                    self.put("place", match.span())
                if match:
                    at, joined, after_of = match.end(), "", False
                    continue
            match = clause.match(text, at, end)
            if match is None:
                self.unread.append((at, end))
                return
            kind, (low, at) = match.lastgroup or "", match.span()
            if kind == "JOIN":
                joined = "," if text[low] == "," and "and" not in match.group() else "and"
                continue
            if kind == "FROM_LANGUAGE":
                self.put("from_language", match.span("language"))
            elif kind == "IN_PLACE":
                self.put("place", match.span("in"))
            elif kind in ROLES:
                role, joined = ROLES[kind], ""
            elif kind == "QUALIFIER" and self.qualified(role, match.span("qualifier")):
                pass
            elif kind == "OF" and role and not after_of:
                after_of = True
                continue
            elif kind == "OF":
                role = role or "agents"
            elif kind in ("INSTITUTION", "PERSON", "WORDS"):
                if after_of and self.qualified(role, (low, at)):
                    pass
                elif role == "on_behalf_of":
                    self.put(role, (self.places.pop(role)[0] if joined == "and" and role in self.places else low, at))
                elif role in self.names and not joined and kind == "WORDS" and self.widened(role, low, at):
                    pass
                elif role in self.names and (joined or not self.names[role] or kind != "WORDS"):
                    self.names[role].append(Name(kind, (low, at), None, joined))
                else:
                    self.unread.append((low, at))
            else:
                self.unread.append((low, at))
            joined, after_of = "", False

    def put(self, field: str, place: Place) -> None:
        """Gives ``field`` its place, once."""
        if field in self.places:
            self.unread.append(place)
        else:
            self.places[field] = place

    def qualified(self, role: str, place: Place) -> bool:
        """Gives the last name its qualifier, if it has none yet."""
        names = self.names.get(role)
        if not names or names[-1].qualifier:
            return False
        names[-1] = names[-1]._replace(qualifier=place)
        return True

    def widened(self, role: str, start: int, end: int) -> bool:
        """Takes words that follow an acronym at once for a part of the name: ``NHK television``."""
        names = self.names[role]
        if not names or not self.text[slice(*names[-1].place)].isupper() or self.text[names[-1].place[1] : start] != " ":
            return False
        names[-1] = names[-1]._replace(place=(names[-1].place[0], end))
        return True

    def found(self, kind: str, start: int) -> Found[Provenance]:
        """The statement of that ``kind``."""
        text = self.text
        parts: dict[str, Any] = {"text": Found(text[start : self.end], start, self.end)}
        for role, names in self.names.items():
            parts[role] = read_agents(text, names)
        for field, place in self.places.items():
            printed = text[slice(*place)]
            if field == "from_language":
                language = read_language(printed)
                parts[field] = Found(language, *place, {"name": Found(printed, *place)})
            elif field == "date":
                parts[field] = Found(read_date(printed), *place, {"text": Found(printed, *place)})
            else:
                parts[field] = Found(printed, *place)
        values = {
            key: tuple(item.value for item in part) if isinstance(part, list) else part.value
            for key, part in parts.items()
        }
        return Found(Provenance(kind, **values), start, self.end, parts, None, self.unread)
