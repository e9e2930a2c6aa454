"""Citations as text: the opening, the pieces with the separators that part them by rule, and the address."""

from collections.abc import Sequence

from ...model.citation import Citation, Provenance, Source
from ..opening import known_archive
from ..vocabulary import Vocabulary, vocabulary
from ..words import Words

#: Families of the old style: curly quotes, and an address without brackets.
OLD = ("classic", "heading_markdown", "flattened")

Piece = Source | Provenance


def write_citation(citation: Citation, family: str) -> str:
    """``citation`` as canonical text in the manner of ``family``: the old style for ``classic``, or else the new one.

    >>> write_citation(Citation(title="Note", digital_archive="CWIHP Archive"), "plain")
    '"Note", CWIHP Archive'
    """
    known = vocabulary()
    old = family in OLD
    opening = written_opening(citation, old, known)
    pieces = distinct([*citation.sources, *citation.provenance])
    tail = "".join(
        f"{separator(pieces[index - 1], piece, known) if index else ''}{piece.text}"
        for index, piece in enumerate(pieces)
    )
    text = " ".join((*opening, tail)) if tail else " ".join(opening).removesuffix(",")
    accessed = getattr(citation, "accessed", None)
    seen = f" (accessed {accessed.text})" if accessed else ""
    if not citation.url:
        return text + seen
    if family == "markdown":
        return f"{text} <{citation.url}>{seen}"
    stop = "." if pieces and may_stop(pieces[-1].text, known) else ""
    bare = old and "/document/" in citation.url and citation.url[-1:].isalnum()
    return f"{text}{stop}\n{citation.url if bare else f'<{citation.url}>'}{seen}"


def written_opening(citation: Citation, old: bool, known: Vocabulary) -> list[str]:
    """Title, date and digital archive, each with its comma; without a known archive only quotes tell a date."""
    archive = citation.digital_archive
    quoted = citation.title or (citation.date and not (archive and known_archive(archive, len(archive), known)))
    opening = []
    if quoted:
        title = citation.title or ""
        opening.append(f"“{title},”" if old else f'"{title}",')
    return opening + [f"{part}," for part in (citation.date and citation.date.text, archive) if part]


def distinct(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, one for each text: a statement with several verbs is as many values with the same text."""
    made: list[Piece] = []
    kinds: set[str] = set()
    for piece in pieces:
        kind = getattr(piece, "kind", "")
        if made and isinstance(piece, Provenance) and made[-1].text == piece.text and kind not in kinds:
            kinds.add(kind)
        else:
            made.append(piece)
            kinds = {kind}
    return made


def separator(before: Piece, after: Piece, known: Vocabulary) -> str:
    """What parts two pieces: a full stop before a statement with a capital, where it can be one; else a semicolon."""
    statement = isinstance(after, Provenance) and after.text[:1].isupper()
    return ". " if statement and may_stop(before.text, known) else "; "


def may_stop(text: str, known: Vocabulary) -> bool:
    """Whether a full stop after ``text`` ends it, and would not be taken for a short form's, as in ``Jr.``, ``D.C.``

    >>> from ..vocabulary import vocabulary
    >>> [may_stop(text, vocabulary()) for text in ("Anna Weber", "ll. 5", "Henry Jr", "D.C.", "Weber A")]
    [True, True, False, False, False]
    """
    words = Words(f"{text[-40:]}.")
    at = len(words) - 1
    if text[-1:] == "." or not words.dotted[at]:
        return False
    if words.kinds[at] != "WORD":
        return words.kinds[at] != "."
    word = words.lower[at]
    return not words.is_initial(at) and word not in known.abbreviations and not known.degrees.starts(word)
