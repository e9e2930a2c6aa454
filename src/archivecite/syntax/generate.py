"""Writes ``generated.py``: the tables of the parsers and the vocabulary, as plain data.

Lark takes half a second for them, so they are made when the package is built (``syntax/hook.py``), and made anew in
memory where a grammar or the vocabulary has changed since. To write them by hand:
``python -m archivecite.syntax.generate``.
"""

from pathlib import Path

from .entries import read_data
from .lalr import build
from .line_vocabulary import line_words
from .loop import STARTS, edges_of, grammar_text
from .words import digest, grammar_folder, terminals

GENERATED = Path(__file__).with_name("generated.py")


def generated() -> str:
    """The text of ``generated.py``, the same for the same grammars."""
    tables = {start: build(grammar_text(name), start) for name, starts in STARTS.items() for start in starts}
    edges = {name: edges_of({start: tables[start] for start in STARTS[name]}) for name in ("line", "note")}
    words = read_data(grammar_folder() / "vocabulary")
    lines = [
        '"""Written by ``archivecite.syntax.generate``; not to be edited, nor put under version control."""',
        "",
        f"DIGEST = {digest()!r}",
        f"TERMINALS = {terminals()!r}",
        f"VOCABULARY = {words!r}",
        f"LINES = {line_words(words)!r}",
        f"TABLES = { {start: tuple(table) for start, table in tables.items()}!r}",
        f"EDGES = {edges!r}",
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    GENERATED.write_text(generated(), encoding="utf-8")
