"""Where in a text something stands."""

from attrs import frozen

from .value import Value


@frozen(eq=False, repr=False)
class Span(Value):
    """A stretch of a text, from ``start`` up to but without ``end``, in code points.

    >>> Span(0, 4)
    Span(start=0, end=4)
    >>> "Top Secret"[4:10] == Span(4, 10).of("Top Secret")
    True
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]
