"""A whole record: what one published document of the archive says."""

from typing import Any, Literal, get_args

from attrs import Attribute, evolve, field, frozen

from .body import Block
from .citation import Citation, listed
from .date import Date
from .language import Language
from .links import Links, find_links
from .note import Note
from .pages import join_pages
from .reading import SUPPLIED_AS, SuppliedAs, reading_text
from .row import Cell, make_row
from .text import (
    as_strings,
    as_tuple,
    cut,
    from_fields,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    optional_prose,
    phrase,
    phrases,
    prose,
    refuse,
    with_plain_strings,
)
from .value import Value

ContentKind = Literal["translation", "transcript", "scan", "original"]

CONTENT_KINDS: tuple[ContentKind, ...] = get_args(ContentKind)

#: The new style's names for what a record contains.
CONTENT_WORDS: dict[ContentKind, str] = {
    "translation": "Translation",
    "transcript": "Transcript",
    "scan": "Scan of Original Document",
    "original": "Original",
}


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Credits(Value):
    """Who paid for the publication.

    >>> Credits(["Leon Levy Foundation"]).text
    'This document was made possible with support from Leon Levy Foundation'
    """

    supporters: tuple[str, ...] = field(default=(), converter=as_strings, validator=phrases)
    text: str = field(
        default=from_fields(
            lambda self: f"This document was made possible with support from {listed(list(self.supporters))}"
        ),
        validator=prose,
        kw_only=True,
    )


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Content(Value):
    """One item of what the record contains: ``Translation - English``, ``Scan of Original Document``.

    >>> Content("translation", Language("English", "en")).text
    'Translation - English'
    """

    kind: ContentKind = field(validator=one_of(*CONTENT_KINDS))
    language: Language | None = field(default=None, validator=optional_instance(Language))
    text: str = field(
        default=from_fields(
            lambda self: " - ".join(filter(None, [CONTENT_WORDS[self.kind], self.language and self.language.name]))
        ),
        validator=phrase,
        kw_only=True,
    )


#: The version of the JSON that this library writes: docs/json.md says when it rises.
SCHEMA_VERSION: Literal[1] = 1


def current_version(owner: object, attribute: "Attribute[Any]", value: object) -> None:
    """attrs validator: the version of this library's own records."""
    if type(value) is not int or value != SCHEMA_VERSION:
        raise refuse(owner, attribute, f"{SCHEMA_VERSION}", value)


#: How many characters of a value a record's repr shows.
SHOWN = 40


@frozen(kw_only=True, eq=False, repr=False, field_transformer=with_plain_strings)
class Record(Value):
    """What one record says. Every field may be null or empty.

    >>> Record(title="Letter from Zhou Enlai").body
    ()
    """

    schema_version: Literal[1] = field(default=SCHEMA_VERSION, validator=current_version)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    title: str | None = field(default=None, validator=optional_phrase)
    citation: Citation | None = field(default=None, validator=optional_instance(Citation))
    summary: str | None = field(default=None, validator=optional_prose)
    credits: Credits | None = field(default=None, validator=optional_instance(Credits))
    original_languages: tuple[Language, ...] = field(default=(), converter=as_tuple, validator=items(Language))
    contents: tuple[Content, ...] = field(default=(), converter=as_tuple, validator=items(Content))
    body: tuple[Block, ...] = field(default=(), converter=as_tuple, validator=items(*get_args(Block)))
    notes: tuple[Note, ...] = field(default=(), converter=as_tuple, validator=items(*get_args(Note)))

    @property
    def id(self) -> str | None:
        """``wcda-`` and the number or name of the record in its URL; None without a URL.

        >>> Record(citation=Citation(url="https://digitalarchive.wilsoncenter.org/document/112639")).id
        'wcda-112639'
        """
        document_id = self.citation and self.citation.document_id
        return f"wcda-{document_id}" if document_id else None

    def __repr__(self) -> str:
        shown = {"id": self.id, "date": self.date and self.date.text, "title": self.title}
        named = [f"{name}={cut(repr(value), SHOWN)}" for name, value in shown.items()]
        return f"<Record {' '.join(named)} body={len(self.body)} notes={len(self.notes)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the keys and values."""
        from ..formats.html.notebook import record_html

        return record_html(self)

    def links(self) -> Links:
        """Which reference in the text points at which note, and what points at nothing. Computed, never stored."""
        return find_links(self.body, self.notes)

    def to_row(self) -> dict[str, Cell]:
        """The record as a row of a table: strings as printed, with semicolons between several values of a kind.

        >>> row = Record(title="Letter from Zhou Enlai", citation=Citation(url="https://a.example/document/7")).to_row()
        >>> row["id"], row["title"], row["locator_fond"]
        ('wcda-7', 'Letter from Zhou Enlai', None)
        """
        return make_row(self)

    def join_pages(self) -> "Record":
        """The record with the paragraphs joined that a page's end seems to have broken; reading never joins.

        >>> from archivecite.model.body import Paragraph
        >>> record = Record(body=[Paragraph("We are ahead of them"), Paragraph("and erase them.")])
        >>> [block.text for block in record.join_pages().body]
        ['We are ahead of them and erase them.']
        """
        return evolve(self, body=join_pages(self.body))

    def reading_text(self, supplied: SuppliedAs = "keep") -> str:
        """The body as text to read, search or count: blocks joined by blank lines.

        Expansions lose their brackets; remarks, note marks and ``[sic]`` go; a gap is ``[…]``. The words that an editor
        ``supplied`` keep their brackets (``"keep"``), lose them (``"join"``) or go (``"drop"``). Doubtful words
        (``[Zheng?]``) and cross references stay as printed. The notes are no part of it. Raises ``ValueError`` for
        another ``supplied``.

        >>> from archivecite import Mark, Paragraph
        >>> record = Record(body=[Paragraph("Com[rade] Novak[1] left.", marks=[
        ...     Mark("expansion", 3, 9, "rade"), Mark("note_ref", 15, 18, "1")])])
        >>> record.reading_text()
        'Comrade Novak left.'
        """
        if supplied not in SUPPLIED_AS:
            raise ValueError(
                f"reading_text: expected one of {', '.join(SUPPLIED_AS)} for supplied, got {supplied!r:.80}"
            )
        return reading_text(self.body, supplied)
