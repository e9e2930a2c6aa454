"""Rules on the two lines above the labels, date and title: in which order they are, and in which letters."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from .differing import bare
from .rule import Finding, Rule
from .subject import Subject

#: Layouts in which the date is a line of its own.
FAMILIES = ("plain", "markdown", "classic")


class DateBelowTitle(Rule):
    """The date stands below the title, and not above it.

    It is read all the same. The archive's records begin with the date, and other programs take the first line for it.

    Example, record:

        **Telegram from Petrov to the Ministry**

        November 2, 1962

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.

    Instead:

        November 2, 1962

        **Telegram from Petrov to the Ministry**

        Citation:

        {citation}

        Summary:

        Petrov reports on the harvest.

        Original Language:

        Russian

        Contents:

        Translation - English

        All is well here.
    """

    code = "AC213"
    severity = Severity.INFO
    fixes = "safe"
    message = "the date stands below the title"
    hint = "put it above the title"

    def find(self, subject: Subject) -> Iterable[Finding]:
        date, title = (subject.document.spans.get(pointer) for pointer in ("/date", "/title"))
        if date is None or title is None or date.start < title.end or subject.document.family not in FAMILIES:
            return
        text = subject.text
        top, low = text.rfind("\n", 0, title.start) + 1, text.rfind("\n", 0, date.start) + 1
        high = text.find("\n", date.end)
        line = text[low:high] if high >= 0 else text[low:]
        fix = None
        if line.strip("* \r") == date.of(text) and not text[title.end : low].strip("* \r\n"):
            newline = "\r\n" if "\r\n" in text else "\n"
            above = len(text[:low].rstrip())
            edits = Edit(Span(top, top), line.rstrip() + 2 * newline), Edit(Span(above, low + len(line.rstrip())), "")
            fix = Fix("put it above the title", edits)
        yield Finding(date, "/date", fix=fix)


class TitleInCapitals(Rule):
    """The title above the record is in capitals, and the citation's is not.

    Names in capitals can't be told from acronyms, and lists of titles become uneven.

    Example, title:

        **TELEGRAM FROM PETROV TO THE MINISTRY**

    Instead:

        **Telegram from Petrov to the Ministry**
    """

    code = "AC609"
    severity = Severity.INFO
    message = "the title is in capitals"
    hint = "write it as the citation has it"

    def find(self, subject: Subject) -> Iterable[Finding]:
        title, citation = subject.record.title, subject.record.citation
        cited = citation.title if citation else None
        if title and cited and title.isupper() and not cited.isupper() and bare(title) == bare(cited):
            yield Finding(subject.span("/title"), "/title")
