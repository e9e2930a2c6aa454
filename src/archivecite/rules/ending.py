"""Rules on what begins in a document and does not end: its last sentence, and what it quotes."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.body import Block
from ..model.diagnostic import Severity
from ..surface.stretches import places
from ..syntax.prose import CLOSERS, OPENERS, ends_sentence, is_sentence
from .rule import Finding, Rule
from .subject import Subject

PROSE = ("paragraph", "item")

#: A shorter paragraph may be a line of its own: a heading, an address, a name.
LONG = 60

#: Signs that open or close a quotation.
QUOTATION_MARKS = '"“”„'

#: Signs after which a sentence goes on.
OPEN_ENDS = ",;-–—("


#: The parts of a day in figures.
DATE = ("5", "06", "79")

#: What an office counts below a text.
COPIES = ("copies", "copy", "cc", "pages", "sheets")


class TextCutOff(Rule):
    """The document, or its summary, ends in the middle of a sentence.

    Its last paragraph has no full stop, as the others have. The rest was lost when the text was copied, or is on a page
    that was not scanned; or only the full stop is missing.

    Example, body:

        The minister received me on Friday and said that he would be glad to come.

        I asked him whether the delegation could be received in May, and he answered that the

    Instead:

        The minister received me on Friday and said that he would be glad to come.

        I asked him whether the delegation could be received in May, and he answered that the date was good.
    """

    code = "AC515"
    severity = Severity.WARNING
    message = "the text ends in the middle of a sentence"
    hint = "look for the rest, or add the full stop"

    def find(self, subject: Subject) -> Iterable[Finding]:
        summary = subject.record.summary or ""
        if summary and is_open(summary) and summary[-1] != ";" and is_sentence(summary.rpartition("\n\n")[2]):
            start = max(summary.rfind(" "), summary.rfind("\n")) + 1
            span = subject.within("/summary", start, len(summary))
            yield Finding(span, "/summary", "the summary ends in the middle of a sentence")
        body = [(index, block) for index, block in enumerate(subject.record.body) if block.kind != "page_break"]
        if not body or body[-1][1].kind not in PROSE or not is_open(body[-1][1].text):
            return
        index, last = body[-1]
        listed = last.kind == "item" and any(b.kind == "item" and not ends_sentence(b.text) for _, b in body[:-1])
        if not listed and habit(block for _, block in body[:-1]):
            start = last.text.rfind(" ") + 1
            yield Finding(subject.within(f"/body/{index}", start, len(last.text)), f"/body/{index}")


def is_open(text: str) -> bool:
    """Whether ``text`` is a sentence that goes on.

    >>> is_open("He said that all the ministers had been told of it, and that the"), is_open("To the North Bureau")
    (True, False)
    """
    last = text[-1]
    if len(text) < LONG or not (last.isalnum() or last in OPEN_ENDS) or is_imprint(text):
        return False
    word = text.rpartition(" ")[2]
    return word.islower() or (is_sentence(text) and len(text) > 2 * LONG)


def is_imprint(text: str) -> bool:
    """Whether ``text`` ends as an office ends it: with a day in figures, or how many copies were made.

    >>> is_imprint("To the archive. [Illegible signature] 5.06.79"), is_imprint("Typed by Orlova. 3 copies")
    (True, True)
    >>> is_imprint("He asked for two copies"), is_imprint("They agreed on 5 May 1962")
    (False, False)
    """
    *before, last = text.split()
    figures = last.replace("/", ".").replace("-", ".").split(".")
    if len(figures) == len(DATE) and all(map(str.isdecimal, figures)):
        return True
    counted = last.lower() in COPIES and bool(before) and before[-1].strip("(").isdecimal()
    sentence = " ".join(before).rpartition(". ")[2]
    return counted and not is_sentence(f"{sentence} {last}")


def habit(blocks: Iterable[Block]) -> bool:
    """Whether most of the long paragraphs among ``blocks`` end as sentences do; they are few if there are none."""
    ends = [ends_sentence(block.text) for block in blocks if block.kind in PROSE and len(block.text) >= LONG]
    return sum(ends) * 2 >= len(ends)


class UnclosedQuotation(Rule):
    """A quotation in the document never ends.

    From there on nobody can tell the words that are quoted from the author's. A quotation may go over several
    paragraphs: each may then begin with a quotation mark of its own.

    Example, body:

        The minister said: "We shall come in May. I thanked him, and left.

    Instead:

        The minister said: "We shall come in May." I thanked him, and left.
    """

    code = "AC516"
    severity = Severity.WARNING
    message = "this quotation never ends"
    hint = "put the closing quotation mark where the quoted words end"

    def find(self, subject: Subject) -> Iterable[Finding]:
        places = [(pointer, block.text) for pointer, block in subject.blocks]
        for index, place in unclosed([text for _, text in places]):
            yield Finding(subject.within(places[index][0], place, place + 1), places[index][0])


def unclosed(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The opening quotation marks in ``texts``, paragraphs in order, that nothing closes: which text, and where in it.

    >>> list(unclosed(['He said: "Yes. I "asked" him.', 'He left.'])), list(unclosed(['"A letter', '"goes on."']))
    ([(0, 9)], [])
    """
    opened: list[tuple[int, int]] = []
    for index, text in enumerate(texts):
        begun = False
        for place, opens in quotation_marks(text):
            if not opens:
                del opened[-1:]
            elif opened and not begun and not text[:place].strip(OPENERS):
                continue  # the quotation of the paragraph above goes on
            else:
                opened.append((index, place))
            begun = True
    yield from opened[:1]


def quotation_marks(text: str) -> Iterator[tuple[int, bool]]:
    """Where quotation marks are in ``text``, and whether each opens; a straight one opens before a word.

    >>> list(quotation_marks('The "harvest" is 5" high; „gut“'))
    [(4, True), (12, False), (26, True), (30, False)]
    """
    if '"' not in text and "“" not in text and "”" not in text:
        return
    low = False
    for place in sorted(place for sign in QUOTATION_MARKS for place in places(text, sign)):
        sign = text[place]
        if sign == '"':
            before, after = text[place - 1 : place], text[place + 1 : place + 2]
            starts = not before or before.isspace() or before in OPENERS + "-–—/"
            ends = not after or after.isspace() or after in CLOSERS + "'.,;:!?-–—/"
            ends = ends or not (starts or after.isalpha())  # a note's mark follows: '"Bread!"[2]', '"Bread."1'
            if starts != ends and not before.isdecimal():
                yield place, starts
        elif sign in "“„":
            yield place, not (low and sign == "“")
            low = sign == "„"
        else:
            yield place, False
