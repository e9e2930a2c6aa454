"""How a citation ends: the record's address, and the date on which it was seen."""

from typing import NamedTuple

from .loop import Token
from .vocabulary import Vocabulary

Place = tuple[int, int]


class Ending(NamedTuple):
    """The tokens of an address and of the date on which it was seen; what is no tail any more, and what is unread."""

    tokens: list[Token]
    taken: list[Place]
    unread: list[Place]


#: What an address does not end with.
TRAILING = ".,;:)]"

#: Where an address ends, besides at a blank.
STOPS = ' <>"“”'

#: The word before an address, which is layout.
LABELS = ("url:", "link:")


def ending_of(text: str, known: Vocabulary) -> Ending:
    """How ``text`` ends.

    >>> from .vocabulary import vocabulary
    >>> text = "RGANI. <https://x.org/document/1> (accessed May 14, 2008)"
    >>> ending = ending_of(text, vocabulary())
    >>> [text[token.start : token.end] for token in ending.tokens]
    ['https://x.org/document/1', '', 'May 14, 2008']
    """
    taken: list[Place] = []
    unread: list[Place] = []
    accessed = accessed_in(text, known)
    if accessed:
        taken.append(accessed[0])
    end = accessed[0][0] if accessed and not accessed[2] else len(text)
    tokens: list[Token] = []
    if text.find("http") >= 0 and (found := address_in(text, end)):
        url, whole = found
        tokens.append(Token("URL", *url))
        taken.append(whole)
        unread += link_words(text, url, whole)
        unread += [(at, at + 4) for at in (text.find("&lt;", *whole), text.find("&gt;", *whole)) if at >= 0]
    elif odd := odd_address(text, end):
        taken.append(odd)
        unread.append(odd)
    if accessed:
        tokens.append(Token("ACCESSED", *accessed[1]))
    tokens.sort(key=lambda token: token.start)
    if len(tokens) > 1:
        tokens.insert(1, Token("_SEP", tokens[1].start, tokens[1].start))
    return Ending(tokens, taken, unread)


def accessed_in(text: str, known: Vocabulary) -> tuple[Place, Place, bool] | None:
    """Where ``(accessed May 14, 2008)``, or the same in brackets, stands at the end, the date in it, and whether the
    address follows.
    """
    high = len(text)
    while (high := max(text.rfind(")", 0, high), text.rfind("]", 0, high))) >= 0:
        rest = text[high + 1 :].strip(" .,;:<>")
        rest = next((rest[len(label) :].lstrip(" <") for label in LABELS if rest.lower().startswith(label)), rest)
        if rest and not (rest.startswith("http") and not any(sign in rest for sign in STOPS)):
            return None
        low = text.rfind("[" if text[high] == "]" else "(", 0, high)
        word, _, date = text[low + 1 : high].partition(" ")
        if low >= 0 and word.lower() in known.accessed and date.strip():
            return (low, high + 1), (high - len(date), high), rest != ""
    return None


def address_in(text: str, end: int) -> tuple[Place, Place] | None:
    """Where the record's address stands, and all of it: brackets, a link's words, a label before it.

    It is the last one, where it ends the text or says ``/document/``; an address inside a source is the source's.
    """
    start = text.rfind("http", 0, end)
    while start >= 0 and not text.startswith(("http://", "https://"), start):
        start = text.rfind("http", 0, start)
    if start < 0:
        return None
    bracketed = text[start - 1 : start] == "<" and text.find(">", start) > 0
    stop = text.find(">", start) if bracketed else plain_end(text, start, end)
    low, high = start - bracketed, stop + bracketed
    ends = not text[high:end].strip(" .,;:)>")
    if not bracketed and "/document/" not in text[start:stop] and not ends:
        return None
    if text[low - 2 : low] == "](" and (opened := text.rfind("[", 0, low)) >= 0:
        low, high = opened, high + (text[high : high + 1] == ")")  # "[a](b)": the address is b
    if text.endswith("&lt;", 0, low):
        low -= 4
    if text.startswith("&gt;", high):
        high += 4
    for label in LABELS:
        if text[:low].rstrip().lower().endswith(label):
            low = len(text[:low].rstrip()) - len(label)
    return (start, stop), (low, high)


def link_words(text: str, url: Place, whole: Place) -> list[Place]:
    """Where the words of a link are that are not its address: the ``a`` of ``[a](b)``."""
    start, end = whole[0] + 1, url[0] - 2
    if text[whole[0]] != "[" or text[end : url[0]] != "](" or text[start:end] == text[slice(*url)]:
        return []
    return [(start, end)] if text[start:end].strip() else []


def plain_end(text: str, start: int, end: int) -> int:
    """Where an address without brackets ends: at a blank or a sign, without the sign that ends the sentence."""
    stop = start
    while stop < end and text[stop] not in STOPS:
        stop += 1
    entity = text.find("&gt;", start, stop)
    stop = entity if entity > 0 else stop
    while stop > start and text[stop - 1] in TRAILING:
        stop -= 1
    return stop


def odd_address(text: str, end: int) -> Place | None:
    """Where something stands at the end that is no address of the kind that is known: ``<www.example.org>``, or one
    without its ``https://``.
    """
    high = len(text[:end].rstrip(" .,;"))
    if text[high - 1 : high] == ">" and (low := text.rfind("<", 0, high)) >= 0 and high - low > 2:
        return low + 1, high - 1
    low = text.rfind(" ", 0, high) + 1
    word = text[low:high]
    host = word.partition("/")[0]
    return (low, high) if "/" in word and host.count(".") > 1 and host.replace(".", "").isalpha() else None
