"""Whole records: every field null or there, every kind of block, note, source and provenance; and texts of them."""

from attrs import evolve
from hypothesis import strategies as st

import archivecite as ac
from strategies.citation import archival_sources, citations, statements
from strategies.date import dates
from strategies.language import languages
from strategies.seed import dressed
from strategies.text import phrases, words


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


# --- Bodies -----------------------------------------------------------------------------------------------------------

#: Words with their marks: what stands in the text, the kind of mark, where it starts in it, and its value.
MARKED = [
    ("[of officials]", "supplied", 0, "of officials"),
    ("Com[rade]", "expansion", 3, "rade"),
    ("[illegible]", "gap", 0, None),
    ("[?]", "unclear", 0, None),
    ("[sic]", "sic", 0, "sic"),
    ("[handwritten: agreed]", "note", 0, "handwritten: agreed"),
    ("[1]", "note_ref", 0, "1"),
]


@st.composite
def paragraphs(draw: st.DrawFn) -> ac.Paragraph:
    """A sentence, with an editor's mark in it now and then."""
    text, marks = "We think that", []
    for _ in range(draw(st.integers(0, 3))):
        text += " " + " ".join(draw(st.lists(words(), min_size=1, max_size=5))).replace("[", "").replace("]", "") + " "
        printed, kind, start, value = draw(st.sampled_from(MARKED))
        marks.append(ac.Mark(kind, len(text) + start, len(text) + len(printed), value))
        text += printed
    return ac.Paragraph(f"{text} it is late.", marks=marks)


HEADER: list[ac.Block] = [
    ac.DocumentType("Telegram"),
    ac.EntryNumbers(["50390", "50396", "50397"]),
    ac.Serial("Special", ["1717-1722"]),
    ac.Marking("Top Secret", "classification"),
    ac.Marking("Urgent", "precedence"),
    ac.Marking("Copy No. 1", "copy"),
    ac.Addressee("To Comrade I.V. Stalin."),
    ac.Sender("From: the Embassy in Havana"),
    ac.Routing("Received on 3 May 1950"),
    ac.ReplyTo(["1710"]),
    ac.Heading("ON TRADE WITH CHINA"),
]
BODY: list[ac.Block] = [
    ac.Omission("[...]", marks=[ac.Mark("gap", 0, 5)]),
    ac.PageBreak(),
    ac.Heading("THE ECONOMY OF CUBA"),
]
DATE = ac.Date("31.X.62", "1962-10-31")
NOTES: list[ac.Note] = [
    ac.ReferenceNote("1710", "50273", DATE, "He reported on a meeting."),
    ac.Footnote("[1] A member of the Politburo.", "1"),
    ac.TranslatorNote("Translator's note: the last page is missing."),
    ac.EditorNote("Editor's note: this is a draft."),
    ac.PublicationNote("First published in Pravda, 3 May 1962."),
]


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, list[ac.Block] | list[ac.Note]]:
    """The body and the notes of a record: a header, paragraphs and what stands between them, a close, notes."""
    body: list[ac.Block] = []
    if draw(st.booleans()):
        body += draw(st.lists(st.sampled_from(HEADER), max_size=4, unique_by=id))
    body.append(draw(paragraphs()))
    for _ in range(draw(st.integers(0, 3))):
        body += [draw(st.sampled_from(BODY)), draw(paragraphs())] if draw(st.booleans()) else [draw(paragraphs())]
    if draw(st.booleans()):
        body.append(ac.Signature(["A. GROMYKO"], draw(st.none() | st.just(DATE))))
    source = st.builds(ac.SourceNote, st.tuples(archival_sources()), st.tuples(statements()) | st.just(()))
    notes = draw(st.lists(st.one_of(st.sampled_from(NOTES), source), max_size=3))
    return {"body": body, "notes": notes}


# --- Records -----------------------------------------------------------------------------------------------------------


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
    return evolve(record, **draw(bodies())) if draw(st.booleans()) else record


@st.composite
def written(draw: st.DrawFn) -> str:
    """A record as text, as other systems leave it; "" for one that the layout can't carry."""
    try:
        text = ac.dumps(draw(records()), family=draw(st.sampled_from(["plain", "markdown"])))
    except ac.InvalidRecord:
        return ""
    return draw(dressed(text))
