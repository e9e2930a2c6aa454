"""A folder that records are written to, each to a file of its own."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..corpus.files import Input
from .output import refuse_clashes

#: A document's id that can be a file's name on every system.
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Folder:
    """The folder ``path``, where ``ending`` is that of the new files.

    A record's file gives one of the same name. A record out of a list of JSON is named by its document's id; if it has
    none, or if that name is taken, by the list's name and its own place there, counted from 1.

    Raises ``UsageError`` if two of ``inputs`` would be written to one file, or over one of ``inputs``.
    """

    def __init__(self, path: Path, ending: str, inputs: Iterable[Input], lists: Iterable[Input]) -> None:
        self.path = path
        self.ending = ending
        inputs, lists = list(inputs), {*lists}
        self.known: Mapping[Input, Path] = {
            source: self.file(source.output) for source in inputs if source not in lists
        }
        refuse_clashes(inputs, self.known.values())
        self.taken = {key(target) for target in (*self.known.values(), *filter(None, (one.path for one in inputs)))}

    def file(self, name: str | Path) -> Path:
        """The file called ``name``."""
        return Path(self.path, f"{name}{self.ending}")

    def place(self, source: Input, number: int | None, document_id: str | None) -> Path | None:
        """The file for a record from ``source``, where it is the one with that ``number``; None if it is taken."""
        if source in self.known:
            return self.known[source]
        names = [source.output]
        if number is not None:
            names = [source.output.with_name(f"{source.output.name}-{number}")]
            if document_id and SAFE.fullmatch(document_id):
                names.insert(0, source.output.with_name(document_id))
        for target in map(self.file, names):
            if key(target) not in self.taken:
                self.taken.add(key(target))
                return target
        return None


def key(target: Path) -> str:
    """What two names of one file have in common; for some systems A.json and a.json are one file."""
    return os.path.realpath(target).casefold()
