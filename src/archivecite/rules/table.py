"""The one table of rules, by code, and ``check``, which runs them."""

from ..model.diagnostic import Diagnostic
from ..syntax.document import Document
from .layout import UnreadText
from .reading import NotThisLayout
from .rule import Rule, run

RULES: dict[str, Rule] = {rule.code: rule for rule in (UnreadText(), NotThisLayout())}


def check(document: Document) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with ``document``, in the order of its text.

    >>> from archivecite import parse
    >>> [str(finding)[:14] for finding in check(parse("A shopping list"))]
    ['1:1: AC901 err']
    """
    return tuple(run(RULES.values(), document))
