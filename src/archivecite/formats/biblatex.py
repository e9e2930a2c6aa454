r"""A record as BibLaTeX: ``@misc`` for an original in an archive, ``@inbook`` or ``@incollection`` for one in print.

``@unpublished`` has no field for half of this and asks for an author. Titles are in double braces, for else a style
makes ``Mao Zedong`` a ``mao zedong``; so are names, which are not to be cut in two, and archives, which ``and`` would
part.
"""

from collections.abc import Iterator

from ..model.citation import ArchivalSource, Citation, PublishedSource
from ..model.record import Record
from .entry import Entry, archive_name, as_record, read_entry
from .strict import NO_TEXT, held

#: What means something to TeX.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "\n": " ",
    }
)
#: What an address, which TeX reads letter by letter, may not have.
ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})

#: The fields in which "and" parts, or a style changes the case.
WHOLE = ("title", "booktitle", "organization", "location", "publisher")
#: The fields that take no escapes.
PLAIN = ("date", "urldate")

Fields = Iterator[tuple[str, str | tuple[str, ...] | None]]


def to_biblatex(value: Record | Citation) -> str:
    """A record, or a citation alone, as an entry of BibLaTeX.

    Raises ``InvalidRecord``, with the pointer, for a control character or half a character, and ``TypeError`` for a
    value of another type.

    >>> print(to_biblatex(Citation(title="Talks with Mao Zedong", url="https://a.example/document/7")), end="")
    @misc{wcda-7,
      entrysubtype = {letter},
      title = {{Talks with Mao Zedong}},
      url = {https://a.example/document/7},
    }
    """
    record = as_record("to_biblatex", value)
    entry = read_entry(record)
    if isinstance(entry.source, PublishedSource):
        kind = "inbook" if entry.source.authors else "incollection"
        special = chapter(entry, entry.source)
    else:
        kind, special = "misc", manuscript(entry)
    fields = "".join(f"  {name} = {braced(name, text)},\n" for name, text in [*special, *common(entry)] if text)
    return held(f"@{kind}{{{entry.key},\n{fields}}}\n", record, NO_TEXT, "BibLaTeX")


def braced(name: str, value: str | tuple[str, ...]) -> str:
    """The value of a field in its braces; each of several names has its own."""
    if isinstance(value, tuple):
        return f"{{{' and '.join(braced('', one) for one in value)}}}"
    if name == "url":
        return f"{{{value.translate(ADDRESS)}}}"
    safe = value if name in PLAIN else escaped(value)
    return f"{{{{{safe}}}}}" if name in WHOLE else f"{{{safe}}}"


def escaped(text: str) -> str:
    """``text`` as TeX prints it again.

    >>> print(escaped("50 % {of} A--B }"))
    50 \\% \\{of\\} A-{}-B \\textbraceright{}
    """
    safe = "".join(text[start:end].translate(ESCAPES) if brace is None else brace for start, end, brace in cut(text))
    # Two hyphens or apostrophes, or a question mark and a backtick, would become one sign.
    for first, second in ("--", "''", "``", "?`", "!`"):
        safe = safe.replace(first + second, f"{first}{{}}{second}")
        safe = safe.replace(first + second, f"{first}{{}}{second}")
    return safe


def cut(text: str) -> Iterator[tuple[int, int, str | None]]:
    """``text`` in stretches without braces, and the braces as TeX prints them: one that has no partner would end the
    value, even after a backslash.
    """
    left: list[int] = []
    pairs: set[int] = set()
    for place, sign in enumerate(text):
        if sign == "{":
            left.append(place)
        elif sign == "}" and left:
            pairs |= {left.pop(), place}
    start = 0
    for place, sign in enumerate(text):
        if sign in "{}":
            yield start, place, None
            name = "left" if sign == "{" else "right"
            yield place, place + 1, f"\\{sign}" if place in pairs else f"\\textbrace{name}{{}}"
            start = place + 1
    yield start, len(text), None


def manuscript(entry: Entry) -> Fields:
    """The fields for a source in an archive."""
    source = entry.source
    yield "entrysubtype", "letter"
    yield "title", entry.title
    yield "titleaddon", titled(entry)
    yield "date", entry.date.edtf if entry.date else None
    yield "type", entry.genre
    yield "howpublished", entry.digital_archive
    if isinstance(source, ArchivalSource):
        yield "organization", archive_name(source.repository)
        yield "location", source.repository.place if source.repository else None
        yield "note", ", ".join(map(str, source.locator))
    else:
        yield "note", source.text if source else None


def chapter(entry: Entry, source: PublishedSource) -> Fields:
    """The fields for a source in print: the date is the book's, and the document's own is printed after its title."""
    yield "title", entry.title
    dated = entry.date.text if entry.date else None
    yield "titleaddon", ", ".join(filter(None, [entry.genre, entry.serial, dated]))
    yield "booktitle", source.container_title or source.title
    yield "bookauthor", source.authors
    yield "editor", source.editors
    yield "series", source.series
    volume = source.volume or ""
    has_number = volume.isascii() and volume.isdigit()  # biber drops "5, Book 2"
    yield "volume", volume if has_number else None
    yield "number", source.issue
    year = source.year or ""
    yield "date", year if len(year) == 4 and year.isascii() and year.isdigit() else None
    yield "location", source.place
    yield "publisher", source.publisher
    yield "pages", source.pages
    more = f"vol. {volume}" if volume and not has_number else None
    item = f"Document No. {source.item}" if source.item else None
    yield "note", ", ".join(filter(None, [more, item, entry.digital_archive]))


def common(entry: Entry) -> Fields:
    """The fields that every entry ends with."""
    yield "addendum", "; ".join([*entry.statements, *entry.rest])
    yield "url", entry.url
    yield "urldate", entry.accessed.edtf if entry.accessed else None
    yield "abstract", entry.summary
    languages = ", ".join(language.name for language in entry.languages)
    printed = entry.source.text if isinstance(entry.source, PublishedSource) else None
    said = [printed, entry.credits, f"Original language: {languages}" if languages else None]
    yield "annotation", "; ".join(filter(None, said))


def titled(entry: Entry) -> str:
    """What is printed after the title: the document's number, and its date where no style could read it."""
    unread = entry.date.text if entry.date and not entry.date.edtf else None
    return ", ".join(filter(None, [entry.serial, unread]))
