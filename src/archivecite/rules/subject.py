"""A document as the rules see it: with what several of them need, worked out once and only when it is asked for."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter

from ..model.body import Block
from ..model.close import Signature
from ..model.date import Date
from ..model.note import Note, ReferenceNote
from ..model.record import Record
from ..model.span import Span
from ..surface.flat import Flat
from ..surface.plain import Plain
from ..syntax.date import read_date
from ..syntax.document import Document, reading_of
from ..syntax.loop import Token
from ..syntax.section_label import Label, bare_labels
from .blurred_label import blurred_labels
from .date_shape import has_date_shape
from .figures import in_figures

#: The labels of a record, in their order.
LABELS = ("Citation", "Summary", "Credits", "Original Language", "Contents")

#: A line that is longer is no date.
LONGEST = 40

DATED = (Signature, ReferenceNote)

#: The characters of a keyboard of the west, coded.
TYPED = bytes(range(ord(" "), ord("~") + 1))

#: How many blocks of the body are looked at for a label that is missing above.
NEAR = 5


class Subject:
    """``document`` with its labels, its plain text and the ways between the two; ``file`` is the name it came by."""

    def __init__(self, document: Document, file: str | None = None) -> None:
        self.document = document
        self.file = file
        self.text = document.text
        self.record: Record = document.record
        self.is_layout = document.family != "unknown"
        #: The value that was asked for last, unwrapped: a rule may find many places in one.
        self.flat: tuple[str, Flat] | None = None

    @cached_property
    def plain(self) -> Plain:
        """The text without its markup."""
        return Plain(self.text)

    @cached_property
    def odd(self) -> frozenset[str]:
        """The different characters of the text that no keyboard of the west has."""
        coded = self.text.encode("utf-8", "surrogatepass")
        return frozenset(coded.translate(None, TYPED).decode("utf-8", "surrogatepass"))

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words of the text, with the signs around them."""
        return frozenset(self.plain.text.split())

    @cached_property
    def is_translation(self) -> bool:
        """Whether the document is a translation: its signs are the translator's then, and not the author's."""
        kinds = {content.kind for content in self.record.contents}
        return "translation" in kinds and "transcript" not in kinds

    def span(self, pointer: str) -> Span:
        """Where the value at ``pointer`` stands."""
        return self.document.spans[pointer]

    def source(self, start: int, end: int) -> Span:
        """Where a stretch of the plain text stands in the text."""
        return (
            Span(self.plain.at(start), self.plain.at(end - 1) + 1) if start < end else Span(*[self.plain.at(start)] * 2)
        )

    def offset(self, position: int) -> int:
        """Where a character of the text, which is no markup, stands in the plain text."""
        return self.plain.markup.after(self.plain.returns.after(position))

    def within(self, pointer: str, start: int, end: int) -> Span:
        """Where the characters from ``start`` to ``end`` of the value at ``pointer`` stand in the text."""
        if self.flat is None or self.flat[0] != pointer:
            span = self.span(pointer)
            self.flat = pointer, Flat(self.plain.text, self.offset(span.start), self.offset(span.end - 1) + 1, True)
        flat = self.flat[1]
        return self.source(flat.at(start), flat.at(end - 1) + 1)

    def unread_from(self, start: int, end: int | None = None) -> Span | None:
        """The rest of the unread stretch around ``start``, up to ``end``, both offsets in the text."""
        unread = self.document.unread
        around = unread[bisect_right(unread, start, key=attrgetter("start")) - 1] if unread else Span(0, 0)
        return Span(start, min(around.end, end or around.end)) if around.start <= start < around.end else None

    def unread_title(self, start: int) -> Span | None:
        """The title, unread because the line at ``start`` of the plain text, meant as a date, was taken for it."""
        title = self.document.spans.get("/title")
        if title is None or self.offset(title.start) != start:
            return None
        below = next((span for span in self.document.unread if span.start >= title.end), None)
        return below if below and below.end <= self.plain.at(self.labels[0].start) else None

    @cached_property
    def body_start(self) -> int:
        """Where the body, or the first note, begins in the plain text; its end if there is neither."""
        starts = [self.document.spans.get(pointer) for pointer in ("/body/0", "/notes/0")]
        return min((self.offset(span.start) for span in starts if span), default=len(self.plain.text))

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels of the sections in the head, in whatever dress, repeated ones included."""
        return tuple(label for label in reading_of(self.document).labels if label.counts)

    @cached_property
    def masthead(self) -> list[Token]:
        """The lines of the masthead, as they were read."""
        tree = reading_of(self.document).tree
        return [one for one in tree.children if isinstance(one, Token) and one.type == "MASTHEAD"] if tree else []

    @cached_property
    def is_record(self) -> bool:
        """Whether this is a record, and not a citation alone."""
        return bool(self.labels)

    @cached_property
    def half_bold(self) -> dict[int, str]:
        """Labels that have two stars before them or after them, and not both: where the stars are, and their names. One
        star may be after them: ``**Summary:*``.
        """
        found: dict[int, str] = {}
        text = self.plain.text if self.is_layout else ""
        for name in LABELS if "**" in text else ():
            for printed, stars in ((f"**{name}:", 0), (f"{name}:**", len(name) + 1)):
                place = text.find(printed)
                line = text[:place].rpartition("\n")[2] if place >= 0 else "no"
                if not line.strip():
                    found[place + stars] = name
        return found

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The labels that are not in the head, misspelt or not."""
        there = {label.name for label in self.labels} | {*self.half_bold.values()}
        return tuple(name for name in LABELS if name not in there)

    @cached_property
    def misspelt(self) -> dict[str, tuple[int, int]]:
        """Where a misspelt label is, or one without its colon, by the label that is meant, which is missing."""
        if not self.missing or not self.is_record or self.document.family == "flattened":
            return {}
        near = self.document.spans.get(f"/body/{NEAR}")
        end = self.offset(near.start) if near else len(self.plain.text)
        if "Contents" not in self.missing and "Original Language" not in self.missing:
            end = self.body_start
        slips = [label for label in reading_of(self.document).labels if label.dress == "misspelt"]
        found: dict[str, tuple[int, int]] = {}
        for label in (*slips, *bare_labels(self.plain.text, end), *blurred_labels(self.plain.text, end)):
            if label.name in self.missing:
                found.setdefault(label.name, (label.start, label.end))
        return found

    @cached_property
    def blocks(self) -> tuple[tuple[str, Block | Note], ...]:
        """Every block and note with its pointer."""
        body = ((f"/body/{index}", block) for index, block in enumerate(self.record.body))
        notes = ((f"/notes/{index}", note) for index, note in enumerate(self.record.notes))
        return (*body, *notes)

    @cached_property
    def dates(self) -> tuple[tuple[str, Date], ...]:
        """Every date with its pointer."""
        found = [("/date", self.record.date)]
        if citation := self.record.citation:
            found.append(("/citation/date", citation.date))
            found += ((f"/citation/provenance/{n}/date", part.date) for n, part in enumerate(citation.provenance))
        found += ((f"{pointer}/date", block.date) for pointer, block in self.blocks if isinstance(block, DATED))
        return tuple((pointer, date) for pointer, date in found if date)

    @cached_property
    def dated_title(self) -> bool:
        """Whether the title has the shape of a date, as it has where the line of the date can't be read."""
        if self.record.title is None:
            return False
        shaped = has_date_shape(self.record.title)
        return shaped or self.document.spans.get("/title") in self.misread_dates

    @cached_property
    def misread_dates(self) -> tuple[Span, ...]:
        """Where a date with a letter for a figure stands, ``November 2, l962``: as the title, or unread."""
        places = [*self.document.unread] if self.is_layout else []
        if self.record.title and "/title" in self.document.spans:
            places.append(self.document.spans["/title"])
        found = []
        for span in places:
            text = span.of(self.text)
            if len(text) <= LONGEST and any(letter in text for letter in "OolI"):
                meant = in_figures(text)
                reading = read_date(" ".join(meant.split())) if meant != text else None
                if reading and reading.edtf:
                    found.append(span)
        return tuple(sorted(found, key=attrgetter("start")))

    @cached_property
    def is_nameless(self) -> bool:
        """Whether there is a citation without a title: what stands in its place is the date, or nothing."""
        citation = self.record.citation
        if citation is None:
            return False
        if citation.title is None:
            # Without a digital archive nothing is read of an opening, be there a title or not.
            opening = self.span("/citation").of(self.text).lstrip("*")[:1]
            return citation.digital_archive is not None or opening not in ('"', "“", "„", "«")
        return bool(
            read_date(citation.title) or (citation.date and read_date(f"{citation.title}, {citation.date.text}"))
        )

    def prose(self) -> Iterator[tuple[str, str]]:
        """The pointer and the text of every stretch of prose: summary, blocks and notes."""
        if self.record.summary:
            yield "/summary", self.record.summary
        for pointer, block in self.blocks:
            if block.text:
                yield f"{pointer}/text", block.text
