"""Where what ``validate`` finds goes, and as what."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click
from attrs import frozen

from .checked import Checked, rule_name
from .output import write
from .report import Report, Status
from .shown import records, shown_concise, shown_full
from .streams import hand_over, say
from .temporary import remove_leftovers


@frozen
class Outlet:
    """Findings in one ``output``, or their ``statistics``, or as a ``diff`` what could be fixed; they go to ``file``,
    or to standard output when it is None. A run ``is_filter`` when standard output is for the fixed text itself.
    """

    output: str
    file: Path | None
    statistics: bool
    diff: bool
    is_filter: bool

    @property
    def for_people(self) -> bool:
        """Whether what comes out is for people, and not for another program."""
        return not self.diff and self.output in ("full", "concise")

    @property
    def is_shown(self) -> bool:
        """Whether people are shown the findings on standard output; the summary may follow there."""
        return self.for_people and self.file is None and not self.is_filter

    def write(self, results: Iterable[Checked], report: Report) -> None:
        """Write what was found as it comes."""
        pieces = self.pieces(results, report)
        if self.file is not None:
            remove_leftovers([self.file])
            plain = map(click.unstyle, pieces) if self.for_people else pieces
            write(chain([""], plain), self.file, report)  # nothing found is an empty file, and not that of before
        elif self.for_people:
            for piece in pieces:
                say(piece, err=self.is_filter)
        else:
            hand_over(pieces)

    def pieces(self, results: Iterable[Checked], report: Report) -> Iterator[str]:
        """What is written, piece by piece."""
        if self.diff:
            return differences(results, report)
        if self.statistics:
            return statistics(results, self.output == "json")
        stream = sys.stderr if self.is_filter else sys.stdout
        return shown(results, self.output, report, None if self.file else getattr(stream, "encoding", None))


def statistics(results: Iterable[Checked], as_json: bool) -> Iterator[str]:
    """How many findings there are of each rule, the most frequent first."""
    counts = Counter(finding.code for _, finding in records(results))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if as_json:
        from .listing import listed

        yield from listed({"code": code, "name": rule_name(code), "count": count} for code, count in ordered)
        return
    for code, count in ordered:
        yield f"{count:6}  {code}  {rule_name(code)}\n"


def shown(results: Iterable[Checked], output: str, report: Report, encoding: str | None) -> Iterator[str]:
    """``results`` in the ``output`` that was chosen, for a stream of that ``encoding``."""
    if output == "concise":
        return shown_concise(results)
    if output == "json":
        from .listing import write_json

        return write_json(results)
    if output == "sarif":
        from .sarif import write_sarif

        return write_sarif(results)
    if output == "github":
        from .github import write_github

        return write_github(results)
    if output == "junit":
        from .junit import write_junit

        return write_junit(results, report.failing)
    return shown_full(results, encoding)


def differences(results: Iterable[Checked], report: Report) -> Iterator[str]:
    """What --fix would change, as one patch, in which a file with two names is changed once."""
    from .patch import patch

    seen = set()
    for file in results:
        if file.fixed and file.text is not None and file.before is not None:
            report.reach(Status.FOUND)
            real = file.path and os.path.realpath(file.path)
            if real not in seen:
                yield from patch(file.path, file.before, file.text)
            seen.add(real)
