"""Rules on the signs of a citation and of dates: those too many, too few, or in another order."""

from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..surface.flat import Flat
from ..surface.stretches import places
from ..syntax.vocabulary import vocabulary
from .characters import times
from .date_repair import edtf_of, months
from .rule import Finding, Rule
from .spelling import locator_labels
from .statement_slips import verbs
from .subject import Subject

#: Signs too many, and what is meant.
DOUBLED = {",,": ",", ", ,": ",", " ,": ",", "..": ".", ",.": ".", ";;": ";", " ;": ";"}
#: What may be between the citation's title, its date and its digital archive.
BETWEEN = frozenset(' ,"“”„«»')
#: Quotation marks that close.
QUOTES = "'’\"”»"
#: How many of these a title may end in.
NEAR = 4


class DoubledSign(Rule):
    """A comma or full stop of the citation is there twice, has a blank before it, or has none after it.

    Commas and full stops part what a citation says; one too many leaves the reader in doubt whether something is lost.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI,, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC341"
    severity = Severity.INFO
    fixes = "safe"
    message = "a sign too many, or a blank too few"

    def find(self, subject: Subject) -> Iterable[Finding]:
        archive = subject.document.spans.get("/citation/digital_archive")
        if archive is None:
            return
        end = subject.span("/citation").end
        flat = Flat(subject.plain.text, subject.offset(archive.start), subject.offset(end - 1) + 1)
        for first, last, meant in (*doubled(flat.text), *glued(flat.text)):
            span = subject.source(flat.at(first), flat.at(last - 1) + 1)
            printed = " ".join(span.of(subject.text).split())
            message, hint = f'"{printed}" where one "{meant.strip()}" is meant', f'write "{meant.strip()}"'
            if meant.startswith(". "):
                message, hint = "no blank after the full stop", "put a blank after the full stop"
            yield Finding(span, "/citation", message, hint, Fix(hint, (Edit(span, meant),)))


def doubled(text: str) -> Iterator[tuple[int, int, str]]:
    """Where signs are too many in ``text``, up to its address, and what is meant.

    >>> list(doubled("RGASPI,, f. 5 , op. 1.. Translated ... by")), list(doubled("Trans. by A., ed."))
    ([(6, 8, ','), (13, 15, ','), (21, 23, '.')], [])
    """
    at, end = 0, len(text.partition("http")[0])
    if not any(two in text for two in DOUBLED):
        return
    while at < end:
        two = next((two for two in DOUBLED if text.startswith(two, at)), None)
        before = text[max(0, at - 1) : at]
        # In "Folder , pp. 22-25" the number is lost, and the blank tells of it.
        lost = two is not None and two[0] == " " and is_label(text[:at].rpartition(" ")[2])
        if two and not lost and not text.startswith("...", at) and before != ".":
            yield at, at + len(two), DOUBLED[two]
        at += len(two) if two else 1


def is_label(word: str) -> bool:
    """Whether a number is wanted after ``word``: "Folder", "op.".

    >>> is_label("Folder"), is_label("box"), is_label("Belgrade"), is_label("1-B")
    (True, True, False, False)
    """
    levels = vocabulary().data["levels"].values()
    return word.endswith(".") or word.lower() in locator_labels() or any(word.lower() in forms for forms in levels)


def glued(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a statement has no blank before it: ``l. 51.Translated by``.

    >>> list(glued("l. 51.Translated by Anna Weber"))
    [(5, 7, '. T')]
    """
    for place in places(text, " by by "):
        yield place, place + len(" by by"), " by"
    for verb in verbs():
        place = text.find(f".{verb.capitalize()} ")
        if place > 0 and (text[place - 1].isalnum() or text[place - 1] in ")]"):
            yield place, place + 2, f". {verb[0].upper()}"


class OpeningSigns(Rule):
    """Between the citation's title, date and digital archive there is not one comma each.

    A citation opens with the title in quotes, a comma, the date, a comma, and the digital archive.

    Example, citation:

        "Telegram from Petrov to the Ministry" November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC342"
    severity = Severity.INFO
    fixes = "safe"
    message = "a comma is missing, or is there twice"
    hint = "write one comma after the title, and one after the date"

    def find(self, subject: Subject) -> Iterable[Finding]:
        spans = subject.document.spans
        title, date, archive = (spans.get(f"/citation/{name}") for name in ("title", "date", "digital_archive"))
        if title is None or date is None or archive is None or title.end > date.start or date.end > archive.start:
            return
        for start, end in ((title.end, date.start), (date.end, archive.start)):
            span = Span(start, end)
            printed = span.of(subject.text)
            # The comma may be within the quotes of a quotation that ends the title: "Report, ‘On Coal,’" March 2, 1957.
            before = subject.text[max(0, start - NEAR) : start].rstrip(QUOTES)[-1:]
            if meant := rightly(printed, before):
                change = Edit(span, meant + ("\n" if "\n" in printed else " "))
                yield Finding(span, "/citation", fix=Fix("write one comma and a blank", (change,)))


def rightly(printed: str, before: str) -> str:
    """What should be between two parts of the opening, without the blank; nothing if ``printed`` is good.

    >>> rightly('" ', "s"), rightly('," ', "s"), rightly(',", ', "s"), rightly(" ", "2"), rightly(", ", "2")
    ('",', '', '",', ',', '')
    """
    signs = printed.strip()
    if set(printed.replace("\n", " ").replace("\r", "")) - BETWEEN or not printed[-1:].isspace():
        return ""
    quotes = signs.replace(",", "").replace(" ", "")
    good = signs.count(",") == 1 and not printed[:1].isspace() and " " not in signs
    if good or len(quotes) > 1 or (before in "?!.," and not signs.count(",") > 1):
        return ""
    return f"{quotes},"


class DateDress(Rule):
    """A date is not printed as the archive prints it.

    ``9 June 1967``, ``June 9th, 1967`` and ``Jun 9, 1967`` are read all the same; the archive's records have ``June 9,
    1967``, above the title and in the citation. The author's own dates in the document stay as they are.

    Example, date:

        2 November 1962

    Instead:

        November 2, 1962
    """

    code = "AC212"
    severity = Severity.INFO
    fixes = "safe"
    message = "this date is not in the archive's own form"

    def find(self, subject: Subject) -> Iterable[Finding]:
        found: dict[str, list[str]] = {}
        for pointer, date in subject.dates:
            edtf = date.edtf or (edtf_of(date.text.replace(",,", ",")) if ",," in date.text else None)
            if pointer in ("/date", "/citation/date") and edtf and (meant := dressed(date.text, edtf)):
                found.setdefault(meant, []).append(pointer)
        for meant, pointers in found.items():
            edits = tuple(Edit(subject.span(pointer), meant) for pointer in pointers)
            message, fix = f"{self.message}{times(len(edits))}", Fix(f'write "{meant}"', edits)
            yield Finding(edits[0].span, pointers[0], message, f'write "{meant}"', fix)


def dressed(text: str, edtf: str) -> str:
    """The date as the archive prints it; nothing if ``text`` is so, has a zero before the day (AC206), or says more.

    >>> dressed("9 June 1967", "1967-06-09"), dressed("June 09, 1967", "1967-06-09"), dressed("9.6.67", "1967-06-09")
    ('June 9, 1967', '', '')
    """
    year, _, rest = edtf.partition("-")
    month, _, day = rest.partition("-")
    if len(edtf) != len("1967-06-09") or not (year + month + day).isdecimal():
        return ""
    meant = f"{[*months()][int(month) - 1]} {int(day)}, {year}"
    words = "".join(sign if sign.isalpha() else " " for sign in text).split()
    names = [word for word in words if meant.lower().startswith(word.lower()[:3]) and len(word) > 2]
    endings = [word for word in words if word.lower() in ("st", "nd", "rd", "th")]
    plain = len(names) == 1 and len(words) == len(names) + len(endings) and year in text
    return meant if plain and text.replace(" 0", " ") != meant else ""
