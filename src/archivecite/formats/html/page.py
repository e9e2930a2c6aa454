"""A document as one HTML page that needs nothing else: its text, its record, and what was found in it."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files

from ...model.diagnostic import Diagnostic
from ...model.record import Record
from ...syntax.document import Document
from .escape import readable
from .place import Place, places
from .text import highlighted
from .tree import tree

#: What the legend says of the editors' marks.
MARKS = {
    "supplied": "supplied words",
    "expansion": "expanded abbreviation",
    "gap": "missing text",
    "unclear": "doubtful reading",
    "sic": "error in the original",
    "note": "remark on the original",
    "note_ref": "call of a note",
    "reference": "reference to another document",
}


def asset(name: str) -> str:
    """The text of a file beside this module."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def page(document: Document, findings: Sequence[Diagnostic], name: str, index: str | None = None) -> str:
    """The page of ``document``, which is called ``name``; ``index`` is the address of the page that lists it."""
    found = places(document)
    text = highlighted(document.text, found, opening, document.unread, findings)
    main = "".join(
        (
            top(document, findings, name, index, len(found)),
            legend(found, document, findings),
            '<main><section id="source-view" aria-label="Source text"><div class="sheet">',
            f'<div id="source" class="text">{text}</div>{margin(findings)}</div></section>',
            f'<section id="reading-view" aria-label="Reading text">{reading(document.record)}</section></main>',
            panel(document, found),
        )
    )
    return whole(document.record.title or name, main, script=asset("page.js"))


def whole(title: str, body: str, script: str = "", kind: str = "") -> str:
    """A whole page of a ``kind`` that the style sheet knows.

    It may load nothing, and run nothing but ``script``: a browser is told so, by digests.
    """
    style = asset("text.css") + asset("page.css")
    rules = f"default-src 'none'; style-src {digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    last = f"<script>{script}</script>" if script else ""
    if script:
        rules += f"; script-src {digest(script)}"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f'<link rel="icon" href="data:,"><title>{readable(title)}</title><style>{style}</style></head>\n'
        f'<body class="{f"archivecite {kind}".strip()}">{body}{last}</body></html>\n'
    )


def digest(text: str) -> str:
    """The source expression of a Content-Security-Policy for a script or style sheet in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def opening(number: int, place: Place, is_first: bool) -> str:
    """The start tag of the mark with that number. Of what goes on after another mark only the look is the same."""
    attributes = f'class="{classes(place)}"'
    if not is_first:
        return f'<mark {attributes} data-of="v{number}">'
    attributes += f' id="v{number}" data-p="{" ".join(place.pointers)}" tabindex="-1"'
    if place.label:
        attributes += f' data-label="{place.label}"'
    return f"<mark {attributes}>"


def classes(place: Place) -> str:
    """The classes of a mark."""
    return " ".join(
        name for name in (place.section, place.is_prose and "prose", place.mark and f"m {place.mark}") if name
    )


def top(document: Document, findings: Sequence[Diagnostic], name: str, index: str | None, count: int) -> str:
    """The head of the page: what it shows, and how it may be shown."""
    record = document.record
    family = "not a record of this layout" if document.family == "unknown" else f"{document.family} layout"
    unread = sum(span.end - span.start for span in document.unread)
    facts = [
        readable(name),
        record.id and readable(record.id),
        family.replace("_", " "),
        f"{counted(count, 'place')} with values",
        counted(len(findings), "finding"),
        f"{counted(unread, 'character')} not read" if unread else "all text read",
    ]
    views = choice("Text", "view", ("source", "reading")) + choice("Colours", "theme", ("system", "light", "dark"))
    back = f'<p><a href="{index}">All records</a></p>' if index else ""
    return (
        f"<header>{back}"
        f'<h1 dir="auto">{readable(record.title or name)}</h1>'
        f'<p class="facts">{"".join(f"<span>{fact}</span>" for fact in facts if fact)}</p>'
        f"{views}</header>"
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun, which may be ``info``.

    >>> counted(1, "finding"), counted(1200, "place")
    ('1 finding', '1,200 places')
    """
    return f"{number:,} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def choice(title: str, name: str, values: Iterable[str]) -> str:
    """Buttons of which one is pressed, the first as long as nobody has chosen; the style sheet does what they say."""
    buttons = "".join(
        f'<input type="radio" name="{name}" id="{name}-{value}"{" checked" if at == 0 else ""}>'
        f'<label for="{name}-{value}">{value.capitalize()}</label>'
        for at, value in enumerate(values)
    )
    return f"<fieldset><legend>{title}</legend>{buttons}</fieldset>"


def legend(found: Sequence[Place], document: Document, findings: Sequence[Diagnostic]) -> str:
    """What the looks of the text mean, as far as they are in it."""
    sections = Counter(place.section for place in found)
    marks = Counter(place.mark for place in found if place.mark)
    rows = [f'<li><mark class="{name}">{name}</mark> {number}</li>' for name, number in sections.items()]
    rows += [f'<li><mark class="m {name}">{MARKS[name]}</mark> {number}</li>' for name, number in marks.items()]
    if document.unread:
        rows.append(f'<li><span class="unread">not read</span> {len(document.unread)}</li>')
    severities = Counter(finding.severity.value for finding in findings if finding.span is not None)
    rows += [f'<li><span class="{name}">{name}</span> {number}</li>' for name, number in severities.items()]
    head = "<li>Places in the text:</li>"
    return f'<section class="legend" aria-label="Legend"><ul>{head}{"".join(rows)}</ul></section>' if rows else ""


def margin(findings: Sequence[Diagnostic]) -> str:
    """The findings, to be put beside their lines."""
    if not findings:
        return ""
    rows = []
    for number, finding in enumerate(findings):
        place = f"line {finding.line}" if finding.span is not None else "no line"
        where = f'<a href="#f{number}">{place}</a>' if finding.span is not None else place
        hint = f'<p class="hint">{readable(finding.hint)}</p>' if finding.hint else ""
        rows.append(
            f'<li class="finding is-{finding.severity.value}" data-at="f{number}">'
            f'<p class="code"><b>{finding.code}</b> {finding.severity.value}, {where}</p>'
            f'<p dir="auto">{readable(finding.message)}</p>{hint}</li>'
        )
    return f'<aside id="margin" aria-label="Findings"><ol>{"".join(rows)}</ol></aside>'


def reading(record: Record) -> str:
    """The body for reading, a paragraph for each block."""
    texts = record.reading_text().split("\n\n")
    paragraphs = "".join(f'<p dir="auto">{readable(text)}</p>' for text in texts if text)
    return f'<div class="reading">{paragraphs or "<p>The record has no body.</p>"}</div>'


def panel(document: Document, found: Sequence[Place]) -> str:
    """The record, and above it the value that was chosen in the text."""
    targets = {pointer: f"v{number}" for number, place in enumerate(found) for pointer in place.pointers}
    return (
        '<aside id="panel" aria-label="Record">'
        '<section id="readout" tabindex="0" aria-live="polite" aria-label="Chosen value">'
        '<p class="how">Point at a value in the text to see where it is in the record, or press Tab and the '
        "arrow keys: ← and → go to the next value, ↑ to the one around it, ↓ into it, Enter to its row "
        "below.</p></section>"
        f'<section aria-label="All values" id="record"><h2>Record</h2>{tree(document.record, targets)}</section>'
        "</aside>"
    )
