"""Header lines that name people, or a subject: whom a document is to and from, who got a copy, who took part."""

from collections.abc import Callable, Sequence
from functools import partial

from ..model.body import Block
from ..model.header import Addressee, Distribution, Participants, Salutation, Sender, Subject
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .found import Found, spanning
from .line import LineText, all_tokens
from .line_parts import found, present, value_of, values
from .loop import Node, Token
from .persons import read_persons
from .plausible import is_body, is_label_value

#: How many words and signs a salutation has at most.
LONGEST_SALUTATION = 14

#: What a recipient begins with.
RECIPIENT = ("RANK", "ROLE", "BODY", "ORG", "THE", "CAP", "CAPS")

new_addressee = unchecked(Addressee)
new_sender = unchecked(Sender)
new_distribution = unchecked(Distribution)
new_subject = unchecked(Subject)
new_participants = unchecked(Participants)
new_salutation = unchecked(Salutation)


def read_addressee(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Whom the document is to: ``To Comrade I.V. Stalin.``"""
    return read_named(new_addressee, line, flat, tree, "TO")


def read_rank(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Whom the document is to, with a form of address and no other word: ``COMRADE STALIN I.V.``, or a body alone."""
    tokens = all_tokens(tree)
    if tokens[0].type == "THE" and not any(line.has(token, "BODY") for token in tokens):
        return None
    if line.has(tokens[0], "ORG") and is_body(line, tokens):
        return None  # "General Directorate for Trade"
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
    alone = [token.type for token in tokens] == ["COLON"]  # "TO:" above those whom it is to
    if (
        cue
        and not alone
        and not any(line.text[token.start].isupper() or line.text[token.start].isdigit() for token in tokens)
    ):
        return None
    persons = read_persons(line, [token for token in tokens if token.type not in ("DATE", "TIME", "VIA")])
    value = new(line.text, values(persons), marks=line.marks)
    return spanning(value, flat, present(persons=persons))


def read_distribution(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Who got a copy: ``Copies: Stalin (2), Molotov``."""
    tokens = all_tokens(tree)
    colon = next((at for at, token in enumerate(tokens) if token.type == "COLON"), 0)
    cue = colon or next((at for at, token in enumerate(tokens) if token.type in ("DISTRIBUTION", "TO")), 0)
    rest = tokens[cue + 1 :]
    if not is_label_value(line, rest):
        return None
    # Without a colon a recipient must follow; "CC CPSU" is a body, and "Extracts: the talks" no list.
    if not colon and (line.has(tokens[0], "BODY") or not line.has(rest[0], *RECIPIENT)):
        return None
    if line.has(tokens[0], "DOC") and not (rest and line.has(rest[0], *RECIPIENT[:3])):
        return None
    recipients = read_recipients(line, rest)
    value = new_distribution(line.text, values(recipients), marks=line.marks)
    return spanning(value, flat, present(recipients=recipients))


def read_recipients(line: LineText, tokens: Sequence[Token]) -> list[Found[str]]:
    """Those on a list, without their numbers and dashes: ``Stalin (2)`` and ``Molotov``."""
    rows: list[list[Token]] = [[]]
    depth = 0
    ends = ("SEMI",) if any(line.has(token, "SEMI") for token in tokens) else ("COMMA",)
    for at, token in enumerate(tokens):
        depth += line.has(token, "LPAR") - line.has(token, "RPAR")
        if not depth and line.has(token, *ends) and not goes_on(line, rows[-1], tokens[at + 1 :]):
            rows.append([])
        else:
            rows[-1].append(token)
    return [found(line, row[0], row[-1]) for row in map(partial(bare_row, line), rows) if row]


def goes_on(line: LineText, row: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a post's body or place is after the comma, and no other recipient: ``Director, Asian Department``."""
    post = bool(row) and line.has(row[-1], "ROLE")
    return post and bool(rest) and line.has(rest[0], "ORG", "NATION", "PLACE") and not line.has(rest[0], "ROLE")


def bare_row(line: LineText, row: Sequence[Token]) -> Sequence[Token]:
    """A row of a list without the number, dash or bullet before it, and the full stop after it."""
    first, last = 0, len(row)
    while first < last and line.has(row[first], "NUM", "DASH", "DOT", "COLON", "RPAR", "STAR", "BAR"):
        first += 1
    while last > first and line.has(row[last - 1], "DOT", "DASH"):
        last -= 1
    return row[first:last]


def read_subject(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """What the document is about: ``Subject: grain deliveries``, ``On the request of the Chairman``."""
    return read_labelled(new_subject, line, flat, tree, "SUBJECT", "REQUEST")


def read_participants(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """Who took part: ``Present: Comrade Petrov, Comrade Novak``."""
    return read_labelled(new_participants, line, flat, tree, "PARTICIPANTS")


def read_labelled(new: Callable[..., Block], line: LineText, flat: Flat, tree: Node, *cues: str) -> Found[Block] | None:
    """A line that has nothing but its label, and any words after it."""
    tokens = all_tokens(tree)
    colon = next((at for at, token in enumerate(tokens) if token.type == "COLON"), 0)
    if not is_label_value(line, tokens[colon + 1 :]):
        return None
    labelled = any(token.type in cues for token in tokens[: colon + 1])
    label = found(line, tokens[0], tokens[max(colon - 1, 0)]) if labelled else None
    value = new(line.text, value_of(label), marks=line.marks)
    return spanning(value, flat, present(label=label))


def read_salutation(line: LineText, flat: Flat, tree: Node) -> Found[Block] | None:
    """How a letter begins: ``Dear Comrade Stalin!``"""
    if tree.children[0].type == "RANK" and line.text.count(",") > 1:
        return None  # "Shri B. N. Novak, I.C.S.," is whom a letter is to
    if len(line.tokens) > LONGEST_SALUTATION or any("PRONOUN" in token.kinds for token in line.tokens):
        return None
    return spanning(new_salutation(line.text, marks=line.marks), flat)
