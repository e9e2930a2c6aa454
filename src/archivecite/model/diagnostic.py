"""What is wrong with a text or a value, where, and how it is shown: the one shape that every finding and error has."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from .span import Span
from .value import Value
from .visible import visible, visible_characters, width

#: How many code points of a line an excerpt shows; a flattened record is one line of many thousands.
EXCERPT_WIDTH = 100


class Severity(StrEnum):
    """How grave a finding is. An error makes the record unusable; a warning needs a look; info is for the curious.

    They are ordered: ``INFO < WARNING < ERROR``.

    >>> Severity.ERROR.value, max(Severity.INFO, Severity.WARNING).value
    ('error', 'warning')
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The place in the order, from 0 for the least grave."""
        return (Severity.INFO, Severity.WARNING, Severity.ERROR).index(self)

    # Not functools.total_ordering: str has these methods already, in the order of the letters.
    def __lt__(self, other: str) -> bool:
        return self.rank < rank_of(other)

    def __le__(self, other: str) -> bool:
        return self.rank <= rank_of(other)

    def __gt__(self, other: str) -> bool:
        return self.rank > rank_of(other)

    def __ge__(self, other: str) -> bool:
        return self.rank >= rank_of(other)


def rank_of(value: object) -> int:
    """The rank of a severity, or of the word for one."""
    if not isinstance(value, str) or value not in tuple(Severity):
        raise TypeError(f"expected a Severity, got {value!r:.80}")
    return Severity(value).rank


@frozen(eq=False, repr=False)
class Edit(Value):
    """One change to a text: what stands at ``span`` becomes ``text``."""

    span: Span
    text: str


@frozen(eq=False, repr=False)
class Fix(Value):
    """How a finding is fixed: the ``edits``, which don't overlap, made all at once.

    A ``safe`` fix leaves the record's values as they are, or makes them what the text evidently means; any other is
    likely right, and needs review.

    >>> Fix("remove the blanks", (Edit(Span(8, 10), ""),)).safe
    True
    """

    message: str
    edits: tuple[Edit, ...]
    safe: bool = True


@frozen(kw_only=True, eq=False, repr=False)
class Diagnostic(Value):
    """One finding: its ``code`` (``AC901``), what is wrong, and where.

    ``span`` is in code points of the text; ``line`` and ``column`` are 1-based, the column in code points too; all
    three are None for a value that came from no text. ``pointer`` is the JSON Pointer of the value meant, if any.
    ``fix`` is how the text is fixed, where that is certain. ``excerpt`` shows the line with a caret. ``message`` and
    ``hint`` may quote the text as it is; ``str`` of a finding escapes what would act on a terminal.

    >>> print(Diagnostic(code="AC101", severity=Severity.WARNING, message="text that was not read", line=3, column=1))
    3:1: AC101 warning: text that was not read
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    line: int | None = None
    column: int | None = None
    pointer: str | None = None
    fix: Fix | None = None
    hint: str | None = None
    excerpt: str | None = None

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line is not None else ""
        where = f" at {self.pointer or 'the root'}" if self.span is None and self.pointer is not None else ""
        return visible(f"{place}{self.code} {self.severity}: {self.message}{where}")


class ArchiveciteError(Exception):
    """The root of every error that archivecite raises on purpose."""


class InvalidRecord(ArchiveciteError, ValueError):
    """A record, or a text that should hold one, is not acceptable; ``diagnostics`` says why and where.

    >>> InvalidRecord.because("AC903", "expected a string, got 7", "/title").diagnostics[0].pointer
    '/title'
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))

    @classmethod
    def because(cls, code: str, message: str, pointer: str | None = None) -> "InvalidRecord":
        """An error with the one finding ``message`` about the value at ``pointer``."""
        return cls([Diagnostic(code=code, severity=Severity.ERROR, message=message, pointer=pointer)])

    def __reduce__(self) -> tuple[type["InvalidRecord"], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)


def draw_excerpt(line: str, start: int, end: int) -> str:
    """``line`` with a caret and tildes under its code points ``start`` to ``end``, cut to a readable width. Characters
    that cannot be seen or would act on a terminal are escaped.

    >>> print(draw_excerpt("Top Sceret", 4, 10))
    Top Sceret
        ^~~~~~
    >>> print(draw_excerpt("毛\x1b泽东", 2, 3))
    毛\\x1b泽东
          ^~
    """
    left = max(0, min(start - EXCERPT_WIDTH // 2, len(line) - EXCERPT_WIDTH))
    shown = visible_characters(line[left : left + EXCERPT_WIDTH].replace("\t", " "))
    first, last = start - left, end - left
    # A combining mark is drawn on the letter before it, so the caret goes there too.
    while 0 < first < len(shown) and not width(shown[first]):
        first -= 1
    lead, trail = "…" if left else "", "…" if left + EXCERPT_WIDTH < len(line) else ""
    before, under = "".join(shown[:first]), "".join(shown[first:last])
    tildes = "~" * (width(under) - 1)
    return f"{lead}{''.join(shown)}{trail}\n{' ' * width(lead + before)}^{tildes}"
