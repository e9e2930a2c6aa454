"""Law 7: a record is its JSON, key for key; any other JSON is refused with the path of what is wrong."""

import json
from collections.abc import Callable
from typing import Any

import layout
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import share
from strategies.record import records
from strategies.seed import SEEDS
from strategies.source import texts

import archivecite as ac


def path(pointer: str) -> str:
    """``pointer`` as the JSON path that errors name: ``/notes/2/date`` is ``$.notes[2].date``."""
    return "$" + "".join(f"[{key}]" if key.isdigit() else f".{key}" for key in pointer.split("/")[1:])


def refusal(text: str) -> ac.Diagnostic:
    """The one finding with which ``text`` is refused."""
    with pytest.raises(ac.InvalidRecord) as error:
        ac.from_json(text)
    [finding] = error.value.diagnostics
    assert finding.code == "AC904"
    return finding


def at(value: Any, pointer: str) -> Any:
    """The value at ``pointer``."""
    for key in pointer.split("/")[1:]:
        value = value[int(key) if isinstance(value, list) else key]
    return value


@share(3)
@given(records())
def test_a_record_comes_back_from_json(record: ac.Record) -> None:
    """``from_json(to_json(r)) == r``, compact and indented."""
    text = ac.to_json(record)
    assert ac.from_json(text) == record
    assert ac.from_json(ac.to_json(record, indent=2)) == record
    assert "\n" not in text


@share(3)
@given(texts())
def test_a_record_that_was_read_comes_back_from_json(text: str) -> None:
    """The same for records that came from reading, of whose values most ran no validator: reading their JSON does."""
    record = ac.parse(text).record
    assert ac.from_json(ac.to_json(record)) == record


def test_every_key_is_there_and_non_ascii_is_kept() -> None:
    """An empty record has all its keys, null or empty; letters stay as they are, without white space between."""
    empty = json.loads(ac.to_json(ac.Record()))
    assert list(empty) == (
        "schema_version id date title citation summary credits original_languages contents body notes".split()
    )
    assert {key: value for key, value in empty.items() if value not in (None, [])} == {"schema_version": 1}
    assert '"title":"Łódź"' in ac.to_json(ac.Record(title="Łódź"))


@share(3)
@given(st.one_of(records(), st.sampled_from(SEEDS).map(lambda seed: ac.parse(seed).record)), st.data())
def test_json_that_is_not_exactly_a_record_is_refused(record: ac.Record, data: st.DataObject) -> None:
    """A key too many, too few or twice, a value of another type: each is refused with the path of where it is."""
    whole = json.loads(ac.to_json(record))
    places = list(layout.values(whole))
    pointer, _, value = data.draw(st.sampled_from(places))
    wrong: list[Any] = [7, True, 1.0, float("nan"), {}, {"text": "x"}, [[]], [7], [None], "  two  blanks "]
    if isinstance(value, dict):
        key = data.draw(st.sampled_from([*value, "unknown"]))
        if key == "unknown":
            value[key] = None
        else:
            del value[key]
        # Where the kind says which keys there are, it is the kind that is wrong.
        assert refusal(json.dumps(whole)).pointer in (path(pointer), f"{path(pointer)}.kind" if key == "kind" else None)
        return
    assume(pointer)
    if isinstance(value, list):
        wrong += ["a string", None]
    if isinstance(value, int):
        wrong += ["1", None, -1]
        wrong.remove(7)
    parent, _, key = pointer.rpartition("/")
    other = data.draw(st.sampled_from(wrong))
    owner = at(whole, parent)
    owner[int(key) if isinstance(owner, list) else key] = other
    found = refusal(json.dumps(whole)).pointer or ""
    if not isinstance(other, dict | list):
        assert found in (path(pointer), path(parent))
    assert found.startswith(path(parent))


@pytest.mark.parametrize(
    ("change", "pointer", "words"),
    [
        (lambda r: r.update(author="X"), "$", "author"),
        (lambda r: r["citation"].pop("url"), "$.citation", "url"),
        (lambda r: r.update(schema_version=True), "$.schema_version", "true"),
        (lambda r: r.update(schema_version=2), "$.schema_version", "2"),
        (lambda r: r.update(body="text"), "$.body", "list"),
        (lambda r: r["citation"].update(document_id="7"), "$.citation.document_id", "112639"),
        (lambda r: r["body"][0].update(kind="poem"), "$.body[0].kind", "poem"),
        (lambda r: r["body"][0].update(marks={}), "$.body[0].marks", "list"),
        (lambda r: r.update(title=float("nan")), "$.title", "NaN"),
        (lambda r: r["date"].update(text=" 1962"), "$.date.text", "white space"),
    ],
)
def test_a_refusal_says_what_and_where(change: Callable[[Any], object], pointer: str, words: str) -> None:
    """The path is that of the value meant, and the message has the value, the key, or what was expected."""
    value = json.loads(ac.to_json(ac.parse(SEEDS[1]).record))
    change(value)
    finding = refusal(json.dumps(value))
    assert finding.pointer == pointer
    assert words in finding.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "object"),
        ("nonsense", "not JSON"),
        ("", "not JSON"),
        ('{"title": null, "title": "x"}', "title"),
        ("[" * 9999, "deep"),
    ],
)
def test_what_is_no_json_object_is_refused(text: str, words: str) -> None:
    """The path is the root."""
    assert refusal(text).pointer == "$"
    assert words in refusal(text).message
