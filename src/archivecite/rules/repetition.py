"""Rules on words of a record that are there once more: a sentence, the summary, the citation."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from .rule import Finding, Rule
from .subject import Subject


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
    fixes = "safe"
    message = "this sentence is there twice"
    hint = "remove one of the two, unless the original has both"

    #: A shorter one may be said twice: "No, no."
    long = 20

    def find(self, subject: Subject) -> Iterable[Finding]:
        for pointer, text in subject.prose():
            at, before = 0, ""
            for sentence in text.split(". "):
                words = sentence.rstrip(".")
                if words == before and len(words) >= self.long:
                    end = min(at + len(words) + 1, len(text))
                    again = subject.within(pointer, at - 1, end)
                    cut = Fix("remove one of the two", (Edit(again, ""),))
                    fix = cut if again.of(subject.text).split() == text[at:end].split() else None
                    yield Finding(subject.within(pointer, at, end), pointer, fix=fix)
                at, before = at + len(sentence) + 2, words


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
