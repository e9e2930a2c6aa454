"""The page that ``show --html`` writes: the text is all there, every value is marked once, and nothing in it acts."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from page_reader import Page, representable
from strategies import share
from strategies.seed import LETTER, SEEDS, SHORT
from strategies.source import once_wrong, texts

import archivecite as ac
from archivecite.cli import run
from archivecite.cli.wrapping import STYLES
from archivecite.formats.html.page import MARKS, asset, opening, page
from archivecite.formats.html.place import Place, section_of
from archivecite.formats.html.text import highlighted
from archivecite.model.mark import MARK_KINDS
from archivecite.model.pointer import scalars

ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><a href='javascript:alert(3)'>&lt;b&gt;</style></title>"
)
HOSTILE = (
    SHORT.replace("**Summary:**", f"**Summary:**\n\n{ATTACK}", 1)
    .replace("Translated by", f"{ATTACK}; translated by", 1)
    .replace("**Citation:**", f"{ATTACK}\n\n**Citation:**", 1)
)


def shown(text: str, name: str = "a.txt") -> tuple[ac.Document, Page]:
    """A document and its page."""
    document = ac.parse(text)
    return document, Page(page(document, ac.check(document), name))


@share(2)
@given(texts())
@example(HOSTILE)
@example(LETTER)
@example("a\rb\r\nc\x00\ud800\x85\u2028\x0c\ufeff")
@once_wrong
def test_the_text_of_the_page_is_the_text(text: str) -> None:
    """Every character, newlines and controls included; only what HTML can't hold is replaced. All of it is text."""
    _, read = shown(text)
    assert read.text == representable(text)
    assert read.harm() == []
    assert [tag for tag, _ in read.elements].count("script") == 1


@share(2)
@given(texts())
@example(LETTER)
@example(HOSTILE)
@once_wrong
def test_every_value_is_marked_once(text: str) -> None:
    """Each value that was printed or read somewhere is in one mark, around its very characters, and no two marks are alike."""
    document, read = shown(text)
    marked: dict[str, tuple[int, int]] = {}
    for attributes, start, end in read.marks:
        if "data-of" not in attributes:
            for pointer in attributes["data-p"].split():
                assert marked.setdefault(pointer, (start, end)) == (start, end)
    firsts = [(start, end) for attributes, start, end in read.marks if "data-of" not in attributes]
    assert len({*firsts}) == len(firsts)
    wanted = {
        pointer: (document.spans[pointer].start, document.spans[pointer].end)
        for pointer, value in scalars(document.record)
        if value is not None and pointer in document.spans
    }
    assert marked == wanted


@share(4)
@given(texts())
@example(LETTER)
@example(HOSTILE)
def test_every_value_has_a_row_and_every_link_leads_somewhere(text: str) -> None:
    """The panel has each value that is not null by its pointer, and the ids are each there once."""
    document, read = shown(text)
    for pointer, value in scalars(document.record):
        if value is not None and value != "":
            assert "".join(read.rows[pointer]).split() or not str(value).strip()
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len({*ids}) == len(ids)
    for tag, attributes in read.elements:
        if tag == "a" and attributes["href"].startswith("#"):
            assert attributes["href"][1:] in ids


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_have_the_values(seed: str) -> None:
    """What can be printed is in its row as it is."""
    document, read = shown(seed)
    for pointer, value in scalars(document.record):
        if value is not None and "".join(read.rows[pointer]) != str(value):
            raise AssertionError(pointer)


def test_findings_are_where_they_belong() -> None:
    """Each finding has an anchor at its place, and a row that leads there."""
    document = ac.parse(HOSTILE)
    findings = ac.check(document)
    read = Page(page(document, findings, "a.txt"))
    assert findings
    assert [read.anchors[f"f{number}"] for number in range(len(findings))] == [
        each.span.start for each in findings if each.span
    ]
    rows = [attributes for tag, attributes in read.elements if tag == "li" and "data-at" in attributes]
    assert [row["class"] for row in rows] == [f"finding is-{finding.severity}" for finding in findings]


def test_what_is_unread_shows() -> None:
    """The characters that no value took have a class of their own."""
    document = ac.parse(SHORT.replace("**Citation:**", "A stray line.\n\n**Citation:**", 1))
    html = page(document, [], "a.txt")
    assert [span.of(document.text) for span in document.unread] == ["A stray line."]
    assert '<span class="unread">A stray line.</span>' in html


def marked(*stretches: tuple[int, int]) -> str:
    """Ten letters as HTML, with marks at ``stretches``."""
    places = [Place(start, end, (f"/{start}-{end}",), "body") for start, end in stretches]
    html = highlighted("abcdefghij", places, opening, ())
    return re.sub(r' (class|id|tabindex)="[^"]*"|<span[^>]*></span>', "", html)


def test_marks_that_cross_go_on() -> None:
    """The later one is cut where the earlier one ends; its rest names it."""
    assert marked((0, 5), (3, 8)) == (
        '<mark data-p="/0-5">abc<mark data-p="/3-8">de</mark></mark><mark data-of="v1">fgh</mark>ij'
    )
    assert Page(f'<div class="text">{marked((0, 5), (3, 8), (4, 10), (4, 4), (10, 10))}</div>').text == "abcdefghij"


def test_what_cannot_be_seen_is_shown() -> None:
    """Beside it is its code, which is no text."""
    html = highlighted("a\u202eb\x1b\n", [], opening, ())
    assert '<span class="hidden" data-code="U+202E">\u202e</span>' in html
    assert 'data-code="U+001B"' in html
    assert 'data-code="U+000A"' not in html


def test_a_lone_cr_breaks_the_line() -> None:
    """A browser takes it for a blank; the break is no text. A CR before LF is part of a newline."""
    assert highlighted("a\rb\r\nc\r", [], opening, ()).count("&#13;<br>") == 2


def test_the_page_lets_nothing_else_run() -> None:
    """The policy names the digests of the page's own script and style sheet, and nothing else but the empty icon."""
    html = page(ac.parse(HOSTILE), [], "a.txt", "index.html")
    script, style = (re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("script", "style"))
    digests = [
        base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode() for found in (script, style) if found
    ]
    rules = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert rules
    assert sorted(rules[1].split("; ")) == [
        "base-uri 'none'",
        "default-src 'none'",
        "form-action 'none'",
        "img-src data:",
        f"script-src 'sha256-{digests[0]}'",
        f"style-src 'sha256-{digests[1]}'",
    ]
    assert "url(" not in html
    assert "@import" not in html


def test_every_section_and_kind_of_mark_has_a_look() -> None:
    """The style sheet, the legend and the terminal know all that there is."""
    style = asset("text.css")
    sections = {section_of(pointer) for pointer, _ in scalars(ac.Record(citation=ac.Citation()))} - {"record"}
    for name in (*sections, "sources", "provenance", "languages", "contents", "body", "notes", *MARK_KINDS):
        assert f"mark.{name} {{" in style, name
    assert set(MARKS) == set(STYLES) == set(MARK_KINDS)


def test_a_name_is_no_markup_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may be called anything; its page, the index, and the address of the page in it are safe."""
    monkeypatch.chdir(tmp_path)
    Path("<script>alert('a') & b.txt").write_text(HOSTILE, encoding="utf-8")
    Path("folder").mkdir()
    Path("folder/c.txt").write_text(LETTER, encoding="utf-8")
    assert run(["show", ".", "--html", "out/"]) == 0
    index = Page(Path("out/index.html").read_text(encoding="utf-8"))
    assert index.harm() == []
    addresses = [attributes["href"] for tag, attributes in index.elements if tag == "a"]
    assert addresses == ["%3Cscript%3Ealert%28%27a%27%29%20%26%20b.html", "folder/c.html"]
    assert Page(Path("out/folder/c.html").read_text(encoding="utf-8")).harm() == []
    assert 'href="../index.html"' in Path("out/folder/c.html").read_text(encoding="utf-8")
    read = Page(Path("out/<script>alert('a') & b.html").read_text(encoding="utf-8"))
    assert read.text == HOSTILE
    assert read.harm() == []


# What a notebook shows


@share(4)
@given(texts())
@example(HOSTILE)
@once_wrong
def test_a_notebook_shows_the_text(text: str) -> None:
    """All of it, with no script, for a notebook may be read where none runs."""
    document = ac.parse(text)
    read = Page(document._repr_html_())
    assert read.text == representable(text)
    assert read.harm() == []
    assert "script" not in [tag for tag, _ in read.elements]


def test_a_tooltip_says_what_a_value_is() -> None:
    """Its pointer and the value, and what is read from it."""
    read = Page(ac.parse(LETTER)._repr_html_())
    titles = [mark.attributes["title"] for mark in read.marks]
    assert "/date/text: July 04, 1949\n/date/edtf: 1949-07-04" in titles


def test_a_record_made_by_hand_shows_its_values() -> None:
    """A record has no text; its values are text all the same."""
    read = Page(ac.Record(title="<b>Letter</b>", summary="Short.")._repr_html_())
    assert read.rows["/title"] == ["<b>Letter</b>"]
    assert read.harm() == []
    assert "/date" not in read.rows


def test_a_long_document_is_not_put_into_a_notebook() -> None:
    """Its record is."""
    document = ac.parse(LETTER + "\n\nMore." * 10_000)
    html = document._repr_html_()
    assert "too many to show" in html
    assert Page(html).rows["/date/edtf"] == ["1949-07-04"]


@share(4)
@given(texts())
@example(LETTER * 20)
def test_a_repr_is_short(text: str) -> None:
    """On a terminal a document and a record take a line or two."""
    document = ac.parse(text)
    assert len(repr(document)) < 200
    assert len(repr(document.record)) < 200
