"""What a rule is, what it finds, and how the rules are run over a document."""

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import frozen

from ..model.diagnostic import Diagnostic, Fix, Severity, draw_excerpt
from ..model.span import Span
from ..surface.lines import Lines
from .subject import Subject

#: How much of a line is looked at on each side of a finding: more than is shown.
NEAR = 200


@frozen
class Finding:
    """A place where a rule is broken. ``message`` and ``hint`` are the rule's own where they are None."""

    span: Span
    pointer: str | None = None
    message: str | None = None
    hint: str | None = None
    fix: Fix | None = None


class Rule(ABC):
    """One thing that can be wrong. The docstring of a rule is its page: what it finds, why that matters, an example,
    and what to write instead.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    message: ClassVar[str]
    hint: ClassVar[str | None] = None
    #: Whether the rule can mend what it finds: ``safe``, ``unsafe`` or, if it can't, None.
    fixes: ClassVar[str | None] = None

    @property
    def name(self) -> str:
        """What the rule is called: its class in kebab case, so ``MisspeltLabel`` is ``misspelt-label``."""
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in type(self).__name__)[1:]

    @abstractmethod
    def find(self, subject: Subject) -> Iterable[Finding]:
        """Where in ``subject`` the rule is broken."""


def run(rules: Iterable[Rule], subject: Subject) -> Iterator[Diagnostic]:
    """The findings of ``rules``, in the order of the text.

    A finding about text that was not read is left out where another one tells why it was not.
    """
    found = [(finding, rule) for rule in rules for finding in rule.find(subject)]
    if not found:
        return
    told = sorted(finding.span.start for finding, rule in found if rule.code != "AC101")
    lines = Lines(subject.text)
    seen = set()
    for finding, rule in sorted(found, key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[1].code)):
        span = finding.span
        if rule.code == "AC101" and bisect_left(told, span.start) < bisect_left(told, span.end):
            continue
        if (rule.code, span) in seen:
            continue
        seen.add((rule.code, span))
        line, column = lines.at(span.start)
        yield Diagnostic(
            code=rule.code,
            severity=rule.severity,
            message=finding.message or rule.message,
            span=span,
            line=line,
            column=column,
            pointer=finding.pointer,
            fix=finding.fix,
            hint=finding.hint or rule.hint,
            excerpt=excerpt(lines, line, column - 1, span),
        )


def excerpt(lines: Lines, number: int, start: int, span: Span) -> str:
    """What ``span``, which begins at ``start`` of line ``number``, is about. Only what is near is looked at, since a
    flattened record is one line with, maybe, hundreds of findings.
    """
    cut = max(0, start - NEAR)
    first = span.start - start + cut
    line = lines.text[first : min(lines.ends[number - 1], span.start + 2 * NEAR)]
    return draw_excerpt(line, start - cut, start - cut + span.end - span.start)
