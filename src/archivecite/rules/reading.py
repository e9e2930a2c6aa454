"""Rules on reading itself: the text could not be read at all."""

from collections.abc import Iterable

from ..model.diagnostic import Severity
from ..model.span import Span
from .rule import Finding, Rule
from .subject import Subject


class NotThisLayout(Rule):
    """The text is not a record in the archive's layout, so nothing was read from it.

    A record has a ``Citation:`` line with a citation, and as a rule ``Summary:``, ``Original Language:`` and
    ``Contents:``. A third party's retyping with labels of its own (``Author:``, ``Source:``) is not read: a record
    guessed from it would look like the archive's and would not be.

    Example, record:

        Title: Telegram from Petrov
        Author: Petrov
        Source: the archive

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

    code = "AC901"
    severity = Severity.ERROR
    message = 'not a record of this layout: expected a line "Citation:" with a citation, and "Original Language:"'
    hint = "give the text as the archive publishes it, labels included"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_layout:
            yield Finding((subject.document.unread or (Span(0, 0),))[0])
