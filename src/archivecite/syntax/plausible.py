"""What is implausible, and so never presented as read: all of it stands here.

A source or a statement with an implausible part is ``other``. Besides, a clause of an unknown word (``Xyz by …``) is
never an archive, which ``syntax/head.py`` sees to; nor is a quoted title with numbers that a journal has, too
(``syntax/sign.py``).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .line import LineText
    from .loop import Token


#: The longest number of a document with the letters of its file, and the most of these letters.
LONGEST_CODE = 24
LONGEST_FILE = 4


def is_title(text: str) -> bool:
    """Whether ``text`` can be a title: it opens with no parenthesis, and is no row of words in small letters; a single
    quote opens a part of it.

    >>> [is_title(text) for text in ("Works", "77 Talks", "de la Cruz", "(London:Cape", "qwert zxy", "5", "'A', B")]
    [True, True, True, False, False, False, False]
    """
    if text[:1] in "()'‘" or ".:" in text[:6] or sum(map(str.isalpha, text)) < 2:
        return False  # "M.: Nauka" is an imprint
    return not (text.isascii() and text.islower() and all(word.isalpha() for word in text.split()))


def is_place(text: str) -> bool:
    """Whether ``text`` can be a place: it has no digit, save a postal district's in the middle, ``Washington 25, D.C.``

    >>> [is_place(text) for text in ("Moscow", "Washington 25, D.C.", "pp. 3-7", "1990")]
    [True, True, False, False]
    """
    digits = sum(map(str.isdigit, text))
    return text[:1].isalpha() and (
        digits == 0 or (digits <= 2 and "," in text and text[-1:] in ".abcdefghijklmnopqrstuvwxyz")
    )


def is_name(text: str) -> bool:
    """Whether ``text`` can be the name of a person or a body: it has two letters, and begins with no sign or digit.

    >>> [is_name(text) for text in ("X. Y.", "Hill Center 3", "3-7", "(Hill", "thank Hill for it")]
    [True, True, False, False, False]
    """
    if text.partition(" ")[0].islower() and text.rpartition(" ")[2].islower():
        return False
    return (text[:1].isalpha() or text[:1] in "[‘'") and sum(map(str.isalpha, text)) > 1


def is_publication_date(text: str) -> bool:
    """Whether ``text`` can say when something was published: it has a year in it, from 1500 to 2099.

    >>> [is_publication_date(text) for text in ("1995", "Winter 1996/97", "[1966]", "The Conference", "3150")]
    [True, True, True, False, False]
    """
    numbers = "".join(letter if letter.isdecimal() else " " for letter in text).split()
    return any(len(number) == 4 and "1500" <= number < "2100" for number in numbers)


def is_label_value(line: "LineText", tokens: "Sequence[Token]") -> bool:
    """Whether ``tokens`` can be a label's value: no sentence, which has a pronoun or a verb that lists know, or a full
    stop and words in small letters that they do not.
    """
    if any(line.kinds[token.start][0] == "PRONOUN" for token in tokens):
        return False
    small = sum(line.kinds[token.start][0] == "SMALL" for token in tokens)
    stops = sum(line.kinds[token.start][0] == "DOT" for token in tokens)
    return small < 3 or not stops


def is_over_a_country(line: "LineText", tokens: "Sequence[Token]") -> bool:
    """Whether ``tokens`` are an article and a body that names its country: ``The Republic of Iraq``."""
    return line.has(tokens[0], "THE") and any(line.has(token, "PLACE") for token in tokens)


def is_entry_row(numbers: Sequence[str]) -> bool:
    """Whether ``numbers`` alone on a line can be a cipher office's, which no year and no page is.

    >>> [is_entry_row(row) for row in (["50390"], ["4711", "4712"], ["12.933"], ["1962"], ["12"], ["1956", "1957"])]
    [True, True, True, False, False, False]
    """
    if any("/" in number for number in numbers):
        return False  # "1956/57"
    first, *rest = ["".join(filter(str.isdigit, number)) for number in numbers]
    if any(not 4 <= len(digits) <= 6 for digits in (first, *rest)):
        return False
    years = [digits for digits in (first, *rest) if len(digits) == 4 and "1500" <= digits < "2100"]
    return not years and (len(first) > 4 or bool(rest))


def is_serial(text: str, numbers: Sequence[str], label: str | None, signed: bool) -> bool:
    """Whether a line can be a document's number: ``signed`` by ``No.`` or the like, or labelled and long, or one that
    no word is: ``1404/sh.``
    """
    if signed:
        return True
    if label:
        return is_long_number(numbers)
    known = len(text) < 24 and bool(numbers) and any(sign in text for sign in "/.-")
    return known and ("/" in text or sum(map(str.isdigit, text)) > 1)  # "S.W.1" is a part of London


def is_long_number(numbers: Sequence[str]) -> bool:
    """Whether one of ``numbers`` has more than two digits, or several parts; or they are several."""
    return any(sum(map(str.isdigit, number)) > 2 or "-" in number or "/" in number for number in numbers)


def is_year(number: str) -> bool:
    """Whether a number can be a year's: 1500 to 2099."""
    return len(number) == 4 and number.isdecimal() and "1500" <= number < "2100"


def is_file_number(number: str) -> bool:
    """Whether a number alone on a line can be a document's, which no page, range of years, fraction or telephone is.

    >>> [is_file_number(one) for one in ("001907/1968", "0-242-14-83", "43/1967", "5/1967", "1956/57", "12-15", "2/5")]
    [True, True, True, False, False, False, False]
    """
    parts = number.replace("/", "-").split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) < 2:
        return False
    if len(parts) == 2 and "/" in number and is_year(parts[1]) and int(parts[0]) > 12:
        return not is_year(parts[0])
    return len(parts) > 2 or (len(parts[0]) > 3 and not is_year(parts[0]) and parts[0][0] == "0")


def is_code(text: str) -> bool:
    """Whether letters and numbers alone on a line can be a document's number: they are short, and a stroke or a hyphen
    is between digits, of which there are three, but no years.

    >>> [is_code(one) for one in ("FC 1022/57", "P 204/9", "21-301 00 (14)", "NOVAK 24/62", "MIG 21", "AB 1956/57")]
    [True, True, True, False, False, False]
    """
    first = text.partition(" ")[0]
    if len(text) > LONGEST_CODE or (first.isalpha() and len(first) > LONGEST_FILE):
        return False
    numbers = [number.replace("-", "/").split("/") for number in text.split(" ")]
    parted = any(len(parts) > 1 and not is_year(parts[0]) for parts in numbers if parts[0].isdecimal())
    return parted and sum(map(str.isdigit, text)) > 2


def is_registered(number: str) -> bool:
    """Whether letters and digits that no sign calls a number are one in a registry: they have five digits or more and
    a stroke between two numbers, of which one is no day, month or year.

    >>> texts = ("P 1804/9", "02/1 P 184/76", "101.3/614", "(DS 11/4/3)", "5/11.56", "1956/57", "12/3 1962")
    >>> [is_registered(one) for one in texts]
    [True, True, True, False, False, False, False]
    """
    numbers = "".join(sign if sign.isdecimal() else " " for sign in number).split()
    parted = any(one[-1:].isdecimal() and two[:1].isdecimal() for one, two in pairwise(number.split("/")))
    own = [one for one in numbers if len(one) > 2 and not is_year(one)]
    lettered = any(map(str.isalpha, number)) and not is_year_range(numbers)
    return parted and sum(map(len, numbers)) > 4 and (bool(own) or lettered)


def is_year_range(numbers: Sequence[str]) -> bool:
    """Whether two ``numbers`` are the years of a range: ``1956/57``, ``1956/1957``."""
    return len(numbers) == 2 and is_year(numbers[0]) and (is_year(numbers[1]) or len(numbers[1]) == 2)


def is_body(line: "LineText", tokens: "Sequence[Token]") -> bool:
    """Whether ``tokens`` can name a body: a noun says that it is one, none that it is a person's post, and its words
    begin with a capital, but for small ones inside.
    """
    posts = [at for at, token in enumerate(tokens) if line.has(token, "ROLE", "RANK") and not line.has(token, "ORG")]
    if any(not (at and line.has(tokens[0], "BODY") and line.has(tokens[at - 1], "THE", "OF")) for at in posts):
        return False  # "General Department" is one, and "Office of the President"
    if (
        line.text[tokens[0].start].islower()
        or (line.has(tokens[0], "FUNCTION") and not is_over_a_country(line, tokens))
        or line.has(tokens[-1], "DOT", "COLON")
        or line.text[tokens[-1].start : tokens[-1].end].islower()
    ):
        return False
    small = [token for token in tokens if line.text[token.start].islower()]
    noun = any(line.has(token, "BODY") and not line.text[token.start].islower() for token in tokens)
    return noun and all(line.has(token, "FUNCTION", "AND", "OF", "THE") for token in small)
