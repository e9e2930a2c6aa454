"""Law 3: every character that is not white space is layout, or under a leaf's span, or unread, and only one of them."""

import layout
import pytest
from hypothesis import example, given
from strategies import share
from strategies.seed import LETTER, SEEDS, SHORT
from strategies.source import once_wrong, texts

import archivecite as ac

#: A record of which nothing but a label is sure.
LABELLED = "\nCitation:\nHistory and Public Policy Program Digital Archive"


@share(2)
@given(texts())
@example(LETTER)
@example(SHORT)
@example(SHORT.replace("**Summary:**", "A stray line.\n\n**Summary:**"))
@example(SHORT.replace("**Original Language:**", "**Summary:**\n\nOnce more.\n\n**Original Language:**"))
@example(f"A line.\n\nMay 4, 1950\n\n{SHORT}")
@example(SHORT.replace("Translated by A. B. Weber.", "Smuggled by hand, and translated by A. B. Weber for no one."))
@example(LETTER.replace("Foundation.", "Foundation. It was printed twice."))
@example("\ufeff**A shopping list**\r\n")
@example(f"{LABELLED}\nCredits:\nThis document was made possible with support from A Fund:")
@example("Original Language:editor“Letter NC")
@example("Original Language:Contents:Translation-Eh\nP N. 0")
@once_wrong
def test_nothing_is_lost_silently(text: str) -> None:
    """What no leaf covers is in the closed list of layout, or in ``unread``; nothing is under a leaf and in ``unread``."""
    assert list(layout.strays(ac.parse(text))) == []


@share(2)
@given(texts())
@example('"T", May 3, 1950, CWIHP Archive, 11547,, f. 5 / RGASPI, f. 17')
@example("RGANI, f. 5 (accessed May14, 2008) https://digitalarchive.wilsoncenter.org/document/1")
@example("RGANI, f. 5 (accessed May 14, 2008), <https://digitalarchive.wilsoncenter.org/document/1>Zenda,")
@example("RGANI, f. 5. Edited and introduced by op. 30Anna Weber")
@example("Donor")
@example("microfilm at the Z")
@example("RGANI,f. 5.Translated by106.Anna Weber.https:/digitalarchive.wilsoncenter.org/document/112600")
@once_wrong
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
    object.__setattr__(lost, "_reading", ac.parse(SHORT)._reading)  # what a reader that did not look would say
    assert any("Smuggled" in stray for stray in layout.strays(lost))
