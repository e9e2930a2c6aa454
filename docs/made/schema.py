"""The JSON Schema of a record."""

import json

from archivecite.formats.schema import to_schema


def schema() -> str:
    """What ``archivecite schema`` prints."""
    return f"```json\n{json.dumps(to_schema(), indent=2, ensure_ascii=False)}\n```"
