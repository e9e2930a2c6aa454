"""Law 8, locality: an edit changes the characters under its pointers, and nothing that was not read from them."""

from typing import Any

import layout
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import share
from strategies.seed import LETTER, SEEDS, SHORT, mutated
from strategies.text import phrases, proses

import archivecite as ac

#: Seeds, small records, and what became of them.
documents = st.one_of(st.sampled_from([SHORT, LETTER, *SEEDS]), mutated()).map(ac.parse)


def scalars(document: ac.Document) -> dict[str, object]:
    """Every string, number and null of the record, by pointer."""
    found = layout.values(layout.record_of(document))
    return {pointer: value for pointer, _, value in found if not isinstance(value, dict | list)}


@share(2)
@given(documents)
def test_an_empty_edit_is_identity(document: ac.Document) -> None:
    """``edit({})`` gives the same text and the same record."""
    same = document.edit({})
    assert (same.text, same.record, same.family) == (document.text, document.record, document.family)


@share(2)
@given(documents, st.data())
def test_an_edit_is_local(document: ac.Document, data: st.DataObject) -> None:
    """Each edited value is what was asked for, the text around it is the same, and so is every value that neither
    encloses it, lies in it, nor shares characters with it; or else the edit is refused.
    """
    printed = {
        pointer: value
        for pointer, value in scalars(document).items()
        if isinstance(value, str) and pointer in document.spans and pointer.rpartition("/")[2] not in layout.READINGS
    }
    assume(printed)
    pointers = data.draw(st.lists(st.sampled_from(list(printed)), min_size=1, max_size=3, unique=True))
    new = st.one_of(
        phrases(), phrases(2), st.sampled_from(list(printed.values())), st.sampled_from(["X", "1962", ""]), proses()
    )
    changes = {pointer: data.draw(new) for pointer in pointers}
    try:
        edited = document.edit(changes)
    except ac.InvalidRecord as error:
        assert [finding.code for finding in error.diagnostics] == ["AC906"]
        return
    old, now = scalars(document), scalars(edited)
    touched = [document.spans[pointer] for pointer in changes]
    rest, start = [], 0
    for span in sorted(touched, key=lambda span: span.start):
        rest.append(document.text[start : span.start])
        start = span.end
    rest.append(document.text[start:])
    position = 0
    for piece in rest:
        position = edited.text.find(piece, position)
        assert position >= 0, "the text around the edit has changed"
        position += len(piece)
    assert edited.text.startswith(rest[0]) and edited.text.endswith(rest[-1])
    for pointer, value in changes.items():
        assert now[pointer] == value
    for pointer, before in old.items():
        # A mark is counted from the start of its block's text, so it is read from all of that.
        place = document.spans.get(pointer.partition("/marks/")[0])
        if place and not any(place.start < span.end and span.start < place.end for span in touched):
            assert now[pointer] == before, pointer


EDITS = {
    "/title": "Cable from Gromyko to Alekseev, 31 October",
    "/citation/date/text": "October 30, 1962",
    "/citation/provenance/-1/agents/0/name": "Anna O'Neill",
    "/body/-1/text": "We have one thing to add, and only one.",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("wanted", EDITS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_is_edited_where_it_is_asked_and_nowhere_else(seed: str, wanted: str, newline: str) -> None:
    """Title, the citation's date, an agent, a paragraph: only those characters change, and the record says so."""
    document = ac.parse(seed.replace("\n", newline))
    record = document.record
    assert record.citation is not None
    paragraphs = [i for i, block in enumerate(record.body) if block.kind == "paragraph"]
    pointer = wanted.replace("provenance/-1", f"provenance/{len(record.citation.provenance) - 1}")
    pointer = pointer.replace("body/-1", f"body/{paragraphs[-1]}")
    edited = document.edit({pointer: EDITS[wanted]})
    span = document.spans[pointer]
    assert edited.text == document.text[: span.start] + EDITS[wanted] + document.text[span.end :]
    old, now = scalars(document), scalars(edited)
    changed = {at for at in old.keys() | now.keys() if old.get(at) != now.get(at)}
    parts = pointer.removesuffix("/text")
    # What is read from the characters, and the texts that enclose them, are all that else changes.
    allowed = {pointer, f"{parts}/edtf", parts.partition("/agents")[0] + "/text"}
    assert now[pointer] == EDITS[wanted] and pointer in changed
    assert changed <= allowed | {at for at in changed if at.startswith(f"{parts}/marks/")}


def test_fields_of_the_record_can_be_named() -> None:
    """``title=`` is ``/title``, and several edits are made at once."""
    edited = ac.parse(SHORT).edit({"/citation/title": "B"}, title="B", summary="Shorter.\n\nAnd shorter.")
    assert edited.record.title == "B"
    assert edited.record.summary == "Shorter.\n\nAnd shorter."
    assert edited.text == SHORT.replace("A Letter", "B").replace("Short.", "Shorter.\n\nAnd shorter.")


def test_an_edit_uses_the_newlines_of_the_document() -> None:
    """A blank line in a new value is written as the document writes blank lines."""
    edited = ac.parse(SHORT.replace("\n", "\r\n")).edit(summary="One.\n\nTwo.")
    assert "One.\r\n\r\nTwo." in edited.text
    assert edited.record.summary == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"/date/edtf": "1950"}, "/date/edtf"),
        ({"/citation/document_id": "8"}, "/citation/document_id"),
        ({"/credits/text": "X"}, "/credits/text"),
        ({"/title": "Citation:"}, "/title"),
        ({"/title": ""}, "/title"),
        ({"/body/7/text": "X"}, "/body/7/text"),
        ({"/body/1/text": "A paragraph now."}, "/body/1"),
        ({"/citation": "X", "/citation/title": "Y"}, "/citation/title"),
        ({"/title": 7}, "/title"),
        ({"citation/date": "May 4, 1950"}, "citation/date"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_by_name(changes: dict[str, Any], pointer: str) -> None:
    """A reading, a null, a value that is not there, one that would be read otherwise, a place given twice, no string."""
    with pytest.raises(ac.InvalidRecord) as refusal:
        ac.parse(SHORT).edit(changes)
    found = refusal.value.diagnostics[0].pointer
    assert found is not None and (found + "/").startswith(pointer + "/")
