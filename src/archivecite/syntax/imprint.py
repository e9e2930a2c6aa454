"""The tokens of an imprint: where, by whom and when a book was published."""

from .loop import Token
from .printed import end_of
from .runs import Run
from .vocabulary import Vocabulary
from .words import Words


def imprint_tokens(words: Words, first: int, year: int, last: int, known: Vocabulary) -> list[Token]:
    """The tokens between the parentheses of an imprint: place, publisher, year; their full stops are their own.

    >>> from .vocabulary import vocabulary
    >>> words = Words("(Moscow: Mysl, 2005)")
    >>> [token.type for token in imprint_tokens(words, 1, 5, 6, vocabulary())]
    ['TOWN', '_COLON', 'PUBLISHER', '_SEP', 'YEAR']
    """
    colon = next((at for at in range(first, year) if words.kinds[at] == ":"), year - 1)
    tokens = [Token("TOWN", words.starts[first], words.stop(colon - 1))]
    if colon < year - 2:
        tokens += [Token("_COLON", words.starts[colon], words.ends[colon])]
        tokens += [Token("PUBLISHER", words.starts[colon + 1], words.stop(year - 2))]
    tokens.append(Token("_SEP", words.starts[year - 1], words.ends[year - 1]))
    undated = known.undated.starts(words.lower[year])
    tokens.append(Token("ODD" if undated else "YEAR", words.starts[year], words.stop(last - 1)))
    return tokens


def open_imprint_tokens(words: Words, run: Run, colon: int, year: int, known: Vocabulary) -> list[Token]:
    """The tokens of an imprint without parentheses, its ``year`` in the run or after it: ``Beijing: Wenxian, 1988``."""
    last = year if run.first < year < run.last else run.last
    tokens = [
        Token("TOWN", words.starts[run.first], words.ends[colon - 1]),
        Token("_COLON", words.starts[colon], words.ends[colon]),
        Token("PUBLISHER", words.starts[colon + 1], end_of(words, last, known)),
    ]
    if year:
        tokens.append(Token("_COMMA", words.starts[year], words.starts[year]))
        tokens.append(Token("YEAR", words.starts[year], words.ends[year]))
    return tokens
