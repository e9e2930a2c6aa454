"""A program that uses every public verb, with types that a strict type checker follows. A test runs it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_never, assert_type

import archivecite as ac


def where(source: ac.Source) -> str:
    """A line on a source; the kind says which fields there are."""
    match source.kind:
        case "archival":
            acronym = source.repository.acronym if source.repository else None
            archive: ac.Archive | None = ac.known_archive(acronym) if acronym else None
            return f"{archive.name if archive else acronym}, fond {source.get('fond')}"
        case "published":
            return f"{source.title} ({source.year})"
        case "other":
            return source.text
        case _:
            assert_never(source)


def names(record: ac.Record) -> list[str]:
    """The people and bodies in a record, by block and note."""
    found = list(record.citation.translators) if record.citation else []
    for block in record.body:
        if block.kind == "signature":
            found += [signer.name or "" for signer in block.signers]
        elif block.kind == "paragraph" and block.speaker:
            found.append(block.speaker)
    for note in record.notes:
        if note.kind == "source":
            found += [agent.name for entry in note.provenance for agent in entry.agents]
    return found


def main(path: Path) -> dict[str, Any]:
    """Read, check, edit, convert and write one record."""
    document: ac.Document = ac.read(path)
    record, spans = document.record, assert_type(document.spans, Mapping[str, ac.Span])
    assert ac.read_all(path) == ac.parse_all(document.text) == (document,)
    worst: ac.Severity = max((finding.severity for finding in ac.check(document)), default=ac.Severity.INFO)
    edited = ac.parse(document.text).edit({"/title": "A Cable"}, summary="Short.")
    text = ac.dumps(record, family="plain")
    assert ac.loads(text) == record
    assert ac.from_json(ac.to_json(record, indent=2)) == record
    citation = assert_type(record.citation, ac.Citation | None)
    assert citation is not None
    assert assert_type(ac.from_json(ac.to_json(citation), ac.Citation), ac.Citation) == citation
    item = assert_type(ac.to_csl(record, profile="site"), dict[str, Any])
    assert item["id"] == record.id
    assert ac.to_ris(citation, "scholarly").startswith("TY") and ac.to_biblatex(record).startswith("@")
    assert assert_type(ac.from_tei(ac.to_tei(record)), ac.Record) == record
    cited = ac.parse_citation("RGANI, f. 5, op. 49, d. 131.").record.citation
    made = ac.Paragraph("To Com[rade] Lin", marks=[ac.Mark("expansion", 6, 12, "rade")])
    try:
        ac.Provenance("translated", [])
        ac.loads("A shopping list")
    except ac.InvalidRecord as error:
        findings: tuple[ac.Diagnostic, ...] = error.diagnostics
    return {
        "id": record.id, "path": document.path, "family": document.family, "unread": document.unread, "worst": worst,
        "title": spans["/title"].of(document.text)[:5], "edited": edited.record.title, "where": [*map(where, citation.sources)],
        "names": names(record), "fond": cited and cited.get("fond"), "date": ac.parse_date("31.X.62").edtf,
        "keys": list(ac.to_dict(record)), "marks": made.marks[0].value, "findings": [each.code for each in findings],
        "version": ac.__version__, "many": [each.document == document for each in ac.read_many([path], jobs=1)],
    }  # fmt: skip
