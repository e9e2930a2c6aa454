"""Law 4: the characters under a value's span, unwrapped by code that is not the library's, are the value."""

from collections.abc import Iterator

import layout
import pytest
from hypothesis import example, given
from strategies import share
from strategies.seed import LETTER, SEEDS, SHORT
from strategies.source import once_wrong, texts

import archivecite as ac


def unproved(document: ac.Document) -> Iterator[str]:
    """Every value of ``document`` that its characters do not bear out."""
    text, spans, marks = document.text, document.spans, layout.markup(document.text)
    known = {}
    for pointer, _, value in layout.values(layout.record_of(document)):
        known[pointer] = value
        key = pointer.rpartition("/")[2]
        if value is None or isinstance(value, list) or pointer in ("", "/schema_version"):
            if value is None and pointer in spans:
                yield f"{pointer}: null, yet it has a span"
            continue
        if pointer not in spans:
            yield f"{pointer}: no span"
            continue
        span = spans[pointer]
        if isinstance(value, dict):
            if "text" in value and spans.get(f"{pointer}/text") != span:
                yield f"{pointer}: its text has another span"
        elif key in layout.READINGS:
            source = pointer.removesuffix(key) + layout.READINGS[key]
            if span != spans.get(source.removesuffix("/")):
                yield f"{pointer}: a reading with a span of its own"
            # A URL that goes over a line's end is one word.
            address = layout.unwrap(text, span.start, span.end, marks)[0].replace(" ", "")
            if key in ("id", "document_id") and value.removeprefix("wcda-") not in address:
                yield f"{pointer}: {value!r} is not in the URL"
        else:
            line, paragraphs = layout.unwrap(text, span.start, span.end, marks)
            if pointer == "/citation/url":
                line = line.replace(" ", "")  # a URL that goes over a line's end is one word
            if value != (paragraphs if layout.PROSE.fullmatch(pointer) else line):
                yield f"{pointer}: {value!r} is read from {span.of(text)!r}"
    yield from (f"{pointer}: a span, but no value" for pointer in spans if pointer not in known)


@share(2)
@given(texts())
@example(LETTER)
@example(SHORT)
@once_wrong
def test_values_are_what_is_printed(text: str) -> None:
    """Every as-printed value has a span, and its characters are the value; a reading shares the span of its source."""
    assert list(unproved(ac.parse(text))) == []


@share(2)
@given(texts())
@once_wrong
def test_values_of_a_citation_are_what_is_printed(text: str) -> None:
    """The same for a citation alone."""
    assert list(unproved(ac.parse_citation(text))) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_seeds_are_proved(seed: str) -> None:
    """And for the seeds."""
    assert list(unproved(ac.parse(seed))) == []


def test_marks_stand_in_their_blocks() -> None:
    """The start and end of a mark are code points of the block's text; its span is the same characters."""
    document = ac.parse(SEEDS[0])
    marks = [(i, j, block, mark) for i, block in enumerate(document.record.body) for j, mark in enumerate(block.marks)]
    assert len(marks) > 10
    for i, j, block, mark in marks:
        assert block.text[mark.start : mark.end] == document.spans[f"/body/{i}/marks/{j}"].of(document.text)
