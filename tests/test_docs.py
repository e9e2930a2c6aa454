"""The documentation is true: what it shows is run, what it lists is all there is, and what it links to is there."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import click
import losses
import pytest

import archivecite as ac
from archivecite.cli.convert import convert
from archivecite.cli.show import show
from archivecite.cli.validate import validate
from archivecite.formats.writer import keys
from archivecite.model.mark import AnyMark
from archivecite.model.record import Content, Credits

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCED = re.compile(r"^```(.*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")


def blocks(page: Path, kind: str) -> list[str]:
    """What stands in the fenced blocks of a ``kind`` on a page, save those that need what is not installed."""
    found = [text for name, text in FENCED.findall(page.read_text(encoding="utf-8")) if name == kind]
    return [text for text in found if not any(word in text and not is_there(word) for word in NEEDED)]


#: What a block needs that has one of these words in it: a module, or a program.
NEEDED = {
    "import pandas": "pandas",
    "import duckdb": "duckdb",
    "import pyarrow": "pyarrow",
    "--for arrow": "pyarrow",
    "--to parquet": "pyarrow",
    "| pandoc": "pypandoc",
    "Rscript": "Rscript",
}


def is_there(word: str) -> bool:
    """Whether what a block with that ``word`` needs is installed."""
    return bool(find_spec(NEEDED[word]) or shutil.which(NEEDED[word]))


@pytest.mark.parametrize("word", NEEDED)
def test_the_examples_of_other_programs_are_run(word: str) -> None:
    """Each program that the pages show is used in one; where it is not installed, this says that its blocks are not run."""
    assert any(word in page.read_text(encoding="utf-8") for page in PAGES)
    if not is_there(word):
        pytest.skip(f"{NEEDED[word]} is not installed: pip install -e '.[formats-test]', apt-get install r-base-core")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a checkout to whoever follows the documentation, in which files may be written."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    programs = [str(Path(sys.executable).parent), os.environ["PATH"]]
    if spec := find_spec("pypandoc"):  # which has pandoc among its files
        programs.insert(1, str(Path(spec.origin or "").parent / "files"))
    monkeypatch.setenv("PATH", os.pathsep.join(programs))
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_python_example_gives_what_it_shows(page: Path) -> None:
    """The Python blocks of a page are one session."""
    session = "\n".join(blocks(page, "python"))
    if session:
        example = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
        assert example.examples, "a Python block without a prompt is not run"
        assert doctest.DocTestRunner().run(example).failed == 0


@pytest.mark.skipif(os.name == "nt", reason="the examples are written for a Unix shell")
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_prints_what_it_shows(page: Path) -> None:
    """Each line after ``$`` is run, in order and in one folder; below it stands all that it prints."""
    for block in blocks(page, "console"):
        assert block.startswith("$ ")
        for step in block.removeprefix("$ ").split("\n$ "):
            command, _, expected = step.partition("\n")
            done = subprocess.run(
                command, shell=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
            )
            assert done.stdout == (expected and expected.rstrip("\n") + "\n"), command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_block_goes_unrun(page: Path) -> None:
    """A block is run here, or is no code; the shell blocks of the README, which install, are what ``.ci/run`` runs."""
    known = {"python", "console", "text", "json", "lark", *(["sh"] if page.name == "README.md" else [])}
    text = page.read_text(encoding="utf-8")
    assert {name for name, _ in FENCED.findall(text)} <= known
    assert len(FENCED.findall(text)) * 2 == len(re.findall(r"^```", text, re.MULTILINE))


def test_the_two_commands_of_the_readme_are_those_that_the_checks_run() -> None:
    """The README has two commands, each on a line of its own, and ``.ci/run`` takes them from there."""
    convert, test = blocks(ROOT / "README.md", "sh")
    assert convert.startswith("python3 -m pip install . && ")
    assert test.endswith(" python3 -m pytest\n")
    assert convert.count("\n") == test.count("\n") == 1
    found = subprocess.run(
        ["sed", "-n", "/^```sh$/,/^```$/{/^```/!p}", "README.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout == convert + test
    assert "sed -n '/^```sh$/,/^```$/{/^```/!p}' README.md" in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_documentation_leads_somewhere(page: Path) -> None:
    """A relative link names a file that is there, and a heading that is in it."""
    for name, heading in LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / name if name else page
        assert target.exists(), name
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in [re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in headings]


def test_the_page_on_json_has_every_key_of_every_class() -> None:
    """Each class has a section named after it, whose table has the keys in the order in which they are written."""
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    sections = re.split(r"^#+ ", page, flags=re.MULTILINE)
    tables = {section.split("\n")[0]: re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) for section in sections}
    classes = {ac.Record, ac.Date, ac.Language, ac.Citation, ac.Repository, ac.LocatorPart, ac.Provenance, ac.Agent}
    classes |= {
        Credits,
        Content,
        ac.Person,
        *get_args(AnyMark),
        *get_args(ac.Source),
        *get_args(ac.Block),
        *get_args(ac.Note),
    }
    assert {name: table for name, table in tables.items() if table} == {kind.__name__: keys(kind) for kind in classes}


def test_the_page_on_losses_is_that_of_the_data() -> None:
    """What the page says of each key is what the command says; ``python3 tests/losses.py`` writes it."""
    assert losses.PAGE.read_text(encoding="utf-8") == losses.page()


@pytest.mark.parametrize("command", [convert, show, validate], ids=["convert", "show", "validate"])
def test_every_option_is_on_a_page(command: click.Command) -> None:
    """Whoever reads the documentation and not the help misses nothing."""
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert {option for option in options if not re.search(rf"{option}(?![\w-])", pages)} == set()
