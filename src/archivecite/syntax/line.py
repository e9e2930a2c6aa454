"""One line as the rules of ``line.lark`` read it: cut into tokens once, and parsed as whatever it is asked to be."""

from ..model.mark import AnyMark
from ..surface.flat import Flat
from ..surface.lazy import lazy
from .line_clear import Clear, clear_of
from .line_loop import NO_RULES, edges, parse_line
from .line_vocabulary import LineVocabulary, line_vocabulary
from .line_words import LineToken, line_tokens
from .loop import Node, Token, tables
from .mark import read_marks
from .vocabulary import vocabulary
from .words import folded

#: What may stand around a word.
AROUND = ".,;:!?\"“”„«»'’()[]/–—-"

#: What may stand before a word of courtesy.
QUOTES = "\"'“”„«»’‘ "

#: How far from the start the colon is of a line that begins with a label.
LABEL = 60


class LineText:
    """The text of a line with its marks and tokens; ``tree`` parses it, once for each start rule."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: LineVocabulary = line_vocabulary(vocabulary())
        self.trees: dict[str, Node | None] = {}

    @lazy
    def marks(self) -> tuple[AnyMark, ...]:
        """The line's marks; what numbers it cites is not asked."""
        return read_marks(self.text, references=False)

    @lazy
    def clear(self) -> Clear:
        """The line without its brackets."""
        return clear_of(self.text, self.marks, self.known)

    @lazy
    def tokens(self) -> list[LineToken]:
        """The tokens, or none for a line of prose."""
        if self.is_prose:
            return []
        return line_tokens(self.text, self.clear, self.known)

    @lazy
    def is_prose(self) -> bool:
        """Whether the line holds a small word that no list has, and does not begin with a label. It is asked before the
        line is cut: most prose is told by its second or third word.
        """
        text = self.text
        if text.find(":", 0, LABEL) > 0 or folded(text.partition(" ")[0].lstrip('"“„')) in self.known.dear:
            return False
        return has_small_word(text[: text.find("[")] if "[" in text else text, self.known)

    @lazy
    def kinds(self) -> dict[int, tuple[str, ...]]:
        """The kinds of every token by its start."""
        return {token.start: token.kinds for token in self.tokens}

    @lazy
    def rules(self) -> frozenset[str]:
        """The start rules that may take the line, by its first token and its last."""
        if self.is_prose or goes_on_as_prose(self.clear.text, self.known):
            return NO_RULES
        return edges("line").rules(self.tokens)

    def tree(self, start: str) -> Node | None:
        """The tree of the whole line as the rule ``start`` reads it, or None."""
        if start not in self.rules:
            return None
        if start not in self.trees:
            self.trees[start] = parse_line(tables("line", start), self.tokens)
        return self.trees[start]

    @property
    def may_tell_copies(self) -> bool:
        """Whether the line may say who got copies, asked before it is cut into tokens."""
        text = folded(self.clear.text).replace(" ", "")  # its letters may be spaced
        return any(word in text for word in self.known.copying)

    def has(self, token: Token, *kinds: str) -> bool:
        """Whether a token has one of the ``kinds``."""
        return not set(kinds).isdisjoint(self.kinds[token.start])

    def place(self, first: Token, last: Token) -> tuple[int, int]:
        """Where the tokens from ``first`` to ``last`` stand, with the brackets that they would part."""
        start, end, text = first.start, last.end, self.text
        if "]" not in text and "[" not in text:
            return start, end
        depth = lowest = 0
        for sign in text[start:end]:
            depth += (sign == "[") - (sign == "]")
            lowest = min(lowest, depth)
        if lowest < 0 and text[start - 1 : start] == "[":
            start -= 1
        if depth > lowest and text[end : end + 1] == "]":
            end += 1
        return start, end


def has_small_word(text: str, known: LineVocabulary) -> bool:
    """Whether ``text`` has a word in small letters that no list has."""
    for word in filter(str.islower, text.split()):
        bare = word.strip(AROUND)
        if bare.isalpha() and len(bare) > 1 and bare not in known.small:
            return True
    return False


def goes_on_as_prose(text: str, known: LineVocabulary) -> bool:
    """Whether no rule takes ``text``, a line without its brackets, as it has a small word that no list has: only ANY
    takes one, and that follows a colon, or a word of courtesy.

    >>> from .line_vocabulary import line_vocabulary
    >>> texts = ("The late harvest: Novak", "Subject: the late harvest", "Dear harvest")
    >>> [goes_on_as_prose(text, line_vocabulary(vocabulary())) for text in texts]
    [True, False, False]
    """
    if folded(text[:LABEL].lstrip(QUOTES)).startswith(known.courteous):
        return False
    return has_small_word(text.partition(":")[0], known)


def line_of(flat: Flat) -> LineText:
    """The line that ``flat`` is. It is kept with it, since a line is asked more than once what it is."""
    found = flat.__dict__.get("line")
    if found is None:
        found = flat.__dict__["line"] = LineText(flat.text)
    return found


def all_tokens(node: Node) -> list[Token]:
    """Every token under ``node``, in order."""
    found: list[Token] = []
    for child in node.children:
        if isinstance(child, Token):
            found.append(child)
        else:
            found += all_tokens(child)
    return found
