"""Whole citations: any mix of sources and provenance, with the names that trip careless readers."""

from hypothesis import strategies as st

import archivecite as ac
from archivecite.model.citation import Source
from archivecite.model.terms import PROVENANCE_KINDS, Level
from strategies.date import dates
from strategies.language import languages

PEOPLE = (
    "Anna Weber", "Tom O'Neill", "Maria de la Cruz", "Nguyễn Văn An", "K.[udryavtsev]", "Pelé", "Mark H. Hill", "J. R. Novak",
    "Zhou Enlai", "Teimuraz Stepanov-Mamaladze", "Margaret Gnoińska", "Ludwig van der Berg", "Henry Novak Jr.", "St. John Hill",
    "Đặng Thị Hà", "Ng", "M’Bala Dia", "Yŏng-ch’ŏl Kim", "A.I. Petrov", "al-Haddad",
)  # fmt: skip
INSTITUTIONS = (
    "NHK", "CWIHP", "National Security Archive", "Gorbachev Foundation",
    "Ministry of Foreign Affairs of the Republic of Ruritania", "Woodrow Wilson Center", "Committee for Trade and Industry",
)  # fmt: skip
AFFILIATIONS = (
    "GWU",
    "Troy University",
    "Japanese Television",
    "Queen's University, Belfast",
    "Institute (now closed)",
)
PLACES = ("Moscow", "Washington, D.C.", "Brasilia, Brazil", "Rio de Janeiro", "Kew", "College Park, MD", "Ruritania")
CLIENTS = ("CWIHP", "NKIDP", "CWIHP/NKIDP/NPIHP", "the record")
REPOSITORIES = (
    ("Archive of Foreign Policy, Russian Federation", "AVP RF"), ("Ruritanian State Archive", "RSA"), ("Public Record Office", None),
    ("Office of the Federal Commissioner", "BStU"), ("Archiwum Akt Nowych", None), ("Magyar Országos Levéltár", "MOL"),
    (None, "RGASPI"), (None, "MNL OL"), (None, "PRC FMA"), (None, "SAPMO-BArch"), ("Hoover Institution Archive", None),
)  # fmt: skip

#: Locators' parts by school: level, label and what a value is like.
numbers = st.integers(1, 9999).map(str)
sheets = st.one_of(numbers, st.tuples(st.integers(1, 99), st.integers(100, 999)).map(lambda two: f"{two[0]}-{two[1]}"))
codes = st.sampled_from(["0100", "059a", "1-B", "02/1", "[120]", "23/1973", "R-9401", "XII"])
SCHOOLS: tuple[list[tuple[Level, str]], ...] = (
    [("fond", "f."), ("opis", "op."), ("delo", "d."), ("list", "ll.")],
    [("fond", "fond"), ("opis", "opis"), ("delo", "delo"), ("papka", "papka"), ("list", "listy (ll.)")],
    [("fond", "Fond"), ("opis", "Opis"), ("unit", "A.E."), ("page", "pages")],
    [("record_group", "RG"), ("box", "Box"), ("folder", "Folder")],
    [("fond", "z."), ("bundle", "w."), ("folder", "t.")],
    [("fond", "fond"), ("bundle", "sv."), ("unit", "ar.j.")],
    [("reel", "Reel"), ("file", "File No."), ("volume", "vol."), ("document", "Document")],
    [("collection", "Collection"), ("series", "Series"), ("item", "Item")],
)


def agents() -> st.SearchStrategy[ac.Agent]:
    """People and institutions, with and without an affiliation."""
    people = st.builds(ac.Agent, st.sampled_from(PEOPLE), st.none() | st.sampled_from(AFFILIATIONS))
    return st.one_of(people, people, st.builds(ac.Agent, st.sampled_from(INSTITUTIONS)))


def agent_lists() -> st.SearchStrategy[list[ac.Agent]]:
    """One to four, each once; a name with a comma stands alone, since in a row nothing tells it from two."""
    rows = st.lists(agents(), min_size=1, max_size=4, unique_by=lambda agent: agent.name)
    return st.one_of(rows, st.just([ac.Agent("Institute for Contemporary History, Academy of Sciences")]))


@st.composite
def repositories(draw: st.DrawFn) -> ac.Repository:
    """An archive with its name, its acronym or both, and now and then its place."""
    name, acronym = draw(st.sampled_from(REPOSITORIES))
    return ac.Repository(name, acronym, draw(st.none() | st.sampled_from(PLACES[:-1])))


@st.composite
def archival_sources(draw: st.DrawFn) -> ac.ArchivalSource:
    """An archive and a locator of one school."""
    school = draw(st.sampled_from(SCHOOLS))
    kept = draw(st.lists(st.sampled_from(school), unique=True, max_size=len(school)))
    values = {"list": sheets, "page": sheets}
    parts = [ac.LocatorPart(level, draw(values.get(level, st.one_of(numbers, codes))), label) for level, label in kept]
    more = [ac.LocatorPart("name", "MfS"), ac.LocatorPart("year", "1946")]
    # "ll. 47, 1946" is two leaves.
    several = parts[-1:] and parts[-1].level in values
    parts += draw(st.lists(st.sampled_from(more[:1] if several else more), max_size=1))
    return ac.ArchivalSource(draw(repositories()), parts)


TITLES = (
    "Sbornik Dokumentov",
    "Life and Reforms",
    "Jianguo yilai wengao (Manuscripts, Early Years)",
    "Der Kalte Krieg: ein Buch",
)


@st.composite
def published_sources(draw: st.DrawFn) -> ac.PublishedSource:
    """A book with its imprint; all else may be missing."""
    people = st.lists(st.sampled_from(PEOPLE[:4]), max_size=3, unique=True)
    who = draw(st.sampled_from(["authors", "editors", "both", "nobody"]))
    return ac.PublishedSource(
        authors=draw(people) if who in ("authors", "both") else [],
        editors=draw(people) if who in ("editors", "both") else [],
        title=draw(st.sampled_from(TITLES)),
        translators=draw(st.just([]) | st.just(["Anna Weber"])),
        volume=draw(st.none() | st.sampled_from(["5", "2, Book 1", "XI"])),
        place=draw(st.sampled_from(["Moscow", "New York"])),
        publisher=draw(st.none() | st.sampled_from(["Novosti", "Zhongyang wenxian chubanshe"])),
        year=draw(st.integers(1900, 2020).map(str)),
        pages=draw(st.none() | st.sampled_from(["30-37", "435-440", "5"])),
    )


def sources() -> st.SearchStrategy[Source]:
    """Sources of every kind."""
    other = st.sampled_from(["Private collection of the Weber family", "Author's papers"]).map(ac.OtherSource)
    return st.one_of(archival_sources(), archival_sources(), published_sources(), other)


@st.composite
def statements(draw: st.DrawFn) -> ac.Provenance:
    """A statement of any kind but ``other``, with what may go with it."""
    kind = draw(st.sampled_from([kind for kind in PROVENANCE_KINDS if kind != "other"]))
    if kind == "reprinted":
        return ac.Provenance(kind, publication=draw(published_sources()))
    if kind == "declassified":
        return ac.Provenance(kind, date=draw(dates().filter(lambda date: not set("[?") & set(date.text))))
    return ac.Provenance(
        kind,
        draw(agent_lists()),
        recipients=draw(agent_lists()) if kind == "provided" and draw(st.booleans()) else [],
        on_behalf_of=draw(st.none() | st.sampled_from(CLIENTS[:-1])) if kind in ("obtained", "translated") else None,
        from_languages=draw(st.lists(languages(), max_size=2, unique=True)) if kind == "translated" else [],
        place=draw(st.none() | st.sampled_from(PLACES[:-1])) if kind == "held" else None,
    )


def titles() -> st.SearchStrategy[str]:
    """Titles with commas, quotes, brackets, dates and clock times of their own."""
    words = st.sampled_from([
        "Telegram", "‘The State of Trade’", '"Peace, Now"', "(Campos), 5 p.m., Wednesday", "July 4, 1949", "[Stalin]", "No.1", "(2)",
        "from Zhou Enlai", "to the CC,", "“Memorandum”", "in the Digital Archive", "RGASPI, f. 1", "Translated by hand",
    ])  # fmt: skip
    return st.lists(words, min_size=1, max_size=5).map(" ".join).map(lambda title: title.rstrip(",") or "T")


def citations() -> st.SearchStrategy[ac.Citation]:
    """Citations with an opening; all else may be missing."""
    return st.builds(
        ac.Citation,
        title=titles(),
        date=st.none() | dates(),
        digital_archive=st.sampled_from([
            "Wilson Center Digital Archive", "History and Public Policy Program Digital Archive", "CWIHP Archive",
        ]),
        sources=st.lists(sources(), max_size=3),
        provenance=st.lists(statements(), max_size=4),
        url=st.none()
        | st.sampled_from([
            "https://digitalarchive.wilsoncenter.org/document/112639",
            "http://digitalarchive.wilsoncenter.org/document/note-weber-novak",
            "https://archive.example/item/5",
        ]),
    )  # fmt: skip
