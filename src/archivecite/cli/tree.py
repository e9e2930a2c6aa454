"""``archivecite tree``: the parse trees of a citation."""

import click

from .streams import say


@click.command(short_help="Show how a citation is parsed.")
@click.option("--citation", "text", metavar="TEXT", required=True, help="The citation, in quotes.")
def tree(text: str) -> int:
    """Show how a citation is parsed: its pieces, the rules and tokens of the grammar, and what no rule took."""
    from ..syntax.tree import drawn

    for line in drawn(" ".join(text.split())):
        say(f"{line}\n")
    return 0
