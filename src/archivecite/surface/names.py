"""What files are called: for people, and for programs. A file's name is bytes, which need not be UTF-8 or harmless."""

import os
from pathlib import PurePath, PureWindowsPath
from types import ModuleType
from urllib.parse import quote

from ..model.visible import visible

#: How Python keeps a byte of a name that is not UTF-8.
LOST = range(0xDC80, 0xDD00)


def decoded(path: "PurePath | str") -> str:
    """The name of ``path`` as UTF-8, whatever the locale's encoding; each other byte is a lone surrogate."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def visible_name(path: "PurePath | str") -> str:
    """The name of ``path`` for people: controls and the like escaped, as are bytes that are not UTF-8.

    >>> print(visible_name("bad\\udcff\\n.txt"))
    bad\\xff\\n.txt
    """
    return visible("".join(f"\\x{ord(c) - 0xDC00:02x}" if ord(c) in LOST else c for c in decoded(path)))


def exact_name(path: "PurePath | str") -> str:
    """The name of ``path`` for programs: every character kept, and bytes that are not UTF-8 percent-encoded.

    >>> exact_name("100% bad\\udcff.txt")
    '100% bad%FF.txt'
    """
    return "".join(f"%{ord(c) - 0xDC00:02X}" if ord(c) in LOST else c for c in decoded(path))


def uri_of(path: str, folder: str, system: ModuleType = os.path) -> str:
    """The URI of ``path``, relative to ``folder``; of a file on another drive of Windows, absolute. ``system`` is the
    module of paths (``ntpath`` for those of Windows).

    >>> uri_of("/tmp/a b.txt", "/tmp")
    'a%20b.txt'
    """
    try:
        relative = system.relpath(path, folder)
    except ValueError:  # there is no way from one drive to another
        return PureWindowsPath(system.abspath(path)).as_uri()
    return quote(os.fsencode(relative.replace(system.sep, "/")))
