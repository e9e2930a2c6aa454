"""Records that went wrong: seeds and small records with lines, sections and signs taken out, doubled, moved, put in."""

from pathlib import Path

from hypothesis import strategies as st

from strategies.text import NEWLINES, ODD_SPACE, fragments

SEEDS = [path.read_bytes().decode() for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
assert SEEDS, "no seeds found"

LETTER = """
July 04, 1949

**Letter from Zhou Enlai, "On Trade",
to Stalin (Excerpts)**

Citation:

“Letter from Zhou Enlai, ‘On Trade’, to Stalin (Excerpts),” July 04, 1949, History and Public Policy Program Digital Archive, RGASPI, f. 558, op. 11, d. 328, ll. 9-17; and Political Archive (PolA AA), Berlin. Reprinted in A. Weber, ed., Briefe, vol. 2 (Berlin: Aufbau, 1995), pp. 4-5. Obtained by Anna Weber (GWU) and translated from German for CWIHP by Bo Li and Chen Wu.
http://digitalarchive.wilsoncenter.org/document/a-letter

Summary:

Zhou asks for a loan.

Stalin does not answer.

Credits:

This document was made possible with support from the Leon Levy Foundation and the Blavatnik Family Foundation.

Original Language:

German, Chinese

Contents:

English Translation
Scan of Original Document

CIPHERED TELEGRAM No. 709

TOP SECRET
Copy Nº 1

To: Comrade Stalin
From: Beijing

On trade

We [the CC] have read your cable No. 811, 812-813 [sic] with Com[rade] Kovalev [1].

Comrade Stalin: We know [?] it [...].

[...]
\f
Zhou Enlai
4 July 1949

[1] A member of the Politburo.

Translator's note: the last page is missing.

[Source: RGASPI, f. 558, op. 11. Translated by Bo Li.]
"""

SHORT = """**May 3, 1950**

**A Letter**

**Citation:**

"A Letter", May 3, 1950, Wilson Center Digital Archive, RGASPI. Translated by A. B. Weber. <https://digitalarchive.wilsoncenter.org/document/7>

**Summary:**

Short.

**Original Language:**

Russian

**Contents:**

Translation - English

A text.

31.X.50 A. WEBER
"""

LABELS = ("Citation:", "Summary:", "Credits:", "Original Language:", "Contents:")


def cut_at_labels(text: str) -> list[str]:
    """The sections of ``text``, the head before the first label included."""
    sections = [""]
    for line in text.splitlines(keepends=True):
        if line.strip(" *\r\n").startswith(LABELS):
            sections.append("")
        sections[-1] += line
    return sections


@st.composite
def places(draw: st.DrawFn, text: str) -> int:
    """A place in ``text``: anywhere, or at the start or end of a line."""
    place = draw(st.integers(0, len(text)))
    where = draw(st.sampled_from(["here", "start", "end"]))
    if where == "start":
        return text.rfind("\n", 0, place) + 1
    if where == "end":
        return text.find("\n", place) if text.find("\n", place) >= 0 else len(text)
    return place


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A record with one to five things done to it, and its newlines, byte order mark and bold marks changed."""
    text = draw(st.sampled_from([SHORT, SHORT, LETTER, LETTER, *SEEDS]))
    for _ in range(draw(st.integers(0, 5))):
        deed = draw(
            st.sampled_from(["insert", "insert", "delete", "replace", "lines", "sections", "cut", "join", "double"])
        )
        if deed in ("insert", "delete", "replace"):
            start = draw(places(text))
            length = 0 if deed == "insert" else draw(st.integers(1, 40))
            text = text[:start] + ("" if deed == "delete" else draw(fragments())) + text[start + length :]
        elif deed == "cut":
            place = draw(places(text))
            text = text[:place] if draw(st.booleans()) else text[place:]
        elif deed == "join":
            place = draw(places(text))
            text = text[:place] + text[place:].replace("\n", draw(st.sampled_from(["", " ", "\f", *ODD_SPACE])), 1)
        else:
            parts = cut_at_labels(text) if deed == "sections" else text.splitlines(keepends=True)
            if parts:
                one, other = draw(st.integers(0, len(parts) - 1)), draw(st.integers(0, len(parts) - 1))
                if deed == "double":
                    parts.insert(one, parts[other])
                elif draw(st.booleans()):
                    parts[one], parts[other] = parts[other], parts[one]
                else:
                    del parts[min(one, other) : min(max(one, other), min(one, other) + 8)]
            text = "".join(parts)
    return draw(dressed(text))


@st.composite
def dressed(draw: st.DrawFn, text: str) -> str:
    """``text`` as other systems leave it: other newlines, a byte order mark, other bold marks, blanks at line ends."""
    if draw(st.booleans()):
        return text
    bold = draw(st.sampled_from(["as it is", "none", "labels", "colon outside"]))
    if bold != "as it is":
        text = text.replace("**", "")
    for label in LABELS if bold in ("labels", "colon outside") else ():
        text = text.replace(f"\n{label}", f"\n**{label}**" if bold == "labels" else f"\n**{label[:-1]}**:")
    if draw(st.booleans()):
        text = text.replace("\n", draw(st.sampled_from(["  \n", " \n", "\n\n", "\n "])))
    text = draw(st.sampled_from(["", "", "\ufeff", "\n\n", "\f", "Digital Archive\n"])) + text
    return text.replace("\n", draw(st.sampled_from(NEWLINES)))
