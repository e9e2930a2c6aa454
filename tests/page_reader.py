"""A page read by the standard library's parser of HTML: what is text in it, what is marked, and what could do harm."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

#: Elements that have no end.
VOID = frozenset(("meta", "link", "input", "br"))
#: All that a page is made of.
ELEMENTS = VOID | set(
    "html head title style script body header main section aside div h1 h2 p span ul ol li b a mark fieldset legend label "
    "details summary dl table thead tbody tr th td".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name rel href class id data-p data-of data-label data-line data-code data-at dir "
    "tabindex aria-label aria-live type checked for open scope title".split()
)


class Marked(NamedTuple):
    """A mark: its attributes, and the stretch of the text that it is around."""

    attributes: dict[str, str]
    start: int
    end: int


class Page(HTMLParser):
    """A page or a part of one. ``text`` is that of the element of class ``text``, and offsets count in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str], int]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.length = 0
        self.marks: list[Marked] = []
        self.anchors: dict[str, int] = {}
        #: The values in the panel, by pointer.
        self.rows: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert not self.open

    @property
    def text(self) -> str:
        """The text that is shown as the document's."""
        return "".join(self.pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), "an attribute is there twice"
        self.elements.append((tag, attributes))
        if "id" in attributes and self.inside():
            self.anchors[attributes["id"]] = self.length
        if tag not in VOID:
            self.open.append((tag, attributes, self.length))

    def handle_endtag(self, tag: str) -> None:
        name, attributes, start = self.open.pop()
        assert name == tag, "elements nest"
        if name == "mark" and self.inside():
            self.marks.append(Marked(attributes, start, self.length))

    def handle_data(self, data: str) -> None:
        if self.inside():
            self.pieces.append(data)
            self.length += len(data)
        for tag, attributes, _ in self.open[-1:]:
            if tag == "span" and "data-p" in attributes:
                self.rows.setdefault(attributes["data-p"], []).append(data)

    def inside(self) -> bool:
        """Whether this is in the text."""
        return any(attributes.get("class") == "text" for _, attributes, _ in self.open)

    def harm(self) -> list[str]:
        """What could act, or load something."""
        found = [tag for tag, _ in self.elements if tag not in ELEMENTS]
        for tag, attributes in self.elements:
            found += [f"{tag} {name}" for name in attributes if name not in ATTRIBUTES]
            address = attributes.get("href", "#")
            if not re.fullmatch(r"#[vf]\d+|data:,|(\.\./)*[\w%./~-]+\.html|#", address):
                found.append(address)
        return found


def representable(text: str) -> str:
    """``text`` as a page can hold it."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)
