"""Rules on signs that come in pairs in a citation: quotes, parentheses, brackets."""

from collections.abc import Iterable

from ..model.diagnostic import Edit, Fix, Severity
from ..model.span import Span
from .archive import is_known
from .bracket_repair import parenthesis_change
from .rule import Finding, Rule
from .subject import Subject
from .title_pair import quotes


class UnbalancedQuotes(Rule):
    """A quote in the citation is never closed, or closes nothing.

    The quotes tell the title from all that follows. When one is missing the title may take in the date, or end in its
    middle.

    Example, citation:

        "Telegram from Petrov to the Ministry, November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, RGASPI, f.
        558, op. 11, d. 328, l. 51. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC310"
    severity = Severity.WARNING
    explains = True
    fixes = "some"
    message = "this quote has no partner"
    hint = "put the other quote where the quoted words end or begin"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.citation is None:
            return
        span = subject.span("/citation")
        text = span.of(subject.text)
        if mended := quotes(subject):
            yield Finding(mended[0], "/citation", hint=mended[1].message, fix=mended[1])
            return
        if mixed := mixed_pair(text):
            quote, wrong = text[mixed[0]], mixed[1]
            meant = PAIRS.get(quote, quote)
            if quote in PAIRS and text[mixed[1] - 1] != ",":
                # The archive has "A Letter", and “A Letter,” with the comma inside.
                meant, wrong = '"', mixed[0]
            place = Span(span.start + wrong, span.start + wrong + 1)
            message = f"{quote} opens these quotes, and another kind of quote closes them"
            yield Finding(place, "/citation", message, f"write {meant}", Fix(f"write {meant}", (Edit(place, meant),)))
            return
        straight = [place for place, c in enumerate(text) if c == '"']
        if len(straight) % 2:
            # The title's own quotes come first: if they are one, it is the one that is alone.
            alone = straight[-1] if len(straight) > 1 else straight[0]
            yield Finding(Span(span.start + alone, span.start + alone + 1), "/citation")
        for opening, closing in (("“", "”"), ("«", "»")):
            yield from unpaired(subject, span, opening, closing, "/citation")


#: Quotes that open, and those that close them.
PAIRS = {"“": "”", "„": "“", "«": "»"}


def mixed_pair(text: str) -> tuple[int, int] | None:
    """The places of the two quotes of a title that opens with one of a pair and ends in a straight one, alone, or the
    other way round.

    >>> mixed_pair('“A Letter", May 3, 1950'), mixed_pair('"A Letter,” May'), mixed_pair('“A Letter,” May 3, 1950')
    ((0, 9), (0, 10), None)
    """
    opening = len(text) - len(text.lstrip("*"))
    sign = text[opening : opening + 1]
    closing = PAIRS.get(sign)
    if closing and text.count('"') == 1 and closing not in text and '"' in text[opening + 1 :]:
        return opening, text.index('"')
    if sign == '"' and text.count('"') == 1 and text.count("”") == 1 and "“" not in text:
        return opening, text.index("”")
    return None


def unpaired(subject: Subject, span: Span, opening: str, closing: str, pointer: str) -> Iterable[Finding]:
    """The signs in ``span`` that lack a partner."""
    text = span.of(subject.text)
    if opening not in text and closing not in text:
        return
    opened: list[int] = []
    alone: list[int] = []
    for place, character in enumerate(text):
        if character == opening:
            opened.append(place)
        elif character == closing:
            if opened:
                opened.pop()
            else:
                alone.append(place)
    for place in sorted(alone + opened):
        sign = "parenthesis" if opening == "(" else "bracket"
        message = (
            f"this {sign} is never {'closed' if text[place] == opening else 'opened'}" if opening in "([" else None
        )
        fix = None
        if opening == "(" and (change := parenthesis_change(text, place, is_known)):
            said = f"write {change[2]}" if change[2] else "remove it"
            fix = Fix(said, (Edit(Span(span.start + change[0], span.start + change[1]), change[2]),))
        yield Finding(Span(span.start + place, span.start + place + 1), pointer, message, fix=fix)


class UnbalancedParentheses(Rule):
    """A parenthesis or bracket in the citation has no partner.

    Parentheses hold acronyms, affiliations and imprints. One without a partner makes a name out of what follows.

    Example, citation:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of
        Foreign Policy, Russian Federation (AVP RF, Moscow. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>

    Instead:

        "Telegram from Petrov to the Ministry", November 2, 1962, Wilson Center Digital Archive, Archive of
        Foreign Policy, Russian Federation (AVP RF), Moscow. Translated by Anna Weber.
        <https://digitalarchive.wilsoncenter.org/document/123456>
    """

    code = "AC311"
    severity = Severity.WARNING
    explains = True
    fixes = "some"
    message = "this parenthesis or bracket is never closed"
    hint = "put the other one, or remove this one"

    def find(self, subject: Subject) -> Iterable[Finding]:
        if subject.record.citation is None:
            return
        span = subject.span("/citation")
        yield from unpaired(subject, span, "(", ")", "/citation")
        if subject.document.family != "heading_markdown":  # whose links have brackets of their own
            yield from unpaired(subject, span, "[", "]", "/citation")
