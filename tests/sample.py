"""The PDF that the tutorial begins with, an invented telegram: ``python3 tests/sample.py`` writes it."""

from pathlib import Path

from test_pdf import pages_of, printed

PATH = Path(__file__).parents[1] / "docs" / "samples" / "telegram.pdf"

#: Each line with the size of its type and how far it is below the line before, as in the archive's own PDFs.
FIRST = [
    (20, 0, "Digital Archive"),
    (13, 11, "International History Declassified"),
    (21, 60, "April 14, 1962"),
    (21, 18, "Telegram from Ambassador Novak to the"),
    (21, 18, "Ministry on the Price of Wheat"),
    (19, 45, "Citation:"),
    (13, 23, '"Telegram from Ambassador Novak to the Ministry on the Price of Wheat," April'),
    (13, 14.6, "4, 1962, History and Public Policy Program Digital Archive, AVP RF, f. 0104,"),
    (13, 14.6, "op. 18, p. 57, d. 3, ll. 11-12. Obtained by Jan Hill. Tarnslated by Anna Weber."),
    (13, 14.6, "https://digitalarchive.wilsoncenter.org/document/990001"),
    (19, 45, "Summary:"),
    (13, 23, "Novak reports that the price of wheat has risen, and that the Minister of Trade"),
    (13, 14.6, "does not know why."),
    (19, 45, "Original Language:"),
    (13, 23, "Russian"),
    (19, 45, "Contents:"),
    (13, 23, "English Translation"),
]
SECOND = [
    (13, 0, "Top Secret"),
    (13, 25, "Telegram No. 217"),
    (13, 25, "To Comrade V. V. Kuznetsov"),
    (13, 25, "On 12 April I visited the Minister of Trade [Rassendyll]. He said that the price of"),
    (13, 14.6, "wheat had risen since the spring and that the ministry [two words illegible]."),
    (13, 25, "I answered that this was known to us (see No. 211)."),
    (13, 25, "14.IV.62 NOVAK"),
]


def sample() -> bytes:
    """The whole file."""
    return pages_of([printed(FIRST), printed(SECOND)])


if __name__ == "__main__":
    PATH.write_bytes(sample())
