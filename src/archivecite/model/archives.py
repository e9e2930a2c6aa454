"""An archive, as an acronym names it: what it is called, and where it is."""

from attrs import frozen

from .value import Value


@frozen(eq=False, repr=False)
class Archive(Value):
    """An archive by one of its acronyms, with its name, its place and the ISO 3166 code of its country.

    >>> Archive("RGANI", "Russian State Archive of Contemporary History", "Moscow", "RU").place
    'Moscow'
    """

    acronym: str
    name: str
    place: str
    country: str
