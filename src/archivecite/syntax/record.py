"""A whole record: its head by ``grammar/record.lark``, its citation and body by their own readers."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple, TypeVar

from ..model.citation import Citation
from ..model.date import Date
from ..model.language import Language
from ..model.record import Record
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from ..surface.plain import BOM, Plain
from .body import write_body
from .citation import read_with_tail, write_citation
from .content import read_content
from .credits import read_credits
from .date import read_date
from .flattened import unflatten, with_colons
from .found import Found
from .language import read_language
from .loop import Node, Token, parse, tables
from .paragraphs import misplaced_content, read_parted_body
from .section import Sections, names_in, sections_of
from .section_label import Label, label_at, labels
from .several import record_starts
from .tail import NO_TAIL, Tail
from .top import top_of
from .vocabulary import vocabulary

V = TypeVar("V")

MASTHEAD = "Digital Archive\nInternational History Declassified\ndigitalarchive.wilsoncenter.org"

#: The sections without one of which nothing is a record.
NEEDED = ("citation", "original_languages")

new_record = unchecked(Record)


#: How a layout looks in a text: ``unknown`` is any text that is not of this layout.
Family = Literal["plain", "markdown", "classic", "heading_markdown", "flattened", "unknown"]


class Reading(NamedTuple):
    """What was read from a text: the record, and the family of the layout, ``unknown`` when it is not this layout; the
    labels of its head, and where other records begin in the text, both in the plain text; and the tree.
    """

    record: Found[Record]
    family: Family
    labels: Sequence[Label] = ()
    others: Sequence[int] = ()
    tree: Node | None = None


Parts = dict[str, Found[Any] | list[Found[Any]]]


def read_record(plain: Plain) -> Reading:
    """Read the whole of ``plain``, any text at all; one of another layout gives an empty record and is all unread."""
    text, flattened, first = with_lines(plain.text)
    if first is None:
        return unknown(plain)
    sections = sections_of(text, first)
    parts, unread, tail = read_cited(text, sections)
    if not is_layout(sections, parts.get("citation"), flattened=flattened):
        return unknown(plain)
    others = [] if flattened else list(record_starts(text, sections.body))
    body, end = text[: others[0]] if others else text, len(text.rstrip())
    found = parts.get("citation")
    cited = found.value if isinstance(found, Found) else None
    tokens = top_of(text, first.start, cited)
    tokens += sections.tokens
    if sections.body < len(body.rstrip()):
        tokens.append(Token("BODY", sections.body, len(body.rstrip())))
    tree, skipped = parse(tables("record", "record"), tokens)
    assert tree is not None  # every part of a record may be missing
    unread += [(token.start, token.end) for token in skipped]
    read_head(text, tree, parts, cited)
    unread += read_document(body, sections.body, flattened, tail, parts)
    unread += [(others[0], end)] if others else []
    values: dict[str, Any] = {name: value_of(part) for name, part in parts.items()}
    record = Found(new_record(**values), 0, end, parts, plain.at, unread)
    return Reading(
        record, "flattened" if flattened else family(plain, text, sections, tree), sections.labels, others, tree
    )


def with_lines(text: str) -> tuple[str, bool, Label | None]:
    """``text`` as it is where lines begin with labels, else with the lines or the colons of its labels put back;
    whether it was all on one line; and its first label, if it has those of a record.
    """
    first = None
    for label in labels(text):
        first = first or (label if label.dress != "foreign" else None)
        if label.section in NEEDED and label.counts:
            if label.start or "\n" in text.rstrip():
                return text, False, first
            break
    flat = unflatten(text)
    lines = flat or with_colons(text)
    first = next((label for label in labels(lines) if label.dress != "foreign"), None) if lines else None
    return lines or text, flat is not None and "\n" in flat, first


def read_cited(text: str, sections: Sections) -> tuple[Parts, list[tuple[int, int]], Tail]:
    """The citation, if there is one, what is unread of it, and its tail."""
    string = next((token for token in sections.tokens if token.type == "STRING"), None)
    if string is None:
        return {}, [], NO_TAIL
    flat = Flat(text, string.start, string.end)
    found, tail = read_with_tail(flat.text)
    if found.value == Citation() or begins_as_label(found.value):
        return {}, [(string.start, string.end)], tail
    found.at = flat.at
    return {"citation": found}, [], tail


def read_head(text: str, tree: Node, parts: Parts, cited: Citation | None) -> None:
    """Read date, title, summary, credits, languages and contents from the nodes of the tree."""
    nodes = {node.type: node for node in tree.children if isinstance(node, Node)}
    readers: dict[str, tuple[str, Callable[[str], Found[Any]]]] = {
        "date": ("DATE", partial(read_date_line, cited=cited.date if cited else None)),
        "title": ("TITLE", read_phrase),
        "summary": ("TEXT", read_phrase),
        "credits": ("TEXT", read_credits),
    }
    for name, (kind, read) in readers.items():
        for token in nodes[name].tokens(kind) if name in nodes else ():
            parts[name] = flat_read(read, text, token, paragraphs=kind == "TEXT")
    named = nodes["language"].tokens("NAMES") if "language" in nodes else []
    parts["original_languages"] = [found for token in named for found in read_languages(text, token)]
    lists = [node for node in tree.children if isinstance(node, Node) and node.type in ("language", "contents")]
    parts["contents"] = [flat_read(read_content, text, token) for node in lists for token in node.tokens("ITEM")]


def read_document(text: str, start: int, flattened: bool, tail: Tail, parts: Parts) -> list[tuple[int, int]]:
    """Read the body and the notes of ``text``, from ``start``; gives what is unread."""
    body, notes, unread = read_parted_body(text, start, flattened, tail)
    contents = parts["contents"]
    assert isinstance(contents, list)
    # "Translation - English" below a note that slipped in under Contents.
    while body and (content := misplaced_content(body[0])):
        contents.append(content)
        del body[0]
    parts["body"], parts["notes"] = body, notes
    return unread


def unknown(plain: Plain) -> Reading:
    """The reading of a text that is not of this layout: nothing, and all of it unread, what looks like markup too."""
    source = plain.source
    text = source.removeprefix(BOM)
    start, end = len(source) - len(text.lstrip()), len(source.rstrip())
    return Reading(
        Found(Record(), 0, end, None, None, [(start, end)] if text and not text.isspace() else []), "unknown"
    )


def is_layout(sections: Sections, citation: object, flattened: bool) -> bool:
    """Whether the labels found are enough to call the text a record of this layout.

    A citation that names a digital archive is. ``Original Language:`` stands in catalogues too, with a summary; so it
    takes the label ``Citation:`` or items of Contents besides, or three labels. Labels in mid-line are any prose's
    words: a flattened record needs its citation. Aliases do not count: they are any catalogue's words.
    """
    if isinstance(citation, Found) and citation.value.digital_archive:
        return True
    if flattened:
        return isinstance(citation, Found) and bool(citation.value.title)
    names = {label.section for label in sections.labels if label.is_own or label.dress == "misspelt"}
    listed = "citation" in names or len(names) > 2 or any(token.type == "ITEM" for token in sections.tokens)
    return "original_languages" in names and len(names) > 1 and listed


def begins_as_label(citation: Citation) -> bool:
    """Whether a citation has no opening, and what it does have would be a label at the start of a line: ";Citatio:"."""
    if citation.title or citation.date or citation.digital_archive:
        return False
    texts = [part.text for part in (*citation.sources, *citation.provenance)]
    return bool(texts) and label_at(texts[0], 0) is not None


def read_date_line(text: str, cited: Date | None) -> Found[Date]:
    """The date that ``text``, which the grammar took as a date, is: the citation has often read it before."""
    return Found(cited if cited and cited.text == text else read_date(text) or Date(text), 0, len(text))


def read_phrase(text: str) -> Found[str]:
    """``text`` itself."""
    return Found(text, 0, len(text))


def read_languages(text: str, token: Token) -> list[Found[Language]]:
    """The languages on one line: ``Russian``, ``German and Russian``."""
    flat = Flat(text, token.start, token.end)
    found = []
    for start, end in names_in(flat.text):
        name = Found(flat.text[start:end], start, end)
        found.append(Found(read_language(name.value), start, end, {"name": name}, flat.at))
    return found


def flat_read(read: Callable[[str], Found[V]], text: str, token: Token, paragraphs: bool = False) -> Found[V]:
    """What ``read`` makes of ``token`` unwrapped, with its places in ``text``."""
    flat = Flat(text, token.start, token.end, paragraphs)
    found = read(flat.text)
    found.at = flat.at
    return found


def value_of(part: Found[V] | Sequence[Found[V]]) -> V | tuple[V, ...]:
    """The value or values that were found."""
    return part.value if isinstance(part, Found) else tuple([found.value for found in part])


def family(plain: Plain, text: str, sections: Sections, tree: Node) -> Family:
    """How the layout looks: labels as headings, bold labels, a masthead or values right under their labels, or none."""
    if plain.headed:
        return "heading_markdown"
    starts = {label.start: label for label in sections.labels}
    if any(start in starts for start, _ in plain.bold):
        return "markdown"
    masthead = any(isinstance(token, Token) and token.type == "MASTHEAD" for token in tree.children)
    filled = [starts[node.start] for node in tree.children if node.start in starts and len(node.children) > 1]
    tight = any(text.count("\n", label.end, label.value) == 1 for label in filled)
    return "classic" if masthead or tight else "plain"


def write_record(record: Record, family: str) -> str:
    """The canonical text of ``record``: one blank line between blocks, an empty section for what is null.

    The classic family has the masthead, and no blank line between a label and its value.
    """
    classic = family == "classic"
    mark = "**" if family == "markdown" else ""
    blocks = [MASTHEAD] if classic else []
    if record.date:
        blocks.append(f"{mark}{record.date.text}{mark}")
    if record.title is not None:
        # Stars of the title's own would not pair with those of the bold.
        blocks.append(record.title if classic or "*" in record.title else f"**{record.title}**")
    values = {
        "citation": write_citation(record.citation, family) if record.citation else "",
        "summary": record.summary or "",
        "credits": record.credits.text if record.credits else "",
        "original_languages": ", ".join(language.name for language in record.original_languages),
        "contents": "\n".join(content.text for content in record.contents),
    }
    for name, label in vocabulary().section_names.items():
        if values[name] and classic:
            blocks.append(f"{label}:\n{values[name]}")
        elif values[name]:
            blocks += (f"{mark}{label}:{mark}", values[name])
        elif name != "credits":
            blocks.append(f"{mark}{label}:{mark}")
    if record.body or record.notes:
        blocks.append(write_body(record.body, record.notes))
    text = "\n\n".join(blocks) + "\n"
    # The first byte order mark of a text is no part of it.
    return BOM + text if text.startswith(BOM) else text
