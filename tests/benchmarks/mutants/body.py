"""Faults in the body: its header lines, its close, its notes, its paragraphs."""

import re

from benchmarks.mutants.core import Change, Kind, Make, pick, read

HEADER = r"""
Secret misspelt ;; 2 ;; c ;; body ;; ^((?:Top )?S)ecret\b ;; \1ecert
SECRET misspelt ;; 2 ;; c ;; body ;; ^SECRET$ ;; SERCET
CONFIDENTIAL misspelt ;; 2 ;; c ;; body ;; ^(CONFIDENT|Confident)(?:IAL|ial) ;; \1AIL
Telegram misspelt ;; 2 ;; c ;; body ;; ^(T)(elegram|ELEGRAM)( RECEIVED)?$ ;; \1eelgram\3
MEMORANDUM misspelt ;; 2 ;; c ;; body ;; ^MEMORANDUM ;; MEMORADNUM
Subject misspelt ;; 2 ;; c ;; body ;; ^(?:Subject|SUBJECT): ;; Subejct:
Copies misspelt ;; 2 ;; c ;; body ;; ^Copies: ;; Copeis:
Present misspelt ;; 2 ;; c ;; body ;; ^Present: ;; Persent:
From misspelt ;; 2 ;; c ;; body ;; ^From: ;; Form:
sender lost after From ;; 3 ;; ;; body ;; ^From: .+$ ;; From:
addressee lost after To ;; 3 ;; ;; body ;; ^To: .+$ ;; To:
subject lost ;; 3 ;; ;; body ;; ^((?:Subject|SUBJECT):).+$ ;; \1
persons present lost ;; 3 ;; ;; body ;; ^(Present:).+$ ;; \1
letter in a document's number ;; 3 ;; c ;; body ;; ^(.{,18}(?:No\.|Nº) \d+?)[10](\d*) ;; \1l\2
No. twice ;; 1 ;; c ;; body ;; ^(No\.|Copy N\S+) (\d+) ;; \1 \1 \2
number lost after No. ;; 3 ;; ;; body ;; ^(.{,15}(?:No\.|Nº)) [\d/]+$ ;; \1
number of the telegram is not the title's ;; 3 ;; ;; body ;; No\. 5127 ;; No. 5217
month of the dateline misspelt ;; 2 ;; c ;; body ;; ^(\w+, \d+ \w)(\w)(\w)(\w+ \d{4})$ ;; \1\3\2\4
dateline a century early ;; 3 ;; ;; body ;; ^(\w+, \d+ \w+ )19 ;; \g<1>18
year of the dateline differs ;; 3 ;; ;; body ;; ^(\w+, \d+ \w+ \d\d)(\d)(\d)$ ;; \1\3\2
day of the dateline impossible ;; 3 ;; ;; body ;; ^(\w+, )\d+( \w+ \d{4})$ ;; \g<1>38\2
letter in the dateline ;; 3 ;; c ;; body ;; ^(\w+, \d+ \w+ )1(9\d\d)$ ;; \1l\2
"""

CLOSE = r"""
signature's year differs ;; 3 ;; ;; body ;; (\d+ \w+ \d\d)(\d)(\d)(?= [A-Z]\w+$|\Z) ;; \1\3\2
signature a century early ;; 3 ;; ;; body ;; (\d+ \w+ )19(\d\d)(?= [A-Z]\w+$|\Z) ;; \g<1>18\2
signature's month misspelt ;; 2 ;; c ;; body ;; (\d+ \w)(\w)(\w)(\w* \d{4})(?= [A-Z]\w+$|\Z) ;; \1\3\2\4
signature's month differs ;; 3 ;; ;; body ;; (\d+) [A-Z]\w+ (\d{4})(?= [A-Z]\w+$|\Z) ;; \1 February \2
signature's Roman month impossible ;; 3 ;; ;; body ;; ^(\d+)\.[VX]+I*\.(\d{4})$ ;; \1.XIII.\2
signature's day impossible ;; 3 ;; ;; body ;; (?:\b|^)\d+([. ]\w+[. ]\d{4})(?= [A-Z]\w+$|\Z) ;; 32\1
signer's name lost its letters ;; 2 ;; ;; body ;; ([A-Z]\w)\w\w(\w*)\Z ;; \1??\2
"""

NOTES = r"""
note's number changed ;; 3 ;; ;; body ;; ^\[1\] ;; [7]
mark's number changed ;; 3 ;; ;; body ;; \.\[1\] ;; .[4]
note lost, its mark left ;; 3 ;; ;; body ;; ^\[1\] .+\n\n ;;
mark lost, its note left ;; 3 ;; ;; body ;; \.\[1\] ;; .
note twice ;; 2 ;; c ;; body ;; ^(\[1\] .+)$ ;; \1\n\n\1
mark's bracket lost ;; 2 ;; c ;; body ;; \.\[1\] ;; .[1
note empty ;; 3 ;; ;; body ;; ^\[1\] .+$ ;; [1]
l for 1 in a note's mark ;; 2 ;; c ;; body ;; \.\[1\] ;; .[l]
"""

PARAGRAPHS = r"""
body lost ;; 3 ;; ;; body ;; (?s)\A.+\Z ;;
paragraph twice ;; 2 ;; c ;; body ;; ^([A-Z"(].{90,})$ ;; \1\n\n\1
sentence twice ;; 2 ;; c ;; body ;; (?<=[.] )([A-Z][^.]{25,}\.) ;; \1 \1
word twice ;; 1 ;; c ;; body ;; \b(the|of|and|in) (?=[a-z]) ;; \1 \1␣
word twice over a line ;; 1 ;; c ;; body ;; \b(the|of) ;; \1\n\1
two words twice ;; 1 ;; c ;; body ;; \b((?:of|in|to) the) ;; \1 \1
quote never ends ;; 2 ;; ;; body ;; (?<=[a-z.?])"(?= |,|\.|$) ;;
quote never starts ;; 2 ;; ;; body ;; (?<= )"(?=\w) ;;
bracket never ends ;; 2 ;; ;; body ;; (?<=\w)\](?= ) ;;
bracket never starts ;; 2 ;; ;; body ;; (?<= )\[(?=\w) ;;
bracket ends as a parenthesis ;; 2 ;; c ;; body ;; (?<=\w)\](?= |[,.]) ;; )
bracket ends twice ;; 1 ;; c ;; body ;; (?<=\w)\](?= |[,.]) ;; ]]
brackets with nothing in them ;; 2 ;; ;; body ;; \[\w[^]]*\] ;; []
blanks in brackets ;; 1 ;; c ;; body ;; \[(\w[^]]*)\] ;; [ \1 ]
blank after brackets lost ;; 1 ;; ;; body ;; (\w{2}\]) (?=\w) ;; \1
parenthesis never ends ;; 2 ;; ;; body ;; (?<=\w)\)(?=[ .,]) ;;
sentence broken into paragraphs ;; 2 ;; ;; body ;; ([a-z],?) ([a-z]+ [a-z]+ [a-z]+) ;; \1\n\n\2
sentence broken into lines ;; 1 ;; c ;; body ;; ([a-z],?) ([a-z]+ [a-z]+ [a-z]+) ;; \1\n\2
word broken by a hyphen and a line ;; 1 ;; ;; body ;; ([a-z]{3})([a-z]{4}) ;; \1-\n\2
word broken by a hyphen ;; 1 ;; ;; body ;; \b([a-z]{3})([a-z]{4}) ;; \1- \2
running head ;; 2 ;; ;; body ;; \n\n(?=[A-Z"(].{60}) ;; \n\nDigital Archive International History Declassified\n\n
running head with the site ;; 2 ;; ;; body ;; \n\n(?=[A-Z"(].{60}) ;; \n\ndigitalarchive.wilsoncenter.org\n\n
page footer ;; 2 ;; ;; body ;; \n\n(?=[A-Z"(].{60}) ;; \n\nPage 2 of 4\n\n
page number alone ;; 2 ;; ;; body ;; \n\n(?=[A-Z"(].{60}) ;; \n\n- 2 -\n\n
page footer within a sentence ;; 2 ;; ;; body ;; ([a-z]) (?=[a-z]+ [a-z]+) ;; \1\n\n2\n\n
number of a point skipped ;; 2 ;; ;; body ;; ^(\(?)2([.)] ) ;; \g<1>3\2
number of a point twice ;; 2 ;; ;; body ;; ^(\(?)3([.)] ) ;; \g<1>2\2
letter for the number of a point ;; 2 ;; c ;; body ;; ^(\(?)1([.)] ) ;; \1l\2
Second lost in a count of points ;; 2 ;; ;; body ;; ^Second\. ;; Third.
clock time impossible ;; 2 ;; ;; body ;; \b11(?=:30| a\.m)|\b18(?=:40) ;; 27
minutes impossible ;; 2 ;; ;; body ;; (?<=\d:)\d\d(?= p\.m|\.$) ;; 73
speaker misspelt ;; 2 ;; c ;; body ;; ^((?:Cde\.|Comrade).* \w)(\w)(\w)(\w*: ) ;; \1\3\2\4
speaker's colon lost ;; 1 ;; c ;; body ;; ^((?:Cde\.|Comrade) [^.:]*): ;; \1
Comrade misspelt ;; 1 ;; c ;; body ;; Comrade ;; Comarde
31st of a short month in the text ;; 3 ;; ;; body ;; \b\d+ (?=April|June|November|September) ;; 31␣
day above 31 ;; 3 ;; ;; body ;; \b\d+ (?=[JFMASOND][a-z]{2,8}(?: \d{4})?\b(?!ay)) ;; 45␣
month of the text misspelt ;; 2 ;; c ;; body ;; (?<=\d )(\w)(\w)(\w+ber|\w+uary|\w+ust) ;; \2\1\3
letter in a day ;; 3 ;; c ;; body ;; \b1(\d) (?=[JFMASOND][a-z]{2,8}\b) ;; l\1␣
letter in a number ;; 2 ;; c ;; body ;; \b(\d+)0( percent| thousand|,000| of | people) ;; \1O\2
number lost its end ;; 2 ;; ;; body ;; (\d,)000 ;; \1
place for a word left open ;; 2 ;; ;; body ;; \b[a-z]{6,}\b ;; ______
remark of who typed it ;; 2 ;; ;; body ;; (?<=[a-z]) (?=[a-z]+ [a-z]+) ;;  [TODO check]␣
translator's question left ;; 2 ;; ;; body ;; \b([a-z]{6,})\b ;; \1 (???)
date of a talk changed ;; 2 ;; i ;; body ;; \b1(\d) (?=[JFMASOND][a-z]{2,8}\b) ;; 2\1␣
name spelt in another way ;; 1 ;; i ;; body ;; v\b ;; w
number changed ;; 2 ;; i ;; body ;; \b([1-5])(\d{2})\b(?! [A-Z]) ;; 6\2
not lost ;; 3 ;; i ;; body ;; not␣ ;;
"""

REFERENCES = r"""
reference note's number changed ;; 3 ;; ;; body ;; # 198(?= \() ;; # 918
reference's number in the text changed ;; 3 ;; ;; body ;; see # 198 ;; see # 189
letter in a reference's number ;; 3 ;; c ;; body ;; see # 198 ;; see # l98
entry of a reference misspelt ;; 2 ;; c ;; body ;; \(entry ;; (enrty
Reference misspelt ;; 2 ;; c ;; body ;; ^Reference: ;; Refernce:
bracket of a reference's entry lost ;; 2 ;; c ;; body ;; (entry # \d+)\) ;; \1
date of a reference impossible ;; 3 ;; ;; body ;; from \d+ (?=\w+ \d{4}) ;; from 33␣
year of a reference a century off ;; 3 ;; ;; body ;; (from \d+ \w+ )19 ;; \g<1>20
reference note's text lost ;; 3 ;; ;; body ;; (# 198 \(entry # \d+\) from \d+ \w+ \d+).+\Z ;; \1
Source of a source note misspelt ;; 2 ;; c ;; body ;; \[Source: ;; [Sorce:
bracket of the source note lost ;; 2 ;; c ;; body ;; \]\Z ;;
source note's archive is not the citation's ;; 3 ;; ;; body ;; (\[Source: )Archive of Yugoslavia \(AJ\) ;; \1Archive of Slovenia (AS)
source note's translator is not the citation's ;; 3 ;; ;; body ;; (\[Source: .+ by )\w+ \w+(?=\.\]) ;; \1Milan Kos
source note cut short ;; 3 ;; ;; body ;; (\[Source: \w+).+\Z ;; \1
"""


def _gap(text: str, at: dict[str, Change]) -> int:
    """The end of a paragraph of the body."""
    match = pick(re.compile(r"\n\n(?=[A-Z])"), at, "body")
    assert match
    return match.start


def citation_in_body(text: str, at: dict[str, Change]) -> list[Change]:
    """The citation once more, between two paragraphs."""
    gap = _gap(text, at)
    return [Change(gap, gap, "\n\n" + at["citation"].text)]


def summary_in_body(text: str, at: dict[str, Change]) -> list[Change]:
    """The summary's text once more, where the body starts."""
    start = at["body"].start
    return [Change(start, start, at["summary"].text + "\n\n")]


def another_record(text: str, at: dict[str, Change]) -> list[Change]:
    """A second record after the first."""
    other = text.replace(at["date"].text, "May 5, 1956").replace("document/", "document/9")
    return [Change(len(text), len(text), "\n" + other)]


def record_twice(text: str, at: dict[str, Change]) -> list[Change]:
    """The same record once more."""
    return [Change(len(text), len(text), "\n" + text)]


def body_twice(text: str, at: dict[str, Change]) -> list[Change]:
    """The whole body two times."""
    return [Change(len(text), len(text), "\n\n" + at["body"].text)]


def cut_at(pattern: str) -> Make:
    """The body ends in the middle of its last long paragraph."""

    def make(text: str, at: dict[str, Change]) -> list[Change]:
        start = max((m.start() for m in re.finditer(r"^.{110,}$", text, re.MULTILINE)), default=0)
        match = re.compile(pattern).search(text, max(start, at["body"].start) + 60)
        return [Change(match.start(), len(text), "")] if match else []

    return make


def paragraphs_exchanged(text: str, at: dict[str, Change]) -> list[Change]:
    """The close before the last paragraph."""
    rest, _, close = at["body"].text.rpartition("\n\n")
    last = rest.rpartition("\n\n")[2]
    start = at["body"].end - len(close) - len(last) - 2
    return [Change(start, at["body"].end, close + "\n\n" + last)]


KINDS = [
    *read(HEADER, "header lines"),
    *read(CLOSE, "close"),
    *read(NOTES, "notes"),
    *read(REFERENCES, "notes"),
    *read(PARAGRAPHS, "body"),
    Kind("citation pasted into the body", 2, citation_in_body, group="body"),
    Kind("summary pasted before the body", 2, summary_in_body, group="body"),
    Kind("end cut in mid-sentence", 3, cut_at("(?<=[a-z]) (?=[a-z])"), group="body"),
    Kind("end cut in mid-word", 3, cut_at("(?<= [a-z][a-z])(?=[a-z]{3})"), group="body"),
    Kind("another record in the file", 3, another_record, group="body"),
    Kind("the record twice in the file", 3, record_twice, certain=True, group="body"),
    Kind("body twice", 2, body_twice, certain=True, group="body"),
    Kind("close before the last paragraph", 2, paragraphs_exchanged, group="close"),
]
