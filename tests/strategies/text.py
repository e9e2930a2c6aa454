"""Awkward text: every code point there is, the odd white space, and the words and signs that mean something here."""

from hypothesis import strategies as st

#: White space that is no newline here, though ``str.splitlines`` splits at some of it.
ODD_SPACE = "\t\x0b\x0c\x1c\x1f\x85\xa0\u1680\u2003\u2028\u2029\u3000"

NEWLINES = ("\n", "\r\n", "\r")

#: Characters that trip careless code: lone surrogates, marks of byte order and direction, letters that change their
#: length in lower case, digits that are no ASCII digits, controls, combining marks.
TRAPS = "\ud800\udfff\ufeff\u200b\u202e\x00\x7fİßﬁK²٣١\u0301😀"

#: What means something to a reader, somewhere.
SIGNS = (
    "**", "*", "***", "****", "#", "# ", "[", "]", "[[", "]]", "(", ")", "<", ">", '"', "“", "”", "'", "’", "«", ",",
    ", ", ".", ". ", ";", "; ", ":", ": ", "-", "–", "—", "/", "_", "`", "|", "\\", "[1]", "[...]", "[…]", "[sic]", "[?]",
    "[illegible]", "[signature]", "Com[rade]", "//", "(p. 2)", "  ",
)  # fmt: skip

WORDS = (
    "Citation:", "**Citation:**", "Summary:", "Credits:", "Original Language:", "**Original Language**:", "Contents:",
    "Digital Archive", "International History Declassified", "digitalarchive.wilsoncenter.org",
    "Wilson Center Digital Archive", "History and Public Policy Program Digital Archive", "Russian", "German and Chinese",
    "Translation - English", "English Translation", "Scan of Original Document", "Transcript - Russian",
    "This document was made possible with support from", "November 2, 1962", "2 November 1962", "31.X.62", "10.1.1949",
    "30-31 October 1962", "June, 1934", "1962", "Date unknown", "circa 1962", "1962-11-02", "obtained by", "provided to",
    "copy", "on file at", "Translated by", "for CWIHP", "from German", "and", "of the", "with permission of", "courtesy of",
    "Reprinted in", "special declassification", "AVP RF", "RGASPI", "APRF", "fond (f.) 45", "f. 558", "op. 11", "d. 3",
    "ll. 9-17", "papka 3", "p. 253", "Box 12", "Folder 3", "vol. 1", "pp. 4-5", "(Moscow: Nauka, 1995)", "eds.", "in",
    "Washington, D.C.", "https://digitalarchive.wilsoncenter.org/document/112639", "<http://a.example/document/x-y>",
    "Telegram", "Top Secret", "Urgent", "Copy No. 1", "50390 50396", "Special # 1717-1722", "No. 1476/sh", "To Comrade",
    "From:", "To our # 1710", "Received on", "Comrade Stalin:", "A. GROMYKO", "2 November 1962 Alekseev", "50389",
    "Reference: # 1710 (entry # 50273) from 1 November 1962.", "#1701 (entry # 49971) from 31 October 1962.",
    "[Source: RGASPI, f. 558.]", "[1] A note.", "1. Item", "Translator's note:", "(see #1701)", "Your No. 811, 812-813",
)  # fmt: skip

characters = st.characters(exclude_categories=())


def spaces() -> st.SearchStrategy[str]:
    """White space of any kind, or none."""
    return st.one_of(
        st.sampled_from(["", " ", "\n", "\n\n", "\r\n", "\r", "\x0c", "\r\n\r\n", "\n \n", "  \n"]),
        st.text(st.sampled_from("\n\r " + ODD_SPACE), max_size=4),
    )


def fragments() -> st.SearchStrategy[str]:
    """A piece of text that means something, or a character or two of any kind."""
    return st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(SIGNS),
        spaces(),
        st.sampled_from(TRAPS),
        st.text(characters, max_size=3),
    )


def arbitrary() -> st.SearchStrategy[str]:
    """Any text at all, and texts of pieces that mean something in an order that means nothing."""
    return st.one_of(st.text(characters), st.lists(fragments(), max_size=30).map("".join))


def words() -> st.SearchStrategy[str]:
    """A word of prose, now and then an odd one."""
    return st.sampled_from(
        """the of and in to Soviet Cuban delegation letter comrade Stalin meeting said ambassador Weber 1962 5 talks
        Anna O'Neill Nguyễn Łódź N.S. K.[udryavtsev] [sic] (draft) “No” "yes" D.C. p.m., ex-minister; cable: 2 telegram
        Citation: 2/b No. # * *** Russian English ¿ é 😀 \u200b 北京 İ""".split()
    )


def phrases(max_size: int = 8) -> st.SearchStrategy[str]:
    """A line or so of prose, unwrapped, with awkward words and characters in it."""
    plain = st.lists(words(), min_size=1, max_size=max_size).map(" ".join)
    odd = st.text(characters, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
    return st.one_of(plain, plain, plain, odd)


def proses() -> st.SearchStrategy[str]:
    """A few paragraphs."""
    return st.lists(phrases(), min_size=1, max_size=3).map("\n\n".join)


#: What a careless pattern is slow on, or a careless reader lost in.
UNITS = (
    "[", "]", '"', "“", "(", ")", "# ", "**", "*", "** ", "\n\n", "\n", " ", "\t\n", "\x0c", "Citation:\n", "Summary:\n",
    "Contents:\n", "Original Language:\nRussian\n", "and ", ";", ",", ". ", "A", "a ", "f. 1, op. 1, ", "translated by ",
    "obtained by A and ", "1", "1 ", "50390\n", "[1] ", "<", "https://", "A. ", "No. ", "in ", "(A: B, 1962) ", "1962, ",
    "Translated by A (B) of the C, ", '", May 3, 1950, ', "Digital Archive, ", "#1 (entry # 2) from ", "Reference: # 1 ",
    "[Source: ", "A Archive, ", "A (B), ", "\r", "\r\n", "**\n", "[[a] ", "a] ", "x:", "-", "\x0b", "\ufeff",
    "MAE ", "for ", "Digital ", "Citation:\nContents:\n", "Sumary:\n\n", "<!-- ", "> ", "__", "\u200b", "---\n",
)  # fmt: skip


def hostile(most: int = 300) -> st.SearchStrategy[str]:
    """One thing again and again, or two in turn, alone or where a section's value should be."""
    unit = st.one_of(st.sampled_from(UNITS), st.tuples(st.sampled_from(UNITS), st.sampled_from(UNITS)).map("".join))
    return st.builds(
        lambda frame, unit, times: frame.replace("…", unit * times),
        st.sampled_from(FRAMES),
        unit,
        st.integers(most // 3, most),
    )


#: Where in a record hostile text may stand.
FRAMES = (
    "…",
    'May 3, 1950\n\n**…**\n\nCitation:\n\n"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\n\nSummary:\n',
    "Citation:\n\n…\n\nSummary:\n\nOriginal Language:\n\nRussian\n",
    'Citation:\n\n"A Letter", May 3, 1950, Wilson Center Digital Archive, …\n\nSummary:\n\nShort.\n',
    "Citation:\n\nSummary:\n\n…\n\nOriginal Language:\n\nRussian\n\nContents:\n\nTranslation - English\n\nText.\n",
    "Citation:\n\nSummary:\n\nCredits:\n\n…\n\nOriginal Language:\n\n…\n\nContents:\n\n…\n",
    "Citation:\n\nSummary:\n\nOriginal Language:\n\nRussian\n\nContents:\n\nTranslation - English\n\n…",
    "Citation:\n\nSummary:\n\nOriginal Language:\n\nRussian\n\nContents:\n\nTranslation - English\n\nA text.\n\n[Source: …]",
)
