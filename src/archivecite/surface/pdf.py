"""PDFs to text, by PDFium in a process of its own with limits on time and memory: PDFs come from anywhere."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from ..model.diagnostic import InvalidRecord
from ..model.extras import installing
from .glyphs import NO_TEXT
from .interpreter import interpreter

SECONDS = 8
MEMORY = 1_000_000_000
#: The most text that is taken from a PDF, in characters.
LARGEST_TEXT = 16 * 1024 * 1024


def pdf_text(data: bytes) -> str:
    """The text of a PDF as it is printed: lines, a blank line where there is a gap, a form feed between two pages.

    Raises ``InvalidRecord``, with one line on what is wrong, for a PDF without text, or encrypted or damaged, or that
    takes more than 8 seconds or 1 GB to read; if the extra ``archivecite[pdf]`` is not installed; and where there is no
    Python to start, as in a frozen program.
    """
    if find_spec("pypdfium2") is None:
        raise InvalidRecord.because("AC902", f"to read PDFs, install what it takes: {installing('pdf')}")
    python = interpreter()
    if python is None:
        raise not_here(f"there is no Python to start (sys.executable is {sys.executable!r})")
    try:
        done = subprocess.run(  # noqa: S603  # our own script, and numbers
            [python, "-P", *script(), *map(str, (MEMORY, SECONDS, LARGEST_TEXT))],
            check=False,
            input=data,
            stdout=subprocess.PIPE,
            # PDFium's own complaints say nothing to a reader of records, and a hostile file makes any number of them.
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise InvalidRecord.because("AC902", f"the PDF takes more than {SECONDS} seconds to read") from None
    except OSError as error:
        raise not_here(f"{python} can't be started ({error.strerror or error})") from None
    if done.returncode == NO_TEXT:
        raise InvalidRecord.because("AC902", done.stdout.decode())
    if done.returncode:
        raise InvalidRecord.because("AC902", "the PDF can't be read: it is damaged, or takes more than 1 GB")
    return done.stdout.decode()


def not_here(reason: str) -> InvalidRecord:
    """The error where no PDF at all can be read."""
    return InvalidRecord.because("AC902", f"PDFs can't be read here: {reason}")


def script() -> list[str]:
    """What makes Python run ``glyphs.py``: its path or, where the package is in a zip, its text."""
    path = Path(__file__).with_name("glyphs.py")
    if path.is_file():
        return [str(path)]
    from importlib.resources import files

    return ["-c", (files(__package__) / path.name).read_text(encoding="utf-8")]
