"""Findings as SARIF 2.1.0, which code hosts and editors show."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from ..model.diagnostic import Diagnostic, Fix, Severity
from ..model.span import Span
from ..model.visible import visible
from ..rules.page import read_page, write_page
from ..rules.run_rule import RUN_RULES, RunRule
from ..rules.table import RULES
from .checked import Checked
from .listing import safe_json

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

INDEX = {code: index for index, code in enumerate((*RULES, *RUN_RULES))}


def write_sarif(files: Iterable[Checked]) -> Iterator[str]:
    """The findings in ``files`` as one run; a file that can't be read is a notification of it."""
    run = {"tool": {"driver": driver()}, "columnKind": "unicodeCodePoints", "newlineSequences": ["\r\n", "\n", "\r"]}
    head = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    # The results are written as they come: the text of the empty run is cut open before its last three brackets.
    yield safe_json(head).removesuffix("}]}") + ', "results": ['
    before = "\n"
    unread = []
    for file in files:
        if file.text is None:
            unread += [notification(file, finding) for finding in file.findings]
            continue
        for finding, fingerprint in zip(file.findings, file.fingerprints, strict=True):
            yield before + safe_json(result(file, finding, fingerprint))
            before = ",\n"
    invocation = {"executionSuccessful": not unread, "toolExecutionNotifications": unread}
    yield f'\n], "invocations": [{safe_json(invocation)}]}}]}}\n'


def driver() -> dict[str, Any]:
    """What the tool is, and all its rules."""
    return {
        "name": "archivecite",
        "version": version("archivecite"),
        "rules": [*map(rule, RULES), *map(run_rule, RUN_RULES.values())],
    }


def rule(code: str) -> dict[str, Any]:
    """A rule with its page."""
    page = read_page(RULES[code])
    return {
        "id": code,
        "name": "".join(word.title() for word in RULES[code].name.split("-")),
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": " ".join(page.text.split())},
        "help": {"text": write_page(RULES[code]), "markdown": write_page(RULES[code])},
        "defaultConfiguration": {"level": LEVELS[RULES[code].severity]},
    }


def run_rule(over: RunRule) -> dict[str, Any]:
    """A rule on all records of a run with its page."""
    _, summary, text, _ = over.page.split("\n\n")
    return {
        "id": over.code,
        "name": "".join(word.title() for word in over.name.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": " ".join(text.split())},
        "help": {"text": over.page, "markdown": over.page},
        "defaultConfiguration": {"level": LEVELS[over.severity]},
    }


def result(file: Checked, finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    """One finding."""
    assert finding.span is not None  # a rule finds something in the text
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": INDEX[finding.code],
        "level": LEVELS[finding.severity],
        "message": {"text": visible(finding.message + (f": {finding.hint}" if finding.hint else ""))},
        "locations": [{"physicalLocation": {"artifactLocation": artifact(file), "region": region(file, finding.span)}}],
        "partialFingerprints": {"archivecite/v1": fingerprint},
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
