"""Bodies and notes: a table of cases that people can read, prose that stays prose, and the laws over bodies alone."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from textwrap import fill
from typing import Any, get_args

import layout
import pytest
from attrs import asdict, fields, fields_dict
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies.body import bodies, texts
from strategies.text import arbitrary, hostile

import archivecite as ac
from archivecite.model.body import Block
from archivecite.model.links import Link, find_links
from archivecite.model.mark import MARK_KINDS
from archivecite.model.note import Note
from archivecite.model.pages import join_pages
from archivecite.surface.plain import Plain
from archivecite.syntax.body import read_body, write_body
from archivecite.syntax.found import Found
from archivecite.syntax.running import running_heads

HERE = Path(__file__).parent

#: What stands before a body in a record.
HEAD = 'May 3, 1950\n\nNote\n\nCitation:\n\n"Note", May 3, 1950, Wilson Center Digital Archive.\n\nContents:\n\nScan of Original Document\n\n'

Read = tuple[list[Any], list[Any]]


def read(text: str) -> Read:
    """The blocks and the notes of a body."""
    blocks, notes, _ = read_body(text, 0, len(text))
    return [found.value for found in blocks], [found.value for found in notes]


def all_found(text: str) -> Iterator[Found[Any]]:
    """Everything found in a body, in order."""
    blocks, notes, _ = read_body(text, 0, len(text))
    yield from blocks
    yield from notes


# --- The table ---------------------------------------------------------------------------------------------------------


def cases() -> Iterator[Any]:
    """The cases of bodies.txt and of bodies/*.txt: what is read, and after ``---`` every block and note of it.

    ``<FF>`` is a form feed.
    """
    for path in (HERE / "bodies.txt", *sorted((HERE / "bodies").glob("*.txt"))):
        topic = "" if path.stem == "bodies" else f"{path.stem}: "
        for case in path.read_text("utf-8").split("=== ")[1:]:
            name, _, rest = case.partition("\n")
            text, _, expected = rest.partition("---\n")
            yield pytest.param(text.replace("<FF>", "\f"), expected.strip("\n"), id=topic + name)


CASES = list(cases())


def shown(value: Any) -> Iterator[str]:
    """A block or note as the table shows it: its text, every other field that is not null or empty, and its marks.

    A person is ``name / office``, with a dash for what is not printed; a mark's own fields follow its value, but for
    the type of a remark that is merely editorial.
    """
    yield f"{value.kind}: {value.text!r}"
    for name in fields_dict(type(value)):
        field = getattr(value, name)
        if name in ("kind", "text", "marks") or not field:
            continue
        if isinstance(field, ac.Date):
            yield f"    {name}={field.text} | {field.edtf}"
        elif isinstance(field, tuple):
            yield f"    {name}={' | '.join(map(shown_item, field))}"
        else:
            yield f"    {name}={field}"
    for mark in value.marks:
        own = [
            f" {name}={value}"
            for name, value in asdict(mark).items()
            if name not in MARK_FIELDS and value not in (None, "editorial")
        ]
        yield f"    {mark.kind} {mark.start}-{mark.end} {mark.value!r}{''.join(own)}"


#: The fields that every mark has.
MARK_FIELDS = ("kind", "start", "end", "value")


def shown_item(item: Any) -> str:
    """One of several values as the table shows it."""
    if isinstance(item, ac.Person):
        return f"{item.name or '-'} / {item.office}" if item.office else f"{item.name}"
    return item if isinstance(item, str) else str(item.text)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_body_is_read_as_the_table_says(text: str, expected: str) -> None:
    """Every block, note and mark of a case, whole."""
    blocks, notes = read(text)
    assert "\n".join(line for value in (*blocks, *notes) for line in shown(value)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_laws_hold_for_the_table(text: str, expected: str) -> None:
    """Each case tiles its text, and what was read from it is written and read back equal."""
    assert list(layout.strays(ac.parse(HEAD + text))) == []
    assert read(write_body(*read(text))) == read(text)


def test_the_table_has_every_kind() -> None:
    """No kind of block, note or mark is missing from the table."""
    blocks: list[Any] = []
    notes: list[Any] = []
    for case in CASES:
        read_blocks, read_notes = read(case.values[0])
        blocks += read_blocks
        notes += read_notes
    assert len(CASES) >= 60
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert {type(note) for note in notes} == set(get_args(Note))
    assert {mark.kind for value in blocks + notes for mark in value.marks} == set(MARK_KINDS)


# --- Prose stays prose ---------------------------------------------------------------------------------------------------

MORE = "The talks go on, and we shall report on them as soon as there is anything to report."
OPENINGS = (HERE / "openings.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("opening", OPENINGS)
def test_prose_that_begins_like_a_header_line_stays_prose(opening: str) -> None:
    """Alone, before a line of prose, wrapped narrow and wide, and below prose."""
    for text in (
        f"{opening}\n\n{MORE}",
        f"{opening}\n{MORE}",
        fill(f"{opening} {MORE}", 30),
        fill(f"{opening} {MORE}", 60),
        f"{MORE}\n\n{opening}\n\n{MORE}",
    ):
        blocks, notes = read(text)
        assert {block.kind for block in blocks} == {"paragraph"}, text
        assert [block.speaker for block in blocks if block.speaker] == []
        assert notes == []


def test_there_are_openings() -> None:
    """Two hundred openings, and six hundred with the short sentences and the endings, all different."""
    assert len(set(OPENINGS)) >= 200
    assert len({*OPENINGS, *SENTENCES}) >= 600


SENTENCES = [line for name in ("prose", "endings") for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_short_sentence_stays_prose(sentence: str) -> None:
    """Above prose, between two paragraphs, at the end, above and below a signature."""
    for text in (
        f"{sentence}\n\n{MORE}",
        fill(f"{sentence} {MORE}", 40),
        f"{MORE}\n\n{sentence}\n\n{MORE}",
        f"{MORE}\n{sentence}",
        f"{MORE}\n\n{sentence}\n\nA. PETROV",
        f"{MORE}\n\nA. PETROV\n\n{sentence}",
    ):
        blocks, notes = read(text)
        assert {block.kind for block in blocks if block.text != "A. PETROV"} == {"paragraph"}, text
        assert [block.speaker for block in blocks if getattr(block, "speaker", None)] == []
        assert notes == []


# --- The laws ----------------------------------------------------------------------------------------------------------------


@given(st.one_of(texts(), arbitrary(), hostile(60)))
@example("[")
@example("[Source: ]")
@example("\f\f")
@example("[1] x\n\n[[[[[a]]]]]")
def test_every_body_is_read_and_written(text: str) -> None:
    """Reading never fails, and what was read is written and reads back equal."""
    blocks, notes = read(text)
    written = write_body(blocks, notes)
    assert read(written) == (blocks, notes)
    assert write_body(*read(written)) == written


@given(texts())
@example("We go.\n\nReference: # 1710 (entry # 5[0273)")
def test_nothing_of_a_body_is_lost(text: str) -> None:
    """What no leaf covers is layout, or unread."""
    assert list(layout.strays(ac.parse(HEAD + text))) == []


#: White space, and what parts two header lines on one line.
SEPARATORS = "".join(map(chr, filter(lambda point: chr(point).isspace(), range(0x3001)))) + ",;/-–—"


@given(st.one_of(texts(), arbitrary()))
@example("It is late.\n\nTranslator's\f note: a page is missing.\n\nMore follows.\n\n31.X.62 A. GROMYKO")
def test_a_block_says_what_stands_there(text: str) -> None:
    """The characters under a block or note, unwrapped, are its text; none overlap, and nothing stands between them.

    A bracket put in or taken out anywhere, which these texts have, changes nothing of that.
    """
    text = Plain(text).text
    for start, end in running_heads(text, 0, len(text)):  # unread
        text = text[:start] + " " * (end - start) + text[end:]
    last = 0
    for found in sorted(all_found(text), key=lambda found: found.at(0) if found.at else found.start):
        at = found.at or (lambda offset: offset)
        if found.value.text:
            start, end = at(found.start), at(found.end - 1) + 1
            flat, paragraphs = layout.unwrap(text, start, end, frozenset())
            assert found.value.text == (paragraphs if isinstance(found.value, Note) else flat)
        else:
            start, end = found.start, found.end
            assert text[start:end] == "\f"
        assert last <= start < end
        assert not text[last:start].strip(SEPARATORS)
        last = end
    assert not text[last:].strip(SEPARATORS)


@given(st.one_of(texts(), arbitrary()))
@example("[a [b] c] d]")
def test_marks_nest_and_never_cross(text: str) -> None:
    """Marks are sorted by start, then longest; two overlap only when one holds the other; a value stands inside."""
    blocks, notes = read(text)
    opened = 0
    for value in (*blocks, *notes):
        places = [(mark.start, mark.end) for mark in value.marks]
        assert places == sorted(places, key=lambda place: (place[0], -place[1]))
        for one, other in pairwise(places):
            assert other[0] >= one[1] or other[1] <= one[1]
        for mark in value.marks:
            printed = value.text[mark.start : mark.end]
            assert mark.value is None or mark.value in printed
            crossing = mark.start == 0 and opened > 0 and value in blocks  # a bracket that opened in a block above
            assert mark.kind == "reference" or printed[0] in "[(/*†‡¹²³⁰⁴⁵⁶⁷⁸⁹" or crossing
        for sign in value.text:
            opened = max(0, opened + (sign == "[") - (sign == "]"))


def test_nearly_all_bodies_are_written() -> None:
    """Of the bodies that the strategies make, 95 in 100 at least read back as they were written."""
    refused: list[tuple[Any, Any] | None] = []

    @settings(max_examples=400)  # a share of a few dozen, many of them alike, says little
    @given(bodies())
    def write(made: tuple[list[Any], list[Any]]) -> None:
        refused.append(None if read(write_body(*made)) == made else made)

    write()
    assert len([made for made in refused if made]) <= len(refused) * 0.05, [made for made in refused if made][:3]


def test_the_strategies_make_every_kind() -> None:
    """The laws are tried on every kind of block, note and mark."""
    kinds: set[str] = set()

    @settings(max_examples=400)  # the rarest kinds need as many
    @given(bodies())
    def collect(made: tuple[list[Any], list[Any]]) -> None:
        kinds.update(f"block {block.kind}" for block in made[0])
        kinds.update(f"note {note.kind}" for note in made[1])
        kinds.update(f"mark {mark.kind}" for value in (*made[0], *made[1]) for mark in value.marks)

    collect()
    assert kinds == {
        *(f"block {fields(kind).kind.default}" for kind in get_args(Block)),
        *(f"note {fields(kind).kind.default}" for kind in get_args(Note)),
        *(f"mark {kind}" for kind in MARK_KINDS),
    }


# --- Links and pages -----------------------------------------------------------------------------------------------------


def test_links_say_which_mark_speaks_of_which_note() -> None:
    """A reference finds its note by number, alone or in a range, a footnote's number its footnote."""
    blocks, notes = read(
        "To our # 1710\n\nThe plenum[1] met (see #1701, our No. 1705 and #1799).[3]\n\nAlekseev\n\n"
        "#1701 (entry # 49971) from 31 October 1962. On ships.\n\n#1704-1706 (entry # 5) from 1 November 1962. On oil.\n\n"
        "[1] In May.\n\n[2] In June."
    )
    found = find_links(blocks, notes)
    assert found.links == (
        Link("/body/1/marks/0", "/notes/2"),
        Link("/body/1/marks/1", "/notes/0"),
        Link("/body/1/marks/2", "/notes/1"),
    )
    assert found.lone_marks == ("/body/0/numbers/0", "/body/1/marks/3", "/body/1/marks/4")
    assert found.lone_notes == ("/notes/3",)


def test_only_what_has_a_number_is_linked() -> None:
    """A note without a number is no note that a reference could mean, and a mark of another kind is no reference."""
    blocks, notes = read("The plenum [sic] met.\n\nAlekseev\n\nReference: from 1 November 1962. On ships.")
    assert [note.kind for note in notes] == ["reference"]
    found = find_links(blocks, notes)
    assert (found.links, found.lone_marks, found.lone_notes) == ((), (), ("/notes/0",))


def test_joining_pages_joins_what_a_page_broke() -> None:
    """With a page break between, without one, and over two pages; the marks move with their words."""
    blocks, _ = read("We are ahead of them\n\nand erase [them], he said,\n\f\nsmiling [sic].\n\n\f\n\nThe talks end.")
    joined = join_pages(blocks)
    assert [block.text for block in joined] == [
        "We are ahead of them and erase [them], he said, smiling [sic].",
        "",
        "The talks end.",
    ]
    assert [joined[0].text[mark.start : mark.end] for mark in joined[0].marks] == ["[them]", "[sic]"]


@pytest.mark.parametrize(
    "text",
    [
        "We agreed.\n\nand so on",
        "We agreed on\n\nThe talks go on.",
        "We ask for\n\na) ships",
        "He met the [head of the\n\ndelegation] in Moscow.",
        "TOP SECRET\n\nand so on",
    ],
)
def test_joining_pages_leaves_the_rest(text: str) -> None:
    """A sentence that is over, a capital, an item, a bracket that would close, a header line."""
    blocks, _ = read(text)
    assert join_pages(blocks) == tuple(blocks)


@given(texts())
def test_joining_pages_loses_no_word(text: str) -> None:
    """The words of all blocks are the same, in the same order, and joining again changes nothing."""
    blocks, _ = read(Plain(text).text)
    joined = join_pages(blocks)
    assert " ".join(b.text for b in joined).split() == " ".join(b.text for b in blocks).split()
    assert join_pages(joined) == joined
