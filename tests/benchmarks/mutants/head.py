"""Faults in the date line, the title, the summary, the credits, the language and the contents."""

import re
from collections.abc import Callable

from benchmarks.mutants.core import Change, Kind, Make, pick, read

DATES = r"""
date line lost ;; 2 ;; c ;; all ;; \A\s*[^\n]+\n ;; \n
month misspelt ;; 2 ;; c ;; date ;; (\w)(\w)(\w+) (\d+), ;; \1\3\2 \4,
comma of the date lost ;; 1 ;; c ;; date ;; (\d), (\d) ;; \1 \2
two commas in the date ;; 1 ;; c ;; date ;; (\d), (\d) ;; \1,, \2
blank of the date lost ;; 1 ;; c ;; date ;; (\d), (\d) ;; \1,\2
day before month ;; 1 ;; c ;; date ;; (\w+) (\d+), ;; \2 \1
day with th ;; 1 ;; c ;; date ;; (\d), ;; \1th,
month cut short ;; 1 ;; c ;; date ;; ([A-Z]\w\w)\w+ ;; \1
full stop after the date ;; 1 ;; c ;; date ;; (\d{4}) ;; \1.
date twice on its line ;; 2 ;; c ;; date ;; (\w+ \d+, \d+) ;; \1 \1
date line doubled ;; 2 ;; c ;; date ;; ^([^\n]+)$ ;; \1\n\n\1
day that no month has ;; 3 ;; ;; date ;; (\w+) \d+, ;; \1 34,
31 November ;; 3 ;; ;; date ;; \w+ \d+, ;; November 31,
year cut to three figures ;; 3 ;; ;; date ;; (\d{3})\d ;; \1
year with five figures ;; 3 ;; ;; date ;; (\d{3})(\d) ;; \1\2\2
year a century early ;; 3 ;; ;; date ;; 19(\d\d) ;; 18\1
year a century late ;; 3 ;; ;; date ;; 19(\d\d) ;; 20\1
figures of the year swapped ;; 3 ;; ;; date ;; 19(\d)(\d) ;; 19\2\1
another day than the citation's ;; 3 ;; ;; date ;; (\w+) \d+, ;; \1 15,
another month than the citation's ;; 3 ;; ;; date ;; [A-Z]\w+ (\d+), ;; August \1,
letter for a figure of the year ;; 3 ;; c ;; date ;; 19(\d\d) ;; l9\1
letter for a figure of the day ;; 3 ;; c ;; date ;; (\w) (\d?)[01](?=,|\d,) ;; \1 \2O
year lost ;; 3 ;; ;; date ;; , \d{4} ;;
date in figures ;; 1 ;; ;; date ;; \w+ (\d+), (\d+) ;; 11/\1/\2
date joined to the title ;; 2 ;; c ;; all ;; (\d{4}\**)\n\n(\*\*) ;; \1 \2
weekday in the date line ;; 1 ;; c ;; date ;; (\w+ \d+, ) ;; Thursday, \1
"""

TITLES = r"""
title lost ;; 3 ;; ;; title ;; (?s)\A.+\Z ;;
last line of the title lost ;; 3 ;; ;; title ;; \ *\n(?!\*)[^\n]+\*\*$ ;; **
first word of the title lost ;; 2 ;; ;; title ;; \*\*\w+ ;; **
letters of a title's word swapped ;; 2 ;; ;; title ;; \b([A-Z]\w)(\w)(\w)(\w+)\b ;; \1\3\2\4
word of the title twice ;; 2 ;; c ;; title ;; \b(of|the|to|in|on) ;; \1 \1
bold of the title ends nowhere ;; 1 ;; c ;; title ;; \*\*$ ;;
bold of the title starts nowhere ;; 1 ;; c ;; title ;; ^\*\* ;;
one star ends the title ;; 1 ;; c ;; title ;; \*\*$ ;; *
blank line in the title ;; 2 ;; c ;; title ;; \n(?!\n) ;; \n\n
two blanks in the title ;; 1 ;; c ;; title ;; (\w) (\w) ;; \1  \2
blank in a title's word ;; 2 ;; ;; title ;; ([A-Z]\w\w\w)(\w\w\w) ;; \1 \2
blank of the title lost ;; 2 ;; ;; title ;; (\w) (\w) ;; \1\2
bracket of the title lost ;; 2 ;; c ;; title ;; \) ;;
quote of the title lost ;; 2 ;; c ;; title ;; '(?=\*\*) ;;
comma of the title lost ;; 1 ;; ;; title ;; ,␣ ;; ␣
title numbered by the page ;; 1 ;; ;; title ;; ^\*\* ;; **12.␣
number in the title changed ;; 3 ;; ;; title ;; No\. 5127 ;; No. 5172
"""

VALUES = r"""
summary empty ;; 3 ;; ;; summary ;; (?s)\A.*\Z ;;
summary cut in mid-sentence ;; 3 ;; ;; summary ;; (?: \w+\.)$ ;;
summary cut in mid-word ;; 3 ;; ;; summary ;; (\w\w)\w{3,}\.$ ;; \1
summary is a placeholder ;; 3 ;; ;; all ;; (Summary:\**\n\n)[^\n]+ ;; \1TBD
summary says lorem ipsum ;; 3 ;; ;; all ;; (Summary:\**\n\n)[^\n]+ ;; \1Lorem ipsum dolor sit amet.
summary twice ;; 2 ;; c ;; all ;; (Summary:\**\n\n)([^\n]+) ;; \1\2\n\n\2
full stop within a sentence of the summary ;; 1 ;; ;; summary ;; (\w) (\w+ the) ;; \1. \2
quote in the summary lost ;; 2 ;; ;; summary ;; " ;;
word of the summary twice ;; 1 ;; c ;; summary ;; \b(the|of|and|that) ;; \1 \1
summary's fact changed ;; 3 ;; i ;; summary ;; the ;; a
credits cut short ;; 3 ;; ;; credits ;; from .+$ ;; from
credits end in and ;; 2 ;; ;; credits ;; (Foundation)\.?$ ;; \1 and
word of the credits misspelt ;; 1 ;; c ;; credits ;; document ;; docment
from of the credits misspelt ;; 1 ;; c ;; credits ;; from ;; form
credits without with support from ;; 2 ;; ;; credits ;; with support from ;;
credits twice ;; 1 ;; c ;; credits ;; (This .+) ;; \1\n\n\1
credits empty ;; 2 ;; ;; all ;; (Credits:\**\n\n)[^\n]+\n\n ;; \1
language misspelt ;; 2 ;; c ;; language ;; (\w\w)(\w)(\w)(\w*) ;; \1\3\2\4
language's letter lost ;; 2 ;; c ;; language ;; (\w\w)\w(\w+) ;; \1\2
language empty ;; 3 ;; ;; all ;; (Language:\**\n\n)[^\n]+\n\n ;; \1
language unknown ;; 3 ;; ;; language ;; [^\n]+ ;; ???
language is a number ;; 3 ;; ;; language ;; [^\n]+ ;; 1963
language is a word that is none ;; 3 ;; ;; language ;; [^\n]+ ;; Telegram
language English and a translation into it ;; 3 ;; ;; language ;; ^(?!English)[^\n]+ ;; English
language twice ;; 1 ;; c ;; language ;; ([^\n]+) ;; \1\n\n\1
language with a full stop ;; 1 ;; c ;; language ;; (\w)$ ;; \1.
another language than is translated from ;; 3 ;; ;; all ;; (?<=Language:\*\*\n\n)German|Portuguese(?=\n) ;; Polish
Translation misspelt ;; 2 ;; c ;; contents ;; Translation ;; Translaton
Transcript misspelt ;; 2 ;; c ;; contents ;; Transcript ;; Trascript
English misspelt in Contents ;; 2 ;; c ;; contents ;; English ;; Englsh
Scan misspelt ;; 2 ;; c ;; contents ;; Original Document ;; Orignal Document
dash of an item lost ;; 1 ;; c ;; contents ;; - ;; ␣
two hyphens in an item ;; 1 ;; c ;; contents ;; - ;; --
colon in an item ;; 1 ;; c ;; contents ;;  - ;; :
language of an item lost ;; 2 ;; ;; contents ;; ( -) English ;; \1
transcript for a translation ;; 3 ;; ;; contents ;; Translation ;; Transcript
translation of an English original ;; 3 ;; ;; contents ;; Transcript ;; Translation
item in a language of its own ;; 3 ;; ;; contents ;; - English ;; - Klingon
item twice ;; 1 ;; c ;; contents ;; (T\w+ - English) ;; \1\n\1
two items on one line ;; 2 ;; c ;; contents ;; \nScan ;; ␣Scan
contents empty ;; 2 ;; ;; all ;; (Contents:\**\n\n)(?:[^\n]+\n)+\n ;; \1
contents run into the body ;; 1 ;; c ;; all ;; (^(?:T\w+ - English|Scan of \w+ \w+)\n)\n ;; \1
contents on the body's first line ;; 2 ;; c ;; all ;; ^(Translation - English)\n\n ;; \1␣
"""

NATIVE = {
    "Russian": "Русский", "German": "Deutsch", "Hungarian": "magyar", "Polish": "polski", "Chinese": "中文",
    "Romanian": "română", "Czech": "čeština", "Italian": "italiano", "Spanish": "español", "Portuguese": "português",
}  # fmt: skip
COUNTRY = {
    "Russian": "Russia", "German": "Germany", "Hungarian": "Hungary", "Polish": "Poland", "Chinese": "China",
    "Bulgarian": "Bulgaria", "Italian": "Italy", "Spanish": "Spain", "Albanian": "Albania",
}  # fmt: skip


def language_as(names: dict[str, str]) -> Make:
    """The language by another name."""

    def make(text: str, at: dict[str, Change]) -> list[Change]:
        value = at["language"]
        return [Change(value.start, value.end, names[value.text])] if value.text in names else []

    return make


def cased(part: str, change: Callable[[str], str]) -> Make:
    """A part in other letters."""

    def make(text: str, at: dict[str, Change]) -> list[Change]:
        return [Change(at[part].start, at[part].end, change(at[part].text))]

    return make


def language_and_contents_swapped(text: str, at: dict[str, Change]) -> list[Change]:
    """The values of Original Language and Contents at each other's place."""
    one, two = at["language"], at["contents"]
    return [Change(one.start, one.end, two.text), Change(two.start, two.end, one.text)]


def summary_and_credits_swapped(text: str, at: dict[str, Change]) -> list[Change]:
    """The values of Summary and Credits at each other's place."""
    if "credits" not in at:
        return []
    one, two = at["summary"], at["credits"]
    return [Change(one.start, one.end, two.text), Change(two.start, two.end, one.text)]


def date_after_title(text: str, at: dict[str, Change]) -> list[Change]:
    """The title first, then the date."""
    one, two = at["date"], at["title"]
    return [Change(one.start, two.end, two.text + "\n\n" + one.text)]


def title_letters(text: str, at: dict[str, Change]) -> list[Change]:
    """A title whose accents are two letters each, as of UTF-8 read as Latin-1."""
    match = pick(re.compile(r"[À-ſ]"), at, "title")
    return [match.become(match.found[0].encode().decode("cp1252", "replace"))] if match else []


KINDS = [
    *read(DATES, "date line"),
    *read(TITLES, "title"),
    *read(VALUES, "values"),
    Kind("language in its own language", 2, language_as(NATIVE), certain=True, group="values"),
    Kind("language in small letters", 1, cased("language", str.lower), certain=True, group="values"),
    Kind("date line in capitals", 1, cased("date", str.upper), certain=True, group="date line"),
    Kind("title all in capitals", 1, cased("title", str.upper), group="title"),
    Kind("country for the language", 2, language_as(COUNTRY), group="values"),
    Kind("language and contents swapped", 3, language_and_contents_swapped, certain=True, group="values"),
    Kind("summary and credits swapped", 3, summary_and_credits_swapped, group="values"),
    Kind("date after title", 2, date_after_title, certain=True, group="date line"),
    Kind("accents of the title as two letters", 2, title_letters, certain=True, group="title"),
]
