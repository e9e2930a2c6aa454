"""Citations: the opening, the sources, the statements, and the address."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ..model.citation import Citation, OtherSource, Provenance, Source
from ..model.date import Date
from ..model.unchecked import unchecked
from .archive import by_repository, parts_of, repository_of
from .cut import Piece, cut
from .date import read_date
from .ending import Ending, ending_of
from .found import Found
from .frame import archival_tokens, frame_of
from .loop import Parse, Token, parse, tables
from .opening import known_archive, note_start, opening_of
from .printed import end_of
from .provenance import read_provenance
from .publication import parse_publication, read_published
from .runs import archival_runs
from .sign import is_published, tells_archive
from .source import read_archival
from .tail import Place, Statements, Tail, moved, tail_said
from .vocabulary import Vocabulary, vocabulary
from .words import Words

new_citation = unchecked(Citation)
new_other_source = unchecked(OtherSource)
new_date = unchecked(Date)


def read_tail(text: str, start: int, tail: Tail) -> Statements:
    """The statements of ``text``, which stands at ``start``, as if it were a citation's tail. If it is ``tail``, they
    are what that holds: to read them again takes long.

    >>> from .tail import NO_TAIL
    >>> read_tail("RGASPI; translated by Anna Weber", 0, NO_TAIL).provenance[0].value.kind
    'translated'
    """
    # Before an address no full stop stands; after a name's last word it says nothing.
    name = tail.text.rpartition(" ")[2]
    stopped = text == f"{tail.text}." and name.istitle() and may_stop(tail.text, vocabulary())
    if text != tail.text and not stopped:
        tail = Tail(text, 0, read_statements(text))
    return moved(tail.statements, start - tail.start)


def read_statements(text: str, start: int = 0, end: int | None = None) -> Statements:
    """Sources and provenance of the tail of a citation, or of a source note.

    >>> read_statements("RGASPI; translated by Anna Weber").provenance[0].value.kind
    'translated'
    """
    known = vocabulary()
    words = Words(text, start, end)
    read = Statements([], [], [])
    for piece in cut(words, 0, len(words), known):
        take_piece(read, words, piece, known)
    return read


def take_piece(read: Statements, words: Words, piece: Piece, known: Vocabulary) -> None:
    """Adds what one piece says; a note on a copy's form (``Typescript``) is unread."""
    first, last, head = piece
    start, end = words.starts[first], end_of(words, last, known)
    if not any(map(str.isalnum, words.text[start:end])):
        read.unread.append((start, end))
    elif head:
        read.provenance.extend(read_provenance(words, first, last, head, known))
    elif read.sources and is_form(words, first, last, known):
        read.unread.append((start, end))
    else:
        if (refers := known.refers.find(words, first, last)) and refers[0] < last:
            read.unread.append((start, words.stop(refers[0] - 1)))
            first = refers[0]
        read.sources.extend(read_source(words, first, last, known))


def is_form(words: Words, first: int, last: int, known: Vocabulary) -> bool:
    """Whether a short piece says what kind of copy a source is: ``Typescript``, ``Certified copy``."""
    if last - first > 4 or any(kind in ("NUMBER", ":") for kind in words.kinds[first:last]):
        return False
    return words.lower[first] in known.forms or words.lower[last - 1] in known.forms


class ParsedSource(NamedTuple):
    """A source as it was parsed: by which start rule, or ``other``, and between which atoms it stands."""

    rule: str
    first: int
    last: int
    parsed: Parse


def parse_source(words: Words, first: int, last: int, known: Vocabulary) -> list[ParsedSource]:
    """The trees of the sources that a piece names: one as a rule, more where a second archive follows."""
    while first < last - 1 and (words.lower[first] in known.before_source and words.kinds[first + 1] == ":"):
        first += 2
    if known.back.within(words, first, last):  # "Ibid., p. 5"
        return [ParsedSource("other", first, last, Parse(None, []))]
    parts = parts_of(words, archival_runs(words, first, last, known), known)
    if is_published(words, first, last, parts, known):
        return [ParsedSource("published", first, last, parse_publication(words, first, last, known))]
    if not tells_archive(words, parts, known):
        return [ParsedSource("other", first, last, Parse(None, []))]
    found: list[ParsedSource] = []
    for group in by_repository(parts):
        roles = frame_of(words, group, repository_of(words, group, known), known)
        parsed = parse(tables("source", "archival"), archival_tokens(words, group, roles, known))
        low, high = group[0].run.first, max(group[-1].last, group[-1].run.last)
        found.append(ParsedSource("archival", low, high, parsed))
    return found


def read_source(words: Words, first: int, last: int, known: Vocabulary) -> list[Found[Source]]:
    """The sources that a piece names."""
    return [source_of(words, source, known) for source in parse_source(words, first, last, known)]


def source_of(words: Words, source: ParsedSource, known: Vocabulary) -> Found[Source]:
    """The value of one source: one whose tree has no end, or that is implausible, is ``other``."""
    rule, first, last, (tree, _) = source
    start, end = words.starts[first], end_of(words, last, known)
    if tree is not None and rule == "archival":
        return read_archival(words.text, tree, start, end, source.parsed.unread, known)
    published = read_published(words.text, tree, start, end, source.parsed.unread) if tree is not None else None
    return published or other_source(words, first, last, known)


def other_source(words: Words, first: int, last: int, known: Vocabulary) -> Found[Source]:
    """A source that is neither: its text is kept whole."""
    start, end = words.starts[first], end_of(words, last, known)
    text = words.text[start:end]
    return Found(new_other_source(text), start, end, {"text": Found(text, start, end)})


def read_citation(text: str) -> Found[Citation]:
    """The citation that ``text``, which is one flat line, is.

    >>> read_citation('"Note", July 4, 1949, CWIHP Archive, RGASPI').value.digital_archive
    'CWIHP Archive'
    """
    return read_with_tail(text)[0]


def read_with_tail(text: str) -> tuple[Found[Citation], Tail]:
    """The citation that ``text`` is, and its tail, for the source notes of its record."""
    known = vocabulary()
    parts: dict[str, Any] = {}
    ending = ending_of(text, known)
    end, after = tail_of(text, ending)
    opening = opening_of(text, end, known)
    read_opening(text, opening.tokens, parts)
    unread = [*opening.unread, *ending.unread]
    unread += read_ending(text, ending.tokens, parts)
    at = opening.end
    if not at and (at := note_start(text[:end], known)):
        end -= text.startswith("[") and text.endswith("]", at, end)
    read = read_statements(text, at, end)
    later = read_statements(text, *after) if after[0] < after[1] else Statements([], [], [])
    unread += [(found.start, found.end) for found in later.sources]
    statements = [*read.provenance, *later.provenance]
    parts["sources"], parts["provenance"] = read.sources, statements
    values = {key: found.value for key, found in parts.items() if isinstance(found, Found)}
    value = new_citation(
        **values,
        sources=tuple([found.value for found in read.sources]),
        provenance=tuple([found.value for found in statements]),
    )
    found = Found(value, 0, len(text), parts, None, unread + read.unread + later.unread)
    return found, tail_said(text, at, end, read)


def tail_of(text: str, ending: Ending) -> tuple[int, Place]:
    """Where the tail ends, and the stretch after the address that may hold another statement."""
    if not ending.taken:
        return len(text), (len(text), len(text))
    first, last = min(ending.taken), max(ending.taken)
    start, end = first[0], first[1]
    if ending.unread and not ending.tokens:
        start -= text[start - 1 : start] == "<"
        end += text[end : end + 1] == ">"
    return start, (end, last[0] if last != first else len(text))


def read_opening(text: str, tokens: list[Token], parts: dict[str, Any]) -> None:
    """Adds title, date and digital archive."""
    tree, _ = parse(tables("citation", "opening"), tokens)
    for field, (token,) in tree.children if tree else ():
        printed = Found(text[token.start : token.end], token.start, token.end)
        if field == "date":
            date = new_date(printed.value, token.reading or None)
            parts[field] = Found(date, token.start, token.end, {"text": printed})
        else:
            parts[field] = printed


def read_ending(text: str, tokens: list[Token], parts: dict[str, Any]) -> list[Place]:
    """Adds the address, without the blank that a line's end left in it, and the date on which it was seen; tells what
    is no date.
    """
    tree, _ = parse(tables("citation", "ending"), tokens)
    undated: list[Place] = []
    for field, (token,) in tree.children if tree else ():
        printed = text[token.start : token.end]
        if field == "url":
            parts["url"] = Found("".join(printed.split()), token.start, token.end)
        elif date := read_date(printed):
            inner = {"text": Found(printed, token.start, token.end)}
            parts["accessed"] = Found(date, token.start, token.end, inner)
        else:
            undated.append((token.start, token.end))
    return undated


#: Families of the old style: curly quotes, and an address without brackets.
OLD = ("classic", "heading_markdown", "flattened")

Said = Source | Provenance


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
    seen = f" (accessed {citation.accessed.text})" if citation.accessed else ""
    if not citation.url:
        return text + seen
    if family == "markdown":
        return f"{text} <{citation.url}>{seen}"
    stop = "." if text and (not pieces or may_stop(pieces[-1].text, known)) else ""
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


def distinct(pieces: Sequence[Said]) -> list[Said]:
    """The pieces, one for each text: a statement with several verbs is as many values with the same text."""
    made: list[Said] = []
    kinds: set[str] = set()
    for piece in pieces:
        kind = getattr(piece, "kind", "")
        if made and isinstance(piece, Provenance) and made[-1].text == piece.text and kind not in kinds:
            kinds.add(kind)
        else:
            made.append(piece)
            kinds = {kind}
    return made


def separator(before: Said, after: Said, known: Vocabulary) -> str:
    """What parts two pieces: a full stop before a statement with a capital, where it can be one; else a semicolon."""
    statement = isinstance(after, Provenance) and after.text[:1].isupper()
    return ". " if statement and may_stop(before.text, known) else "; "


def may_stop(text: str, known: Vocabulary) -> bool:
    """Whether a full stop after ``text`` ends it, and would not be taken for an abbreviation's, as in ``Jr.``, ``D.C.``

    >>> from .vocabulary import vocabulary
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
