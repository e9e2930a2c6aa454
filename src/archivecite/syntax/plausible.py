"""What is implausible, and so never presented as read: all of it stands here.

A source or a statement with an implausible part is ``other``. Besides, a clause of an unknown word (``Xyz by …``) is
never an archive, which ``syntax/head.py`` sees to; nor is a quoted title with numbers that a journal has, too
(``syntax/sign.py``).
"""


def is_title(text: str) -> bool:
    """Whether ``text`` can be a title: it opens with no parenthesis, and is no row of words in small letters; a single
    quote opens a part of it.

    >>> [is_title(text) for text in ("Works", "77 Talks", "de la Cruz", "(London:Cape", "qwert zxy", "5", "'A', B")]
    [True, True, True, False, False, False, False]
    """
    if text[:1] in "()'‘" or sum(map(str.isalpha, text)) < 2:
        return False
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

    >>> [is_name(text) for text in ("X. Y.", "Hill Center 3", "3-7", "(Hill", "-")]
    [True, True, False, False, False]
    """
    return (text[:1].isalpha() or text[:1] in "[‘'") and sum(map(str.isalpha, text)) > 1


def is_publication_date(text: str) -> bool:
    """Whether ``text`` can say when something was published: it has a year in it, from 1500 to 2099.

    >>> [is_publication_date(text) for text in ("1995", "Winter 1996/97", "[1966]", "The Conference", "3150")]
    [True, True, True, False, False]
    """
    numbers = "".join(letter if letter.isdecimal() else " " for letter in text).split()
    return any(len(number) == 4 and "1500" <= number < "2100" for number in numbers)
