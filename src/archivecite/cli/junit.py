"""Findings as JUnit's XML, which build servers show as tests: a file is a suite, a finding a test that fails."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..model.diagnostic import Diagnostic, Severity
from .checked import Checked, rule_name


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
    said = "\n".join(filter(None, (f"{file.name}:{finding}", finding.excerpt, finding.hint)))
    yield f"    <testcase classname={quoted(file.name)} name={quoted(title)}>\n"
    if kind == "system-out":
        yield f"      <system-out>{clean(escape(said))}</system-out>\n"
    else:
        told = f"type={quoted(finding.code)} message={quoted(finding.message)}"
        yield f"      <{kind} {told}>{clean(escape(said))}</{kind}>\n"
    yield "    </testcase>\n"


def quoted(text: str) -> str:
    """``text`` as the value of an attribute."""
    return quoteattr(clean(text))


def clean(text: str) -> str:
    """``text`` without what XML can't hold.

    >>> clean("a\\x07b")
    'a\N{REPLACEMENT CHARACTER}b'
    """
    return "".join(c if is_xml(c) else "\N{REPLACEMENT CHARACTER}" for c in text)


def is_xml(character: str) -> bool:
    """Whether XML can hold ``character``: no control, no half of a pair, none of the two that mean nothing."""
    if character < " ":
        return character in "\t\n"
    return not "\ud800" <= character <= "\udfff" and character not in "\ufffe\uffff"
