"""Profiles: which findings count for more, and which are not shown, for the work at hand."""

from collections.abc import Iterable

from attrs import evolve, frozen

from ..model.diagnostic import Diagnostic, Severity


@frozen
class Profile:
    """Findings with a code in ``raised`` are shown as warnings, those in ``silent`` are not looked for.

    A profile changes what the command prints and its exit status, never what ``check`` or ``loads`` find.
    """

    raised: frozenset[str] = frozenset()
    silent: tuple[str, ...] = ()

    def shown(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """``findings`` as this profile has them."""
        return tuple(
            evolve(finding, severity=Severity.WARNING)
            if finding.code in self.raised and finding.severity is Severity.INFO
            else finding
            for finding in findings
        )


PROFILES = {
    # What a record on its way to readers must have: a summary, sections with something in them, a URL, the name of its
    # translator, and one date.
    "publish": Profile(raised=frozenset(("AC103", "AC104", "AC305", "AC314", "AC319", "AC403", "AC603"))),
    # The habits of the archive's older records are no news to those who keep them: masthead, padded days, http.
    "legacy": Profile(silent=("AC108", "AC126", "AC206", "AC308")),
}
NO_PROFILE = Profile()


def told_severity(code: str, severity: Severity) -> str:
    """The severity of the rule with that ``code``, and what profiles make of it, for its page.

    >>> told_severity("AC103", Severity.INFO)
    'info; warning with `--profile publish`'
    >>> told_severity("AC108", Severity.INFO), told_severity("AC301", Severity.ERROR)
    ('info; not told with `--profile legacy`', 'error')
    """
    told = [str(severity)]
    told += [
        f"warning with `--profile {name}`"
        for name, profile in PROFILES.items()
        if code in profile.raised and severity is Severity.INFO
    ]
    told += [
        f"not told with `--profile {name}`" for name, profile in PROFILES.items() if code.startswith(profile.silent)
    ]
    return "; ".join(told)
