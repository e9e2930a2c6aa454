"""Text in HTML: nothing in it is markup, a browser gets the same characters, and what cannot be seen is shown."""

import re

from ...model.visible import is_visible, visible

#: What HTML reads as something else than the character.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"})
#: What no page can hold: NUL, and half a character.
IMPOSSIBLE = re.compile("[\0\ud800-\udfff]")
#: What lays out a text.
BLANKS = frozenset("\n\t\r")


def escaped(text: str) -> str:
    """``text`` for HTML, in an element or a quoted attribute; U+FFFD is in the place of what HTML cannot hold.

    >>> escaped('<b title="x">&amp;')
    '&lt;b title=&quot;x&quot;&gt;&amp;amp;'
    """
    return IMPOSSIBLE.sub("\ufffd", text).translate(ESCAPES)


def shown(text: str) -> str:
    """``text`` for an element, its characters as they are; beside each that cannot be seen, or would turn the direction
    of the text, its code is shown.

    >>> shown("a\\u202eb")
    'a<span class="hidden" data-code="U+202E">\\u202e</span>b'
    """
    if text.isprintable():
        return escaped(text)
    pieces, done = [], 0
    for at, character in enumerate(text):
        if character not in BLANKS and not is_visible(character, text[at - 1 : at]):
            code = f'<span class="hidden" data-code="U+{ord(character):04X}">{escaped(character)}</span>'
            pieces += [escaped(text[done:at]), code]
            done = at + 1
    pieces.append(escaped(text[done:]))
    return "".join(pieces)


def readable(text: str) -> str:
    """``text`` for an element or an attribute, with escapes in the place of what cannot be seen; newlines stay.

    >>> readable("<a>\\x1b\\n")
    '&lt;a&gt;\\\\x1b\\n'
    """
    return escaped("\n".join(map(visible, text.split("\n"))))
