"""Makes faults in clean records, and counts what the checker says of them and what --fix makes of them.

Run from the root of the repository: ``PYTHONPATH=tests python -m benchmarks.mutate [--list] [--table]``.

A fault is found if there is a finding that the clean record does not have; it is in place if such a finding touches the
fault, or is within one line of it, blank lines aside: where words were lost there is nothing else to point at. It is fixed if --fix gives back the clean record, or a record of the same values. A
fix does harm if the text is farther from the clean record after it than before. What nobody can see with only the file
(flag ``i``) is not counted.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path

from archivecite import Diagnostic, Severity, check, parse, to_dict
from benchmarks.mutants import body, citation, head, labels, letters
from benchmarks.mutants.core import Kind, Mutant, mutants

RECORDS = Path(__file__).parent / "mutants" / "records"
KINDS: list[Kind] = [*labels.KINDS, *head.KINDS, *citation.KINDS, *body.KINDS, *letters.KINDS]

AT_ONCE = 200  # files that one run of the command is given


@dataclass(frozen=True)
class Result:
    """What became of one fault."""

    mutant: Mutant
    findings: tuple[Diagnostic, ...]
    fixed: str
    fixed_twice: str
    clean: str
    clean_fixed: str

    @cached_property
    def found(self) -> bool:
        """There is a finding that the clean record does not have."""
        return bool(self.findings)

    @cached_property
    def warned(self) -> bool:
        """One of them is a warning or an error."""
        return any(finding.severity is not Severity.INFO for finding in self.findings)

    @cached_property
    def in_place(self) -> bool:
        """One of them is where the fault is."""
        return any(near(finding, self.mutant) for finding in self.findings)

    @cached_property
    def mended(self) -> bool:
        """--fix gave back what was right."""
        rights = {self.clean, self.clean_fixed}
        if self.fixed == self.mutant.text:
            return False
        return self.fixed in rights or any(values(self.fixed) == values(right) for right in rights)

    @cached_property
    def unstable(self) -> bool:
        """A second --fix changed something."""
        return self.fixed != self.fixed_twice

    @cached_property
    def harmed(self) -> bool:
        """--fix led away from what was right."""
        if self.mended or single_spaced(self.fixed) == single_spaced(self.mutant.text):
            return False
        rights = self.clean, self.clean_fixed
        return min(distance(self.fixed, r) for r in rights) > min(distance(self.mutant.text, r) for r in rights)


@cache
def values(text: str) -> dict[str, object] | None:
    """The values of the record, without where they stand."""
    record = parse(text).record
    return None if record is None else to_dict(record)


def single_spaced(text: str) -> str:
    """The text with one blank for each run of blanks: a doubled one that is taken away says nothing."""
    return re.sub(" +", " ", text)


def near(finding: Diagnostic, mutant: Mutant) -> bool:
    """The finding touches the fault, or is within a line of it; blank lines, on which nothing can be, don't count."""
    lines = list(accumulate(bool(line.strip()) for line in mutant.text.split("\n")))
    for start, end in mutant.spans:
        if finding.span and finding.span.start <= end and start <= finding.span.end:
            return True
        first, last = (lines[mutant.text.count("\n", 0, at)] for at in (start, end))
        if finding.line is not None and first - 1 <= lines[finding.line - 1] <= last + 1:
            return True
    return False


def distance(one: str, two: str) -> int:
    """How many characters differ: Levenshtein's distance of what is between the ends that are alike."""
    while one and two and one[0] == two[0]:
        cut = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
        one, two = one[cut:], two[cut:]
    while one and two and one[-1] == two[-1]:
        pairs = enumerate(zip(reversed(one), reversed(two), strict=False))
        cut = next((i for i, (a, b) in pairs if a != b), min(len(one), len(two)))
        one, two = one[: len(one) - cut], two[: len(two) - cut]
    if len(one) * len(two) > 250_000:
        return max(len(one), len(two))
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def new_findings(text: str, known: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings of the text that are not among the known ones."""
    left = Counter((finding.code, finding.message) for finding in known)
    new = []
    for finding in check(parse(text)):
        key = finding.code, finding.message
        if left[key]:
            left[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def fix(texts: list[str]) -> list[str]:
    """The texts after ``archivecite validate --fix``."""
    starts = range(0, len(texts), AT_ONCE)
    with ThreadPoolExecutor(2) as pool:
        return [text for some in pool.map(lambda start: _fix(texts[start : start + AT_ONCE]), starts) for text in some]


def _fix(texts: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:05}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text.encode())
        command = [sys.executable, "-m", "archivecite", "validate", "--fix", "--quiet", "--output", "concise", folder]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if b"Traceback" in done.stderr:
            raise RuntimeError(done.stderr.decode())
        return [path.read_bytes().decode() for path in paths]


def run(records: dict[str, str]) -> list[Result]:
    """Every fault in every record, checked and fixed."""
    clean_fixed = dict(zip(records, fix(list(records.values())), strict=True))
    known = {name: check(parse(text)) for name, text in records.items()}
    made = [mutant for name, text in records.items() for mutant in mutants(name, text, KINDS)]
    fixed = fix([mutant.text for mutant in made])
    twice = fix(fixed)
    return [
        Result(m, new_findings(m.text, known[m.record]), one, two, records[m.record], clean_fixed[m.record])
        for m, one, two in zip(made, fixed, twice, strict=True)
    ]


def share(results: Iterable[Result], of: Callable[[Result], bool]) -> str:
    """How many of the results are so, in per cent."""
    marks = [of(result) for result in results]
    return f"{sum(marks):4}/{len(marks):<4} {100 * sum(marks) / len(marks):3.0f} %" if marks else "        -    "


def summary(results: list[Result], records: dict[str, str]) -> Iterable[str]:
    """The figures over all."""
    seen = [r for r in results if not r.mutant.kind.invisible]
    grave = [r for r in seen if r.mutant.kind.harm == 3]
    certain = [r for r in seen if r.mutant.kind.certain]
    warned = [w for text in records.values() for w in check(parse(text)) if w.severity is not Severity.INFO]
    yield f"{len(seen)} faults of {len({r.mutant.kind.name for r in seen})} kinds in {len(records)} records"
    yield f"found                     {share(seen, lambda r: r.found)}"
    yield f"  as a warning or worse   {share(seen, lambda r: r.warned)}"
    yield f"found, of harm 3          {share(grave, lambda r: r.found)}"
    yield f"  as a warning or worse   {share(grave, lambda r: r.warned)}"
    yield f"in place, of the found    {share([r for r in seen if r.found], lambda r: r.in_place)}"
    yield f"fixed, of the certain     {share(certain, lambda r: r.mended)}"
    yield f"found invisible ones      {share([r for r in results if r.mutant.kind.invisible], lambda r: r.found)}"
    yield f"fixes that do harm        {sum(r.harmed for r in results)}"
    yield f"changed by a second --fix {sum(r.unstable for r in results)}"
    yield f"findings for one found    {sum(len(r.findings) for r in seen) / max(1, sum(r.found for r in seen)):.2f}"
    yield f"warnings on clean records {len(warned)}"
    yield from (f"  {warning}" for warning in warned)


COLUMNS: tuple[Callable[[Result], bool], ...] = (
    lambda r: r.found,
    lambda r: r.warned,
    lambda r: r.in_place,
    lambda r: r.mended,
    lambda r: r.harmed,
)
WRONG: dict[str, Callable[[Result], bool]] = {
    "not found": lambda r: not r.found,
    "not in place": lambda r: r.found and not r.in_place,
    "certain and not fixed": lambda r: r.mutant.kind.certain and not r.mended,
    "fix does harm": lambda r: r.harmed,
    "changed by a second --fix": lambda r: r.unstable,
}


def table(results: list[Result]) -> Iterable[str]:
    """The figures by kind: how many were made, found, warned of, in place, fixed, harmed."""
    kinds: dict[Kind, list[Result]] = defaultdict(list)
    for result in results:
        kinds[result.mutant.kind].append(result)
    yield f"{'group':20} {'kind':52} harm flags made found warned place fixed harmed"
    for kind, of in kinds.items():
        flags = "c" * kind.certain + "i" * kind.invisible
        counts = [len(of), *(sum(map(is_so, of)) for is_so in COLUMNS)]
        columns = " ".join(f"{count:{width}}" for count, width in zip(counts, (4, 5, 6, 5, 5, 6), strict=True))
        yield f"{kind.group:20} {kind.name:52} {kind.harm:4} {flags:5} {columns}"


def listing(results: list[Result]) -> Iterable[str]:
    """The faults that were not found, misplaced, not fixed or made worse, by kind."""
    for title, wrong in WRONG.items():
        yield f"\n== {title}"
        for result in results:
            mutant = result.mutant
            if wrong(result) and not mutant.kind.invisible:
                start, end = mutant.spans[0]
                place = mutant.text[max(0, start - 25) : min(end, start + 40) + 25]
                codes = " ".join(f"{f.code}:{f.line}" for f in result.findings)
                yield f"{mutant.kind.harm} {mutant.kind.group}: {mutant.kind.name} | {mutant.record} | {place!r} | {codes}"


def main() -> None:
    """Print the figures, and what is asked for."""
    options = argparse.ArgumentParser(description="Count what the checker finds of faults that are made.")
    options.add_argument("--list", action="store_true", help="also the faults not found, by kind")
    options.add_argument("--table", action="store_true", help="also the figures by kind")
    asked = options.parse_args()
    records = {path.stem: path.read_bytes().decode() for path in sorted(RECORDS.glob("*.txt"))}
    results = run(records)
    print("\n".join(summary(results, records)))
    if asked.table:
        print("\n".join(table(results)))
    if asked.list:
        print("\n".join(listing(sorted(results, key=lambda r: (-r.mutant.kind.harm, r.mutant.kind.name)))))


if __name__ == "__main__":
    main()
