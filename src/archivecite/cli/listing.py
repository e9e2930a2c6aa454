"""Findings as JSON: a list of objects, which ``--baseline`` takes too."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..model.diagnostic import Diagnostic
from .checked import Checked, rule_name


def write_json(files: Iterable[Checked]) -> Iterator[str]:
    """The findings in ``files`` as one list of objects, one a line."""
    before = "[\n"
    for file in files:
        for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True):
            yield before + json.dumps(entry(file, finding, fingerprint), ensure_ascii=True)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def entry(file: Checked, finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    """One finding as an object."""
    region = file.region(finding.span) if finding.span and file.text is not None else None
    return {
        "file": file.name,
        "code": finding.code,
        "name": rule_name(finding.code),
        "severity": finding.severity.value,
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
        "end_line": region and region.end_line,
        "end_column": region and region.end_column,
        "span": [finding.span.start, finding.span.end] if finding.span else None,
        "pointer": finding.pointer,
        "hint": finding.hint,
        "fix": finding.fix
        and {
            "message": finding.fix.message,
            "safe": finding.fix.safe,
            "edits": [
                {"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in finding.fix.edits
            ],
        },
        "fingerprint": fingerprint,
    }
