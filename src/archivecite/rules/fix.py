"""Fixing a document: the fixes of its findings are made, and shown to leave fewer findings than there were."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..model.diagnostic import Diagnostic, Edit
from ..model.span import Span
from ..syntax.document import Document, parse

#: A fix may bring to light what another can fix: a label that is read at last, and its bold marks.
ROUNDS = 10

#: Each attempt reads and checks the whole text; so many find one fix that spoils the others among thousands.
ATTEMPTS = 100

#: By the code of a rule that compares two parts of a record, the part that it can't do without, nor point at.
COMPARED = {"AC411": "/original_languages/0", "AC601": "/citation/title", "AC602": "/citation/date"}

Check = Callable[[Document], Sequence[Diagnostic]]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits``, which don't overlap, made.

    >>> from archivecite import Span
    >>> edited("Sumary:", [Edit(Span(0, 6), "Summary")])
    'Summary:'
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        pieces += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*pieces, text[done:]))


def compatible(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings whose fixes can be made at once: of two that would change the same characters, the first."""
    chosen: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for finding in findings:
        own = [(edit.span.start, edit.span.end) for edit in finding.fix.edits] if finding.fix else []
        put = [place for place in own if take(place, taken)]
        if own and put == own:
            chosen.append(finding)
        else:
            for place in put:
                del taken[bisect_left(taken, place)]
    return chosen


def take(place: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Put ``place`` among the places ``taken``, which are in order, unless it is one of them or overlaps one."""
    index = bisect_left(taken, place)
    if index and taken[index - 1][1] > place[0]:
        return False
    if index < len(taken) and (taken[index][0] < place[1] or taken[index] == place):
        return False
    taken.insert(index, place)
    return True


def fix_document(document: Document, check: Check, unsafe: bool = False) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document with all that can be fixed, and the findings that were.

    ``check`` finds what there is to fix. A fix that would bring a finding of another kind, or not remove its own, is
    not made; one on text that was unread before is not brought by the fix that makes it read.

    >>> from archivecite import check, parse
    >>> text = 'Citation: "A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI.\\n\\nSumary: Short.'
    >>> fixed, findings = fix_document(parse(text), check)
    >>> fixed.record.summary, [finding.code for finding in findings]
    ('Short.', ['AC107'])
    """
    made: list[Diagnostic] = []
    refused: set[tuple[str, str]] = set()
    findings = check(document)
    attempts = ATTEMPTS
    for _ in range(ROUNDS):
        wanted = [
            finding
            for finding in findings
            if finding.fix and (unsafe or finding.fix.safe) and (finding.code, finding.message) not in refused
        ]
        # Where one fix spoils the whole, halves show which; what is tried first comes last.
        untried = [chosen] if (chosen := compatible(wanted)) else []
        if not untried:
            break
        while untried and attempts:
            chosen = untried.pop()
            attempts -= 1
            if attempt := attempted(document, findings, chosen, check):
                document, findings = attempt
                made += chosen
                break
            if len(chosen) == 1:
                refused.add((chosen[0].code, chosen[0].message))
            else:
                middle = len(chosen) // 2
                untried += (chosen[middle:], chosen[:middle])
    return document, tuple(made)


def attempted(
    document: Document, findings: Sequence[Diagnostic], chosen: Sequence[Diagnostic], check: Check
) -> tuple[Document, Sequence[Diagnostic]] | None:
    """The document with the fixes of ``chosen`` made and what is left to find, or None if that is no better."""
    edits = [edit for finding in chosen if finding.fix for edit in finding.fix.edits]
    fixed = parse(edited(document.text, edits))
    left = check(fixed)
    hidden = revealed(document, fixed, edits, left)
    before, after = Counter(one.code for one in findings), Counter(one.code for one in left if one not in hidden)
    gone = Counter(finding.code for finding in chosen)
    return (fixed, left) if all(after[code] <= before[code] - gone[code] for code in before | after) else None


def revealed(
    document: Document, fixed: Document, edits: Sequence[Edit], left: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """Which of the findings ``left`` in ``fixed`` are on text that was unread in ``document``, as a section is whose
    label was misspelt, or compare a read text with it. They were there before, and nobody could see them.
    """
    unread = document.unread
    if not unread or size(fixed.unread) >= size(unread):
        return []
    new = {code for code, pointer in COMPARED.items() if pointer in fixed.spans and pointer not in document.spans}
    shifts = sorted((edit.span.start, len(edit.text) - (edit.span.end - edit.span.start)) for edit in edits)
    changed = [(edit.span.start, edit.span.end) for edit in edits]
    found = []
    for finding in left:
        if finding.span is not None:
            start = finding.span.start
            for place, shift in shifts:
                start -= shift if place < start else 0
            inside = any(span.start <= start < span.end for span in unread)
            if finding.code in new or (inside and not any(low <= start < high for low, high in changed)):
                found.append(finding)
    return found


def size(spans: Iterable[Span]) -> int:
    """How many characters are in ``spans``."""
    return sum(span.end - span.start for span in spans)
