"""A flat text cut into atoms: words, numbers, quotations, brackets and signs, without a meaning yet.

The same word is a label in a locator, a word in a title and a verb at the start of a statement. What it is, those ask
that know where it stands, by looking it up in their own tables (``syntax/vocabulary.py``).
"""

import re
import unicodedata
from binascii import crc32
from functools import cache
from importlib import import_module
from operator import attrgetter, methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

#: The terminals of ``word.lark`` in the order in which they are tried.
KINDS = ("ADDRESS", "WORD", "NUMBER", "QUOTATION", "BRACKET", "SIGN")
SIMPLE_KINDS = ("WORD", "NUMBER", "SIGN")

#: The kind of what was found, and whether a full stop ends it.
KIND = attrgetter("lastgroup")
DOTTED = methodcaller("endswith", ".")


@cache
def grammar_folder() -> "Path | Traversable":
    """Where the grammar files are: in the package once it is installed, perhaps in a zip, and beside ``src`` in a
    checkout. A frozen program may lack them.
    """
    here = Path(__file__)
    if not here.is_file():
        from importlib.resources import files

        return files(__name__.partition(".")[0]) / "grammar"
    installed = here.parents[1] / "grammar"
    return installed if installed.is_dir() else here.parents[3] / "grammar"


def files_of(folder: "Path | Traversable", ending: str) -> "list[Path | Traversable]":
    """The files in ``folder`` whose names have that ``ending``, by name."""
    found: list[Path | Traversable] = [path for path in folder.iterdir() if path.name.endswith(ending)]
    return sorted(found, key=lambda path: path.name)


@cache
def generated_module() -> Any:
    """The module that was written when the package was built, or None where none was."""
    try:
        return import_module(f"{__package__}.generated")
    except ModuleNotFoundError:
        return None


@cache
def digest() -> int:
    """What the generated module depends on: the text of each grammar and of each file of the vocabulary; 0 where the
    files are missing, as in a frozen program.
    """
    folder = grammar_folder()
    if not (folder / "vocabulary").is_dir():
        return 0
    files = (*files_of(folder, ".lark"), *files_of(folder / "vocabulary", ".toml"))
    return crc32(b"\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in files))


@cache
def current_module() -> Any:
    """The generated module, or None where there is none, or where a file has changed since it was written."""
    module = generated_module()
    return module if module is not None and digest() in (0, module.DIGEST) else None


def terminals() -> dict[str, str]:
    """The terminals of ``word.lark``, by their names: in the file they stand as ``NAME: /expression/``."""
    text = (grammar_folder() / "word.lark").read_text(encoding="utf-8")
    rows = (line.partition(": ") for line in text.splitlines() if line[:1].isupper())
    return {name: expression.removeprefix("/").removesuffix("/") for name, _, expression in rows}


@cache
def pattern(addresses: bool, signs: bool = False) -> re.Pattern[str]:
    """The pattern of all atoms, each kind a group by its name, with the full stop that follows; ``addresses`` only
    where a text may hold one; with ``signs`` quotation marks and brackets are signs like any other.
    """
    module = current_module()
    found = module.TERMINALS if module else terminals()
    kinds = SIMPLE_KINDS if signs else KINDS if addresses else KINDS[1:]
    atoms = "|".join(f"(?P<{kind}>{found[kind]})" for kind in kinds)
    return re.compile(rf"(?:{atoms})\.?")


def folded(word: str) -> str:
    """``word`` as tables hold it: in small letters, composed, with a straight apostrophe.

    >>> folded("Opis’"), folded("ZESPO\\u0301Ł")
    ("opis'", 'zespół')
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.lower()).replace("’", "'")


class Words:
    """The atoms of ``text`` from ``start`` to ``end``, in lists that run side by side.

    ``kinds`` has ``WORD``, ``NUMBER`` … or, for a sign, the sign itself; ``lower`` the atom as tables hold it;
    ``dotted`` whether a full stop follows at once, which is no atom of its own; ``dots`` the atoms of which that is
    true; ``close`` for an opening parenthesis the index of the one that closes it. With ``signs`` quotation marks and
    brackets are signs.

    >>> words = Words("AVP RF, f. 5 (copy)")
    >>> words.lower
    ['avp', 'rf', ',', 'f', '5', '(', 'copy', ')']
    >>> words.dotted[3], words.close[5], words.text_of(0, 2)
    (True, 7, 'AVP RF')
    """

    __slots__ = ("close", "dots", "dotted", "ends", "kinds", "lower", "starts", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None, signs: bool = False) -> None:
        self.text = text
        self.close: dict[int, int] = {}
        last = len(text) if end is None else end
        found = [*pattern(text.find("http", start, last) >= 0, signs).finditer(text, start, last)]
        printed = list(map(re.Match.group, found))
        self.kinds: list[str] = list(map(KIND, found))
        self.starts = list(map(re.Match.start, found))
        self.ends: list[int] = list(map(re.Match.end, found))
        self.dots: list[int] = []
        self.dotted: list[bool] = list(map(DOTTED, printed))
        opened: list[int] = []
        for at, (kind, dotted) in enumerate(zip(self.kinds, self.dotted, strict=True)):
            if kind == "WORD" and not dotted:
                continue  # as most are
            word = printed[at]
            if word == ".":
                self.dotted[at] = False
            elif dotted:
                self.dots.append(at)
                printed[at] = word = word[:-1]
                self.ends[at] -= 1
            if kind == "SIGN":
                self.kinds[at] = word
                if word == "(":
                    opened.append(at)
                elif word == ")" and opened:
                    self.close[opened.pop()] = at
            elif kind == "QUOTATION" and not any(map(str.isalnum, word)):
                self.kinds[at] = word[0]  # nothing is quoted
        self.lower = list(map(str.lower if text.isascii() else folded, printed))

    def __len__(self) -> int:
        return len(self.kinds)

    def text_of(self, first: int, last: int) -> str:
        """The text from atom ``first`` up to but without atom ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def word(self, at: int) -> str:
        """The atom ``at`` as printed."""
        return self.text[self.starts[at] : self.ends[at]]

    def stop(self, at: int) -> int:
        """Where atom ``at`` ends, with its full stop."""
        return self.ends[at] + self.dotted[at]

    def touches(self, at: int) -> bool:
        """Whether no blank stands before atom ``at``, nor a full stop."""
        return at > 0 and self.ends[at - 1] == self.starts[at]

    def touches_stop(self, at: int) -> bool:
        """Whether atom ``at`` follows the full stop of the one before with no blank between: the ``C`` of ``D.C.``"""
        return at > 0 and self.dotted[at - 1] and self.stop(at - 1) == self.starts[at]

    def is_small(self, at: int) -> bool:
        """Whether atom ``at`` is a word that begins with a small letter."""
        return self.kinds[at] == "WORD" and self.text[self.starts[at]].islower()

    def is_capital(self, at: int) -> bool:
        """Whether atom ``at`` is a word that does not begin with a small letter."""
        return self.kinds[at] == "WORD" and not self.text[self.starts[at]].islower()

    def is_initial(self, at: int) -> bool:
        """Whether atom ``at`` is a capital or two with a full stop, as in ``A. Weber`` or ``Yu. Weber``."""
        if not self.dotted[at] or self.kinds[at] != "WORD":
            return False
        word = self.word(at)
        return not word[0].islower() and (len(word) == 1 or (len(word) == 2 and word[1].islower()))
