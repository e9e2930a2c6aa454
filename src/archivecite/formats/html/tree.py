"""A record as a tree of keys and values in HTML, as its JSON has them, without what is null or empty."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import has

from ..writer import keys
from .escape import readable

#: How many characters of a value its heading shows.
SHOWN = 60


def tree(record: Any, targets: Mapping[str, str]) -> str:
    """The list of what is in ``record``; a key is a link where ``targets`` has the place of its pointer."""
    return f'<ul class="tree">{"".join(members(record, "", targets))}</ul>'


def members(value: Any, pointer: str, targets: Mapping[str, str]) -> Iterator[str]:
    """An ``<li>`` for each key or item of ``value`` that is not null or empty."""
    if isinstance(value, tuple):
        pairs: Iterator[tuple[str, Any]] = ((str(index), item) for index, item in enumerate(value))
    else:
        pairs = ((key, getattr(value, key)) for key in keys(type(value)))
    for key, member in pairs:
        if member is not None and member != ():
            yield f"<li>{item(key, member, f'{pointer}/{key}', targets)}</li>"


def item(key: str, value: Any, pointer: str, targets: Mapping[str, str]) -> str:
    """A key with its value: in a line, or to fold out."""
    if not isinstance(value, tuple) and not has(type(value)):
        name = f'<a href="#{targets[pointer]}">{key}</a>' if pointer in targets else f"<span>{key}</span>"
        return f'{name} <span class="value" data-p="{pointer}" dir="auto">{readable(str(value))}</span>'
    depth = 2 if pointer.startswith(("/body/", "/notes/")) else 5
    is_open = " open" if pointer.count("/") < depth else ""
    inner = "".join(members(value, pointer, targets))
    return f"<details{is_open}><summary>{key} {heading(value)}</summary><ul>{inner}</ul></details>"


def heading(value: Any) -> str:
    """What is shown of a value that has others in it: how many, or its kind and how it begins."""
    if isinstance(value, tuple):
        return f'<span class="count">{len(value)}</span>'
    kind = str(getattr(value, "kind", getattr(value, "level", ""))).replace("_", " ")
    text = next((text for key in ("text", "name", "value", "title") if (text := getattr(value, key, None))), "")
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return f'<b>{kind}</b> <span class="begin" dir="auto">{readable(" ".join(cut.split()))}</span>'
