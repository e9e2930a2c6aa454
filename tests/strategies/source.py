"""All the sources of text that a law on reading is tried on."""

from collections.abc import Callable

from hypothesis import example
from hypothesis import strategies as st

from archivecite.syntax.vocabulary import vocabulary
from strategies.body import texts as damaged_bodies
from strategies.family import renderings
from strategies.head import heads
from strategies.record import records, written
from strategies.seed import mutated
from strategies.text import arbitrary, fragments, hostile, phrases, proses


def letter_lines() -> st.SearchStrategy[str]:
    """Rows of words of a letter's head and close, names, numbers and signs."""
    data = vocabulary().data
    forms = [
        form
        for kind in (
            *data["lines"].values(),
            *data["offices"].values(),
            *data["closes"].values(),
            *data["note_openings"].values(),
        )
        for form in kind
    ]
    told = [form for word in forms for form in (word, word.upper(), word.capitalize())]
    rest = [
        "A. Novak",
        "NOVAK",
        "5 May 1950",
        "31.X.62",
        "No.",
        "#",
        "1710",
        "1476/sh",
        ":",
        "(",
        ")",
        "[",
        "]",
        "[?]",
        "21:20",
    ]
    made = st.one_of(st.sampled_from(told), st.sampled_from(rest), fragments())
    between = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", ", ", ". ", ": ", " - ", "/"])
    return st.lists(st.tuples(made, between).map("".join), max_size=10).map("".join)


def brackets() -> st.SearchStrategy[str]:
    """What editors put into brackets: cues of the vocabulary, with words around them."""
    marks = vocabulary().data["marks"]
    forms = [form for table in marks.values() for forms in table.values() for form in forms]
    return st.lists(st.sampled_from([*forms, "Novak", "two", "1949", ":", "?", "…"]), min_size=1, max_size=5).map(
        lambda words: f"[{' '.join(words)}]"
    )


def statements() -> st.SearchStrategy[str]:
    """A row of words of the vocabulary, names and signs, as statements of provenance are made of."""
    data = vocabulary().data
    verbs = [form for forms in data["verbs"].values() for form in forms]
    clauses = [
        form for role in ("by", "to", "for", "from", "in", "on", "of", "and") for form in data["statement"][role]
    ]
    names = ["Anna Weber", "NHK", "National Security Archive", "(GWU)", "Moscow", "May 3, 1950", "RGANI", "f. 5"]
    made = st.sampled_from([*verbs, *clauses, *names])
    between = st.sampled_from([" ", " ", " ", "\n", ", ", ". ", "; "])
    return st.lists(st.tuples(st.one_of(made, made, fragments()), between).map("".join), max_size=8).map("".join)


@st.composite
def grammar_made(draw: st.DrawFn) -> str:
    """Texts that the grammars describe: sections in any order and dress, and rows of what terminals describe."""
    citation = st.tuples(phrases(), statements()).map(lambda two: f'"{two[0]}", May 3, 1950, CWIHP Archive, {two[1]}')
    parts = st.one_of(proses(), letter_lines(), brackets())
    return draw(heads(st.one_of(citation, proses()), st.lists(parts, max_size=3).map("\n\n".join)))


HEAD = 'Citation:\n\n"A Letter", May 3, 1950, CWIHP Archive\n\nOriginal Language:\n\nRussian\n\nContents:\n\nTranslation - English\n\n'


@st.composite
def rendered(draw: st.DrawFn) -> str:
    """A record as a PDF's converters leave it; "" for one that a family can't carry."""
    family = draw(st.sampled_from(["classic", "heading_markdown", "flattened"]))
    blank_lines = family == "heading_markdown" or (family == "classic" and draw(st.booleans()))
    made = draw(renderings(records(), family, blank_lines))
    return made.text if made else ""


SOURCES = st.one_of(
    arbitrary(),
    grammar_made(),
    mutated(),
    mutated(),
    hostile(),
    written(),
    rendered(),
    damaged_bodies().map(HEAD.__add__),
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any text: arbitrary, made by the grammar, a damaged seed, hostile, a record written in any family, a damaged body."""
    text: str = draw(SOURCES)
    return text


#: Texts on which a law was once broken, as small as they could be made.
ONCE_WRONG = (
    "Citation:History and Public Policy Program Digital Archive\rhttp://0/document/0 0",
    "Citation:Summary:Original Language:00000000000000\n0\n0\n[Source:0\n0\n]\n[0] 0\n0\n",
    "0**\x0c**\nCitation:,History and Public Policy Program Digital Archive",
    "Citatio:\nOriginal Language:.]a\n[Source:;translated by[A]",
    "Citation:Original Language:Afrikaans and  and , and ",
    "**0**",
    "\r\n\u0000",
    "*\nOriginal Language:Contents:",
    ") and translated from for I for",
    "Reprinted in (0)for 0 for",
    "Citation:, History and Public Policy Program Digital Archive,http://d",
    "**)**\nCitation:9, History and Public Policy Program Digital Archive,Obtained by r (U) and translated from",
    "**Citation**:2, Wilson Center Digital Archive,Archiv, Moscow;copy obtained by",
    "Citation:2, Wilson Center Digital Archive,Archiv, special declassification",
    "**Citation:**2, Wilson Center Digital Archive.C;translation by",
    "Citation:Archiv,.;translation by\n**Original Language:",
    "**L**\n**Citation:**,, Wilson Center Digital Archive",
    "**Citation:**, Wilson Center Digital Archive",
    "Credits:Contents:.\n\n[Source:i]\nOriginal Language:",
    '"a"Center',
    ")",
    "]",
    "First published",
    "Translation 0/A",
    "itation:\nSource :\nOriginal Language:",
    "Citation:Original\u0085Language:",
    "Citation:obtained by A and obtained by A and obtained by\nOriginal Language:",
    "Citation:\u201c\u201cJUL 0,1500, Digital <, http://0/document/ 0",
    "Citation:\u201cJUL 0,1500 History and Public Policy Program Digital Archive",
    "Citation:1, 2000, Wilson Center Digital Archive<http:9>",
    "# C:",
    '"0»p.0',
    "Summary:a\nCitation\n: b\nOriginal Language:Russian\nCitation:CWIHP Archive",
    'Citation:"," May 3,1509\nSummary:Original Languag:',
    "Summar:\rCitaion\r:\nCitation:OriginalLanguage:",
    "Citation:;Citatio:\nSummary:Original Languag:",
    "Citatin\r:\rCitation:CWIHP Archive",
    "Credits:This document was made possible with support from A Fund and the .\nCitation:CWIHP Archive",
    (
        "Jul 0,1500\r0**etter0rom0hou0nlai0n0r\n\nadeto0talin00cer0t**s\n"
        "Citation:0etter0rom0hou0nlai0n0radeto0talin00cer,0ts”History and Public Policy Program Digital Archive"
    ),
    "# C**itation:W**ilson Cent**er\rD**igital Archiv**e\nS**ummary:\\\\<",
    "\nCitation:,History and Public Policy Program Digital Archive,R.\nhttp://d .",
    'Citation:"A", May 3, 1950, CWIHP Archive, RGASPI <https://digitalarchive.wilsoncenter.org/document/7>; \nSummary:\n',
    'Citation:"A", May 3, 1950, CWIHP Archive, R <https://a.b/document/7> \x0bSummary:pp. 4-5; translated by A. Weber\n',
    'Citation:", May 3, 1950, Digital Archive, "\nOriginal Language:\n',
    'Citation:"A", May 3, 1950, CWIHP Archive, R <https://a.b/document/7C, D.>\nOriginal Language:\n',
    'Citation:"A", May 3, 1950,. B Digital Archive, Archive of C, f. 1\nOriginal Language:\n',
    "Citation:CWIHP Archive\nContents:\nReference: # 1710 (entry # 50273) from May 1\n\nTranslation - English\n\nA text",
    "\ufeff\n\ufeffA **Letter\nCitation:CWIHP Archive",
    "Original Language:\nRussian\nYou should visit him and, after reference to it, tell him all.\nContents:\nTranslation",
    "July 04, 1949 July 04, 1949\n\nCitation:CWIHP Archive, July 04, 1949, RGASPI",
    'July 04, 1949\u2028July 04, 1949\n\nCitation:"A Letter", July 04, 1949, CWIHP Archive',
    "Citation:\n------\nOriginal Language:\nRussian\nSummary:",
    "Citation:CWIHP Archive, RGANI. Reprinted in A. Weber, Briefe, ppNo. 1476/sh. 4-5. Obtained by Bo Li\nSummary:",
    "Citation:\n. [Source: . [Source: a\nOriginal Language:\nRussian\nSummary:",
    (
        "Citation:CWIHP Archive\nContents:\nScan of Original Document\n\nCIPHERED TELEGRAM No. 709\nOriginal Language:\n"
        "TOP SECRET\nCopy No 1\n\nTo: Comrade Stalin\n\nWe ask you."
    ),
    'Citation:"A", July 04, 1949\ry Program Digital Archive, RGASPI\nSummary:\nOriginal Language:',
    "Citation:;Wilson Center Digital Archive, RGASPI\nOriginal Language:",
    'Citation:"A", May 3, 1950, CWIHP Archive, ;and ;and a\nOriginal Language:',
    "Citation:CWIHP Archive, R <https://a.b/document/7>Translated by\nContents:\n\nA text\n\n[Source: R]",
    "Citation:CWIHP Archive\nSummary:\n\n--------\n\nCredits:\n\n--------\nOriginal Language:\nGerman\n:\nContents:",
    "Citation:CWIHP Archive\nContents:\n\nA text[1] of it\n\n[1] Held\n\n[Source: RG\x0cASPI; translated by A. Weber.]",
    "July 04, 1949 Credits:\n\nCitation:CWIHP Archive, July 04, 1949, RGASPI",
    "Citation:CWIHP Archive\nOriginal Language:\nShort.\u1680\nOriginal Language:\n\nRussian\nContents:",
    "Citation:CWIHP Archive\nContents:\n\nA text.\n\n[Source: [([([[]]]",
    "Citation:\n[Source: and [Source: and a\nOriginal Language:\nRussian\nSummary:",
    "Citation:CWIHP Archive\nContents:\n\nA text[1].\n\n[1] In Idaho.\n\nTranslator's\x0c note: a page is missing.",
    "**May 3, 1950**\u1680**\x0c\n\nCitation:CWIHP Archive, May 3, 1950, R",
    "Citatin:\nOriginal Language:0\x0c[0]\x0c\n\n0",
    "Citation:\nShort.)\n\nOriginal Language:\nRussian\nSummary:",
    'Citation:"A", May 3, 1950, CWIHP Archive, ;f. 1, op. 1, ;f. 1, op. 1\nSummary:',
    "Citation:CWIHP Archive\nContents:\n\nIt is late.\n\n31.\x0cX.62 A. GROMYKO\n\nAnd more.",
    "#\nJuly 04, 1949\nCitation:CWIHP Archive",
    "**ummary:**\n**ontents:**\n**Original Language:**Translation-Eh",
    "Citatin:\nOriginal Language:Reference: #0\x0cReference #0",
    "#\x850",
    "\nCitation:.History and Public Policy Program Digital Archive.f..3",
    "C**itatin:**\nO**riginal Language:R**ussian\r*\rTranslation-Aa",
    "Citation:History and Public Policy Program Digital Archive.Reprinted in.\ra. Document 0",
    "Citation:CWIHP Archive, RGANI, f. 5, with translation by A. Weber\nSummary:",
    'October 1, 1962\n\nA Cable\n\n]\n\nfrom Weber\n\nCitation:\n\n"A Cable from Weber", October 1, 1962\n\nOriginal Language:',
    "Citation:CWIHP Archive\nContents:\n\nA text.\n\n[Source: RGANI, f. 5, with translation by A. Weber]",
    "Citation:\nRGANI, f. 5, printed in",
    "Citation:\nby Dai Minghua (Yunnan University), translatedby Fong Kit-ling and Stuart Hedley, and edited",
    "Citation:\n the Ministry,” March 09, 1968, 02History and \n\nContents:\n\nT.\n\n[Source:  the Ministry,” March 09, 1968, 02History]",
    'Citation:\nRGANI (", May 3, X"), fond 1\nSummary:',
    "Citation:\nRGANI, f. 5. [https://a.org/document/2](https://a.org/document/1)\nSummary:",
    "Citation:\nThe Reader 2 ch. 1 (Cape, 1979). See Weber, Works (London: Cape, 1980), Doc.No. 5 (see also p. 11\nSummary:",
    "Citation:\n(?t)7r; Arhiv [AS]; Arhiv p.3–Arhiv\nSummary:",
    "Citation:\nnt2 ch.1(M,1979)\nSummary:",
    "Citation:\n&\n\nContents:\n\nT.\n\n[Source: –&]",
)


def once_wrong(test: Callable[..., None]) -> Callable[..., None]:
    """``test`` with all of these as examples of its ``text``."""
    for text in ONCE_WRONG:
        test = example(text=text)(test)
    return test
