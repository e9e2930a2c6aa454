"""Whole records: every field null or there, every kind of block, note, source and provenance; and texts of them."""

from attrs import evolve
from hypothesis import strategies as st

import archivecite as ac
from strategies.body import bodies
from strategies.citation import citations
from strategies.date import dates
from strategies.language import languages
from strategies.seed import dressed
from strategies.text import phrases


def credit_lines() -> st.SearchStrategy[ac.Credits]:
    """The usual sentence with one to four supporters."""
    names = [
        "Leon Levy Foundation",
        "Blavatnik Family Foundation",
        "MacArthur Foundation",
        "ROK Ministry of Unification",
    ]
    return st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True).map(ac.Credits)


def contents() -> st.SearchStrategy[ac.Content]:
    """Items of the new and of the old style."""
    new = st.builds(ac.Content, st.sampled_from(["translation", "transcript"]), languages())
    old = languages().map(lambda language: ac.Content("translation", language, text=f"{language.name} Translation"))
    return st.one_of(new, old, st.just(ac.Content("scan")))


def titles() -> st.SearchStrategy[str]:
    """Titles that are no date, no masthead and no label."""
    first = st.sampled_from(
        ["Letter", '"Note"', "[Draft] Cable", "‘On Trade’,", "Telegram (Campos), 5 p.m.,", "May 3, 1950:"]
    )
    return st.tuples(first, phrases(12)).map(" ".join)


def summaries() -> st.SearchStrategy[str]:
    """One to three paragraphs."""
    return st.lists(phrases(12).map("He says that {}".format), min_size=1, max_size=3).map("\n\n".join)


@st.composite
def records(draw: st.DrawFn) -> ac.Record:
    """Any record: of its fields each may be null or empty, and all at once."""
    record: ac.Record = draw(
        st.builds(
            ac.Record,
            date=st.none() | dates(),
            title=st.none() | titles(),
            citation=st.none() | citations(),
            summary=st.none() | summaries(),
            credits=st.none() | credit_lines(),
            original_languages=st.lists(languages(), max_size=2, unique=True),
            contents=st.lists(contents(), max_size=3),
        )
    )
    if draw(st.booleans()):
        body, notes = draw(bodies())
        return evolve(record, body=tuple(body), notes=tuple(notes))
    return record


@st.composite
def written(draw: st.DrawFn) -> str:
    """A record as text, as other systems leave it; "" for one that the layout can't carry."""
    try:
        text = ac.dumps(draw(records()), family=draw(st.sampled_from(["plain", "markdown"])))
    except ac.InvalidRecord:
        return ""
    return draw(dressed(text))
