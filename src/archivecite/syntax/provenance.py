"""Provenance: the statements on how a document came to be published."""

from typing import Any

from ..model.citation import Agent, Provenance
from .date import read_date
from .found import Found
from .grammar import terminals
from .language import read_language

KINDS = (
    "OBTAINED PROVIDED HELD CONTRIBUTED TRANSCRIBED COMPILED TRANSLATED EDITED REVISED DECLASSIFIED REPRINTED PERMITTED"
).split()
CLAUSES = "FROM_LANGUAGE BY TO FOR QUALIFIER OF PLACE DATE AND NAME".split()


def read_provenance(text: str, start: int, end: int) -> list[Found[Provenance]]:
    """The statements that ``text`` makes from ``start`` to ``end``: one for each verb at its head.

    >>> [found.value.kind for found in read_provenance("obtained and translated by NHK", 0, 30)]
    ['obtained', 'translated']
    """
    head = terminals("provenance", "HEAD").match(text, start, end)
    verbs = terminals("provenance", *KINDS)
    stop = head.end() if head else start
    kinds = [(m.lastgroup or "other").lower() for m in verbs.finditer(text, start, stop)] or ["other"]
    found: dict[str, Any] = {"agents": [], "recipients": []}
    unread: list[tuple[int, int]] = []
    at, role, last = stop, "agents", ""
    clause = terminals("provenance", *CLAUSES)
    while at < end:
        if text[at] in " ,":
            sep = clause.match(text, at, end)
            if not sep or sep.lastgroup not in ("AND", "QUALIFIER", "OF"):
                at += 1
                continue
        match = clause.match(text, at, end)
        if not match:
            unread.append((at, end))
            break
        name, (low, at) = match.lastgroup, match.span()
        if name in ("BY", "TO", "FOR"):
            role = {"BY": "agents", "TO": "recipients", "FOR": "on_behalf_of"}[name]
        elif name == "FROM_LANGUAGE":
            low = text.rfind(" ", low, at) + 1
            language = read_language(text[low:at])
            found["from_language"] = Found(language, low, at, {"name": Found(language.name, low, at)})
        elif name == "PLACE":
            found["place"] = Found(text[low:at], low, at)
        elif name == "DATE":
            date = read_date(text[low:at])
            found["date"] = Found(date, low, at, {"text": Found(text[low:at], low, at)})
        elif name == "QUALIFIER" and role != "on_behalf_of" and found[role]:
            with_qualifier(found[role], low + 2, at - 1, text)
            found[role][-1].end = at
        elif name == "OF":
            last = name
            continue
        elif name == "NAME":
            low += 4 if text.startswith("the ", low, at) and at > low + 4 else 0
            if role == "on_behalf_of":
                found[role] = Found(text[low:at], low, at)
            elif last == "OF" and found[role]:
                with_qualifier(found[role], low, at, text)
                found[role][-1].end = at
            else:
                agent = Agent(text[low:at])
                found[role].append(Found(agent, low, at, {"name": Found(agent.name, low, at)}))
        last = name or ""
    values = {key: tuple(f.value for f in v) if isinstance(v, list) else v.value for key, v in found.items()}
    values["on_behalf_of"] = values.get("on_behalf_of")
    return [
        Found(
            Provenance(kind, text=text[start:end], **values),
            start,
            end,
            {"text": Found(text[start:end], start, end), **found},
            None,
            unread,
        )
        for kind in kinds
    ]


def with_qualifier(agents: list[Found[Agent]], start: int, end: int, text: str) -> None:
    """Gives the last of ``agents`` its qualifier."""
    agent = agents[-1]
    name = (agent.parts or {})["name"]
    value = Agent(agent.value.name, text[start:end])
    agents[-1] = Found(value, agent.start, end, {"name": name, "qualifier": Found(text[start:end], start, end)})
