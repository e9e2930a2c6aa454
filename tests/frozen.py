"""A record with a value at every key of the JSON, version 1: ``canonical/version-1.json`` holds it, and never changes."""

import archivecite as ac
from archivecite.model.record import Content, Credits

RUSSIAN = ac.Language("Russian", "ru")
DAY = ac.Date("May 3, 1950", "1950-05-03")
BOOK = ac.PublishedSource(
    authors=["Anna Weber"],
    editors=["Jan Novak"],
    translators=["John Hill"],
    title="Letters",
    container_title="Papers from Strelsau",
    series="Ruritanian Studies",
    volume="2",
    issue="3",
    item="96",
    place="Moscow",
    publisher="Novosti",
    year="1995",
    pages="4-5",
    text="Anna Weber, Letters",
)
ARCHIVE = ac.ArchivalSource(
    ac.Repository("Archive of Foreign Policy, Russian Federation", "AVP RF", "Moscow"),
    [ac.LocatorPart("fond", "0100", "f."), ac.LocatorPart("name", "Novak Papers")],
    text="Archive of Foreign Policy, Russian Federation (AVP RF), Moscow, f. 0100, Novak Papers",
)
STATEMENT = ac.Provenance(
    "translated",
    [ac.Agent("Anna Weber", "Troy University")],
    [ac.Agent("NKIDP", "Washington")],
    on_behalf_of="CWIHP",
    from_languages=[RUSSIAN],
    place="Moscow",
    date=DAY,
    publication=BOOK,
    text="Translated by Anna Weber",
)
MARKS = [
    ac.Mark("supplied", 0, 3, "a"),
    ac.Mark("expansion", 4, 7, "b"),
    ac.Mark("unclear", 8, 11, "c?"),
    ac.Mark("note_ref", 12, 15, "1"),
    ac.Mark("reference", 16, 19, "7"),
    ac.Gap(20, 23, extent="one line", reason="missing"),
    ac.Sic(24, 27, "sic", "d"),
    ac.Remark(28, 31, "stamp", "stamp"),
]
TEXT = "[a] [b] [c] [1] #07 ... [d] [s]"
PERSON = ac.Person("J. Novak", "Minister of Trade")

RECORD = ac.Record(
    date=DAY,
    title="Letter to the Minister “of Trade” — Письмо",
    citation=ac.Citation(
        title="Letter",
        date=DAY,
        digital_archive="Wilson Center Digital Archive",
        sources=[ARCHIVE, BOOK, ac.OtherSource("Ibid.")],
        provenance=[STATEMENT, ac.Provenance("other", text="original in Russian")],
        url="https://digitalarchive.wilsoncenter.org/document/990001",
        accessed=DAY,
    ),
    summary="One thing.\n\nAnother thing.",
    credits=Credits(["A Fund"], text="This document was made possible with support from A Fund"),
    original_languages=[RUSSIAN],
    contents=[Content("translation", ac.Language("English", "en"), text="Translation - English")],
    body=[
        ac.DocumentType("Telegram no. 14", "14", marks=[ac.Mark("reference", 9, 15, "14")]),
        ac.EntryNumbers(["50390", "50396"], text="50390 50396", marks=[ac.Mark("supplied", 0, 5, "50390")]),
        ac.Serial("Special", ["1717"], text="Special # 1717", marks=[ac.Mark("supplied", 0, 7, "Special")]),
        ac.Marking("Top Secret", "classification", marks=[ac.Mark("supplied", 0, 3, "Top")]),
        ac.Letterhead("Ministry of Trade", marks=[ac.Mark("supplied", 0, 8, "Ministry")]),
        ac.Dateline("Moscow", DAY, text="Moscow, May 3, 1950", marks=[ac.Mark("supplied", 0, 6, "Moscow")]),
        ac.Addressee("To the Minister", [PERSON], marks=[ac.Mark("supplied", 3, 6, "the")]),
        ac.Sender("From the Minister", [PERSON], marks=[ac.Mark("supplied", 5, 8, "the")]),
        ac.Routing("Sent May 3, 1950", "Sent", DAY, marks=[ac.Mark("supplied", 0, 4, "Sent")]),
        ac.Distribution("Copies: Hill", ["Hill"], marks=[ac.Mark("supplied", 8, 12, "Hill")]),
        ac.ReplyTo(["1710"], DAY, text="To our # 1710", marks=[ac.Mark("reference", 7, 13, "1710")]),
        ac.Subject("Subject: Wheat", "Subject", marks=[ac.Mark("supplied", 9, 14, "Wheat")]),
        ac.Participants("Present: Hill", "Present", marks=[ac.Mark("supplied", 9, 13, "Hill")]),
        ac.Salutation("Dear Comrade,", marks=[ac.Mark("supplied", 0, 4, "Dear")]),
        ac.Heading("1. Wheat", "1", marks=[ac.Mark("supplied", 3, 8, "Wheat")]),
        ac.Paragraph(TEXT, "Novak", marks=MARKS),
        ac.Item("a) Rye", "a", marks=[ac.Mark("supplied", 3, 6, "Rye")]),
        ac.Omission("[...]", marks=[ac.Gap(0, 5)]),
        ac.PageBreak(),
        ac.Valediction("With regards,", marks=[ac.Mark("supplied", 0, 4, "With")]),
        ac.Signature([PERSON], "Moscow", DAY, text="J. Novak, Moscow", marks=[ac.Mark("supplied", 0, 2, "J.")]),
        ac.Enclosure("Annex 1", "Annex", marks=[ac.Mark("supplied", 6, 7, "1")]),
    ],
    notes=[
        ac.ReferenceNote(
            "1701", "49971", DAY, "On wheat.", text="Reference: #1701", marks=[ac.Mark("reference", 11, 16, "1701")]
        ),
        ac.SourceNote([ARCHIVE], [STATEMENT], text="[Source: AVP RF]", marks=[ac.Mark("supplied", 0, 16, "Source")]),
        ac.Footnote("[1] In May.", "1", marks=[ac.Mark("supplied", 4, 6, "In")]),
        ac.TranslatorNote("Translator's note", marks=[ac.Mark("supplied", 13, 17, "note")]),
        ac.EditorNote("Editor's note", marks=[ac.Mark("supplied", 9, 13, "note")]),
        ac.PublicationNote("First published", marks=[ac.Mark("supplied", 0, 5, "First")]),
        ac.OtherNote("NOTE", marks=[ac.Mark("supplied", 0, 4, "NOTE")]),
    ],
)
