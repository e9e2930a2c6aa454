"""validate: its outputs, its fixes, what it is set to, and how it ends."""

import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from random import Random
from typing import Any

import junitparser
import pytest
from rules.generated import laid_out, parts
from test_pdf import pages_of, printed

import archivecite as ac
from archivecite.cli import run
from archivecite.rules.run_rule import RUN_RULES
from archivecite.rules.table import RULES
from archivecite.surface.plain import Plain
from archivecite.syntax.found import placed as places_of
from archivecite.syntax.record import read_record

SCHEMA = os.environ.get("ARCHIVECITE_SARIF_SCHEMA")

GOOD = laid_out(parts(Random(3))._replace(family="plain", statements=["Translated by Anna Weber"]))
#: A label that can safely be fixed, a paragraph that can be joined, and a character that was lost.
BAD = (
    GOOD.replace("Summary:", "Sumary:")
    .replace(" This was told me", " This was told me by people who were\n\nthere", 1)
    .replace("days ago", "d\ufffdys ago", 1)
)

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good and a bad record, and a text that is none."""
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "list.txt").write_text("A shopping list\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(capsys: Printed, *arguments: str) -> Any:
    """What ``--output json`` lists."""
    run(["validate", *arguments, "--output", "json"])
    return json.loads(capsys.readouterr().out)


# Outputs


def test_full_shows_line_caret_hint_and_fix(capsys: Printed) -> None:
    """A finding has its place, code, message, line, caret, hint and fix, and no colour outside a terminal."""
    assert run(["validate", "bad.txt", "--select", "AC107"]) == 1
    assert capsys.readouterr().out == (
        'bad.txt:9:1: AC107 warning: "Sumary:" is not read as the label "Summary:"\n'
        "   9 | Sumary:\n"
        "     | ^~~~~~~\n"
        '    hint: write "Summary:"\n'
        '    --fix can write "Summary:"\n'
        "1 record checked, 1 finding (1 fixable with --fix)\n"
    )


def test_concise_is_one_line_each(capsys: Printed) -> None:
    """One line a finding, then the count."""
    assert run(["validate", "bad.txt", "--output", "concise"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[:-1]] == ["AC107", "AC501", "AC112"]
    assert lines[0].endswith("[fixable]") and not lines[2].endswith("[fixable]")


def test_json_tells_everything(capsys: Printed) -> None:
    """Each object has the place in lines, columns and code points, the fix, and a fingerprint."""
    label, paragraph, lost = found(capsys, "bad.txt")
    assert (label["file"], label["code"], label["name"], label["severity"]) == (
        "bad.txt",
        "AC107",
        "misspelt-label",
        "warning",
    )
    assert BAD[slice(*label["span"])] == "Sumary:"
    assert (label["line"], label["column"], label["end_line"], label["end_column"]) == (9, 1, 9, 8)
    assert label["fix"] == {
        "message": 'write "Summary:"',
        "safe": True,
        "edits": [{"start": label["span"][0], "end": label["span"][1], "text": "Summary:"}],
    }
    assert paragraph["pointer"] == "/body/0" and paragraph["fix"]["safe"] is False
    assert lost["severity"] == "error" and lost["fix"] is None
    assert len({entry["fingerprint"] for entry in (label, paragraph, lost)}) == 3


def test_json_of_nothing_is_an_empty_list(capsys: Printed) -> None:
    """What another program reads is JSON even where there is nothing to tell, and the count goes elsewhere."""
    assert run(["validate", "good.txt", "--output", "json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == []
    assert printed.err == "1 record checked, 0 findings\n"


def sarif(capsys: Printed, *files: str) -> Any:
    """The one run that ``--output sarif`` tells of."""
    run(["validate", *files, "--output", "sarif"])
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    if SCHEMA:
        jsonschema = pytest.importorskip("jsonschema")
        jsonschema.Draft7Validator(json.loads(Path(SCHEMA).read_text())).validate(log)
    (told,) = log["runs"]
    return told


def test_sarif_names_rules_places_and_fingerprints(capsys: Printed, folder: Path) -> None:
    """Results point at the driver's rules, and at regions of files named relative to the folder."""
    (folder / "under é").mkdir()
    (folder / "under é" / "bad.txt").write_text(BAD)
    told = sarif(capsys, "bad.txt", str(folder / "under é" / "bad.txt"), "missing.txt", "list.txt")
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*RULES, *RUN_RULES, "AC902"]
    assert {rule["name"] for rule in rules} >= {"misspelt-label", "same-record", "unreadable-file"}
    unreadable = told["results"].pop(-2)
    assert unreadable["ruleId"] == "AC902"
    assert unreadable["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "missing.txt"
    for result in told["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] in ("bad.txt", "under%20%C3%A9/bad.txt", "list.txt")
        assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["archivecite/v1"])
        assert place["region"]["startLine"] >= 1 and place["region"]["startColumn"] >= 1
    prints = [result["partialFingerprints"]["archivecite/v1"] for result in told["results"]]
    assert len(set(prints)) == len(prints) == 8
    assert told["columnKind"] == "unicodeCodePoints"
    (invocation,) = told["invocations"]
    assert invocation["executionSuccessful"] is False
    assert (
        invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "missing.txt"
    )


def test_sarif_uris_begin_at_the_root_of_the_repository(
    capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever in it the command runs; a file elsewhere has an absolute URI. Fingerprints are the same."""
    repository = folder / "repository"
    (repository / "records").mkdir(parents=True)
    (repository / "records/bad.txt").write_text(BAD)
    prints = []
    (repository / ".git").mkdir()
    for place, file in (
        (repository, "records/bad.txt"),
        (repository / "records", "bad.txt"),
        (repository, str(repository / "records/bad.txt")),
    ):
        monkeypatch.chdir(place)
        results = sarif(capsys, file)["results"]
        artifacts = {json.dumps(result["locations"][0]["physicalLocation"]["artifactLocation"]) for result in results}
        assert artifacts == {json.dumps({"uri": "records/bad.txt", "uriBaseId": "%SRCROOT%"})}
        prints.append([result["partialFingerprints"]["primaryLocationLineHash"] for result in results])
    assert prints[0] == prints[1] == prints[2]
    (repository / "records/bad.txt").write_text(f"\n\n{BAD}")
    again = [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in sarif(capsys, "records/bad.txt")["results"]
    ]
    assert again == prints[0]
    (result, *_) = sarif(capsys, "../bad.txt")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": (folder / "bad.txt").as_uri()}


def test_sarif_leaves_infos_out_where_a_host_would_not_show_them(
    capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says how many; what is graver is written until the host takes no more."""
    monkeypatch.setattr("archivecite.cli.sarif.SHOWN", 1)
    monkeypatch.setattr("archivecite.cli.sarif.TAKEN", 2)
    told = sarif(capsys, "bad.txt")
    assert [result["ruleId"] for result in told["results"]] == ["AC107", "AC112"]
    (notification,) = told["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("1 findings were left out")
    assert told["invocations"][0]["executionSuccessful"] is True


def test_sarif_fixes_apply(capsys: Printed) -> None:
    """The replacements, made as SARIF says, by lines and columns, give the text that --fix gives."""
    told = sarif(capsys, "bad.txt")
    lines = BAD.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    replacements = [
        replacement
        for result in told["results"]
        for fix in result.get("fixes", [])
        for change in fix["artifactChanges"]
        for replacement in change["replacements"]
    ]
    assert len(replacements) == 2
    text = BAD
    for replacement in sorted(replacements, key=lambda r: -r["deletedRegion"]["charOffset"]):
        region = replacement["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        assert (start, end - start) == (region["charOffset"], region["charLength"])
        text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
    assert run(["validate", "bad.txt", "--fix", "--unsafe-fixes"]) == 1
    assert Path("bad.txt").read_text() == text


def test_github_writes_commands(capsys: Printed) -> None:
    """One command a finding, with what means something in it escaped."""
    run(["validate", "bad.txt", "--output", "github"])
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == (
        "::warning file=bad.txt,line=9,endLine=9,col=1,endColumn=8,title=AC107 misspelt-label::"
        '"Sumary:" is not read as the label "Summary:" (write "Summary:")'
    )
    assert last.startswith("::error file=bad.txt,line=")


def test_github_takes_columns_within_one_line_only(capsys: Printed, folder: Path) -> None:
    """What goes over several lines is told by its lines alone."""
    (folder / "list.txt").write_text("A shopping list\nof three things\n")
    run(["validate", "list.txt", "--output", "github"])
    assert capsys.readouterr().out.startswith("::error file=list.txt,line=1,endLine=2,title=AC901 ")


def test_junit_is_xml_with_a_suite_a_file(capsys: Printed, folder: Path) -> None:
    """A reader of XML finds the counts to be right, and a control character does no harm."""
    (folder / "bad.txt").write_text(BAD.replace("the ", "the\x07 ", 1))
    run(["validate", "good.txt", "bad.txt", "list.txt", "missing.txt", "--output", "junit", "--ignore", "AC7"])
    suites = ET.fromstring(capsys.readouterr().out)
    assert [suite.get("name") for suite in suites] == ["good.txt", "bad.txt", "list.txt", "missing.txt"]
    for suite in suites:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        for kind in ("failure", "error"):
            assert suite.get(f"{kind}s") == str(len(suite.findall(f"testcase/{kind}")))
    assert [suite.get("failures") for suite in suites] == ["0", "3", "1", "0"]
    assert suites[3].get("errors") == "1"
    assert suites[1].findall("testcase/failure")[0].get("type") == "AC107"
    assert len(suites[1].findall("testcase/system-out")) == 1


def test_junit_is_read_by_another_reader(capsys: Printed, folder: Path) -> None:
    """What build servers count is what was found."""
    (folder / "odd \x07 & <name>.txt").write_text(BAD)
    files = ["good.txt", "bad.txt", "odd \x07 & <name>.txt", "list.txt", "missing.txt"]
    run(["validate", *files, "--output", "junit", "--ignore", "AC7"])
    suites = [*junitparser.JUnitXml.fromstring(capsys.readouterr().out.encode())]
    assert [suite.name for suite in suites] == [
        "good.txt",
        "bad.txt",
        "odd \\x07 & <name>.txt",
        "list.txt",
        "missing.txt",
    ]
    results = [[result for case in suite for result in case.result] for suite in suites]
    assert [sum(isinstance(one, junitparser.Failure) for one in found) for found in results] == [0, 2, 2, 1, 0]
    assert [sum(isinstance(one, junitparser.Error) for one in found) for found in results] == [0, 0, 0, 0, 1]
    assert [suite.tests for suite in suites] == [1, 3, 3, 1, 1]
    assert [suite.failures for suite in suites] == [0, 2, 2, 1, 0]
    assert results[1][0].type == "AC107" and results[1][0].message == '"Sumary:" is not read as the label "Summary:"'


@pytest.mark.parametrize("seed", range(5))
def test_fingerprints_stay_when_lines_are_inserted(seed: int, capsys: Printed, folder: Path) -> None:
    """Above the fault, or below it, in the head or in the body; another fault has another."""
    record = parts(Random(seed))._replace(family="plain")
    text = laid_out(record).replace("Summary:", "Sumary:").replace("days ago", "d\ufffdys ago")
    variants = {
        "as it was": text,
        "above": f"\n\n{text}",
        "in the head": text.replace("Sumary:", "\n\nSumary:"),
        "in the body": text.replace(record.body[-1], f"He left for Lima.\n\n{record.body[-1]}"),
    }
    prints = {}
    for what, variant in variants.items():
        (folder / "record.txt").write_text(variant)
        found_here = found(capsys, "record.txt", "--select", "AC107,AC112")
        assert len(found_here) > 1
        prints[what] = [finding["fingerprint"] for finding in found_here]
        assert len({*prints[what]}) == len(found_here)
    assert len({*map(tuple, prints.values())}) == 1


def test_statistics_count_by_rule(capsys: Printed, folder: Path) -> None:
    """The most frequent rule comes first, and the exit status is what it would be."""
    (folder / "more.txt").write_text(GOOD.replace("Summary:", "Sumary:"))
    assert run(["validate", "bad.txt", "more.txt", "--statistics", "--ignore", "AC7"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "     2  AC107  misspelt-label",
        "     1  AC112  unreadable-character",
        "     1  AC501  broken-paragraph",
        "2 records checked, 4 findings (2 fixable with --fix, 1 with --fix --unsafe-fixes)",
    ]


# Fixing


def test_fix_fixes_what_is_safe(capsys: Printed, folder: Path) -> None:
    """The file is changed in what can safely be fixed and in nothing else, and what is left is shown."""
    assert run(["validate", "bad.txt", "--fix"]) == 1
    assert (folder / "bad.txt").read_text() == BAD.replace("Sumary:", "Summary:")
    assert capsys.readouterr().out.splitlines()[-1] == (
        "1 record checked, 2 findings, 1 fixed (1 fixable with --fix --unsafe-fixes)"
    )


def test_fix_keeps_bytes_and_leaves_good_files_alone(folder: Path) -> None:
    """Newlines, a byte order mark and the rights of the file stay, and a file with nothing to fix is not written."""
    (folder / "bad.txt").write_bytes(b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode())
    (folder / "bad.txt").chmod(0o640)
    before = (folder / "good.txt").stat().st_mtime_ns
    run(["validate", "bad.txt", "good.txt", "--fix"])
    assert (folder / "bad.txt").read_bytes() == b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").replace(
        "Sumary", "Summary"
    ).encode()
    assert (folder / "bad.txt").stat().st_mode & 0o777 == 0o640
    assert (folder / "good.txt").stat().st_mtime_ns == before
    assert sorted(path.name for path in folder.iterdir()) == ["bad.txt", "good.txt", "list.txt"]


def test_diff_shows_and_changes_nothing(capsys: Printed, folder: Path) -> None:
    """A patch that git would take is printed, the file stays, and the exit status says that there is something."""
    assert run(["validate", "bad.txt", "good.txt", "--diff"]) == 1
    printed = capsys.readouterr().out
    assert "--- ./bad.txt\n+++ ./bad.txt\n" in printed
    assert "-Sumary:\n+Summary:\n" in printed
    assert "good.txt" not in printed
    assert (folder / "bad.txt").read_text() == BAD
    (folder / "patch").write_text(printed)
    subprocess.run(["git", "apply", "patch"], check=True, cwd=folder)
    assert (folder / "bad.txt").read_text() == BAD.replace("Sumary:", "Summary:")


def test_fix_can_not_be_given_with_what_it_can_not_do(capsys: Printed) -> None:
    """--diff says that nothing is written, and standard output is for one thing only."""
    assert run(["validate", "bad.txt", "--fix", "--diff"]) == 2
    assert run(["validate", "-", "bad.txt", "--fix"]) == 2
    assert run(["validate", "-", "--fix", "--output", "json"]) == 2
    assert run(["validate", "bad.txt", "--statistics", "--output", "sarif"]) == 2
    assert run(["validate", "bad.txt", "--statistics", "--diff"]) == 2
    assert run(["validate", "bad.txt", "--output-file", "bad.txt"]) == 2
    assert capsys.readouterr().out == ""
    assert Path("bad.txt").read_text() == BAD


def given(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put ``text`` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.parametrize(
    ("text", "expected", "status"),
    [
        (GOOD, GOOD, 0),
        (GOOD.replace("Summary:", "Sumary:"), GOOD, 0),
        (
            "\ufeff" + GOOD.replace("Summary:", "Sumary:").replace("\n", "\r\n"),
            "\ufeff" + GOOD.replace("\n", "\r\n"),
            0,
        ),
        (BAD, BAD.replace("Sumary:", "Summary:"), 1),
        ("A shopping list", "A shopping list", 1),
    ],
)
def test_fix_makes_a_filter_of_standard_input(
    text: str, expected: str, status: int, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text goes to standard output, every byte of it that was not fixed; what is said goes to standard error."""
    given(text, monkeypatch)
    assert run(["validate", "-", "--fix"]) == status
    printed = capfdbinary.readouterr()
    assert printed.out == expected.encode()
    assert b" checked, " in printed.err
    assert (b"AC112" in printed.err) == ("\ufffd" in text)


def test_a_filter_writes_its_findings_to_a_file(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """In any output; and standard input that can't be read gives no text."""
    given(BAD, monkeypatch)
    assert run(["validate", "-", "--fix", "--output", "json", "--output-file", "found.json"]) == 1
    assert capsys.readouterr().out == BAD.replace("Sumary:", "Summary:")
    assert {finding["code"] for finding in json.loads(Path("found.json").read_text())} == {"AC112", "AC501"}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Caf\xe9")))
    assert run(["validate", "-", "--fix"]) == 2
    assert capsys.readouterr().out == ""


# Where it goes


@pytest.mark.parametrize("output", ["full", "concise", "json", "sarif", "github", "junit"])
def test_an_output_file_has_what_would_be_printed(output: str, capsys: Printed, folder: Path) -> None:
    """The summary goes to standard error; nothing found replaces what was found before."""
    assert run(["validate", "bad.txt", "--output", output, "--output-file", "found"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "1 record checked, 3 findings (1 fixable with --fix, 1 with --fix --unsafe-fixes)\n"
    assert run(["validate", "bad.txt", "--output", output, "--quiet"]) == 1
    assert capsys.readouterr().out == (folder / "found").read_text()
    assert run(["validate", "good.txt", "--output", output, "--output-file", "found"]) == 0
    assert "bad.txt" not in (folder / "found").read_text()
    assert run(["validate", "good.txt", "--output", output, "--output-file", "missing/found"]) == 2
    assert "missing/found: error: can't be written" in capsys.readouterr().err


def test_an_output_file_has_no_colours(capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no terminal, whatever standard output is."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(["validate", "bad.txt", "--output-file", "found"]) == 1
    assert "\x1b" not in (folder / "found").read_text()
    assert run(["validate", "bad.txt", "--diff", "--output-file", "patch"]) == 1
    assert "-Sumary:" in (folder / "patch").read_text()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments", [["good.txt"], ["bad.txt"], ["bad.txt", "--output", "json"], ["bad.txt", "--diff"]]
)
def test_quiet_leaves_out_the_summary_only(arguments: list[str], capsys: Printed) -> None:
    """The findings are the same, and the status."""
    status = run(["validate", *arguments])
    loud = capsys.readouterr()
    assert run(["validate", *arguments, "-q"]) == status
    quiet = capsys.readouterr()
    assert quiet.err == ""
    assert loud.out.startswith(quiet.out)
    assert (loud.out + loud.err).removeprefix(quiet.out).startswith("1 record checked")


def test_statistics_as_json(capsys: Printed) -> None:
    """Two options that were given are both heeded."""
    assert run(["validate", "bad.txt", "--statistics", "--output", "json"]) == 1
    counts = json.loads(capsys.readouterr().out)
    assert {"code": "AC107", "name": "misspelt-label", "count": 1} in counts
    assert len(counts) == 3


# What is read


@pytest.mark.parametrize("command", ["convert", "validate"])
def test_records_only_leaves_out_all_else(command: str, capsys: Printed, folder: Path) -> None:
    """Named or in a folder, without a word, and even if nothing is left; what can't be read is told all the same."""
    (folder / "more").mkdir()
    (folder / "more/notes.md").write_text("# Notes")
    assert run([command, "good.txt", "list.txt", "more", "--records-only"]) == 0
    printed = capsys.readouterr()
    assert "list.txt" not in printed.err + printed.out
    assert run([command, "list.txt", "more", "--records-only"]) == 0
    assert "list" not in capsys.readouterr().err
    assert run([command, "good.txt", "list.txt", "--records-only", "missing.txt"]) == 2
    assert "missing.txt" in capsys.readouterr().err
    (folder / "cafe.txt").write_bytes(b"Caf\xe9")
    assert run([command, "good.txt", "cafe.txt", "--records-only"]) == 2


def test_records_only_in_the_settings(folder: Path) -> None:
    """A mixed repository has it there."""
    assert run(["validate", "good.txt", "list.txt"]) == 1
    (folder / "archivecite.toml").write_text("records-only = true\n")
    assert run(["validate", "good.txt", "list.txt"]) == 0


# Settings


def test_select_and_ignore(capsys: Printed) -> None:
    """Codes and beginnings of codes, with commas or one by one, in any case."""
    assert {f["code"] for f in found(capsys, "bad.txt", "--select", "ac107,AC5")} == {"AC107", "AC501"}
    assert {f["code"] for f in found(capsys, "bad.txt", "--ignore", "AC107", "--ignore", "AC5")} == {"AC112"}
    assert run(["validate", "bad.txt", "--select", "AC8"]) == 2
    assert 'There is no rule "AC8"' in capsys.readouterr().err


def test_names_of_rules_are_taken_wherever_codes_are(capsys: Printed, folder: Path) -> None:
    """In options, in settings and in Python, in any case; a name that no rule has is told with one that is near."""
    assert {f["code"] for f in found(capsys, "bad.txt", "--select", "Misspelt-Label,AC5")} == {"AC107", "AC501"}
    assert {f["code"] for f in found(capsys, "bad.txt", "--ignore", "misspelt-label,broken-paragraph")} == {"AC112"}
    (folder / "archivecite.toml").write_text('ignore = ["misspelt-label"]')
    assert {f["code"] for f in found(capsys, "bad.txt")} == {"AC501", "AC112"}
    assert [f.code for f in ac.check(ac.parse(BAD), ["misspelt-label"])] == ["AC107"]
    assert [f.code for f in ac.check(ac.parse(BAD), ignore=["misspelt-label", "AC5"])] == ["AC112"]
    assert run(["validate", "bad.txt", "--select", "mispelt-label"]) == 2
    assert 'There is no rule "mispelt-label" (perhaps "misspelt-label")' in capsys.readouterr().err


#: A record that is complete save that nobody gave it a summary or a URL, and with two habits of old records.
OLD = re.sub(r" <https://[^>]*>", " <http://digitalarchive.wilsoncenter.org/document/115064>", GOOD)
DRAFT = re.sub(r" <https://[^>]*>", "", re.sub(r"Summary:\n\n[^\n]*\n", "Summary:\n", GOOD))


def test_profiles_change_what_counts_and_never_what_is_found(capsys: Printed, folder: Path) -> None:
    """To publish, a lost URL is a warning; for an old record, http is nothing. check finds the same as ever."""
    (folder / "draft.txt").write_text(DRAFT)
    (folder / "old.txt").write_text(OLD)
    assert run(["validate", "draft.txt", "old.txt"]) == 0
    capsys.readouterr()
    assert run(["validate", "draft.txt", "--profile", "publish"]) == 1
    printed = capsys.readouterr().out
    assert "AC103 warning" in printed and "AC305 warning" in printed
    assert {f["severity"] for f in found(capsys, "draft.txt", "--profile", "publish")} == {"warning"}
    assert run(["validate", "old.txt", "--profile", "publish"]) == 0
    assert "AC308 info" in capsys.readouterr().out
    assert run(["validate", "old.txt", "--profile", "legacy", "--fail-on", "info"]) == 0
    assert capsys.readouterr().out == "1 record checked, 0 findings\n"
    assert found(capsys, "old.txt", "--profile", "legacy") == []
    (folder / "archivecite.toml").write_text('profile = "publish"')
    assert run(["validate", "draft.txt"]) == 1
    assert run(["validate", "draft.txt", "--profile", "legacy"]) == 0
    capsys.readouterr()
    assert {f.severity for f in ac.check(ac.parse(DRAFT))} == {ac.Severity.INFO}
    assert run(["validate", "old.txt", "--profile", "legacy", "--fix"]) == 0
    assert (folder / "old.txt").read_text() == OLD


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("a.txt", ["records/old/b.txt"]),
        ("records/old", ["records/a.txt"]),
        ("records/*.txt", []),
        ("old", ["records/a.txt"]),
        ("elsewhere/*", ["records/a.txt", "records/old/b.txt"]),
    ],
)
@pytest.mark.parametrize("where", [".", "records"])
def test_rules_are_ignored_for_some_files(
    pattern: str, left: list[str], where: str, capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patterns are for names, or for paths seen from the folder of the settings, wherever the command runs."""
    (folder / "records/old").mkdir(parents=True)
    for name in ("records/a.txt", "records/old/b.txt"):
        (folder / name).write_text(BAD)
    (folder / "archivecite.toml").write_text(f'[per-file-ignores]\n"{pattern}" = ["misspelt-label", "AC112"]\n')
    monkeypatch.chdir(folder / where)
    files = found(capsys, str(folder / "records"))
    relative = [(os.path.relpath(f["file"], folder), f["code"]) for f in files]
    assert {name for name, code in relative if code == "AC107"} == set(left)
    assert {name for name, code in relative if code == "AC501"} == {"records/a.txt", "records/old/b.txt"}


@pytest.mark.parametrize(
    ("name", "head"), [("archivecite.toml", ""), ("pyproject.toml", "[project]\nname = 'a'\n[tool.archivecite]\n")]
)
def test_settings_in_a_file(
    name: str, head: str, capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest file above sets what the options don't; options go first."""
    (folder / name).write_text(head + 'ignore = ["AC1"]\noutput = "concise"\nfail-on = "error"\n')
    (folder / "under").mkdir()
    monkeypatch.chdir(folder / "under")
    assert run(["validate", "../bad.txt"]) == 0
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()[:-1]] == ["AC501"]
    assert run(["validate", "../bad.txt", "--ignore", "AC5", "--fail-on", "warning"]) == 1
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()[:-1]] == ["AC107", "AC112"]


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("\n# what to select\nselct = ['AC1']", 'archivecite.toml:3: there is no setting "selct" (perhaps "select")'),
        ("profile = 'new'", "profile is one of publish, legacy"),
        ("[per-file-ignores]\n'*.md' = 'AC1'", "archivecite.toml:1: per-file-ignores must be a table of globs"),
        ("[per-file-ignores]\n'*.md' = ['XX']", 'There is no rule "XX"'),
        ("records-only = 1", "records-only must be true or false"),
        ("select = 'AC1'", "archivecite.toml:1: select must be a list of codes"),
        ("fail-on = 'never'", "fail-on is one of error, warning, info"),
        ("output = 7", "output is one of"),
        ("select = [", "can't be read"),
        ("ignore = ['XX']", 'There is no rule "XX"'),
    ],
)
def test_wrong_settings_are_usage_errors(setting: str, words: str, capsys: Printed, folder: Path) -> None:
    """What can't be meant is said, and nothing is checked."""
    (folder / "archivecite.toml").write_text(setting)
    assert run(["validate", "good.txt"]) == 2
    assert words in capsys.readouterr().err


def test_baseline_leaves_out_what_was_known(capsys: Printed, folder: Path) -> None:
    """Findings of before are left out, also when lines were added above them; a new one is not."""
    run(["validate", "bad.txt", "--output", "json"])
    (folder / "known.json").write_text(capsys.readouterr().out)
    (folder / "bad.txt").write_text("\n\n" + BAD)
    assert run(["validate", "bad.txt", "--baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "1 record checked, 0 findings, 3 known before\n"
    (folder / "bad.txt").write_text(BAD.replace("Original Language:", "Orignal Language:"))
    assert run(["validate", "bad.txt", "--baseline", "known.json"]) == 1
    assert capsys.readouterr().out.count("AC107") == 1
    assert run(["validate", "bad.txt", "--baseline", "bad.txt"]) == 2
    assert run(["validate", "bad.txt", "--baseline", "missing.json"]) == 2


def test_a_baseline_in_the_settings_is_beside_them(
    capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings name it from the folder that they are in, wherever the command runs."""
    run(["validate", "bad.txt", "--output", "json"])
    found = json.loads(capsys.readouterr().out)
    (folder / "known.json").write_text(json.dumps(found[:-1]))
    (folder / "archivecite.toml").write_text('baseline = "known.json"\n')
    assert run(["validate", "bad.txt"]) == 1
    assert "1 finding, 2 known before" in capsys.readouterr().out


# What is no plain file


def test_standard_input_is_checked(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen is what comes in, in every output under a name that no file has."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert run(["validate", "-", "--select", "AC107", "--output", "concise"]) == 1
    assert capsys.readouterr().out.startswith("standard input:9:1: AC107 warning: ")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    (result,) = sarif(capsys, "-", "--select", "AC107")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "stdin"


def test_a_pdf_is_checked_and_never_fixed(capsys: Printed, folder: Path) -> None:
    """What is found in the text of a PDF has no fix, since the text can't be written back; the file stays as it is."""
    lines = [line for line in BAD.replace("\ufffd", "a").split("\n") if line.isascii()]
    data = pages_of([printed([(12, 13 if line else 0, line) for line in lines])])
    (folder / "record.pdf").write_bytes(data)
    assert run(["validate", "record.pdf", "--fix", "--select", "AC107"]) == 1
    told = capsys.readouterr().out
    assert 'AC107 warning: "Sumary:"' in told
    assert "--fix" not in told
    assert (folder / "record.pdf").read_bytes() == data


def test_a_finding_in_a_pdf_has_its_page(capsys: Printed, folder: Path) -> None:
    """And the line on it: nobody can count the lines of a PDF from its beginning."""
    lines = [line for line in GOOD.split("\n") if line.isascii()]
    body = lines.index("Contents:") + 3
    spoilt = [line.replace(" days ago", " days ago in the the spring") for line in lines[body:]]
    pages = [printed([(12, 13 if line else 0, line) for line in part]) for part in (lines[:body], spoilt)]
    (folder / "record.pdf").write_bytes(pages_of(pages))
    (finding, *_) = found(capsys, "record.pdf", "--select", "AC128")
    assert finding["page"] == 2
    assert run(["validate", "record.pdf", "--select", "AC128", "--output", "concise"]) == 0
    assert capsys.readouterr().out.startswith("record.pdf: page 2, line ")
    assert found(capsys, "bad.txt")[0]["page"] is None


def test_a_file_that_can_not_be_opened_is_told(capsys: Printed, folder: Path) -> None:
    """A file that is not there, and a folder that has become one, are said in one line each."""
    assert run(["validate", "missing.txt", "good.txt"]) == 2
    assert "missing.txt: AC902 error: can't be read: No such file or directory" in capsys.readouterr().err


# How it ends


def test_exit_status(capsys: Printed, folder: Path) -> None:
    """0 without findings that count, 1 with them or for another layout, 2 where nothing can be checked."""
    (folder / "empty").mkdir()
    (folder / "image.png").write_bytes(b"\x89PNG\r\n")
    (folder / "closed.txt").write_text(GOOD)
    (folder / "info.txt").write_text(GOOD.replace("https:", "http:"))
    cases = {
        ("good.txt",): 0,
        ("info.txt",): 0,
        ("info.txt", "--fail-on", "info"): 1,
        ("bad.txt",): 1,
        ("bad.txt", "--fail-on", "error"): 1,
        ("bad.txt", "--fail-on", "error", "--ignore", "AC112"): 0,
        ("list.txt",): 1,
        ("missing.txt",): 2,
        ("good.txt", "missing.txt"): 2,
        ("image.png",): 2,
        ("empty",): 2,
        (): 2,
        ("good.txt", "--output", "yaml"): 2,
    }
    for output in ("full", "concise", "json", "sarif", "github", "junit"):
        for arguments, status in cases.items():
            assert (
                run(["validate", *arguments, *(["--output", output] if "--output" not in arguments else [])]) == status
            ), arguments
    capsys.readouterr()


def test_the_number_of_files_is_always_said(capsys: Printed) -> None:
    """Even when none is a record."""
    run(["validate", "list.txt"])
    assert capsys.readouterr().out == "0 records checked, 0 findings, 1 file of another layout\n"


def test_many_files_on_several_processors_come_in_order(
    capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of many files is checked by several processes, and told of in the order of the names."""
    monkeypatch.setattr("archivecite.corpus.pool.ENOUGH", 50)
    many = folder / "many"
    many.mkdir()
    for number in range(70):
        (many / f"{number:03}.txt").write_text(BAD if number % 30 == 7 else GOOD)
    assert run(["validate", "many", "--output", "concise", "--select", "AC107"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == ["many/007.txt", "many/037.txt", "many/067.txt"]
    assert lines[-1].startswith("70 records checked, 3 findings")


def in_terminal(*arguments: str) -> str:
    """What the command writes to a terminal."""
    import pty  # Windows has none

    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "archivecite", *arguments], stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    written = b""
    try:
        while piece := os.read(ours, 65536):
            written += piece
    except OSError:  # what Linux says when the other end is closed
        pass
    program.wait()
    os.close(ours)
    return written.decode()


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_a_terminal_gets_colours_and_a_bar(folder: Path) -> None:
    """On a terminal findings have colours, and a long run a bar that is gone in the end; in a pipe there is neither."""
    for number in range(25):
        (folder / f"{number}.txt").write_text(GOOD)
    written = in_terminal("validate", ".")
    assert "\x1b[33m" in written
    assert re.search(r"\[#+-+\] \d+/28", written)
    assert "[" not in written.rpartition("\r\x1b[K")[2].replace("\x1b[", "")
    piped = subprocess.run(
        [sys.executable, "-m", "archivecite", "validate", "."], capture_output=True, text=True, check=False
    )
    assert "\x1b" not in piped.stdout + piped.stderr
    assert "#-" not in piped.stderr


# rule


def test_rule_prints_its_page(capsys: Printed) -> None:
    """By code or name, in any case; all are listed without one; and what is no rule is said to be none."""
    assert run(["rule", "ac107"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("# AC107 misspelt-label\n")
    assert run(["rule", "misspelt-label"]) == 0
    assert capsys.readouterr().out == page
    assert run(["rule"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(RULES) + len(RUN_RULES)
    assert run(["rule", "AC902"]) == 0
    assert "iconv" in capsys.readouterr().out
    assert run(["rule", "AC000"]) == 2


def test_strict_reading_fails_exactly_on_errors() -> None:
    """loads refuses what has an error, with the errors that check finds."""
    assert ac.loads(GOOD).summary
    with pytest.raises(ac.InvalidRecord) as refused:
        ac.loads(BAD)
    assert refused.value.diagnostics == tuple(f for f in ac.check(ac.parse(BAD)) if f.severity is ac.Severity.ERROR)
    assert ac.loads(BAD.replace("\ufffd", "a")).title


# Several records


def numbered(number: int, **changed: str) -> str:
    """A good record with a number of its own."""
    text = re.sub(r"document/\d+", f"document/{number}", GOOD)
    for old, new in changed.items():
        text = text.replace(getattr(RECORD, old), new)
    return text


RECORD = ac.parse(GOOD).record
OTHER = laid_out(parts(Random(8))._replace(family="plain", statements=["Translated by Anna Weber"]))


def test_one_number_in_two_files_is_a_warning(capsys: Printed, folder: Path) -> None:
    """At the second of them, at the URL; versions of one file are no two records."""
    for name, text in (("a.txt", numbered(200001)), ("b.txt", OTHER), ("c.txt", numbered(200001))):
        (folder / name).write_text(text)
    (finding,) = found(capsys, "a.txt", "b.txt", "c.txt")
    assert (finding["file"], finding["code"], finding["severity"]) == ("c.txt", "AC701", "warning")
    assert finding["message"] == "a.txt has the same document number, 200001"
    assert (folder / "c.txt").read_text()[slice(*finding["span"])].endswith("/document/200001")
    assert run(["validate", "a.txt", "b.txt", "c.txt"]) == 1
    assert run(["validate", "a.txt", "b.txt"]) == 0
    (folder / "a.md").write_text(numbered(200001))
    capsys.readouterr()
    assert found(capsys, "a.txt", "a.md") == []
    (folder / "link").symlink_to(folder)
    assert found(capsys, "a.txt", "link/a.txt") == []


def test_one_title_and_date_in_two_files_is_an_info(capsys: Printed, folder: Path) -> None:
    """Whatever their numbers are; a title with another date is one only if the source is the same."""
    (folder / "a.txt").write_text(numbered(200001))
    (folder / "b.txt").write_text(numbered(200002))
    date = RECORD.date.text if RECORD.date else ""
    month, _, rest = date.partition(" ")
    (folder / "c.txt").write_text(numbered(200003).replace(date, f"{month} 3{rest[-6:]}"))
    first, second = found(capsys, "a.txt", "b.txt", "c.txt", "--ignore", "AC6")
    assert (first["file"], first["code"]) == ("b.txt", "AC702")
    assert first["message"] == "a.txt has the same title and date"
    assert (second["file"], second["code"], second["pointer"]) == ("c.txt", "AC703", "/title")
    assert found(capsys, "a.txt", "b.txt", "--ignore", "same-record") == []
    assert [f["code"] for f in found(capsys, "a.txt", "b.txt", "--select", "AC7")] == ["AC702"]
    (folder / "archivecite.toml").write_text('[per-file-ignores]\n"b.txt" = ["AC7"]\n')
    assert found(capsys, "a.txt", "b.txt") == []
    assert run(["rule", "same-record"]) == 0
    assert capsys.readouterr().out.startswith("# AC702 same-record")


def test_a_baseline_knows_what_records_have_in_common(capsys: Printed, folder: Path) -> None:
    """What was told before is not told again."""
    (folder / "a.txt").write_text(numbered(200001))
    (folder / "c.txt").write_text(numbered(200001))
    run(["validate", "a.txt", "c.txt", "--output", "json"])
    (folder / "known.json").write_text(capsys.readouterr().out)
    assert run(["validate", "a.txt", "c.txt", "--baseline", "known.json"]) == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_records_have_in_common_is_found_on_several_processors(
    jobs: int, capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order of the files, whichever was read first."""
    monkeypatch.setattr("archivecite.corpus.pool.ENOUGH", 50)
    monkeypatch.setattr("archivecite.corpus.pool.processors", lambda: jobs)
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(numbered(200001 + number % 6))
    files = [f"{number:02}.txt" for number in range(12)]
    findings = found(capsys, *files, "--select", "AC701")
    assert [(f["file"], f["message"][:6]) for f in findings] == [
        (f"{n:02}.txt", f"{n - 6:02}.txt") for n in range(6, 12)
    ]


# Citations alone


CITED = '"A Letter", May 3, 1950, Wilson Center Digital Archive, RGANI, f. {}, op. 1, d. 7. <https://digitalarchive.wilsoncenter.org/document/123456>'


def test_a_column_of_citations_is_checked_line_by_line(capsys: Printed, folder: Path) -> None:
    """Each finding has the line and column in the file; blank lines keep the count, and are nothing."""
    lines = [
        CITED.format(5),
        "",
        CITED.format("O2"),
        "RGASPI, f. 5, op. 1, qwert zqx; translated by Anna Weber",
        CITED.format(5),
    ]
    (folder / "column.txt").write_text("\r\n".join(lines))
    findings = found(capsys, "--citations", "column.txt", "--ignore", "AC305")
    assert [(f["code"], f["line"]) for f in findings if f["severity"] != "info"] == [("AC326", 3), ("AC101", 4)]
    (letter,) = [f for f in findings if f["code"] == "AC326"]
    assert "\r\n".join(lines)[slice(*letter["span"])] == "O2"
    assert letter["column"] == lines[2].index("O2") + 1
    assert [(f["line"], f["message"]) for f in findings if f["code"] == "AC702"] == [(5, "line 1 is the same citation")]
    assert run(["validate", "--citations", "column.txt"]) == 1
    assert "3 | " in capsys.readouterr().out


@pytest.mark.parametrize(
    "line", ["RGANI, f. 5, op. 49, d. 131", "APRF, f. 3", CITED.format(5), "RGASPI, f. 558, op. 11, d. 342."]
)
def test_a_good_citation_has_no_warning(line: str, folder: Path) -> None:
    """A source alone needs no title and no digital archive."""
    (folder / "column.txt").write_text(f"{line}\n")
    assert run(["validate", "--citations", "column.txt"]) == 0


def test_citations_are_not_fixed(capsys: Printed, folder: Path) -> None:
    """The column is a copy of another file's."""
    (folder / "column.txt").write_text(CITED.format("5") + "\n")
    assert run(["validate", "--citations", "column.txt", "--fix"]) == 2
    assert run(["validate", "--citations", "column.txt", "--diff"]) == 2
    assert run(["validate", "--citations", "missing.txt"]) == 2
    assert "Citations alone are not fixed" in capsys.readouterr().err


def citing_record(number: int, cited: str) -> str:
    """A good record whose text cites a telegram."""
    return numbered(number).replace(" This was told me", f" I wrote of it in telegram No. {cited}. This was told me", 1)


def headed_record(number: int, own: str) -> str:
    """A good record from the same archive and year that has a number at its head."""
    text = numbered(number, title="Reply to the Ambassador")
    body = ac.parse(text).record.body[0].text
    return text.replace(body, f"Telegram No. {own}\n\n{body}", 1)


@pytest.mark.parametrize("cited", ["418", "1701", "50389", "0417"])
def test_a_number_of_another_record_is_told(cited: str, capsys: Printed, folder: Path) -> None:
    """At the later of the two files, whichever of them cites the other; a number that no record has is not told."""
    (folder / "a.txt").write_text(headed_record(200001, cited))
    (folder / "b.txt").write_text(citing_record(200002, cited))
    (folder / "c.txt").write_text(citing_record(200003, "9999"))
    (finding,) = found(capsys, "a.txt", "b.txt", "c.txt", "--select", "AC704")
    assert (finding["file"], finding["severity"]) == ("b.txt", "info")
    assert finding["message"] == f"a.txt has the number {cited}, which is cited here"
    (finding,) = found(capsys, "b.txt", "a.txt", "--select", "AC704")
    assert (finding["file"], finding["message"]) == ("a.txt", f"b.txt cites the number {cited} of this record")
    assert run(["rule", "AC704"]) == 0


def test_what_records_have_in_common_is_found_without_reading_a_text_again(
    capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each text is read once, and stripped of its markup no more often than in a run of its own; nor are all the values
    of a record placed to tell where one is.
    """
    texts = [headed_record(200001, "418"), citing_record(200002, "418"), citing_record(200002, "9999")]
    files = [f"{number}.txt" for number in range(len(texts))]
    for name, text in zip(files, texts, strict=True):
        (folder / name).write_text(text)
    read: list[Plain] = []
    stripped: list[str] = []
    placed: list[Any] = []

    def counted(seen: list[Any], function: Any) -> Any:
        def counting(*given: Any) -> Any:
            seen.append(given[-1])
            return function(*given)

        return counting

    monkeypatch.setattr("archivecite.syntax.document.read_record", counted(read, read_record))
    monkeypatch.setattr(Plain, "__init__", counted(stripped, Plain.__init__))
    monkeypatch.setattr("archivecite.syntax.spans.placed", counted(placed, places_of))
    for name in files:
        run(["validate", name])
    alone, stripped[:], read[:] = stripped[:], [], []
    assert "AC70" not in capsys.readouterr().out
    findings = found(capsys, *files, "--select", "AC70")
    assert [finding["code"] for finding in findings] == ["AC704", "AC701"]
    assert [plain.source for plain in read] == texts
    assert stripped == alone
    assert placed == []


def test_a_small_number_of_another_archive_or_time_is_chance(capsys: Printed, folder: Path) -> None:
    """Every embassy numbers its telegrams anew each year; an archive's own numbers are no chance."""
    year = RECORD.date.text[-4:] if RECORD.date else ""
    source = RECORD.citation.sources[0].text if RECORD.citation else ""
    others = {
        "later.txt": headed_record(200001, "418").replace(year, str(int(year) + 4)),
        "earlier.txt": headed_record(200002, "418").replace(year, str(int(year) - 9)),
        "elsewhere.txt": headed_record(200003, "418").replace(source, "AMSZ, z. 17, w. 3, t. 16"),
        "nowhere.txt": headed_record(200004, "418").replace(source, "found in a drawer"),
        "next.txt": headed_record(200005, "418").replace(year, str(int(year) + 1)),
        "own.txt": headed_record(200007, "12"),
    }
    for name, text in others.items():
        (folder / name).write_text(text)
    (folder / "a.txt").write_text(citing_record(200006, "418"))
    (folder / "b.txt").write_text(citing_record(200008, "200007"))
    told = {name for name in others if found(capsys, "a.txt", name, "--select", "AC704")}
    assert told == {"next.txt"}
    assert found(capsys, "b.txt", "own.txt", "--select", "AC704")


@pytest.mark.parametrize("end", [", l. 14", "", ", ll. 20-21", ", ll. 5-6ob"])
def test_a_title_with_another_date_is_told_where_the_pages_are_the_same(
    end: str, capsys: Printed, folder: Path
) -> None:
    """A file holds many letters of one title; a page holds one."""
    source = RECORD.citation.sources[0].text if RECORD.citation else ""
    date = RECORD.date.text if RECORD.date else ""
    month, _, rest = date.partition(" ")
    for number, (name, day) in enumerate((("a.txt", date), ("b.txt", f"{month} 3{rest[-6:]}"))):
        text = numbered(200001 + number).replace(source, f"RGASPI, f. 558, op. 11, d. 4{end}")
        (folder / name).write_text(text.replace(date, day))
    told = [finding["code"] for finding in found(capsys, "a.txt", "b.txt", "--select", "AC703")]
    assert told == (["AC703"] if end else [])


@pytest.mark.parametrize("command", ["convert", "validate"])
def test_a_rich_text_is_refused_by_every_command(command: str, capsys: Printed, folder: Path) -> None:
    """Its labels would make a record of it, with all its marks in the values."""
    (folder / "rich.txt").write_text("{\\rtf1\\ansi\n" + GOOD + "}")
    assert run([command, "rich.txt"]) == 2
    printed = capsys.readouterr()
    assert "looks like a document in Rich Text Format (RTF). Save it as plain text" in printed.out + printed.err
