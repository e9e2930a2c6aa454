"""Each kind of fault, on several records: it is found, once, where it is, and a fix brings the record back."""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

import archivecite as ac
from archivecite.rules.fix import fix_document
from rules.generated import Parts, in_body, in_citation, laid_out, leaf, parts, replaced, step, swapped_letters

#: How many records each kind is tried on.
EACH = 6

Corruption = Callable[[str, Parts], str]
BOOK = "in Vladislav Zubok, ed., Documents of the War (Moscow: Nauka, 1999), pp. "


def one(seed: int) -> Parts:
    """A valid record whose translator is named, in any family."""
    record = parts(Random(seed))
    translated = "Translated by Otto Schmidt"
    others = [statement for statement in record.statements if not statement.startswith("Translated")]
    note = [] if any(note.startswith("[Source") for note in record.notes) else record.notes
    return record._replace(statements=[*others, translated], notes=note)


def source(new: str) -> Corruption:
    """Put another source in the citation."""
    return in_citation(lambda record: record.source, lambda _: new)


def in_step(number: int, new: Callable[[str], str]) -> Corruption:
    """Change the value of one of the last four parts of the locator: 0 is the fond."""
    return in_citation(
        lambda r: step(r, number), lambda r: f"{step(r, number).split()[0]} {new(step(r, number).split()[1])}"
    )


def swap(text: str, record: Parts) -> str:
    """The values of Original Language and Contents, swapped."""
    item = record.contents[0]
    return text.replace(f"\n{record.language}\n", "\n\0\n", 1).replace(item, record.language, 1).replace("\0", item)


def without_label(label: str) -> Corruption:
    """Take a label out, with the line that it is on."""

    def corrupt(text: str, record: Parts) -> str:
        mark = "**" if record.family == "markdown" else ""
        gap = "\n" if record.family == "classic" else "\n\n"
        return text.replace(f"{mark}{label}:{mark}{gap}", "", 1)

    return corrupt


def old(text: str, record: Parts) -> str:
    """A leading zero in the day, and http."""
    date = record.date
    return text.replace(date, f"{date.split()[0]} 04, 1962").replace("https:", "http:")


def figures(record: Parts) -> str:
    """The number that the record's note is on."""
    return record.notes[0].split("# ")[1].partition(" ")[0]


def swapped_figures(text: str, record: Parts) -> str:
    """Cite the message that the note is on, with its figures swapped."""
    if not record.notes or figures(record) == figures(record)[::-1]:
        return text
    return text.replace(record.body[0], f"{record.body[0]} I wrote of it (see #{figures(record)[::-1]}).", 1)


def bracketed(text: str, record: Parts) -> str:
    """Open a bracket in the first paragraph, and close it in the third."""
    if len({*record.body}) < len(record.body) or len(record.body) < len("1234"):
        return text
    first, third = record.body[0], record.body[2]
    text = text.replace(first, first.replace(" was told", " was [told", 1), 1)
    return text.replace(third, third.replace(" was told", " was told]", 1), 1)


def below_first(line: str) -> Corruption:
    """Put a line between the first two paragraphs."""
    return lambda text, record: text.replace(record.body[0], f"{record.body[0]}\n\n{line}", 1)


def quotes_of_two_kinds(text: str, record: Parts) -> str:
    """Close the citation's title with a quote of another kind than the one that opens it."""
    if record.quote[0] == '"':
        return text.replace(f'{record.title}"', f"{record.title}”", 1)
    return text.replace(",”", ',"', 1)


#: The code, what was done, how, and what the finding points at; for the text itself a function of the record.
KINDS: list[tuple[str, str, Corruption, str | Callable[[Parts], str]]] = [
    ("AC412", "values of language and contents swapped", swap, lambda r: r.contents[0]),
    ("AC327", "letter in the number", lambda t, r: t.replace(r.url[-4:], f"l{r.url[-3:]}"), lambda r: f"{r.url[-6:-4]}l{r.url[-3:]}"),
    ("AC327", "number cut short", lambda t, r: t.replace(r.url, r.url[:-3]), lambda r: r.url[-6:-3]),
    ("AC327", "number cut to one figure", lambda t, r: t.replace(r.url, r.url[:-5]), lambda r: r.url[-6]),
    ("AC327", "number too long", lambda t, r: t.replace(r.url, f"{r.url}7"), lambda r: f"{r.url[-6:]}7"),
    ("AC319", "no translator", in_citation(lambda r: ". Translated by Otto Schmidt", lambda r: ""), lambda r: laid_out(r)[: laid_out(r).index(". Translated by Otto Schmidt")].split()[-1] + "."),
    ("AC411", "transcript in English", lambda t, r: t.replace(r.contents[0], "Transcript - English", 1), "English"),
    ("AC326", "O in the fond", in_step(0, lambda v: f"O{v}"), lambda r: f"O{step(r, 0).split()[1]}"),
    ("AC326", "O in the delo", in_step(2, lambda v: f"{v}O"), lambda r: f"{step(r, 2).split()[1]}O"),
    ("AC326", "l in the opis", in_step(1, lambda v: f"l{v}"), lambda r: f"l{step(r, 1).split()[1]}"),
    ("AC326", "l in the year", in_citation(lambda r: f"{r.date}, W", lambda r: f"{r.date.replace(', 19', ', l9')}, W"), lambda r: f"l{r.date[-3:]}"),
    ("AC127", "letter lost", in_body(lambda t: f"{t} We met in Bras?lia."), "Bras?lia"),
    ("AC127", "letter lost in a name", lambda t, r: t.replace(r.summary, f"{r.summary} Se?or Ruiz came."), "Se?or"),
    ("AC323", "pages backwards", source(f"{BOOK}219-210"), "219-210"),
    ("AC330", "acronym misspelt", source("Central State Archives (TDsA), Sofia, f. 1, op. 2, d. 3"), "TDsA"),
    ("AC330", "acronym misspelt", source("Archive of Foreign Policy, Russian Federation (AVP FR), Moscow, f. 1, op. 2, d. 3"), "AVP FR"),
    ("AC608", "signed in another year", lambda t, r: t.replace(r.body[-1], r.body[-1].replace(r.date[-4:], "1895")), lambda r: " ".join(r.body[-1].split()[:3]).replace(r.date[-4:], "1895")),
    ("AC317", "verb misspelt", in_citation(lambda r: "Translated", lambda r: "Tarnslated"), "Tarnslated"),
    ("AC317", "verb misspelt before an archive", in_citation(lambda r: "Translated by Otto Schmidt", lambda r: "Obtianed by Otto Schmidt from RGANI. Translated by Otto Schmidt"), "Obtianed"),
    ("AC208", "no date line", lambda t, r: t.partition("\n\n")[2], lambda r: r.title),
    ("AC329", "blank in the URL", replaced("wilsoncenter.org/", "wilsoncenter.org/ "), " "),
    ("AC329", "blank in the host", replaced("digitalarchive.w", "digitalarchive. w"), " "),
    ("AC328", "no sign after the URL", lambda t, r: t.replace(f"{r.url}>", r.url), "<"),
    ("AC306", "letter lost in https", replaced("https:", "htps:"), lambda r: r.url.replace("https", "htps")),
    ("AC306", "colon lost in https", replaced("https:", "https"), lambda r: r.url.replace("https:", "https")),
    ("AC125", "blank before a colon", replaced("Summary:", "Summary :"), " "),
    ("AC125", "blank before the colon of Credits", replaced("Credits:", "Credits :"), " "),
    ("AC122", "tab", in_citation(lambda r: f", {leaf(r)}", lambda r: f",\t{leaf(r)}"), "\t"),
    ("AC122", "two blanks", in_citation(lambda r: f", {leaf(r)}", lambda r: f",  {leaf(r)}"), "  "),
    ("AC128", "word twice", in_body(lambda t: t.replace(" days ago", " days ago in the the spring", 1)), "the the"),
    ("AC123", "accent apart", in_body(lambda t: f"{t} We met Jose\u0301 too."), "e\u0301"),
    ("AC124", "full-width comma", in_body(lambda t: t.replace(" days ago,", " days ago，", 1)), "，"),
    ("AC124", "full-width sign in the citation", in_citation(lambda r: f", {leaf(r)}", lambda r: f"，{leaf(r)}"), "，"),
    ("AC119", "entity", in_body(lambda t: t.replace(" days ago", "&nbsp;days ago", 1)), "&nbsp;"),
    ("AC119", "number of a sign", in_body(lambda t: t.replace(" days ago,", " days ago &#8211;", 1)), "&#8211;"),
    ("AC102", "Contents lost", without_label("Contents"), lambda r: r.contents[0]),
    ("AC102", "Original Language lost", without_label("Original Language"), lambda r: r.language),
    ("AC301", "Citation lost", without_label("Citation"), lambda r: laid_out(r)[laid_out(r).index("Citation:") :].partition("\n")[2].lstrip("\n*").partition("\n")[0]),
    ("AC601", "title misspelt", lambda t, r: t.replace(r.title.split()[0], swapped_letters(r.title.split()[0]), 1), lambda r: swapped_letters(r.title.split()[0]).rstrip(",")),
    ("AC601", "word lost in the citation's title", in_citation(lambda r: f" {r.title.split()[1]}", lambda r: ""), lambda r: r.title.split()[2].rstrip(",")),
    ("AC602", "other year", lambda t, r: t.replace(r.date[-4:], "1990", 1), "1990"),
    ("AC602", "other day", lambda t, r: t.replace(f" {r.date.split()[1]}", " 29,", 1), "29"),
    ("AC126", "old style", old, "04"),
    ("AC134", "language on its label's line", lambda t, r: t.replace(f"\n\n{r.language}", f" {r.language}", 1) if r.family == "plain" else t, "Original Language:"),
    ("AC134", "label on two lines", replaced("Original Language:", "Original\nLanguage:"), "Original\nLanguage:"),
    ("AC135", "several blank lines", lambda t, r: t.replace(f"{r.body[0]}\n\n", f"{r.body[0]}\n\n\n\n\n\n", 1), "\n\n\n\n\n\n"),
    ("AC135", "two blanks in a sentence", in_body(lambda t: t.replace(" days ago", " days  ago", 1)), "  "),
    ("AC136", "mixed quotation", in_body(lambda t: f'{t} He said “Yes" then.'), lambda r: "“" if laid_out(r).count('"') >= 2 else '"'),
    ("AC137", "figure in a word", in_body(lambda t: f"{t} We came fr0m home."), "fr0m"),
    ("AC137", "capital in a word", in_body(lambda t: f"{t} The weaTpons came."), "weaTpons"),
    ("AC137", "letter three times", in_body(lambda t: f"{t} A belllow came."), "belllow"),
    ("AC213", "date below the title", lambda t, r: t.replace(f"{r.date}\n\n**{r.title}**", f"**{r.title}**\n\n{r.date}", 1) if r.family != "markdown" else t, lambda r: r.date),
    ("AC343", "digital archive in small letters", replaced("Digital Archive,", "digital archive,"), "Wilson Center digital archive"),
    ("AC343", "digital archive twice", replaced("Wilson Center Digital Archive,", "Wilson Center Digital Archive, Wilson Center Digital Archive,"), "Wilson Center Digital Archive"),
    ("AC344", "stop in the URL", lambda t, r: t.replace(f"{r.url}>", f"{r.url}.>"), "."),
    ("AC344", "query in the URL", lambda t, r: t.replace(f"{r.url}>", f"{r.url}?utm_source=mail>"), "?utm_source=mail"),
    ("AC345", "figure in a name", replaced("Otto Schmidt", "Otto Schm1dt"), "Otto Schm1dt"),
    ("AC345", "names glued", replaced("by Otto Schmidt", "by OttoSchmidt"), "OttoSchmidt"),
    ("AC346", "two hyphens", source("RGANI, f. 5, op. 2, d. 3, ll. 12--15"), "--"),
    ("AC521", "quotation never begins", in_body(lambda t: f'{t} He said yes," and left.'), '"'),
    ("AC609", "title in capitals", lambda t, r: t.replace(f"**{r.title}**", f"**{r.title.upper()}**", 1), lambda r: r.title.upper()),
    ("AC515", "cut in mid-sentence", lambda t, r: t[: t.index(r.body[-1])].rstrip().rpartition(" again")[0] + "\n", "and"),
    ("AC515", "cut in mid-word", lambda t, r: t[: t.index(r.body[-1])].rstrip().rpartition("gain in")[0] + "\n", "a"),
    ("AC515", "cut before the notes", lambda t, r: t.replace(r.body[-1], f"{r.body[0][:-1]}, and I asked him for the"), "the"),
    ("AC516", "quotation never ends", in_body(lambda t: t.replace(" was told me", ' was told me: "All is well', 1)), '"'),
    ("AC516", "curly quotation never ends", in_body(lambda t: t.replace(" was told me", " was told me: “All is well", 1)), "“"),
    ("AC517", "figures swapped in the text", swapped_figures, lambda r: f"#{figures(r)[::-1]}"),
    ("AC518", "slip in entry", replaced("(entry #", "(enrty #"), "enrty"),
    ("AC518", "slip in Reference", replaced("Reference:", "Refernce:"), "Refernce"),
    ("AC513", "bracket closed two paragraphs below", bracketed, "["),
    ("AC514", "running head", below_first("Wilson Center Digital Archive"), "Wilson Center Digital Archive"),
    ("AC514", "page footer", below_first("Page 2 of 5"), "Page 2 of 5"),
    ("AC514", "page of pages", below_first("2/5"), "2/5"),
    ("AC511", "page number alone", below_first("- 12 -"), "- 12 -"),
    ("AC120", "second record", lambda t, r: f"{t}\n{laid_out(one(77)._replace(family=r.family))}", one(77).date),
    ("AC119", "line break of HTML", in_body(lambda t: t.replace(" days ago", " days<br>ago", 1)), "<br>"),
    ("AC310", "quotes of two kinds", quotes_of_two_kinds, lambda r: "”" if r.quote[0] == '"' else '"'),
    ("AC116", "label bold at its end alone", lambda t, r: t.replace("**Summary:**", "Summary:**").replace("\nSummary:\n", "\nSummary:**\n"), "**"),
    ("AC116", "label bold at its start alone", lambda t, r: t.replace("**Summary:**", "**Summary:").replace("\nSummary:\n", "\n**Summary:\n"), "**"),
    ("AC116", "Contents bold at its start alone", lambda t, r: t.replace("**Contents:**", "**Contents:").replace("\nContents:\n", "\n**Contents:\n"), "**"),
    ("AC509", "word spaced before a full stop", in_body(lambda t: f"{t} They had t r a c t o r s."), "t r a c t o r s"),
    ("AC510", "word divided", in_body(lambda t: t.replace(" days ago", " da-\nys ago", 1)), "-"),
    ("AC209", "day above 31", in_body(lambda t: f"{t} We met on 34 May 1962."), "34 May"),
    ("AC209", "31st of a short month", in_body(lambda t: f"{t} We met on April 31, 1962."), "April 31, 1962"),
    ("AC209", "letter in a day of the text", in_body(lambda t: f"{t} We met on l5 May."), "l5 May"),
    ("AC209", "month of the text misspelt", in_body(lambda t: f"{t} We met on 5 Ocotber 1962."), "Ocotber"),
    ("AC210", "date of the citation lost", in_citation(lambda r: f" {r.date},", lambda r: ""), "Wilson Center Digital Archive"),
    ("AC608", "dateline of another year", lambda t, r: t.replace(r.body[0], f"Havana, {r.date[:-4]}1895\n\n{r.body[0]}", 1), lambda r: f"{r.date[:-4]}1895"),
    ("AC515", "summary cut", lambda t, r: t.replace(r.summary, f"{r.summary} He was told by the minister that they", 1), "they"),
    ("AC127", "letter lost as a box", in_body(lambda t: f"{t} We met in Bras□lia."), "Bras□lia"),
    ("AC130", "placeholder in the summary", lambda t, r: t.replace(r.summary, "Summary to be added.", 1), "to be added"),
    ("AC130", "placeholder in capitals", in_body(lambda t: f"{t} We met TBD there."), "TBD"),
    ("AC131", "template", in_body(lambda t: f"{t} We met {{{{name}}}} there."), "{{"),
    ("AC131", "conflict of versions", below_first("<<<<<<< HEAD"), "<<<<<<<"),
    ("AC131", "comment of HTML", in_body(lambda t: f"{t} <!-- look this up -->"), "<!--"),
    ("AC132", "button of a page", below_first("Download PDF"), "Download PDF"),
    ("AC132", "notice of a page", below_first("© 2011 Woodrow Wilson Center"), "© 2011 Woodrow Wilson Center"),
    ("AC133", "blank before a comma", in_body(lambda t: t.replace(" days ago,", " days ago ,", 1)), " "),
    ("AC133", "two commas", in_body(lambda t: t.replace(" days ago,", " days ago,,", 1)), ",,"),
    ("AC133", "blank lost after a full stop", in_body(lambda t: f"{t} They left.He came."), "."),
    ("AC133", "brackets with nothing in them", in_body(lambda t: f"{t} They [] left."), "[]"),
    ("AC519", "sentence twice", in_body(lambda t: f"{t} They left for Lima at noon. They left for Lima at noon."), "They left for Lima at noon."),
    ("AC520", "summary pasted into the body", lambda t, r: t.replace(r.body[0], f"{r.summary}\n\n{r.body[0]}", 1), lambda r: r.summary),
    ("AC128", "two words twice", in_body(lambda t: t.replace(" days ago", " days ago in the in the spring", 1)), "in the in the"),
    ("AC323", "last leaf lost", in_citation(leaf, lambda r: "ll. 51-"), "51-"),
    ("AC116", "label with one star at its end", lambda t, r: t.replace("**Summary:**", "**Summary:*").replace("\nSummary:\n", "\n**Summary:*\n"), "**"),
    ("AC328", "URL opened by a parenthesis", replaced("<http", "(http"), lambda r: f"({r.url}>"),
    ("AC328", "URL closed by a parenthesis", lambda t, r: t.replace(f"{r.url}>", f"{r.url})"), "<"),
    ("AC310", "guillemet before the title", lambda t, r: t.replace(f'"{r.title}"', f'«{r.title}"') if r.quote[0] == '"' else t, "«"),
    ("AC209", "month without a year misspelt", in_body(lambda t: f"{t} We met on 27 Octber, and he left."), "Octber"),
    ("AC209", "letter in a year of the text", in_body(lambda t: f"{t} We met on 31 October l962."), "l962"),
    ("AC503", "note lost", in_body(lambda t: t.replace(" was told me", "[14] was told me", 1)), "[14]"),
]  # fmt: skip

#: What is also true of the faulty record, and is told for its own sake.
ALSO = {
    "URL opened by a parenthesis": {"AC311", "AC101"},
    "URL closed by a parenthesis": {"AC311"},
    "old style": {"AC603", "AC602", "AC608"},
    "no date line": set(),
    "full-width comma": set(),
}


def records(corrupt: Corruption) -> list[tuple[Parts, ac.Document]]:
    """Some records, each with the fault."""
    found = []
    for seed in range(100):
        record = one(seed)
        text = laid_out(record)
        if (spoilt := corrupt(text, record)) != text:
            found.append((record, ac.parse(spoilt)))
    return found[:EACH]


@pytest.mark.parametrize(("code", "done", "corrupt", "points"), KINDS, ids=[kind[1] for kind in KINDS])
def test_a_fault_is_found_once_and_in_place(
    code: str, done: str, corrupt: Corruption, points: str | Callable[[Parts], str]
) -> None:
    """On each of several records one finding, on the very characters."""
    spoilt = records(corrupt)
    assert len(spoilt) >= 4
    for record, document in spoilt:
        findings = [finding for finding in ac.check(document) if finding.code not in ALSO.get(done, ())]
        assert [finding.code for finding in findings] == [code], (record.family, document.text)
        (finding,) = findings
        assert finding.span is not None
        expected = points if isinstance(points, str) else points(record)
        assert finding.span.of(document.text) == expected


def test_the_records_are_good_before() -> None:
    """Nothing at all is found in them."""
    for seed in range(100):
        assert ac.check(ac.parse(laid_out(one(seed)))) == ()


#: The kinds whose fix, safe or not, brings the record back.
BACK = {
    "values of language and contents swapped", "O in the fond", "no sign after the URL", "letter lost in https",
    "colon lost in https", "blank in the URL", "blank in the host", "blank before a colon", "tab", "two blanks", "entity",
    "verb misspelt", "full-width comma", "slip in entry", "slip in Reference", "running head", "page footer", "page of pages",
    "quotes of two kinds", "label bold at its end alone", "label bold at its start alone",
    "Contents bold at its start alone", "label with one star at its end",
    "URL opened by a parenthesis", "URL closed by a parenthesis", "guillemet before the title", "blank before a comma", "two commas",
}  # fmt: skip


@pytest.mark.parametrize(("done", "corrupt"), [kind[1:3] for kind in KINDS if kind[1] in BACK])
def test_a_fix_brings_the_record_back(done: str, corrupt: Corruption) -> None:
    """All that it says is as it was, or differs where it was spoilt beyond what can be known."""
    for record, document in records(corrupt):
        fixed, made = fix_document(document, ac.check, unsafe=True)
        assert len(made) == 1
        assert ac.check(fixed) == ()
        if done != "O in the fond":
            assert fixed.record == ac.parse(laid_out(record)).record


#: What is right, though it looks like a fault, or what only a bad copy has and nobody can say is wrong.
QUIET: list[tuple[str, Corruption]] = [
    ("brackets in brackets", in_body(lambda t: t.replace(" was told me", "[[11]] was told me", 1))),
    ("number between lines of a head", lambda t, r: t.replace(r.body[0], f"To the Central Committee\n\n113\n\nSecret\n\n{r.body[0]}", 1)),
    ("Albanian locator", source("AQSH, F. 14/AP, M-PKK, V. 1967, L. 19, D. 20")),
    ("archive with a hyphen", source("SAPMO-BA, DY 30, 3291, Bl. 1-5")),
    ("archive of a region", source("GAPPOD AzR, f. 1, op. 89, d. 77, ll. 1-5")),
    ("year after a translated title", source("Vladislav Zubok, Istoriia [History] (Moscow: Nauka, 2006), 25-30")),
    ("hyphens of a list", in_body(lambda t: f"{t} They took short-\nand long-term loans.")),
    ("hyphen of a name", in_body(lambda t: f"{t} He met Chiang Kai-\nShek there.")),
    ("quotation over two paragraphs", in_body(lambda t: f'{t} He wrote: "We shall come in May.\n\n"And we shall stay."')),
    ("quotation in a quotation", in_body(lambda t: f"{t} He said: “I asked “why” and left.”")),
    ("inches", in_body(lambda t: f'{t} The pipes are 12" wide and 3" thick.')),
    ("ends in a gap", lambda t, r: t.replace(r.body[-1], f"{r.body[0][:-1]}, and he added that the . . .")),
    ("ends in a list", lambda t, r: t.replace(r.body[-1], "Enclosed are:\n\n1. The report of the delegation on the harvest of the year\n\n2. The letter of the minister to the chairman of the council")),
    ("messages of one day", lambda t, r: t.replace(r.body[0], f"{r.body[0]} See #{int(figures(r)) + 1}.", 1) if r.notes and figures(r)[-1] != "9" else t),
    ("number before a name like a month", in_body(lambda t: f"{t} We saw 5 Marsh birds, 3 Augusta men and 2 Juliet sets.")),
    ("capitals in a row", in_body(lambda t: f"{t} We met J. F. K. Novak and A B C. He left.")),
]  # fmt: skip


@pytest.mark.parametrize(("done", "corrupt"), QUIET, ids=[kind[0] for kind in QUIET])
def test_what_only_looks_like_a_fault_is_left_in_peace(done: str, corrupt: Corruption) -> None:
    """On each of several records nothing is found."""
    spoilt = records(corrupt)
    assert len(spoilt) >= 4
    for _, document in spoilt:
        assert [str(finding) for finding in ac.check(document)] == [], document.text


def test_fixing_never_brings_a_new_kind() -> None:
    """And a second run has nothing left to fix."""
    for _, _, corrupt, _ in KINDS:
        for _, document in records(corrupt)[:2]:
            before = Counter(finding.code for finding in ac.check(document))
            fixed, _ = fix_document(document, ac.check, unsafe=True)
            after = Counter(finding.code for finding in ac.check(fixed))
            assert all(after[code] <= before[code] for code in after)
            assert fix_document(fixed, ac.check, unsafe=True) == (fixed, ())
