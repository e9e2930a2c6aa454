"""Records as Parquet: the whole of each, in columns that are the same whatever the records have."""

import json
from collections.abc import Iterable
from itertools import islice
from typing import IO

from .columns import arrow_schema

#: How many records make a row group, which is what is in memory at any time.
GROUP = 1000


def write_parquet(file: IO[bytes], texts: Iterable[str]) -> None:
    """Write records, each as a text of JSON, to ``file`` as they come. Needs the extra ``parquet``."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = arrow_schema()
    left = iter(texts)
    with parquet.ParquetWriter(file, schema) as writer:
        while group := list(islice(left, GROUP)):
            writer.write_table(pa.Table.from_pylist([json.loads(text) for text in group], schema=schema))
