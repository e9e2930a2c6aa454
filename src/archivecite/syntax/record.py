"""A whole record: its head by ``grammar/record.lark``, its citation and body by their own readers."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from lark import Token, Tree

from ..model.citation import Citation
from ..model.date import Date
from ..model.language import Language
from ..model.record import Content, Record
from ..surface.flat import Flat
from ..surface.plain import Plain
from .body import read_body, write_body
from .citation import read_citation, write_citation
from .content import read_content
from .credits import read_credits
from .date import read_date
from .found import Found
from .grammar import parser, terminals
from .language import read_language

V = TypeVar("V")

LABELS = {
    "citation": "Citation",
    "summary": "Summary",
    "credits": "Credits",
    "original_languages": "Original Language",
    "contents": "Contents",
}


class Reading(NamedTuple):
    """What was read from a text: the record, and the family of the layout, ``unknown`` when it is not this layout."""

    record: Found[Record]
    family: str


class Head(NamedTuple):
    """The head of a record cut into tokens: what stands before the first label, and the first section of each name."""

    opening: list[Token]
    sections: dict[str, list[Token]]
    unread: list[tuple[int, int]]
    body: int


def read_record(plain: Plain) -> Reading:
    """Read the whole of ``plain``, any text at all; one of another layout gives an empty record and is all unread."""
    text = plain.text
    end = len(text.rstrip())
    if terminals("record", "LABEL_LINE").search(text) is None:
        return unknown(text, end)
    head = read_head(text)
    parts: dict[str, Found[Any] | list[Found[Any]]] = {}
    if citation := head.sections.get("citation", [])[1:]:
        parts["citation"] = flat_read(read_citation, text, citation[0])
        head.unread.extend(map(extent, citation[1:]))
    if not is_layout(head, parts.get("citation")):
        return unknown(text, end)
    read_opening(text, head, parts)
    if summary := head.sections.get("summary", [])[1:]:
        parts["summary"] = flat_read(read_phrase, text, summary[0], paragraphs=True)
    if credits := head.sections.get("credits", [])[1:]:
        parts["credits"] = flat_read(read_credits, text, credits[0], paragraphs=True)
    languages = head.sections.get("original_languages", [])[1:]
    parts["original_languages"] = [found for token in languages for found in read_languages(text, token)]
    contents = head.sections.get("contents", [])[1:]
    parts["contents"] = [flat_read(read_content, text, token) for token in contents]
    parts["body"], parts["notes"], unread = read_body(text, head.body, len(text))
    values: dict[str, Any] = {name: value_of(part) for name, part in parts.items()}
    record = Found(Record(**values), 0, end, parts, plain.at, [*head.unread, *unread])
    return Reading(record, family(plain, head))


def unknown(text: str, end: int) -> Reading:
    """The reading of a text that is not of this layout: nothing, and all of it unread."""
    start = len(text) - len(text.lstrip())
    return Reading(Found(Record(), 0, end, None, None, [(start, end)] if start < end else []), "unknown")


def read_head(text: str) -> Head:
    """Cut the head of ``text`` into tokens, and find where the body begins.

    The first section of a name counts, and a later one in the head is unread. After the Contents' items a label that
    was there before no longer counts: with it the body has begun.
    """
    opening, *rest = parser("record").parse(text).children
    assert isinstance(opening, Tree)
    head = Head(opening.children, {}, [], len(text))  # type: ignore[arg-type]  # the rule holds tokens only
    previous = ""
    for section in rest:
        if isinstance(section, Token):
            return head._replace(body=section.start_pos or 0)
        tokens: list[Token] = section.children  # type: ignore[assignment]  # as above
        if section.data not in head.sections:
            head.sections[section.data] = tokens
        elif previous == "contents":
            return head._replace(body=tokens[0].start_pos or 0)
        else:
            head.unread.append((tokens[0].start_pos or 0, extent(tokens[-1])[1]))
        previous = section.data
    return head


def is_layout(head: Head, citation: object) -> bool:
    """Whether the labels found are enough to call the text a record of this layout.

    A ``Citation:`` label alone stands in many a text. It counts with a title or a digital archive read from it, or with
    a second label; ``Original Language:`` counts with any second label.
    """
    cited = isinstance(citation, Found) and bool(citation.value.title or citation.value.digital_archive)
    if "original_languages" in head.sections:
        return len(head.sections) > 1
    return cited or (citation is None and len(head.sections) > 1)


def read_opening(text: str, head: Head, parts: dict[str, Found[Any] | list[Found[Any]]]) -> None:
    """Read date and title from what stands before the first label; the masthead is layout, all else is unread."""
    dates = [token for token in head.opening if token.type == "DATE_LINE"]
    titles = [token for token in head.opening if token.type == "TITLE"]
    if dates:
        parts["date"] = flat_read(read_date_line, text, dates[0])
    if titles:
        whole = Flat(text, extent(titles[0])[0], extent(titles[-1])[1])
        citation = parts.get("citation")
        if len(titles) > 1 and isinstance(citation, Found) and whole.text == citation.value.title:
            # Double-spaced text parts the lines of one title: the citation's own title says so.
            titles = titles[:1]
        else:
            whole = Flat(text, *extent(titles[0]))
        parts["title"] = Found(whole.text, 0, len(whole.text), at=whole.at)
    head.unread.extend(map(extent, (*dates[1:], *titles[1:])))


def read_date_line(text: str) -> Found[Date]:
    """The date that ``text``, which the grammar took as a date, is."""
    return Found(read_date(text) or Date(text), 0, len(text))


def read_phrase(text: str) -> Found[str]:
    """``text`` itself."""
    return Found(text, 0, len(text))


def read_languages(text: str, token: Token) -> list[Found[Language]]:
    """The languages on one line: ``Russian``, ``German and Russian``."""
    flat = Flat(text, *extent(token))
    found, start = [], 0
    separators = [match.span() for match in terminals("record", "LANGUAGE_SEPARATOR").finditer(flat.text)]
    for end, following in (*separators, (len(flat.text), 0)):
        if start < end:
            name = Found(flat.text[start:end], start, end)
            found.append(Found(read_language(name.value), start, end, {"name": name}, flat.at))
        start = following
    return found


def extent(token: Token) -> tuple[int, int]:
    """Where ``token`` stands, without the white space after it."""
    start = token.start_pos or 0
    return start, start + len(token.rstrip())


def flat_read(read: Callable[[str], Found[V]], text: str, token: Token, paragraphs: bool = False) -> Found[V]:
    """What ``read`` makes of ``token`` unwrapped, with its places in ``text``."""
    flat = Flat(text, *extent(token), paragraphs)
    found = read(flat.text)
    found.at = flat.at
    return found


def value_of(part: Found[V] | Sequence[Found[V]]) -> V | tuple[V, ...]:
    """The value or values that were found."""
    return part.value if isinstance(part, Found) else tuple([found.value for found in part])


def family(plain: Plain, head: Head) -> str:
    """``markdown`` if the labels are bold, ``plain`` if they are not."""
    labels = {tokens[0].start_pos for tokens in head.sections.values()}
    return "markdown" if any(start in labels for start, _ in plain.bold) else "plain"


def write_record(record: Record, family: str) -> str:
    """The canonical text of ``record``: one blank line between blocks, an empty section for what is null."""
    mark = "**" if family == "markdown" else ""
    blocks = [f"{mark}{record.date.text}{mark}"] if record.date else []
    if record.title is not None:
        blocks.append(f"**{record.title}**")
    values = {
        "citation": write_citation(record.citation, family) if record.citation else "",
        "summary": record.summary or "",
        "credits": record.credits.text if record.credits else "",
        "original_languages": ", ".join(language.name for language in record.original_languages),
        "contents": "\n".join(content.text for content in record.contents),
    }
    for name, label in LABELS.items():
        if values[name] or name != "credits":
            blocks.append(f"{mark}{label}:{mark}")
        if values[name]:
            blocks.append(values[name])
    if record.body or record.notes:
        blocks.append(write_body(record.body, record.notes))
    return "\n\n".join(blocks) + "\n"
