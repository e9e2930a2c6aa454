"""Rules on stops, commas, blanks and brackets in what is written in sentences."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places
from .rule import Finding, Rule
from .slips import passages
from .subject import Subject


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
    fixes = "some"
    message = "a slip in the punctuation"

    def find(self, subject: Subject) -> Iterable[Finding]:
        passage = [*passages(subject)]
        for number, what, start, end, meant in slips([text for _, text in passage]):
            pointer, text = passage[number]
            low, high = (start, end) if start < end else (start - 1, end)
            span = subject.within(pointer, low, high)
            if meant is None:
                yield Finding(span, pointer, what, "write what was there, or remove them")
                continue
            fix = None
            if span.of(subject.text) == text[low:high]:  # no line ends in it
                # The document's own signs are its author's, or the typist's.
                safe = not pointer.startswith(("/body", "/notes"))
                fix = Fix("set it right", (Edit(span, text[low:start] + meant),), safe=safe)
            yield Finding(span, pointer, what, "set it right", fix)


def slips(texts: Sequence[str]) -> Iterator[tuple[int, str, int, int, str | None]]:
    """In which of ``texts`` something is wrong, what, where, and what it has to be.

    >>> list(slips(["In May , he left.", "He left.He came"]))
    [(0, 'a blank before a comma', 6, 7, ''), (1, 'no blank after a full stop', 7, 8, '. ')]
    """
    whole = "\n".join(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    for sign, place in sorted(((each, at) for each in SIGNS for at in found(whole, each)), key=itemgetter(1)):
        what, is_slip, start, end, meant = SIGNS[sign]
        number = bisect_right(starts, place) - 1
        text, at = texts[number], place - starts[number]
        before, after = text[max(0, at - 4) : at], text[at + len(sign) : at + len(sign) + 4]
        if is_slip(before, after) and not is_address(text, at):
            yield number, what, at + start, at + end, meant


def found(text: str, sign: str) -> Iterator[int]:
    """Where ``sign`` is in ``text``; a comma or a stop alone only where neither a blank nor a line's end
    follows it, as one does nearly always.

    >>> [*found("I, too, met Petrov,who left", ",")], [*found("On May 5 ( 1962) (sic)", "( ")]
    ([18], [9])
    """
    last = sign.strip()[-1]
    if sign == last:
        yield from places(text.replace(f"{sign} ", "  ").replace(f"{sign}\n", "  "), sign)
    elif last in ",.":
        yield from places(text, sign)
    else:  # there are few brackets, and one character is sought in a text many times faster than two
        back = len(sign.rstrip()) - 1
        yield from (place - back for place in places(text, last) if text.startswith(sign, place - back))


def is_small(letters: str, count: int) -> bool:
    """Whether so many ``letters`` are small, and no fewer."""
    return len(letters) == count and letters.isalpha() and letters.islower()


def begins(after: str) -> bool:
    """Whether a sentence begins after a stop, or nothing does."""
    return not after or (after[0] == " " and after[1:2].isupper())


def after_word(before: str, after: str) -> bool:
    """Whether a word is before the sign and a blank after it."""
    return before[-1:].isalnum() and after[:1] == " "


def in_sentence(before: str, after: str) -> bool:
    """Whether a small letter is before the sign, and a sentence begins after it."""
    return is_small(before[-1:], 1) and begins(after)


Slip = tuple[str, Callable[[str, str], bool], int, int, str | None]

#: By the sign: what is wrong where it is a slip, when it is one, what of it is to be changed, and into what.
SIGNS: dict[str, Slip] = {
    " ,": ("a blank before a comma", after_word, 0, 1, ""),
    " ;": ("a blank before a semicolon", after_word, 0, 1, ""),
    " .": ("a blank before a full stop", in_sentence, 0, 1, ""),
    ",,": ("two commas", lambda _, after: after[:1] == " ", 0, 2, ","),
    ", ,": ("two commas", lambda _, after: after[:1] == " ", 0, 3, ","),
    "..": ("two full stops", lambda before, after: is_small(before, 4) and begins(after), 0, 2, "."),
    ",.": ("a comma before a full stop", lambda _, after: begins(after), 0, 2, "."),
    ",": ("no blank after a comma", lambda b, a: is_small(b[-1:], 1) and is_small(a[:2], 2), 0, 1, ", "),
    ".": (
        "no blank after a full stop",
        lambda b, a: is_small(b[-3:], 3) and a[:1].isupper() and is_small(a[1:2], 1),
        0, 1, ". ",
    ),
    "( ": ("a blank after a bracket", lambda _, after: after[:1].isalnum(), 1, 2, ""),
    "[ ": ("a blank after a bracket", lambda _, after: after[:1].isalnum(), 1, 2, ""),
    " )": ("a blank before a bracket", lambda before, _: before[-1:].isalnum(), 0, 1, ""),
    " ]": ("a blank before a bracket", lambda before, _: before[-1:].isalnum(), 0, 1, ""),
    "()": ("nothing between two brackets", lambda *_: True, 0, 2, None),
    "[]": ("nothing between two brackets", lambda *_: True, 0, 2, None),
    "[ ]": ("nothing between two brackets", lambda *_: True, 0, 3, None),
}  # fmt: skip


def is_address(text: str, place: int) -> bool:
    """Whether the word at ``place`` is an address of the web or a name with signs in it."""
    word = text[text.rfind(" ", 0, place) + 1 : place + 20].partition(" ")[0]
    return "/" in word or "@" in word or "www" in word
