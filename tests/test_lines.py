"""Lines of letters: a table of what each of them is by itself, prose that is none, and the laws over single lines."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import fields

from archivecite.syntax import line, line_loop
from archivecite.syntax.close import read_close, read_signature
from archivecite.syntax.header import read_header_line
from archivecite.syntax.line import LineText
from archivecite.syntax.line_kinds import line_kinds, read_label, read_recipient
from archivecite.syntax.line_words import LineToken
from archivecite.syntax.lines import Line
from archivecite.syntax.loop import STARTS, tables
from archivecite.syntax.note import note_start
from archivecite.syntax.vocabulary import Vocabulary, vocabulary

FOLDER = Path(__file__).parent / "lines"
CLOSES = ("signature", "valediction", "enclosure")


def rows() -> Iterator[Any]:
    """Each row of the tables: a line, what it is, and its fields."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, row in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if row and not row.startswith("# A line"):
                text, _, told = row.partition(" => ")
                yield pytest.param(path.stem, text, told.strip(), id=f"{path.stem}-{number + 1}")


ROWS = list(rows())


def shown(value: Any) -> str:
    """A field as the tables show it."""
    if isinstance(value, tuple):
        return "; ".join(map(shown, value))
    return str(getattr(value, "text", value))


def told_of(flat: Line, closing: bool) -> str:
    """What a line is: its kind and the fields that are not null or empty."""
    found: Any = (read_signature(flat) or read_close(flat)) if closing else read_header_line(flat)
    if found is None:
        places = None if closing else flat.row
        return "row " + " | ".join(flat.text[start:end] for start, end in places) if places else "-"
    value = found.value
    names = [field.name for field in fields(type(value)) if field.name not in ("kind", "text", "marks")]
    told = [f"{name}={shown(getattr(value, name))}" for name in names if getattr(value, name)]
    return f"{value.kind} {'; '.join(told)}".strip()


def test_no_rule_takes_a_line_that_is_told_before_it_is_tried() -> None:
    """Neither one that goes on as prose, nor by the rules that its first and last token rule out."""
    texts = [str(row.values[1]) for row in ROWS]
    noted = [f"{text[:at]} harvest{text[at:]}" for text in texts for at in range(len(text)) if text[at] == " "]
    told = ruled_out = 0
    for text in (*texts, *noted):
        read = LineText(text)
        prose = line.goes_on_as_prose(read.clear.text, read.known)
        untried = STARTS["line"] if prose else [start for start in STARTS["line"] if start not in read.rules]
        if read.tokens:
            told += prose
            ruled_out += len(untried)
            assert [start for start in untried if line_loop.parse_line(tables("line", start), read.tokens)] == [], text
    assert told > 100 and ruled_out > 10_000


@pytest.mark.parametrize(("topic", "text", "told"), ROWS)
def test_a_line_is_what_the_table_says(topic: str, text: str, told: str) -> None:
    """Each row, alone on a line."""
    flat = Line(text, 0, len(text))
    assert (note_start(text) or "-" if topic == "notes" else told_of(flat, topic == "closes")) == told


PROSE = (FOLDER.parent / "prose.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", PROSE)
def test_a_sentence_is_no_line_of_a_letters_head_or_close(text: str) -> None:
    """Short sentences that begin or end as such lines do, alone on a line."""
    flat = Line(text, 0, len(text))
    above, below = read_header_line(flat), read_header_line(flat, True)
    assert (above, below, read_signature(flat), read_close(flat), flat.row) == (None,) * 5
    # "Published in June, it sold out." may be a note where notes are, and is none elsewhere.
    assert note_start(text) in (None, "PUBLICATION_NOTE")


def test_there_are_rows_and_sentences() -> None:
    """Each table has rows, and there are two hundred sentences."""
    assert len(set(PROSE)) >= 200
    assert len(ROWS) >= 300


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A. PETROV", {"name"}),
        ("Comrade Novak", {"name"}),
        ("SECRETARY OF THE CC", {"office"}),
        ("Ambassador", {"office"}),
        ("Central Committee", {"body"}),
        ("Pyongyang", {"place"}),
        ("5 May 1950", {"date"}),
        ("Budapest, 5 May 1950", {"place", "date"}),
        ("[signature] A. Petrov", {"signed", "name"}),
        ("Ambassador A. Petrov", {"office", "name"}),
        ("He left early.", set()),
    ],
)
def test_what_a_line_is_made_of(text: str, kinds: set[str]) -> None:
    """Names, posts, bodies, places and dates, for those who know the neighbours."""
    assert line_kinds(Line(text, 0, len(text))) == kinds


@pytest.mark.parametrize(
    ("text", "recipients"),
    [("1 - Cde. Ivanov", ("Cde. Ivanov",)), ("2. Comr. Molin", ("Comr. Molin",)), ("- Mr. Minister", ("Mr. Minister",)),
     ("5 - to file", ("to file",))],
)  # fmt: skip
def test_a_row_of_a_list_of_copies(text: str, recipients: tuple[str, ...]) -> None:
    """A recipient without number or dash."""
    found: Any = read_recipient(Line(text, 0, len(text)))
    assert found.value.recipients == recipients


def test_a_label_that_no_list_has() -> None:
    """It is the routing's label, as printed, with the day after it."""
    text = "Zhurnal entry: 5 May 1950, Petrov"
    found: Any = read_label(Line(text, 0, len(text)))
    assert (found.value.label, found.value.date.text) == ("Zhurnal entry", "5 May 1950")


@pytest.mark.parametrize("count", [10, 100, 1000])
def test_the_work_on_a_line_is_linear(count: int) -> None:
    """However the kinds of its tokens may be taken, at most six steps a token are made before a line is given up."""

    class Counting(list[LineToken]):
        steps = 0

        def __getitem__(self, index: Any) -> Any:  # once a step
            self.steps += 1
            return super().__getitem__(index)

    tokens = (
        LineText("Embassy of the USSR, Secret, No. 5 " * count + "x qwx").tokens
        or LineText("Secret: " + "Embassy of the USSR, Secret, No. 5 " * count + "qwx").tokens
    )
    for rule in STARTS["line"]:
        counting = Counting(tokens)
        line_loop.parse_line(tables("line", rule), counting)
        assert 0 < counting.steps <= line_loop.STEPS * (len(tokens) + 1)


def test_a_word_is_one_line_of_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    """A routing label and an office are read as soon as the vocabulary has them, and not before."""
    data = copy.deepcopy(vocabulary().data)
    data["lines"]["route_label"].append("zugestellt")
    data["offices"]["role"].append("oberreferent")
    texts = ("Zugestellt: Berlin", "Oberreferent Jan Novak")
    before = [told_of(Line(text, 0, len(text)), closing) for text, closing in zip(texts, (False, True), strict=True)]
    known = Vocabulary(data)
    monkeypatch.setattr(line, "vocabulary", lambda: known)
    after = [told_of(Line(text, 0, len(text)), closing) for text, closing in zip(texts, (False, True), strict=True)]
    assert before == ["-", "signature signers=Oberreferent Jan Novak"]
    assert after == ["routing label=Zugestellt", "signature signers=Jan Novak, Oberreferent"]
