"""Heads of records as ``record.lark`` describes them: sections in any order, each label in any dress, misspelt perhaps."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from strategies.text import phrases

with (Path(__file__).parents[2] / "grammar" / "vocabulary" / "labels.toml").open("rb") as file:
    WORDS = tomllib.load(file)

LABELS = [label for labels in WORDS["sections"].values() for label in labels]
DRESSES = [
    "{}:",
    "{}:",
    "{}:",
    "**{}:**",
    "**{}**:",
    "{} :",
    "{}：",
    "__{}:__",
    "<b>{}:</b>",
    "> {}:",
    "{}::",
    "\u200b{}:",
]
CASES: list[Callable[[str], str]] = [str, str, str.upper, str.lower, str.title]
MISSPELT = ["Sumary:", "Orignal Language:", "Contens:", "Citaton:", "Creditts:"]
ABOVE = [
    "Digital Archive", "International History Declassified", "May 3, 1950", "(undated)", "Date: May 3, 1950", "1962 (?)",
    "Moscow, May 3, 1950", "---\ntitle: x\n---", "<!-- converted -->", "Skip to main content", "12", "A Letter",
    "From: A. Weber\nSubject: A Letter",
]  # fmt: skip
BETWEEN = ["---", "* * *", "<!-- page 2 -->", "Rights: none", "Keywords: Cuba"]


@st.composite
def labels(draw: st.DrawFn) -> str:
    """A label as programs and people leave it."""
    if draw(st.integers(0, 6)) == 0:
        return draw(st.sampled_from([*MISSPELT, *(f"{label}:" for label in WORDS["foreign"]["labels"][:4])]))
    return draw(st.sampled_from(DRESSES)).format(draw(st.sampled_from(CASES))(draw(st.sampled_from(LABELS))))


@st.composite
def heads(draw: st.DrawFn, values: st.SearchStrategy[str], body: st.SearchStrategy[str]) -> str:
    """A head with ``values`` under its labels, and a ``body`` below."""
    lists = st.sampled_from(
        ["Russian", "German and Russian", "Chuvash", "Translation - English", "Scan of Original\nDocument"]
    )
    values = st.one_of(values, phrases(), lists, lists, st.just(""))
    blocks = draw(st.lists(st.one_of(st.sampled_from(ABOVE), phrases()), max_size=4))
    for _ in range(draw(st.integers(0, 6))):
        label, value = draw(labels()), draw(values)
        blocks.append(draw(st.sampled_from(["{}\n\n{}", "{}\n{}", "{} {}"])).format(label, value))
        blocks += draw(st.lists(st.sampled_from(BETWEEN), max_size=1))
    between = draw(st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"]))
    return between.join([*blocks, draw(body)])
