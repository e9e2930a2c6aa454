"""The passes that make tokens of a citation, and those that cut a body: for each a table of examples, ``passes/*.txt``."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archivecite.syntax.archive import parts_of, repository_of
from archivecite.syntax.book import book_runs
from archivecite.syntax.cut import cut
from archivecite.syntax.head import head_at
from archivecite.syntax.name import name_at
from archivecite.syntax.runs import Run, archival_runs
from archivecite.syntax.series import label_of
from archivecite.syntax.sign import is_published
from archivecite.syntax.speaker import speaker_of
from archivecite.syntax.vocabulary import vocabulary
from archivecite.syntax.words import Words

KNOWN = vocabulary()


def labelled(kind: str, run: Run) -> str:
    return f"{kind}:{run.level}" if run.level else kind


def printed_words(words: Words) -> str:
    kinds = [kind if len(kind) == 1 else kind[0] for kind in words.kinds]
    atoms = zip(words.lower, words.dotted, kinds, strict=True)
    return " ".join(f"{lower.replace(' ', '_')}{'.' * dotted}/{kind}" for lower, dotted, kind in atoms)


def printed_cut(words: Words) -> str:
    pieces = cut(words, 0, len(words), KNOWN)
    return " | ".join(f"{'P' if piece.head else 'S'} {words.text_of(piece.first, piece.last)}" for piece in pieces)


def printed_parts(words: Words) -> str:
    parts = parts_of(words, archival_runs(words, 0, len(words), KNOWN), KNOWN)
    named = repository_of(words, parts, KNOWN)
    return " | ".join(
        f"{'*' * (index == named)}{labelled(part.kind.lower(), part.run)} {words.text_of(part.first, part.last)}"
        for index, part in enumerate(parts)
    )


def printed_books(words: Words) -> str:
    runs = book_runs(words, 0, len(words), KNOWN)
    return " | ".join(f"{labelled(run.kind, run)} {words.text_of(run.first, run.last)}" for run in runs)


def printed_heads(words: Words) -> str:
    head = head_at(words, 0, len(words), KNOWN)
    if head is None:
        return "none"
    rest = words.text_of(head.end, len(words)) if head.end < len(words) else ""
    return f"{' '.join(verb[0] for verb in head.verbs)} | {rest}".rstrip()


def printed_names(words: Words) -> str:
    name = name_at(words, 0, len(words), KNOWN)
    return f"{name.kind.lower()} {words.text_of(0, name.end)}" if name else "none"


def printed_signs(words: Words) -> str:
    parts = parts_of(words, archival_runs(words, 0, len(words), KNOWN), KNOWN)
    return "printed" if is_published(words, 0, len(words), parts, KNOWN) else "archive"


def printed_label(words: Words) -> str:
    label = label_of(words.text)
    if label is None:
        return "none"
    readings = " or ".join(f"{value} of {sign}" if value else sign for sign, value in label.readings)
    return f"{words.text[label.start : label.end]} | {readings} | {words.text[label.after :]}".rstrip()


def printed_speaker(words: Words) -> str:
    speaker = speaker_of(words.text)
    return f"{speaker.kind} {speaker.name}" if speaker else "none"


PASSES: dict[str, Callable[[Words], str]] = {
    "words": printed_words,
    "cut": printed_cut,
    "parts": printed_parts,
    "books": printed_books,
    "heads": printed_heads,
    "names": printed_names,
    "signs": printed_signs,
    "labels": printed_label,
    "speakers": printed_speaker,
}


def rows() -> Iterator[tuple[str, str, str]]:
    """Each row of each table: the pass, the text, and below it, indented, what the pass gives."""
    for name in PASSES:
        lines = (Path(__file__).parent / "passes" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        lines = [line for line in lines if line and not line.startswith("#")]
        assert len(lines) % 2 == 0
        for text, given in zip(lines[::2], lines[1::2], strict=True):
            yield name, text, given.strip()


@pytest.mark.parametrize(("name", "text", "given"), list(rows()))
def test_a_pass_gives_what_its_table_says(name: str, text: str, given: str) -> None:
    """Each pass makes of each text of its table what stands below it."""
    assert PASSES[name](Words(text)).strip() == given
