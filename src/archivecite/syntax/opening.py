"""How a citation opens: title, date, digital archive. A title may hold any sign, so this is told from its end."""

from typing import NamedTuple

from .date import read_date
from .loop import Token
from .stop import ends_sentence
from .vocabulary import Vocabulary
from .words import Words, folded

#: Quotes that open a title, and those that may close one that opens so.
QUOTES = {'"': '"”“»', "“": '”"“', "„": '“”"', "«": '»"', "‘": "’'", "'": "'’", "`": "'’`"}

#: What stands between the parts of an opening.
SIGNS = " ,"

#: What may part a digital archive's project from its kind, how long it is at most, and what stands before both.
PARTING = " ,:;–—-"
LONGEST = 120
ENDED = ("", *",.;)\"“”„«»’'")


class Opening(NamedTuple):
    """The tokens of an opening, where it ends, and what in it is unread."""

    tokens: list[Token]
    end: int
    unread: list[tuple[int, int]]


def opening_of(text: str, end: int, known: Vocabulary) -> Opening:
    """The opening of ``text``, whose tail ends at ``end``.

    >>> from .vocabulary import vocabulary
    >>> text = '"A Talk on “Peace”", 1948, Wilson Center Digital Archive, RGANI'
    >>> opening = opening_of(text, len(text), vocabulary())
    >>> [text[token.start : token.end] for token in opening.tokens if token.type[0] != "_"]
    ['A Talk on “Peace”', '1948', 'Wilson Center Digital Archive']
    """
    if archive := known_archive(text, end, known):
        tokens, unread = before_archive(text, archive[0])
        return Opening([*tokens, Token("DIGITAL_ARCHIVE", *archive)], archive[1], unread)
    return quoted_opening(text, end, known)


def known_archive(text: str, end: int, known: Vocabulary) -> tuple[int, int] | None:
    """Where the first digital archive that is known by name stands: between signs, or at an end of the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(character.lower()[:1] for character in text)
    if "archive" not in lower:
        return None
    best: tuple[int, int] | None = None
    for name in known.digital_archives:
        at = lower.find(name, 0, end)
        while at >= 0:
            stop = at + len(name)
            before, after = text[max(0, at - 2) : at].rstrip()[-1:], text[stop : stop + 1]
            if before in ENDED and (
                after in ",.;:" or text[stop : min(stop + 2, end)].lstrip()[:1] in ("", "<", "(", "h")
            ):
                if best is None or at < best[0]:
                    best = (at, stop)
                break
            at = lower.find(name, at + 1, end)
    return parted_archive(lower, best[0] if best else end, known) or best


def parted_archive(lower: str, end: int, known: Vocabulary) -> tuple[int, int] | None:
    """Where the first archive stands whose project and kind are parted by a sign: ``History Project, Virtual Archive``;
    in the parentheses of ``History Project (CWIHP), Virtual Archive`` is its acronym.
    """
    for kind in known.digital_kinds:
        at = lower.find(kind, 0, end)
        while at >= 0:
            stop = at + len(kind)
            low = max(at - LONGEST, 0)
            before = lower[low:at].rstrip(PARTING)
            opened = before.rfind("(") if before.endswith(")") else len(before)
            before = before[: max(opened, 0)].rstrip()
            project = next((name for name in known.digital_projects if before.endswith(name)), "")
            start = low + len(before) - len(project)
            if project and lower[max(start - 2, 0) : start].rstrip()[-1:] in ENDED and lower[stop : stop + 1] in ",.;:":
                return start, stop
            at = lower.find(kind, stop, end)
    return None


def before_archive(text: str, end: int) -> tuple[list[Token], list[tuple[int, int]]]:
    """Title and date, which stand before a known digital archive; and what is neither."""
    start = len(text[:end]) - len(text[:end].lstrip(SIGNS))
    low = first_quote(text, start, end)
    if low >= 0:
        close = max(text.rfind(sign, low + 1, end) for sign in QUOTES[text[low]])
        after = stripped(text, close + 1, end)
        stopped = after[1] - (text[after[1] - 1] == ".")  # "T" May 3, 1950.
        date = date_token(text, *after) or date_token(text, after[0], stopped) or last_date(text, *after)
        if date and any(map(str.isdigit, text[after[0] : date.start])):
            date = None  # "Novembr 2, 1962": not the year alone
        if close > low and (date or after[0] == after[1] or "," in text[close - 1 : after[0]]):
            rest = (after[0], stripped(text, after[0], date.start)[1]) if date else after
            unread = [place for place in (stripped(text, 0, low), rest) if place[0] < place[1]]
            return title_tokens(text, low, close) + ([date, separator(date.end)] if date else []), unread
    return bare_opening(text, start, end), []


def date_token(text: str, start: int, end: int) -> Token | None:
    """The token of the date that a stretch of ``text`` is, with its EDTF form, or nothing, as its reading."""
    date = read_date(text[start:end]) if start < end else None
    return Token("DATE", start, end, date.edtf or "") if date else None


def last_date(text: str, start: int, end: int) -> Token | None:
    """The token of the date that a stretch of ``text`` ends with, after something else: ``Moscow, May 14, 1962``."""
    date = None
    comma = end
    for _ in range(3):
        comma = text.rfind(", ", start, max(comma, start))
        if comma < 0:
            break
        date = date_token(text, comma + 2, end) or date
    return date


def first_quote(text: str, start: int, end: int) -> int:
    """Where the quote stands that opens the title: at the start, or after the author and a comma; or -1."""
    if text[start : start + 1] in QUOTES:
        return start
    found = [at for sign in '"“„«' if (at := text.find(f", {sign}", start, end)) >= 0]
    at = min(found, default=-1)
    return at + 2 if at > 0 and text[start:at].count(",") == 0 and text[start : start + 1].isupper() else -1


def title_tokens(text: str, low: int, close: int) -> list[Token]:
    """The title between two quotes, without the comma before the closing one, and a separator."""
    start, end = low, close
    while start < end and text[start] in "\"“„«‘'` ":
        start += 1
        if text[start - 1] not in "` ":
            break
    while end > start and (text[end - 1] in " ,`" or (text[end - 1] == "'" and text[low] == "`")):
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return [Token("TITLE", start, end), separator(end)] if start < end else []


def separator(at: int) -> Token:
    """A separator of no width."""
    return Token("_SEP", at, at)


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of ``text`` without the signs at its ends."""
    part = text[start:end]
    low = start + len(part) - len(part.lstrip(SIGNS))
    return low, max(start + len(part.rstrip(SIGNS)), low)


def bare_opening(text: str, start: int, end: int) -> list[Token]:
    """A title without quotes, and the date that ends it: of one, two or three parts with commas between."""
    start, end = stripped(text, start, end)
    if start >= end:
        return []
    if date := date_token(text, start, end):
        return [date, separator(end)]
    if (close := closed_title(text, start, end)) and (date := date_token(text, *stripped(text, close, end))):
        return [*title_tokens(text, start, close - 1), date, separator(end)]
    date = last_date(text, start, end)
    tokens = title_tokens(text, start, date.start - 2 if date else end)
    return tokens + ([date, separator(end)] if date else [])


def closed_title(text: str, start: int, end: int) -> int:
    """Where a title ends, with its comma and the quote that closes it, whose opening quote was lost; or 0."""
    closing = max(text.find(sign, start, end) for sign in (",” ", '," '))
    return closing + 2 if closing > start else 0


def quoted_opening(text: str, end: int, known: Vocabulary) -> Opening:
    """The opening where no digital archive is known: a title in quotes with a date after it, and an unknown archive."""
    low = first_quote(text, 0, end)
    if low < 0 or text[low + 1 : low + 2] in ("", " "):
        return Opening([], 0, [])
    for close in range(low + 1, end):
        after = text[close + 1 : close + 4].lstrip(SIGNS)[:1]
        if text[close] not in QUOTES[text[low]] or not (after.isalnum() or after == "["):
            continue
        words = Words(text, close + 1, min(close + 60, end))
        date = leading_date(words, known)
        if date:
            tokens = [*title_tokens(text, low, close), date]
            author = stripped(text, 0, low)
            unread = [author] if author[0] < author[1] else []
            if archive := unknown_archive(text, date.end, end, known):
                return Opening([*tokens, separator(date.end), Token("DIGITAL_ARCHIVE", *archive)], archive[1], unread)
            return Opening(tokens, date.end, unread)
    return Opening([], 0, [])


def leading_date(words: Words, known: Vocabulary) -> Token | None:
    """The date that the words begin with, after a comma; the longest one."""
    first = 1 if words.kinds[:1] == [","] else 0
    if first >= len(words) or not may_be_date(words, first, known):
        return None
    for last in range(min(len(words), first + 8), first, -1):
        if date := date_token(words.text, words.starts[first], words.ends[last - 1]):
            return date
    return None


def may_be_date(words: Words, at: int, known: Vocabulary) -> bool:
    """Whether a date may begin with atom ``at``: a number, a bracket, or a word of dates."""
    word = words.lower[at].partition("-")[0]
    if word == "the" and at + 1 < len(words):
        return may_be_date(words, at + 1, known)
    return words.kinds[at] in ("NUMBER", "BRACKET", "[") or word in known.months or word in known.around_date


def unknown_archive(text: str, start: int, end: int, known: Vocabulary) -> tuple[int, int] | None:
    """Where an unknown archive stands, where only a digital one can: ``Open Cold War Digital Library``."""
    low, high = stripped(text, start, min(end, start + 120))
    low += len(text[low:high]) - len(text[low:high].lstrip(" ,.;)"))
    comma = text.find(", ", low, high)
    if comma < 0:
        return None
    words = Words(text, low, comma)
    marked = any(word in known.digital_marks for word in words.lower)
    plain = all(kind in ("WORD", "&") for kind in words.kinds) and not any(
        ends_sentence(words, at, known) for at in range(len(words))
    )
    return (low, words.ends[-1]) if marked and plain else None


def note_start(text: str, known: Vocabulary) -> int:
    """Where the tail of a source note begins: after ``[Source: ``; or 0."""
    at = found = 0
    while at < len(text):
        at += len(text[at:]) - len(text[at:].lstrip(" .,;)"))
        at += 4 if found and text.startswith("and ", at) else 0
        opened = at + text.startswith("[", at)
        word, colon, _ = text[opened : opened + 12].partition(":")
        if not colon or folded(word) not in known.before_source:
            break
        at = found = opened + len(word) + 1
    return found
