"""The rules on the records of a run, and what a record is told from others by."""

from typing import NamedTuple

from attrs import frozen

from ..model.diagnostic import Severity


@frozen
class RunRule:
    """A rule on the records of a run. ``page`` is what ``archivecite rule`` prints."""

    code: str
    name: str
    severity: Severity
    page: str


RUN_RULES = {
    rule.code: rule
    for rule in (
        RunRule(
            "AC701",
            "same-document-id",
            Severity.WARNING,
            """# AC701 same-document-id

Two files have the same document number in their URLs.

The number is the only safe key of a record. Either one document is in two files, or a URL was copied from another
record. The second file has the finding; versions of one file (`a.pdf`, `a.txt`) have none.

Severity: warning.
""",
        ),
        RunRule(
            "AC702",
            "same-record",
            Severity.INFO,
            """# AC702 same-record

Two files have the same title and date, or two citations are the same.

As a rule one document is in two files. A committee may also have written two letters on one day: then the titles should
say so.

Severity: info.
""",
        ),
        RunRule(
            "AC703",
            "same-title-other-date",
            Severity.INFO,
            """# AC703 same-title-other-date

Two files have the same title, the same folios or pages as their source, and different dates.

As a rule it is one document, and one of the two dates is wrong. Two short documents may share a page: then nothing is
wrong. Where the source names a box or a file as a whole, nothing is said, since letters of one title fill many.

Severity: info.
""",
        ),
        RunRule(
            "AC704",
            "cited-record",
            Severity.INFO,
            """# AC704 cited-record

A record cites the number of another record of the run.

`see telegram No. 418`, `#1701`: another file has the document with that number, at its head or in its URL. Nothing is
wrong; a reader will be glad of a link. The later file has the finding, whichever of the two cites the other. Numbers of
one or two figures are not looked at, and those of fewer than five only in records from one archive that are a year or
less apart: telegrams of every embassy are numbered anew each year.

Severity: info.
""",
        ),
    )
}


class Identity(NamedTuple):
    """What tells a record from others: its number, its title with its date, the pages that its source names, and the
    archive that they are in; each is empty if missing.
    ``title_pointer`` is where the title is. ``bears`` are the numbers that the document has, ``cites`` those of others
    that it names, each with a pointer. ``places`` says where in the text those pointers are.
    """

    number: str = ""
    title: str = ""
    title_pointer: str = ""
    date: str = ""
    source: str = ""
    archive: str = ""
    bears: tuple[tuple[str, str], ...] = ()
    cites: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()
