"""Rules on reading itself: the text could not be read at all."""

from collections.abc import Iterable

from ..model.diagnostic import Diagnostic, Severity
from ..model.extras import installing
from ..model.span import Span
from ..syntax.document import Document
from .rule import Finding, Rule, run
from .subject import Subject


class NotThisLayout(Rule):
    """The text is not a record in the archive's layout, so nothing was read from it.

    A record has a ``Citation:`` line with a citation, and as a rule ``Summary:``, ``Original Language:`` and
    ``Contents:``. A third party's retyping with labels of its own (``Author:``, ``Source:``) is not read: a record
    guessed from it would look like the archive's and would not be.

    Example, record:

        Title: Telegram from Petrov
        Author: Petrov
        Source: the archive

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

    code = "AC901"
    severity = Severity.ERROR
    explains = True
    message = 'not a record of this layout: expected a line "Citation:" with a citation, and "Original Language:"'
    hint = "give the text as the archive publishes it, labels included"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if not subject.is_layout:
            empty = (
                None if subject.document.unread else 'the text is empty: expected a line "Citation:" with a citation'
            )
            yield Finding((subject.document.unread or (Span(0, 0),))[0], message=empty)


#: Findings that no rule makes: what stopped a file from being read, or a value from being made, written or changed.
FAILURES = {
    "AC902": f"""# AC902 unreadable-file

The file can't be read as text.

It is not there, or may not be read; or it is not UTF-8, as images and texts of older programs are not; or it is a
document in RTF, which is to be saved as plain text; or it is larger than any record. The message names the encoding
that a text is likely in, and the command that converts it, as `iconv -f WINDOWS-1251 -t UTF-8 old.txt > new.txt`; see
that its letters are right afterwards. For a PDF, install what it takes to read PDFs: `{installing("pdf")}`.
A PDF is read by a Python of its own: where there is none to start, in a program that embeds Python or was frozen, no
PDF can be read.
""",
    "AC903": """# AC903 refused-value

A value made in a program is not one that a record can have.

A string has surplus white space or is empty, a number is negative, or a value is of another type. The message names the
field and what it takes.
""",
    "AC904": """# AC904 refused-json

The JSON is not that of a record.

A key is missing, unknown or given twice, a value is of another type, or the document's id is not the URL's. The finding
has the path to the value.
""",
    "AC905": """# AC905 unwritable-value

A record can't be written as text: it would be read differently.

A title holds a line that is a label, or a paragraph reads as a signature. The finding points at the first value that
would change.
""",
    "AC906": """# AC906 refused-edit

A change to a document would change more than what was asked for.

Nothing is printed where the change was to be, or the new words would be read as something else. The finding has the
pointer of the value and what would come of it.
""",
}


def check_reading(document: Document) -> tuple[Diagnostic, ...]:
    """What was wrong with reading ``document``: nothing was read, or not all of it, and why. A conversion needs no
    more. The findings are those of ``check``.
    """
    if document.family == "unknown":
        return tuple(run((NotThisLayout(),), Subject(document)))
    if not document.unread:
        return ()
    from .table import RULES

    return tuple(run(RULES.values(), Subject(document), unread=document.unread))
