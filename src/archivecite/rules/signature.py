"""Rules on the date of the signature: does it agree with the record's?"""

from collections.abc import Iterable
from datetime import date as day

from ..model.close import Signature
from ..model.date import Date
from ..model.diagnostic import Severity
from ..model.header import Dateline
from .rule import Finding, Rule
from .subject import Subject

#: Two dates of this many days or fewer may be in two years: a letter of December that was sent in January.
TURN = 62
#: Letters are sent, and minutes approved, in fewer days than these.
FORTNIGHT = 14


class SignatureDateMismatch(Rule):
    """The date of the signature is two weeks or more from the date of the record.

    A letter may be sent some days after it was written, and minutes are approved some days after a meeting. Where more
    time lies between the two dates, both may still be right; but months are also misread.

    Example, body:

        All is well here.

        22 November 1962 Petrov

    Instead:

        All is well here.

        2 November 1962 Petrov
    """

    code = "AC603"
    severity = Severity.INFO
    message = "the signature has another date than the record"
    hint = "look both up in the original; if both are right, leave them"

    def find(self, subject: Subject) -> Iterable[Finding]:
        date, signed = subject.record.date, signatures(subject)
        # A record of several letters has a date for each.
        if date is None or date.edtf is None or len(signed) != 1:
            return
        pointer, own = signed[0]
        edtf = own.edtf or ""
        same = edtf.startswith(date.edtf) or date.edtf.startswith(edtf) or "/" in date.edtf + edtf
        if not same and not is_years_apart(date, own) and not is_near(date, own):
            yield Finding(subject.span(pointer), pointer, told_dates(date, own))


class SignatureYearMismatch(Rule):
    """The signature, or the line with the place and date, is of another year than the record.

    A letter is signed some days before or after the record's date, but hardly years: a figure was mistyped in one of
    the two.

    Example, body:

        All is well here.

        2 November 1926 Petrov

    Instead:

        All is well here.

        2 November 1962 Petrov
    """

    code = "AC608"
    severity = Severity.WARNING
    message = "the signature is of another year than the record"
    hint = "look both up, and correct the one that is wrong"

    def find(self, subject: Subject) -> Iterable[Finding]:
        date = subject.record.date
        for pointer, own in (*signatures(subject), *datelines(subject)) if date else ():
            if date and is_years_apart(date, own):
                part = "dateline" if subject.record.body[int(pointer.split("/")[2])].kind == "dateline" else "signature"
                yield Finding(subject.span(pointer), pointer, told_dates(date, own, part))


def datelines(subject: Subject) -> list[tuple[str, Date]]:
    """The dates of datelines that can be read, with their pointers."""
    return [
        (f"/body/{index}/date", block.date)
        for index, block in enumerate(subject.record.body)
        if isinstance(block, Dateline) and block.date and block.date.edtf
    ]


def signatures(subject: Subject) -> list[tuple[str, Date]]:
    """The dates of signatures that can be read, with their pointers; not those that are the citation's date: where the
    record has another, AC602 tells of it.
    """
    citation = subject.record.citation
    cited = citation.date.edtf if citation and citation.date else None
    return [
        (f"/body/{index}/date", block.date)
        for index, block in enumerate(subject.record.body)
        if isinstance(block, Signature) and block.date and block.date.edtf and block.date.edtf != cited
    ]


def told_dates(date: Date, own: Date, part: str = "signature") -> str:
    """What to tell of a signature, or another ``part``, with another date than the record."""
    return f"the {part} is dated {own.text}, the record {date.text}"


def is_near(one: Date, other: Date) -> bool:
    """Whether two dates are less than two weeks from each other.

    >>> [is_near(Date("a", edtf="1962-12-30"), Date("b", edtf=later)) for later in ("1963-01-03", "1963-02-03", "1963")]
    [True, False, False]
    """
    try:
        apart = day.fromisoformat(one.edtf or "") - day.fromisoformat(other.edtf or "")
    except ValueError:
        return False
    return abs(apart.days) < FORTNIGHT


def is_years_apart(one: Date, other: Date) -> bool:
    """Whether two dates, each with a year, are of different years, and not of the end of one and the start of the next.

    >>> [is_years_apart(Date("a", edtf="1962-12-30"), Date("b", edtf=later)) for later in ("1963-01-03", "1926-12-30")]
    [False, True]
    """
    first, last = one.edtf or "", other.edtf or ""
    if not (first[:4].isdecimal() and last[:4].isdecimal()) or first[:4] == last[:4] or "/" in first + last:
        return False
    try:
        apart = day.fromisoformat(first) - day.fromisoformat(last)
    except ValueError:  # no day is given
        return abs(int(first[:4]) - int(last[:4])) > 1
    return abs(apart.days) > TURN
