"""The head of a record: which label counts, where the body begins, and what is no record at all."""

import pickle
from collections.abc import Callable

import pytest

import archivecite as ac

CITATION = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d. 1.'

WHOLE = f"""May 3, 1950

**A Letter**

Citation:

{CITATION}

Summary:

One thing.

Another thing.

Credits:

This document was made possible with support from the Blavatnik Family Foundation.

Original Language:

Russian

Contents:

Translation - English
Scan of Original Document

To the Minister.
"""


def unread(text: str) -> list[str]:
    """The unread stretches of ``text``."""
    document = ac.parse(text)
    return [span.of(text) for span in document.unread]


def without(*names: str) -> str:
    """The whole record without the sections ``names``."""
    labels = ["Citation", "Summary", "Credits", "Original Language", "Contents"]
    text = WHOLE
    for name in names:
        start = text.index(f"{name}:")
        ends = [text.find(f"{label}:") for label in labels if text.find(f"{label}:") > start]
        text = text[:start] + text[min(ends, default=text.index("To the Minister")) :]
    return text


def test_a_whole_record_is_read() -> None:
    """Every field of a record in the plain layout is read, and nothing is left over."""
    document = ac.parse(WHOLE)
    record = document.record
    assert document.family == "plain"
    assert record.date == ac.Date("May 3, 1950", "1950-05-03")
    assert record.title == "A Letter"
    assert record.citation is not None
    assert record.citation.title == "A Letter"
    assert record.summary == "One thing.\n\nAnother thing."
    assert record.credits is not None
    assert record.credits.supporters == ("Blavatnik Family Foundation",)
    assert record.original_languages == (ac.Language("Russian", "ru"),)
    assert [content.kind for content in record.contents] == ["translation", "scan"]
    assert [block.text for block in record.body] == ["To the Minister."]
    assert document.unread == ()


@pytest.mark.parametrize(
    "style",
    ["{}:", "**{}:**", "**{}**:", "{} :", "{}:  ", "**{}:** ", "  {}:", "{}:\n\n\n", "\f{}:"],
)
def test_labels_in_every_dress(style: str) -> None:
    """A label is one whether bold or not, its colon in the bold or after it, with blanks and blank lines about it."""
    text = WHOLE
    for label in ("Citation", "Summary", "Credits", "Original Language", "Contents"):
        text = text.replace(f"{label}:", style.format(label))
    assert ac.parse(text).record == ac.parse(WHOLE).record
    assert unread(text) == []


@pytest.mark.parametrize("joint", [":\n", ": "])
def test_values_on_the_next_line_or_the_label_s(joint: str) -> None:
    """No blank line need part a label from its value, and the value may stand on the label's line."""
    assert ac.parse(WHOLE.replace(":\n\n", joint)).record == ac.parse(WHOLE).record


@pytest.mark.parametrize("name", ["summary", "credits", "original_languages", "contents"])
def test_a_missing_section_is_null(name: str) -> None:
    """A section that is missing is null or empty, and the others are what they were."""
    label = {"original_languages": "Original Language"}.get(name, name.title())
    record = ac.parse(without(label)).record
    assert not getattr(record, name)
    for other in ("date", "title", "citation", "summary", "credits", "original_languages", "contents", "body"):
        if other != name:
            assert getattr(record, other) == getattr(ac.parse(WHOLE).record, other)


@pytest.mark.parametrize("label", ["Summary", "Credits", "Original Language", "Contents"])
def test_an_empty_section_is_null_too(label: str) -> None:
    """A label with nothing under it reads as if the section were missing."""
    start = without(label)
    text = start.replace("To the Minister", f"{label}:\n\nTo the Minister") if label == "Contents" else None
    following = {"Summary": "Credits:", "Credits": "Original Language:", "Original Language": "Contents:"}
    text = text or start.replace(following[label], f"{label}:\n\n{following[label]}")
    assert ac.parse(text).record == ac.parse(start).record


def test_the_first_of_a_repeated_section_counts() -> None:
    """A section that comes again in the head is unread, label and all."""
    text = WHOLE.replace("Credits:", "Summary:\n\nAgain.\n\nCredits:")
    assert ac.parse(text).record == ac.parse(WHOLE).record
    assert unread(text) == ["Summary:\n\nAgain."]


def test_sections_out_of_order_are_read() -> None:
    """The order of the sections does not matter, as long as the body comes last."""
    text = without("Summary").replace("To the Minister", "Summary:\n\nOne thing.\n\nContents:")
    start = text.index("Contents:")
    end = text.index("Summary:")
    moved = text[:start] + text[end:].replace("Contents:", text[start:end].strip() + "\n\nTo the Minister")
    assert "Summary:" in moved[: moved.index("Contents:")]
    record = ac.parse(moved).record
    assert record.summary == "One thing."
    assert [block.text for block in record.body] == ["To the Minister."]


@pytest.mark.parametrize("label", ["", "Contents:\n\n"])
def test_items_of_contents_without_their_label(label: str) -> None:
    """Items right after the languages are the Contents, though their label was lost; a body begins after them."""
    record = ac.parse(WHOLE.replace("Contents:\n\n", label)).record
    assert [item.text for item in record.contents] == ["Translation - English", "Scan of Original Document"]
    assert [language.name for language in record.original_languages] == ["Russian"]
    assert [block.text for block in record.body] == ["To the Minister."]


def test_a_misspelt_section_is_unread() -> None:
    """``Contens:`` ends the languages, and is unread with its items; the body begins after them."""
    text = WHOLE.replace("Contents:", "Contens:")
    record = ac.parse(text).record
    assert record.contents == ()
    assert [language.name for language in record.original_languages] == ["Russian"]
    assert [block.text for block in record.body] == ["To the Minister."]
    assert unread(text) == ["Contens:\n\nTranslation - English\nScan of Original Document"]


def test_items_before_their_label_are_contents_too() -> None:
    """``Contents:`` between two items takes both."""
    swapped = WHOLE.replace("Contents:\n\nTranslation - English\n", "Translation - English\n\nContents:\n\n")
    assert [item.text for item in ac.parse(swapped).record.contents] == [
        "Translation - English",
        "Scan of Original Document",
    ]


def test_after_the_contents_a_label_is_body() -> None:
    """With the Contents' items read, a label that was there before belongs to the body."""
    text = WHOLE.replace("To the Minister.", "Summary:\n\nTo the Minister.")
    assert "Summary:" in [block.text for block in ac.parse(text).record.body]


def test_a_label_word_in_prose_is_prose() -> None:
    """Only at the start of a line is a label one."""
    text = WHOLE.replace("One thing.", "One thing. Contents: two.")
    assert ac.parse(text).record.summary == "One thing. Contents: two.\n\nAnother thing."


def test_titles_wrapped_or_double_spaced() -> None:
    """A title over several lines is one, and over several paragraphs too if the citation's title says so."""
    long = WHOLE.replace('"A Letter"', '"A Letter to the Minister"')
    for title in ("**A Letter\nto the Minister**", "**A Letter  \nto the Minister**", "A Letter\n\nto the\nMinister"):
        assert ac.parse(long.replace("**A Letter**", title)).record.title == "A Letter to the Minister"
    text = WHOLE.replace("**A Letter**", "**A Letter**\n\nFound in a drawer")
    assert ac.parse(text).record.title == "A Letter"
    assert unread(text) == ["Found in a drawer"]


@pytest.mark.parametrize("line", ["Date unknown", "1948", "June, 1934"])
def test_date_lines(line: str) -> None:
    """Whatever the date grammar knows may be the date line, and a record may have none."""
    record = ac.parse(WHOLE.replace("May 3, 1950\n\n**", f"{line}\n\n**")).record
    assert record.date is not None
    assert (record.date.text, record.title) == (line, "A Letter")
    record = ac.parse(WHOLE.replace("May 3, 1950\n\n**", "**")).record
    assert (record.date, record.title) == (None, "A Letter")


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("Russian", [("Russian", "ru")]),
        ("German and Russian", [("German", "de"), ("Russian", "ru")]),
        ("Chinese, Russian, and English", [("Chinese", "zh"), ("Russian", "ru"), ("English", "en")]),
        ("Chinese\nRussian", [("Chinese", "zh"), ("Russian", "ru")]),
        ("Chuvash", [("Chuvash", None)]),
        ("Russian, ", [("Russian", "ru")]),
    ],
)
def test_languages(line: str, languages: list[tuple[str, str | None]]) -> None:
    """One language or several, on one line or more, and a language whose tag is not known."""
    record = ac.parse(WHOLE.replace("Russian", line)).record
    assert [(language.name, language.tag) for language in record.original_languages] == languages


@pytest.mark.parametrize(
    ("item", "kind", "language"),
    [
        ("Translation - English", "translation", "English"),
        ("English Translation", "translation", "English"),
        ("English Transcription", "transcript", "English"),
        ("Transcript - Russian", "transcript", "Russian"),
        ("Scan of Original Document", "scan", None),
        ("Translation – Chuvash", "translation", "Chuvash"),
        ("Original - Chinese", "original", "Chinese"),
    ],
)
def test_contents(item: str, kind: str, language: str | None) -> None:
    """Every kind of content, with its language before or after it or with none."""
    content = ac.parse(WHOLE.replace("Translation - English", item)).record.contents[0]
    assert (content.text, content.kind, content.language and content.language.name) == (item, kind, language)


@pytest.mark.parametrize(
    ("names", "supporters"),
    [
        ("the Leon Levy Foundation", ["Leon Levy Foundation"]),
        ("Leon Levy Foundation and the Henry Luce Foundation", ["Leon Levy Foundation", "Henry Luce Foundation"]),
        ("the A Fund, B Trust, and the C Fund.", ["A Fund", "B Trust", "C Fund"]),
        ("the John D. and Catherine T. MacArthur Foundation", ["John D. and Catherine T. MacArthur Foundation"]),
        ("Example, Inc.", ["Example, Inc."]),
        ("Ministry of Foreign Affairs and Trade, and A Fund.", ["Ministry of Foreign Affairs and Trade", "A Fund"]),
        ("an anonymous donor and the Hill Trust.", ["an anonymous donor", "Hill Trust"]),
        ("Example, Inc. and the Hill Bank", ["Example, Inc.", "Hill Bank"]),
        ("A Fund; B Fund.", ["A Fund", "B Fund"]),
    ],
)
def test_credits(names: str, supporters: list[str]) -> None:
    """The supporters are told apart, and an "and" within a name parts nothing."""
    text = WHOLE.replace("the Blavatnik Family Foundation.", names)
    record = ac.parse(text).record
    assert record.credits is not None
    assert list(record.credits.supporters) == supporters
    assert unread(text) == []


def test_credits_in_other_words_are_kept_unread() -> None:
    """Credits that are not the usual sentence keep their text and name nobody."""
    text = WHOLE.replace("This document was made possible with support from", "Paid for by")
    record = ac.parse(text).record
    assert record.credits == ac.Credits(text="Paid for by the Blavatnik Family Foundation.")
    assert unread(text) == ["Paid for by the Blavatnik Family Foundation."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\f\n",
        "A shopping list",
        "Title: A Letter\nAuthor: Somebody\nDate: 1950\nSource:. An archive\nDescription: Something.\n",
        "A review\n\nSummary:\n\nIt is good.\n\nContents:\n\nTwo parts.",
        "How to cite this page\n\nCitation:\n\nDoe, Jane. A Page. 2001.\n\nSummary:\n\nA page.",
        "He said that the citation: was wrong.",
    ],
)
def test_other_texts_are_unknown(text: str) -> None:
    """A text that is no record gives an empty record, the family unknown, and all of its text unread."""
    document = ac.parse(text)
    assert document.family == "unknown"
    assert document.record == ac.Record()
    assert unread(text) == ([text.strip()] if text.strip() else [])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def test_newlines_and_byte_order_mark(newline: str, mark: str) -> None:
    """The newline and a byte order mark change nothing that is read, and are kept."""
    text = mark + WHOLE.replace("\n", newline)
    document = ac.parse(text)
    assert document.record == ac.parse(WHOLE).record
    assert document.to_bytes() == text.encode()
    for pointer in ("/title", "/summary", "/body/0"):
        assert document.spans[pointer].of(text).startswith(("A Letter", "One thing.", "To the"))


def test_markdown_is_told_by_its_bold_labels() -> None:
    """Bold labels make the family markdown."""
    assert ac.parse(WHOLE.replace("Citation:", "**Citation:**")).family == "markdown"


# --- Records made by hand ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ac.Record(title="A  Letter"), "Record.title: expected a string without surplus white space"),
        (
            lambda: ac.Record(title=7),  # type: ignore[arg-type]
            "Record.title: expected a string, got 7",
        ),
        (lambda: ac.Record(summary="One thing.\n\n\nAnother."), "Record.summary: expected paragraphs"),
        (
            lambda: ac.Record(date="May 3, 1950"),  # type: ignore[arg-type]
            "Record.date: expected Date or None, got 'May 3, 1950'",
        ),
        (lambda: ac.Record(original_languages="Russian"), "expected a list of Language, got 'Russian'"),
        (lambda: ac.Record(original_languages=["Russian"]), "expected Language, got 'Russian'"),
        (lambda: ac.Credits("Blavatnik Family Foundation"), "Credits.supporters: expected a list of strings"),
        (lambda: ac.Mark("supplied", -1, 3), "Mark.start: expected a whole number, got -1"),
        (lambda: ac.Mark("sick", 1, 3), "Mark.kind: expected one of "),  # type: ignore[arg-type]
    ],
)
def test_a_value_that_no_text_can_have_is_refused(make: Callable[[], object], message: str) -> None:
    """A string with surplus white space or a value of another type is told by its class and field."""
    with pytest.raises(ac.InvalidRecord) as refused:
        make()
    (finding,) = refused.value.diagnostics
    assert finding.code == "AC903"
    assert message in finding.message


def test_a_character_that_can_not_be_seen_is_no_white_space() -> None:
    """Only what unwrapping would change is refused."""
    assert ac.Record(title="A Letter\u200b").title == "A Letter\u200b"


def test_an_error_goes_from_one_process_to_another() -> None:
    """What is wrong is still told when records are read in a pool of processes."""
    error = ac.InvalidRecord.because("AC905", "can't be written", "/title")
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics


def test_only_records_and_citations_are_written() -> None:
    """What is neither is refused, and so is a family that nobody writes."""
    with pytest.raises(ac.InvalidRecord, match="expected a Record or a Citation, got 'A Letter'"):
        ac.dumps("A Letter")  # type: ignore[arg-type]
    with pytest.raises(ac.InvalidRecord, match=r"expected one of the families .*, got 'latex'"):
        ac.dumps(ac.Record(), "latex")


# --- Date and title ----------------------------------------------------------------------------------------------------


def test_a_date_over_two_lines_is_one_date() -> None:
    """A converter broke the line of the date, and no title begins with a month of its own."""
    record = ac.parse(WHOLE.replace("May 3, 1950\n", "October\n1962\n", 1)).record
    assert record.date == ac.Date("October 1962", "1962-10")
    assert record.title == "A Letter"


def test_a_heading_that_the_citation_does_not_know_is_a_title() -> None:
    """Neither the date nor the title in it is the citation's, so nothing says that its first words are the date."""
    record = ac.parse(WHOLE.replace("May 3, 1950\n\n**A Letter**", "October 5, 1951 Message from Petrov", 1)).record
    assert record.date is None
    assert record.title == "October 5, 1951 Message from Petrov"


def test_what_follows_the_sentence_of_credits_supports_nobody() -> None:
    """Another sentence is unread."""
    text = WHOLE.replace(
        "Blavatnik Family Foundation.", "Blavatnik Family Foundation. The views are not those of it.", 1
    )
    document = ac.parse(text)
    assert document.record.credits is not None
    assert document.record.credits.supporters == ("Blavatnik Family Foundation",)
    assert [text[span.start : span.end] for span in document.unread] == ["The views are not those of it."]


def test_credits_that_lost_a_name_give_the_others() -> None:
    """A comma before the full stop names nobody."""
    record = ac.parse(WHOLE.replace("Blavatnik Family Foundation", "Blavatnik Family Foundation, ", 1)).record
    assert record.credits is not None
    assert record.credits.supporters == ("Blavatnik Family Foundation",)


def test_a_record_tells_its_links_and_joins_its_pages() -> None:
    """Both are asked of the record itself."""
    reference = ac.Mark("note_ref", 12, 15, "1")
    body = [ac.Paragraph("We are ahead[1] of them", marks=(reference,)), ac.Paragraph("and erase them.")]
    record = ac.Record(body=body, notes=[ac.Footnote("[1] In May.", "1")])
    assert [(link.mark, link.note) for link in record.links().links] == [("/body/0/marks/0", "/notes/0")]
    (joined,) = record.join_pages().body
    assert (joined.text, joined.marks) == ("We are ahead[1] of them and erase them.", (reference,))
