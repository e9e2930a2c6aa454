"""The documentation is true: what it shows is run, what it lists is all there is, and what it links to is there."""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args, get_type_hints

import api_page
import losses
import made
import pytest
import sample
from rules.pages import pages as rule_pages

import archivecite as ac
from archivecite.cli import COMMANDS, command
from archivecite.formats.writer import keys
from archivecite.model.mark import AnyMark
from archivecite.model.record import Content, Credits

ROOT = Path(__file__).parents[1]
#: Every page that is written by hand; those of the rules are written by ``tests/rules/pages.py``.
PAGES = [
    ROOT / "README.md",
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if page.parent.name != "rules" and page != api_page.PAGE),
]
FENCED = re.compile(r"^```(.*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")


def name_of(page: Path) -> str:
    """What a test calls a page."""
    return page.relative_to(ROOT).as_posix()


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
    "--to xlsx": "xlsxwriter",
    "pandoc ": "pypandoc",
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
    shutil.copytree(ROOT / "docs" / "samples", tmp_path / "docs" / "samples")
    monkeypatch.chdir(tmp_path)
    programs = [str(Path(sys.executable).parent), os.environ["PATH"]]
    if spec := find_spec("pypandoc"):  # which has pandoc among its files
        programs.insert(1, str(Path(spec.origin or "").parent / "files"))
    monkeypatch.setenv("PATH", os.pathsep.join(programs))
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_example_gives_what_it_shows(page: Path) -> None:
    """The blocks of a page are run in order and in one folder; its Python blocks are one session."""
    session: dict[str, Any] = {}
    for kind, text in FENCED.findall(page.read_text(encoding="utf-8")):
        if any(word in text and not is_there(word) for word in NEEDED):
            continue
        if kind == "python":
            run_python(text, page, session)
        elif kind == "console":
            if os.name == "nt":  # written for a Unix shell; what follows may need what it makes
                return
            run_commands(text)


def run_python(text: str, page: Path, session: dict[str, Any]) -> None:
    """Each line after ``>>>`` is run, and gives what is below it."""
    example = doctest.DocTestParser().get_doctest(text, session, page.name, str(page), 0)
    assert example.examples, "a Python block without a prompt is not run"
    assert doctest.DocTestRunner().run(example, clear_globs=False).failed == 0
    session.update(example.globs)


def run_commands(text: str) -> None:
    """Each line after ``$`` is run; below it is all that it prints."""
    assert text.startswith("$ ")
    for step in text.removeprefix("$ ").split("\n$ "):
        command, _, expected = step.partition("\n")
        done = subprocess.run(
            command, shell=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        assert done.stdout == (expected and expected.rstrip("\n") + "\n"), command


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_block_goes_unrun(page: Path) -> None:
    """A block is run here, is a directive of Sphinx, or is no code; the shell blocks of the README, which install, are what ``.ci/run`` runs."""
    known = {"python", "console", "text", "json", "lark", *(["sh"] if page.name == "README.md" else [])}
    text = page.read_text(encoding="utf-8")
    assert {name for name, _ in FENCED.findall(text) if not name.startswith("{")} <= known
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


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_within_the_documentation_leads_somewhere(page: Path) -> None:
    """A relative link names a file that is there, and a heading that is in it."""
    for name, heading in LINK.findall(page.read_text(encoding="utf-8")):
        target = page.parent / name if name else page
        assert target.exists(), name
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in [re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in headings]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_rule_that_a_page_shows_is_in_a_grammar(page: Path) -> None:
    """What a page says of a grammar is what the grammar says."""
    files = [path.read_text(encoding="utf-8") for path in (ROOT / "grammar").glob("*.lark")]
    for block in blocks(page, "lark"):
        lines = block.splitlines()
        assert any(all(line in file.splitlines() for line in lines) for file in files), block


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


def test_the_page_on_bodies_has_every_kind_of_block_and_mark() -> None:
    """Each kind has a row in one of its tables."""
    page = (ROOT / "docs" / "bodies.md").read_text(encoding="utf-8")
    listed = {kind for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for kind in re.findall(r"`(\w+)`", row)}
    assert {each for kind in (*get_args(ac.Block), *get_args(AnyMark)) for each in kinds(kind)} == listed


def kinds(kind: type) -> tuple[str, ...]:
    """The kinds that a class has."""
    return get_args(get_type_hints(kind)["kind"])


def test_the_page_on_losses_is_that_of_the_data() -> None:
    """What the page says of each key is what the command says; ``python3 tests/losses.py`` writes it."""
    assert losses.PAGE.read_text(encoding="utf-8") == losses.page()


def hand_written() -> str:
    """The text of all pages that are written by hand."""
    return "".join(page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    """Each command has a section of the page on the command line; whoever reads that and not the help misses nothing."""
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {name}$", page, re.MULTILINE)
    options = {option for each in command(name).params for option in each.opts if option.startswith("--")}
    assert {option for option in options if not re.search(rf"{option}(?![\w-])", hand_written())} == set()


def test_every_public_name_is_documented() -> None:
    """The page on Python describes what is in ``__all__``, each once, and nothing else."""
    described = re.findall(r"^### (\w+)$", api_page.page(), re.MULTILINE)
    assert sorted(described) == sorted(ac.__all__)


def test_the_page_on_python_is_that_of_the_docstrings() -> None:
    """``python3 tests/api_page.py`` writes it."""
    assert api_page.PAGE.read_text(encoding="utf-8") == api_page.page()


def test_every_rule_is_documented() -> None:
    """Each code has its page, and the list of them has each."""
    folder = ROOT / "docs" / "rules"
    assert {path.name for path in folder.glob("*.md")} == set(rule_pages())
    listed = re.findall(r"^\| \[(AC\d+)\]\(\1\.md\)", (folder / "README.md").read_text("utf-8"), re.MULTILINE)
    assert {f"{code}.md" for code in listed} == set(rule_pages()) - {"README.md"}


def test_the_sample_is_the_one_that_is_made() -> None:
    """The PDF of the tutorial; ``python3 tests/sample.py`` writes it."""
    assert sample.PATH.read_bytes() == sample.sample()


def test_every_made_part_has_a_place() -> None:
    """What is made when the documentation is built is on one page each."""
    assert sorted(re.findall(r"^<!-- made: (\w+) -->$", hand_written(), re.MULTILINE)) == sorted(made.PARTS)


def test_the_help_of_every_command_is_made() -> None:
    """Each command has a section with all its options."""
    page = made.PARTS["commands"]()
    sections = dict(re.findall(r"^## archivecite (\w+)\n((?:(?!^## ).*\n?)*)", page, re.MULTILINE))
    assert [*sections] == [*COMMANDS]
    for name in COMMANDS:
        asked = command(name).params
        assert {option for each in asked for option in each.opts if option not in sections[name]} - {
            parameter.name for parameter in asked
        } == set()


def test_every_rule_of_the_grammars_is_shown_with_its_examples() -> None:
    """No rule and no example is left out on the way from the files to the page."""
    page = made.PARTS["grammars"]()
    for path in sorted((ROOT / "grammar").glob("*.lark")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if rule := re.match(r"[?!]?(\w+)(\.\d+)?:", line):
                assert f"### {path.stem}: {rule[1]}\n" in page
                assert f"```lark\n{line}\n" in page
    for example in ("November 2, 1962", "2nd of November, 1962", "CIPHERED TELEGRAM", "one line missing"):
        assert f"- `{example}`\n" in page


def test_every_form_of_the_word_files_is_shown() -> None:
    """No word is left out on the way from the files to the page."""
    page = made.PARTS["vocabulary"]()
    for path in sorted((ROOT / "grammar" / "vocabulary").glob("*.toml")):
        section = page.partition(f"## {path.name}\n")[2].partition("\n## ")[0]
        forms = set(strings(tomllib.loads(path.read_text(encoding="utf-8"))))
        assert {form for form in forms if form not in section} == set()


def strings(data: object) -> Iterator[str]:
    """Every key and string of what TOML gives."""
    if isinstance(data, dict):
        yield from map(str, data)
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from strings(each)
    elif isinstance(data, str):
        yield data
