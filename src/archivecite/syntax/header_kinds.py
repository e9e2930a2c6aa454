"""The blocks that header lines are: for each rule of ``line.lark`` that reads one, what it makes of its tree."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ..model.body import Block
from ..model.date import Date
from ..model.header import (
    Addressee,
    Dateline,
    Distribution,
    DocumentType,
    EntryNumbers,
    Letterhead,
    Marking,
    MarkingType,
    Participants,
    ReplyTo,
    Routing,
    Salutation,
    Sender,
    Serial,
    Subject,
)
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .date import read_date
from .found import Found, spanning
from .line import LineText, all_tokens
from .loop import Node, Token
from .persons import read_persons
from .plausible import is_body, is_entry_row, is_label_value, is_long_number, is_place, is_serial

#: The types of markings, by the rule that reads them.
MARKINGS: dict[str, MarkingType] = {
    "classification": "classification",
    "precedence": "precedence",
    "handling": "handling",
    "copies": "copy",
}

#: A line that ends so is no header line below prose: it ends a sentence, or one goes on after it.
PROSE_ENDS = (".", "?", "!", ";", ":", ",")
#: How many words and signs a salutation has at most.
LONGEST_SALUTATION = 14
#: Save what opens a letter or a list.
OPENING_KINDS = frozenset(("salutation", "distribution", "participants"))

new_document_type = unchecked(DocumentType)
new_entry_numbers = unchecked(EntryNumbers)
new_serial = unchecked(Serial)
new_marking = unchecked(Marking)
new_letterhead = unchecked(Letterhead)
new_dateline = unchecked(Dateline)
new_routing = unchecked(Routing)
new_distribution = unchecked(Distribution)
new_reply_to = unchecked(ReplyTo)
new_subject = unchecked(Subject)
new_participants = unchecked(Participants)
new_salutation = unchecked(Salutation)
new_addressee = unchecked(Addressee)
new_sender = unchecked(Sender)
new_date = unchecked(Date)

#: What a reader makes of a line and its tree, or None where the line is implausible as that.
Reader = Callable[[LineText, Flat, Node], Found[Block] | None]


def found(line: LineText, first: Token, last: Token | None = None) -> Found[str]:
    """The text of a token, or from one to another."""
    start, end = line.place(first, last or first)
    return Found(line.text[start:end], start, end)


def found_numbers(line: LineText, tokens: Sequence[Token]) -> list[Found[str]]:
    """The numbers among ``tokens``."""
    return [found(line, token) for token in tokens if token.type in ("NUM", "MIXED")]


def found_date(line: LineText, token: Token) -> Found[Date]:
    """The date that a token is."""
    start, end = line.place(token, token)
    text = line.text[start:end]
    return Found(read_date(text) or new_date(text, None), start, end)


def first_date(line: LineText, tokens: Sequence[Token]) -> Found[Date] | None:
    """The first date among ``tokens``."""
    return next((found_date(line, token) for token in tokens if line.has(token, "DATE")), None)


def value_of(part: Found[Any] | None) -> Any:
    """The value of what may have been found."""
    return part.value if part else None


def present(**parts: Any) -> dict[str, Any]:
    """The parts that were found."""
    return {name: part for name, part in parts.items() if part}


def values(parts: Sequence[Found[Any]]) -> tuple[Any, ...]:
    """The bare values of what was found."""
    return tuple([part.value for part in parts])


def read_row(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The one thing that a row is: a marking or a serial."""
    nodes = [child for child in tree.children if isinstance(child, Node)]
    if len(nodes) != 1:
        return None
    if nodes[0].type in MARKINGS:
        return spanning(new_marking(line.text, MARKINGS[nodes[0].type], marks=line.marks), flat)
    return read_serial(line, flat, nodes[0]) if nodes[0].type == "serial" else None


def read_serial(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The document's own number: ``Special # 1717-1722``, ``1404/sh.``"""
    tokens = all_tokens(tree)
    numbers = found_numbers(line, tokens)
    label = next((found(line, token) for token in tokens if token.type == "SERIAL_LABEL"), None)
    signed = any(token.type == "SIGN" for token in tokens)
    if not is_serial(line.text, values(numbers), value_of(label), signed):
        return None
    value = new_serial(value_of(label), values(numbers), text=line.text, marks=line.marks)
    return spanning(value, flat, present(label=label, numbers=numbers))


def read_document_type(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """What the document is: ``CIPHERED TELEGRAM No. 709``, ``Memorandum of Conversation between …``"""
    tokens = tree.children
    if line.text.count("(") != line.text.count(")"):
        return None
    noun = next((at for at, token in enumerate(tokens) if token.type in ("DOC", "OPENING")), 0)
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if after and after.type == "COLON" and line.text[tokens[noun].start : after.start].lower() in ("note", "notes"):
        return None
    if line.text[-1] == "." and not any(line.text[token.start].isupper() for token in tokens[noun + 1 :]):
        return None  # "Note the date."
    number = None
    if after and after.type in ("SIGN", "COLON"):
        number = next(iter(found_numbers(line, tokens[noun + 1 : noun + 4])), None)
    value = new_document_type(line.text, value_of(number), marks=line.marks)
    return spanning(value, flat, present(number=number))


def read_entry_numbers(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """A cipher office's numbers: ``50390 50396 50397``."""
    numbers = found_numbers(line, all_tokens(tree))
    if not is_entry_row(values(numbers)):
        return None
    value = new_entry_numbers(values(numbers), text=line.text, marks=line.marks)
    return spanning(value, flat, {"numbers": numbers})


def read_reply_to(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The message that this one answers: ``To our [telegram] # 1710``."""
    tokens = all_tokens(tree)
    numbers = found_numbers(line, tokens)
    named = any(token.type in ("SIGN", "REPLY_NOUN", "DOC") for token in tokens)
    if not numbers or not (named or line.text[:4] in ("Your", "YOUR")):
        return None
    date = first_date(line, [token for token in tokens if token.type == "DATE"])
    value = new_reply_to(values(numbers), value_of(date), text=line.text, marks=line.marks)
    return spanning(value, flat, present(numbers=numbers, date=date))


def read_addressee(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Whom the document is to: ``To Comrade I.V. Stalin.``"""
    return read_named(new_addressee, line, flat, tree, "TO")


def read_rank(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Whom the document is to, with a form of address and no other word: ``COMRADE STALIN I.V.``"""
    return read_named(new_addressee, line, flat, tree, "")


def read_sender(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Whom the document is from: ``From: Pyongyang``."""
    tokens = all_tokens(tree)
    labelled = len(tokens) > 1 and tokens[1].type == "COLON"
    # "From Novak" alone may begin a sentence; a body, a rank, a town or a date does not.
    if not labelled and not any(line.has(token, "BODY", "RANK", "ROLE", "DATE", "PLACE") for token in tokens[1:]):
        return None
    return read_named(new_sender, line, flat, tree, "FROM")


def read_named(new: Callable[..., Block], line: LineText, flat: Flat, tree: Node, cue: str) -> Found[Block] | None:
    """An address, with the persons in it."""
    tokens = [token for token in all_tokens(tree) if token.type != cue or token.type == "WHO"]
    if cue and (not tokens or not is_label_value(line, tokens)):
        return None
    if cue and not any(line.text[token.start].isupper() or line.text[token.start].isdigit() for token in tokens):
        return None
    persons = read_persons(line, [token for token in tokens if token.type not in ("DATE", "TIME", "VIA")])
    value = new(line.text, values(persons), marks=line.marks)
    return spanning(value, flat, present(persons=persons))


def read_routing(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """How the document went: ``Received on 3 May 1949 at 21:20``, ``Sending: Lima``."""
    tokens = all_tokens(tree)
    label = next((at for at, token in enumerate(tokens) if token.type in ("WENT", "ROUTE_LABEL")), None)
    colon = next((at for at, token in enumerate(tokens[:4]) if token.type == "COLON" and at), None)
    if label is not None:
        rest = tokens[(colon or label) + 1 :]
        if not is_label_value(line, rest) or (
            colon and tokens[label].type == "ROUTE_LABEL" and not is_value(line, rest)
        ):
            return None
        if not colon and not any(line.has(token, "DATE", "TIME", "NUM", "PLACE") for token in rest):
            return None
    labelled = found(line, tokens[label], tokens[(colon or label + 1) - 1]) if label is not None else None
    date = first_date(line, tokens)
    value = new_routing(line.text, value_of(labelled), value_of(date), marks=line.marks)
    return spanning(value, flat, present(label=labelled, date=date))


def is_value(line: LineText, tokens: Sequence[Token]) -> bool:
    """Whether a label's value begins as values do, and not as a sentence goes on."""
    first = next((token for token in tokens if line.text[token.start].isalnum()), None)
    if first is None:
        return any(line.has(token, "GAP", "REMARK", "SIGNED") for token in tokens)
    return not line.text[first.start].islower() or len(tokens) < 6


def read_distribution(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Who got a copy: ``Copies: Stalin (2), Molotov``."""
    tokens = all_tokens(tree)
    cue = next((at for at, token in enumerate(tokens) if token.type == "COLON"), 0)
    rest = tokens[cue + 1 :]
    if not is_label_value(line, rest) or (
        not cue and not line.has(tokens[1], "RANK", "ROLE", "BODY", "THE", "CAP", "CAPS")
    ):
        return None
    recipients = read_recipients(line, rest)
    value = new_distribution(line.text, values(recipients), marks=line.marks)
    return spanning(value, flat, present(recipients=recipients))


def read_recipients(line: LineText, tokens: Sequence[Token]) -> list[Found[str]]:
    """Those on a list, without their numbers and dashes: ``Stalin (2)`` and ``Molotov``."""
    rows: list[list[Token]] = [[]]
    depth = 0
    for at, token in enumerate(tokens):
        depth += line.has(token, "LPAR") - line.has(token, "RPAR")
        if not depth and line.has(token, "COMMA", "SEMI") and not goes_on(line, rows[-1], tokens[at + 1 :]):
            rows.append([])
        else:
            rows[-1].append(token)
    return [found(line, row[0], row[-1]) for row in map(partial(bare_row, line), rows) if row]


def goes_on(line: LineText, row: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a post's body stands after the comma, and no other recipient: ``Director, Asian Department``."""
    post = bool(row) and line.has(row[-1], "ROLE")
    return post and bool(rest) and line.has(rest[0], "ORG", "NATION") and not line.has(rest[0], "ROLE")


def bare_row(line: LineText, row: Sequence[Token]) -> Sequence[Token]:
    """A row of a list without the number, dash or bullet before it, and the full stop after it."""
    first, last = 0, len(row)
    while first < last and line.has(row[first], "NUM", "DASH", "DOT", "COLON", "RPAR", "STAR", "BAR"):
        first += 1
    while last > first and line.has(row[last - 1], "DOT", "DASH"):
        last -= 1
    return row[first:last]


def read_subject(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """What the document is about: ``Subject: grain deliveries``."""
    return read_labelled(new_subject, line, flat, tree, "SUBJECT")


def read_participants(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Who took part: ``Present: Comrade Petrov, Comrade Novak``."""
    return read_labelled(new_participants, line, flat, tree, "PARTICIPANTS")


def read_labelled(new: Callable[..., Block], line: LineText, flat: Flat, tree: Node, cue: str) -> Found[Block] | None:
    """A line that has nothing but its label, and any words after it."""
    tokens = all_tokens(tree)
    colon = next((at for at, token in enumerate(tokens) if token.type == "COLON"), 0)
    if not is_label_value(line, tokens[colon + 1 :]):
        return None
    label = found(line, tokens[0], tokens[max(colon - 1, 0)]) if tokens[0].type == cue else None
    value = new(line.text, value_of(label), marks=line.marks)
    return spanning(value, flat, present(label=label))


def read_dateline(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Where and when a letter was written: ``Moscow, 12 May 1960``."""
    towns = [token for token in tree.children if token.type in ("PLACE", "CAP", "CAPS")]
    date = first_date(line, tree.children)
    place = found(line, towns[0], towns[-1]) if towns else None
    if place and not is_place(place.value):
        return None
    value = new_dateline(value_of(place), value_of(date), text=line.text, marks=line.marks)
    return spanning(value, flat, present(place=place, date=date))


def read_salutation(line: LineText, flat: Flat, _: Node) -> Found[Block] | None:
    """How a letter begins: ``Dear Comrade Stalin!``"""
    if len(line.tokens) > LONGEST_SALUTATION or any("PRONOUN" in token.kinds for token in line.tokens):
        return None
    return spanning(new_salutation(line.text, marks=line.marks), flat)


def read_letterhead(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The organisation that the document comes from: ``MFA USSR``."""
    if not is_body(line, tree.children):
        return None
    return spanning(new_letterhead(line.text, marks=line.marks), flat)


#: The readers in the order in which their rules are tried.
READERS: dict[str, Reader] = {
    "document_type": read_document_type,
    "row": read_row,
    "reply_to": read_reply_to,
    "entry_numbers": read_entry_numbers,
    "subject": read_subject,
    "participants": read_participants,
    "distribution": read_distribution,
    "routing": read_routing,
    "sender": read_sender,
    "addressee": read_addressee,
    "salutation": read_salutation,
    "named": read_rank,
    "dateline": read_dateline,
    "letterhead": read_letterhead,
}


def read_kind(line: LineText, flat: Flat, kind: str, below: bool = False) -> Found[Block] | None:
    """The block that a line is as the rule ``kind`` reads it; ``below`` says that prose is above."""
    tree = line.tree(kind)
    found = READERS[kind](line, flat, tree) if tree else None
    return None if found and below and not is_read_below(line, kind, found.value) else found


def is_read_below(line: LineText, kind: str, value: Block) -> bool:
    """Whether a line is what it seems below prose too: ``No. 7`` may be an item's number there, a name who signs."""
    if line.text.endswith(PROSE_ENDS) and kind not in OPENING_KINDS:
        return False
    if isinstance(value, Serial):
        return bool(value.label) or is_long_number(value.numbers)
    if isinstance(value, Dateline):
        return bool(value.date and value.place) and any("PLACE" in token.kinds for token in line.tokens)
    if isinstance(value, Routing):
        return bool(value.label or value.date)
    if kind == "sender":
        return any(set(token.kinds) & {"COLON", "BODY", "RANK", "ROLE"} for token in line.tokens)
    return kind not in ("named", "letterhead")
