"""The rule on how ranges of folios and pages are printed in a citation."""

from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places
from .rule import Finding, Rule
from .subject import Subject


class PageRangeDress(Rule):
    """A range of folios or pages has two hyphens, or blanks around its hyphen; or only its hyphen is left.

    ``12--14`` and ``12 - 14`` are read as they stand, and no search for ``12-14`` finds them. In ``l. -14`` the first
    number was lost.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, ll. 51--55. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, ll. 51-55. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC346"
    severity = Severity.INFO
    fixes = "some"
    message = "this range is not printed as others are"
    hint = "write one hyphen, without blanks"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        for index, source in enumerate(citation.sources if citation else ()):
            pointer = f"/citation/sources/{index}/text"
            for start, end, sure in odd_ranges(source.text):
                span = subject.within(pointer, start, end)
                if not sure:
                    yield Finding(span, pointer, "the first number of this range is lost", "look it up")
                elif span.of(subject.text) == source.text[start:end]:
                    yield Finding(span, pointer, fix=Fix("write one hyphen", (Edit(span, "-"),)))


def odd_ranges(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where the hyphen of a range is twice or has blanks around it; or, not surely, where nothing is before it.

    >>> list(odd_ranges("d. 328, ll. 51--55")), list(odd_ranges("ll. 51 - 55")), list(odd_ranges("l. -14"))
    ([(14, 16, True)], [(6, 9, True)], [(3, 6, False)])
    """
    for sign in ("--", " - "):
        for at in places(text, sign):
            end = at + len(sign)
            if text[at - 1 : at].isdecimal() and text[end : end + 1].isdecimal():
                yield at, end, True
    for at in places(text, " -"):
        number = text[at + 2 :].partition(" ")[0].strip(".,;)")
        if number.isdecimal() and text[at - 1 : at] in (".", ","):
            yield at + 1, at + 2 + len(number), False
