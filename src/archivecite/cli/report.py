"""What a run found: printed as it is found, and the exit status of it all."""

from collections.abc import Iterable
from enum import IntEnum

import click
from attrs import evolve

from ..model.diagnostic import Diagnostic, Severity
from ..model.visible import visible
from .doubts import NONE
from .streams import say


class Status(IntEnum):
    """The exit status. The worst over all files counts."""

    CLEAN = 0
    FOUND = 1
    FAILED = 2
    STOPPED = 130
    #: What a shell reports of a program whose output nobody reads any more.
    UNREAD = 141


class Report:
    """The findings of one run, and its ``status``."""

    def __init__(self, fail_on: str) -> None:
        grave = list(Severity)
        self.failing = grave[: grave.index(Severity(fail_on)) + 1]
        self.status = Status.CLEAN
        #: Whether anything was read, or was to be: of a folder that has only a README there is nothing to say.
        self.met = False
        #: What was not read with certainty; nothing is wrong with it.
        self.doubts = NONE

    def finish(self) -> Status:
        """The status of the run, in which something must have been met; what is in doubt is said in one line."""
        if any(self.doubts):
            say(f"not read with certainty, so only the text is kept: {self.doubts}\n", err=True)
        if not self.met and self.status is Status.CLEAN:
            self.fail("archivecite", "expected records, got none")
        return self.status

    def reach(self, status: Status) -> None:
        """Make the status at least ``status``."""
        self.status = max(self.status, status)

    def fail(self, name: str, problem: str) -> None:
        """Say that ``name`` can't be read or written, and why."""
        say(f"{visible(f'{name}: error: {problem}')}\n", err=True)
        self.reach(Status.FAILED)

    def refuse(self, name: str, findings: Iterable[Diagnostic], status: Status) -> None:
        """Say, one line each, why nothing was read from ``name``."""
        for finding in findings:
            say(f"{located(name, finding)}\n", err=True)
        self.reach(status)

    def counts(self, finding: Diagnostic) -> bool:
        """Whether ``finding`` is grave enough to change the status."""
        return finding.severity in self.failing

    def find(self, name: str, findings: Iterable[Diagnostic], line: int = 1) -> None:
        """Say, one line each, which findings on what was read from ``name`` are grave enough to change the status."""
        for finding in filter(self.counts, findings):
            say(f"{located(name, finding, line)}\n", err=True)
            self.reach(Status.FOUND)


def located(name: str, finding: Diagnostic, line: int = 1) -> str:
    """``finding`` in one line after its file's name; its text began at ``line`` of the file.

    >>> located("a.txt", Diagnostic(code="AC101", severity=Severity.WARNING, message="unread", line=2, column=1))
    'a.txt:2:1: AC101 warning: unread'
    """
    if finding.line is None:
        return f"{visible(name)}: {finding}"
    return f"{visible(name)}:{evolve(finding, line=finding.line + line - 1)}"


fail_on = click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.WARNING.value,
    show_default=True,
    help="The least severity of a finding that makes the exit status 1.",
)
