"""archivecite diff: what changed between two versions of a record."""

import io
import json
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.generated import laid_out, parts
from strategies.record import records

import archivecite as ac
from archivecite.cli import run
from archivecite.formats.difference import differences

GOOD = laid_out(parts(Random(3))._replace(family="plain"))
RECORD = ac.parse(GOOD).record

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a record."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(GOOD)
    return tmp_path


def changes(text: str, capsys: Printed) -> list[tuple[Any, ...]]:
    """What changed from the record to ``text``."""
    Path("b.txt").write_text(text, newline="")
    run(["diff", "a.txt", "b.txt", "--output", "json"])
    return [tuple(change.values()) for change in json.loads(capsys.readouterr().out)]


def test_a_change_has_its_pointer_and_both_values(capsys: Printed) -> None:
    """One value, one change, though the citation's text changes with it."""
    assert RECORD.title and RECORD.date and RECORD.citation
    title = RECORD.title.upper()
    assert changes(GOOD.replace(RECORD.title, title, 1), capsys) == [
        ("changed", "/title", "/title", RECORD.title, title)
    ]
    before, after = RECORD.date.text, "May 3, 1950"
    assert changes(GOOD.replace(before, after, 1), capsys) == [("changed", "/date/text", "/date/text", before, after)]
    place = "/citation/url"
    url = RECORD.citation.url or ""
    assert changes(GOOD.replace(url, f"{url}0"), capsys) == [("changed", place, place, url, f"{url}0")]
    (only,) = changes(GOOD.replace(", op. ", ", op. 9", 1), capsys)
    assert only[1] == "/citation/sources/0/locator/1/value" and only[4] == f"9{only[3]}"


def test_what_was_added_or_removed(capsys: Printed) -> None:
    """Below it all is as it was, though its place is another."""
    first, second = RECORD.body[0].text, RECORD.body[1].text
    added = changes(GOOD.replace(first, f"It was a very cold day indeed.\n\n{first}"), capsys)
    assert [(kind, old, new) for kind, old, new, _, _ in added] == [("added", None, "/body/0")]
    removed = changes(GOOD.replace(f"{first}\n\n", ""), capsys)
    assert [(kind, old, new) for kind, old, new, _, _ in removed] == [("removed", "/body/0", None)]
    both = changes(
        GOOD.replace(first, f"It was a very cold day indeed.\n\n{first}").replace(second, f"{second} So."), capsys
    )
    assert [(kind, old, new) for kind, old, new, _, _ in both] == [
        ("added", None, "/body/0"), ("changed", "/body/1/text", "/body/2/text")
    ]  # fmt: skip


def test_a_summary_that_is_new_or_gone(capsys: Printed) -> None:
    """A value that there was none of before is added."""
    assert RECORD.summary
    gone = changes(GOOD.replace(f"{RECORD.summary}\n\n", ""), capsys)
    assert [(kind, old, new, before) for kind, old, new, before, _ in gone] == [
        ("removed", "/summary", None, RECORD.summary)
    ]
    Path("a.txt").write_text(GOOD.replace(f"{RECORD.summary}\n\n", ""))
    assert [(kind, new) for kind, _, new, _, _ in changes(GOOD, capsys)] == [("added", "/summary")]


def test_what_only_the_layout_changed_is_no_change(capsys: Printed) -> None:
    """Line ends, broken lines and another family are not what a record says."""
    for text in (GOOD.replace("\n", "\r\n"), ac.dumps(RECORD, "markdown"), GOOD.replace(", ", ",\n", 3)):
        assert changes(text, capsys) == []
    assert run(["diff", "a.txt", "b.txt"]) == 0
    assert capsys.readouterr() == ("", "")


def test_unread_text_is_compared_too(capsys: Printed) -> None:
    """What no field took would else be lost without a word."""
    assert changes(GOOD.replace("Citation:", "Checked in May.\n\nCitation:", 1), capsys) != []
    text = GOOD.replace("Summary:", "Summary:\n\nFirst.\n\nSummary:", 1)
    assert ("added", None, "unread/0") in [tuple(change[:3]) for change in changes(text, capsys)]


def test_people_see_where_two_long_texts_differ(capsys: Printed) -> None:
    """Some words around the change, and no more; what acts on a terminal is escaped."""
    first = RECORD.body[0].text
    long = f"{'We waited. ' * 20}{first}{' We waited.' * 20}"
    Path("a.txt").write_text(GOOD.replace(first, long))
    Path("b.txt").write_text(GOOD.replace(first, long.replace(first, first.replace(" ", " \x1b[2J ", 1))))
    assert run(["diff", "a.txt", "b.txt"]) == 1
    place, old, new = capsys.readouterr().out.splitlines()
    assert place == "/body/0/text: changed"
    assert old.startswith("  - …") and old.endswith("…") and len(old) < len(first) + 100
    assert "\\x1b[2J" in new


def test_json_and_standard_input(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """What archivecite wrote is a version of a record too."""
    Path("a.json").write_text(ac.to_json(RECORD))
    assert run(["diff", "a.json", "a.txt"]) == 0
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.replace("Summary:", "Summary:\n\nNew.").encode()))
    )
    assert run(["diff", "a.json", "-"]) == 1
    assert capsys.readouterr().out.startswith("/summary: changed\n")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("list.txt", b"A shopping list", "list.txt:1:1: AC901 error"),
        ("cafe.txt", b"Caf\xe9", "AC902 error"),
        ("list.json", b"[]", "AC904 error"),
        ("missing.txt", None, "can't be read: No such file"),
        ("a.txt", GOOD.encode(), "Give two files"),
    ],
)
def test_trouble_is_told_from_a_difference(name: str, content: bytes | None, said: str, capsys: Printed) -> None:
    """As of diff itself: 2, in either place."""
    if content is not None:
        Path(name).write_bytes(content)
    assert run(["diff", "a.txt", name]) == 2
    assert said in capsys.readouterr().err
    assert run(["diff", name, "a.txt"]) == 2
    assert said in capsys.readouterr().err


@given(records(), records())
def test_records_are_the_same_exactly_if_nothing_changed(one: ac.Record, other: ac.Record) -> None:
    """Of any two; what is told leads to values that differ."""
    assert [*differences(one, one)] == []
    found = [*differences(one, other)]
    assert bool(found) == (one != other)
    for change in found:
        assert change.before != change.after
        assert change.old is None or at(ac.to_dict(one), change.old) == change.before
        assert change.new is None or at(ac.to_dict(other), change.new) == change.after


def at(value: Any, pointer: str) -> Any:
    """What is at ``pointer`` in a value of JSON."""
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


@given(st.integers(0, 3_000))
def test_many_paragraphs_are_aligned(place: int) -> None:
    """One that is new among thousands is one change."""
    blocks = tuple(ac.Paragraph(f"Paragraph {number}.") for number in range(3_000))
    new = (*blocks[:place], ac.Paragraph("Another."), *blocks[place:])
    (change,) = differences(ac.Record(body=blocks), ac.Record(body=new))
    assert (change.kind, change.new) == ("added", f"/body/{place}")
