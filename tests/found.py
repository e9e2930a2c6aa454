"""In which fields of a written record each word is, told by readers that are not archivecite's."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import archivecite as ac
from archivecite.formats.table import CSV_HEAD, csv_row
from archivecite.formats.target import TARGETS

Fields = list[tuple[str, str]]


def csl_fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields of the one item, save the record's own JSON."""
    [item] = json.loads(TARGETS["csl"].single(text))
    del item["custom"]
    for name, value in item.items():
        for inner in inside(value):
            yield name, inner


def inside(value: Any) -> Iterator[str]:
    """The texts in a value of JSON; a date in parts as a date."""
    if isinstance(value, dict):
        for part in value.get("date-parts", []):
            yield "-".join(f"{number:02}" for number in part)
        for key, inner in value.items():
            if key != "date-parts":
                yield from inside(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from inside(inner)
    else:
        yield str(value)


def ris_fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields of an entry of RIS."""
    for line in text.splitlines():
        tag, _, value = line.partition("  - ")
        date = re.fullmatch(r"(\d{4})/(\d\d)/(\d\d)/", value)
        yield tag, "-".join(date.groups()) if date else value


def biblatex_fields(text: str) -> Iterator[tuple[str, str]]:
    """The fields of an entry of BibLaTeX; each name of a list by itself."""
    yield "key", text.partition("{")[2].partition(",")[0]
    for name, value in re.findall(r"^  (\w+) = \{(.*)\},$", text, re.MULTILINE):
        for one in value.split(" and "):
            yield name, re.sub(r"[{}]", "", one)


def tei_fields(text: str) -> Iterator[tuple[str, str]]:
    """The elements and attributes of a document of TEI, save the record's own JSON."""
    from xml.etree import ElementTree as ET

    root = ET.fromstring(text)
    parents = {inner: outer for outer in root.iter() for inner in outer}
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name == "xenoData":
            continue
        outer = parents[element].tag.rpartition("}")[2] if element in parents else ""
        kind = f"[@type='{element.get('type')}']" if element.get("type") and outer != "idno" else ""
        yield (
            f"{outer}/{name}{kind}",
            "".join(element.itertext()).strip() if name in LEAVES or not len(element) else own(element),
        )
        for attribute, value in element.attrib.items():
            yield f"{name}/@{attribute.replace('{http://www.w3.org/XML/1998/namespace}', 'xml:')}", value


#: Elements whose text is looked at as a whole, with what is in them.
LEAVES = {"p", "seg", "ab", "item", "head", "note", "signed", "dateline", "salute", "speaker", "desc"}


def own(element: Any) -> str:
    """The text of an element itself."""
    return "".join([element.text or "", *(inner.tail or "" for inner in element)]).strip()


def csv_fields(text: str) -> Iterator[tuple[str, str]]:
    """The cells of a row."""
    [row] = csv.DictReader(io.StringIO(CSV_HEAD.removeprefix("\ufeff") + text))
    for name, cell in row.items():
        yield name, cell
        if cell:
            yield "column", name.removeprefix("locator_")


def fields_of(name: str, record: ac.Record) -> Fields:
    """The fields of ``record`` in the format ``name``."""
    if name in ("csv", "xlsx"):
        return list(csv_fields(csv_row(record, "", None)))
    target, _, profile = name.partition("-")
    text = TARGETS[target].write(record, profile or "scholarly")
    if target == "citation":
        return [("", text)]
    readers = {"csl": csl_fields, "ris": ris_fields, "biblatex": biblatex_fields, "tei": tei_fields}
    return list(readers[target](text))


def fate(word: str, found: Fields) -> tuple[str, list[str]]:
    """What became of ``word``: kept as a field of its own, in a field with more text, or dropped; and the fields."""
    kept = [name for name, value in found if value == word]
    inside = [name for name, value in found if word in value and name not in kept]
    return ("kept" if kept else "as text" if inside else "dropped"), list(dict.fromkeys(kept or inside))
