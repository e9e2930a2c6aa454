"""A folder that records are written to, each to a file of its own."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from ..corpus.files import Input
from .output import refuse_clashes

#: A document's id that can be a file's name on every system.
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Folder:
    """The folder ``path``, where ``ending`` is that of the new files.

    A record's file gives one of the same name. A record out of a list of JSON is named by its document's id; if it has
    none, or if that name is taken, by the list's name and its own place there, counted from 1: ``all-3``, and for
    another list of that name ``all.jsonl-3``.

    Raises ``UsageError`` if two of ``inputs`` that are not ``lists`` would be written to one file, or over an input.
    """

    def __init__(self, path: Path, ending: str, inputs: Iterable[Input], lists: Iterable[Input]) -> None:
        self.path = path
        self.ending = ending
        inputs, lists = list(inputs), {*lists}
        refuse_clashes(inputs, [self.file(source.output) for source in inputs if source not in lists])
        self.read = {key(source.path) for source in inputs if source.path}
        self.written: set[str] = set()
        #: Whose names are not for the records of a list: each input may turn out to be one record.
        self.owners: dict[str, Input] = {}
        for source in inputs:
            self.owners.setdefault(key(self.file(source.output)), source)

    def file(self, name: str | Path) -> Path:
        """The file called ``name``."""
        return Path(self.path, f"{name}{self.ending}")

    def place(self, source: Input, number: int | None, document_id: str | None) -> Path | None:
        """The file for a record from ``source``, where it is the one with that ``number``; None if there is no name
        left for it.
        """
        names = [source.output]
        if number is not None:
            whole = source.path.name if source.path else source.name
            names = [Path(f"{name}-{number}") for name in (source.output.name, whole)]
            if document_id and SAFE.fullmatch(document_id):
                names.insert(0, Path(document_id))
        for target in map(self.file, names):
            name = key(target)
            is_free = name not in self.read and name not in self.written
            if is_free and self.owners.get(name) == (source if number is None else None):
                self.written.add(name)
                return target
        return None


def key(target: Path) -> str:
    """What two names of one file have in common; for some systems A.json and a.json are one file."""
    return os.path.realpath(target).casefold()
