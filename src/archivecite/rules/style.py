"""The rule on old style: several habits of older records, told once."""

from collections.abc import Iterable

from ..model.diagnostic import Fix, Severity
from .dates import PaddedDay
from .layout import MastheadLeftIn
from .rule import Finding, Rule
from .subject import Subject
from .url import InsecureUrl

#: What each habit is called.
HABITS: tuple[tuple[Rule, str], ...] = (
    (MastheadLeftIn(), "the masthead"), (PaddedDay(), "a leading zero in the day"), (InsecureUrl(), "http in the URL")
)  # fmt: skip


class OldStyle(Rule):
    """The record has several habits of the archive's older records.

    A masthead above it, days such as ``July 04, 1949`` and ``http:`` in the URL: nearly all of the older records have
    them, and none of them is wrong. They are told once, and not each by itself.

    Example, record:

        Digital Archive
        International History Declassified
        digitalarchive.wilsoncenter.org

        November 02, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.

    Instead:

        November 2, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.
    """

    code = "AC126"
    severity = Severity.INFO
    fixes = "safe"
    covers = ("AC108", "AC206", "AC308")
    message = "the record is in old style"
    hint = "--profile legacy says nothing of it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        told = [(name, found) for rule, name in HABITS if (found := list(rule.find(subject)))]
        if len(told) < 2:
            return
        first = min((finding for _, found in told for finding in found), key=lambda finding: finding.span.start)
        changes = [finding.fix for _, found in told for finding in found]
        edits = tuple(edit for change in changes if change for edit in change.edits)
        fix = Fix("write it in new style", edits) if all(changes) else None
        names = [name for name, _ in told]
        said = f"{', '.join(names[:-1])} and {names[-1]}"
        yield Finding(first.span, first.pointer, f"{self.message}: {said}", fix=fix)
