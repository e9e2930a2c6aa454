"""What ``validate`` is set to: by its options, and where they say nothing by a file in the folder or above it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from attrs import evolve, frozen

from ..model.diagnostic import Severity
from ..surface.names import visible_name

OUTPUTS = ("full", "concise", "json", "sarif", "github", "junit")


@frozen(kw_only=True)
class Settings:
    """What to look for, what counts, and how it is shown."""

    select: tuple[str, ...] = ("AC",)
    ignore: tuple[str, ...] = ()
    fail_on: str = Severity.WARNING.value
    output: str = "full"
    unsafe_fixes: bool = False
    baseline: str | None = None
    exclude: tuple[str, ...] = ()


def settings(given: Mapping[str, Any]) -> Settings:
    """The settings: those ``given`` as options, the others as the nearest file has them."""
    found = read_settings(Path.cwd())
    chosen = {name: value for name, value in given.items() if value not in (None, (), False)}
    return known_codes(evolve(Settings(), **found | chosen))


def known_codes(chosen: Settings) -> Settings:
    """``chosen``, if each of its codes is one, or the beginning of one."""
    from ..rules.table import RULES

    for prefix in (*chosen.select, *chosen.ignore):
        if not prefix or not any(code.startswith(prefix) for code in RULES):
            raise click.UsageError(f'There is no rule "{prefix}": see archivecite rule.')
    return chosen


def read_settings(folder: Path) -> dict[str, Any]:
    """What the nearest ``archivecite.toml``, or table ``[tool.archivecite]`` of a ``pyproject.toml``, says."""
    for place in (folder, *folder.parents):
        for name, path in (("archivecite.toml", ()), ("pyproject.toml", ("tool", "archivecite"))):
            if (table := read_table(place / name, path)) is not None:
                return checked(table, place / name)
    return {}


def read_table(file: Path, path: tuple[str, ...]) -> dict[str, Any] | None:
    """The table at ``path`` in ``file``; None if there is no such file or table."""
    if not file.is_file():
        return None
    import tomllib

    try:
        table: Any = tomllib.loads(file.read_text(encoding="utf-8"))
    except RecursionError:
        raise click.UsageError(f"{visible_name(file)} can't be read: it is nested too deeply.") from None
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{visible_name(file)} can't be read: {error}") from None
    for name in path:
        table = table.get(name) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def checked(table: dict[str, Any], file: Path) -> dict[str, Any]:
    """The settings in ``table``, with the types that they must have."""
    kinds: dict[str, Any] = {
        "select": list, "ignore": list, "fail-on": str, "output": str, "unsafe-fixes": bool, "baseline": str,
        "exclude": list,
    }  # fmt: skip
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in kinds:
            raise click.UsageError(f'{visible_name(file)}: there is no setting "{key}".')
        words = {"fail-on": tuple(Severity), "output": OUTPUTS}.get(key)
        if words and value not in words:
            raise click.UsageError(f"{visible_name(file)}: {key} is one of {', '.join(words)}.")
        if not isinstance(value, kinds[key]) or (kinds[key] is list and not all(isinstance(v, str) for v in value)):
            expected = {
                list: "a list of globs" if key == "exclude" else "a list of codes",
                str: "a string",
                bool: "true or false",
            }[kinds[key]]
            raise click.UsageError(f"{visible_name(file)}: {key} must be {expected}.")
        found[key.replace("-", "_")] = tuple(value) if kinds[key] is list else value
    if "baseline" in found:
        found["baseline"] = str(file.parent / found["baseline"])
    return found
