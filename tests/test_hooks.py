"""The hooks for pre-commit, run by it on a repository with records and other files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from rules.generated import laid_out, parts

pytest.importorskip("pre_commit", reason="needs pre-commit")
yaml = pytest.importorskip("yaml")

HOOKS = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
GOOD = laid_out(parts(Random(3))._replace(family="plain", statements=["Translated by Anna Weber"]))
BAD = GOOD.replace("Summary:", "Sumary:").replace("days ago", "d\ufffdys ago", 1)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that uses both hooks, with the archivecite that is installed here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / ".cache"))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    subprocess.run(["git", "init", "-q", "."], check=True)
    hooks = yaml.safe_load(HOOKS.read_text())
    for hook in hooks:
        hook["language"] = "system"
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))
    (tmp_path / "README.md").write_text("# Records\n")
    (tmp_path / "notes.md").write_text("# Notes\n")
    return tmp_path


def ran(hook: str) -> "subprocess.CompletedProcess[str]":
    """What pre-commit prints of a hook on all files, and how it ends."""
    subprocess.run(["git", "add", "-A", ":!.cache"], check=True)
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", hook, "--all-files", "--verbose"],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_the_hook_passes_over_what_is_no_record(repository: Path) -> None:
    """Other texts of a mixed repository, and one with a name like an option, stop no commit."""
    (repository / "-a.txt").write_text(GOOD)
    done = ran("archivecite")
    assert done.returncode == 0, done.stdout
    assert "1 record checked, 0 findings" in done.stdout
    (repository / "-a.txt").unlink()
    done = ran("archivecite")
    assert done.returncode == 0, done.stdout


def test_the_hook_stops_a_commit_with_a_faulty_record(repository: Path) -> None:
    """With one summary, however many files there are."""
    for number in range(40):
        (repository / f"{number:02}.txt").write_text(
            GOOD.replace("document/", f"document/{number:02}").replace("1950", str(1950 + number))
        )
    (repository / "bad.txt").write_text(BAD)
    done = ran("archivecite")
    assert done.returncode == 1
    assert "bad.txt:9:1: AC107 warning" in done.stdout
    assert done.stdout.count("records checked") == 1


def test_the_other_hook_fixes(repository: Path) -> None:
    """What can't be fixed is told."""
    (repository / "bad.txt").write_text(BAD)
    done = ran("archivecite-fix")
    assert done.returncode == 1
    assert done.stdout.count("AC112 error") == 1 and done.stdout.count("1 fixed") == 1
    assert (repository / "bad.txt").read_text() == BAD.replace("Sumary:", "Summary:")
