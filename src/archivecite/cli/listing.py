"""Findings as JSON: a list of objects, which ``--baseline`` takes too."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..model.diagnostic import Diagnostic
from ..model.visible import visible
from .checked import Checked, rule_name


def write_json(files: Iterable[Checked]) -> Iterator[str]:
    """The findings in ``files`` as one list of objects, one a line."""
    return listed(
        entry(file, finding, fingerprint)
        for file in files
        for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True)
    )


def listed(values: Iterable[object]) -> Iterator[str]:
    """``values`` as a list of JSON, one a line."""
    before = "[\n"
    for value in values:
        yield before + safe_json(value)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def entry(file: Checked, finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    """One finding as an object."""
    region = file.region(finding.span) if finding.span and file.text is not None else None
    page = file.page(finding.span) if finding.span else None
    return {
        "file": file.exact_name,
        "code": finding.code,
        "name": rule_name(finding.code),
        "severity": finding.severity.value,
        "message": visible(finding.message),
        "page": page and page[0],
        "line": finding.line,
        "column": finding.column,
        "end_line": region and region.end_line,
        "end_column": region and region.end_column,
        "span": [finding.span.start, finding.span.end] if finding.span else None,
        "pointer": finding.pointer,
        "hint": finding.hint and visible(finding.hint),
        "fix": finding.fix
        and {
            "message": visible(finding.fix.message),
            "safe": finding.fix.safe,
            "edits": [
                {"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in finding.fix.edits
            ],
        },
        "fingerprint": fingerprint,
    }


def safe_json(value: object) -> str:
    """``value`` as JSON in ASCII that no terminal and no build server takes for a command.

    >>> print(safe_json("##[error]\x1b[2J"))
    "#\\u0023[error]\\u001b[2J"
    """
    return json.dumps(value, ensure_ascii=True).replace("##", "#\\u0023")
