"""The clauses of a statement of provenance: its words to tokens, each clause opened by its own word."""

from .date import read_date
from .head import Head
from .labels import label_at
from .loop import Token
from .name import AND, is_acronym, is_listed, name_at, place_at
from .opening import may_be_date
from .place import wider_after
from .printed import end_of
from .vocabulary import Vocabulary
from .words import Words

#: The token of a clause's word, by what the vocabulary calls it; those without one open something else.
OPENERS = {"by": "_BY", "at": "_BY", "to": "_TO", "for": "_FOR"}

# What a clause says that no field has, is ``ASIDE``; what is not known, ``ODD``. No rule takes either: they are unread.
#: The tokens of agents.
NAMES = frozenset({"PERSON", "OFFICE"})

#: The longest acronym that is what a person belongs to: ``Anna Weber, NSA``.
AFFILIATION = 6

#: The longest date, in atoms.
LONGEST = 12


class Clauses:
    """Reads the clauses of one statement, up to atom ``end``."""

    def __init__(self, words: Words, head: Head, end: int, known: Vocabulary) -> None:
        self.words = words
        self.end = end
        self.known = known
        self.kinds = {verb[0] for verb in head.verbs}
        self.tokens = [Token("VERB", words.starts[low], words.ends[high - 1], kind) for kind, low, high in head.verbs]
        self.role = ""
        self.joined = ""

    def read(self, at: int) -> list[Token]:
        """The tokens from ``at`` on, after those of the head."""
        while at < self.end:
            kind = "ODD" if self.tokens[-1].type in ("ODD", "ASIDE") else "DATE"  # "… of the Talks, May 1998"
            if self.words.is_capital(at):
                at = self.when(at, kind) or self.where(at) or self.name(at) or self.odd(at)
            else:
                at = self.sign(at) or self.clause(at) or self.when(at, kind) or self.name(at) or self.odd(at)
        if self.joined == "and":  # with nothing: what it joined was lost
            self.add("ODD", self.end - 1, self.end)
        return self.tokens

    def add(self, kind: str, first: int, last: int, reading: str = "") -> int:
        """Adds a token of the atoms ``first`` to ``last``; gives the latter."""
        self.tokens.append(Token(kind, self.words.starts[first], end_of(self.words, last, self.known), reading))
        self.joined = ""
        return last

    def mark(self, kind: str, at: int) -> None:
        """Adds a separator of no width."""
        self.tokens.append(Token(kind, self.words.starts[at], self.words.starts[at]))

    def sign(self, at: int) -> int:
        """Takes a sign or an "and": it parts two names, a name and its affiliation, or nothing."""
        words = self.words
        kind = words.kinds[at]
        if kind == "(" and (close := words.close.get(at, 0)) and close < self.end:
            return self.gloss(at, close)
        found = self.known.joins.find(words, at, self.end) if words.kinds[at] in ("WORD", "&") else None
        if found:
            self.joined = "and"
            return found[0]
        if kind in ",/;:()":
            self.joined = "and" if kind == "/" else kind
            return at + 1
        return 0

    def gloss(self, at: int, close: int) -> int:
        """Takes what stands in parentheses after a name: what the person belongs to; a client keeps it."""
        last = self.tokens[-1]
        if last.type == "CLIENT" and self.words.starts[at] == last.end + 1:
            self.tokens[-1] = last._replace(end=self.words.ends[close])
        elif close > at + 1 and last.type in NAMES and self.words.lower[at + 1] not in self.known.openers:
            self.add("QUALIFIER", at + 1, close)
        else:
            self.add("ODD", at, close + 1)
        return close + 1

    def clause(self, at: int) -> int:
        """Takes the word that opens a clause, and with ``from`` what follows it."""
        words, known = self.words, self.known
        if not words.is_small(at) or not (found := known.clauses.find(words, at, self.end)):
            return 0
        stop, role = found
        if role in ("of", "formerly"):
            return self.belonging(at, stop, role == "formerly")
        if role == "from":
            return self.source(at, stop)
        name = name_at(words, stop, self.end, known) if role == "to" else None
        if name and known.languages.whole(words, stop, name.end):
            return self.add("ASIDE", at, name.end)  # "to English": no field has it
        if role in ("in", "on") or (role == "at" and words.lower[at] == "with"):
            return self.place_or_date(at, stop)
        if words.lower[at] == "at" and self.role == "by" and not self.kinds & {"held", "other"}:
            name = name_at(words, stop, self.end, known)
            return self.add("ASIDE", at, name.end) if name else self.odd(at)  # where it was done
        return self.opened(OPENERS[role], role, at, stop)

    def opened(self, mark: str, role: str, at: int, stop: int) -> int:
        """Takes a clause's word. A clause before it that named nobody is none: ``to the conference by Anna Weber``.
        After names and words that are not known it belongs to these words, with all that follows: ``and taped by X``.
        """
        self.joined = ""
        if self.tokens[-1].type == "ODD" and any(token.type in NAMES for token in self.tokens):
            return self.add("ODD", at, self.end)
        last = self.last_known()
        if last < len(self.tokens) - 1 and self.tokens[last].type in OPENERS.values():
            del self.tokens[last]
        self.mark(mark, at)
        self.role = role
        return stop

    def last_known(self) -> int:
        """The index of the last token that is not unread."""
        last = len(self.tokens) - 1
        while self.tokens[last].type in ("ODD", "ASIDE"):
            last -= 1
        return last

    def belonging(self, at: int, stop: int, formerly: bool) -> int:
        """Takes "of": after a name what the person belongs to, after a verb the one who did it (``courtesy of``)."""
        if self.tokens[-1].type in ("ODD", "ASIDE"):
            name = name_at(self.words, stop, self.end, self.known)
            return self.add("ODD", at, name.end) if name else self.odd(at)  # whose it was that is not known
        if self.role and self.tokens[-1].type in NAMES:
            name = name_at(self.words, stop, self.end, self.known)
            return self.add("QUALIFIER", at if formerly else stop, name.end) if name else self.odd(at)
        return self.opened("_BY", "by", at, stop)

    def source(self, at: int, stop: int) -> int:
        """Takes "from": the languages, or the holder, that a text comes from."""
        words, known = self.words, self.known
        language = known.languages.find(words, stop, self.end)
        if language is None or (language[0] < self.end and words.is_capital(language[0])):
            name = name_at(words, stop, self.end, known)
            return self.add("ASIDE", at, name.end) if name else self.odd(at)  # whom it comes from: no field has it
        self.mark("_FROM", at)
        while language:
            stop = self.add("LANGUAGE", stop, language[0], language[1])
            if stop >= self.end or words.lower[stop] not in AND:
                break
            language = known.languages.find(words, stop + 1, self.end)
            if language:
                self.mark("_AND", stop)
                stop += 1
        return stop

    def place_or_date(self, at: int, stop: int) -> int:
        """Takes "in" or "on": a place or a date; of a copy that is kept, who keeps it."""
        if language := self.known.languages.find(self.words, stop, self.end):
            return self.add("ASIDE", at, language[0])  # "into English": no field has it
        if self.words.lower[at] == "with" and not name_at(self.words, stop, self.end, self.known):
            return self.odd(at)
        if "held" in self.kinds or self.words.lower[at] == "with":
            return self.opened("_BY", "by", at, stop)
        if found := self.when(stop):
            return found
        name = name_at(self.words, stop, self.end, self.known)
        if name is None or name.kind == "OFFICE" or self.known.periodicals.within(self.words, stop, name.end):
            return self.odd(at)
        if "reprinted" in self.kinds and place_at(self.words, stop, self.end, self.known) != name.end:
            return self.add("ODD", at, name.end)  # a town, or a journal
        self.mark("_AT", stop)
        return self.add("PLACE", stop, name.end)

    def when(self, at: int, kind: str = "DATE") -> int:
        """Takes a date: the longest stretch from here on that reads as one, with the commas in it."""
        words = self.words
        if at >= self.end or not may_be_date(words, at, self.known):
            return 0
        start = words.starts[at]
        for last in range(min(self.end, at + LONGEST), at, -1):
            for end in {words.stop(last - 1), words.ends[last - 1]}:  # "n.d." has its own full stop
                if date := read_date(words.text[start:end]):
                    self.tokens.append(Token(kind, start, end, date.edtf or ""))
                    self.joined = ""
                    return last
        return 0

    def where(self, at: int) -> int:
        """Takes a place after a comma: a city, with its state or country."""
        words, known = self.words, self.known
        if self.joined not in (",", "") or (self.joined == "" and self.role):
            return 0
        found = known.cities.find(words, at, self.end) or known.countries.find(words, at, self.end)
        if found is None:
            return 0
        stop = found[0]
        last = self.tokens[-1]
        if last.type == "OFFICE" and known.in_names.whole(words, at, stop):
            self.tokens[-1] = last._replace(end=words.ends[stop - 1])  # "Archive of the President, Russian Federation"
            return stop
        after = stop + (stop < self.end and words.kinds[stop] == ",")
        if found[1] == "city" and after < self.end:
            stop = wider_after(words, (at, stop), after, self.end, known) or stop
        if stop < self.end and words.is_capital(stop) and not words.dotted[stop - 1]:
            return 0  # "Berlin Office"
        self.mark("_AT", at)
        return self.add("PLACE", at, stop)

    def name(self, at: int) -> int:
        """Takes a name: one more agent, a client, or what the person before it belongs to."""
        words = self.words
        joined = self.joined
        name = name_at(words, at, self.end, self.known)
        if name is None:
            return self.people(at)
        last = self.tokens[-1]
        if self.known.levels.starts(words.lower[at]) and label_at(words, at, self.end, self.known):  # "Box 5"
            return self.add("ODD", at, name.end)
        if self.known.number_signs.starts(words.lower[name.end - 1]):
            return self.add("ODD", at, min(name.end + 1, self.end))  # "by Decree No. 12"
        self.joined = ""
        if self.role == "for":
            if last.type == "CLIENT" and joined == "and":
                self.tokens[-1] = last._replace(end=end_of(words, name.end, self.known))
                return name.end
            return self.add("CLIENT" if last.type == "_FOR" else "ODD", at, name.end)
        if last.type == "ODD" and self.tokens[self.last_known()].type in ("VERB", *NAMES):
            return self.add("ODD", at, name.end)  # "in the journal Rodina", "of the Zenda Talks, Strelsau"
        if last.type in ("PERSON", "OFFICE", "QUALIFIER"):
            whole = last.type != "PERSON" or " " in words.text[last.start : last.end]
            town = whole and name.end - at == 1 and not is_acronym(words, at)
            town = town or not self.known.posts.isdisjoint(words.lower[at : name.end])  # "Senior Fellow"
            if (
                joined == ","
                and (town or "held" in self.kinds)
                and name.kind == "PERSON"
                and not is_listed(words, name.end, self.end)
            ):
                return self.add("ODD", at, name.end)  # "Hill Archive, Strelsau"
            if joined == "," and self.belongs(at, name.end, name.kind):
                if last.type == "OFFICE":
                    self.tokens[-1] = last._replace(end=end_of(words, name.end, self.known))
                    return name.end
                return self.add("QUALIFIER" if last.type == "PERSON" else "ODD", at, name.end)
            if not joined:
                return self.add("ODD", at, name.end)
            self.mark("_AND", at)
        return self.bodies(at) or self.add(name.kind, at, name.end)

    def bodies(self, at: int) -> int:
        """Takes bodies that one word names by their acronyms, if atom ``at`` is that: ``CWIHP/NPIHP``; or gives 0."""
        words = self.words
        if "/" not in words.lower[at]:
            return 0
        acronyms = words.word(at).split("/")
        if not all(len(acronym) > 2 and acronym.isupper() for acronym in acronyms):
            return 0
        start = words.starts[at]
        for acronym in acronyms:
            if start > words.starts[at]:
                self.tokens.append(Token("_AND", start, start))
            self.tokens.append(Token("PERSON", start, start + len(acronym)))
            start += len(acronym) + 1
        return at + 1

    def people(self, at: int) -> int:
        """Takes those of a body who have no names: ``staff of the Weber Institute``."""
        words, known = self.words, self.known
        agents = self.role in ("by", "to") and (self.tokens[-1].type in ("_BY", "_TO") or self.joined == "and")
        clause = known.clauses.find(words, at + 1, self.end)
        if not agents or words.lower[at] not in known.people or clause is None or clause[1] not in ("of", "at", "from"):
            return 0
        name = name_at(words, clause[0], self.end, known)
        if name is None:
            return 0
        if self.tokens[-1].type not in ("_BY", "_TO"):
            self.mark("_AND", at)
        return self.add("OFFICE", at, name.end)

    def belongs(self, at: int, end: int, kind: str) -> bool:
        """Whether a name after a comma is what the one before it belongs to: a body, an acronym, a branch in a country;
        where an "and" comes later, a comma parts two agents.
        """
        words = self.words
        if is_listed(words, end, self.end):
            return False
        if kind == "OFFICE" or (end - at == 1 and is_acronym(words, at) and len(words.lower[at]) <= AFFILIATION):
            return True
        return any(self.known.countries.whole(words, index, end) for index in range(at + 1, end))

    def odd(self, at: int) -> int:
        """Takes what no clause knows: it is unread."""
        words = self.words
        last = at + 1
        while last < self.end and words.is_small(last) and not self.known.clauses.find(words, last, self.end):
            if words.lower[last] in AND:
                break
            last += 1
        return self.add("ODD", at, last)
