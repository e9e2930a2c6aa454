"""The blocks that header lines are: for each rule of ``line.lark`` that reads one, what it makes of its tree."""

from collections.abc import Callable, Sequence

from ..model.body import Block
from ..model.date import Date
from ..model.header import (
    Dateline,
    DocumentType,
    EntryNumbers,
    Letterhead,
    Marking,
    MarkingType,
    ReplyTo,
    Routing,
    Serial,
)
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .found import Found, spanning
from .header_people import (
    read_addressee,
    read_distribution,
    read_participants,
    read_rank,
    read_salutation,
    read_sender,
    read_subject,
)
from .line import LineText, all_tokens
from .line_parts import first_date, found, found_numbers, present, value_of, values, with_letters
from .loop import Node, Token
from .plausible import (
    is_body,
    is_code,
    is_entry_row,
    is_file_number,
    is_label_value,
    is_long_number,
    is_place,
    is_serial,
    is_year,
)

#: The types of markings, by the rule that reads them.
MARKINGS: dict[str, MarkingType] = {
    "classification": "classification",
    "precedence": "precedence",
    "handling": "handling",
    "copies": "copy",
}

#: A line that ends so is no header line below prose: it ends a sentence, or one goes on after it.
PROSE_ENDS = (".", "?", "!", ";", ":", ",")
#: Save what opens a letter or a list.
OPENING_KINDS = frozenset(("salutation", "distribution", "participants"))

new_document_type = unchecked(DocumentType)
new_entry_numbers = unchecked(EntryNumbers)
new_serial = unchecked(Serial)
new_marking = unchecked(Marking)
new_letterhead = unchecked(Letterhead)
new_dateline = unchecked(Dateline)
new_routing = unchecked(Routing)
new_date = unchecked(Date)
new_reply_to = unchecked(ReplyTo)

#: What the label of a line on how a document went is, and the words that need none.
ROUTED = frozenset(("WENT", "ROUTE_LABEL", "DONE_BY", "THROUGH"))

#: How many tokens of a line on how a document went are looked at for the colon of its label.
LABEL = 8

#: What a reader makes of a line and its tree, or None where the line is implausible as that.
Reader = Callable[[LineText, Flat, Node], Found[Block] | None]


def row_nodes(tree: Node) -> list[Node]:
    """The things of a row; a document's kind has its number, ``Telegram No. 14``, and whom a document is to be returned
    to is part of what says so.
    """
    nodes: list[Node] = []
    for child in tree.children:
        if isinstance(child, Token):
            continue
        before = nodes[-1] if nodes else None
        numbered = before and before.type == "document" and child.type == "serial" and child.children[0].type == "SIGN"
        returned = before and before.type == "handling" and child.type == "addressee_part" and len(before.children) > 1
        if before and (numbered or returned):
            nodes[-1] = Node(before.type, [*before.children, *child.children])
        else:
            nodes.append(child)
    return nodes


def read_row(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The one thing that a row is: a marking or a serial."""
    nodes = row_nodes(tree)
    if len(nodes) != 1:
        return None
    if nodes[0].type == "copies" and line.text[-1] == ":":
        return None  # "Made in 4 copies:" opens a list
    if nodes[0].type in MARKINGS:
        return spanning(new_marking(line.text, MARKINGS[nodes[0].type], marks=line.marks), flat)
    return read_serial(line, flat, nodes[0]) if nodes[0].type == "serial" else None


def read_serial(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The document's own number: ``Special # 1717-1722``, ``1404/sh.``"""
    tokens = with_letters(all_tokens(tree))
    numbers = found_numbers(line, tokens)
    named = [token for token in tokens if token.type in ("SERIAL_LABEL", "INITIAL", "CAPS")]
    label = found(line, named[0], named[-1]) if named else None
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
    if (
        line.text[-1] == "."
        and len(tokens) > 2
        and not any(line.text[token.start].isupper() for token in tokens[noun + 1 :])
    ):
        return None  # "Note the date."
    number = document_number(line, tokens[noun:])
    value = new_document_type(line.text, value_of(number), marks=line.marks)
    return spanning(value, flat, present(number=number))


def document_number(line: LineText, tokens: Sequence[Token]) -> Found[str] | None:
    """The number behind a document's kind, first of ``tokens``: ``No. 709``, ``085.217``, ``“B” № 21``, or that of the
    protocol that it is an extract from.
    """
    kinds = [line.kinds[token.start][0] for token in tokens]
    if kinds[1:2] in (["SIGN"], ["COLON"]):
        return next(iter(found_numbers(line, tokens[1:4])), None)
    if kinds[1:] == ["NUM"]:
        number = found(line, tokens[1])
        return number if is_long_number((number.value,)) and not is_year(number.value) else None
    signs = {2: kinds[1:3] == ["FROM", "DOC"], 4: kinds[1:2] == ["QUOTE"] == kinds[3:4]}
    at = 3 if signs[2] else 4 if signs[4] else 0
    if not at or kinds[at : at + 2] != ["SIGN", "NUM"]:
        return None
    return found(line, tokens[at + 1])


def read_entry_numbers(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """A cipher office's numbers: ``50390 50396 50397``."""
    tokens = all_tokens(tree)
    numbers = found_numbers(line, tokens)
    if any(token.type in ("INITIAL", "CAPS", "MIXED", "RPAR") for token in tokens):
        return read_code(line, flat, tokens)
    if len(numbers) == 1 and is_file_number(numbers[0].value):
        serial = new_serial(None, values(numbers), text=line.text, marks=line.marks)
        return spanning(serial, flat, {"numbers": numbers})
    if not is_entry_row(values(numbers)):
        return None
    value = new_entry_numbers(values(numbers), text=line.text, marks=line.marks)
    return spanning(value, flat, {"numbers": numbers})


def read_code(line: LineText, flat: Flat, tokens: Sequence[Token]) -> Found[Block] | None:
    """A document's number that begins with the letters of its file, or ends in a part's: ``FC 1022/57``."""
    number = found(line, tokens[0], tokens[-2] if tokens[-1].type == "DOT" else tokens[-1])
    if not is_code(number.value):
        return None
    value = new_serial(None, (number.value,), text=line.text, marks=line.marks)
    return spanning(value, flat, {"numbers": [number]})


def read_reply_to(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """The message that this one answers: ``To our [telegram] # 1710``."""
    tokens = all_tokens(tree)
    numbers = found_numbers(line, tokens)
    named = any(token.type in ("SIGN", "REPLY_NOUN", "DOC", "COLON") for token in tokens[:-1])
    answered = line.text[: numbers[0].start].rstrip().lower().endswith(("your", "our", "my")) if numbers else False
    if not numbers or not (
        named or (answered and is_long_number(values(numbers))) or line.text[:4] in ("Your", "YOUR")
    ):
        return None
    date = first_date(line, [token for token in tokens if token.type == "DATE"])
    value = new_reply_to(values(numbers), value_of(date), text=line.text, marks=line.marks)
    return spanning(value, flat, present(numbers=numbers, date=date))


def read_routing(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """How the document went: ``Received on 3 May 1949 at 21:20``, ``Sending: Lima``."""
    tokens = all_tokens(tree)
    if tokens[0].type == "THROUGH" and not any(line.has(token, "RANK", "ROLE", "BODY", "PLACE") for token in tokens):
        return None
    label = next((at for at, token in enumerate(tokens) if token.type in ROUTED), None)
    colon = next((at for at, token in enumerate(tokens[:LABEL]) if token.type == "COLON" and at), None)
    if label is not None:
        rest = tokens[(colon or label) + 1 :]
        if not is_label_value(line, rest) or (
            colon and tokens[label].type in ("ROUTE_LABEL", "DONE_BY") and not is_value(line, rest)
        ):
            return None
        going = any(line.has(token, "DATE", "TIME", "NUM", "PLACE") for token in rest)
        named = tokens[label].type == "DONE_BY" and any(line.text[token.start].isupper() for token in rest)
        named = named and line.text[-1] != "."  # "Sent by the Politburo, Novak arrived on Friday."
        if not colon and not going and not named and tokens[label].type != "THROUGH":
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


def read_dateline(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Where and when a letter was written: ``Moscow, 12 May 1960``."""
    towns = [token for token in tree.children if token.type in ("PLACE", "CAP", "CAPS", "INITIAL")]
    date = first_date(line, tree.children)
    if any(token.type in ("ERA", "TIMEWORD") for token in tree.children):  # "5 May, Juche 67", "5 May, night"
        named = [token for token in tree.children if token.type in ("DATE", "ERA", "TIMEWORD", "NUM", "TITLE")]
        whole = found(line, named[0], named[-1])
        date = Found(new_date(whole.value, None), whole.start, whole.end)
    place = found(line, towns[0], towns[-1]) if towns else None
    if place and not is_place(place.value):
        return None
    if date and date.value.text.count("[") != date.value.text.count("]"):
        return None  # "[[11]] September [[5]]7": nobody knows what was by hand
    value = new_dateline(value_of(place), value_of(date), text=line.text, marks=line.marks)
    return spanning(value, flat, present(place=place, date=date))


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
        placed = bool(value.place) and any("PLACE" in token.kinds for token in line.tokens)
        # A day in quotation marks was put in by hand: the line of a form.
        return value.date is not None and (placed or not value.date.text[0].isalnum())
    if isinstance(value, Routing):
        return bool(value.label)
    if kind == "sender":
        return any(set(token.kinds) & {"COLON", "BODY", "RANK", "ROLE"} for token in line.tokens)
    return kind not in ("named", "letterhead")
