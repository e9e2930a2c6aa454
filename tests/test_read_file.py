"""Files to text: what may be given, what is refused, and where the fault is said to be."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import archivecite as ac
from archivecite.surface.file import LARGEST, read_file

TEXT = "\ufeffSummary:\r\n\rŁódź\x0c\n"


class Pieces(io.RawIOBase):
    """An unbuffered file: each read gives three bytes at most, as a pipe or a network may."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, size: int = -1, /) -> bytes:
        size = min(size, 3)
        piece, self.data = self.data[:size], self.data[size:]
        return piece


@pytest.mark.parametrize(
    "give",
    [
        lambda path: path,
        str,
        Path.read_bytes,
        lambda path: io.BytesIO(path.read_bytes()),
        lambda path: Pieces(path.read_bytes()),
        lambda path: path.open(encoding="utf-8", newline=""),
    ],
    ids=["path", "string", "bytes", "binary file", "unbuffered file", "text file"],
)
def test_every_kind_of_file_gives_all_its_text(give: Callable[[Path], Any], tmp_path: Path) -> None:
    """The byte order mark, every newline and the form feed are there, however the file comes."""
    path = tmp_path / "record.txt"
    path.write_bytes(TEXT.encode())
    given = give(path)
    assert read_file(given) == TEXT
    if isinstance(given, io.IOBase):
        given.close()


def refusal(data: "bytes | io.StringIO | Pieces") -> ac.Diagnostic:
    """The one finding with which ``data`` is refused."""
    with pytest.raises(ac.InvalidRecord) as error:
        read_file(data)  # type: ignore[arg-type]  # any object that can be read from is taken
    [finding] = error.value.diagnostics
    assert (finding.code, finding.severity) == ("AC902", ac.Severity.ERROR)
    return finding


def test_the_first_byte_that_is_not_utf8_is_shown() -> None:
    """The finding has the byte's value, its place by line and column in characters, and the line with a caret."""
    finding = refusal("Łódź\r\nCafé\r\nCafé".encode().replace("é".encode(), b"\xe9"))
    assert "0xE9" in f"{finding.message} {finding.hint}"
    assert (finding.line, finding.column) == (2, 4)
    assert finding.span == ac.Span(9, 10)
    assert finding.excerpt == "Caf\N{REPLACEMENT CHARACTER}\n   ^"


@given(st.binary(max_size=40).filter(lambda data: not data.startswith(b"%PDF-")))
def test_any_bytes_are_read_or_refused_in_place(data: bytes) -> None:
    """Bytes are UTF-8 and come back, or the text up to the place named is all that could be read."""
    try:
        assert read_file(data).encode() == data
    except ac.InvalidRecord as error:
        [finding] = error.diagnostics
        assert finding.span is not None
        sound = data.decode(errors="replace")[: finding.span.start].encode()
        assert data.startswith(sound)
        assert f"0x{data[len(sound)]:02X}" in f"{finding.message} {finding.hint}"


def test_the_largest_file_is_read_and_a_larger_one_is_not() -> None:
    """The limit holds for bytes and open files; of an endless one no more than that is read."""
    assert len(read_file(b"a" * LARGEST)) == LARGEST
    assert "16 MiB" in refusal(b"a" * (LARGEST + 1)).message
    assert "16 MiB" in refusal(io.StringIO("a" * (LARGEST + 1))).message


def test_a_file_that_can_not_be_opened_is_an_error_of_the_system(tmp_path: Path) -> None:
    """The library does not hide what the system says; that is for the command."""
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)


@pytest.mark.parametrize("head", ["", "\ufeff", "\r\n"])
@pytest.mark.parametrize(
    "labels",
    ["Citation:", "Citation: Summary: Original Language: Contents:", "\\b Citation:\\b0\\par", "\\par Summary:\\par"],
)
def test_a_rich_text_is_refused_whatever_it_holds(head: str, labels: str) -> None:
    """It is of ASCII, so it can be decoded, and its labels would make a record of it."""
    text = f"{head}{{\\rtf1\\ansi {labels} May 3, 1950}}"
    for data in (text.encode(), io.StringIO(text)):
        message = refusal(data).message
        assert message == (
            "the file is not plain text; it looks like a document in Rich Text Format (RTF). Save it as plain text"
        )
    assert ac.parse(text).text == text
