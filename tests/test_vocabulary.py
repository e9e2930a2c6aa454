"""The vocabulary: its form, and that a new word is one line in one file."""

import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archivecite.model.citation import LEVELS, PROVENANCE_KINDS, ArchivalSource
from archivecite.syntax import citation
from archivecite.syntax.language import language_names, read_language
from archivecite.syntax.vocabulary import Vocabulary, read_data, vocabulary
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


def test_no_form_mixes_latin_and_cyrillic_letters() -> None:
    """A Latin "o" in a Cyrillic word would match nothing that an archive prints."""
    for path, form in forms(DATA):
        scripts = {unicodedata.name(letter).split()[0] for letter in form if letter.isalpha()}
        assert len(scripts) < 2, (path, form)


def test_a_form_stands_in_its_class_once() -> None:
    """A form twice in one class is one too many."""
    told = [(path, form.casefold()) for path, form in forms(DATA) if not path.startswith(("/beside", "/ambiguous"))]
    assert [row for row in set(told) if told.count(row) > 1] == []


def test_a_label_has_one_level() -> None:
    """No label stands under two levels: what else it means beside other steps, the rows of ``beside`` say."""
    labels = [form for _, form in forms(DATA["levels"])]
    assert [label for label in labels if labels.count(label) > 1] == []


def test_the_classes_are_those_of_the_model() -> None:
    """Levels, and kinds of provenance, are the model's."""
    levels = {*DATA["levels"], *DATA["counted"], *(row["level"] for row in DATA["beside"])}
    assert levels <= {*LEVELS}
    assert {*DATA["verbs"]} == {*PROVENANCE_KINDS}


def test_languages_are_those_of_the_records() -> None:
    """The names and tags of languages are those that a record's own languages are read by."""
    names = {name: tag for tag, names in DATA["languages"].items() for name in names}
    assert {name: read_language(name).tag for name in language_names()} == names


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
    text = "QWQ RF Box 3, ფონდი 14, აღწ. 2; microfilmed by Anna Weber"
    before = citation.read_statements(text)
    assert [source.value.kind for source in before.sources] == ["archival"]
    assert before.provenance[0].value.kind == "other"
    add(copied / "levels.toml", "fond         = [", '"ფონდი", ')
    add(copied / "levels.toml", "opis         = [", '"აღწ.", ')
    add(copied / "archives.toml", "known = [", '"QWQ RF", ')
    add(copied / "statements.toml", "digitized    = [", '"microfilmed", ')
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
