"""Rules on the layout: what stands in the text and no value took."""

from collections.abc import Iterable

from ..model.diagnostic import Severity
from ..model.span import Span
from ..syntax.document import Document
from .rule import Rule


class UnreadText(Rule):
    """A stretch of text that belongs to no part of the record.

    Nothing given is lost, but what stands here is in no field: a section that comes twice, a line between two
    sections, a word that the citation's statements do not account for. Move it to where it belongs, or remove it.
    """

    code = "AC101"
    severity = Severity.WARNING
    message = "this text was not read as part of the record"
    hint = "move it to the section it belongs to, or remove it"

    def find(self, document: Document) -> Iterable[Span]:
        return () if document.family == "unknown" else document.unread
