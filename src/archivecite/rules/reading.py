"""Rules on reading itself: the text could not be read at all."""

from collections.abc import Iterable

from ..model.diagnostic import Severity
from ..model.span import Span
from ..syntax.document import Document
from .rule import Rule


class NotThisLayout(Rule):
    """The text is not a record in the archive's layout, so nothing was read from it.

    A record has a ``Citation:`` line with a citation, and as a rule ``Summary:``, ``Original Language:`` and
    ``Contents:``. A third party's retyping with labels of its own (``Author:``, ``Source:``) is not read: a record
    guessed from it would look like the archive's and would not be.
    """

    code = "AC901"
    severity = Severity.ERROR
    message = 'not a record of this layout: expected a line "Citation:" with a citation, and "Original Language:"'
    hint = "give the text as the archive publishes it, labels included"

    def find(self, document: Document) -> Iterable[Span]:
        return () if document.family != "unknown" else (document.unread or (Span(0, 0),))[:1]
