"""Sources: archival signatures, published editions, and what is neither."""

from typing import Any

from ..model.citation import ArchivalSource, LocatorPart, OtherSource, Repository, Source
from .found import Found
from .grammar import terminals


def read_source(text: str, start: int, end: int) -> Found[Source]:
    """The source that ``text`` names from ``start`` to ``end``.

    >>> read_source("RGASPI, f. 558", 0, 14).value.locator[0].value
    '558'
    """
    printed = Found(text[start:end], start, end)
    groups = "name acronym place short"
    named = terminals("source", "REPOSITORY", groups=groups).match(text, start, end) or terminals(
        "source", "ACRONYM", groups=groups
    ).match(text, start, end)
    if not named:
        return Found(OtherSource(text[start:end]), start, end, {"text": printed})
    places: dict[str, Any] = {}
    for group, (low, high) in ((g, named.span(g)) for g in named.groupdict() if named[g]):
        places["acronym" if group == "short" else group] = Found(text[low:high], low, high)
    repository = Repository(**{key: found.value for key, found in places.items()})
    locator: list[Found[LocatorPart]] = []
    part = terminals(
        "source", "PART", groups="label value fond opis delo list papka folder collection page"
    )
    at = named.end()
    while at < end:
        if text[at] in " ,:":
            at += 1
        elif match := part.match(text, at, end):
            at = match.end()
            level = next((g for g, v in match.groupdict().items() if v and g not in ("label", "value")), "shelfmark")
            inner = {g: Found(match[g], *match.span(g)) for g in ("label", "value") if match[g]}
            locator.append(
                Found(LocatorPart(level, match["value"], match["label"]), match.start(), at, inner)
            )
        else:
            break
    value = ArchivalSource(repository, tuple(found.value for found in locator), text=text[start:end])
    parts = {"text": printed, "repository": Found(repository, named.start(), named.end(), places), "locator": locator}
    return Found(value, start, end, parts)
