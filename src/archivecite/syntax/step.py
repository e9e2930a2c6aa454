"""The tokens of one step of a locator: a label with its value, a name, a mark, what stands in parentheses."""

from .archive import Part
from .labels import is_new_label, is_slip, level_at
from .loop import Token
from .printed import end_of, unquoted
from .runs import Run, is_years
from .vocabulary import Vocabulary
from .words import Words

#: The token of a step without a label, by the kind of its run.
STEPS = {
    "YEAR": "YEAR",
    "DATE": "ODD",
    "LEADING": "ODD",
    "PAGES": "PAGES",
    "QUOTED": "QUOTED",
    "ADDRESS": "URL",
    "CODE": "NUMBER",
}

#: From this length on a word alone may be a label with a slip; a short one may be anything.
SLIPPED = 5

#: Signs that belong to nothing at the ends of what stands in parentheses.
EDGES = frozenset(",.;:()[]<>-–—\"'“”‘’«»„")


def step_tokens(words: Words, part: Part, known: Vocabulary) -> list[Token]:
    """The tokens of a step of the locator, or of an item."""
    run = part.run
    start, end = words.starts[part.first], end_of(words, part.last, known)
    if part.kind == "ITEM":
        return [Token("ITEM", start, end)]
    if part.kind == "COUNTED":
        number = Token("NUMBER", start, words.ends[run.value])
        return [number, Token("COUNT_LABEL", words.starts[run.label], words.stop(run.last - 1), run.level)]
    if part.kind == "LABELLED" and run.level == "year" and not is_years(words.word(run.value)):
        return [Token("ODD", start, end)]  # "v. 12" is no year, and may be much else
    if part.kind == "LABELLED":
        label = Token("LABEL", start, words.stop(run.label - 1), run.level)
        if words.kinds[run.value] == "QUOTATION":
            return [label, Token("QUOTED", *unquoted(words, run.value))]
        kind = "SHEETS" if run.level in known.sheets else "NUMBER"
        return [label, Token(kind, words.starts[run.value], end)]
    if part.kind == "QUOTED":
        return [Token("QUOTED", *unquoted(words, part.first))]
    if part.enclosed:
        return enclosed_tokens(words, run)
    if words.kinds[part.first] == "BRACKET" and words.word(part.first)[1:2].islower():
        return [Token("ODD", start, end)]  # "[copy at the Hill Archive]"
    end = max(end, end_of(words, run.last, known))  # with a bracket after it
    kind = STEPS.get(part.kind, "NAME")
    known_kind = (
        not is_new_label(words, part.first, part.last, known)
        if kind == "NUMBER"
        else kind != "NAME" or is_name(words, part, known)
    )
    return [Token(kind if known_kind else "ODD", start, end)]


def is_name(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether words can be the name of a holding: one has a capital (``uncatalogued``, ``no folder`` have none), and
    opens with no label that lost its value (``f. [illegible]``).
    """
    label = level_at(words, part.first, part.last, known)
    if label and words.dotted[label[0] - 1] and not (label[0] < part.last and words.is_capital(label[0])):
        return False
    inside = range(part.first, part.last)
    if is_small_word(words, part.first) and any(
        words.is_small(at) and words.lower[at] in known.remarks for at in inside
    ):
        return False  # "in Russian", "minute by Novak"
    if len(inside) == 1 and len(words.lower[part.first]) >= SLIPPED and is_slip(words, part.first, known):
        return False  # 'Foldr "China"'
    return any(map(words.is_capital, inside))


def is_small_word(words: Words, at: int) -> bool:
    """Whether atom ``at`` is a word in small letters, with which no name and no gloss of a value begins."""
    return words.kinds[at] == "WORD" and words.is_small(at)


def enclosed_tokens(words: Words, run: Run) -> list[Token]:
    """The token of what stands in parentheses by itself, without signs at its ends. ``(?)`` is unread."""
    first, last = run.first + 1, run.last - 1
    while last > first and words.kinds[last - 1] in EDGES:
        last -= 1
    while first < last and words.kinds[first] in EDGES:
        first += 1
    if first == last:
        return []
    if last - first == 1 and words.kinds[first] == "QUOTATION":
        return [Token("QUOTED", *unquoted(words, first))]
    is_named = any(words.word(at).isalnum() and not words.is_small(at) for at in range(first, last))
    is_named = is_named and not is_small_word(words, first)  # "in Russian"
    return [Token("NAME" if is_named else "ODD", words.starts[first], words.ends[last - 1])]
