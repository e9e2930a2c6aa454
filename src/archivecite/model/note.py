"""The notes after a body: the editors' on messages, sources and words, and whatever else is printed there."""

from typing import Literal

from attrs import field, frozen

from .citation import ArchivalSource, OtherSource, Provenance, PublishedSource, Source
from .date import Date
from .mark import AnyMark, nested_marks, sorted_marks
from .text import (
    as_tuple,
    from_fields,
    items,
    one_of,
    optional_instance,
    optional_phrase,
    optional_prose,
    prose,
    with_plain_strings,
)
from .value import Value


def reference_text(note: "ReferenceNote") -> str:
    """The canonical form of a reference note: its number, entry, date and explanation."""
    parts = [f"# {note.number}"] if note.number else []
    parts += [f"(entry # {note.entry})"] if note.entry else []
    parts += [f"from {note.date.text}"] if note.date else []
    stop = "." if parts and note.explanation else ""
    return " ".join(["Reference:", *parts]) + stop + (f" {note.explanation}" if note.explanation else "")


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class ReferenceNote(Value):
    """A note on a message that the body cites: ``Reference: # 1710 (entry # 50273) from 1 November 1962. …``

    >>> ReferenceNote("1710", "50273", explanation="On trade.").text
    'Reference: # 1710 (entry # 50273). On trade.'
    """

    kind: Literal["reference"] = field(default="reference", kw_only=True, validator=one_of("reference"))
    number: str | None = field(default=None, validator=optional_phrase)
    entry: str | None = field(default=None, validator=optional_phrase)
    date: Date | None = field(default=None, validator=optional_instance(Date))
    explanation: str | None = field(default=None, validator=optional_prose)
    text: str = field(default=from_fields(reference_text), validator=prose, kw_only=True)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


def source_note_text(note: "SourceNote") -> str:
    """The canonical form of a source note: its sources and provenance in one bracket."""
    return f"[Source: {'; '.join(part.text for part in (*note.sources, *note.provenance))}.]"


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class SourceNote(Value):
    """The citation's tail once more, at the end of the body: ``[Source: … .]``"""

    kind: Literal["source"] = field(default="source", kw_only=True, validator=one_of("source"))
    sources: tuple[Source, ...] = field(
        default=(), converter=as_tuple, validator=items(ArchivalSource, PublishedSource, OtherSource)
    )
    provenance: tuple[Provenance, ...] = field(default=(), converter=as_tuple, validator=items(Provenance))
    text: str = field(default=from_fields(source_note_text), validator=prose, kw_only=True)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class Footnote(Value):
    """A numbered note: ``[1] A member of the Politburo.``"""

    kind: Literal["footnote"] = field(default="footnote", kw_only=True, validator=one_of("footnote"))
    text: str = field(validator=prose)
    marker: str | None = field(default=None, validator=optional_phrase)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class TranslatorNote(Value):
    """A remark of the translator: ``Translator's note: …``"""

    kind: Literal["translator"] = field(default="translator", kw_only=True, validator=one_of("translator"))
    text: str = field(validator=prose)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class EditorNote(Value):
    """A remark of an editor: ``Editor's note: …``"""

    kind: Literal["editor"] = field(default="editor", kw_only=True, validator=one_of("editor"))
    text: str = field(validator=prose)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class PublicationNote(Value):
    """A remark on where the document was published before."""

    kind: Literal["publication"] = field(default="publication", kw_only=True, validator=one_of("publication"))
    text: str = field(validator=prose)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


@frozen(eq=False, repr=False, field_transformer=with_plain_strings)
class OtherNote(Value):
    """A note that no rule fits: its text is kept whole."""

    kind: Literal["other"] = field(default="other", kw_only=True, validator=one_of("other"))
    text: str = field(validator=prose)
    marks: tuple[AnyMark, ...] = field(default=(), converter=sorted_marks, validator=nested_marks, kw_only=True)


Note = ReferenceNote | SourceNote | Footnote | TranslatorNote | EditorNote | PublicationNote | OtherNote
