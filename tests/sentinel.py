"""Records in which every key has a word of its own, so that it can be looked for in what was written."""

import itertools
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from attrs import NOTHING, evolve, fields, fields_dict, has

import archivecite as ac
from archivecite.formats.loss import kind_of
from archivecite.model.mark import AnyMark

#: Members of the closed lists that are rare, to be looked for by name.
MEMBERS = {"papka", "translated", "transcript", "handling", "stamp", "unclear"}

#: Keys that are read from what is printed, and so are not part of a text.
READINGS = ("edtf", "tag")


class Words:
    """A word for each key: ``by_key`` has them all."""

    def __init__(self) -> None:
        self.by_key: dict[str, str] = {}
        self.years = itertools.count(1801)
        self.numbers = itertools.count(1)

    def word(self, key: str, like: str = "word") -> str:
        """A new word for ``key``."""
        number = next(self.numbers)
        if like == "edtf":
            found = f"{next(self.years)}-02-03"
        elif like == "year":
            found = str(next(self.years))
        elif like == "tag":
            found = f"x-q{number}"
        elif like == "url":
            found = f"https://q.example/document/q{number}"
        else:
            found = f"Qx{number}q"
        self.by_key[key] = found
        return found


def value_of(kind: Any, path: str, words: Words, name: str = "", choice: dict[str, type] | None = None) -> Any:
    """A value of type ``kind`` with a word at each key; of a union of classes, one of each, or the one of ``choice``."""
    if get_origin(kind) is Literal:
        # "other" asks for nothing more, and is in too many texts to be found.
        left = [word for word in get_args(kind) if word not in words.by_key.values() and word != "other"]
        found = next((word for word in left if word in MEMBERS), left[0])
        words.by_key[path] = found
        return found
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(each_of(inner, path, words, name, choice))
    if has(kind):
        return object_of(kind, path, words, choice)
    if get_args(kind):
        return next(each_of(kind, path, words, name, choice))
    return words.word(path, name if name in ("edtf", "tag", "year", "url") else "word")


def each_of(kind: Any, path: str, words: Words, name: str, choice: dict[str, type] | None) -> Iterator[Any]:
    """One value for each class of a union, or the one value."""
    classes = [one for one in get_args(kind) if one is not type(None)] if not has(kind) else [kind]
    if not classes or get_origin(kind) is Literal:
        classes = [kind]
    if choice and name in choice:
        yield value_of(choice[name], f"{path}.{kind_of(choice[name])}", words, name, choice)
        return
    for one in classes:
        yield value_of(one, f"{path}.{kind_of(one)}" if len(classes) > 1 else path, words, name, choice)


def object_of(kind: Any, path: str, words: Words, choice: dict[str, type] | None) -> Any:
    """A value of a class; its text, if it has one of its own, has a word of its own and then those of all other keys."""
    made: dict[str, Any] = {}
    own: list[str] = []
    for field in fields(kind):
        key = f"{path}.{field.name}".removeprefix(".")
        if field.name in ("marks", "text", "schema_version") or (field.name == "kind" and field.default is not NOTHING):
            continue
        made[field.name] = value_of(field.type, key, words, field.name, choice)
        if field.name not in READINGS and get_origin(field.type) is not Literal:
            own += strings(made[field.name])
    if "text" in fields_dict(kind) and fields_dict(kind)["text"].default != "":
        word = words.word(f"{path}.text".removeprefix("."))
        made["text"] = " ".join([*own, word] if "speaker" in made else [word, *own])
    return kind(**made)


def strings(value: Any) -> list[str]:
    """The words in a value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in strings(one)]
    if has(type(value)):
        printed = [
            field
            for field in fields(type(value))
            if field.name not in READINGS and get_origin(field.type) is not Literal
        ]
        inner = [text for field in printed for text in strings(getattr(value, field.name))]
        return [value.text] if hasattr(value, "text") else inner
    return []


def marked(words: Words) -> ac.Paragraph:
    """A paragraph with a mark of each class, whose printed parts are in its brackets."""
    text, marks = "We", []
    for kind in get_args(AnyMark):
        path = f"marks.{kind_of(kind)}"
        made = {}
        for field in fields(kind):
            if field.name in ("start", "end") or field.type is None or (field.name == "kind" and kind is not ac.Mark):
                continue
            made[field.name] = value_of(field.type, f"{path}.{field.name}", words, field.name)
        printed = " ".join(word for name, word in made.items() if name not in ("kind", "type"))
        start = len(text) + 1
        text += f" [{printed}]"
        marks.append(kind(start=start, end=len(text), **made))
    return ac.Paragraph(f"{text} met.", marks=marks)


def record_with(source: type) -> tuple[ac.Record, dict[str, str]]:
    """A record with one source, of class ``source``, and every other key; and the word of each key."""
    words = Words()
    record = value_of(ac.Record, "", words, choice={"sources": source})
    # The text of a document is between its header lines and its close.
    place = next(index for index, block in enumerate(record.body) if isinstance(block, ac.Heading))
    record = evolve(record, body=(*record.body[:place], marked(words), *record.body[place:]))
    words.by_key["id"] = record.id
    return record, words.by_key
