"""The files that arguments name, and what is read from them."""

import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path
from typing import IO

from attrs import evolve, field, frozen

from ..surface.names import visible_name
from .repository import is_about_repository

#: What is read of a folder.
SUFFIXES = {".txt", ".md", ".pdf"}
#: Folders that hold what programs have installed or made.
VENDORED = {"node_modules", "__pycache__"}
#: A file that costs nothing to open costs this much all the same, in bytes of text; and a PDF, read by a process of its
#: own, as much as this.
EACH, PDF = 2_000, 1_000_000


@frozen
class Input:
    """One file to read: ``path``, or standard input when it is None. ``output`` is what to call what is made of it,
    its place under the folder that was given included, without a suffix. ``content`` is what was read already of what
    can be read only once, and only in this process, or why it could not be. A text that is not a record is left out
    without a finding where that is ``optional``.
    """

    path: Path | None
    output: Path
    content: bytes | OSError | None = field(default=None, repr=False)
    optional: bool = False

    @property
    def name(self) -> str:
        """What messages call the file."""
        if self.path is None:
            return "standard input"
        return visible_name(self.path)

    @property
    def is_stream(self) -> bool:
        """Whether it is standard input, a pipe or a device: what gives its text only once."""
        return self.path is None or is_special(self.path)

    @property
    def is_pdf(self) -> bool:
        """Whether its text is taken from a PDF, told by its first bytes; raises ``OSError`` as opening it does."""
        if self.path is None or self.content is not None:
            return isinstance(self.content, bytes) and self.content.startswith(b"%PDF-")
        with self.path.open("rb") as file:
            return file.read(5) == b"%PDF-"

    @property
    def cost(self) -> int:
        """What it costs to read, in bytes of text, as far as can be told without reading."""
        if self.path is None or self.content is not None:
            return EACH + (len(self.content) if isinstance(self.content, bytes) else 0)
        if self.path.suffix.lower() == ".pdf":
            return PDF
        try:
            return EACH + self.path.stat().st_size
        except (OSError, ValueError):  # reading it will say what is wrong
            return EACH

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """The file open to read; raises ``OSError`` if it can't be opened."""
        if isinstance(self.content, OSError):
            raise self.content
        if self.content is not None:
            return BytesIO(self.content)
        if self.path is not None:
            return self.path.open("rb")
        if sys.stdin is None:
            raise OSError("it is closed")
        return nullcontext(sys.stdin.buffer)

    def read(self) -> bytes | OSError:
        """The content of a stream, up to a little more than the largest that is read, or why it can't be read."""
        from ..surface.file import read_open

        try:
            with self.open() as file:
                content = read_open(file)
        except OSError as error:
            return error
        assert isinstance(content, bytes)
        return content

    def text(self) -> str:
        """The text of the file; raises what ``read_file`` does."""
        from ..surface.file import read_file

        if self.path is not None and self.content is None:
            return read_file(self.path)
        with self.open() as file:
            return read_file(file)


@frozen
class Walk:
    """How folders are searched: ``exclude`` has patterns of what is left out, and ``unreadable`` is told of each folder
    that can't be opened.
    """

    exclude: tuple[str, ...]
    unreadable: Callable[[OSError], None]

    def files(self, folder: Path) -> list[Path]:
        """The texts and PDFs in ``folder`` and the folders in it, sorted.

        Left out are hidden files and folders, virtual environments, ``node_modules``, ``__pycache__``, what Git
        ignores, and pipes, sockets and devices. A link to a file is that file; a link to a folder is not followed.
        """
        from .ignored import Ignored  # only here, as it takes time, and only folders need it

        return sorted(self.under(folder, Ignored(folder)))

    def under(self, folder: Path, ignored: Container[Path]) -> Iterator[Path]:
        """``files``, in any order."""
        for root, folders, names in os.walk(folder, onerror=self.unreadable):
            place = Path(root)
            if "pyvenv.cfg" in names and place != folder:
                folders.clear()
                continue
            folders[:] = [name for name in folders if not self.leaves_out(folder, place / name, ignored)]
            for name in names:
                path = place / name
                wanted = path.suffix.lower() in SUFFIXES and not self.leaves_out(folder, path, ignored)
                if wanted and not is_special(path):
                    yield path

    def leaves_out(self, folder: Path, path: Path, ignored: Container[Path]) -> bool:
        """Whether ``path``, found under ``folder``, is not to be read."""
        inside = path.relative_to(folder)
        named = path.name.startswith(".") or path.name in VENDORED
        return named or inside in ignored or excluded(path, inside, self.exclude)


def excluded(path: Path, inside: Path, patterns: Iterable[str]) -> bool:
    """Whether one of ``patterns`` is for ``path``, which is ``inside`` the folder that was given.

    A pattern without a slash is for a name, another for the path as messages show it, or from the folder on; ``*`` is
    for any characters, slashes included.

    >>> excluded(Path("records/old/a.txt"), Path("old/a.txt"), ["a.*"])
    True
    >>> excluded(Path("records/old/a.txt"), Path("old/a.txt"), ["records/old/*"])
    True
    """
    for pattern in patterns:
        wanted = pattern.strip("/") if pattern.endswith("/") else pattern
        wanted = wanted.removeprefix("./")
        places = (path.as_posix(), inside.as_posix()) if "/" in wanted else (path.name,)
        if any(fnmatchcase(place, wanted) for place in places):
            return True
    return False


def find_files(arguments: Iterable[Path], exclude: Iterable[str], refuse: Callable[[Path, str], None]) -> list[Input]:
    """The files that ``arguments`` name, those of a folder sorted; ``-`` is standard input.

    ``refuse`` is told of each folder that can't be read or that holds nothing to read, and why.
    """
    walk = Walk(tuple(exclude), lambda error: refuse(Path(error.filename), f"can't be read: {error.strerror}"))
    found: list[Input] = []
    for argument in dict.fromkeys(arguments):
        if argument == Path("-"):
            found.append(Input(None, Path("stdin")))
        elif argument.is_dir():
            inside = walk.files(argument)
            if not inside:
                refuse(argument, "expected records, got a folder without .txt, .md or .pdf files")
            found += [
                Input(path, path.relative_to(argument).with_suffix(""), optional=is_about_repository(path))
                for path in inside
            ]
        else:
            found.append(Input(argument, Path(argument.stem)))
    return found


def opened(inputs: Iterable[Input]) -> Iterator[Input]:
    """``inputs``, with the content of those that no other process can read: standard input and other streams."""
    for source in inputs:
        yield evolve(source, content=source.read()) if source.is_stream else source


def is_special(path: Path) -> bool:
    """Whether ``path`` is a pipe, a socket or a device: it is there, and neither a file nor a folder."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except (OSError, ValueError):
        return False
