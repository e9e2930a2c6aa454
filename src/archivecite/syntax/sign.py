"""What tells that a source lies in an archive, or that it is printed."""

from itertools import pairwise

from .archive import Part
from .book import date_in, imprint_at, is_paper, is_periodical, is_work, open_imprint
from .labels import label_at
from .person import is_person
from .runs import is_archive_word, is_years
from .vocabulary import Vocabulary
from .words import Words

#: Levels that a book has, too: their labels tell nothing of an archive.
SHARED = frozenset({"volume", "page", "document", "shelfmark", "item", "year", "series"})

#: Names that alone make a source one of an archive, where nothing tells that it is printed; and less certain ones.
ARCHIVES = frozenset({"ARCHIVE", "ACRONYM"})
BODIES = frozenset({"OFFICE", "PARENT"})


def is_archival_at(words: Words, at: int, end: int, known: Vocabulary) -> bool:
    """Whether an archive's acronym, its noun, or a label that no book has stands ``at``."""
    if words.kinds[at] != "WORD":
        return False
    if known.acronyms.find(words, at, end) or is_archive_word(words.lower[at], known):
        return True
    label = label_at(words, at, end, known)
    return label is not None and label.level not in SHARED


def is_archival(words: Words, first: int, end: int, known: Vocabulary) -> bool:
    """Whether a sign of an archive stands anywhere between two atoms."""
    return any(is_archival_at(words, at, end, known) for at in range(first, end))


def tells_archive(words: Words, parts: list[Part], known: Vocabulary) -> bool:
    """Whether something tells that a source lies in an archive: an archive's name, or a label that no book has; and
    where nobody wrote a thesis or gave an interview, papers, a body's name, capitals beside a number, or a mark. A
    number alone is no sign: telegrams, resolutions and broadcasts have one.

    >>> from .archive import parts_of
    >>> from .runs import archival_runs
    >>> from .vocabulary import vocabulary
    >>> for text in ("Weber, Box 3", "SRE, III-2450-7", "FO 371/12", "Cable 12, Strelsau", "Hill College, 3 May 1950"):
    ...     words, known = Words(text), vocabulary()
    ...     print(tells_archive(words, parts_of(words, archival_runs(words, 0, len(words), known), known), known))
    True
    True
    True
    False
    False
    """
    kinds = {part.kind for part in parts}
    if "ACRONYM" not in kinds and has_row_of_imprint(parts):
        return False
    if kinds & ARCHIVES or any(is_located(part) for part in parts):
        return True
    if any(words.lower[at] in known.theses for part in parts for at in range(part.first, part.last)):
        return False
    if len(parts) > 1 and "PAPERS" in kinds:
        return True
    rest = [part for part in parts if part.kind not in ("YEAR", "DATE")]
    if kinds & BODIES and (len(rest) > 1 or rest == parts):
        return True
    marked = any(is_mark(words, part, known) for part in rest)
    numbered = any(part.kind == "CODE" or part.run.level == "shelfmark" for part in rest)
    return marked or (
        numbered and (parts[0].kind == "LOOSE" or any(part.kind == "LOOSE" and part.enclosed for part in parts))
    )


def has_row_of_imprint(parts: list[Part]) -> bool:
    """Whether a town, a publisher and a year stand in a row, not after an archive: ``t. 2, Paris, Fayard, 1995``."""
    rows = zip(parts, parts[1:], parts[2:], parts[3:], strict=False)
    return any(
        [part.kind for part in row] == ["PLACE", "NAME", "YEAR"] and before.kind in ("NAME", "LABELLED")
        for before, *row in rows
    )


def is_mark(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a number is a mark of an office or a series by itself: ``FO 371/5``, ``Department of Works/6/400``."""
    inside = range(part.first, part.last)
    return part.kind == "CODE" and (
        (len(inside) > 1 and words.word(part.first).isupper() and len(words.lower[part.first]) > 1)
        or any(known.offices.find(words, at, part.last) for at in inside)
    )


def is_located(part: Part) -> bool:
    """Whether a part has a label that no book has."""
    return part.kind in ("LABELLED", "COUNTED") and part.run.level not in SHARED


def is_published(words: Words, first: int, last: int, parts: list[Part], known: Vocabulary) -> bool:
    """Whether a source is printed: it has an imprint, or another sign of print and none of an archive.

    >>> from .archive import parts_of
    >>> from .runs import archival_runs
    >>> from .vocabulary import vocabulary
    >>> texts = ("Novak, Rule (Moscow: Mysl, 2005)", "Novak, eds. Rule", "RGANI, vol. 2", "Vestnik, no. 1, 1993")
    >>> for words in map(Words, texts):
    ...     parts = parts_of(words, archival_runs(words, 0, len(words), vocabulary()), vocabulary())
    ...     print(is_published(words, 0, len(words), parts, vocabulary()))
    True
    True
    False
    True
    """
    strong = any(part.kind == "ACRONYM" or is_located(part) for part in parts)
    kinds = {part.kind for part in parts if not known.parts.find(words, part.first, part.last)}
    if "(" in words.kinds[first:last] and (imprint := imprint_in(words, first, last, known)):
        # after an imprint a locator's label is a page's: "(Tirana: 8 Nëntori, 1975), f. 45"
        return not any(part.kind == "ACRONYM" or (is_located(part) and part.first < imprint) for part in parts)
    if strong or ("CODE" in kinds and ("ARCHIVE" in kinds or "OFFICE" in kinds)):
        return False
    placed = any(part.kind == "ARCHIVE" and following.kind == "PLACE" for part, following in pairwise(parts))
    if has_issue(words, first, last, parts, known) or (not placed and is_article(words, parts, known)):
        return True  # no article is in "National Archives of India, New Delhi, …, Progs. Nos. 12-34, 1957"
    if any(is_open_imprint(words, part, following, known) for part, following in pairwise(parts)):
        return True
    if "ARCHIVE" in kinds or "COUNTED" in kinds or ("PLACE" in kinds and kinds & {"OFFICE", "PARENT"}):
        return False
    return has_print_sign(words, first, last, parts, kinds, known)


def is_open_imprint(words: Words, part: Part, following: Part, known: Vocabulary) -> bool:
    """Whether an imprint and its year are there without parentheses: ``Beograd: Arhiv Jugoslavije, 1998``."""
    return part.run.kind == "words" and following.kind == "YEAR" and open_imprint(words, part.run, known) > 0


def imprint_in(words: Words, first: int, last: int, known: Vocabulary) -> int:
    """Where an imprint opens in parentheses between two atoms; or 0."""
    at = first - 1
    for _ in range(words.kinds[first:last].count("(")):
        at = words.kinds.index("(", at + 1)
        if imprint_at(words, at, known):
            return at
    return 0


def has_issue(words: Words, first: int, last: int, parts: list[Part], known: Vocabulary) -> bool:
    """Whether a journal or a newspaper is named with its issue or its date: ``Vestnik arkhiva, no. 1 (1996)``."""
    if not is_periodical(words, first, last, known):
        return False
    dated = any(
        part.kind in ("YEAR", "DATE") or (part.run.kind == "enclosed" and date_in(words, part.run.first, known))
        for part in parts
    )
    return dated and not any(part.kind in ("PLACE", "LOOSE") and part.enclosed for part in parts)


def is_article(words: Words, parts: list[Part], known: Vocabulary) -> bool:
    """Whether a name that nobody knows is a journal's by what follows it: a year and an issue in either order
    (``Istochnik, 1995, no. 6``), or, after a quoted title or before a colon and pages, a number and a year in
    parentheses (``"T," Osteuropa 44 (1994)``, ``Rodina 4 (1998): 3``).
    """
    if len(parts) > 1 and is_named_issue(words, parts[0], known):
        return parts[1].kind == "YEAR" or is_dated(words, parts[1], known)
    for index, part in enumerate(parts):
        if part.kind not in ("NAME", "CODE") or part.run.kind != "words" or not is_journal_name(words, part, known):
            continue
        following = parts[index + 1 : index + 3]
        years = [part.kind == "YEAR" or is_dated(words, part, known) for part in following]
        issues = [is_issue(words, part, known) for part in following]
        quoted = index > 0 and parts[index - 1].kind == "QUOTED"
        quoted = quoted or (part.kind == "CODE" and len(following) > 1 and following[1].run.before == ":")
        if (any(years) and any(issues)) or (quoted and following and is_dated(words, following[0], known)):
            return True
        if any(issues[:1]) and is_years(words.word(part.last - 1)):
            return True
    return False


def is_named_issue(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a part is a name with an issue's label in it, and its number: ``Rodina no. 4``."""
    if part.kind != "LABELLED" or part.run.level != "shelfmark" or words.lower[part.first] in known.holdings:
        return False
    return any(known.parts.whole(words, at, part.run.label) == "issue" for at in range(part.first + 1, part.run.label))


def is_journal_name(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a part can be a journal's name, with a number at its end perhaps: no row of telegrams, and no mark."""
    last = part.last - (words.kinds[part.last - 1] == "NUMBER")
    inside = range(part.first, last)
    return bool(inside) and all(
        words.lower[at].isalpha() and words.lower[at] not in known.holdings and not words.word(at).isupper()
        for at in inside
    )


def is_dated(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a part is a date in parentheses."""
    return part.run.kind == "enclosed" and date_in(words, part.run.first, known)


def is_issue(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a part is a label of issues with its number."""
    return part.kind == "LABELLED" and known.parts.whole(words, part.run.first, part.run.label) == "issue"


def has_print_sign(words: Words, first: int, last: int, parts: list[Part], kinds: set[str], known: Vocabulary) -> bool:
    """Whether a role, a volume, a page, a series of papers or a part's title tells that a source is printed."""
    numbered = "NUMBER" in words.kinds[first:last] or "QUOTED" in kinds
    if (numbered and is_paper(words, first, last, known)) or is_newspaper(words, parts, known):
        return True
    if any(word in known.theses for word in words.lower[first:last]):
        return False
    if any(part.kind == "LABELLED" and part.run.level in ("volume", "page") for part in parts):
        return not kinds & {"CODE", "DATE"}
    if is_work(words, first, last, known) and "QUOTED" in kinds:
        return True
    if any(part.run.kind == "words" and open_imprint(words, part.run, known) for part in parts):
        return True
    for at in range(first, last):
        role = known.roles.find(words, at, last)
        if role and at > first and (words.kinds[at] == "(" or words.is_small(at)):
            return True
        if words.kinds[at] == "QUOTATION" and at + 1 < last and words.lower[at + 1] == "in":
            return True
    return is_periodical(words, first, last, known) and any(part.kind == "QUOTED" for part in parts)


def is_newspaper(words: Words, parts: list[Part], known: Vocabulary) -> bool:
    """Whether a name, perhaps with a town, and a day make a newspaper's citation: ``The Courier, 12 March 1947``; a
    town that no list knows only if a page follows. What may be a person's name is a newspaper's only with both a known
    town and a page.
    """
    paged = parts[-1].run.level == "page"
    last = len(parts) - paged - 1
    if last not in (1, 2) or not is_day(words, parts[last]) or parts[0].kind != "NAME":
        return False
    placed = last == 1 or parts[1].kind == "PLACE"
    if is_person(words, parts[0].first, parts[0].last, known):
        return paged and last == 2 and placed
    return is_newspaper_name(words, parts[0], known) and (placed or (paged and parts[1].kind == "NAME"))


def is_day(words: Words, part: Part) -> bool:
    """Whether a part is a date with its day: ``12 March 1947``."""
    return part.kind == "DATE" and any(
        words.kinds[at] == "NUMBER" and len(words.word(at)) <= 2 for at in range(part.first, part.last)
    )


def is_newspaper_name(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a name can be a newspaper's: it is no document's (``Interview with Jan Novak``, ``Novak to Weber``)."""
    return not any(
        words.lower[at] in known.holdings
        or words.lower[at] in known.accessed
        or (words.is_small(at) and words.lower[at] in known.openers - known.small)
        for at in range(part.first, part.last)
    )
