"""Faults in the labels, and in which section stands where."""

import re

from benchmarks.mutants.core import Change, Kind, pick, read

TABLE = r"""
letter of Summary lost ;; 2 ;; c ;; all ;; ^(\W*)Summary: ;; \1Sumary:
letters of Citation swapped ;; 2 ;; c ;; all ;; ^(\W*)Citation: ;; \1Ciatation:
letter of Original Language lost ;; 2 ;; c ;; all ;; ^(\W*)Original Language: ;; \1Orginal Language:
letters of Contents swapped ;; 2 ;; c ;; all ;; ^(\W*)Contents: ;; \1Contnets:
letters of Credits swapped ;; 2 ;; c ;; all ;; ^(\W*)Credits: ;; \1Credist:
digit in a label ;; 2 ;; c ;; all ;; ^(\W*)Contents: ;; \1C0ntents:
Cyrillic letter in a label ;; 2 ;; c ;; all ;; ^(\W*)Summary: ;; \1Summаry:
Original Language as one word ;; 2 ;; c ;; all ;; Original Language: ;; OriginalLanguage:
label Language alone ;; 1 ;; c ;; all ;; Original Language: ;; Language:
label broken over two lines ;; 2 ;; c ;; all ;; Original Language: ;; Original\nLanguage:
label Citation lost ;; 2 ;; c ;; all ;; ^\W*Citation:\W*\n\n ;;
label Summary lost ;; 2 ;; ;; all ;; ^\W*Summary:\W*\n\n ;;
label Original Language lost ;; 2 ;; c ;; all ;; ^\W*Original Language:\W*\n\n ;;
label Contents lost ;; 2 ;; c ;; all ;; ^\W*Contents:\W*\n\n ;;
label Credits lost ;; 2 ;; c ;; all ;; ^\W*Credits:\W*\n\n ;;
colon of a label lost ;; 2 ;; c ;; all ;; ^(\W*(?:Citation|Summary|Contents)): ;; \1
semicolon after a label ;; 2 ;; c ;; all ;; ^(\W*(?:Citation|Summary|Contents|Original Language)): ;; \1;
full stop after a label ;; 2 ;; c ;; all ;; ^(\W*(?:Summary|Contents|Original Language)): ;; \1.
two colons after a label ;; 1 ;; c ;; all ;; ^(\W*(?:Citation|Summary|Contents)): ;; \1::
blank before a label's colon ;; 1 ;; c ;; all ;; ^(\W*(?:Citation|Summary|Contents|Credits)): ;; \1 :
wide colon after a label ;; 1 ;; c ;; all ;; ^(\W*(?:Citation|Summary|Contents)): ;; \1：
label in small letters ;; 1 ;; c ;; all ;; ^(\W*)Summary: ;; \1summary:
label in capitals ;; 1 ;; c ;; all ;; ^(\W*)Contents: ;; \1CONTENTS:
label letter-spaced ;; 2 ;; c ;; all ;; ^(\W*)Summary: ;; \1S u m m a r y :
label twice ;; 2 ;; c ;; all ;; ^(\W*(?:Citation|Summary|Contents):\W*\n\n) ;; \1\1
label in German ;; 2 ;; ;; all ;; ^(\W*)Summary: ;; \1Zusammenfassung:
label Sources for Citation ;; 2 ;; ;; all ;; ^(\W*)Citation: ;; \1Sources:
value on its label's line ;; 1 ;; c ;; all ;; ^(\W*Original Language:)(\**)\n\n ;; \1\2␣
label in HTML ;; 1 ;; c ;; all ;; ^\W*Summary:\W*$ ;; <b>Summary:</b>
bold of a label ends nowhere ;; 1 ;; c ;; all ;; ^(\*\*(?:Citation|Summary|Contents):)\*\*$ ;; \1
bold of a label starts nowhere ;; 1 ;; c ;; all ;; ^\*\*((?:Summary|Original Language):\*\*)$ ;; \1
bold of a label of three stars ;; 1 ;; c ;; all ;; ^\*\*(Summary:)\*\*$ ;; ***\1**
label glued to the text before ;; 2 ;; c ;; all ;; \n\n(\W*Summary:) ;; \1
label indented by a tab ;; 1 ;; c ;; all ;; ^(\W*Contents:) ;; \t\1
word after a label ;; 1 ;; c ;; all ;; ^(\W*Summary:\W*)$ ;; \1 Summary
"""


def _sections(text: str) -> dict[str, Change]:
    """The labels with what follows them, up to the next."""
    found = list(re.finditer(r"^\**(Citation|Summary|Credits|Original Language|Contents):\**\n", text, re.MULTILINE))
    ends = [m.start() for m in found[1:]] + [len(text)]
    return {m[1]: Change(m.start(), e, text[m.start() : e]) for m, e in zip(found, ends, strict=True)}


def sections_swapped(text: str, at: dict[str, Change]) -> list[Change]:
    """The summary before the citation."""
    cut = _sections(text)
    one, two = cut["Citation"], cut["Summary"]
    return [Change(one.start, two.end, two.text + one.text)]


def contents_first(text: str, at: dict[str, Change]) -> list[Change]:
    """Contents before Original Language."""
    one, items = _sections(text)["Original Language"], at["contents"]
    label = re.compile(r"\**Contents:\**\n\n").search(text, one.end)
    assert label
    return [Change(one.start, at["body"].start, label[0] + items.text + "\n\n" + one.text)]


def names_swapped(text: str, at: dict[str, Change]) -> list[Change]:
    """The labels Citation and Summary at each other's place."""
    found = (
        re.compile(name).search(text) for name in ("(?m)(?<=^)Citation(?=:)|(?<=\\*)Citation(?=:)", "Summary(?=:)")
    )
    return [Change(m.start(), m.end(), "Summary" if m[0] == "Citation" else "Citation") for m in found if m]


def second_summary(text: str, at: dict[str, Change]) -> list[Change]:
    """Two summaries that say different things."""
    end = _sections(text)["Summary"].end
    return [Change(end, end, "Summary:\n\nThe letter is about the trade in coal between the two countries.\n\n")]


def second_language(text: str, at: dict[str, Change]) -> list[Change]:
    """Two sections for the language."""
    end = _sections(text)["Original Language"].end
    return [Change(end, end, "Original Language:\n\nFrench\n\n")]


def section_in_body(text: str, at: dict[str, Change]) -> list[Change]:
    """The summary once more, with its label, between two paragraphs of the body."""
    gap = pick(re.compile(r"\n\n"), at, "body")
    assert gap
    return [Change(gap.start, gap.start, "\n\nSummary:\n\n" + at["summary"].text)]


KINDS = [
    *read(TABLE, "labels"),
    Kind("summary before citation", 2, sections_swapped, group="labels"),
    Kind("contents before language", 2, contents_first, group="labels"),
    Kind("labels Citation and Summary swapped", 3, names_swapped, group="labels"),
    Kind("two different summaries", 3, second_summary, group="labels"),
    Kind("two different languages", 3, second_language, group="labels"),
    Kind("summary pasted into the body", 2, section_in_body, group="labels"),
]
