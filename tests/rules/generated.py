"""Valid records, invented in the archive's shapes, and ways to corrupt them, each with the code that it must raise."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

FAMILIES = ("plain", "markdown", "classic")

PEOPLE = ["Anna Weber", "Jan Novak", "Maria Petrova", "Péter Kovács", "Ion Ionescu", "Li Ming", "José Álvarez"]
PLACES = ["Havana", "Beijing", "Warsaw", "Budapest", "Prague", "Pyongyang", "Berlin"]
MONTHS = "January February March April May June July August September October November December".split()
LANGUAGES = ["Russian", "Chinese", "German", "Polish", "Hungarian", "Czech", "Bulgarian", "Romanian"]
SUBJECTS = ["the harvest", "trade in grain", "a loan", "the visit of the delegation", "the missiles", "the border"]
ARCHIVES = [
    "RGASPI",
    "APRF",
    "Archive of Foreign Policy, Russian Federation (AVP RF), Moscow",
    "Archive of the President, Russian Federation (APRF)",
    "RGANI",
]
SENTENCES = [
    "The minister received me yesterday and was in good spirits.",
    "He said that the talks on {subject} had gone well, and that more would follow.",
    'I asked him about {subject}. He answered: "We shall see."',
    "Comrade {name} [the ambassador] took part in the conversation (see #{number}).",
    "Our friends expect {sum} tons by the end of the year, and hope for more.",
    "According to {name}, nobody in {place} knows of this.",
    "1. We consider the plan on {subject} to be sensible.",
    "It would be better not to answer before {month}.",
]


class Parts(NamedTuple):
    """A record in its parts, before they are laid out."""

    date: str
    title: str
    quote: str
    source: str
    statements: list[str]
    url: str
    summary: str
    credits: str
    language: str
    contents: list[str]
    body: list[str]
    notes: list[str]
    family: str


def parts(random: Random) -> Parts:
    """The parts of a valid record."""
    year, month, day = random.randint(1945, 1989), random.choice(MONTHS), random.randint(1, 28)
    style = random.choice(FAMILIES)
    sender, addressee = random.sample(PEOPLE, 2)
    subject = random.choice(SUBJECTS)
    title = random.choice(
        [
            f"Telegram from {sender} to {addressee}",
            f"Record of a Conversation between {sender} and {addressee} on {subject.title()}",
            f"Report, {sender}, {random.choice(PLACES)}, '{subject.capitalize()}' (Excerpts)",
            f"Letter from {sender} to the Central Committee, No. {random.randint(2, 99)}",
        ]
    )
    first = random.randint(1, 90)
    leaves = random.choice([f"l. {first}", f"ll. {first}-{first + random.randint(1, 9)}"])
    language = random.choice(LANGUAGES)
    statements = random.sample(
        [
            f"Translated by {random.choice(PEOPLE)}",
            f"Obtained by {random.choice(PEOPLE)} (George Washington University)",
            f"Contributed by {random.choice(PEOPLE)}",
        ],
        random.randint(1, 2),
    )
    body = [
        random.choice(SENTENCES).format(
            subject=random.choice(SUBJECTS),
            name=random.choice(PEOPLE).split()[1],
            number=random.randint(100, 2000),
            sum=random.randint(2, 900),
            place=random.choice(PLACES),
            month=random.choice(MONTHS),
        )
        + f" This was told me {random.randint(2, 99)} days ago, and again in {random.choice(PLACES)}."
        for _ in range(random.randint(2, 7))
    ]
    source = f"{random.choice(ARCHIVES)}, f. {random.randint(1, 900)}, op. {random.randint(1, 90)}, d. {random.randint(1, 999)}, {leaves}"
    signed = f"{day} {month} {year} {sender.split()[1].upper() if sender.isascii() else 'PETROV'}"
    notes = random.choice(
        [
            [],
            [
                f"Reference: # {random.randint(3000, 9999)} (entry # {random.randint(10000, 99999)}) from {day} {month} {year}."
            ],
            [f"[Source: {source}. {statements[0]}.]"],
        ]
    )
    return Parts(
        f"{month} {day}, {year}",
        title,
        random.choice(['"…",', "“…,”"]),
        source,
        statements,
        f"https://digitalarchive.wilsoncenter.org/document/{random.randint(100000, 299999)}",
        f"{sender.split()[1]} reports on {subject}. The talks will go on.",
        random.choice(["", "This document was made possible with support from the Leon Levy Foundation"]),
        language,
        random.choice([["Translation - English"], ["English Translation"], ["Translation - English", "Scan of Original Document"]]),
        [*body, signed],
        notes,
        style,
    )  # fmt: skip


def laid_out(record: Parts) -> str:
    """``record`` as the text of a file."""
    mark = "**" if record.family == "markdown" else ""
    tail = ". ".join([record.source, *record.statements])
    opening = record.quote.replace("…", record.title)
    citation = f"{opening} {record.date}, Wilson Center Digital Archive, {tail}. <{record.url}>"
    if record.quote[0] == "“":
        citation = citation.replace("'", "’")
    labels = {
        "Citation": citation,
        "Summary": record.summary,
        "Credits": record.credits,
        "Original Language": record.language,
        "Contents": "\n".join(record.contents),
    }
    gap = "\n" if record.family == "classic" else "\n\n"
    blocks = [f"{mark}{record.date}{mark}", f"**{record.title}**"]
    blocks += [f"{mark}{label}:{mark}{gap}{value}" for label, value in labels.items() if value]
    return "\n\n".join([*blocks, *record.body, *record.notes]) + "\n"


Corruption = Callable[[str, Parts], str]


def replaced(old: str, new: str) -> Corruption:
    """Put ``new`` in the place of the first ``old``."""
    return lambda text, record: text.replace(old, new, 1)


def section(label: str, new: Callable[[str], str]) -> Corruption:
    """Change the whole section of a label, the label included, up to the next blank line after its value."""

    def corrupt(text: str, record: Parts) -> str:
        mark = "**" if record.family == "markdown" else ""
        gap = "\n" if record.family == "classic" else "\n\n"
        start = text.index(f"{mark}{label}:{mark}")
        end = text.index("\n\n", start + len(f"{mark}{label}:{mark}{gap}"))
        return text[:start] + new(text[start:end]) + text[end:]

    return corrupt


def swapped_sections(text: str, record: Parts) -> str:
    """Summary before Citation."""
    mark = "**" if record.family == "markdown" else ""
    start, middle = text.index(f"{mark}Citation:"), text.index(f"{mark}Summary:")
    end = text.index(f"{mark}{'Credits' if record.credits else 'Original Language'}:")
    return text[:start] + text[middle:end] + text[start:middle] + text[end:]


def in_body(new: Callable[[str], str]) -> Corruption:
    """Change the first paragraph of the body."""
    return lambda text, record: text.replace(record.body[0], new(record.body[0]), 1)


def in_citation(old: Callable[[Parts], str], new: Callable[[Parts], str]) -> Corruption:
    """Put something else in the place of a part of the citation."""

    def corrupt(text: str, record: Parts) -> str:
        start = text.index("Citation:")
        place = text.index(old(record), start)
        return text[:place] + new(record) + text[place + len(old(record)) :]

    return corrupt


def leaf(record: Parts) -> str:
    """The last step of the signature."""
    return record.source.rpartition(", ")[2]


def step(record: Parts, number: int) -> str:
    """One of the last four steps of the signature: 0 is the fond."""
    return record.source.split(", ")[-4:][number]


def printed(record: Parts) -> str:
    """The title in its quotes, as the citation has it."""
    title = record.quote.replace("…", record.title)
    return title if record.quote[0] == '"' else title.replace("'", "’")


def swapped_letters(word: str) -> str:
    """A word as a hasty typist leaves it."""
    return word[:2] + word[3] + word[2] + word[4:]


#: Every way to corrupt a record, with the code that tells of it.
CORRUPTIONS: list[tuple[str, str, Corruption]] = [
    ("AC301", "citation left out", section("Citation", lambda text: "Citation:" if "**" not in text else "**Citation:**")),
    ("AC301", "citation and label left out", section("Citation", lambda text: "")),
    ("AC302", "title left out", lambda text, record: text.replace(f"**{record.title}**\n\n", "", 1)),
    ("AC103", "summary left out", section("Summary", lambda text: "")),
    ("AC102", "language left out", section("Original Language", lambda text: "")),
    ("AC104", "language emptied", section("Original Language", lambda text: text.partition("\n")[0])),
    ("AC107", "summary misspelt", replaced("Summary:", "Sumary:")),
    ("AC121", "summary in capitals", replaced("Summary:", "SUMMARY:")),
    ("AC107", "summary without colon", replaced("Summary:", "Summary")),
    ("AC107", "language misspelt", replaced("Original Language:", "Orignal Language:")),
    ("AC107", "contents misspelt", replaced("Contents:", "Contetns:")),
    ("AC105", "summary twice", section("Summary", lambda text: f"{text}\n\n{text}")),
    ("AC106", "summary before citation", swapped_sections),
    ("AC111", "soft hyphen", in_body(lambda text: text[:4] + "\xad" + text[4:])),
    ("AC111", "zero-width space", replaced(" reports", "\u200b reports")),
    ("AC112", "lost character", in_body(lambda text: text.replace("e", "\ufffd", 1))),
    ("AC113", "no-break space", in_body(lambda text: text.replace(" ", "\xa0", 1))),
    ("AC114", "control character", in_body(lambda text: text.replace(" ", "\x02 ", 1))),
    ("AC110", "trailing blank", in_body(lambda text: f"{text} ")),
    ("AC116", "half of the bold", replaced("**\n", "\n")),
    ("AC117", "newline of Windows", replaced("\n", "\r\n")),
    ("AC118", "wrong encoding", in_body(lambda text: text.replace("e", "Ã©", 1))),
    ("AC119", "piece of HTML", in_body(lambda text: text.replace(" ", "&nbsp;", 1))),
    ("AC201", "misspelt month", lambda text, record: text.replace(record.date, swapped_letters(record.date), 1)),
    ("AC203", "no such day", lambda text, record: text.replace(record.date, record.date.split()[0] + " 32, 1962", 1)),
    ("AC202", "figures only", lambda text, record: text.replace(record.date, "4.11.1962", 1)),
    ("AC206", "padded day", lambda text, record: text.replace(record.date, record.date.split()[0] + " 04, 1962", 1)),
    ("AC602", "other year", lambda text, record: text.replace(record.date, record.date[:-4] + "1990", 1)),
    ("AC602", "other year in the citation", in_citation(lambda r: r.date, lambda r: r.date[:-4] + "1944")),
    ("AC303", "title dropped", in_citation(lambda r: printed(r) + " ", lambda r: "")),
    ("AC304", "archive dropped", replaced("Wilson Center Digital Archive, ", "")),
    ("AC318", "archive misspelt", replaced("Wilson Center Digital Archive", "Wilson Center Digital Arhcive")),
    ("AC310", "closing quote dropped", in_citation(lambda r: r.quote[2:3] if r.quote[0] == '"' else ",”", lambda r: ",")),
    ("AC310", "opening quote dropped", in_citation(lambda r: r.quote[0], lambda r: "")),
    ("AC316", "quotes dropped", in_citation(printed, lambda r: f"{r.title},")),
    ("AC305", "URL dropped", lambda text, record: text.replace(f" <{record.url}>", "", 1)),
    ("AC306", "URL without a letter", replaced("https://", "htps://")),
    ("AC306", "URL without a slash", replaced("https://", "https:/")),
    ("AC307", "host misspelt", replaced("wilsoncenter.org", "wilsoncentre.org")),
    ("AC309", "number dropped", lambda text, record: text.replace(record.url, record.url[:-15], 1)),
    ("AC308", "insecure", replaced("https://", "http://")),
    ("AC317", "keyword misspelt", in_citation(lambda r: r.statements[0].split()[0], lambda r: swapped_letters(r.statements[0].split()[0]))),
    ("AC315", "statement twice", in_citation(lambda r: r.statements[0], lambda r: f"{r.statements[0]}. {r.statements[0]}")),
    ("AC312", "garbled source", in_citation(lambda r: f"{r.source}. ", lambda r: "zz 1, qq #2; ")),
    ("AC321", "fond and opis swapped", in_citation(lambda r: f"{step(r, 0)}, {step(r, 1)}", lambda r: f"{step(r, 1)}, {step(r, 0)}")),
    ("AC322", "fond dropped", in_citation(lambda r: f"{step(r, 0)}, ", lambda r: "")),
    ("AC323", "leaves backwards", in_citation(leaf, lambda r: "ll. 55-51")),
    ("AC324", "plural for one leaf", in_citation(leaf, lambda r: "ll. 7")),
    ("AC325", "singular for several", in_citation(leaf, lambda r: "l. 7-9")),
    ("AC401", "language misspelt", lambda text, record: text.replace(f"\n{record.language}\n", f"\n{swapped_letters(record.language)}\n", 1)),
    ("AC402", "item misspelt", lambda text, record: text.replace(record.contents[0], record.contents[0].replace("sla", "als"), 1)),
    ("AC404", "credits in the summary", section("Summary", lambda text: f"{text}\n\nThis document was made possible with support from the Fund.")),
    ("AC408", "text cut off", lambda text, record: text[: text.index(record.body[0])]),
    ("AC409", "languages the same", lambda text, record: text.replace(f"\n{record.language}\n", "\nEnglish\n", 1)),
    ("AC410", "item twice", lambda text, record: text.replace(record.contents[0], f"{record.contents[0]}\n{record.contents[0]}", 1)),
    ("AC406", "original put in", lambda text, record: text.replace(record.body[0], "Министр принял меня вчера. " * 40, 1)),
    ("AC501", "paragraph broken", in_body(lambda text: text.replace(" days ago, and", " days ago and\n\nthen", 1))),
    ("AC502", "bracket dropped", in_body(lambda text: text.replace(" ", " [", 1))),
    ("AC502", "bracket left over", in_body(lambda text: text.replace(" ", "] ", 1))),
    ("AC503", "note lost", in_body(lambda text: text.replace(" was told", "[1] was told", 1))),
    ("AC507", "letter of another alphabet", replaced(" days ", " d\u0430ys ")),
    ("AC508", "glyph lost", in_body(lambda text: text.replace("e", "(cid:72)", 1))),
    ("AC509", "word spaced", replaced("days ago", "d a y s ago")),
    ("AC510", "word divided", replaced("days ago", "da-\nys ago")),
    ("AC511", "page number left in", in_body(lambda text: f"{text}\n\n12\n\n{text[:-1]}, he said.")),
    ("AC512", "paragraph twice", in_body(lambda text: f"{text}\n\n{text}")),
    ("AC601", "other title", lambda text, record: text.replace(f"**{record.title}**", f"**{record.title} again**", 1)),
    ("AC603", "signed later", lambda text, record: text.replace(record.body[-1], f"{28 if int(record.body[-1].split()[0]) <= 14 else 1} {record.body[-1].partition(' ')[2]}", 1)),
    ("AC608", "signed years later", lambda text, record: text.replace(record.body[-1], f"{record.body[-1].rpartition(' ')[0][:-4]}1990 PETROV", 1)),
    ("AC604", "other source in the note", lambda text, record: text.replace(f"[Source: {record.source}", "[Source: RGANI, f. 9999, op. 1", 1)),
    ("AC605", "other translator in the note", lambda text, record: text.replace(record.notes[0], record.notes[0].rpartition(" by ")[0] + " by Otto Schmidt.]", 1) if "[Source" in text else text),
    ("AC606", "translated from another language", in_citation(lambda r: r.statements[0], lambda r: "Translated from Korean by Anna Weber")),
    ("AC901", "labels of one's own", lambda text, record: text.replace("Citation:", "Source:").replace("Original Language:", "Lang:")),
    ("AC513", "bracket over blocks", in_body(lambda text: text.replace(" days ago, and", " [days ago.\n\nThen] and", 1))),
    ("AC514", "running head left in", in_body(lambda text: f"{text}\n\nWilson Center Digital Archive")),
]  # fmt: skip
