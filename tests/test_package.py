"""The package as others get it: a wheel, in an environment with no checkout and nothing but what it declares."""

import json
import os
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from test_pdf import pages_of

import archivecite as ac
from archivecite.model.extras import EXTRAS

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "004_cbaac17fe77df40f.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    [built] = folder.glob("*.whl")
    return built


def needed(name: str) -> Iterator[str]:
    """The distributions that ``name`` needs to run, and those that they need."""
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name
            yield from needed(requirement.name)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that holds the wheel and the dependencies that it declares, and no more."""
    folder = tmp_path_factory.mktemp("installed") / "env"
    venv.create(folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", programs / "python", "-q"]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", wheel], check=True)
    [packages] = folder.glob("[Ll]ib/**/site-packages")
    for name in set(needed("archivecite")):
        found = distribution(name)
        for part in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            (packages / part).symlink_to(str(found.locate_file(part)))
    return programs


def run(*command: "str | Path", folder: Path) -> str:
    """What ``command``, run in ``folder`` and without the paths of this environment, prints."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, env=clean, check=True, capture_output=True, encoding="utf-8").stdout


def test_the_wheel_holds_the_grammars_and_nothing_but_the_package(wheel: Path) -> None:
    """Each grammar file is in the wheel, and the marker that the package is typed; tests and seeds are not."""
    with ZipFile(wheel) as archive:
        names = {Path(name) for name in archive.namelist()}
    grammars = {path.name for path in (ROOT / "grammar").glob("*.lark")}
    assert grammars
    assert {name.name for name in names if name.parent == Path("archivecite/grammar")} == grammars
    assert Path("archivecite/py.typed") in names
    assert Path("archivecite/syntax/generated.py") in names
    words = {path.name for path in (ROOT / "grammar" / "vocabulary").glob("*.toml")}
    assert {name.name for name in names if name.parent == Path("archivecite/grammar/vocabulary")} == words
    assert {name.parts[0].partition("-")[0] for name in names} == {"archivecite"}


def test_the_wheel_reads_a_seed_where_no_checkout_is(installed: Path, tmp_path: Path) -> None:
    """The installed command converts a seed, and the package that does it is the installed one."""
    record = json.loads(run(installed / "archivecite", "convert", SEED, folder=tmp_path))
    assert record["citation"]["document_id"] == "112639"
    home = run(installed / "python", "-c", "import archivecite; print(archivecite.__file__)", folder=tmp_path)
    assert installed.parent in Path(home).parents


def test_the_installed_library_writes_what_it_reads(installed: Path, tmp_path: Path) -> None:
    """Reading, checking, writing and JSON need nothing that is not declared."""
    code = (
        "import archivecite as ac, sys; d = ac.read(sys.argv[1]); assert not ac.check(d);"
        "assert ac.loads(ac.dumps(d.record)) == ac.from_json(ac.to_json(d.record)) == d.record; print('same')"
    )
    assert run(installed / "python", "-c", code, SEED, folder=tmp_path) == "same\n"


@pytest.fixture(scope="module")
def zipped(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and its dependencies in one zip."""
    path = tmp_path_factory.mktemp("zipped") / "app.zip"
    path.write_bytes(wheel.read_bytes())
    with ZipFile(path, "a") as archive:
        for name in sorted(set(needed("archivecite"))):
            for file in distribution(name).files or ():
                if file.suffix in (".py", ".lark") and ".." not in file.parts:
                    archive.write(str(file.locate()), str(file))
    return path


def without(path: Path, part: str) -> Path:
    """A copy of a zip that lacks what begins with ``part``."""
    copy = path.with_name(f"{Path(part).stem}-less.zip")
    with ZipFile(path) as archive, ZipFile(copy, "w") as left:
        for name in archive.namelist():
            if not name.startswith(part):
                left.writestr(name, archive.read(name))
    return copy


#: The JSON of a seed, by the package in a zip: without ``site``, nothing else can be imported from.
FROM_ZIP = (
    "import sys; sys.path.insert(0, sys.argv[1]); import archivecite as ac; assert ac.__file__.startswith(sys.argv[1]);"
    "d = ac.read(sys.argv[2]); assert not ac.check(d) and ac.loads(ac.dumps(d.record)) == d.record;"
    "sys.stdout.buffer.write(ac.to_json(d.record).encode())"
)
#: The command line, by the package in a zip.
COMMAND_FROM_ZIP = "import sys; sys.path.insert(0, sys.argv.pop(1)); from archivecite.cli import main; main()"


@pytest.mark.parametrize("lacking", ["", "archivecite/grammar/", "archivecite/syntax/generated.py"])
def test_a_zip_reads_a_seed(lacking: str, zipped: Path, tmp_path: Path) -> None:
    """All of it works from a zip; the grammars alone or the tables alone are enough to read by."""
    path = without(zipped, lacking) if lacking else zipped
    read = run(sys.executable, "-I", "-S", "-c", FROM_ZIP, path, SEED, folder=tmp_path)
    assert read == ac.to_json(ac.read(SEED).record)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert", SEED], '"document_id": "112639"'),
        (["validate", SEED], "1 record checked, 0 findings"),
        (["rule", "AC101"], "# AC101 unread-text"),
        (["rule", "AC902"], "# AC902 unreadable-file"),
        (["rule"], "AC101  warning  unread-text"),
        (["show", SEED], "cited as  Cable from Soviet Foreign Minister Gromyko"),
        (["show", SEED, "--html", "-"], '<mark class="date" id="v0"'),
        (["--version"], "archivecite, version"),
    ],
    ids=lambda value: value[0] + value[-1][-5:] if isinstance(value, list) and isinstance(value[-1], str) else None,
)
def test_the_command_works_from_a_zip(arguments: list[str | Path], said: str, zipped: Path, tmp_path: Path) -> None:
    """Records are converted and checked, and the pages of the rules printed."""
    command = [sys.executable, "-I", "-S", "-c", COMMAND_FROM_ZIP, zipped, *arguments]
    assert said in run(*command, folder=tmp_path)


def test_a_zip_reads_a_pdf(zipped: Path, tmp_path: Path) -> None:
    """The script that reads a PDF is run from the zip; PDFium is installed, for no library can be loaded from a zip."""
    content = b"BT /F 12 Tf 72 700 Td (Some text) Tj ET"
    path = tmp_path / "one.pdf"
    path.write_bytes(pages_of([content]))
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import archivecite as ac;"
        "assert ac.__file__.startswith(sys.argv[1]); print(ac.read(sys.argv[2]).text)"
    )
    assert run(sys.executable, "-I", "-c", code, zipped, path, folder=tmp_path).strip() == "Some text"


@pytest.mark.parametrize(
    "start",
    [
        "import archivecite",
        "from archivecite import Record; Record()",
        "from archivecite.cli import run; run(['--help'])",
        "from archivecite.cli import run; run(['--version'])",
        "from archivecite.cli import run; run(['convert', '--help'])",
    ],
)
def test_lark_is_not_imported_before_something_is_read(start: str) -> None:
    """Importing the library, making a value by hand and asking for help are quick: they load no parser."""
    assert said(f"{start}; import sys; sys.stderr.write(str('lark' in sys.modules))") == "False"


def test_no_grammar_is_built_before_something_is_read() -> None:
    """Even with all names imported, a grammar is built only when the first text is read; then it is there to stay."""
    built = (
        "import sys; from archivecite.syntax import loop, words;"
        "caches = words.pattern, loop.tables;"
        "sys.stderr.write(str(sum(cache.cache_info().currsize for cache in caches)))"
    )
    assert said(f"from archivecite import *; {built}") == "0"
    assert said(f"import archivecite; archivecite.parse_date('1948'); {built}") > "0"


def said(code: str) -> str:
    """What ``code`` writes to standard error, in a process of its own."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stderr


def test_every_public_name_is_there() -> None:
    """The names in ``__all__`` can be had, one by one and with a star; any other is an AttributeError."""
    for name in ac.__all__:
        assert getattr(ac, name).__module__.startswith("archivecite") or name in {"Block", "Note", "Source"}
    assert {*ac.__all__} <= {*dir(ac)}
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        ac.nonsense  # type: ignore[attr-defined]  # noqa: B018


def test_what_an_extra_needs_is_what_a_message_says() -> None:
    """The requirements in the messages are those of the package."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {name: extras[name] for name in EXTRAS} == {name: [needed] for name, needed in EXTRAS.items()}
