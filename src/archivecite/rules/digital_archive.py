"""Rules on the name of the digital archive in a citation."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.vocabulary import vocabulary
from ..syntax.words import folded
from .likeness import nearest
from .rule import Finding, Rule
from .subject import Subject


class MisspeltDigitalArchive(Rule):
    """The name of the digital archive is misspelt.

    Programs know the archive's records by this name, and parts of the citation by where it stands.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Arhcive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC318"
    severity = Severity.WARNING
    fixes = "safe"
    message = "the digital archive's name is misspelt"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        name = citation and citation.digital_archive
        if not name or is_known(name):
            return
        meant = nearest(name, DIGITAL_ARCHIVES)
        if meant:
            span = subject.span("/citation/digital_archive")
            fix = Fix(f'write "{meant}"', (Edit(span, meant),))
            yield Finding(span, "/citation/digital_archive", hint=f'write "{meant}"', fix=fix)


class DigitalArchiveDress(Rule):
    """The name of the digital archive is there twice, or in small letters.

    It is read all the same. Other programs know the archive's records by the name as it is printed.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center digital archive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558,
        op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC343"
    severity = Severity.INFO
    fixes = "safe"
    message = "the digital archive's name is not as it is printed"

    def find(self, subject: Subject) -> Iterable[Finding]:
        citation = subject.record.citation
        name = citation and citation.digital_archive
        if not name or not is_known(name):
            return
        span, pointer = subject.span("/citation/digital_archive"), "/citation/digital_archive"
        printed = next((one for one in DIGITAL_ARCHIVES if one.lower() == name.lower()), name)
        if printed != name:
            hint = f'write "{printed}"'
            yield Finding(span, pointer, hint=hint, fix=Fix(hint, (Edit(span, printed),)))
        again = subject.text[span.end : span.end + len(name) + len(",  ")].lstrip(",\r\n ")
        if again.startswith(name):
            end = subject.text.index(name, span.end) + len(name)
            fix = Fix("remove one of the two", (Edit(Span(span.end, end), ""),))
            place = Span(end - len(name), end)
            yield Finding(place, pointer, "the digital archive is named twice", "remove one of the two", fix)


#: The names that the archive has had.
DIGITAL_ARCHIVES = ("Wilson Center Digital Archive", "History and Public Policy Program Digital Archive")


def is_known(name: str) -> bool:
    """Whether the digital archive goes by ``name``, with or without its article and its genitive.

    >>> is_known("The Wilson Center's Digital Archive"), is_known("Wilson Center Digital Arhcive")
    (True, False)
    """
    words = folded(name).replace("'s ", " ").removeprefix("the ")
    return name[:1].isupper() and words in vocabulary().data["digital_archives"]["names"]
