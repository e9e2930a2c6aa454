"""What a line could be by itself, for those who decide by its neighbours."""

from ..model.body import Block
from ..model.header import Distribution, Routing
from ..model.unchecked import unchecked
from ..surface.flat import Flat
from .found import Found, spanning
from .header_people import read_recipients
from .line import LineText, line_of
from .line_parts import first_date, found, present, value_of, values
from .loop import Node, Token

#: The longest line that is asked what it could be.
LONGEST = 160

#: How many words a label has at most that no list holds.
LABEL_WORDS = 5

new_routing = unchecked(Routing)
new_distribution = unchecked(Distribution)


def line_kinds(flat: Flat) -> frozenset[str]:
    """What a flat line is made of, and nothing else.

    - ``name``: a person's name, perhaps with a rank: a signature, or an addressee
    - ``office``: a person's post: it belongs to the name before or after it, or to an address
    - ``body``: an organisation: a letterhead, or a signature
    - ``place``: a town or a country
    - ``date``: a date
    - ``signed``: a word that says that it is signed

    A name and an office, or a place and a date, on one line give both.

    >>> texts = ("A. PETROV", "SECRETARY OF THE CC", "Hanoi", "5 May 1950")
    >>> [sorted(line_kinds(Flat(text, 0, len(text)))) for text in texts]
    [['name'], ['office'], ['place'], ['date']]
    """
    if len(flat.text) > LONGEST:
        return frozenset()
    line = line_of(flat)
    tree = line.tree("signature")
    if tree is None:
        return frozenset()
    kinds = {kind_of(line, child) for child in tree.children}
    return frozenset(kinds - {""})


def kind_of(line: LineText, child: Node | Token) -> str:
    """What one part of a close is."""
    if isinstance(child, Token):
        return {"DATE": "date", "SIGNED": "signed"}.get(child.type, "")
    if child.type != "office":
        return child.type
    return "office" if any(line.has(token, "ROLE") for token in child.children) else "body"


def read_recipient(flat: Flat) -> Found[Block] | None:
    """A line of a list of those who got a copy, below a line that opens one: ``1 - Cde. Ivanov``, ``- Mr. Novak``."""
    line = line_of(flat)
    if len(flat.text) > LONGEST or not line.tokens or any(token.kinds[0] == "PRONOUN" for token in line.tokens):
        return None
    tokens = [Token(token.kinds[0], token.start, token.end) for token in line.tokens]
    recipients = read_recipients(line, tokens)
    if not recipients:
        return None
    value = new_distribution(line.text, values(recipients), marks=line.marks)
    return spanning(value, flat, {"recipients": recipients})


def read_label(flat: Flat) -> Found[Block] | None:
    """A line of a form in a document's head with a label that no list has: ``Executor: Novak``. It is read as routing;
    whether it is in the head, and no speaker's, its neighbours say.
    """
    line = line_of(flat)
    colon = next((at for at, token in enumerate(line.tokens[: LABEL_WORDS + 1]) if "COLON" in token.kinds), 0)
    if not colon or len(flat.text) > LONGEST or not line.text[0].isupper():
        return None
    tokens = [Token(token.kinds[0], token.start, token.end) for token in line.tokens]
    label = found(line, tokens[0], tokens[colon - 1])
    date = first_date(line, tokens[colon:])
    value = new_routing(line.text, label.value, value_of(date), marks=line.marks)
    return spanning(value, flat, present(label=label, date=date))
