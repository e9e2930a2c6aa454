"""Faults whose right text is certain: ``--fix`` gives back the very record, on several of them, and changes no more."""

from collections.abc import Callable

import pytest

import archivecite as ac
from archivecite.rules.fix import fix_document
from rules.generated import Parts, in_body, in_citation, laid_out, replaced, section, step
from rules.test_kinds import one

EACH = 4
HOST = "digitalarchive.wilsoncenter.org"
Corruption = Callable[[str, Parts], str]


def mark(record: Parts) -> str:
    """What is around a label."""
    return "**" if record.family == "markdown" else ""


def label(name: str, new: str) -> Corruption:
    """Print the label in another way; ``@`` in ``new`` is the mark around labels."""
    return lambda t, r: t.replace(f"{mark(r)}{name}:{mark(r)}", new.replace("@", mark(r)), 1)


def lost(name: str) -> Corruption:
    """Take a label out, so that its value is right below the section before."""
    return lambda t, r: t.replace(f"\n{mark(r)}{name}:{mark(r)}{'' if r.family == 'classic' else chr(10)}\n", "", 1)


def title(new: Callable[[str], str]) -> Corruption:
    """Print the title's block in another way."""
    return lambda t, r: t.replace(f"**{r.title}**", new(r.title), 1)


def date(new: Callable[[str, str, str], str]) -> Corruption:
    """Print the line of the date in another way."""
    return lambda t, r: t.replace(r.date, new(r.date.split()[0], r.date.split()[1].rstrip(","), r.date[-4:]), 1)


def cited(new: Callable[[str], str]) -> Corruption:
    """Print the citation's date in another way."""
    return in_citation(lambda r: f"{r.date}, Wilson", lambda r: f"{new(r.date)}, Wilson")


def url(new: Callable[[str], str]) -> Corruption:
    """Print the URL, with its signs, in another way."""
    return in_citation(lambda r: f"<{r.url}>", lambda r: new(r.url))


def quoted(text: str, record: Parts) -> str:
    """The title's closing quote lost."""
    if record.quote[0] != '"':
        return text
    return in_citation(lambda r: f'{r.title}",', lambda r: f"{r.title},")(text, record)


def source(old: str, new: str) -> Corruption:
    """Change a word of the source."""
    return lambda t, r: (
        in_citation(lambda r: r.source, lambda r: r.source.replace(old, new))(t, r) if old in r.source else t
    )


KINDS: list[tuple[str, Corruption]] = [
    ("figure in a label", label("Summary", "@5ummary:@")),
    ("other figure in a label", label("Contents", "@C0ntents:@")),
    ("Cyrillic letter in a label", label("Summary", "@Summ\u0430ry:@")),
    ("two Cyrillic letters in a label", label("Original Language", "@\u041eriginal L\u0430nguage:@")),
    ("letter-spaced label", label("Contents", "@C o n t e n t s :@")),
    ("letter-spaced label of two words", label("Original Language", "@O r i g i n a l  L a n g u a g e:@")),
    ("label glued to a full stop", lambda t, r: t.replace(f".\n\n{mark(r)}Original", f".{mark(r)}Original", 1)),
    ("label glued to the URL", lambda t, r: t.replace(f">\n\n{mark(r)}Summary", f">{mark(r)}Summary", 1)),
    ("label twice", label("Contents", "@Contents:@\n\n@Contents:@")),
    ("another label twice", label("Summary", "@Summary:@\n\n\n@Summary:@")),
    ("label of the language lost", lost("Original Language")),
    ("label of the contents lost", lost("Contents")),
    ("three stars before a label", lambda t, r: label("Summary", "***Summary:**")(t, r) if mark(r) else t),
    ("language twice", section("Original Language", lambda text: f"{text}\n{text.rpartition(chr(10))[2]}")),
    ("bold of the title ends nowhere", title(lambda text: f"**{text}")),
    ("bold of the title begins nowhere", title(lambda text: f"{text}**")),
    ("one star ends the title", title(lambda text: f"**{text}*")),
    ("word of the title twice", title(lambda text: f"**{text.replace(' ', f' {text.split()[1]} ', 1)}**")),
    ("month misspelt", date(lambda m, d, y: f"{m[:2]}{m[3]}{m[2]}{m[4:]} {d}, {y}" if len(m) > 4 else f"{m}e {d}, {y}")),
    ("letter for a figure of the year", date(lambda m, d, y: f"{m} {d}, l{y[1:]}")),
    ("day first", date(lambda m, d, y: f"{d} {m} {y}")),
    ("day with th", date(lambda m, d, y: f"{m} {d}th, {y}")),
    ("month cut short", date(lambda m, d, y: f"{m[:3]} {d}, {y}" if len(m) > 4 else f"{m} {d} {y}")),
    ("no comma in the date", date(lambda m, d, y: f"{m} {d} {y}")),
    ("full stop after the date", date(lambda m, d, y: f"{m} {d}, {y}.")),
    ("date twice on its line", date(lambda m, d, y: f"{m} {d}, {y} {m} {d}, {y}")),
    ("line of the date twice", lambda t, r: f"{t.partition(chr(10))[0]}\n\n{t}" if not mark(r) else t),
    ("citation's month misspelt", cited(lambda text: f"{text[0]}{text[2]}{text[1]}{text[3:]}")),
    ("letter in the citation's year", cited(lambda text: text.replace(", 19", ", l9"))),
    ("citation's date twice", cited(lambda text: f"{text}, {text}")),
    ("citation's closing quote lost", quoted),
    ("no comma before the digital archive", replaced(", Wilson Center Digital", " Wilson Center Digital")),
    ("digital archive misspelt", replaced("Digital Archive, ", "Digtal Archive, ")),
    ("third slash", url(lambda text: f"<{text.replace('//', '///')}>")),
    ("scheme twice", url(lambda text: f"<https://{text}>")),
    ("scheme lost", url(lambda text: f"<{text.partition('//')[2]}>")),
    ("backslashes", url(lambda text: f"<{text.replace('/', chr(92))}>")),
    ("dot of the host lost", url(lambda text: f"<{text.replace('center.org', 'centerorg')}>")),
    ("host misspelt", url(lambda text: f"<{text.replace('wilson', 'wlison')}>")),
    ("end of the host misspelt", url(lambda text: f"<{text.replace('.org/', '.rog/')}>")),
    ("document misspelt", url(lambda text: f"<{text.replace('/document/', '/docuemnt/')}>")),
    ("no sign before the URL", url(lambda text: f"{text}>")),
    ("signs around the URL twice", url(lambda text: f"<<{text}>>")),
    ("URL twice", url(lambda text: f"<{text}> <{text}>")),
    ("URL in a link of HTML", url(lambda text: f'<a href="{text}">{text}</a>')),
    ("letter in the number", lambda t, r: t.replace(r.url, r.url[:-1] + "O") if r.url.endswith("0") else t.replace(r.url[-6:], "l" + r.url[-5:]) if r.url[-6] == "1" else t),
    ("verb misspelt", in_citation(lambda r: "Translated", lambda r: "Tarnslated")),
    ("by misspelt", in_citation(lambda r: "Translated by", lambda r: "Translated yb")),
    ("by glued", in_citation(lambda r: "Translated by", lambda r: "Translatedby")),
    ("by lost", in_citation(lambda r: "Translated by", lambda r: "Translated")),
    ("by twice", in_citation(lambda r: "Translated by", lambda r: "Translated by by")),
    ("statement twice", in_citation(lambda r: "Translated by Otto Schmidt", lambda r: "Translated by Otto Schmidt. Translated by Otto Schmidt")),
    ("no blank before a statement", in_citation(lambda r: ". Translated", lambda r: ".Translated")),
    ("two commas", in_citation(lambda r: f", {step(r, 1)}", lambda r: f",, {step(r, 1)}")),
    ("two full stops", in_citation(lambda r: ". Translated", lambda r: ".. Translated")),
    ("blank before a comma", in_citation(lambda r: f", {step(r, 2)}", lambda r: f" , {step(r, 2)}")),
    ("blank line in the citation", in_citation(lambda r: f" {step(r, 2)}", lambda r: f"\n\n{step(r, 2)}")),
    ("label of a locator twice", in_citation(lambda r: f" {step(r, 1)}", lambda r: f" op. {step(r, 1)}")),
    ("O in the opis", in_citation(lambda r: step(r, 1), lambda r: step(r, 1)[:-1] + "O" if step(r, 1).endswith("0") else step(r, 1))),
    ("parenthesis after an acronym lost", source("RF)", "RF")),
    ("parenthesis before an acronym lost", source("(A", "A")),
    ("parenthesis after an acronym twice", source("RF)", "RF))")),
    ("archive misspelt", source("Archive ", "Archvie ")),
    ("archive's name lost a letter", source("Federation", "Fedration")),
    ("language misspelt", lambda t, r: t.replace(f"\n{r.language}\n", f"\n{r.language[0]}{r.language[2]}{r.language[1]}{r.language[3:]}\n", 1)),
    ("language in small letters", lambda t, r: t.replace(f"\n{r.language}\n", f"\n{r.language.lower()}\n", 1)),
    ("language with a full stop", lambda t, r: t.replace(f"\n{r.language}\n", f"\n{r.language}.\n", 1)),
    ("item misspelt", replaced("\nTranslation - English", "\nTranslaton - English")),
    ("language of an item misspelt", replaced("\nTranslation - English", "\nTranslation - Engilsh")),
    ("dash of an item lost", replaced("\nTranslation - English", "\nTranslation English")),
    ("two hyphens in an item", replaced("\nTranslation - English", "\nTranslation -- English")),
    ("two items on a line", replaced("English\nScan", "English Scan")),
    ("second item misspelt", replaced("\nScan of Original", "\nScan of Orignal")),
    ("item twice", replaced("\nTranslation - English\n", "\nTranslation - English\nTranslation - English\n")),
    ("small word twice", in_body(lambda t: t.replace(" in ", " in ", 1).replace(" and again", " and and again", 1))),
    ("control character", in_body(lambda t: f"{t[:2]}\x02{t[2:]}")),
    ("NUL", in_body(lambda t: f"{t[:2]}\0{t[2:]}")),
    ("tags around a word", in_body(lambda t: f"<i>{t.replace(' ', '</i> ', 1)}")),
    ("tags around a paragraph", in_body(lambda t: f"<p>{t}</p>")),
    ("br at the end", in_body(lambda t: f"{t}<br>")),
    ("Cyrillic letter in a word", in_body(lambda t: t.replace(" days ", " d\u0430ys ", 1))),
    ("bracket closed by another sign", replaced("[the ambassador]", "[the ambassador)")),
    ("bracket closed twice", replaced("[the ambassador]", "[the ambassador]]")),
    ("the record twice", lambda t, r: f"{t}\n\n{t}" if len(r.body) > 3 else t),
]  # fmt: skip


def spoilt(corrupt: Corruption) -> list[tuple[str, str]]:
    """Some records, as they were and with the fault."""
    found = []
    for seed in range(150):
        record = one(seed)
        text = laid_out(record)
        if (bad := corrupt(text, record) if applies(corrupt, text, record) else text) != text:
            found.append((text, bad))
        if len(found) == EACH:
            break
    return found


def applies(corrupt: Corruption, text: str, record: Parts) -> bool:
    """Whether what the fault is about is in the record."""
    try:
        corrupt(text, record)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(("done", "corrupt"), KINDS, ids=[kind[0] for kind in KINDS])
def test_a_certain_fault_is_fixed(done: str, corrupt: Corruption) -> None:
    """The record says what it said, nothing is left to find, and a second run changes nothing."""
    records = spoilt(corrupt)
    assert len(records) == EACH
    for text, bad in records:
        fixed, made = fix_document(ac.parse(bad), ac.check)
        assert made, bad
        assert fixed.record == ac.parse(text).record, fixed.text
        assert {"".join(fixed.text.split())} == {"".join(text.split())}, fixed.text
        assert ac.check(fixed) == (), done
        assert fix_document(fixed, ac.check) == (fixed, ())


#: What looks like one of these faults, and may be meant so, or be meant in two ways.
LEFT: list[tuple[str, Corruption]] = [
    ("other host", url(lambda text: f"<{text.replace(HOST, 'www.example.org')}>")),
    ("number lost", url(lambda text: f"<{text[:-6]}>")),
    ("month in two ways", lambda t, r: t.replace(r.date, "Juny 4, 1962").replace(f", {r.date},", ",")),
    ("unknown language", lambda t, r: t.replace(f"\n{r.language}\n", "\nKlingon\n", 1)),
    ("another date", date(lambda m, d, y: f"{m} {int(d) % 28 + 1}, {y}")),
    ("word that may be twice", in_body(lambda t: t.replace(" again in ", " again in in ", 1))),
    ("name in another language", in_citation(lambda r: r.source, lambda r: "Arhive Nationale, f. 1, op. 2, d. 3")),
    ("another verb", in_citation(lambda r: ". Translated by", lambda r: ". Reclassified by A. Weber. Translated by")),
    ("what looks like a verb", in_citation(lambda r: ". Translated by", lambda r: ". Contained in a letter. Translated by")),
    ("title of a collection", in_citation(lambda r: r.source, lambda r: "Transcribed Interviews of the Ministry")),
    ("language like another", lambda t, r: t.replace(f"\n{r.language}\n", "\nPrussian\n", 1)),
    ("footnote of HTML", in_body(lambda t: f"{t}<sup>1</sup>")),
    ("half of a sign", in_body(lambda t: t.replace(" days", "\x13 days", 1))),
    ("bracket that ends nowhere", in_body(lambda t: f"[{t}")),
]  # fmt: skip


@pytest.mark.parametrize(("done", "corrupt"), LEFT, ids=[kind[0] for kind in LEFT])
def test_what_is_not_certain_is_left_to_a_person(done: str, corrupt: Corruption) -> None:
    """Nothing is changed."""
    records = spoilt(corrupt)
    assert len(records) == EACH
    for _, bad in records:
        document = ac.parse(bad)
        assert fix_document(document, ac.check) == (document, ()), done


def test_a_swap_is_offered_only_where_it_is_whole() -> None:
    """A second item of Contents would stay under Original Language."""
    text = "Original Language:\n\nTranslation - English\n\n{}Contents:\n\nRussian\n\nThe talks go on.\n"
    for more, fixed in (("", True), ("Scan of Original Document\n\n", False)):
        found = [finding for finding in ac.check(ac.parse(text.format(more))) if finding.code == "AC412"]
        assert [finding.fix is not None for finding in found] == [fixed]


@pytest.mark.parametrize(
    ("wrong", "meant"), [("opsi 7", "opis"), ("fodler 7", "folder"), ("lsit 7", "list"), ("seires 7", "series")]
)
def test_a_misspelt_label_of_a_locator_is_named(wrong: str, meant: str) -> None:
    """The unread text is said to be a label's misspelt word, with the word that is meant."""
    citation = f'"T", May 3, 1950, CWIHP Archive, AVP RF, f. 5, {wrong}. Translated by Anna Weber.'
    messages = [finding.message for finding in ac.check(ac.parse_citation(citation)) if finding.code == "AC101"]
    assert messages == [f'"{wrong.split()[0]}" is not read as the label "{meant}"']


def test_a_misspelt_label_is_told_once() -> None:
    """That no citation is there is not told again where its label is misspelt."""
    citation = '"T", May 3, 1950, CWIHP Archive, AVP RF, f. 5.'
    sections = (
        "Citaton:",
        citation,
        "Summary:",
        "S.",
        "Original Language:",
        "Russian",
        "Contents:",
        "Translation - English",
    )
    text = "\n\n".join(("May 3, 1950", "T", *sections, "The talks go on."))
    codes = {finding.code for finding in ac.check(ac.parse(text))}
    assert "AC107" in codes and not codes & {"AC101", "AC301"}
