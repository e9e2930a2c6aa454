"""The text for reading by a table, and what holds of it for all texts."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies.body import texts
from strategies.text import arbitrary

import archivecite as ac
from archivecite.model.reading import SUPPLIED_AS, SuppliedAs, reading_text
from archivecite.surface.plain import Plain
from archivecite.syntax.body import read_body
from archivecite.syntax.mark import read_marks

#: A text, and what it is for reading: with supplied words in brackets, joined, and dropped; None is "as before".
TABLE: list[tuple[str, str, str | None, str | None]] = [
    ("Com[rade] Novak left.", "Comrade Novak left.", None, None),
    ("K[PSS] and I[van] and [W]ith.", "KPSS and Ivan and With.", None, None),
    ("He was born in 19[62].", "He was born in 1962.", None, None),
    ("Pak Chung[-hee] left on the 3[rd].", "Pak Chung-hee left on the 3rd.", None, None),
    ("He [of the Party] left.", "He [of the Party] left.", "He of the Party left.", "He left."),
    ("He met [Novak].", "He met [Novak].", "He met Novak.", "He met."),
    ("[The] consul left.", "[The] consul left.", "The consul left.", "consul left."),
    ("The [head [of the Party]] left.", "The [head [of the Party]] left.", "The head of the Party left.", "The left."),
    ("He said [two lines missing] so.", "He said […] so.", None, None),
    ("He said [...].", "He said […].", None, None),
    ("In Padagan [sic] he left [sic, right].", "In Padagan he left.", None, None),
    ("He [handwritten: no] agreed [signature].", "He agreed.", None, None),
    ("The plenum[1] met.[2] It left.", "The plenum met. It left.", None, None),
    ("The Party¹ met.² It had 10² men.", "The Party met. It had 10² men.", None, None),
    ("See telegram No. 0100 (#1701).", "See telegram No. 0100 (#1701).", None, None),
    ("He met Zhong [Zheng?] and [?].", "He met Zhong [Zheng?] and [?].", None, None),
    ("On the [day left blank] of May.", "On the of May.", None, None),
    ("He [says] it.", "He [says] it.", "He says it.", "He it."),
    ("[signature]", "", None, None),
    ("A [ lone bracket.", "A [ lone bracket.", None, None),
]


def body_of(text: str) -> list[ac.Block]:
    """The blocks of a text that is a body."""
    plain = Plain(text).text
    return [found.value for found in read_body(plain, 0, len(plain))[0]]


@pytest.mark.parametrize(("text", "keep", "join", "drop"), TABLE)
def test_a_paragraph_for_reading(text: str, keep: str, join: str | None, drop: str | None) -> None:
    """Each row, in the three ways."""
    body = [ac.Paragraph(text, marks=read_marks(text))]
    said = [reading_text(body, way) for way in SUPPLIED_AS]
    assert said == [keep, keep if join is None else join, keep if drop is None else drop]


def test_blocks_are_parted_by_a_blank_line() -> None:
    """A block of which nothing is left, and a page break, leave no blank lines behind."""
    text = "He left.\n\n[signature]\n\n\f\n\nShe came."
    assert reading_text(body_of(text)) == "He left.\n\nShe came."


@given(st.one_of(texts(), arbitrary()), st.sampled_from(SUPPLIED_AS))
def test_no_sign_of_an_expansion_is_left_and_words_are_those_of_the_text(text: str, way: SuppliedAs) -> None:
    """What is read aloud is in the text, in its order, but for the dots of a gap; no completed word has its brackets."""
    body = body_of(text)
    said = reading_text(body, way)
    assert said == said.strip()
    assert "\n\n\n" not in said
    letters = iter("".join(block.text for block in body))
    assert all(sign in letters for sign in said.replace("[…]", "") if not sign.isspace())
    for block in body:
        for mark in block.marks:
            if mark.kind == "expansion" and not any(
                other.start <= mark.start and mark.end <= other.end for other in block.marks if other is not mark
            ):
                alone = reading_text([evolve(block, marks=[mark])], way)
                assert alone.count("[") == block.text.count("[") - (block.text[mark.start] == "[")
