"""Labels put right where a converter changed them, character for character, so that every offset stays true.

In the flattened family the whole record is one line, ``… Original Language: Russian Contents: English Translation To
…``: its lines are put back where the grammar finds the labels, each in place of one space. A label that is a heading or
stands alone on its line may lack its colon: it gets one in place of its newline.
"""

from .grammar import Pattern

#: A word alone on its line is a label only in company.
ENOUGH = 3

LABELS = {
    label: Pattern("record", f"FLAT_{label}")
    for label in ("CITATION", "SUMMARY", "CREDITS", "ORIGINAL_LANGUAGE", "CONTENTS")
}

FLAT_MASTHEAD = Pattern("record", "FLAT_MASTHEAD")
FLAT_CONTENT = Pattern("record", "FLAT_CONTENT")
BARE_LABEL = Pattern("record", "BARE_LABEL", groups="bare")


def unflatten(text: str) -> str | None:
    """``text`` with a newline before each label and item of a flattened record; None if it has no ``Citation:``.

    >>> unflatten('A Letter Citation: "A Letter" Contents: English Translation To the Minister')
    'A Letter\\nCitation: "A Letter"\\nContents: English Translation\\nTo the Minister'
    """
    breaks = []
    at = 0
    if masthead := FLAT_MASTHEAD.match(text):
        at = masthead.end()
        breaks.append(at)
    for label, pattern in LABELS.items():
        if match := pattern.search(text, at):
            if match.start() and match.start() not in breaks:
                breaks.append(match.start())
            at = match.end()
        elif label == "CITATION":
            return None
        if label == "CONTENTS":
            while match and (item := FLAT_CONTENT.match(text, at)):
                at = item.end()
                breaks.append(at)
    pieces: list[str] = []
    done = 0
    for place in breaks:
        pieces += (text[done:place], "\n")
        done = place + 1
    return "".join((*pieces, text[done:]))


def with_colons(text: str) -> str | None:
    """``text`` with a colon after each of the labels that have none; None if there are too few to call them labels.

    >>> with_colons("Citation\\nA Letter\\nOriginal Language\\nRussian\\nContents\\nEnglish Translation\\n")
    'Citation:A Letter\\nOriginal Language:Russian\\nContents:English Translation\\n'
    """
    ends: dict[str, int] = {}
    for match in BARE_LABEL.finditer(text):
        ends.setdefault(match["bare"], match.end())
        if match["bare"] == "Contents":
            break
    if len(ends) < ENOUGH:
        return None
    pieces: list[str] = []
    done = 0
    for end in ends.values():
        pieces += (text[done:end], ":")
        done = end + 1
    return "".join((*pieces, text[done:]))
