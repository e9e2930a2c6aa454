"""Regular expressions as ``re`` itself reads them: what tests and benchmarks look for in them."""

from collections.abc import Iterator
from re import _parser
from typing import Any


def parts(arguments: Any) -> Iterator[Any]:
    """The patterns among the arguments of an operation, in lists of alternatives too."""
    if isinstance(arguments, _parser.SubPattern):
        yield arguments
    elif isinstance(arguments, tuple | list):
        for argument in arguments:
            yield from parts(argument)
