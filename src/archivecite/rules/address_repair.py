"""What a damaged address of the archive's was, where only one can be meant; and the signs around it."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix
from ..model.span import Span
from ..syntax.section_label import distance
from ..syntax.vocabulary import vocabulary
from .address import is_own, is_whole

SCHEMES = ("https", "http")
#: So many slips a host or the word "document" may have.
MOST = 2
#: A longer address is not looked at.
LONGEST = 120


def repaired(text: str) -> str | None:
    """The archive's address that ``text`` is a damaged form of; None where it is none, or where that is not certain.

    >>> repaired("https:\\\\\\\\digitalarchive.wilsoncenter.org\\\\document\\\\115064")
    'https://digitalarchive.wilsoncenter.org/document/115064'
    >>> repaired("htp:///digitalarchive.wilsoncentre.org/docment/115064")
    'https://digitalarchive.wilsoncenter.org/document/115064'
    >>> repaired("https://example.org/document/115064"), repaired("https://digitalarchive.wilsoncenter.org/")
    (None, None)
    """
    if len(text) > LONGEST:
        return None
    pieces = [piece for piece in "".join(text.split()).replace("\\", "/").strip("<>").split("/") if piece]
    while pieces and (rest := without_scheme(pieces[0])) != pieces[0]:
        pieces[:1] = [rest] if rest else []
    if not pieces or (host := nearest_of(pieces[0].removeprefix("www."), vocabulary().data["hosts"]["own"])) is None:
        return None
    path = pieces[1:]
    if len(path) > 1 and path[1].isdecimal() and (word := nearest_of(path[0], ["document"])):
        path[0] = word
    address = f"https://{host}/{'/'.join(path)}"
    return address if address.rstrip("/") != text.rstrip("/") and is_whole(address) and is_own(address) else None


def without_scheme(piece: str) -> str:
    """What is after a scheme, misspelt or not, in a piece between two slashes: ``htps:a.org`` is ``a.org``.

    >>> without_scheme("htps:"), without_scheme("https:a.org"), without_scheme("a.org"), without_scheme("https")
    ('', 'a.org', 'a.org', '')
    """
    scheme, colon, rest = piece.partition(":")
    short = len(scheme) <= len("https") + 1 and "." not in scheme
    return rest if short and nearest_of(scheme, SCHEMES[:1], 1 + bool(colon)) else piece


def nearest_of(word: str, words: Iterable[str], most: int = MOST) -> str | None:
    """The one of ``words`` that is ``word`` but for ``most`` slips; None if there is none, or more than one."""
    found = [known for known in words if abs(len(known) - len(word)) <= most and distance(word, known) <= most]
    return found[0] if len(found) == 1 else None


def framed(text: str, url: str, span: Span, start: int) -> Span:
    """The address at ``span`` with all that is around it, from ``start`` on, and is only there for its sake: ``<``
    and ``>``, a second scheme, the same address once more, an HTML link.

    >>> framed("See <<https://a.org/7>>", "https://a.org/7", Span(6, 21), 0)
    Span(start=4, end=23)
    """
    before, after = text[start : span.start], text[span.end : span.end + LONGEST]
    low, high = span.start, span.end
    ends = ("<", "https://", "http://", f'<a href="{url}">', f"<{url}> ", f"<{url}>\n", f"{url} ")
    begins = (">", "</a>", f" <{url}>", f" {url}")
    while end := next((end for end in ends if before.endswith(end)), ""):
        before, low = before[: -len(end)], low - len(end)
    while begin := next((begin for begin in begins if after.startswith(begin)), ""):
        after, high = after[len(begin) :], high + len(begin)
    return Span(low - (low == span.start and high > span.end and before[-1:] in ("(", "[", "{")), high)  # "(https…>"


def closing_sign(text: str, span: Span, start: int) -> Span:
    """The place of ``>`` after the address at ``span``: that of a ``)`` or ``]`` whose partner is not between ``start``
    and it, or an empty one.

    >>> closing_sign("See <https://a.org/7)", Span(5, 20), 0), closing_sign("(see <https://a.org/7)", Span(6, 21), 0)
    (Span(start=20, end=21), Span(start=21, end=21))
    """
    sign = text[span.end : span.end + 1]
    before = text[start : span.start]
    opening = {")": "(", "]": "["}.get(sign)
    return Span(span.end, span.end + (opening is not None and before.count(opening) == before.count(sign)))


def repair(span: Span, text: str) -> Fix | None:
    """The fix that writes the address at ``span`` as it was; None where that is not certain.

    >>> repair(Span(0, 40), "https//digitalarchive.wilsoncenter.org/7").message
    'write "https://digitalarchive.wilsoncenter.org/7"'
    """
    address = repaired(text)
    return Fix(f'write "{address}"', (Edit(span, address),)) if address else None
