"""The words that the grammar knows by heart: ``grammar/vocabulary/*.toml``, each form once, ready to be looked up."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from .table import Table
from .words import Words, current_module, folded, grammar_folder


class Beside(NamedTuple):
    """A label that means another level where a step of some level, or with some label, stands before it (``with_``) and
    in the same locator (``near``), or does not (``but``).
    """

    with_: frozenset[str]
    but: frozenset[str]
    near: frozenset[str]
    level: str
    range: str


def words_of(phrases: Iterable[str]) -> frozenset[str]:
    """A set of single words, as atoms hold them."""
    return frozenset(map(folded, phrases))


class Vocabulary:
    """All words of ``data``, which is what the files say, by class."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.read_labels(data)
        self.read_statements(data)
        self.read_names(data)
        self.read_books(data)
        self.read_sections(data)

    def read_labels(self, data: Mapping[str, Any]) -> None:
        """The labels of a locator."""
        ambiguous: dict[str, list[str]] = data["ambiguous"]
        levels = {level: list(forms) for level, forms in data["levels"].items()}
        for label, (_, level) in ambiguous.items():
            levels[level].append(label)
        self.levels = Table(levels)
        #: The words of labels, by their first letters.
        self.label_words: dict[str, frozenset[str]] = {}
        for word in words_of(word for forms in levels.values() for form in forms for word in form.split()):
            if word.isalpha() and len(word) >= len("box"):
                self.label_words[word[0]] = self.label_words.get(word[0], frozenset()) | {word}
        self.counted = Table(data["counted"])
        self.sheets = frozenset(data["sheets"]["levels"])
        self.ambiguous: dict[str, list[str]] = {folded(label): levels for label, levels in data["ambiguous"].items()}
        self.number_signs = Table({"sign": data["numbers"]["signs"]})
        self.suffixes = Table({"suffix": data["numbers"]["suffixes"]})
        self.beside: dict[str, list[Beside]] = {}
        for row in data["beside"]:
            with_, but, near = (words_of(row.get(key, ())) for key in ("with", "but", "near"))
            beside = Beside(with_, but, near, row["level"], row.get("range", "any"))
            self.beside.setdefault(folded(row["label"]), []).append(beside)

    def read_statements(self, data: Mapping[str, Any]) -> None:
        """The words of provenance."""
        self.verbs = Table(data["verbs"])
        clauses = data["statement"]
        self.subjects = words_of(clauses["subjects"])
        #: The words with which a head begins.
        self.heads = frozenset(self.verbs.rows) | self.subjects
        self.copies = words_of(clauses["copies"])
        self.told = self.copies | words_of(clauses["documents"])
        self.says = words_of(clauses["says"])
        self.clauses = Table(
            {role: clauses[role] for role in ("at", "by", "of", "to", "for", "from", "in", "on", "formerly")}
        )
        self.joins = Table({"and": clauses["and"]})
        self.ands = words_of(data["names"]["and"])
        self.openers = words_of(clauses["openers"])
        #: Those that follow no number as a part of it: not "4 of 6", "5 to 7".
        self.remarks = self.openers - {"of", "to", "and"}
        #: The words with which a statement may open, and the signs after which it may, where no sign stands before it.
        self.openings = frozenset(self.verbs.rows) | words_of(clauses["opens"])
        #: These, and the signs after which a statement may open that follows another piece.
        self.beginnings = self.openings | {",", "(", "and", "&", "—", "–", "-"}
        #: All atoms at which a piece may end, besides those with a full stop.
        self.turns = self.beginnings | {";", ")", "."}

    def has_archive_stem(self, word: str) -> bool:
        """Whether a word has the stem of an archive's noun in it: ``staatsarchiv``."""
        for start, stems in self.archive_stems:
            if start in word:  # which few words have
                for stem in stems:
                    if stem in word:
                        return True
        return False

    def read_names(self, data: Mapping[str, Any]) -> None:
        """What names are made of: nouns of archives and offices, places, languages, particles, abbreviations."""
        heads = data["heads"]
        self.archive = Table({"archive": heads["archive"]}, capital=True)
        stems: dict[str, list[str]] = {}
        for stem in heads["archive_stems"]:
            stems.setdefault(stem[:2], []).append(stem)
        self.archive_stems = tuple(stems.items())
        self.archive_not = words_of(heads["archive_not"])
        self.parents = Table({"parent": heads["parent"]})
        self.offices = Table({"office": heads["office"]})
        #: The words with which a noun of these three begins.
        self.nouns = frozenset((*self.archive.rows, *self.parents.rows, *self.offices.rows))
        self.papers_nouns = words_of((*heads["collection"], *heads["series"]))
        self.manuscripts = words_of(heads["manuscript"])
        self.kept = words_of((*heads["collection"], *heads["kept"]))
        self.keepers = words_of(heads["keeper"])
        self.people = words_of(heads["people"])
        self.posts = words_of(heads["posts"])
        self.holdings = words_of((*heads["collection"], *heads["series"], *heads["holding"], *data["notes"]["items"]))
        self.acronyms = Table({"acronym": [*data["archives"], *data["acronyms"]["known"]]}, exact=True)
        places = data["places"]
        self.cities = Table({"city": places["cities"]}, capital=True)
        self.countries = Table({"country": places["countries"]}, capital=True)
        self.states = Table({"state": places["states"]}, exact=True)
        self.stated = Table({"city": places["stated"]}, capital=True)
        self.in_names = Table({"country": places["in_names"]}, capital=True)
        self.languages = Table(data["languages"], capital=True)
        self.months = words_of(name for names in data["months"].values() for name in names)
        dates = data["dates"]
        around = (*dates["circa"], *dates["parts"], *dates["undated"], *dates["weekdays"])
        seasons = (name for names in data["seasons"].values() for name in names)
        self.around_date = frozenset((*(Words(phrase).lower[0] for phrase in around), *seasons))
        short = data["abbreviations"]
        self.abbreviations = words_of(short["words"])
        self.degrees = Table({"degree": short["degrees"]})
        self.particles = words_of(short["particles"])
        self.articles = words_of(short["articles"])
        self.small = words_of(short["small"])
        self.keeps_stop = words_of(short["keeps_stop"])

    def read_books(self, data: Mapping[str, Any]) -> None:
        """The words of publications, and of a citation's opening and end."""
        books = data["books"]
        roles = ("editor_after", "editor_before", "translator_before", "translator_after")
        self.roles = Table({role: books[role] for role in roles})
        self.parts = Table({part: books[part] for part in ("volume", "issue", "item", "pages", "book")})
        self.et_al = Table({"et_al": books["et_al"]})
        self.editions = words_of(books["edition"])
        self.undated = Table({"undated": books["undated"]})
        self.periodicals = Table({"period": books["period"]})
        self.works = words_of(books["work"])
        self.papers = Table({"paper": books["paper"]})
        self.theses = words_of(books["thesis"])
        self.digital_archives = sorted(data["digital_archives"]["names"], key=len, reverse=True)
        self.digital_projects = sorted(data["digital_archives"]["projects"], key=len, reverse=True)
        self.digital_kinds = data["digital_archives"]["kinds"]
        self.digital_marks = words_of(data["digital_archives"]["marks"])
        self.before_source = words_of(data["notes"]["before_source"])
        self.refers = Table({"refers": data["notes"]["refers"]})
        self.back = Table({"back": data["notes"]["back"]})
        self.items = words_of(data["notes"]["items"])
        self.forms = words_of(data["notes"]["forms"])
        self.accessed = words_of(data["notes"]["accessed"])
        self.credits = Table(data["credits"])
        self.before_supporters = words_of(data["supporters"]["after"])
        self.supporting = words_of(data["supporters"]["bodies"])
        self.name_ends = words_of(data["supporters"]["parts"])

    def read_sections(self, data: Mapping[str, Any]) -> None:
        """The labels of a record's sections, and what is printed above the first."""
        sections: dict[str, list[str]] = data["sections"]
        #: The label of each section as it is written, in the order of a record.
        self.section_names = {section: labels[0] for section, labels in sections.items()}
        self.written_labels = {labels[0]: section for section, labels in sections.items()}
        self.written_labels |= {label: section for section, labels in data["written"].items() for label in labels}
        #: All labels in small letters: the archive's own, the aliases, and those of no section.
        self.own_labels = {label.lower(): section for label, section in self.written_labels.items()}
        aliases = {label.lower(): section for section, labels in sections.items() for label in labels}
        self.label_aliases = {label: section for label, section in aliases.items() if label not in self.own_labels}
        self.foreign_labels = frozenset(map(str.lower, data["foreign"]["labels"]))
        self.masthead = sorted(data["masthead"]["lines"], key=len, reverse=True)
        self.chrome = frozenset(map(str.lower, data["above"]["chrome"]))
        self.date_labels = frozenset(data["above"]["date"])


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that the package comes with: the generated one, or the files' where they have changed since."""
    module = current_module()
    if module:
        return Vocabulary(module.VOCABULARY)
    from .entries import read_data  # only here, as it takes time

    return Vocabulary(read_data(grammar_folder() / "vocabulary"))
