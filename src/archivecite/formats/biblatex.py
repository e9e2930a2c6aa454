r"""A record as BibLaTeX: ``@misc``, whether the original is in an archive or in print.

No other type does without the author, whom no record names. ``@unpublished`` has no field for half of this; and where
``@incollection`` has no author, styles print the book's editor in the author's place and the book's year as the
document's: ``A. Weber, ed. "Letter to Nicolae Ceaușescu."`` of 1995. So a book is a note, as the citation prints it.
Titles are in double braces, for else a style makes ``Mao Zedong`` a ``mao zedong``; so are archives, which ``and``
would part.
"""

from collections.abc import Iterator

from ..model.citation import ArchivalSource, Citation, PublishedSource, Source
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
WHOLE = ("title", "organization", "location")
#: The fields that are as they are to be written.
PLAIN = ("date", "urldate", "note")

Fields = Iterator[tuple[str, str | None]]


def to_biblatex(value: Record | Citation) -> str:
    """A record, or a citation alone, as an entry of BibLaTeX.

    Raises ``InvalidRecord``, with the pointer, for a control character or half a character, and ``TypeError`` for a
    value of another type.

    >>> print(to_biblatex(Citation(title="Talks with Mao Zedong", url="https://a.example/document/7")), end="")
    @misc{wcda-7,
      entrysubtype = {document},
      title = {{Talks with Mao Zedong}},
      url = {https://a.example/document/7},
    }
    """
    record = as_record("to_biblatex", value)
    entry = read_entry(record)
    written = "".join(f"  {name} = {braced(name, text)},\n" for name, text in fields(entry) if text)
    return held(f"@misc{{{entry.key},\n{written}}}\n", record, NO_TEXT, "BibLaTeX")


def braced(name: str, value: str) -> str:
    """The value of a field in its braces."""
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


def fields(entry: Entry) -> Fields:
    """The fields of an entry. A style of archives asks whether there is an ``entrysubtype``, others print it."""
    source = entry.source
    repository = source.repository if isinstance(source, ArchivalSource) else None
    yield "entrysubtype", "document"
    yield "title", entry.title
    yield "titleaddon", titled(entry)
    yield "date", entry.date.edtf if entry.date else None
    yield "type", entry.genre
    yield "howpublished", entry.digital_archive
    yield "organization", archive_name(repository)
    yield "location", repository.place if repository else None
    yield "note", noted(source)
    yield "addendum", "; ".join([*entry.statements, *entry.rest])
    yield "url", entry.url
    yield "urldate", entry.accessed.edtf if entry.accessed else None
    yield "abstract", entry.summary
    languages = ", ".join(language.name for language in entry.languages)
    yield "annotation", "; ".join(filter(None, [entry.credits, languages and f"Original language: {languages}"]))


def noted(source: Source | None) -> str:
    """The locator, or a source in print as its citation prints it, with the book's title in italics.

    >>> noted(PublishedSource(["Anna Weber"], title="Life & Reforms", year="1995", pages="4-5"))
    'Anna Weber, \\\\emph{Life \\\\& Reforms} (1995), pp. 4-5'
    """
    if isinstance(source, ArchivalSource):
        return escaped(", ".join(map(str, source.locator)))
    if not isinstance(source, PublishedSource):
        return escaped(source.text) if source else ""
    title = source.container_title or source.title
    if not title or source.text.count(title) != 1:
        return escaped(source.text)
    before, _, after = source.text.partition(title)
    return f"{escaped(before)}\\emph{{{escaped(title)}}}{escaped(after)}"


def titled(entry: Entry) -> str:
    """What is printed after the title: the document's number, and its date where no style could read it."""
    unread = entry.date.text if entry.date and not entry.date.edtf else None
    return ", ".join(filter(None, [entry.serial, unread]))
