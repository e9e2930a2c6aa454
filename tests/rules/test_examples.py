"""Every rule's page: its examples are run, and the page in the docs is current."""

import pytest

import archivecite as ac
from archivecite.rules.fix import fix_document
from archivecite.rules.page import CITATION, read_page
from archivecite.rules.table import RULES
from rules.examples import documents
from rules.pages import stale

#: The characters that each bad example's finding points at.
POINTS = {
    "AC101": "Checked by the office in May.",
    "AC102": "Contents:",
    "AC103": "Summary:",
    "AC104": "Original Language:",
    "AC105": "Summary:",
    "AC106": "Citation:",
    "AC107": "Sumary:",
    "AC108": "Digital Archive\nInternational History Declassified\ndigitalarchive.wilsoncenter.org",
    "AC109": "Summary:",
    "AC110": " ",
    "AC111": "\xad",
    "AC112": "\ufffd",
    "AC113": "\xa0",
    "AC114": "\x07",
    "AC115": "ﬁ",
    "AC116": "**",
    "AC117": "\r\n",
    "AC118": "Ã©",
    "AC119": "&amp;",
    "AC120": "November 2, 1962",
    "AC121": "SUMMARY:",
    "AC127": "Mar?a",
    "AC128": "the the",
    "AC122": "  ",
    "AC123": "e\u0301",
    "AC124": "，",
    "AC125": " ",
    "AC126": "Digital Archive\nInternational History Declassified\ndigitalarchive.wilsoncenter.org",
    "AC134": "Original Language:",
    "AC135": "  ",
    "AC136": "“",
    "AC137": "fr0m",
    "AC201": "Novembr 2, 1962",
    "AC202": "04.11.1962",
    "AC203": "November 31, 1962",
    "AC204": "Monday, November 2, 1962",
    "AC205": "November 9-2, 1962",
    "AC206": "02",
    "AC207": "Telegram from Petrov to the Ministry",
    "AC208": "Telegram from Petrov to the Ministry",
    "AC212": "2 November 1962",
    "AC213": "November 2, 1962",
    "AC301": CITATION,
    "AC302": "Citation:",
    "AC303": "November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558, op. 11, d. 328, l. 51. Translated",
    "AC304": '"Telegram from Petrov to the Ministry", November 2, 1962, RGASPI, f. 558, op. 11, d. 328, l. 51.',
    "AC305": "Weber.",
    "AC306": "htps://digitalarchive.wilsoncenter.org/document/123456",
    "AC307": "https://digitalarchive.wilsoncentre.org/document/123456",
    "AC308": "http:",
    "AC309": "https://digitalarchive.wilsoncenter.org/",
    "AC310": '"',
    "AC311": "(",
    "AC312": "found in a drawer",
    "AC313": "Wilson Center Digital Archive",
    "AC314": "Translated for CWIHP",
    "AC315": "Translated by Anna Weber",
    "AC316": "Telegram from Petrov to the Ministry",
    "AC317": "Transalted",
    "AC318": "Wilson Center Digital Arhcive",
    "AC319": "51.",
    "AC320": "RGSAPI",
    "AC321": "f. 558",
    "AC322": "op. 11",
    "AC323": "55-51",
    "AC324": "ll.",
    "AC325": "l.",
    "AC326": "O102",
    "AC327": "13l456",
    "AC328": "<",
    "AC329": " ",
    "AC330": "AVP FR",
    "AC340": "Fedreation",
    "AC341": ",,",
    "AC342": '" ',
    "AC343": "Wilson Center digital archive",
    "AC344": ".",
    "AC345": "AnnaWeber",
    "AC346": "--",
    "AC401": "Rusian",
    "AC402": "Translaton - English",
    "AC403": "Contents:",
    "AC404": "This document was made",
    "AC405": "Thanks to the Leon Levy Foundation.",
    "AC406": "Вчера посетил меня министр и сообщил, что урожай в этом году будет хорошим.",
    "AC407": "Scan of Original Document",
    "AC408": "Translation - English",
    "AC409": "English",
    "AC410": "Translation - English",
    "AC411": "English",
    "AC412": "Translation - English",
    "AC450": "This document was made possible with support from the Leon Levy Foundation.",
    "AC501": "ready",
    "AC502": "[",
    "AC503": "[1]",
    "AC504": "2",
    "AC505": "1",
    "AC506": "Reference: entry # 50273 from 1 November 1962.",
    "AC507": "Petr\u043ev",
    "AC508": "(cid:116)",
    "AC509": "m i n i s t e r",
    "AC510": "-",
    "AC511": "- 2 -",
    "AC512": "He said that we should be ready for anything that may come, and that all would then be well.",
    "AC513": "[",
    "AC514": "Wilson Center Digital Archive",
    "AC209": "31 April",
    "AC210": "Wilson Center Digital Archive",
    "AC130": "to be added",
    "AC131": "{{",
    "AC132": "Share this page",
    "AC133": " ",
    "AC519": "He was well and in good spirits.",
    "AC520": "Petrov reports on the harvest.",
    "AC521": '"',
    "AC515": "the",
    "AC516": '"',
    "AC517": "#773",
    "AC518": "enrty",
    "AC601": "Petrow",
    "AC602": "3",
    "AC603": "22 November 1962",
    "AC604": "329",
    "AC605": "Wever",
    "AC606": "German",
    "AC607": "https://digitalarchive.wilsoncenter.org/document/123456",
    "AC608": "2 November 1926",
    "AC609": "TELEGRAM FROM PETROV TO THE MINISTRY",
    "AC901": "Title: Telegram from Petrov\nAuthor: Petrov\nSource: the archive\n\nAll is well here.",
}

#: Safe fixes that leave every value as it is: they change what is layout.
LAYOUT_ONLY = {"AC108", "AC109", "AC110", "AC113", "AC117", "AC122", "AC125", "AC328", "AC329", "AC514"}


@pytest.mark.parametrize("code", RULES)
def test_the_bad_example_is_found_and_the_good_one_is_not(code: str) -> None:
    """The bad example of a rule has that one finding, on the right characters; the good one has none at all."""
    (bad, bad_file), (good, good_file) = documents(RULES[code])
    (finding,) = ac.check(bad, file=bad_file)
    assert finding.code == code
    assert finding.severity is RULES[code].severity
    assert finding.span is not None
    found = finding.span.of(bad.text)
    assert found == POINTS[code] or found.split() == POINTS[code].split() != []
    assert finding.pointer is None or finding.pointer in bad.spans
    assert ac.check(good, file=good_file) == ()


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.fixes in ("safe", "unsafe")])
def test_a_fix_removes_its_finding_and_brings_no_other(code: str) -> None:
    """A fixed example has no finding left, and one that changes layout only has the same record."""
    (bad, _), _ = documents(RULES[code])
    fixed, made = fix_document(bad, ac.check, unsafe=RULES[code].fixes == "unsafe")
    assert [finding.code for finding in made] == [code]
    assert made[0].fix is not None
    assert made[0].fix.safe == (RULES[code].fixes == "safe")
    assert ac.check(fixed) == ()
    if code in LAYOUT_ONLY:
        assert fixed.record == bad.record


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.fixes == "unsafe"])
def test_an_unsafe_fix_is_made_only_when_asked_for(code: str) -> None:
    """Without being asked, a document whose only fix is unsafe stays as it is."""
    (bad, _), _ = documents(RULES[code])
    fixed, made = fix_document(bad, ac.check)
    assert (fixed.text, made) == (bad.text, ())


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if not rule.fixes])
def test_a_rule_without_a_fix_offers_none(code: str) -> None:
    """What can't be fixed with certainty is left to a person, who is told what to do."""
    (bad, file), _ = documents(RULES[code])
    (finding,) = ac.check(bad, file=file)
    assert finding.fix is None
    assert finding.hint


@pytest.mark.parametrize("code", RULES)
def test_a_page_says_what_why_and_what_instead(code: str) -> None:
    """Every docstring has a one-line summary, a reason, and two examples."""
    page = read_page(RULES[code])
    assert page.summary.endswith(".")
    assert len(page.text.split()) >= 7
    assert page.where and page.good and page.bad != page.good


def test_the_pages_in_the_docs_are_current() -> None:
    """docs/rules holds the page of every rule, as its docstring has it, and no other."""
    assert stale() == []


def test_codes_and_names_are_each_used_once() -> None:
    """A code's first figure is its family, and no two rules share a name."""
    assert all(len(code) == 5 and code[2] in "1234569" for code in RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES) >= 45
