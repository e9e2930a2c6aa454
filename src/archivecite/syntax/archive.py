"""What the runs of a source in an archive are: which name is the repository, what is a place, an acronym, a step."""

from typing import NamedTuple

from .archive_name import leading_words, split_archive
from .book import is_date
from .labels import are_sheets, is_sheet, label_at
from .place import is_place, lies_in
from .runs import AND, Run, is_archive_word, is_year, is_years
from .vocabulary import Vocabulary
from .words import Words


class Part(NamedTuple):
    """A run of a source with its ``kind``: ``ARCHIVE PARENT OFFICE PLACE ACRONYM LOOSE YEAR DATE PAGES CODE NAME PAPERS
    QUOTED ADDRESS LABELLED COUNTED GLOSS ITEM``; what stood in parentheses is ``enclosed``. ``first`` to ``last`` are
    its atoms, without the parentheses.
    """

    kind: str
    first: int
    last: int
    run: Run
    enclosed: bool = False


def parts_of(words: Words, runs: list[Run], known: Vocabulary) -> list[Part]:
    """Each run with its kind, places of several words or runs put together."""
    parts: list[Part] = []
    for index, whole_run in enumerate(runs):
        run = whole_run
        if run.before == "." and index and words.lower[run.first] in known.items and words.is_capital(run.first):
            parts.append(Part("ITEM", run.first, runs[-1].last, run))
            return parts
        if lead := leading_words(words, run, known, not index):
            parts.append(Part("LEADING", run.first, lead, run._replace(last=lead)))
            run = run._replace(kind="words", first=lead, before="", value=lead)
        if run.kind == "words" and (town := split_archive(words, run, known)):
            parts.append(Part("ARCHIVE", run.first, town, run._replace(last=town)))
            run = run._replace(first=town, before="", value=town)
        part = part_of(words, run, known)
        whole = named_part(words, parts[-2], part) if len(parts) > 1 else None
        joined = joined_part(words, parts[-1], part, known) if parts else None
        if whole:
            parts[-2:] = [whole]
        elif joined:
            parts[-1] = joined
        else:
            parts.append(part)
    return parts


def named_part(words: Words, first: Part, part: Part) -> Part | None:
    """A name of three parts: ``Labor Party (LP) Archive``, ``Institution on War, Revolution, and Peace``; or None."""
    if (
        part.kind == "ARCHIVE"
        and part.run.before == ""
        and first.kind in ("NAME", "OFFICE")
        and words.kinds[part.first - 1] == ")"
    ):
        return first._replace(kind="ARCHIVE", last=part.last)
    rest = first.kind in ("OFFICE", "ARCHIVE") and part.kind == "NAME" and words.lower[part.first] == "and"
    return first._replace(last=part.last) if rest and part.run.before == "," and part.last - part.first == 2 else None


def part_of(words: Words, run: Run, known: Vocabulary) -> Part:
    """One run with its kind."""
    if run.kind == "enclosed":
        return enclosed_part(words, run, known)
    last = run.last - 1
    glossed = run.kind == "words" and words.kinds[last] == "BRACKET" and last > run.first
    if glossed and kind_of(words, run.first, last, known) == "ARCHIVE":
        return Part("ARCHIVE", run.first, last, run)  # "Arhiv Jugoslavije [Archives of Yugoslavia: henceforth AJ]"
    if run.kind == "words":
        return Part(kind_of(words, run.first, run.last, known), run.first, run.last, run)
    return Part(run.kind.upper(), run.first, run.last, run)


def kind_of(words: Words, first: int, last: int, known: Vocabulary) -> str:
    """What a run of words without a label is, looked up as a whole.

    >>> from .vocabulary import vocabulary
    >>> texts = ("Moscow", "1960-63", "41-62", "Hill Archives", "Hill Papers, 1950", "FO 371/12", "PolA AA", "Weber")
    >>> [kind_of(words, 0, len(words), vocabulary()) for words in map(Words, texts)]
    ['PLACE', 'YEAR', 'PAGES', 'ARCHIVE', 'PAPERS', 'CODE', 'LOOSE', 'NAME']
    """
    if is_place(words, first, last, known):
        return "PLACE"
    if first + 1 == last and (number := number_kind(words.word(first))):
        return number
    if words.kinds[first] == "NUMBER" and known.suffixes.whole(words, first + 1, last) and is_sheet(words, first):
        return "PAGES"  # "3–5 verso"
    if words.kinds[first] == words.kinds[last - 1] == "NUMBER" and last - first > 2:
        sheets = [words.word(at) for at in range(first, last) if words.lower[at] not in AND]
        if len(sheets) < last - first and all(map(are_sheets, sheets)) and "PAGES" in map(number_kind, sheets):
            return "PAGES"  # "71-75 & 88"
    if noun := noun_of(words, first, last, known):
        return noun
    if any(words.lower[at] in known.months for at in range(first, last)) and is_date(words, first, last, known):
        return "DATE"
    printed = [words.word(at) for at in range(first, last)]
    if any(any(map(str.isdigit, word)) and not is_years(word) for word in printed):
        return "CODE"
    if all(is_acronym(word) for word in printed):
        return "LOOSE"
    return "NAME"


def number_kind(text: str) -> str:
    """``YEAR`` or ``PAGES`` where a number alone is one: ``41-62``, not ``2010-6417``, which is a file's number."""
    if is_years(text):
        return "YEAR"
    first, dash, last = text.strip("[]").replace("–", "-").replace("—", "-").partition("-")
    if dash and first.isdecimal() and last.isdecimal() and len(first) <= 4 and len(last) <= 4:
        return "" if is_year(first) and len(last) >= 3 else "PAGES"
    return "PAGES" if dash and are_sheets(text) else ""


def is_acronym(word: str) -> bool:
    """Whether a word looks like an acronym: it begins with a capital, and has another one.

    >>> [is_acronym(word) for word in ("AMSZ", "PolA", "DC-Cam", "Weber", "A", "Jong-Il")]
    [True, True, True, False, False, False]
    """
    letters = word.replace("-", "") if word[:2].isupper() else word
    return word[0].isupper() and letters.isalpha() and any(map(str.isupper, word[1:]))


def noun_of(words: Words, first: int, last: int, known: Vocabulary) -> str:
    """The kind of name by its noun: an archive's, a parent body's, an office's, somebody's papers; or nothing."""
    found = ""
    for at in range(first, last):
        kind = words.kinds[at]
        if kind == "NUMBER":
            # "Archives Center 3": only the last word of an office may be a number.
            if (is_years(words.word(at)) and not found) or words.lower[at + 1 : at + 2] == ["de"]:
                continue  # "Centro 25 de Abril"
            office = at - 1 - known.number_signs.starts(words.lower[at - 1])  # "Archives Center No. 3"
            if at + 1 < last or office < first or known.offices.find(words, office, office + 1) is None:
                return ""
        if kind != "WORD":
            continue
        lower = words.lower[at]
        if any(map(str.isdigit, lower)) or (lower in ("by", "to") and words.is_small(at)):
            return ""  # "prepared by the Hill Archive" names none
        stem = is_archive_word(lower, known)
        if not stem and lower not in known.nouns and "-" not in lower:
            continue
        if known.archive.find(words, at, last) or (stem and words.lower[at + 1 : last][:1] != ["release"]):
            found = "ARCHIVE"  # "National Archives release 1974" is a book or a release
        elif found in ("", "OFFICE") and is_parent(words, at, last, known):
            found = "PARENT"
        elif not found and known.offices.find(words, at, last):
            found = "OFFICE"
    if not found or (found == "OFFICE" and words.lower[last - 1] in known.kept):  # "Security Council Records"
        while last > first + 1 and words.kinds[last - 1] != "WORD":
            last -= 1  # "Hill Papers, 1950-60"
        found = "PAPERS" if words.lower[last - 1] in known.papers_nouns else ""
    return found


def is_parent(words: Words, at: int, last: int, known: Vocabulary) -> bool:
    """Whether a word names what an archive may belong to: a university, a foundation (``Novak-Stiftung``)."""
    return known.parents.find(words, at, last) is not None or known.parents.starts(words.lower[at].rpartition("-")[2])


def enclosed_part(words: Words, run: Run, known: Vocabulary) -> Part:
    """What stands in parentheses: a place, an acronym, an archive's name, a labelled step, or a gloss."""
    first, last = run.first + 1, run.last - 1
    if first >= last:
        return Part("GLOSS", run.first, run.last, run, True)
    if label := label_at(words, first, last, known):
        step = run._replace(
            kind="labelled", first=first, last=last, level=label.level, label=label.end, value=label.value
        )
        return Part("LABELLED", first, last, step, True)
    if last - first > 2 and words.kinds[last - 2] in (";", ":") and is_acronym(words.word(last - 1)):
        return Part("ACRONYM", last - 1, last, run, True)  # "(Archive of the President; APRF)"
    if known.acronyms.whole(words, first, last):
        return Part("ACRONYM", first, last, run, True)
    kind = kind_of(words, first, last, known)
    if kind == "NAME" and last - first < 4 and is_acronym(words.word(first)):
        kind = "LOOSE"  # "(TsDAHO Ukrainy)"
    if kind in ("PLACE", "LOOSE", "ARCHIVE"):
        return Part(kind, first, last, run, True)
    return Part("GLOSS", run.first, run.last, run, True)


def joined_part(words: Words, last: Part, part: Part, known: Vocabulary) -> Part | None:
    """``part`` put together with the one before it, after a comma: a city and its state or country, papers and their
    years; or None.
    """
    if part.run.before != "," or last.enclosed or part.enclosed:
        return None
    whole = last._replace(last=part.last)
    if last.kind == "PLACE" and last.run.kind == "words" and known.cities.whole(words, last.first, last.last):
        return whole if lies_in(words, (last.first, last.last), part.first, part.last, known) else None
    if part.kind != "YEAR":
        return None
    if is_year(words.word(part.first)):
        return whole if last.kind == "DATE" else None  # "June 14, 1955"
    kept = words.lower[last.last - 1] in known.holdings or words.lower[last.first] in known.kept
    # "Hill Papers, 1950-60", "General Records, 1950-60", "Records of the Zenda Mission, 1945-50"
    return whole if last.kind == "PAPERS" or (last.kind == "NAME" and kept) else None


def repository_of(words: Words, parts: list[Part], known: Vocabulary) -> int:
    """Which of ``parts`` names the repository, or -1: of several archives the one with a place or an acronym.

    Beside an acronym an office is a part of the archive's holdings: ``RGANI, Propaganda Department``.
    """
    kinds = [part.kind for part in parts]
    archives = [index for index, part in enumerate(parts) if part.kind == "ARCHIVE" and not part.enclosed]
    if archives:
        framed = [index for index in archives if is_placed(parts, index)]
        return framed[0] if framed else keeper_of(words, parts, archives[0], known)
    for index, part in enumerate(parts[1:]):
        if part.kind == "ARCHIVE" and parts[index].kind in ("NAME", "OFFICE", "PARENT"):
            return index  # "Dar al-Novak (Egyptian National Archives)"
    offices = [index for index, kind in enumerate(kinds) if kind == "OFFICE" and not parts[index].enclosed]
    offices = offices or [index for index, kind in enumerate(kinds) if kind == "PARENT"]
    placed = [index for index in offices if is_placed(parts, index)]
    if placed:
        return placed[0]
    if "ACRONYM" in kinds and not parts[acronym := kinds.index("ACRONYM")].enclosed:
        kept = acronym - 1 in offices and is_keeper(words, parts[acronym - 1], known)
        return acronym - 1 if kept else -1  # "Instytut Pamięci Narodowej, IPN"
    if offices:
        return library_of(words, parts, offices, known)
    for index, part in enumerate(parts[1:]):
        # "Vojenský ústav (VÚA), Prague": what a known acronym, or one with a place, stands right after
        named = part.enclosed and parts[index].kind == "NAME"
        if named and (part.kind == "ACRONYM" or (part.kind == "LOOSE" and is_placed(parts, index + 1))):
            return index
    return -1


def keeper_of(words: Words, parts: list[Part], archive: int, known: Vocabulary) -> int:
    """Which part keeps the holdings that part ``archive`` names: an institute before it, with its place between the
    two or before a person's archive (``Istituto Weber, Rome, Archivio Carlo Rossi``); else the archive itself.
    """
    between = archive - 1
    while between > 0 and (parts[between].enclosed or parts[between].kind in ("PLACE", "NAME")):
        between -= 1
    part = parts[max(between, 0)]
    if part.kind != "OFFICE" or part.enclosed or archive - between > 3 or parts[archive].run.before != ",":
        return archive
    if not is_keeper(words, part, known):
        return archive
    named = range(parts[archive].first, parts[archive].last)
    personal = is_archive_word(words.lower[named[0]], known) and len(named) > 2 and all(map(words.is_capital, named))
    owned = between > 0 and parts[between - 1].kind == "PARENT"  # "Hill University, Weber Library, Novak Archive"
    return between if personal or owned or archive - between > 1 else archive


def library_of(words: Words, parts: list[Part], offices: list[int], known: Vocabulary) -> int:
    """Of several offices the one that keeps papers: a library or an institute before a department or a committee."""
    return next((index for index in offices if is_keeper(words, parts[index], known)), offices[0])


def is_keeper(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a body keeps papers, by one of its words."""
    return not known.keepers.isdisjoint(words.lower[part.first : part.last])


def is_placed(parts: list[Part], index: int) -> bool:
    """Whether a place or an acronym in parentheses follows part ``index``."""
    following = parts[index + 1] if index + 1 < len(parts) else None
    return following is not None and (
        following.kind == "PLACE" or (following.enclosed and following.kind in ("ACRONYM", "LOOSE"))
    )


def by_repository(parts: list[Part]) -> list[list[Part]]:
    """The parts of each source: an archive after another one's locator opens a second source."""
    groups: list[list[Part]] = [[]]
    archive = located = False
    for part in parts:
        named = part.kind in ("ARCHIVE", "ACRONYM")
        if named and archive and (located or part.run.before == "and") and not part.enclosed:
            groups.append([])
            located = False
        archive = archive or named
        located = located or (
            archive and not named and not (part.kind == "PLACE" or (part.enclosed and part.kind == "LOOSE"))
        )
        groups[-1].append(part)
    return groups
