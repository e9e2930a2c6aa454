"""Law 10: reading is linear work. The characters handed to the grammars' patterns and unwrapped are counted."""

import re
import sys
from collections.abc import Iterator
from types import FrameType, ModuleType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies.seed import LETTER, SEEDS, SHORT
from strategies.source import texts
from strategies.text import UNITS, hostile

import archivecite as ac

#: How many times each character may be looked at, and how many characters a text costs however short it is.
TIMES, ONCE = 60, 2_000


class Work:
    """How many characters were handed over since it was last reset."""

    characters = 0


class Counting:
    """A compiled pattern that counts the characters that it goes over."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pattern, name)

    def extent(self, text: str, start: int, end: int | None) -> int:
        return max(0, min(len(text), len(text) if end is None else end) - start)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        found = self.pattern.match(text, start, len(text) if end is None else end)
        Work.characters += found.end() - start + 1 if found else 1
        return found

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        Work.characters += self.extent(text, start, end)
        return self.pattern.fullmatch(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        found = self.pattern.search(text, start, len(text) if end is None else end)
        Work.characters += found.end() - start + 1 if found else self.extent(text, start, end)
        return found

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        last = start
        for found in self.pattern.finditer(text, start, len(text) if end is None else end):
            Work.characters += found.end() - last + 1
            last = found.end()
            yield found
        Work.characters += self.extent(text, last, end)

    def sub(self, to: Any, text: str, count: int = 0) -> str:
        Work.characters += len(text)
        return self.pattern.sub(to, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        Work.characters += len(text)
        return self.pattern.split(text, maxsplit)

    def findall(self, text: str, start: int = 0, end: int | None = None) -> list[Any]:
        Work.characters += self.extent(text, start, end)
        return self.pattern.findall(text, start, len(text) if end is None else end)


class CountingRe:
    """Stands for the module ``re`` where the patterns of the grammars are compiled."""

    def __getattr__(self, name: str) -> Any:
        return getattr(re, name)

    def compile(self, pattern: str, flags: int = 0) -> Counting:
        """The compiled ``pattern``, counting."""
        return Counting(re.compile(pattern, flags))


def modules(package: str) -> list[ModuleType]:
    """The modules of ``package`` that are loaded."""
    return [module for name, module in list(sys.modules.items()) if name.startswith(f"archivecite.{package}.")]


def forget() -> None:
    """Empty every cache of ``syntax``, so that patterns are compiled anew."""
    for module in modules("syntax"):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.fixture(scope="module", autouse=True)
def counted() -> Iterator[None]:
    """While these tests run, the patterns of the grammars count, and those with which ``surface`` unwraps."""
    ac.parse(SHORT)
    with pytest.MonkeyPatch.context() as patch:
        for module in modules("syntax"):
            if hasattr(module, "re"):
                patch.setattr(module, "re", CountingRe())
        for module in (*modules("surface"), *modules("syntax")):
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    patch.setattr(module, name, Counting(value))
        forget()
        work(SHORT)  # which makes ready the vocabulary: that is done once, and for no text
        work(LETTER)
        yield
    forget()


def work(text: str) -> int:
    """How many characters are gone over while ``text`` is read, as a record and as a citation, spans and all."""
    Work.characters = 0
    document = ac.parse(text)
    assert document.spans is not None and document.unread is not None
    ac.parse_citation(text)
    return Work.characters


@given(st.one_of(texts(), hostile(2_000)))
@example(SHORT)
@example(LETTER)
def test_reading_is_linear_work(text: str) -> None:
    """At most k × length, for any text."""
    assert work(text) <= TIMES * len(text) + ONCE


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_costs_the_same_per_character_however_long(unit: str) -> None:
    """Four times the text is four times the work, in every place where it may stand."""
    for frame in (
        "…",
        "Citation:\n\n…\n\nSummary:\n\n…\n\nOriginal Language:\n\n…\n\nContents:\n\n…\n\nText.\n\n[Source: …]",
    ):
        once, more = (work(frame.replace("…", unit * times)) for times in (200, 800))
        assert more <= 4.4 * once + ONCE


@pytest.mark.parametrize("seed", SEEDS)
def test_work_is_counted(seed: str) -> None:
    """A good part of a seed's characters is gone over, so the count is no constant."""
    Work.characters = 0
    ac.parse(seed)
    assert 0.1 * len(seed) <= Work.characters <= 12 * len(seed)


@pytest.mark.parametrize("row", ["ele" * 2_000, "el" * 2_000, "for " * 2_000, "dela " * 2_000])
def test_a_row_of_short_words_is_one_odd_name(row: str) -> None:
    """Words that names may begin with end where a word ends: a row without blanks is no name in a million ways. A row
    of clauses that name nobody is implausible, so nothing is said of it.
    """
    (statement,) = ac.parse_citation(f"RGASPI. Translated by {row}Anna Weber").record.citation.provenance  # type: ignore[union-attr]
    assert statement.kind == ("other" if row.startswith("for") else "translated")
    assert statement.text.endswith("Anna Weber")


SOURCE = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI, f. 558'
#: Texts that were once read in quadratic time: how each begins, and what it goes on with n times.
REPEATED = {
    "clauses": ("RGASPI, f. 558. Translated by ", "for "),
    "clauses alone": ("Translated by ", "for "),
    "half the archive's name": ('"A Letter", May 3, 1950, ', "Digital "),
    "open parenthesis, one word": (f"{SOURCE} (", "a"),
    "open parenthesis, many words": (f"{SOURCE} (", "ab "),
    "open parentheses": (f"{SOURCE} ", "(a"),
}


def steps(text: str) -> int:
    """How many lines of Python are run, and characters gone over by patterns, while ``text`` is read as a citation."""
    lines = 0

    def trace(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    Work.characters = 0
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        document = ac.parse_citation(text)
        assert document.spans is not None and document.unread is not None
    finally:
        sys.settrace(before)
    return lines + Work.characters


@pytest.mark.parametrize(("opening", "unit"), REPEATED.values(), ids=REPEATED.keys())
def test_each_step_is_counted_where_time_was_once_quadratic(opening: str, unit: str) -> None:
    """Four times the words are at most four times the lines run: what a pass does for nothing is counted too."""
    once, more = (steps(opening + unit * times) for times in (200, 800))
    assert once > 1_000
    assert more <= 4.2 * once
