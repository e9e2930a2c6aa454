"""The parts of pages that are made of the code, the grammars and the word files when the documentation is built."""

from collections.abc import Callable

from .commands import commands
from .grammar import grammars
from .schema import schema
from .vocabulary import vocabulary

PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "grammars": grammars,
    "schema": schema,
    "vocabulary": vocabulary,
}
