"""What a format can't hold is refused, with the pointer of the first value that has it."""

import re
from collections.abc import Iterator
from typing import Any

from ..model.diagnostic import InvalidRecord
from ..model.record import Record
from .json import to_dict

#: What no file of text in lines can hold: controls, save the newline, and half a character.
NO_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]")
#: Half a character, which UTF-8 has not.
NO_UTF8 = re.compile(r"[\ud800-\udfff]")
#: What XML cannot hold.
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def held(written: str, record: Record, lacking: "re.Pattern[str]", name: str) -> str:
    """``written``, if nothing in it is ``lacking`` in the format called ``name``; raises ``InvalidRecord`` else."""
    if found := lacking.search(written):
        raise refusal(record, found[0], name)
    return written


def refusal(record: Record, character: str, name: str) -> InvalidRecord:
    """The error for a record that has a ``character`` that a format can't hold."""
    pointer = next((place for place, text in strings(to_dict(record)) if character in text), "")
    return InvalidRecord.because("AC905", f"{name} can't hold the character U+{ord(character):04X}", pointer)


def strings(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every string in ``value``, which is JSON, with its pointer.

    >>> list(strings({"title": "A", "notes": [{"text": "B"}]}))
    [('/title', 'A'), ('/notes/0/text', 'B')]
    """
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings(inner, f"{pointer}/{key}")
