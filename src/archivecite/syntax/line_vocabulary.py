"""The words of lines by their kinds, and the classes that kinds belong to: ``lines.toml``, ``offices.toml``,
``closes.toml`` and ``forms.toml``, and ``line_classes``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from ..surface.lazy import lazy
from .table import Table, rows_of
from .vocabulary import Vocabulary
from .words import current_module, folded

#: The tables of the words of lines, in the order of their lists.
TABLES = ("lines", "offices", "closes", "forms")

#: The sign of a number that has no letter of its own: "Nº".
ORDINAL_SIGN = "nº"

#: They are in no list: a date has one, and a line no other.
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))

#: After these a capital names what an office is over.
GOVERNING = frozenset(("FUNCTION", "THE", "VIA", "OF", "ORG", "BODY", "NATION"))

#: What no name takes though it has a capital: markings, and what only sentences have.
OWN = frozenset(
    ("CLASSIFICATION", "PRECEDENCE", "HANDLING", "RETURN", "PRONOUN", "SIGNED", "DEAR", "VALE", "DATE", "TIME")
)


class Kinds(NamedTuple):
    """``all`` kinds of a token: the narrow ones, the classes that they are in, and ``ANY``; ``named`` are those of a
    word with a capital, which may be in a name, whatever it is: ``via VCh``, ``Desk``; ``governs`` says that a capital
    behind it names what an office is over.
    """

    all: tuple[str, ...]
    named: tuple[str, ...]
    governs: bool


class Readings(dict[str, Kinds]):
    """The kinds of what a table reads as narrow kinds, joined by blanks; made when they are first met."""

    def __init__(self, classes: Mapping[str, set[str]]) -> None:
        super().__init__()
        self.classes = classes

    def __missing__(self, reading: str) -> Kinds:
        narrow = reading.split()
        classes = [name for name, kinds in self.classes.items() if kinds.intersection(narrow)]
        whole = named = (*narrow, *classes, "ANY")
        if "TITLE" not in whole and OWN.isdisjoint(narrow):
            named = (*whole[:-1], "TITLE", "WHO", "GOING", "ANY")
        self[reading] = made = Kinds(whole, named, not GOVERNING.isdisjoint(narrow))
        return made


class LineVocabulary:
    """The words of lines: what kinds a phrase has, and to which classes a kind belongs; ``words`` is what
    ``line_words`` gives.
    """

    def __init__(self, known: Vocabulary, words: Mapping[str, Any]) -> None:
        data = known.data
        self.any_case = Table.of(words["any_case"])
        self.with_capital = Table.of(words["with_capital"], capital=True)
        self.notes = Table.of(words["notes"])
        self.remarks = Table({"remark": data["line_remarks"]["cues"]})
        classes = {name.upper(): {kind.upper() for kind in kinds} for name, kinds in data["line_classes"].items()}
        self.kinds = Readings(classes)
        #: Each month's name, and whether it is in the calendar of which dates are read.
        self.months = {folded(name): False for name in data["calendars"]["months"]}
        self.months |= {folded(name): True for names in data["months"].values() for name in names}
        #: The words with which a date may begin.
        self.dated = frozenset(self.months) | WEEKDAYS
        self.eras = frozenset(data["calendars"]["eras"])
        #: Words whose full stop is their own: "Cde.", "Col."
        self.short = known.abbreviations.union(words["stopped"])
        self.small = frozenset(words["small"])
        self.linking = frozenset(words["linking"])
        #: The first words of lines that may hold any word: a salutation, a courtesy.
        self.courteous = tuple(words["courteous"])
        self.dear = {*self.courteous} - {"i"}
        #: The first words of lines that tell of copies, without the signs at their ends.
        self.copying = tuple(words["copying"])

    @lazy
    def spaced(self) -> dict[str, str]:
        """The kinds of each phrase by its letters alone, as they may be spaced."""
        lines = (line.partition("\t") for row in self.any_case.rows.values() for line in row.split("\n"))
        return {"".join(filter(str.isalpha, folded(form))): kinds for form, _, kinds in lines}

    def links(self, word: str) -> bool:
        """Whether a line goes on below after ``word``: ``of``, ``and``, ``between``."""
        return folded(word) in self.linking


def kinds_of(lists: dict[str, list[str]]) -> dict[str, list[str]]:
    """The forms by their kinds, joined by blanks: a form in two lists has both, in the order of the lists."""
    kinds: dict[str, list[str]] = {}
    for kind, forms in lists.items():
        for form in forms:
            found = kinds.setdefault(folded(form), [])
            if kind not in found:
                found.append(kind)
    joined: dict[str, list[str]] = {}
    for form, found in kinds.items():
        joined.setdefault(" ".join(found), []).append(form)
    return joined


def line_words(data: Mapping[str, Any]) -> dict[str, Any]:
    """What lines are read by in ``data``, which is what the files of the vocabulary say: as plain data, since there are
    thousands of words.
    """
    lists = {"SIGN": [*data["numbers"]["signs"], *data["line_numbers"]["signs"], ORDINAL_SIGN]}
    for table in TABLES:
        for kind, forms in data[table].items():
            lists[kind.upper()] = [*lists.get(kind.upper(), []), *forms]
    capital = {kind: list(lists.pop(kind)) for kind in ("PLACE", "NATION")}
    capital["PLACE"] += [*data["places"]["cities"], *data["places"]["countries"]]
    for names in data["languages"].values():
        capital["NATION"] += names
    notes = {"SIGN": lists["SIGN"], **{kind.upper(): forms for kind, forms in data["note_openings"].items()}}
    plain = flat_list({kind: forms for kind, forms in lists.items() if kind != "NO_NAME"})
    linking = {folded(form) for kind in ("FUNCTION", "AND") for form in lists[kind]}
    return {
        "any_case": rows_of(kinds_of(lists)),
        "with_capital": rows_of(kinds_of(capital)),
        "notes": rows_of(kinds_of(notes)),
        "stopped": sorted({folded(form).split()[-1].rstrip(".") for form in flat_list(lists) if form[-1] == "."}),
        "small": sorted({word.rstrip(".,") for form in plain for word in folded(form).split()}),
        "linking": sorted({*linking, "between"}),
        "courteous": sorted({folded(form).split()[0] for kind in ("DEAR", "ACCEPT") for form in lists[kind]}),
        "copying": sorted({folded(form).split()[0].rstrip(".") for form in lists["COPY"]}),
    }


def flat_list(lists: dict[str, list[str]]) -> list[str]:
    """Every form of all lists."""
    return [form for forms in lists.values() for form in forms]


def longer(one: tuple[int, str] | None, two: tuple[int, str] | None) -> tuple[int, str] | None:
    """The one of two phrases that ends later, with the kinds of both where they are the same words."""
    if one is None or two is None:
        return one or two
    if one[0] != two[0]:
        return max(one, two)
    return one[0], f"{one[1]} {two[1]}"


@cache
def line_vocabulary(known: Vocabulary) -> LineVocabulary:
    """The words of lines in ``known``; they are generated for the vocabulary that was."""
    module = current_module()
    is_generated = module is not None and known.data is module.VOCABULARY
    return LineVocabulary(known, module.LINES if is_generated else line_words(known.data))
