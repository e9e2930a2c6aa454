"""The page in a browser: what Chromium has as its text, what mouse and keyboard show, and that nothing leaves it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser
from strategies.seed import LETTER, SEEDS, SHORT

import archivecite as ac
from archivecite.cli import run
from archivecite.formats.html.page import page
from archivecite.formats.html.place import places

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
    pytest.mark.skipif(os.name == "nt", reason="the browser is driven by pipes of Unix"),
]

#: axe-core, which finds what people who cannot see or use a mouse would stumble over: npm install axe-core.
AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"))

TEXT = "document.querySelector('#source').textContent"
READOUT = "[...document.querySelectorAll('#readout dt, #readout dd')].map(e => e.textContent)"
FOCUSED = "document.activeElement.dataset.p || document.activeElement.hash"

ATTACK = "<script>document.title = 'run'</script><img src=http://localhost/x onerror=\"document.title='run'\"><b>"
HOSTILE = SHORT.replace("Translated by", f"{ATTACK}; translated by", 1).replace(
    "**Summary:**", f"**Summary:**\n\n{ATTACK}\n", 1
)
ODD = LETTER.replace("\n", "\r\n").replace("Zhou asks", "\x1b[1mZhou\u202e\x85 \ufeffasks\rfor\x0b")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with Browser() as started:
        yield started


def show(browser: Browser, text: str, folder: Path) -> ac.Document:
    """Open the page of ``text``."""
    document = ac.parse(text)
    path = folder / "page.html"
    path.write_text(page(document, ac.check(document), "a.txt"), encoding="utf-8", newline="")
    browser.open(path)
    return document


@pytest.mark.parametrize("text", [*SEEDS, LETTER, HOSTILE, ODD, "", "a\nb"], ids=range(len(SEEDS) + 5))
def test_the_text_is_the_text(text: str, browser: Browser, tmp_path: Path) -> None:
    """The browser has the very characters, and asks for nothing but the page."""
    document = show(browser, text, tmp_path)
    assert browser.value(TEXT) == text
    assert browser.value("document.querySelectorAll('script').length") == 1
    assert browser.value("document.querySelectorAll('#source mark[id]').length") == len(places(document))
    assert browser.requests == [(tmp_path / "page.html").as_uri()]


def test_hostile_text_does_nothing(browser: Browser, tmp_path: Path) -> None:
    """No script of the text runs, and even one put into the page is stopped by its own policy."""
    show(browser, HOSTILE, tmp_path)
    assert "<script>" in browser.value(TEXT)
    assert browser.value("document.title") != "run"
    assert browser.requests == [(tmp_path / "page.html").as_uri()]
    browser.value("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    browser.value(
        "{ const s = document.createElement('script'); s.text = 'document.title = 2'; document.body.append(s) }"
    )
    assert browser.value("new Promise(done => setTimeout(() => done(document.title), 50))") not in ("1", "2")


def test_the_mouse_shows_pointer_and_value(browser: Browser, tmp_path: Path) -> None:
    """Pointing shows a value as long as the mouse is there, a click until another is chosen."""
    show(browser, LETTER, tmp_path)
    browser.point("mark[data-p^='/date/text']")
    assert browser.value(READOUT) == ["/date/text", "July 04, 1949", "/date/edtf", "1949-07-04"]
    browser.point("mark[data-p='/summary']", click=True)
    browser.point("h1")
    assert browser.value(READOUT)[0] == "/summary"
    assert browser.value("document.querySelector('#record .chosen').dataset.p") == "/summary"


def test_a_value_in_a_block_is_shown_and_its_row_is_opened(browser: Browser, tmp_path: Path) -> None:
    """The innermost value under the mouse is the one meant."""
    document = show(browser, LETTER, tmp_path)
    [pointer] = [each for each in document.spans if each.endswith("/marks/1/value") and "body" in each]
    browser.point(f"mark[data-p~='{pointer}']", click=True)
    assert pointer in browser.value(READOUT)
    assert browser.value(f"document.querySelector('[data-p=\"{pointer}\"].value').checkVisibility()")


def test_the_keyboard_shows_pointer_and_value(browser: Browser, tmp_path: Path) -> None:
    """Tab comes to the text, arrows go through it, up and down between a value and what is in it, Enter to its row."""
    show(browser, LETTER, tmp_path)
    browser.value("document.querySelector('#view-source').focus()")
    for _ in range(2):
        browser.press("Tab")
    assert browser.value(FOCUSED) == "/date/text /date/edtf"
    browser.press("ArrowRight")
    assert browser.value(READOUT)[0] == browser.value(FOCUSED) == "/title"
    browser.press("ArrowLeft")
    assert browser.value(FOCUSED) == "/date/text /date/edtf"
    browser.value("document.querySelector('mark[data-p^=\"/citation/sources/0/kind\"]').focus()")
    browser.press("ArrowDown")
    inner = browser.value(FOCUSED)
    assert inner.startswith("/citation/sources/0/")
    browser.press("ArrowUp")
    assert browser.value(FOCUSED).startswith("/citation/sources/0/kind")
    browser.press("Enter")
    link = browser.value(FOCUSED)
    browser.press("Enter")
    assert f"#{browser.value('document.activeElement.id')}" == link
    browser.press("Escape")
    assert browser.value(READOUT) == []


def test_the_switches(browser: Browser, tmp_path: Path) -> None:
    """The text for reading takes the place of the source; colours follow the system, or what is chosen."""
    show(browser, LETTER, tmp_path)
    seen = "['source-view', 'reading-view'].map(id => document.getElementById(id).checkVisibility())"
    assert browser.value(seen) == [True, False]
    browser.value("document.querySelector('#view-reading').click()")
    assert browser.value(seen) == [False, True]
    assert "Zhou asks" not in browser.value("document.querySelector('#reading-view').textContent")
    paper = "getComputedStyle(document.body).backgroundColor"
    browser.emulate(dark=True)
    dark = browser.value(paper)
    browser.emulate(dark=False)
    light = browser.value(paper)
    assert light != dark
    browser.value("document.querySelector('#theme-dark').click()")
    assert browser.value(paper) == dark


def test_findings_are_beside_their_lines(browser: Browser, tmp_path: Path) -> None:
    """Each is at the height of its place, or below the one before it; printed, they are a list."""
    show(
        browser, SHORT.replace("**Summary:**", "**Sumary:**").replace("Translated by", "qwert; translated by"), tmp_path
    )
    places = browser.value(
        "[...document.querySelectorAll('.finding')].map(e => [e.getBoundingClientRect().top, e.offsetHeight,"
        " document.getElementById(e.dataset.at).getBoundingClientRect().top])"
    )
    assert len(places) > 1
    free = 0
    for top, height, wanted in places:
        assert top >= free
        assert top == pytest.approx(max(wanted, free), abs=12)
        free = top + height


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install axe-core, or AXE_CORE=axe.min.js)")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(dark: bool, browser: Browser, tmp_path: Path) -> None:
    """Neither in the pages of records, good and bad, nor in their index."""
    for number, text in enumerate([*SEEDS, HOSTILE, ODD]):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8", newline="")
    assert run(["show", str(tmp_path), "--html", str(tmp_path / "pages")]) == 0
    browser.emulate(dark=dark)
    for path in sorted((tmp_path / "pages").glob("*.html")):
        browser.open(path)
        browser.value(AXE.read_text(encoding="utf-8") + ";0")
        found = browser.value("axe.run().then(found => JSON.stringify(found.violations))")
        assert json.loads(found) == [], path.name
