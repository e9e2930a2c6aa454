"""What the laws go by, written a second time: the closed list of layout, what markup is, and what unwrapping does.

Nothing here is the library's: the laws compare what the library says with what this says. Values are walked as JSON,
by JSON Pointer.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import archivecite as ac

# --- Markup and unwrapping ---------------------------------------------------------------------------------------------

NEWLINE = re.compile(r"\r\n|\r|\n")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line of ``text`` with its start, newline left out."""
    start = 0
    for match in NEWLINE.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


#: A label in a heading, which makes a text Markdown with headings: ``## **Summary:**``.
LABEL_HEADING = re.compile(r"#{1,6} +\**(Citation|Summary|Credits|Original Languages?|Contents):?\**:?\s*")
#: ``Citation:`` over a row of six or more: a heading too.
LABEL = re.compile(r"\s*\**(Citation|Summary|Credits|Original Languages?|Contents):?\**:?\s*")
ROW = re.compile(r"(={6,}|-{6,})\s*")
HEADING_MARKUP = re.compile(
    r"</?u>|(?P<link>\[)[^\[\]]*(?P<target>\]\(https?://[^\s()*\[\]]*\))|(?P<escape>\\)[\\`*_{}\[\]()#+.!<>|~-]"
)
#: ``_Znamya_`` between words; no stroke or link stands in it or next to it, and no backslash before one. No address.
ITALICS = re.compile(r"https?://\S+|(?<![\w\\])(_)(?![\s_])(?:[^_\\\]]|\\.|\](?!\())+(?<!\s)(_)(?!\w)")


def italics(line: str) -> Iterator[int]:
    """Where the strokes of each ``_…_`` stand."""
    for match in ITALICS.finditer(line):
        if match[1]:
            yield from (match.start(1), match.start(2))


def underlines(text: str) -> tuple[list[int], set[int]]:
    """Where the labels start that a row below makes headings, and the offsets of these rows and of those above all."""
    found = list(lines(text))
    labels: list[int] = []
    rows: list[tuple[int, str]] = []
    for (above, label), (start, line) in pairwise(found):
        if ROW.fullmatch(line) and LABEL.fullmatch(label.removeprefix("\ufeff" if not above else "")):
            labels.append(above)
            rows.append((start, line))
    rows += [(start, line) for start, line in found if labels and start < labels[0] and ROW.fullmatch(line)]
    return labels, {start + place for start, line in rows for place in range(len(line.rstrip()))}


def markup(text: str) -> frozenset[int]:
    """The offsets of markup: a byte order mark at the start, the stars of each ``**…**`` inside one block, and in
    Markdown with headings the ``#`` of headings, the rows below them, ``<u>``, links, ``_…_``, backslashes and the rules
    between pages. Text is such a Markdown if a label is a heading, or its first line is. Under a label ``# 1710`` is a
    number, not a heading.

    A blank line ends a block. Stars come in runs: two are a mark, one is text, three or more are text
    that no bold stretch goes over. Any white space within a line is as good as a blank.
    """
    text = re.sub(r"[^\S\n\r\f]", " ", text)
    marks = quotes(text)
    marks |= {0} if text.startswith("\ufeff") else set()
    labels = [
        start
        for start, line in lines(text)
        if LABEL_HEADING.fullmatch(line.removeprefix("\ufeff" if not start else ""))
    ]
    underlined, rows = underlines(text)
    marks |= rows
    labels = sorted(labels + underlined)
    headed = bool(labels or re.match(r"\ufeff?\s*#{1,6} +[^\s#]", text))
    opened: int | None = None
    for start, line in lines(text):
        if not line.strip("\ufeff" if start == 0 else "") or line.isspace():
            opened = None
        for match in re.finditer(r"\*+", line):
            if match.group() == "**":
                if opened is None:
                    opened = start + match.start()
                else:
                    marks.update((opened, opened + 1, start + match.start(), start + match.start() + 1))
                    opened = None
            elif match.group() != "*":
                opened = None
        if headed:
            under = bool(labels) and start > labels[0]
            if hashes := re.match(r"\ufeff?(#{1,6} +)(?=[^\d\s])" if under else r"\ufeff?(#{1,6} +)(?=\S)", line):
                marks.update(range(start + hashes.start(1), start + hashes.end(1)))
            elif hashes := re.match(r"##+ +(?=\d)", line):
                marks.update(range(start, start + hashes.end()))
            if line.rstrip() == "-----":
                marks.update(range(start, start + 5))
            marks.update(start + place for place in italics(line))
            for match in HEADING_MARKUP.finditer(line):
                groups: tuple[int | str, ...] = (
                    ("link", "target") if match["link"] else ("escape" if match["escape"] else 0,)
                )
                for group in groups:
                    marks.update(range(start + match.start(group), start + match.end(group)))
                if match["link"]:
                    inside = re.finditer(r"\\[\\`*_{}\[\]()#+.!<>|~-]", line[match.start() : match.start("target")])
                    marks.update(start + match.start() + escape.start() for escape in inside)
    return frozenset(marks)


def quotes(text: str) -> set[int]:
    """The offsets of the ``> `` at the start of each line, where all lines that are not blank have one."""
    found = set()
    for start, line in lines(text):
        bare = line.removeprefix("\ufeff" if not start else "").lstrip(" ")
        if bare.startswith(">"):
            at = start + len(line) - len(bare)
            found |= {at, at + 1} if bare.startswith("> ") else {at}
        elif bare.strip():
            return set()
    return found


def unwrap(text: str, start: int, end: int, marks: frozenset[int]) -> tuple[str, str]:
    """The characters from ``start`` to ``end`` without markup: as one line, and as paragraphs. U+FFFE is a hyphen."""
    plain = "".join([c for i, c in enumerate(text[start:end], start) if i not in marks]) if marks else text[start:end]
    plain = plain.replace("\ufffe", "-")
    paragraphs = [""]
    for _, line in lines(plain):
        if line.strip():
            paragraphs[-1] += line + "\n"
        elif paragraphs[-1]:
            paragraphs.append("")
    return flattened(plain), "\n\n".join(flattened(p) for p in paragraphs if p)


def flattened(text: str) -> str:
    """``text`` on one line. A line that ends in a hyphen after a letter goes on in the next without a blank; a form feed
    there, or a blank line, keeps the two apart.
    """
    flat = ""
    for _, line in lines(text):
        bare = re.sub(r"^[^\S\f]+|[^\S\f]+$", "", line)
        joins = re.search(r"[^\W\d_]-$", flat) is not None and bare != "" and bare[0] != "\f"
        flat += bare if joins else f"\n{bare}"
    return " ".join(flat.split())


# --- Values --------------------------------------------------------------------------------------------------------------

#: Values that are read from characters. They share the span of what they are read from.
READINGS = {
    "edtf": "text",
    "tag": "name",
    "id": "citation/url",
    "document_id": "url",
    "kind": "",
    "level": "",
    "type": "",
    "start": "",
    "end": "",
}

#: Values in which a blank line parts paragraphs.
PROSE = re.compile(r"/summary|/credits/text|/notes/\d+/(text|explanation|marks/\d+/value)")


def values(value: Any, pointer: str = "", path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every value in JSON, containers too, with its pointer and its path: the pointer with ``N`` for a number, and
    with the kind after it where there is one (``/body/N=signature/date/text``).
    """
    if isinstance(value, dict):
        kind = f"={value['kind']}" if "kind" in value else ""
        yield pointer, path + kind, value
        for key, item in value.items():
            yield from values(item, f"{pointer}/{key}", f"{path}{kind}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from values(item, f"{pointer}/{index}", f"{path}/N")
    else:
        yield pointer, path, value


def record_of(document: ac.Document) -> Any:
    """The document's record as JSON."""
    return json.loads(ac.to_json(document.record))


# --- Leaves --------------------------------------------------------------------------------------------------------------

_PUBLISHED = (
    "(?:authors/N|editors/N|translators/N|title|container_title|series|volume|issue|item|place|publisher|year|pages)"
)
_SOURCE = (
    rf"=archival/(?:repository/(?:name|acronym|place)|locator/N/(?:label|value))|=published/{_PUBLISHED}|=other/text"
)
_PROVENANCE = (
    r"=\w+/(?:(?:agents|recipients)/N/(?:name|qualifier)|on_behalf_of|from_languages/N/name|place|date/text"
    rf"|publication=published/{_PUBLISHED})|=other/text"
)
#: The values that account for the characters under their spans, by path.
LEAVES = re.compile(
    rf"""/date/text|/title|/summary|/credits/supporters/N|/original_languages/N/name|/contents/N=\w+/language/name
    |/citation/(?:title|date/text|digital_archive|url|accessed/text)
    |/citation/sources/N(?:{_SOURCE})
    |/citation/provenance/N(?:{_PROVENANCE})
    |/body/N=(?:document_type|marking|letterhead|addressee|sender|routing|distribution|subject|participants|salutation|heading
        |paragraph|item|omission|valediction|enclosure)/text
    |/body/N=entry_numbers/numbers/N
    |/body/N=serial/(?:label|numbers/N)
    |/body/N=reply_to/(?:numbers/N|date/text)
    |/body/N=dateline/(?:place|date/text)
    |/body/N=signature/(?:signers/N/(?:name|office)|place|date/text)
    |/body/N=(?:entry_numbers|serial|reply_to|dateline|signature)/marks/N=\w+
    |/notes/N=reference/(?:number|entry|date/text|explanation|marks/N=\w+)
    |/notes/N=source/sources/N(?:{_SOURCE})
    |/notes/N=source/provenance/N(?:{_PROVENANCE})
    |/notes/N=source/marks/N=\w+
    |/notes/N=(?:footnote|translator|editor|publication|other)/text""",
    re.VERBOSE,
)

# --- Layout: the closed list ---------------------------------------------------------------------------------------------


def _layout(signs: str, *words: str) -> re.Pattern[str]:
    """What consists of nothing but ``signs`` and whole ``words``."""
    listed = "|".join(sorted((re.escape(word) for word in " ".join(words).split()), key=len, reverse=True))
    return re.compile(rf"(?:[\s{re.escape(signs)}]|(?<!\w)(?:{listed or '(?!)'})(?!\w))*", re.IGNORECASE)


#: Words between the parts of a provenance statement, by the statements they stand in.
_STATEMENT = """
    copy copies copied document documents original originals photocopy photocopies microfilm
    excerpt excerpts text conversation record meeting
    this the a an was were is are also and or from for by at of to in on into with it
    obtained acquired procured secured located discovered
    provided supplied furnished made available donated given courtesy
    file deposit held deposited kept
    contributed submitted
    transcribed transcription compiled
    translated translation translations trans. english
    edited annotated slightly lightly revised corrected transl. collected online possession behalf assistance help selected gift
    special declassified declassification released
    reprinted republished published reproduced produced printed
    permission kind
    first originally previously used stored compilation digitized digitised scanned translator translators included photographed gathered donor
    lent loaned housed preserved archived contributor abridged condensed official unofficial translation transcription
    trans transl introduced via through kindly draft letter report been russian formerly on behalf & und et i и via
"""
with (Path(__file__).parents[1] / "grammar" / "vocabulary" / "books.toml").open("rb") as file:
    _BOOKS = tomllib.load(file)["books"]

#: Labels and roles in a publication, and the words for a number that a label may have.
_SOURCES = (
    " ".join(
        f"{word} {word.replace('.', ' ')}"
        for part in ("editor_before", "editor_after", "translator_before", "volume", "book", "issue", "item", "pages")
        for word in _BOOKS[part]
    )
    + """
    and in from see source sources ed. eds. ed eds editor editors edited by compiled trans. transl. translated red. hrsg. von
    volume volumes vol. vols. vol vols tome tom tap tập t. bd. band no. nos. no issue # nr. document documents number doc.
    docs. dok. nr nr. dokument документ док. item pp. p. page pages s. str. с. fn. und et i и &
"""
)

with (Path(__file__).parents[1] / "grammar" / "vocabulary" / "labels.toml").open("rb") as file:
    _WORDS = tomllib.load(file)


def _one_of(forms: list[str]) -> str:
    """A pattern for any of ``forms``, over any white space."""
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=len, reverse=True))


_LABELS = _one_of([form for forms in _WORDS["sections"].values() for form in forms])
#: A label in any dress: markup, quotes and what can't be seen before it, markup about its colon; or without a colon.
_LABEL = (
    r"(?:[\s>_\u00ad\u200b-\u200f\u2060\ufeff]|<\w+>)*"
    rf"(?:(?i:{_LABELS})(?:\s|_|</\w+>)*[:：](?:_|</\w+>)*|(?:{_LABELS})(?=[^\S\n]*[\r\n]))"
)
_VOCABULARY: dict[str, Any] = {}
for _name in ("lines", "closes"):
    with (Path(__file__).parents[1] / "grammar" / "vocabulary" / f"{_name}.toml").open("rb") as file:
        _VOCABULARY |= tomllib.load(file)
#: The words of header lines and closes, by kind.
_LINES = {**_VOCABULARY["lines"], **_VOCABULARY["closes"]}
_SIGNS = ["no no. n. n nos nos. nº n° nr nr. nrs number numbers br. serial sign", *_VOCABULARY["line_numbers"]["signs"]]

#: Signs and words that are layout, by where they stand. Outside of all containers they are labels, masthead, and what
#: parts one language from the next.
LAYOUT = {
    "": re.compile(
        _LABEL.join(("(?:", "|"))
        + r"""\s|Dated?\s*:
        |(?:Wilson\ Center\ )?Digital\ Archive|International\ History\ Declassified
        |(?:https?://)?digitalarchive\.wilsoncenter\.org/?
        |[,;/—–•·▪●◦‣\uf0b7*-]|and\b)*""",
        re.VERBOSE,
    ),
    "/citation": _layout("""‘’'`"“”„«»,.;:<>()[]&–—-/""", "and with source sources url link accessed retrieved"),
    "/citation/sources/N=archival": _layout("-<>,.;:()[]—–/\"“”„«»", _SOURCES),
    "/citation/sources/N=published": _layout(",.;:()‘’'\"“”„«»", _SOURCES),
    "/citation/provenance/N": _layout("/,.;:()", _STATEMENT),
    "/citation/provenance/N/publication": _layout(",.;:()‘’'\"“”„«»", _SOURCES),
    "/credits": _layout(
        ",;.", "this these document documents record records translation translations was were is are has have been its "
        "their made possible with through by thanks to the generous support from of and"
    ),
    "/contents/N": _layout("-–—", "translation transcript transcription scan of the original document"),
    "/body/N=entry_numbers": _layout(",;."),
    "/body/N=serial": _layout("#№,.:-–()/[]!;", "and & or to", *_SIGNS),
    "/body/N=reply_to": _layout("#№,.:()[]/", "the and & or of dated from out on", *_SIGNS, *_LINES["reply"], *_LINES["reply_noun"],
                                *_LINES["doc"], *_LINES["doc_adj"], *_LINES["subject"], *_LINES["serial_label"]),
    "/body/N=dateline": _layout(",.;:()[]\"“”'’", "at on the a an", *_LINES["at"]),
    "/body/N=signature": _layout("/,.;:()[]|\"“”«»„'’‘-–—•·", "and & or the a an", *_LINES["signed"]),
    "/notes/N=reference": _layout("#№,.:()[]", "reference references entry from of dated on no nos nº n°"),
    "/notes/N=source": _layout("-–—&[],.;:()/", "source sources and with"),
    "/notes/N=source/sources/N=archival": _layout("-<>,.;:()[]—–/\"“”„«»", _SOURCES),
    "/notes/N=source/sources/N=published": _layout(",.;:()‘’'\"“”„«»", _SOURCES),
    "/notes/N=source/provenance/N": _layout("/,.;:()", _STATEMENT),
    "/notes/N=source/provenance/N/publication": _layout(",.;:()‘’'\"“”„«»", _SOURCES),
}  # fmt: skip
#: What comes before the address in ``[https://x.org](https://x.org)``.
LINK = re.compile(r"\[(https?://[^\s\[\]]*)\]\($")
#: Running heads and page numbers with nothing but white space and a form feed beside them, between two blocks.
EDGE = re.compile(
    r"(?=[^\f]*\f)(?:\s|Wilson Center Digital Archive|Original Scan|(?:[Pp]age|p\.|pg\.) ?\d{1,4}|\d{1,4}/\d{1,4}| of \d{1,4})*"
)
ZONES = list(LAYOUT)
KINDS = re.compile(r"(contents/N|provenance/N|publication)=\w+")


def strays(document: ac.Document, marks: frozenset[int] | None = None) -> Iterator[str]:
    """What breaks the tiling of ``document``: characters that nothing accounts for, or that two things account for."""
    text, spans = document.text, document.spans
    marks = markup(text) if marks is None else marks
    covered, zones = bytearray(len(text)), bytearray(len(text))
    for pointer, path, value in values(record_of(document)):
        if value is None or pointer not in spans:
            continue
        start, end = spans[pointer].start, spans[pointer].end
        if (zone := KINDS.sub(r"\1", path)) in LAYOUT and pointer:
            zones[start:end] = bytes([ZONES.index(zone)]) * (end - start)
        if LEAVES.fullmatch(path):
            covered[start:end] = b"\1" * (end - start)
    for span in document.unread:
        if any(covered[span.start : span.end]):
            yield f"both a value and unread: {span} {span.of(text)!r}"
        if not span.of(text).strip() or not 0 <= span.start < span.end <= len(text):
            yield f"unread, but nothing: {span}"
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for gap in re.finditer(rb"\0+", covered):
        start = gap.start()
        while start < gap.end():
            where = zones[start]
            end = next((i for i in range(start, gap.end()) if zones[i] != where), gap.end())
            left = "".join([c for i, c in enumerate(text[start:end], start) if i not in marks])
            if (link := LINK.search(left)) and text.startswith(link[1], end):
                left = left[: link.start()]  # the words of a link that are its address
            if not LAYOUT[ZONES[where]].fullmatch(left) and not (not where and EDGE.fullmatch(left)):
                yield f"neither value, layout nor unread, in {ZONES[where] or 'the head'}: {start}-{end} {left!r}"
            start = end
