"""Rules on quotation marks in the document: of two kinds in one pair, typed as two signs, closing what never opened."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places
from .ending import quotation_marks
from .rule import Finding, Rule
from .subject import Subject

CURLY = "“”"
#: Two signs for one mark, as typewriters and CSV files have it.
DOUBLED = ("''", '""')


class MixedQuotes(Rule):
    """A quotation opens with one kind of mark and closes with another, or one mark is typed as two signs.

    ``“Yes", he said``, ``''Yes''`` and ``""Yes"`` come from two programs that write quotation marks differently. Who
    looks for the quotation finds half of it.

    Example, body:

        The minister said: “We shall come in May." He left at noon.

    Instead:

        The minister said: "We shall come in May." He left at noon.
    """

    code = "AC136"
    severity = Severity.INFO
    fixes = "safe"
    message = "the two marks of this quotation are not of one kind"

    def find(self, subject: Subject) -> Iterable[Finding]:
        texts = [*subject.prose()]
        if not any(sign in text for _, text in texts for sign in (*CURLY, *DOUBLED)):
            return
        plain = is_plain(subject.plain.text)
        for pointer, text in texts:
            for start, end, meant, said in mixed(text, plain):
                span = subject.within(pointer, start, end)
                sure = span.of(subject.text) == text[start:end]
                hint = f"write {meant}"
                yield Finding(span, pointer, said, hint, Fix(hint, (Edit(span, meant),)) if sure else None)


def is_plain(text: str) -> bool:
    """Whether most quotation marks of a text are straight."""
    return text.count('"') > sum(map(text.count, CURLY))


def mixed(text: str, plain: bool) -> Iterator[tuple[int, int, str, str]]:
    """The marks in ``text`` that are of another kind than their partner, what is meant, and what is wrong; where the
    document's other marks are ``plain`` the straight one is meant.

    >>> [found[:3] for found in mixed('He said: “Yes", and left.', True)]
    [(9, 10, '"')]
    >>> [found[:3] for found in mixed("He said: ''Yes\\", and left.", True)]
    [(9, 11, '"')]
    """
    odd = text.count('"') % 2
    for two in DOUBLED:
        found = [at for at in places(text, two) if is_mark(text, at, at + len(two))]
        if found and (odd or (len(found) == len(CURLY) and two == "''")):
            for at in found:
                yield at, at + len(two), '"', "one quotation mark is typed as two signs"
            return
    alone = text.count(CURLY[0]) - text.count(CURLY[1])
    if not odd or abs(alone) != 1 or text.count('"') + text.count(CURLY[0]) + text.count(CURLY[1]) < len(CURLY):
        return
    pair = mixed_pair(text)
    if pair is None:
        return
    curly, straight = pair
    if plain:
        yield curly, curly + 1, '"', MixedQuotes.message
    else:
        yield straight, straight + 1, CURLY[straight > curly], MixedQuotes.message


def mixed_pair(text: str) -> tuple[int, int] | None:
    """Where a curly and a straight mark are that open and close one quotation.

    >>> mixed_pair('“A” and “B"'), mixed_pair('"A” and "B"')
    ((8, 10), (2, 0))
    """
    opened: int | None = None
    for place, opens in quotation_marks(text):
        if opens:
            opened = place
        elif opened is not None:
            one, other = text[opened], text[place]
            if one != other and '"' in (one, other):
                return (opened, place) if other == '"' else (place, opened)
            opened = None
    return None


def is_mark(text: str, start: int, end: int) -> bool:
    """Whether the signs from ``start`` to ``end`` open or close a quotation: a word on the one side, none on the other.

    >>> is_mark("said ''Yes", 5, 7), is_mark("5'' high", 1, 3)
    (True, False)
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = (not before or before in " ([") and after.isalpha()
    return opens or (before.isalpha() and (not after or after in " .,;:)]"))


class UnopenedQuotation(Rule):
    """A quotation mark closes what was never opened.

    Nobody can tell where the quoted words begin: some of the author's may be taken for another's.

    Example, body:

        The minister said: We shall come in May." I thanked him, and left.

    Instead:

        The minister said: "We shall come in May." I thanked him, and left.
    """

    code = "AC521"
    severity = Severity.INFO
    message = "this quotation never begins"
    hint = "put the opening quotation mark where the quoted words begin"

    def find(self, subject: Subject) -> Iterable[Finding]:
        texts = [(pointer, block.text) for pointer, block in subject.blocks]
        for index, place in unopened([text for _, text in texts]):
            pointer = texts[index][0]
            yield Finding(subject.within(pointer, place, place + 1), pointer)


def unopened(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first mark in ``texts``, paragraphs in order, that closes what nothing opened: which text, and where in it.

    >>> list(unopened(['Yes," he said, "we come."'])), list(unopened(['"Yes,', 'he said."']))
    ([(0, 4)], [])
    """
    count = 0
    for index, text in enumerate(texts):
        for place, opens in quotation_marks(text):
            count += 1 if opens else -1
            if count < 0:
                yield index, place
                return
