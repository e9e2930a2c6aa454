"""Findings as SARIF 2.1.0, which code hosts and editors show."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from ..model.diagnostic import Diagnostic, Fix, Severity
from ..model.span import Span
from ..model.visible import visible
from ..rules.page import read_page, write_page
from ..rules.reading import FAILURES
from ..rules.run_rule import RUN_RULES
from ..rules.table import RULES
from .checked import Checked
from .listing import safe_json

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

#: The code of a file that can't be read.
UNREADABLE = "AC902"
#: How many results GitHub shows, and how many it takes; infos are left out first.
SHOWN, TAKEN = 5_000, 25_000

INDEX = {code: index for index, code in enumerate((*RULES, *RUN_RULES, UNREADABLE))}


def write_sarif(files: Iterable[Checked]) -> Iterator[str]:
    """The findings in ``files`` as one run; why a file can't be read is a result too, and a notification."""
    run = {"tool": {"driver": driver()}, "columnKind": "unicodeCodePoints", "newlineSequences": ["\r\n", "\n", "\r"]}
    head = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    # The results are written as they come: the text of the empty run is cut open before its last three brackets.
    yield safe_json(head).removesuffix("}]}") + ', "results": ['
    before = "\n"
    told: list[dict[str, Any]] = []
    written = left = unread = 0
    for file in files:
        if file.text is None:
            unread += 1
            told += [notification(file, finding) for finding in file.findings]
        for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True):
            if written >= (SHOWN if finding.severity is Severity.INFO else TAKEN):
                left += 1
                continue
            yield before + safe_json(result(file, finding, fingerprint))
            before = ",\n"
            written += 1
    if left:
        said = f"{left} findings were left out: code hosts show {SHOWN} results and take {TAKEN}"
        told.append({"level": "warning", "message": {"text": said}})
    invocation = {"executionSuccessful": not unread, "toolExecutionNotifications": told}
    yield f'\n], "invocations": [{safe_json(invocation)}]}}]}}\n'


def driver() -> dict[str, Any]:
    """What the tool is, and all its rules."""
    paged = [paged_rule(over.code, over.name, over.severity, over.page) for over in RUN_RULES.values()]
    paged.append(paged_rule(UNREADABLE, "unreadable-file", Severity.ERROR, FAILURES[UNREADABLE]))
    return {
        "name": "archivecite",
        "version": version("archivecite"),
        "semanticVersion": version("archivecite"),
        "rules": [*map(rule, RULES), *paged],
    }


def rule(code: str) -> dict[str, Any]:
    """A rule with its page."""
    page = read_page(RULES[code])
    return {
        "id": code,
        "name": RULES[code].name,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": " ".join(page.text.split())},
        "help": {"text": write_page(RULES[code]), "markdown": write_page(RULES[code])},
        "defaultConfiguration": {"level": LEVELS[RULES[code].severity]},
    }


def paged_rule(code: str, name: str, severity: Severity, page: str) -> dict[str, Any]:
    """A rule that is no class, from its page: on all records of a run, or on a file that can't be read."""
    _, summary, text, *_ = page.split("\n\n")
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": " ".join(text.split())},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": LEVELS[severity]},
    }


def result(file: Checked, finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    """One finding."""
    place: dict[str, Any] = {"artifactLocation": artifact(file)}
    if finding.span is not None and file.text is not None:
        place["region"] = region(file, finding.span)
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": INDEX[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": visible(finding.message + (f": {finding.hint}" if finding.hint else ""))},
        "locations": [{"physicalLocation": place}],
        # The first of the two is the one that GitHub knows results by.
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1", "archivecite/v1": fingerprint},
    }
    if finding.pointer is not None:
        found["properties"] = {"pointer": finding.pointer}
    if finding.fix:
        found["fixes"] = [fix(file, finding.fix)]
    return found


def artifact(file: Checked) -> dict[str, str]:
    """The file, relative to the folder that the command runs in if there is a way to it from there."""
    return {"uri": file.uri} | ({} if file.uri.startswith("file:") else {"uriBaseId": "%SRCROOT%"})


def region(file: Checked, span: Span) -> dict[str, int]:
    """A place by line and column, and by code points from the beginning."""
    place = file.region(span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def fix(file: Checked, change: Fix) -> dict[str, Any]:
    """A fix as replacements."""
    replacements = [
        {"deletedRegion": region(file, edit.span), "insertedContent": {"text": edit.text}} for edit in change.edits
    ]
    return {
        "description": {"text": visible(change.message)},
        "artifactChanges": [{"artifactLocation": artifact(file), "replacements": replacements}],
    }


def notification(file: Checked, finding: Diagnostic) -> dict[str, Any]:
    """Why a file was not read."""
    return {
        "level": "error",
        "message": {"text": visible(finding.message)},
        "descriptor": {"id": finding.code},
        "locations": [{"physicalLocation": {"artifactLocation": artifact(file)}}],
    }
