"""Statements of provenance: the trees of ``provenance.lark`` to values."""

from typing import Any, cast

from ..model.citation import Agent, Provenance
from ..model.date import Date
from ..model.language import Language
from ..model.unchecked import unchecked
from .clauses import Clauses
from .found import Found
from .head import Head
from .loop import Node, Parse, Token, parse, tables
from .name import place_at
from .printed import end_of
from .publication import read_publication, value_of
from .runs import is_year
from .vocabulary import Vocabulary
from .words import Words

new_agent = unchecked(Agent)
new_date = unchecked(Date)
new_language = unchecked(Language)
new_statement = unchecked(Provenance)

Place = tuple[int, int]


def read_provenance(words: Words, first: int, last: int, head: Head, known: Vocabulary) -> list[Found[Provenance]]:
    """The statements that a head and its clauses make: one for each verb."""
    start, end = words.starts[first], end_of(words, last, known)
    kinds = [kind for kind, _, _ in head.verbs]
    if kinds == ["other"]:
        return [other(words.text, start, end)]
    if is_reprint(words, last, head, known):
        return read_reprints(words, first, last, head, known)
    parsed = parse_statement(words, head, last, known)
    if parsed.tree is None:
        return [other(words.text, start, end)]
    return read_statement(words.text, parsed.tree, start, end, parsed.unread)


def parse_statement(words: Words, head: Head, last: int, known: Vocabulary) -> Parse:
    """The tree of a statement."""
    return parse(tables("provenance", "statement"), Clauses(words, head, last, known).read(head.end))


def is_reprint(words: Words, last: int, head: Head, known: Vocabulary) -> bool:
    """Whether the statement says where a publication has the document, and nothing else."""
    return [kind for kind, _, _ in head.verbs] == ["reprinted"] and publication_at(words, head.end, last, known) > 0


def other(text: str, start: int, end: int) -> Found[Provenance]:
    """A statement whose kind is not known: its words alone."""
    words = Found(text[start:end], start, end)
    return Found(new_statement("other", text=words.value), start, end, {"text": words})


def publication_at(words: Words, at: int, last: int, known: Vocabulary) -> int:
    """Where the publication begins before which an "in" stands at atom ``at`` (``Reprinted in the Works``,
    ``Published in: Works``); or 0: no place is one, nor what somebody did somewhere (``in Moscow by Novosti``).
    """
    if at + 1 >= last or words.lower[at] not in ("in", "from"):
        return 0
    after = at + 1 + (words.kinds[at + 1] == ":" or words.lower[at + 1] == "the")
    if after >= last or words.is_small(after):
        return 0
    town = place_at(words, after, last, known)
    if town and (town == last or words.kinds[town] == ","):
        return 0
    stop = after + 1
    while stop < last and words.is_capital(stop):
        stop += 1
    did = stop < last and words.lower[stop] == "by"
    dated = stop + 2 == last and words.lower[stop] == "in" and is_year(words.word(stop + 1))
    return 0 if did or dated else after


def read_reprints(words: Words, first: int, last: int, head: Head, known: Vocabulary) -> list[Found[Provenance]]:
    """A reprint for each publication: ``Reprinted in …, Vol. 14, and in …``"""
    found: list[Found[Provenance]] = []
    for low, high in parse_reprints(words, last, head, known)[1]:
        found.append(read_reprint(words, low if found else first, low, high, known))
    return found


def parse_reprints(words: Words, last: int, head: Head, known: Vocabulary) -> tuple[Parse, list[Place]]:
    """The tree of a statement on reprints, and where each of its publications stands, its "in" included."""
    places = {words.starts[low]: (low, high) for low, high in publications(words, head.end, last)}
    tokens = [Token("VERB", words.starts[low], words.ends[high - 1], kind) for kind, low, high in head.verbs]
    for start, (_, high) in places.items():
        tokens.append(Token("_IN" if start == words.starts[head.end] else "_NEXT", start, start))
        tokens.append(Token("PUBLICATION", start, end_of(words, high, known)))
    parsed = parse(tables("provenance", "reprint"), tokens)
    return parsed, [places[token.start] for token in parsed.tree.tokens("PUBLICATION")] if parsed.tree else []


def read_reprint(words: Words, first: int, low: int, high: int, known: Vocabulary) -> Found[Provenance]:
    """The reprint that begins at atom ``first``, its "in" at ``low``."""
    text = words.text
    start, end = words.starts[first], end_of(words, high, known)
    parts: dict[str, Any] = {"text": Found(text[start:end], start, end), "agents": []}
    after, unread = book_at(words, low, high, known)
    if publication := read_publication(words, after, high, known):
        parts["publication"] = publication
    else:
        unread.append((words.starts[after], end))
    values: dict[str, Any] = {key: value_of(part) for key, part in parts.items()}
    return Found(new_statement("reprinted", **values), start, end, parts, None, unread)


def book_at(words: Words, low: int, high: int, known: Vocabulary) -> tuple[int, list[Place]]:
    """Where the publication begins whose "in" is at ``low``, and what stands between them that is not read."""
    after = publication_at(words, low, high, known) or low + 1
    language = known.languages.find(words, after, high)
    if language and language[0] + 1 < high and words.lower[language[0]] == "in":
        # "Published in Russian in …"
        return language[0] + 1, [(words.starts[after], words.ends[language[0] - 1])]
    return after, []


def publications(words: Words, at: int, last: int) -> list[Place]:
    """Where each publication stands, its "in" included: the next one opens with ``and in`` or ``; in``."""
    found: list[Place] = []
    for index in range(at + 2, last - 1):
        if words.lower[index] == "in" and words.lower[index - 1] in ("and", ";"):
            high = index - 1
            if words.kinds[high - 1] in ",;":
                high -= 1
            if high > at + 1:
                found.append((at, high))
                at = index
    return [*found, (at, last)]


def read_statement(text: str, tree: Node, start: int, end: int, unread: list[Place]) -> list[Found[Provenance]]:
    """The statement once for each of its verbs, whatever clause of it is missing."""
    parts: dict[str, Any] = {"text": Found(text[start:end], start, end), "agents": [], "recipients": []}
    kinds: list[str] = []
    for clause, children in tree.children:
        if clause == "verbs":
            kinds += [token.reading for token in children if token.reading != "other"]
            unread += [(token.start, token.end) for token in children if token.reading == "other"]
        elif clause == "agents":
            parts["agents"] += [read_agent(text, agent) for agent in children]
        elif clause in AGENTS:
            parts[AGENTS[clause]] += [read_agent(text, agent) for agent in children[0].children]
        elif clause == "from_language":
            parts.setdefault("from_languages", []).extend(found_language(text, token) for token in children)
        else:
            field, token = CLAUSES[clause], children[0]
            if field in parts:
                unread.append((token.start, token.end))
            else:
                parts[field] = read_clause(text, clause, token)
    values: dict[str, Any] = {key: value_of(found) for key, found in parts.items()}
    return [found_statement(kind, kinds, values, parts, (start, end), unread) for kind in kinds]


def found_statement(
    kind: str, kinds: list[str], values: dict[str, Any], parts: dict[str, Any], place: Place, unread: list[Place]
) -> Found[Provenance]:
    """One of the statements that share a text; of several things done only a translation is from a language."""
    if kind != "translated" and "translated" in kinds and "from_languages" in parts:
        values = {key: value for key, value in values.items() if key != "from_languages"}
        parts = {key: part for key, part in parts.items() if key != "from_languages"}
    return Found(new_statement(cast(Any, kind), **values), *place, parts, None, unread)


#: The field of each clause that names persons, and of each that says one thing.
AGENTS = {"by": "agents", "to": "recipients"}
CLAUSES = {"on_behalf_of": "on_behalf_of", "in_place": "place", "on_date": "date"}


def read_clause(text: str, clause: str, token: Token) -> Found[Any]:
    """What a clause of one token says: a client, a place, or a date, whose EDTF is the token's reading."""
    printed = Found(text[token.start : token.end], token.start, token.end)
    if clause != "on_date":
        return printed
    return Found(new_date(printed.value, token.reading or None), token.start, token.end, {"text": printed})


def found_language(text: str, token: Token) -> Found[Any]:
    """A language by its printed name."""
    name = text[token.start : token.end]
    return Found(
        new_language(name, token.reading), token.start, token.end, {"name": Found(name, token.start, token.end)}
    )


def read_agent(text: str, node: Node) -> Found[Agent]:
    """One agent, with its qualifier."""
    name, *rest = node.children
    words = text[name.start : name.end]
    parts = {"name": Found(words, name.start, name.end)}
    if not rest:
        return Found(new_agent(words), name.start, name.end, parts)
    qualifier = text[rest[0].start : rest[0].end]
    parts["qualifier"] = Found(qualifier, rest[0].start, rest[0].end)
    return Found(new_agent(words, qualifier), name.start, rest[0].end, parts)
