"""Standard output and standard error: text for people, which adapts to what shows it, and data, which is UTF-8."""

import errno
import io
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

import click

from ..model.visible import visible

#: A line that GitHub would take for a command, with blanks or a colour before it or without.
COMMAND_LINE = re.compile(r"^((?:[^\S\n]|\x1b\[[\d;]*m)*):(?=:)", re.MULTILINE)

#: What is neither a newline nor a tab.
UNLAID = re.compile(r"[^\n\t]+")


def escape_what_encodings_lack() -> None:
    """Let standard output and standard error escape the characters that their encodings lack."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str, *, err: bool = False) -> None:
    """Print ``text``, whole lines for people: in colour where that is wanted, and no line a command of GitHub's.

    Raises ``OSError`` where standard output cannot be written. Standard error that cannot be written is given up, since
    there is nowhere else to report it.
    """
    stream = sys.stderr if err else sys.stdout
    shown = COMMAND_LINE.sub(r"\1\\x3a", text if stream and is_coloured(stream) else click.unstyle(text))
    try:
        opened(stream).write(shown)
        opened(stream).flush()
    except OSError:
        if not err:
            raise
        give_up(stream)


def hand_over(pieces: Iterable[str]) -> None:
    """Write ``pieces``, which are data, to standard output as UTF-8 with the newlines that they have.

    A terminal gets them escaped as it gets all texts, since they may hold anything. Raises ``OSError``.
    """
    stream = opened(sys.stdout)
    if stream.isatty():
        for piece in pieces:
            stream.write(UNLAID.sub(lambda run: visible(run[0]), piece))
    else:
        stream.flush()
        for piece in pieces:
            stream.buffer.write(encoded(piece))
        stream.buffer.flush()
    stream.flush()


def encoded(data: str) -> bytes:
    """``data`` as UTF-8. A lone surrogate, which UTF-8 cannot hold, becomes ``\\ud800``: in JSON that is its escape."""
    return data.encode("utf-8", "backslashreplace")


def opened(stream: TextIO | None) -> TextIO:
    """``stream``; a program may be started without it."""
    if stream is None:
        raise OSError("it is closed")
    return stream


def is_coloured(stream: TextIO) -> bool:
    """Whether ``stream`` gets colours: a terminal that has them does, and ``NO_COLOR`` and ``FORCE_COLOR`` decide."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_capable(stream)


def is_capable(stream: TextIO) -> bool:
    """Whether ``stream`` is a terminal that knows more than to print line after line."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def is_unread(error: OSError) -> bool:
    """Whether ``error`` says that nobody reads standard output any more, as after ``| head``."""
    # Windows calls it an invalid argument.
    return error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


def give_up(stream: TextIO | None) -> None:
    """Keep Python from writing to ``stream`` once more when it ends."""
    if stream is None:
        return
    with suppress(OSError):  # a stream of a test has no number
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
