"""The grammars: each rule with the examples above it."""

from collections.abc import Iterator
from pathlib import Path

from .folder import GRAMMARS, code, prose

#: The order in which someone reads them who wants to know what a record is.
ORDER = ("record", "citation", "source", "publication", "provenance", "date", "credits", "line", "note", "mark", "word")


def grammars() -> str:
    """A section for each grammar."""
    files = sorted(GRAMMARS.glob("*.lark"), key=lambda path: ORDER.index(path.stem))
    return "\n\n".join(page(path) for path in files)


def page(path: Path) -> str:
    """What a grammar says, rule by rule."""
    parts = [f"## {path.name}"]
    for comments, rule in blocks(path):
        if not rule:
            parts.append(prose(comments))
            continue
        name = rule[0].partition(":")[0]
        told, rows = split(name, comments)
        parts += [f"### {path.stem}: {name}", prose(told), examples(rows), "\n".join(["```lark", *rule, "```"])]
    return "\n\n".join(part for part in parts if part)


def blocks(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """The comments and the rule of each block: comments alone are about what follows, declarations are left out."""
    comments: list[str] = []
    rule: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if rule and not line.startswith(" "):
            yield comments, rule
            comments, rule = [], []
        if line.startswith("//"):
            comments.append(line[2:])
        elif line.startswith(" ") and rule:
            rule.append(line)
        elif line and not line.startswith("%"):
            rule = [line]
        elif comments:
            yield comments, []
            comments = []


def split(name: str, comments: list[str]) -> tuple[list[str], list[str]]:
    """What comments say of a rule, and its examples: an empty line parts them, and a part without a name has none."""
    if "" in comments:
        place = comments.index("")
        return comments[:place], comments[place + 1 :]
    return (comments, []) if name.startswith("_") else ([], comments)


def examples(rows: list[str]) -> str:
    """A list of the examples of a rule; what is indented goes on with the one before."""
    whole: list[str] = []
    for row in rows:
        if row.startswith("   ") and whole:
            whole[-1] += row.strip()
        elif row.strip():
            whole.append(row.strip())
    return "\n".join(f"- {code(row)}" for row in whole)
