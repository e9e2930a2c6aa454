"""Rows as a sheet of XLSX: text stays text, so that no fond loses a zero and no page range becomes a date."""

from collections.abc import Iterable
from typing import IO

from ..model.row import Cell
from .table import COLUMNS, MOST_ROWS

#: How wide the columns are, in characters; those not named are narrow.
WIDTHS = {"title": 60, "sources": 60, "file": 30, "archive": 40, "url": 45, "translators": 25, "date": 18}


def write_xlsx(file: IO[bytes], rows: Iterable[dict[str, Cell]]) -> None:
    """Write ``rows`` to ``file`` as they come. Needs the extra ``xlsx``; raises ``OSError`` if there are too many."""
    from xlsxwriter import Workbook

    # With constant_memory a row is written out when the next one begins.
    with Workbook(file, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("records")
        sheet.freeze_panes(1, 0)
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, WIDTHS.get(name, 12))
            sheet.write_string(0, column, name, bold)
        for number, row in enumerate(rows, 1):
            if number == MOST_ROWS:
                raise OSError(f"a sheet has room for {MOST_ROWS} rows")
            for column, cell in enumerate(row.values()):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell, text)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
