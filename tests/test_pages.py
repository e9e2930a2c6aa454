"""Paragraphs joined over page breaks: many in a row are made into one at once, and each mark keeps its place."""

from typing import Any

import pytest
from attrs import evolve

import archivecite as ac
from archivecite.model import pages
from archivecite.model.body import PageBreak, Paragraph
from archivecite.model.mark import Sic


def test_a_row_of_broken_paragraphs_is_joined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text that is made is as long as the row, not its square; marks are moved once."""
    made: list[object] = []

    def counted(value: Any, **changes: Any) -> Any:
        made.append(changes.get("text", ""))
        return evolve(value, **changes)

    monkeypatch.setattr(pages, "evolve", counted)
    row = [Paragraph("and [sic] so on", marks=(Sic(4, 9, "sic"),)) for _ in range(50)]
    (joined,) = pages.join_pages([row[0], PageBreak(), *row[1:]])
    assert joined.text == " ".join(paragraph.text for paragraph in row)
    assert [joined.text[mark.start : mark.end] for mark in joined.marks] == ["[sic]"] * 50
    assert sum(len(str(text)) for text in made) == len(joined.text)


def test_what_is_not_broken_stays_with_its_page_break() -> None:
    """A page break goes only from within a paragraph; other blocks, a speaker and a full stop end a row."""
    blocks: list[ac.Block] = [
        Paragraph("We met"),
        PageBreak(),
        Paragraph("in May."),
        PageBreak(),
        Paragraph("then we left"),
        PageBreak(),
        ac.Omission("[…]"),
        Paragraph("so it was"),
        Paragraph("said", speaker="Stalin"),
    ]
    assert pages.join_pages(blocks) == (Paragraph("We met in May."), *blocks[3:])
