"""The client program of ``client.py``: mypy follows it strictly with all other tests, and here it runs."""

import re
from importlib.metadata import version
from pathlib import Path

from client import main

import archivecite as ac

HERE = Path(__file__).parent
SEED = HERE.parent / "seeds" / "004_cbaac17fe77df40f.txt"


def test_the_client_uses_every_public_verb() -> None:
    """A verb that is added is added to the program too, so that its types are tried."""
    used = {*re.findall(r"\bac\.([a-z]\w+)\(", (HERE / "client.py").read_text(encoding="utf-8"))}
    assert used == {name for name in ac.__all__ if name.islower()}


def test_the_client_runs() -> None:
    """Every verb and convenience, on a seed."""
    assert main(SEED) == {
        "id": "wcda-112639",
        "path": SEED,
        "family": "markdown",
        "unread": (),
        "worst": ac.Severity.INFO,
        "title": "Cable",
        "edited": "A Cable",
        "where": ["Archive of Foreign Policy of the Russian Federation, fond None"],
        "names": ["Vladimir Zaemsky", "A. GROMYKO", "NHK", "National Security Archive", "Vladimir Zaemsky"],
        "fond": "5",
        "date": "1962-10-31",
        "keys": "schema_version id date title citation summary credits original_languages contents body notes".split(),
        "marks": "rade",
        "findings": ["AC901"],
        "version": version("archivecite"),
        "many": [True],
    }
