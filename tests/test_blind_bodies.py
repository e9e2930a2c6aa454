"""Whole records that were marked by eye before they were read: what is read of them now must not be lost again."""

from pathlib import Path

import pytest
from benchmarks.blind_bodies import Score, records

HERE = Path(__file__).parent

#: Of each set, how many are right by kind, in the families that are counted. A change may add to them.
LEAST = {
    "a": {"header lines": 228, "closes": 36, "notes": 23, "turns": 33, "brackets": 198},
    "b": {"header lines": 194, "closes": 45, "notes": 22, "turns": 27, "brackets": 164},
    "c": {"header lines": 126, "closes": 20, "notes": 6, "turns": 20, "brackets": 101},
    "d": {"header lines": 201, "closes": 34, "notes": 16, "turns": 26, "brackets": 163},
    "e": {"header lines": 171, "closes": 33, "notes": 16, "turns": 24, "brackets": 152},
    "f": {"header lines": 238, "closes": 31, "notes": 17, "turns": 26, "brackets": 155},
    "g": {"header lines": 220, "closes": 32, "notes": 17, "turns": 37, "brackets": 181},
    "h": {"header lines": 178, "closes": 30, "notes": 11, "turns": 21, "brackets": 147},
    "i": {"header lines": 196, "closes": 25, "notes": 12, "turns": 37, "brackets": 132},
}


@pytest.mark.parametrize("name", LEAST)
def test_no_less_is_read_of_a_set(name: str) -> None:
    """Held family by family; ``python tests/benchmarks/blind_bodies.py -v FILE`` lists what is read otherwise."""
    score = Score()
    for record, text, blocks in records(HERE / "bodies" / "blind" / f"{name}.txt"):
        score.record(record, text, blocks)
    found = {group: score.counts[group, "kind"] for group in LEAST[name]}
    assert all(found[group] >= least for group, least in LEAST[name].items()), found
