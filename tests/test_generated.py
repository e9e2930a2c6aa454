"""The generated module: what is in it is what the grammars and the vocabulary give, and without it all is the same."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from archivecite.syntax import generate, line_loop, line_vocabulary, loop, vocabulary, words
from archivecite.syntax.entries import read_data
from archivecite.syntax.generate import GENERATED
from archivecite.syntax.lalr import build
from archivecite.syntax.line_vocabulary import line_words
from archivecite.syntax.loop import STARTS, edges_of, grammar_text, tables
from archivecite.syntax.words import grammar_folder

PACKAGE = Path(loop.__file__).parents[1]
SEED = min((Path(__file__).parents[1] / "seeds").glob("*.txt")).read_text(encoding="utf-8")


def module(text: str) -> ModuleType:
    made = ModuleType("generated")
    exec(text, made.__dict__)
    return made


@pytest.fixture
def clean() -> Iterator[None]:
    """Tables and vocabulary are looked up anew, in the test and after it."""
    caches = (loop.tables, words.current_module, words.pattern, vocabulary.vocabulary, line_loop.edges)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def test_two_builds_are_equal() -> None:
    """What is written depends on the files alone."""
    assert generate.generated() == generate.generated()


ALONE = """
import sys, types
for name in ("attr", "attrs", "cattrs", "click"):
    sys.modules[name] = None
for name, path in (("archivecite", sys.argv[1]), ("archivecite.syntax", sys.argv[1] + "/syntax")):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [path]
import archivecite.syntax.generate
"""


def test_building_needs_lark_alone() -> None:
    """Where a package is built, nothing that it needs to run is installed."""
    run = subprocess.run([sys.executable, "-c", ALONE, str(PACKAGE)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.usefixtures("clean")
def test_generated_tables_are_those_that_lark_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each table read back from the generated text is the one that is built."""
    made = module(generate.generated())
    monkeypatch.setattr(words, "generated_module", lambda: made)
    for name, starts in STARTS.items():
        for start in starts:
            assert tables(name, start) == build(grammar_text(name), start)
    data = read_data(grammar_folder() / "vocabulary")
    assert data == made.VOCABULARY
    assert line_words(data) == made.LINES
    for name in ("line", "note"):
        assert edges_of({start: tables(name, start) for start in STARTS[name]}) == made.EDGES[name]


def test_the_module_in_use_is_that_of_the_code() -> None:
    """What was generated is what the code makes now; else ``python -m archivecite.syntax.generate`` was forgotten."""
    made = words.current_module()
    assert made is None or GENERATED.read_text(encoding="utf-8") == generate.generated()


@pytest.mark.usefixtures("clean")
def test_a_stale_module_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file has changed since, the files are read."""
    made = module("DIGEST = 1\nTABLES = {}\nVOCABULARY = LINES = EDGES = {}")
    monkeypatch.setattr(words, "generated_module", lambda: made)
    assert tables("source", "archival").states
    assert vocabulary.vocabulary().cities.rows
    assert line_vocabulary.line_vocabulary(vocabulary.vocabulary()).small
    assert line_loop.edges("line").first


def test_lark_is_not_imported_where_the_module_is_current(tmp_path: Path) -> None:
    """A whole record is read, checked and written without Lark."""
    package = tmp_path / "archivecite"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "syntax" / "generated.py").write_text(generate.generated(), encoding="utf-8")
    if not (package / "grammar").exists():
        (package / "grammar").symlink_to(str(grammar_folder()))
    code = (
        "import sys, archivecite as ac; sys.stdin.reconfigure(encoding='utf-8'); d = ac.parse(sys.stdin.read());"
        f"assert ac.__file__.startswith({str(tmp_path)!r}) and d.record.title;"
        "ac.check(d), d.spans, ac.dumps(d.record), ac.to_json(d.record); print('lark' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, input=SEED, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "False"
