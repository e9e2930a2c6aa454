"""The command ``archivecite``. Only here is anything printed.

Whatever costs time to import is imported by the command that needs it, when it runs.
"""

import gc
import sys
from collections.abc import Sequence
from typing import Any

import click

from .convert import convert
from .output import give_up_standard_output
from .report import Status
from .rule import rule
from .stopping import unwind_on_signals
from .validate import validate


class Archivecite(click.Group):
    """The group of all commands, which knows what to do when nobody reads what they print."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; all problems with files are its own, so one that is left is with standard output."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            give_up_standard_output(error)
            return Status.FAILED


@click.group(
    cls=Archivecite, commands=[convert, rule, validate], context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="archivecite")
def archivecite() -> None:
    """Read, check and convert text records of the Wilson Center Digital Archive."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process when None) and return its exit status.

    >>> run(["convert", "no-such-file.txt"])
    2
    """
    try:
        return int(archivecite.main(arguments, prog_name="archivecite", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:  # help that can't be printed
        give_up_standard_output(error)
        return Status.FAILED
    except click.Abort:
        click.echo("archivecite: stopped", err=True)
        return Status.STOPPED


def main() -> None:
    """Run the command and end the process."""
    unwind_on_signals()
    # In a short run the collector would look for garbage mostly in what the imports made, where there is none.
    gc.freeze()
    gc.set_threshold(10_000)
    sys.exit(run())
