"""Law 3: every character that is not white space is layout, or under a leaf's span, or unread, and only one of them."""

import layout
import pytest
from hypothesis import example, given
from strategies.seed import LETTER, SEEDS, SHORT
from strategies.source import texts

import archivecite as ac


@given(texts())
@example(LETTER)
@example(SHORT)
def test_nothing_is_lost_silently(text: str) -> None:
    """What no leaf covers is in the closed list of layout, or in ``unread``; nothing is under a leaf and in ``unread``."""
    assert list(layout.strays(ac.parse(text))) == []


@given(texts())
def test_nothing_of_a_citation_is_lost_silently(text: str) -> None:
    """The same for a citation alone."""
    assert list(layout.strays(ac.parse_citation(text))) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_seeds_are_read_whole(seed: str) -> None:
    """Nothing in a seed is unread."""
    document = ac.parse(seed)
    assert document.unread == ()
    assert list(layout.strays(document)) == []


def test_the_law_sees_what_is_lost() -> None:
    """A word of a statement that no leaf covers is a stray, and so is a word outside of all sections."""
    document = ac.parse(SHORT)
    assert list(layout.strays(document)) == []
    lost = ac.parse(SHORT.replace("Translated by", "Smuggled by"))
    object.__setattr__(lost, "record", document.record)
    object.__setattr__(lost, "_found", ac.parse(SHORT)._found)  # what a reader that did not look would say
    assert any("Smuggled" in stray for stray in layout.strays(lost))
