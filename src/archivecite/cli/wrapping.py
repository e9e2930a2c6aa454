"""Text in lines of a terminal: wrapped by columns, safe to print, and in colours."""

from collections.abc import Iterator, Sequence

import click

from ..model.mark import AnyMark
from ..model.visible import visible_characters, width

#: How each kind of an editor's mark looks.
STYLES = {
    "supplied": {"fg": "cyan"},
    "expansion": {"fg": "green"},
    "gap": {"fg": "red", "bold": True},
    "unclear": {"fg": "yellow"},
    "sic": {"fg": "red", "underline": True},
    "note": {"fg": "magenta"},
    "note_ref": {"fg": "blue", "bold": True},
    "reference": {"fg": "blue", "underline": True},
}


def styled(text: str, kind: str | None) -> str:
    """``text`` in the colours of a mark."""
    look = STYLES[kind] if kind else {}
    return click.style(text, **look) if look else text  # type: ignore[arg-type]


def wrapped(text: str, columns: int, marks: Sequence[AnyMark] = ()) -> Iterator[str]:
    """The lines of ``text``, each of at most so many ``columns``, with every mark in its colours.

    A word that is longer is cut. What cannot be seen, or would act on a terminal, is escaped.

    >>> list(wrapped("Wale\\u0301sa\\x1b met us", 11))
    ['Wale\u0301sa\\\\x1b', 'met us']
    """
    shown = visible_characters(text)
    kinds: list[str | None] = [None] * len(text)
    for mark in marks:  # an inner mark comes after the one around it
        kinds[mark.start : mark.end] = [mark.kind] * (mark.end - mark.start)
    for start, end in lines(text, shown, columns):
        yield coloured(shown[start:end], kinds[start:end])


def lines(text: str, shown: Sequence[str], columns: int) -> Iterator[tuple[int, int]]:
    """Where each line of ``text`` starts and ends, the blank or newline after it left out."""
    start, blank, taken = 0, None, 0
    for at, character in enumerate(text):
        if character == "\n":
            yield start, at
            start, blank, taken = at + 1, None, 0
            continue
        taken += width(shown[at])
        if character == " ":
            blank = at
        if taken > columns and at > start:
            end = at if blank is None else blank
            yield start, end
            start = end if blank is None else end + 1
            blank = None
            taken = sum(width(each) for each in shown[start : at + 1])
    yield start, len(text)


def coloured(shown: Sequence[str], kinds: Sequence[str | None]) -> str:
    """Characters, each run of one kind in its colours."""
    pieces, start = [], 0
    for at in range(1, len(shown) + 1):
        if at == len(shown) or kinds[at] != kinds[start]:
            pieces.append(styled("".join(shown[start:at]), kinds[start]))
            start = at
    return "".join(pieces)
