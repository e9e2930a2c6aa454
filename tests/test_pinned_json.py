"""The JSON that is checked in: what is written today, and what was written in each version and is read for ever."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import fields, has
from frozen import RECORD

import archivecite as ac
from archivecite.formats.schema import reached
from archivecite.model.record import SCHEMA_VERSION

ROOT = Path(__file__).parents[1]
VERSION_1 = ROOT / "tests" / "canonical" / "version-1.json"


def test_the_json_of_the_seeds_is_pinned() -> None:
    """A change of the file is a change of what is read, or of the JSON. ``archivecite convert seeds`` writes it."""
    command = [sys.executable, "-m", "archivecite", "convert", "seeds"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    assert printed.decode().splitlines() == (ROOT / "tests/canonical/seeds.json").read_text("utf-8").splitlines()


def test_json_of_version_1_is_read_for_ever() -> None:
    """The file of the first version is as it was, and reads as the record that it was written from."""
    text = VERSION_1.read_text(encoding="utf-8")
    assert (
        hashlib.sha256(text.encode()).hexdigest() == "b8d5884863cfd799371f017e36205f38154ee344c7b8775873867bc33cc34142"
    )
    assert ac.from_json(text) == RECORD


def test_json_of_version_1_is_written_as_long_as_it_is_the_present_one() -> None:
    """Whoever changes a key must raise the version, and say how a record of version 1 becomes one of the new version."""
    if SCHEMA_VERSION == 1:
        assert ac.to_json(RECORD, indent=2) + "\n" == VERSION_1.read_text(encoding="utf-8")


def test_the_record_of_version_1_has_a_value_at_every_key() -> None:
    """Each class of the model is in it with all of its fields: a key that is empty could be renamed unseen."""
    wanted = {(kind, field.name) for kind in reached(ac.Record) for field in fields(kind)}
    always_empty = {(ac.PageBreak, "text"), (ac.PageBreak, "marks"), (ac.Gap, "value")}
    assert wanted - set(filled(RECORD)) == always_empty


def filled(value: Any) -> Iterator[tuple[type, str]]:
    """The fields that have a value, each with its class."""
    if isinstance(value, tuple):
        for each in value:
            yield from filled(each)
    elif has(type(value)):
        for field in fields(type(value)):
            if (inner := getattr(value, field.name)) not in (None, (), ""):
                yield type(value), field.name
                yield from filled(inner)
