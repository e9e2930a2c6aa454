"""The examples in the rules' docstrings as whole records."""

import re

import archivecite as ac
from archivecite.rules.page import CITATION, read_page
from archivecite.rules.rule import Rule

#: What stands in each part of a record where the example says nothing else.
PARTS = {
    "date": "November 2, 1962",
    "title": "**Telegram from Petrov to the Ministry**",
    "citation section": "Citation:\n\n" + CITATION,
    "summary section": "Summary:\n\nPetrov reports on the harvest.",
    "language section": "Original Language:\n\nRussian",
    "contents section": "Contents:\n\nTranslation - English",
    "body": "We met the minister yesterday, and he was well.",
}

VALUES = {"citation": "Citation", "summary": "Summary", "language": "Original Language", "contents": "Contents"}

HEAD = [name for name in PARTS if name.endswith(" section")]


def unescaped(text: str) -> str:
    r"""``text`` with ``\N{SOFT HYPHEN}`` and ``\r`` as the characters that they name."""
    text = re.sub(r"\\N\{U\+(\w+)\}", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\\N\{[^}]+\}|\\r", lambda match: match.group().encode().decode("unicode_escape"), text)


def whole(where: str, example: str) -> str:
    """The record that ``example`` is a part of."""
    example = unescaped(example)
    if where == "record":
        return example + "\n"
    parts = dict(PARTS)
    if where in VALUES:
        label = f"{VALUES[where]}:"
        parts[f"{where} section"] = f"{label}\n\n{example}" if example else label
    elif where == "sections":
        parts |= dict.fromkeys(HEAD, "")
        parts[HEAD[0]] = example
    elif where != "file name":
        parts[where] = example
    return "\n\n".join(part for part in parts.values() if part) + "\n"


def documents(rule: Rule) -> tuple[tuple[ac.Document, str], tuple[ac.Document, str]]:
    """The bad and the good example of ``rule``, each with the name of its file."""
    page = read_page(rule)
    bad, good = (ac.parse(whole(page.where, example)) for example in (page.bad, page.good))
    named = page.where == "file name"
    return (bad, page.bad if named else "record.txt"), (good, page.good if named else "record.txt")
