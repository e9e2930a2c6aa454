"""Files as people have them: every family, through every converter; damaged records; and texts that are no records."""

import json
import re
from pathlib import Path

import layout
import pytest
from hypothesis import assume, given
from strategies.family import WITH_BLANK_LINES, WITHOUT, Rendering, renderings
from strategies.record import records

import archivecite as ac

HEAD = ("date", "title", "citation", "summary", "credits", "original_languages", "contents")


def head_of(record: ac.Record) -> dict[str, object]:
    """The header fields of ``record``; texts of a value that are mere wrapping of its parts are left as they are."""
    return {name: getattr(record, name) for name in HEAD}


def characters(record: ac.Record) -> str:
    """All that the body and the notes of ``record`` hold, in order, without white space."""
    return "".join("".join(block.text.split()) for block in (*record.body, *record.notes))


@pytest.mark.parametrize("family", WITH_BLANK_LINES)
def test_where_blank_lines_survive_all_is_read(family: str) -> None:
    """Any record in the shape of a family that keeps blank lines reads back equal, head, blocks and notes."""

    @given(renderings(records(), family, blank_lines=True))
    def read(rendering: Rendering | None) -> None:
        assume(rendering is not None)
        assert rendering is not None
        document = ac.parse(rendering.text)
        assert head_of(document.record) == head_of(rendering.record)
        assert document.record == rendering.record
        assert list(layout.strays(document)) == []

    read()


@pytest.mark.parametrize("family", WITHOUT)
def test_where_blank_lines_are_lost_the_words_are_not(family: str) -> None:
    """Line under line, or all on one line, a record keeps its head, and the characters of its body in order."""

    @given(renderings(records(), family, blank_lines=False))
    def read(rendering: Rendering | None) -> None:
        assume(rendering is not None)
        assert rendering is not None
        text = rendering.text
        if family == "flattened":
            assume(len(re.findall(r"(?:Citation|Summary|Credits|Contents|Original Language):", text)) < 6)
            assume(text.count("Summary:") == text.count("Citation:") == 1)
        document = ac.parse(text)
        assert head_of(document.record) == head_of(rendering.record)
        assert characters(document.record) == characters(rendering.record)
        assert list(layout.strays(document)) == []

    read()
