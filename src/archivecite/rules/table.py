"""The one table of rules, by code, and ``check``, which runs them."""

from collections.abc import Iterable

from ..model.argument import expect
from ..model.diagnostic import Diagnostic
from ..syntax.document import Document
from . import (
    agreement,
    archive,
    body,
    breaks,
    characters,
    citation,
    citation_signs,
    contents,
    credit,
    dates,
    day,
    digital_archive,
    edges,
    ending,
    gaps,
    head_order,
    label,
    language,
    layout,
    leftover,
    letters,
    locator,
    note,
    number,
    odd_name,
    page_range,
    punctuation,
    quotation,
    reading,
    remains,
    repetition,
    sign,
    signature,
    slips,
    statement,
    style,
    translation,
    unread,
    url,
    url_dress,
    word_shape,
)
from .rule import Rule, run
from .subject import Subject

FAMILIES = (
    layout, label, characters, leftover, dates, day, citation, sign, url, statement, archive, locator, number, contents,
    credit, language, translation, body, letters, edges, ending, note, signature, agreement, slips, style, reading,
    remains, punctuation, repetition, citation_signs, breaks, gaps, quotation,
    word_shape, digital_archive, url_dress, odd_name, head_order, page_range, unread,
)  # fmt: skip

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (
            kind()
            for family in FAMILIES
            for kind in vars(family).values()
            if isinstance(kind, type) and issubclass(kind, Rule) and hasattr(kind, "code")
        ),
        key=lambda rule: rule.code,
    )
}

#: The code of each rule by its name.
NAMES: dict[str, str] = {rule.name: code for code, rule in RULES.items()}


def check(
    document: Document,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    file: str | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with ``document``, in the order of its text.

    ``select`` and ``ignore`` are codes, their beginnings (``["AC5"]`` is all that is about the body), or names of rules
    (``["broken-paragraph"]``). ``file`` is the name of the file that the document was read from; without it, nothing is
    said about the name.

    >>> from archivecite import parse
    >>> [str(finding)[:14] for finding in check(parse("A shopping list"))]
    ['1:1: AC901 err']
    """
    expect("check", document, Document, "a Document", "parse gives one for a text, and dumps the text of a Record")
    wanted, unwanted = beginnings(select) if select is not None else ("",), beginnings(ignore or ())

    def is_wanted(code: str) -> bool:
        return code.startswith(wanted) and not (unwanted and code.startswith(unwanted))

    return tuple(run(RULES.values(), Subject(document, file), is_wanted))


def code_of(word: str) -> str:
    """The code, or beginning of codes, that ``word`` is, or that the rule of that name has.

    >>> code_of("misspelt-label"), code_of("ac5")
    ('AC107', 'AC5')
    """
    return NAMES.get(word.lower()) or word.upper()


def beginnings(codes: Iterable[str]) -> tuple[str, ...]:
    """``codes``, beginnings of codes or names of rules, as codes; raises ``TypeError`` for anything else."""
    if isinstance(codes, str):
        raise TypeError(f"check: expected a list of codes, got the str {codes!r:.80}")
    expect("check", codes, Iterable, "a list of codes")
    given = tuple(codes)
    for code in given:
        expect("check", code, str, "codes as str")
    return tuple(map(code_of, given))
