"""What was found before, and is not to be told again."""

import json
from pathlib import Path

import click


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints of the findings in a file that ``--output json`` wrote."""
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        return frozenset(entry["fingerprint"] for entry in found)
    except OSError as error:
        raise click.UsageError(f"{path} can't be read: {error.strerror or error}.") from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise click.UsageError(f"{path} is not a list of findings: make it with --output json > {path}.") from None
