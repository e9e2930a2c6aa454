"""A whole record: its head by ``grammar/record.lark``, its citation and body by their own readers."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from lark import Token, Tree

from ..model.body import Block, PageBreak
from ..model.citation import Citation
from ..model.date import Date
from ..model.language import Language
from ..model.note import Note
from ..model.record import Content, Record
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from ..surface.plain import BOM, FIRST_HEADING, Plain
from ..surface.tight import paragraph_ends, parted
from .body import read_body, write_body
from .citation import read_with_tail, write_citation
from .content import find_content, read_content
from .credits import read_credits
from .date import read_date
from .flattened import unflatten, with_colons
from .found import Found, composed, place
from .grammar import Pattern, parser
from .language import read_language
from .tail import NO_TAIL, Tail

V = TypeVar("V")

MASTHEAD = "Digital Archive\nInternational History Declassified\ndigitalarchive.wilsoncenter.org"

#: A line above or under a date is a name's, if it is no longer.
LONGEST_NAME = 40

#: Hardly a date is longer, with all that may stand about it.
LONGEST_DATE = 60

LABELS = {
    "citation": "Citation",
    "summary": "Summary",
    "credits": "Credits",
    "original_languages": "Original Language",
    "contents": "Contents",
}

LABEL_LINE = Pattern("record", "LABEL_LINE")
FLAT_ENDING = Pattern("record", "FLAT_NOTE", "FLAT_CLOSE")
LABEL = Pattern("record", "CITATION", "SUMMARY", "CREDITS", "ORIGINAL_LANGUAGE", "CONTENTS")
MASTHEAD_LINE = Pattern("record", "MASTHEAD")
PRINTED_DATE = Pattern("record", "PRINTED_DATE")
TRUE_LABEL = Pattern("record", "TRUE_LABEL")
LANGUAGE_SEPARATOR = Pattern("record", "LANGUAGE_SEPARATOR")
BULLET = Pattern("record", "_BULLET")

new_record = unchecked(Record)


#: How a layout looks in a text: ``unknown`` is any text that is not of this layout.
Family = Literal["plain", "markdown", "classic", "heading_markdown", "flattened", "unknown"]


class Reading(NamedTuple):
    """What was read from a text: the record, and the family of the layout, ``unknown`` when it is not this layout."""

    record: Found[Record]
    family: Family


class Head(NamedTuple):
    """The head of a record cut into tokens: what stands before the first label, the first section of each name, and
    the items of Contents, whose label may be lost.
    """

    opening: list[Token]
    sections: dict[str, list[Token]]
    contents: list[Token]
    unread: list[tuple[int, int]]
    body: int


def read_record(plain: Plain) -> Reading:
    """Read the whole of ``plain``, any text at all; one of another layout gives an empty record and is all unread."""
    text = plain.text
    end = len(text.rstrip())
    flattened = False
    label = LABEL_LINE.search(text)
    if label is None or (label.start() == 0 and "\n" not in text[:end]):
        lines = unflatten(text)
        flattened = lines is not None and "\n" in lines
        lines = lines or with_colons(text)
        if lines is None:
            return unknown(plain)
        text = lines
    head = read_head(text)
    parts: dict[str, Found[Any] | list[Found[Any]]] = {}
    tail = NO_TAIL
    if citation := head.sections.get("citation", [])[1:]:
        flat = Flat(text, *extent(citation[0]))
        found, tail = read_with_tail(flat.text)
        found.at = flat.at
        if found.value == Citation() or begins_as_label(found.value):
            head.unread.append(extent(citation[0]))
        else:
            parts["citation"] = found
        head.unread.extend(map(extent, citation[1:]))
    if not is_layout(head, parts.get("citation"), flattened=flattened):
        return unknown(plain)
    read_opening(text, head, parts)
    readers: dict[str, Callable[[str], Found[Any]]] = {"summary": read_phrase, "credits": read_credits}
    for name, read in readers.items():
        if not (tokens := head.sections.get(name, [])[1:]):
            continue
        if any(map(str.isalnum, tokens[0])):
            parts[name] = flat_read(read, text, tokens[0], paragraphs=True)
        else:
            head.unread.append(extent(tokens[0]))  # a row of dashes
    languages = head.sections.get("original_languages", [])[1:]
    printed = [token for token in languages if token.type != "CONTENT_LINE"]
    parts["original_languages"] = [found for token in printed for found in read_languages(text, token)]
    contents = [flat_read(read_content, text, token) for token in head.contents]
    body, parts["notes"], unread = read_parted_body(text, head.body, flattened, tail)
    # "Translation - English" below a note that slipped in under Contents.
    while body and (content := misplaced_content(body[0])):
        contents.append(content)
        del body[0]
    parts["contents"], parts["body"] = contents, body
    values: dict[str, Any] = {name: value_of(part) for name, part in parts.items()}
    record = Found(new_record(**values), 0, end, parts, plain.at, [*head.unread, *unread])
    return Reading(record, "flattened" if flattened else family(plain, head))


def misplaced_content(found: Found[Block]) -> Found[Content] | None:
    """The item of Contents that the first block of a body is, with a bullet perhaps, or None."""
    text = found.value.text
    bullet = None if text[:1].isalnum() else BULLET.match(text)
    start = bullet.end() if bullet else 0
    content = None if isinstance(found.value, PageBreak) else find_content(text[start:])
    if content:
        content.at = composed(lambda offset: found.start + start + offset, found.at)
    return content


Body = tuple[list[Found[Block]], list[Found[Note]], list[tuple[int, int]]]


def read_parted_body(text: str, start: int, flattened: bool, tail: Tail) -> Body:
    """The body and the notes, from ``start``; where a converter lost the blank lines, they are put back first.

    In a flattened body only the signature and the notes at its end can be told from the rest.
    """
    ends = [end for end in paragraph_ends(text, start) if text.find("\n", start) == end or not signed(text, end)]
    if flattened and not ends:
        ends = [match.start() for match in FLAT_ENDING.finditer(text, start)]
    if not ends:
        return read_body(text, start, len(text), (), tail)
    spaced, cuts = parted(text, ends)
    blocks, notes, unread = read_body(spaced, start, len(spaced), cuts.offsets, tail)
    for found in (*blocks, *notes):
        found.at = composed(found.at, cuts.after)
    return blocks, notes, [(cuts.after(first), cuts.after(last - 1) + 1) for first, last in unread]


def signed(text: str, end: int) -> bool:
    """Whether a line that ends at ``end`` and the next one are a name and a date, ``Terebin.`` over ``10.1.1949``."""
    start = text.rfind("\n", 0, end) + 1
    if end - start > LONGEST_NAME:
        return False
    lines = (start, end), (end + 1, text.find("\n", end + 1) % (len(text) + 1))
    return all(last - first <= LONGEST_NAME for first, last in lines) and any(
        PRINTED_DATE.fullmatch(text[first:last].strip()) for first, last in lines
    )


def unknown(plain: Plain) -> Reading:
    """The reading of a text that is not of this layout: nothing, and all of it unread, what looks like markup too."""
    source = plain.source
    text = source.removeprefix(BOM)
    start, end = len(source) - len(text.lstrip()), len(source.rstrip())
    return Reading(
        Found(Record(), 0, end, None, None, [(start, end)] if text and not text.isspace() else []), "unknown"
    )


def read_head(text: str) -> Head:
    """Cut the head of ``text`` into tokens, and find where the body begins.

    The first section of a name counts, and a later one in the head is unread. After the Contents' items a label that
    was there before no longer counts: with it the body has begun.
    """
    opening, *rest = parser("record").parse(text).children
    assert isinstance(opening, Tree)
    head = Head(opening.children, {}, [], [], len(text))  # type: ignore[arg-type]  # the rule holds tokens only
    previous = ""
    for section in rest:
        if isinstance(section, Token):
            return head._replace(body=section.start_pos or 0)
        tokens: list[Token] = section.children  # type: ignore[assignment]  # as above
        items = [token for token in tokens if token.type == "CONTENT_LINE"]
        if section.data not in head.sections:
            head.sections[section.data] = tokens
            head.contents.extend(items)
            if TRUE_LABEL.match(tokens[0]) is None:
                head.unread.append(extent(tokens[0]))
        elif previous == "contents":
            return head._replace(body=tokens[0].start_pos or 0)
        else:
            head.unread.append((tokens[0].start_pos or 0, extent(tokens[-1])[1]))
        previous = "contents" if items else section.data
    return head


def is_layout(head: Head, citation: object, flattened: bool) -> bool:
    """Whether the labels found are enough to call the text a record of this layout.

    A citation that names a digital archive is. ``Original Language:`` stands in catalogues too, with a summary; so it
    takes the label ``Citation:`` or items of Contents besides, or three labels. Labels in mid-line are any prose's
    words: a flattened record needs its citation.
    """
    sections = head.sections
    if isinstance(citation, Found) and citation.value.digital_archive:
        return True
    if flattened:
        return isinstance(citation, Found) and bool(citation.value.title)
    listed = "citation" in sections or len(sections) > 2 or bool(head.contents)
    return "original_languages" in sections and len(sections) > 1 and listed


def read_opening(text: str, head: Head, parts: dict[str, Found[Any] | list[Found[Any]]]) -> None:
    """Read date and title from what stands before the first label; the masthead is layout, all else is unread.

    Double-spaced text parts the lines of one title, and some converters put the date before it on the same line; that
    it is so, only the citation's own title and date can say.
    """
    dates = [token for token in head.opening if token.type == "DATE_LINE"]
    other = [token for token in head.opening if token.type == "TITLE"]
    titles = [token for token in other if is_title(text, token)]
    head.unread.extend(extent(token) for token in other if token not in titles)
    if not dates and titles and read_date(Flat(text, *extent(titles[0])).text):
        dates.append(titles.pop(0))  # "October" / "1962": a date over two lines is no title
    if dates:
        parts["date"] = flat_read(read_date_line, text, dates[0])
    if titles:
        citation = parts.get("citation")
        cited = citation.value if isinstance(citation, Found) else None
        first = Flat(text, *extent(titles[0]))
        opening = head.opening
        row = opening[opening.index(titles[0]) : opening.index(titles[-1]) + 1]
        if cited is not None and len(titles) > 1 and row == titles:  # nothing between them is a date, or unread
            whole = Flat(text, extent(titles[0])[0], extent(titles[-1])[1])
            if is_one_title(whole, cited, titles, dates, parts):
                titles, first = titles[:1], whole
        if "title" not in parts and (dates or cited is None or not read_joined(first, cited, parts)):
            parts["title"] = Found(first.text, 0, len(first.text), at=first.at)
    title = parts.get("title")
    if isinstance(title, Found) and no_title(title.value):
        del parts["title"]
        head.unread.append(place("", title.start, title.end, title.at)[1:])
    head.unread.extend(map(extent, (*dates[1:], *titles[1:])))


def begins_as_label(citation: Citation) -> bool:
    """Whether a citation has no opening, and what it does have would be a label at the start of a line: ";Citatio:"."""
    if citation.title or citation.date or citation.digital_archive:
        return False
    texts = [part.text for part in (*citation.sources, *citation.provenance)]
    return bool(texts) and LABEL.match(texts[0]) is not None


def is_title(text: str, token: Token) -> bool:
    """Whether what the grammar took for a title is one: no line of stars or dashes, nor a masthead over two lines, nor
    two lines that would be a heading in Markdown if they were one.
    """
    if not any(map(str.isalnum, token)):
        return False
    if "\n" not in token:
        return True
    title = Flat(text, *extent(token)).text
    return not (MASTHEAD_LINE.fullmatch(title) or FIRST_HEADING.match(title))


def no_title(text: str) -> bool:
    """Whether what is left for a title is none: a second date, or a label or mere signs that stood behind a date."""
    if (":" in text and LABEL.match(text)) or not any(map(str.isalnum, text)):
        return True
    return len(text) <= LONGEST_DATE and read_date(text) is not None


def is_one_title(
    whole: Flat,
    citation: Citation,
    titles: list[Token],
    dates: list[Token],
    parts: dict[str, Found[Any] | list[Found[Any]]],
) -> bool:
    """Whether the paragraphs of ``titles`` are the citation's one title, after a date perhaps, which is then read."""
    first, last = titles[0].start_pos or 0, titles[-1].start_pos or 0
    if any(first < (date.start_pos or 0) < last for date in dates):
        return False
    # Stars in two paragraphs are text; on one line they would be bold.
    if "**" in whole.text:
        return False
    return same_title(whole.text, citation) or (not dates and read_joined(whole, citation, parts, title_only=True))


def same_title(text: str, citation: Citation) -> bool:
    """Whether ``text`` is the citation's title: letters and digits tell. Quotes within quotes differ (``'Trade'`` for
    ``"Trade"``), and so do hyphens where lines end, ``Sino- Soviet`` or ``SinoSoviet``.
    """
    return citation.title is not None and letters(text) == letters(citation.title)


def letters(text: str) -> str:
    """The letters and digits of ``text``."""
    return "".join(filter(str.isalnum, text))


def read_joined(
    flat: Flat, citation: Citation, parts: dict[str, Found[Any] | list[Found[Any]]], title_only: bool = False
) -> bool:
    """Read a date and a title that stand in one heading, ``July 4, 1949 Report from …``, if the citation agrees.

    A title may begin with a date of its own, so only the citation's own title, or date, can tell.
    """
    text = flat.text
    if same_title(text, citation):
        return False
    # Before the citation's own title stands the date, whatever that title begins with: "c. 1926 May 3, 1950: …"
    end = len(text) - len(f" {citation.title}") if citation.title and text.endswith(f" {citation.title}") else -1
    if end < 0 or not read_date(text[:end]):
        match = PRINTED_DATE.match(text)
        end = match.end() if match else len(text)
    date = read_date(text[:end])
    if date is None or text[end : end + 1] != " ":
        return False
    title = text[end + 1 :]
    if not same_title(title, citation) and (title_only or not same_date(date, citation)):
        return False
    parts["date"] = Found(date, 0, end, at=flat.at)
    parts["title"] = Found(title, end + 1, len(text), at=flat.at)
    return True


def same_date(date: Date, citation: Citation) -> bool:
    """Whether ``date`` is the citation's, ``April, 1961`` for ``April 1961``."""
    cited = citation.date
    return cited is not None and (cited == date or (cited.edtf is not None and cited.edtf == date.edtf))


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
    separators = [match.span() for match in LANGUAGE_SEPARATOR.finditer(flat.text)]
    for end, following in (*separators, (len(flat.text), 0)):
        if printed := flat.text[start:end].strip():
            start = flat.text.index(printed, start)
            name = Found(printed, start, start + len(printed))
            found.append(Found(read_language(printed), name.start, name.end, {"name": name}, flat.at))
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


def family(plain: Plain, head: Head) -> Family:
    """How the layout looks: labels as headings, bold labels, a masthead or values right under their labels, or none."""
    labels = {tokens[0].start_pos for tokens in head.sections.values()}
    if plain.headed:
        return "heading_markdown"
    if any(start in labels for start, _ in plain.bold):
        return "markdown"
    masthead = any(token.type == "MASTHEAD" for token in head.opening)
    tight = any(tokens[0].count("\n") == 1 for tokens in head.sections.values() if tokens[1:])
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
    for name, label in LABELS.items():
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
