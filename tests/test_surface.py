"""Markup and white space: what is stripped, and the way back to the text as given."""

import sys

import layout
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivecite.surface.flat import Flat
from archivecite.surface.lines import Lines
from archivecite.surface.plain import Plain
from archivecite.surface.tight import paragraph_ends, parted

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        (BOM + "a", "a"),
        ("a" + BOM, "a" + BOM),
        ("**Citation:**", "Citation:"),
        ("**over two\nlines**", "over two\nlines"),
        ("**a** and **b**", "a and b"),
        ("**no end", "**no end"),
        ("**not over\n\nblocks**", "**not over\n\nblocks**"),
        ("**not over\n \t\nblocks**", "**not over\n  \nblocks**"),
        ("**over\fpages**", "over\fpages"),
        ("a *** b", "a *** b"),
        ("**a***", "**a***"),
        ("**a * b**", "a * b"),
        ("****", "****"),
        ("**open *** then **bold**", "**open *** then bold"),
        ("a\x0bb\x1cc\x85d\u2028e\t\xa0", "a b c d e  "),
    ],
)
def test_markup_is_stripped_and_nothing_else(source: str, text: str) -> None:
    """Newlines become one kind, odd spaces blanks, a leading byte order mark and bold marks go, all else stays."""
    assert Plain(source).text == text


#: All white space there is.
SPACES = "".join(filter(str.isspace, map(chr, range(sys.maxunicode + 1))))


@given(st.text("ab*\N{ZERO WIDTH NO-BREAK SPACE}" + SPACES, max_size=60))
def test_every_plain_character_knows_where_it_stood(source: str) -> None:
    """The way back leads to the same character (a newline to the last character of its newline), and never backwards."""
    plain = Plain(source)
    before = -1
    for offset, character in enumerate(plain.text):
        there = plain.at(offset)
        assert there > before
        alike = {"\n": "\r", " ": SPACES.translate(dict.fromkeys(map(ord, "\n\r\f")))}.get(character, "")
        assert source[there] == character or source[there] in alike
        before = there
    assert {*plain.text} & {*SPACES} <= {*" \n\f"}


@given(st.text("ab -\n\f", max_size=60), st.integers(0, 5), st.booleans())
def test_unwrapping_keeps_words_and_their_places(text: str, start: int, paragraphs: bool) -> None:
    """Unwrapped text has the words of the raw text, parted by one space or a blank line, and each knows its place."""
    flat = Flat(text, start, len(text), paragraphs)
    assert flat.text.replace("\n\n", " ") == layout.flattened(text[start:])
    assert paragraphs or "\n" not in flat.text
    for offset, character in enumerate(flat.text):
        if not character.isspace():
            assert text[flat.at(offset)] == character


def test_a_hyphen_at_a_lines_end_is_the_words_own() -> None:
    """After a letter it joins its word with the next line; after a figure, a blank or a blank line it does not."""
    for text, unwrapped in (
        ("Chiang Kai-\nshek", "Chiang Kai-shek"),
        ("Indo- \n  China", "Indo-China"),
        ("1949-\n50", "1949- 50"),
        ("the talks -\nsecret", "the talks - secret"),
        ("anti-\n\nParty", "anti-\n\nParty"),
        ("pro-\n\fvide", "pro- vide"),
    ):
        flat = Flat(text, 0, len(text), paragraphs=True)
        assert flat.text == unwrapped
        last = text.split()[-1][0]
        assert text[flat.at(flat.text.rindex(last))] == last


def test_a_blank_line_parts_paragraphs() -> None:
    """Only a line of white space parts paragraphs: a mere line end does not."""
    assert Flat("One\ntwo\n  \nthree\n\n\nfour", 0, 24, paragraphs=True).text == "One two\n\nthree\n\nfour"


def test_lines_end_where_editors_end_them() -> None:
    """Lines end at CRLF, LF and CR only; columns count code points from 1."""
    lines = Lines("ä\u2028b\r\nc\rd\n")
    assert [lines.line(n) for n in range(1, 5)] == ["ä\u2028b", "c", "d", ""]
    assert [lines.at(i) for i in (0, 2, 5, 7, 9)] == [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1)]


def test_a_line_with_room_for_the_next_word_ended_its_paragraph() -> None:
    """An eighth of the width is room enough; and capitals take more of the width than small letters do."""
    wheat = "The price of wheat has risen since the spring of last year, and we see\nno end of it. We ask for instructions, and for two maps."
    taxes = "I have nothing to say of THE LAND TAX AND THE SALT MONOPOLY, as\nwe have not been asked for it."
    text = "\n".join([wheat, taxes] * 3)
    assert parted(text, paragraph_ends(text, 0))[0] == "\n\n".join([wheat, taxes] * 3)


def test_a_bracket_over_two_lines_is_one_paragraph_s() -> None:
    """A line ends no paragraph, though it is short, while its bracket is open and closed in the next one."""
    mark = '[Classification cut out:\n"NOT SECRET"]'
    text = "\n".join([mark, *["The price of wheat has risen since the spring of last year, and we see no end."] * 8])
    assert parted(text, paragraph_ends(text, 0))[0].startswith(f"{mark}\n\nThe price")
