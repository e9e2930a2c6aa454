"""What a notebook shows of a document or a record: no script, and a style sheet of its own."""

from ...model.pointer import scalars
from ...model.record import Record
from ...syntax.document import Document
from .escape import readable
from .page import asset, classes, counted
from .place import Place, places
from .text import Opening, highlighted
from .tree import tree

#: How many characters of a value a tooltip shows.
SHOWN = 200

#: How many characters of a document a notebook shows; what it keeps in its file should not be many times the document.
LONGEST = 50_000


def document_html(document: Document) -> str:
    """The text with every value highlighted, which a tooltip names, and the record to fold out."""
    record = document.record
    if len(document.text) > LONGEST:
        note = f"The text has {counted(len(document.text), 'character')}: too many to show here; archivecite show can."
        return framed(record.title, f"<p>{note}</p>{folded(record)}")
    text = highlighted(document.text, places(document), titled(record), document.unread)
    return framed(record.title, f'<div class="text">{text}</div>{folded(record)}')


def record_html(record: Record) -> str:
    """The keys and values of the record."""
    return framed(record.title, tree(record, {}))


def titled(record: Record) -> Opening:
    """The start tags of marks whose tooltips say what of ``record`` they are."""
    values = dict(scalars(record))

    def opening(_number: int, place: Place, is_first: bool) -> str:
        said = "\n".join(f"{pointer}: {str(values[pointer])[:SHOWN]}" for pointer in place.pointers)
        label = f' data-label="{place.label}"' if place.label and is_first else ""
        return f'<mark class="{classes(place)}" title="{readable(said)}"{label}>'

    return opening


def folded(record: Record) -> str:
    """The record, folded away."""
    return f"<details><summary>Record</summary>{tree(record, {})}</details>"


def framed(title: str | None, html: str) -> str:
    """``html`` under a title, with its style sheet."""
    head = f'<p class="head" dir="auto">{readable(title)}</p>' if title else ""
    style = asset("text.css") + asset("notebook.css")
    return f'<div class="archivecite notebook"><style>{style}</style>{head}{html}</div>'
