"""Comments of Markdown, which no one sees: ``<!-- page 2 -->``."""


def without_comments(text: str) -> str:
    """A text without the comments of Markdown in it.

    >>> without_comments("* <!-- page 2 --> *"), without_comments("* <!-- page 2")
    ('*  *', '* <!-- page 2')
    """
    first, *rest = text.split("<!--")
    pieces = [first]
    for piece in rest:
        inside, close, after = piece.partition("-->")
        pieces.append(after if close and ">" not in inside else f"<!--{piece}")
    return "".join(pieces)


def comment_end(text: str, start: int) -> int:
    """Where the comment ends that begins at ``start``, ``<!-- page 2 -->``; 0 if it does not.

    >>> comment_end("<!-- page 2 --> A", 0), comment_end("<!-- a > b -->", 0)
    (15, 0)
    """
    end = text.find(">", start) + 1
    return end if text[start:end].endswith("-->") and end - start >= len("<!---->") else 0
