"""How many values of a record are kept as text because they could not be read with certainty."""

from collections.abc import Iterable
from typing import NamedTuple

from ..model.citation import Citation, OtherSource
from ..model.record import Record


class Doubts(NamedTuple):
    """The number of dates without ``edtf``, and of sources and statements of the kind ``other``."""

    dates: int = 0
    sources: int = 0
    statements: int = 0

    def plus(self, other: "Doubts") -> "Doubts":
        """The doubts of two records."""
        return Doubts(*(one + more for one, more in zip(self, other, strict=True)))

    def __str__(self) -> str:
        others = listed([counted(self.sources, "source"), counted(self.statements, "statement")])
        dates = counted(self.dates, "date")
        return listed([dates and f"{dates} (edtf null)", others and f"{others} (kind other)"])


#: That nothing is in doubt.
NONE = Doubts()


def counted(number: int, noun: str) -> str:
    """A noun with its number; nothing for 0."""
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""


def listed(parts: Iterable[str]) -> str:
    """``parts`` without those that are empty, joined by "and"."""
    return " and ".join(filter(None, parts))


def doubts_of(value: Record | Citation | None) -> Doubts:
    """What is in doubt in the head of a record, or in a citation.

    >>> from archivecite import Date, Provenance
    >>> citation = Citation(date=Date("04.11.1962"), provenance=[Provenance("other", text="tarnslated by Weber")])
    >>> str(doubts_of(Record(date=Date("early 1962"), citation=citation)))
    '2 dates (edtf null) and 1 statement (kind other)'
    """
    citation = (value.citation if isinstance(value, Record) else value) or Citation()
    dates = [citation.date, citation.accessed, value.date if isinstance(value, Record) else None]
    return Doubts(
        sum(date is not None and date.edtf is None for date in dates),
        sum(isinstance(source, OtherSource) for source in citation.sources),
        sum(statement.kind == "other" for statement in citation.provenance),
    )
