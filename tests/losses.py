"""The page docs/losses.md, made of what each format keeps: ``python3 tests/losses.py`` writes it anew."""

from pathlib import Path

from archivecite.formats.loss import Loss, known_losses, losses, record_keys

PAGE = Path(__file__).parents[1] / "docs" / "losses.md"

HEAD = """\
# What each format keeps

For each key of a record: the field in which a format keeps it by itself; *in italics* the field in which it is with other
text; nothing where it is dropped. `json`, `jsonl` and `parquet` keep all, and so do `plain`, `markdown` and `classic` or
they refuse the record. `xlsx` has the cells of `csv`; of several archives the first one has the columns of archive and
locator, the names of the others are in `other_archives`, and all sources as they are printed in `sources`. CSL-JSON also
has the whole record in `custom`, TEI in `xenoData`. The last column says which styles print the key of an item of
CSL-JSON: Chicago (18th edition, notes and bibliography), APA, MLA. The keys of a union name the kind of the value: `body.serial.numbers` is that of blocks of the kind `serial`;
`marks.simple.value` is that of the marks without more keys.

"""


def cell(loss: Loss) -> str:
    """What a cell of the table has."""
    if loss.fate == "dropped":
        return ""
    where = (loss.where or "the line").replace("|", "\\|")
    return f"`{where}`" if loss.fate == "kept" else f"*`{where}`*"


def page() -> str:
    """The whole page."""
    names = list(known_losses())
    columns = {name: losses(name) for name in names}
    lines = [f"| key | {' | '.join(names)} | printed |", f"|{'---|' * (len(names) + 2)}"]
    for index, key in enumerate(record_keys()):
        cells = [cell(columns[name][index]) for name in names]
        printed = ", ".join(columns["csl"][index].printed)
        lines.append(f"| `{key}` | {' | '.join([*cells, printed])} |")
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
