"""How much of a set of citations is read as it was marked by eye: ``python tests/benchmarks/blind_citations.py FILES``.

A set is written like the other tables of citations (``tests/citations/README.md``). For each field two shares are given:
of the values that are printed, how many were read, and of the values that were read, how many are printed so. ``-v``
lists what differs. Last comes how many citations are right as a whole.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from citation_table import rows

import archivecite as ac

#: The fields of a citation as a reader of its JSON knows them, in order, with what they are called here.
FIELDS = {
    "title": "title",
    "date.text": "date",
    "date.edtf": "date, machine-readable",
    "digital_archive": "digital archive",
    "document_id": "document number",
    "accessed.text": "date of access",
    "sources.kind": "kind of source",
    "sources.repository.name": "archive, name",
    "sources.repository.acronym": "archive, acronym",
    "sources.repository.place": "archive, place",
    "sources.locator": "part of a locator, with its level",
    "sources.authors": "publication: authors, editors, translators",
    "sources.title": "publication: title, container, series",
    "sources.volume": "publication: volume, issue, item, pages",
    "sources.place": "publication: place, publisher, year",
    "provenance.kind": "kind of statement",
    "provenance.agents.name": "statement: by whom",
    "provenance.agents.qualifier": "statement: affiliation",
    "provenance.recipients.name": "statement: to whom",
    "provenance.on_behalf_of": "statement: for whom",
    "provenance.from_languages.name": "statement: from which language",
    "provenance.place": "statement: place",
    "provenance.date.text": "statement: date",
    "provenance.publication": "statement: the publication",
}

#: Fields that are counted with another one.
WITH = {
    "sources.editors": "sources.authors",
    "sources.translators": "sources.authors",
    "sources.container_title": "sources.title",
    "sources.series": "sources.title",
    "sources.issue": "sources.volume",
    "sources.item": "sources.volume",
    "sources.pages": "sources.volume",
    "sources.publisher": "sources.place",
    "sources.year": "sources.place",
}


def values(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Each value of a citation's JSON that is not null, with the field that it is of."""
    if name == "sources.locator" or name == "provenance.publication":
        for each in data if isinstance(data, list) else [data] if data else []:
            yield name, str(each)
    elif isinstance(data, dict):
        for key, each in data.items():
            yield from values(each, f"{name}.{key}" if name else key)
    elif isinstance(data, list):
        for each in data:
            yield from values(each, name)
    elif data is not None:
        field = WITH.get(name, name)
        if field in FIELDS:
            yield field, f"{name.rpartition('.')[2]}={data}"


class Score:
    """What was printed, read and right, by field; and of whole citations."""

    def __init__(self) -> None:
        self.printed: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.whole: list[bool] = []
        self.differing: list[str] = []

    def citation(self, name: str, read: ac.Citation | None, marked: ac.Citation) -> None:
        """Count one citation."""
        there, here = (Counter(values(ac.to_dict(each))) for each in (marked, read or ac.Citation()))
        self.printed.update(field for field, _ in there.elements())
        self.read.update(field for field, _ in here.elements())
        self.right.update(field for field, _ in (there & here).elements())
        self.whole.append(read == marked)
        self.differing += [f"{name} printed {field}: {value}" for field, value in (there - here).elements()]
        self.differing += [f"{name} read    {field}: {value}" for field, value in (here - there).elements()]

    def lines(self) -> Iterator[str]:
        """The table."""
        yield f"{'':45}{'printed':>8}{'read':>6}{'right':>6}{'found':>8}{'correct':>9}"
        for field, told in FIELDS.items():
            if self.printed[field] or self.read[field]:
                yield self.line(told, self.printed[field], self.read[field], self.right[field])
        yield self.line("all", self.printed.total(), self.read.total(), self.right.total())
        yield f"{sum(self.whole)} of {len(self.whole)} citations are right as a whole"

    @staticmethod
    def line(told: str, printed: int, read: int, right: int) -> str:
        """A row of the table."""
        shares = "".join(f"{right / of:>8.1%} " if of else f"{'':9}" for of in (printed, read))
        return f"{told:45}{printed:>8}{read:>6}{right:>6}{shares}".rstrip()


def main(arguments: list[str]) -> None:
    """Score the sets that are named."""
    score = Score()
    for path in (argument for argument in arguments if argument != "-v"):
        for case in rows(Path(path).read_text("utf-8")):
            read = ac.parse_citation(case.text.replace("\n", " ")).record.citation
            score.citation(case.id, read, case.citation)
    print(*score.lines(), sep="\n")
    if "-v" in arguments:
        print(*score.differing, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
