"""What ``validate`` is set to: by its options, and where they say nothing by a file in the folder or above it."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click
from attrs import evolve, frozen

from ..model.diagnostic import Severity
from ..rules.profile import PROFILES
from ..surface.names import visible_name

OUTPUTS = ("full", "concise", "json", "sarif", "github", "junit")


@frozen(kw_only=True)
class Settings:
    """What to look for, what counts, and how it is shown.

    ``per_file_ignores`` are pairs of a pattern and of the codes that are not looked for in files that it is for;
    ``folder`` is that of the settings' file, from which the patterns are seen.
    """

    select: tuple[str, ...] = ("AC",)
    ignore: tuple[str, ...] = ()
    fail_on: str = Severity.WARNING.value
    output: str = "full"
    unsafe_fixes: bool = False
    baseline: str | None = None
    exclude: tuple[str, ...] = ()
    records_only: bool = False
    profile: str | None = None
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    folder: Path | None = None


def is_strings(value: object) -> bool:
    """Whether ``value`` is a list of strings."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_lists(value: object) -> bool:
    """Whether ``value`` is a table of lists of strings."""
    return isinstance(value, dict) and all(is_strings(item) for item in value.values())


def one_of(words: Iterable[str]) -> tuple[Callable[[object], bool], str]:
    """The check, and what it expects, of a setting that is one of ``words``."""
    words = tuple(words)
    return lambda value: value in words, f"one of {', '.join(words)}"


CODES = (is_strings, "a list of codes or names of rules")
BOOL: tuple[Callable[[object], bool], str] = (lambda value: isinstance(value, bool), "true or false")
#: Each setting of the file: how its value is checked, and what is expected.
KINDS: dict[str, tuple[Callable[[object], bool], str]] = {
    "select": CODES,
    "ignore": CODES,
    "fail-on": one_of(Severity),
    "output": one_of(OUTPUTS),
    "unsafe-fixes": BOOL,
    "baseline": (lambda value: isinstance(value, str), "a string"),
    "exclude": (is_strings, "a list of globs"),
    "records-only": BOOL,
    "profile": one_of(PROFILES),
    "per-file-ignores": (is_lists, "a table of globs, each with a list of codes or names of rules"),
}


def settings(given: Mapping[str, Any]) -> Settings:
    """The settings: those ``given`` as options, the others as the nearest file has them."""
    found = read_settings(Path.cwd())
    chosen = {name: value for name, value in given.items() if value not in (None, (), False)}
    whole = evolve(Settings(), **found | chosen)
    return evolve(
        whole,
        select=known_codes(whole.select),
        ignore=known_codes(whole.ignore),
        per_file_ignores=tuple((pattern, known_codes(codes)) for pattern, codes in whole.per_file_ignores),
    )


def known_codes(given: Iterable[str]) -> tuple[str, ...]:
    """The codes, or beginnings of codes, in ``given``, which may also name rules; refuses what is neither."""
    from ..rules.run_rule import RUN_RULES
    from ..rules.table import NAMES, code_of

    codes = {**NAMES, **{rule.name: code for code, rule in RUN_RULES.items()}}
    found = []
    for word in given:
        code = codes.get(word.lower()) or code_of(word)
        if not code or not any(known.startswith(code) for known in codes.values()):
            near = get_close_matches(word.lower(), codes, 1) or get_close_matches(word.upper(), codes.values(), 1)
            said = f' (perhaps "{near[0]}")' if near else ""
            raise click.UsageError(f'There is no rule "{word}"{said}: see archivecite rule.')
        found.append(code)
    return tuple(found)


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
    found: dict[str, Any] = {"folder": file.parent}
    for key, value in table.items():
        if key not in KINDS:
            near = get_close_matches(key, KINDS, 1)
            said = f' (perhaps "{near[0]}")' if near else ""
            raise click.UsageError(f'{place_of(key, file)}: there is no setting "{key}"{said}.')
        is_right, expected = KINDS[key]
        if not is_right(value):
            verb = "is" if expected.startswith("one of") else "must be"
            raise click.UsageError(f"{place_of(key, file)}: {key} {verb} {expected}.")
        found[key.replace("-", "_")] = frozen_value(value)
    if "baseline" in found:
        found["baseline"] = str(file.parent / found["baseline"])
    return found


def frozen_value(value: Any) -> Any:
    """``value`` of TOML, with tuples for lists and pairs for a table."""
    if isinstance(value, dict):
        return tuple((key, frozen_value(item)) for key, item in value.items())
    return tuple(value) if isinstance(value, list) else value


def place_of(key: str, file: Path) -> str:
    """What to call the place of ``key`` in ``file``: with the line that begins with it, if there is one."""
    starts = (key, f"[{key}", f"[tool.archivecite.{key}", f'"{key}"')
    inside = file.name != "pyproject.toml"  # which has the settings of other programs too
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        inside = inside or line.lstrip().startswith("[tool.archivecite")
        if inside and line.lstrip().startswith(starts):
            return f"{visible_name(file)}:{number}"
    return visible_name(file)
