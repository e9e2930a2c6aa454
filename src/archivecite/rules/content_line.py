"""What a line under ``Contents:`` is meant to be, where it is not one of the known items."""

from ..model.record import Record
from ..syntax.content import find_content
from ..syntax.language import language_names
from .spelling import only_near

#: The words that items of Contents are made of, besides languages.
KINDS = ("Translation", "Transcript", "Transcription", "Original")
SCAN = ("Scan", "of", "Original", "Document")


def meant_item(line: str) -> str | None:
    """The item that ``line`` is, misspelt or with other signs between its two words.

    >>> meant_item("Translaton - Englsh"), meant_item("Transcript: German"), meant_item("Scan of Orignal Document")
    ('Translation - English', 'Transcript - German', 'Scan of Original Document')
    >>> meant_item("Minutes of the talk"), meant_item("Translation - English")
    (None, None)
    """
    words = [word for piece in line.split() if any(map(str.isalnum, word := piece.strip(":-–—.,;")))]
    if len(words) == len(SCAN):
        wrong = [(word, known) for word, known in zip(words, SCAN, strict=True) if word != known]
        return " ".join(SCAN) if len(wrong) == 1 and only_near(*wrong[0][:1], wrong[0][1:]) else None
    if len(words) < len(("kind", "language")):
        return None
    kind, name = spelt(words[0], KINDS), spelt(" ".join(words[1:]), language_names())
    item = f"{kind} - {name}"
    return item if kind and name and item != line.strip() else None


def spelt(word: str, words: tuple[str, ...] | frozenset[str]) -> str | None:
    """``word`` if it is one of ``words``, or else the one of them that it is meant to be."""
    return word if word in words else only_near(word, words)


def item_before(line: str) -> int:
    """Where the item ends that ``line`` begins with, if more follows on it; 0 if none does.

    >>> item_before("Translation - English REPORT"), item_before("Translation - English")
    (21, 0)
    """
    words = line.split(" ")
    for size in (3, 4):
        if (
            words[1:2] == ["-"]
            and len(words) > size
            and words[0] in KINDS
            and " ".join(words[2:size]) in language_names()
        ):
            return len(" ".join(words[:size]))
    return 0


def is_second_contents(record: Record) -> bool:
    """Whether the document begins with a second ``Contents:`` with items of the archive's under it, as the first has. A
    list of the document's own chapters has other items.
    """
    first, second = (*record.body, None, None)[:2]
    if not record.contents or first is None or second is None or first.text.strip() != "Contents:":
        return False
    return find_content(second.text) is not None
