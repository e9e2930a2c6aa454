"""A date as it is printed, and what it says when that is certain."""

from attrs import field, frozen

from .text import optional_phrase, phrase


@frozen
class Date:
    """A date as printed, with its EDTF form (level 0 or 1) where it can be read in one way only.

    ``Date("November 2, 1962")`` made by hand has no ``edtf``: reading is what ``parse_date`` is for.

    >>> Date("31.X.62", "1962-10-31").edtf
    '1962-10-31'
    """

    text: str = field(validator=phrase)
    edtf: str | None = field(default=None, validator=optional_phrase)
