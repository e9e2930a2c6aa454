"""The help of every command, as ``--help`` prints it."""

import click

from archivecite.cli import COMMANDS, archivecite, command

#: The width of a terminal that most pages have room for.
WIDTH = 88


def commands() -> str:
    """A section for each command, with its help."""
    sections = [section(archivecite, "archivecite")]
    sections += [section(command(name), f"archivecite {name}") for name in COMMANDS]
    return "\n\n".join(sections)


def section(asked: click.Command, name: str) -> str:
    """What a command's ``--help`` prints, under its name."""
    context = click.Context(asked, info_name=name, max_content_width=WIDTH, terminal_width=WIDTH)
    context.help_option_names = ["-h", "--help"]
    return f"## {name}\n\n```text\n{asked.get_help(context)}\n```"
