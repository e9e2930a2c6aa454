"""Bold text of Markdown: ``**…**`` inside one block."""

from collections.abc import Iterator

from .flat import BLANK_LINE
from .stretches import places


def bold_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where bold text stands, between two stars and two stars with no blank line between them; ``***`` is text.

    >>> list(bold_stretches("**A** and **B\\n\\n**C**")), list(bold_stretches("***A***"))
    ([(2, 3), (17, 18)], [])
    """
    opened, done = -1, 0
    for start in places(text, "**"):
        if start < done:
            continue
        done = start + 2
        while text[done : done + 1] == "*":
            done += 1
        if done - start > len("**"):
            opened = -1
        elif opened >= 0 and BLANK_LINE.search(text, opened, start) is None:
            yield opened, start
            opened = -1
        else:
            opened = done
