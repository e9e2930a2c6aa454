"""The parts of a file that are converted one by one: a record, some lines of citations, some values of JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import evolve, frozen

from ..model.citation import Citation
from ..model.diagnostic import Diagnostic, InvalidRecord, Severity
from ..model.record import Record
from ..surface.lines import Lines
from .files import EACH, Input

#: How many characters of small values make a portion.
ENOUGH = 50_000
#: The largest line of a .jsonl file, and the largest .json file, in bytes: the one holds a record of the largest size,
#: the other is read as a whole.
LARGEST_LINE, LARGEST_JSON = 128 * 1024 * 1024, 512 * 1024 * 1024
#: Finds where a JSON value ends; what is in it is looked at when it is read.
DECODER = json.JSONDecoder(parse_int=len, parse_float=len, parse_constant=len)
BLANKS = " \t\r\n"


class Part(NamedTuple):
    """The text of one value, the ``line`` and ``column`` at which it begins (None for a file that is one value), and
    its ``place`` in a list of JSON, counted from 0.
    """

    text: str
    line: int | None = None
    column: int = 1
    place: int | None = None


@frozen
class Portion:
    """What is converted in one go. A record's file is not read yet; ``parts`` are of files with several values.

    ``kind`` is what the values are. ``is_json`` says whether they are JSON, ``is_list`` whether the file is a list of
    them; ``failure`` is why nothing more could be read of the file, and ``is_empty`` that there is nothing in it.
    """

    source: Input
    kind: type[Record] | type[Citation] = Record
    parts: tuple[Part, ...] = ()
    is_json: bool = False
    is_list: bool = False
    failure: OSError | InvalidRecord | None = None
    is_empty: bool = False


def portions(source: Input, form: str, citations: bool) -> Iterator[Portion]:
    """The portions of a file whose ``form`` is ``text``, ``json`` or ``jsonl``; never raises for what is in it."""
    if form == "text" and not citations:
        # Another process can open a file, but neither standard input nor a pipe of this one.
        yield Portion(evolve(source, content=source.read()) if source.is_stream else source)
        return
    whole = Portion(source, Citation if citations else Record, is_json=form != "text", is_list=form != "json")
    try:
        if form == "text":
            yield from grouped(whole, lines_of(source))
        elif form == "jsonl":
            yield from grouped(whole, json_lines(source))
        else:
            yield from json_values(whole)
    except (OSError, InvalidRecord) as error:
        yield evolve(whole, failure=error)


def grouped(whole: Portion, parts: Iterable[Part]) -> Iterator[Portion]:
    """``parts`` in portions like ``whole``. What the first value of a JSON file is, all of them are."""
    known = not whole.is_json or whole.kind is Citation
    some: list[Part] = []
    size, is_empty = 0, True
    failure: OSError | InvalidRecord | None = None
    try:
        for part in parts:
            is_empty = False
            if not known and part.text.strip(BLANKS) != "null":
                known, whole = True, evolve(whole, kind=kind_of(part.text))
            some.append(part)
            size += len(part.text) + EACH
            if size >= ENOUGH:
                yield evolve(whole, parts=tuple(some))
                some, size = [], 0
    except (OSError, InvalidRecord) as error:
        failure = error
    if some or failure or is_empty:
        yield evolve(whole, parts=tuple(some), failure=failure, is_empty=is_empty and not failure)


def lines_of(source: Input) -> Iterator[Part]:
    """The lines of a text."""
    text = source.text()
    lines = Lines(text)
    count = len(lines.starts) - (lines.starts[-1] == len(text))  # there is no line after the last newline
    return (Part(lines.line(number), number) for number in range(1, count + 1))


def json_lines(source: Input) -> Iterator[Part]:
    """The lines of a ``.jsonl`` file that are not blank; raises ``InvalidRecord`` for one that is not UTF-8."""
    from ..surface.file import decoded

    with source.open() as file:
        number = 0
        while line := file.readline(LARGEST_LINE + 1):
            number += 1
            if len(line) > LARGEST_LINE:
                raise refusal(f"expected one record a line, got a line of more than {LARGEST_LINE >> 20} MiB", number)
            try:
                text = decoded(line)
            except InvalidRecord as error:
                raise InvalidRecord(evolve(finding, line=number) for finding in error.diagnostics) from None
            text = text.removeprefix("\ufeff") if number == 1 else text
            if text.strip(BLANKS):
                yield Part(text, number)


def json_values(whole: Portion) -> Iterator[Portion]:
    """The portions of a ``.json`` file, which is one value or a list of them."""
    from ..surface.file import decoded

    with whole.source.open() as file:
        content = file.read(LARGEST_JSON + 1)
    if len(content) > LARGEST_JSON:
        raise InvalidRecord.because("AC902", f"expected JSON of at most {LARGEST_JSON >> 20} MiB; .jsonl has no limit")
    text = decoded(content).removeprefix("\ufeff")
    del content
    if text.lstrip(BLANKS).startswith("["):
        yield from grouped(evolve(whole, is_list=True), elements(text))
    else:
        yield from grouped(whole, [Part(text)])


def elements(text: str) -> Iterator[Part]:
    """The values in ``text``, a list of JSON; raises ``InvalidRecord`` where it is not JSON.

    >>> [part.text for part in elements('[{"a": [1, 2]}, null]')]
    ['{"a": [1, 2]}', 'null']
    """
    lines = Lines(text)
    start = after(text, text.index("[") + 1)
    index = 0
    while index or not text.startswith("]", start):
        try:
            _, end = DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise refusal(f"not JSON: {error.msg}", *lines.at(error.pos)) from None
        except RecursionError:
            raise refusal("nested too deeply", *lines.at(start)) from None
        yield Part(text[start:end], *lines.at(start), index)
        index += 1
        end = after(text, end)
        if text.startswith("]", end):
            start = end
            break
        if not text.startswith(",", end):
            raise refusal("not JSON: expected a comma or the end of the list", *lines.at(end))
        start = after(text, end + 1)
    if (end := after(text, start + 1)) < len(text):
        raise refusal("not JSON: there is more after the list", *lines.at(end))


def after(text: str, start: int) -> int:
    """The first place from ``start`` on that has no blank."""
    while text[start : start + 1] and text[start] in BLANKS:
        start += 1
    return start


def kind_of(text: str) -> type[Record] | type[Citation]:
    """What the JSON in ``text`` is, told by its keys; whatever is not a citation is to be a record.

    >>> kind_of('{"digital_archive": null}').__name__
    'Citation'
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return Record
    return Citation if isinstance(value, dict) and "digital_archive" in value else Record


def refusal(message: str, line: int, column: int = 1) -> InvalidRecord:
    """The error for JSON that can't be read at a place of its file."""
    return InvalidRecord([Diagnostic(code="AC904", severity=Severity.ERROR, message=message, line=line, column=column)])
