"""The laws of the library as one function: what a text, any text at all, breaks. The fuzzer asks it again and again."""

import copy
import json
import traceback
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import layout
from test_laws_evidence import unproved
from test_unread import unreported, unsettled

import archivecite as ac
from archivecite.rules.reading import check_reading

FAMILIES = ("plain", "markdown", "classic")

#: What may replace a value in an edit, and a string in JSON, beside other values of the text.
VALUES = (
    "X",
    "A. Weber",
    "May 4, 1950",
    "f. 5",
    "",
    " ",
    "a\nb",
    "**",
    "Citation:",
    "[1]",
    "\u200b",
    "7",
    "Summary: x",
)
JSON_VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    "",
    " x",
    "x",
    [],
    {},
    [None],
    {"text": "x"},
    "1962-13-45",
    "\ud800",
)


class Breach(Exception):
    """A law was broken: its number, and how."""

    def __init__(self, law: str, how: str) -> None:
        super().__init__(f"law {law}: {how}")
        self.law = law
        self.how = how


def breaches(text: str, seed: int = 0) -> Iterator[Breach]:
    """The laws that ``text`` breaks, each with the first way in which it does. Edits and JSON are chosen by ``seed``."""
    for parse, laws in ((ac.parse, LAWS), (ac.parse_citation, LAWS[:-1])):
        try:
            document = parse(text)
            findings = ac.check(document)
        except Exception as error:  # noqa: BLE001  # law 2 is that there is none
            yield raised(error)
            continue
        for law in laws:
            try:
                if how := next(law(document, findings, Random(seed)), None):
                    yield Breach(law.__name__.rpartition("_")[2], f"{law.__name__}: {how}")
            except Exception as error:  # noqa: BLE001
                yield raised(error)
    try:
        refused_or_equal(text)
    except Exception as error:  # noqa: BLE001
        yield raised(error)


def raised(error: Exception) -> Breach:
    """The breach of law 2 that ``error`` is, with the last place in the library that it passed."""
    if isinstance(error, Breach):
        return error
    frames = traceback.extract_tb(error.__traceback__)
    last = [frame for frame in frames if "archivecite" in frame.filename] or frames
    return Breach("2", f"{type(error).__name__} in {last[-1].name}: {error}"[:500])


Findings = tuple[ac.Diagnostic, ...]
Law = Callable[[ac.Document, Findings, Random], Iterator[str]]


def identity_1(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """The text is kept, and so are the bytes of a file."""
    try:
        raw = document.text.encode()
    except UnicodeEncodeError:
        return
    if document.to_bytes() != raw:
        yield "other bytes"
    if random.random() < 0.1 and not raw.startswith(b"%PDF-") and ac.read(raw).text != document.text:
        yield "another text from a file"


def totality_2(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """Whatever is asked of a document is answered; spans and findings are in the text, and in order."""
    places = [(span.start, span.end) for span in (*document.spans.values(), *document.unread)]
    found = [(finding.span.start, finding.span.end, finding.code) for finding in findings if finding.span]
    places += [(start, end) for start, end, _ in found]
    if [finding for finding in findings if not str(finding)] or found != sorted(set(found)):
        yield "findings without words, or not in order"
    if any(not 0 <= start <= end <= len(document.text) for start, end in places):
        yield "a span outside of the text"
    if document.family == "unknown" and document.record != ac.Record():
        yield "a record of an unknown family"


def tiling_3(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """Every character is layout, a value's or unread, and what is unread is reported."""
    yield from layout.strays(document)
    yield from unsettled(document)
    if document.family != "unknown":
        yield from unreported(document, findings)
        if bool(check_reading(document)) != bool(document.unread):
            yield "a conversion does not report what is unread"


def evidence_4(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """A value is what is printed under its span."""
    yield from unproved(document)


def fixed_point_6(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """A record that is written reads back equal, and is written the same again."""
    family = random.choice(FAMILIES)
    whole = document.record if document.record != ac.Record(citation=document.record.citation) else None
    value = whole or document.record.citation or document.record
    try:
        text = ac.dumps(value, family=family)
    except ac.InvalidRecord as error:
        if [finding.code for finding in error.diagnostics] != ["AC905"]:
            yield f"refused by {error}"
        return
    again = (ac.parse_citation if isinstance(value, ac.Citation) else ac.parse)(text).record
    read = (again.citation or ac.Citation()) if isinstance(value, ac.Citation) else again
    if read != value:
        yield f"written as {family}, it reads differently"
    elif ac.dumps(read, family=family) != text:
        yield f"written as {family} twice, it differs"


def json_7(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """A record comes back from its JSON; other JSON is refused, or comes back too."""
    record = document.record
    text = ac.to_json(record)
    if ac.from_json(text) != record or ac.from_json(ac.to_json(record, indent=2)) != record:
        yield "it does not come back"
    value: Any = json.loads(text)
    places = list(layout.values(value))
    pointer = random.choice(places)[0]
    if pointer:
        *path, key = pointer.split("/")[1:]
        owner = value
        for step in path:
            owner = owner[int(step) if isinstance(owner, list) else step]
        new = copy.deepcopy(random.choice((*JSON_VALUES, random.choice(places)[2])))
        owner[int(key) if isinstance(owner, list) else key] = new
    changed = json.dumps(value)
    if random.random() < 0.2:
        at = random.randrange(len(changed))
        changed = (
            changed[:at] + random.choice(("", '"', ",", "}", "[", "\\", "0")) + changed[at + random.randrange(3) :]
        )
    refused_or_equal(changed)


def refused_or_equal(text: str) -> None:
    """Raise ``Breach`` for a text that ``from_json`` takes and ``to_json`` does not give."""
    try:
        record = ac.from_json(text)
    except ac.InvalidRecord as error:
        if [finding.code for finding in error.diagnostics] != ["AC904"] or not str(error):
            raise Breach("7", f"refused by {error}") from None
        return
    # The constructor sorts marks, so they may be given in any order.
    if sorted_marks(json.loads(ac.to_json(record))) != sorted_marks(json.loads(text)):
        raise Breach("7", f"other JSON comes back than was given: {text:.300}")


def sorted_marks(value: Any) -> Any:
    """JSON of a record with each list of marks sorted."""
    if isinstance(value, list):
        return [sorted_marks(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: sorted(item, key=json.dumps) if key == "marks" and isinstance(item, list) else sorted_marks(item)
        for key, item in value.items()
    }


def locality_8(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """An edit of nothing is nothing; another one changes its own characters only, and no value that is apart."""
    if document.edit({}).text != document.text:
        yield "an edit of nothing changed the text"
    if not document.spans:
        return
    pointer = random.choice(list(document.spans))
    span = document.spans[pointer]
    value = random.choice((*VALUES, random.choice(list(document.spans.values())).of(document.text)))
    try:
        edited = document.edit({pointer: value})
    except ac.InvalidRecord as error:
        if [finding.code for finding in error.diagnostics] != ["AC906"]:
            yield f"{pointer} refused by {error}"
        return
    before, after = document.text[: span.start], document.text[span.end :]
    if not (edited.text.startswith(before) and edited.text.endswith(after)):
        yield f"{pointer} = {value!r}: other characters changed"
    new = {at: value for at, _, value in layout.values(layout.record_of(edited))}
    for at, _, old in layout.values(layout.record_of(document)):
        apart = (place := document.spans.get(at)) and (place.end <= span.start or span.end <= place.start)
        if apart and "/marks/" not in at and not isinstance(old, dict | list) and (at not in new or new[at] != old):
            yield f"{pointer} = {value!r}: {at} changed too"


def loads_9(document: ac.Document, findings: Findings, random: Random) -> Iterator[str]:
    """``loads`` takes what ``check`` finds no error in, and nothing else."""
    errors = [finding for finding in findings if finding.severity is ac.Severity.ERROR]
    try:
        record = ac.loads(document.text)
    except ac.InvalidRecord as error:
        if list(error.diagnostics) != errors:
            yield "refused with other findings than the errors of check"
    else:
        if errors or record != document.record:
            yield "taken, though there is an error, or as another record"


LAWS: tuple[Law, ...] = (
    identity_1,
    totality_2,
    tiling_3,
    evidence_4,
    fixed_point_6,
    json_7,
    locality_8,
    loads_9,
)  # fmt: skip
