"""What a record contains: ``Translation - English``, ``English Translation``, ``Scan of Original Document``."""

from ..model.record import Content, ContentKind
from ..model.unchecked import unchecked
from .found import Found
from .grammar import Pattern
from .language import read_language

KINDS: dict[str, ContentKind] = {
    "Translation": "translation",
    "Transcript": "transcript",
    "Transcription": "transcript",
    "Scan": "scan",
    "Original": "original",
}

LANGUAGE_FIRST = Pattern("content", "LANGUAGE_FIRST", groups="before kind")
KIND_FIRST = Pattern("content", "KIND_FIRST", groups="kind after")

new_content = unchecked(Content)


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
    match = LANGUAGE_FIRST.fullmatch(text)
    group = "before" if match else "after"
    match = match or KIND_FIRST.fullmatch(text)
    if match is None:
        return None
    name = match[group]
    kind = KINDS[match["kind"].split()[0]]
    if not name:
        return Found(new_content(kind, text=text), 0, len(text))
    place = match.span(group)
    language = Found(read_language(name), *place, {"name": Found(name, *place)})
    return Found(new_content(kind, language.value, text=text), 0, len(text), {"language": language})
