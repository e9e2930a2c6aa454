"""A file that was checked: its text and what was found in it, in the terms that the outputs share."""

import hashlib
from collections import Counter
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from attrs import frozen

from ..model.diagnostic import Diagnostic
from ..model.span import Span
from ..rules.run_rule import RUN_RULES, Identity
from ..surface.lines import Lines
from ..surface.names import exact_name, uri_of


class Region(NamedTuple):
    """Where something stands, lines and columns from 1; the end is the place after it."""

    line: int
    column: int
    end_line: int
    end_column: int


@frozen(slots=False)
class Checked:
    """What was found in one file. ``path`` is None for standard input. Where the file can't be read as text there is
    no ``text``, and ``findings`` say why. ``foreign`` is a text that is not a record; where findings were
    ``fixed``, ``text`` is the text after it and ``before`` that of the file. A foreign text that nobody asked for is
    ``left_out``: nothing is said of it. ``identity`` is what tells a record from others.
    The text of what ``is_pdf`` has a form feed between two pages.
    """

    name: str
    path: Path | None
    text: str | None
    findings: tuple[Diagnostic, ...]
    fixed: tuple[Diagnostic, ...] = ()
    foreign: bool = False
    before: str | None = None
    left_out: bool = False
    identity: Identity | None = None
    is_pdf: bool = False

    @property
    def exact_name(self) -> str:
        """What programs call the file."""
        return exact_name(self.path) if self.path else self.name

    @property
    def uri(self) -> str:
        """The file as a URI relative to the root of the repository that the command runs in, or without one to the
        folder; of a file elsewhere, absolute.
        """
        if self.path is None:
            return "stdin"
        uri = uri_of(str(self.path), root_of(Path.cwd()))
        return self.path.resolve().as_uri() if uri.startswith("../") else uri

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text or "")

    def region(self, span: Span) -> Region:
        """Where ``span`` stands."""
        return Region(*self.lines.at(span.start), *self.lines.at(span.end))

    def page(self, span: Span) -> tuple[int, int] | None:
        """The page of a PDF where ``span`` begins, and the line on it, both from 1; None for another file."""
        if not self.is_pdf or self.text is None:
            return None
        start = self.text.rfind("\f", 0, span.start) + 1
        return self.text.count("\f", 0, start) + 1, self.text.count("\n", start, span.start) + 1

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """A name for each finding that stays when lines are added above it: of the file, the rule, and the line that
        it is about; equal ones are counted.
        """
        seen: Counter[str] = Counter()
        found = []
        for finding in self.findings:
            line = (finding.excerpt or "").partition("\n")[0].strip()
            key = f"{self.uri}\0{finding.code}\0{line}\0{finding.message}"
            seen[key] += 1
            found.append(hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="replace")).hexdigest()[:16])
        return tuple(found)


@lru_cache(maxsize=8)
def root_of(folder: Path) -> str:
    """The root of the Git repository that ``folder`` is in, or the folder itself."""
    return str(next((place for place in (folder, *folder.parents) if (place / ".git").exists()), folder))


def rule_name(code: str) -> str:
    """The name of the rule of that code; the code itself for what is no rule's.

    >>> rule_name("AC107"), rule_name("AC902")
    ('misspelt-label', 'AC902')
    """
    from ..rules.table import RULES

    found = RULES.get(code) or RUN_RULES.get(code)
    return found.name if found else code
