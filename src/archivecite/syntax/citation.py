"""Citations: the opening (title, date, digital archive), the sources, the provenance and the URL."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar, cast

from ..model.citation import ArchivalSource, Citation, OtherSource, Provenance, Source
from ..model.unchecked import unchecked
from .date import read_date
from .found import Found
from .grammar import Pattern
from .provenance import read_provenance
from .source import printed, read_source, with_item

V = TypeVar("V")

CHUNK = Pattern("citation", "CHUNK")
BREAK = Pattern("citation", "BREAK")
FINAL_FORM = Pattern("citation", "FINAL_FORM")
HEAD = Pattern("provenance", "HEAD")
REPRINT = Pattern("provenance", "REPRINT")
STRICT_HEAD = Pattern("provenance", "STRICT_HEAD")
OF_BOOK = Pattern("citation", "OF_BOOK")
MORE_SHEETS = Pattern("citation", "MORE_SHEETS")
ITEM = Pattern("citation", "ITEM")
LEVEL_OPENS = Pattern("source", "LEVEL_OPENS")
ODD_LEVEL = Pattern("source", "_ODD_LEVEL")
JOINING = Pattern("citation", "JOINING")
SHORT_FORM = Pattern("citation", "SHORT_FORM")
URL = Pattern("citation", "URL", groups="bracketed bare")
EARLY_URL = Pattern("citation", "EARLY_URL", groups="bracketed bare")
ODD_URL = Pattern("citation", "ODD_URL", groups="odd")
NOTE = Pattern("citation", "NOTE")
DIGITAL_ARCHIVE = Pattern("citation", "DIGITAL_ARCHIVE")
OPENING_QUOTE = Pattern("citation", "OPENING_QUOTE")
TITLE_END = Pattern("citation", "TITLE_END")
DATE = Pattern("date", "DATE", groups="full")
UNKNOWN_ARCHIVE = Pattern("citation", "UNKNOWN_ARCHIVE", groups="unknown")
QUOTED_TITLE = Pattern("citation", "QUOTED_TITLE", groups="title rest")
BARE_TITLE = Pattern("citation", "BARE_TITLE", groups="bare")

new_citation = unchecked(Citation)


class Statements(NamedTuple):
    """What the tail of a citation holds: its sources, its provenance, and the places of what is no word."""

    sources: list[Found[Source]]
    provenance: list[Found[Provenance]]
    unread: list[tuple[int, int]]


class Tail(NamedTuple):
    """The tail of a citation as text, where it starts in that, and what it holds: a source note may say the same."""

    text: str
    start: int
    statements: Statements


#: No tail at all.
NO_TAIL = Tail("", 0, Statements([], [], []))

#: What stands before a tail as a rule. No pattern looks further behind, so the same words after it say the same.
BEFORE_TAIL = "Archive, "


def read_tail(text: str, start: int, tail: Tail) -> Statements:
    """The statements of ``text``, which stands at ``start``, as if it were a citation's tail. If it is ``tail``, they
    are what that holds: to read them again takes long.

    >>> read_tail("RGASPI; translated by Anna Weber", 0, NO_TAIL).provenance[0].value.kind
    'translated'
    """
    if text != tail.text:
        low = len(BEFORE_TAIL)
        tail = Tail(text, low, read_statements(BEFORE_TAIL + text, low))
    return moved(tail.statements, start - tail.start)


def trimmed(tail: str) -> str:
    """``tail`` without what parts it from a URL: a blank, and an "and" that joins nothing."""
    return tail.rstrip().removesuffix(" and") if tail.endswith(" ") else tail


def moved(statements: Statements, shift: int) -> Statements:
    """Copies of ``statements`` that stand ``shift`` characters further on."""
    return Statements(
        [shifted(found, shift) for found in statements.sources],
        [shifted(found, shift) for found in statements.provenance],
        [(low + shift, high + shift) for low, high in statements.unread],
    )


def shifted(found: Found[V], shift: int) -> Found[V]:
    """What was found, ``shift`` characters further on."""
    return Found(found.value, found.start, found.end, found.parts, shift.__add__, found.unread)


def read_statements(text: str, start: int = 0, end: int | None = None) -> Statements:
    """Sources and provenance of the tail of a citation, or of a source note.

    >>> read_statements("RGASPI; translated by Anna Weber").provenance[0].value.kind
    'translated'
    """
    read = Statements([], [], [])
    for kind, low, high, before in pieces(text, start, len(text) if end is None else end):
        if not any(map(str.isalnum, text[low:high])):
            read.unread.append((low, high))
        elif kind in ("PROVENANCE", "REPRINT"):
            read.provenance.extend(read_provenance(text, low, high))
        else:
            take_piece(read, text, low, high, before)
    return read


def pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int, str]]:
    """Each source and each statement of the tail: what it is, where it stands, and what stands before it."""
    low = at = matched(BREAK, text, start, end)
    before = ""
    kind, stop = opened(text, at, end)
    while at < end:
        stop = matched(CHUNK, text, stop, end)
        assert stop > low  # CHUNK takes whatever BREAK leaves
        at = matched(BREAK, text, stop, end)
        following = opened(text, at, end)
        if at >= end or ends(text, kind, stop, at, end, following[0]):
            # One letter is no short form, whatever stands before the piece: "Archive.f."
            yield kind, low, matched(FINAL_FORM, text, stop, end) if stop > low + 1 else stop, before
            low, before = at, text[stop:at]
            kind, stop = following
        else:
            stop = at


def matched(pattern: Pattern, text: str, at: int, end: int) -> int:
    """Where the match of ``pattern`` that starts ``at`` ends, or ``at``."""
    match = pattern.match(text, at, end)
    return match.end() if match else at


def opened(text: str, at: int, end: int) -> tuple[str, int]:
    """What kind of piece opens ``at``, and where its head ends."""
    head = HEAD.match(text, at, end)
    if head is None:
        return "SOURCE", at
    reprint = REPRINT.match(text, at, end)
    return "REPRINT" if reprint else "PROVENANCE", head.end()


def ends(text: str, kind: str, stop: int, at: int, end: int, following: str) -> bool:
    """Whether a piece of that ``kind`` ends at ``stop``, when the next words stand ``at`` and could be a ``following``
    piece of that other kind.
    """
    gap, statement = text[stop:at], kind == "PROVENANCE"
    if following != "SOURCE" and (gap != " " or STRICT_HEAD.match(text, at, end)):
        return statement or gap.startswith((".", ";")) or not OF_BOOK.match(text, at, end)
    if gap.startswith(";"):
        return not MORE_SHEETS.match(text, at, end)
    if gap.startswith("."):
        if short_form(text, stop, end):
            return False
        # After a full stop a signature goes on, with an odd level too; a publication only with what is sure to be one.
        goes_on = LEVEL_OPENS.match(text, at, end) or (kind == "SOURCE" and ODD_LEVEL.match(text, at, end))
        return statement or not goes_on or bool(ITEM.match(text, at, end))
    return statement and gap != " " and not JOINING.match(text, at, end)


def short_form(text: str, stop: int, end: int) -> bool:
    """Whether the word that ends at ``stop`` is a short form, whose full stop ends nothing."""
    find = text.rfind
    word = max(find(sign, 0, stop) for sign in " (.,;") + 1
    return bool(SHORT_FORM.match(text, word, end))


def take_piece(read: Statements, text: str, start: int, end: int, before: str) -> None:
    """Adds to ``read`` a piece that is no provenance by its first word: sources as a rule."""
    if read.sources and not read.provenance and before.startswith("."):
        last = read.sources[-1]
        item = ITEM.fullmatch(text, start, end)
        if item and isinstance(last.value, ArchivalSource):
            read.sources[-1] = with_item(text, cast(Found[ArchivalSource], last), start, end)
            return
    sources = read_source(text, start, end)
    if read.provenance and isinstance(sources[0].value, OtherSource):
        words = printed(text, start, end)
        read.provenance.append(Found(Provenance("other", text=words.value), start, end, {"text": words}))
    else:
        read.sources.extend(sources)


def read_citation(text: str) -> Found[Citation]:
    """The citation that ``text``, which is one flat line, is.

    >>> read_citation('"Note", July 4, 1949, CWIHP Archive, RGASPI').value.digital_archive
    'CWIHP Archive'
    """
    return read_with_tail(text)[0]


def read_with_tail(text: str) -> tuple[Found[Citation], Tail]:
    """The citation that ``text`` is, and its tail, for the source notes of its record."""
    parts: dict[str, Any] = {}
    end = len(text)
    unread: list[tuple[int, int]] = []
    after = (end, end)
    # Four letters are found many times faster than a pattern.
    if (http := text.find("http")) >= 0 and (url := find_url(text, max(http - 1, 0))):
        group = "bracketed" if url["bracketed"] else "bare"
        place = url.span(group)
        parts["url"] = Found(url[group].replace(" ", ""), *place)
        end, after = url.start(), (url.end(), end)
    elif (low := text.rfind("<")) >= 0 and (url := ODD_URL.match(text, low)):
        unread.append(url.span("odd"))
        end = low
    at, left = read_opening(text, end, parts)
    if not at and (note := NOTE.match(text, 0, end)):
        at = note.end()
        end -= text.startswith("[") and text.endswith("]", at, end)
    at = matched(BREAK, text, at, end)
    tail = trimmed(text[at:end])
    statements = read_statements(text, at, at + len(tail))
    provenance = statements.provenance.copy()
    for kind, low, high, _ in pieces(text, *after) if after[0] < after[1] else ():
        if kind == "SOURCE":
            unread.append((low, high))
        else:
            provenance.extend(read_provenance(text, low, high))
    values = {key: found.value for key, found in parts.items()}
    parts["sources"], parts["provenance"] = statements.sources, provenance
    value = new_citation(
        **values,
        sources=tuple([found.value for found in statements.sources]),
        provenance=tuple([found.value for found in provenance]),
    )
    found = Found(value, 0, len(text), parts, None, left + unread + statements.unread)
    return found, Tail(tail, at, statements) if text.endswith(BEFORE_TAIL, 0, at) else NO_TAIL


def find_url(text: str, start: int) -> re.Match[str] | None:
    """The URL of a record, from ``start`` on: the one that ends the citation, or else the first one."""
    return URL.search(text, start) or EARLY_URL.search(text, start)


def read_opening(text: str, end: int, parts: dict[str, Any]) -> tuple[int, list[tuple[int, int]]]:
    """Adds title, date and digital archive to ``parts``; tells where they end, and what before that is unread."""
    if archive := DIGITAL_ARCHIVE.search(text, 0, end):
        parts["digital_archive"] = printed(text, *archive.span())
        return archive.end(), read_title(text, archive.start(), parts)
    if OPENING_QUOTE.match(text):
        for quote in TITLE_END.finditer(text, 1, end):
            if date := DATE.match(text, quote.end(), end):
                put_title(text, 1, quote.start(), parts)
                put_date(text, *date.span(), parts)
                unknown = UNKNOWN_ARCHIVE.match(text, date.end(), end)
                if unknown:
                    parts["digital_archive"] = printed(text, *unknown.span("unknown"))
                return (unknown or date).end(), []
    return 0, []


def read_title(text: str, end: int, parts: dict[str, Any]) -> list[tuple[int, int]]:
    """Adds title and date, which stand before ``end``, to ``parts``; tells what is neither."""
    if quoted := QUOTED_TITLE.match(text, 0, end):
        rest = quoted.span("rest")
        if put_date(text, *rest, parts) or "," in text[quoted.end("title") : rest[0]]:
            put_title(text, *quoted.span("title"), parts)
            return [] if "date" in parts or rest[0] == rest[1] else [rest]
    if bare := BARE_TITLE.match(text, 0, end):
        put_bare(text, *bare.span("bare"), parts)
        return []
    stripped = text[:end].strip(" ,")
    return [(text.index(stripped), text.index(stripped) + len(stripped))] if stripped else []


def put_date(text: str, start: int, end: int, parts: dict[str, Any]) -> bool:
    """Adds the date that stands from ``start`` to ``end``, if one does; False if something else does."""
    if start == end:
        return True
    date = read_date(text[start:end])
    if date:
        parts["date"] = Found(date, start, end, {"text": printed(text, start, end)})
    return date is not None


def put_bare(text: str, start: int, end: int, parts: dict[str, Any]) -> None:
    """Adds a title without quotes, and the date that ends it: of one, two or three parts with commas between."""
    comma, title = end, end
    for _ in range(3):
        comma = text.rfind(", ", start, max(comma, 0))
        if comma >= 0 and put_date(text, comma + 2, end, parts):
            title = comma
    if "date" not in parts and put_date(text, start, end, parts):
        return
    put_title(text, start, title, parts)


def put_title(text: str, start: int, end: int, parts: dict[str, Any]) -> None:
    """Adds the title that stands from ``start`` to ``end``, without white space, if anything does."""
    if title := text[start:end].strip():
        start = text.index(title, start)
        parts["title"] = printed(text, start, start + len(title))


def write_citation(citation: Citation, family: str) -> str:
    """``citation`` as canonical text in the manner of ``family``: the old style for ``classic``, or else the new one.

    >>> write_citation(Citation(title="Note", digital_archive="CWIHP Archive"), "plain")
    '"Note", CWIHP Archive'
    """
    old = family in ("classic", "heading_markdown", "flattened")
    opening = []
    # Before a known archive a date is one; before another, or none, only quotes tell that it is the citation's own.
    known = citation.digital_archive is not None and DIGITAL_ARCHIVE.match(citation.digital_archive)
    if citation.title or (citation.date and not known):
        title = citation.title or ""
        opening.append(f"“{title},”" if old else f'"{title}",')
    opening += [f"{part}," for part in (citation.date and citation.date.text, citation.digital_archive) if part]
    groups: list[list[Source | Provenance]] = [[source] for source in citation.sources]
    for provenance in citation.provenance:
        group = groups[-1] if groups else []
        # One statement of several kinds is as many values with the same text.
        if group and group[-1].text == provenance.text and provenance.kind not in {value.kind for value in group}:
            group.append(provenance)
        else:
            groups.append([provenance])
    tail = ""
    for index, group in enumerate(groups):
        tail += joint(groups[max(0, index - CONTEXT) : index], group) + group[0].text
    text = " ".join((*opening, tail)) if tail else " ".join(opening).removesuffix(",")
    if not citation.url:
        return text
    if family == "markdown":
        return f"{text}{closing(groups, ('', ','))} <{citation.url}>"
    stop = closing(groups, ("", ",") if text.endswith(".") else (".", "", ","))
    # "http://a.b/c." has a stop that a bare URL would lose.
    bare = URL.search(f". {citation.url}") if old else None
    return f"{text}{stop}\n" + (citation.url if bare and bare["bare"] == citation.url else f"<{citation.url}>")


def closing(groups: list[list[Source | Provenance]], signs: tuple[str, ...]) -> str:
    """The first of ``signs`` after which the last piece of a tail, before a URL, reads as it was."""
    if groups:
        for sign in signs:
            read = read_statements(trimmed(f"{groups[-1][0].text}{sign} "))
            if [found.value for found in (*read.sources, *read.provenance)] == groups[-1]:
                return sign
    return signs[0]


#: How many pieces before one may tell what it is.
CONTEXT = 3

#: What may part two pieces of a tail, in the order in which it is tried: two stops end even a short form, ``f.. 3``.
JOINTS = ("; ", ". ", ", ", "; and ", ", and ", " and ", " ", ".. ")


def joint(groups: list[list[Source | Provenance]], after: list[Source | Provenance]) -> str:
    """What parts a piece from those before, so that each reads as it was: a full stop before a capital, or another."""
    if not groups:
        return ""
    *earlier, before = groups
    # An odd statement would be a source, if no other stood before it.
    known = before[0].kind != "other" or not earlier
    stop = isinstance(after[0], Provenance) and after[0].text[0].isupper() and not before[0].text.endswith(".")
    context = "" if known else f"{earlier[-1][0].text}{joint(earlier, before)}"
    values = before + after if known else earlier[-1] + before + after
    for sign in sorted(JOINTS, key=". ".__ne__) if stop else JOINTS:
        read = read_statements(f"{context}{before[0].text}{sign}{after[0].text}")
        if [found.value for found in (*read.sources, *read.provenance)] == values:
            return sign
    return "; "
