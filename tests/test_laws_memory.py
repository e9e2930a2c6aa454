"""Law 13: no reading depends on another, whatever was read before it or is read at the same time."""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any

import pytest
from citation_table import CASES
from hypothesis import example, given
from hypothesis import strategies as st
from strategies.seed import SEEDS

import archivecite as ac
from archivecite.syntax.citation import read_statements, read_with_tail
from archivecite.syntax.tail import Statements, Tail, moved

#: Tails of citations and source notes that are alike but for what ends them.
TAILS = [
    f"{words}{sign}"
    for words, sign in product(
        (
            "RGASPI, f. 1, op. 2",
            "NSA, Washington, D.C",
            "MNL OL, 288. f. 5. cs. 300. ő.e",
            "AVP RF. Translated by Jo Li",
        ),
        ("", ".", ";", ". and"),
    )
]


def record(tail: str | None, note: str) -> str:
    """The text of a record, without a citation perhaps, with a source note."""
    cited = f'"A Letter", May 3, 1950, Wilson Center Digital Archive, {tail} <https://x.org/document/7>'
    citation = f"Citation:\n\n{cited}\n\n" if tail is not None else ""
    return (
        f"{citation}Summary:\n\nShort.\n\nOriginal Language:\n\nRussian\n\nContents:\n\nEnglish Translation\n\n"
        f"All is well.\n\n[Source: {note}]"
    )


def records() -> st.SearchStrategy[str]:
    """Records whose source notes say what another record's citation says, or nearly."""
    return st.builds(record, st.none() | st.sampled_from(TAILS), st.sampled_from(TAILS))


def outcome(text: str) -> tuple[Any, ...]:
    """All that reading ``text`` gives."""
    document = ac.parse(text)
    return document.family, ac.to_json(document.record), dict(document.spans), document.unread


#: A record whose citation and note are like no other's.
NEUTRAL = record("GARF, f. R-9401", "BArch, DY 30")


def after(first: str, text: str) -> tuple[Any, ...]:
    """All that reading ``text`` gives once ``first`` was read."""
    outcome(first)
    return outcome(text)


@given(records() | st.sampled_from(SEEDS), records())
@example(record("RGASPI, f. 1.", "AVP RF"), record(None, "RGASPI, f. 1"))
@example(record("NSA, Washington, D.C.", "AVP RF"), record(None, "NSA, Washington, D.C"))
def test_the_order_of_two_texts_does_not_matter(one: str, other: str) -> None:
    """Either is read alike before and after the other."""
    first = after(NEUTRAL, one), after(NEUTRAL, other)
    assert (after(other, one), after(one, other)) == first


@given(st.none() | st.sampled_from(TAILS), st.sampled_from(TAILS))
def test_a_source_note_holds_its_own_text(tail: str | None, note: str) -> None:
    """What the citation says is no matter: the note reads as it does in a record without a citation."""
    assert ac.parse(record(tail, note)).record.notes == ac.parse(record(None, note)).record.notes


def test_threads_do_not_disturb_each_other() -> None:
    """Eight threads that read the same texts, and take turns often, read them as one does."""
    read = [NEUTRAL, *(record(tail, note) for tail, note in product((None, *TAILS[:4]), TAILS[:4])), *SEEDS]
    alone = [after(NEUTRAL, text) for text in read]
    shuffled = [read[(index * 17 + 5 * thread) % len(read)] for thread in range(8) for index in range(len(read))]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            assert [alone[read.index(text)] for text in shuffled] == list(pool.map(outcome, shuffled))
    finally:
        sys.setswitchinterval(usual)


@pytest.mark.parametrize("text", [case.text for case in CASES])
def test_a_tail_reads_alike_wherever_it_stands(text: str) -> None:
    """So a note that has the words of its record's citation reads as the citation does, and need not be read again."""
    _, tail = read_with_tail(text)
    alone = Tail(tail.text, 0, read_statements(tail.text))
    assert said(moved(alone.statements, tail.start)) == said(tail.statements)


def said(statements: Statements) -> list[Any]:
    """Values and places of all that a tail holds."""
    found = [*statements.sources, *statements.provenance]
    places = [tuple(each.at(end) if each.at else end for end in (each.start, each.end)) for each in found]
    return [*zip([each.value for each in found], places, strict=True), *statements.unread]
