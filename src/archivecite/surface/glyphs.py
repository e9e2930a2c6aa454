"""The text of a PDF from where its glyphs stand. ``pdf.py`` runs this file as a process of its own, which a hostile PDF
may crash, fill or stall without harm to the reader; so nothing here imports the package.

Text comes in on standard input as a PDF and goes out on standard output as UTF-8; exit status 3 says that what went
out is the one line on why there is no text.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from ctypes import c_double
from itertools import pairwise
from typing import Any, NamedTuple, NoReturn

#: Two baselines further apart than this many sizes of the larger type have a blank line between them: lines of one
#: paragraph stand 0.9 to 1.2 apart, paragraphs 1.9, a value and the next label 2.3.
BLANK = 1.5
#: In double-spaced type all lines are as far apart, and a blank line is this much more than the usual distance.
DOUBLE_SPACED_BLANK = 1.3
#: Fewer lines tell nothing about what is usual.
ENOUGH = 10

#: U+0002, and U+FFFE in some versions, stand for a hyphen at the end of a line that goes on in the next.
HYPHENS = (0x2, 0xFFFE)

NO_TEXT = 3


class Line(NamedTuple):
    """A line of text: its characters, the height of its baseline on the page, the size of its type, and the height of
    the baseline that it ends on, for PDFium joins a line that ends in a hyphen with the next one.
    """

    text: str
    baseline: float
    size: float
    end: float


def read_lines(pdfium: Any, page: Any) -> Iterator[Line]:
    """The lines of a page that hold more than white space, in the order of the file."""
    count = pdfium.FPDFText_CountChars(page)
    units = [pdfium.FPDFText_GetUnicode(page, index) for index in range(count)]
    start = 0
    while start < count:
        # PDFium puts a carriage return and a line feed where it sees the end of a line.
        end = next((index for index in range(start, count) if units[index] in (10, 13)), count)
        text = "".join(map(character, units[start:end]))
        if printed := text.strip():
            baseline, size = place(pdfium, page, start + len(text) - len(text.lstrip()))
            joined = any(unit in HYPHENS for unit in units[start:end])
            last = place(pdfium, page, start + len(text.rstrip()) - 1)[0] if joined else baseline
            yield Line(printed, baseline, size, last)
        start = end + 1


def character(unit: int) -> str:
    """The character of a PDFium code unit."""
    return "-" if unit in HYPHENS else chr(unit) if unit < 0x110000 else "\N{REPLACEMENT CHARACTER}"


def place(pdfium: Any, page: Any, index: int) -> tuple[float, float]:
    """The height of the baseline of the glyph at ``index``, and the size of its type as printed."""
    x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    size = pdfium.FPDFText_GetFontSize(page, index)
    if pdfium.FPDFText_GetMatrix(page, index, matrix):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5
    return y.value, size


def distance(upper: Line, lower: Line) -> float:
    """How far ``lower`` stands under ``upper``, in sizes of the larger type; negative where a new column begins."""
    return (upper.end - lower.baseline) / max(upper.size, lower.size, 1.0)


def blank_from(pages: list[list[Line]]) -> float:
    """The distance from which two lines have a blank line between them."""
    distances = (distance(upper, lower) for lines in pages for upper, lower in pairwise(lines))
    usual = sorted(found for found in distances if found > 0.5)
    if len(usual) < ENOUGH:
        return BLANK
    return max(BLANK, DOUBLE_SPACED_BLANK * usual[len(usual) // 10])


def between(upper: Line, lower: Line, blank: float) -> str:
    """What stands between two lines: a blank line, a line's end, or nothing where a number goes on, "ll. 165-" / "192",
    as PDFium has it for words.
    """
    if distance(upper, lower) > blank:
        return "\n\n"
    goes_on = upper.text[-1] in "-\N{EN DASH}" and upper.text[-2:-1].isalnum() and lower.text[0].isdigit()
    return "" if goes_on and distance(upper, lower) > 0 else "\n"


def laid_out(pages: list[list[Line]]) -> str:
    """The text of ``pages``: lines, a blank line at each wide gap, a form feed between two pages."""
    blank = blank_from(pages)
    texts = []
    for lines in pages:
        pieces = [lines[0].text] if lines else []
        for upper, lower in pairwise(lines):
            pieces += [between(upper, lower, blank), lower.text]
        texts.append("".join(pieces))
    text = "\n\f".join(texts).rstrip("\n\f")
    # Where wchar_t has 16 bits, and in odd fonts, characters come as halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") + "\n"


def limit(memory: int, seconds: int) -> None:
    """Take no more than so much memory and time, where the system can say so; and leave no core file."""
    try:
        import resource
    except ImportError:
        return
    limits = (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)
    for kind, most in limits:
        # macOS knows the limit on memory, but does not always take it.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def leave(reason: str) -> NoReturn:
    """End the process with the reason why there is no text."""
    sys.stdout.write(reason)
    sys.stdout.flush()
    sys.exit(NO_TEXT)


def main(memory: int, seconds: int, largest: int) -> None:
    """Write the text of the PDF on standard input to standard output."""
    limit(memory, seconds)
    try:
        import pypdfium2
        from pypdfium2 import raw
    except ImportError:
        # The reader found it, by a path of its own perhaps: where a program has changed sys.path.
        leave(f"PDFs can't be read here: {sys.executable} does not find pypdfium2")

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            leave("the PDF is encrypted, and opens with a password only")
        leave("the file is damaged, or is not a PDF")
    pages: list[list[Line]] = []
    size = 0
    for index in range(len(document)):
        try:
            page = document[index].get_textpage()
        except pypdfium2.PdfiumError:
            leave(f"page {index + 1} of the PDF is damaged")
        pages.append(list(read_lines(raw, page.raw)))
        page.close()
        size += sum(len(line.text) + 1 for line in pages[-1])
        if size > largest:
            leave("the PDF holds more than 16 MiB of text")
    if not size:
        leave("the PDF holds no text: its pages are images, or empty")
    sys.stdout.buffer.write(laid_out(pages).encode())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
