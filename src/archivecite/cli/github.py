"""Findings as GitHub's workflow commands, which put them beside the lines of a change."""

from collections.abc import Iterable, Iterator

from ..model.diagnostic import Severity
from ..model.visible import visible
from .checked import Checked, rule_name

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write_github(files: Iterable[Checked]) -> Iterator[str]:
    """One command for each finding in ``files``: ``::warning file=…,line=…::message``."""
    for file in files:
        for finding in file.findings:
            properties = {"file": visible(file.exact_name)}
            if finding.span and file.text is not None:
                place = file.region(finding.span)
                properties |= {"line": str(place.line), "endLine": str(place.end_line)}
                if place.line == place.end_line:  # GitHub takes columns within one line only
                    properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
            properties["title"] = f"{finding.code} {rule_name(finding.code)}"
            given = ",".join(f"{name}={escaped(value, ':,')}" for name, value in properties.items())
            message = visible(finding.message + (f" ({finding.hint})" if finding.hint else ""))
            yield f"::{COMMANDS[finding.severity]} {given}::{escaped(message)}\n"


def escaped(text: str, also: str = "") -> str:
    """``text`` as a command's value: the sign of the escape, newlines, and what else means something there.

    >>> escaped("a, b: 5%", ":,")
    'a%2C b%3A 5%25'
    """
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" or c in also else c for c in text)
