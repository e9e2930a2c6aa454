"""A text, what was read from it, and where."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from os import PathLike, fspath
from typing import Any

from attrs import field, fields, frozen

from ..model.argument import expect
from ..model.citation import Citation
from ..model.diagnostic import InvalidRecord
from ..model.pointer import first_difference, scalars
from ..model.record import Record
from ..model.span import Span
from ..model.text import as_str, cut
from ..surface.flat import Flat
from ..surface.plain import Plain
from .citation import read_citation, write_citation
from .found import Found, stretches
from .record import Family, Reading, new_record, read_record, write_record
from .spans import Spans

#: What a text can be written as.
FAMILIES = ("plain", "markdown", "classic")

#: Keys that are read from characters, and so can't be edited: the characters can.
READINGS = frozenset({"kind", "edtf", "tag", "level", "id", "document_id", "type", "start", "end"})


#: How many characters of a path or a title a document's repr shows.
SHOWN = 50


@frozen(slots=False, eq=False, repr=False)
class Document:
    """A text exactly as given, the ``record`` read from it, and the ``family`` of its layout.

    Documents come from ``parse``, ``read`` and ``parse_citation``; ``path`` is what ``read`` was given if that was a
    path, as it was given. ``spans`` says where each value is, ``unread`` what no value took; both are worked out when
    asked for, in code points of ``text``. Documents are equal if their text, record and family are; they can be copied
    and pickled.

    >>> from archivecite import parse
    >>> document = parse('Citation: "A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\\nSummary: Short.')
    >>> document.family, document.record.summary, document.spans["/summary"].of(document.text)
    ('plain', 'Short.', 'Short.')
    """

    text: str
    path: str | PathLike[str] | None = None
    record: Record = field(init=False)
    family: Family = field(init=False)

    def __attrs_post_init__(self) -> None:
        expect("Document", self.text, str, "a str")
        vars(self)["text"] = as_str(self.text)
        reading = self._read()
        vars(self).update(record=reading.record.value, family=reading.family, _reading=reading)

    def _read(self) -> Reading:
        """What is read from the text, and the family of its layout."""
        return read_record(Plain(self.text))

    @cached_property
    def _reading(self) -> Reading:
        """What was read from the text, with its places: read again in a document that was copied or pickled."""
        return self._read()

    @property
    def _found(self) -> Found[Record]:
        """The record with its places."""
        return self._reading.record

    def __getstate__(self) -> dict[str, Any]:
        # Not what was worked out from the text: it is large, and is worked out again when asked for.
        return {each.name: getattr(self, each.name) for each in fields(Document)}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return (self.text, self.family, self.record) == (other.text, other.family, other.record)

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        path = "" if self.path is None else f" path={cut(repr(fspath(self.path)), SHOWN)}"
        title = cut(repr(self.record.title), SHOWN)
        return f"<Document{path} family={self.family!r} title={title} characters={len(self.text)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the text with every value highlighted, and the record."""
        from ..formats.html.notebook import document_html

        return document_html(self)

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Where each value stands, by JSON Pointer. Readings (``edtf``) share the span of what they are read from."""
        return Spans(self._found)

    @cached_property
    def unread(self) -> tuple[Span, ...]:
        """The stretches that no value took and that are not layout, in order, each once, without blanks at its ends."""
        return tuple(Span(start, end) for start, end in stretches(self._found, self.text))

    def to_bytes(self) -> bytes:
        """The text as UTF-8: for a document that was read from a text file, the file's own bytes; for one that was read
        from a PDF, the PDF's text, so write it to another file.

        Raises ``InvalidRecord`` for a text with a lone surrogate, which UTF-8 can't hold.
        """
        try:
            return self.text.encode()
        except UnicodeEncodeError as error:
            code = ord(self.text[error.start])
            raise InvalidRecord.because("AC902", f"a lone surrogate U+{code:04X} can't be written as UTF-8") from None

    def edit(self, changes: Mapping[str, str] | None = None, **fields: str) -> "Document":
        """A new document in which the characters under each pointer are replaced by the new value.

        ``fields`` are the record's own: ``title="…"`` is ``{"/title": "…"}``. Only those characters change, and the
        record read back says so; an edit that would change another value raises ``InvalidRecord``.

        >>> from archivecite import parse_citation
        >>> cited = parse_citation("\\"A Letter\\", May 3, 1950, Wilson Center Digital Archive, RGASPI.")
        >>> cited.edit({"/citation/date": "May 4, 1950"}).text
        '"A Letter", May 4, 1950, Wilson Center Digital Archive, RGASPI.'
        """
        expect("edit", changes, (Mapping, type(None)), "a mapping of pointers to strings")
        for pointer in changes or ():
            expect("edit", pointer, str, "pointers as str")
        wanted = {**(changes or {}), **{f"/{name}": value for name, value in fields.items()}}
        wanted = {pointer: as_str(value) for pointer, value in wanted.items()}
        edits = sorted((self.editable(pointer), pointer, value) for pointer, value in wanted.items())
        text, done, newline = [], 0, newline_of(self.text)
        for (start, end), pointer, value in edits:
            if start < done:
                raise refusal(pointer, "its characters are edited twice")
            if type(value) is not str:
                raise refusal(pointer, f"expected a string, got {value!r:.80}")
            text += [self.text[done:start], value.replace("\n", newline)]
            done = end
        edited = type(self)("".join((*text, self.text[done:])), self.path)
        verify(self, edited, wanted)
        return edited

    def editable(self, pointer: str) -> tuple[int, int]:
        """The start and end of what ``pointer`` names; raises ``InvalidRecord`` if it can't be edited."""
        name = pointer.rpartition("/")[2]
        if name in READINGS:
            raise refusal(pointer, f"{name} is read from the text; edit the text it is read from")
        if not pointer.startswith("/"):
            raise refusal(pointer, "a pointer begins with a slash, as /citation/date does")
        if (span := self.spans.get(pointer)) is None:
            raise refusal(pointer, "nothing is printed there")
        return span.start, span.end


def refusal(pointer: str, message: str) -> InvalidRecord:
    """The error for an edit that can't be made."""
    return InvalidRecord.because("AC906", f"can't be edited: {message}", pointer)


def newline_of(text: str) -> str:
    """The newline that ``text`` uses: the first one in it.

    >>> newline_of("a\\r\\nb")
    '\\r\\n'
    """
    first = min((i for i in (text.find("\r"), text.find("\n")) if i >= 0), default=-1)
    if first < 0 or text[first] == "\n":
        return "\n"
    return text[first : first + 2] if text[first + 1 : first + 2] == "\n" else "\r"


def verify(before: Document, after: Document, wanted: Mapping[str, str]) -> None:
    """Raise ``InvalidRecord`` unless ``after`` says what was wanted, and else what ``before`` said."""
    new = dict(scalars(after.record))
    for pointer, value in wanted.items():
        read = new.get(pointer, new.get(f"{pointer}/text"))
        if read != value:
            raise refusal(pointer, f"{value!r:.80} would be read as {read!r:.80}")
    touched = touched_by(before, wanted) | touched_by(after, wanted)
    old = dict(scalars(before.record))
    for pointer in sorted((old.keys() | new.keys()) - touched):
        if pointer not in new or pointer not in old or new[pointer] != old[pointer]:
            raise refusal(pointer, "its value would change with the edit")


def touched_by(document: Document, wanted: Iterable[str]) -> set[str]:
    """The pointers of the values that enclose, lie in or are read from the characters under the ``wanted`` pointers."""
    regions = [document.spans[pointer] for pointer in wanted]

    def touched(pointer: str) -> bool:
        # A mark counts from the start of its block's text, so it is read from all of the block.
        span = document.spans.get(pointer.partition("/marks/")[0])
        return span is not None and any(span.start < region.end and region.start < span.end for region in regions)

    return {pointer for pointer, _ in scalars(document.record) if touched(pointer)}


def parse(text: str) -> Document:
    """Read ``text``, any string at all, as a record; never raises.

    >>> parse("A shopping list").family
    'unknown'
    """
    expect("parse", text, str, "a str", "read takes bytes, paths and files")
    return Document(text)


def parse_all(text: str) -> tuple[Document, ...]:
    """Read ``text`` as one record after another: a document for each, whose texts joined are the whole; never raises.

    >>> record = 'Citation: "A", 1950, Wilson Center Digital Archive, RGANI.\\nContents:\\nScan\\nYes.\\n'
    >>> [document.record.citation.title for document in parse_all(record + record.replace("A", "B"))]
    ['A', 'B']
    """
    expect("parse_all", text, str, "a str", "read_all takes bytes, paths and files")
    return documents_of(text, None)


def documents_of(text: str, path: str | PathLike[str] | None) -> tuple[Document, ...]:
    """A document for each record of ``text``, which was read from ``path``."""
    whole = Document(text, path)
    reading = reading_of(whole)
    if not reading.others:
        return (whole,)
    plain = Plain(whole.text)
    starts = [0, *map(plain.at, reading.others), len(whole.text)]
    return tuple(Document(whole.text[start:end], path) for start, end in pairwise(starts))


def reading_of(document: Document) -> Reading:
    """What reading found in ``document`` beyond its record: the labels, and where other records begin."""
    return document._reading  # noqa: SLF001  one package's own


@frozen(slots=False, eq=False, repr=False)
class CitationDocument(Document):
    """A text that is read as one citation, and no whole record."""

    def _read(self) -> Reading:
        plain = Plain(self.text)
        flat = Flat(plain.text, 0, len(plain.text))
        if not flat.text:
            return Reading(Found(Record(), 0, 0), "unknown")
        citation = read_citation(flat.text)
        citation.at = flat.at
        record = new_record(citation=citation.value)
        return Reading(Found(record, 0, len(plain.text), {"citation": citation}, plain.at), "plain")


def parse_citation(text: str) -> Document:
    """Read ``text`` as one citation string, or as the source and provenance part of one; never raises.

    >>> parse_citation("RGANI, f. 5, op. 49, d. 131.").record.citation.sources[0].locator[0].value
    '5'
    """
    expect("parse_citation", text, str, "a str")
    return CitationDocument(text)


def dumps(value: Record | Citation, family: str = "plain") -> str:
    """The canonical text of a record, or of a citation alone, in one family of the layout.

    The text is proven by reading it back: a value that the layout can't carry raises ``InvalidRecord`` with its
    pointer.

    >>> print(dumps(parse_citation('"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.').record.citation))
    "A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI
    """
    if family not in FAMILIES:
        raise InvalidRecord.because("AC905", f"expected one of the families {', '.join(FAMILIES)}, got {family!r:.80}")
    if isinstance(value, Citation):
        text = write_citation(value, family)
        pointer = first_difference(value, parse_citation(text).record.citation or Citation())
    elif isinstance(value, Record):
        text = write_record(value, family)
        pointer = first_difference(value, parse(text).record)
    else:
        raise InvalidRecord.because("AC905", f"expected a Record or a Citation, got {value!r:.200}")
    if pointer is not None:
        raise InvalidRecord.because("AC905", "can't be written: the text would be read differently", pointer)
    return text
