"""Files to text: strict UTF-8, every character kept, and an error that says which byte is wrong and where."""

from os import PathLike
from pathlib import Path
from typing import IO

from ..model.diagnostic import Diagnostic, InvalidRecord, Severity, draw_excerpt
from ..model.span import Span
from .encoding import likely_encoding, other_text
from .lines import Lines

#: No record is nearly as large; whatever is larger is another kind of file.
LARGEST = 16 * 1024 * 1024
#: PDFs hold scans, so they are larger than texts.
LARGEST_PDF = 128 * 1024 * 1024


def read_file(source: "str | PathLike[str] | bytes | IO[bytes] | IO[str]") -> str:
    """The text of a file: a path, its bytes, or the open file. A byte order mark and all newlines are kept.

    A file opened as text has its newlines translated by Python unless it was opened with ``newline=""``. A PDF, told by
    its name or its first bytes, gives the text on its pages. Raises ``InvalidRecord`` for what is not UTF-8, for RTF,
    for what is above 16 MiB, and for a PDF that can't be read or is above 128 MiB, and ``OSError`` for a path that
    can't be opened.

    >>> read_file(b"Summary:\\r\\n")
    'Summary:\\r\\n'
    """
    named_pdf = False
    if isinstance(source, bytes):
        data: bytes | str = source
    elif isinstance(source, (str, PathLike)):
        named_pdf = Path(source).suffix.lower() == ".pdf"
        with Path(source).open("rb") as file:
            data = read_open(file)
    else:
        data = read_open(source)
    if isinstance(data, bytes) and (named_pdf or is_pdf(data)):
        if len(data) > LARGEST_PDF:
            raise InvalidRecord.because("AC902", "expected one record as PDF, got more than 128 MiB")
        from .pdf import pdf_text

        return pdf_text(data)
    if len(data) > LARGEST:
        raise InvalidRecord.because("AC902", "expected one record as text, got more than 16 MiB")
    text = data if isinstance(data, str) else decoded(data)
    if what := other_text(text):
        raise InvalidRecord.because("AC902", f"the file is not plain text; it looks like {what}. Save it as plain text")
    return text


def read_open(file: IO[bytes] | IO[str]) -> bytes | str:
    """What is left to read in ``file``, up to a little more than the largest size; an unbuffered file gives pieces."""
    pieces, size = [file.read(LARGEST + 1)], 0
    largest = LARGEST_PDF if is_pdf(pieces[0]) else LARGEST
    while pieces[-1] and (size := size + len(pieces[-1])) <= largest:
        pieces.append(file.read(largest + 1 - size))
    return pieces[0][:0].join(pieces)  # type: ignore[arg-type]  # a file gives pieces of one type


def is_pdf(data: bytes | str) -> bool:
    """Whether ``data``, the beginning of a file, is that of a PDF.

    >>> is_pdf(b"%PDF-1.4"), is_pdf(b"Citation:")
    (True, False)
    """
    return isinstance(data, bytes) and data.startswith(b"%PDF-")


def decoded(data: bytes) -> str:
    """``data`` as UTF-8 text."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        wrong = error
    text = data.decode(errors="replace")
    offset = len(data[: wrong.start].decode())
    lines = Lines(text)
    line, column = lines.at(offset)
    raise InvalidRecord(
        [
            Diagnostic(
                code="AC902",
                severity=Severity.ERROR,
                message=told(data, wrong),
                span=Span(offset, offset + 1),
                line=line,
                column=column,
                hint=f"the first byte that is not UTF-8 is 0x{data[wrong.start]:02X} ({wrong.reason})",
                excerpt=draw_excerpt(lines.line(line), column - 1, column),
            )
        ]
    )


def told(data: bytes, wrong: UnicodeDecodeError) -> str:
    """What to say of ``data``, which is not UTF-8: what it looks like, and how it is converted.

    >>> told(b"Caf\\xe9", UnicodeDecodeError("utf-8", b"Caf\\xe9", 3, 4, "unexpected end of data"))
    'the file is not UTF-8; it looks like Windows-1252. Convert it: iconv -f WINDOWS-1252 -t UTF-8'
    """
    found = likely_encoding(data)
    if found is None:
        return f"the file is not UTF-8 text: the byte 0x{data[wrong.start]:02X} is wrong here ({wrong.reason})"
    if found.iconv is None:
        return f"the file is not UTF-8 text; it looks like {found.looks_like}"
    return f"the file is not UTF-8; it looks like {found.looks_like}. Convert it: iconv -f {found.iconv} -t UTF-8"
