"""Rules on stops, commas, blanks and brackets in what is written in sentences."""

import re
from collections.abc import Iterable, Iterator

from ..model.diagnostic import Edit, Fix, Severity
from .rule import Finding, Rule
from .slips import passages
from .subject import Subject

#: What is wrong, what it has to be, and what must be in a text that is worth a look.
SIGNS = (
    ("a blank before a comma", re.compile(r"(?<=\w) (?=[,;] )"), "", (" ,", " ;")),
    ("a blank before a full stop", re.compile(r"(?<=[a-z]) (?=\.(?: [A-Z]|$))"), "", (" .",)),
    ("two commas", re.compile(r", ?,(?= )"), ",", (",,", ", ,")),
    ("two full stops", re.compile(r"(?<=[a-z]{4})\.\.(?= [A-Z]|$)"), ".", ("..",)),
    ("a comma before a full stop", re.compile(r",\.(?= [A-Z]|$)"), ".", (",.",)),
    ("no blank after a comma", re.compile(r"(?<=[a-z]),(?=[a-z]{2})"), ", ", (",",)),
    ("no blank after a full stop", re.compile(r"(?<=[a-z]{3})\.(?=[A-Z][a-z])"), ". ", (".",)),
    ("a blank after a bracket", re.compile(r"(?<=[(\[]) (?=\w)"), "", ("( ", "[ ")),
    ("a blank before a bracket", re.compile(r"(?<=\w) (?=[)\]])"), "", (" )", " ]")),
    ("no blank after a bracket", re.compile(r"(?<=[a-z][)\]])(?=[a-z]{3})"), " ", (")", "]")),
    ("nothing between two brackets", re.compile(r"\( ?\)|\[ ?\]"), None, ("()", "( )", "[]", "[ ]")),
)


class Punctuation(Rule):
    """A blank, a stop or a comma is missing, is twice, or is where none belongs.

    Such slips are small, but searches for two words with their comma fail, and empty brackets hold what was lost.

    Example, body:

        We met Petrov in May , and he was well.

    Instead:

        We met Petrov in May, and he was well.
    """

    code = "AC133"
    severity = Severity.INFO
    fixes = "safe"
    message = "a slip in the punctuation"

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in passages(subject):
            for what, start, end, meant in slips(text):
                low, high = (start, end) if start < end else (start - 1, end)
                span = subject.within(pointer, low, high)
                if meant is None:
                    yield Finding(span, pointer, what, "write what was there, or remove them")
                    continue
                fix = None
                if span.of(subject.text) == text[low:high]:  # no line ends in it
                    fix = Fix("set it right", (Edit(span, text[low:start] + meant),))
                yield Finding(span, pointer, what, "set it right", fix)


def slips(text: str) -> Iterator[tuple[str, int, int, str | None]]:
    """What is wrong in ``text``, where, and what it has to be.

    >>> list(slips("In May , he left.He came"))
    [('a blank before a comma', 6, 7, ''), ('no blank after a full stop', 16, 17, '. ')]
    """
    for what, pattern, meant, signs in SIGNS:
        if any(sign in text for sign in signs):
            for match in pattern.finditer(text):
                if not is_address(text, match.start()):
                    yield what, match.start(), match.end(), meant


def is_address(text: str, place: int) -> bool:
    """Whether the word at ``place`` is an address of the web or a name with signs in it."""
    word = text[text.rfind(" ", 0, place) + 1 : place + 20].partition(" ")[0]
    return "/" in word or "@" in word or "www" in word


class RepeatedSentence(Rule):
    """A sentence is there twice, one right after the other.

    A line was copied twice, and the repetition is nobody's.

    Example, body:

        He was well and in good spirits. He was well and in good spirits. We left at noon.

    Instead:

        He was well and in good spirits. We left at noon.
    """

    code = "AC519"
    severity = Severity.WARNING
    message = "this sentence is there twice"
    hint = "remove one of the two, unless the original has both"

    #: A shorter one may be said twice: "No, no."
    long = 20

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in subject.prose():
            at, before = 0, ""
            for sentence in re.split(r"(?<=[.!?]) ", text):
                if sentence == before and len(sentence) >= self.long:
                    yield Finding(subject.within(pointer, at, at + len(sentence)), pointer)
                at, before = at + len(sentence) + 1, sentence


class PastedIn(Rule):
    """The summary or the citation of the record is in its body.

    It was pasted there with the text, and is read as the document's own words.

    Example, body:

        Petrov reports on the harvest.

        The minister received me on Friday and said that he would be glad to come.

    Instead:

        The minister received me on Friday and said that he would be glad to come.
    """

    code = "AC520"
    severity = Severity.WARNING
    message = "the summary is in the body too"
    hint = "remove it from the body"

    #: A shorter one may be the document's own words.
    long = 20

    def find(self, subject: Subject) -> Iterable[Finding]:
        record = subject.record
        parts = [part for part in (record.summary or "").split("\n\n") if len(part) >= self.long]
        cited = record.citation
        for index, block in enumerate(record.body):
            if not block.text or len(block.text) < self.long:
                continue
            if any(part in block.text for part in parts):
                yield Finding(subject.span(f"/body/{index}"), f"/body/{index}")
            elif cited and cited.title and cited.digital_archive:
                opens = block.text.lstrip('"“').startswith(cited.title) and cited.digital_archive in block.text
                if opens:
                    yield Finding(subject.span(f"/body/{index}"), f"/body/{index}", "the citation is in the body too")
