"""Two texts to a patch that ``patch`` and ``git apply`` take."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..surface.alignment import kept

#: How many lines around a change are shown.
CONTEXT = 3

#: What git escapes in a name, and how: each byte that is not a printable ASCII character, in octal or with a letter.
ESCAPED = re.compile(rb'[^ -~]|["\\]')
LETTERS = {b"\a": "a", b"\b": "b", b"\t": "t", b"\n": "n", b"\v": "v", b"\f": "f", b"\r": "r", b'"': '"', b"\\": "\\"}


class Row(NamedTuple):
    """A line of both texts (the sign is a blank), of the one before only (-) or of the one after only (+)."""

    sign: str
    line: str


def patch(path: Path | None, before: str, after: str) -> Iterator[str]:
    """The hunks that make ``before`` the text ``after``, under the name of the file, or "stdin" when it is None.

    Only a newline ends a line, as ``patch`` and git have it: not a form feed, a lone CR, or what Unicode adds to them.

    >>> print("".join(patch(None, "one\\ntwo\\n", "one\\n2")), end="")
    --- ./stdin
    +++ ./stdin
    @@ -1,2 +1,2 @@
     one
    -two
    +2
    \\ No newline at end of file
    """
    name = quoted(patch_name(path) if path else "./stdin")
    yield f"--- {name}\n+++ {name}\n"
    rows = list(compared(lines_of(before), lines_of(after)))
    line = 1, 1
    done = 0
    for start, end in hunks(rows):
        line = counted(rows[done:start], line)
        done, first, line = end, line, counted(rows[start:end], line)
        old, new = (f"{one - (one == end)},{end - one}" for one, end in zip(first, line, strict=True))
        yield f"@@ -{old} +{new} @@\n"
        yield from map(shown, rows[start:end])


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` with their newlines; the last one may have none."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def hunks(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Where the hunks begin and end: all changes, with the lines around them; those that touch are one."""
    found: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        if row.sign != " ":
            start, end = max(0, at - CONTEXT), min(len(rows), at + CONTEXT + 1)
            if found and start <= found[-1][1]:
                start = found.pop()[0]
            found.append((start, end))
    return found


def counted(rows: Sequence[Row], line: tuple[int, int]) -> tuple[int, int]:
    """The numbers of the lines after ``rows`` in both texts, if ``line`` are those of the first."""
    new = sum(row.sign == "+" for row in rows)
    old = sum(row.sign == "-" for row in rows)
    return line[0] + len(rows) - new, line[1] + len(rows) - old


def shown(row: Row) -> str:
    """``row`` as a patch has it."""
    return row.sign + row.line + ("" if row.line.endswith("\n") else "\n\\ No newline at end of file\n")


def compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    """All lines of both texts in order, those that were kept once."""
    old = new = 0
    for kept_old, kept_new in (*kept(before, after), (len(before), len(after))):
        yield from (Row("-", line) for line in before[old:kept_old])
        yield from (Row("+", line) for line in after[new:kept_new])
        if kept_old < len(before):
            yield Row(" ", before[kept_old])
        old, new = kept_old + 1, kept_new + 1


def patch_name(path: Path) -> str:
    """What a patch calls the file: its place under this folder, after "./", or else under the root.

    With "./" it is found by ``patch -p0``, ``patch -p1`` and ``git apply``. A link is called what it leads to.
    """
    real = Path(os.path.realpath(path))
    folder = Path(os.path.realpath(Path.cwd()))
    name = real.relative_to(folder) if real.is_relative_to(folder) else Path(*real.parts[1:])
    return f"./{name.as_posix()}"


def quoted(name: str) -> str:
    """``name`` as git writes it: quoted where it needs it, and with a tab at the end if it has a blank.

    >>> print(quoted("./é\\n.txt"))
    "./\\303\\251\\n.txt"
    """
    data = os.fsencode(name)
    if not ESCAPED.search(data):
        return f"{name}\t" if " " in name else name

    def escaped(match: re.Match[bytes]) -> bytes:
        byte = match[0]
        return b"\\" + (LETTERS[byte].encode() if byte in LETTERS else b"%03o" % ord(byte))

    return f'"{ESCAPED.sub(escaped, data).decode()}"'
