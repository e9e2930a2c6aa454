"""The formats of text that a record can be written in, and how several records make one file."""

import json
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from ..model.citation import Citation
from ..model.diagnostic import InvalidRecord
from ..model.record import Record

Value = Record | Citation


@frozen
class Target:
    """One format: the ``ending`` of its files, the function that writes a record or a citation, and what is before the
    first, between two and after the last. ``alone`` is what is before and after an only one, if that is something else.
    ``has_keys`` says that no two records of a file may have the same key.
    """

    ending: str
    write: Callable[[Value, str], str]
    before: str = ""
    between: str = ""
    after: str = ""
    alone: tuple[str, str] | None = None
    has_keys: bool = False

    def single(self, text: str) -> str:
        """The file that holds what was written of one record alone."""
        before, after = self.alone or (self.before, self.after)
        return f"{before}{text}{after}"

    def joined(self, texts: Iterable[str], several: bool = True) -> Iterator[str]:
        """The file that holds ``texts``, in pieces; nothing at all if there are none."""
        parting, after = (self.before, self.after) if several or not self.alone else self.alone
        is_empty = True
        for text in texts:
            yield f"{parting}{text}"
            parting, is_empty = self.between, False
        if not is_empty:
            yield after


def write_csl(value: Value, profile: str) -> str:
    """An item of CSL-JSON, indented as one of a list."""
    from .csl import PROFILES, to_csl

    known = next(one for one in PROFILES if one == profile)
    return json.dumps([to_csl(value, known)], ensure_ascii=False, indent=2)[2:-2]


def write_ris(value: Value, profile: str) -> str:
    """An entry of RIS."""
    from .csl import PROFILES
    from .ris import to_ris

    return to_ris(value, next(one for one in PROFILES if one == profile))


def write_biblatex(value: Value, _: str) -> str:
    """An entry of BibLaTeX."""
    from .biblatex import to_biblatex

    return to_biblatex(value)


def write_citation(value: Value, _: str) -> str:
    """The citation in one line, as the archive prints it."""
    from ..syntax.document import dumps

    citation = value.citation if isinstance(value, Record) else value
    if citation is None:
        raise InvalidRecord.because("AC905", "there is no citation", "/citation")
    return " ".join(dumps(citation).split("\n")).strip() + "\n"


def write_tei(value: Value, _: str) -> str:
    """The element of a record in TEI."""
    from .entry import as_record
    from .tei import write_document

    return write_document(as_record("to_tei", value))


DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: What is before several records in one file of TEI.
CORPUS = f"""{DECLARATION}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Records</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
"""

#: Every format beside JSON and the layout's own.
TARGETS = {
    "citation": Target(".txt", write_citation),
    "csl": Target(".json", write_csl, "[\n", ",\n", "\n]\n", has_keys=True),
    "ris": Target(".ris", write_ris),
    "biblatex": Target(".bib", write_biblatex, has_keys=True),
    "tei": Target(".xml", write_tei, CORPUS, "\n", "\n</teiCorpus>\n", (DECLARATION, "\n"), has_keys=True),
}
