"""What an editor's bracket says: the cue that counts, and tokens for ``grammar/mark.lark``.

Each function here looks for one kind of cue and gives the tokens of the whole bracket, or None. The first that finds
one wins: they stand in ``NAMERS`` in the order in which they are asked.
"""

from collections.abc import Callable

from .cues import Cue, Cues, Tokens, cue_at, cue_within, rest_token, words_tokens
from .loop import Node, Token, parse, tables
from .remark import authored, pointing, remarked, sentence, signed, timed
from .words import Words

#: What a bracket without letters or digits is made of, and the token that it then is.
DOTS = frozenset(".… ")
DASHES = frozenset("-–—_ ")
STARS = frozenset("*†‡")

#: What may stand between how much is missing and why.
BEFORE_CUE = frozenset(",-–—;:(")

#: The longest number of a note.
NOTE_DIGITS = 3

#: The most words of which an editor is unsure as a whole, and that say how much is missing.
UNSURE = 8
EXTENT = 16

#: The most words of a correction that "sic" and a sign alone announce.
CORRECTION = 3


def read_bracket(value: str, cues: Cues) -> Node | None:
    """The tree of what stands between two brackets, or None where it is words supplied.

    >>> from .cues import cues
    >>> tree = read_bracket("one line missing", cues())
    >>> tree.type, [(node.type, node.start, node.end) for node in tree.children]
    ('gap', [('extent', 0, 8), ('reason', 9, 16)])
    """
    tokens = bracket_tokens(value, cues)
    if not tokens:
        return None
    tree, skipped = parse(tables("mark", "mark"), tokens)
    return tree.children[0] if tree and not skipped else None


def bracket_tokens(value: str, cues: Cues) -> Tokens:
    """The tokens of a bracket, or None where no cue counts."""
    if not any(map(str.isalnum, value)):
        return sign_tokens(value)
    words = Words(value)
    for name in NAMERS:
        if tokens := name(words, cues):
            return tokens
    return None


def sign_tokens(value: str) -> Tokens:
    """``...``, ``…?``, ``---``, ``?``, ``*``: a bracket of signs alone."""
    bare = value.rstrip("?")
    end = len(bare)
    question = [Token("QUESTION", end, len(value))] if end < len(value) else []
    if not bare:
        return question
    signs = frozenset(bare)
    if signs <= DOTS and (len(bare) > 1 or bare == "…"):
        return [Token("DOTS", 0, end), *question]
    if signs <= DASHES and len(bare.strip()) > 1:
        return [Token("DASHES", 0, end), *question]
    if not question and len(signs) == 1 and signs <= STARS and end <= NOTE_DIGITS:
        return [Token("STAR", 0, end)]
    return None


# --- What is named, in this order ------------------------------------------------------------------------------------


def note_number(words: Words, cues: Cues) -> Tokens:
    """``1``, ``note 3``, ``fn. 3``: the number of a note."""
    last = len(words) - 1
    if words.kinds[last] != "NUMBER" or last > 1 or words.dotted[last]:
        return None
    number = words.word(last)
    if not number.isdecimal() or len(number) > NOTE_DIGITS or (last and words.lower[0] not in cues.note_words):
        return None
    before = [Token("_NOTE_WORD", words.starts[0], words.ends[0])] if last else []
    return [*before, Token("NUMBER", words.starts[last], words.ends[last])]


def wrong(words: Words, cues: Cues) -> Tokens:
    """``sic``, ``sic, should be 1949``, ``should be 1949``: something is wrong in the original."""
    cue = cue_at(cues.sic, words, 0)
    after = cue.last if cue else 0
    parted = cue is not None and after < len(words) and words.kinds[after] in ",;:.-–—=("
    while after < len(words) and words.kinds[after] in ",;:.!?-–—=(":
        after += 1
    should = cue_at(cues.should if cue else cues.alone, words, after) if after < len(words) else None
    start = should.last if should else after
    if should:
        while start < len(words) and words.kinds[start] in ":,":
            start += 1
    if cue is None and (should is None or not is_correction(words, start, cues)):
        return None
    said = [Token("SIC", words.starts[0], words.stop(cue.last - 1))] if cue else []
    if should and start < len(words):
        instead = [Token("_SHOULD", words.starts[should.first], words.stop(should.last - 1))]
    elif parted and (is_correction(words, start, cues) or is_one_word(words, start, cues)):
        instead = []
    else:
        return said + rest_token(words, after)
    return [*said, *instead, correction_token(words, start)]


def correction_token(words: Words, first: int) -> Token:
    """What would be right, from atom ``first`` on, without quotes and a closing parenthesis."""
    start, end = words.starts[first], words.stop(len(words) - 1)
    text = words.text
    if words.dotted[len(words) - 1] and words.kinds[-1] == "NUMBER":
        end -= 1
    while end - 1 > start and text[end - 1] in ")”\"'’":
        end -= 1
    while start < end - 1 and text[start] in "“\"'‘":
        start += 1
    return Token("CORRECTION", start, end)


def is_correction(words: Words, first: int, cues: Cues) -> bool:
    """Whether what stands from atom ``first`` on is brief and has nothing but capitals, numbers and quotations."""
    kinds = words.kinds[first:]
    brief = 0 < len(kinds) <= CORRECTION + (")" in kinds)
    return brief and all(
        kind in ("NUMBER", "QUOTATION", ")") or words.is_capital(at) or words.lower[at] in cues.counts
        for at, kind in enumerate(kinds, first)
    )


def is_one_word(words: Words, first: int, cues: Cues) -> bool:
    """Whether one word is left, and it may be what would be right: ``sic, patrols``, not ``sic, throughout``."""
    return len(words) - first == 1 and words.kinds[first] == "WORD" and words.lower[first] not in cues.beside


def lost(words: Words, cues: Cues) -> Tokens:
    """``one line missing``, ``text missing in the original``, ``missing text``, ``redacted under Section 27``: not
    ``missing in action``.
    """
    cue = cue_within(cues.losses, words, EXTENT)
    if cue is None or cue.reading == "unreadable":
        return None
    if cue.first and (not is_extent(words, cue.first, cues) or is_by_hand(words, cue, cues)):
        return None
    if cue.reading == "with" and is_sentence(words) and not cues.copulas.isdisjoint(words.lower[: cue.first]):
        return None
    reason = Token("LOST", words.starts[cue.first], words.ends[cue.last - 1])
    left = range(cue.last, len(words))
    if cue.first:
        return [*extent_tokens(words, cue.first, cues), reason, *rest_token(words, cue.last)]
    if cue.reading == "with":
        return None
    if not left:
        return [reason]
    where = cues.where.whole(words, cue.last, len(words))
    if where:
        return [reason, Token("WHERE", words.starts[cue.last], words.ends[-1])]
    if words.text[reason.start : reason.end].lower() in cues.released and words.lower[cue.last] in cues.ground:
        return [reason, *rest_token(words, cue.last)]
    units = words_tokens(words, cue.last, len(words), cues.units)
    return [reason, *units] if len(units) == 1 and units[0].type == "UNIT" else None


def is_extent(words: Words, last: int, cues: Cues) -> bool:
    """Whether the atoms before ``last`` say how much is missing: one measures, and none makes them a sentence."""
    before = words.lower[:last]
    return not cues.units.isdisjoint(before) and cues.clause.isdisjoint(before)


def is_sentence(words: Words) -> bool:
    """Whether a bracket is written as a whole sentence: ``The last two lines are crossed out.``"""
    return words.is_capital(0) and words.text.endswith(".")


def extent_tokens(words: Words, last: int, cues: Cues) -> list[Token]:
    """The atoms before ``last`` without what only leads on to the cue there: ``2 words,``, ``the rest is``."""
    while last > 1 and (words.lower[last - 1] in cues.copulas or words.kinds[last - 1] in BEFORE_CUE):
        last -= 1
    return words_tokens(words, 0, last, cues.units)


def is_by_hand(words: Words, cue: Cue, cues: Cues) -> bool:
    """Whether a hand, a stamp or a margin is named around a cue: ``two words crossed out in pencil``."""
    if any(cue_at(table, words, at) for at in range(cue.first) for table in (cues.within, cues.on)):
        return True
    if cue.last >= len(words):
        return False
    after = cue_at(cues.within, words, cue.last) or cue_at(cues.on, words, cue.last)
    return after is not None and after.reading != "editorial"


def unsure(words: Words, cues: Cues) -> Tokens:
    """``Zheng?``, ``possibly Ivanov``, ``illegible, perhaps Ivanov``."""
    last = len(words) - 1
    first = 0
    while last > 0 and words.kinds[last] == "?":
        last -= 1
    asked = last < len(words) - 1 and words.kinds[last] != "." and "?" not in words.kinds[:last]
    if asked and last and not cues.asking.isdisjoint(words.lower):
        return None
    if asked and len(words.text.split()) <= UNSURE:
        return [*words_tokens(words, 0, last + 1), Token("QUESTION", words.starts[last + 1], words.ends[-1])]
    start: list[Token] = []
    if (cue := cue_at(cues.losses, words, 0)) and cue.reading == "unreadable":
        first = cue.last
        start = [Token("LOST", words.starts[0], words.ends[first - 1])]
        while first < len(words) and words.kinds[first] in ",;:-–—":
            first += 1
    if first >= len(words) or words.lower[first] not in cues.doubt:
        return None
    doubt = Token("DOUBT", words.starts[first], words.ends[first])
    rest = rest_token(words, first + 1)
    return [*start, doubt, *rest] if rest else None


def unreadable(words: Words, cues: Cues) -> Tokens:
    """``two words illegible``, ``illegible``, ``partially illegible``: whatever is around it but a hand."""
    cue = next(
        (
            found
            for at in range(len(words))
            if (found := cue_at(cues.losses, words, at)) and found.reading == "unreadable"
        ),
        None,
    )
    if cue is None or is_by_hand(words, cue, cues):
        return None
    before = extent_tokens(words, cue.first, cues)
    reason = Token("LOST", words.starts[cue.first], words.ends[cue.last - 1])
    left = range(cue.last, len(words))
    if not before and len(left) and all(words.lower[at] in cues.units for at in left):
        return [reason, *words_tokens(words, cue.last, len(words), cues.units)]
    return [*before, reason, *rest_token(words, cue.last)]


NAMERS: tuple[Callable[[Words, Cues], Tokens], ...] = (
    note_number, wrong, authored, signed, lost, unsure, unreadable, timed, remarked, pointing, sentence,
)  # fmt: skip
