"""The header of a record in TEI: the edition, the original, how it came to be published, and the record itself."""

from xml.etree.ElementTree import Element, SubElement

from ..model.citation import ArchivalSource, Citation, Provenance, PublishedSource, Source
from ..model.header import Addressee, Dateline, Sender
from ..model.record import Record
from ..model.terms import PROVENANCE_WORDS
from .entry import Entry
from .json import to_json
from .tei_marks import date_attributes

#: The relators of MARC for those who had a part in the edition.
RELATORS = {
    "translated": "trl", "edited": "edt", "transcribed": "trc", "compiled": "com", "contributed": "ctb",
    "provided": "dnr", "held": "rps",
}  # fmt: skip
RELATOR = "http://id.loc.gov/vocabulary/relators/"


def write_header(record: Record, entry: Entry) -> Element:
    """The ``teiHeader`` of a record."""
    header = Element("teiHeader")
    citation = record.citation or Citation()
    file = SubElement(header, "fileDesc")
    write_title(file, record, entry, citation)
    write_publication(file, entry)
    write_remarks(file, record, citation)
    write_sources(file, citation)
    write_profile(header, record, entry)
    SubElement(header, "xenoData", {"type": "application/json"}).text = to_json(record)
    revision = SubElement(SubElement(header, "revisionDesc"), "change")
    revision.text = f"Converted by archivecite from a record of version {record.schema_version}."
    return header


def text_in(parent: Element, name: str, text: str | None, **attributes: str) -> None:
    """An element with ``text``, its paragraphs parted by line breaks; none without a text."""
    if text is None:
        return
    element = SubElement(parent, name, attributes)
    first, *others = text.split("\n\n")
    element.text = first
    for other in others:
        SubElement(element, "lb").tail = other


def write_title(file: Element, record: Record, entry: Entry, citation: Citation) -> None:
    """The title, who paid, and who had a part in the edition."""
    statement = SubElement(file, "titleStmt")
    SubElement(statement, "title").text = entry.title or ""
    for name in record.credits.supporters if record.credits else ():
        text_in(statement, "funder", name)
    for one in citation.provenance:
        if one.kind in RELATORS:
            write_part(statement, one)


def write_part(statement: Element, provenance: Provenance) -> None:
    """Who had a part in the edition; without names there is nothing to say."""
    for agent in provenance.agents:
        part = SubElement(statement, "respStmt")
        text_in(part, "resp", PROVENANCE_WORDS[provenance.kind], ref=RELATOR + RELATORS[provenance.kind])
        text_in(part, "name", str(agent))


def write_publication(file: Element, entry: Entry) -> None:
    """Who published the text that was converted, and where it is."""
    statement = SubElement(file, "publicationStmt")
    SubElement(statement, "publisher").text = entry.digital_archive or ""
    text_in(statement, "idno", entry.key, type="archivecite")
    text_in(statement, "idno", entry.url, type="URL")
    if entry.accessed:
        text_in(statement, "date", entry.accessed.text, type="accessed", **date_attributes(entry.accessed))


def write_remarks(file: Element, record: Record, citation: Citation) -> None:
    """What is said of credits, and of the provenance where no description of a manuscript can say it."""
    found = [("credits", record.credits.text)] if record.credits else []
    if not any(isinstance(source, ArchivalSource) for source in citation.sources):
        found += [("provenance", text) for text in statements(citation)]
    if found:
        notes = SubElement(file, "notesStmt")
        for kind, text in found:
            text_in(notes, "note", text, type=kind)


def statements(citation: Citation) -> dict[str, str]:
    """The statements of the provenance, each once, and the kind of the first that has that text."""
    found: dict[str, str] = {}
    for one in citation.provenance:
        found.setdefault(one.text, one.kind)
    return found


def write_sources(file: Element, citation: Citation) -> None:
    """Where the original is, or was printed."""
    sources = SubElement(file, "sourceDesc")
    said = statements(citation)
    for source in citation.sources:
        write_source(sources, source, said)
        if isinstance(source, ArchivalSource):
            said = {}  # once, with the first
    if not len(sources):
        SubElement(sources, "p")


def write_source(sources: Element, source: Source, said: dict[str, str]) -> None:
    """One source; what is ``said`` of the provenance goes with one in an archive."""
    if isinstance(source, PublishedSource):
        write_printed(sources, source)
    elif isinstance(source, ArchivalSource):
        described = SubElement(sources, "msDesc")
        write_identifier(described, source)
        if said:
            history = SubElement(described, "history")
            for text in said:
                text_in(history, "provenance", text)
    else:
        text_in(sources, "bibl", source.text)


def write_identifier(described: Element, source: ArchivalSource) -> None:
    """The place, the archive and the locator, part by part."""
    identifier = SubElement(described, "msIdentifier")
    repository = source.repository
    if repository:
        text_in(identifier, "settlement", repository.place)
        held = SubElement(identifier, "repository") if repository.name or repository.acronym else None
        if held is not None and repository.name:
            text_in(held, "orgName", repository.name)
        if held is not None and repository.acronym:
            text_in(held, "abbr", repository.acronym)
    if source.locator:
        locator = SubElement(identifier, "idno", {"type": "locator"})
        for part in source.locator:
            text_in(locator, "idno", str(part), type=part.level)
            locator[-1].tail = ", "
        locator[-1].tail = None


def write_printed(sources: Element, source: PublishedSource) -> None:
    """A source in print."""
    printed = SubElement(sources, "biblStruct")
    part = SubElement(printed, "analytic") if source.container_title and source.title else None
    if part is not None:
        text_in(part, "title", source.title, level="a")
    work = SubElement(printed, "monogr")
    for kind, names in (("author", source.authors), ("editor", source.editors)):
        for name in names:
            text_in(work, kind, name)
    SubElement(work, "title", {"level": "m"}).text = source.container_title or source.title or ""
    for name in source.translators:
        text_in(work, "editor", name, role="translator")
    imprint = SubElement(work, "imprint")
    text_in(imprint, "pubPlace", source.place)
    text_in(imprint, "publisher", source.publisher)
    SubElement(imprint, "date").text = source.year or ""
    units = {"volume": source.volume, "issue": source.issue, "document": source.item, "page": source.pages}
    for unit, value in units.items():
        text_in(work, "biblScope", value, unit=unit)
    if source.series:
        text_in(SubElement(printed, "series"), "title", source.series, level="s")
    text_in(printed, "note", source.text, type="citation")


def write_profile(header: Element, record: Record, entry: Entry) -> None:
    """What the document is: its summary, its date, its languages, who wrote to whom."""
    profile = SubElement(header, "profileDesc")
    if record.summary:
        abstract = SubElement(profile, "abstract")
        for paragraph in record.summary.split("\n\n"):
            text_in(abstract, "p", paragraph)
    if entry.date:
        text_in(SubElement(profile, "creation"), "date", entry.date.text, **date_attributes(entry.date))
    if record.original_languages:
        usage = SubElement(profile, "langUsage")
        for language in record.original_languages:
            text_in(usage, "language", language.name, ident=language.tag or "und")
    write_correspondence(profile, record)
    if not len(profile):
        header.remove(profile)


def write_correspondence(profile: Element, record: Record) -> None:
    """Who wrote to whom, where blocks say so: a title that says it is not read for it."""
    kinds = (("sent", Sender), ("received", Addressee))
    if not any(isinstance(block, Sender | Addressee) for block in record.body):
        return
    described = SubElement(profile, "correspDesc")
    for kind, who in kinds:
        blocks = [block for block in record.body if isinstance(block, who)]
        if not blocks:
            continue
        action = SubElement(described, "correspAction", {"type": kind})
        for block in blocks:
            for text in [str(person) for person in block.persons] or [block.text]:
                text_in(action, "name", text)
        line = next((block for block in record.body if isinstance(block, Dateline)), None)
        if kind == "sent" and line:
            text_in(action, "placeName", line.place)
            if line.date:
                text_in(action, "date", line.date.text, **date_attributes(line.date))
