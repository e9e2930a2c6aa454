"""Rules on stops, commas, blanks and brackets in what is written in sentences."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from ..model.diagnostic import Edit, Fix, Severity
from ..surface.stretches import places
from ..syntax.prose import is_abbreviated
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
        texts = [text for _, text in passage]
        for number, what, start, end, meant in (*slips(texts), *broken_sentences(passage)):
            pointer, text = passage[number]
            low, high = (start, end) if start < end else (start - 1, end)
            span = subject.within(pointer, low, high)
            if meant is None:
                yield Finding(span, pointer, what, "see what was meant there")
                continue
            fix = None
            if span.of(subject.text) == text[low:high]:  # no line ends in it
                # The document's own signs are its author's, but for those of a translation.
                safe = is_safe(subject, pointer, what, texts)
                fix = Fix("set it right", (Edit(span, text[low:start] + meant),), safe=safe)
            yield Finding(span, pointer, what, "set it right", fix)


def is_safe(subject: Subject, pointer: str, what: str, texts: Iterable[str]) -> bool:
    """Whether only one thing can be meant by a slip. Two full stops may be dots for what was left out, in a document
    that has other such dots.
    """
    if not pointer.startswith(("/body", "/notes")):
        return True
    dots = what != "two full stops" or sum(text.count("..") + text.count("…") for text in texts) < len("..")
    return subject.is_translation and dots


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

    for number, text in enumerate(texts):
        for place in places(text, "]") if "[" in text else ():
            if is_glued(text, place):
                yield number, "no blank after a bracket", place, place + 1, "] "


def broken_sentences(passage: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str, int, int, None]]:
    """Where a full stop is within a sentence of the summary; the document's own may be after words cut short."""
    for number, (pointer, text) in enumerate(passage):
        for place in places(text, ". ") if pointer == "/summary" else ():
            if text[place + 2 : place + 3].islower() and is_within(text, place):
                yield number, "a full stop within a sentence", place, place + 1, None


def is_within(text: str, place: int) -> bool:
    """Whether the full stop at ``place`` is after a word in small letters that is no abbreviation, before another.

    >>> is_within("He says. how it was", 7), is_within("He came c. the time", 9), is_within("seen from approx. the", 16)
    (True, False, False)
    """
    word = text[:place].rpartition(" ")[2]
    after = text[place + 2 : place + 40].partition(" ")[0]
    small = is_small(word, len(word)) and is_small(after, len(after)) and len(after) > 1
    return small and len(word) > 1 and word not in SHORT and not is_abbreviated(text[: place + 1])


def is_glued(text: str, place: int) -> bool:
    """Whether a word begins right after the bracket that closes at ``place``, and is no part of the word in it.

    >>> texts = "to [Liu Shaoqi]the", "[Che]Guevara", "[counter]revolution", "[t]he"
    >>> [is_glued(text, text.index("]")) for text in texts]
    [True, True, False, False]
    """
    after = text[place + 1 : place + 3]
    opening = text.rfind("[", 0, place)
    inside = text[opening + 1 : place]
    if opening < 0 or text[opening - 1 : opening].strip() or not after.isalpha() or len(inside) < len("the"):
        return False
    return (" " in inside and inside[-1:].isalpha()) or (after[0].isupper() and inside[-1].islower())


#: Words that are cut short with a full stop.
SHORT = frozenset("approx etc incl cf vs viz ibid op cit esp fig est resp tel abbr".split())


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
    return not after or (after[0] == " " and after[1:].lstrip('"“([')[:1].isupper())


def after_word(before: str, after: str) -> bool:
    """Whether a word is before the sign and a blank, or nothing, after it."""
    return before[-1:].isalnum() and after[:1] in (" ", "")


def is_next_word(after: str) -> bool:
    """Whether a word or a number begins right after a comma: not in "a,b", which are names of items."""
    return is_small(after[:2], 2) or after[:1].isdecimal() or (after[:1].isupper() and is_small(after[1:3], 2))


def ends_words(before: str) -> bool:
    """Whether words end before a bracket, with or without a sign."""
    return before[-1:].isalnum() or (before[-1:] in '.?!"”' and before[-2:-1].isalnum())


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
    ",": ("no blank after a comma", lambda b, a: is_small(b[-1:], 1) and is_next_word(a), 0, 1, ", "),
    ".": (
        "no blank after a full stop",
        lambda b, a: is_small(b[-2:], 2) and a[:1].isupper() and (is_small(a[1:2], 1) or a[:2] in ("I ", "A ")),
        0, 1, ". ",
    ),
    "( ": ("a blank after a bracket", lambda _, after: after[:1].isalnum(), 1, 2, ""),
    "[ ": ("a blank after a bracket", lambda _, after: after[:1].isalnum(), 1, 2, ""),
    " )": ("a blank before a bracket", lambda before, _: ends_words(before), 0, 1, ""),
    " ]": ("a blank before a bracket", lambda before, _: ends_words(before), 0, 1, ""),
    "()": ("nothing between two brackets", lambda *_: True, 0, 2, None),
    "[]": ("nothing between two brackets", lambda *_: True, 0, 2, None),
    "[ ]": ("nothing between two brackets", lambda *_: True, 0, 3, None),
}  # fmt: skip


def is_address(text: str, place: int) -> bool:
    """Whether the word at ``place`` is an address of the web or a name with signs in it."""
    word = text[text.rfind(" ", 0, place) + 1 : place + 20].partition(" ")[0]
    return "/" in word or "@" in word or "www" in word
