"""Published sources: the tree of ``publication.lark`` to a value."""

from typing import Any

from ..model.citation import PublishedSource
from ..model.unchecked import unchecked
from .book import book_runs
from .found import Found
from .loop import Node, Parse, Token, parse, tables
from .plausible import is_name, is_place, is_publication_date, is_title
from .printed import end_of
from .row import Row
from .vocabulary import Vocabulary
from .words import Words

new_publication = unchecked(PublishedSource)


def parse_publication(words: Words, first: int, last: int, known: Vocabulary) -> Parse:
    """The tree of a publication."""
    return parse(tables("publication", "published"), Row(words, book_runs(words, first, last, known), known).tokens())


def read_publication(words: Words, first: int, last: int, known: Vocabulary) -> Found[PublishedSource] | None:
    """The publication that the atoms are, or None where nothing in them is a title."""
    parsed = parse_publication(words, first, last, known)
    if parsed.tree is None:
        return None
    return read_published(words.text, parsed.tree, words.starts[first], end_of(words, last, known), parsed.unread)


def read_published(
    text: str, tree: Node, start: int, end: int, unread: list[tuple[int, int]]
) -> Found[PublishedSource] | None:
    """The value of a tree of ``publication.lark``, whatever part of it is missing but a title."""
    found: dict[str, Any] = {}

    def put(field: str, token: Token) -> None:
        if field in found:
            unread.append((token.start, token.end))
        else:
            found[field] = Found(text[token.start : token.end], token.start, token.end)

    for field, rule in (("authors", "authors"), ("editors", "editors"), ("translators", "translators")):
        names = [token for node in tree.nodes(rule) for token in node.tokens("PERSON")]
        if names:
            found[field] = [Found(text[token.start : token.end], token.start, token.end) for token in names]
    for field, token in titles_of(tree):
        put(field, token)
    for node in tree.children:
        for child in node.children if isinstance(node, Node) else ():
            if isinstance(child, Token) and child.type in FIELDS:
                put(FIELDS[child.type], child)
    if not is_plausible(found):
        return None
    found["text"] = Found(text[start:end], start, end)
    values: dict[str, Any] = {key: value_of(item) for key, item in found.items()}
    return Found(new_publication(**values), start, end, found, None, unread)


def is_plausible(found: dict[str, Any]) -> bool:
    """Whether a publication has a title, and nothing in it that cannot be (``syntax/plausible.py``)."""
    names = [name.value for field in ("authors", "editors", "translators") for name in found.get(field, ())]
    return (
        "title" in found
        and is_title(found["title"].value)
        and ("place" not in found or is_place(found["place"].value))
        and ("year" not in found or is_publication_date(found["year"].value))
        and all(map(is_name, names))
    )


def value_of(found: Any) -> Any:
    """The value of what was found for a field: of a list, a tuple."""
    return tuple([one.value for one in found]) if isinstance(found, list) else found.value


#: The field of each token that is a value by itself.
FIELDS = {
    "VOLUME": "volume", "ISSUE": "issue", "NUMBERED": "item", "TOWN": "place", "PLACE": "place",
    "PUBLISHER": "publisher", "YEAR": "year", "DATE": "year", "PAGES": "pages",
}  # fmt: skip


def titles_of(tree: Node) -> list[tuple[str, Token]]:
    """Which title is the work's, which the container's and which the series': a part's title stands in quotation marks,
    or after the volume of the series that it is in.
    """
    quoted = [token for node in tree.nodes("article") for token in node.tokens("QUOTED")]
    plain = [token for node in tree.nodes("title") for token in node.tokens("TITLE")]
    series = [token for node in tree.nodes("series") for token in node.tokens("SERIES")]
    if not quoted and not plain:
        return [("title", token) for token in series]
    made = [("series", token) for token in series]
    if quoted:
        return [("title", quoted[0]), *(("container_title", token) for token in (*quoted[1:], *plain)), *made]
    if len(plain) > 1:
        return [("title", plain[1]), ("container_title", plain[0]), *(("title", token) for token in plain[2:]), *made]
    return [("title", plain[0]), *made]
