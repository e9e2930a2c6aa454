"""The frame of a repository, and the parts of a source in an archive to tokens."""

from .archive import Part, is_acronym
from .loop import Token
from .printed import end_of
from .step import is_small_word, step_tokens
from .vocabulary import Vocabulary
from .words import Words

#: The levels right below an archive.
HIGHEST = frozenset({"fond", "record_group", "collection"})

#: Parts that name a holding, an archive's own part, or the archive by its acronym.
NAMED = frozenset({"NAME", "PAPERS", "OFFICE", "ARCHIVE", "ACRONYM", "LOOSE"})

#: Tokens of a step that may have a gloss.
GLOSSED = frozenset({"NUMBER", "NAME", "YEAR", "PAGES"})


def frame_of(words: Words, parts: list[Part], named: int, known: Vocabulary) -> dict[int, str]:
    """Which parts name the repository: ``name`` (of several parts in a row), ``acronym``, ``place``, once each;
    and what is ``odd``.
    """
    roles: dict[int, str] = {}
    last = ""
    for index, part in enumerate(parts):
        role = repository_role(words, parts, index, named, last, known)
        if role in roles.values() and (role != last or role == "acronym"):
            role = ""
        if role:
            roles[index] = role
        if role != "odd" or not part.enclosed:
            last = role or (last if part.kind == "PARENT" else "")
    dated = next((at for at, part in enumerate(parts[: min(roles, default=0)]) if part.kind == "DATE"), 0)
    return roles | dict.fromkeys(range(dated), "odd")  # a document's title: "Letter from Novak, May 3, 1950, RGANI"


def repository_role(words: Words, parts: list[Part], index: int, named: int, last: str, known: Vocabulary) -> str:
    """What part ``index`` is of the repository, where the part before it was ``last``; or nothing."""
    part = parts[index]
    kind = part.kind
    if index == named or is_parent(parts, index, named) or (last == "name" and goes_on(words, parts, index, known)):
        return "name"
    if kind == "ACRONYM" or (kind == "LOOSE" and part.enclosed and last):
        return "acronym"
    if kind == "LOOSE" and index == 0 and named in (-1, 1):
        return "" if any(part.kind == "ACRONYM" and not part.enclosed for part in parts) else "acronym"
    if kind == "ARCHIVE" and part.enclosed and last == "acronym" and named < 0:
        return "name"
    if kind == "ARCHIVE" and part.enclosed and last == "name":
        return "odd"  # the same in another language: "Gansu sheng dang'anguan (Gansu Provincial Archives)"
    if kind == "PLACE" and last in ("name", "acronym"):
        return "place"
    if kind == "NAME" and last in ("name", "acronym"):
        return "place" if is_town(words, parts, index, known) else new_town(words, parts, index, known)
    if last == "place" and parts[index - 1].kind == "NAME" and is_wider(words, part, known):
        return "place"
    if kind != "PLACE" or index + 1 < len(parts) or not index:
        return ""
    # at the end a town with more, or after a number: "Hill Archive, Austin, Texas", "Maço 12, Brasília"
    numbered = parts[index - 1].kind in ("LABELLED", "COUNTED", "CODE", "PAGES")
    town = numbered and known.cities.whole(words, part.first, part.last)
    return "place" if town or "," in words.text_of(part.first, part.last) else ""


def is_parent(parts: list[Part], index: int, named: int) -> bool:
    """Whether part ``index`` is the body that a library belongs to, or its town: ``University of X, Y, Z Library``."""
    if not 0 <= named - index <= 2 or named >= len(parts) or parts[named].kind not in ("OFFICE", "ARCHIVE"):
        return False
    between = parts[index:named]
    if index == 0 and named == 1 and parts[0].kind == parts[1].kind and parts[1].run.before == ",":
        return True  # "Österreichisches Staatsarchiv, Archiv der Republik, Vienna"
    if any(part.run.before != "," for part in parts[index + 1 : named + 1]):
        return False
    if between and between[0].kind == "PARENT":
        return len(between) == 1 or between[1].kind in ("PLACE", "NAME")
    return bool(between) and index > 0 and parts[index - 1].kind == "PARENT" and between[0].kind in ("PLACE", "NAME")


def goes_on(words: Words, parts: list[Part], index: int, known: Vocabulary) -> bool:
    """Whether part ``index`` belongs to the name before it: ``…, Russian Federation``; a parent body; an office or an
    acronym with a place after it; a gloss in parentheses (``Dar al-Novak (Egyptian National Archives)``).
    """
    part = parts[index]
    placed = index + 1 < len(parts) and parts[index + 1].kind == "PLACE"
    if part.enclosed:
        gloss = part.kind == "GLOSS" and "NUMBER" not in words.kinds[part.first : part.last]  # not "(MITN 1/6/3)"
        return gloss or (part.kind == "ARCHIVE" and parts[index - 1].kind != "ARCHIVE")
    if is_abbreviated(words, parts, index, known):
        return True
    if part.kind == "PLACE":
        named = known.in_names.whole(words, part.first, part.last) is not None
        return named or is_before_city(words, parts, index, known)
    return part.kind == "PARENT" or (part.kind in ("OFFICE", "LOOSE") and placed and part.run.before == ",")


def is_wider(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a part is what a town lies in: a country, or a state by its abbreviation."""
    return part.kind == "PLACE" or (not part.enclosed and known.states.whole(words, part.first, part.last) is not None)


def is_town(words: Words, parts: list[Part], index: int, known: Vocabulary) -> bool:
    """Whether part ``index`` is a town that no list knows, with what it lies in after it: ``Orimattila, Finland``. A
    town has no figures: ``TO-T 1970-1974, Iraq`` are files on a country.
    """
    part = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else None
    return (
        following is not None
        and is_wider(words, following, known)
        and following.run.before == ","
        and part.last - part.first <= 3
        and not any("0" <= sign <= "9" for at in range(part.first, part.last) for sign in words.lower[at])
    )


def is_before_city(words: Words, parts: list[Part], index: int, known: Vocabulary) -> bool:
    """Whether part ``index`` is a country with a city after it: ``…, Ministry of Defence, Republic of X, Y``."""
    part = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else None
    if following is None or following.kind != "PLACE" or following.enclosed or following.run.before != ",":
        return False
    return known.countries.whole(words, part.first, part.last) is not None and part.run.before == ","


def is_abbreviated(words: Words, parts: list[Part], index: int, known: Vocabulary) -> bool:
    """Whether the acronym after part ``index`` is that of a name which ends with it: ``Archive of the President,
    Republic of X (APRX)``. A city ends none, nor does a word that gives the acronym no letter: ``Archive, X (CA)``.
    """
    part = parts[index]
    following = parts[index + 1] if index + 1 < len(parts) else None
    if following is None or not following.enclosed or following.kind not in ("ACRONYM", "LOOSE"):
        return False
    if part.run.before != "," or following.run.before or part.kind not in ("NAME", "OFFICE", "PLACE"):
        return False
    if part.kind == "PLACE":
        return known.countries.whole(words, part.first, part.last) is not None
    acronym = words.word(following.last - 1)
    if acronym.lower() == "".join(words.lower[at][0] for at in range(part.first, part.last)):
        return False  # "Arhiv Jugoslavije, Kabinet predsednika Republike (KPR)": the part's own
    return acronym[-1:] == words.word(part.last - 1)[:1] or part.last - part.first > 1


def new_town(words: Words, parts: list[Part], index: int, known: Vocabulary) -> str:
    """``place`` where part ``index`` is a town that no list knows, told by where it stands: right after an archive's
    name or its acronym in parentheses, and before what names a holding, or nothing.

    Before a box or a mark a single word may as well be whose papers these are (``Hill Archives, Weber, Box 3``): it is
    ``odd``, and unread. Two words may be a person, whose papers follow under no other name: so they are a town only
    before somebody else's papers, or after parentheses and before a fond or nothing.
    """
    part, before = parts[index], parts[index - 1]
    if part.run.kind != "words" or part.run.before != "," or not is_town_name(words, part, known):
        return ""
    if before.kind in ("ACRONYM", "LOOSE") and not before.enclosed:
        return ""
    following = parts[index + 1] if index + 1 < len(parts) else None
    if part.last - part.first == 1:
        named = following is None or following.kind in NAMED or following.run.level in HIGHEST
        return "place" if named or before.enclosed else "odd"
    if following is None:
        return "place" if before.enclosed else ""
    return "place" if following.kind == "PAPERS" or (before.enclosed and following.run.level in HIGHEST) else ""


def is_town_name(words: Words, part: Part, known: Vocabulary) -> bool:
    """Whether a part has the form of a town's name: up to three words with capitals, none of them a holding's."""
    inside = range(part.first, part.last)
    return (
        len(inside) <= 3
        and all(
            words.is_capital(at)
            and not (words.dotted[at] or words.lower[at] in known.holdings or words.lower[at] in known.months)
            for at in inside
        )
        and known.languages.find(words, part.first, part.last) is None
    )


def archival_tokens(words: Words, parts: list[Part], roles: dict[int, str], known: Vocabulary) -> list[Token]:
    """The tokens of a source in an archive, with one separator between two parts."""
    tokens: list[Token] = []
    framed = False
    for index, part in enumerate(parts):
        role = roles.get(index, "")
        start, end = words.starts[part.first], end_of(words, part.last, known)
        if role == "odd":
            tokens.append(Token("ODD", start, end))
            framed = False
            continue
        if role and roles.get(index - 1) == role:  # a name, or a place, of two parts
            token = tokens.pop() if tokens[-1].type != "RPAR" else tokens[-1]
            whole = part.enclosed and role == "name"
            tokens.append(token._replace(end=words.ends[part.run.last - 1] if whole else end))
            continue
        gloss = part.enclosed and not role and bool(tokens) and part.run.before == "" and part.kind != "LABELLED"
        if gloss and tokens[-1].type in GLOSSED and not framed and not is_small_word(words, part.run.first + 1):
            tokens.append(Token("GLOSS", words.starts[part.run.first], words.ends[part.run.last - 1]))
            continue
        opens = role in ("name", "acronym") and not (framed and part.enclosed)
        if role:
            made = framed_tokens(part, role, start, end, opens, gloss_of(words, part)) + bracket_tokens(words, part)
        else:
            made = step_tokens(words, part, known)
        if tokens and not (role and framed and not opens) and any(token.type != "ODD" for token in made):
            tokens.append(Token("_SEP", start, start))
        tokens += made
        framed = bool(role) and (framed or opens)
    return tokens


def framed_tokens(part: Part, role: str, start: int, end: int, opens: bool, gloss: list[Token]) -> list[Token]:
    """The tokens of a part of the repository; the ``gloss`` before an acronym is unread."""
    kind = {"name": "ARCHIVE", "acronym": "ACRONYM", "place": "PLACE"}[role]
    token = Token(kind, start, end)
    if opens:
        return [*gloss, token]
    if part.enclosed:
        opening = Token("LPAR", start, start)
        return [*gloss, opening, token, opening._replace(type="RPAR")]
    return [Token("_AT", start, start), token]


def gloss_of(words: Words, part: Part) -> list[Token]:
    """The token of what stands before an acronym in its parentheses: ``(Archive of the North; ASV)``."""
    first = part.run.first + 1
    if not part.enclosed or first >= part.first:
        return []
    return [Token("ODD", words.starts[first], words.ends[part.first - 2])]


def bracketed_acronym(words: Words, part: Part) -> tuple[int, int] | None:
    """Where the acronym stands in the bracket after an archive's name: ``[Archives of Yugoslavia: henceforth AJ]``."""
    if part.kind != "ARCHIVE" or part.run.last != part.last + 1 or part.run.kind != "words":
        return None
    end = words.ends[part.last] - 1  # before the closing bracket
    start = max(words.text.rfind(sign, words.starts[part.last], end) for sign in " [;:") + 1
    return (start, end) if is_acronym(words.text[start:end] or "-") else None


def bracket_tokens(words: Words, part: Part) -> list[Token]:
    """The tokens of the bracket after an archive's name: a gloss, with an acronym at its end perhaps."""
    if part.kind != "ARCHIVE" or part.run.kind != "words" or part.run.last <= part.last:
        return []
    low, high = words.starts[part.last], words.ends[part.last]
    acronym = bracketed_acronym(words, part)
    if acronym is None:
        return [Token("ODD", low, high)]
    sign = Token("LPAR", acronym[0], acronym[0])
    gloss = words.text[low : acronym[0]].rstrip(" ;:")
    return [Token("ODD", low + 1, low + len(gloss)), sign, Token("ACRONYM", *acronym), sign._replace(type="RPAR")]
