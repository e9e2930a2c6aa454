"""The persons of a publication: which runs of words are names of its authors, editors and translators."""

from .book import is_date, is_paper, is_periodical, is_work
from .runs import AND, Run
from .vocabulary import Vocabulary
from .words import Words

#: Where a name stands.
Place = tuple[int, int]

#: The longest name of a person, in atoms.
LONGEST = 6


def is_person(words: Words, first: int, last: int, known: Vocabulary, least: int = 2) -> bool:
    """Whether a run of words has the form of a person's name, or of several with an "and".

    >>> from .vocabulary import vocabulary
    >>> texts = ("Jan Novak", "A. Weber and Jan Cruz", "Rule in Ruritania", "Collected Works", "Weber")
    >>> [is_person(words, 0, len(words), vocabulary()) for words in map(Words, texts)]
    [True, True, False, False, False]
    """
    if (
        is_work(words, first, last, known)
        or is_periodical(words, first, last, known)
        or is_paper(words, first, last, known)
    ):
        return False
    if words.lower[first] in known.articles and not words.dotted[first]:
        return False
    length = capitals = 0
    for at in range(first, last):
        word = words.lower[at]
        if word in known.ands:
            if length < least and at > first:
                return False
            length = 0
            continue
        if words.kinds[at] == "WORD" and word not in known.particles:
            if words.is_small(at) or any(map(str.isdigit, word)):
                return False
            capitals += 1
        elif words.kinds[at] not in ("WORD", "BRACKET", "'"):
            return False
        length += 1
        if length > LONGEST:
            return False
    return capitals > 0 and length >= least


def names_in(words: Words, runs: list[Run], known: Vocabulary) -> list[Place]:
    """Where each name stands in a row of runs, as first and last atom; ``Weber, Anna and Jan Novak`` are two."""
    names: list[Place] = []
    for run in runs:
        first = run.first
        for at in range(run.first, run.last + 1):
            if at == run.last or (at > first and words.lower[at] in known.ands) or words.lower[at] in AND:
                if first < at:
                    names.append((first, at))
                first = at + 1
    if len(names) < 2 or not is_inverted(words, *names[:2]):
        return names
    whole = [(names[0][0], names[1][1])]
    for name in names[2:]:
        family = whole[-1]
        if is_inverted(words, family, name) and all(map(words.is_initial, range(*name))):
            whole[-1] = (family[0], name[1])  # "Weber, A. and Novak, J."
        else:
            whole.append(name)
    return whole


def is_inverted(words: Words, family: Place, given: Place) -> bool:
    """Whether two names are one, the family's first: ``Weber, Anna``, ``Weber, A. B.``"""
    if family[1] - family[0] != 1 or words.kinds[family[1]] != ",":
        return False
    return given[1] - given[0] == 1 or all(words.is_initial(at) for at in range(*given))


def authors_of(words: Words, runs: list[Run], known: Vocabulary) -> int:
    """How many runs at the beginning name authors: persons, as long as a title follows, up to an
    "and".
    """
    count = 0
    while count < len(runs) and runs[count].kind == "words":
        run = runs[count]
        if opens_inverted(words, runs, count, known):
            count += 1
        elif not is_person(words, run.first, run.last, known):
            break
        count += 1
        if "and" in words.lower[run.first : run.last]:
            break
    at = count
    while 0 < at < len(runs) and runs[at].kind == "words" and all(map(words.is_initial, range(*runs[at][1:3]))):
        at += 1
    if at < len(runs) and runs[at].kind == "role" and before_role(words, runs, at, known) == 0:
        return 0  # they are editors: "Jan Novak and Anna Weber, eds.", "Weber, A. and Novak, J., eds."
    while count and not has_title(words, runs, count, known):
        count -= 1
    return count


def opens_inverted(words: Words, runs: list[Run], index: int, known: Vocabulary) -> bool:
    """Whether a single word at the beginning is a family's name, a given one after the comma."""
    if index or len(runs) < 2 or runs[0].last - runs[0].first != 1 or runs[1].before != ",":
        return False
    given = names_in(words, runs[1:2], known)
    if not given or names_in(words, runs[:2], known)[0] != (runs[0].first, given[0][1]):
        return False
    return is_person(words, runs[1].first, runs[1].last, known, 1)


def has_title(words: Words, runs: list[Run], index: int, known: Vocabulary) -> bool:
    """Whether a title may stand at run ``index``: a quotation, or words that are no number, nor a day, nor the town of
    a newspaper before its day (``Borba, Belgrade, 14 June 1955``).
    """
    if index >= len(runs) or runs[index].kind == "quoted":
        return index < len(runs)
    run = runs[index]
    if run.kind != "words" or run.level or is_day(words, runs, index, known):
        return False
    return is_periodical(words, run.first, run.last, known) or not is_day(words, runs, index + 1, known)


def is_day(words: Words, runs: list[Run], index: int, known: Vocabulary) -> bool:
    """Whether run ``index`` is a day: ``14 June 1955``, or ``June 14`` before its year."""
    run = runs[index] if index < len(runs) else None
    if run is None or run.kind != "words" or not is_date(words, run.first, run.last, known):
        return False
    return any(words.kinds[at] == "NUMBER" and len(words.word(at)) <= 2 for at in range(run.first, run.last))


def before_role(words: Words, runs: list[Run], index: int, known: Vocabulary) -> int:
    """From which run on names stand before the role ``index``: ``Weber, Anna and Jan Novak, eds.``; or ``index``.

    Names after it (``Volume IV, eds. Ralph Weber``) are there where a title stands before, or a part of one.
    """
    first = index
    while first and (runs[first - 1].kind in ("words", "et_al") or is_gloss(words, runs, first - 1)):
        first -= 1
    if first == index:
        return index
    after = runs[index + 1] if index + 1 < len(runs) else None
    titled = runs[index].level.endswith("after") and (after is None or after.kind in ("words", "quoted"))
    if not titled:
        persons = index
        while persons - 1 > first and is_person(words, runs[persons - 1].first, runs[persons - 1].last, known):
            persons -= 1  # "The Long War, Jan Novak, ed. (London: Cape, 1999)"
        if persons == index and index - 1 > first and is_body_name(words, runs[index - 1], known):
            return index - 1  # "Waijiao wenxuan, Zhonghua renmin gongheguo waijiaobu, ed."
        return persons
    # "Politbiuro i Zenda, ed. G. Hill": where a person follows, single words before are none
    least = 2 if after is not None and is_person(words, after.first, after.last, known) else 1
    named = all(run.kind != "words" or is_person(words, run.first, run.last, known, least) for run in runs[first:index])
    # "Institute of Party History, ed., Collected Notes": after a comma a title follows
    apart = after is not None and (after.before != "" or after.kind == "quoted")
    return first if named or apart else index


def is_body_name(words: Words, run: Run, known: Vocabulary) -> bool:
    """Whether a run after a title and before a role can name a body: several words, the first with a capital, none of
    them a work's.
    """
    several = run.kind == "words" and run.last - run.first > 1 and run.before == ","
    return several and words.is_capital(run.first) and not is_work(words, run.first, run.last, known)


def is_gloss(words: Words, runs: list[Run], index: int) -> bool:
    """Whether run ``index`` is the name of a body in another language, before a role: ``Yanjiushi (Office), ed.``"""
    following = runs[index + 1].kind if index + 1 < len(runs) else ""
    run = runs[index]
    return run.kind == "enclosed" and run.before == "" and following == "role" and words.is_capital(run.first + 1)


def after_role(words: Words, runs: list[Run], index: int, known: Vocabulary) -> int:
    """Up to which run names stand after the role ``index``: persons, one after the other."""
    last = index + 1
    while last < len(runs) and runs[last].before in ("", ","):
        run = runs[last]
        if run.kind == "et_al":
            return last + 1
        if run.kind != "words" or not is_person(words, run.first, run.last, known, 1):
            break
        last += 1
    named = index + 1 < len(runs) and runs[index + 1].kind == "words" and runs[index + 1].before == ""
    return max(last, index + 2) if named else last


def is_edition(words: Words, runs: list[Run], index: int) -> bool:
    """Whether a role is the end of an edition's number: ``2nd ed.``"""
    before = runs[index - 1] if index else None
    if before is None or runs[index].before or before.last - before.first != 1:
        return False
    number = words.lower[before.first]
    return (number[:1].isdigit() and number[-2:] in ("st", "nd", "rd", "th")) or number in ("rev", "revised")
