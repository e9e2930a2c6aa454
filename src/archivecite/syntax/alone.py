"""What a short line of a close is by itself: an office, a name, a day, a word that says that it is signed."""

from ..model.close import Signature
from ..surface.flat import Flat
from .close import is_signed, read_signature
from .found import Found


def is_name(text: str) -> bool:
    """Whether a text is a name, or several, and no more.

    >>> is_name("Jan Novak"), is_name("Ambassador"), is_name("the talks")
    (True, False, False)
    """
    found = read_signature(Flat(text, 0, len(text)))
    return found is not None and any(person.name for person in found.value.signers) and not found.value.date


def is_office(found: Found[Signature] | None) -> bool:
    """Whether a line that could be of a close is an office, and no more."""
    if found is None or found.value.date is not None or not found.value.signers:
        return False
    return all(person.name is None for person in found.value.signers)


def is_dated(found: Found[Signature] | None) -> bool:
    """Whether a line that could be of a close is a date, or a place and a date, and no more."""
    return found is not None and not found.value.signers and found.value.date is not None


def says_signed(found: Found[Signature]) -> bool:
    """Whether a close has a word that says that it is signed: ``[signature]``, ``/s/``, ``Signed:``"""
    return is_signed(found.value.text)
