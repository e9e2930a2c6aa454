"""A record as TEI P5: an edition to start from, with the record's JSON in it, from which it is read back."""

from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from ..model.argument import expect
from ..model.citation import Citation
from ..model.diagnostic import InvalidRecord
from ..model.record import Record
from .entry import as_record, read_entry
from .json import from_json
from .strict import NO_XML, held
from .target import TARGETS
from .tei_header import write_header
from .tei_text import write_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def to_tei(record: Record | Citation) -> str:
    """A record as a document of TEI P5; a citation alone gives one whose text has only a title.

    Raises ``InvalidRecord``, with the pointer, for a character that XML cannot hold, and ``TypeError`` for a value of
    another type.

    >>> to_tei(Record(title="Letter from Zhou Enlai")).splitlines()[1]
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    """
    return TARGETS["tei"].single(write_document(as_record("to_tei", record)))


def write_document(record: Record) -> str:
    """The element ``TEI`` of a record."""
    entry = read_entry(record)
    root = Element("TEI", {"xmlns": NAMESPACE})
    root.extend([write_header(record, entry), write_text(record, entry.key)])
    part_lines(root)
    return held(ET.tostring(root, encoding="unicode"), record, NO_XML, "XML")


def part_lines(root: Element) -> None:
    """Give the larger elements, which hold no text of their own, lines of their own."""
    for element in (
        root,
        *root.iter("fileDesc"),
        *root.iter("profileDesc"),
        *root.iter("teiHeader"),
        *root.iter("div"),
    ):
        element.text = "\n"
        for inner in element:
            inner.tail = "\n"


def from_tei(text: str | bytes) -> Record:
    """The record in a document of TEI that ``to_tei`` wrote: it is read from ``xenoData``, exactly; what was changed in
    the edition itself is not.

    Raises ``InvalidRecord`` for what is not XML or holds no record, or several, and ``TypeError`` for a value of
    another type.

    >>> from_tei(to_tei(Record(title="Letter from Zhou Enlai"))).title
    'Letter from Zhou Enlai'
    """
    expect("from_tei", text, (str, bytes), "a str or bytes of TEI")
    try:
        root = ET.fromstring(text)  # noqa: S314  expat refuses what grows without end
    except (ET.ParseError, ValueError, LookupError) as error:
        raise InvalidRecord.because("AC904", f"not XML: {error}") from None
    path = f".//{{{NAMESPACE}}}xenoData[@type='application/json']"
    found = [element.text or "" for element in root.iterfind(path)]
    if len(found) != 1:
        raise InvalidRecord.because("AC904", f"expected a record in xenoData, got {len(found) or 'none'}")
    return from_json(found[0])
