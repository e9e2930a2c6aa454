"""What a run of ``validate`` has come to: counted while files are checked, told in its last line."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from ..rules.profile import NO_PROFILE, Profile
from .checked import Checked
from .report import Report, Status


class Tally:
    """What a run of ``validate`` has come to so far."""

    def __init__(
        self, report: Report, known: frozenset[str], profile: Profile = NO_PROFILE, noun: str = "record"
    ) -> None:
        self.report = report
        self.profile = profile
        self.noun = noun
        self.known = known
        self.checked = self.unread = self.foreign = self.findings = self.fixed = self.hidden = self.safe = (
            self.unsafe
        ) = 0

    def follow(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """``results`` without what the baseline knows, each counted."""
        for result in results:
            if result.left_out:
                continue
            self.report.met = True
            if not result.foreign and result.text is not None:
                result = evolve(result, findings=self.profile.shown(result.findings))  # noqa: PLW2901
            file = self.without_known(result)
            if file.text is None:
                self.unread += 1
                self.report.refuse(file.name, file.findings, Status.FAILED)
            elif file.foreign:
                self.foreign += 1
                self.report.refuse(file.name, result.findings, Status.FOUND)
            else:
                self.checked += 1
                self.findings += len(file.findings)
                for finding in file.findings:
                    if self.report.counts(finding):
                        self.report.reach(Status.FOUND)
                    if finding.fix:
                        self.safe += finding.fix.safe
                        self.unsafe += not finding.fix.safe
            self.fixed += len(file.fixed)
            yield file

    def without_known(self, file: Checked) -> Checked:
        """``file`` without the findings that the baseline has."""
        if not self.known:
            return file
        pairs = zip(file.findings, file.fingerprints, strict=True)
        new = tuple(finding for finding, fingerprint in pairs if fingerprint not in self.known)
        self.hidden += len(file.findings) - len(new)
        return evolve(file, findings=new)

    def summary(self, unsafe_fixes: bool, diff: bool) -> str:
        """One line on it all."""
        said = f"{counted(self.checked, self.noun)} checked, {counted(self.findings, 'finding')}"
        if self.foreign:
            said += f", {counted(self.foreign, 'file')} of another layout"
        if self.unread:
            said += f", {counted(self.unread, 'file')} not read"
        if self.fixed:
            said += f", {self.fixed} {'to fix' if diff else 'fixed'}"
        if self.hidden:
            said += f", {self.hidden} known before"
        if not diff and self.safe + self.unsafe:
            safe = self.safe + (self.unsafe if unsafe_fixes else 0)
            unsafe = self.safe + self.unsafe - safe
            ways = [f"{safe} fixable with --fix"] if safe else []
            if unsafe:
                ways.append(f"{unsafe} {'' if safe else 'fixable '}with --fix --unsafe-fixes")
            said += f" ({', '.join(ways)})"
        return said


def counted(number: int, noun: str) -> str:
    """``number`` and ``noun``, in the plural where that is right.

    >>> counted(1, "record"), counted(0, "finding")
    ('1 record', '0 findings')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
