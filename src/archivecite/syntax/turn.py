"""Which labels are speakers': those with a title, those that come twice, and those that stand among such."""

from collections import Counter
from collections.abc import Sequence

from .piece import Piece
from .speaker import Kind, Speaker

#: Of the turns with a dash, and of the speakers on lines of their own above the text, one alone may be anything.
ENOUGH = 2

#: Where names without a title, or in capitals, have dashes behind them, so many turns are a conversation.
DASHED = 3


def read_speakers(pieces: Sequence[Piece]) -> None:
    """Keep the labels that are speakers'.

    Among two speakers a third may speak once; in capitals one is enough, since little else begins so. Dashes need two,
    since prose has them too: ``Comrade Petrov—our ambassador—came``.
    """
    labelled = [(piece, piece.speaker) for piece in pieces if piece.speaker and may_speak(piece)]
    if not labelled:
        return
    kinds = Counter(speaker.kind for _, speaker in labelled)
    spoken = Counter(speaker.name for _, speaker in labelled if speaker.kind != "dashed")
    proven = {speaker.name for piece, speaker in labelled if is_proven(piece, speaker, kinds, spoken)}
    answers = answering(pieces, proven)
    for piece, speaker in labelled:
        enough = 1 if speaker.kind == "capitals" else ENOUGH
        dashed = speaker.kind == "named dashed" and len(proven) > 0 and kinds["named dashed"] >= DASHED
        if dashed or piece in answers or (speaker.name in proven and is_proven(piece, speaker, kinds, spoken)):
            piece.found = None
        elif speaker.kind in ("dashed", "named dashed", "capitals dashed", "alone") or (
            speaker.name not in proven and len(proven) < enough
        ):
            piece.speaker = None


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
