"""A line that says that something is left out, and nothing else."""

from ..model.body import Omission
from ..model.mark import Gap
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .found import Found, spanning
from .mark import read_marks

#: The longest text that says so.
LONGEST = 160

new_omission = unchecked(Omission)


def is_omission(text: str) -> bool:
    """Whether a flat ``text`` says that something is left out, and nothing else.

    >>> is_omission(". . ."), is_omission("[one page omitted]"), is_omission("(…)"), is_omission("[one page]")
    (True, True, True, False)
    """
    if text[0] not in "[(.…" or len(text) > LONGEST:
        return False
    bare = text.strip("[]()")
    if not bare.strip(". …"):
        return "…" in bare or bare.count(".") > 1
    end = len(text) - text.endswith((".", " ."))
    if text[0] == "(" and text[end - 1] == ")" and ")" not in text[: end - 1]:
        text = f"[{text[1 : end - 1]}]"
        end = len(text)
    return any(isinstance(mark, Gap) and (mark.start, mark.end) == (0, end) for mark in read_marks(text[:end]))


def read_omission(flat: Flat) -> Found[Omission] | None:
    """The omission that a flat text is, or None."""
    text = flat.text
    return spanning(new_omission(text, marks=read_marks(text)), flat) if is_omission(text) else None
