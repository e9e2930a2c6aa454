"""The help of every command, as ``--help`` prints it."""

import click

from archivecite.cli import archivecite

#: The width of a terminal that most pages have room for.
WIDTH = 88


def commands() -> str:
    """A section for each command, with its help."""
    sections = [section(archivecite, "archivecite")]
    sections += [section(command, f"archivecite {name}") for name, command in sorted(archivecite.commands.items())]
    return "\n\n".join(sections)


def section(command: click.Command, name: str) -> str:
    """What a command's ``--help`` prints, under its name."""
    context = click.Context(command, info_name=name, max_content_width=WIDTH, terminal_width=WIDTH)
    context.help_option_names = ["-h", "--help"]
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```"
