"""The command ``archivecite``. Only here is anything printed.

Whatever costs time to import is imported by the command that needs it, when it runs.
"""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..model.terms import WordFileError
from ..model.visible import visible
from .report import Status
from .stopping import unwind_on_signals
from .streams import escape_what_encodings_lack, give_up, is_unread, say

#: The commands, each with a module of its name.
COMMANDS = ("convert", "diff", "formats", "new", "rule", "schema", "show", "tree", "validate")


class Archivecite(click.Group):
    """The group of all commands, which imports the one that is asked for, and knows what to do when nobody reads what
    it prints.
    """

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click gives it
        """The command of a name, if there is one."""
        return command(cmd_name) if cmd_name in COMMANDS else None

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Read the arguments; help is printed on the way."""
        try:
            return super().make_context(*arguments, **extra)
        except OSError as error:
            raise click.exceptions.Exit(give_up_standard_output(error)) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; all problems with files are its own, so one that is left is with standard output."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            return give_up_standard_output(error)


def command(name: str) -> click.Command:
    """The command called ``name``."""
    found: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
    return found


@click.group(
    cls=Archivecite,
    commands=dict.fromkeys(COMMANDS, click.Command(None)),  # for their names; get_command has the commands
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="archivecite")
def archivecite() -> None:
    """Read, check and convert text records of the Wilson Center Digital Archive."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process when None) and return its exit status.

    >>> run(["convert", "no-such-file.txt"])
    2
    """
    escape_what_encodings_lack()
    try:
        return int(archivecite.main(arguments, prog_name="archivecite", standalone_mode=False) or 0)
    except click.ClickException as error:
        return refuse(error)
    except WordFileError as error:
        say(f"Error: {visible(str(error))}\n", err=True)
        return Status.FAILED
    except click.Abort:
        say("archivecite: stopped\n", err=True)
        return Status.STOPPED


def refuse(error: click.ClickException) -> int:
    """Print how the command is used and what was wrong, which may quote an argument or a file; the exit status."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        say(f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n", err=True)
    say(f"Error: {visible(error.format_message())}\n", err=True)
    return error.exit_code


def give_up_standard_output(error: OSError) -> Status:
    """Write no more to standard output, and say why, unless nobody reads it any more; the exit status."""
    give_up(sys.stdout)
    if is_unread(error):
        return Status.UNREAD
    say(f"standard output: error: can't be written: {error.strerror or error}\n", err=True)
    return Status.FAILED


def main() -> None:
    """Run the command and end the process."""
    unwind_on_signals()
    # In a short run the collector would look for garbage mostly in what the imports made, where there is none.
    gc.set_threshold(50_000)
    status = run()
    gc.freeze()  # nor need it look through all that goes with the process
    sys.exit(status)
