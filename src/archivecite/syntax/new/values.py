"""The values of the new readers where the model has no fields for them yet: they go into the model's own classes."""

from attrs import field, frozen

from ...model.citation import Citation, Provenance, PublishedSource
from ...model.date import Date
from ...model.language import Language


@frozen
class Publication(PublishedSource):
    """A published source with its translators, its series, the number of an issue and of an item in it."""

    translators: tuple[str, ...] = field(default=(), kw_only=True)
    series: str | None = field(default=None, kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    item: str | None = field(default=None, kw_only=True)


@frozen
class Statement(Provenance):
    """A statement of provenance with all the languages that a document was translated from."""

    from_languages: tuple[Language, ...] = field(default=(), kw_only=True)


@frozen
class WholeCitation(Citation):
    """A citation with the date on which its address was seen."""

    accessed: Date | None = field(default=None, kw_only=True)
