"""Published sources: who wrote and edited what, in what, where and when it appeared, and on which pages."""

from typing import Any

from ..model.citation import PublishedSource
from .found import Found
from .grammar import terminals

PARTS = (
    "IN QUOTED IMPRINT EDITED_BY EDITED TRANSLATED_BY VOLUME NUMBER PAGES TEXT REST"
).split()
GROUPS = "place publisher year issue quoted"


def read_publication(text: str, start: int, end: int, weak: bool = False) -> Found[PublishedSource] | None:
    """The published source that ``text`` names from ``start`` to ``end``, or None if nothing tells that it is one.

    >>> read_publication("Zhizn i Reformy (Moscow: Novosti, 1995)", 0, 39).value.publisher
    'Novosti'
    """
    sign = terminals("publication", "WEAK_SIGN" if weak else "SIGN").search(text, start, end)
    return publication(text, start, end) if sign else None


def publication(text: str, start: int, end: int) -> Found[PublishedSource]:
    """The published source that ``text`` is from ``start`` to ``end``."""
    part, gap = terminals("publication", *PARTS, groups=GROUPS), terminals("publication", "GAP")
    found: dict[str, Any] = {}
    waiting: list[tuple[int, int]] = []
    unread: list[tuple[int, int]] = []
    at, editing, contained = start, False, False
    imprint = terminals("publication", "IMPRINT").search(text, start, end)

    def title() -> None:
        """Settles what the words that wait are: the last is a title, names before it are authors."""
        nonlocal contained
        if not waiting:
            return
        field = "container_title" if "title" in found or contained else "title"
        first = next((n for n, place in enumerate(waiting[:-1]) if not names(text, *place)), len(waiting) - 1)
        for place in waiting[:first]:
            found.setdefault("authors", []).extend(each(text, *place))
        low, high = waiting[first][0], waiting[-1][1]
        if field in found:
            unread.append((low, high))
        else:
            found[field] = Found(text[low:high], low, high)
        waiting.clear()

    while at < end:
        if skipped := gap.match(text, at, end):
            at = skipped.end()
            continue
        dated = None if imprint and at < imprint.start() else terminals("date", "DATE").match(text, at, end)
        if dated and "year" not in found and (dated.end() == end or text[dated.end()] in ",.;"):
            title()
            found["year"] = Found(dated.group(), *dated.span())
            at = dated.end()
            continue
        match = part.match(text, at, end)
        if match is None:
            unread.append((at, end))
            break
        kind, (low, at) = match.lastgroup, match.span()
        if kind in ("TEXT", "REST"):
            if editing:
                editing = False
                stop = low
                for editor in each(text, low, at):
                    found.setdefault("editors", []).append(editor)
            else:
                waiting.append((low, at))
        elif kind == "EDITED":
            for place in waiting:
                found.setdefault("editors", []).extend(each(text, *place))
            waiting.clear()
        elif kind == "IN":
            title()
            contained = "title" in found
        elif kind == "QUOTED":
            for place in waiting:
                found.setdefault("authors", []).extend(each(text, *place))
            waiting.clear()
            low, high = match.span("quoted")
            field = "container_title" if "title" in found else "title"
            if field in found:
                unread.append((low, high))
            else:
                found[field] = Found(text[low:high], low, high)
        elif kind == "EDITED_BY":
            title()
            editing = True
        elif kind == "IMPRINT":
            title()
            for group in ("place", "publisher", "year"):
                if match[group]:
                    low, high = match.span("issue" if group == "year" and match["issue"] else group)
                    high = match.end("year") if group == "year" else high
                    if group in found:
                        unread.append((low, high))
                    else:
                        found[group] = Found(text[low:high], low, high)
        elif kind in ("VOLUME", "NUMBER", "PAGES"):
            title()
            field = {"NUMBER": "volume"}.get(kind, kind.lower())
            if field in found:
                unread.append((low, at))
            else:
                found[field] = Found(text[low:at], low, at)
        else:
            title()
            unread.append((low, at))
    title()
    values = {key: tuple(f.value for f in item) if isinstance(item, list) else item.value for key, item in found.items()}
    value = PublishedSource(**values, text=text[start:end])
    return Found(value, start, end, {"text": Found(value.text, start, end), **found}, None, unread)


def names(text: str, start: int, end: int) -> bool:
    """Whether persons are named from ``start`` to ``end``."""
    return bool(terminals("publication", "NAMES").fullmatch(text, start, end))


def each(text: str, start: int, end: int) -> list[Found[str]]:
    """Each of the names that stand from ``start`` to ``end``."""
    places, at = [], start
    for join in terminals("publication", "NAME_JOIN").finditer(text, start, end):
        places.append((at, join.start()))
        at = join.end()
    places.append((at, end))
    return [Found(text[low:high], low, high) for low, high in places if low < high]
