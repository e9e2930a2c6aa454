"""Sources in archives: the tree of ``source.lark`` to a value."""

from collections.abc import Set as AbstractSet
from typing import Any, cast

from attrs import evolve

from ..model.citation import ArchivalSource, LocatorPart, Repository, Source
from ..model.unchecked import unchecked
from .found import Found
from .loop import Node, Token
from .runs import is_years
from .vocabulary import Vocabulary
from .words import folded

#: The century before which nobody's papers begin.
OLDEST = "18"

#: What stands before a step, and in all of its locator: levels, labels, and ``code``.
Beside = tuple[AbstractSet[str], AbstractSet[str]]

new_repository = unchecked(Repository)
new_locator_part = unchecked(LocatorPart)
new_archival_source = unchecked(ArchivalSource)


def read_archival(
    text: str, tree: Node, start: int, end: int, unread: list[tuple[int, int]], known: Vocabulary
) -> Found[Source]:
    """The source that a tree of ``source.lark`` is, whatever part of it is missing."""
    fields: dict[str, Found[str]] = {}
    for node in (*tree.nodes("repository"), *tree.nodes("place")):
        read_repository(text, node, fields, unread)
    steps = [step.children[0] for step in tree.nodes("step")]
    located = read_steps(text, steps, final_of(tree), known)
    located += [new_part(text, "item", None, item.start, item.end) for item in tree.nodes("item")]
    framed = min((node.start for node in tree.nodes("repository")), default=-1)
    located = [as_item(part, step, framed) for part, step in zip(located, [*steps, *tree.nodes("item")], strict=True)]
    located.sort(key=lambda part: part.start)
    return new_source(text, fields, located, start, max(end, tree.end), unread)


def as_item(part: Found[LocatorPart], step: Node, framed: int) -> Found[LocatorPart]:
    """A step; a title in quotation marks before the repository is an item's: the document's own."""
    titled = (
        step.type == "unlabelled" and part.end < framed and any(value.tokens("QUOTED") for value in step.nodes("value"))
    )
    return Found(evolve(part.value, level="item"), part.start, part.end, part.parts) if titled else part


def new_source(
    text: str,
    fields: dict[str, Found[str]],
    locator: list[Found[LocatorPart]],
    start: int,
    end: int,
    unread: list[tuple[int, int]],
) -> Found[Source]:
    """An archival source of what was found for its repository and its locator."""
    inner: dict[str, Any] = {"text": Found(text[start:end], start, end), "locator": locator}
    repository = None
    if fields:
        repository = new_repository(**{key: found.value for key, found in fields.items()})
        places = fields.values()
        low, high = min(found.start for found in places), max(found.end for found in places)
        inner["repository"] = Found(repository, low, high, fields)
    value = new_archival_source(repository, tuple([part.value for part in locator]), text=text[start:end])
    return Found(value, start, end, inner, None, unread)


def read_repository(text: str, node: Node, fields: dict[str, Found[str]], unread: list[tuple[int, int]]) -> None:
    """Adds what a node says of the repository, each field once."""
    for child in node.children:
        if isinstance(child, Node):
            read_repository(text, child, fields, unread)
            continue
        field = {"ARCHIVE": "name", "ACRONYM": "acronym", "PLACE": "place"}[child.type]
        if field in fields:
            unread.append((child.start, child.end))
        else:
            fields[field] = Found(text[child.start : child.end], child.start, child.end)


def is_code(text: str, step: Node | Token) -> bool:
    """Whether a step is a mark without a label: ``FCO 66/290``, beside which ``f. 23`` is a folio; no ``copy no 2``."""
    return (
        isinstance(step, Node)
        and step.type == "unlabelled"
        and not text[step.start].islower()
        and any(value.tokens("NUMBER") for value in step.nodes("value"))
    )


def read_steps(text: str, steps: list[Node | Token], final: int, known: Vocabulary) -> list[Found[LocatorPart]]:
    """The steps, each read with what stands before it and with all that the locator has."""
    own = [beside_of(text, step) for step in steps]
    everything = frozenset().union(*own)
    before: set[str] = set()
    located = []
    for step, words in zip(steps, own, strict=True):
        if isinstance(step, Node):
            located.append(read_step(text, step, (before, everything), step.start >= final, known))
        before |= words
    return located


def beside_of(text: str, step: Node | Token) -> set[str]:
    """What a step is for the labels beside it: its level and its label, or ``code``."""
    words = {"code"} if is_code(text, step) else set()
    for token in step.children if isinstance(step, Node) else ():
        if isinstance(token, Token) and token.type in ("LABEL", "COUNT_LABEL"):
            words |= {token.reading, folded(text[token.start : token.end])}
    return words


def final_of(tree: Node) -> int:
    """From where on no step stands but pages, sheets and places: only there is a bare ``41-62`` pages."""
    final = tree.end + 1
    for part in reversed(tree.children):
        inner = part.children[0] if isinstance(part, Node) and part.type == "step" else part
        paged = isinstance(inner, Node) and (
            inner.type in ("listed", "place")
            or any(label.reading in ("document", "item") for label in inner.tokens("LABEL"))
            or any(value.tokens("PAGES") for value in inner.nodes("value"))
        )
        if not paged:
            break
        final = part.start
    return final


def read_step(text: str, step: Node, beside: Beside, final: bool, known: Vocabulary) -> Found[LocatorPart]:
    """One step: its level by its label and by what stands beside it, or by its value."""
    labels = step.tokens("LABEL") or step.tokens("COUNT_LABEL")
    values = step.nodes("value") or [step]
    tokens = [child for child in values[0].children if isinstance(child, Token) and child not in labels]
    start, end = tokens[0].start, tokens[-1].end
    if not labels:
        return new_part(text, level_of(text[start:end], tokens[0], final), None, start, end)
    label = labels[0]
    value = text[start:end]
    level = level_beside(folded(text[label.start : label.end]), label.reading, value, beside, known)
    return new_part(text, level, (label.start, label.end), start, end)


def level_of(value: str, token: Token, final: bool) -> str:
    """The level of a step without a label: a year, pages at the end, a name without digits but years, or a mark."""
    if token.type == "YEAR" and len(value) == 4:
        return "year"
    if token.type == "PAGES" and final:
        return "page"
    words = value.replace(",", " ").split()
    digits = any(any(map(str.isdigit, word)) and not is_years(word.strip("()")) for word in words)
    old = value[-4:].isdecimal() and value[-4:-2] < OLDEST  # "AS 1589" is a mark
    return "shelfmark" if digits or old or token.type == "URL" else "name"


def level_beside(label: str, level: str, value: str, beside: Beside, known: Vocabulary) -> str:
    """The level of a label: by the kind of value where it has two, and by the steps before it, or anywhere beside it.

    >>> from .vocabulary import vocabulary
    >>> [level_beside("p.", "page", value, ({"opis"}, {"opis"}), vocabulary()) for value in ("72", "12-18")]
    ['papka', 'page']
    """
    before, everything = beside
    several = any(sign in value for sign in "-–—") and value[:1].isdigit()
    for row in known.beside.get(label, ()):
        ranged = row.range == "any" or (row.range == "only") == several
        near = not row.near or row.near & everything
        if ranged and near and row.with_ & before and not row.but & everything:
            return row.level
    levels = known.ambiguous.get(label)
    return levels[1 - several] if levels else level


def new_part(text: str, level: str, label: tuple[int, int] | None, start: int, end: int) -> Found[LocatorPart]:
    """A step of the locator, with its places."""
    places = {"value": Found(text[start:end], start, end)}
    low, high = min(start, label[0]) if label else start, max(end, label[1]) if label else end
    printed = None
    if label:
        printed = text[label[0] : label[1]]
        places["label"] = Found(printed, *label)
    return Found(new_locator_part(cast(Any, level), places["value"].value, printed), low, high, places)
