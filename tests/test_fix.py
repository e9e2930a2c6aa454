"""Fixes: which are made at once, and how much work it takes to find the one that spoils the others."""

from collections.abc import Sequence
from random import Random

import pytest
from rules.generated import laid_out, parts

import archivecite as ac
from archivecite.model.diagnostic import Edit, Fix
from archivecite.rules.fix import compatible, fix_document
from archivecite.syntax.document import Document

TEXT = " ".join(f"word{number:03}" for number in range(200))


def finding(*places: tuple[int, int], to: str = "") -> ac.Diagnostic:
    """A finding whose fix puts ``to`` in those places."""
    return ac.Diagnostic(
        code="AC101",
        severity=ac.Severity.WARNING,
        message=f"odd at {places}",
        span=ac.Span(*places[0]),
        fix=Fix("put it right", tuple(Edit(ac.Span(*place), to) for place in places)),
    )


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        ([[(0, 2)], [(2, 4)], [(4, 4)]], [0, 1, 2]),
        ([[(0, 3)], [(2, 4)], [(3, 5)]], [0, 2]),
        ([[(5, 5)], [(5, 5)]], [0]),
        ([[(8, 9)], [(0, 1), (8, 9)], [(0, 1)]], [0, 2]),
        ([[(0, 9)], [(3, 4)]], [0]),
        ([[(3, 4), (3, 4)], [(0, 9)]], [1]),
        ([[(3, 4)], [(3, 3)], [(4, 4)], [(2, 5)]], [0, 1, 2]),
    ],
)
def test_of_two_fixes_of_the_same_characters_the_first_is_made(
    places: list[list[tuple[int, int]]], chosen: list[int]
) -> None:
    """Places that touch are no trouble, those that overlap or are the same are; a fix is made whole or not at all."""
    findings = [finding(*place) for place in places]
    assert compatible(findings) == [findings[index] for index in chosen]


class Checked:
    """A check that finds every ``word`` to be fixed, and is displeased with ``odd``; it counts how often it is asked."""

    def __init__(self, odd: str) -> None:
        self.odd = odd
        self.asked = 0

    def __call__(self, document: Document) -> Sequence[ac.Diagnostic]:
        self.asked += 1
        text = document.text
        found = [finding((at, at + 4), to="term") for at in range(0, len(text), 8) if text.startswith("word", at)]
        spoiled = (
            [ac.Diagnostic(code="AC102", severity=ac.Severity.ERROR, message="spoiled")] if self.odd in text else []
        )
        return [*spoiled, *found]


def test_one_fix_that_spoils_the_text_keeps_no_other_from_being_made() -> None:
    """All others are made, and the text is read tens of times for them, not once for each of the 200."""
    check = Checked("term077")
    document, made = fix_document(ac.parse(TEXT), check)
    assert document.text.count("term") == len(made) == 199
    assert "word077" in document.text
    assert check.asked < 60


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("label", "fault", "code"),
    [("Summary:", " He said that talks talks go on.", "AC128"), ("Summary:", " The m i n i s t e r came.", "AC509")],
)
def test_a_fix_that_reveals_what_was_hidden_is_made(label: str, fault: str, code: str, seed: int) -> None:
    """What is wrong in a section whose label was misspelt could not be seen; the label's fix did not bring it."""
    record = parts(Random(seed))._replace(family="plain")
    record = record._replace(summary=record.summary + fault)
    text = laid_out(record)
    document = ac.parse(text.replace(label, label.replace("mm", "m", 1)))
    assert code not in {finding.code for finding in ac.check(document)}
    fixed, made = fix_document(document, ac.check)
    assert [finding.code for finding in made] == ["AC107"]
    assert fixed.text == text
    assert code in {finding.code for finding in ac.check(fixed)}


def test_a_fix_that_brings_a_fault_of_its_own_is_not_made() -> None:
    """Though it makes text read."""
    text = laid_out(parts(Random(3))._replace(family="plain"))
    document = ac.parse(text.replace("Summary:", "Sumary:"))

    def check(document: Document) -> Sequence[ac.Diagnostic]:
        found = ac.check(document)
        spoilt = ac.Diagnostic(code="AC999", severity=ac.Severity.INFO, message="spoilt", span=ac.Span(0, 1))
        return [*found, spoilt] if "Summary:" in document.text else found

    assert fix_document(document, check) == (document, ())


def test_a_label_is_mended_though_that_shows_a_fault_of_another_kind() -> None:
    """A transcript in another language than the original's was there before; the misspelt label hid it."""
    text = laid_out(parts(Random(7))._replace(family="plain", contents=["Transcript - English"], language="Chinese"))
    document = ac.parse(text.replace("Original Language:", "Orginal Language:"))
    fixed, made = fix_document(document, ac.check)
    assert [one.code for one in made] == ["AC107"]
    assert "AC411" in [one.code for one in ac.check(fixed)]
    assert fix_document(fixed, ac.check) == (fixed, ())


def test_a_title_that_has_its_quotes_gets_no_others() -> None:
    """The words before them don't belong to the citation, and no fix can tell what they are for."""
    text = laid_out(parts(Random(7))._replace(family="plain", quote='"…",'))
    document = ac.parse(text.replace('Citation:\n\n"', 'Citation:\n\nSee: "'))
    (found,) = [one for one in ac.check(document) if one.code == "AC316"]
    assert found.fix is None
    assert found.span is not None
    assert found.span.of(document.text) == "See: "
