"""Wrapped lines of a body: which go on below, and what an item of a list is."""

import pytest

from archivecite import Record, parse
from archivecite.syntax.lines import Line, goes_on

HEAD = (
    'Citation:\n"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\n\n'
    "Original Language:\nRussian\n\nContents:\nEnglish Translation\n\n"
)
PROSE = "The talks went on for a long while, and nothing at all was settled by them."


def blocks(body: str) -> list[tuple[str, str]]:
    """The kind and the text of each block of ``body``."""
    record: Record = parse(HEAD + body).record
    return [(block.kind, block.text) for block in record.body]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Minutes of the talks between", True),
        ("CHAIRMAN OF THE", True),
        ("Stalin,", True),
        ("of", True),
        ("Minutes of the inbetween", False),
        ("Main Department A", False),
        ("No. 345-a", False),
        ("M.an", False),
    ],
)
def test_the_last_word_tells_that_a_line_goes_on(line: str, goes: bool) -> None:
    assert goes_on(Line(line, 0, len(line)), Line("Foreign Affairs", 0, 15)) is goes


@pytest.mark.parametrize("dash", ["- ", "-", "– ", "— ", "* ", "• ", "·"])
@pytest.mark.parametrize("line", ["To Comrade Stalin", "Top Secret", "A. Gromyko", "No. 1710"])
def test_an_item_that_begins_with_a_dash_is_no_header_line_and_no_signature(dash: str, line: str) -> None:
    assert blocks(f"{PROSE}\n\n{dash}{line}") == [("paragraph", PROSE), ("paragraph", dash + line)]


@pytest.mark.parametrize("dash", ["- ", "— ", "• "])
def test_a_lone_one_in_capitals_is_a_paragraph(dash: str) -> None:
    assert blocks(f"{PROSE}\n\n{dash}THE SITUATION IN CHINA\n\n{PROSE}")[1] == (
        "paragraph",
        f"{dash}THE SITUATION IN CHINA",
    )


def test_lines_of_two_pages_are_never_one_chunk() -> None:
    page = "The first line of a page is here,\n  and a second one that is set in.\n \n\tA new paragraph.\f"
    first = "The first line of a page is here, and a second one that is set in."
    kinds = [("paragraph", first), ("paragraph", "A new paragraph.")]
    record = parse(HEAD + page + page).record
    assert [(block.kind, getattr(block, "text", "")) for block in record.body] == [*kinds, ("page_break", ""), *kinds]
