"""A record as the converters leave it: in the shape of each family, wrapped at any width, with any masthead and bold."""

import re
from typing import NamedTuple

from attrs import evolve
from hypothesis import strategies as st

import archivecite as ac

LABELS = ("Citation:", "Summary:", "Credits:", "Original Language:", "Contents:")

#: What a line must not start with that a wrapped line might: there it would mean something else.
MEANS_MORE = re.compile(r"(?:Citation|Summary|Credits|Original|Languages?|Contents|https?|<|#|>|-|\f)")

MASTHEADS = (
    "",
    "Digital Archive\nInternational History Declassified\ndigitalarchive.wilsoncenter.org",
    "digitalarchive.wilsoncenter.org\nDigital Archive\nInternational History Declassified",
    "     Digital Archive              digitalarchive.wilsoncenter.org\n     International History Declassified",
    "Wilson Center Digital Archive\n\nInternational History Declassified\n\ndigitalarchive.wilsoncenter.org",
)

#: The shapes in which blank lines survive, and so the blocks; in the others the words do, in their order.
WITH_BLANK_LINES = ("plain", "markdown", "classic", "heading_markdown")
WITHOUT = ("classic", "flattened")


class Rendering(NamedTuple):
    """A text in the shape of ``family``, and the record that it is of."""

    text: str
    family: str
    record: ac.Record


class Parts(NamedTuple):
    """The canonical text of a record, cut up."""

    date: str
    title: str
    values: list[tuple[str, str]]
    body: list[str]
    closes: set[str]

    def lines(self, block: str, width: int) -> list[str]:
        """The lines of ``block``. A close is never wrapped: in "2 May 1960 A. IVANOV" / "K. Novak" two have signed."""
        return [block] if block in self.closes else wrapped(block, width)


def cut(record: ac.Record) -> Parts:
    """The canonical text of ``record``, cut at its labels; raises ``InvalidRecord`` where the layout can't carry it."""
    text = "\n" + ac.dumps(record)
    values: list[tuple[str, str]] = []
    for label in LABELS:
        if f"\n{label}\n" in text or label != "Credits:":
            before, _, text = text.partition(f"\n{label}\n")
            if values:
                values[-1] = (values[-1][0], before.strip("\n"))
            values.append((label, ""))
    items, body = text.split("\n\n", 1) if record.contents and "\n\n" in text.strip("\n") else (text, "")
    if not record.contents:
        items, body = "", text
    values[-1] = ("Contents:", items.strip("\n"))
    blocks = [block for block in re.split(r"\n\n+", body.strip("\n")) if block]
    closes = {block.text for block in record.body if block.kind == "signature"}
    return Parts(record.date.text if record.date else "", record.title or "", values, blocks, closes)


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of up to ``width`` characters, as a converter leaves it."""
    lines: list[str] = []
    for given in text.split("\n"):
        line = ""
        for word in given.split(" "):
            spaced = len(word) == 1 and line[-2:-1] in ("", " ")  # "S H T Y K O V" is one word to whoever prints it
            if line and len(line) + 1 + len(word) > width and not spaced and not MEANS_MORE.match(word):
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def bold(text: str) -> str:
    """``text`` in bold, unless it has stars of its own."""
    return text if "*" in text or not text.strip() else f"**{text}**"


def escaped(text: str, signs: str) -> str:
    """``text`` with a backslash before each of ``signs``."""
    return re.sub(rf"[{re.escape(signs)}]", r"\\\g<0>", text)


@st.composite
def with_blank_lines(draw: st.DrawFn, record: ac.Record, family: str) -> str:
    """``record`` in the shape of a family that keeps blank lines."""
    parts = cut(record)
    width = draw(st.integers(20, 120))
    page = max(width, 40)
    masthead = draw(st.sampled_from(MASTHEADS)) if family != "markdown" else ""
    indent = draw(st.sampled_from(["", "   ", "\t"])) if family == "classic" else ""
    hard_break = draw(st.sampled_from(["\n", "  \n"])) if family == "markdown" else "\n"
    blocks = [masthead] if masthead else []
    if parts.date:
        blocks.append(bold(parts.date) if family == "markdown" else indent + parts.date)
    if parts.title:
        title = hard_break.join(indent + line for line in wrapped(parts.title, width))
        blocks.append(bold(title) if family != "classic" and draw(st.booleans()) else title)
    if family == "classic" and draw(st.booleans()) and parts.date and parts.title:
        blocks[-2:] = ["\n".join(blocks[-2:])]
    joint = draw(st.sampled_from(["\n", " "])) if family == "classic" else "\n\n"
    for label, value in parts.values:
        printed = draw(st.sampled_from([f"**{label}**", f"**{label[:-1]}**:"])) if family == "markdown" else label
        text = "\n\n".join("\n".join(wrapped(paragraph, width)) for paragraph in value.split("\n\n"))
        blocks.append(f"{printed}{joint if value else ''}{text}")
    fed = draw(st.booleans())
    if parts.body and fed:
        parts.body[0] = f"\f{parts.body[0]}"
    blocks += ["\n".join(parts.lines(block, page)) for block in parts.body]
    return draw(st.sampled_from(["", "\n", "\n\n"])) + "\n\n".join(blocks) + draw(st.sampled_from(["", "\n"]))


@st.composite
def heading_markdown(draw: st.DrawFn, record: ac.Record) -> str:
    """``record`` as a PDF's Markdown: date and title in one heading, labels as headings, all in bold; or a row below each
    heading in place of the sign before it.
    """
    parts = cut(record)
    width = draw(st.integers(20, 120))
    page = max(width, 40)
    signs = "\\*`_" + draw(st.sampled_from(["", "[]", ".", "[]#!.()-"]))
    old = draw(st.booleans())
    rows = draw(st.booleans())

    def heading(mark: str, text: str) -> str:
        row = "=" if mark == "#" else "-"
        return f"{text}\n{row * max(6, len(text))}" if rows else f"{mark} {text}"

    def line(text: str) -> str:
        if text.startswith("http") and draw(st.booleans()):
            return draw(st.sampled_from([f"**<u>{text}</u>**", f"**[{text}]({text})**", f"[{text}]({text})"]))
        return bold(re.sub(r"^#", r"\\#", escaped(text, signs)) if "#" not in signs else escaped(text, signs))

    blocks = []
    if draw(st.booleans()):
        blocks = ["## **Digital Archive digitalarchive.wilsoncenter.org**", "**International History Declassified**"]
    opening = [escaped(text, signs) for text in (parts.date, parts.title) if text]
    if opening:
        joined = " ".join(opening) if old else " ".join(map(bold, opening))
        blocks.append(heading("#", joined))
    for label, value in parts.values:
        printed = label if old else bold(label)
        blocks.append(heading("##", printed))
        blocks += ["\n".join(map(line, wrapped(paragraph, width))) for paragraph in value.split("\n\n") if paragraph]
    if parts.body and old:
        blocks.append("-----")
    for block in parts.body:
        promoted = (
            "### " if "\n" not in block and len(block) < page and not block[0].isdigit() and draw(st.booleans()) else ""
        )
        lines = parts.lines(block, page) if block != "\f" else ["\f"]
        blocks.append(promoted + "\n".join(map(line, lines)) if block != "\f" else block)
    return "\n\n".join(blocks) + "\n"


@st.composite
def without_blank_lines(draw: st.DrawFn, record: ac.Record) -> str:
    """``record`` as the text of a PDF, line under line, with a form feed between two pages."""
    parts = cut(record)
    width = draw(st.integers(20, 120))
    page = max(width, 40)
    lines = draw(st.sampled_from(MASTHEADS)).replace("\n\n", "\n").split("\n")
    lines += [parts.date, *wrapped(parts.title, width)]
    for label, value in parts.values:
        lines += [label, *wrapped(value, width)]
    for index, block in enumerate(parts.body):
        # Below a footnote's first paragraph a page's end would say that the body goes on.
        noted = index and re.match(r"\[[\d*†‡]", parts.body[index - 1])
        feed = "\f" if not index or (not noted and draw(st.integers(0, 9)) == 0) else ""
        lines += [f"{feed if number == 0 else ''}{line}" for number, line in enumerate(parts.lines(block, page))]
    return "\n".join(line for line in lines if line.strip(" \n")) + "\n"


@st.composite
def flattened(draw: st.DrawFn, record: ac.Record) -> str:
    """``record`` on one line."""
    parts = cut(record)
    pieces = [draw(st.sampled_from(MASTHEADS)), parts.date, parts.title]
    for label, value in parts.values:
        pieces += (label, value)
    return " ".join(" ".join((*pieces, *parts.body)).split())


def settled(record: ac.Record) -> ac.Record:
    """``record`` with a citation that repeats its title and date, which alone can tell a joined date from a title."""
    citation = record.citation or ac.Citation(digital_archive="Wilson Center Digital Archive")
    return evolve(record, citation=evolve(citation, title=record.title, date=record.date))


def one_paragraph(record: ac.Record) -> ac.Record:
    """``record`` with a summary of one paragraph: without blank lines nothing tells where another begins."""
    return evolve(record, summary=record.summary and record.summary.replace("\n\n", " "))


@st.composite
def renderings(
    draw: st.DrawFn, records: st.SearchStrategy[ac.Record], family: str, blank_lines: bool
) -> Rendering | None:
    """A record and a text of it in the shape of ``family``; None where no text of that shape can be the record's."""
    record = draw(records)
    if family in ("heading_markdown", "flattened"):
        record = settled(record)
    if not blank_lines:
        record = one_paragraph(record)
    try:
        cut(record)
    except ac.InvalidRecord:
        return None
    if family == "flattened":
        return Rendering(draw(flattened(record)), family, record)
    if not blank_lines:
        return Rendering(draw(without_blank_lines(record)), family, record)
    made = heading_markdown(record) if family == "heading_markdown" else with_blank_lines(record, family)
    return Rendering(draw(made), family, record)
