"""Heads of records as a table: what is printed above the labels, between the sections, and as labels."""

from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import archivecite as ac
from archivecite.rules.subject import LABELS
from archivecite.syntax import section_label
from archivecite.syntax.section_label import next_label
from archivecite.syntax.vocabulary import Vocabulary, vocabulary


class Row(NamedTuple):
    """A text, and what it is read as."""

    name: str
    text: str
    expected: dict[str, str]


def rows() -> list[Row]:
    """The rows of ``heads.txt``."""
    found = []
    table = (Path(__file__).parent / "heads.txt").read_text(encoding="utf-8")
    for block in table.split("\n#### ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, values = rest.partition("\n=>\n")
        pairs = (line.partition(":")[::2] for line in values.strip().split("\n"))
        found.append(Row(name, text, {key: value.strip().replace("⏎", "\n") for key, value in pairs}))
    return found


ROWS = rows()


def read(text: str) -> dict[str, str]:
    """What ``text`` is read as, in the words of the table."""
    document = ac.parse(text)
    record = document.record
    return {
        "title": record.title or "",
        "date": f"{record.date.text} | {record.date.edtf or ''}".strip() if record.date else "",
        "summary": record.summary or "",
        "languages": ", ".join(language.name for language in record.original_languages),
        "contents": ", ".join(item.text for item in record.contents),
        "body": " ¦ ".join(block.text for block in record.body),
        "unread": " ¦ ".join(span.of(text) for span in document.unread),
    }


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_a_head_is_read(row: Row) -> None:
    """Title, date, sections, body, and what is left unread."""
    found = read(row.text)
    assert found == {key: value for key, value in row.expected.items() if key != "told"}


@pytest.mark.parametrize("row", [row for row in ROWS if "told" in row.expected], ids=lambda row: row.name)
def test_check_tells_of_it(row: Row) -> None:
    """How the labels are printed is told once a record; a misspelt one is a warning with a fix, and so is a second record."""
    findings = ac.check(ac.parse(row.text))
    codes = {finding.code for finding in findings} & {"AC101", "AC107", "AC111", "AC119", "AC120", "AC121"}
    assert " ".join(sorted(codes)) == row.expected["told"]
    assert [finding.code for finding in findings].count("AC121") <= 1
    if "AC107" in codes:
        (finding,) = (finding for finding in findings if finding.code == "AC107")
        assert finding.fix is not None and finding.severity is ac.Severity.WARNING


def test_each_kind_has_five_rows() -> None:
    """Of the top of the file, of what is between sections, and of labels."""
    for kind in ("15 ", "16 ", "17 "):
        assert sum(row.name.startswith(kind) for row in ROWS) >= 5


# --- Several records ---------------------------------------------------------------------------------------------------

ONE, OTHER = (row.text for row in ROWS if row.name in ("15 an HTML comment", "17 tags"))


@pytest.mark.parametrize("joint", ["\n\n", "\n\n---\n\n", "\n\f"])
@pytest.mark.parametrize("texts", [(ONE,), (ONE, OTHER), (OTHER, ONE, OTHER, ONE)])
def test_all_records_of_a_text_are_read(texts: tuple[str, ...], joint: str) -> None:
    """A document for each, whose texts joined are the whole; the first is what ``parse`` gives."""
    whole = joint.join(texts)
    documents = ac.parse_all(whole)
    assert "".join(document.text for document in documents) == whole
    assert [document.record for document in documents] == [ac.parse(text).record for text in texts]
    assert ac.parse(whole).record == documents[0].record
    assert ac.read_all(whole.encode()) == documents
    codes = [finding.code for finding in ac.check(ac.parse(whole))]
    assert codes.count("AC120") == (len(texts) > 1)


def test_a_text_without_a_record_is_one_document() -> None:
    """Nothing is split that is not of this layout."""
    assert ac.parse_all("Citation: a\n\nCitation: b") == (ac.parse("Citation: a\n\nCitation: b"),)


def test_labels_are_those_of_the_rules() -> None:
    """The names that rules know are the vocabulary's."""
    assert tuple(vocabulary().section_names.values()) == LABELS


@pytest.mark.parametrize(("one", "other"), [*pairwise(["Citation:", "Citation :", "Citation\n:", "\n\nCitation:"])])
def test_white_space_about_a_label_changes_nothing(one: str, other: str) -> None:
    """A value is written with its lines joined, and must not become a label by that."""
    first, second = next_label(one, 0), next_label(other, 0)
    assert first and second and (first.section, first.dress) == (second.section, second.dress) == ("citation", "plain")


# --- Every word --------------------------------------------------------------------------------------------------------

DATA = vocabulary().data


@pytest.mark.parametrize(
    ("section", "form"), [(name, form) for name, forms in DATA["sections"].items() for form in forms]
)
def test_every_label_is_read(section: str, form: str) -> None:
    """Alone before its colon, in any case, a label begins its section."""
    for printed in (form, form.upper(), form.lower()):
        label = next_label(f"Some words.\n\n{printed}:\n\nX", 0)
        assert label is not None and label.section == section and label.counts


@pytest.mark.parametrize("form", DATA["foreign"]["labels"])
def test_a_label_of_no_section_is_unread_with_its_value(form: str) -> None:
    """It ends the summary, and is not taken for a misspelt label of a record."""
    text = ONE.replace("On tractors.", f"On tractors.\n\n{form}: X")
    document = ac.parse(text)
    assert document.record == ac.parse(ONE).record
    assert f"{form}: X" in [span.of(text) for span in document.unread]
    assert "AC107" not in {finding.code for finding in ac.check(document)}


@pytest.mark.parametrize("line", [*DATA["above"]["chrome"], *DATA["masthead"]["lines"]])
def test_a_line_of_a_page_is_no_title(line: str) -> None:
    """Even where no citation says what the title is; the masthead is layout, and the rest unread."""
    text = f"{line}\n\nA Note\n\nOriginal Language:\n\nRussian\n\nContents:\n\nTranslation - English\n\nTo A."
    document = ac.parse(text)
    assert document.record.title == "A Note"
    assert [span.of(text) for span in document.unread] == ([line] if line in DATA["above"]["chrome"] else [])


@pytest.mark.parametrize("label", DATA["above"]["date"])
def test_a_label_of_the_date_is_layout(label: str) -> None:
    """The date is what follows it."""
    text = ONE.replace("May 3, 1950\n", f"{label}: May 3, 1950\n", 1)
    assert ac.parse(text).record == ac.parse(ONE).record


def test_a_new_alias_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is a label as soon as the vocabulary has it, and not before."""
    text = "Gist:\n\nOn tractors.\n\nContents:\n"
    before = next_label(text, 0)
    assert before is not None and before.section == "contents"
    sections = {**DATA["sections"], "summary": [*DATA["sections"]["summary"], "Gist"]}
    monkeypatch.setattr(section_label, "vocabulary", lambda: Vocabulary({**DATA, "sections": sections}))
    label = next_label(text, 0)
    assert label is not None and (label.section, label.dress) == ("summary", "alias")
