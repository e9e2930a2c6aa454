"""Files as people have them: every family, through every converter; damaged records; and texts that are no records."""

import json
import re
from pathlib import Path

import layout
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import share
from strategies.family import WITH_BLANK_LINES, WITHOUT, Rendering, renderings
from strategies.record import records
from strategies.seed import LETTER, SHORT

import archivecite as ac

SEEDS = Path(__file__).parents[1] / "seeds"
SEED_FILES = sorted(SEEDS.glob("*.txt"))

HEAD = ("date", "title", "citation", "summary", "credits", "original_languages", "contents")


def head_of(record: ac.Record) -> dict[str, object]:
    """The header fields of ``record``; texts of a value that are mere wrapping of its parts are left as they are."""
    return {name: getattr(record, name) for name in HEAD}


def characters(record: ac.Record) -> str:
    """All that the body and the notes of ``record`` hold, in order, without white space."""
    return "".join("".join(block.text.split()) for block in (*record.body, *record.notes))


@pytest.mark.parametrize("family", WITH_BLANK_LINES)
def test_where_blank_lines_survive_all_is_read(family: str) -> None:
    """Any record in the shape of a family that keeps blank lines reads back equal, head, blocks and notes."""

    @share(len(WITH_BLANK_LINES))
    @given(renderings(records(), family, blank_lines=True))
    def read(rendering: Rendering | None) -> None:
        assume(rendering is not None)
        assert rendering is not None
        document = ac.parse(rendering.text)
        assert head_of(document.record) == head_of(rendering.record)
        assert document.record == rendering.record
        assert list(layout.strays(document)) == []

    read()


@pytest.mark.parametrize("family", WITHOUT)
def test_where_blank_lines_are_lost_the_words_are_not(family: str) -> None:
    """Line under line, or all on one line, a record keeps its head, and the characters of its body in order."""

    @share(len(WITHOUT))
    @given(renderings(records(), family, blank_lines=False))
    def read(rendering: Rendering | None) -> None:
        assume(rendering is not None)
        assert rendering is not None
        text = rendering.text
        if family == "flattened":
            assume(len(re.findall(r"(?:Citation|Summary|Credits|Contents|Original Language):", text)) < 6)
            assume(text.count("Summary:") == text.count("Citation:") == 1)
        document = ac.parse(text)
        assert head_of(document.record) == head_of(rendering.record)
        assert characters(document.record) == characters(rendering.record)
        assert list(layout.strays(document)) == []

    read()


# --- Heading markdown ----------------------------------------------------------------------------------------------------

HEADED = """## **Digital Archive digitalarchive.wilsoncenter.org**

**International History Declassified**

# **May 03, 1950** **Letter \\[Draft\\] to the** **Minister of Trade**

## **Citation:**


**“Letter [Draft] to the Minister of Trade,” May 03, 1950, History and Public Policy Program Digital**
**Archive, RGASPI, f. 558, op. 11, d. 1. Translated by Anna Weber.**
**[http://digitalarchive.wilsoncenter.org/document/7](http://digitalarchive.wilsoncenter.org/document/7)**

## **Summary:**


**The price of wheat has risen \\(again\\).**

## **Original Language:**


**Russian**

## **Contents:**


**English Translation**

-----

### **TOP SECRET**

# 1710

**We see no end of it.**

-----

**1. We ask for _instructions_ from _Znamya,_ and sign here: ____ (in snake_case, not \\_italics\\_).**
"""


def test_markdown_with_headings_is_read() -> None:
    """Headings, bold, italics, links, escapes and rules between pages are markup; a number sign before a number is not."""
    document = ac.parse(HEADED)
    record = document.record
    assert document.family == "heading_markdown"
    assert record.date == ac.Date("May 03, 1950", "1950-05-03")
    assert record.title == "Letter [Draft] to the Minister of Trade"
    assert record.citation is not None
    assert record.citation.title == record.title
    assert record.citation.url == "http://digitalarchive.wilsoncenter.org/document/7"
    assert record.summary == "The price of wheat has risen (again)."
    assert [(block.kind, block.text) for block in record.body[-3:]] == [
        ("paragraph", "We see no end of it."),
        ("page_break", ""),
        ("paragraph", "1. We ask for instructions from Znamya, and sign here: ____ (in snake_case, not _italics_)."),
    ]
    assert "# 1710" in [block.text for block in record.body]
    assert document.unread == ()
    assert list(layout.strays(document)) == []
    assert document.spans["/title"].of(HEADED) == "Letter \\[Draft\\] to the** **Minister of Trade"


@pytest.mark.parametrize(
    ("pointer", "old", "new"),
    [
        ("/title", "Letter \\[Draft\\] to the** **Minister of Trade", "Cable to the Minister"),
        ("/date", "May 03, 1950", "June 4, 1950"),
        ("/summary", "The price of wheat has risen \\(again\\).", "It rose."),
        ("/citation/provenance/0/agents/0/name", "Anna Weber", "Bo Li"),
        ("/body/0", "TOP SECRET", "SECRET"),
    ],
)
def test_an_edit_changes_only_the_value(pointer: str, old: str, new: str) -> None:
    """In Markdown with headings too, an edit changes the characters of the value and no others."""
    edited = ac.parse(HEADED).edit({pointer: new})
    before, _, after = HEADED.partition(old)
    assert edited.text == f"{before}{new}{after}"


@pytest.mark.parametrize(
    ("first", "second", "date", "title"),
    [
        ("May 3, 1950 ", "A Letter", "May 3, 1950", "A Letter"),
        ("May 3, 1950 ", "June 1950 in Review", "May 3, 1950", "June 1950 in Review"),
        ("", "1992 A Glorious Year", None, "1992 A Glorious Year"),
        ("May 3, 1950 ", "1992 A Glorious Year", "May 3, 1950", "1992 A Glorious Year"),
        ("May 3, 1950 ", "Letter of May 2, 1950", "May 3, 1950", "Letter of May 2, 1950"),
        ("3 May 50 ", "Letter the Minister Sent", "3 May 50", "Letter the Minister Sent"),
        ("c. 1950 ", "May 3, 1950: A Letter", "c. 1950", "May 3, 1950: A Letter"),
    ],
)
def test_a_joined_date_is_told_from_a_title_s_own(first: str, second: str, date: str | None, title: str) -> None:
    """What stands before the citation's own title is the date; a date that the title begins with stays in it."""
    text = f'# **{first}{second}**\n\n## **Citation:**\n\n"{second}", May 3, 1950, Wilson Center Digital Archive, RGASPI.\n'
    record = ac.parse(text).record
    assert (record.date and record.date.text, record.title) == (date, title)


def test_an_escaped_backslash_escapes_nothing() -> None:
    """In ``\\\\**`` the second backslash is a character of the text, whatever stands after it."""
    text = HEADED.replace(r"\(again\).", r"again\\")
    assert (ac.parse(text).record.summary or "").endswith("again\\")


@pytest.mark.parametrize(
    ("heading", "cited", "title"),
    [
        ("Talks on Sino- Soviet Trade", "Talks on Sino-Soviet Trade", "Talks on Sino- Soviet Trade"),
        ("Talks on SinoSoviet Trade", "Talks on Sino-Soviet Trade", "Talks on SinoSoviet Trade"),
        ("Letter “On Trade”", "Letter 'On Trade'", "Letter “On Trade”"),
        ("Letter on Wheat", "Letter on Trade", "Letter on Wheat"),
    ],
)
def test_a_joined_date_is_told_though_the_titles_differ(heading: str, cited: str, title: str) -> None:
    """The citation's title may have other quotes, and a hyphen where the heading's line ended; its date, a comma."""
    text = f'# **April 1961 {heading}**\n\n## **Citation:**\n\n"{cited}," April, 1961, Wilson Center Digital Archive, RGASPI.\n'
    record = ac.parse(text).record
    assert record.date == ac.Date("April 1961", "1961-04")
    assert record.title == title


def test_a_bracket_does_not_end_the_citation() -> None:
    """A converter puts a blank line before each line that begins with a bracket; another block is not the citation's."""
    text = HEADED.replace("**Archive, RGASPI, f. 558,", "**Archive, RGASPI**\n\n**[the former archive], f. 558,")
    document = ac.parse(text)
    assert document.record.citation is not None
    assert document.record.citation.url == "http://digitalarchive.wilsoncenter.org/document/7"
    assert [statement.text for statement in document.record.citation.provenance] == ["Translated by Anna Weber"]
    for block in ("Another block.", "[Access restricted]"):
        stray = ac.parse(HEADED.replace("## **Summary:**", f"{block}\n\n## **Summary:**"))
        assert stray.record == ac.parse(HEADED).record
        assert [span.of(stray.text) for span in stray.unread] == [block]


def test_a_heading_may_be_a_row_below_it() -> None:
    """Other converters underline a title and the labels; a row in the body, or below a line of prose, stays."""
    text = (
        'October 31, 1962\n\nA Letter\n========\n\nCitation:\n---------\n\n"A Letter", October 31, 1962, '
        "Wilson Center Digital Archive, RGASPI\n\nSummary:\n--------\n\nShort.\n\nContents:\n---------\n\n"
        "Translation - English\n\nAll is well.\n\n----------\n\nMore follows.\n"
    )
    document = ac.parse(text)
    assert (document.family, document.record.title, document.record.summary) == (
        "heading_markdown",
        "A Letter",
        "Short.",
    )
    assert [block.text for block in document.record.body] == ["All is well.", "----------", "More follows."]
    assert document.unread == ()
    assert list(layout.strays(document)) == []


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "\uf0b7 ", "·  "])
def test_bullets_before_the_contents_are_layout(bullet: str) -> None:
    """The items of a list may have kept their bullets; the first line that is no item begins the body all the same."""
    items = f"{bullet}English Translation\n{bullet}Scan of Original Document\n{bullet}A list of visitors\n"
    document = ac.parse(SHORT.partition("**Contents:**")[0] + "**Contents:**\n\n" + items)
    assert [item.text for item in document.record.contents] == ["English Translation", "Scan of Original Document"]
    assert [block.text for block in document.record.body] == [f"{bullet.strip()} A list of visitors"]
    assert document.unread == ()
    assert not lost(document)


def test_an_unknown_language_under_a_known_one_hides_nothing() -> None:
    """What stands between a language and the next label is a language too, known or not."""
    languages = "\nGerman\nOld Church Slavonic\n"
    text = re.sub(r"(?<=\*\*Original Language:\*\*\n)\n.*\n", languages, SHORT)
    record = ac.parse(text).record
    assert record.original_languages == (ac.Language("German", "de"), ac.Language("Old Church Slavonic", None))
    assert record.contents == ac.parse(SHORT).record.contents


def test_pdfium_s_hyphen_is_one() -> None:
    """Where a line ends in a hyphen PDFium puts U+FFFE and goes on in the same line."""
    text = ac.dumps(ac.parse(SHORT).record, family="classic").replace(
        "Summary:\n", "Summary:\nTwo self\ufffemade men. "
    )
    document = ac.parse(text)
    assert document.record.summary is not None
    assert document.record.summary.startswith("Two self-made men. ")
    assert document.text == text
    assert not lost(document)


@pytest.mark.parametrize("name", [path.stem for path in SEED_FILES])
@pytest.mark.parametrize("family", WITH_BLANK_LINES)
def test_the_seeds_in_every_family_say_the_same(name: str, family: str) -> None:
    """A seed in each shape gives the record, to the last mark, that the seed gives."""
    record = ac.read(SEEDS / f"{name}.txt").record

    @given(renderings(st.just(record), family, blank_lines=True))
    @settings(max_examples=3)
    def read(rendering: Rendering | None) -> None:
        assert rendering is not None
        assert json.loads(ac.to_json(ac.parse(rendering.text).record)) == json.loads(ac.to_json(rendering.record))

    read()


# --- Damage --------------------------------------------------------------------------------------------------------------


def lost(document: ac.Document) -> str:
    """What tiling misses, for a message."""
    return "\n".join(layout.strays(document))


@pytest.mark.parametrize("family", ["plain", "markdown", "classic"])
@pytest.mark.parametrize("record", [LETTER, SHORT], ids=["letter", "short"])
def test_a_record_cut_off_anywhere_loses_nothing(record: str, family: str) -> None:
    """However much is missing at its end or its start, nothing of the rest is lost, and nothing is made up."""
    text = ac.dumps(ac.parse(record).record, family=family)
    for at in range(0, len(text), 89):
        for part in (text[:at], text[at:]):
            document = ac.parse(part)
            assert not lost(document)
            assert document.family != "unknown" or document.record == ac.Record()


MISSPELT = ["Sumary", "Summery", "Summaryy", "Sumamry", "Summar", "ummary"]
MISSPELT_LANGUAGE = [
    "Orginal Language",
    "Original Langauge",
    "Original Lnguage",
    "OriginalLanguage",
    "Origginal Language",
]


MISSPELT_OTHERS = ["Citaton", "Citations", "Contnets", "Cntents", "Content"]


@pytest.mark.parametrize("label", [*MISSPELT, *MISSPELT_LANGUAGE, *MISSPELT_OTHERS])
def test_a_misspelt_label_is_unread_with_its_value(label: str) -> None:
    """A slip or two in a label that is alone before its colon: the sections are parted, and that one is not guessed."""
    right = {"C": "Contents", "O": "Original Language"}.get(label[0], "Summary") if label[:2] != "Ci" else "Citation"
    text = SHORT.replace(f"**{right}:**", f"{label}:")
    document = ac.parse(text)
    field = right.lower().replace(" language", "_languages")
    expected, read = (ac.to_dict(record) for record in (ac.parse(SHORT).record, document.record))
    assert read == expected | {field: [] if field in ("contents", "original_languages") else None, "id": read["id"]}
    (span,) = document.unread
    assert span.of(text).startswith(f"{label}:\n\n")
    assert "AC107" in {finding.code for finding in ac.check(document)}


@pytest.mark.parametrize("label", ["Subjects", "Summation", "Comment", "The Contents", "Donors"])
def test_another_word_is_no_misspelt_label(label: str) -> None:
    """A word that is further from a label than one slip is not that label."""
    text = SHORT.replace("**Summary:**", f"{label}:")
    document = ac.parse(text)
    assert document.record.summary is None
    assert not lost(document)
    assert any(label in span.of(text) for span in document.unread)


def test_labels_without_colons_are_labels_in_company() -> None:
    """Labels that are headings or lines of their own may have lost their colons, all of them."""
    bare = re.sub(r"\*\*(Citation|Summary|Original Language|Contents):\*\*", r"\1", SHORT)
    headed = re.sub(r"\*\*(Citation|Summary|Original Language|Contents):\*\*", r"## \1", SHORT)
    for text in (bare, headed, bare.replace("\n\n", "\n")):
        document = ac.parse(text)
        assert document.record == ac.parse(SHORT).record
        assert not lost(document)
        assert document.unread == ()


@pytest.mark.parametrize("order", [(1, 0, 2, 3), (3, 2, 1, 0), (2, 3, 0, 1), (0, 2, 1, 3)])
def test_sections_in_another_order_are_read(order: tuple[int, ...]) -> None:
    """The order of the sections is free as long as the body comes last: here there is none."""
    opening, *sections = re.split(
        r"(?=\*\*(?:Citation|Summary|Original Language|Contents):\*\*)", SHORT.partition("A text.")[0]
    )
    text = opening + "".join(sections[index].rstrip() + "\n\n" for index in order)
    document = ac.parse(text)
    assert document.record == ac.parse(SHORT.partition("A text.")[0]).record
    assert document.unread == ()


def test_lines_without_blank_lines_give_paragraphs_where_one_ends_short() -> None:
    """Where a converter lost the blank lines, a line that had room for the next word ended its paragraph."""
    head = 'Citation:\n"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\nOriginal Language:\nRussian\nContents:\n'
    paragraph = "The price of wheat has risen since the spring, and we\nsee no end of it. We ask for instructions, and for\na map.\n"
    text = f"{head}English Translation\nTop Secret\n{paragraph * 4}A. GROMYKO\n31.X.62\n"
    document = ac.parse(text)
    assert [block.text for block in document.record.body] == [
        "Top Secret",
        *[" ".join(paragraph.split())] * 4,
        "A. GROMYKO 31.X.62",
    ]
    for index, block in enumerate(document.record.body):
        assert " ".join(document.spans[f"/body/{index}"].of(text).split()) == block.text
    assert not lost(document)
    assert ac.parse(ac.dumps(document.record)).record == document.record


def test_a_date_at_the_head_of_the_body_is_no_signature_s() -> None:
    """Without blank lines a name and a date are one signature, but the body's first line is its own."""
    head = 'Citation:\n"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\nOriginal Language:\nRussian\nContents:\n'
    paragraph = "The price of wheat has risen since the spring, and we\nsee no end of it. We ask for instructions, and for\na map.\n"
    document = ac.parse(f"{head}English Translation\n12 August 1945\nHarbin\n{paragraph * 4}A. Weber\n12 August 1945\n")
    texts = [block.text for block in document.record.body]
    assert (texts[:2], texts[-1]) == (["12 August 1945", "Harbin"], "A. Weber 12 August 1945")


def test_a_printed_line_in_pieces_ends_no_paragraph() -> None:
    """Some converters end a line wherever the type changes; only the end of the whole printed line tells."""
    head = 'Citation:\n"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\nOriginal Language:\nRussian\nContents:\n'
    pieces = [
        "Yesterday Comrade Weber\n: The price of wheat has risen since the spring, and",
        "the editors of \nZnamya\n and \nZvezda\n, which we read, see no end of it. We",
        "ask for instructions. ",
    ]
    document = ac.parse(f"{head}English Translation\nTop Secret\n" + "\n".join(pieces * 3) + "\n")
    text = " ".join(" ".join(pieces).split())
    assert [block.text for block in document.record.body] == ["Top Secret", text, text, text]
    assert not lost(document)


# --- No records ----------------------------------------------------------------------------------------------------------

NO_RECORDS = [
    '| Citation: | "A Note", May 3, 1950, CWIHP Archive, RGASPI. |\n| Original Language: | Russian |\n\nAll is well.',
    "",
    "\n\f\n",
    "A shopping list: eggs, bread, tea.",
    "Title: A Letter\nAuthor: A. Weber\nDate: 3 May 1950\nSource:. RGASPI\nDescription: A letter.\n",
    "Title: A Letter\nCitation: RGASPI, f. 558\nDescription: A letter on trade.\n\nhttp://digitalarchive.wilsoncenter.org/document/7\n",
    "LETTER\nMAY 3 1950\nCITATION LETTER MAY 3 1950 DIGITAL ARCHIVE RGASPI\nSUMMARY A LETTER\n",
    "He wrote a summary: the citation: was wrong, the original language: Russian, and the contents: unknown.",
    "Summary: Two men meet in Moscow.\nOriginal Language: English\nRuntime: 102 minutes\n",
    "Original Language:\n\nEnglish\n\nSummary:\n\nA film about a letter.\n",
    "Wheat and War\n\nSummary:\n\nA study of trade.\n\nContents:\n\n1. Wheat\n2. War\n\nCredits:\n\nJane Doe\n",
    "<!DOCTYPE html>\n<html><head><title>A Letter</title></head><body><h2>Citation:</h2><p>&ldquo;A Letter&rdquo;</p></body></html>\n",
    '<div class="citation">Citation: "A Letter", May 3, 1950</div>\n<div>Summary: short</div>\n',
    "From: Anna Weber <anna@example.org>\nTo: Bo Li <bo@example.org>\nSubject: Citation\n\nDear Bo,\n\nthe citation: see below.\n\nAnna\n",
    "Doe, Jane. Wheat and War. London: Example Press, 2001.\nLi, Bo. “A Letter.” Journal of Trade 3 (1999): 4-5.\n",
    "@book{doe2001,\n  title = {Wheat and War},\n  author = {Doe, Jane},\n  year = {2001},\n}\n",
    "TY  - BOOK\nTI  - Wheat and War\nAU  - Doe, Jane\nER  -\n",
    "def citation(summary: str) -> str:\n    return summary  # Contents: none\n",
    "class Record:\n    Citation: str\n    Summary: str\n",
    '{"Citation": "A Letter", "Summary": "Short.", "Original Language": "Russian"}\n',
    'Citation,Summary,Original Language\n"A Letter",Short.,Russian\n',
    "# A package\n\n## Contents\n\n- install\n- use\n\n## Citation\n\nIf you use it, cite Doe 2001.\n",
    "How to cite this page\n\nCitation:\n\nDoe, Jane. A Page. 2001.\n\nSummary:\n\nA page.\n",
    "Citation:\n",
    "Citation needed.\nSummary judgment was given.\nContents insured.\n",
    "Contents:\n\nEnglish Translation\n\nScan of Original Document\n",
    "Summary:\n\nA letter.\n\nContents:\n\nTranslation - English\n",
    "Digital Archive\nInternational History Declassified\ndigitalarchive.wilsoncenter.org\n",
    "May 3, 1950\n\n**A Letter**\n\nDear Minister, the price of wheat has risen.\n\n31.X.50 A. WEBER\n",
    "Top Secret\n\nTo Comrade Stalin.\n\nWe see no end of it.\n\n[Source: RGASPI, f. 558.]\n",
    "http://digitalarchive.wilsoncenter.org/document/7\n",
    "The letter is in the Wilson Center Digital Archive, and was translated by Anna Weber for CWIHP.\n",
    "SUMMARY\tCITATION\tCONTENTS\n1\t2\t3\n",
    "Citation: Smith v. Jones, 5 U.S. 137 (1803)\nSummary: The court held that it may review laws.\nCredits: none\n",
]


@pytest.mark.parametrize("text", NO_RECORDS, ids=range(len(NO_RECORDS)))
def test_what_is_no_record_gives_none(text: str) -> None:
    """Retypings, prose with the label words, pages, mails, bibliographies, code: the family is unknown, and all unread."""
    document = ac.parse(text)
    assert document.family == "unknown"
    assert document.record == ac.Record()
    assert [span.of(text) for span in document.unread] == ([text.strip()] if text.strip() else [])
    with pytest.raises(ac.InvalidRecord, match="AC901"):
        ac.loads(text)


def test_there_are_enough_of_them() -> None:
    """Thirty texts at least."""
    assert len(set(NO_RECORDS)) >= 30


def test_the_close_and_the_notes_of_a_flattened_record_are_found() -> None:
    """On one line a body is one paragraph, but its signature and the notes at its end are told by their forms."""
    head = 'May 3, 1950 A Letter Citation: "A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. Summary: Short. '
    body = "Original Language: Russian Contents: Translation - English Of 31.X.62 A. GROMYKO knew. We see no end of it. 31.X.62 A. GROMYKO "
    notes = "Reference: # 1710 (entry # 50273) from 1 November 1962. On trade. [Source: RGASPI, f. 558.]"
    document = ac.parse(head + body + notes)
    assert document.family == "flattened"
    assert [(block.kind, block.text) for block in document.record.body] == [
        ("paragraph", "Of 31.X.62 A. GROMYKO knew. We see no end of it."),
        ("signature", "31.X.62 A. GROMYKO"),
    ]
    assert [note.kind for note in document.record.notes] == ["reference", "source"]
    assert not lost(document)


def test_a_heading_is_no_item_of_a_flattened_list() -> None:
    """A kind alone may be the first word of the body."""
    head = (
        'Citation: "A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. Original Language: Russian Contents:'
    )
    record = ac.parse(f"{head} English Translation Scan of Original Document Translation of the Minutes").record
    assert [item.text for item in record.contents] == ["English Translation", "Scan of Original Document"]
    assert [block.text for block in record.body] == ["Translation of the Minutes"]


@pytest.mark.parametrize("order", ["We see it. [Source: RGASPI.] They do not.", "We knew of Reference: books."])
def test_what_only_looks_like_a_note_stays_in_the_line(order: str) -> None:
    """A bracket in the middle of the line, or a word alone, is no note."""
    head = (
        '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. Summary: Short. Contents: English Translation'
    )
    document = ac.parse(f"Citation: {head} {order}")
    assert [block.text for block in document.record.body] == [order]
