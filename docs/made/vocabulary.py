"""The word files: each table with its comments and its forms."""

import re
import tomllib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from .folder import GRAMMARS, code, prose

QUOTED = re.compile(r'"[^"]*"')


def vocabulary() -> str:
    """A section for each word file."""
    return "\n\n".join(page(path) for path in sorted((GRAMMARS / "vocabulary").glob("*.toml")))


def page(path: Path) -> str:
    """What a word file says, table by table."""
    text = path.read_text(encoding="utf-8")
    head = [line[1:] for line in takewhile(lambda line: line.startswith("#"), text.splitlines())]
    parts = [f"## {path.name}", prose(head)]
    told = dict(comments(text))
    for name, table in tables(tomllib.loads(text)):
        parts += [f"### {path.stem}: {name}", prose([told.get(name, "")]), rows(name, table, told)]
    return "\n\n".join(part for part in parts if part)


def tables(data: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Each table of a file with its name: tables of tables are taken apart."""
    for key, value in data.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict) and all(isinstance(each, dict) for each in value.values()):
            yield from tables(value, name)
        else:
            yield name, value


def comments(text: str) -> Iterator[tuple[str, str]]:
    """What is said above the name of a table and behind it, or behind a key of it on the line that opens it."""
    table, above = "", list[str]()
    for line in text.partition("\n\n")[2].splitlines():
        if line.startswith("#"):
            above.append(line[1:].strip())
            continue
        before, _, told = QUOTED.sub(lambda found: found[0].replace("#", "\0"), line).partition("#")
        if before.startswith("["):
            table = before.strip().strip("[]")
            if above or told:
                yield table, " ".join([*above, told.strip().replace("\0", "#")])
        elif "=" in before and not line.startswith(" "):
            key = before.partition("=")[0].strip().strip('"')
            yield f"{table}.{key}", told.strip().replace("\0", "#")
        above = []


def rows(name: str, table: Any, told: dict[str, str]) -> str:
    """A table of Markdown: a row for each key, or for each entry of a list of tables."""
    if isinstance(table, list):
        keys = list(dict.fromkeys(key for entry in table for key in entry))
        lines = [[cell(entry[key]) if key in entry else "" for key in keys] for entry in table]
    else:
        notes = {key: told.get(f"{name}.{key}", "") for key in table}
        keys = ["key", "forms", *(["what they are"] if any(notes.values()) else [])]
        lines = [[cell(key), cell(forms), prose([notes[key]])][: len(keys)] for key, forms in table.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in [keys, ["---"] * len(keys), *lines])


def cell(forms: str | list[str]) -> str:
    """Forms as a cell of a table of Markdown."""
    listed = [forms] if isinstance(forms, str) else forms
    return ", ".join(code(form.replace("|", "\\|")) for form in listed if form) or "(empty)"
