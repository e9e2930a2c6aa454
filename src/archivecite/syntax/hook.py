"""The hook with which hatchling writes ``generated.py`` when it builds the package, or installs it editable.

It runs where nothing but hatchling and lark is installed, so what it needs is imported without the package around it.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("src", "archivecite", "syntax")


class GenerateHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the tables before files are gathered, and has them gathered though version control ignores them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling gives it
        """Write ``generated.py`` from the grammars beside ``src``."""
        root = Path(self.root)
        for name, path in (("archivecite", root / FOLDER.parent), ("archivecite.syntax", root / FOLDER)):
            package = ModuleType(name)
            package.__path__ = [str(path)]
            sys.modules[name] = package
        generate = import_module("archivecite.syntax.generate")
        (root / FOLDER / "generated.py").write_text(generate.generated(), encoding="utf-8")
        build_data["artifacts"].append(f"/{(FOLDER / 'generated.py').as_posix()}")
