"""PDFs: what is read from their pages, and that none of them crashes, stalls or fills the reader."""

import importlib.util
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

import archivecite as ac
from archivecite.model.extras import installing
from archivecite.surface import glyphs, pdf

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def build(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of ``objects``, numbered from 1; the first is the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return out + xref + b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), more, data)


def pages_of(contents: list[bytes], more: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF with one page for each of ``contents``, which are the pages' streams."""
    first = 4
    numbers = [first + 2 * index for index in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(contents)), FONT]
    for number, content in zip(numbers, contents, strict=True):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        objects += (page % (number + 1), stream(content, more))
    return build(objects, trailer)


def printed(lines: Sequence[tuple[int, float, str]]) -> bytes:
    """A page's stream: each line with the size of its type and how far it stands under the line before."""
    height, out = 800.0, []
    for size, under, text in lines:
        height -= under
        escaped = re.sub(r"([()\\])", r"\\\1", text)
        out.append(f"BT /F {size} Tf 72 {height} Td ({escaped}) Tj ET")
    return "\n".join(out).encode("latin-1")


#: The distances of the archive's own PDFs: 13 points in a paragraph, 25 between two; 23 under a label, 45 above one.
HEAD = [
    (20, 0, "Digital Archive"),
    (13, 11, "International History Declassified"),
    (21, 60, "May 03, 1950"),
    (21, 18, "Letter to the Minister of Trade on the"),
    (21, 18, "Price of Wheat"),
    (19, 45, "Citation:"),
    (13, 23, '"Letter to the Minister of Trade on the Price of Wheat," May 03, 1950, History and Public Policy'),
    (13, 14.6, "Program Digital Archive, RGASPI, f. 558, op. 11, d. 1. Translated by Anna Weber."),
    (13, 14.6, "http://digitalarchive.wilsoncenter.org/document/7"),
    (19, 45, "Summary:"),
    (13, 23, "The price has risen, and the ministry"),
    (13, 14.6, "does not know why."),
    (19, 45, "Original Language:"),
    (13, 23, "Russian"),
    (19, 45, "Contents:"),
    (13, 23, "English Translation"),
]
BODY = [
    (13, 0, "Top Secret"),
    (13, 25, "To Comrade I.V. Stalin."),
    (13, 25, "The price of wheat has risen since the spring, and we see no end of"),
    (13, 13, "it. We ask for instructions."),
    (13, 25, "We also ask for a map."),
]


def refused(data: bytes) -> str:
    """The one line on why a PDF is not read."""
    with pytest.raises(ac.InvalidRecord) as refusal:
        ac.read(data)
    assert [finding.code for finding in refusal.value.diagnostics] == ["AC902"]
    message = refusal.value.diagnostics[0].message
    assert "\n" not in message
    return message


def test_a_pdf_is_read_as_a_record() -> None:
    """Lines, paragraphs and pages come from where the glyphs stand; the text is the document's own."""
    document = ac.read(pages_of([printed(HEAD), printed(BODY)]))
    record = document.record
    assert document.family == "classic"
    assert record.date == ac.Date("May 03, 1950", "1950-05-03")
    assert record.title == "Letter to the Minister of Trade on the Price of Wheat"
    assert record.citation is not None
    assert record.citation.title == record.title
    assert record.citation.url == "http://digitalarchive.wilsoncenter.org/document/7"
    assert record.summary == "The price has risen, and the ministry does not know why."
    assert [block.text for block in record.body] == [
        "Top Secret",
        "To Comrade I.V. Stalin.",
        "The price of wheat has risen since the spring, and we see no end of it. We ask for instructions.",
        "We also ask for a map.",
    ]
    assert document.unread == ()
    assert document.to_bytes().decode() == document.text
    assert document.text.count("\f") == 1


def test_a_pdf_is_told_by_its_name_or_its_first_bytes(tmp_path: Path) -> None:
    """A path, its bytes and the open file read alike, whatever the file is called; what is only called PDF is refused."""
    data = pages_of([printed(HEAD)])
    path = tmp_path / "record.txt"
    path.write_bytes(data)
    expected = ac.read(data).record
    assert ac.read(path).record == expected
    with path.open("rb") as file:
        assert ac.read(file).record == expected
    named = tmp_path / "record.PDF"
    named.write_bytes(b"no PDF")
    with pytest.raises(ac.InvalidRecord, match="damaged, or is not a PDF"):
        ac.read(named)


def test_double_spaced_lines_are_no_paragraphs() -> None:
    """Where all lines stand far apart, a paragraph ends where they stand further apart."""
    lines = [(12, 28.0, f"line {number} of a letter that was typed with double spacing") for number in range(20)]
    lines[10] = (12, 56.0, "another paragraph")
    text = pdf.pdf_text(pages_of([printed(lines)]))
    assert text.count("\n\n") == 1
    assert "\n\nanother paragraph\n" in text


def test_a_hyphen_at_a_line_s_end_parts_nothing() -> None:
    """PDFium joins a line that ends in a hyphen with the next; the one after that stands no further away for it.

    A number that goes on in the next line is joined like a word; over a gap nothing is, nor is a dash with a blank.
    """
    lines = [(13, 0.0, "Talks on the Sino-"), (13, 14.6, "Soviet treaty, and on"), (13, 14.6, "trade.")]
    lines += [
        (13, 30.0, "See ll. 165-"),
        (13, 14.6, "192, and 7-"),
        (13, 30.0, "15."),
        (13, 14.6, "On trade -"),
        (13, 14.6, "2."),
    ]
    text = pdf.pdf_text(pages_of([printed(lines)]))
    assert text == (
        "Talks on the Sino-Soviet treaty, and on\ntrade.\n\nSee ll. 165-192, and 7-\n\n15.\nOn trade -\n2.\n"
    )


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader without PDFium learns how to get it."""
    monkeypatch.setattr(pdf, "find_spec", lambda name: None if name == "pypdfium2" else importlib.util.find_spec(name))
    assert refused(pages_of([printed(HEAD)])) == f"to read PDFs, install what it takes: {installing('pdf')}"


@pytest.mark.parametrize("program", ["", None, "/usr/bin/soffice", "app2", r"C:\App\app.exe"])
def test_another_program_than_python_is_not_started(program: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python is embedded in a program, that program is not run: one line says why no PDF can be read."""
    monkeypatch.setattr(sys, "executable", program)
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("a program was started"))
    assert refused(pages_of([TEXT])) == (
        f"PDFs can't be read here: there is no Python to start (sys.executable is {program!r})"
    )


def test_a_frozen_program_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would run itself again, and again."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("a program was started"))
    assert refused(pages_of([TEXT])).startswith("PDFs can't be read here: there is no Python to start")


def test_a_python_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """``sys.executable`` may name a file that is gone."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python3")
    assert refused(pages_of([TEXT])).startswith("PDFs can't be read here: /nowhere/python3 can't be started (")


def test_a_python_without_pdfium_is_one_line() -> None:
    """A program may find PDFium by a path that the Python it starts does not know."""
    command = [sys.executable, "-S", "-P", glyphs.__file__, "1000000000", "8", "1000"]
    done = subprocess.run(command, input=pages_of([TEXT]), capture_output=True, check=False)
    assert done.returncode == glyphs.NO_TEXT
    assert done.stdout.decode() == f"PDFs can't be read here: {sys.executable} does not find pypdfium2"


TEXT = printed([(12, 0, "Some text")])
ENCRYPTED = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%b>/U<%b>>>" % (b"00" * 32, b"00" * 32)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pages_of([TEXT], trailer=ENCRYPTED), "the PDF is encrypted, and opens with a password only"),
        (pages_of([b"0 0 100 100 re f"]), "the PDF holds no text: its pages are images, or empty"),
        (pages_of([TEXT])[:300], "the file is damaged, or is not a PDF"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 100, "the file is damaged, or is not a PDF"),
        (pages_of([]), "the file is damaged, or is not a PDF"),
        (
            build([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]),
            "page 1 of the PDF is damaged",
        ),
        (build([b"<</Type/Catalog/Pages 2 0 R/X %b>>" % (b"[" * 500_000)]), "the file is damaged, or is not a PDF"),
    ],
    ids=["encrypted", "images", "truncated", "garbage", "no pages", "loop of pages", "deep nesting"],
)
def test_pdfs_without_text_are_refused_in_one_line(data: bytes, message: str) -> None:
    """What is wrong with a PDF is said in one line."""
    assert refused(data) == message


def test_a_pdf_cut_off_anywhere_is_read_or_refused() -> None:
    """However much of a PDF is missing, there is a text or one line on why there is none."""
    data = pages_of([printed(HEAD), printed(BODY)])
    for end in range(5, len(data), len(data) // 8):
        try:
            assert pdf.pdf_text(data[:end])
        except ac.InvalidRecord as error:
            assert "\n" not in str(error)


def bomb() -> bytes:
    """A small stream that unpacks to gigabytes: one block of a megabyte, fully flushed, may be repeated as it is."""
    packed = zlib.compressobj(9)
    head = packed.compress(b"") + packed.flush(zlib.Z_FULL_FLUSH)
    block = packed.compress(b" " * 1_000_000) + packed.flush(zlib.Z_FULL_FLUSH)
    return zlib.compress(head + block * 2_000)


def test_a_pdf_that_unpacks_to_gigabytes_is_refused() -> None:
    """Memory has a limit, and the reader's own process is not the one that meets it; on a slow machine time has."""
    data = pages_of([bomb()], more=b"/Filter[/FlateDecode/FlateDecode]")
    assert len(data) < 20_000
    assert refused(data) in (
        "the PDF can't be read: it is damaged, or takes more than 1 GB",
        "the PDF takes more than 8 seconds to read",
    )


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time has a limit too; here a short one, and pages without end."""
    monkeypatch.setattr(pdf, "SECONDS", 1)
    kids = b"<</Type/Pages/Kids[%b]/Count 1000000>>" % (b"4 0 R " * 1_000_000)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    start = time.monotonic()
    message = refused(build([b"<</Type/Catalog/Pages 2 0 R>>", kids, FONT, page, stream(TEXT)]))
    assert message == "the PDF takes more than 1 seconds to read"
    assert time.monotonic() - start < 5


def test_three_hundred_pages_are_read() -> None:
    """A record as long as a book is read like any other, each page after the one before."""
    lines = [(12, 13, f"Line {number} of the minutes, which are long and say little") for number in range(40)]
    document = ac.read(pages_of([printed(HEAD), *[printed(lines)] * 300]))
    assert document.family == "classic"
    assert sum(block.kind == "page_break" for block in document.record.body) == 299
    assert sum(len(block.text) for block in document.record.body) > 300 * 40 * 40


def test_a_page_of_few_lines_keeps_its_paragraphs() -> None:
    """A short letter has too few lines to tell what is usual: a wide gap between two of them is a blank line."""
    text = pdf.pdf_text(pages_of([printed(BODY)]))
    assert text.count("\n\n") == 3
    assert "no end of\nit. We ask for instructions.\n\nWe also ask for a map.\n" in text


def test_a_pdf_of_more_text_than_a_record_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the file, no more text is taken from it than from a text."""
    monkeypatch.setattr(pdf, "LARGEST_TEXT", 100)
    assert refused(pages_of([printed(BODY)])) == "the PDF holds more than 16 MiB of text"


def test_a_pdf_larger_than_any_record_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit on a PDF is told from that on a text."""
    data = pages_of([printed(HEAD)])
    monkeypatch.setattr("archivecite.surface.file.LARGEST_PDF", len(data) - 1)
    assert refused(data) == "expected one record as PDF, got more than 128 MiB"


def test_a_system_without_limits_reads_pdfs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no way to limit a process: nothing is limited, and nothing is wrong."""
    monkeypatch.setitem(sys.modules, "resource", None)
    glyphs.limit(memory=0, seconds=0)
    assert bytearray(10_000_000)
