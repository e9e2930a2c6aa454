"""The Python that other processes are started with."""

import sys
from pathlib import Path

#: What the file of a Python is called: ``python3.11``, ``pypy3``, ``Python``. Another program is not started: who knows
#: what it does.
PYTHONS = ("python", "pypy", "graalpy")


def interpreter() -> str | None:
    """The Python to start; None where ``sys.executable`` is not one.

    In a program that was frozen, or that Python is built into, it is that program, or empty.
    """
    name = Path(sys.executable or "").stem.lower()
    if getattr(sys, "frozen", False) or not any(python in name for python in PYTHONS):
        return None
    return sys.executable
