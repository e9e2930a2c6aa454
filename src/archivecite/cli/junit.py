"""Findings as JUnit's XML, which build servers show as tests: a file is a suite, a finding a test that fails."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..model.diagnostic import Diagnostic, Severity
from ..model.visible import visible
from .checked import Checked, rule_name
from .shown import numbered


def write_junit(files: Iterable[Checked], failing: Iterable[Severity]) -> Iterator[str]:
    """The findings in ``files``: those of a ``failing`` severity as failures, the others as what a test printed."""
    grave = frozenset(failing)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="archivecite">\n'
    for file in files:
        failures = sum(finding.severity in grave for finding in file.findings) if file.text is not None else 0
        errors = len(file.findings) if file.text is None else 0
        name, tests = quoted(file.name), max(1, len(file.findings))
        yield f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="{errors}">\n'
        if not file.findings:
            yield f'    <testcase classname={name} name="no findings"/>\n'
        for finding in file.findings:
            kind = "error" if file.text is None else "failure" if finding.severity in grave else "system-out"
            yield from case(file, finding, kind)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def case(file: Checked, finding: Diagnostic, kind: str) -> Iterator[str]:
    """One finding as a test."""
    title = f"{finding.code} {rule_name(finding.code)}"
    if finding.line is not None:
        title += f" at {finding.line}:{finding.column}"
    rows = [f"{visible(file.name)}:{finding}"]
    if finding.excerpt is not None:
        line, gutter, caret = numbered(finding)
        rows += [line, gutter + caret]
    if finding.hint is not None:
        rows.append(f"hint: {visible(finding.hint)}")
    said = escape("\n".join(rows))
    yield f"    <testcase classname={quoted(file.name)} name={quoted(title)}>\n"
    if kind == "system-out":
        yield f"      <system-out>{said}</system-out>\n"
    else:
        told = f"type={quoted(finding.code)} message={quoted(finding.message)}"
        yield f"      <{kind} {told}>{said}</{kind}>\n"
    yield "    </testcase>\n"


def quoted(text: str) -> str:
    """``text`` as the value of an attribute. What XML cannot hold is escaped with all else that cannot be seen.

    >>> print(quoted("a\\x07 & b"))
    "a\\x07 &amp; b"
    """
    return quoteattr(visible(text))
