"""Sources: archival signatures, published editions, and what is neither."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from attrs import evolve

from ..model.citation import ArchivalSource, LocatorPart, OtherSource, Repository, Source
from ..model.unchecked import unchecked
from .found import Found
from .grammar import Pattern
from .publication import ISSUE_SIGN, WEAK_SIGN, read_publication

#: The levels in the order in which their labels are tried, and as the grammar calls them.
LEVELS = (
    "RECORD_GROUP SUBSERIES COLLECTION FOND OPIS DELO PAPKA PORTFEL UNIT LIST SERIES BOX FOLDER FILE VOLUME BUNDLE "
    "REEL ITEM DOCUMENT PAGE YEAR SHELFMARK"
).split()

#: Labels that mean another thing beside other levels and labels: "p. 72" is a papka beside an opis, "t. 1074" a teczka
#: beside a wiązka, "b. 564" a byla beside an apyrašas, where "f." stays a fond; "f. 2-9" are filele beside a dosar,
#: "f. 12" is a fascicolo beside a busta; "n. 1, s. 392" are an Estonian nimistu and a säilik, "75. l." a Latvian lieta.
BESIDE = (
    ("p", {"opis", "delo"}, "papka"),
    ("t", {"z", "w", "bundle"}, "folder"),
    ("b", {"opis"}, "delo"),
    ("f", {"opis", "delo", "bundle"}, "fond"),
    ("f", {"code"}, "page"),
    ("f", {"folder"}, "page"),
    ("f", {"b", "busta"}, "file"),
    ("n", {"fond"}, "opis"),
    ("s", {"n"}, "delo"),
    ("l", {"apr"}, "delo"),
)

#: What stands in a row of parts, in the order in which it is tried.
PARTS = "LISTED COUNTED QUOTED ENCLOSED TEXT REST".split()
GROUPS = "listed sheets label dossier value count counted quoted inner"
#: The groups of a part with a label: the label's, and those that may be the value's.
LABELLED = {
    "LISTED": ("listed", "sheets"),
    "TEXT": ("label", "dossier", "value"),
    "COUNTED": ("counted", "count"),
}
#: What a part without a label may be.
TEXTS = "YEARS PAGES ARCHIVE_NAME COLLECTION_NAME SERIES_NAME PARENT_NAME OFFICE_NAME CODE LOOSE_ACRONYM".split()
ENCLOSED_ACRONYMS = ("(ACRONYM)", "(LOOSE_ACRONYM)")
PLACES = ("PLACE", "(PLACE)", *ENCLOSED_ACRONYMS)
#: Names that are a repository's where no archive is named, and go on with an archive's name.
OFFICES = ("OFFICE_NAME", "PARENT_NAME")

#: What tells that a source is archival even where a volume or a page would speak for a printed one.
ARCHIVAL = {
    "ACRONYM",
    "(ACRONYM)",
    "(LOOSE_ACRONYM)",
    "(ARCHIVE_NAME)",
    "CODE",
    "ARCHIVE_NAME",
    "FOND",
    "OPIS",
    "DELO",
    "BOX",
    "FOLDER",
    "FILE",
    "RECORD_GROUP",
    "REEL",
}

#: What tells that a source is archival where nothing speaks for a printed one.
SIGNS = {"ACRONYM", "(ACRONYM)", "(ARCHIVE_NAME)", "ARCHIVE_NAME", "LOOSE_ACRONYM", "CODE", *OFFICES, *LEVELS}

#: What may stand in the citation of a journal, whose name may be an archive's: ``Vestnik Arkhiva, no. 1 (1996), p. 4``.
PERIODICAL = {"ARCHIVE_NAME", "(VALUE)", "OFFICE_NAME", "VALUE", "VOLUME", "SHELFMARK", "PAGE", "PAGES", "YEARS"}

Place = tuple[int, int]

PART = Pattern("source", *PARTS, groups=GROUPS)
GAP = Pattern("source", "GAP")
ACRONYM = Pattern("archive", "ACRONYM")
PLACED = Pattern("place", "PLACED")
COUNTRY = Pattern("place", "COUNTRY")
TOWN = Pattern("place", "TOWN")
TEXT_FORM = Pattern("source", *TEXTS)
LOOSE = Pattern("source", "LOOSE_ACRONYM", "ARCHIVE_NAME")
LEVEL = Pattern("source", *LEVELS)
PAGES = Pattern("source", "PAGES")

new_repository = unchecked(Repository)
new_locator_part = unchecked(LocatorPart)
new_archival_source = unchecked(ArchivalSource)


class Part(NamedTuple):
    """A part of an archival source: what it is, where its label and its value stand, and where it starts and ends."""

    kind: str
    label: Place | None
    value: Place
    start: int
    end: int


def read_source(text: str, start: int, end: int) -> list[Found[Source]]:
    """The sources that ``text`` names from ``start`` to ``end``: one as a rule, more where a second archive follows.

    >>> read_source("RGASPI, f. 558", 0, 14)[0].value.locator[0].value
    '558'
    """
    if published := read_publication(text, start, end):
        return [published]
    parts = list(read_parts(text, start, end))
    kinds = {part.kind for part in parts}
    if (
        not kinds & ARCHIVAL
        and not ("PLACE" in kinds and not kinds.isdisjoint(OFFICES))
        and (published := read_publication(text, start, end, WEAK_SIGN))
    ):
        return [published]
    if kinds <= PERIODICAL and (published := read_publication(text, start, end, ISSUE_SIGN)):
        return [published]
    # "Author's papers" may lie anywhere; "…, Novak Papers: Notepad" is a signature.
    signed = kinds & SIGNS or ("COLLECTION_NAME" in kinds and len(parts) > 1)
    if not signed and name_of(parts) < 0:
        return [Found(OtherSource(text[start:end]), start, end, {"text": Found(text[start:end], start, end)})]
    groups = list(by_repository(parts))
    starts = [start, *(group[0].start for group in groups[1:])]
    stops = [*(group[-1].end for group in groups[:-1]), end]
    return [archival(text, *group) for group in zip(groups, starts, stops, strict=True)]


def read_parts(text: str, start: int, end: int) -> Iterator[Part]:
    """The parts of an archival source, one after the other."""
    at = start
    while at < end:
        if skipped := GAP.match(text, at, end):
            at = skipped.end()
            continue
        if match := PLACED.match(text, at, end):
            yield Part("PLACE", None, match.span(), *match.span())
            at = match.end()
            continue
        match = PART.match(text, at, end)
        assert match is not None  # REST takes whatever is no gap
        kind, low, at = match.lastgroup or "", match.start(), match.end()
        if part := labelled(match, low, at):
            yield part
        elif kind == "QUOTED":
            yield Part("VALUE", None, match.span("quoted"), low, at)
        elif kind == "ENCLOSED":
            yield enclosed(text, *match.span("inner"), low, at)
        else:
            known = ACRONYM.match(text, low, at)
            form = None if known and known.end() == at else TEXT_FORM.fullmatch(text, low, at)
            what, high = (form.lastgroup or "") if form else "VALUE", at
            # "MZV Archive" is a name, with the acronym in it.
            if known and what != "ARCHIVE_NAME":
                what, at = "ACRONYM", known.end()
            yield Part(what, None, (low, at), low, at)
            if what == "ACRONYM":
                for part in row_of_acronyms(text, at, high):
                    yield part
                    at = part.end


def row_of_acronyms(text: str, at: int, end: int) -> Iterator[Part]:
    """The acronyms that follow one that ends ``at``, each after a blank; what the last one is, is told by what follows.

    None is the first word of a longer name, for then the acronym before would be too.
    """
    known = ACRONYM.match(text, at + 1, end) if text.startswith(" ", at) else None
    while known and text.startswith(" ", known.end()) and (following := ACRONYM.match(text, known.end() + 1, end)):
        yield Part("ACRONYM", None, known.span(), *known.span())
        known = following


def labelled(match: re.Match[str], low: int, high: int) -> Part | None:
    """The part with a label that a match of ``PART`` is, which stands from ``low`` to ``high``."""
    label, *values = LABELLED.get(match.lastgroup or "", ("REST",))
    if not values or match[label] is None:
        return None
    value = next(name for name in values if match[name])
    return Part(level(match.string, match.start(label)), match.span(label), match.span(value), low, high)


def enclosed(text: str, start: int, end: int, low: int, high: int) -> Part:
    """What stands in parentheses: an acronym, a place, a labelled part, an archive's name in another language."""
    form = LOOSE.fullmatch(text, start, end)
    if PLACED.fullmatch(text, start, end):
        return Part("(PLACE)", None, (start, end), low, high)
    if form is None and (whole := PART.fullmatch(text, start, end)) and (part := labelled(whole, low, high)):
        return part
    if form and form.lastgroup == "LOOSE_ACRONYM":
        known = ACRONYM.fullmatch(text, start, end)
        return Part("(ACRONYM)" if known else "(LOOSE_ACRONYM)", None, (start, end), low, high)
    named = form and form.lastgroup == "ARCHIVE_NAME"
    return Part("(ARCHIVE_NAME)" if named else "(VALUE)", None, (start, end), low, high)


def level(text: str, at: int) -> str:
    """The level, by the grammar's name, of the label that stands at ``at``."""
    match = LEVEL.match(text, at)
    return match.lastgroup or "SHELFMARK" if match else "SHELFMARK"


def by_repository(parts: list[Part]) -> Iterator[list[Part]]:
    """The parts of each source: an archive after another one's locator opens a second source."""
    group: list[Part] = []
    archive = located = False
    for part in parts:
        names_archive = part.kind in ("ARCHIVE_NAME", "ACRONYM")
        if names_archive and archive and located:
            yield group
            group, located = [], False
        archive = archive or names_archive
        located = located or (archive and not names_archive and part.kind not in PLACES)
        group.append(part)
    yield group


def archival(text: str, parts: list[Part], start: int, end: int) -> Found[Source]:
    """The archival source that ``parts`` make, which stands from ``start`` to ``end``."""
    named = name_of(parts)
    levels = {part.kind.lower() for part in parts}
    levels |= {text[slice(*part.label)].lower().rstrip(".") for part in parts if part.label}
    found: dict[str, Found[str]] = {}
    locator: list[Found[LocatorPart]] = []
    last = ""
    final = final_of(text, parts) if "pages" in levels else 0
    for index, part in enumerate(parts):
        if last == "name" and (part.kind in ("(VALUE)", "(ARCHIVE_NAME)") or continues(text, parts, index)):
            found["name"] = printed(text, found["name"].start, part.end)
        elif last == "town":
            found["place"] = printed(text, parts[index - 1].start, part.end)
            last = "place"
        elif last and part.kind == "VALUE" and "place" not in found and is_town(text, parts, index):
            last = "town"
        elif (field := repository_field(part, index, named, last)) and field not in found:
            found[field] = printed(text, *part.value)
            last = field
        elif (
            part.kind == "PLACE"
            and "place" not in found
            and found
            and index + 1 == len(parts)
            and with_state(text, part)
        ):
            found["place"] = printed(text, *part.value)
        elif part.kind.startswith("(") and locator and not last and ends_in_value(locator[-1], part.start - 1):
            locator[-1] = widened(text, locator[-1], part.end)
        else:
            early = part.kind == "PAGES" and index < final
            locator.append(locator_part(text, part._replace(kind="VALUE") if early else part, levels))
            if part.kind != "PARENT_NAME":
                last = ""
    repository = new_repository(**{key: item.value for key, item in found.items()}) if found else None
    value = new_archival_source(repository, tuple([item.value for item in locator]), text=text[start:end])
    inner: dict[str, Any] = {"text": printed(text, start, end), "locator": locator}
    if repository:
        places = found.values()
        inner["repository"] = Found(repository, min(p.start for p in places), max(p.end for p in places), found)
    return Found(value, start, end, inner)


def final_of(text: str, parts: list[Part]) -> int:
    """Where the last steps of ``parts`` begin, after which no other step stands: only there is a bare "41-62" pages."""
    final = len(parts)
    while final and (
        parts[final - 1].kind in ("PAGES", "PAGE", "LIST", *PLACES) or text[parts[final - 1].start].islower()
    ):
        final -= 1
    return final


def is_town(text: str, parts: list[Part], index: int) -> bool:
    """Whether part ``index`` is a town that no list knows, with its country after it: ``Orimattila, Finland``."""
    town, *rest = parts[index : index + 2]
    return (
        bool(rest)
        and rest[0].kind == "PLACE"
        and text[town.end : rest[0].start] == ", "
        and COUNTRY.fullmatch(text, *rest[0].value) is not None
        and TOWN.fullmatch(text, *town.value) is not None
    )


def with_state(text: str, part: Part) -> bool:
    """Whether a place at the end of a locator can be no step of it: ``New York, NY``."""
    return "," in text[slice(*part.value)]


def name_of(parts: list[Part]) -> int:
    """Which of ``parts`` names the repository, or -1: of several archives the one with a place or an acronym."""
    kinds = [part.kind for part in parts]
    archives = [index for index, kind in enumerate(kinds) if kind == "ARCHIVE_NAME"]
    placed = [index for index in archives if index + 1 < len(parts) and kinds[index + 1] in PLACES]
    if archives:
        return (placed or archives)[0]
    for index, kind in enumerate(kinds[1:]):
        if kind == "(ARCHIVE_NAME)" and kinds[index] in ("VALUE", *OFFICES):
            return index
    # "Bancroft Library, University of California": a parent body names no archive beside another.
    offices = [index for index, kind in enumerate(kinds) if kind == "OFFICE_NAME"]
    offices = offices or [index for index, kind in enumerate(kinds) if kind == "PARENT_NAME"]
    # "RGANI, Propaganda Department": beside an acronym an office is a part of the archive's holdings.
    placed = [index for index in offices if index + 1 < len(parts) and kinds[index + 1] in PLACES]
    if offices or "ACRONYM" in kinds:
        return placed[0] if placed else -1 if "ACRONYM" in kinds else offices[0]
    # "Vojenský ústav (VÚA), Prague": what an acronym that is known, or one with a place, stands right after.
    enclosed = next((index for index, kind in enumerate(kinds) if kind in ENCLOSED_ACRONYMS), 0)
    if not enclosed or kinds[enclosed - 1] != "VALUE":
        return -1
    certain = kinds[enclosed] == "(ACRONYM)" or kinds[enclosed + 1 : enclosed + 2] == ["PLACE"]
    return enclosed - 1 if certain else -1


def repository_field(part: Part, index: int, named: int, last: str) -> str:
    """The field of the repository that ``part`` can fill, or nothing."""
    if index == named:
        return "name"
    if part.kind in ("ACRONYM", "(ACRONYM)") or (part.kind == "(LOOSE_ACRONYM)" and last):
        return "acronym"
    if part.kind == "LOOSE_ACRONYM" and index == 0 and named in (-1, 1):
        return "acronym"
    if part.kind == "(ARCHIVE_NAME)" and last == "acronym":
        return "name"
    return "place" if part.kind in ("PLACE", "(PLACE)") and last else ""


def printed(text: str, start: int, end: int) -> Found[str]:
    """What stands in ``text`` from ``start`` to ``end``."""
    return Found(text[start:end], start, end)


def ends_in_value(part: Found[LocatorPart], at: int) -> bool:
    """Whether a locator's part ends ``at``, and with its value: not with a label, ``5. cs.``, nor with a quote."""
    value = (part.parts or {}).get("value")
    return part.end == at and isinstance(value, Found) and value.end == at


def widened(text: str, part: Found[LocatorPart], end: int) -> Found[LocatorPart]:
    """A locator's part with the parenthesis after it: ``A'0392 (Microfilm)``."""
    places: dict[str, Any] = dict(part.parts or {})
    places["value"] = value = printed(text, places["value"].start, end)
    return Found(evolve(part.value, value=value.value), part.start, end, places)


def continues(text: str, parts: list[Part], index: int) -> bool:
    """Whether part ``index``, after an archive's name and a comma, belongs to the name: ``…, Russian Federation``, or a
    parent body with a place or an acronym after it.
    """
    following = parts[index + 1].kind if index + 1 < len(parts) else ""
    if parts[index].kind == "PLACE":
        return text[slice(*parts[index].value)] == "Russian Federation"
    if parts[index].kind == "LOOSE_ACRONYM":
        return following == "PLACE"
    return parts[index].kind == "PARENT_NAME" or (parts[index].kind == "OFFICE_NAME" and following in PLACES)


def with_item(text: str, source: Found[ArchivalSource], start: int, end: int) -> Found[Source]:
    """An archival ``source`` with one step more: an item named in a sentence of its own."""
    parts: dict[str, Any] = dict(source.parts or {})
    words = printed(text, start, end)
    item = Found(new_locator_part("item", words.value), start, end, {"value": words})
    parts["locator"] = [*parts["locator"], item]
    parts["text"] = whole = printed(text, source.start, end)
    value = evolve(source.value, locator=(*source.value.locator, item.value), text=whole.value)
    return Found(value, source.start, end, parts, None, source.unread)


def locator_part(text: str, part: Part, levels: set[str]) -> Found[LocatorPart]:
    """One step of the locator."""
    kind: Any = {"YEARS": "year", "PAGES": "page", "COLLECTION_NAME": "collection", "SERIES_NAME": "series"}.get(
        part.kind, part.kind.lower()
    )
    label = text[slice(*part.label)] if part.label else None
    short = label.lower().rstrip(".") if label else ""
    kind = next((other for name, beside, other in BESIDE if name == short and levels & beside), kind)
    if short in ("k", "p") and PAGES.fullmatch(text, *part.value):
        # Polish "k. 12-15" are karty, sheets; "k. 12" may be a karton. No papka is a range.
        kind = "page"
    if kind.upper() not in LEVELS:
        kind = "shelfmark"
    places = {"value": Found(text[slice(*part.value)], *part.value)}
    if part.label and label:
        places["label"] = Found(label, *part.label)
    return Found(new_locator_part(kind, places["value"].value, label), part.start, part.end, places)
