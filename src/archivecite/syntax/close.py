"""The close of a letter: its valediction, its signature with place and date, and what is enclosed."""

from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..model.body import Block
from ..model.close import Enclosure, Signature, Valediction
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .found import Found, spanning
from .line import LineText, all_tokens, line_of
from .line_parts import first_date, present, value_of, values
from .line_parts import found as found_text
from .loop import Node, Token
from .persons import read_persons
from .plausible import is_label_value

#: The longest flat text that is tried as a signature; prose is longer.
LONGEST = 160

#: What an item of a list may begin with, and no signature.
DASHES = "-–—•*·"

new_signature = unchecked(Signature)
new_valediction = unchecked(Valediction)
new_enclosure = unchecked(Enclosure)


def read_signature(flat: Flat) -> Found[Signature] | None:
    """The signature that a flat text is, with its place and date, or None when anything else is in it.

    >>> read_signature(Flat("31.X.62 A. GROMYKO", 0, 18)).value.signers[0].name
    'A. GROMYKO'
    """
    text = flat.text
    line = line_of(flat)
    listed = text[0] in DASHES and text[-1] not in DASHES
    tree = line.tree("signature") if len(text) <= LONGEST and not listed else None
    if tree is None:
        return None
    tokens = all_tokens(tree)
    dates = [token for token in tokens if token.type == "DATE"]
    places = [token for token in tokens if token.type == "PLACE"]
    signers = read_persons(line, [token for token in tokens if token.type not in ("DATE", "PLACE", "SIGNED")])
    date = first_date(line, dates)
    place = found_text(line, places[0]) if places else None
    signed = any(token.type == "SIGNED" for token in tokens)
    if len(dates) > 1 or len(places) > 1 or not (signers or date or signed) or (place and not date):
        return None
    numbers = [token for token in tokens if token.type in ("NUM", "AT", "TIME", "TIMEWORD")]  # no field has them
    # "COMMISSION FOR THE GOVERNMENT OF PERU" signs nothing.
    over = any(
        two.type == "SIGNED" and line.has(one, "BODY") and text[two.start : two.start + 4].lower() == "for "
        for one, two in pairwise(tokens)
    )
    if over or any(is_list(line, child) for child in tree.children):
        return None
    if line.has(tokens[0], "THE") and (signed or text.endswith(")")):
        tokens = tokens[1:]  # "The Secretary (A. Novak)", "The Ambassador [signed] Novak"
    # "Written down by the Consul A. Novak"
    after = [before.type == "SIGNED" and line.has(token, "THE") for before, token in pairwise(tokens)]
    tokens = [token for token, article in zip(tokens, (False, *after), strict=True) if not article]
    if leaves_words(tokens, [*signers, *dates, *places, *numbers]):
        return None
    parts: dict[str, Any] = {"signers": signers, **present(place=place, date=date)}
    value = new_signature(values(signers), value_of(place), value_of(date), text=text, marks=line.marks)
    return spanning(value, flat, parts, [(token.start, token.end) for token in numbers])


def is_list(line: LineText, child: Node | Token) -> bool:
    """Whether a name is several, which no sign parts: ``Molin V. M. Suslin M. A.``, ``L. Molin A. Suslin``."""
    if isinstance(child, Token) or child.type != "name":
        return False
    groups = "".join("i" if line.has(token, "INITIAL") else "w" for token in child.children)
    return ("iw" in groups.lstrip("i") and groups.endswith("i")) or (groups[0] == "i" and "wi" in groups)


def leaves_words(tokens: list[Token], taken: list[Any]) -> bool:
    """Whether a word is left that is in no person, place or date, and does not say that the letter is signed."""
    for token in tokens:
        inside = any(part.start <= token.start < part.end for part in taken)
        if not inside and token.type not in ("SIGNED", "COLON", "PUNCT", "DASH", "AND"):
            return True
    return False


def is_prose(text: str) -> bool:
    """Whether ``text`` is too long for a signature, or has a word that no signature has."""
    return len(text) > LONGEST or LineText(text).is_prose


def is_certain(found: Found[Signature]) -> bool:
    """Whether a signature is one wherever it is: a name with a date, or with a word that says that it is signed.

    A name alone, or a date alone, is one only at the end of a letter; so are a single name and a date with a comma
    between, since a place is written so: ``Moscow, 12 May 1960``.
    """
    signature = found.value
    named = "".join(map(str, signature.signers))
    if signature.date is None or not named:
        return is_signed(signature.text)
    return " " in named or "." in named or f"{named}, " not in signature.text


@lru_cache(maxsize=64)  # a line at the end of a letter is asked a dozen times
def is_signed(text: str) -> bool:
    """Whether a flat ``text`` has a word that says that it is signed: ``[signed] A. IVANOV``."""
    return any("SIGNED" in token.kinds for token in LineText(text).tokens)


def read_close(flat: Flat) -> Found[Block] | None:
    """The valediction that a flat text is, or the line that says what is enclosed.

    >>> read_close(Flat("Appendix II. Information Report", 0, 31)).value.label
    'Appendix II'
    """
    line = line_of(flat)
    if len(flat.text) > LONGEST:
        return None
    if line.tree("valediction"):
        return spanning(new_valediction(line.text, marks=line.marks), flat)
    tree = line.tree("enclosure")
    return read_enclosure(line, flat, tree) if tree else None


def read_enclosure(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """A line that says what is enclosed, or where it begins: ``Appendix II``, ``Enclosure: 2 pages``."""
    tokens = all_tokens(tree)
    last = 1 + (len(tokens) > 1 and tokens[1].type == "SIGN")
    numbered = len(tokens) > last and last_is_number(tokens[last])
    label = found_text(line, tokens[0], tokens[last if numbered else 0])
    rest = tokens[last + 1 if numbered else 1 :]
    if not is_label_value(line, rest) or not line.text[tokens[0].start].isupper():
        return None
    value = new_enclosure(line.text, label.value, marks=line.marks)
    return spanning(value, flat, {"label": label})


def last_is_number(token: Token) -> bool:
    """Whether a token is the number or letter of an enclosure."""
    return token.type in ("NUM", "MIXED", "INITIAL", "CAPS")
