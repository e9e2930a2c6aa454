"""What a rule is, what it finds, and how the rules are run over a document."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
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
    """A place where a rule is broken. ``message`` and ``hint`` are the rule's own where they are None.

    ``explains`` is the unread text that the finding is about: for a rule that ``explains``, where it is not the
    ``span``; for another, where this one finding does.
    """

    span: Span
    pointer: str | None = None
    message: str | None = None
    hint: str | None = None
    fix: Fix | None = None
    explains: Span | None = None


class Rule(ABC):
    """One thing that can be wrong. The docstring of a rule is its page: what it finds, why that matters, an example,
    and what to write instead.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    message: ClassVar[str]
    hint: ClassVar[str | None] = None
    #: Whether the rule can fix what it finds: ``safe``, ``unsafe``, ``some`` (where it is certain) or None.
    fixes: ClassVar[str | None] = None
    #: Whether a finding says why the text under it was not read, so that AC101 need not report it too. A finding about
    #: something that is missing does not, whatever it points at.
    explains: ClassVar[bool] = False
    #: The codes of rules whose findings are left out where this rule finds something: it tells of them too.
    covers: ClassVar[tuple[str, ...]] = ()

    @property
    def name(self) -> str:
        """What the rule is called: its class in kebab case, so ``MisspeltLabel`` is ``misspelt-label``."""
        return "".join(f"-{c.lower()}" if c.isupper() else c for c in type(self).__name__)[1:]

    @abstractmethod
    def find(self, subject: Subject) -> Iterable[Finding]:
        """Where in ``subject`` the rule is broken."""


def run(
    rules: Iterable[Rule],
    subject: Subject,
    wanted: Callable[[str], object] = bool,
    unread: Sequence[Span] | None = None,
) -> Iterator[Diagnostic]:
    """The findings of ``rules`` whose codes are ``wanted``, in the order of the text; where ``unread`` is given, those
    only that tell why it was not read.

    AC101 is left out where the findings of other rules explain the whole of the unread stretch.
    """
    found = [(finding, rule) for rule in rules for finding in rule.find(subject)]
    covered = {code for _, rule in found if wanted(rule.code) for code in rule.covers}
    found = [(finding, rule) for finding, rule in found if rule.code not in covered]
    found = [(finding, rule) for finding, rule in found if not is_vouched(finding, rule, subject.text)]
    if unread is not None:
        found = [(finding, rule) for finding, rule in found if tells_of(finding, rule, unread)]
    if not found:
        return
    explained = merged(finding.explains or finding.span for finding, rule in found if rule.explains or finding.explains)
    lines = Lines(subject.text)
    seen = set()
    for finding, rule in sorted(found, key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[1].code)):
        told = rule.code == "AC101" and is_within(finding.span, explained)
        if wanted(rule.code) and not told and (rule.code, finding.span) not in seen:
            seen.add((rule.code, finding.span))
            yield diagnostic(finding, rule, lines)


#: How an editor says that a slip is the author's.
SIC = ("[sic", "(sic")


def is_vouched(finding: Finding, rule: Rule, text: str) -> bool:
    """Whether an editor says right after a finding that the original has it so: ``1 Febuary [sic]``. What was not read
    is told all the same.
    """
    if rule.code == "AC101" or rule.explains or finding.explains:
        return False
    return text[finding.span.end : finding.span.end + NEAR].lstrip(" \"'”’,.").startswith(SIC)


def is_within(span: Span, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one of ``stretches``, which are in order and apart, holds the whole ``span``.

    >>> is_within(Span(2, 4), [(0, 1), (2, 6)]), is_within(Span(2, 7), [(0, 1), (2, 6)]), is_within(Span(0, 0), [])
    (True, False, False)
    """
    index = bisect_right(stretches, span.start, key=lambda stretch: stretch[0])
    return index > 0 and span.end <= stretches[index - 1][1]


def diagnostic(finding: Finding, rule: Rule, lines: Lines) -> Diagnostic:
    """What is told of ``finding``, which ``rule`` made in the text of ``lines``."""
    line, column = lines.at(finding.span.start)
    return Diagnostic(
        code=rule.code,
        severity=rule.severity,
        message=finding.message or rule.message,
        span=finding.span,
        line=line,
        column=column,
        pointer=finding.pointer,
        fix=finding.fix,
        hint=finding.hint or rule.hint,
        excerpt=excerpt(lines, line, column - 1, finding.span),
    )


def tells_of(finding: Finding, rule: Rule, unread: Sequence[Span]) -> bool:
    """Whether a finding is about text that was ``unread``, stretches in order."""
    if rule.code in ("AC101", "AC901"):
        return True
    about = finding.explains or (finding.span if rule.explains else None)
    if about is None:
        return False
    index = bisect_right(unread, about.start, key=attrgetter("start"))
    before = index > 0 and about.start < unread[index - 1].end
    return before or (index < len(unread) and unread[index].start < about.end)


def merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """``spans`` in order, those that touch or overlap as one.

    >>> merged([Span(4, 6), Span(0, 2), Span(1, 3), Span(3, 4), Span(8, 9)])
    [(0, 6), (8, 9)]
    """
    apart: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart


def excerpt(lines: Lines, number: int, start: int, span: Span) -> str:
    """What ``span``, which begins at ``start`` of line ``number``, is about. Only what is near is looked at, since a
    flattened record is one line with, maybe, hundreds of findings.
    """
    cut = max(0, start - NEAR)
    first = span.start - start + cut
    line = lines.text[first : min(lines.ends[number - 1], span.start + 2 * NEAR)]
    return draw_excerpt(line, start - cut, start - cut + span.end - span.start)
