"""What is right though it looks wrong: four records or more of each kind have no finding of the rule, and their faulty
twin has.
"""

import pytest

import archivecite as ac
from archivecite.rules.fix import fix_document
from archivecite.rules.page import CITATION
from archivecite.rules.table import RULES
from rules.examples import whole

LOCATOR = "RGASPI, f. 558, op. 11, d. 328, ll. 51-55"


def cited(source: str) -> str:
    """The citation with another source."""
    return CITATION.replace(LOCATOR, source)


def noted(source: str, note: str) -> str:
    """A record with another source, and a note that names the source in its own way."""
    return whole("body", f"We met in May.\n\n[Source: {note}. Translated by Anna Weber.]").replace(
        whole("citation", CITATION).partition("Citation:")[2].partition("Summary:")[0],
        whole("citation", cited(source)).partition("Citation:")[2].partition("Summary:")[0],
    )


def titled(title: str, quote: str) -> str:
    """A record with that title, and that opening of its citation."""
    text = whole("title", f"**{title}**")
    return text.replace('"Telegram from Petrov to the Ministry", ', quote, 1)


CUT = "We were told that all of the delegations would be received in the course of the next week.\n\n"

#: The code, texts that it is not told of, and texts that it is told of.
KINDS: list[tuple[str, list[str], list[str]]] = [
    ("AC516", [whole("body", f"We met in May, and he said: {said}\n\n[2] In the harbor.") for said in (
        '"We want bread."[2]', '"We want bread!"[2] And he left.', '"We want bread,"[2] he said, and left.',
        '"We want bread."\u00b2 He left.', '"We want bread."2 He left.',
    )], [whole("body", "We met in May, and he said: \"We want bread.[2] He left.\n\n[2] In the harbor.")]),
    ("AC322", [whole("citation", cited(source)) for source in (
        "TsDA, Sofia, f. 1B, op. 35, a.e. 1455, ll. 1-4", "RGANI, f. 89, per. 25, dok. 7, ll. 1-4",
        "RGANI, fond 89, perechen 18, dokument 31, listy 1-2", "AMVR, Sofia, fond 9, opis 4, a.e. 318, ll. 2-5",
        "Central State Archive, Tirana (AQSH), F. 14/AP-MPKS, V. 1960, D. 29, Fl. 3-6",
    )], [whole("citation", cited(source)) for source in (
        "RGASPI, op. 11, d. 328, l. 51", "RGASPI, f. 558, d. 328, l. 51", "RGANI, f. 5, op. 49, l. 7",
        "TsDA, Sofia, op. 35, a.e. 1455, ll. 1-4",
    )]),
    ("AC330", [whole("citation", cited(f"{name}, f. 1, op. 2, d. 3")) for name in (
        "Central State Archives (AQSh), Tirana", "Central State Archives (TSDA), Sofia",
        "Diplomatic Archives of the Ministry of Foreign Affairs (DAMSPS), Belgrade",
        "Archive of Modern Records (Aan), Warsaw",
    )], [whole("citation", cited("Central State Archives (TDsA), Sofia, f. 1, op. 2, d. 3"))]),
    ("AC342", [titled(title, quote) for title, quote in (
        ("Report, ‘On the Coal at Aoji’", "“Report, ‘On the Coal at Aoji,’” "),
        ("Telegram, 'On the Talks'", "\"Telegram, 'On the Talks,'\" "),
        ("Cable, ‘Visit of Kim’", "“Cable, ‘Visit of Kim,’” "), ("Minute, “Tin”", "“Minute, ‘Tin,’” "),
    )], [titled("Report, ‘On Coal’", "“Report, ‘On Coal’” ")]),
    ("AC601", [titled(title, quote) for title, quote in (
        ("Report, ‘On the Coal at Aoji’", "“Report, ‘On the Coal at Aoji,’” "),
        ("Telegram, 'On the Talks'", "\"Telegram, 'On the Talks,'\" "),
        ("Cable, ‘Visit of Kim’", "“Cable, ‘Visit of Kim,’” "), ("Minute, “Tin”", "“Minute, ‘Tin,’” "),
    )], [titled("Report, ‘On Coal’", "“Report, ‘On Coat,’” ")]),
    ("AC209", [whole("body", f"The road is to be ready by {date} the troops.") for date in (
        "1 [August?] 1962 for", "12 Febuary [sic] 1962 for", "3 Ocotber [sic!] 1962 with", "[November?] 2, 1962 for",
        "9 Novembr (sic) 1962 by", "30 [April?] for",
    )], [whole("body", f"The road is to be ready by {date} for the troops.") for date in (
        "12 Febuary 1962", "3 Ocotber 1962", "9 Novembr 1962", "31 [April?] 1962",
    )]),
    ("AC608", [whole("body", f"Sofia, {date}\n\nWe met in May.") for date in (
        "February 1, 1978 [sic; 1962]", "1 February 1978 [sic]", "November 2, 1926 [sic - 1962]", "2 November 1926 (sic)",
    )], [whole("body", f"Sofia, {date}\n\nWe met in May.") for date in ("February 1, 1978", "November 2, 1926")]),
    ("AC130", [whole("body", text) for text in (
        "CABLE NO. 88-TK\n\nWe met in May.", "See letter TK-14 of May.", "Every word that he brings is to be written down.",
        "The treaty was to be completed by the two sides.", "Their share has to be determined by the council.",
        "To no. 14/TBD we gave no answer.", "More points are to be added later in the protocol.",
    )], [whole("body", text) for text in (
        "TK", "[TBD]", "[to be added]", "Conclusions to be written.", "The rest is TODO.",
    )]),
    ("AC515", [whole("body", f"{CUT}{end}") for end in (
        "The archive has been told of the measures (see letter No. 2077/3). To the archive. [Illegible signature] 5.06.79",
        "Drafted by Chen Shuliang in the second department of Asia. Checked by He Yang. Printed on 9 November in 22 copies",
        "Let the comrades in the department read this, and then let it be put away. To the files. Ivanov, 12/3/1962",
        "This was made for the Chairman and his deputies in the Council only. Typed by Orlova from the draft, in 3 copies",
    )], [whole("body", f"{CUT}{end}") for end in (
        "I asked him whether the delegation could be received in May, and he answered that the",
        "I asked for the letters that the embassy had sent us in the spring, and he gave me two copies",
    )]),
    ("AC513", [whole("body", text) for text in (
        "[stamp:\n\nCentral Committee\n\nReceived on 3 May]\n\nWe met in May.", "[handwritten: 010343-gs\n\nto be kept]\n\nWe met.",
        "[Classification level blacked out:\n\nNOT SECRET]\n\nWe met.", "We met.\n\n[faded stamp:\n\n4 May 1962]",
    )], [whole("body", text) for text in (
        "We met the [head of the\n\ndelegation] in May.", "[head of the\n\ndelegation] came in May.",
        "We met the [head of the\n\ndelegation]", "[stamp:\n\nWe met.\n\nHe came.\n\nHe left.\n\nAll is well]",
    )]),
    ("AC603", [whole("body", f"All is well here.\n\n{date} Petrov") for date in (
        "3 November 1962", "31 October 1962", "12 November 1962", "20 October 1962",
    )], [whole("body", f"All is well here.\n\n{date} Petrov") for date in (
        "22 November 1962", "2 December 1962", "2 February 1962", "1 October 1962",
    )]),
    ("AC122", [f"{masthead}\n\n{whole('body', 'We met in May.')}" for masthead in (
        "Digital Archive                    digitalarchive.wilsoncenter.org\nInternational History Declassified",
        "Digital Archive\tdigitalarchive.wilsoncenter.org",
        "Digital Archive      International History Declassified", "Digital Archive   digitalarchive.wilsoncenter.org",
    )], [whole("summary", "Petrov  reports."), f"Digital Archive\n\n{whole('summary', 'Petrov  reports.')}"]),
    ("AC604", [noted(*pair) for pair in (
        ("Archive of Foreign Policy, Russian Federation (AVP RF), Moscow, f. 3, op. 18, d. 7", "AVP RF, f. 3, op. 18, d. 7"),
        ("RGANI, Moscow, f. 5, op. 49, d. 12", "RGANI, f. 5, op. 49, d. 12"),
        ("Central State Archives (TsDA), Sofia, f. 1, op. 2, d. 3", "TsDA, Sofia, f. 1, op. 2, d. 3"),
        ("Archive of Modern Records (AAN), Warsaw, f. 1, op. 2, d. 3", "Archive of Modern Records, Warsaw, f. 1, op. 2, d. 3"),
    )], [noted(*pair) for pair in (
        ("RGANI, Moscow, f. 5, op. 49, d. 12", "RGASPI, f. 5, op. 49, d. 12"),
        ("RGANI, Moscow, f. 5, op. 49, d. 12", "RGANI, f. 5, op. 49, d. 13"),
        ("RGANI, Moscow, f. 5, op. 49, d. 12", "RGANI, f. 5, d. 12"),
        ("RGANI, f. 5, op. 49, d. 12", "RGANI, Moscow, f. 5, op. 49, d. 13"),
    )]),
    ("AC128", [whole("body", f"We met {words} in May.") for words in (
        "in the the [sic] house", "him and and [sic] her", "of of [sic] them", "them at at [sic!] noon",
    )], [whole("body", "We met in the the house in May.")]),
]  # fmt: skip


def codes(text: str) -> set[str]:
    """The codes of what is found."""
    return {finding.code for finding in ac.check(ac.parse(text))}


@pytest.mark.parametrize(("code", "right", "wrong"), KINDS, ids=[code for code, _, _ in KINDS])
def test_a_rule_knows_what_is_right(code: str, right: list[str], wrong: list[str]) -> None:
    """No finding on what only looks like a fault, and one on the fault."""
    assert code in RULES
    assert len(right) >= 4
    assert [text for text in right if code in codes(text)] == []
    assert [text for text in wrong if code not in codes(text)] == []


@pytest.mark.parametrize("label", ["Citation", "Summary", "Original Language", "Contents"])
@pytest.mark.parametrize(("character", "code"), [("\u200b", "AC111"), ("\u00ad", "AC111"), ("\x07", "AC114")])
def test_an_unseen_character_in_a_label_is_one_finding(label: str, character: str, code: str) -> None:
    """It is the character that is wrong, and no letter of the label."""
    text = whole("body", "We met in May.").replace(f"{label}:", f"{label[:3]}{character}{label[3:]}:", 1)
    found = [finding for finding in ac.check(ac.parse(text)) if finding.code in ("AC107", "AC101", code)]
    assert [finding.code for finding in found] == [code]
    assert found[0].message.endswith(f'so that "{label}:" is not read')


@pytest.mark.parametrize(
    "item", ["Translation - English", "Scan of Original", "Transcript - Russian", "Translation - German"]
)
def test_a_second_contents_is_told(item: str) -> None:
    """Its items would be the first lines of the document; chapters of the document's own are its own."""
    text = whole("body", f"Contents:\n\n{item}\n\nWe met in May.")
    assert [finding.code for finding in ac.check(ac.parse(text))] == ["AC105"]
    assert "AC105" not in codes(whole("body", "Contents:\n\n1. The harvest\n\n2. The border\n\nWe met in May."))


@pytest.mark.parametrize(
    "fund", ["the Leon Levy Foundation", "the Henry Luce Foundation", "the MacArthur Foundation", "Jan Hill"]
)
def test_swapped_summary_and_credits_are_one_finding(fund: str) -> None:
    """Of which neither value tells by itself what is wrong."""
    thanks = f"This document was made possible with support from {fund}."
    text = whole("summary section", f"Summary:\n\n{thanks}\n\nCredits:\n\nPetrov reports on the harvest.")
    fixed, made = fix_document(ac.parse(text), ac.check)
    assert [finding.code for finding in made] == ["AC450"]
    assert ac.check(fixed) == ()
    assert fixed.record.summary == "Petrov reports on the harvest."


def test_words_beside_each_other_that_were_not_read_are_one_finding() -> None:
    """And they are quoted, with what it means that they are in no field."""
    text = whole("citation", CITATION.replace("ll. 51-55", "ll. 51-55, unnumbered page"))
    found = [finding for finding in ac.check(ac.parse(text)) if finding.code == "AC101"]
    assert [finding.message for finding in found] == ['not understood: "unnumbered page"']
    assert "leave it" in (found[0].hint or "")
