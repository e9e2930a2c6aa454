"""What the fuzzer asks of a text: nothing is wrong with good ones, and a broken library is noticed."""

import json
from pathlib import Path

import pytest
from benchmarks.fuzz_worker import Mutator, Trial, decoded
from benchmarks.laws import LAWS, breaches
from strategies.seed import LETTER, SHORT

import archivecite as ac
from archivecite.model.record import Record
from archivecite.syntax.document import Document


@pytest.mark.parametrize("text", ["", "\ud800", "A shopping list", SHORT, LETTER, ac.to_json(ac.parse(SHORT).record)])
def test_good_texts_break_no_law(text: str) -> None:
    """Whatever edits and changes of the JSON are chosen."""
    assert [str(breach) for seed in range(3) for breach in breaches(text, seed)] == []


@pytest.mark.parametrize(
    ("law", "of", "name", "broken"),
    [
        ("1", Document, "to_bytes", lambda document: b""),
        ("2", ac.Diagnostic, "__str__", lambda finding: 1 / 0),
        ("3", Document, "unread", ()),
        ("4", Record, "title", "Another title"),
        ("6", "archivecite", "dumps", lambda record, family: "Citation:\n\nSummary:\n\nX.\n"),
        ("7", "archivecite", "from_json", lambda text: Record()),
        ("8", Document, "edit", lambda document, changes: ac.parse(document.text + " ")),
        ("9", "archivecite", "loads", lambda text: Record()),
    ],
)
def test_a_broken_law_is_noticed(
    law: str, of: object, name: str, broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each law sees what breaks it."""
    text = SHORT.replace("**Summary:**", "A stray line.\n\n**Summary:**")
    monkeypatch.setattr(ac if of == "archivecite" else of, name, broken)
    assert law in {breach.law for breach in breaches(text, 1)}


def test_every_law_has_its_number() -> None:
    """Laws 1 to 4 and 6 to 9, in order: law 9, the last, is about records only."""
    assert [law.__name__[-1] for law in LAWS] == list("12346789")


def test_a_failing_text_is_cut_down_and_saved_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved is the least that fails in the same way; every failure is counted."""
    monkeypatch.setattr(Document, "to_bytes", lambda document: document.text.replace("stray", "lost").encode())
    trial = Trial(tmp_path, 0)
    for text in ("A stray line.", "Another stray line."):
        trial(text.encode())
    [saved] = tmp_path.glob("law-*.json")
    assert json.loads(saved.read_text())["text"] == "stray"
    assert trial.broken == {"1": 4}  # as a record and as a citation, twice


def test_texts_are_changed_as_texts() -> None:
    """A changed text can be read again, is no longer than asked, and is the same for the same seed."""
    mutator = Mutator([SHORT, LETTER], ["Citation:", "fond"], lambda data, largest: data[:largest])
    changed = [mutator(LETTER.encode(), 900, seed) for seed in range(50)]
    assert changed == [mutator(LETTER.encode(), 900, seed) for seed in range(50)]
    assert len(set(changed)) > 30
    assert all(len(data) <= 900 and decoded(data) for data in changed)
