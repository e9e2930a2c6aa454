"""Laws 2 and 9: reading raises nothing, whatever the text; what refuses, refuses with ``InvalidRecord``."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from strategies import share
from strategies.record import records
from strategies.source import once_wrong, texts

import archivecite as ac


@share(3)
@given(texts())
@example("")
@example("Citation:")
@example("**Citation:**\n\n**")
@example("\ud800")
@once_wrong
def test_every_text_is_read(text: str) -> None:
    """``parse`` and ``check`` raise nothing, nor do the spans, what is unread, and the text of each finding.

    ``loads`` succeeds exactly when ``check`` has no error (law 9), and raises ``InvalidRecord`` when it has.
    """
    document = ac.parse(text)
    findings = ac.check(document)
    assert [finding for finding in findings if not str(finding)] == []
    for span in (*document.spans.values(), *document.unread, *(f.span for f in findings if f.span)):
        assert 0 <= span.start <= span.end <= len(text)
    errors = [finding for finding in findings if finding.severity is ac.Severity.ERROR]
    try:
        assert ac.loads(text) == document.record
        assert not errors
    except ac.InvalidRecord as error:
        assert list(error.diagnostics) == errors
    if document.family == "unknown":
        assert document.record == ac.Record()


@share(6)
@given(texts())
@example("")
@example('"')
@example("https://")
@once_wrong
def test_every_text_is_read_as_a_citation(text: str) -> None:
    """``parse_citation`` raises nothing; all its record has is a citation, and a valid one."""
    document = ac.parse_citation(text)
    assert document.record == ac.Record(citation=document.record.citation)
    assert ac.from_json(ac.to_json(document.record)) == document.record
    for span in (*document.spans.values(), *document.unread):
        assert 0 <= span.start <= span.end <= len(text)


@share(6)
@given(texts())
def test_every_text_is_read_as_a_date_or_refused(text: str) -> None:
    """``parse_date`` keeps the text as it stands, unwrapped; only white space is no date."""
    try:
        assert ac.parse_date(text).text == " ".join(text.split())
    except ac.InvalidRecord:
        assert not text.strip()


@share(6)
@given(records(), st.sampled_from(["plain", "markdown", "classic", "no such family"]))
def test_a_record_is_written_or_refused(record: ac.Record, family: str) -> None:
    """``dumps`` raises ``InvalidRecord``, or nothing."""
    try:
        assert isinstance(ac.dumps(record, family=family), str)
    except ac.InvalidRecord as error:
        assert error.diagnostics


#: Any JSON there is, and JSON that is nearly a record.
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(exclude_categories=()))),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=8,
)


@st.composite
def json_like_records(draw: st.DrawFn) -> str:
    """The JSON of a record with any JSON in the place of some value, and characters taken out or put in."""
    value: Any = json.loads(ac.to_json(draw(records())))
    place = value
    for _ in range(draw(st.integers(0, 5))):
        inner = [key for key, item in (place.items() if isinstance(place, dict) else enumerate(place)) if item]
        if not inner or not isinstance(place[key := draw(st.sampled_from(inner))], dict | list):
            break
        place = place[key]
    if place:
        place[draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))] = draw(json_values)
    text = json.dumps(value)
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.text(max_size=3)) + text[at + draw(st.integers(0, 3)) :]
    return text


@share(6)
@given(st.one_of(texts(), json_values.map(json.dumps), json_like_records()))
@example("[" * 100_000)
@example('{"schema_version": ' + "1" * 5000 + "}")
@example("NaN")
@example('"\\ud800"')
def test_any_json_is_a_record_or_refused(text: str) -> None:
    """``from_json`` raises ``InvalidRecord``, or nothing; what it takes, ``to_json`` gives."""
    try:
        record = ac.from_json(text)
    except ac.InvalidRecord as error:
        assert [finding.code for finding in error.diagnostics] == ["AC904"]
        assert str(error)
    else:
        assert json.loads(ac.to_json(record)) == json.loads(text)
