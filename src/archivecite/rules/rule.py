"""What a rule is, and how the rules are run over a document."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from ..model.diagnostic import Diagnostic, Severity, draw_excerpt
from ..model.span import Span
from ..surface.lines import Lines
from ..syntax.document import Document


class Rule(ABC):
    """One thing that can be wrong. The docstring of a rule says what it finds, why that matters, and what to do."""

    code: ClassVar[str]
    severity: ClassVar[Severity]
    message: ClassVar[str]
    hint: ClassVar[str | None] = None

    @abstractmethod
    def find(self, document: Document) -> Iterable[Span]:
        """Where in ``document`` the rule is broken."""


def run(rules: Iterable[Rule], document: Document) -> Iterator[Diagnostic]:
    """The findings of ``rules`` on ``document``, in the order of the text."""
    found = [(span.start, span.end, rule.code, rule) for rule in rules for span in rule.find(document)]
    lines = Lines(document.text) if found else None
    for start, end, _, rule in sorted(found, key=lambda finding: finding[:3]):
        assert lines is not None
        line, column = lines.at(start)
        yield Diagnostic(
            code=rule.code,
            severity=rule.severity,
            message=rule.message,
            span=Span(start, end),
            line=line,
            column=column,
            hint=rule.hint,
            excerpt=draw_excerpt(lines.line(line), column - 1, column - 1 + end - start),
        )
