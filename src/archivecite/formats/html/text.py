"""A document's text as HTML: every stretch that a value comes from in a ``<mark>``, and what was found beside it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from ...model.diagnostic import Diagnostic, Severity
from ...model.span import Span
from ...surface.lines import NEWLINE
from .escape import shown
from .place import Place

#: The start tag of the mark with that number; False says that it goes on after another mark has ended.
Opening = Callable[[int, Place, bool], str]

#: The classes of findings, the gravest first.
GRAVE = tuple(severity.value for severity in sorted(Severity, reverse=True))


class Highlighter:
    """Writes ``text`` as HTML, in time linear in it. Marks nest; one that crosses another goes on after its end."""

    def __init__(self, text: str, opening: Opening) -> None:
        self.text = text
        self.opening = opening
        self.tags: defaultdict[int, list[tuple[int, int, Place]]] = defaultdict(list)
        self.anchors: defaultdict[int, list[str]] = defaultdict(list)
        self.changes: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        self.cuts = {0, len(text)}

    def mark(self, found: Iterable[Place]) -> None:
        """Highlight the places of values."""
        for number, place in enumerate(found):
            self.tags[place.start].append((place.end, number, place))
            self.cuts |= {place.start, place.end}

    def colour(self, span: Span, name: str) -> None:
        """Give the characters of ``span`` a class, in whatever marks they are."""
        self.changes[span.start].append((name, 1))
        self.changes[span.end].append((name, -1))
        self.cuts |= {span.start, span.end}

    def anchor(self, offset: int, html: str) -> None:
        """Put an element without text at ``offset``."""
        self.anchors[offset].append(html)
        self.cuts.add(offset)

    def written(self) -> str:
        """The HTML."""
        pieces: list[str] = []
        ends: list[int] = []
        names: Counter[str] = Counter()
        cuts = sorted(self.cuts)
        for at, upto in zip(cuts, [*cuts[1:], len(self.text)], strict=True):
            while ends and ends[-1] <= at:
                ends.pop()
                pieces.append("</mark>")
            pieces += self.anchors.get(at, ())
            pieces += self.opened(at, ends)
            for name, change in self.changes.get(at, ()):
                names[name] += change
            pieces.append(self.chunk(at, upto, names))
        pieces.append("</mark>" * len(ends))
        return "".join(pieces)

    def opened(self, at: int, ends: list[int]) -> Iterable[str]:
        """The start tags of the marks that begin ``at`` an offset, the longest first; ``ends`` is of those open."""
        for end, number, place in sorted(self.tags.pop(at, ()), key=lambda tag: (-tag[0], tag[1])):
            last = end
            if ends and end > ends[-1]:
                last = ends[-1]
                self.tags[last].append((end, number, place))
            yield self.opening(number, place, place.start == at)
            if last == at:
                yield "</mark>"
            else:
                ends.append(last)

    def chunk(self, start: int, end: int, names: Counter[str]) -> str:
        """Characters among which nothing begins or ends."""
        html = shown(self.text[start:end])
        if html.endswith("&#13;") and not self.text.startswith("\n", end):
            html += "<br>"  # a browser takes a lone CR, after which a line begins here, for a blank
        classes = [name for name in ("unread", *GRAVE) if names[name] > 0]
        return f'<span class="{" ".join(classes)}">{html}</span>' if classes and html else html


def highlighted(
    text: str, found: Iterable[Place], opening: Opening, unread: Iterable[Span], findings: Sequence[Diagnostic] = ()
) -> str:
    """``text`` as HTML whose text is ``text``: with marks, what is unread, line numbers, and the places of findings."""
    writer = Highlighter(text, opening)
    writer.mark(found)
    for number, start in enumerate((0, *(newline.end() for newline in NEWLINE.finditer(text))), 1):
        writer.anchor(start, f'<span class="line" data-line="{number}"></span>')
    for span in unread:
        writer.colour(span, "unread")
    for number, finding in enumerate(findings):
        if finding.span is not None:
            writer.anchor(finding.span.start, f'<span id="f{number}"></span>')
            writer.colour(finding.span, finding.severity.value)
    return writer.written()
