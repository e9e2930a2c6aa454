"""The terms of a citation: the levels of a locator and the kinds of provenance. Nothing is imported here, so that the
vocabulary can be checked where nothing is installed yet.
"""

from typing import Literal, get_args

Level = Literal[
    "fond", "opis", "delo", "papka", "portfel", "list", "record_group", "collection", "series", "subseries", "box",
    "folder", "file", "volume", "bundle", "reel", "unit", "item", "document", "page", "year", "name", "shelfmark",
]  # fmt: skip


class WordFileError(ValueError):
    """A mistake in a word file of the grammars, told to whoever changed it."""


#: The levels of an archival locator, from the highest to the lowest; ``name`` is a collection, an office or a sub-unit
#: without a label, ``shelfmark`` a mark of no known level.
LEVELS: tuple[Level, ...] = get_args(Level)

ProvenanceKind = Literal[
    "obtained", "provided", "held", "contributed", "transcribed", "compiled", "translated", "edited", "revised",
    "declassified", "reprinted", "digitized", "permitted", "other",
]  # fmt: skip

PROVENANCE_KINDS: tuple[ProvenanceKind, ...] = get_args(ProvenanceKind)

#: The words with which each kind of provenance is written when no text is given.
PROVENANCE_WORDS: dict[ProvenanceKind, str] = {
    "obtained": "obtained by",
    "provided": "provided by",
    "held": "on file at",
    "contributed": "contributed by",
    "transcribed": "transcribed by",
    "compiled": "compiled by",
    "translated": "translated by",
    "edited": "edited by",
    "revised": "revised by",
    "declassified": "declassified by",
    "reprinted": "reprinted in",
    "digitized": "digitized by",
    "permitted": "with permission of",
    "other": "",
}
