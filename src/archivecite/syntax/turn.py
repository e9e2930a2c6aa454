"""Which labels are speakers': those with a title, those that come twice, and those that stand among such."""

from collections import Counter
from collections.abc import Sequence

from .piece import Piece
from .speaker import Kind, Speaker, is_named

#: Of the turns with a dash, and of the speakers on lines of their own above the text, one alone may be anything.
ENOUGH = 2

#: Where names without a title, or in capitals, have dashes behind them, so many turns are a conversation.
DASHED = 3

#: What stands behind the name of who speaks.
SIGNS = (":", "—")


def read_speakers(pieces: Sequence[Piece]) -> None:
    """Keep the labels that are speakers'.

    Among two speakers a third may speak once; in capitals one is enough, since little else begins so. Dashes need two,
    since prose has them too: ``Comrade Petrov—our ambassador—came``.
    """
    present = present_in(pieces)
    label_present(pieces, present)
    labelled = [(piece, piece.speaker) for piece in pieces if piece.speaker and may_speak(piece)]
    if not labelled:
        return
    kinds = Counter(speaker.kind for _, speaker in labelled)
    spoken = Counter(speaker.name for _, speaker in labelled if speaker.kind != "dashed")
    proven = {
        speaker.name
        for piece, speaker in labelled
        if is_proven(piece, speaker, kinds, spoken) or is_present(speaker.name, present)
    }
    answers = answering(pieces, proven)
    for piece, speaker in labelled:
        enough = 1 if speaker.kind == "capitals" else ENOUGH
        dashed = speaker.kind == "named dashed" and len(proven) > 0 and kinds["named dashed"] >= DASHED
        sure = speaker.name in proven and is_proven(piece, speaker, kinds, spoken)
        if dashed or sure or piece in answers or is_present(speaker.name, present):
            piece.found = None
        elif speaker.kind in ("dashed", "named dashed", "capitals dashed", "alone") or (
            speaker.name not in proven and len(proven) < enough
        ):
            piece.speaker = None


def present_in(pieces: Sequence[Piece]) -> str:
    """The words of the lines that say who was present, a blank around each: labels with these names are speakers'."""
    lines = [piece.text for piece in pieces if piece.kind == "participants"]
    return f" {plain_words(' '.join(lines))} " if lines else ""


def plain_words(text: str) -> str:
    """The words of a text in small letters, a blank between two."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def is_present(name: str, present: str) -> bool:
    """Whether a whole name, of two words at least, is among those of who was present.

    >>> is_present("JAN NOVAK", " present jan novak and a weber "), is_present("Novak", " present jan novak ")
    (True, False)
    """
    words = plain_words(name) if present else ""
    return " " in words and f" {words} " in present


def label_present(pieces: Sequence[Piece], present: str) -> None:
    """Make labels of names that stand alone before a colon or a dash, where the record says that they were present."""
    for piece in pieces if present else ():
        if piece.speaker or piece.found is not None or piece.zone == "head":
            continue  # a head lists who was present with their posts, too
        name = min((piece.text.partition(sign)[0] for sign in SIGNS), key=len)
        if len(name) < len(piece.text) and is_named(name) and is_present(name, present):
            piece.speaker = Speaker("present", 0, len(name), name)


def answering(pieces: Sequence[Piece], proven: set[str]) -> set[Piece]:
    """The pieces with a name without a title that stand between two turns of one proven speaker: he is answered."""
    found = set()
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.speaker is None or piece.speaker.kind != "named" or piece.found is not None:
            continue
        if before.speaker and after.speaker and before.speaker.name == after.speaker.name in proven:
            found.add(piece)
    return found


def may_speak(piece: Piece) -> bool:
    """Whether a piece is a paragraph, or a speaker's line that was taken for an address."""
    return piece.found is None or (
        piece.speaker is not None and piece.speaker.kind == "alone" and piece.kind in ("addressee", "salutation")
    )


def is_proven(piece: Piece, speaker: Speaker, kinds: Counter[Kind], spoken: Counter[str]) -> bool:
    """Whether a label is a speaker's without a doubt."""
    if speaker.kind == "dashed":
        return kinds["dashed"] >= ENOUGH
    if speaker.kind == "capitals dashed":
        return kinds["capitals dashed"] >= DASHED
    if speaker.kind == "named dashed":
        return spoken[speaker.name] > 1 and kinds["named dashed"] + kinds["titled"] + kinds["named"] >= DASHED
    if speaker.kind == "alone":
        return kinds["alone"] >= ENOUGH or piece.zone != "head" or spoken[speaker.name] > 1  # he speaks below, too
    return speaker.kind == "titled" or spoken[speaker.name] > 1
