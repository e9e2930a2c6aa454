"""The close of a letter: its signature and the date written there, in either order."""

from typing import Any

from ..model.close import Signature
from ..model.date import Date
from ..model.person import Person
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .date import read_date
from .found import Found, spanning
from .grammar import Pattern
from .mark import read_marks

#: The longest flat text that is tried as a signature; prose is longer.
LONGEST = 160

#: What an item of a list may begin with, and no signature.
DASHES = "-–—•*·"

PROSE = Pattern("close", "PROSE")
DATE = Pattern("date", "DATE", groups="full")
SIGNATURE_PART = Pattern("close", "SIGNATURE_WORD", "SIGNER", "SIGNATURE_SEPARATOR")
SIGNATURE_WORD = Pattern("close", "SIGNATURE_WORD")

new_person = unchecked(Person)
new_signature = unchecked(Signature)


def read_signature(flat: Flat) -> Found[Signature] | None:
    """The signature that a flat text is, with its date, or None when anything else stands in it.

    >>> read_signature(Flat("31.X.62 A. GROMYKO", 0, 18)).value.signers[0].name
    'A. GROMYKO'
    """
    text = flat.text
    if text[0] in DASHES or is_prose(text):
        return None
    signers: list[Found[Person]] = []
    dates: list[Found[Date]] = []
    signed = False
    position = 0
    while position < len(text):
        if (match := DATE.match(text, position)) and match["full"]:
            dates.append(Found(read_date(match.group()) or Date(match.group()), *match.span()))
        elif match := SIGNATURE_PART.match(text, position):
            if match.lastgroup == "SIGNER":
                name = match.group()
                parts_of = {"name": Found(name, *match.span())}
                signers.append(Found(new_person(name, None), *match.span(), parts_of))
            signed = signed or match.lastgroup == "SIGNATURE_WORD"
        else:
            return None
        position = match.end()
    if len(dates) > 1 or not (signers or dates or signed):
        return None
    parts: dict[str, Any] = {"signers": signers}
    if dates:
        parts["date"] = dates[0]
    value = new_signature(
        tuple([found.value for found in signers]),
        None,
        dates[0].value if dates else None,
        text=text,
        marks=read_marks(text, references=False),
    )
    return spanning(value, flat, parts)


def is_prose(text: str) -> bool:
    """Whether ``text`` is too long for a signature, or has a word that no signature has."""
    return len(text) > LONGEST or PROSE.search(text, 0, before_bracket(text)) is not None


def before_bracket(text: str) -> int:
    """Where the first bracket opens in ``text``, or its end: prose in brackets may be part of a signature."""
    square = text.find("[")
    end = square if square >= 0 else len(text)
    curved = text.find("(", 0, end)
    return curved if curved >= 0 else end


def is_certain(found: Found[Signature]) -> bool:
    """Whether a signature is one wherever it stands: a name with a date, or with a word that says that it is signed.

    A name alone, or a date alone, is one only at the end of a letter; so are a single name and a date with a comma
    between, since a place is written so: ``Moscow, 12 May 1960``.
    """
    signature = found.value
    named = "".join(map(str, signature.signers))
    if signature.date is None or not named:
        return len(named) + len(signature.text) > 0 and bool(SIGNATURE_WORD.search(signature.text))
    return " " in named or "." in named or f"{named}, " not in signature.text
