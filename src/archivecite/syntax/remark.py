"""Remarks in brackets, on what is to be seen in the original or heard in a recording: where a cue counts as one."""

from collections.abc import Iterator

from .cues import BEFORE, BEFORE_NOUN, Cue, Cues, Tokens, cue_at, cue_within, rest_token, words_tokens
from .loop import Token
from .vocabulary import vocabulary
from .words import Words

#: How many words a sentence has at least, and letters its last one: "etc." ends none.
SENTENCE = 5
LAST_WORD = 4

#: The most words of who made a remark.
AUTHOR = 4

#: The sign before who made a remark.
DASHES = frozenset("-–—")


def remark_tokens(words: Words, cue: Cue, reading: str = "") -> list[Token]:
    """A remark whose ``cue`` stands where it counts."""
    said = Token("CUE", words.starts[cue.first], words.stop(cue.last - 1), reading or cue.reading)
    return [*words_tokens(words, 0, cue.first), said, *rest_token(words, cue.last)]


def authored(words: Words, cues: Cues) -> Tokens:
    """``Translator's note: …``, ``Ed.: …``: a remark that says whose it is; ``Resolution: …``."""
    cue = cue_at(cues.authors, words, 0)
    if cue is None:
        cue = cue_at(cues.labelled, words, 0)
        if cue is None or cue.last >= len(words) or words.kinds[cue.last] not in (":", ","):
            return None
        if words.kinds[cue.last] == "," and words.lower[0] != "nb":
            return None
    return remark_tokens(words, cue, "editorial" if cue.reading == "author" else "")


def signed(words: Words, cues: Cues) -> Tokens:
    """``signature``, ``Chinese signature``, ``signed by``, ``seal``: what is on the paper, and no word of the text."""
    for at in range(min(BEFORE_NOUN + 1, len(words))):
        if (cue := cue_at(cues.on, words, at)) and is_on_paper(words, cue, cues):
            return remark_tokens(words, cue)
    return None


def is_on_paper(words: Words, cue: Cue, cues: Cues) -> bool:
    """Whether a noun is what is on the paper: ``signature of Novak``, not ``his signature``, ``signed at Moscow``."""
    after = words.lower[cue.last] if cue.last < len(words) else ""
    if after == ":":
        return True
    if not cues.own.isdisjoint(words.lower[: cue.first]):
        return False
    if cue.reading == "stamp":
        return not after or not after[0].isalpha() or after in cues.goes_on or after in ("reads", "reading", "stamp")
    if words.lower[cue.last - 1] in ("signed", "initialed", "initialled", "sealed") and after == "by":
        return True
    return after not in cues.of or (after == "of" and cue.last + 1 < len(words) and words.is_capital(cue.last + 1))


def remarked(words: Words, cues: Cues) -> Tokens:
    """``handwritten: agreed``, ``in the left margin``, ``laughs``, ``Turns to Novak.``: the tables of cues."""
    if cue := cue_within(cues.within, words, BEFORE):
        return remark_tokens(words, cue)
    if (cue := cue_at(cues.whole, words, 0)) and cue.last == len(words):
        return remark_tokens(words, cue)
    if (cue := cue_at(cues.capital, words, 0)) and words.is_capital(0):
        return remark_tokens(words, cue) if "," not in words.kinds or words.lower[cue.last - 1] == "to" else None
    if (cue := cue_at(cues.leading, words, 0)) and cue.last < len(words):
        return remark_tokens(words, cue)
    if (cue := cue_at(cues.first, words, 0)) and goes_on(words, cue, cues):
        return remark_tokens(words, cue)
    return None


def goes_on(words: Words, cue: Cue, cues: Cues) -> bool:
    """Whether a cue at the start is a remark for what follows it; one of two words says enough."""
    if cue.last - cue.first > 1 or cue.last >= len(words):
        return True
    return not words.lower[cue.last][0].isalnum() or words.lower[cue.last] in cues.goes_on or words.is_capital(cue.last)


def pointing(words: Words, cues: Cues) -> Tokens:
    """``see document 12``, ``a list of names follows``, ``End of recording``, ``page 2``, ``speaks in English:``."""
    size = len(words)
    if cue := cue_at(cues.see, words, 0):
        after = words.lower[cue.last :]
        numbered = any(any(map(str.isdigit, word)) for word in after)
        points = numbered or not cues.pointed.isdisjoint(after[:3]) or not cues.by_itself.isdisjoint(after[:1])
        return remark_tokens(words, cue, "editorial") if points else None
    if words.lower[-1] in cues.follow and not cues.content.isdisjoint(words.lower[:-1]):
        return remark_tokens(words, Cue(size - 1, size, "editorial"))
    if cue := cue_at(cues.edges, words, 0):
        after = words.lower[cue.last : cue.last + 2]
        edge = not cues.media.isdisjoint(after[:1] if after[:1] and after[0] not in ("the", "this") else after[1:])
        told = cue.last - cue.first > 1 or words.is_capital(0)
        return remark_tokens(words, cue, "editorial") if edge and told else None
    if (cue := cue_at(cues.page, words, 0)) and cue.last < size and words.kinds[cue.last] == "NUMBER":
        return remark_tokens(words, cue, "editorial")
    if cue := cue_at(cues.speaks, words, 0):
        spoken = vocabulary().languages.find(words, cue.last, size)
        done = spoken and (spoken[0] == size or words.kinds[spoken[0]] == ":")
        return remark_tokens(words, cue, "editorial") if done else None
    return None


def timed(words: Words, cues: Cues) -> Tokens:
    """``00:31:07``, ``TC 00:45:10``, ``00:31:07-00:32:00``: a place in a recording."""
    first = 1 if words.lower[0] in cues.time else 0
    rest = words.kinds[first:]
    signs = [kind for kind in rest if kind != "NUMBER"]
    if signs[:2] != [":", ":"] or len(rest) < 5 or any(sign not in ":-–" for sign in signs) or rest[0] != "NUMBER":
        return None
    return [Token("CUE", 0, len(words.text), "editorial")]


def sentence(words: Words, cues: Cues) -> Tokens:
    """A whole sentence, which no editor supplies; or one that ends ``… —Ed.``"""
    last = len(words) - 1
    if last == 0 and words.lower[0] in cues.signing and words.is_capital(0):  # "[Translator]"
        return [Token("CUE", 0, len(words.text), "editorial")]
    _, dashes, name = words.lower[last].rpartition("--")  # a word may have hyphens in it
    if name in cues.signing and last and (dashes or not words.kinds[last - 1][0].isalnum()):
        return [Token("CUE", 0, len(words.text), "editorial")]
    if any(cue.last == len(words) and words.kinds[cue.first - 1] in DASHES for cue in authors_in(words, cues)):
        return [Token("CUE", 0, len(words.text), "editorial")]
    text = words.text
    if not text.endswith(".") or len(text.split()) < SENTENCE or not text[0].isupper():
        return None
    word = words.lower[last]
    if words.kinds[last] == "NUMBER" and words.lower[last - 1] in cues.pointed:  # "… is given in Appendix 2."
        return [Token("CUE", 0, len(text), "editorial")]
    ended = words.kinds[last] == "WORD" and len(word) >= LAST_WORD - 1 and word != "etc" and word.isalpha()
    return [Token("CUE", 0, len(text), "editorial")] if ended and words.word(last)[-3:].islower() else None


def authors_in(words: Words, cues: Cues) -> Iterator[Cue]:
    """Who made a remark, where that ends it: ``60 km to the south – translator's note``."""
    for at in range(max(1, len(words) - AUTHOR), len(words)):
        if cue := cue_at(cues.authors, words, at):
            yield cue
