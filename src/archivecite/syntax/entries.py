"""What a file of the vocabulary may say. A mistake in one is refused, with its file and its key: else nothing would be
read by the word, or something else.
"""

import tomllib
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..model.terms import LEVELS, PROVENANCE_KINDS, WordFileError
from .words import files_of, folded

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

#: Tables that are looked up as one, so that a form may be under one of their keys only.
WHOLE = frozenset({"levels", "counted", "verbs", "months", "seasons", "languages"})

#: Lists that are looked up as printed: ``MD`` and ``Md`` are two forms.
PRINTED = frozenset({"places/states"})

#: The keys that a row of ``beside`` must have, and those that it may have.
ROW = (frozenset({"label", "with", "level"}), frozenset({"label", "with", "but", "near", "range", "level"}))


def read_data(folder: "Path | Traversable") -> dict[str, Any]:
    """What the files in ``folder`` say, all together; ``WordFileError`` names file and key of the first mistake."""
    data: dict[str, Any] = {}
    for path in files_of(folder, ".toml"):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise WordFileError(f"{path.name}: {error}") from error
        for table, value in tables.items():
            if table in data:
                raise WordFileError(f"{path.name}, {table}: another file has this table")
            for key, mistake in mistakes(table, value):
                raise WordFileError(f"{path.name}, {key}: {mistake}")
        data |= tables
    return data


def mistakes(table: str, value: Any) -> Iterator[tuple[str, str]]:
    """Each mistake in a table, with the key where it is.

    >>> list(mistakes("verbs", {"filmed": ["taped"]}))[0][1][:35]
    "unknown kind 'filmed'; expected one"
    """
    seen: dict[tuple[str, str], str] = {}
    for key, entry in entries_of(value, table):
        mistake = fault_of(entry) or fault_in(table, key, entry)
        if mistake:
            yield key, mistake
            continue
        place = (table if table in WHOLE else key, entry if key in PRINTED else folded(entry))
        if place in seen and table != "beside":
            yield key, f"{entry!r} is there already, as {seen[place]}"
        seen.setdefault(place, key)
    for row in value if table == "beside" else ():
        if not ROW[0] <= row.keys() <= ROW[1]:
            yield f"{table}/{row.get('label', '')}", "expected label, with and level, and perhaps but and range"


def entries_of(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Every entry of a table with its key: ``levels/fond``; of a row, with the row's label: ``beside/p./with``.

    >>> list(entries_of({"fond": ["f.", "fond"]}, "levels"))
    [('levels/fond', 'f.'), ('levels/fond', 'fond')]
    """
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from entries_of(item, f"{key}/{inner}")
    elif isinstance(value, list):
        for item in value:
            yield from entries_of(item, f"{key}/{item.get('label', '')}" if isinstance(item, dict) else key)
    else:
        yield key, value


def fault_of(entry: Any) -> str:
    """What is wrong with an entry as a word; or nothing.

    >>> fault_of(5), fault_of("д. D"), fault_of("fond")
    ('expected a string, got 5', "'д. D' has Latin and Cyrillic letters", '')
    """
    if not isinstance(entry, str):
        return f"expected a string, got {entry!r}"
    if not entry or entry != entry.strip():
        return f"expected a word, got {entry!r}"
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in entry if letter.isalpha()}
    return f"{entry!r} has Latin and Cyrillic letters" if scripts >= {"LATIN", "CYRILLIC"} else ""


def fault_in(table: str, key: str, entry: str) -> str:
    """What is wrong with an entry where it is: its level, or its kind of provenance; or a verb with its "by"."""
    under = key.partition("/")[2]
    if table == "verbs":
        if under not in PROVENANCE_KINDS:
            return f"unknown kind {under!r}; expected one of {', '.join(PROVENANCE_KINDS)}"
        return f'{entry!r} ends in "by", which opens the clause after a verb' if entry.endswith(" by") else ""
    level = {"levels": under, "counted": under, "ambiguous": entry}.get(table, LEVELS[0])
    if key == "sheets/levels" or (table == "beside" and key.endswith("/level")):
        level = entry
    return "" if level in LEVELS else f"unknown level {level!r}; expected one of {', '.join(LEVELS)}"
