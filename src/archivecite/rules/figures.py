"""Letters that look like figures, where a number is meant: ``November 2, l962``, ``f. O102``."""

from collections.abc import Iterator

from ..surface.stretches import stretches

#: The letters, and the figures that they look like.
LOOKALIKES = str.maketrans("OoОоlIІ|", "00001111")
#: What a number with such a letter in it is made of.
FIGURES = frozenset("0123456789OoОоlIІ|")
#: How many signs it has.
LENGTHS = range(2, 9)


def like_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand that have nothing but figures and letters that look like them.

    >>> list(like_numbers("d. 2O, Il-14, l. 7, Oil"))
    [(3, 5), (7, 9), (10, 12)]
    """
    for start, end in stretches(text, lambda sign: sign.isalnum() or sign in "_|"):
        if end - start in LENGTHS and FIGURES.issuperset(text[start:end]):
            yield start, end


def in_figures(text: str) -> str:
    """``text`` with figures for the letters of a number that look like them.

    >>> in_figures("November 2, l962"), in_figures("Oil, I think")
    ('November 2, 1962', 'Oil, I think')
    """
    if text.isdecimal():
        return text
    pieces: list[str] = []
    done = 0
    for start, end in like_numbers(text):
        pieces += (text[done:start], text[start:end].translate(LOOKALIKES))
        done = end
    return "".join((*pieces, text[done:]))
