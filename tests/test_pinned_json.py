"""The JSON of the seeds, as it is checked in: every Python, and every version of a dependency, prints the same."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_json_of_the_seeds_is_pinned() -> None:
    """A change of the file is a change of what is read, or of the JSON. ``archivecite convert seeds`` writes it."""
    command = [sys.executable, "-m", "archivecite", "convert", "seeds"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    assert printed.decode().splitlines() == (ROOT / "tests/canonical/seeds.json").read_text("utf-8").splitlines()
