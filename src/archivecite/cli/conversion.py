"""A portion of a file to JSON or text, with what was found on the way: what ``convert`` has done by other processes."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ..corpus.files import Input
from ..corpus.portion import Part, Portion
from ..formats.target import TARGETS
from ..model.citation import Citation
from ..model.diagnostic import Diagnostic, InvalidRecord
from ..model.record import Record
from .doubts import NONE, Doubts, doubts_of
from .report import Status

if TYPE_CHECKING:
    from ..syntax.document import Document

#: The families in which a record can be written as text, and the ending of a file that holds one.
TEXT = {"plain": ".txt", "markdown": ".md", "classic": ".txt"}

#: The formats of tables, and their endings.
TABLES = {"csv": ".csv", "xlsx": ".xlsx", "parquet": ".parquet"}

#: The formats that others read.
OTHERS = (*TARGETS, *TABLES)


@frozen
class Conversion:
    """What to make of each record or citation: ``to`` is the format, ``indent`` that of JSON."""

    to: str
    indent: int | None
    join_pages: bool = False
    profile: str = "scholarly"


@frozen
class Made:
    """What was made of one value: a ``text`` to write, or None. ``findings`` are on the text that it was read from,
    which begins at ``line`` of its file; ``reasons`` are why it can't be read or written, and ``status`` is what that
    makes of the exit status. ``number`` is its place in a list, counted from 1; ``document_id`` is the record's.
    ``key`` is its name in a file where no two may have the same. ``doubts`` are what was not read with certainty.
    """

    text: str | None = None
    findings: tuple[Diagnostic, ...] = ()
    line: int = 1
    reasons: tuple[Diagnostic, ...] = ()
    status: Status = Status.FOUND
    number: int | None = None
    document_id: str | None = None
    key: str | None = None
    doubts: Doubts = NONE


@frozen
class Converted:
    """What was made of a portion, and as the last of it the ``problem`` with the rest of the file."""

    portion: Portion
    made: tuple[Made, ...] = ()
    problem: str | None = None


def convert_portion(portion: Portion, conversion: Conversion) -> Converted:
    """What comes of a portion; raises nothing for what is in it."""
    done = evolve(portion, source=evolve(portion.source, content=None), parts=())  # the texts need not be sent back
    if portion.is_empty:
        expected = "records or citations, got none" if portion.is_json else "one citation a line, got an empty file"
        return Converted(done, problem=f"expected {expected}")
    made: list[Made] = []
    failure, problem = portion.failure, None
    try:
        made = [*made_of(portion, conversion)]
    except (OSError, InvalidRecord) as error:
        failure = error
    if isinstance(failure, InvalidRecord):
        not_json = any(finding.code == "AC904" for finding in failure.diagnostics)
        made.append(Made(reasons=failure.diagnostics, status=Status.FOUND if not_json else Status.FAILED))
    elif failure is not None:
        problem = f"can't be read: {failure.strerror or failure}"
    return Converted(done, tuple(made), problem)


def lost(portion: Portion, reason: str) -> Converted:
    """What comes of a portion on which a process was lost."""
    return Converted(portion, problem=f"can't be read: {reason}")


def made_of(portion: Portion, conversion: Conversion) -> Iterator[Made]:
    """What is made of each value of ``portion``; raises what reading a record's file does."""
    for part in portion.parts:
        if portion.is_json:
            yield made_of_json(part, portion, conversion)
        else:
            yield made_of_line(part, portion, conversion)
    if not portion.parts and portion.failure is None and not portion.is_json and portion.kind is Record:
        yield made_of_record(portion.source, conversion)


def made_of_record(source: Input, conversion: Conversion) -> Made:
    """What is made of a record's text: nothing at all of a text that is not a record and that nobody asked for."""
    from ..syntax.document import parse

    document = parse(source.text())
    findings = found_in(document)
    if document.family == "unknown":
        return Made(reasons=() if source.optional else findings)
    made = written(document.record, conversion, source.name, findings, document)
    return evolve(made, doubts=doubts_of(document.record))


def found_in(document: "Document") -> tuple[Diagnostic, ...]:
    """What was wrong with reading ``document``; the rules are imported only where something was."""
    if document.family != "unknown" and not document.unread:
        return ()
    from ..rules.reading import check_reading

    return check_reading(document)


def made_of_line(part: Part, portion: Portion, conversion: Conversion) -> Made:
    """What is made of a line that is a citation, or blank."""
    from ..syntax.document import parse_citation

    document = parse_citation(part.text)
    citation = document.record.citation
    findings = found_in(document) if citation is not None else ()
    made = written(citation, conversion, portion.source.name, findings, document)
    reasons = tuple(placed(reason, part) for reason in made.reasons)
    return evolve(made, line=part.line or 1, reasons=reasons, doubts=doubts_of(citation))


def made_of_json(part: Part, portion: Portion, conversion: Conversion) -> Made:
    """What is made of a value of JSON."""
    from ..formats.json import from_json

    try:
        is_null = portion.kind is Citation and part.text.strip() == "null"
        value = None if is_null else from_json(part.text, portion.kind)
        made = written(value, conversion, portion.source.name)
        if conversion.to in TEXT:  # in JSON a lone surrogate has its escape
            (made.text or "").encode()
    except InvalidRecord as error:
        made = Made(reasons=error.diagnostics)
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        made = Made(
            reasons=InvalidRecord.because("AC905", f"a lone surrogate U+{code:04X} can't be written").diagnostics
        )
    number = part.line if part.place is None else part.place + 1
    return evolve(made, number=number, reasons=tuple(placed(reason, part) for reason in made.reasons))


def placed(finding: Diagnostic, part: Part) -> Diagnostic:
    """``finding`` with the place of its value in the file, if that holds several."""
    if part.place is not None and finding.pointer and finding.pointer.startswith("$"):
        finding = evolve(finding, pointer=f"$[{part.place}]{finding.pointer[1:]}")
    if part.line is None:
        return finding
    line, column = finding.line or 1, finding.column or 1
    return evolve(finding, line=part.line + line - 1, column=column if line > 1 else part.column + column - 1)


def written(
    value: Record | Citation | None,
    conversion: Conversion,
    name: str,
    findings: tuple[Diagnostic, ...] = (),
    document: "Document | None" = None,
) -> Made:
    """``value`` as text, or why it can't be written; ``name`` is that of its file, and ``findings`` are on the
    ``document`` that it was read from.
    """
    from ..formats.json import to_json
    from ..syntax.document import dumps

    if conversion.join_pages and isinstance(value, Record):
        value = value.join_pages()
    if conversion.to in OTHERS:
        return evolve(exported(value, conversion, name, document), findings=findings)
    if conversion.to not in TEXT:
        text = to_json(value, conversion.indent)
    elif value is None:
        text = "\n"
    else:
        try:
            text = dumps(value, conversion.to)
        except InvalidRecord as error:
            # Lines of citations and what is made of them can be put side by side, whatever is in them.
            return Made("\n" if isinstance(value, Citation) else None, findings, reasons=error.diagnostics)
        if isinstance(value, Citation):  # whose URL has a line of its own
            text = " ".join(text.split("\n")) + "\n"
    citation = value.citation if isinstance(value, Record) else None
    return Made(text, findings, document_id=citation.document_id if citation else None)


def exported(value: Record | Citation | None, conversion: Conversion, name: str, document: "Document | None") -> Made:
    """``value`` in a format that others read, or why it can't be written in it."""
    from ..formats.entry import key

    if value is None:
        return Made("\n" if conversion.to == "citation" else None)
    record = Record(citation=value) if isinstance(value, Citation) else value
    try:
        if conversion.to in TABLES:
            text = tabled(record, conversion.to, name, document)
        else:
            text = TARGETS[conversion.to].write(value, conversion.profile)
    except InvalidRecord as error:
        return Made("\n" if conversion.to == "citation" and value is not record else None, reasons=error.diagnostics)
    has_keys = conversion.to in TARGETS and TARGETS[conversion.to].has_keys
    document_id = record.citation.document_id if record.citation else None
    return Made(text, document_id=document_id, key=key(record) if has_keys else None)


def tabled(record: Record, to: str, name: str, document: "Document | None") -> str:
    """A record as what the program itself makes a row of: a line of CSV, else JSON."""
    from ..formats.json import to_json
    from ..formats.strict import NO_UTF8, held
    from ..formats.table import csv_row, sheet_row
    from ..rules.table import check

    if to == "parquet":
        return held(to_json(record), record, NO_UTF8, "Parquet")
    findings = len(check(document)) if document else None
    if to == "csv":
        return csv_row(record, name, findings)
    return json.dumps(sheet_row(record, name, findings), ensure_ascii=False)
