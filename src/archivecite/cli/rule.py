"""``archivecite rule``: what a rule finds, why that matters, and what to do."""

import click

from .streams import say


@click.command(short_help="Tell what a rule is about.")
@click.argument("code", required=False)
def rule(code: str | None) -> int:
    """Tell what the rule CODE, by code or name, finds, why that matters, and what to write instead. Without CODE, list
    all rules.
    """
    from ..rules.page import write_page
    from ..rules.reading import FAILURES
    from ..rules.run_rule import RUN_RULES
    from ..rules.table import RULES

    if code is None:
        named = [(number, known.severity, known.name) for number, known in RULES.items()]
        named += [(over.code, over.severity, over.name) for over in RUN_RULES.values()]
        for number, severity, name in named:
            say(f"{number}  {severity:7}  {name}\n")
        return 0
    if failure := FAILURES.get(code.upper()):
        say(failure)
        return 0
    if run := next(
        (known for known in RUN_RULES.values() if code.upper() == known.code or code.lower() == known.name), None
    ):
        say(run.page)
        return 0
    found = RULES.get(code.upper()) or next((known for known in RULES.values() if known.name == code.lower()), None)
    if found is None:
        raise click.UsageError(f'There is no rule "{code}": archivecite rule lists them all.')
    say(write_page(found))
    return 0
