"""Records as bibliographies meet them: both seeds, one from a book, one with a collection, one with two archives."""

from strategies.seed import SEEDS

import archivecite as ac

LINES = """\
"Letter to Nicolae Ceaușescu", July 4, 1969, Wilson Center Digital Archive, A. Weber, ed., Briefe und Akten, vol. 2 (Berlin: Aufbau, 1995), pp. 4-15. Translated by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/3>
"Minutes of a Meeting", July 5, 1969, Wilson Center Digital Archive, Central National Historical Archives (ANIC), Bucharest, Collection CC RCP, Chancellery, File 23/1973, pp. 2-7. Obtained by Jan Novak and translated by Bo Li. <https://digitalarchive.wilsoncenter.org/document/4>
"Report on Grain", July 6, 1969, Wilson Center Digital Archive, RGANI, f. 0102, op. 49, d. 131, ll. 9-17; and Political Archive (PolA AA), Berlin, C 867. Translated from Russian for CWIHP by Bo Li and Chen Wu. <https://digitalarchive.wilsoncenter.org/document/5>
"""


def records() -> list[ac.Record]:
    """The five records."""
    seeds = [ac.parse(seed).record for seed in SEEDS]
    return [*seeds, *(ac.Record(citation=ac.parse_citation(line).record.citation) for line in LINES.splitlines())]


#: What each must be cited with, once: the archive or the book, the locator, the digital archive, the translator.
NAMED = (
    ("Archive of the President of the Russian Federation", "Wilson Center Digital Archive", "Svetlana Savranskaya"),
    ("Archive of Foreign Policy, Russian Federation (AVP RF)", "Wilson Center Digital Archive", "Vladimir Zaemsky"),
    ("Briefe und Akten", "Aufbau", "Wilson Center Digital Archive", "Anna Weber"),
    (
        "Central National Historical Archives (ANIC)",
        "Collection CC RCP, Chancellery",
        "File 23/1973, pp. 2-7",
        "Wilson Center Digital Archive",
        "Bo Li",
    ),
    ("RGANI", "f. 0102", "op. 49, d. 131, ll. 9-17", "Wilson Center Digital Archive", "Bo Li and Chen Wu"),
)
