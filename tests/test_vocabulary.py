"""The vocabulary: its form, and that a new word is one line in one file."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import layout
import pytest

from archivecite.model.citation import ArchivalSource
from archivecite.model.terms import LEVELS, PROVENANCE_KINDS
from archivecite.syntax import citation
from archivecite.syntax.date import read_date
from archivecite.syntax.entries import read_data
from archivecite.syntax.vocabulary import Vocabulary, vocabulary
from archivecite.syntax.words import grammar_folder

FOLDER = Path(str(grammar_folder() / "vocabulary"))
DATA = vocabulary().data


def forms(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string of the vocabulary, with the class that it is in."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from forms(item, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            yield from forms(item, path)


def test_the_classes_are_those_of_the_model() -> None:
    """Each level but that of names has labels, and each kind of provenance verbs."""
    assert {*DATA["levels"]} == {*LEVELS} - {"name"}
    assert {*DATA["verbs"]} == {*PROVENANCE_KINDS}


def test_the_laws_know_each_word_of_a_statement() -> None:
    """The closed list of layout that the laws go by has every word that a statement may leave outside its values.

    Not so the words after which a statement is kept whole ("lacks a signature", "under review").
    """
    listed = layout.LAYOUT["/citation/provenance/N"]
    words = [*forms(DATA["verbs"]), *forms({**DATA["statement"], "says": [], "openers": []})]
    assert [word for _, phrase in words for word in phrase.split() if not listed.fullmatch(word)] == []


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the vocabulary that the reader is made to use."""
    folder = tmp_path / "vocabulary"
    shutil.copytree(FOLDER, folder)
    monkeypatch.setattr(citation, "vocabulary", lambda: Vocabulary(read_data(folder)))
    return folder


def add(path: Path, old: str, new: str) -> None:
    """Adds to the line of a file that begins with ``old``."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, old + new), encoding="utf-8")


def test_a_new_word_is_one_line(copied: Path) -> None:
    """A Georgian label, an archive and a verb are read as soon as they stand in the vocabulary, and not before."""
    text = "QWQ RF Box 3, ფონდი 14, აღწ. 2; zzfilmed by Anna Weber"
    before = citation.read_statements(text)
    assert [source.value.kind for source in before.sources] == ["archival"]
    assert before.provenance[0].value.kind == "other"
    add(copied / "levels.toml", "fond         = [", '"ფონდი", ')
    add(copied / "levels.toml", "opis         = [", '"აღწ.", ')
    add(copied / "archives.toml", "known = [", '"QWQ RF", ')
    add(copied / "statements.toml", "digitized    = [", '"zzfilmed", ')
    read = citation.read_statements(text)
    source = read.sources[0].value
    assert isinstance(source, ArchivalSource)
    assert source.repository is not None and source.repository.acronym == "QWQ RF"
    assert [(part.level, part.label, part.value) for part in source.locator] == [
        ("box", "Box", "3"),
        ("fond", "ფონდი", "14"),
        ("opis", "აღწ.", "2"),
    ]
    assert [(statement.value.kind, statement.value.agents[0].name) for statement in read.provenance] == [
        ("digitized", "Anna Weber")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "mistake"),
    [
        (
            "levels.toml",
            "[levels] ",
            '\npapkka = ["ppk."]',
            "levels.toml, levels/papkka: unknown level 'papkka'",
        ),
        (
            "levels.toml",
            "opis         = [",
            '"f.", ',
            "levels.toml, levels/opis: 'f.' is there already, as levels/fond",
        ),
        ("levels.toml", "fond         = [", '"fond", ', "levels.toml, levels/fond: 'fond' is there already"),
        (
            "levels.toml",
            "fond         = [",
            '"ф. f.", ',
            "levels.toml, levels/fond: 'ф. f.' has Latin and Cyrillic letters",
        ),
        ("levels.toml", "fond         = [", "5, ", "levels.toml, levels/fond: expected a string, got 5"),
        ("levels.toml", '"k." = ["list", ', '"bx", ', "levels.toml, ambiguous/k.: unknown level 'bx'"),
        (
            "levels.toml",
            '[[beside]]\nlabel = "p."',
            "\nlevle = 'papka'",
            "levels.toml, beside/p.: expected label, with and",
        ),
        ("levels.toml", 'levels = ["list", ', '"pages", ', "levels.toml, sheets/levels: unknown level 'pages'"),
        (
            "statements.toml",
            "digitized    = [",
            '"filmed by", ',
            "statements.toml, verbs/digitized: 'filmed by' ends in",
        ),
        (
            "statements.toml",
            "[verbs] ",
            '\nfilmed = ["filmed"]',
            "statements.toml, verbs/filmed: unknown kind 'filmed'",
        ),
        ("places.toml", "cities = [", '" Zenda", ', "places.toml, places/cities: expected a word, got ' Zenda'"),
        ("places.toml", "cities = [", "true, ", "places.toml, places/cities: expected a string, got True"),
        ("places.toml", "[places] ", "\n[months]", "places.toml, months: another file has this table"),
        ("places.toml", "cities = [", '"Zenda" ', "places.toml: "),
    ],
)
def test_a_mistake_is_reported_with_its_file_and_key(copied: Path, file: str, old: str, new: str, mistake: str) -> None:
    """A word under a wrong level or kind, one that is there already, one with letters of two scripts, no word at all."""
    read_data(copied)
    text = (copied / file).read_text(encoding="utf-8")
    assert old in text
    (copied / file).write_text(text.replace(old, old + new, 1), "utf-8")
    with pytest.raises(ValueError, match=re.escape(mistake)):
        read_data(copied)


# --- Every word is read ------------------------------------------------------------------------------------------------


def source(text: str) -> Any:
    return citation.read_statements(text).sources[0].value


def statement(text: str) -> Any:
    return citation.read_statements(text).provenance[0].value


def steps() -> Iterator[tuple[str, str, bool]]:
    """A row for each label: its class, the word, and whether it is read as what it is."""
    for level, labels in DATA["levels"].items():
        for word in labels:
            number = "1956" if level == "year" else "12"
            part = source(f"RGANI, {word} {number}").locator[0]
            yield "levels", word, (part.level, part.label, part.value) == (level, word, number)
    for level, labels in DATA["counted"].items():
        for word in labels:
            part = source(f"RGANI, 12. {word}").locator[0]
            yield "counted", word, (part.level, part.value) == (level, "12")


def names() -> Iterator[tuple[str, str, bool]]:
    """A row for each place, acronym, and noun of an archive or an office."""
    places, heads = DATA["places"], DATA["heads"]
    for word in places["cities"]:
        yield "cities", word, source(f"Hill Archives, {word}, Box 1").repository.place == word
    for word in places["countries"]:
        yield "wider", word, source(f"Hill Archives, Rome, {word}, Box 1").repository.place == f"Rome, {word}"
    for word in places["states"]:
        yield "wider", word, source(f"Hill Archives, Austin, {word}, Box 1").repository.place == f"Austin, {word}"
        apart = source(f"Hill Archives, Rome, {word}, Box 1").repository.place == "Rome"
        yield "no state", word, apart or word == "Georgia"  # which is a country, too
    for word in places["stated"]:
        yield "stated", word, source(f"Hill Archives, {word}, TX, Box 1").repository.place == f"{word}, TX"
    for word in DATA["acronyms"]["known"]:
        yield "acronyms", word, source(f"{word} 12/3-4").repository.acronym == word
    for word in (*heads["archive"], *heads["archive_stems"], *heads["office"], *heads["parent"]):
        yield "heads", word, source(f"Hill {word.title()}, Box 1").repository.name == f"Hill {word.title()}"
    for word in DATA["abbreviations"]["words"]:
        read = citation.read_statements(f"RGANI, Hill {word.title()}. Weber Papers, Box 3")
        yield "abbreviations", word, len(read.sources) == 1


#: What follows a verb, where it is not "by".
AFTER = {"courtesy": "of", "gift": "of", "included": "in", "available": "at", "located": "in"}


def statements() -> Iterator[tuple[str, str, bool]]:
    """A row for each verb, language and month, and for each digital archive."""
    for tag, languages in DATA["languages"].items():
        for word in languages:
            read = statement(f"Translated from {word} by A. Weber").from_languages
            yield "languages", word, [(one.name, one.tag) for one in read] == [(word, tag)]
    for kind, verbs in DATA["verbs"].items():
        for word in verbs:
            by = AFTER.get(word, "of" if kind == "permitted" else "by")
            yield "verbs", word, statement(f"{word.capitalize()} {by} A. Weber").kind == kind
    for number, months in DATA["months"].items():
        for word in months:
            date = read_date(f"3 {word.title()} 1950")
            yield "months", word, date is not None and date.edtf == f"1950-{int(number):02}-03"
    for word in DATA["digital_archives"]["names"]:
        read = citation.read_citation(f'"T", May 3, 1950, {word.title()}, RGANI').value.digital_archive
        yield "opening", word, str(read).lower() == word


def books() -> Iterator[tuple[str, str, bool]]:
    """A row for each role, label and noun of publications."""
    data = DATA["books"]
    book = "Collected Talks, {} {} (Moscow: Mysl, 1990)"
    for word in data["editor_after"]:
        yield "roles", word, source(f"A. Weber, {word}, Talks (Rome: Hill, 1990)").editors == ("A. Weber",)
    for role, field in (("editor_before", "editors"), ("translator_before", "translators")):
        for word in data[role]:
            yield "roles", word, getattr(source(book.format(word, "A. Weber")), field, None) == ("A. Weber",)
    for field in ("volume", "issue", "item", "pages"):
        for word in data[field]:
            yield "parts", word, getattr(source(book.format(word, "12")), field, None) == "12"
    for word in data["period"]:
        yield "period", word, source(f"Hill {word.title()}, no. 3, 1990").issue == "3"
    for word in data["paper"]:
        yield "paper", word, source(f'Hill {word.title()} 12, "The Talk"').issue == "12"


def every_word() -> list[tuple[str, str, bool]]:
    """All rows."""
    return [*steps(), *names(), *statements(), *books()]


def test_every_word_is_read() -> None:
    """Each label, verb, name, place, language, role and month is read as what its class says."""
    assert [(name, word) for name, word, is_read in every_word() if not is_read] == []
