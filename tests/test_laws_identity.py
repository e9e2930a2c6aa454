"""Law 1: a text that was read is still the text that was given, to the last byte."""

from io import BytesIO, StringIO

import pytest
from hypothesis import example, given
from strategies import share
from strategies.seed import SEEDS
from strategies.source import texts

import archivecite as ac


@share(2)
@given(texts())
@example("")
@example("\ufeff")
@example("\r")
@example("\r\n\r\r\n\n")
@example("\x0c\x0b\x85\u2028")
@example("\ud800")
def test_a_parsed_text_is_the_text_given(text: str) -> None:
    """``parse(t).text == t``, and so for a citation alone."""
    assert ac.parse(text).text == text
    assert ac.parse_citation(text).text == text


@share(2)
@given(texts().filter(lambda text: text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)))
@example('\ufeffCitation:\r\n\r\n"A", May 3, 1950, Wilson Center Digital Archive\r\rSummary:\n\n\x0c')
def test_the_bytes_of_a_file_are_kept(text: str) -> None:
    """What is read from bytes, or from an open file, gives the same bytes back."""
    raw = text.encode()
    assert ac.read(raw).to_bytes() == raw
    assert ac.read(BytesIO(raw)).to_bytes() == raw


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_seed_in_a_file_keeps_its_newlines_and_byte_order_mark(
    seed: str, newline: str, mark: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A path gives the file's bytes; an open text file the characters that it gave."""
    path = tmp_path_factory.mktemp("seed") / "record.txt"
    path.write_bytes((mark + seed.replace("\n", newline)).encode())
    assert ac.read(path).to_bytes() == ac.read(str(path)).to_bytes() == path.read_bytes()
    assert ac.read(StringIO(seed)).text == seed
    assert ac.read(path).record == ac.parse(seed).record


def test_a_lone_surrogate_is_refused_when_written_as_bytes() -> None:
    """UTF-8 has no lone surrogates: such a text is read, and ``to_bytes`` says why it can't be a file."""
    with pytest.raises(ac.InvalidRecord, match="surrogate"):
        ac.parse("a\ud800").to_bytes()
