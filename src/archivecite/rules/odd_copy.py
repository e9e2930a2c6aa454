"""Which of two copies of a fact is the wrong one: the one that the rest of the record does not bear out."""

from itertools import pairwise

from ..model.close import Signature
from ..model.date import Date
from ..model.header import Dateline
from .differing import Difference, bare, words_of
from .subject import Subject

#: The century of the archive's documents: any other is hardly meant.
CENTURY = "19"


def is_citation_odd(subject: Subject, found: Difference | None, title: str, cited: str) -> bool:
    """Whether of two titles the cited one is wrong: it lacks a word, or has more words that are nowhere else."""
    if found and not (found.here and found.there):
        return is_doubled(cited) if not found.here else not is_doubled(title)
    known = {bare(word) for _, text in subject.prose() for word in text.split()}
    return share(cited, known) < share(title, known)


def is_doubled(title: str) -> bool:
    """Whether a title has one word twice in a row.

    >>> is_doubled("Letter to to Petrov"), is_doubled("Letter to Petrov")
    (True, False)
    """
    return any(one == two for one, two in pairwise(title.split()))


def share(title: str, known: set[str]) -> float:
    """Which part of a title's words are ``known``.

    >>> share("Letter to Petrov", {"petrov", "letter"})
    0.6666666666666666
    """
    words = [bare(word.text) for word in words_of(title)]
    return sum(word in known for word in words) / max(1, len(words))


def is_cited_date_odd(subject: Subject, date: Date, cited: Date) -> bool:
    """Whether of two dates, both read, the cited one is wrong: the document itself is dated as the other."""
    return support(subject, cited) < support(subject, date)


def support(subject: Subject, date: Date) -> tuple[int, bool, int]:
    """How much bears out a date: the document's own dates, its century, and how often its year is named."""
    own = sum(block.date is not None and block.date.edtf == date.edtf for block in dated(subject))
    edtf = date.edtf or ""
    return own, edtf.startswith(CENTURY), subject.plain.text.count(edtf[:4])


def dated(subject: Subject) -> list[Signature | Dateline]:
    """The blocks that have the document's own date."""
    return [block for block in subject.record.body if isinstance(block, Signature | Dateline)]
