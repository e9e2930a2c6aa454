"""What files are called: for people, and for programs. A file's name is bytes, which need not be UTF-8 or harmless."""

import os
import re
from pathlib import PurePath, PureWindowsPath
from types import ModuleType
from urllib.parse import quote

from ..model.visible import visible

#: How Python keeps a byte of a name that is not UTF-8.
LOST = re.compile("[\udc80-\udcff]")


def decoded(path: "PurePath | str") -> str:
    """The name of ``path`` as UTF-8, whatever the locale's encoding; each other byte is a lone surrogate."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def visible_name(path: "PurePath | str") -> str:
    """The name of ``path`` for people: controls and the like escaped, as are bytes that are not UTF-8.

    >>> print(visible_name("bad\\udcff\\n.txt"))
    bad\\xff\\n.txt
    """
    return visible(LOST.sub(lambda lost: f"\\x{ord(lost[0]) - 0xDC00:02x}", decoded(path)))


def exact_name(path: "PurePath | str") -> str:
    """The name of ``path`` for programs: every character kept, and bytes that are not UTF-8 percent-encoded.

    >>> exact_name("100% bad\\udcff.txt")
    '100% bad%FF.txt'
    """
    return LOST.sub(lambda lost: f"%{ord(lost[0]) - 0xDC00:02X}", decoded(path))


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
