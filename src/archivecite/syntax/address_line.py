"""Addresses of the web that stand on a line of their own, below a citation or above a bracket in it."""

#: How they begin.
SCHEMES = ("http://", "https://")


def after_blank(text: str, at: int) -> int:
    """Where the next character that is not white space is."""
    while text[at : at + 1].isspace():
        at += 1
    return at


def address_end(text: str, start: int, end: int) -> int:
    """Where an address ends that stands alone on its line from ``start`` on, before ``end``; 0 where none does.

    >>> address_end("<https://a.org/7> \\nB", 0, 20), address_end("https://a.org/7 B", 0, 17), address_end("A", 0, 1)
    (18, 0, 0)
    """
    stop = text.find("\n", start, end)
    line = text[start : stop if stop >= 0 else end]
    address = line.rstrip().removeprefix("<").removesuffix(">")
    alone = not any(map(str.isspace, address)) and ">" not in address
    return start + len(line) if alone and address.startswith(SCHEMES) and address not in SCHEMES else 0


def address_above(text: str, start: int, end: int) -> int:
    """Where the first line ends that begins as an address does and has a bracket below it; ``end`` where none is."""
    at = text.find("\n", start, end)
    while at >= 0:
        following = text.find("\n", at + 1, end)
        if following < 0:
            return end
        if text[at + 1 : following].removeprefix("<").startswith(("http:", "https:")):
            below = after_blank(text, following + 1)
            if below < end and text[below] == "[":
                return following + 1
        at = following
    return end
