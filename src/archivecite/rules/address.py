"""What an address of the web is made of: whether it lacks nothing, and whether it is the archive's own."""

import re
from collections.abc import Iterator

from ..syntax.vocabulary import vocabulary

#: What begins as an address does, "htps://…" or "www.…", or is a site's name: "wilsoncenter.org/document/115064".
MEANT = re.compile(
    r"(?<![^\s<])(?:(?:[a-z]{3,6}:?//?|https?:|www\.)[^\s<>]*|(?:[\w-]+\.){1,3}(?:org|com)(?:/[^\s<>]*)?)"
)
SCHEMES = ("http", "https")
#: How many names a host has at most, and how many letters the last one.
NAMES, TOP = 6, range(2, 13)


def host_of(url: str) -> str:
    """The host of ``url``, without "www."; empty where no scheme of the web is before it.

    >>> host_of("https://www.example.org:80/document/7"), host_of("example.org/document/7")
    ('example.org', '')
    """
    scheme, _, rest = url.partition("://")
    for sign in "/?#:":
        rest = rest.partition(sign)[0]
    return rest.removeprefix("www.") if scheme in SCHEMES else ""


def is_own(url: str) -> bool:
    """Whether ``url`` is an address of the archive's.

    >>> is_own("http://digitalarchive.wilsoncenter.org/document/7"), is_own("https://example.org/document/7")
    (True, False)
    """
    return host_of(url) in vocabulary().data["hosts"]["own"]


def is_whole(url: str) -> bool:
    """Whether ``url`` has all that an address has: a scheme, a host, and no blank.

    >>> [is_whole(url) for url in ("https://a.org/b", "https://a.org:80", "https://org/b", "https:/a.org", "http://a.b")]
    [True, True, False, False, False]
    """
    names = host_of(url).split(".")
    after = url.partition("://")[2].removeprefix("www.")[len(host_of(url)) :]
    if after[:1] == ":":
        port = after[1:].partition("/")[0].partition("?")[0].partition("#")[0]
        if not port.isdecimal() or len(port) > len("65535"):
            return False
    if not 1 < len(names) <= NAMES or any(map(str.isspace, url)):
        return False
    *below, top = names
    shaped = all(name and name.replace("-", "").replace("_", "").isalnum() for name in below)
    return shaped and top.isascii() and top.isalpha() and top.islower() and len(top) in TOP


def meant(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where something stands in ``text`` that is meant as an address.

    >>> list(meant("See htps://a.org/7, or b.com.", 0, 29))
    [(4, 19), (23, 28)]
    """
    return (match.span() for match in MEANT.finditer(text, start, end))
