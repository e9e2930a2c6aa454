"""Whole records: every field null or there, every kind of block, note, source and provenance; and texts of them."""

from hypothesis import strategies as st

import archivecite as ac
from archivecite.model.record import Content, Credits
from strategies.seed import dressed
from strategies.text import phrases, proses, words

LANGUAGES = {"Russian": "ru", "German": "de", "Chinese": "zh", "Serbo-Croatian": "sh", "English": "en", "Korean": "ko"}
MONTHS = "January February March April May June July August September October November December".split()


def dates() -> st.SearchStrategy[ac.Date]:
    """Dates that are certain, dates in part, and dates that can't be read."""
    day = st.builds(
        lambda y, m, d, form: ac.Date(
            f"{MONTHS[m - 1]} {d}, {y}" if form else f"{d} {MONTHS[m - 1]} {y}", f"{y}-{m:02}-{d:02}"
        ),
        st.integers(1917, 1999), st.integers(1, 12), st.integers(1, 28), st.booleans(),
    )  # fmt: skip
    return st.one_of(day, day, st.sampled_from([ac.Date("1948", "1948"), ac.Date("August 1945", "1945-08")]))


def languages() -> st.SearchStrategy[ac.Language]:
    """Known languages."""
    return st.sampled_from([ac.Language(name, tag) for name, tag in LANGUAGES.items()])


def credit_lines() -> st.SearchStrategy[Credits]:
    """The usual sentence with one to four supporters."""
    names = ["Leon Levy Foundation", "Blavatnik Family Foundation", "MacArthur Foundation", "ROK Ministry of Unification"]
    return st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True).map(Credits)


def contents() -> st.SearchStrategy[Content]:
    """Items of the new and of the old style."""
    new = st.builds(Content, st.sampled_from(["translation", "transcript"]), languages())
    old = languages().map(lambda language: Content("translation", language, text=f"{language.name} Translation"))
    return st.one_of(new, old, st.just(Content("scan")))


def titles() -> st.SearchStrategy[str]:
    """Titles that are no date, no masthead and no label."""
    return phrases(12).map(lambda text: f"Letter {text}")


def citations() -> st.SearchStrategy[ac.Citation]:
    return st.builds(
        ac.Citation,
        title=st.none() | titles(),
        date=st.none() | dates(),
        digital_archive=st.sampled_from(["Wilson Center Digital Archive", "History and Public Policy Program Digital Archive"]),
        sources=st.just([ac.ArchivalSource(ac.Repository(acronym="RGASPI"), [ac.LocatorPart("fond", "558", "f.")])]),
        url=st.none() | st.just("https://digitalarchive.wilsoncenter.org/document/112639"),
    )  # fmt: skip


def blocks() -> st.SearchStrategy[ac.Paragraph]:
    return st.lists(words(), min_size=3, max_size=8).map(lambda p: ac.Paragraph(f"We met {' '.join(p)}."))


def notes() -> st.SearchStrategy[ac.ReferenceNote]:
    return st.builds(ac.ReferenceNote, st.just("1710"), st.just("50273"), dates())


def records() -> st.SearchStrategy[ac.Record]:
    """Any record: of its fields each may be null or empty, and all at once."""
    return st.builds(
        ac.Record,
        date=st.none() | dates(),
        title=st.none() | titles(),
        citation=st.none() | citations(),
        summary=st.none() | proses(),
        credits=st.none() | credit_lines(),
        original_languages=st.lists(languages(), max_size=2, unique=True),
        contents=st.lists(contents(), max_size=3),
        body=st.lists(blocks(), max_size=5),
        notes=st.lists(notes(), max_size=2),
    )


@st.composite
def written(draw: st.DrawFn) -> str:
    """A record as text, as other systems leave it; "" for one that the layout can't carry."""
    try:
        text = ac.dumps(draw(records()), family=draw(st.sampled_from(["plain", "markdown"])))
    except ac.InvalidRecord:
        return ""
    return draw(dressed(text))
