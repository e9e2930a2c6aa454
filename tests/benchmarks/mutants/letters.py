"""Faults of characters, spaces and what programs leave behind."""

import re
import unicodedata

from benchmarks.mutants.core import Change, Kind, Make, pick, read

LETTERS = r"""
letter lost as a question mark ;; 3 ;; ;; body ;; \b([a-z]{3})[a-z]([a-z]{3}) ;; \1?\2
letter lost as a replacement sign ;; 3 ;; ;; body ;; \b([a-z]{3})[a-z]([a-z]{3}) ;; \1<U+FFFD>\2
letter lost as a box ;; 3 ;; ;; body ;; \b([a-z]{3})[a-z]([a-z]{3}) ;; \1□\2
letter lost in the citation as a question mark ;; 3 ;; ;; citation ;; (by [A-Z]\w+ \w)\w(\w) ;; \1?\2
letter lost in the title as a replacement sign ;; 3 ;; ;; title ;; \b(\w\w\w)\w(\w\w) ;; \1<U+FFFD>\2
word misspelt ;; 1 ;; ;; body ;; \b([a-z]{3})([a-z])([a-z])([a-z]{3}) ;; \1\3\2\4
figure in a word ;; 2 ;; c ;; body ;; \b([a-z]{3,})o([a-z]{2,}) ;; \g<1>0\2
1 for l in a word ;; 2 ;; ;; body ;; \b([a-z]{2,})l([a-z]{2,}) ;; \g<1>1\2
bar for l in a word ;; 2 ;; c ;; body ;; \b([a-z]{2,})l([a-z]{2,}) ;; \1|\2
Cyrillic letter in a word ;; 2 ;; c ;; body ;; \b([a-z]{2,})o([a-z]{2,}) ;; \1о\2
Cyrillic letter in the cited title ;; 2 ;; c ;; citation ;; (?<=\b[A-Z])o|(?<=[a-z])a(?=[a-z]+\b) ;; а
Greek letter in a name ;; 2 ;; c ;; citation ;; (?<=by [A-Z])o|(?<=by [A-Z])a ;; ο
capital within a word ;; 1 ;; ;; body ;; \b([a-z]{3})t([a-z]+) ;; \1T\2
letter three times ;; 1 ;; ;; body ;; ([a-z])\1(?=[a-z]) ;; \1\1\1
words glued ;; 1 ;; ;; body ;; \b(the|of|and) (?=[a-z]{5}) ;; \1
word cut by a blank ;; 1 ;; ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1 \2
letter-spaced word ;; 1 ;; ;; body ;; \b([a-z])([a-z])([a-z])([a-z])([a-z])\b ;; \1 \2 \3 \4 \5
soft hyphen in a word ;; 2 ;; c ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1<U+00AD>\2
blank of no width in a word ;; 2 ;; c ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1<U+200B>\2
control sign in a word ;; 2 ;; c ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1<U+0002>\2
NUL in the body ;; 2 ;; c ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1<U+0000>\2
mark of the byte order in the body ;; 2 ;; c ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1<U+FEFF>\2
sign that turns the direction ;; 2 ;; c ;; body ;; \b([a-z]{4})([a-z]{4}) ;; \1<U+202E>\2
ligature ;; 1 ;; c ;; body ;; fi ;; ﬁ
letter of private use ;; 3 ;; ;; body ;; \b([a-z]{3})[a-z]([a-z]{3}) ;; \1<U+E012>\2
word in wide letters ;; 1 ;; c ;; body ;; \b(?:the|of) ;; ｔｈｅ
quotes as of UTF-8 read as cp1252 ;; 2 ;; c ;; body ;; (?<= )"(?=\w) ;; â€œ
apostrophe as of UTF-8 read as cp1252 ;; 2 ;; c ;; body ;; (?<=\w)'(?=s) ;; â€™
dash as of UTF-8 read as cp1252 ;; 2 ;; c ;; body ;; –|^- ;; â€“
apostrophe of cp1252 read as Latin-1 ;; 2 ;; c ;; body ;; (?<=\w)'(?=s) ;; <U+0092>
one quote curly, one straight ;; 1 ;; c ;; body ;; (?<= )"(?=\w) ;; “
quote of two apostrophes ;; 1 ;; c ;; body ;; (?<= )"(?=\w) ;; ''
quotes as in CSV ;; 1 ;; c ;; body ;; (?<= )"(?=\w) ;; ""
"""

SPACES = r"""
two blanks in the body ;; 1 ;; c ;; body ;; ([a-z]) (?=[a-z]) ;; \1␣␣
two blanks in the citation ;; 1 ;; c ;; citation ;; (, )(?=[A-Z]) ;; ,␣␣
blank before a comma ;; 1 ;; c ;; body ;; (?<=[a-z]), ;; ␣,␣
blank before a full stop ;; 1 ;; c ;; body ;; (?<=[a-z])\.(?= |$) ;; ␣.
blank after a comma lost ;; 1 ;; c ;; body ;; (?<=[a-z]),␣ ;; ,
blank after a full stop lost ;; 1 ;; c ;; body ;; (?<=[a-z])\. (?=[A-Z]) ;; .
two full stops ;; 1 ;; c ;; body ;; (?<=[a-z])\.(?= |$) ;; ..
two commas ;; 1 ;; c ;; body ;; (?<=[a-z]), ;; ,,␣
comma and full stop ;; 1 ;; c ;; body ;; (?<=[a-z])\.(?= |$) ;; ,.
full stop at a paragraph's end lost ;; 1 ;; ;; body ;; (?<=[a-z])\.$ ;;
blank before a comma of the citation ;; 1 ;; c ;; citation ;; (?<=\w),(?= [A-Z]) ;; ␣,
two commas in the citation ;; 1 ;; c ;; citation ;; (?<=[a-z)]),(?= [A-Z]) ;; ,,
two stops in the citation ;; 1 ;; c ;; citation ;; \.(?= [A-Z]\w+ed ) ;; ..
tab in the citation ;; 1 ;; c ;; citation ;; , (?=[A-Z]) ;; ,\t
no-break blank in the citation ;; 1 ;; c ;; citation ;; , (?=[A-Z]) ;; ,<U+00A0>
line broken in the citation ;; 1 ;; c ;; citation ;; , (?=[A-Z]) ;; ,\n
blank line in the citation ;; 2 ;; c ;; citation ;; , (?=[A-Z]) ;; ,\n\n
comma of the citation wide ;; 1 ;; c ;; citation ;; , (?=[A-Z]) ;; ，␣
five blank lines ;; 1 ;; c ;; body ;; \n\n ;; \n\n\n\n\n\n
form feed in a paragraph ;; 1 ;; c ;; body ;; ([a-z]) (?=[a-z]) ;; \1\f
line of a carriage return alone ;; 2 ;; c ;; body ;; \n\n ;; \r\r
paragraph indented ;; 1 ;; c ;; body ;; ^(?=[A-Z].{60}) ;; ␣␣␣␣
"""

LEFT = r"""
br of HTML ;; 2 ;; c ;; body ;; \n\n(?=[A-Z]) ;; <br>\n\n
p of HTML ;; 2 ;; c ;; body ;; ^([A-Z].{60,})$ ;; <p>\1</p>
i of HTML ;; 2 ;; c ;; body ;; \b([a-z]{6,})\b ;; <i>\1</i>
end of span of HTML ;; 2 ;; c ;; body ;; ([a-z]) (?=[a-z]) ;; \1</span>␣
comment of HTML ;; 2 ;; ;; body ;; ([a-z]) (?=[a-z]) ;; \1 <!-- end page 2 -->␣
nbsp of HTML ;; 2 ;; c ;; body ;; ([a-z]) (?=[a-z]) ;; \1&nbsp;
hyphen of HTML ;; 2 ;; c ;; body ;; (?<=\w)-(?=\w) ;; &#45;
quote of HTML ;; 2 ;; c ;; body ;; (?<= )"(?=\w) ;; &quot;
amp of HTML in the citation ;; 2 ;; c ;; citation ;; \b(and) translated ;; &amp; translated
br of HTML in the citation ;; 2 ;; c ;; citation ;; , (?=[A-Z]) ;; ,<br/>
em of HTML in the title ;; 2 ;; c ;; title ;; \b([A-Z][a-z]{4,}) ;; <em>\1</em>
nbsp of HTML in the summary ;; 2 ;; c ;; summary ;; ([a-z]) (?=[a-z]) ;; \1&nbsp;
footnote of HTML ;; 2 ;; ;; body ;; ([a-z])([,.] ) ;; \1<sup>3</sup>\2
escaped underline of Markdown ;; 1 ;; ;; body ;; ([a-z]) (?=[a-z]) ;; \1 \\_
stars of Markdown ;; 1 ;; c ;; body ;; \b([a-z]{6,})\b ;; **\1
escaped bracket of Markdown ;; 1 ;; c ;; body ;; \[(\w[^]]+)\] ;; \\[\1\\]
image of Markdown ;; 2 ;; ;; body ;; \n\n(?=[A-Z]) ;; \n\n![](page-2.png)\n\n
line break as a backslash and n ;; 2 ;; c ;; body ;; \n\n(?=[A-Z]) ;; \\n\\n
letter as in JSON ;; 2 ;; c ;; body ;; é|á|ö ;; \\u00e9
template's sign ;; 2 ;; ;; body ;; \b([a-z]{6,})\b ;; {{\1}}
menu of the page before the record ;; 2 ;; ;; all ;; \A\s* ;; Skip to main content\n\nHome > Collections\n\n
button of the page ;; 2 ;; ;; body ;; \n\n(?=[A-Z]) ;; \n\nShare on Facebook\n\n
copyright of the page at the end ;; 2 ;; ;; body ;; (.)\Z ;; \1\n\n© 2012 Woodrow Wilson Center. All rights reserved.
download of the page ;; 2 ;; ;; body ;; (.)\Z ;; \1\n\nDownload PDF
error of the page ;; 3 ;; ;; body ;; (?s)\A.+\Z ;; 404 Not Found
conflict of a version control ;; 3 ;; ;; body ;; \n\n(?=[A-Z]) ;; \n\n<<<<<<< HEAD\n\n
track of a change ;; 2 ;; ;; body ;; \b([a-z]{6,})\b ;; [Deleted: \1]
name of a file ;; 1 ;; ;; body ;; (.)\Z ;; \1\n\nC:\\scans\\box12\\0017.tif
line of signs ;; 1 ;; ;; body ;; \n\n(?=[A-Z]) ;; \n\n_______________\n\n
noise of a scan ;; 2 ;; ;; body ;; \n\n(?=[A-Z]) ;; \n\n.,; ~ ¦ ' .  ^\n\n
"""


def decomposed(part: str) -> Make:
    """Letters and their accents as two characters each."""

    def make(text: str, at: dict[str, Change]) -> list[Change]:
        match = pick(re.compile("[À-ſ]"), at, part)
        return [match.become(unicodedata.normalize("NFD", match.found[0]))] if match else []

    return make


def recoded(part: str, right: str, wrong: str) -> Make:
    """A word as it looks in the wrong encoding."""

    def make(text: str, at: dict[str, Change]) -> list[Change]:
        match = pick(re.compile(r"\w*[À-ſ]\w*"), at, part)
        if match is None:
            return []
        return [match.become(match.found[0].encode(right, "replace").decode(wrong, "replace"))]

    return make


def flattened(text: str, at: dict[str, Change]) -> list[Change]:
    """All on one line."""
    return [Change(0, len(text), " ".join(text.split()))]


KINDS = [
    *read(LETTERS, "letters"),
    *read(SPACES, "spaces"),
    *read(LEFT, "left behind"),
    Kind("accent as a character of its own (body)", 1, decomposed("body"), certain=True, group="letters"),
    Kind("accent as a character of its own (citation)", 1, decomposed("citation"), certain=True, group="letters"),
    Kind("UTF-8 read as cp1252 (body)", 2, recoded("body", "utf-8", "cp1252"), certain=True, group="letters"),
    Kind("UTF-8 read as cp1252 (citation)", 2, recoded("citation", "utf-8", "cp1252"), certain=True, group="letters"),
    Kind("cp1250 read as cp1251", 3, recoded("body", "cp1250", "cp1251"), group="letters"),
    Kind("flattened into one line", 2, flattened, group="spaces"),
]
