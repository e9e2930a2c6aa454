"""What a short line is by itself: an office, a name, a place, a date."""

from ..model.close import Signature
from ..surface.flat import Flat
from .close import read_signature
from .found import Found
from .grammar import Pattern

TITLE = Pattern("close", "TITLE")
SIGNATURE_WORD = Pattern("close", "SIGNATURE_WORD")


def is_office(text: str) -> bool:
    return TITLE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    found = read_signature(Flat(text, 0, len(text)))
    return found is not None and bool(found.value.signers) and not found.value.date


def is_dated(found: Found[Signature] | None) -> bool:
    """Whether a line that could be a close is a date, or a place and a date, and no more."""
    return found is not None and not found.value.signers and found.value.date is not None


def says_signed(found: Found[Signature]) -> bool:
    """Whether a close has a word that says that it is signed: ``[signature]``, ``/s/``, ``Signed:``"""
    return SIGNATURE_WORD.search(found.value.text) is not None
