"""Documents as values: how they are made, copied, compared and shown."""

import copy
import inspect
import json
import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, evolve
from hypothesis import given
from strategies import share
from strategies.seed import LETTER, SEEDS, SHORT
from strategies.source import texts

import archivecite as ac

CITED = "RGANI, f. 5, op. 49, d. 131. Translated by Anna Weber. zqx"

#: Texts whose places go by several ways: a source note, a conversion, nothing at all, a citation alone.
DOCUMENTS: list[tuple[Callable[[str], ac.Document], str]] = [
    *((ac.parse, text) for text in (*SEEDS, LETTER, SHORT, "", "A shopping list", "\ufeff\ud800")),
    (ac.parse_citation, CITED),
    (ac.parse_citation, ""),
]

REMAKE: dict[str, Callable[[ac.Document], ac.Document]] = {
    "pickle": lambda document: pickle.loads(pickle.dumps(document)),
    "oldest pickle": lambda document: pickle.loads(pickle.dumps(document, protocol=2)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "evolve": evolve,
}


@pytest.mark.parametrize("asked", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("way", REMAKE)
@pytest.mark.parametrize(("parse", "text"), DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_a_document_comes_back(parse: Callable[[str], ac.Document], text: str, way: str, asked: bool) -> None:
    """Copied or pickled before or after it was asked for its places, it is equal, and its places are."""
    document = parse(text)
    if asked:
        assert document.spans is not None and document.unread is not None and ac.check(document) is not None
    made = REMAKE[way](document)
    assert made is not document and type(made) is type(document)
    assert made == document and hash(made) == hash(document)
    assert (made.spans, made.unread, made.path) == (document.spans, document.unread, document.path)
    assert ac.check(made) == ac.check(document)


@share(4)
@given(texts())
def test_any_document_comes_back(text: str) -> None:
    """The same for any text."""
    document = ac.parse(text)
    made = pickle.loads(pickle.dumps(document))
    assert made == document and (made.spans, made.unread) == (document.spans, document.unread)


@share(4)
@given(texts())
def test_a_span_is_the_same_asked_for_alone(text: str) -> None:
    """What is asked for by its pointer is worked out alone; what has no place has none either way."""
    spans, alone = dict(ac.parse(text).spans), ac.parse(text).spans
    assert {pointer: alone[pointer] for pointer in spans} == spans
    record = json.loads(ac.to_json(ac.parse(text).record))
    others = {pointer for name in record for pointer in pointers_under(record[name], f"/{name}")} - {*spans}
    assert [pointer for pointer in others if pointer in alone] == []


def pointers_under(value: Any, pointer: str) -> Iterator[str]:
    """Every pointer at or under ``value``."""
    yield pointer
    inner = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for step, below in inner:
        yield from pointers_under(below, f"{pointer}/{step}")


@pytest.mark.parametrize("pointer", ["", "/", "title", "/title/", "/Title", "/title/0", "/body", "/body/00", "/body/-1",
                                     "/body/99999", "/body/1_0", "/body/x/text", f"/body/{'9' * 5000}", "/text",
                                     "/citation/sources/0/locator/0/value/0", "/body/0/kind/text"])  # fmt: skip
def test_what_is_no_pointer_has_no_span(pointer: str) -> None:
    """Be it asked for before all the others are known or after."""
    spans = ac.parse(SEEDS[0]).spans
    assert pointer not in spans and spans.get(pointer) is None
    assert spans and pointer not in spans


def test_spans_are_shown_as_a_dict_is() -> None:
    """In a notebook that is what is printed."""
    spans = ac.parse_citation(CITED).spans
    assert repr(spans) == repr(dict(spans)) and len(spans) == len([*spans])


def test_a_pickle_holds_no_more_than_the_text_and_the_record() -> None:
    """What is worked out from the text does not travel; the record does, so that nothing is read on arrival."""
    document = ac.parse(SEEDS[0])
    before = len(pickle.dumps(document))
    assert document.spans and not document.unread
    assert len(pickle.dumps(document)) == before < 3 * (len(document.text) + len(pickle.dumps(document.record)))
    made = pickle.loads(pickle.dumps(document))
    assert set(vars(made)) == {"text", "path", "record", "family"}


def test_a_pool_of_processes_reads_files(tmp_path: Path) -> None:
    """Also where each process starts anew, as on Windows and macOS."""
    files = []
    for number, text in enumerate(SEEDS):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_bytes(text.encode())
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        documents = list(pool.map(ac.read, files))
    assert documents == [ac.parse(text) for text in SEEDS]
    assert [document.path for document in documents] == files
    assert [document.spans for document in documents] == [ac.parse(text).spans for text in SEEDS]


def test_the_path_is_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was given, and None for what came by no path; an edited document keeps it."""
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_bytes(SEEDS[0].encode())
    assert ac.read("one.txt").path == "one.txt"
    assert ac.read(Path("one.txt")).path == Path("one.txt")
    assert ac.read("one.txt").edit(title="A Cable").path == "one.txt"
    with Path("one.txt").open("rb") as file:
        assert ac.read(file).path is None
    assert ac.read(SEEDS[0].encode()).path is None
    assert ac.parse(SEEDS[0]).path is None and ac.parse_citation(CITED).path is None


def test_documents_are_equal_by_text_record_and_family() -> None:
    """Not by where they came from."""
    one = ac.parse(SEEDS[0])
    assert one == ac.parse(SEEDS[0]) == ac.read(SEEDS[0].encode()) == evolve(one, path="a.txt")
    assert one != ac.parse(SEEDS[1]) and one != ac.parse(SEEDS[0] + "\n") and one != SEEDS[0]
    assert ac.parse(CITED) != ac.parse_citation(CITED)
    assert len({one, ac.parse(SEEDS[0]), ac.parse(SEEDS[1])}) == 2


def test_the_signature_has_no_internals() -> None:
    """A Document is made of a text, and reads it: there is none with another text's record."""
    assert [*inspect.signature(ac.Document).parameters] == ["text", "path"]
    assert ac.Document(SEEDS[0]) == ac.parse(SEEDS[0])
    assert evolve(ac.parse(SEEDS[0]), text=SEEDS[1]) == ac.parse(SEEDS[1])
    assert evolve(ac.parse_citation("RGASPI"), text=CITED) == ac.parse_citation(CITED)
    assert asdict(ac.parse(SEEDS[0]), recurse=False).keys() == {"text", "path", "record", "family"}
    with pytest.raises(AttributeError):
        ac.parse("").text = "x"  # type: ignore[misc]


def shortest_and_longest() -> list[Any]:
    """Values of which every part that a repr may show is as long, and as odd, as can be."""
    odd = "\x1b\U0010ffff'\"" * 500
    address = f"https://digitalarchive.wilsoncenter.org/document/{odd}"
    record = ac.Record(
        title=odd, date=ac.Date(odd), citation=ac.Citation(url=address), body=[ac.Paragraph("x")] * 100_000
    )
    document = evolve(ac.parse(f"**{odd}**\n\nCitation:\n\nCWIHP Archive\n"), path=Path(odd))
    return [record, document, ac.Record(), ac.parse(""), ac.parse_citation(CITED), ac.parse(SEEDS[0]).record]


@pytest.mark.parametrize("value", shortest_and_longest(), ids=range(6))
def test_a_repr_is_short(value: Any) -> None:
    """One line of less than 200 characters, whatever is in the value."""
    assert len(repr(value)) < 200
    assert repr(value).isprintable()
    assert repr(value).startswith(f"<{type(value).__name__.removeprefix('Citation')}")


def test_a_repr_says_what_it_is() -> None:
    """The record by its id, date and title; the document by its path, family and size."""
    document = evolve(ac.parse(SEEDS[1]), path="seeds/004.txt")
    assert repr(document.record) == (
        "<Record id='wcda-112639' date='October 31, 1962' title='Cable from Soviet Foreign Minister Gro… body=6 notes=1>"
    )
    assert repr(document) == (
        "<Document path='seeds/004.txt' family='markdown' title='Cable from Soviet Foreign Minister Gromyko to US… "
        f"characters={len(SEEDS[1])}>"
    )
