"""The rules against records that are right, and against records that were spoilt in a known way."""

from collections import Counter
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from strategies.record import written
from strategies.text import arbitrary, hostile

import archivecite as ac
from archivecite.rules.fix import edited, fix_document
from rules.generated import CORRUPTIONS, laid_out, parts

#: How many records each corruption is tried on.
EACH = 4
VALID = 500


@cache
def corrupted() -> tuple[tuple[str, str, ac.Document], ...]:
    """Every corruption of a few records: the code that it must raise, what was done, and what came of it."""
    found = []
    for number, (code, done, corrupt) in enumerate(CORRUPTIONS):
        for trial in range(EACH):
            record = parts(Random(1000 + number * EACH + trial))
            text = laid_out(record)
            if (spoilt := corrupt(text, record)) != text:
                found.append((code, done, ac.parse(spoilt)))
    return tuple(found)


def test_corruptions_raise_their_codes() -> None:
    """Of over 200 corruptions at least 95 % raise the code that they must, and every kind of them does at least once."""
    raised: Counter[str] = Counter()
    missed = []
    for code, done, document in corrupted():
        if code in {finding.code for finding in ac.check(document)}:
            raised[done] += 1
        else:
            missed.append((code, done))
    assert raised.total() + len(missed) >= 200
    assert raised.total() >= 0.95 * (raised.total() + len(missed)), missed
    assert set(raised) == {done for _, done, _ in CORRUPTIONS}


def test_valid_records_are_left_in_peace() -> None:
    """On 500 valid records, in three families, nothing is found that is more than info."""
    for seed in range(VALID):
        document = ac.parse(laid_out(parts(Random(seed))))
        loud = [str(finding) for finding in ac.check(document) if finding.severity is not ac.Severity.INFO]
        assert loud == [], seed


def test_fixing_never_makes_worse() -> None:
    """After all that can be fixed is, no kind of finding has become more frequent, and no fix is left to make; but a
    label that is read at last may show what is wrong under it.
    """
    fixed_at_all = 0
    for _, done, document in corrupted():
        before = Counter(finding.code for finding in ac.check(document))
        fixed, made = fix_document(document, ac.check, unsafe=True)
        after = Counter(finding.code for finding in ac.check(fixed))
        shown = {"AC319"} if "AC107" in {finding.code for finding in made} else set()
        assert all(after[code] <= before[code] for code in after if code not in shown), done
        assert bool(made) == (fixed.text != document.text)
        fixed_at_all += bool(made)
        again, more = fix_document(fixed, ac.check, unsafe=True)
        assert (again.text, more) == (fixed.text, ())
    assert fixed_at_all > 50


def test_safe_fixes_bring_back_the_record() -> None:
    """What safe fixes change is as it was before it was spoilt: the values are the ones of the record."""
    exact = {"AC107", "AC110", "AC111", "AC113", "AC308", "AC318"}
    for number, (code, done, corrupt) in enumerate(CORRUPTIONS):
        if code not in exact:
            continue
        record = parts(Random(1000 + number * EACH))
        text = laid_out(record)
        spoilt = ac.parse(corrupt(text, record))
        fixed, _ = fix_document(spoilt, ac.check)
        assert fixed.record == ac.parse(text).record, done


@given(st.one_of(arbitrary(), hostile(), written()))
def test_findings_are_in_order_and_in_the_text(text: str) -> None:
    """Of any text at all, the findings are sorted, each once, point into the text, and their fixes don't overlap."""
    findings = ac.check(ac.parse(text))
    places = [(f.span.start, f.span.end, f.code) for f in findings if f.span]
    assert len(places) == len(findings)
    assert places == sorted(set(places))
    assert all(0 <= start <= end <= len(text) for start, end, _ in places)
    for finding in findings:
        ends = [
            place for edit in (finding.fix.edits if finding.fix else ()) for place in (edit.span.start, edit.span.end)
        ]
        assert ends == sorted(ends) and (not ends or ends[-1] <= len(text))


@given(st.one_of(arbitrary(), written()))
def test_fixing_is_total(text: str) -> None:
    """Any text at all can be fixed, as far as it goes, and what is fixed stays fixed."""
    fixed, _ = fix_document(ac.parse(text), ac.check, unsafe=True)
    assert fix_document(fixed, ac.check, unsafe=True)[0].text == fixed.text


def test_edits_are_made_all_at_once() -> None:
    """Edits count their places in the text before any was made."""
    edits = [ac.Edit(ac.Span(4, 5), "ty"), ac.Edit(ac.Span(0, 1), "T"), ac.Edit(ac.Span(2, 2), "-")]
    assert edited("to sea", edits) == "To- stya"
