"""The regular expressions of the grammars and of the code: what every supported Python reads alike.

Before 3.11.5, ``re`` misreads a possessive repeat of anything but one character or set: ``(?:a|b)++`` may match what it
should not, or take memory without end. ``(?>(?:a|b)+)`` says the same and is read right.
"""

import ast
import importlib
import pkgutil
import re
from pathlib import Path
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # what ``re`` itself reads patterns with
from typing import Any

import pytest
from pattern import parts

import archivecite
from archivecite.syntax.words import terminals

SOURCES = sorted(Path(archivecite.__file__).parent.rglob("*.py"))

#: The same by its characters, in a string that may be a part of a pattern only.
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")


def has_possessive_group(parsed: Any) -> bool:
    """Whether in what ``re`` made of a pattern something else than one character or set is repeated possessively."""
    for operation, arguments in parsed:
        if operation is _constants.POSSESSIVE_REPEAT and not _compiler._simple(arguments[2]):
            return True
        if any(map(has_possessive_group, parts(arguments))):
            return True
    return False


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("(?:a|bc)++", True),
        ("(?:ab)*+", True),
        ("x(?=(?>y|(?:ab?){2,}+))", True),
        ("(a)?(?(1)(?:bc)?+|d)", True),
        ("[ab]++a*+(?:[a-z]){2,}+", False),
        ("(?>(?:a|bc)+)", False),
    ],
)
def test_a_possessive_group_is_found(pattern: str, found: bool) -> None:
    """The search itself: a group in any place counts, one character or set does not."""
    assert has_possessive_group(_parser.parse(pattern)) is found


def test_no_terminal_has_a_possessive_group() -> None:
    """Each terminal of the atoms, by itself."""
    assert [name for name, pattern in terminals().items() if has_possessive_group(_parser.parse(pattern))] == []


@pytest.mark.parametrize("name", terminals())
def test_a_terminal_is_a_sound_pattern(name: str) -> None:
    """Each terminal compiles alone, and does not match the empty text."""
    assert not re.compile(terminals()[name]).match("")


def test_no_pattern_of_a_module_has_a_possessive_group() -> None:
    """Each pattern that a module compiles when it is imported; it is known that there are some."""
    names = [info.name for info in pkgutil.walk_packages(archivecite.__path__, "archivecite.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    patterns = {
        f"{module.__name__}.{name}": value.pattern
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }
    assert len(patterns) > 20
    assert [name for name, pattern in patterns.items() if has_possessive_group(_parser.parse(pattern))] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_string_has_a_possessive_group(path: Path) -> None:
    """Each string of the code, in which a pattern, or a part of one, may be."""
    strings = [node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)]
    assert [string for string in strings if isinstance(string, str) and POSSESSIVE_GROUP.search(string)] == []
