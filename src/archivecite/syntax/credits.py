"""The credits of a record: who supported its publication."""

from ..model.record import Credits
from ..model.unchecked import unchecked
from .found import Found
from .loop import Token, parse, tables
from .printed import end_of
from .runs import is_archive_word
from .stop import ends_sentence
from .vocabulary import Vocabulary, vocabulary
from .words import Words

new_credits = unchecked(Credits)


def read_credits(text: str) -> Found[Credits]:
    """The credits in ``text``; what is not the usual sentence is kept as ``text``, with no supporters, and unread.

    >>> read_credits("This document was made possible with support from the A Fund, B Fund, and C.").value.supporters
    ('A Fund', 'B Fund', 'C')
    """
    sentence = text.partition("\n\n")[0]
    tokens, end = credits_tokens(sentence, vocabulary())
    tree, skipped = parse(tables("credits", "credits"), tokens)
    if tree is None:
        return Found(new_credits(text=text), 0, len(text), unread=lines_of(text, 0))
    supporters = [Found(text[token.start : token.end], token.start, token.end) for token in tree.tokens("SUPPORTER")]
    value = new_credits(tuple([found.value for found in supporters]), text=text)
    unread = [(token.start, token.end) for token in skipped if token.type == "ODD"]
    return Found(value, 0, len(text), {"supporters": supporters}, unread=[*unread, *lines_of(text, end)])


#: What may stand after a supporter and before the next.
SIGNS = frozenset(".,;")

#: How long the opening of the usual sentence may be, before "made possible" and after it.
BEFORE, AFTER = 60, 60


def opening_in(text: str) -> tuple[int, int] | None:
    """Where in prose the usual sentence opens, up to the word before the first supporter, or None.

    >>> opening_in("He left. This document was made possible with support from the A Fund.")
    (9, 58)
    """
    at = text.find("made possible")
    while at >= 0:
        low = max(at - BEFORE, 0)
        start = max(text.rfind(word, low, at) for word in ("This ", "These "))
        tokens, _ = credits_tokens(text[start : at + AFTER], vocabulary()) if start >= 0 else ([], 0)
        kinds = [token.type for token in tokens]
        if "_OF" in kinds and "ODD" not in kinds[: kinds.index("_OF")]:
            return start, start + tokens[kinds.index("_OF")].end
        at = text.find("made possible", at + 1)
    return None


def lines_of(text: str, start: int) -> list[tuple[int, int]]:
    """Where the paragraphs of ``text`` are from ``start`` on."""
    places = []
    while start < len(text):
        stop = text.find("\n\n", start)
        stop = len(text) if stop < 0 else stop
        if text[start:stop].strip(" .\n"):
            places.append((start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop))
        start = stop + 2
    return places


def credits_tokens(text: str, known: Vocabulary) -> tuple[list[Token], int]:
    """The tokens of the usual sentence, and where it ends."""
    words = Words(text)
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        found = known.credits.find(words, at, len(words))
        stop, kind = found or (at + 1, "ODD")
        tokens.append(Token(kind, words.starts[at], words.stop(stop - 1)))
        at = stop
        if kind == "_SUPPORT" and at < len(words) and words.lower[at] in known.before_supporters:
            tokens.append(Token("_OF", words.starts[at], words.ends[at]))
            at = supporters(words, at + 1, tokens, known)
            return tokens, words.stop(at - 1)
    return [], 0


def supporters(words: Words, at: int, tokens: list[Token], known: Vocabulary) -> int:
    """Adds the names from atom ``at`` on, up to the end of the sentence; gives where that is."""
    first = at
    body = False
    while at < len(words):
        word = words.lower[at]
        if word in (",", ";") and words.lower[at + 1 : at + 2] and words.lower[at + 1] in known.name_ends:
            at += 1
        elif word in (",", ";") or (word == "and" and (at == first or parts(words, at, body, known))):
            add(words, first, at, tokens, known)
            at, first, body = at + 1, at + 1, False
            continue
        elif word == "the" and at == first:
            first += 1
        body = body or is_body(words, at, known)
        at += 1
        if words.dotted[at - 1] and ends_sentence(words, at - 1, known):
            break
    add(words, first, at, tokens, known)
    return at


def add(words: Words, first: int, last: int, tokens: list[Token], known: Vocabulary) -> None:
    """Adds the name between two atoms, if there is one, with a separator before it; other signs after it are unread."""
    end = last
    while first < last and not any(map(str.isalnum, words.word(last - 1))) and words.kinds[last - 1] != ")":
        last -= 1
    if first < last:
        if any(token.type == "SUPPORTER" for token in tokens[-2:]):
            tokens.append(Token("_SEP", words.starts[first], words.starts[first]))
        tokens.append(Token("SUPPORTER", words.starts[first], end_of(words, last, known)))
    while last < end and words.word(last) in SIGNS:
        last += 1
    if last < end:
        tokens.append(Token("ODD", words.starts[last], words.ends[end - 1]))


def parts(words: Words, at: int, body: bool, known: Vocabulary) -> bool:
    """Whether the "and" ``at`` parts two bodies, as in ``A Foundation and B Fund``, and is no part of one name, as in
    ``John D. and Catherine T. MacArthur Foundation`` and ``Ministry of Foreign Affairs and Trade``.
    """
    after = at + 1
    if words.lower[after : after + 1] == ["the"]:
        return True
    while body and after < len(words) and words.lower[after] not in (",", ";", "and"):
        if is_body(words, after, known):
            return True
        after += 1
    return False


def is_body(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether atom ``at`` is a noun that only the name of a body has."""
    word = words.lower[at]
    named = known.offices.find(words, at, len(words)) or known.parents.starts(word) or is_archive_word(word, known)
    return words.is_capital(at) and (bool(named) or word in known.supporting)
