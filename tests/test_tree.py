"""The trees that ``archivecite tree`` shows: of a record, of a citation, and of what is neither."""

from pathlib import Path

import pytest
from hypothesis import given
from strategies.source import texts

from archivecite.cli import run
from archivecite.syntax.tree import drawn_record

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

RECORD = """May 3, 1950

A Letter

Citation:

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGANI, f. 5.

Original Language:

Russian

Contents:

Translation - English

CIPHERED TELEGRAM No. 14

Com[rade] Novak has [two words illegible] left.

Sofia, 3 May 1950

#1701 (entry # 49971) from 31 October 1949. On ships.

[Source: AVP RF, d. 9; obtained by Bo Li.]
"""


def shown(text: str) -> list[str]:
    """The lines of a record's trees, without their indentation."""
    return [line.strip() for line in drawn_record(text)]


def test_a_record_shows_its_sections_its_lines_and_its_brackets() -> None:
    """By the names of the rules and the tokens, and what each token stands for."""
    lines = shown(RECORD)
    for line in (
        'DATE "May 3, 1950"', 'CITATION "Citation:"', 'NAMES "Russian"', 'ACRONYM "RGANI"', 'LABEL "f." = fond',
        "document_type: CIPHERED TELEGRAM No. 14", 'NUM "14"', "expansion [rade]", "gap [two words illegible]",
        'LOST "illegible"', "dateline: Sofia, 3 May 1950", 'PLACE "Sofia"',
        "reference note: #1701 (entry # 49971) from 31 October 1949. On ships.", 'NUM "1701"', 'ENTRY "entry"',
        "source note: [Source: AVP RF, d. 9; obtained by Bo Li.]", 'ACRONYM "AVP RF"', 'LABEL "d." = delo',
        'VERB "obtained" = obtained',
    ):  # fmt: skip
        assert line in lines, lines


def test_a_reprint_shows_each_book(capsys: pytest.CaptureFixture[str]) -> None:
    """The statement, and below it the tree of every publication that it names."""
    cited = "RGANI, f. 5; reprinted in Jan Novak, Works, Vol. 14, and in Jan Novak, Answers, pp. 881-883"
    assert run(["tree", "--citation", cited]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    for line in ("published: Jan Novak, Works, Vol. 14", "published: Jan Novak, Answers, pp. 881-883"):
        assert line in lines, lines
    assert not any(line.startswith("unread") for line in lines)


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_the_command_shows_a_file(seed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each block is there, and the exit status is 0."""
    assert run(["tree", str(seed)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("record:\n  date\n") and "\nsignature: " in printed


def test_what_is_no_record_and_what_is_missing_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """In one line."""
    (tmp_path / "list.txt").write_text("A shopping list\n")
    assert run(["tree", str(tmp_path / "list.txt")]) == 0
    assert capsys.readouterr().out == "not a record of this layout\n"
    assert run(["tree", str(tmp_path / "none.txt")]) == 2
    assert run(["tree"]) == 2
    assert "either FILE or --citation" in capsys.readouterr().err


@given(texts())
def test_any_text_can_be_shown(text: str) -> None:
    """Nothing is raised."""
    assert list(drawn_record(text))
