"""The Python that other processes are started with."""

import re
import sys
from pathlib import Path

#: What the file of a Python is called: ``python3.11``, ``pypy3``, ``Python``. Another program is not started: who knows
#: what it does.
NAMED_PYTHON = re.compile("python|pypy|graalpy", re.IGNORECASE)


def interpreter() -> str | None:
    """The Python to start; None where ``sys.executable`` is not one.

    In a program that was frozen, or that Python is built into, it is that program, or empty.
    """
    if getattr(sys, "frozen", False) or not NAMED_PYTHON.search(Path(sys.executable or "").stem):
        return None
    return sys.executable
