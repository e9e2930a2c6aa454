"""What names and texts can do to a terminal, a log or another program's input: nothing."""

import io
import json
import ntpath
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rules.generated import laid_out, parts

import archivecite as ac
import archivecite.cli
from archivecite.cli import run
from archivecite.cli.shown import moved
from archivecite.model.diagnostic import draw_excerpt
from archivecite.model.visible import visible, width
from archivecite.surface.names import exact_name, uri_of, visible_name

Printed = pytest.CaptureFixture[str]

OUTPUTS = ("full", "concise", "json", "sarif", "github", "junit")
GOOD = laid_out(parts(Random(3))._replace(family="plain"))
#: What clears a screen, reverses a line, begins one anew in a terminal or in a log, or gives an order to a build server.
HOSTILE = "\x1b[2J\x9b31m\x7f\u202eabc\u2066\u200f\u061c\u2028::warning::one\x85##[error]two##vso[task.complete]"
HOSTILE_NAME = "\n::error::one \x1b[2J\u202e##[error]two.txt"
BAD = GOOD.replace("Summary:", f"Sumary:\n\n::warning ::{HOSTILE}\n", 1).replace(
    "Original Language:\n\n", f"Original Language:\n\nR{HOSTILE}ussian\n\n::stop-commands::{HOSTILE}\n\n", 1
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good record and one whose name and text are hostile."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / HOSTILE_NAME).write_text(BAD, encoding="utf-8", newline="")
    (tmp_path / "::error::two.txt").write_text(BAD, encoding="utf-8", newline="")
    (tmp_path / "seldom.txt").write_text(GOOD.replace("Summary:", "Sumary (Wałęsa, Лех):"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def is_command(line: str) -> bool:
    """Whether GitHub's runner, or Azure's, would carry out a line of a log."""
    return line.lstrip().startswith("::") or bool(re.search(r"##(\w*)\[", line))


def is_harmless(printed: str) -> bool:
    """Whether nothing is printed but what can be seen, and newlines."""
    return all(c.isprintable() or c == "\n" or unicodedata.category(c) == "Zs" for c in printed)


# What is shown of a text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("\x00\x07\t\n\r\x7f\x85\x9b", r"\x00\x07\t\n\r\x7f\x85\x9b"),
        ("\u200e\u200f\u061c\u202a\u202e\u2066\u2069", r"\u200e\u200f\u061c\u202a\u202e\u2066\u2069"),
        ("\u2028\u2029\ufeff\u200b\xad", r"\u2028\u2029\ufeff\u200b\xad"),
        ("\ud800\ufffe\U000e0041", r"\ud800\ufffe\U000e0041"),
        ("##[error]a ##vso[b] ##teamcity[c]", r"#\x23[error]a #\x23vso[b] #\x23teamcity[c]"),
        ("a\u200db", r"a\u200db"),
    ],
)
def test_what_is_escaped(text: str, shown: str) -> None:
    """Controls, marks of direction, what cannot be seen, halves of pairs, and the beginnings of commands."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Wałęsa, Лех; 毛泽东; 김일성; Nguyễn",
        "שלום עולם, مرحبا ٤٢ بالعالم",
        "می‌خواهم क्‍ष",  # with joiners, as these languages spell
        "Wale\u0301sa\xa0– « 100 % » \u3000 #1 ## a",
        "\u06dd",
    ],
)
def test_what_stays(text: str) -> None:
    """Letters of all scripts, from right to left too, with their marks and joiners, and all spaces."""
    assert visible(text) == text


@given(st.text() | st.text("#[a\x1b\u202e\u200d\n:ب"))
@example(HOSTILE)
@example(HOSTILE_NAME)
def test_nothing_hidden_is_shown(text: str) -> None:
    """What is shown is one line without anything that cannot be seen, and is shown as it is when shown again."""
    shown = visible(text)
    assert visible(shown) == shown
    assert not re.search(r"##\w*\[", shown)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)


def test_quoting_by_repr_escapes_too() -> None:
    """Some messages quote a value by its ``repr``."""
    assert repr("\x1b\u202e\u2028\x85\ud800") == r"'\x1b\u202e\u2028\x85\ud800'"


@pytest.mark.parametrize(
    ("line", "start", "end", "excerpt"),
    [
        ("毛泽东 said", 3, 8, "毛泽东 said\n      ^~~~~"),
        ("毛泽东 said", 1, 2, "毛泽东 said\n  ^~"),
        ("Wale\u0301\u0328sa met", 8, 11, "Wale\u0301\u0328sa met\n      ^~~"),
        ("Wale\u0301sa", 4, 5, "Wale\u0301sa\n   ^"),
        ("a\x1bb\u202ec", 4, 5, "a\\x1bb\\u202ec\n            ^"),
        ("a\x1bb", 1, 2, "a\\x1bb\n ^~~~"),
        ("a\tb", 2, 3, "a b\n  ^"),
        ("\u1112\u1161\u11ab b", 4, 5, "\u1112\u1161\u11ab b\n   ^"),
        ("##[error] a", 10, 11, "#\\x23[error] a\n             ^"),
        ("::warning ::x", 2, 9, "::warning ::x\n  ^~~~~~~"),
    ],
)
def test_the_caret_is_below_the_character(line: str, start: int, end: int, excerpt: str) -> None:
    """Wide letters take two columns, combining marks none, escapes as many as they have characters."""
    assert draw_excerpt(line, start, end) == excerpt


def test_width_of_a_cut_line() -> None:
    """Where a line is cut on both sides the caret still counts columns."""
    text, caret = draw_excerpt("毛" * 300, 150, 151).split("\n")
    assert text == "…" + "毛" * 100 + "…"
    assert width(caret.partition("^")[0]) == 1 + 2 * 50


@pytest.mark.parametrize(
    ("line", "start", "end", "encoding", "caret"),
    [
        ("Wałęsa (Лех)", 8, 11, "utf-8", "        ^~~"),
        ("Wałęsa (Лех)", 8, 11, "cp1252", "                  ^~~~~~~~~~~~~~~~~~"),
        ("Wałęsa (Лех) met", 13, 16, "ascii", "                                      ^~~"),
        ("毛a\u0301b", 3, 4, "latin-1", "             ^"),
        ("毛泽东", 3, 3, "ascii", "                  ^"),
        ("ab", 2, 3, "ascii", "  ^"),
    ],
)
def test_the_caret_is_below_what_an_encoding_leaves(line: str, start: int, end: int, encoding: str, caret: str) -> None:
    """Where the console's encoding lacks characters, their escapes move all that follows."""
    drawn, _, below = draw_excerpt(line, start, end).partition("\n")
    assert moved(below, drawn, encoding) == caret


# Errors of the library


def test_the_message_of_an_error_is_escaped() -> None:
    """``str`` of an InvalidRecord and of a Diagnostic can be printed, whatever they quote; the fields are exact."""
    finding = ac.Diagnostic(code="AC107", severity=ac.Severity.ERROR, message=f'"{HOSTILE}"', pointer=f"/{HOSTILE}")
    for printed in (str(finding), str(ac.InvalidRecord([finding]))):
        assert is_harmless(printed)
        assert not is_command(printed)
        assert "\n" not in printed
    assert finding.message == f'"{HOSTILE}"'
    with pytest.raises(ac.InvalidRecord) as error:
        ac.from_json(json.dumps({HOSTILE: 1}))
    assert is_harmless(str(error.value))


# The command


@pytest.mark.parametrize("output", OUTPUTS)
def test_no_output_lets_anything_through(output: str, capsys: Printed) -> None:
    """Neither a name nor a text reaches the output unescaped, and none gives an order to GitHub."""
    assert run(["validate", ".", "./missing\x1b\n::error::.txt", "--output", output]) == 2
    printed = capsys.readouterr()
    assert is_harmless(printed.out + printed.err)
    orders = [line for line in f"{printed.out}\n{printed.err}".split("\n") if is_command(line)]
    if output == "github":
        assert orders == [
            line for line in orders if re.match(r"::(error|warning|notice) file=[^,:]+,[^:]*::[^#]", line)
        ]
        assert len(orders) == printed.out.count("\n") > 4
    else:
        assert not orders
    assert ac.check(ac.parse(BAD)), "there is something to show"


def test_names_at_the_start_of_a_line(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative name can begin with what begins a command of GitHub's."""
    run(["validate", "::error::two.txt", "  ::missing.txt", "--output", "concise"])
    printed = capsys.readouterr()
    assert printed.out.startswith("\\x3a:error::two.txt:")
    assert printed.err.startswith("  \\x3a:missing.txt: AC902 error: ")
    monkeypatch.setenv("FORCE_COLOR", "1")  # as many a build server does
    run(["validate", "::error::two.txt", "--output", "concise"])
    assert capsys.readouterr().out.startswith("\x1b[1m\\x3a:error::two.txt:")


def test_the_properties_of_a_github_command(capsys: Printed) -> None:
    """What means something to GitHub in a property is escaped as its own toolkit does, so that it finds the file."""
    Path("50%, a:b.txt").write_text(BAD, encoding="utf-8")
    run(["validate", "50%, a:b.txt", "--output", "github", "--ignore", "AC319"])
    assert capsys.readouterr().out.startswith("::warning file=50%25%2C a%3Ab.txt,line=")


def test_one_module_prints() -> None:
    """All that is printed is escaped, encoded and coloured in one place."""
    folder = Path(archivecite.cli.__file__).parent
    printing = re.compile(r"\bclick\.s?echo\(|\bprint\(|\bstdout\.(?:write|buffer)")
    assert [
        path.name for path in sorted(folder.glob("*.py")) if printing.search(re.sub(r">>> .*", "", path.read_text()))
    ] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert", "good.txt", "--to", HOSTILE],
        ["convert", f"--{HOSTILE}", "good.txt"],
        [f"a{HOSTILE}"],
        ["rule", HOSTILE],
        ["validate", "good.txt", "--select", HOSTILE],
        ["validate", "good.txt", "--baseline", f"missing{HOSTILE}"],
        ["validate", "good.txt", "--baseline", HOSTILE_NAME],
        ["convert", f"missing{HOSTILE}"],
        ["convert", HOSTILE_NAME, "good.txt", "-o", HOSTILE_NAME],
        ["convert", "good.txt", "-o", f"missing{HOSTILE_NAME}/a.json"],
        ["convert", HOSTILE_NAME, "-o", "made/"],
    ],
)
def test_no_message_lets_anything_through(arguments: list[str], capsys: Printed) -> None:
    """Wrong usage, files that cannot be read or written: every message is escaped."""
    assert run(arguments) in (1, 2)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err
    assert is_harmless(printed.err)
    assert not any(map(is_command, printed.err.split("\n")))


@pytest.mark.parametrize(
    "setting", [f"{json.dumps(HOSTILE)} = 1", f"select = [{json.dumps(HOSTILE)}]", f"a = {HOSTILE}"]
)
def test_no_setting_lets_anything_through(setting: str, folder: Path, capsys: Printed) -> None:
    """Messages on settings quote keys, values and the folder's name."""
    inside = folder / f"a{HOSTILE_NAME}"
    inside.mkdir()
    (inside / "archivecite.toml").write_text(setting, encoding="utf-8")
    os.chdir(inside)
    assert run(["validate", "../good.txt"]) == 2
    printed = capsys.readouterr().err
    assert is_harmless(printed)
    assert not any(map(is_command, printed.split("\n")))


def test_junit_is_xml_whatever_a_text_holds(capsys: Printed) -> None:
    """What XML cannot hold is escaped so that it can be seen, and the caret is below its line."""
    (Path("bad.txt")).write_text(GOOD.replace("the ", "the\x07\ufffe ", 1), encoding="utf-8")
    run(["validate", "bad.txt", "--output", "junit", "--select", "AC114"])
    (suite,) = ET.fromstring(capsys.readouterr().out)
    said = [case[0].text or "" for case in suite]
    assert any("the\\x07\\ufffe " in text for text in said)


# Encodings


class Terminal(io.TextIOWrapper):
    """What Python has for a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def printed_with(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], encoding: str = "utf-8", kind: type = io.TextIOWrapper
) -> tuple[int, bytes, bytes]:
    """The exit status, and the bytes on standard output and standard error in ``encoding``, with Windows' newlines."""
    out, err = io.BytesIO(), io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", kind(out, encoding=encoding, newline="\r\n"))
        patched.setattr(sys, "stderr", kind(err, encoding=encoding, newline="\r\n"))
        status = run(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        return status, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16", "utf-8"])
def test_any_encoding_of_the_console(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """People get escapes for what it lacks; programs get UTF-8 with plain newlines, whatever it is."""
    status, out, _ = printed_with(monkeypatch, ["validate", "seldom.txt"], encoding)
    assert status == 1
    text = out.decode(encoding)
    assert ("Sumary (Wałęsa, Лех):" if "utf" in encoding else r"Sumary (Wa\u0142\u0119sa, \u041b\u0435\u0445):") in text
    assert "\r\n" in text
    for output in ("json", "sarif", "junit"):
        _, out, err = printed_with(monkeypatch, ["validate", "seldom.txt", "--output", output], encoding)
        assert b"\r" not in out and not out.startswith(b"\xef\xbb\xbf")
        assert json.loads(out) if output != "junit" else "Лех" in "".join(ET.fromstring(out).itertext())
        assert "1 record checked" in err.decode(encoding)
    _, out, _ = printed_with(monkeypatch, ["convert", "seldom.txt"], encoding)
    assert b"\r" not in out and ac.from_json(out.decode()) == ac.read("seldom.txt").record
    _, out, _ = printed_with(monkeypatch, ["convert", "good.txt", "--to", "plain"], encoding)
    assert out == ac.dumps(ac.read("good.txt").record, "plain").encode()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16"])
def test_pages_and_help_in_any_encoding(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a rule has letters of its own; help has none that an encoding could lack."""
    status, page, _ = printed_with(monkeypatch, ["rule", "AC507"], encoding)
    assert status == 0
    assert page.decode(encoding).startswith("# AC507")
    for command in ([], ["convert"], ["validate"], ["rule"]):
        status, text, _ = printed_with(monkeypatch, [*command, "--help"], encoding)
        assert status == 0
        assert text.decode(encoding).isascii()


@pytest.mark.parametrize(
    "arguments", [["validate", "seldom.txt"], ["rule", "AC507"], ["convert", "seldom.txt", "missing Лех"]]
)
def test_a_program_of_its_own_in_windows_encoding(arguments: list[str]) -> None:
    """Python sets the streams up by itself, strictly; there is no traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "archivecite", *arguments],
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert done.stdout
    assert b"Traceback" not in done.stderr
    assert done.returncode == {"validate": 1, "rule": 0, "convert": 2}[arguments[0]]


# Names


needs_bytes = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are Unicode here")


@needs_bytes
def test_a_name_that_is_not_utf8_in_every_output(folder: Path, capsys: Printed) -> None:
    """People see the byte, programs get it percent-encoded, and what is made of the file keeps it."""
    bad = os.fsdecode(b"bad\xff.txt")
    (folder / bad).write_text(GOOD.replace("Summary:", "Sumary:"), encoding="utf-8")
    printed = {}
    for output in OUTPUTS:
        assert run(["validate", bad, "--output", output, "--select", "AC107"]) == 1
        printed[output] = capsys.readouterr().out
    assert printed["full"].startswith("bad\\xff.txt:9:1: ") and printed["concise"].startswith("bad\\xff.txt:9:1: ")
    assert json.loads(printed["json"])[0]["file"] == "bad%FF.txt"
    place = json.loads(printed["sarif"])["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "bad%FF.txt"
    assert printed["github"].startswith("::warning file=bad%25FF.txt,line=9,")
    assert ET.fromstring(printed["junit"])[0].get("name") == "bad\\xff.txt"
    assert run(["convert", bad, "-o", "made/", "--fail-on", "error"]) == 0
    assert [path.name for path in Path("made").iterdir()] == [os.fsdecode(b"bad\xff.json")]
    capsys.readouterr()
    assert run(["convert", bad, "-o", "good.txt/", "--fail-on", "error"]) == 2
    assert capsys.readouterr().err.startswith("good.txt/bad\\xff.json: error: can't be written: ")
    (folder / bad).unlink()
    assert run(["convert", bad]) == 2
    assert capsys.readouterr().err == "bad\\xff.txt: error: can't be read: No such file or directory\n"


@needs_bytes
def test_names_do_not_depend_on_the_locale() -> None:
    """In a locale that is not UTF-8 Python keeps each byte of a UTF-8 name apart."""
    assert visible_name("Va\udcc5\udc82sa") == exact_name("Va\udcc5\udc82sa") == "Vałsa"


@pytest.mark.parametrize(
    ("path", "folder", "uri"),
    [
        (r"C:\tmp\rec.txt", r"D:\a\repo", "file:///C:/tmp/rec.txt"),
        (r"C:\tmp\a é\rec 1.txt", r"D:\a", "file:///C:/tmp/a%20%C3%A9/rec%201.txt"),
        (r"\\server\share\rec.txt", r"D:\a", "file://server/share/rec.txt"),
        (r"D:\a\repo\sub\a b.txt", r"D:\a\repo", "sub/a%20b.txt"),
        (r"D:\a\rec.txt", r"D:\a\repo", "../rec.txt"),
    ],
)
def test_the_uri_of_a_file_on_another_drive(path: str, folder: str, uri: str) -> None:
    """Windows has no relative path from one drive to another."""
    assert uri_of(path, folder, ntpath) == uri


def test_an_absolute_uri_has_no_base(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """SARIF forbids a base where the URI is absolute."""
    monkeypatch.setattr("archivecite.cli.checked.uri_of", lambda *_: uri_of(r"C:\a.txt", r"D:\a", ntpath))
    run(["validate", "seldom.txt", "--output", "sarif"])
    place = json.loads(capsys.readouterr().out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///C:/a.txt"}


# Terminals and pipes


@pytest.mark.parametrize(
    ("kind", "variables", "coloured"),
    [
        (Terminal, {}, True),
        (Terminal, {"NO_COLOR": ""}, True),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (Terminal, {"TERM": "dumb"}, False),
        (io.TextIOWrapper, {}, False),
        (io.TextIOWrapper, {"FORCE_COLOR": ""}, False),
        (io.TextIOWrapper, {"FORCE_COLOR": "1"}, True),
    ],
)
def test_colours(kind: type, variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Terminals have colours unless they are unwanted or unknown there; others have them when they are forced."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    _, out, _ = printed_with(monkeypatch, ["validate", "seldom.txt"], kind=kind)
    assert (b"\x1b[33m" in out) is coloured
    assert (b"\x1b" in out) is coloured
    _, out, _ = printed_with(monkeypatch, ["validate", "seldom.txt", "--output", "json"], kind=kind)
    assert b"\x1b" not in out


@pytest.mark.parametrize(("term", "drawn"), [("xterm", True), ("dumb", False)])
def test_the_bar_needs_a_terminal_that_can_move(term: str, drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar is drawn over and over in one line."""
    for number in range(25):
        Path(f"{number}.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("TERM", term)
    _, _, err = printed_with(monkeypatch, ["validate", "."], kind=Terminal)
    assert (b"#-" in err) is drawn
    assert (b"\x1b[K" in err) is drawn


@pytest.mark.parametrize("arguments", [["validate", "--diff", HOSTILE_NAME], ["convert", "--to", "plain", "said.txt"]])
def test_data_is_exact_but_on_a_terminal(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A patch and a text hold what the file holds; on a terminal they are looked at."""
    Path("said.txt").write_text(GOOD.replace("the ", f"the {HOSTILE} ", 1), encoding="utf-8", newline="")
    _, exact, _ = printed_with(monkeypatch, arguments)
    assert "\x1b[2J\x9b31m\x7f\u202eabc".encode() in exact
    _, shown, _ = printed_with(monkeypatch, arguments, kind=Terminal)
    assert is_harmless(shown.decode().replace("\r\n", "\n"))
    assert rb"\x1b[2J\x9b31m\x7f\u202eabc" in shown


@pytest.mark.parametrize(
    "arguments", [["validate", "good.txt"], ["validate", "good.txt", "--output", "json"], ["rule"]]
)
def test_standard_output_that_is_closed(arguments: list[str], capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says so."""
    monkeypatch.setattr(sys, "stdout", None)
    assert run(arguments) == 2
    assert capsys.readouterr().err.endswith("standard output: error: can't be written: it is closed\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell of Unix")
@pytest.mark.parametrize(
    ("command", "status", "printed"),
    [
        ("{} validate seldom.txt 2>&1 | true", "141", ""),
        ("{} --help | true", "141", ""),
        ("{} validate seldom.txt --output sarif | true", "141", ""),
        ("{} validate missing.txt seldom.txt 2>/dev/full", "2", "seldom.txt:"),
        ("{} convert missing.txt 2>&- >&-", "2", ""),
    ],
)
def test_streams_that_nobody_reads(command: str, status: str, printed: str) -> None:
    """A reader that ends early is no failure to tell of, and messages that cannot be printed are no reason to stop."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command.format(f'{sys.executable} -m archivecite')}; echo $?"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split("\n")[-2] == status
    assert done.stdout.startswith(printed)
    assert done.stderr == ""
