"""Rules on locators: the numbers by which an archive finds a document."""

import re
from collections.abc import Iterable, Iterator

from ..model.citation import ArchivalSource, LocatorPart, PublishedSource
from ..model.diagnostic import Edit, Fix, Severity
from ..syntax.vocabulary import vocabulary
from .rule import Finding, Rule
from .subject import Subject

#: What is above each part, as messages call it.
HIGHER = {"opis": "a fond (f.)", "delo": "an opis (op.)", "list": "a delo (d.)"}
#: The parts of a Russian locator, from the highest level to the lowest. A papka may stand before the delo or after it.
STEPS = ("fond", "opis", "delo", "list")
#: "55-51" in "ll. 55-51": figures, and no more than figures, on both sides.
#: No document has more folios or pages.
LONGEST_RANGE = 3_000
RANGE = re.compile(r"(?<![\w/.-])(\d{1,6})[-–](\d{1,6})(?![\w/-])")
#: The figures of the highest number of a folio.
FIGURES = 6


def archives(subject: Subject) -> Iterator[tuple[str, ArchivalSource]]:
    """Every archival source of the citation with its pointer."""
    citation = subject.record.citation
    for index, source in enumerate(citation.sources if citation else ()):
        if isinstance(source, ArchivalSource):
            yield f"/citation/sources/{index}", source


def locators(subject: Subject) -> Iterator[tuple[str, LocatorPart]]:
    """Every locator part of the citation with its pointer."""
    for pointer, source in archives(subject):
        for index, part in enumerate(source.locator):
            yield f"{pointer}/locator/{index}", part


class LocatorOutOfOrder(Rule):
    """The parts of a locator are out of order.

    A fond holds opisi, an opis holds dela, a delo holds folios; a locator names them in that order. Another order is
    a sign that two figures were swapped.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, op.
        11, f. 558, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC321"
    severity = Severity.WARNING
    message = "locator parts are out of order"
    hint = "expected fond, opis, delo, list"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, source in archives(subject):
            # "V. 1967, L. 19, D. 20" is no Russian locator.
            if not {part.level for part in source.locator} & {"fond", "opis"}:
                continue
            last = -1
            seen: set[str] = set()
            for index, part in enumerate(source.locator):
                if part.level not in STEPS:
                    continue
                step = STEPS.index(part.level)
                # Where a step comes again, another signature has begun: "f. 45, … l. 78; f. 59".
                if part.level in seen:
                    last, seen = -1, set()
                if step < last:
                    place = f"{pointer}/locator/{index}"
                    yield Finding(subject.span(place), place)
                last = max(last, step)
                seen.add(part.level)


class LocatorGap(Rule):
    """A part of a locator is missing.

    An opis is numbered within its fond and a folio within its delo. Without the higher level the lower one leads
    nowhere.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, op.
        11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC322"
    severity = Severity.INFO
    message = "a higher level of the locator is missing before this part"
    hint = "add it, if it is known"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, source in archives(subject):
            levels = {part.level for part in source.locator}
            if "opis" not in levels and "fond" not in levels:
                continue
            wanted = {"opis": {"fond"}, "delo": {"opis", "papka"}, "list": {"delo", "papka", "portfel"}}
            for index, part in enumerate(source.locator):
                # Another level may be in its place: "a.e. 5, l. 4" in Sofia, "F. 14, V. 1960, D. 29" in Tirana.
                instead = index > 0 and source.locator[index - 1].level not in STEPS
                if part.level in wanted and not levels & wanted[part.level] and not instead:
                    place = f"{pointer}/locator/{index}"
                    higher = HIGHER[part.level]
                    message = f'"{part.label}" without {higher}' if part.label else None
                    yield Finding(subject.span(place), place, message)


class RangeBackwards(Rule):
    """A range of folios or pages ends before it begins.

    Its ends are swapped, or a figure is wrong.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, ll. 55-51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, ll. 51-55. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC323"
    severity = Severity.WARNING
    message = "this range ends before it begins"
    hint = "swap its ends, or look them up"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, value in ranges(subject):
            for match in RANGE.finditer(value):
                first, last = match.groups()
                # "410-3" is short for "410-413".
                if int(last) < int(first) and len(last) >= len(first):
                    yield Finding(subject.within(pointer, *match.span()), pointer)
            for match in RANGE.finditer(value):
                first, last = map(int, match.groups())
                if last - first > LONGEST_RANGE:
                    said = f"this range is of {last - first + 1} pages"
                    yield Finding(subject.within(pointer, *match.span()), pointer, said, "look its ends up")
            if value[-1] in "-–" or value[0] in "-–":
                yield Finding(subject.span(pointer), pointer, "this range has one end only", "add the other end")


def ranges(subject: Subject) -> Iterator[tuple[str, str]]:
    """The folios and pages that the citation names, with their pointers."""
    for pointer, part in locators(subject):
        if part.level in ("list", "page"):
            yield f"{pointer}/value", part.value
    citation = subject.record.citation
    for index, source in enumerate(citation.sources if citation else ()):
        if isinstance(source, PublishedSource) and source.pages:
            yield f"/citation/sources/{index}/pages", source.pages


class PluralFolioLabel(Rule):
    """``ll.`` is before one folio.

    ``ll.`` means folios and ``l.`` folio. Before one number the plural makes a reader wonder whether another was lost.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, ll. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC324"
    severity = Severity.INFO
    fixes = "unsafe"
    message = "this label is for several, and one is named"
    hint = 'write "l." for one folio, unless a number is missing'

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, part in locators(subject):
            if part.level not in ("list", "page") or not part.label:
                continue
            if is_label(part.label, "several") and is_one_folio(part.value):
                span = subject.span(f"{pointer}/label")
                one = part.label[0] + "."
                short = len(part.label) == len("ll.")
                fix = Fix(f'write "{one}"', (Edit(span, one),), safe=False) if short else None
                yield Finding(span, f"{pointer}/label", fix=fix)


def is_label(label: str, number: str) -> bool:
    """Whether a label is for ``one`` folio or page, or for ``several``; its first letter may be a capital.

    >>> is_label("Ll.", "several"), is_label("ll.", "one"), is_label("list (l.)", "one")
    (True, False, True)
    """
    return label[:1].lower() + label[1:] in vocabulary().data["folio_labels"][number]


def is_one_folio(value: str) -> bool:
    """Whether a value is one folio, and not a range or list of them.

    >>> is_one_folio("51"), is_one_folio("51a"), is_one_folio("51-55"), is_one_folio("51ob")
    (True, True, False, False)
    """
    figures = value[:-1] if value[-1:].isalpha() and value[-1:].islower() else value
    return figures.isdecimal() and len(figures) <= FIGURES


class SingularFolioLabel(Rule):
    """``l.`` is before several folios.

    ``l.`` means folio and ``ll.`` folios: after the singular a reader expects one number.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51-55. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, ll. 51-55. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC325"
    severity = Severity.INFO
    fixes = "unsafe"
    message = "this label is for one, and several are named"
    hint = 'write "ll." for several folios'

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, part in locators(subject):
            # "p. 1-19" is how German signatures are written.
            if part.level != "list" or not part.label or not is_label(part.label, "one"):
                continue
            if RANGE.fullmatch(part.value):
                span = subject.span(f"{pointer}/label")
                fix = None
                if len(part.label) == len("l."):
                    several = f"{part.label[0]}l."
                    fix = Fix(f'write "{several}"', (Edit(span, several),), safe=False)
                yield Finding(span, f"{pointer}/label", fix=fix)
