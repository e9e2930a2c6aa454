"""A rule's page, from its docstring: what it finds, why that matters, an example, and what to write instead.

A docstring ends in ``Example, <where>:`` and ``Instead:``, each with an indented text. ``where`` names the part of a
record that the text stands in. Characters that can't be seen are written as in Python: ``\\N{SOFT HYPHEN}``, ``\\r``.
"""

from inspect import cleandoc
from textwrap import dedent
from typing import NamedTuple

from .profile import told_severity
from .rule import Rule

#: What ``{citation}`` in an example of a whole record is.
CITATION = (
    '"Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f. 558, op. 11, '
    "d. 328, ll. 51-55. Translated by Anna Weber.\n<https://digitalarchive.wilsoncenter.org/document/123456>"
)


class Page(NamedTuple):
    """A docstring in its parts; ``where`` and the examples are empty for a rule about whole files."""

    summary: str
    text: str
    where: str
    bad: str
    good: str


def read_page(rule: Rule) -> Page:
    """The parts of the docstring of ``rule``."""
    text, _, examples = cleandoc(type(rule).__doc__ or "").partition("\nExample, ")
    where, _, examples = examples.partition(":\n")
    bad, _, good = f"\n{examples}".partition("\nInstead:")
    summary, _, text = text.strip().partition("\n\n")
    return Page(" ".join(summary.split()), text, where, block(bad), block(good))


def block(text: str) -> str:
    """An indented block as it is meant: no indent, no blank line before or after, the citation in its place."""
    return dedent(text).strip("\n").rstrip().replace("{citation}", CITATION)


def write_page(rule: Rule) -> str:
    """The page of ``rule`` in Markdown."""
    page = read_page(rule)
    fixable = {
        "safe": " `--fix` fixes it.",
        "unsafe": " `--fix --unsafe-fixes` fixes it.",
        "some": " `--fix` fixes it where only one thing can be meant.",
        None: "",
    }[rule.fixes]
    severity = told_severity(rule.code, rule.severity)
    lines = [f"# {rule.code} {rule.name}", page.summary, page.text, f"Severity: {severity}.{fixable}"]
    lines += [f"## Example ({page.where})", f"```text\n{page.bad or '(nothing)'}\n```"]
    lines += ["## Instead", f"```text\n{page.good}\n```"]
    return "\n\n".join(lines) + "\n"
