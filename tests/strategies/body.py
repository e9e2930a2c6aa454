"""Bodies of every kind: each kind of block, note and mark, in the places where real records have them."""

from typing import Any

from hypothesis import strategies as st

import archivecite as ac
from archivecite.model.body import Block
from archivecite.model.mark import AnyMark, MarkKind
from archivecite.model.note import Note
from archivecite.syntax.body import write_body
from strategies.text import fragments

DATES = [
    ac.Date("31.X.62", "1962-10-31"),
    ac.Date("2 November 1962", "1962-11-02"),
    ac.Date("10.1.1949"),
    ac.Date("June 11, 1949", "1949-06-11"),
]
NAMES = ["A. GROMYKO", "Alekseev", "Liu Shaoqi", "N. S. Orlov", "S H T Y K O V", "Haydée García"]

#: Words with their marks: what stands in the text, the kind of mark, where it starts and ends in it, and its value.
MARKED: list[tuple[str, MarkKind, int, int, str | None]] = [
    ("[of officials]", "supplied", 0, 14, "of officials"),
    ("[Chiang Kai-shek]", "supplied", 0, 17, "Chiang Kai-shek"),
    ("[28 October 1962]", "supplied", 0, 17, "28 October 1962"),
    ("Com[rade]", "expansion", 3, 9, "rade"),
    ("J.[oaquín]", "expansion", 2, 10, "oaquín"),
    ("[W]ith", "expansion", 0, 3, "W"),
    ("[...]", "gap", 0, 5, None),
    ("[two words illegible]", "gap", 0, 21, None),
    ("[?]", "unclear", 0, 3, None),
    ("Zhong [Zheng?]", "unclear", 6, 14, "Zheng?"),
    ("[sic]", "sic", 0, 5, "sic"),
    ("[sic, should be 1949]", "sic", 0, 21, "sic, should be 1949"),
    ("[handwritten: agreed]", "note", 0, 21, "handwritten: agreed"),
    ("(p. 2)", "note", 0, 6, "p. 2"),
    ("plenum[1]", "note_ref", 6, 9, "1"),
    ("see #1701", "reference", 4, 9, "1701"),
    ("your No. 811,", "reference", 5, 12, "811"),
]

WORDS = "the talks of May with comrades in Moscow and on trade were good Cuba ships he said that it 1962 12".split()

HEADER: dict[str, st.SearchStrategy[Any]] = {
    "document_type": st.sampled_from(
        [
            ac.DocumentType("Telegram"),
            ac.DocumentType("CIPHERED TELEGRAM No. 709", "709"),
            ac.DocumentType("Record of Conversation"),
            ac.DocumentType("T E L E G R A M"),
        ]
    ),
    "entry_numbers": st.lists(st.integers(10_000, 999_999).map(str), min_size=1, max_size=5).map(ac.EntryNumbers),
    "serial": st.builds(
        ac.Serial,
        st.none() | st.sampled_from(["Special", "Outgoing", "Ref."]),
        st.lists(st.sampled_from(["1717-1722", "2557", "1476/sh", "482"]), min_size=1, max_size=3),
    ),
    "marking": st.sampled_from(
        [
            ac.Marking("Top Secret", "classification"),
            ac.Marking("CONFIDENTIAL", "classification"),
            ac.Marking("T O P S E C R E T", "classification"),
            ac.Marking("Extremely urgent", "precedence"),
            ac.Marking("Special", "handling"),
            ac.Marking("Eyes only", "handling"),
            ac.Marking("Copy 19 of 50", "copy"),
            ac.Marking("Single copy", "copy"),
        ]
    ),
    "letterhead": st.sampled_from(["MFA USSR", "Tenth Department"]).map(ac.Letterhead),
    "dateline": st.builds(ac.Dateline, st.sampled_from(["Moscow", "New Delhi"]), st.sampled_from(DATES[1::2])),
    "addressee": st.sampled_from(
        [
            ac.Addressee("To Comrade I.V. Stalin", [ac.Person("Comrade I.V. Stalin")]),
            ac.Addressee("To: the Foreign Ministry", [ac.Person("Foreign Ministry")]),
            ac.Addressee(
                "To Com[rade] F. Orlov",
                [ac.Person("Com[rade] F. Orlov")],
                marks=(ac.Mark("expansion", 6, 12, "rade"),),
            ),
        ]
    ),
    "sender": st.sampled_from(
        [
            ac.Sender("From: the Embassy in Havana", [ac.Person("Embassy in Havana")]),
            ac.Sender("From: Pyongyang"),
        ]
    ),
    "routing": st.sampled_from(
        [
            ac.Routing("Received on 3 May 1950 at 21:20", "Received", ac.Date("3 May 1950", "1950-05-03")),
            ac.Routing("Sending: Lima", "Sending"),
        ]
    ),
    "distribution": st.sampled_from(
        [
            ac.Distribution("Copies: Stalin (2), Mao", ["Stalin (2)", "Mao"]),
            ac.Distribution("Copy to: Mr. Novak", ["Mr. Novak"]),
        ]
    ),
    "subject": st.sampled_from([ac.Subject("Subject: grain deliveries", "Subject"), ac.Subject("Re: the ships", "Re")]),
    "participants": st.just(ac.Participants("Present: Comrade Petrov, Comrade Novak", "Present")),
    "salutation": st.just(ac.Salutation("Dear Comrade Stalin!")),
    "reply_to": st.lists(st.sampled_from(["1710", "811", "812-813"]), min_size=1, max_size=2).map(ac.ReplyTo),
}

#: What stands between two paragraphs.
BETWEEN = st.one_of(
    st.sampled_from([ac.Heading("4. On the press", "4"), ac.Heading("Part II", "II")]).map(lambda block: [block]),
    st.just([ac.Item("1. We ask for ships.", "1"), ac.Item("2. We ask for a map.", "2")]),
    st.just([ac.Item("- two tugs", "-"), ac.Item("- a trawler", "-")]),
    st.just([ac.Dateline(None, ac.Date("17 August 1957", "1957-08-17"))]),
    HEADER["marking"].map(lambda block: [block]),
    st.just([ac.PageBreak()]),
)

#: What stands above a signature.
VALEDICTIONS = st.sampled_from(["Yours sincerely,", "With communist greetings"]).map(ac.Valediction)

ENCLOSURES = st.sampled_from(
    [ac.Enclosure("Appendix II", "Appendix II"), ac.Enclosure("Enclosure: 2 pages", "Enclosure")]
)


def mark(kind: MarkKind, start: int, end: int, value: str | None) -> AnyMark:
    """A mark of any kind that says no more than its bracket."""
    match kind:
        case "gap":
            return ac.Gap(start, end)
        case "sic":
            return ac.Sic(start, end, value)
        case "note":
            return ac.Remark(start, end, value)
        case _:
            return ac.Mark(kind, start, end, value)


@st.composite
def paragraphs(draw: st.DrawFn) -> ac.Paragraph:
    """A sentence with editors' marks in it, and now and then a speaker before it."""
    speaker = draw(st.none() | st.sampled_from(["Comrade Stalin", "President Novak", "Minister Pak Ha-il"]))
    text = f"{speaker}: We" if speaker else "We think that"
    marks = []
    for printed, kind, start, end, value in draw(st.lists(st.sampled_from(MARKED), max_size=3)):
        text += " " + " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))) + " "
        marks.append(mark(kind, len(text) + start, len(text) + end, value))
        text += printed
    return ac.Paragraph(f"{text} and it is late.", speaker, marks=tuple(marks))


def omissions() -> st.SearchStrategy[ac.Omission]:
    """Lines that say that text is left out."""
    texts = st.sampled_from(["[...]", "[…]", "[one page omitted]"])
    return texts.map(lambda text: ac.Omission(text, marks=(ac.Gap(0, len(text)),)))


def signatures() -> st.SearchStrategy[ac.Signature]:
    """Who signed, and when; each may be missing, but not both."""
    names = st.lists(st.sampled_from(NAMES).map(ac.Person), min_size=1, max_size=2, unique=True)
    signers = st.one_of(names, st.just([ac.Person("Jan Petrov", "Chairman of the Board")]))
    return st.one_of(st.builds(ac.Signature, signers, date=st.none() | st.sampled_from(DATES)), st.just(SIGNED))


#: A signature that is none of a name.
SIGNED = ac.Signature(text="[signature illegible]", marks=(ac.Remark(0, 21, "signature illegible"),))


def blocks() -> st.SearchStrategy[Block]:
    """Any block but a page break."""
    return st.one_of(*HEADER.values(), paragraphs(), omissions(), signatures(), VALEDICTIONS, ENCLOSURES)


def notes() -> st.SearchStrategy[Note]:
    """Any note."""
    numbers = st.none() | st.sampled_from(["1710", "1701", "812-813"])
    entries = st.none() | st.sampled_from(["50273", "49971"])
    explained = st.none() | st.sampled_from(["He reported on a meeting.", "On the ships (sent in May)."])
    sources = st.just([ac.ArchivalSource(ac.Repository(acronym="RGASPI"), [ac.LocatorPart("fond", "558", "f.")])])
    translated = st.just([ac.Provenance("translated", [ac.Agent("Anna Weber")])])
    return st.one_of(
        st.builds(ac.ReferenceNote, numbers, entries, st.none() | st.sampled_from(DATES), explained).filter(is_whole),
        st.builds(ac.SourceNote, sources, translated),
        st.sampled_from(
            [ac.Footnote("[1] Held in May.", "1")] * 3 + [ac.Footnote("[1] In Idaho.\n\nIt was cold.", "1")]
        ),
        st.just(ac.TranslatorNote("Translator's note: the last page is missing.")),
        st.just(ac.EditorNote("Editor's note: this is a draft.")),
        st.just(ac.PublicationNote("First published in Pravda, 3 May 1962.")),
    )


def is_whole(note: ac.ReferenceNote) -> bool:
    """Whether a reference note says which message it is about; a label alone says nothing."""
    return bool(note.number or note.entry)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[list[Block], list[Note]]:
    """Blocks and notes as a record has them: a header, paragraphs and what stands between, a close, notes."""
    header: list[Block] = draw(st.lists(st.one_of(*HEADER.values()), max_size=5))
    body: list[Block] = [*header, draw(paragraphs())]
    for _ in range(draw(st.integers(0, 4))):
        between: list[Block] = draw(st.one_of(st.just([]), omissions().map(lambda block: [block]), BETWEEN))
        body += [*between, draw(paragraphs())]
    if draw(st.booleans()):
        body += [*draw(st.lists(VALEDICTIONS, max_size=1)), draw(signatures())]
        body += draw(st.lists(st.one_of(HEADER["entry_numbers"], ENCLOSURES, HEADER["distribution"]), max_size=1))
    last: list[Note] = draw(st.lists(notes(), max_size=3))
    if draw(st.booleans()) and last:
        last += [ac.SourceNote([ac.OtherSource("Private papers")]), ac.OtherNote("The text is damaged.")]
    return body, last


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A body as text, with its line breaks, brackets and pieces of other text put in or taken out anywhere."""
    text = write_body(*draw(bodies()))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        what = draw(st.sampled_from(["[", "]", "[", "]", "\n", "\n\n", "\f", "remove", "piece"]))
        if what == "remove":
            brackets = [at for at, sign in enumerate(text) if sign in "[]"]
            place = draw(st.sampled_from(brackets)) if brackets else place
            text = text[:place] + text[place + 1 :]
        else:
            text = text[:place] + (draw(fragments()) if what == "piece" else what) + text[place:]
    return text
