"""Rules on the credits: where they are, and whether supporters can be read from them."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from ..syntax.credits import opening_in
from ..syntax.section_label import distance
from .lost_label import label_put
from .rule import Finding, Rule
from .subject import Subject


class CreditsElsewhere(Rule):
    """The sentence on who supported the publication stands outside Credits.

    There it is taken for a part of the summary, or of the document. Put a line ``Credits:`` before it.

    Example, summary:

        Petrov reports on the harvest.

        This document was made possible with support from the Leon Levy Foundation.

    Instead:

        Petrov reports on the harvest.
    """

    code = "AC404"
    severity = Severity.WARNING
    fixes = "safe"
    message = "this sentence belongs under Credits"
    hint = 'put a line "Credits:" before it'

    def find(self, subject: Subject) -> Iterable[Finding]:
        for place, text in subject.prose():
            if found := opening_in(text):
                pointer = place.removesuffix("/text")
                span = self.sentence(subject, pointer, text[slice(*found)])
                fix = None
                if "Credits" in subject.missing and pointer == "/summary":
                    fix = label_put(subject, "Credits", span, safe=". " not in text[found[0] :])
                yield Finding(span, pointer, fix=fix)

    @staticmethod
    def sentence(subject: Subject, pointer: str, opening: str) -> Span:
        """Where the sentence's opening stands, however its lines are broken."""
        span = subject.span(pointer)
        words = opening.split()
        place = subject.text.find(" ".join(words[:4]), span.start, span.end)
        return Span(place, place + len(" ".join(words[:4]))) if place >= 0 else span


class UnusualCredits(Rule):
    """The credits are not the usual sentence.

    Supporters are read from ``This document was made possible with support from …``. From another wording nobody can
    tell where one name ends and the next begins, so none is read.

    Example, summary section:

        Summary:

        Petrov reports on the harvest.

        Credits:

        Thanks to the Leon Levy Foundation.

    Instead:

        Summary:

        Petrov reports on the harvest.

        Credits:

        This document was made possible with support from the Leon Levy Foundation.
    """

    code = "AC405"
    severity = Severity.WARNING
    explains = True
    fixes = "some"
    message = "no supporter can be read from these credits"
    hint = 'write "This document was made possible with support from …"'

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.credits and not subject.record.credits.supporters:
            meant, fix = meant_opening(subject.record.credits.text), None
            if meant:
                fix = Fix(f'write "{OPENING}"', (Edit(subject.within("/credits", 0, meant), OPENING),))
            yield Finding(subject.span("/credits"), "/credits", fix=fix)


class SwappedCredits(Rule):
    """The summary stands under Credits, and the credits under Summary.

    Lists of records then show the credits of each, and no supporter is found.

    Example, summary section:

        Summary:

        This document was made possible with support from the Leon Levy Foundation.

        Credits:

        Petrov reports on the harvest.

    Instead:

        Summary:

        Petrov reports on the harvest.

        Credits:

        This document was made possible with support from the Leon Levy Foundation.
    """

    code = "AC450"
    severity = Severity.WARNING
    explains = True
    fixes = "safe"
    covers = ("AC404", "AC405")
    message = "the values of Summary and Credits are swapped"
    hint = "put each under its own label"

    def find(self, subject: Subject) -> Iterable[Finding]:
        summary, credits_ = subject.record.summary, subject.record.credits
        if not summary or not credits_ or credits_.supporters or opening_in(credits_.text):
            return
        opening = opening_in(summary)
        if opening and opening[0] == 0 and "\n\n" not in summary:
            first, second = subject.span("/summary"), subject.span("/credits")
            edits = (Edit(first, second.of(subject.text)), Edit(second, first.of(subject.text)))
            yield Finding(first, "/summary", fix=Fix("swap the two", edits), explains=subject.unread_from(second.start))


#: How credits begin.
OPENING = "This document was made possible with support from"


def meant_opening(text: str) -> int:
    """How long the beginning of ``text`` is that is the usual one with a word misspelt; 0 if there is none.

    >>> meant_opening("This docment was made possible with support from the Fund"), meant_opening("Thanks to the Fund")
    (48, 0)
    """
    usual = OPENING.split()
    words = text.split()[: len(usual)]
    wrong = [(word, known) for word, known in zip(words, usual, strict=False) if word != known]
    if len(words) < len(usual) or len(wrong) != 1 or distance(*wrong[0]) > 1:
        return 0
    return len(" ".join(words))
