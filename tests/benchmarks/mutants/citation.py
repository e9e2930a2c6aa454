"""Faults in the citation: its opening, its locator, its provenance, its URL."""

import re

from benchmarks.mutants.core import Change, Kind, read

OPENING = r"""
opening quote lost ;; 2 ;; c ;; citation ;; \A" ;;
closing quote lost ;; 2 ;; c ;; citation ;; "(, \w+ \d+, \d{4}, Wilson) ;; \1
both quotes lost ;; 2 ;; ;; citation ;; \A"(.+?)"(, \w+ \d+, \d{4}, Wilson) ;; \1\2
quotes of two kinds ;; 1 ;; c ;; citation ;; \A" ;; “
closing quote twice ;; 1 ;; c ;; citation ;; (", \w+ \d+, \d{4}, Wilson) ;; "\1
blank before the closing quote ;; 1 ;; c ;; citation ;; (", \w+ \d+, \d{4}, Wilson) ;; ␣\1
comma after the title lost ;; 1 ;; c ;; citation ;; ",( \w+ \d+, \d{4}, Wilson) ;; "\1
comma before and after the quote ;; 1 ;; c ;; citation ;; (", \w+ \d+, \d{4}, Wilson) ;; ,\1
citation's title lost ;; 3 ;; ;; citation ;; \A".+?", (?=\w+ \d+, \d{4}, Wilson) ;;
word of the cited title lost ;; 2 ;; ;; citation ;; \A"\w+ ;; "
letters of the cited title swapped ;; 2 ;; ;; citation ;; \A"(\w\w)(\w)(\w) ;; "\1\3\2
word of the cited title twice ;; 2 ;; c ;; citation ;; \A"(\w+) ;; "\1 \1
another document's title is cited ;; 3 ;; ;; citation ;; \A".+?"(?=, \w+ \d+, \d{4}, Wilson) ;; "Letter on the Loan"
citation's date lost ;; 3 ;; ;; citation ;; \w+ \d+, \d{4}, (?=Wilson) ;;
citation's month misspelt ;; 2 ;; c ;; citation ;; (\w)(\w)(\w+)(?= \d+, \d{4}, Wilson) ;; \1\3\2
citation's month lost ;; 3 ;; ;; citation ;; , [A-Z]\w+(?= \d+, \d{4}, Wilson) ;; ,
citation's day impossible ;; 3 ;; ;; citation ;; \d+(?=, \d{4}, Wilson) ;; 41
citation a century early ;; 3 ;; ;; citation ;; 19(?=\d\d, Wilson) ;; 18
figures of the citation's year swapped ;; 3 ;; ;; citation ;; (\d)(\d)(?=, Wilson) ;; \2\1
citation's day differs ;; 3 ;; ;; citation ;; \d+(?=, \d{4}, Wilson) ;; 13
letter in the citation's year ;; 3 ;; c ;; citation ;; 1(?=9\d\d, Wilson) ;; l
citation's year cut short ;; 3 ;; ;; citation ;; \d(?=, Wilson) ;;
comma of the citation's date lost ;; 1 ;; c ;; citation ;; ,(?= \d{4}, Wilson) ;;
comma before the digital archive lost ;; 1 ;; c ;; citation ;; (\d{4}),(?= Wilson) ;; \1
citation's date twice ;; 2 ;; c ;; citation ;; (\w+ \d+, \d{4}, )(?=Wilson) ;; \1\1
digital archive lost ;; 2 ;; ;; citation ;; Wilson Center Digital Archive,␣ ;;
digital archive misspelt ;; 2 ;; c ;; citation ;; Digital Archive ;; Digtal Archive
Wilson misspelt ;; 2 ;; c ;; citation ;; Wilson Center ;; Wislon Center
digital archive twice ;; 2 ;; c ;; citation ;; (Wilson Center Digital Archive, ) ;; \1\1
digital archive in small letters ;; 1 ;; c ;; citation ;; Digital Archive ;; digital archive
source lost ;; 3 ;; ;; citation ;; (Digital Archive).+?(?= (?:Obtained|Transl|Contr)\w+ | copy ) ;; \1.
"""

SOURCE = r"""
letters of Archive swapped ;; 2 ;; c ;; citation ;; (?<!Digital )Arch(i)(v)e(?=s?\b) ;; Arch\2\1e
letter of Archives lost ;; 2 ;; c ;; citation ;; (?<!Digital )Archive(?=s?\b) ;; Archve
National misspelt ;; 2 ;; c ;; citation ;; National ;; Natoinal
Central misspelt ;; 2 ;; c ;; citation ;; Central ;; Centarl
acronym's letters swapped ;; 3 ;; ;; citation ;; (?<=\()([A-Z])(\w)(\w*\)) ;; \2\1\3
acronym's letter lost ;; 3 ;; ;; citation ;; (?<=[( ])(A[A-Z])[A-Z]([A-Z]+\b) ;; \1\2
acronym standing alone misspelt ;; 3 ;; ;; citation ;; AVPRF|APRF|SAPMO ;; AVRPF
bracket after an acronym lost ;; 2 ;; c ;; citation ;; (\([A-Z]\w{1,6})\) ;; \1
bracket before an acronym lost ;; 2 ;; c ;; citation ;; \(([A-Z]\w{1,6}\)) ;; \1
bracket after an acronym twice ;; 1 ;; c ;; citation ;; (\([A-Z]\w{1,6}\)) ;; \1)
archive's city misspelt ;; 2 ;; c ;; citation ;; Sofia|Bucharest|Warsaw|Tirana|Prague|Kyiv|Ulaanbaatar ;; Bucharset
archive named twice ;; 2 ;; c ;; citation ;; (Digital Archive, )((?:[A-Z]\w+ )+[^,.]*, ) ;; \1\2\2
letter in a locator's number ;; 3 ;; c ;; citation ;; ([Ff]ond|f\.|[Oo]pis|[Vv]ol\.|DY|FO|XIX-J|box) (\d*)[01] ;; \1 \2O
l for 1 in a locator's number ;; 3 ;; c ;; citation ;; (\b\d+)1(?=\d*[-.,]) ;; \1l
question mark in a locator's number ;; 3 ;; ;; citation ;; ((?:papka|delo|spr\.|a\.e\.|D\.|kh/n|Folder|ZAIG) \d)\d ;; \1?
locator's label misspelt (fond) ;; 2 ;; c ;; citation ;; ([Ff])ond(?= \d) ;; \1nod
locator's label misspelt (opis, delo) ;; 2 ;; c ;; citation ;; \b([Oo])pis(?= )|\b(d)elo ;; \1psi
locator's label misspelt (listy) ;; 2 ;; c ;; citation ;; listy ;; lsity
locator's label misspelt (papka) ;; 2 ;; c ;; citation ;; papka ;; pakpa
locator's label misspelt (others) ;; 2 ;; c ;; citation ;; Folder|doboz ;; Fodler
locator's label twice ;; 1 ;; c ;; citation ;; \b(fond|opis|Folder|box|spr\.|pp\.|Op\.|D\.|vol\.) ;; \1 \1
locator's label in Cyrillic ;; 1 ;; c ;; citation ;; \bop\.|\bopis|\bOp\. ;; оп.
Cyrillic letter in a locator's label ;; 2 ;; c ;; citation ;; \bo(?=p\.|pis) ;; о
locator's label lost ;; 2 ;; ;; citation ;; \b(?:[Oo]pis|[Oo]p\.|papka|dans|inv\. no\.) ;;
locator's number lost ;; 3 ;; ;; citation ;; ((?:[Oo]pis|[Oo]p\.|dans|box|Folder|delo|vol\.) )[\d/]+ ;; \1
blank before a locator's number lost ;; 1 ;; c ;; citation ;; \b([Oo]pis|[Ff]ond|delo|papka|Folder|box) (\d) ;; \1\2
stop of an abbreviation lost ;; 1 ;; c ;; citation ;; \b(op|Op|spr|ark|a\.e|Ll|Fl|pp)\. ;; \1
comma between two parts lost ;; 1 ;; c ;; citation ;; (\d), (?=opis|op\.|Op\.|Opis|delo|dans|papka|box|ark|D\.|kh) ;; \1␣
comma between two parts twice ;; 1 ;; c ;; citation ;; (\d), (?=opis|op\.|Op\.|Opis|delo|dans|papka|box|ark|D\.|kh) ;; \1,,␣
semicolon between two parts ;; 1 ;; c ;; citation ;; (\d), (?=opis|op\.|Op\.|delo|dans|papka|box|ark) ;; \1;␣
part of the locator twice ;; 2 ;; c ;; citation ;; ((?:opis|op\.|Op\.|Opis|delo|dans|box) \w+, ) ;; \1\1
two different opisi ;; 3 ;; ;; citation ;; ((?:opis|op\.|Op\.|Opis|dans) )(\w+), ;; \1\2, \g<1>9,
pages run backwards ;; 3 ;; ;; citation ;; \b(\d+)-(\d+)(?=\.(?: |$)) ;; \2-\1
last page lost ;; 3 ;; ;; citation ;; \b(\d+)-(\d+)(?=\.(?: |$)) ;; \1-
first page lost ;; 3 ;; ;; citation ;; \b(\d+)-(\d+)(?=\.(?: |$)) ;; -\2
two hyphens between pages ;; 1 ;; c ;; citation ;; \b(\d+)-(\d+)(?=\.(?: |$)) ;; \1--\2
blanks round the hyphen of pages ;; 1 ;; c ;; citation ;; \b(\d+)-(\d+)(?=\.(?: |$)) ;; \1 - \2
figure of the last page doubled ;; 3 ;; ;; citation ;; \b(\d+)-(\d+)(?=\.(?: |$)) ;; \1-\g<2>000
book's year before its author was born ;; 3 ;; ;; citation ;; (shubanshe|mysli), \d{4} ;; \1, 1090
book's bracket lost ;; 2 ;; c ;; citation ;; (1990|2005)\) ;; \1
locator's number changed ;; 3 ;; i ;; citation ;; ((?:fond|f\.|Fond|box|Folder|ZAIG|MfS, SdM) )(\d)(\d) ;; \1\3\2
"""

PROVENANCE = r"""
Translated misspelt ;; 3 ;; c ;; citation ;; ranslated(?= by| for| from) ;; arnslated
Obtained misspelt ;; 3 ;; c ;; citation ;; Obtained ;; Obtianed
Contributed misspelt ;; 3 ;; c ;; citation ;; Contributed ;; Contibuted
letters of translated within a statement lost ;; 2 ;; c ;; citation ;; and translated ;; and transalted
by lost ;; 2 ;; c ;; citation ;; ranslated by(?= [A-Z]) ;; ranslated
by twice ;; 1 ;; c ;; citation ;; ranslated by(?= [A-Z]) ;; ranslated by by
by misspelt ;; 2 ;; c ;; citation ;; ranslated by(?= [A-Z]) ;; ranslated yb
by glued ;; 1 ;; c ;; citation ;; ranslated by(?= [A-Z]) ;; ranslatedby
translator's name lost ;; 3 ;; ;; citation ;; (ranslated(?: for \w+| from \w+)* by)(?: \w+)+ ;; \1
translator is a placeholder ;; 3 ;; ;; citation ;; (ranslated(?: for \w+| from \w+)* by)(?: \w+)+ ;; \1 XXX
translator in small letters ;; 1 ;; ;; citation ;; (ranslated by) [A-Z](\w+) ;; \1 m\2
translator's names glued ;; 2 ;; ;; citation ;; ( by [A-Z]\w+) ([A-Z]\w+)(?=\.) ;; \1\2
translator's surname lost ;; 2 ;; i ;; citation ;; ( by [A-Z]\w+) [A-Z]\w+(?=\.) ;; \1
stop before the statement lost ;; 1 ;; c ;; citation ;; \.(?= (?:Translated|Obtained|Contributed)) ;;
blank before the statement lost ;; 1 ;; c ;; citation ;; \. (?=Translated|Obtained|Contributed) ;; .
statement in a small letter ;; 1 ;; c ;; citation ;; \. T(?=ranslated) ;; . t
statement twice ;; 2 ;; c ;; citation ;; ((?:Translated|Obtained|Contributed)[^.]+\.) ;; \1 \1
for whom lost ;; 2 ;; ;; citation ;; for (?:CWIHP|NKIDP)(?= by) ;; for
CWIHP misspelt ;; 2 ;; c ;; citation ;; CWIHP ;; CWHIP
NKIDP misspelt ;; 2 ;; c ;; citation ;; NKIDP ;; NKDIP
language of the translation misspelt ;; 2 ;; c ;; citation ;; from (?:German|Russian|Portuguese) ;; from Gemran
and obtained left hanging ;; 2 ;; ;; citation ;; (Obtained and) translated ;; \1
no translator ;; 3 ;; ;; citation ;; (?: and translated by [^.]+| Translated[^.]+\.)(?=\.|\W*http) ;;
statement cut short ;; 3 ;; ;; citation ;; (Translated|Obtained|Contributed)[^.]+\. ;; \1
digits in a name ;; 2 ;; ;; citation ;; ( by [A-Z]\w)(\w+) ;; \g<1>0\2
"""

URL = r"""
URL lost ;; 3 ;; ;; citation ;; \s*<http\S+> ;;
URL's number lost ;; 3 ;; ;; citation ;; /\d+> ;; />
URL's document lost ;; 3 ;; ;; citation ;; /document/\d+> ;; >
letter in the URL's number ;; 3 ;; c ;; citation ;; 1(\d+)> ;; l\1>
URL's number cut short ;; 3 ;; ;; citation ;; /(\d\d)\d+> ;; /\1>
URL's number too long ;; 3 ;; ;; citation ;; /(\d+)> ;; /\g<1>77>
figures of the URL's number swapped ;; 3 ;; i ;; citation ;; (\d)(\d)> ;; \2\1>
letter of http lost ;; 2 ;; c ;; citation ;; https ;; htps
colon of the URL lost ;; 2 ;; c ;; citation ;; https: ;; https
slash of the URL lost ;; 2 ;; c ;; citation ;; https:// ;; https:/
third slash in the URL ;; 2 ;; c ;; citation ;; https:// ;; https:///
scheme of the URL twice ;; 2 ;; c ;; citation ;; https:// ;; https://https://
scheme of the URL lost ;; 2 ;; c ;; citation ;; https:// ;;
backslashes in the URL ;; 2 ;; c ;; citation ;; https:// ;; https:\\\\
com of the URL misspelt ;; 3 ;; c ;; citation ;; \.com ;; .con
dot of the host lost ;; 3 ;; c ;; citation ;; \.com ;; com
host misspelt ;; 3 ;; c ;; citation ;; wilson-center ;; wislon-center
another site's URL ;; 3 ;; ;; citation ;; wilson-center\.drivingcreative\.com ;; www.example.org
document of the URL misspelt ;; 3 ;; c ;; citation ;; /document/ ;; /docment/
blank in the URL ;; 2 ;; c ;; citation ;; /document/ ;; /document/␣
blank in the URL's host ;; 2 ;; c ;; citation ;; drivingcreative ;; driving creative
URL broken over two lines ;; 2 ;; c ;; citation ;; /document/ ;; /\ndocument/
closing bracket of the URL lost ;; 1 ;; c ;; citation ;; (\d)> ;; \1
opening bracket of the URL lost ;; 1 ;; c ;; citation ;; <http ;; http
URL's brackets twice ;; 1 ;; c ;; citation ;; <(http.+)> ;; <<\1>>
stop within the URL's brackets ;; 1 ;; c ;; citation ;; (\d)> ;; \1.>
slash at the URL's end ;; 1 ;; c ;; citation ;; (\d)> ;; \1/>
query at the URL's end ;; 1 ;; ;; citation ;; (\d)> ;; \1?utm_source=mail>
URL twice ;; 1 ;; c ;; citation ;; (<http.+>) ;; \1 \1
two different URLs ;; 3 ;; ;; citation ;; (<http.+/)(\d\d)(\d+)> ;; \1\2\3> \g<1>99\3>
URL as a link of HTML ;; 2 ;; c ;; citation ;; <(http.+)> ;; <a href="\1">\1</a>
URL as a link of Markdown ;; 1 ;; c ;; citation ;; <(http.+)> ;; [\1](\1)
word after the URL ;; 1 ;; ;; citation ;; (<http.+>) ;; \1 Link
percent signs in the URL ;; 2 ;; ;; citation ;; /document/ ;; %2Fdocument%2F
URL before the provenance ;; 2 ;; ;; citation ;; (\. )(Translated[^.]+\.)(\s)(<http.+>) ;; \1\4\3\2
"""


def cited_twice(text: str, at: dict[str, Change]) -> list[Change]:
    """The whole citation two times."""
    here = at["citation"]
    return [Change(here.end, here.end, "\n\n" + here.text)]


def citation_empty(text: str, at: dict[str, Change]) -> list[Change]:
    """A label Citation, and nothing under it."""
    return [Change(at["citation"].start, at["citation"].end, "")]


def citation_cut(text: str, at: dict[str, Change]) -> list[Change]:
    """A citation that ends in the middle of its source."""
    here = at["citation"]
    stop = re.compile("Digital Archive, [^ ]+").search(text, here.start)
    assert stop
    return [Change(stop.end(), here.end, "")]


KINDS = [
    *read(OPENING, "citation's opening"),
    *read(SOURCE, "source"),
    *read(PROVENANCE, "provenance"),
    *read(URL, "URL"),
    Kind("citation twice", 2, cited_twice, certain=True, group="citation's opening"),
    Kind("citation empty", 3, citation_empty, group="citation's opening"),
    Kind("citation cut after the digital archive", 3, citation_cut, group="source"),
]
