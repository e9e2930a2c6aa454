"""The page docs/reference/api.md, made of signatures and docstrings: ``python3 tests/api_page.py`` writes it anew.

It is a file of the repository, so that it can be read without building anything.
"""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

from attrs import NOTHING, fields, has

import archivecite as ac
from archivecite.api import Readable

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "api.md"

HEAD = """\
# Python

All that is public is in the package `archivecite` itself; whatever else there is may change without notice. This page is
made from the docstrings, whose examples are run by the tests.

[The JSON](../json.md) lists the fields of every class with their meaning: the keys there are the fields here. All
classes are frozen [attrs](https://www.attrs.org) classes. A value of a wrong type or form raises `InvalidRecord`.
"""

#: Each section of the page: its heading, its names, and what is said first.
SECTIONS = {
    "Reading": "parse read parse_all read_all read_many parse_citation parse_date ReadResult",
    "Checking": "check loads Diagnostic Severity Fix Edit",
    "Writing and converting": "dumps to_json to_dict from_json to_csl to_ris to_biblatex to_tei from_tei",
    "Archives": "known_archive Archive",
    "Errors": "ArchiveciteError InvalidRecord",
    "Documents and records": "Document Span Record Date Language Credits Content",
    "Citations": "Citation Source ArchivalSource PublishedSource OtherSource Repository LocatorPart Provenance Agent",
    "Blocks: the head of a letter": """
        Block DocumentType EntryNumbers Serial Marking Letterhead Dateline Addressee Sender Routing Distribution ReplyTo
        Subject Participants Salutation Person""",
    "Blocks: the text and its close": "Heading Paragraph Item Omission PageBreak Valediction Signature Enclosure",
    "Marks": "Mark Gap Sic Remark",
    "Notes": "Note ReferenceNote SourceNote Footnote TranslatorNote EditorNote PublicationNote OtherNote",
}
INTRODUCTIONS = {
    "Reading": """\
Every text can be read: what is not a record gives a document of the family `unknown`, with all of its text in `unread`.
`Readable` is a path, the bytes of a file, or an open file.
""",
    "Checking": """\
`check` finds what [`archivecite validate`](../validate.md) shows; `loads` refuses a text in which it finds an error.
""",
    "Writing and converting": "[Formats](../formats.md) tells what each format keeps.\n",
    "Documents and records": """\
A document is a text and what was read from it; a record is what was read. [Document and
Record](../explanation/document-and-record.md) tells why they are two.
""",
    "Citations": "[Citations](../citations.md) shows the forms that are read.\n",
    "Blocks: the head of a letter": """\
[Bodies](../bodies.md) explains what a block is. All have `kind`, `text` and `marks`.
""",
    "Marks": "What an editor put in brackets, and where one document cites another.\n",
}

#: What has a name of its own in signatures.
ALIASES = {"Block": ac.Block, "Note": ac.Note, "Source": ac.Source, "Readable": Readable}

#: The names of modules in what Python says of a type.
MODULES = re.compile(r"\b(?:archivecite|typing|collections|pathlib)\.(?:\w+\.)*")
WIDTH = 100


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, names in SECTIONS.items():
        parts += [f"## {title}\n", *([INTRODUCTIONS[title]] if title in INTRODUCTIONS else [])]
        parts += ["\n".join(entry(name)) for name in names.split()]
    return "\n".join(parts)


def entry(name: str) -> Iterator[str]:
    """The lines on one public name."""
    value = getattr(ac, name)
    yield f"### {name}\n"
    if not callable(value):
        yield f"Any of these, for annotations: {', '.join(f'`{one.__name__}`' for one in get_args(value))}.\n"
        return
    yield signed(name, value)
    yield prose(value.__doc__ or "")
    if isinstance(value, type):
        for member, found in members(value):
            is_method = callable(found) or isinstance(found, classmethod | staticmethod)
            yield f"#### {name}.{member}\n"
            if is_method:
                yield signed(member, getattr(value, member))
            yield prose(found.__doc__ or "")


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties that a class defines, with their docstrings, in the order of the source."""
    for owner in reversed(kind.__mro__[:-1]):
        if owner.__module__.startswith("archivecite"):
            for name, value in vars(owner).items():
                has_docs = isinstance(value, property | classmethod | staticmethod) or inspect.isfunction(value)
                has_docs = has_docs or type(value).__name__ in ("cached_property", "Lazy")
                if has_docs and not name.startswith("_") and value.__doc__:
                    yield name, value


def signed(name: str, value: Any) -> str:
    """How a function or a class is called; for an enumeration, its members, and nothing for what takes whatever."""
    if isinstance(value, type) and issubclass(value, Enum):
        return "```text\n" + "\n".join(map(str, value)) + "\n```\n"
    if value is ac.ArchiveciteError:
        return ""
    signature = inspect.signature(value)
    result = "" if isinstance(value, type) else f" -> {typed(signature.return_annotation)}"
    if isinstance(value, type) and has(value):
        parameters = [
            with_default(one.alias, one.type, one.default, NOTHING) for one in fields(value) if not one.kw_only
        ]
        named = [with_default(one.alias, one.type, one.default, NOTHING) for one in fields(value) if one.kw_only]
        parameters += ["*", *named] if named else []
    else:
        parameters = [
            f"{'**' if one.kind is one.VAR_KEYWORD else ''}{with_default(one.name, one.annotation, one.default, one.empty)}"
            for one in signature.parameters.values()
            if one.name != "self"
        ]
    text = f"{name}({', '.join(parameters)}){result}"
    if len(text) > WIDTH:
        text = f"{name}(\n    " + ",\n    ".join(parameters) + f",\n){result}"
    return f"```text\n{text}\n```\n"


def with_default(name: str, kind: Any, default: object, none: object) -> str:
    """A parameter; three dots are for a default that is made of the others."""
    if default is none:
        return f"{name}: {typed(kind)}"
    shown = default.__name__ if isinstance(default, type) else repr(default)
    is_made = type(default).__name__ == "Factory"
    return f"{name}: {typed(kind)} = {'...' if is_made else shown}"


def typed(kind: Any) -> str:
    """A type as it is written in code."""
    text = plain(kind)
    for name, meant in ALIASES.items():
        text = text.replace(plain(meant), name)
    return text


def plain(kind: Any) -> str:
    """A type as Python says it, without the names of modules."""
    text = kind if isinstance(kind, str) else inspect.formatannotation(kind)
    return MODULES.sub("", text).replace("NoneType", "None")


def prose(docstring: str) -> str:
    """A docstring as Markdown: its examples in blocks of their own."""
    lines: list[str] = []
    inside = False
    for line in inspect.cleandoc(docstring).splitlines():
        begins = line.startswith(">>>")
        if begins and not inside:
            lines.append("```python")
        if inside and not line:
            lines.append("```")
        inside = (inside or begins) and bool(line)
        lines.append(line if inside else line.replace("``", "`"))
    return "\n".join([*lines, *(["```"] if inside else [])]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
