"""A whole record: what one published document of the archive says."""

from typing import ClassVar, get_args

from attrs import Factory, evolve, field, frozen

from .body import Block, Note
from .citation import Citation, listed
from .date import Date
from .language import Language
from .links import Links, find_links
from .pages import join_pages
from .text import (
    as_tuple,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    optional_prose,
    phrase,
    phrases,
    prose,
)

CONTENT_KINDS = "translation transcript scan original".split()

#: The new style's names for what a record contains.
CONTENT_WORDS = {
    "translation": "Translation",
    "transcript": "Transcript",
    "scan": "Scan of Original Document",
    "original": "Original",
}


@frozen
class Credits:
    """Who paid for the publication.

    >>> Credits(["Leon Levy Foundation"]).text
    'This document was made possible with support from Leon Levy Foundation'
    """

    supporters: tuple[str, ...] = field(default=(), converter=as_tuple, validator=phrases)
    text: str = field(
        default=Factory(
            lambda self: f"This document was made possible with support from {listed(list(self.supporters))}", True
        ),
        validator=prose,
        kw_only=True,
    )


@frozen
class Content:
    """One item of what the record contains: ``Translation - English``, ``Scan of Original Document``.

    >>> Content("translation", Language("English", "en")).text
    'Translation - English'
    """

    kind: str = field(validator=one_of(*CONTENT_KINDS))
    language: Language | None = field(default=None, validator=optional_instance(Language))
    text: str = field(
        default=Factory(
            lambda self: " - ".join(filter(None, [CONTENT_WORDS[self.kind], self.language and self.language.name])),
            True,
        ),
        validator=phrase,
        kw_only=True,
    )


@frozen(kw_only=True)
class Record:
    """What one record says. Every field may be null or empty.

    >>> Record(title="Letter from Zhou Enlai").body
    ()
    """

    schema_version: ClassVar[int] = 1
    date: Date | None = field(default=None, validator=optional_instance(Date))
    title: str | None = field(default=None, validator=optional_phrase)
    citation: Citation | None = field(default=None, validator=optional_instance(Citation))
    summary: str | None = field(default=None, validator=optional_prose)
    credits: Credits | None = field(default=None, validator=optional_instance(Credits))
    original_languages: tuple[Language, ...] = field(default=(), converter=as_tuple, validator=items(Language))
    contents: tuple[Content, ...] = field(default=(), converter=as_tuple, validator=items(Content))
    body: tuple[Block, ...] = field(default=(), converter=as_tuple, validator=items(*get_args(Block)))
    notes: tuple[Note, ...] = field(default=(), converter=as_tuple, validator=items(*get_args(Note)))

    def links(self) -> Links:
        """Which reference in the text points at which note, and what points at nothing. Computed, never stored."""
        return find_links(self.body, self.notes)

    def join_pages(self) -> "Record":
        """The record with the paragraphs joined that a page's end seems to have broken; reading never joins.

        >>> from archivecite.model.body import Paragraph
        >>> record = Record(body=[Paragraph("We are ahead of them"), Paragraph("and erase them.")])
        >>> [block.text for block in record.join_pages().body]
        ['We are ahead of them and erase them.']
        """
        return evolve(self, body=join_pages(self.body))
