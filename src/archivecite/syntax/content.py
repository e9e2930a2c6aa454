"""What a record contains: ``Translation - English``, ``English Translation``, ``Scan of Original Document``."""

from functools import cache

from ..model.record import Content, ContentKind
from ..model.unchecked import unchecked
from .found import Found
from .language import read_language
from .vocabulary import vocabulary

#: What stands between a kind and a language.
DASHES = " -–—"

#: The longest name of a language, in words.
LONGEST = 3

new_content = unchecked(Content)


@cache
def kinds() -> list[tuple[str, ContentKind]]:
    """The words of each kind, the longest first."""
    table: dict[ContentKind, list[str]] = vocabulary().data["contents"]
    rows = [(printed, kind) for kind, words in table.items() for printed in words]
    return sorted(rows, key=lambda row: -len(row[0]))


def read_content(text: str) -> Found[Content]:
    """The one item that ``text``, a line that the grammar took as an item, names.

    >>> read_content("Transcript - Russian").value.kind
    'transcript'
    """
    found = find_content(text)
    assert found is not None, text
    return found


def find_content(text: str) -> Found[Content] | None:
    """The one item that a flat ``text`` is, or None when it is none."""
    for printed, kind in kinds():
        if text == printed:
            return Found(new_content(kind, text=text), 0, len(text))
        if text.endswith(f" {printed}") and read_language(text[: -len(printed) - 1]).tag:
            return in_language(text, kind, 0, len(text) - len(printed) - 1)
        if text.startswith(printed):
            rest = text[len(printed) :].lstrip(DASHES)
            dash = text[len(printed) : len(text) - len(rest)].strip()
            if len(dash) == 1 and is_language(rest):
                return in_language(text, kind, len(text) - len(rest), len(text))
    return None


def in_language(text: str, kind: ContentKind, start: int, end: int) -> Found[Content]:
    """The item of a kind whose language is between ``start`` and ``end``."""
    name = text[start:end]
    language = Found(read_language(name), start, end, {"name": Found(name, start, end)})
    return Found(new_content(kind, language.value, text=text), 0, len(text), {"language": language})


def is_language(text: str) -> bool:
    """Whether ``text`` can be the name of a language, known or not: up to three words with a capital each.

    >>> is_language("Old Church Slavonic"), is_language("see below")
    (True, False)
    """
    words = text.replace("-", " ").split(" ")
    return len(words) <= LONGEST and all(len(word) > 1 and word.isalpha() and word.istitle() for word in words)
